package queries_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/store"
	"entente.example/queries"
)

// A flipped byte in the file of the index changes no answer: it is found when it is read, and the index made anew.
func TestDamagedIndex(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), slices.Collect(made.Readings(made.Size{Articles: 60, Wars: 3, Seed: 2}))...); err != nil {
		t.Fatal(err)
	}
	want := answers(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(path, "ties-*"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	const flips = 40
	for i := range flips {
		at := len(whole) * i / flips
		spoilt := slices.Clone(whole)
		spoilt[at] ^= 0x10
		if err := os.WriteFile(files[0], spoilt, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(t.Context(), path, store.Options{ReadOnly: i%2 == 0})
		if err != nil {
			t.Fatal(err)
		}
		if got := answers(t, s); got != want {
			t.Errorf("with byte %d of %d flipped the answers differ", at, len(whole))
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// answers are those to several questions, as JSON.
func answers(t *testing.T, s *store.Store) string {
	t.Helper()
	var all []any
	add := func(answer any, err error) {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
		all = append(all, answer)
	}
	opts := queries.Options{}
	add(queries.Resolve(t.Context(), s, nil, "g0w0", queries.WantAny))
	add(queries.Backs(t.Context(), s, queries.Options{Name: "State_0"}))
	add(queries.Backs(t.Context(), s, opts))
	add(queries.Ties(t.Context(), s, queries.Options{Polarities: graph.Polarities()}))
	add(queries.Control(t.Context(), s, opts))
	add(queries.Paths(t.Context(), s, "State_0", "Group_0_of_War_1", opts))
	add(queries.Dyads(t.Context(), s, opts))
	add(queries.Timeline(t.Context(), s, []graph.ID{"Town_0_of_War_0"}, opts))
	add(queries.Contested(t.Context(), s, opts))
	add(queries.Sources(t.Context(), s, opts))
	add(queries.Stories(t.Context(), s))
	g, left, err := queries.Subgraph(t.Context(), s, opts)
	add(fmt.Sprint(g, left), err)
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
