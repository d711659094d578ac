package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/store"
)

func TestRestore(t *testing.T) {
	s := memory(t)
	readings := crowd(20, 5, 12)
	readings[0].Entities = append(readings[0].Entities, graph.Entity{
		ID: "~Alone", Name: "\"Alone\" <x>\n", Aliases: []graph.Alias{{Name: "A", When: "2020/.."}},
	})
	mustAdd(t, s, readings...)
	want := dump(t, s)
	other := memory(t)
	change, err := restore(t, other, want)
	if err != nil {
		t.Fatal(err)
	}
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if want := (store.Change{ArticlesNew: 20, StatementsNew: stats.Statements, EntitiesNew: 13}); change != want {
		t.Errorf("got %+v, want %+v", change, want)
	}
	if diff := cmp.Diff(want, dump(t, other)); diff != "" {
		t.Error(diff)
	}
	if revision(t, s) != revision(t, other) {
		t.Error("another revision")
	}
	noProblems(t, other)
	change, err = restore(t, other, want)
	if err != nil || change != (store.Change{ArticlesUnchanged: 20}) {
		t.Errorf("again: %+v, %v", change, err)
	}
}

func TestRestoreInvalid(t *testing.T) {
	s := memory(t)
	r := reading("one", backs("A", "B"))
	mustAdd(t, s, r)
	whole := dump(t, s)
	without := func(part string) string {
		var kept strings.Builder
		for line := range strings.Lines(whole) {
			if !strings.Contains(line, part) {
				kept.WriteString(line)
			}
		}
		return kept.String()
	}
	for name, text := range map[string]string{
		"no N-Quads":   "this is nothing\n",
		"cut":          whole[:len(whole)/2],
		"no edge":      without("<A> <backs> <B>"),
		"no digest":    without("<digest>"),
		"no subject":   without("<subject>"),
		"no article":   without("> <sha256> "),
		"no kind":      without("<kind>"),
		"another edge": whole + "<A> <fights> <B> <st:00000000-0000-5000-8000-000000000000> .\n",
		"another kind": strings.Replace(whole, `<kind> "weapons"`, `<kind> "air"`, 1),
		"no label":     whole + "<A> <backs> <B> .\n",
		"unknown type": strings.Replace(whole, `"armed_group"`, `"planet"`, 1),
		"another hash": strings.ReplaceAll(whole, r.Article.SHA256, strings.Repeat("0", 64)),
		"another word": strings.Replace(whole, `<polarity> "affirmed"`, `<polarity> "denied"`, 1),
	} {
		other := memory(t)
		if _, err := restore(t, other, text); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%s: got %v", name, err)
		}
		if got := dump(t, other); got != "" {
			t.Errorf("%s: it wrote %s", name, got)
		}
	}
}

// TestRestoreNamesTheLine holds that a line that is no quad is named as an editor counts lines.
func TestRestoreNamesTheLine(t *testing.T) {
	s := memory(t)
	mustAdd(t, s, reading("one", backs("A", "B")))
	text := "# a comment\n\n" + dump(t, s) + "<A> <backs>\n"
	want := fmt.Sprintf("line %d: ", strings.Count(text, "\n"))
	if _, err := restore(t, memory(t), text); !errors.Is(err, store.ErrInvalid) || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
}

// FuzzRestore has any text be restored or refused, and what was restored be whole.
func FuzzRestore(f *testing.F) {
	s := memory(f)
	mustAdd(f, s, reading("one", backs("A", "B")))
	f.Add(dump(f, s))
	said := statements(f, s, store.Filter{})[0]
	if _, err := s.Judge(f.Context(), nil, verdict(said, graph.Reject, "Mary"), edit(said, "Omar", func(s *graph.Statement) { s.Polarity = graph.Denied })); err != nil {
		f.Fatal(err)
	}
	f.Add(dump(f, s))
	f.Add(`<A> <type> "state" <actors> .` + "\n" + `<A> <alias> "" <actors> .`)
	f.Add(`<A> <type> "state" <actors> .`)
	f.Fuzz(func(t *testing.T, text string) {
		s := memory(t)
		_, err := restore(t, s, text)
		switch {
		case err == nil:
			again := memory(t)
			if _, err := restore(t, again, dump(t, s)); err != nil {
				t.Errorf("what was restored cannot be dumped and restored: %v", err)
			}
		case !errors.Is(err, store.ErrInvalid):
			t.Errorf("got %v", err)
		case dump(t, s) != "":
			t.Error("it was refused, and written")
		}
	})
}

// restore reads a dump and puts it into the store.
func restore(t testing.TB, s *store.Store, text string) (store.Change, error) {
	t.Helper()
	d, err := store.ReadDump(t.Context(), strings.NewReader(text))
	if err != nil {
		return store.Change{}, err
	}
	defer d.Close()
	return s.Restore(t.Context(), d)
}

// A dump that is put together in several parts is the same, and what it says twice counts once.
func TestRestoreInParts(t *testing.T) {
	t.Parallel()
	s, other, some := memory(t), memory(t), memory(t)
	mustAdd(t, s, crowd(700, 4, 40)...)
	want := dump(t, s)
	if n := strings.Count(want, "\n"); n < store.PartLines {
		t.Fatalf("%d lines are one part", n)
	}
	d, err := store.ReadDump(t.Context(), strings.NewReader(want+want[:5000]+"\n"))
	if err == nil {
		t.Error("a line that was cut short was taken")
		d.Close()
	}
	first, _, _ := strings.Cut(want, "\n")
	if d, err = store.ReadDump(t.Context(), strings.NewReader(want+first+"\n")); err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	mustAdd(t, some, crowd(3, 4, 40)...)
	look := func(what string, s *store.Store, wantAll, wantOthers bool) {
		t.Helper()
		all, others, err := s.Compare(t.Context(), d)
		if err != nil || all != wantAll && !wantOthers || others != wantOthers {
			t.Errorf("%s: all %v, others %v, %v", what, all, others, err)
		}
	}
	look("nothing", other, false, false)
	look("some", some, false, false)
	if _, err := other.Restore(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if dump(t, other) != want {
		t.Error("another dump")
	}
	look("all", other, true, false)
	mustAdd(t, some, reading("something else", backs("A", "B")))
	look("others", some, false, true)
}
