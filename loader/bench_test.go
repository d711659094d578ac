package loader_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/loader/extract"
	"entente.example/loader/source"
)

// benchArticles is how many articles the benchmark loads; their number does not change the rates much.
const benchArticles = 1000

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
// itself in the same run: extraction on all cores, and storing the same readings.
func BenchmarkLoad(b *testing.B) {
	r, err := extract.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	lines := newsLines(benchArticles)
	open := func() *store.Store {
		s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "x.db"), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	for b.Loop() {
		began := time.Now()
		var readings []graph.Reading
		for x, err := range loader.Extract(b.Context(), r, documentsOf(lines), 0) {
			if err != nil {
				b.Fatal(err)
			}
			readings = append(readings, x.Reading)
		}
		extracting := time.Since(began)

		s := open()
		began = time.Now()
		for start := 0; start < len(readings); start += 500 {
			if _, err := s.Add(b.Context(), readings[start:min(start+500, len(readings))]...); err != nil {
				b.Fatal(err)
			}
		}
		storing := time.Since(began)
		_ = s.Close()

		s = open()
		began = time.Now()
		if _, err := loader.Load(b.Context(), s, r, documentsOf(lines), loader.Options{}); err != nil {
			b.Fatal(err)
		}
		loading := time.Since(began)
		_ = s.Close()
		rate := func(d time.Duration) float64 { return benchArticles / d.Seconds() }
		b.ReportMetric(rate(extracting), "extracted/s")
		b.ReportMetric(rate(storing), "stored/s")
		b.ReportMetric(rate(loading), "loaded/s")
		b.ReportMetric(rate(loading)/min(rate(extracting), rate(storing)), "ratio")
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.Sys)/(1<<20), "MB")
}
