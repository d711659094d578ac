package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"entente.example/graph"
)

// writeDOT writes the ties as a digraph for Graphviz: patrons to the left of their clients, the evidence in tooltips,
// a legend of just those lines and boxes that occur.
func writeDOT(w io.Writer, v view) error {
	var b bytes.Buffer
	b.WriteString("digraph entente {\n")
	b.WriteString(dotDefaults)
	fmt.Fprintf(&b, "  graph [label=<%s>, labelloc=t, labeljust=l, tooltip=%s]\n", dotHead(v), dotTooltip(v.title))
	for _, id := range drawnEnds(v.ties) {
		b.WriteString(dotNode(v.graph, id))
	}
	places := newRanking(v.ties)
	for _, tie := range v.ties {
		b.WriteString(dotEdge(v.graph, tie, places))
	}
	b.WriteString("}\n")
	_, err := w.Write(b.Bytes())
	return err
}

// writeSVG draws what writeDOT writes, by the layout that the caller brings.
func writeSVG(w io.Writer, v view) error {
	if v.layout == nil {
		return errors.New("no layout is given: set Options.Layout")
	}
	var dot bytes.Buffer
	if err := writeDOT(&dot, v); err != nil {
		return err
	}
	return v.layout(w, dot.Bytes())
}

// writePNG draws what writeDOT writes, by the program that the caller brings.
func writePNG(w io.Writer, v view) error {
	if v.raster == nil {
		return errors.New("nothing draws PNG here: set Options.Raster")
	}
	var dot bytes.Buffer
	if err := writeDOT(&dot, v); err != nil {
		return err
	}
	return v.raster(w, dot.Bytes())
}

// drawnEnds lists the entities at the ends of the ties, sorted.
func drawnEnds(ties []graph.Tie) []graph.ID {
	var ids []graph.ID
	for _, tie := range ties {
		ids = append(ids, tie.Subject, tie.Object)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func dotNode(g graph.Subgraph, id graph.ID) string {
	entity, _ := g.Entity(id)
	name := printable(g.Called(id))
	look := lookOf(entity)
	style := look.style
	if !id.Listed() {
		style += ",dashed" // a name that no dictionary vouches for
	}
	tooltip := name
	if entity.Type != "" {
		tooltip += ": " + strings.ReplaceAll(string(entity.Type), "_", " ")
	}
	attributes := []string{
		"label=" + dotString(wrap(cut(name, maxName), nameWidth)...),
		"shape=" + look.shape, fmt.Sprintf("style=%q", style),
		fmt.Sprintf("fillcolor=%q", look.fill), fmt.Sprintf("color=%q", look.border),
		fmt.Sprintf("fontcolor=%q", look.text), "tooltip=" + dotTooltip(tooltip),
		"class=" + dotString(string(entity.Type)),
	}
	return fmt.Sprintf("  %s [%s]\n", dotID(id), strings.Join(attributes, ", "))
}

func dotEdge(g graph.Subgraph, t graph.Tie, places ranking) string {
	pen := penOf(t)
	tooltip := dotTooltip(tooltipOf(g, t)...)
	attributes := []string{
		"label=" + edgeLabel(t, pen),
		fmt.Sprintf("color=%q", pen.color), fmt.Sprintf("fontcolor=%q", pen.color),
		"penwidth=" + pen.width, "style=" + pen.style,
	}
	from, to, placing := places.ends(t)
	attributes = append(attributes, placing...)
	attributes = append(attributes, "tooltip="+tooltip, "labeltooltip="+tooltip)
	if link := safeLink(t.Article.URL()); link != "" {
		attributes = append(attributes, "URL="+dotString(link))
	}
	attributes = append(attributes, "class="+dotString(string(t.Relation)+" "+string(t.Polarity)))
	return fmt.Sprintf("  %s -> %s [%s]\n", dotID(from), dotID(to), strings.Join(attributes, ", "))
}

// edgeLabel says what colour and line do not: the kinds of support, how an allegation is meant, that the support is
// over, and how many deny it.
func edgeLabel(t graph.Tie, p pen) string {
	var lines []string
	if p.named {
		lines = append(lines, relationLabel(t.Relation))
	}
	switch t.Polarity {
	case graph.Alleged:
		lines = append(lines, joined(t.Modalities))
	case graph.Denied:
		lines = append(lines, "denied")
	}
	lines = append(lines, wrap(joined(t.Kinds), nameWidth)...)
	if t.Ended() {
		lines = append(lines, "ended")
	}
	lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
	if t.Polarity == graph.Denied || len(t.Against) == 0 {
		return dotString(lines...)
	}
	for i, line := range lines {
		lines[i] = html(line)
	}
	lines = append(lines, fmt.Sprintf(`<FONT COLOR="%s">denied by %d</FONT>`, deniedColor, len(t.AgainstSources)))
	return "<" + strings.Join(lines, "<BR/>") + ">"
}

// tooltipOf tells the whole tie and the sentence it stands on.
func tooltipOf(g graph.Subgraph, t graph.Tie) []string {
	says := fmt.Sprintf("%s %s %s (%s)", g.Called(t.Subject), relationLabel(t.Relation), g.Called(t.Object), t.Polarity)
	if len(t.Modalities) > 0 {
		says = strings.TrimSuffix(says, ")") + ": " + joined(t.Modalities) + ")"
	}
	counts := count(len(t.Statements), "statement") + ", " + count(len(t.Sources), "source")
	if between := dates(t.First, t.Last); between != "" {
		counts += ", " + between
	}
	lines := []string{says, counts}
	if len(t.Against) > 0 {
		lines = append(lines, fmt.Sprintf("%s against", count(len(t.Against), "statement")))
	}
	if sentence := printable(t.Sentence); sentence != "" {
		lines = append(lines, "“"+sentence+"”")
	}
	return lines
}

// dotID gives a node's name. Ids hold nothing that could end a string; should one that was not made by package graph
// do so, it is encoded.
func dotID(id graph.ID) string { return `"` + safeIRI(string(id)) + `"` }

// dotString quotes lines of text, made printable, for a label. Graphviz reads three things in it: the quote that ends
// it, escapes such as \N, which it would replace by the node's name, and HTML entities.
func dotString(lines ...string) string { return quoted(labelEscaper, lines) }

// dotTooltip quotes lines of text for a tooltip, in which Graphviz replaces escapes twice over: no backslash is safe
// there, so a sign that looks like it stands in its place.
func dotTooltip(lines ...string) string { return quoted(tooltipEscaper, lines) }

func quoted(escaper *strings.Replacer, lines []string) string {
	escaped := make([]string, len(lines))
	for i, line := range lines {
		escaped[i] = escaper.Replace(printable(line))
	}
	return `"` + strings.Join(escaped, `\n`) + `"`
}

var (
	labelEscaper   = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;")
	tooltipEscaper = strings.NewReplacer(`\`, "⧵", `"`, `\"`, "&", "&amp;")
)

var htmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// html makes text printable and escapes it for a label in Graphviz's HTML.
func html(s string) string { return htmlEscaper.Replace(printable(s)) }

func relationLabel(r graph.Relation) string {
	row, ok := r.Row()
	if !ok {
		return string(r)
	}
	return row.Label
}

// joined lists words: "troops, weapons".
func joined[T ~string](words []T) string {
	texts := make([]string, len(words))
	for i, word := range words {
		texts[i] = string(word)
	}
	return strings.Join(texts, ", ")
}

// count gives "1 source", "2 sources".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// dates gives "2020-05", or "2019-04-04 to 2020-05-28", or nothing.
func dates(first, last graph.Valid) string {
	if first == last {
		return string(first)
	}
	return string(first) + " to " + string(last)
}
