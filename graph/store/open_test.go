package store_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/syndtr/goleveldb/leveldb"

	"entente.example/graph"
	"entente.example/graph/store"
)

func TestOpenWhatIsNoStore(t *testing.T) {
	dir := t.TempDir()
	write := func(name string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("something else"), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("folder/notes.txt")
	write("cut/000005.ldb")
	foreign, err := leveldb.OpenFile(filepath.Join(dir, "foreign"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(foreign.Put([]byte("key"), []byte("value"), nil), foreign.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		address  string
		readOnly bool
		want     error
	}{
		{"", false, store.ErrUnsupported},
		{"postgres://localhost:1/entente", false, store.ErrUnreachable},
		{"cockroach://localhost:1/entente", true, store.ErrUnreachable},
		{"http://localhost", false, store.ErrUnsupported},
		{filepath.Join(dir, "missing"), true, store.ErrNotFound},
		{filepath.Join(dir, "empty"), true, store.ErrNotFound},
		{write("file"), false, store.ErrNotStore},
		{write("file"), true, store.ErrNotStore},
		{filepath.Join(dir, "folder"), false, store.ErrNotStore},
		{filepath.Join(dir, "folder"), true, store.ErrNotStore},
		{filepath.Join(dir, "foreign"), false, store.ErrNotStore},
		{filepath.Join(dir, "foreign"), true, store.ErrNotStore},
		{filepath.Join(dir, "cut"), false, store.ErrDamaged},
	} {
		s, err := store.Open(t.Context(), test.address, store.Options{ReadOnly: test.readOnly})
		if err == nil {
			s.Close()
		}
		var known *store.Error
		if !errors.Is(err, test.want) || !errors.As(err, &known) || known.Address != test.address {
			t.Errorf("%q, read only %v: got %v", test.address, test.readOnly, err)
		}
		if err != nil && !strings.Contains(err.Error(), test.address) {
			t.Errorf("%q: the error does not name it: %v", test.address, err)
		}
		if scheme, _, ok := strings.Cut(test.address, "://"); ok && known != nil && !strings.Contains(known.Hint, scheme+"://") && scheme != "http" {
			t.Errorf("%q: the hint is %q", test.address, known.Hint)
		}
	}
	for path, want := range map[string][]string{"missing": nil, "empty": nil, "folder": {"notes.txt"}} {
		entries, err := os.ReadDir(filepath.Join(dir, path))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		var names []string
		for _, e := range entries {
			names = append(names, e.Name())
		}
		if diff := cmp.Diff(want, names); diff != "" {
			t.Errorf("%s was touched: %s", path, diff)
		}
	}
}

func TestOpenAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "entente.db")
	s := mustOpen(t, path, store.Options{})
	mustAdd(t, s, crowd(10, 4, 8)...)
	want, was := dump(t, s), revision(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, readOnly := range []bool{true, false, true} {
		s := mustOpen(t, path, store.Options{ReadOnly: readOnly})
		if diff := cmp.Diff(want, dump(t, s)); diff != "" {
			t.Errorf("read only %v: %s", readOnly, diff)
		}
		if revision(t, s) != was {
			t.Error("another revision")
		}
		noProblems(t, s)
		_, err := s.Add(t.Context(), crowd(11, 4, 8)...)
		if readOnly != errors.Is(err, store.ErrReadOnly) {
			t.Errorf("read only %v: add: %v", readOnly, err)
		}
		want, was = dump(t, s), revision(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenEmptyFolder(t *testing.T) {
	s := mustOpen(t, t.TempDir(), store.Options{})
	mustAdd(t, s, reading("one", backs("A", "B")))
	noProblems(t, s)
}

func TestNewerModel(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	s := mustOpen(t, path, store.Options{})
	if err := s.Write([]quad.Quad{store.ModelQuad("99")}, []quad.Quad{store.ModelQuad(strconv.Itoa(store.ModelVersion))}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, readOnly := range []bool{true, false} {
		if _, err := store.Open(t.Context(), path, store.Options{ReadOnly: readOnly}); !errors.Is(err, store.ErrNewer) {
			t.Errorf("got %v", err)
		}
	}
}

// TestOlderModel holds that an older store is refused where it is only read, and brought up to date where it is written.
func TestOlderModel(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	s := mustOpenSpoilt(t, path, store.Options{})
	mustAdd(t, s, crowd(20, 4, 8)...)
	want, was := dump(t, s), revision(t, s)
	if err := s.Downgrade(t.Context()); err != nil {
		t.Fatal(err)
	}
	if dump(t, s) == want || revision(t, s) == was {
		t.Fatal("the store is as before")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), path, store.Options{ReadOnly: true})
	var known *store.Error
	if !errors.Is(err, store.ErrOlder) || !errors.As(err, &known) || known.Hint == "" {
		t.Errorf("got %v", err)
	}
	s = mustOpen(t, path, store.Options{})
	if diff := cmp.Diff(want, dump(t, s)); diff != "" || revision(t, s) != was {
		t.Error(diff)
	}
	noProblems(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, path, store.Options{ReadOnly: true})
}

func TestLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	locked := func(what string, readOnly bool) {
		t.Helper()
		began := time.Now()
		_, err := store.Open(t.Context(), path, store.Options{ReadOnly: readOnly})
		var known *store.Error
		if !errors.Is(err, store.ErrLocked) || !errors.As(err, &known) || known.Hint == "" || !strings.HasSuffix(err.Error(), store.ErrLocked.Error()) {
			t.Errorf("%s: got %v", what, err)
		}
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%s: it took %v to say so", what, took)
		}
	}
	s := mustOpen(t, path, store.Options{})
	locked("writer beside a writer here", false)
	locked("reader beside a writer here", true)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	first, second := mustOpen(t, path, store.Options{ReadOnly: true}), mustOpen(t, path, store.Options{ReadOnly: true})
	locked("writer beside readers", false)
	if err := errors.Join(first.Close(), second.Close()); err != nil {
		t.Fatal(err)
	}
	writer, _ := startWriter(t, path)
	locked("writer beside a writer elsewhere", false)
	locked("reader beside a writer elsewhere", true)
	writer.Process.Kill()
	writer.Wait()
	mustOpen(t, path, store.Options{}) // a lock does not outlive its process
}

// TestDamage flips bytes and cuts files. Whatever comes of it, it is an error, a problem, or no difference.
func TestDamage(t *testing.T) {
	for name, closed := range map[string]bool{"closed": true, "killed": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			whole := filepath.Join(dir, "whole")
			s := mustOpen(t, whole, store.Options{})
			articles := 6
			if !closed {
				articles = 25 // a journal of many blocks
			}
			for _, r := range crowd(articles, 5, 10) {
				mustAdd(t, s, r)
			}
			d := damager{whole: whole, spoilt: filepath.Join(dir, "spoilt"), want: dump(t, s)}
			if closed {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
			}
			d.spoilAll(t)
			if d.noticed < d.tried/3 {
				t.Errorf("of %d damages %d were noticed", d.tried, d.noticed)
			}
		})
	}
}

// damager spoils copies of a store, and looks what comes of it.
type damager struct {
	whole, spoilt, want string
	noticed, tried      int
}

func (d *damager) spoilAll(t *testing.T) {
	entries, err := os.ReadDir(d.whole)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		size := int(info.Size())
		places := []int{0, 7, size / 3, size / 2, size - 60, size - 1}
		if filepath.Ext(name) == ".log" {
			for i := range 20 {
				places = append(places, i*size/20+3)
			}
		}
		for _, at := range places {
			if at >= 0 && at < size {
				d.spoil(t, name, func(data []byte) []byte { data[at] ^= 0x55; return data })
				d.spoil(t, name, func(data []byte) []byte { return data[:at] })
			}
		}
	}
}

func (d *damager) spoil(t *testing.T, name string, spoil func([]byte) []byte) {
	d.tried++
	if err := errors.Join(os.RemoveAll(d.spoilt), os.CopyFS(d.spoilt, os.DirFS(d.whole))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(d.spoilt, name)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	size := len(data)
	data = spoil(data)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	readOnly := d.tried%2 == 0
	check := filepath.Ext(name) != ".log" // what a journal has lost is found as the store is opened
	switch got, err := lookThrough(t.Context(), d.spoilt, readOnly, check); {
	case errors.Is(err, store.ErrDamaged), errors.Is(err, store.ErrNotStore):
		if d.noticed++; strings.Contains(err.Error(), "\n") || strings.Count(err.Error(), "[file=") > 1 {
			t.Errorf("the error is not told once, in a line: %q", err)
		}
	case err != nil:
		t.Errorf("%s of %d bytes, now %d: an error of another kind: %v", name, size, len(data), err)
	case got != d.want:
		t.Errorf("%s of %d bytes, now %d: other content, and no error: %s", name, size, len(data), cmp.Diff(d.want, got))
	}
}

// lookThrough reads all of a store; problems are errors.
func lookThrough(ctx context.Context, path string, readOnly, check bool) (dump string, err error) {
	s, err := store.Open(ctx, path, store.Options{ReadOnly: readOnly})
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if check {
		problems, err := s.Check(ctx)
		if err != nil {
			return "", err
		}
		if len(problems) > 0 {
			return "", fmt.Errorf("%w: %s", store.ErrDamaged, problems[0].What)
		}
	}
	var b strings.Builder
	err = s.Dump(ctx, &b)
	return b.String(), err
}

// TestOpenKeepsPasswords holds that an address in an error has no password.
func TestOpenKeepsPasswords(t *testing.T) {
	for address, want := range map[string]string{
		"postgres://user:secret@localhost:5432/entente?sslmode=off": "postgres://xxxxx@localhost:5432/entente",
		"postgres://user:sec/ret@localhost/entente":                 "postgres://xxxxx@localhost/entente",
		"cockroach://localhost/entente?password=secret":             "cockroach://localhost/entente",
		"bolt://user:secret@localhost":                              "bolt://xxxxx@localhost",
	} {
		_, err := store.Open(t.Context(), address, store.Options{})
		if err == nil || !strings.Contains(err.Error(), strconv.Quote(want)) || strings.Contains(err.Error(), "ret@") {
			t.Errorf("%s: got %v, want the address %s", address, err, want)
		}
	}
}

// TestModelWithoutVerdicts holds that a store of the version before verdicts is read as it is, and brought up to date by
// its first writer.
func TestModelWithoutVerdicts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	s := mustOpenSpoilt(t, path, store.Options{})
	mustAdd(t, s, crowd(20, 4, 8)...)
	want, was := dump(t, s), revision(t, s)
	if err := s.Write([]quad.Quad{store.ModelQuad("2")}, []quad.Quad{store.ModelQuad(strconv.Itoa(store.ModelVersion))}); err != nil {
		t.Fatal(err)
	}
	for _, opts := range []store.Options{{ReadOnly: true}, {}} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = mustOpen(t, path, opts)
		if diff := cmp.Diff(want, dump(t, s)); diff != "" || revision(t, s) != was {
			t.Error(diff)
		}
	}
	if _, err := s.Judge(t.Context(), nil, verdict(statements(t, s, store.Filter{})[0], graph.Reject, "Mary")); err != nil {
		t.Fatal(err)
	}
}

// TestBegun holds that a store whose maker was stopped as he made it is one that is not there yet for who reads, and made
// anew by who writes.
func TestBegun(t *testing.T) {
	for name, missing := range map[string][]string{"no current manifest": {"CURRENT", "000001.log"}, "no keys": nil} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "entente.db")
			db, err := leveldb.OpenFile(path, nil)
			if err == nil {
				err = db.Close()
			}
			for _, file := range missing {
				err = errors.Join(err, os.Remove(filepath.Join(path, file)))
			}
			if err != nil {
				t.Fatal(err)
			}
			if _, err := store.Open(t.Context(), path, store.Options{ReadOnly: true}); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("reading: %v", err)
			}
			s := mustOpen(t, path, store.Options{})
			mustAdd(t, s, reading("first", backs("A", "B")))
			noProblems(t, s)
		})
	}
}
