package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/processor"
	"entente.example/graph/store"
)

// BenchmarkWrite measures small changes in a store of made articles, each a transaction of its own: an article that comes,
// another one that goes, a verdict; and a tenth of all articles at once. It tells the time by the clock and that of the
// processors, which for PostgreSQL leaves the server out, and what taking out costs against putting in.
//
// ENTENTE_BENCH_STATEMENTS names the sizes of the store, as for BenchmarkLoad.
func BenchmarkWrite(b *testing.B) {
	sizes := strings.Fields(os.Getenv("ENTENTE_BENCH_STATEMENTS"))
	if len(sizes) == 0 {
		sizes = []string{"10000"}
	}
	for _, backend := range []string{"leveldb", "memory", "postgres"} {
		for _, size := range sizes {
			var statements int
			if _, err := fmt.Sscan(size, &statements); err != nil {
				b.Fatal(err)
			}
			b.Run(backend+"/"+size, func(b *testing.B) { benchmarkWrite(b, backend, statements) })
		}
	}
}

func benchmarkWrite(b *testing.B, backend string, statements int) {
	address := filepath.Join(b.TempDir(), "entente.db")
	switch backend {
	case "memory":
		address = "memory:"
	case "postgres":
		address = postgres(b)
	}
	s := mustOpen(b, address, store.Options{})
	var all, batch, others []graph.Reading
	for r := range made.Readings(made.Size{Articles: statements/5 + ones}) {
		if len(others) < ones && len(all) > len(others)*statements/5/ones {
			others = append(others, r)
			continue
		}
		all = append(all, r)
		if batch = append(batch, r); len(batch) == 2000 {
			mustAdd(b, s, batch...)
			batch = nil
		}
	}
	mustAdd(b, s, batch...)
	forget(all)
	b.Run("one", func(b *testing.B) { writeOnes(b, s, all, others) })
	b.Run("many", func(b *testing.B) { writeMany(b, s, all) })
}

// forget leaves of the readings that are not written again their ids alone: to look through hundreds of megabytes of them,
// as Go's collector does now and then, takes longer than a hundred small changes.
func forget(all []graph.Reading) {
	from, to := aTenth(len(all))
	again := map[int]bool{}
	for i := range ones {
		again[placeOf(i, all)] = true
	}
	for i := range all {
		if !again[i] && (i < from || i >= to) {
			all[i] = graph.Reading{Article: graph.Article{ID: all[i].Article.ID}}
		}
	}
	runtime.GC()
}

// placeOf gives where the article stands that goes as one of ones.
func placeOf(i int, all []graph.Reading) int { return i * len(all) / ones }

// aTenth gives the bounds of the articles that go at once.
func aTenth(articles int) (from, to int) { return articles / 2, articles/2 + articles/10 }

// settle waits until LevelDB does nothing more for earlier changes: which of several it merges tables after is chance.
func settle(b *testing.B) {
	const look = 200 * time.Millisecond
	for before := used(b); ; {
		time.Sleep(look)
		now := used(b)
		if now-before < look/20 {
			return
		}
		before = now
	}
}

// ones is how many articles come and go one by one.
const ones = 50

// writeOnes takes articles, spread over the store, out, puts others in, and judges a statement of each. Those that came go
// the next time. They are others, since the same one would find in the caches what it takes to read them, whichever of the
// two is done first.
func writeOnes(b *testing.B, s *store.Store, all, others []graph.Reading) {
	var remove, add, judge watch
	for range b.N {
		settle(b)
		for i, r := range others {
			goes := &all[placeOf(i, all)]
			v := graph.Verdict{Statement: r.Statements[0].ID, By: "Ada", On: "2026-01-02", Decision: graph.Reject}
			remove = remove.plus(measure(b, func() error { return s.Remove(b.Context(), goes.Article.ID) }))
			add = add.plus(measure(b, func() error { _, err := s.Add(b.Context(), r); return err }))
			judge = judge.plus(measure(b, func() error { _, err := s.Judge(b.Context(), nil, v); return err }))
			if _, err := s.Withdraw(b.Context(), v.By, v.Statement); err != nil {
				b.Fatal(err)
			}
			*goes, others[i] = r, *goes
		}
	}
	b.ReportMetric(0, "ns/op") // what follows tells more
	for name, w := range map[string]watch{"remove": remove, "add": add, "verdict": judge} {
		b.ReportMetric(w.wall.Seconds()*1e3/float64(ones*b.N), "ms/"+name)
		b.ReportMetric(w.processor.Seconds()*1e3/float64(ones*b.N), "processor-ms/"+name)
	}
	compare(b, remove, add)
}

// writeMany takes a tenth of the articles out at once, and puts them in again.
func writeMany(b *testing.B, s *store.Store, all []graph.Reading) {
	from, to := aTenth(len(all))
	many := all[from:to]
	var ids []uuid.UUID
	for _, r := range many {
		ids = append(ids, r.Article.ID)
	}
	var remove, add watch
	for range b.N {
		settle(b)
		remove = remove.plus(measure(b, func() error { return s.Remove(b.Context(), ids...) }))
		settle(b)
		add = add.plus(measure(b, func() error { _, err := s.Add(b.Context(), many...); return err }))
	}
	b.ReportMetric(0, "ns/op")
	compare(b, remove, add)
}

func compare(b *testing.B, remove, add watch) {
	b.ReportMetric(remove.wall.Seconds()/add.wall.Seconds(), "removing/adding")
	b.ReportMetric(remove.processor.Seconds()/add.processor.Seconds(), "removing/adding-processor")
}

func measure(b *testing.B, do func() error) watch {
	w := start(b)
	if err := do(); err != nil {
		b.Fatal(err)
	}
	return w.stop()
}

// watch tells how long something took, by the clock and by the processors, of which work in the background is part.
type watch struct {
	wall, processor time.Duration
	began           time.Time
	used            time.Duration
	b               *testing.B
}

func start(b *testing.B) watch { return watch{began: time.Now(), used: used(b), b: b} }

func (w watch) stop() watch {
	return watch{wall: time.Since(w.began), processor: used(w.b) - w.used}
}

func (w watch) plus(v watch) watch {
	return watch{wall: w.wall + v.wall, processor: w.processor + v.processor}
}

func (w watch) best(v watch) watch {
	return watch{wall: min(w.wall, v.wall), processor: min(w.processor, v.processor)}
}

// used is how long this process has used processors.
func used(b *testing.B) time.Duration {
	b.Helper()
	t, err := processor.Time()
	if err != nil {
		b.Fatal(err)
	}
	return t
}
