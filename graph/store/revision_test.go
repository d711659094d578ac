package store_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

// version makes a reading of a text that was published at an address on a day.
func version(text, address string, day graph.Valid, ties ...tie) graph.Reading {
	r := reading(text, ties...)
	r.Article.Appearances = nil
	r.Article.AddAppearances(graph.Appearance{URL: address, Publisher: "The Gazette", Published: day})
	return r
}

// testRevisions holds which of the texts at an address is the current one, in whatever order they come, and that the
// others stay reachable.
func testRevisions(t *testing.T, open opener) {
	const at, elsewhere = "https://news.example/front", "https://mirror.example/front"
	first := version("first", at, "2024-03-01", backs("A", "B"))
	second := version("second", at, "2024-03-02", backs("A", "C"))
	undated := version("undated", at, "", backs("A", "D"))
	other := version("other", elsewhere, "2024-01-01", backs("A", "E"))
	twin := version("twin", "https://news.example/same", "2024-03-02", backs("A", "F"))
	twin2 := version("twin 2", "https://news.example/same", "2024-03-02", backs("A", "G"))
	earlierTwin, laterTwin := twin.Article.ID, twin2.Article.ID
	if twin.Article.Revises(twin2.Article, "https://news.example/same") {
		earlierTwin, laterTwin = laterTwin, earlierTwin
	}
	readings := []graph.Reading{first, second, undated, other, twin, twin2}
	successors := map[uuid.UUID]uuid.UUID{
		first.Article.ID: second.Article.ID, undated.Article.ID: second.Article.ID, earlierTwin: laterTwin,
	}
	var want string
	kept := open(t)
	random := rand.New(rand.NewPCG(5, 6))
	for round := range 4 {
		s := memory(t)
		if round == 0 {
			s = kept
		}
		superseded := 0
		for _, r := range readings {
			superseded += mustAdd(t, s, r).ArticlesSuperseded
		}
		if superseded != len(successors) {
			t.Errorf("%d articles were told to be superseded, want %d", superseded, len(successors))
		}
		for _, r := range readings {
			a, err := s.Article(t.Context(), r.Article.ID)
			if err != nil || a.Successor != successors[a.ID] {
				t.Errorf("article %v: successor %s, want %s, %v", a.Appearances, a.Successor, successors[a.ID], err)
			}
		}
		if got := statements(t, s, store.Filter{Subject: "A"}); len(got) != len(readings) {
			t.Errorf("%d statements can be reached, want %d", len(got), len(readings))
		}
		if want == "" {
			want = dump(t, s)
		}
		if diff := cmp.Diff(want, dump(t, s)); diff != "" {
			t.Errorf("another order, another dump: %s", diff)
		}
		random.Shuffle(len(readings), func(i, j int) { readings[i], readings[j] = readings[j], readings[i] })
	}

	s := memory(t)
	if change := mustAdd(t, s, readings...); change.ArticlesSuperseded != len(successors) {
		t.Errorf("in one transaction %d were told to be superseded, want %d", change.ArticlesSuperseded, len(successors))
	}
	s = kept
	// A text that still stands elsewhere keeps its place, and one whose successor is withdrawn gets it back.
	first.Article.AddAppearances(graph.Appearance{URL: elsewhere, Published: "2024-02-01"})
	mustAdd(t, s, first)
	current := func(r graph.Reading) bool {
		t.Helper()
		a, err := s.Article(t.Context(), r.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		return a.Successor == uuid.Nil
	}
	if !current(first) || current(other) {
		t.Error("the text that stands at two addresses should be current at the second one")
	}
	if err := s.Remove(t.Context(), second.Article.ID); err != nil {
		t.Fatal(err)
	}
	if current(undated) || !current(first) {
		t.Error("after the newest was removed, the next one should be current")
	}
	if err := s.Remove(t.Context(), first.Article.ID); err != nil {
		t.Fatal(err)
	}
	if !current(undated) || !current(other) {
		t.Error("the last text at an address should be current")
	}
	noProblems(t, s)
}
