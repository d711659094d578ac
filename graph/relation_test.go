package graph_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

func TestRelations(t *testing.T) {
	type traits struct {
		place, symmetric, event bool
		sign                    int
	}
	want := map[graph.Relation]traits{
		graph.Backs:        {sign: 1},
		graph.AlliedWith:   {symmetric: true, sign: 1},
		graph.Fights:       {symmetric: true, sign: -1},
		graph.Opposes:      {symmetric: true, sign: -1},
		graph.Leads:        {sign: 1},
		graph.MemberOf:     {sign: 1},
		graph.Captured:     {place: true, event: true},
		graph.Controls:     {place: true},
		graph.Attacked:     {place: true, event: true},
		graph.WithdrewFrom: {place: true, event: true},
		graph.DeployedTo:   {place: true, event: true},
	}
	rows := graph.Relations()
	if len(rows) != len(want) {
		t.Errorf("%d relations", len(rows))
	}
	for _, row := range rows {
		r := row.Relation
		if got := (traits{row.ObjectIsPlace, row.Symmetric, row.Event, row.Sign}); got != want[r] {
			t.Errorf("%s: got %+v, want %+v", r, got, want[r])
		}
		if row.Label == "" || row.Inverse == "" || row.Symmetric && row.Label != row.Inverse {
			t.Errorf("%s: labels %q and %q", r, row.Label, row.Inverse)
		}
		if again, ok := r.Row(); !ok || again != row || r.Symmetric() != row.Symmetric || r.Event() != row.Event {
			t.Errorf("%s: another row by its name", r)
		}
		a, b := r.Order("B", "A")
		if row.Symmetric != (a == "A") || a == b {
			t.Errorf("%s: B, A are ordered %s, %s", r, a, b)
		}
	}
	rows[0].Label = "changed"
	if graph.Relations()[0].Label == "changed" {
		t.Error("a caller can change the table")
	}
	if _, ok := graph.Relation("likes").Row(); ok || graph.Relation("likes").Symmetric() {
		t.Error("an unknown relation has a row")
	}
}

func TestEdgeName(t *testing.T) {
	var names []string
	for _, row := range graph.Relations() {
		for _, p := range graph.Polarities() {
			names = append(names, graph.EdgeName(row.Relation, p))
		}
	}
	if got := names[:3]; !slices.Equal(got, []string{"backs", "backs_alleged", "backs_denied"}) {
		t.Errorf("got %v", got)
	}
	slices.Sort(names)
	if len(slices.Compact(names)) != 33 {
		t.Error("two edges have one name")
	}
}

func TestRelationSaid(t *testing.T) {
	for words, want := range map[string]struct {
		relation graph.Relation
		inverse  bool
	}{
		"backs": {graph.Backs, false}, "Is backed by": {graph.Backs, true}, "backed by": {graph.Backs, true},
		"is a member of": {graph.MemberOf, false}, "member_of": {graph.MemberOf, false}, "was captured by": {graph.Captured, true},
		"is allied with": {graph.AlliedWith, false}, " deployed to ": {graph.DeployedTo, false}, "likes": {}, "by": {}, "": {},
	} {
		row, inverse, ok := graph.RelationSaid(words)
		if row.Relation != want.relation || inverse != want.inverse || ok != (want.relation != "") {
			t.Errorf("%q: %s, from the object %t, found %t", words, row.Relation, inverse, ok)
		}
	}
}
