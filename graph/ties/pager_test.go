package ties_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/ties"
)

// Rows that are too many for the memory are in a temporary file for a while, and so is what is sorted; where there cannot be
// one, or it is full, all is in memory after all.
func TestPages(t *testing.T) {
	list := readings(300) // some tables have several pages then
	rejected := list[40].Statements[0]
	judged := func(b *ties.Builder) *ties.Builder {
		b.Verdict(graph.Verdict{Statement: rejected.ID, By: "ana", Decision: graph.Reject})
		b.Remove(list[3].Article.ID)
		return b
	}
	plain := judged(collected(list...)).Build("r1")
	want, wantSums := contentsOf(t, plain), sumsOf(plain)
	for name, folder := range map[string]string{"a folder": t.TempDir(), "none": filepath.Join(t.TempDir(), "missing")} {
		t.Setenv("TMPDIR", folder)
		for _, run := range []int{100, 1000} {
			b := ties.NewBuilder()
			b.HoldRows(1, run)
			b.HoldSentences(1000)
			for _, r := range list {
				for _, e := range r.Entities {
					b.Entity(e)
				}
				b.Article(r.Article, r.Statements)
			}
			built := judged(b).Build("r1")
			again := saved(t, built)
			again.HoldPages(1)
			for kind, x := range map[string]*ties.Index{
				"built": built, "saved": saved(t, built), "read again": again, "finished": saved(t, b.Finish("r1")),
			} {
				if diff := cmp.Diff(want, contentsOf(t, x)); diff != "" {
					t.Errorf("%s, %s: %s", name, kind, diff)
				}
				if diff := cmp.Diff(wantSums, sumsOf(x)); diff != "" {
					t.Errorf("%s, %s: %s", name, kind, diff)
				}
			}
			if left, err := os.ReadDir(folder); name != "none" && (err != nil || len(left) > 0) {
				t.Errorf("%d files are left: %v", len(left), err)
			}
		}
	}
}

// Many may read an index at once whose pages leave the memory meanwhile.
func TestPagesTogether(t *testing.T) {
	x := saved(t, collected(readings(100)...).Build("r1"))
	want := contentsOf(t, x)
	x.HoldPages(1)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if diff := cmp.Diff(want, contentsOf(t, x)); diff != "" {
				t.Error(diff)
			}
		})
	}
	group.Wait()
}

// sumsOf are what counts of each fact, with what is left out.
func sumsOf(x *ties.Index) (all []any) {
	for f := range x.Facts() {
		sums := x.Sums(f)
		all = append(all, sums.Left())
		for _, p := range graph.Polarities() {
			if c, ok := sums.Claim(p); ok {
				day, cite, _ := c.LastTold(99991231)
				all = append(all, c.IDs(), c.Origins(), c.Best(), c.Tally(), c.FirstTold(), day, cite)
			}
		}
	}
	return all
}
