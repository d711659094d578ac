package store_test

import (
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/hidal-go/hidalgo/kv/flat"
	hleveldb "github.com/hidal-go/hidalgo/kv/flat/leveldb"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/storage"

	"entente.example/graph"
	"entente.example/graph/store"
)

// rawCayley is Cayley over LevelDB without anything of ours.
func rawCayley(t *testing.T) cayley.QuadStore {
	t.Helper()
	db, err := leveldb.Open(storage.NewMemStorage(), nil)
	if err != nil {
		t.Fatal(err)
	}
	base := flat.Upgrade(hleveldb.New(db))
	if err := kv.Init(base, nil); err != nil {
		t.Fatal(err)
	}
	qs, err := kv.New(base, cayley.Options{kv.OptNoBloom: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { qs.Close() })
	return qs
}

func add(words string) cayley.Delta {
	f := strings.Fields(words)
	return cayley.Delta{Quad: quad.MakeIRI(f[0], f[1], f[2], ""), Action: cayley.Add}
}

func remove(words string) cayley.Delta {
	d := add(words)
	d.Action = cayley.Delete
	return d
}

func rawQuads(t *testing.T, qs cayley.QuadStore) []string {
	t.Helper()
	var found []string
	it := qs.QuadsAllIterator().Iterate()
	defer it.Close()
	for it.Next(t.Context()) {
		q, err := qs.Quad(it.Result())
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, q.NQuad())
	}
	slices.Sort(found)
	return found
}

// TestWhyReopen shows why a database is opened again after a write that failed: Cayley remembers numbers of nodes that
// were not written. Where it no longer does, this test fails, and reopening can go.
func TestWhyReopen(t *testing.T) {
	qs := rawCayley(t)
	if err := qs.ApplyDeltas([]cayley.Delta{add("a p b")}, cayley.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
	if err := qs.ApplyDeltas([]cayley.Delta{add("new1 p new2"), add("a p b")}, cayley.IgnoreOpts{}); err == nil {
		t.Fatal("a quad that is there already was taken")
	}
	for _, words := range []string{"other1 p q", "new1 p new2"} {
		if err := qs.ApplyDeltas([]cayley.Delta{add(words)}, cayley.IgnoreOpts{IgnoreDup: true}); err != nil {
			t.Fatal(err)
		}
	}
	right := []string{"<a> <p> <b> .", "<new1> <p> <new2> .", "<other1> <p> <q> ."}
	if got := rawQuads(t, qs); slices.Equal(got, right) {
		t.Error("Cayley forgets what a failed write has made")
	}
}

// TestWhyJoin shows why quads come in before others go out, rather than all at once: Cayley loses the node that loses
// more than it gains. Where it no longer does, this test fails, and one call will do.
func TestWhyJoin(t *testing.T) {
	qs := rawCayley(t)
	for _, deltas := range [][]cayley.Delta{
		{add("a p b"), add("a p c")},
		{remove("a p b"), remove("a p c"), add("a p d")},
	} {
		if err := qs.ApplyDeltas(deltas, cayley.IgnoreOpts{}); err != nil {
			t.Fatal(err)
		}
	}
	if got := rawQuads(t, qs); slices.Equal(got, []string{"<a> <p> <d> ."}) {
		t.Error("Cayley keeps the node")
	}
}

// failing is a storage that can be made to fail at writing.
type failing struct {
	storage.Storage
	broken *atomic.Bool
}

var errDisk = errors.New("no space left on device")

func (f failing) Create(fd storage.FileDesc) (storage.Writer, error) {
	if f.broken.Load() {
		return nil, errDisk
	}
	w, err := f.Storage.Create(fd)
	return failingWriter{w, f.broken}, err
}

type failingWriter struct {
	storage.Writer
	broken *atomic.Bool
}

func (w failingWriter) Write(b []byte) (int, error) {
	if w.broken.Load() {
		return 0, errDisk
	}
	return w.Writer.Write(b)
}

func (w failingWriter) Sync() error {
	if w.broken.Load() {
		return errDisk
	}
	return w.Writer.Sync()
}

// TestFailedWrite fails a write, and looks whether the store is as it was, and what comes next is right.
func TestFailedWrite(t *testing.T) {
	var broken atomic.Bool
	s, err := store.OpenStorage(t.Context(), failing{storage.NewMemStorage(), &broken})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	readings := crowd(9, 4, 12)
	mustAdd(t, s, readings[:3]...)
	before, was := dump(t, s), revision(t, s)
	for range 2 {
		broken.Store(true)
		change, err := s.Add(t.Context(), readings[3:6]...)
		if !errors.Is(err, errDisk) {
			t.Fatalf("got %v", err)
		}
		if change != (store.Change{}) {
			t.Errorf("it told of %+v", change)
		}
		if err := s.Remove(t.Context(), readings[0].Article.ID); err == nil {
			t.Error("removing went well")
		}
		broken.Store(false)
		if diff := cmp.Diff(before, dump(t, s)); diff != "" {
			t.Fatalf("something was written: %s", diff)
		}
		if revision(t, s) != was {
			t.Error("the revision changed")
		}
		noProblems(t, s)
	}
	// Others first, so that new nodes take the numbers that the failed write had given away.
	mustAdd(t, s, readings[6:]...)
	noProblems(t, s)
	mustAdd(t, s, readings[3:6]...)
	noProblems(t, s)
	fresh := memory(t)
	mustAdd(t, fresh, readings...)
	if diff := cmp.Diff(dump(t, fresh), dump(t, s)); diff != "" {
		t.Error(diff)
	}
}

// TestInvalid has Add refuse what breaks the model, and write nothing of it, nor of its neighbours.
func TestInvalid(t *testing.T) {
	s := memory(t)
	good := reading("good", backs("A", "B"))
	bad := func(change func(*graph.Reading)) graph.Reading {
		r := reading("bad", backs("A", "B"))
		change(&r)
		return r
	}
	for name, r := range map[string]graph.Reading{
		"id of the article":   bad(func(r *graph.Reading) { r.Article.SHA256 = "00" }),
		"no hash":             bad(func(r *graph.Reading) { r.Article.SHA256 = "" }),
		"another's statement": bad(func(r *graph.Reading) { r.Statements[0].Article = good.Article.ID }),
		"no citation":         bad(func(r *graph.Reading) { r.Statements[0].Citations = nil }),
		"unknown relation":    bad(func(r *graph.Reading) { r.Statements[0].Relation = "likes" }),
		"hostile subject":     bad(func(r *graph.Reading) { r.Statements[0].Subject = "a> <b> <c" }),
		"hostile speaker":     bad(func(r *graph.Reading) { r.Statements[0].Speaker = "new\nline" }),
		"hostile place":       bad(func(r *graph.Reading) { r.Statements[0].Citations[0].Place = "a b" }),
		"hostile entity":      bad(func(r *graph.Reading) { r.Entities[0].ID = "\"quoted\"" }),
		"hostile country":     bad(func(r *graph.Reading) { r.Entities[0].Country = "{x}" }),
		"id like an article":  bad(func(r *graph.Reading) { r.Entities[0].ID = "art:x" }),
		"not UTF-8":           bad(func(r *graph.Reading) { r.Statements[0].Object = "\xff" }),
		"unknown type":        bad(func(r *graph.Reading) { r.Entities[0].Type = "planet" }),
	} {
		if _, err := s.Add(t.Context(), good, r); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if got := dump(t, s); got != "" {
		t.Errorf("it wrote %s", got)
	}
	mustAdd(t, s, good)
}

// TestAddLeavesItsInput has Add normalise a copy.
func TestAddLeavesItsInput(t *testing.T) {
	r := reading("one", backs("B", "A"), tie{subject: "D", relation: "fights", object: "C", polarity: "affirmed"})
	r.Statements[0], r.Statements[1] = r.Statements[1], r.Statements[0]
	r.Statements[0].Citations[0].Kinds = []graph.Kind{"weapons", "air"}
	r.Entities[0].Aliases = []graph.Alias{{Name: "z"}, {Name: "a"}}
	want := cmp.Diff(nil, r)
	mustAdd(t, memory(t), r)
	if diff := cmp.Diff(want, cmp.Diff(nil, r)); diff != "" {
		t.Error(diff)
	}
}
