package store_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

func TestConformance(t *testing.T) {
	for backendName, backend := range backends() {
		t.Run(backendName, func(t *testing.T) {
			for name, test := range map[string]func(*testing.T, opener){
				"add": testAdd, "replace": testReplace, "extend": testExtend, "remove": testRemove, "labels": testLabels,
				"filters": testFilters, "order": testOrder, "entities": testEntities, "subgraph": testSubgraph,
				"hub": testHub, "cancelled": testCancelled, "closed": testClosed, "revisions": testRevisions, "light": testLight, "while reading": testWhileReading,
				"ties": testTies, "verdicts": testVerdicts, "verdicts outlive": testVerdictsOutlive, "disagreement": testDisagreement,
				"edits": testEdits, "verdicts dumped": testVerdictsDumped, "verdicts refused": testVerdictsRefused,
			} {
				t.Run(name, func(t *testing.T) {
					if backendName == "cockroach" && (name == "hub" || name == "cancelled") {
						t.Skip("the server is that of postgres, which it is run with: only addresses are others")
					}
					t.Parallel()
					test(t, backend(t))
				})
			}
		})
	}
}

func testAdd(t *testing.T, open opener) {
	s := open(t)
	readings := crowd(20, 5, 12)
	count := 0
	for _, r := range readings {
		count += len(r.Statements)
	}
	change := mustAdd(t, s, readings...)
	if want := (store.Change{ArticlesNew: 20, StatementsNew: count, EntitiesNew: 12}); change != want {
		t.Errorf("first: got %+v, want %+v", change, want)
	}
	noProblems(t, s)
	before, was := dump(t, s), revision(t, s)
	change = mustAdd(t, s, readings...)
	if want := (store.Change{ArticlesUnchanged: 20}); change != want {
		t.Errorf("again: got %+v, want %+v", change, want)
	}
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Errorf("the dump changed: %s", diff)
	}
	if revision(t, s) != was {
		t.Error("the revision changed")
	}
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	quads := strings.Count(before, "\n") + 2 // and the store's own
	want := store.Stats{Articles: 20, Statements: count, Entities: 12, Quads: quads, Revision: was, Model: store.ModelVersion}
	if stats != want {
		t.Errorf("got %+v, want %+v", stats, want)
	}
	for _, r := range readings {
		if diff := cmp.Diff(r.Statements, statements(t, s, store.Filter{Article: r.Article.ID})); diff != "" {
			t.Errorf("article %s: %s", r.Article.ID, diff)
		}
		a, err := s.Article(t.Context(), r.Article.ID)
		if diff := cmp.Diff(r.Article, a); diff != "" || err != nil {
			t.Errorf("article %s: %v %s", r.Article.ID, err, diff)
		}
	}
}

func testReplace(t *testing.T, open opener) {
	s := open(t)
	mustAdd(t, s, reading("one", backs("A", "B"), backs("A", "C")), reading("two", backs("A", "B")))
	newer := reading("one", backs("A", "B"), backs("D", "C"))
	newer.Article.Extractor = "rules@2"
	change := mustAdd(t, s, newer)
	want := store.Change{ArticlesReplaced: 1, StatementsNew: 1, StatementsGone: 1, EntitiesNew: 1}
	if change != want {
		t.Errorf("got %+v, want %+v", change, want)
	}
	noProblems(t, s)
	fresh := memory(t)
	mustAdd(t, fresh, reading("two", backs("A", "B")), newer)
	if diff := cmp.Diff(dump(t, fresh), dump(t, s)); diff != "" {
		t.Errorf("something of the old reading stayed: %s", diff)
	}
	if revision(t, fresh) != revision(t, s) {
		t.Error("equal content has another revision")
	}

	newer.Statements[0].Citations[0].Confidence = 55
	change = mustAdd(t, s, newer)
	if want := (store.Change{ArticlesReplaced: 1, StatementsChanged: 1}); change != want {
		t.Errorf("other citation: got %+v, want %+v", change, want)
	}
	noProblems(t, s)
}

func testExtend(t *testing.T, open opener) {
	s := open(t)
	first, second := reading("one", backs("A", "B")), reading("one", backs("A", "B"))
	first.Article.Status, first.Article.Archive = graph.Retracted, "https://archive.example/1"
	second.Article.Appearances = []graph.Appearance{{URL: "https://other.example/", Published: "2024-02"}}
	mustAdd(t, s, first)
	change := mustAdd(t, s, second, second) // twice in one call
	if want := (store.Change{ArticlesExtended: 1, ArticlesUnchanged: 1}); change != want {
		t.Errorf("got %+v, want %+v", change, want)
	}
	got, err := s.Article(t.Context(), first.Article.ID)
	if err != nil {
		t.Fatal(err)
	}
	want := first.Article
	want.AddAppearances(second.Article.Appearances...)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if change := mustAdd(t, s, first); change != (store.Change{ArticlesUnchanged: 1}) {
		t.Errorf("fewer appearances: got %+v", change)
	}
	noProblems(t, s)
}

// testLight adds a text twice, read in the light of two dates, as loaders that know nothing of each other do.
func testLight(t *testing.T, open opener) {
	early, late, undated := reading("one", backs("A", "B")), reading("one", backs("A", "C")), reading("one", backs("A", "D"))
	early.Article.Appearances = []graph.Appearance{{URL: "https://a.example/", Published: "2024-01-01"}}
	late.Article.Appearances = []graph.Appearance{{URL: "https://b.example/", Published: "2024-02-01"}}
	undated.Article.Appearances = []graph.Appearance{{URL: "https://c.example/"}}
	var want string
	for _, order := range [][]graph.Reading{{early, late, undated}, {undated, late, early}, {late, early, undated}} {
		s := memory(t)
		if want == "" {
			s = open(t)
		}
		for _, r := range order {
			mustAdd(t, s, r)
		}
		got := statements(t, s, store.Filter{Article: early.Article.ID})
		if len(got) != 1 || got[0].Object != "B" {
			t.Errorf("got %v", got)
		}
		if want == "" {
			want = dump(t, s)
		}
		if diff := cmp.Diff(want, dump(t, s)); diff != "" {
			t.Error(diff)
		}
	}
}

func testRemove(t *testing.T, open opener) {
	s := open(t)
	keep, drop := reading("keep", backs("A", "B")), reading("drop", backs("A", "B"), backs("B", "A"))
	mustAdd(t, s, keep)
	before, was := dump(t, s), revision(t, s)
	mustAdd(t, s, drop)
	if err := s.Remove(t.Context(), drop.Article.ID); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, dump(t, s)); diff != "" {
		t.Errorf("removing took too much or too little: %s", diff)
	}
	if revision(t, s) != was {
		t.Error("the revision is not that of before")
	}
	if err := s.Remove(t.Context(), drop.Article.ID); !errors.Is(err, store.ErrNoArticle) {
		t.Errorf("second time: got %v", err)
	}
	if got := statements(t, s, store.Filter{Subject: "A"}); len(got) != 1 {
		t.Errorf("%d statements", len(got))
	}
	noProblems(t, s)
	// Many go at once; where one of them is not there, none does.
	many := crowd(6, 3, 5)
	mustAdd(t, s, many...)
	with, ids := dump(t, s), make([]uuid.UUID, 0, len(many))
	for _, r := range many {
		ids = append(ids, r.Article.ID)
	}
	for _, wrong := range [][]uuid.UUID{{ids[0], uuid.Max}, {ids[1], ids[0], ids[1]}} {
		if err := s.Remove(t.Context(), wrong...); !errors.Is(err, store.ErrNoArticle) {
			t.Errorf("%d of which one is not there: got %v", len(wrong), err)
		}
	}
	if diff := cmp.Diff(with, dump(t, s)); diff != "" {
		t.Errorf("something went: %s", diff)
	}
	if err := s.Remove(t.Context(), ids...); err != nil {
		t.Fatal(err)
	}
	if got := statements(t, s, store.Filter{}); len(got) != 1 {
		t.Errorf("%d statements", len(got))
	}
	noProblems(t, s)
	// What is put in again after it was taken out must be whole.
	mustAdd(t, s, drop)
	noProblems(t, s)
	if got := statements(t, s, store.Filter{Subject: "B"}); len(got) != 1 {
		t.Errorf("%d statements", len(got))
	}
}

func testLabels(t *testing.T, open opener) {
	s := open(t)
	mustAdd(t, s, reading("one", backs("A", "B")), reading("two", backs("A", "B")))
	if got := statements(t, s, store.Filter{Subject: "A", Object: "B"}); len(got) != 2 || got[0].ID == got[1].ID {
		t.Errorf("got %d statements of two articles: %v", len(got), got)
	}
	if got := strings.Count(dump(t, s), "<A> <backs> <B> <st:"); got != 2 {
		t.Errorf("%d edges", got)
	}
}

func testFilters(t *testing.T, open opener) {
	s := open(t)
	readings := crowd(20, 6, 8)
	mustAdd(t, s, readings...)
	var all []graph.Statement
	for _, r := range readings {
		all = append(all, r.Statements...)
	}
	slices.SortFunc(all, graph.CompareStatements)
	ends := []graph.ID{"", entityID(1), "Nobody"}
	relations := [][]graph.Relation{nil, {graph.Backs}, {graph.Fights, graph.AlliedWith}, {"unheard_of"}}
	polarities := [][]graph.Polarity{nil, {graph.Affirmed}, {graph.Alleged, graph.Denied}}
	articles := []uuid.UUID{uuid.Nil, readings[3].Article.ID, uuid.Max}
	var filters []store.Filter
	for _, a := range ends {
		for _, b := range ends {
			for _, r := range relations {
				for _, p := range polarities {
					for _, id := range articles {
						filters = append(filters,
							store.Filter{Subject: a, Object: b, Relations: r, Polarities: p, Article: id},
							store.Filter{Either: a, Object: b, Relations: r, Polarities: p, Article: id})
					}
				}
			}
		}
	}
	found := 0
	for _, f := range filters {
		want := slices.DeleteFunc(slices.Clone(all), func(s graph.Statement) bool { return !passes(f, s) })
		got := statements(t, s, f)
		found += len(got)
		if f.Subject == "" && f.Object == "" && f.Either == "" && f.Article == uuid.Nil {
			if !slices.IsSortedFunc(got, func(a, b graph.Statement) int { return slices.Compare(a.Article[:], b.Article[:]) }) {
				t.Errorf("%+v: not in the order of the articles", f)
			}
			slices.SortFunc(got, graph.CompareStatements)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v: %s", f, diff)
		}
	}
	if found < 500 {
		t.Errorf("the filters let only %d statements pass: too few to try anything", found)
	}
}

// passes says in the plainest way what a filter means.
func passes(f store.Filter, s graph.Statement) bool {
	switch {
	case f.Subject != "" && s.Subject != f.Subject, f.Object != "" && s.Object != f.Object:
		return false
	case f.Either != "" && s.Subject != f.Either && s.Object != f.Either:
		return false
	case f.Relations != nil && !slices.Contains(f.Relations, s.Relation):
		return false
	case f.Polarities != nil && !slices.Contains(f.Polarities, s.Polarity):
		return false
	}
	return f.Article == uuid.Nil || f.Article == s.Article
}

func testOrder(t *testing.T, open opener) {
	readings := crowd(12, 4, 6)
	for i := range readings { // two accounts of a name that no dictionary lists
		e := graph.Entity{ID: "~Sham_Legion", Name: "Sham Legion", Type: graph.EntityTypes()[3+i%3]}
		e.Aliases = []graph.Alias{{Name: strings.Repeat("S", 1+i%4)}}
		readings[i].Entities = append(readings[i].Entities, e)
	}
	first := open(t)
	mustAdd(t, first, readings...)
	noProblems(t, first)
	random := rand.New(rand.NewPCG(3, 4))
	for range 3 {
		random.Shuffle(len(readings), func(i, j int) { readings[i], readings[j] = readings[j], readings[i] })
		s := memory(t)
		for part := range slices.Chunk(readings, 1+random.IntN(5)) {
			mustAdd(t, s, part...)
		}
		if diff := cmp.Diff(dump(t, first), dump(t, s)); diff != "" {
			t.Errorf("another order, another dump: %s", diff)
		}
		if revision(t, first) != revision(t, s) {
			t.Error("another order, another revision")
		}
	}
}

func testEntities(t *testing.T, open opener) {
	s := open(t)
	e := graph.Entity{
		ID: "Ruritania", Name: "Ruritania", Type: graph.State, IsState: true, Existed: "1866/..",
		Aliases: []graph.Alias{{Name: "Kingdom of Ruritania", When: "1866/1918"}, {Name: "Ruritania Republic"}, {Name: "{odd}"}},
		Country: "Ruritania", PartOf: "Europe", Latitude: "50.10", Longitude: "-14.4",
		Wikidata: "Q1", UCDP: "999", GeoNames: "42",
	}
	r := reading("one", backs("Ruritania", "B"))
	r.Entities = []graph.Entity{{ID: "B", Type: ""}, e}
	if change := mustAdd(t, s, r); change.EntitiesNew != 2 {
		t.Errorf("got %+v", change)
	}
	check := func(want graph.Entity) {
		t.Helper()
		got, err := s.Entity(t.Context(), want.ID)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%v %s", err, diff)
		}
	}
	check(e)
	check(graph.Entity{ID: "B"})
	e.Aliases, e.Type, e.IsState = e.Aliases[1:], graph.Government, false
	r.Entities[1] = e
	if change := mustAdd(t, s, r); change != (store.Change{ArticlesUnchanged: 1, EntitiesChanged: 1}) {
		t.Errorf("changed row: got %+v", change)
	}
	check(e)
	noProblems(t, s)
	var all []graph.ID
	for e, err := range s.Entities(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, e.ID)
	}
	if !slices.Equal(all, []graph.ID{"B", "Ruritania"}) {
		t.Errorf("got %v", all)
	}
	if _, err := s.Entity(t.Context(), "Nobody"); !errors.Is(err, store.ErrNoEntity) {
		t.Errorf("got %v", err)
	}
	if _, err := s.Entity(t.Context(), "backs"); !errors.Is(err, store.ErrNoEntity) {
		t.Errorf("a predicate is no entity, but got %v", err)
	}
}

func testSubgraph(t *testing.T, open opener) {
	s := open(t)
	r := reading("one", tie{"A", graph.Backs, "B", graph.Denied, "", "Speaker"})
	r.Statements[0].Citations[0].Place, r.Statements[0].Citations[0].Via = "Town", "Agency"
	r.Entities = append(r.Entities, graph.Entity{ID: "Town", Type: graph.Place}, graph.Entity{ID: "Agency", Type: graph.Organisation})
	other := reading("two", backs("C", "D"))
	mustAdd(t, s, r, other)
	g, err := s.Subgraph(t.Context(), store.Filter{Subject: "A"})
	if err != nil {
		t.Fatal(err)
	}
	want := graph.Subgraph{Entities: r.Entities, Articles: []graph.Article{r.Article}, Statements: r.Statements}
	want.Normalize()
	if diff := cmp.Diff(want, g); diff != "" {
		t.Error(diff)
	}
	g, err = s.Subgraph(t.Context(), store.Filter{})
	if err != nil || len(g.Statements) != 2 || len(g.Articles) != 2 || len(g.Entities) != 7 {
		t.Errorf("all: %v, %d statements, %d articles, %d entities", err, len(g.Statements), len(g.Articles), len(g.Entities))
	}
	var articles []uuid.UUID
	for a, err := range s.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, a.ID)
	}
	if len(articles) != 2 || slices.Compare(articles[0][:], articles[1][:]) >= 0 {
		t.Errorf("got %v", articles)
	}
}
