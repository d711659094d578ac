package export

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"entente.example/graph"
)

// cytoscapeGraph is a network in Cytoscape's JSON, which Cytoscape and cytoscape.js read.
type cytoscapeGraph struct {
	Data     map[string]string `json:"data"`
	Elements struct {
		Nodes []cytoscapeElement `json:"nodes"`
		Edges []cytoscapeElement `json:"edges"`
	} `json:"elements"`
}

type cytoscapeElement struct {
	Data    map[string]any `json:"data"`
	Classes string         `json:"classes"`
}

// writeCytoscape writes nodes and edges with what is told of them as data, and type, relation and polarity as classes.
// Cytoscape's own columns are shared name, name and interaction.
func writeCytoscape(w io.Writer, v view) error {
	document := cytoscapeGraph{Data: map[string]string{"name": v.title, "shared name": v.title}}
	document.Elements.Nodes, document.Elements.Edges = []cytoscapeElement{}, []cytoscapeElement{}
	for _, id := range drawnEnds(v.ties) {
		e := entityAt(v.graph, id)
		data := typed(v.graph, entityColumns(), e)
		data["id"], data["name"], data["shared name"] = string(id), e.Name, e.Name
		document.Elements.Nodes = append(document.Elements.Nodes, cytoscapeElement{data, string(e.Type)})
	}
	for i, t := range v.ties {
		data := typed(v.graph, tieColumns(), t)
		name := graph.EdgeName(t.Relation, t.Polarity)
		start, end := interval(t)
		data["id"], data["source"], data["target"] = "e"+strconv.Itoa(i), string(t.Subject), string(t.Object)
		data["interaction"], data["shared interaction"] = name, name
		data["name"] = v.graph.Called(t.Subject) + " (" + name + ") " + v.graph.Called(t.Object)
		data["label"], data["directed"], data["start"], data["end"] = edgeTitle(t), !t.Relation.Symmetric(), start, end
		classes := strings.TrimSpace(string(t.Relation) + " " + string(t.Polarity) + " " + string(t.Phase))
		document.Elements.Edges = append(document.Elements.Edges, cytoscapeElement{data, classes})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(document)
}

// typed gives the values of the columns in the types of JSON; those without a value are left out.
func typed[T any](g graph.Subgraph, columns []column[T], row T) map[string]any {
	data := map[string]any{}
	for _, c := range columns {
		value := c.value(g, row)
		switch {
		case value == "":
		case c.kind == "string":
			data[c.name] = value
		default:
			data[c.name] = json.RawMessage(value)
		}
	}
	return data
}
