package export_test

import (
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/export"
)

// A layout by coordinates, such as Gephi's, wants numbers, and takes no text for one.
func TestCoordinatesAreNumbers(t *testing.T) {
	at := func(latitude, longitude string) graph.Subgraph {
		var g graph.Subgraph
		addRaw(&g, "Huambo", "Angola", "words")
		for i := range g.Entities {
			g.Entities[i].Latitude, g.Entities[i].Longitude = latitude, longitude
		}
		return g
	}
	for _, c := range []struct{ format, want string }{
		{"gexf", `title="latitude" type="double"`},
		{"gexf", `value="-12.7761"`},
		{"graphml", `attr.name="longitude" attr.type="double"`},
		{"cytoscape", `"latitude": -12.7761`},
		{"cytoscape", `"longitude": 15.7`},
	} {
		if text := write(t, at("-12.7761", "+15.7"), c.format, export.Options{}); !strings.Contains(text, c.want) {
			t.Errorf("%s: no %s in\n%s", c.format, c.want, text)
		}
	}
	for _, format := range []string{"gexf", "graphml", "cytoscape", "nodes"} {
		for _, latitude := range []string{"south", "90.5", "NaN"} {
			text := write(t, at(latitude, "15.7"), format, export.Options{})
			if strings.Contains(text, latitude) || strings.Contains(text, "15.7") {
				t.Errorf("%s has a place that is not on the earth:\n%s", format, text)
			}
		}
	}
}

// Namesakes are two nodes, which their names tell apart; who looks a name up gets it as it is.
func TestNamesakesAreToldApart(t *testing.T) {
	var g graph.Subgraph
	addRaw(&g, "Graustark", "Ansar", "words")
	addRaw(&g, "Graustark", "Legion", "more words")
	for i := range g.Entities {
		if e := &g.Entities[i]; e.Name != "Graustark" {
			e.ID, e.Name = graph.ID("National_Army_("+e.Name+")"), "National Army"
		}
	}
	for i := range g.Statements {
		s := &g.Statements[i]
		s.Object = graph.ID("National_Army_(" + s.Object.Name() + ")")
		s.ID = graph.StatementID(*s)
	}
	for _, format := range []string{"csv", "nodes", "gexf", "graphml", "cytoscape", "dot", "mermaid", "md", "html", "json"} {
		text := strings.ReplaceAll(write(t, g, format, export.Options{}), "\\", "")
		text = strings.NewReplacer("\n", " ", "<BR/>", " ").Replace(text)
		if !strings.Contains(text, "National Army (Ansar)") || !strings.Contains(text, "National Army (Legion)") {
			t.Errorf("%s calls two things by one name:\n%s", format, text)
		}
	}
	if text := write(t, g, "ftm", export.Options{}); !strings.Contains(text, `"name":["National Army"]`) {
		t.Errorf("ftm:\n%s", text)
	}
}
