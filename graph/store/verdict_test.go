package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

func verdict(s graph.Statement, decision graph.Decision, by string) graph.Verdict {
	return graph.Verdict{Statement: s.ID, Decision: decision, By: by, On: "2024-05-01"}
}

// edit is a verdict that says something else in the statement's place.
func edit(s graph.Statement, by string, change func(*graph.Statement)) graph.Verdict {
	v := verdict(s, graph.Edit, by)
	s.Citations = slices.Clone(s.Citations)
	change(&s)
	v.Replacement = &s
	return v
}

func mustJudge(t testing.TB, s *store.Store, verdicts ...graph.Verdict) store.Change {
	t.Helper()
	change, err := s.Judge(t.Context(), nil, verdicts...)
	if err != nil {
		t.Fatal(err)
	}
	noProblems(t, s)
	sameVerdicts(t, s)
	return change
}

func mustWithdraw(t testing.TB, s *store.Store, by string, statements ...uuid.UUID) {
	t.Helper()
	if _, err := s.Withdraw(t.Context(), by, statements...); err != nil {
		t.Fatal(err)
	}
	noProblems(t, s)
	sameVerdicts(t, s)
}

func verdicts(t testing.TB, s *store.Store) []graph.Verdict {
	t.Helper()
	var all []graph.Verdict
	for v, err := range s.Verdicts(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

// edgesIn gives the edges of a dump, without their labels.
func edgesIn(t testing.TB, s *store.Store) []string {
	t.Helper()
	var edges []string
	for line := range strings.Lines(dump(t, s)) {
		if subject, _, found := strings.Cut(line, " "); found && !strings.Contains(subject, ":") && !strings.Contains(line, "<actors>") {
			edge, _, _ := strings.Cut(line, " <st:")
			edges = append(edges, edge)
		}
	}
	return edges
}

// sameVerdicts compares what the index tells of verdicts with the store, and with an index that is made anew.
func sameVerdicts(t testing.TB, s *store.Store) {
	t.Helper()
	sameTies(t, s)
	fresh := memory(t)
	if _, err := restore(t, fresh, dump(t, s)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(marks(t, fresh), marks(t, s)); diff != "" {
		t.Errorf("the index that followed the writes is not that of the content (-content +index): %s", diff)
	}
	indexed, err := index(t, s).AllVerdicts()
	if diff := cmp.Diff(verdicts(t, s), indexed, cmpopts.EquateEmpty()); diff != "" || err != nil {
		t.Errorf("%v, %s", err, diff)
	}
	stats, err := s.Stats(t.Context())
	if all := verdicts(t, s); err != nil || stats.Verdicts != len(all) {
		t.Errorf("%d verdicts are counted, %d stand: %v", stats.Verdicts, len(all), err)
	}
}

// marks are the statements of the index that reviewers had a say in.
func marks(t testing.TB, s *store.Store) []string {
	t.Helper()
	x := index(t, s)
	var list []string
	for i := range x.Statements() {
		statement := x.Statement(i)
		if statement.Review == "" {
			continue
		}
		whole, err := x.WholeStatement(i)
		if err != nil {
			t.Fatal(err)
		}
		verdicts, err := x.Verdicts(i)
		if err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprintf("%s %s: %s %s %s, %d cited", statement.ID, statement.Review, whole.Subject, whole.Predicate(), whole.Object, len(whole.Citations))
		for _, v := range verdicts {
			line += fmt.Sprintf("; %s by %s on %s %q", v.Decision, v.By, v.On, v.Note)
		}
		for _, n := range x.Originals(i) {
			line += "; for " + x.Statement(n).ID.String()
		}
		list = append(list, line)
	}
	slices.Sort(list)
	return list
}

// testVerdicts holds that a verdict renames the edge, that scripts see no rejected tie, and that taking it back leaves
// every byte as it was.
func testVerdicts(t *testing.T, open opener) {
	s := open(t)
	r := reading("one", backs("A", "B"), backs("A", "C"), tie{"D", graph.Backs, "B", graph.Denied, "", ""})
	mustAdd(t, s, r)
	before, was := dump(t, s), revision(t, s)
	v := verdict(r.Statements[0], graph.Reject, "Mary  Stone")
	v.Note = "not \"arms\"\n<x> <y> <z> .\\ \u202e"
	if change := mustJudge(t, s, v); change != (store.Change{VerdictsNew: 1}) {
		t.Errorf("got %+v", change)
	}
	if want := []string{"<A> <backs> <C>", "<A> <backs_rejected> <B>", "<D> <backs_denied> <B>"}; !slices.Equal(edgesIn(t, s), want) {
		t.Errorf("got %v", edgesIn(t, s))
	}
	if got := ids(gizmo(t, s, `g.V("<A>").out("<backs>").all()`)); !slices.Equal(got, []string{"<C>"}) {
		t.Errorf("a script sees %v", got)
	}
	if revision(t, s) == was {
		t.Error("the revision is that of before")
	}
	v.Normalize()
	if diff := cmp.Diff([]graph.Verdict{v}, verdicts(t, s)); diff != "" || v.By != "Mary Stone" {
		t.Error(diff)
	}
	if got := statements(t, s, store.Filter{Subject: "A"}); len(got) != 2 {
		t.Errorf("nothing is deleted, but there are %v", got)
	}
	again := revision(t, s)
	if change := mustJudge(t, s, v); change != (store.Change{}) || revision(t, s) != again {
		t.Errorf("the same again: %+v", change)
	}
	accept := verdict(r.Statements[0], graph.Accept, "Mary Stone")
	if change := mustJudge(t, s, v, accept); change != (store.Change{VerdictsChanged: 1}) {
		t.Errorf("twice in one call: %+v", change)
	}
	if got := ids(gizmo(t, s, `g.V("<A>").out("<backs>").all()`)); len(got) != 2 {
		t.Errorf("a script sees %v", got)
	}
	mustWithdraw(t, s, "Mary Stone", r.Statements[0].ID)
	if diff := cmp.Diff(before, dump(t, s)); diff != "" || revision(t, s) != was {
		t.Errorf("taking it back leaves %s", diff)
	}
	if _, err := s.Withdraw(t.Context(), "Mary Stone", r.Statements[0].ID); !errors.Is(err, store.ErrNoVerdict) {
		t.Errorf("twice: %v", err)
	}
	if got, err := s.Statement(t.Context(), r.Statements[0].ID); err != nil || !cmp.Equal(got, r.Statements[0]) {
		t.Errorf("got %v, %v", got, err)
	}
	if _, err := s.Statement(t.Context(), uuid.Max); !errors.Is(err, store.ErrNoStatement) {
		t.Errorf("got %v", err)
	}
}

// testVerdictsOutlive holds that a verdict waits for its statement: while its article is away, read otherwise, or old.
func testVerdictsOutlive(t *testing.T, open opener) {
	s := open(t)
	r := reading("one", backs("A", "B"), backs("A", "C"))
	mustAdd(t, s, r)
	mustJudge(t, s, verdict(r.Statements[0], graph.Reject, "Mary"), edit(r.Statements[1], "Omar", func(s *graph.Statement) { s.Polarity = graph.Denied }))
	judged, stand := dump(t, s), verdicts(t, s)
	edges := []string{"<A> <backs_denied> <C>", "<A> <backs_rejected> <B>", "<A> <backs_rejected> <C>"}
	look := func(when string, want []string) {
		t.Helper()
		if got := edgesIn(t, s); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", when, got, want)
		}
		if diff := cmp.Diff(stand, verdicts(t, s)); diff != "" {
			t.Errorf("%s: %s", when, diff)
		}
		noProblems(t, s)
		sameVerdicts(t, s)
	}
	look("judged", edges)
	if change := mustAdd(t, s, r); change != (store.Change{ArticlesUnchanged: 1}) {
		t.Errorf("again: %+v", change)
	}
	look("again", edges)
	if err := s.Remove(t.Context(), r.Article.ID); err != nil {
		t.Fatal(err)
	}
	look("removed", nil)
	mustAdd(t, s, r)
	look("back", edges)
	if diff := cmp.Diff(judged, dump(t, s)); diff != "" {
		t.Error(diff)
	}
	newer := reading("one", backs("A", "B"), backs("D", "C"))
	newer.Article.Extractor = "rules@2"
	mustAdd(t, s, newer)
	look("read otherwise", []string{"<A> <backs_rejected> <B>", "<D> <backs> <C>"})
	mustWithdraw(t, s, "Omar", r.Statements[1].ID) // of what is away
	if _, err := s.Judge(t.Context(), nil, verdict(r.Statements[1], graph.Accept, "Omar")); !errors.Is(err, store.ErrNoStatement) {
		t.Errorf("what is away is judged: %v", err)
	}
	stand = verdicts(t, s)
	r.Article.Extractor = "rules@3"
	mustAdd(t, s, r)
	look("read as before", []string{"<A> <backs> <C>", "<A> <backs_rejected> <B>"})
	newest := reading("two", backs("A", "B"))
	newest.Article.Appearances[0].URL, newest.Article.Appearances[0].Published = r.Article.Appearances[0].URL, "2024-06-01"
	mustAdd(t, s, newest)
	look("superseded", []string{"<A> <backs> <B>", "<A> <backs> <C>", "<A> <backs_rejected> <B>"})
}

// testDisagreement holds that both verdicts stand, and that the later one counts.
func testDisagreement(t *testing.T, open opener) {
	s := open(t)
	r := reading("one", backs("A", "B"))
	mustAdd(t, s, r)
	mary, omar := verdict(r.Statements[0], graph.Reject, "Mary"), verdict(r.Statements[0], graph.Accept, "Omar")
	mustJudge(t, s, mary, omar)
	if got := edgesIn(t, s); !slices.Equal(got, []string{"<A> <backs_rejected> <B>"}) || len(verdicts(t, s)) != 2 {
		t.Errorf("on one day: %v", got)
	}
	omar.On = "2024-05-02"
	mustJudge(t, s, omar)
	if got := edgesIn(t, s); !slices.Equal(got, []string{"<A> <backs> <B>"}) || len(verdicts(t, s)) != 2 {
		t.Errorf("later: %v", got)
	}
	mustWithdraw(t, s, "Omar", r.Statements[0].ID)
	if got := edgesIn(t, s); !slices.Equal(got, []string{"<A> <backs_rejected> <B>"}) {
		t.Errorf("taken back: %v", got)
	}
}

// testEdits holds what stands in a statement's place, also where the article says that already.
func testEdits(t *testing.T, open opener) {
	s := open(t)
	r := reading("one", backs("A", "B"), backs("A", "C"))
	mustAdd(t, s, r)
	before := dump(t, s)
	toC := func(s *graph.Statement) { s.Object = "C" }
	mustJudge(t, s, edit(r.Statements[0], "Mary", toC))
	got := marks(t, s)
	if len(got) != 3 || !slices.ContainsFunc(got, func(line string) bool {
		return strings.Contains(line, "edited: A backs C, 2 cited; edit by Mary")
	}) {
		t.Errorf("got %q", got)
	}
	mustJudge(t, s, verdict(r.Statements[1], graph.Accept, "Omar"))
	mustJudge(t, s, edit(r.Statements[0], "Mary", func(s *graph.Statement) { s.Citations[0].Kinds = []graph.Kind{graph.Air} }))
	if got := edgesIn(t, s); !slices.Equal(got, []string{"<A> <backs> <B>", "<A> <backs> <C>"}) {
		t.Errorf("other kinds: %v", got)
	}
	mustWithdraw(t, s, "Omar", r.Statements[1].ID)
	mustWithdraw(t, s, "Mary", r.Statements[0].ID)
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Error(diff)
	}
	// An actor that the store lacks comes with the verdict.
	v := edit(r.Statements[0], "Mary", func(s *graph.Statement) { s.Object = "New_Front" })
	if _, err := s.Judge(t.Context(), nil, v); !errors.Is(err, store.ErrInvalid) || dump(t, s) != before {
		t.Errorf("got %v", err)
	}
	if _, err := s.Judge(t.Context(), []graph.Entity{{ID: "New_Front", Name: "New Front", Type: graph.ArmedGroup}}, v); err != nil {
		t.Fatal(err)
	}
	noProblems(t, s)
	sameVerdicts(t, s)
	if got := ids(gizmo(t, s, `g.V("<A>").out("<backs>").all()`)); !slices.Equal(got, []string{"<C>", "<New_Front>"}) {
		t.Errorf("a script sees %v", got)
	}
	g, err := s.Subgraph(t.Context(), store.Filter{Subject: "A", Object: "B"})
	if err != nil || len(g.Verdicts) != 1 || g.Name("New_Front") != "New Front" {
		t.Errorf("got %v, %v", g, err)
	}
}

// testVerdictsDumped holds that dump and restore lose nothing, in whatever order, and that what is away stays so.
func testVerdictsDumped(t *testing.T, open opener) {
	s := open(t)
	readings := crowd(12, 5, 8)
	mustAdd(t, s, readings...)
	random := rand.New(rand.NewPCG(5, 6))
	for i, r := range readings {
		for _, statement := range r.Statements {
			v := verdict(statement, graph.Decisions()[random.IntN(2)], []string{"Mary", "Omar", "Zoë <z>"}[random.IntN(3)])
			v.Note, v.On = strings.Repeat("\"\n", random.IntN(3)), graph.Valid(fmt.Sprintf("2024-05-%02d", 1+random.IntN(20)))
			if random.IntN(3) == 0 {
				w := edit(statement, v.By, func(s *graph.Statement) { s.Citations[0].Phase = graph.Ended })
				v.Decision, v.Replacement = w.Decision, w.Replacement
			}
			if _, err := s.Judge(t.Context(), nil, v); err != nil {
				t.Fatal(err)
			}
		}
		if i == 4 {
			if err := s.Remove(t.Context(), r.Article.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	noProblems(t, s)
	sameVerdicts(t, s)
	want := dump(t, s)
	for name, first := range map[string][]graph.Reading{"into nothing": nil, "over articles": readings[:9]} {
		other := memory(t)
		mustAdd(t, other, first...)
		if len(first) > 0 {
			if err := other.Remove(t.Context(), readings[4].Article.ID); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := restore(t, other, want); err != nil {
			t.Fatal(err)
		}
		noProblems(t, other)
		if diff := cmp.Diff(want, dump(t, other)); diff != "" || revision(t, other) != revision(t, s) {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(marks(t, s), marks(t, other)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestRecall holds that verdicts of another store are taken whether their statements are there or not, and that the
// order in which two stores tell them does not matter.
func TestRecall(t *testing.T) {
	r := reading("one", backs("A", "B"))
	early, late := verdict(r.Statements[0], graph.Reject, "Mary"), verdict(r.Statements[0], graph.Accept, "Mary")
	late.On = "2024-05-02"
	var dumps []string
	for _, order := range [][]graph.Verdict{{early, late}, {late, early}} {
		s := memory(t)
		for _, v := range order {
			if _, err := s.Recall(t.Context(), nil, v); err != nil {
				t.Fatal(err)
			}
			noProblems(t, s)
		}
		mustAdd(t, s, r)
		sameVerdicts(t, s)
		dumps = append(dumps, dump(t, s))
	}
	if diff := cmp.Diff(dumps[0], dumps[1]); diff != "" || !strings.Contains(dumps[0], "<A> <backs> <B>") {
		t.Error(diff)
	}
}

// testVerdictsRefused holds that what is wrong is refused as a whole.
func testVerdictsRefused(t *testing.T, open opener) {
	s := open(t)
	r := reading("one", backs("A", "B"), backs("A", "C"))
	mustAdd(t, s, r)
	before := dump(t, s)
	good := verdict(r.Statements[0], graph.Reject, "Mary")
	for name, test := range map[string]struct {
		verdict graph.Verdict
		want    error
	}{
		"no statement":    {verdict(graph.Statement{ID: uuid.Max}, graph.Reject, "Mary"), store.ErrNoStatement},
		"nobody":          {verdict(r.Statements[1], graph.Reject, " "), store.ErrInvalid},
		"no decision":     {verdict(r.Statements[1], "maybe", "Mary"), store.ErrInvalid},
		"the same":        {edit(r.Statements[1], "Mary", func(*graph.Statement) {}), store.ErrInvalid},
		"another letter":  {edit(r.Statements[1], "Mary", func(s *graph.Statement) { s.Citations[0].Sentence = "B backs A, or so" }), store.ErrInvalid},
		"another article": {edit(r.Statements[1], "Mary", func(s *graph.Statement) { s.Article = uuid.Max }), store.ErrInvalid},
		"an unknown end":  {edit(r.Statements[1], "Mary", func(s *graph.Statement) { s.Object = "Nobody" }), store.ErrInvalid},
		"a quad as an id": {edit(r.Statements[1], "Mary", func(s *graph.Statement) { s.Object = "B> . <x" }), store.ErrInvalid},
	} {
		if _, err := s.Judge(t.Context(), nil, good, test.verdict); !errors.Is(err, test.want) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := s.Judge(t.Context(), []graph.Entity{{ID: "X", Type: "planet"}}, good); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("got %v", err)
	}
	if _, err := s.Judge(&countdown{Context: t.Context(), left: 1}, nil, good); err == nil {
		t.Error("what was cancelled went well")
	}
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Errorf("something was written: %s", diff)
	}
}

func TestVerdictsOfReadOnlyStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	s := mustOpen(t, path, store.Options{})
	r := reading("one", backs("A", "B"))
	mustAdd(t, s, r)
	mustJudge(t, s, verdict(r.Statements[0], graph.Reject, "Mary"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, path, store.Options{ReadOnly: true})
	if !index(t, s).Kept() {
		t.Error("a verdict left no index behind")
	}
	sameVerdicts(t, s)
	if _, err := s.Judge(t.Context(), nil, verdict(r.Statements[0], graph.Accept, "Mary")); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("got %v", err)
	}
	if _, err := s.Withdraw(t.Context(), "Mary", r.Statements[0].ID); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("got %v", err)
	}
}

// TestCheckVerdicts holds that check finds edges and verdicts that do not agree.
func TestCheckVerdicts(t *testing.T) {
	r := reading("one", backs("A", "B"))
	st := quad.IRI("st:" + r.Statements[0].ID.String())
	label := quad.IRI("review:Mary")
	own := quad.Quad{Subject: quad.IRI("A"), Predicate: quad.IRI("backs"), Object: quad.IRI("B"), Label: st}
	rejected := own
	rejected.Predicate = quad.IRI("backs_rejected")
	about := func(predicate, text string) quad.Quad {
		return quad.Quad{Subject: st, Predicate: quad.IRI(predicate), Object: quad.String(text), Label: label}
	}
	for name, test := range map[string]struct {
		in, out []quad.Quad
		want    string
	}{
		"the edge back":   {[]quad.Quad{own}, []quad.Quad{rejected}, "a quad is missing: <A> <backs_rejected> <B>"},
		"a second edge":   {[]quad.Quad{own}, nil, "a quad that belongs to nothing: <A> <backs> <B>"},
		"no verdict":      {nil, []quad.Quad{about("verdict", "reject")}, "a quad that belongs to nothing"},
		"another verdict": {[]quad.Quad{about("verdict", "maybe")}, []quad.Quad{about("verdict", "reject")}, "a quad that belongs to nothing"},
		"no day":          {nil, []quad.Quad{about("on", "2024-05-01")}, "is no day"},
		"another day":     {[]quad.Quad{about("on", "2024-05-02")}, []quad.Quad{about("on", "2024-05-01")}, "its figures are"},
		"a replacement":   {[]quad.Quad{about("replacement", `{"id":"00000000-0000-0000-0000-000000000000"}`)}, nil, "an edit has a replacement"},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustOpenSpoilt(t, "memory:", store.Options{})
			mustAdd(t, s, r)
			if _, err := s.Judge(t.Context(), nil, verdict(r.Statements[0], graph.Reject, "Mary")); err != nil {
				t.Fatal(err)
			}
			if err := s.Write(test.in, test.out); err != nil {
				t.Fatal(err)
			}
			problems, err := s.Check(t.Context())
			if err != nil || !slices.ContainsFunc(problems, func(p store.Problem) bool { return strings.Contains(p.What, test.want) }) {
				t.Errorf("got %v, %v", problems, err)
			}
		})
	}
}
