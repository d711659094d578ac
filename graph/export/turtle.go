package export

import (
	"fmt"
	"strings"
)

// turtleForm writes RDF in Turtle, a node a paragraph. https://www.w3.org/TR/turtle/
func turtleForm() rdfForm {
	return rdfForm{
		begin: func() (string, error) {
			var b strings.Builder
			for _, p := range rdfPrefixes {
				fmt.Fprintf(&b, "@prefix %s: <%s> .\n", p[0], p[1])
			}
			return b.String(), nil
		},
		end: func(int) string { return "" },
		node: func(n rdfNode) (string, error) {
			var b strings.Builder
			fmt.Fprintf(&b, "\n<%s>", n.iri)
			for i, p := range n.predicates {
				p.turtle(&b, i == 0)
			}
			return b.String(), nil
		},
		finish: func(node string, edges []rdfPredicate, _ bool) (string, error) {
			var b strings.Builder
			b.WriteString(node)
			for _, p := range edges {
				p.turtle(&b, false)
			}
			b.WriteString(" .\n")
			return b.String(), nil
		},
	}
}

func (p rdfPredicate) turtle(b *strings.Builder, first bool) {
	if !first {
		b.WriteString(" ;\n   ")
	}
	word := p.word
	if word == "rdf:type" {
		word = "a"
	}
	b.WriteString(" " + word + " ")
	for k, o := range p.objects {
		if k > 0 {
			b.WriteString(", ")
		}
		b.WriteString(o.turtle())
	}
}

func (t term) turtle() string {
	switch {
	case t.iri != "":
		return "<" + t.iri + ">"
	case t.word != "":
		return t.word
	case t.kind != "":
		return literal(t.literal) + "^^" + t.kind
	}
	return literal(t.literal)
}
