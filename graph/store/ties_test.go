package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

func index(t testing.TB, s *store.Store) *ties.Index {
	t.Helper()
	x, err := s.Ties(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// sameTies compares the index with what the store says.
func sameTies(t testing.TB, s *store.Store) {
	t.Helper()
	x := index(t, s)
	if x.Revision() != revision(t, s) {
		t.Errorf("the index is of revision %s, the store of %s", x.Revision(), revision(t, s))
	}
	got := []graph.Statement{}
	for i := range x.Statements() {
		statement, err := x.WholeStatement(i)
		if err != nil {
			t.Fatal(err)
		}
		if x.Statement(i).Review != graph.Edited { // a reviewer wrote that
			got = append(got, statement)
		}
	}
	slices.SortFunc(got, graph.CompareStatements)
	want := statements(t, s, store.Filter{})
	slices.SortFunc(want, graph.CompareStatements)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var entities, indexed []graph.Entity
	for e, err := range s.Entities(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		entities = append(entities, e)
	}
	for n := range x.Nodes() {
		if e, ok := x.Entity(ties.Node(n)); ok {
			indexed = append(indexed, e)
		}
	}
	if diff := cmp.Diff(entities, indexed); diff != "" {
		t.Error(diff)
	}
}

// testTies holds that the index follows every write, whether it is asked for in between or not.
func testTies(t *testing.T, open opener) {
	s := open(t)
	sameTies(t, s)
	readings := crowd(20, 5, 12)
	mustAdd(t, s, readings[:10]...)
	sameTies(t, s)
	first := index(t, s)
	if index(t, s) != first {
		t.Error("it was made anew though nothing changed")
	}
	mustAdd(t, s, readings[10:]...)
	newer := reading("article-3", backs("A", "B"))
	newer.Article.Extractor = "rules@2"
	mustAdd(t, s, newer)
	if err := s.Remove(t.Context(), readings[4].Article.ID); err != nil {
		t.Fatal(err)
	}
	sameTies(t, s)
	mustAdd(t, s, readings[4])
	sameTies(t, s)
}

// tiesFiles are the indexes that stand in the store's folder.
func tiesFiles(t testing.TB, path string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(path, "ties-*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A process that loads leaves an index behind, from which the next one answers.
func TestTiesAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	readings := crowd(20, 5, 12)
	for i := range 3 {
		s := mustOpen(t, path, store.Options{})
		mustAdd(t, s, readings[5*i:5*i+5]...)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if files := tiesFiles(t, path); len(files) != 1 {
			t.Fatalf("after load %d there is %v", i, files)
		}
	}
	before := tiesFiles(t, path)
	s := mustOpen(t, path, store.Options{ReadOnly: true})
	if !index(t, s).Kept() {
		t.Error("the index that stands there is not used")
	}
	sameTies(t, s)
	other := mustOpen(t, path, store.Options{ReadOnly: true})
	sameTies(t, other)
	if diff := cmp.Diff(before, tiesFiles(t, path)); diff != "" {
		t.Error(diff)
	}
}

// What does not fit into memory becomes parts in files, of which the next one who asks makes a whole.
func TestTiesInParts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	readings := crowd(24, 5, 12)
	for i := range 3 {
		s := mustOpen(t, path, store.Options{})
		s.HoldFresh(1)
		mustAdd(t, s, readings[8*i:8*i+4]...)
		mustAdd(t, s, readings[8*i+4:8*i+8]...)
		if err := s.Remove(t.Context(), readings[3].Article.ID); err != nil {
			t.Fatal(err)
		}
		mustAdd(t, s, readings[3])
		if i == 1 {
			sameTies(t, s) // in the middle, and then on from there
			mustAdd(t, s, readings[8*i+8])
			if err := s.Remove(t.Context(), readings[2].Article.ID); err != nil {
				t.Fatal(err)
			}
			mustAdd(t, s, readings[2])
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if files := tiesFiles(t, path); len(files) < 5 {
		t.Errorf("there is %v", files)
	}
	s := mustOpen(t, path, store.Options{ReadOnly: true})
	if x, err := s.TiesWithoutScan(revision(t, s)); err != nil || x.Close() != nil {
		t.Errorf("the whole store must be read: %v", err)
	}
	sameTies(t, s)
	if files := tiesFiles(t, path); len(files) != 1 || !index(t, s).Kept() {
		t.Errorf("there is %v", files)
	}
}

// The index of a store on a server is kept among the user's own files, whoever wrote into the store.
func TestTiesOfServer(t *testing.T) {
	address := postgres(t)
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	readings := crowd(20, 5, 12)
	mustAdd(t, mustOpen(t, address, store.Options{}), readings[:10]...)
	s := mustOpen(t, address, store.Options{})
	sameTies(t, s)
	again := mustOpen(t, address, store.Options{ReadOnly: true})
	if x, err := again.TiesWithoutScan(revision(t, s)); err != nil || x.Close() != nil {
		t.Errorf("the whole store must be read: %v", err)
	}
	sameTies(t, again)
	if !index(t, again).Kept() {
		t.Error("it was not kept")
	}
	mustAdd(t, mustOpen(t, address, store.Options{}), readings[10:]...)
	sameTies(t, s)
}

// An index that is missing, spoilt or of other content is made anew; where the folder cannot be written, in memory.
func TestTiesAreMadeAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	s := mustOpen(t, path, store.Options{})
	mustAdd(t, s, crowd(20, 5, 12)...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(tiesFiles(t, path)[0])
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(file string) error{
		"missing": os.Remove,
		"cut":     func(file string) error { return os.WriteFile(file, whole[:len(whole)/3], 0o600) },
		"other":   func(file string) error { return os.WriteFile(file, []byte("something else"), 0o600) },
		"older":   func(file string) error { return os.Rename(file, filepath.Join(path, "ties-0123456789abcdef")) },
	} {
		t.Run(name, func(t *testing.T) {
			if err := spoil(tiesFiles(t, path)[0]); err != nil {
				t.Fatal(err)
			}
			s := mustOpen(t, path, store.Options{ReadOnly: true})
			sameTies(t, s)
			if files := tiesFiles(t, path); len(files) != 1 || !index(t, s).Kept() {
				t.Errorf("there is %v", files)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
	t.Run("not to be written", func(t *testing.T) {
		if err := os.Remove(tiesFiles(t, path)[0]); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, 0o500); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(path, 0o700) }) //nolint:gosec // it is a folder
		s := mustOpen(t, path, store.Options{ReadOnly: true})
		sameTies(t, s)
		if os.Geteuid() != 0 && len(tiesFiles(t, path)) != 0 { // root may write everywhere
			t.Error("a file was written into a folder that cannot be written")
		}
	})
}

// What was not written does not reach the index.
func TestTiesAfterFailedWrite(t *testing.T) {
	s := memory(t)
	mustAdd(t, s, reading("one", backs("A", "B")))
	bad := reading("two", backs("B", "C"))
	bad.Statements[0].Polarity = "maybe"
	if _, err := s.Add(t.Context(), bad); !errors.Is(err, store.ErrInvalid) {
		t.Fatal(err)
	}
	if _, err := s.Add(&countdown{Context: t.Context(), left: 2}, reading("three", backs("B", "C"))); err == nil {
		t.Fatal("a write that was cancelled succeeded")
	}
	sameTies(t, s)
}

// A restored store has the index of the one that was dumped.
func TestTiesOfRestored(t *testing.T) {
	s := memory(t)
	mustAdd(t, s, crowd(20, 5, 12)...)
	other := memory(t)
	d, err := store.ReadDump(t.Context(), strings.NewReader(dump(t, s)))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if _, err := other.Restore(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	sameTies(t, other)
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Ties(t.Context()); !errors.Is(err, store.ErrClosed) {
		t.Errorf("closed: %v", err)
	}
}
