package queries_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/queries"
)

// What is exported counts sources as answers do, of the whole and of a part: a story is found over all articles, also where
// the one in the middle, which ties two copies together, or the original says nothing of the tie.
func TestExportCountsAsAnswers(t *testing.T) {
	s := newStore(t, slices.Collect(made.Readings(made.Size{Articles: 250, Seed: 5, Wars: 2}))...)
	copied := 0
	for _, opts := range []queries.Options{
		{Polarities: graph.Polarities()},
		{Polarities: graph.Polarities(), MinConfidence: 80},
		{Polarities: graph.Polarities(), Since: "2020"},
		{Polarities: graph.Polarities(), Relations: []graph.Relation{graph.Captured}},
		{Polarities: graph.Polarities(), Name: "Group_0_of_War_0"},
	} {
		g, _, err := queries.Subgraph(t.Context(), s, opts)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range g.Articles {
			if a.CopyOf != [16]byte{} {
				copied++
			}
		}
		exported, answered := map[string][]string{}, map[string][]string{}
		for _, tie := range graph.Ties(g) {
			exported[fmt.Sprint(tie.Fact, tie.Polarity)] = tie.Sources
		}
		answer, err := queries.Ties(t.Context(), s, opts)
		if err != nil {
			t.Fatal(err)
		}
		for _, tie := range answer.Ties {
			var ids []string
			for _, source := range tie.Sources {
				ids = append(ids, source.ID)
			}
			answered[fmt.Sprint(tie.Fact, tie.Polarity)] = ids
		}
		if diff := cmp.Diff(answered, exported); diff != "" || len(answered) == 0 {
			t.Errorf("%+v: answered and exported: %s", opts, diff)
		}
	}
	if copied == 0 {
		t.Error("no copies among the articles")
	}
}
