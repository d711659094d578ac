package export

import (
	"io"
	"strconv"

	"entente.example/graph"
)

// writeGraphML writes GraphML for yEd, Cytoscape, NetworkX and igraph. Every edge is directed, as NetworkX wants it; the
// key "directed" tells those that have no direction. http://graphml.graphdrawing.org
func writeGraphML(w io.Writer, v view) error {
	x := newXMLWriter()
	x.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"xsi:schemaLocation", "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")
	nodes, edges := append([]column[graph.Entity]{{"label", "string", nameOf}}, entityColumns()...), graphMLEdges()
	graphMLKeys(x, "node", "n", nodes)
	graphMLKeys(x, "edge", "e", edges)
	x.open("graph", "id", "entente", "edgedefault", "directed")
	for _, id := range drawnEnds(v.ties) {
		x.open("node", "id", string(id))
		graphMLData(x, v.graph, "n", nodes, entityAt(v.graph, id))
		x.close("node")
	}
	for i, t := range v.ties {
		x.open("edge", "id", "e"+strconv.Itoa(i), "source", string(t.Subject), "target", string(t.Object))
		graphMLData(x, v.graph, "e", edges, t)
		x.close("edge")
	}
	x.close("graph")
	x.close("graphml")
	_, err := w.Write(x.b.Bytes())
	return err
}

func nameOf(_ graph.Subgraph, e graph.Entity) string { return e.Name }

// graphMLEdges are the columns of ties, and what GraphML readers want beside them.
func graphMLEdges() []column[graph.Tie] {
	first := []column[graph.Tie]{
		{"label", "string", func(_ graph.Subgraph, t graph.Tie) string { return edgeTitle(t) }},
		{"weight", "double", func(_ graph.Subgraph, t graph.Tie) string { return strconv.Itoa(max(1, len(t.Sources))) + ".0" }},
		{"directed", "boolean", func(_ graph.Subgraph, t graph.Tie) string { return edgeType(t, "true", "false") }},
		{"start", "string", func(_ graph.Subgraph, t graph.Tie) string { start, _ := interval(t); return start }},
		{"end", "string", func(_ graph.Subgraph, t graph.Tie) string { _, end := interval(t); return end }},
	}
	return append(first, tieColumns()...)
}

func graphMLKeys[T any](x *xmlWriter, class, prefix string, columns []column[T]) {
	for i, c := range columns {
		kind := c.kind
		if kind == "integer" {
			kind = "int"
		}
		x.empty("key", "id", prefix+strconv.Itoa(i), "for", class, "attr.name", c.name, "attr.type", kind)
	}
}

func graphMLData[T any](x *xmlWriter, g graph.Subgraph, prefix string, columns []column[T], row T) {
	for i, c := range columns {
		if value := c.value(g, row); value != "" {
			x.text("data", value, "key", prefix+strconv.Itoa(i))
		}
	}
}
