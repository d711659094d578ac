package ties_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/ties"
)

// saved gives an index as a file has it.
func saved(t *testing.T, x *ties.Index) *ties.Index {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ties")
	if err := x.Save(path); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || int(info.Size()) < x.FileSize() || int(info.Size()) > x.FileSize()+4000 {
		t.Errorf("the file is told to have %d bytes: %v, %v", x.FileSize(), info, err)
	}
	again, err := ties.Open(path, x.Revision())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = again.Close() })
	return again
}

func TestFile(t *testing.T) {
	x := collected(readings(50)...).Build("r1")
	path := filepath.Join(t.TempDir(), "ties")
	if err := x.Save(path); err != nil {
		t.Fatal(err)
	}
	again, err := ties.Open(path, "r1")
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if !again.Kept() || x.Kept() {
		t.Error("it does not tell where it came from")
	}
	if diff := cmp.Diff(contentsOf(t, x), contentsOf(t, again)); diff != "" {
		t.Error(diff)
	}
	if _, err := ties.Open(path, "r2"); !errors.Is(err, ties.ErrOther) {
		t.Errorf("another revision: %v", err)
	}
	if _, err := ties.Open(path+"x", "r1"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	empty := ties.NewBuilder().Build("r0")
	if err := empty.Save(path); err != nil {
		t.Fatal(err)
	}
	none, err := ties.Open(path, "r0")
	if err != nil {
		t.Fatal(err)
	}
	defer none.Close()
	if none.Statements() != 0 || none.Nodes() != 0 {
		t.Error("an empty index is not empty")
	}
}

// Sentences that are too many for the memory are in a temporary file, which goes when the index does; where there cannot
// be one they are in memory after all.
func TestTemporaryFile(t *testing.T) {
	want := contentsOf(t, collected(readings(50)...).Build("r1"))
	for name, folder := range map[string]string{"a folder": t.TempDir(), "none": filepath.Join(t.TempDir(), "missing")} {
		for _, room := range []int{1, 1000, 3000} {
			t.Setenv("TMPDIR", folder)
			b := ties.NewBuilder()
			b.HoldSentences(room)
			for _, r := range readings(50) {
				for _, e := range r.Entities {
					b.Entity(e)
				}
				b.Article(r.Article, r.Statements)
			}
			x := b.Finish("r1")
			if diff := cmp.Diff(want, contentsOf(t, x)); diff != "" {
				t.Errorf("%s, %d bytes: %s", name, room, diff)
			}
			if diff := cmp.Diff(want, contentsOf(t, saved(t, x))); diff != "" {
				t.Errorf("%s, %d bytes, saved: %s", name, room, diff)
			}
			if err := x.Close(); err != nil {
				t.Errorf("%s, %d bytes: %v", name, room, err)
			}
			if left, err := os.ReadDir(folder); name != "none" && (err != nil || len(left) > 0) {
				t.Errorf("%d files are left: %v", len(left), err)
			}
		}
	}
}

// No byte of a file can change without being noticed: when it is opened, or when what it is part of is read.
func TestDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ties")
	b := collected(readings(3)...)
	statement := readings(1)[0].Statements[0].ID
	b.Verdict(graph.Verdict{ID: graph.VerdictID(statement, "ana"), Statement: statement, By: "ana", Decision: graph.Reject})
	x := b.Build("r")
	if err := x.Save(path); err != nil {
		t.Fatal(err)
	}
	want := touched(x)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(whole); i += 1 + i/100 {
		spoilt := slices.Clone(whole)
		spoilt[i] ^= 4
		if got, err := reopened(t, path, spoilt); err == nil && !slices.Equal(got, want) {
			t.Errorf("byte %d of %d changed unnoticed", i, len(whole))
		} else if err == nil {
			t.Errorf("byte %d of %d is of no use", i, len(whole))
		} else if !errors.Is(err, ties.ErrDamaged) && !errors.Is(err, ties.ErrOther) {
			t.Errorf("byte %d: %v", i, err)
		}
	}
	for _, length := range []int{0, 5, 16, 19, 30, len(whole) / 2, len(whole) - 1} {
		if _, err := reopened(t, path, whole[:length]); err == nil {
			t.Errorf("cut to %d bytes unnoticed", length)
		}
	}
	if _, err := reopened(t, path, append(slices.Clone(whole), 0)); err == nil {
		t.Error("a byte too many unnoticed")
	}
	if got, err := reopened(t, path, whole); err != nil || !slices.Equal(got, want) {
		t.Errorf("an undamaged one differs: %v", err)
	}
}

// A file that is cut after it was opened is noticed too, and one that was closed.
func TestDamageLater(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ties")
	if err := collected(readings(300)...).Build("r").Save(path); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*ties.Index) error{
		"cut":    func(*ties.Index) error { return os.Truncate(path, 5000) },
		"closed": func(x *ties.Index) error { return x.Close() },
	} {
		x, err := ties.Open(path, "r")
		if err != nil {
			t.Fatal(err)
		}
		if err := spoil(x); err != nil {
			t.Fatal(err)
		}
		if touched(x); x.Err() == nil {
			t.Errorf("%s unnoticed", name)
		}
		_ = x.Close()
		if err := collected(readings(300)...).Build("r").Save(path); err != nil {
			t.Fatal(err)
		}
	}
}

// reopened writes a file, and gives all that an index from there tells.
func reopened(t *testing.T, path string, data []byte) ([]string, error) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	x, err := ties.Open(path, "r")
	if err != nil {
		return nil, err
	}
	defer x.Close()
	all := touched(x)
	again, err := ties.Open(path, "r")
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if verified := again.Verify(); (verified == nil) != (x.Err() == nil) {
		t.Errorf("read, it gives %v, verified %v", x.Err(), verified)
	}
	return all, x.Err()
}

// touched asks for everything, even where the file fails.
func touched(x *ties.Index) []string {
	var all []string
	add := func(list ...any) { all = append(all, fmt.Sprint(list...)) }
	for i := range x.Statements() {
		whole, _ := x.WholeStatement(i)
		verdicts, _ := x.Verdicts(i)
		add(x.Statement(i), whole, verdicts, x.Originals(i))
		for c := x.Statement(i).First; c < x.Statement(i).End; c++ {
			add(x.Citation(c), x.Confidence(c), x.Via(c))
		}
	}
	for a := range x.Articles() {
		n, ok := x.ArticleNumber(x.Article(a).ID)
		add(x.Article(a), n, ok)
	}
	for n := range ties.Node(x.Nodes()) {
		e, ok := x.Entity(n)
		first, end := x.From(n)
		found, there := x.Node(x.ID(n))
		add(e, ok, x.Name(n), first, end, x.To(n), x.At(n), found, there)
		for _, p := range graph.Polarities() {
			told := x.ToldAt(n, p)
			add(told.Tellings(), told.Undated(), ties.Latest([]ties.Told{told}, 1000))
		}
	}
	for f := range x.Facts() {
		fact := x.Fact(f)
		n, ok := x.Find(fact.Subject, fact.Relation, fact.Object)
		add(fact, n, ok)
		addSums := func(sums ties.Sums) {
			add(sums.Left())
			for _, p := range graph.Polarities() {
				if c, ok := sums.Claim(p); ok {
					day, cite, told := c.LastTold(20200101)
					add(c.Statements(), c.IDs(), c.Sources(), c.Origins(), c.Tally(), c.Best(), c.FirstTold(), day, cite, told)
					add(c.Words(), c.Earliest(), c.Told().Undated(), ties.Latest([]ties.Told{c.Told()}, 1000))
				}
			}
		}
		addSums(x.Sums(f))
		found, left := passing(x.Scanner(&ties.Rule{MinConfidence: -1, Rejected: true}), f)
		add(found, left)
		for _, place := range []ties.Node{fact.Object, x.Citation(x.Statement(fact.First).First).Place} {
			if sums, ok := x.SumsIn(f, func(n ties.Node) bool { return n == place }); ok {
				addSums(sums)
			}
		}
	}
	verdicts, _ := x.AllVerdicts()
	add(verdicts)
	return all
}
