package store_test

import (
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/store"
)

// TestRemoveCost holds that taking articles out costs no more than putting them in, one by one and many at once: by
// what is allocated, which depends on little else that the machine does. BenchmarkWrite tells the time.
func TestRemoveCost(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "entente.db"), store.Options{})
	all := slices.Collect(made.Readings(made.Size{Articles: 2000}))
	mustAdd(t, s, all...)
	some := all[len(all)/2 : len(all)/2+len(all)/20]
	for _, c := range []struct {
		name string
		size int
		most float64
	}{{"many", len(some), 1}, {"one", 1, 1}} {
		var remove, add uint64
		for part := range slices.Chunk(some, c.size) {
			remove += allocated(t, func() error { return s.Remove(t.Context(), idsOf(part)...) })
			add += allocated(t, func() error { _, err := s.Add(t.Context(), part...); return err })
		}
		ratio := float64(remove) / float64(add)
		if t.Logf("%s: %d kB out, %d kB in", c.name, remove>>10, add>>10); ratio > c.most {
			t.Errorf("%s: taking out allocates %.2f times what putting in does, more than %.2f", c.name, ratio, c.most)
		}
	}
}

func idsOf(readings []graph.Reading) []uuid.UUID {
	ids := make([]uuid.UUID, len(readings))
	for i, r := range readings {
		ids[i] = r.Article.ID
	}
	return ids
}

func allocated(t *testing.T, do func() error) uint64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := do(); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
