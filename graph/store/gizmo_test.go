package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/modfile"

	"entente.example/graph"
	"entente.example/graph/store"
)

// proxies is a store with one affirmed, one alleged and one denied tie to the same client.
func proxies(t *testing.T) *store.Store {
	s := memory(t)
	mustAdd(t, s,
		reading("one", backs("Russia", "LNA"), tie{"Egypt", graph.Backs, "LNA", graph.Denied, "", ""}),
		reading("two", backs("Russia", "LNA"), tie{"France", graph.Backs, "LNA", graph.Alleged, graph.Suspected, "Turkey"}),
	)
	return s
}

// Where nothing is to be counted Cayley fails, unless it is told that an entry that an index lacks is empty.
func TestGizmoCounts(t *testing.T) {
	s := proxies(t)
	for _, test := range []struct {
		path string
		want int64
	}{
		{`g.V("<LNA>").in("<backs>")`, 2},
		{`g.V("<LNA>").in("<backs_denied>")`, 1},
		{`g.V("<LNA>").out("<backs>")`, 0}, // a node and a predicate that there are, but not together
		{`g.V("<LNA>").out("<fights>")`, 0},
		{`g.V("<Nobody>").out("<backs>")`, 0},
	} {
		script := "g.emit(" + test.path + ".count())"
		if diff := cmp.Diff([]map[string]any{{"value": test.want}}, gizmo(t, s, script)); diff != "" {
			t.Errorf("%s: %s", script, diff)
		}
	}
}

func TestGizmo(t *testing.T) {
	s := proxies(t)
	for _, test := range []struct {
		script string
		want   []string
	}{
		{`g.V("<LNA>").in("<backs>").all()`, []string{"<Russia>", "<Russia>"}},
		{`g.V("<LNA>").in("<backs>").unique().all()`, []string{"<Russia>"}},
		{`g.V("<LNA>").in("<backs_denied>").all()`, []string{"<Egypt>"}},
		{`g.V("<LNA>").in(["<backs>", "<backs_alleged>"]).unique().all()`, []string{"<France>", "<Russia>"}},
		{`g.V("<Turkey>").in("<speaker>").out("<subject>").all()`, []string{"<France>"}},
		{`g.V("suspected").in("<modality>").out("<polarity>").all()`, []string{"alleged"}},
		{`g.V("<Nobody>").out().all()`, nil},
		{`g.V("<LNA>").out("<backs>").all()`, nil},
		{`g.V("<Russia>").out("<name>").all()`, []string{"Russia"}},
	} {
		if diff := cmp.Diff(test.want, ids(gizmo(t, s, test.script))); diff != "" {
			t.Errorf("%s: %s", test.script, diff)
		}
	}
	rows := gizmo(t, s, `g.V("<Egypt>").tag("who").out("<backs_denied>").all(); g.emit({n: 1}); g.emit(7); "ignored"`)
	want := []map[string]any{{"id": "<LNA>", "who": "<Egypt>"}, {"n": int64(1)}, {"value": int64(7)}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	before := dump(t, s)
	for range s.Gizmo(t.Context(), store.Query{Script: `g.V().out().all()`}) {
		break
	}
	if dump(t, s) != before {
		t.Error("a script changed the store")
	}
}

func TestGizmoErrors(t *testing.T) {
	s := proxies(t)
	for _, script := range []string{
		"g.V(", `g.V("<LNA>").sideways()`, `nonsense`, `throw "me"`, `null.x`,
	} {
		var last error
		for _, err := range s.Gizmo(t.Context(), store.Query{Script: script}) {
			last = err
		}
		if !errors.Is(last, store.ErrScript) {
			t.Errorf("%s: got %v", script, last)
		}
	}
	for script, want := range map[string]string{"g.V(": "it breaks off", "\ng.V(": "it breaks off", "g.V(;": "Line 1:5"} {
		for _, err := range s.Gizmo(t.Context(), store.Query{Script: script}) {
			if !strings.Contains(fmt.Sprint(err), want) {
				t.Errorf("%q: %v does not say %q", script, err, want)
			}
		}
	}
}

func TestGizmoLimits(t *testing.T) {
	s := proxies(t)
	for _, script := range []string{`while(true){}`, `g.V().forEach(function(d) { while(true){} })`, `for(;;) g.V().toArray()`} {
		began := time.Now()
		var last error
		for _, err := range s.Gizmo(t.Context(), store.Query{Script: script, Timeout: 50 * time.Millisecond}) {
			last = err
		}
		if took := time.Since(began); !errors.Is(last, context.DeadlineExceeded) || took > 5*time.Second {
			t.Errorf("%s: %v after %v", script, last, took)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	for _, err := range s.Gizmo(ctx, store.Query{Script: `while(true){}`}) {
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	}
	for _, script := range []string{`g.V().all()`, `g.V().getLimit(-1)`, `g.V().all(); g.V().all()`, `for(;;) g.emit(1)`} {
		rows := 0
		for _, err := range s.Gizmo(t.Context(), store.Query{Script: script, MaxRows: 5}) {
			if err != nil {
				t.Errorf("%s: %v", script, err)
			}
			rows++
		}
		if rows != 5 {
			t.Errorf("%s: %d rows", script, rows)
		}
	}
	// The store can be written and read on after scripts that were stopped.
	mustAdd(t, s, reading("three", backs("Italy", "GNA")))
	noProblems(t, s)
}

func TestGuardMemory(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	calls := make(chan string, 2)
	store.GuardMemory(ctx, 1<<50, func() { calls <- "enough left" })
	store.GuardMemory(ctx, 1, func() { calls <- "too much" })
	select {
	case call := <-calls:
		if call != "too much" {
			t.Error(call)
		}
	case <-time.After(10 * time.Second):
		t.Error("nothing happened")
	}
	time.Sleep(50 * time.Millisecond)
	if len(calls) > 0 {
		t.Error("it went on calling")
	}
}

// TestCayleyVersion holds the version that this package was tried with. It sorts before the tag v0.7.7, and is newer
// than it: a tool that raises modules to what sorts highest takes an older one.
func TestCayleyVersion(t *testing.T) {
	data, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := modfile.Parse("go.mod", data, nil)
	if err != nil {
		t.Fatal(err)
	}
	var versions []string
	for _, r := range mod.Require {
		if strings.HasPrefix(r.Mod.Path, "github.com/cayleygraph/") {
			versions = append(versions, r.Mod.String())
		}
	}
	want := []string{
		"github.com/cayleygraph/cayley@v0.7.7-0.20220304214302-275a7428fb10",
		"github.com/cayleygraph/quad@v1.2.4",
	}
	if !slices.Equal(versions, want) {
		t.Errorf("got %v, want %v", versions, want)
	}
}

// TestCloseBesideScript closes stores under scripts that were stopped, but read on for a while in Cayley's goroutines.
func TestCloseBesideScript(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	s := mustOpen(t, path, store.Options{})
	mustAdd(t, s, crowd(40, 10, 40)...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		s := mustOpen(t, path, store.Options{ReadOnly: i%2 == 0})
		q := store.Query{
			Script:  `g.V().both().both().both().count(); g.V().both().both().both().all()`,
			Timeout: time.Duration(1+i%7) * time.Millisecond,
		}
		var last error
		for _, err := range s.Gizmo(t.Context(), q) {
			last = err
		}
		if !errors.Is(last, context.DeadlineExceeded) {
			t.Errorf("the script ended by itself: %v", last)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}
