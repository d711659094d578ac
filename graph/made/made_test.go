package made_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/made"
)

// A graph is the same each time, breaks no rule of the model, and has the shape of news.
func TestReadings(t *testing.T) {
	var first []graph.Reading
	for r := range made.Readings(made.Size{Articles: 600, Seed: 7}) {
		first = append(first, r)
	}
	i := 0
	for r := range made.Readings(made.Size{Articles: 600, Seed: 7}) {
		if diff := cmp.Diff(first[i], r); diff != "" {
			t.Fatal(diff)
		}
		i++
	}
	bySubject, statements := map[graph.ID]int{}, 0
	var tellings []graph.Telling
	for _, r := range first {
		tellings = append(tellings, graph.NewTelling(r.Article, r.Statements))
		for _, s := range r.Statements {
			if err := s.Validate(); err != nil {
				t.Fatal(err)
			}
			bySubject[s.Subject]++
			statements++
		}
	}
	most := 0
	for _, n := range bySubject {
		most = max(most, n)
	}
	copies := len(tellings) - len(graph.Stories(tellings))
	if statements < 2500 || statements > 3500 || most < statements/50 || len(bySubject) < 200 || copies < 30 {
		t.Errorf("%d statements, at most %d of one subject, %d subjects, %d copies", statements, most, len(bySubject), copies)
	}
}
