package queries_test

import (
	"testing"

	"entente.example/queries"
)

func TestForemost(t *testing.T) {
	article := queries.Source{ID: "ab52d414-d5a8-56d1-bc4e-e26bdc1380bd", Name: "Drones at Marib"}
	iran, herald := queries.Source{ID: "Iran", Name: "Iran"}, queries.Source{ID: "~The_Herald", Name: "The Herald"}
	sources := []queries.Source{article, iran, herald}
	for most, want := range map[int][]queries.Source{3: sources, 2: {iran, herald}, 1: {iran}} {
		first, others := queries.Foremost(sources, most)
		if len(first) != len(want) || len(first)+others != len(sources) {
			t.Fatalf("of %d: %v and %d others", most, first, others)
		}
		for i := range want {
			if first[i] != want[i] {
				t.Errorf("of %d: %v, want %v", most, first, want)
			}
		}
	}
	if sources[0] != article {
		t.Error("the sources of the caller are in another order")
	}
}
