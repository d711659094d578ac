package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/store"
)

// BenchmarkWrite measures small writes in a store of made articles, each a transaction of its own: an article that
// comes, one that goes, a verdict. It tells the wall's time and the processor's of each, and what taking out costs
// against putting in.
//
// ENTENTE_BENCH_STATEMENTS names the sizes of the store, as for BenchmarkLoad.
func BenchmarkWrite(b *testing.B) {
	sizes := strings.Fields(os.Getenv("ENTENTE_BENCH_STATEMENTS"))
	if len(sizes) == 0 {
		sizes = []string{"10000"}
	}
	for _, size := range sizes {
		b.Run(size, func(b *testing.B) {
			var statements int
			if _, err := fmt.Sscan(size, &statements); err != nil {
				b.Fatal(err)
			}
			s := mustOpen(b, filepath.Join(b.TempDir(), "entente.db"), store.Options{})
			var all, batch []graph.Reading
			for r := range made.Readings(made.Size{Articles: statements / 5}) {
				all = append(all, r)
				if batch = append(batch, r); len(batch) == 2000 {
					mustAdd(b, s, batch...)
					batch = nil
				}
			}
			mustAdd(b, s, batch...)
			writeSmall(b, s, all, 1) // with what the load has left to LevelDB to be done
			for b.Loop() {
				writeSmall(b, s, all, 0)
			}
			b.ReportMetric(0, "ns/op") // what follows tells more
		})
	}
}

// writeSmall takes fifty articles of the store, every other one from the one on, out and puts them in again, one by one, and judges a statement of each.
func writeSmall(b *testing.B, s *store.Store, all []graph.Reading, from int) {
	const times = 50
	some := make([]graph.Reading, 0, times)
	for i := range times {
		some = append(some, all[from+i*len(all)/times])
	}
	remove := start(b)
	for _, r := range some {
		if err := s.Remove(b.Context(), r.Article.ID); err != nil {
			b.Fatal(err)
		}
	}
	remove = remove.stop()
	add := start(b)
	for _, r := range some {
		mustAdd(b, s, r)
	}
	add = add.stop()
	judge := start(b)
	for _, r := range some {
		if len(r.Statements) == 0 {
			continue
		}
		v := graph.Verdict{Statement: r.Statements[0].ID, By: "Ada", On: "2026-01-02", Decision: graph.Reject}
		if _, err := s.Judge(b.Context(), nil, v); err != nil {
			b.Fatal(err)
		}
	}
	judge = judge.stop()
	for _, r := range some {
		if len(r.Statements) > 0 {
			if _, err := s.Withdraw(b.Context(), "Ada", r.Statements[0].ID); err != nil {
				b.Fatal(err)
			}
		}
	}
	for name, w := range map[string]watch{"remove": remove, "add": add, "verdict": judge} {
		b.ReportMetric(w.wall.Seconds()*1e3/times, "ms/"+name)
		b.ReportMetric(w.processor.Seconds()*1e3/times, "processor-ms/"+name)
	}
	b.ReportMetric(remove.wall.Seconds()/add.wall.Seconds(), "removing/adding")
	b.ReportMetric(remove.processor.Seconds()/add.processor.Seconds(), "processor-removing/adding")
}

// watch tells how long something took, by the clock and by the processors, of which work in the background is part.
type watch struct {
	wall, processor time.Duration
	began           time.Time
	used            time.Duration
	b               *testing.B
}

func start(b *testing.B) watch { return watch{began: time.Now(), used: processorTime(b), b: b} }

func (w watch) stop() watch {
	return watch{wall: time.Since(w.began), processor: processorTime(w.b) - w.used}
}

func (w watch) plus(v watch) watch {
	return watch{wall: w.wall + v.wall, processor: w.processor + v.processor}
}

func (w watch) best(v watch) watch {
	return watch{wall: min(w.wall, v.wall), processor: min(w.processor, v.processor)}
}
