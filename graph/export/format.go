package export

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/google/uuid"

	"entente.example/graph"
)

// Format is one way to write a subgraph.
type Format struct {
	// Name is what --format takes.
	Name string
	// Extensions are the endings of its files, with the dot, the usual one first.
	Extensions []string
	// MediaType is the type by which HTTP knows the format; of those that share one, the first in the table is meant.
	MediaType string
	// For says in a few words which programs read it.
	For string
	// Binary formats are not for a terminal.
	Binary bool
	// External formats are drawn by a program that must be installed (Options.Raster).
	External bool
	// Picture formats show, by default, only the ties that make the picture of a proxy war ([PictureRelations]).
	Picture bool
	// Whole formats hold every statement, by default of every polarity; others hold ties.
	Whole bool
	// Evidence and Time say that the format carries the sentences and the dates.
	Evidence, Time bool

	// parts is how the format is written in parts; nil: it needs the whole.
	parts *inParts
	write func(io.Writer, view) error
}

// Formats lists all formats by name.
func Formats() []Format {
	return []Format{
		{
			Name: "csv", Extensions: []string{".csv"}, MediaType: "text/csv", For: "Gephi, R, spreadsheets: ties",
			Evidence: true, Time: true, write: writeCSV,
		},
		{
			Name: "cytoscape", Extensions: []string{".cyjs"}, MediaType: "application/vnd.cytoscape+json", For: "Cytoscape, cytoscape.js",
			Evidence: true, Time: true, write: writeCytoscape,
		},
		{
			Name: "dot", Extensions: []string{".dot", ".gv"}, MediaType: "text/vnd.graphviz", For: "Graphviz",
			Picture: true, Evidence: true, Time: true, write: writeDOT,
		},
		{
			Name: "ftm", Extensions: []string{".ftm.json", ".ftm"}, MediaType: "application/x-ndjson", For: "FollowTheMoney: Aleph, OpenSanctions",
			Evidence: true, Time: true, write: writeFtM,
		},
		{
			Name: "geojson", Extensions: []string{".geojson"}, MediaType: "application/geo+json", For: "QGIS, Leaflet: ties at places",
			Evidence: true, Time: true, write: writeGeoJSON,
		},
		{
			Name: "gexf", Extensions: []string{".gexf"}, MediaType: "application/gexf+xml", For: "Gephi, with its timeline",
			Evidence: true, Time: true, write: writeGEXF,
		},
		{
			Name: "graphml", Extensions: []string{".graphml"}, MediaType: "application/graphml+xml", For: "yEd, Cytoscape, NetworkX, igraph",
			Evidence: true, Time: true, write: writeGraphML,
		},
		{
			Name: "html", Extensions: []string{".html", ".htm"}, MediaType: "text/html", For: "a report to read, mail and print",
			Evidence: true, Time: true, write: writeReport,
		},
		{
			Name: "json", Extensions: []string{".json"}, MediaType: "application/json", For: "programs: everything",
			Whole: true, Evidence: true, Time: true, write: writeJSON,
		},
		{
			Name: "jsonld", Extensions: []string{".jsonld"}, MediaType: "application/ld+json", For: "linked data: PROV-O, schema.org",
			Whole: true, Evidence: true, Time: true, parts: jsonldForm().parts(),
		},
		{
			Name: "md", Extensions: []string{".md"}, MediaType: "text/markdown", For: "notes and wikis, with every sentence",
			Evidence: true, Time: true, write: writeMarkdown,
		},
		{
			Name: "mermaid", Extensions: []string{".mmd", ".mermaid"}, MediaType: "text/vnd.mermaid", For: "READMEs and wikis",
			Picture: true, Evidence: true, write: writeMermaid,
		},
		{
			Name: "nodes", Extensions: []string{".nodes.csv"}, MediaType: "text/csv", For: "Gephi, R: the actors of csv",
			write: writeNodes,
		},
		{
			Name: "nquads", Extensions: []string{".nq"}, MediaType: "application/n-quads", For: "RDF: everything, as the store has it",
			Whole: true, Evidence: true, Time: true, parts: nquadsParts(),
		},
		{
			Name: "png", Extensions: []string{".png"}, MediaType: "image/png", For: "slides; needs Graphviz installed",
			Binary: true, External: true, Picture: true, write: writePNG,
		},
		{
			Name: "svg", Extensions: []string{".svg"}, MediaType: "image/svg+xml", For: "a picture",
			Picture: true, Evidence: true, Time: true, write: writeSVG,
		},
		{
			Name: "triads", Extensions: []string{".triads.csv"}, MediaType: "text/csv", For: "R: triad-years as in UCDP's External Support",
			Evidence: true, Time: true, write: writeTriads,
		},
		{
			Name: "trig", Extensions: []string{".trig"}, MediaType: "application/trig", For: "RDF: the same as nquads",
			Whole: true, Evidence: true, Time: true, parts: trigParts(),
		},
		{
			Name: "turtle", Extensions: []string{".ttl"}, MediaType: "text/turtle", For: "linked data: PROV-O, schema.org",
			Whole: true, Evidence: true, Time: true, parts: turtleForm().parts(),
		},
	}
}

// InParts reports whether the format can be written of parts, see [Parts].
func (f Format) InParts() bool { return f.parts != nil }

// ErrUnknownFormat is wrapped by the errors of ByName and Write.
var ErrUnknownFormat = errors.New("unknown format")

// ByName finds a format by its name, in either case.
func ByName(name string) (Format, error) {
	formats := Formats()
	if i := slices.IndexFunc(formats, func(f Format) bool { return strings.EqualFold(f.Name, name) }); i >= 0 {
		return formats[i], nil
	}
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name
	}
	return Format{}, fmt.Errorf("name %q: %w (there are %s)", name, ErrUnknownFormat, strings.Join(names, ", "))
}

// Options say what to write and how. The zero value is the format's default.
type Options struct {
	// Title heads a picture; empty gives "Who backs whom".
	Title string
	// Polarities to write. By default, formats that are Whole write all, others what is affirmed or alleged.
	Polarities []graph.Polarity
	// Relations to write. By default, pictures show PictureRelations, others write all.
	Relations []graph.Relation
	// Layout lays out a graph in DOT and writes it as SVG. The format svg needs it, and html has no picture without it;
	// see package graph/export/svg.
	Layout func(w io.Writer, dot []byte) error
	// Raster lays out a graph in DOT and writes it as PNG. The format png needs it.
	Raster func(w io.Writer, dot []byte) error
	// RedactPersons replaces private people who are named as speakers. What is written so tells less than the store, and
	// is not for restoring one.
	RedactPersons bool
}

// PictureRelations are the ties between actors that make the picture of a proxy war.
func PictureRelations() []graph.Relation {
	return []graph.Relation{graph.Backs, graph.AlliedWith, graph.Fights, graph.Opposes}
}

// view is what a format's function sees: the subgraph, sorted and cut to what is asked for, and its ties.
type view struct {
	graph graph.Subgraph
	ties  []graph.Tie
	title string
	// rejected counts the statements that reviewers have rejected or replaced.
	rejected int
	// layout is Options.Layout.
	layout func(io.Writer, []byte) error
	raster func(io.Writer, []byte) error
}

// Write writes the subgraph in the format. It fails where w fails, where the options name an unknown polarity or
// relation, and where the format needs a Layout that is not there or fails.
func Write(w io.Writer, g graph.Subgraph, format Format, opts Options) error {
	write, withTies := format.write, true
	if format.parts != nil {
		write, withTies = format.parts.whole, false
	}
	if write == nil {
		return fmt.Errorf("write format %q: %w", format.Name, ErrUnknownFormat)
	}
	if err := opts.complete(format); err != nil {
		return fmt.Errorf("write %s: %w", format.Name, err)
	}
	if err := write(w, newView(g, opts, withTies)); err != nil {
		return fmt.Errorf("write %s: %w", format.Name, err)
	}
	return nil
}

// complete fills in the format's defaults.
func (o *Options) complete(format Format) error {
	for _, polarity := range o.Polarities {
		if !slices.Contains(graph.Polarities(), polarity) {
			return fmt.Errorf("polarity %q is unknown", polarity)
		}
	}
	for _, relation := range o.Relations {
		if _, ok := relation.Row(); !ok {
			return fmt.Errorf("relation %q is unknown", relation)
		}
	}
	if len(o.Polarities) == 0 {
		o.Polarities = []graph.Polarity{graph.Affirmed, graph.Alleged}
		if format.Whole {
			o.Polarities = graph.Polarities()
		}
	}
	if len(o.Relations) == 0 {
		if format.Picture {
			o.Relations = PictureRelations()
		} else {
			for _, row := range graph.Relations() {
				o.Relations = append(o.Relations, row.Relation)
			}
		}
	}
	if o.Title == "" {
		o.Title = "Who backs whom"
	}
	return nil
}

// newView sorts a copy of the subgraph, and cuts it to the polarities and relations asked for. Ties are made, if wanted,
// before the cut: a denial that is not shown still counts against the tie that is.
func newView(g graph.Subgraph, opts Options, withTies bool) view {
	g = graph.Subgraph{
		Entities: slices.Clone(g.Entities), Articles: slices.Clone(g.Articles), Statements: slices.Clone(g.Statements),
		Verdicts: slices.Clone(g.Verdicts), Aside: slices.Clone(g.Aside), Outlets: slices.Clone(g.Outlets),
	}
	g.Normalize()
	rejected := len(g.Aside)
	if opts.RedactPersons {
		g.Verdicts, g.Aside = nil, nil // reviewers are private people too
		var hide func(string) string
		g, hide = redact(g)
		opts.Title = hide(opts.Title)
	}
	shown := func(p graph.Polarity, r graph.Relation) bool {
		return slices.Contains(opts.Polarities, p) && slices.Contains(opts.Relations, r)
	}
	var ties []graph.Tie
	if withTies {
		ties = slices.DeleteFunc(graph.Ties(g), func(t graph.Tie) bool { return !shown(t.Polarity, t.Relation) })
	}
	g.Statements = slices.DeleteFunc(g.Statements, func(s graph.Statement) bool { return !shown(s.Polarity, s.Relation) })
	g.Aside = keptAside(g, shown)
	g.Verdicts = slices.DeleteFunc(g.Verdicts, func(v graph.Verdict) bool {
		is := func(s graph.Statement) bool { return s.ID == v.Statement }
		return !slices.ContainsFunc(g.Statements, is) && !slices.ContainsFunc(g.Aside, is)
	})
	return view{graph: g, ties: ties, title: opts.Title, rejected: rejected, layout: opts.Layout, raster: opts.Raster}
}

// keptAside gives the statements aside that are of the polarities and relations asked for, or in whose place one of the
// statements stands.
func keptAside(g graph.Subgraph, shown func(graph.Polarity, graph.Relation) bool) []graph.Statement {
	written := map[uuid.UUID]bool{}
	for _, v := range g.Verdicts {
		written[v.Statement] = written[v.Statement] || v.Replacement != nil &&
			slices.ContainsFunc(g.Statements, func(s graph.Statement) bool { return s.ID == v.Replacement.ID })
	}
	return slices.DeleteFunc(g.Aside, func(s graph.Statement) bool { return !shown(s.Polarity, s.Relation) && !written[s.ID] })
}
