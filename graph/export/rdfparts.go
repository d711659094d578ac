package export

import (
	"bufio"
	"iter"
	"strings"

	"entente.example/graph"
)

// Nodes are sorted as lines: the IRI, what the line is, and that. An entity has a line of its own and one for each of its
// edges, which come from statements far apart.
const (
	lineNode = "a"
	// lineNamed is an entity that a tie names, in case nothing else is known of it.
	lineNamed = "b"
	lineEdge  = "c"
	// lineSeparator stands between the fields, and lineBreak for a line break in the last: no IRI has them, and texts have
	// them encoded.
	lineSeparator = "\x00"
	lineBreak     = "\x01"
)

// rdfForm is how a format writes the nodes of RDF.
type rdfForm struct {
	// begin stands before the nodes, end behind so many of them.
	begin func() (string, error)
	end   func(nodes int) string
	// node gives a node as it waits for its edges, finish gives it with them, as the first of all or another one.
	node   func(n rdfNode) (string, error)
	finish func(node string, edges []rdfPredicate, first bool) (string, error)
}

func (f rdfForm) parts() *inParts { return &inParts{f.lines, f.write} }

func (f rdfForm) lines(g graph.Subgraph, add func(string) error) error {
	line := func(iri, kind, text string) error {
		return add(iri + lineSeparator + kind + strings.ReplaceAll(text, "\n", lineBreak) + "\n")
	}
	named := map[graph.ID]bool{}
	for _, s := range g.Statements {
		edge := s.Predicate() + lineSeparator + nodeIRI(entityNode(s.Object))
		if err := line(nodeIRI(entityNode(s.Subject)), lineEdge, edge); err != nil {
			return err
		}
		named[s.Subject] = true
	}
	write := func(kind string, n rdfNode) error {
		text, err := f.node(n)
		if err != nil {
			return err
		}
		return line(n.iri, kind, text)
	}
	for id := range named {
		if err := write(lineNamed, rdfEntity(graph.Entity{ID: id})); err != nil {
			return err
		}
	}
	return rdfNodes(g, func(n rdfNode) error { return write(lineNode, n) })
}

func (f rdfForm) write(w *bufio.Writer, sorted iter.Seq2[string, error]) error {
	begin, err := f.begin()
	if err != nil {
		return err
	}
	_, _ = w.WriteString(begin) // what fails is told by the last write
	var iri, node string
	var edges []rdfPredicate
	count := 0
	finish := func() error {
		if iri == "" {
			return nil
		}
		text, err := f.finish(node, edges, count == 0)
		_, _ = w.WriteString(text)
		count++
		return err
	}
	for line, err := range sorted {
		if err != nil {
			return err
		}
		of, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), lineSeparator)
		if of != iri {
			if err := finish(); err != nil {
				return err
			}
			iri, node, edges = of, "", nil
		}
		switch kind, text := rest[:1], strings.ReplaceAll(rest[1:], lineBreak, "\n"); {
		case kind == lineEdge:
			name, object, _ := strings.Cut(text, lineSeparator)
			if word := "entente:" + name; len(edges) == 0 || edges[len(edges)-1].word != word {
				edges = append(edges, rdfPredicate{word: word})
			}
			last := &edges[len(edges)-1]
			last.objects = append(last.objects, term{iri: object})
		case node == "":
			node = text
		}
	}
	if err := finish(); err != nil {
		return err
	}
	_, err = w.WriteString(f.end(count))
	return err
}
