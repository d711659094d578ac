package graph_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

func TestAppearances(t *testing.T) {
	var a graph.Article
	late := graph.Appearance{URL: "https://b.example/", Published: "2024-03-02", Title: "Late"}
	early := graph.Appearance{Publisher: "The Gazette", Published: "2024-03-01"}
	undated := graph.Appearance{URL: "https://c.example/"}
	a.AddAppearances(late, early, graph.Appearance{})
	a.AddAppearances(undated, early)
	if want := []graph.Appearance{undated, early, late}; !slices.Equal(a.Appearances, want) {
		t.Errorf("got %+v", a.Appearances)
	}
	if a.Date() != "2024-03-01" || a.Title() != "Late" || a.Publisher() != "The Gazette" || a.URL() != "https://c.example/" {
		t.Errorf("got %q, %q, %q, %q", a.Date(), a.Title(), a.Publisher(), a.URL())
	}
	if (graph.Article{}).Date() != "" {
		t.Error("an article without appearances has a date")
	}
}

func TestSubgraph(t *testing.T) {
	one, two := graph.NewDocument("", "one", graph.Appearance{}), graph.NewDocument("", "two", graph.Appearance{})
	g := graph.Subgraph{
		Entities: []graph.Entity{{ID: "B", Name: "The B"}, {ID: "A"}},
		Articles: []graph.Article{one.Article, two.Article},
	}
	slices.SortFunc(g.Articles, func(a, b graph.Article) int { return -slices.Compare(a.ID[:], b.ID[:]) })
	g.Normalize()
	for id, want := range map[graph.ID]string{"B": "The B", "A": "A", "~Some_One": "Some One"} {
		if got := g.Name(id); got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
	if _, ok := g.Entity("C"); ok {
		t.Error("it has an entity that it lacks")
	}
	for _, doc := range []graph.Document{one, two} {
		if a, ok := g.Article(doc.ID); !ok || a.SHA256 != doc.SHA256 {
			t.Errorf("article %s: %v", doc.ID, ok)
		}
	}
}
