package loader_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph/kv"
	cleveldb "github.com/cayleygraph/cayley/graph/kv/leveldb"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/loader/extract"
	"entente.example/loader/source"
)

// benchArticles is how many articles the benchmark loads: ENTENTE_BENCH_ARTICLES, or a thousand.
func benchArticles(b *testing.B) int {
	n := 1000
	if text := os.Getenv("ENTENTE_BENCH_ARTICLES"); text != "" {
		if _, err := fmt.Sscan(text, &n); err != nil {
			b.Fatal(err)
		}
	}
	return n
}

// newsLines makes articles of some 400 words as JSON lines: in every third sentence somebody does something to somebody.
func newsLines(n int) []byte {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(words ...string) string { return words[random.IntN(len(words))] }
	sentence := func() string {
		if random.IntN(3) > 0 {
			return fmt.Sprintf("%s in the %s of the %s, where the %s had been %s for %d %s.", pick("Traders met", "Snow fell", "Lorries stood", "Children played"),
				pick("market", "square", "harbour", "valley"), pick("town", "district", "village"), pick("road", "bridge", "school", "mill"),
				pick("closed", "flooded", "repaired", "empty"), 2+random.IntN(40), pick("days", "weeks", "years"))
		}
		return fmt.Sprintf("%s %s %s%s.", pick("Russia", "Turkey", "Iran", "Egypt", "The United Arab Emirates", "Qatar"),
			pick("has sent weapons to", "backs", "denied that it funds", "has trained fighters of", "plans to arm"),
			pick("the Libyan National Army", "the Houthis", "the Government of National Accord", "the Rapid Support Forces", "Hezbollah"),
			pick("", ", officials said on Monday", ", according to the United Nations", " in 2019"))
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	for i := range n {
		var text strings.Builder
		for words := 0; words < 400; {
			s := sentence()
			words += len(strings.Fields(s))
			text.WriteString(s)
			text.WriteString(pick(" ", " ", "\n\n"))
		}
		_ = encoder.Encode(map[string]string{
			"id": fmt.Sprint(i), "text": fmt.Sprintf("Report %d. %s", i, text.String()), "published": fmt.Sprintf("2020-%02d-%02d", 1+i%12, 1+i%28),
			"url": fmt.Sprintf("https://news%d.example/%d", i%50, i),
		})
	}
	return b.Bytes()
}

func documentsOf(lines []byte) iter.Seq2[graph.Document, error] {
	return source.Open(context.Background(), []string{"-"}, source.Options{Stdin: bytes.NewReader(lines), Format: "jsonl"})
}

// BenchmarkLoad loads articles into a store on the disk, and tells how its rate stands to the slower of its two parts by
// itself in the same run: extraction on all cores, and Cayley's own loader writing the very quads.
func BenchmarkLoad(b *testing.B) {
	r, err := extract.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	n := benchArticles(b)
	lines := newsLines(n)
	for b.Loop() {
		s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "x.db"), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		began := time.Now()
		if _, err := loader.Load(b.Context(), s, r, documentsOf(lines), loader.Options{}); err != nil {
			b.Fatal(err)
		}
		loading := time.Since(began)
		var memory runtime.MemStats
		runtime.ReadMemStats(&memory)
		b.ReportMetric(float64(memory.Sys-memory.HeapReleased)/(1<<20), "MB")

		began = time.Now()
		for _, err := range loader.Extract(b.Context(), r, documentsOf(lines), 0) {
			if err != nil {
				b.Fatal(err)
			}
		}
		extracting := time.Since(began)

		writing := writeWithCayley(b, s)
		_ = s.Close()
		rate := func(d time.Duration) float64 { return float64(n) / d.Seconds() }
		b.ReportMetric(rate(extracting), "extracted/s")
		b.ReportMetric(rate(writing), "written-by-Cayley/s")
		b.ReportMetric(rate(loading), "loaded/s")
		b.ReportMetric(rate(loading)/min(rate(extracting), rate(writing)), "ratio")
	}
	b.ReportMetric(0, "ns/op") // the rates tell more
}

// writeWithCayley writes the quads of a store into a LevelDB of Cayley's own, as the command cayley load does.
func writeWithCayley(b *testing.B, s *store.Store) time.Duration {
	var dump bytes.Buffer
	if err := s.Dump(b.Context(), &dump); err != nil {
		b.Fatal(err)
	}
	quads, err := quad.ReadAll(nquads.NewReader(&dump, true))
	if err != nil {
		b.Fatal(err)
	}
	base, err := cleveldb.Create(filepath.Join(b.TempDir(), "cayley.db"), nil)
	if err == nil {
		err = kv.Init(base, nil)
	}
	if err != nil {
		b.Fatal(err)
	}
	qs, err := kv.New(base, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer qs.Close()
	began := time.Now()
	w, err := qs.NewQuadWriter()
	if err != nil {
		b.Fatal(err)
	}
	if _, err := quad.CopyBatch(w.(quad.BatchWriter), quad.NewReader(quads), quad.DefaultBatch); err != nil {
		b.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}
