package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

func testHub(t *testing.T, open opener) {
	s := open(t)
	ties := 5000
	if testing.Short() {
		ties = 500
	}
	var readings []graph.Reading
	for i := range ties / 50 {
		var list []tie
		for j := range 50 {
			list = append(list, backs("Hub", entityID(50*i+j)))
		}
		readings = append(readings, reading(strings.Repeat("x", i+1), list...))
	}
	mustAdd(t, s, readings...)
	if got := len(statements(t, s, store.Filter{Subject: "Hub"})); got != ties {
		t.Errorf("%d statements from the hub", got)
	}
	if got := len(statements(t, s, store.Filter{Subject: "Hub", Object: entityID(77)})); got != 1 {
		t.Errorf("%d statements to one", got)
	}
	if got := len(gizmo(t, s, `g.V("<Hub>").out("<backs>").all()`)); got != ties {
		t.Errorf("%d rows", got)
	}
	seen := 0
	for _, err := range s.Statements(t.Context(), store.Filter{Subject: "Hub"}) {
		if seen++; err != nil || seen == 10 {
			break // the loop's body may stop early
		}
	}
}

func testCancelled(t *testing.T, open opener) {
	s := open(t)
	readings := crowd(60, 30, 30)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Add(ctx, readings...); !errors.Is(err, context.Canceled) {
		t.Errorf("add: %v", err)
	}
	if got := dump(t, s); got != "" {
		t.Errorf("a cancelled Add wrote %q", got)
	}
	// In the middle, what was told to be written is there, and whole.
	var change store.Change
	for looks := 20; change.ArticlesNew == 0; looks += 15 { // backends look at the context more or less often
		var err error
		if change, err = s.Add(&countdown{Context: t.Context(), left: int64(looks)}, readings...); !errors.Is(err, context.Canceled) {
			t.Fatalf("add: %v", err)
		}
	}
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if change.ArticlesNew == 0 || change.ArticlesNew == len(readings) || stats.Articles != change.ArticlesNew {
		t.Errorf("%+v told, %d articles there", change, stats.Articles)
	}
	noProblems(t, s)
	mustAdd(t, s, readings...)
	noProblems(t, s)
	for name, f := range map[string]store.Filter{"some": {Subject: entityID(1)}, "all": {}} {
		ctx, cancel := context.WithCancel(t.Context())
		seen, failed := 0, error(nil)
		for _, err := range s.Statements(ctx, f) {
			if seen++; seen == 3 {
				cancel()
			}
			failed = err
		}
		if !errors.Is(failed, context.Canceled) || seen != 4 {
			t.Errorf("%s: %d steps, then %v", name, seen, failed)
		}
		cancel()
	}
	if err := s.Dump(&countdown{Context: t.Context(), left: 100}, new(strings.Builder)); !errors.Is(err, context.Canceled) {
		t.Errorf("dump: %v", err)
	}
	if _, err := s.Check(&countdown{Context: t.Context(), left: 100}); !errors.Is(err, context.Canceled) {
		t.Errorf("check: %v", err)
	}
}

func testClosed(t *testing.T, open opener) {
	s := open(t)
	mustAdd(t, s, reading("one", backs("A", "B")))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	_, addErr := s.Add(t.Context(), reading("two", backs("A", "B")))
	_, statsErr := s.Stats(t.Context())
	_, checkErr := s.Check(t.Context())
	var listErr, gizmoErr error
	for _, err := range s.Statements(t.Context(), store.Filter{}) {
		listErr = err
	}
	for _, err := range s.Gizmo(t.Context(), store.Query{Script: "g.V().all()"}) {
		gizmoErr = err
	}
	for name, err := range map[string]error{
		"add": addErr, "stats": statsErr, "check": checkErr, "statements": listErr, "gizmo": gizmoErr,
		"remove": s.Remove(t.Context(), uuid.Max), "dump": s.Dump(t.Context(), new(strings.Builder)),
	} {
		if !errors.Is(err, store.ErrClosed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// testWhileReading has a loop's body write to the store that the loop reads, and readers beside a writer.
func testWhileReading(t *testing.T, open opener) {
	s := open(t)
	readings := crowd(30, 5, 10)
	mustAdd(t, s, readings[:10]...)
	i := 10
	for _, err := range s.Statements(t.Context(), store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if i < len(readings) {
			mustAdd(t, s, readings[i])
			i++
		}
	}
	done := make(chan error)
	for range 3 {
		go func() {
			for range 5 {
				if _, err := s.Subgraph(t.Context(), store.Filter{Either: entityID(1)}); err != nil {
					done <- err
					return
				}
				for _, err := range s.Gizmo(t.Context(), store.Query{Script: `g.V("<Group_1>").both().all()`}) {
					if err != nil {
						done <- err
						return
					}
				}
			}
			done <- nil
		}()
	}
	for _, r := range readings {
		r.Article.Extractor = "rules@2"
		mustAdd(t, s, r)
	}
	for range 3 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	noProblems(t, s)
}
