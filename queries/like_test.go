package queries_test

import (
	"fmt"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// TestLike holds whom a name means while it is typed, and in which order.
func TestLike(t *testing.T) {
	s, err := store.Open(t.Context(), "memory:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	doc := graph.NewDocument("one", "Libya.", graph.Appearance{})
	if _, err := s.Add(t.Context(), graph.Reading{Article: doc.Article, Entities: []graph.Entity{
		{ID: "Libya", Name: "Libya", Type: graph.State, IsState: true, Country: "Libya"},
		{ID: "Libya_(territory)", Name: "Libya", Type: graph.Place, Country: "Libya"},
		{ID: "Libyan_National_Army", Name: "Libyan National Army", Type: graph.Military, Country: "Libya", Aliases: []graph.Alias{{Name: "LNA"}, {Name: "Haftar’s army"}}},
		{ID: "Sirte", Name: "Sirte", Type: graph.Place, Aliases: []graph.Alias{{Name: "Libyan Sirte"}}},
		{ID: "~Lña_Front", Name: "Lña Front", Type: graph.ArmedGroup},
	}}); err != nil {
		t.Fatal(err)
	}
	names, err := queries.ReadNames(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"libya":   "Libya=Libya Libya_(territory)=Libya Libyan_National_Army=Libyan National Army Sirte=Libyan Sirte",
		"LNA":     "Libyan_National_Army=LNA ~Lña_Front=Lña Front",
		"lña":     "Libyan_National_Army=LNA ~Lña_Front=Lña Front",
		"natio":   "Libyan_National_Army=Libyan National Army",
		"haftars": "Libyan_National_Army=Haftar’s army",
		"bya":     "", "": "", "  ": "", "<script>": "",
	} {
		var got []string
		for _, row := range names.Like(typed, 4).Names {
			got = append(got, fmt.Sprintf("%s=%s", row.Entity.ID, row.Match))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q is like %q, want %q", typed, got, want)
		}
	}
	if n := len(names.Like("lib", 1).Names); n != 1 {
		t.Errorf("%d names, and 1 was asked for", n)
	}
}
