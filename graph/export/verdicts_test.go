package export_test

import (
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/export"
)

// judged has reviewers accept the first statement of a subgraph, reject the second and rewrite the third.
func judged(g graph.Subgraph) graph.Subgraph {
	g.Statements = slices.Clone(g.Statements)
	accept := graph.Verdict{Statement: g.Statements[0].ID, Decision: graph.Accept, By: "Mary", On: "2024-05-01"}
	reject := graph.Verdict{Statement: g.Statements[1].ID, Decision: graph.Reject, By: "Mary", On: "2024-05-01", Note: "<x> .\n\"no\""}
	instead := g.Statements[2]
	instead.Subject, instead.Object = "Aside_of_one", "Aside_of_two"
	edit := graph.Verdict{Statement: g.Statements[2].ID, Decision: graph.Edit, By: "Omar", On: "2024-05-02", Replacement: &instead}
	for _, v := range []*graph.Verdict{&accept, &reject, &edit} {
		v.Normalize()
		g.Verdicts = append(g.Verdicts, *v)
	}
	g.Aside = slices.Clone(g.Statements[1:3])
	g.Statements = append(slices.Delete(g.Statements, 1, 3), *edit.Replacement)
	g.Normalize()
	return g
}

// TestVerdicts holds that the formats for other stores tell what was extracted, and what reviewers say of it; that no
// other one shows a tie that was rejected; and that those for readers say how many those are.
func TestVerdicts(t *testing.T) {
	g := judged(libya(t))
	reject := g.Aside[slices.IndexFunc(g.Aside, func(s graph.Statement) bool {
		v, _ := graph.Deciding(s.Polarity, g.VerdictsOn(s.ID))
		return v.Decision == graph.Reject
	})]
	text := write(t, g, "nquads", export.Options{})
	const id = "https://entente.example/id/"
	for _, want := range []string{
		"<" + id + "st:" + reject.ID.String() + "> <" + id + `verdict> "reject" <` + id + "review:Mary> .",
		`"<x> .\n\"no\"" <` + id + "review:Mary> .",
		"<" + id + string(reject.Subject) + "> <" + id + graph.RejectedEdge(reject.Relation) + "> <" + id + string(reject.Object) + "> <" + id + "st:" + reject.ID.String() + "> .",
		"<" + id + "Aside_of_one> <" + id,
		"<" + id + "review:Omar> .",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("nquads lack %s", want)
		}
	}
	if strings.Contains(text, "<"+id+string(reject.Subject)+"> <"+id+reject.Predicate()+"> <"+id+string(reject.Object)+"> <"+id+"st:"+reject.ID.String()) {
		t.Error("the rejected tie stands in nquads")
	}
	if strings.Contains(text, `"extractor":"review:Omar"`) {
		t.Error("what a reviewer wrote stands as if the article had been read so")
	}
	if trig := write(t, g, "trig", export.Options{}); !strings.Contains(trig, "GRAPH <"+id+"review:Mary> {") {
		t.Error("trig lacks the verdicts")
	}
	for _, format := range export.Formats() {
		switch format.Name {
		case "nquads", "trig", "json", "png", "svg":
			continue
		}
		if text := write(t, g, format.Name, export.Options{}); strings.Contains(text, reject.ID.String()) || strings.Contains(text, graph.RejectedEdge(reject.Relation)) {
			t.Errorf("%s shows the rejected statement", format.Name)
		}
	}
	for _, format := range []string{"html", "md", "dot"} {
		if text := write(t, g, format, export.Options{}); !strings.Contains(text, "without 2 statements that reviewers rejected or replaced") {
			t.Errorf("%s does not say how many were rejected", format)
		}
	}
	if text := write(t, g, "html", export.Options{}); !strings.Contains(text, "accepted by a reviewer") {
		t.Error("html does not say what was accepted")
	}
	if text := write(t, g, "trig", export.Options{RedactPersons: true}); strings.Contains(text, "review:Mary") {
		t.Error("reviewers are named where persons are to be redacted")
	}
}
