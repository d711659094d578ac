package ties_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph/made"
	"entente.example/graph/ties"
)

// An index that is made of one in a file has all texts of it, also those that stand on either side of a page's end.
func TestMergeTexts(t *testing.T) {
	b := ties.NewBuilder()
	for r := range made.Readings(made.Size{Articles: 1500, Each: 1, Seed: 1}) {
		for _, e := range r.Entities {
			b.Entity(e)
		}
		b.Article(r.Article, r.Statements)
	}
	older := b.Finish("r1")
	merged, err := ties.Merge("r2", saved(t, older))
	if err != nil {
		t.Fatal(err)
	}
	for a := range older.Articles() {
		if diff := cmp.Diff(older.Article(a), merged.Article(a)); diff != "" {
			t.Errorf("-older +merged\n%s", diff)
		}
	}
}
