package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/graph/export/svg"
	"entente.example/graph/store"
	"entente.example/queries"
)

type exportOptions struct {
	graph     graphFlags
	narrow    narrowing
	relations []string
	depth     int
	title     string
	named     bool // the heading names whom it is about
	redact    bool
	exitCode  bool
	output    output
}

func newExportCommand() *cobra.Command {
	var opts exportOptions
	cmd := &cobra.Command{
		Use:   "export [NAME]",
		Short: "Draw the graph, or write it for other programs",
		Long: `export writes the graph, or the part of it around an actor, as a picture or for other programs ("entente help formats"
lists them). The ending of -o tells the format. Pictures show ties between actors (backing, alliance, fighting,
opposition); what is alleged is dashed, and what is denied is left out unless --polarity asks for it.`,
		Example: `  entente export -o proxies.svg
  entente export LNA --depth 2 -o lna.dot
  entente export -o edges.csv && entente export -o actors.nodes.csv
  entente export -o libya.gexf      # Gephi, with its timeline
  entente export --format esd -o support.csv      # years of support, as UCDP's External Support Dataset has them
  entente export --from article.txt | dot -Tpng > picture.png`,
		Args:              arguments(0, 1, "at most one name"),
		ValidArgsFunction: completeNames(1),
		RunE:              func(cmd *cobra.Command, args []string) error { return runExport(cmd.Context(), cmd, opts, args) },
	}
	opts.register(cmd)
	opts.output.register(cmd, append(exportFormats(), outputFormat{name: formatESD}))
	return cmd
}

// register adds all flags but those of the output.
func (o *exportOptions) register(cmd *cobra.Command) {
	o.graph.register(cmd)
	o.narrow.register(cmd)
	o.narrow.registerTies(cmd)
	flags := cmd.Flags()
	flags.StringSliceVar(&o.relations, "relation", nil, "relations to write, separated by commas (default: all, in pictures those between actors)")
	_ = cmd.RegisterFlagCompletionFunc("relation", func(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return relationsLike(begun), cobra.ShellCompDirectiveNoFileComp
	})
	flags.IntVar(&o.depth, "depth", 1, "how many ties away from NAME to go")
	flags.StringVar(&o.title, "title", "", "the heading of a picture or a report")
	flags.BoolVar(&o.redact, "redact-persons", false, "hide private people who are named as speakers")
	flags.BoolVar(&o.exitCode, "exit-code", false, "exit 4 where nothing is found")
}

// exportFormats are those of package export, DOT first.
func exportFormats() []outputFormat {
	var first, others []outputFormat
	for _, f := range export.Formats() {
		row := outputFormat{name: f.Name, endings: f.Extensions, binary: f.Binary}
		if f.Name == "dot" {
			first = append(first, row)
		} else {
			others = append(others, row)
		}
	}
	return append(first, others...)
}

// options gives those of the question what to write.
func (o *exportOptions) options() (queries.Options, error) {
	options, err := o.narrow.of(&o.graph)
	if err != nil {
		return options, err
	}
	if o.depth < 1 {
		return options, wrongUse("--depth %d is less than 1", o.depth)
	}
	if options.Rejected {
		f := wrongUse("--rejected is not for export: what reviewers have rejected is not drawn as a tie")
		f.hints = []string{"nquads, trig and json have it beside the verdicts"}
		return options, f
	}
	options.Depth = o.depth
	for _, name := range o.relations {
		relation, err := relationNamed(name)
		if err != nil {
			return options, err
		}
		options.Relations = append(options.Relations, relation)
	}
	return options, nil
}

func runExport(ctx context.Context, cmd *cobra.Command, opts exportOptions, args []string) error {
	options, err := opts.options()
	if err != nil {
		return err
	}
	chosen, err := opts.output.choose()
	if err != nil {
		return err
	}
	if chosen.name == formatESD {
		if opts.redact {
			return wrongUse("--redact-persons is not for esd, whose sources are speakers too")
		}
		return exportESD(ctx, cmd, opts, options, args)
	}
	format, err := export.ByName(chosen.name)
	if err != nil {
		return err
	}
	writing := export.Options{
		Title: opts.title, Polarities: options.Polarities, Relations: options.Relations, RedactPersons: opts.redact,
		Layout: svg.Layout(ctx, drawingCache()), Raster: raster(ctx),
	}
	if format.Whole && len(options.Polarities) == 0 {
		options.Polarities = graph.Polarities()
	}
	var about graph.Entity
	return opts.graph.with(ctx, cmd, &opts.output, func(s *store.Store) error {
		if len(args) > 0 {
			e, err := resolveEntity(ctx, s, args[0], queries.WantAny)
			if err != nil {
				return err
			}
			if options.Name, about = e.ID, e; opts.named {
				writing.Title = "Who backs whom: " + e.ID.Distinct(e.Name)
			}
		}
		if err := opts.narrow.locate(ctx, s, &options); err != nil {
			return err
		}
		far := len(args) == 0 || opts.depth > 1      // what is near to a name is soon read, and there all at once
		if format.InParts() && far && !opts.redact { // who is private is found in the whole
			return exportParts(ctx, cmd, s, opts, options, format, writing)
		}
		g, left, err := queries.Subgraph(ctx, s, options)
		if err != nil {
			return asked(err)
		}
		if opts.named && opts.redact && isPrivate(about, g) {
			writing.Title = ""
		}
		err = opts.output.write(cmd, func(w io.Writer, _ string, _ screen) error { return export.Write(w, g, format, writing) })
		if err != nil {
			return err
		}
		tellLeftOut(talkOf(cmd), left)
		if opts.exitCode && len(g.Statements) == 0 {
			return status(exitNothing)
		}
		return nil
	})
}

// isPrivate reports whether an entity is a person whom --redact-persons hides: in no dictionary, and at the end of no tie.
func isPrivate(e graph.Entity, g graph.Subgraph) bool {
	return e.Type == graph.Person && !e.ID.Listed() && !slices.ContainsFunc(g.Statements, func(s graph.Statement) bool {
		return s.Subject == e.ID || s.Object == e.ID
	})
}

// exportParts writes the graph part by part, as there may be more of it than there is memory.
func exportParts(
	ctx context.Context, cmd *cobra.Command, s *store.Store, opts exportOptions, options queries.Options, format export.Format,
	writing export.Options,
) (err error) {
	parts, err := export.NewParts(format, writing)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, parts.Close()) }()
	statements := 0
	left, err := queries.SubgraphParts(ctx, s, options, func(part graph.Subgraph) error {
		statements += len(part.Statements)
		return parts.Add(part)
	})
	if err != nil {
		return asked(err)
	}
	err = opts.output.write(cmd, func(w io.Writer, _ string, _ screen) error { return parts.Write(ctx, w) })
	if err != nil {
		return err
	}
	tellLeftOut(talkOf(cmd), left)
	if opts.exitCode && statements == 0 {
		return status(exitNothing)
	}
	return nil
}

// raster draws PNG with the dot that is installed.
func raster(ctx context.Context) func(io.Writer, []byte) error {
	return func(w io.Writer, dot []byte) error {
		path, err := exec.LookPath("dot")
		if err != nil {
			return &failure{code: exitFailed, err: errors.New("dot is not installed"), hints: []string{"install Graphviz, or write SVG"}}
		}
		var picture, stderr bytes.Buffer // whole first, lest dot is told of a closed pipe and complains
		cmd := exec.CommandContext(ctx, path, "-Tpng", "-Gdpi=144")
		cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(dot), &picture, &stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("run %q: %w: %s", path, err, strings.TrimSpace(stderr.String()))
		}
		_, err = picture.WriteTo(w)
		return err
	}
}

// drawingCache is where the drawing program is kept compiled, or empty where there is no such place.
func drawingCache() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "entente")
}
