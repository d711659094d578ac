package export

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/graph"
)

// writeMermaid writes a flow chart for READMEs and wikis. What is alleged is dotted, what is denied has a cross at its
// end; the words on a line say it, too, since Mermaid shows no tooltips on lines. The first sentence of each tie is a
// comment above it.
func writeMermaid(w io.Writer, v view) error {
	var b strings.Builder
	b.WriteString("---\ntitle: " + mermaidTitle(v.title) + "\n---\nflowchart LR\n")
	numbers := map[graph.ID]int{}
	for i, id := range drawnEnds(v.ties) {
		numbers[id] = i
		e := entityAt(v.graph, id)
		open, shut := mermaidShape(e)
		fmt.Fprintf(&b, "  n%d%s\"%s\"%s:::%s\n", i, open, mermaidText(e.Name), shut, mermaidClass(e))
	}
	for i, t := range v.ties {
		fmt.Fprintf(&b, "  %%%% %s\n", mermaidText(t.Sentence))
		fmt.Fprintf(&b, "  n%d %s|\"%s\"| n%d\n", numbers[t.Subject], mermaidLine(t), mermaidText(mermaidLabel(t)), numbers[t.Object])
		fmt.Fprintf(&b, "  linkStyle %d stroke:%s,color:%s\n", i, penOf(t).color, penOf(t).color)
	}
	for _, l := range looks() {
		fmt.Fprintf(&b, "  classDef %s fill:%s,stroke:%s,color:%s\n", mermaidName(l.name), l.fill, l.border, l.text)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func mermaidShape(e graph.Entity) (open, shut string) {
	switch lookOf(e).shape {
	case "ellipse":
		return "([", "])"
	case "hexagon":
		return "{{", "}}"
	}
	if strings.HasPrefix(lookOf(e).style, "rounded") {
		return "(", ")"
	}
	return "[", "]"
}

func mermaidClass(e graph.Entity) string { return mermaidName(lookOf(e).name) }

func mermaidName(look string) string {
	return strings.NewReplacer(", ", "_", " ", "_").Replace(look)
}

func mermaidLine(t graph.Tie) string {
	switch {
	case t.Polarity == graph.Denied:
		return "-.-x"
	case t.Polarity == graph.Alleged && t.Relation.Symmetric():
		return "-.-"
	case t.Polarity == graph.Alleged:
		return "-.->"
	case t.Relation.Symmetric():
		return "---"
	}
	return "-->"
}

func mermaidLabel(t graph.Tie) string {
	label := edgeTitle(t)
	if kinds := joined(t.Kinds); kinds != "" {
		label += ": " + kinds
	}
	if t.Ended() {
		label += ", ended"
	}
	if t.Polarity != graph.Denied && len(t.Against) > 0 {
		label += fmt.Sprintf(", denied by %d", len(t.AgainstSources))
	}
	return label
}

// mermaidText writes a text as entities of Mermaid (#34;) wherever it could end a string, open a tag or be Markdown.
func mermaidText(s string) string {
	var b strings.Builder
	for _, r := range printable(s) {
		if r < utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" .,:()-/'", r) {
			fmt.Fprintf(&b, "#%d;", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// mermaidTitle writes a text as a string of YAML.
func mermaidTitle(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(printable(s)) + `"`
}
