package store_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/store"
)

// TestAddToWhatIsThere adds to stores that were closed meanwhile, so that the writer knows nothing of what is there, with
// so much that it reads it: the dump is that of one load, and Check finds nothing. Articles overlap, and some are taken out
// in between and come again.
func TestAddToWhatIsThere(t *testing.T) {
	want := memory(t)
	all := crowd(200, 4, 40)
	mustAdd(t, want, all...)
	path := filepath.Join(t.TempDir(), "entente.db")
	for i, part := range [][]graph.Reading{all[:10], all[5:150], all[140:], all[:50]} {
		s := mustOpen(t, path, store.Options{})
		mustAdd(t, s, part...)
		for _, r := range part[:3] {
			if err := s.Remove(t.Context(), r.Article.ID); err != nil {
				t.Fatal(err)
			}
		}
		mustAdd(t, s, part[:3]...)
		noProblems(t, s)
		if i == 1 && !s.KnowsNodes() {
			t.Errorf("part %d: the nodes were not read", i)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(dump(t, want), dump(t, mustOpen(t, path, store.Options{ReadOnly: true}))); diff != "" {
		t.Error(diff)
	}
}
