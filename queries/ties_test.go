package queries_test

import (
	"fmt"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// TestTies holds that ties of all relations are there, around a name or all, and that denied ones are not unasked.
func TestTies(t *testing.T) {
	s, err := store.Open(t.Context(), "memory:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	reading := ruritania()
	for _, more := range []struct {
		subject  graph.ID
		relation graph.Relation
		object   graph.ID
		polarity graph.Polarity
	}{
		{"~Northern_Front", graph.Fights, "Ruritania", graph.Affirmed},
		{"Ruritania", graph.Backs, "~Northern_Front", graph.Denied},
		{"~Northern_Front", graph.Captured, "Strelsau", graph.Affirmed},
		{"Graustark", graph.Backs, "Ruritania", graph.Denied},
	} {
		statement := reading.Statements[0]
		statement.Subject, statement.Relation, statement.Object, statement.Polarity = more.subject, more.relation, more.object, more.polarity
		statement.Citations = append([]graph.Citation(nil), statement.Citations...)
		reading.Statements = append(reading.Statements, statement)
	}
	reading.Normalize()
	if _, err := s.Add(t.Context(), reading); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		opts   queries.Options
		want   string
		denied int
	}{
		{queries.Options{}, "Ruritania backs ~Northern_Front affirmed contested; Ruritania fights ~Northern_Front affirmed; ~Northern_Front captured Strelsau affirmed", 1},
		{queries.Options{Name: "Strelsau"}, "~Northern_Front captured Strelsau affirmed", 0},
		{queries.Options{Name: "Graustark"}, "", 1},
		{queries.Options{Name: "Graustark", Polarities: graph.Polarities()}, "Graustark backs Ruritania denied", 0},
		{queries.Options{Relations: []graph.Relation{graph.Fights}}, "Ruritania fights ~Northern_Front affirmed", 0},
	} {
		answer, err := queries.Ties(t.Context(), s, test.opts)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, tie := range answer.Ties {
			text := fmt.Sprintf("%s %s %s %s", tie.Subject.ID, tie.Relation, tie.Object.ID, tie.Polarity)
			if tie.Contested {
				text += " contested"
			}
			got = append(got, text)
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%+v: %q, want %q", test.opts, got, test.want)
		}
		if answer.Denied != test.denied {
			t.Errorf("%+v: %d only denied, want %d", test.opts, answer.Denied, test.denied)
		}
	}
}
