package store_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	cleveldb "github.com/cayleygraph/cayley/graph/kv/leveldb"
	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/opt"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/store"
)

// BenchmarkLoad loads made articles into a new store, and, in the same run, the very quads of it with Cayley's own
// loader into the same kind of database, and, for LevelDB, the very keys and values straight into another LevelDB.
// It tells how fast each is, and what the store takes of quads, disk and memory.
//
// ENTENTE_BENCH_STATEMENTS names other sizes than 10000, such as "10000 100000 1000000". With ENTENTE_BENCH_ALONE set, the
// store alone is loaded, so that all memory that the process took is the store's.
func BenchmarkLoad(b *testing.B) {
	sizes := strings.Fields(os.Getenv("ENTENTE_BENCH_STATEMENTS"))
	if len(sizes) == 0 {
		sizes = []string{"10000"}
	}
	for _, backend := range []string{"leveldb", "postgres"} {
		for _, size := range sizes {
			b.Run(backend+"/"+size, func(b *testing.B) {
				var statements int
				if _, err := fmt.Sscan(size, &statements); err != nil {
					b.Fatal(err)
				}
				// Other work on the machine disturbs the best of both least.
				ours, cayleys := watch{wall: time.Hour, processor: time.Hour}, watch{wall: time.Hour, processor: time.Hour}
				for range b.N {
					our, its := benchmarkLoad(b, backend, statements)
					ours, cayleys = ours.best(our), cayleys.best(its)
				}
				b.ReportMetric(0, "ns/op") // what follows tells more
				b.ReportMetric(float64(statements)/ours.wall.Seconds(), "statements/s")
				if b.ReportMetric(float64(statements)/ours.processor.Seconds(), "statements/s-processor"); loadsAlone() {
					return
				}
				b.ReportMetric(cayleys.wall.Seconds()/ours.wall.Seconds(), "times-as-fast-as-Cayley")
				b.ReportMetric(cayleys.processor.Seconds()/ours.processor.Seconds(), "times-as-fast-as-Cayley/processor")
				b.ReportMetric(float64(statements)/cayleys.processor.Seconds(), "Cayley-statements/s-processor")
			})
		}
	}
}

func loadsAlone() bool { return os.Getenv("ENTENTE_BENCH_ALONE") != "" }

func benchmarkLoad(b *testing.B, backend string, want int) (ours, cayleys watch) {
	address := filepath.Join(b.TempDir(), "entente.db")
	if backend == "postgres" {
		address = postgres(b)
	}
	s, err := store.Open(b.Context(), address, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	size := made.Size{Articles: want / 5}
	memory := watchMemory(b.Context())
	statements := 0
	var batch []graph.Reading
	add := func() {
		w := start(b)
		if _, err := s.Add(b.Context(), batch...); err != nil {
			b.Fatal(err)
		}
		ours = ours.plus(w.stop()) // without the making of news
		batch = nil
	}
	for r := range made.Readings(size) {
		statements += len(r.Statements)
		if batch = append(batch, r); len(batch) == 2000 {
			add()
		}
	}
	if len(batch) > 0 {
		add()
	}
	stats, err := s.Stats(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	if backend == "postgres" {
		size, err := s.TableBytes()
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(size)/float64(statements), "B-disk/statement")
	}
	closing := start(b)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	ours = ours.plus(closing.stop())
	b.ReportMetric(float64(memory())/1e6, "MB-memory")
	b.ReportMetric(float64(stats.Quads)/float64(statements), "quads/statement")

	began := time.Now()
	if s, err = store.Open(b.Context(), address, store.Options{ReadOnly: true}); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(time.Since(began).Microseconds())/1e3, "ms-open")
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	if loadsAlone() {
		return ours, cayleys
	}
	quads := quadsOf(b, made.Readings(size))
	if backend == "leveldb" {
		b.ReportMetric(float64(folderSize(b, address))/float64(statements), "B-disk/statement")
		b.ReportMetric(ours.wall.Seconds()/straight(b, address).Seconds(), "times-the-floor")
	}
	cayleys = loadWithCayley(b, backend, quads)
	return ours, cayleys
}

// quadsOf gives the quads that a store of the readings has.
func quadsOf(b *testing.B, readings func(func(graph.Reading) bool)) []quad.Quad {
	var quads []quad.Quad
	seen := map[graph.ID]bool{}
	for r := range readings {
		for _, e := range r.Entities {
			if !seen[e.ID] {
				seen[e.ID] = true
				more, _, err := store.EntityQuads(e)
				if err != nil {
					b.Fatal(err)
				}
				quads = append(quads, more...)
			}
		}
		more, err := store.ArticleQuads(r)
		if err != nil {
			b.Fatal(err)
		}
		quads = append(quads, more...)
	}
	return quads
}

// loadWithCayley loads quads as the command cayley load does.
func loadWithCayley(b *testing.B, backend string, quads []quad.Quad) watch {
	var qs cayley.QuadStore
	switch backend {
	case "leveldb":
		base, err := cleveldb.Create(filepath.Join(b.TempDir(), "cayley.db"), nil)
		if err != nil {
			b.Fatal(err)
		}
		if err := kv.Init(base, nil); err != nil {
			b.Fatal(err)
		}
		if qs, err = kv.New(base, nil); err != nil {
			b.Fatal(err)
		}
	default:
		address := postgres(b)
		if err := csql.Init("postgres", address, nil); err != nil {
			b.Fatal(err)
		}
		var err error
		if qs, err = csql.New("postgres", address, nil); err != nil {
			b.Fatal(err)
		}
	}
	began := start(b)
	w, err := qs.NewQuadWriter()
	if err != nil {
		b.Fatal(err)
	}
	if _, err := quad.CopyBatch(w.(quad.BatchWriter), quad.NewReader(quads), quad.DefaultBatch); err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(w.Close(), qs.Close()); err != nil {
		b.Fatal(err)
	}
	return began.stop()
}

// straight writes what a LevelDB holds into another one, in batches that are synced.
func straight(b *testing.B, path string) time.Duration {
	from, err := leveldb.OpenFile(path, &opt.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	defer from.Close()
	to, err := leveldb.OpenFile(filepath.Join(b.TempDir(), "straight.db"), nil)
	if err != nil {
		b.Fatal(err)
	}
	defer to.Close()
	it := from.NewIterator(nil, nil)
	defer it.Release()
	began := time.Now()
	var batch leveldb.Batch
	flush := func() {
		if err := to.Write(&batch, &opt.WriteOptions{Sync: true}); err != nil {
			b.Fatal(err)
		}
		batch.Reset()
	}
	for it.Next() {
		if batch.Put(it.Key(), it.Value()); batch.Len() == 30_000 {
			flush()
		}
	}
	flush()
	return time.Since(began)
}

func folderSize(b *testing.B, path string) (sum int64) {
	err := filepath.WalkDir(path, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil && !strings.HasPrefix(entry.Name(), "ties-") { // which questions make
			sum += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return sum
}

// watchMemory looks how much memory this process holds, and gives the most.
func watchMemory(ctx context.Context) (most func() uint64) {
	debug.FreeOSMemory()
	ctx, cancel := context.WithCancel(ctx)
	var peak atomic.Uint64
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			metrics.Read(samples)
			peak.Store(max(peak.Load(), samples[0].Value.Uint64()-samples[1].Value.Uint64()))
			time.Sleep(20 * time.Millisecond)
		}
	}()
	return func() uint64 {
		cancel()
		<-done
		return peak.Load()
	}
}
