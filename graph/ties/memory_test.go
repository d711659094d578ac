package ties_test

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
	"testing"
	"time"

	"entente.example/graph/made"
	"entente.example/graph/ties"
)

// What an index is made of goes into temporary files: of an article with its five statements, which take two kilobytes
// there, some numbers stay in memory.
func TestMemory(t *testing.T) {
	const few, many, most = 2_000, 10_000, 1_000
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	used := map[int]uint64{}
	for _, articles := range []int{few, many} {
		used[articles] = mostLive(func() {
			b := ties.NewBuilder()
			b.HoldRows(1<<20, 2048)
			b.HoldSentences(1 << 18)
			for r := range made.Readings(made.Size{Articles: articles}) {
				for _, e := range r.Entities {
					b.Entity(e)
				}
				b.FreshArticle(r.Article, r.Statements)
			}
			x := b.Finish("r1")
			if x.Articles() != articles || x.Err() != nil {
				t.Errorf("%d articles, %v", x.Articles(), x.Err())
			}
			if err := x.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	each := (float64(used[many]) - float64(used[few])) / (many - few)
	t.Logf("%d kB, %d kB: %.0f bytes more for each article", used[few]>>10, used[many]>>10, each)
	if each > most {
		t.Errorf("%.0f bytes stay for each article, more than %d", each, most)
	}
}

// mostLive gives how many bytes were in use at most, as the collections find it.
func mostLive(do func()) uint64 {
	runtime.GC()
	live := func() uint64 {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	var most atomic.Uint64
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
				most.Store(max(most.Load(), live()))
			}
		}
	}()
	do()
	close(stop)
	<-done
	return most.Load()
}
