package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"entente.example/graph"
	"entente.example/graph/store"
)

// BenchmarkAdd loads 200 articles of 5 statements into a new store on disk.
func BenchmarkAdd(b *testing.B) {
	readings := crowd(200, 5, 60)
	count := 0
	for _, r := range readings {
		count += len(r.Statements)
	}
	for b.Loop() {
		b.StopTimer()
		s := mustOpen(b, filepath.Join(b.TempDir(), "entente.db"), store.Options{})
		b.StartTimer()
		mustAdd(b, s, readings...)
	}
	b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "statements/s")
}

// BenchmarkBacks opens a store on disk and reads who backs one of its entities, as a command does.
func BenchmarkBacks(b *testing.B) {
	for _, results := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(results), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "entente.db")
			s := mustOpen(b, path, store.Options{})
			readings := crowd(200, 5, 60)
			for i := range results {
				readings = append(readings, reading(fmt.Sprint("hub ", i), backs(entityID(i), "Hub")))
			}
			mustAdd(b, s, readings...)
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				s, err := store.Open(b.Context(), path, store.Options{ReadOnly: true})
				if err != nil {
					b.Fatal(err)
				}
				got := statements(b, s, store.Filter{Object: "Hub", Relations: []graph.Relation{graph.Backs}})
				if len(got) != results {
					b.Fatalf("%d statements", len(got))
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
