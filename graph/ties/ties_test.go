package ties_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/ties"
)

func readings(articles int) []graph.Reading {
	return slices.Collect(made.Readings(made.Size{Articles: articles, Seed: 3}))
}

// collected puts readings into a builder.
func collected(list ...graph.Reading) *ties.Builder {
	b := ties.NewBuilder()
	for _, r := range list {
		for _, e := range r.Entities {
			b.Entity(e)
		}
		b.Article(r.Article, r.Statements)
	}
	return b
}

// contents are the statements and entities of an index.
type contents struct {
	Statements []graph.Statement
	Entities   []graph.Entity
	Verdicts   []graph.Verdict
	Articles   []ties.Article
}

func contentsOf(t *testing.T, x *ties.Index) contents {
	t.Helper()
	var c contents
	for i := range x.Statements() {
		s, err := x.WholeStatement(i)
		if err != nil {
			t.Fatal(err)
		}
		if s.Fact() != graph.FactID(s.Subject, s.Relation, s.Object) {
			t.Errorf("statement %d is of another fact", i)
		}
		c.Statements = append(c.Statements, s)
		verdicts, err := x.Verdicts(i)
		if err != nil {
			t.Fatal(err)
		}
		c.Verdicts = append(c.Verdicts, verdicts...)
	}
	slices.SortFunc(c.Verdicts, graph.CompareVerdicts)
	slices.SortFunc(c.Statements, graph.CompareStatements)
	for n := range x.Nodes() {
		if e, ok := x.Entity(ties.Node(n)); ok {
			c.Entities = append(c.Entities, e)
		}
	}
	for a := range x.Articles() {
		c.Articles = append(c.Articles, x.Article(a))
	}
	return c
}

// wanted is what the index of the readings must hold, but for the articles.
func wanted(list ...graph.Reading) contents {
	var c contents
	for _, r := range list {
		c.Statements = append(c.Statements, r.Statements...)
		c.Entities = append(c.Entities, r.Entities...)
	}
	slices.SortFunc(c.Statements, graph.CompareStatements)
	slices.SortFunc(c.Entities, func(a, b graph.Entity) int { return slices.Compare([]byte(a.ID), []byte(b.ID)) })
	c.Entities = slices.CompactFunc(c.Entities, func(a, b graph.Entity) bool { return a.ID == b.ID })
	return c
}

func TestBuild(t *testing.T) {
	list := readings(300)
	x := collected(list...).Build("r")
	got := contentsOf(t, x)
	if len(got.Articles) != 300 {
		t.Errorf("%d articles", len(got.Articles))
	}
	sameStories(t, x, list)
	got.Articles = nil
	if diff := cmp.Diff(wanted(list...), got); diff != "" {
		t.Error(diff)
	}
}

// sameStories compares with the stories that the model finds.
func sameStories(t *testing.T, x *ties.Index, list []graph.Reading) {
	t.Helper()
	var g graph.Subgraph
	for _, r := range list {
		g.Articles, g.Statements = append(g.Articles, r.Article), append(g.Statements, r.Statements...)
	}
	var tellings []graph.Telling
	for _, r := range list {
		tellings = append(tellings, graph.NewTelling(r.Article, r.Statements))
	}
	g.MarkCopies()
	for _, story := range graph.Stories(tellings) {
		for _, i := range story.Articles {
			a := g.Articles[i]
			n, ok := x.ArticleNumber(a.ID)
			if !ok {
				t.Fatalf("article %s is missing", a.ID)
			}
			got := x.Article(n)
			if first := x.Article(got.Story).ID; first != tellings[story.Articles[0]].Article {
				t.Errorf("article %s: its story begins with %s, not %s", a.ID, first, tellings[story.Articles[0]].Article)
			}
			if diff := cmp.Diff(a, got.Article); diff != "" || x.Date(n) != a.Date() || x.ID(got.Origin) != graph.NewID(a.Publisher(), "") {
				t.Errorf("article %s: %s", a.ID, diff)
			}
		}
	}
}

// What is found by adjacency is what a look at every statement finds.
func TestAdjacency(t *testing.T) {
	x := collected(readings(200)...).Build("r")
	for n := range ties.Node(x.Nodes()) {
		var from, to []int
		for f := range x.Facts() {
			if x.Fact(f).Subject == n {
				from = append(from, f)
			}
			if x.Fact(f).Object == n {
				to = append(to, f)
			}
		}
		var gotFrom, gotTo []int
		for f, end := x.From(n); f < end; f++ {
			gotFrom = append(gotFrom, f)
		}
		for _, f := range x.To(n) {
			gotTo = append(gotTo, int(f))
		}
		slices.Sort(gotTo)
		if !slices.Equal(from, gotFrom) || !slices.Equal(to, gotTo) {
			t.Fatalf("%s: from %v, want %v; to %v, want %v", x.ID(n), gotFrom, from, gotTo, to)
		}
		if got := x.At(n); !slices.Equal(factsAt(x, n), got) {
			t.Errorf("at %s: %v, want %v", x.ID(n), got, factsAt(x, n))
		}
		if again, ok := x.Node(x.ID(n)); !ok || again != n {
			t.Errorf("%s is node %d, not %d", x.ID(n), again, n)
		}
	}
	for f := range x.Facts() {
		fact := x.Fact(f)
		if got, ok := x.Find(fact.Subject, fact.Relation, fact.Object); !ok || got != f {
			t.Errorf("fact %d is found as %d", f, got)
		}
		for i := fact.First; i < fact.End; i++ {
			if x.Statement(i).Fact != f {
				t.Errorf("statement %d is of fact %d, not %d", i, x.Statement(i).Fact, f)
			}
			if i > fact.First && x.Statement(i-1).Polarity == x.Statement(i).Polarity && x.Statement(i-1).Article > x.Statement(i).Article {
				t.Errorf("statement %d is older than the one before it", i)
			}
		}
	}
	if _, ok := x.Node("Nobody"); ok {
		t.Error("Nobody is there")
	}
}

// factsAt looks at every citation.
func factsAt(x *ties.Index, place ties.Node) []int {
	var facts []int
	for f := range x.Facts() {
		here := false
		for i := x.Fact(f).First; i < x.Fact(f).End; i++ {
			for c := x.Statement(i).First; c < x.Statement(i).End; c++ {
				here = here || x.Citation(c).Place == place
			}
		}
		if here {
			facts = append(facts, f)
		}
	}
	return facts
}

// An index that is brought up to date is the one that is made anew.
func TestMerge(t *testing.T) {
	list := readings(120)
	older := collected(list[:80]...).Build("older")
	b := collected(list[80:]...)
	b.Remove(list[3].Article.ID)
	changed := list[5]
	changed.Statements = changed.Statements[:1]
	b.Article(changed.Article, list[6].Statements) // nonsense that the next line replaces
	b.Article(changed.Article, changed.Statements)
	b.Remove(uuid.Max)
	b.Entity(graph.Entity{ID: "State_0", Name: "Another name", Type: graph.State})
	now := slices.Concat(list[:3], list[4:5], []graph.Reading{changed}, list[6:])
	fresh := collected(append(slices.Clone(list[3:6]), now...)...)
	fresh.Remove(list[3].Article.ID)
	fresh.Article(changed.Article, changed.Statements)
	fresh.Entity(graph.Entity{ID: "State_0", Name: "Another name", Type: graph.State})
	rejected := list[0].Statements[0].ID
	v := graph.Verdict{ID: graph.VerdictID(rejected, "ana"), Statement: rejected, By: "ana", Decision: graph.Reject}
	fresh.Verdict(v)
	b.Verdict(v)
	want := contentsOf(t, fresh.Build("newer"))
	// All at once, and in two parts, of which the second one takes out what the first has brought in; from files too.
	first := collected(list[80:100]...)
	first.Article(changed.Article, list[6].Statements)
	first.Article(list[110].Article, list[111].Statements)
	first.Verdict(v)
	first.Verdict(graph.Verdict{Statement: v.Statement, By: "ben", Decision: graph.Accept})
	first.Verdict(graph.Verdict{Statement: list[1].Statements[0].ID, By: "ana", Decision: graph.Reject})
	second := collected(list[100:]...)
	second.Withdraw(v.Statement, "ben")
	second.Withdraw(list[1].Statements[0].ID, "ana")
	second.Remove(list[3].Article.ID)
	second.Article(changed.Article, changed.Statements)
	second.Entity(graph.Entity{ID: "State_0", Name: "Another name", Type: graph.State})
	for name, parts := range map[string][]*ties.Index{"one": {b.Part("")}, "two": {first.Part("1"), saved(t, second.Part("2"))}} {
		merged, err := ties.Merge("newer", older, parts...)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, contentsOf(t, merged)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if merged.Revision() != "newer" {
			t.Errorf("%s: revision %q", name, merged.Revision())
		}
	}
}

func TestDays(t *testing.T) {
	for v, want := range map[graph.Valid][2]uint32{
		"2020-05-28": {20200528, 20200528}, "2020": {20200101, 20201231}, "2014/..": {20140101, ties.NoEnd},
		"../2019-02": {0, 20190228}, "": {1, 0}, "nonsense": {1, 0}, "2020-05~": {20200501, 20200531},
	} {
		if from, to := ties.Days(v); from != want[0] || to != want[1] {
			t.Errorf("%q: %d to %d", v, from, to)
		}
	}
}

func TestKinds(t *testing.T) {
	all := slices.Sorted(slices.Values(graph.Kinds()))
	if got := ties.KindsOf(graph.Kinds()).List(); !slices.Equal(got, all) {
		t.Errorf("got %v", got)
	}
	if got := ties.KindsOf([]graph.Kind{graph.Weapons, "love"}).List(); !slices.Equal(got, []graph.Kind{graph.Weapons}) {
		t.Errorf("got %v", got)
	}
}
