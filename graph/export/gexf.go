package export

import (
	"cmp"
	"fmt"
	"io"
	"strconv"

	"entente.example/graph"
)

// writeGEXF writes GEXF 1.3 for Gephi: ties have a start, those that are over or happened at a date an end, so that its
// timeline plays; colours, sizes and lines are those of the picture. A node is there from its first tie on, or always
// where a tie has no date. https://gexf.net
func writeGEXF(w io.Writer, v view) error {
	x := newXMLWriter()
	x.open("gexf", "xmlns", "http://gexf.net/1.3", "xmlns:viz", "http://gexf.net/1.3/viz",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd", "version", "1.3")
	x.open("meta")
	x.text("creator", "entente")
	x.text("description", v.title)
	x.close("meta")
	x.open("graph", "defaultedgetype", "directed", "mode", "dynamic", "timeformat", "date", "timerepresentation", "interval")
	gexfAttributes(x, "node", entityColumns())
	gexfAttributes(x, "edge", tieColumns())
	gexfNodes(x, v)
	x.open("edges", "count", strconv.Itoa(len(v.ties)))
	for i, t := range v.ties {
		gexfEdge(x, v.graph, i, t)
	}
	x.close("edges")
	x.close("graph")
	x.close("gexf")
	_, err := w.Write(x.b.Bytes())
	return err
}

func gexfAttributes[T any](x *xmlWriter, class string, columns []column[T]) {
	x.open("attributes", "class", class)
	for i, c := range columns {
		x.empty("attribute", "id", strconv.Itoa(i), "title", c.name, "type", c.kind)
	}
	x.close("attributes")
}

func gexfValues[T any](x *xmlWriter, g graph.Subgraph, columns []column[T], row T) {
	x.open("attvalues")
	for i, c := range columns {
		if value := c.value(g, row); value != "" {
			x.empty("attvalue", "for", strconv.Itoa(i), "value", value)
		}
	}
	x.close("attvalues")
}

func gexfNodes(x *xmlWriter, v view) {
	starts, degrees := map[graph.ID]string{}, map[graph.ID]int{}
	const always = "always"
	for _, t := range v.ties {
		start, _ := interval(t)
		for _, id := range []graph.ID{t.Subject, t.Object} {
			degrees[id]++
			switch known := starts[id]; {
			case start == "" || known == always:
				starts[id] = always
			case known == "" || start < known:
				starts[id] = start
			}
		}
	}
	ids := drawnEnds(v.ties)
	columns := entityColumns()
	x.open("nodes", "count", strconv.Itoa(len(ids)))
	for _, id := range ids {
		e := entityAt(v.graph, id)
		start := starts[id]
		if start == always {
			start = ""
		}
		x.open("node", "id", string(id), "label", cmp.Or(e.Name, string(id)), "start", start)
		gexfValues(x, v.graph, columns, e)
		gexfColor(x, lookOf(e).fill)
		x.empty("viz:size", "value", fmt.Sprintf("%d.0", 10+2*min(degrees[id], 20)))
		x.close("node")
	}
	x.close("nodes")
}

func gexfEdge(x *xmlWriter, g graph.Subgraph, i int, t graph.Tie) {
	start, end := interval(t)
	x.open("edge", "id", strconv.Itoa(i), "source", string(t.Subject), "target", string(t.Object),
		"type", edgeType(t, "directed", "undirected"), "kind", graph.EdgeName(t.Relation, t.Polarity),
		"label", edgeTitle(t), "weight", fmt.Sprintf("%d.0", max(1, len(t.Sources))), "start", start, "end", end)
	gexfValues(x, g, tieColumns(), t)
	pen := penOf(t)
	gexfColor(x, pen.color)
	x.empty("viz:thickness", "value", pen.width)
	x.empty("viz:shape", "value", pen.style)
	x.close("edge")
}

// gexfColor writes a colour of the picture ("#rrggbb").
func gexfColor(x *xmlWriter, color string) {
	channel := func(i int) string {
		n, _ := strconv.ParseUint(color[i:i+2], 16, 8)
		return strconv.FormatUint(n, 10)
	}
	x.empty("viz:color", "r", channel(1), "g", channel(3), "b", channel(5))
}

// edgeTitle says in a few words what a tie is and how sure: "backs", "backs (alleged: claimed)", "backs (denied)".
func edgeTitle(t graph.Tie) string {
	label := relationLabel(t.Relation)
	switch t.Polarity {
	case graph.Alleged:
		return label + " (alleged: " + joined(t.Modalities) + ")"
	case graph.Denied:
		return label + " (denied)"
	}
	return label
}
