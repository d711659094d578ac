package store_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"entente.example/graph"
	"entente.example/graph/store"
)

// TestReadersBesideWriter has eight readers ask while a writer writes. Each of their answers is of one moment.
func TestReadersBesideWriter(t *testing.T) {
	t.Parallel()
	lasts := 5 * time.Second
	if os.Getenv("ENTENTE_TEST_LONG") != "" {
		lasts = time.Minute
	}
	s := mustOpen(t, filepath.Join(t.TempDir(), "entente.db"), store.Options{})
	// Each version of the article has as many statements as its extractor's number says.
	versions := make([]graph.Reading, 8)
	for i := range versions {
		var ties []tie
		for j := range i + 1 {
			ties = append(ties, backs("Hub", entityID(100*i+j)))
		}
		versions[i] = reading("the same text", ties...)
		versions[i].Article.Extractor = fmt.Sprintf("rules@%d", i+1)
	}
	mustAdd(t, s, versions[0])
	end := time.Now().Add(lasts)
	var group sync.WaitGroup
	answers := make([]int, 8)
	for reader := range answers {
		group.Go(func() {
			for time.Now().Before(end) && !t.Failed() {
				g, err := s.Subgraph(t.Context(), store.Filter{Article: versions[0].Article.ID})
				if err != nil {
					t.Error(err)
					return
				}
				n := len(g.Statements)
				if n == 0 || n > len(versions) {
					t.Errorf("%d statements", n)
					return
				}
				whole := versions[n-1].Statements
				for _, st := range g.Statements {
					if !slices.ContainsFunc(whole, func(own graph.Statement) bool { return own.Object == st.Object }) {
						t.Errorf("%s is not of version %d", st.Object, n)
					}
				}
				rows, err := count(s, t, `g.V("<Hub>").out("<backs>").all()`)
				if err != nil || rows == 0 || rows > len(versions) {
					t.Errorf("a script found %d rows, %v", rows, err)
				}
				answers[reader]++
			}
		})
	}
	writes := 0
	for time.Now().Before(end) && !t.Failed() {
		mustAdd(t, s, versions[writes%len(versions)])
		writes++
	}
	group.Wait()
	if writes < 10 || slices.Min(answers) < 10 {
		t.Errorf("%d writes, answers %v", writes, answers)
	}
}

func count(s *store.Store, t *testing.T, script string) (rows int, err error) {
	for _, err := range s.Gizmo(t.Context(), store.Query{Script: script}) {
		if err != nil {
			return rows, err
		}
		rows++
	}
	return rows, nil
}

// TestCancelledSoon holds that a long question ends within 100 ms of its context.
func TestCancelledSoon(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "entente.db"), store.Options{})
	var ties []tie
	for i := range 800 {
		ties = append(ties, backs("Hub", entityID(i)))
	}
	mustAdd(t, s, reading("hub", ties...))
	for name, ask := range map[string]func(ctx context.Context) error{
		"statements": func(ctx context.Context) (failed error) {
			for _, err := range s.Statements(ctx, store.Filter{Subject: "Hub"}) {
				failed = err
			}
			return failed
		},
		"subgraph": func(ctx context.Context) error { _, err := s.Subgraph(ctx, store.Filter{}); return err },
		"check":    func(ctx context.Context) error { _, err := s.Check(ctx); return err },
		"dump":     func(ctx context.Context) error { return s.Dump(ctx, io.Discard) },
		"script": func(ctx context.Context) (failed error) {
			script := `for (;;) { g.V("<Hub>").out("<backs>").in("<backs>").out("<backs>").toArray() }`
			for _, err := range s.Gizmo(ctx, store.Query{Script: script}) {
				failed = err
			}
			return failed
		},
	} {
		t.Run(name, func(t *testing.T) {
			soonest := time.Hour
			for range 5 { // the machine may be busy with other tests
				ctx, cancel := context.WithCancel(t.Context())
				var ended time.Time
				time.AfterFunc(2*time.Millisecond, func() { ended = time.Now(); cancel() })
				err := ask(ctx)
				<-ctx.Done()
				if !errors.Is(err, context.Canceled) {
					t.Fatalf("got %v: it was over too soon to be stopped", err)
				}
				soonest = min(soonest, time.Since(ended))
			}
			if soonest > 100*time.Millisecond {
				t.Errorf("it went on for %v", soonest)
			}
		})
	}
}
