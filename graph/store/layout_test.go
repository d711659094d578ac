package store_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/google/go-cmp/cmp"
	"github.com/hidal-go/hidalgo/kv/flat"
	hleveldb "github.com/hidal-go/hidalgo/kv/flat/leveldb"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/storage"
	"github.com/syndtr/goleveldb/leveldb/util"

	"entente.example/graph"
	"entente.example/graph/store"
)

// keptFiles is a storage that outlives the databases that are opened on it.
type keptFiles struct{ storage.Storage }

func (keptFiles) Close() error { return nil }

// writeByCayley writes quads into files as Cayley does.
func writeByCayley(t *testing.T, files storage.Storage, in, out []quad.Quad) {
	t.Helper()
	db, err := leveldb.Open(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	base := flat.Upgrade(hleveldb.New(db))
	_ = kv.Init(base, nil) // which it may be
	qs, err := kv.New(base, cayley.Options{kv.OptNoBloom: true})
	if err != nil {
		t.Fatal(err)
	}
	for action, quads := range map[cayley.Procedure][]quad.Quad{cayley.Add: in, cayley.Delete: out} {
		for _, q := range quads {
			if err := qs.ApplyDeltas([]cayley.Delta{{Quad: q, Action: action}}, cayley.IgnoreOpts{}); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// layout tells what the keys of a database say, without the numbers that Cayley gives, and without what it has marked as
// gone: of each index which quads it leads to, and how many times each node is used.
func layout(t *testing.T, files storage.Storage) []string {
	t.Helper()
	db, err := leveldb.Open(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	each := func(prefix string, read func(key, value []byte)) {
		it := db.NewIterator(util.BytesPrefix([]byte(prefix)), nil)
		defer it.Release()
		for it.Next() {
			key := strings.NewReplacer(`\/`, "/", `\\`, `\`).Replace(strings.TrimPrefix(string(it.Key()), prefix))
			if key != "" {
				read([]byte(key), it.Value())
			}
		}
	}
	names, quads := map[uint64]string{}, map[uint64]string{}
	var links []proto.Primitive
	each("log/", func(key, value []byte) {
		var p proto.Primitive
		if err := p.Unmarshal(value); err != nil || binary.BigEndian.Uint64(key) != p.ID {
			t.Errorf("log %x: %v, %v", key, p, err)
		}
		if !p.IsNode() {
			links = append(links, p)
			return
		}
		v, err := pquads.UnmarshalValue(p.Value)
		if err != nil {
			t.Error(err)
		}
		names[p.ID] = v.String()
	})
	var lines []string
	for _, p := range links {
		if !p.Deleted {
			quads[p.ID] = fmt.Sprint(names[p.Subject], names[p.Predicate], names[p.Object], names[p.Label])
			lines = append(lines, "quad "+quads[p.ID])
		}
	}
	for _, index := range []string{"sp/", "ops/"} {
		each(index, func(key, value []byte) {
			line := ""
			for ; len(key) > 0; key = key[8:] {
				line += names[binary.BigEndian.Uint64(key)]
			}
			var to []string
			for last := uint64(0); len(value) > 0; {
				id, n := binary.Uvarint(value)
				if value = value[n:]; id <= last {
					t.Errorf("%s%s: %d after %d", index, line, id, last)
				}
				if last = id; quads[id] != "" {
					to = append(to, quads[id])
				}
			}
			if slices.Sort(to); len(to) > 0 {
				lines = append(lines, fmt.Sprint(index, line, to))
			}
		})
	}
	hashes := map[string]string{}
	each("v", func(key, value []byte) {
		id, _ := binary.Uvarint(value)
		hashes[string(key)] = names[id]
	})
	each("n", func(key, value []byte) {
		uses, _ := binary.Uvarint(value)
		lines = append(lines, fmt.Sprintf("%s %x %d", hashes[string(key)], key, uses))
	})
	each("meta/size", func(_, value []byte) { lines = append(lines, fmt.Sprintf("size %x", value)) })
	slices.Sort(lines)
	return lines
}

// allQuads reads a database with Cayley.
func allQuads(t *testing.T, files storage.Storage) (quads []quad.Quad) {
	t.Helper()
	db, err := leveldb.Open(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	qs, err := kv.New(flat.Upgrade(hleveldb.New(db)), cayley.Options{kv.OptNoBloom: true})
	if err != nil {
		t.Fatal(err)
	}
	it := qs.QuadsAllIterator().Iterate()
	defer it.Close()
	for it.Next(t.Context()) {
		q, err := qs.Quad(it.Result())
		if err != nil {
			t.Fatal(err)
		}
		quads = append(quads, q)
	}
	return quads
}

// TestLayout holds that the keys of a store, however it came about, are those that Cayley itself makes of its quads.
func TestLayout(t *testing.T) {
	t.Parallel()
	files := keptFiles{storage.NewMemStorage()}
	random := rand.New(rand.NewPCG(5, 6))
	readings := crowd(40, 4, 8)
	for range 6 {
		s, err := store.OpenStorage(t.Context(), files)
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			at := random.IntN(len(readings) - 8)
			some := slices.Clone(readings[at : at+8])
			mustAdd(t, s, some...)
			if err := s.Remove(t.Context(), some[random.IntN(8)].Article.ID); err != nil {
				t.Fatal(err)
			}
			some[0].Article.Extractor += "+" // old quads go, new ones come
			mustAdd(t, s, some[0])
		}
		closeAsCayleys(t, s, files)
	}
}

// closeAsCayleys closes a store without problems, and holds that its keys are those that Cayley makes of its quads.
func closeAsCayleys(t *testing.T, s *store.Store, files storage.Storage) {
	t.Helper()
	noProblems(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	cayleys := keptFiles{storage.NewMemStorage()}
	writeByCayley(t, cayleys, allQuads(t, files), nil)
	if diff := cmp.Diff(layout(t, cayleys), layout(t, files)); diff != "" {
		t.Fatal(diff)
	}
}

// TestLayoutOfShared takes articles out one by one that say long things alike, in a store that remembers nothing of them
// and in one that does: what is still said stays, with the count of its uses, and what nobody says any more goes. So does
// a statement on which a verdict stands, but for the verdict.
func TestLayoutOfShared(t *testing.T) {
	for _, remembers := range []bool{false, true} {
		files := keptFiles{storage.NewMemStorage()}
		s := mustOpenStorage(t, files)
		var readings []graph.Reading
		for _, text := range []string{"one", "two", "three"} {
			r := reading(text, backs("Patron", "Client"), backs("Patron", "Other_client"))
			r.Article.Sketch = strings.Repeat("alike", 30)
			for i := range r.Statements {
				c := &r.Statements[i].Citations[0]
				c.Sentence = strings.Repeat("The patron backs them all. ", 9)
				c.Span = graph.Span{0, len(c.Sentence)}
			}
			readings = append(readings, r)
		}
		mustAdd(t, s, readings...)
		for i, r := range readings {
			judged := r.Statements[0]
			if _, err := s.Judge(t.Context(), nil, verdict(judged, graph.Accept, "Mary")); err != nil {
				t.Fatal(err)
			}
			if !remembers {
				closeAsCayleys(t, s, files)
				s = mustOpenStorage(t, files)
			}
			if err := s.Remove(t.Context(), r.Article.ID); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Withdraw(t.Context(), "Mary", judged.ID); err != nil && i%2 == 0 {
				t.Fatal(err)
			}
		}
		closeAsCayleys(t, s, files)
	}
}

// TestLayoutOfReturned takes out articles of which something stands apart from the rest: one that came again from another
// paper, one whose statement was judged and is as it was again, one that was read anew, and others between them which are
// as they came. Nothing of them stays, with a verdict elsewhere in the store and without.
func TestLayoutOfReturned(t *testing.T) {
	for _, judged := range []bool{false, true} {
		files := keptFiles{storage.NewMemStorage()}
		s := mustOpenStorage(t, files)
		readings := crowd(24, 3, 8)
		mustAdd(t, s, readings...)
		again := readings[3]
		again.Article.Appearances = append(slices.Clone(again.Article.Appearances),
			graph.Appearance{URL: "https://other.example/3", Publisher: "Other", Published: "2024-02-03"})
		mustAdd(t, s, again)
		anew := readings[5]
		anew.Article.Extractor += "+"
		mustAdd(t, s, anew)
		for i, author := range []string{"Mary", "Ada"} {
			about := readings[7+i].Statements[0]
			if _, err := s.Judge(t.Context(), nil, verdict(about, graph.Reject, author)); err != nil {
				t.Fatal(err)
			}
			if judged && i > 0 {
				break
			}
			if _, err := s.Withdraw(t.Context(), author, about.ID); err != nil {
				t.Fatal(err)
			}
		}
		for _, i := range []int{2, 3, 4, 5, 6, 7, 8, 9} {
			if err := s.Remove(t.Context(), readings[i].Article.ID); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Remove(t.Context(), idsOf(readings[10:20])...); err != nil {
			t.Fatal(err)
		}
		closeAsCayleys(t, s, files)
	}
}

func mustOpenStorage(t *testing.T, files storage.Storage) *store.Store {
	t.Helper()
	s, err := store.OpenStorage(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestWrittenByCayley writes to a database that Cayley has written and taken quads out of, as all were before.
func TestWrittenByCayley(t *testing.T) {
	readings := crowd(20, 4, 6)
	open := func(files storage.Storage) *store.Store {
		s, err := store.OpenStorage(t.Context(), files)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	first, files := keptFiles{storage.NewMemStorage()}, keptFiles{storage.NewMemStorage()}
	s := open(first)
	mustAdd(t, s, readings[:12]...)
	s.Close()
	var gone []quad.Quad
	for i := range 30 {
		gone = append(gone, quad.Make(quad.IRI(entityID(i%6)), quad.IRI("backs"), quad.IRI(entityID(i%5)), quad.IRI(fmt.Sprint("x", i))))
	}
	writeByCayley(t, files, gone, nil)
	writeByCayley(t, files, allQuads(t, first), gone)
	s = open(files)
	defer s.Close()
	noProblems(t, s)
	for _, r := range readings[2:9] {
		if err := s.Remove(t.Context(), r.Article.ID); err != nil {
			t.Fatal(err)
		}
	}
	noProblems(t, s)
	mustAdd(t, s, readings[5:]...)
	noProblems(t, s)
	fresh := memory(t)
	mustAdd(t, fresh, append(slices.Clone(readings[:2]), readings[5:]...)...)
	// Entities stay where an article goes.
	mine, its := dump(t, s), dump(t, fresh)
	for line := range strings.Lines(its) {
		if !strings.Contains(mine, line) {
			t.Errorf("it lacks %s", line)
		}
	}
	for line := range strings.Lines(mine) {
		if !strings.Contains(its, line) && !strings.HasSuffix(line, "<actors> .\n") {
			t.Errorf("it has %s", line)
		}
	}
}

// TestPrune holds that a store loses, as it is opened for writing, what Cayley's own writer has left of quads that went, and
// nothing else: one of an earlier version, and one of this version that Cayley wrote.
func TestPrune(t *testing.T) {
	t.Run("earlier", func(t *testing.T) { testPrune(t, "2") })
	t.Run("this", func(t *testing.T) { testPrune(t, strconv.Itoa(store.ModelVersion)) })
}

func testPrune(t *testing.T, version string) {
	files := keptFiles{storage.NewMemStorage()}
	open := func() *store.Store {
		s, err := store.OpenStorage(t.Context(), files)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := open()
	mustAdd(t, s, crowd(20, 4, 6)...)
	if err := s.Write([]quad.Quad{store.ModelQuad(version)}, []quad.Quad{store.ModelQuad(strconv.Itoa(store.ModelVersion))}); err != nil {
		t.Fatal(err)
	}
	want := dump(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	var gone []quad.Quad
	for i := range 30 { // some of which share entries of indexes with quads that stay
		gone = append(gone, quad.Make(quad.IRI(entityID(i%6)), quad.IRI("backs"), quad.IRI(entityID(i%5)), quad.IRI(fmt.Sprint("x", i))))
		gone = append(gone, quad.Make(quad.IRI(fmt.Sprint("y", i%7)), quad.IRI("z"), quad.IRI(fmt.Sprint("y", i%3)), quad.IRI(fmt.Sprint("x", i))))
	}
	writeByCayley(t, files, gone, nil)
	writeByCayley(t, files, nil, gone)
	forgetChanges(t, files)
	if n := deadKeys(t, files); n < 2*len(gone) {
		t.Fatalf("Cayley leaves only %d keys", n)
	}
	before := layout(t, files)
	s = open()
	noProblems(t, s)
	if got := dump(t, s); got != want {
		t.Error(cmp.Diff(want, got))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if n := deadKeys(t, files); n != 0 {
		t.Errorf("%d keys of what went are left", n)
	}
	own := func(line string) bool { // the store's figures and version
		return strings.Contains(line, "entente:") || strings.HasPrefix(line, `"2" `) || strings.HasPrefix(line, `"3" `) ||
			strings.HasPrefix(line, `"{\"articles\"`)
	}
	before, after := slices.DeleteFunc(before, own), slices.DeleteFunc(layout(t, files), own)
	if diff := cmp.Diff(before, after); diff != "" {
		t.Error(diff)
	}
	for _, article := range []string{"later", "last"} { // the changes follow each other
		s = open()
		mustAdd(t, s, reading(article, backs("A", "B")))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// forgetChanges takes out the keys that number the changes, which Cayley does not write.
func forgetChanges(t *testing.T, files storage.Storage) {
	t.Helper()
	db, err := leveldb.Open(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	it := db.NewIterator(util.BytesPrefix([]byte("entente/change/")), nil)
	defer it.Release()
	for it.Next() {
		if err := db.Delete(it.Key(), nil); err != nil {
			t.Fatal(err)
		}
	}
}

// deadKeys counts the marked quads, and the numbers in the indexes that lead to none.
func deadKeys(t *testing.T, files storage.Storage) int {
	t.Helper()
	db, err := leveldb.Open(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	dead, live := 0, map[uint64]bool{}
	each := func(prefix string, read func(value []byte)) {
		it := db.NewIterator(util.BytesPrefix([]byte(prefix)), nil)
		defer it.Release()
		for it.Next() {
			if len(it.Key()) > len(prefix) {
				read(it.Value())
			}
		}
	}
	each("log/", func(value []byte) {
		var p proto.Primitive
		if err := p.Unmarshal(value); err != nil {
			t.Fatal(err)
		}
		if p.Deleted {
			dead++
		} else if !p.IsNode() {
			live[p.ID] = true
		}
	})
	for _, index := range []string{"sp/", "ops/"} {
		each(index, func(value []byte) {
			for len(value) > 0 {
				id, n := binary.Uvarint(value)
				if value = value[n:]; !live[id] {
					dead++
				}
			}
		})
	}
	return dead
}
