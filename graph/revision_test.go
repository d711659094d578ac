package graph_test

import (
	"testing"

	"github.com/google/uuid"

	"entente.example/graph"
)

func TestRevises(t *testing.T) {
	const at = "https://news.example/1"
	article := func(id byte, appearances ...graph.Appearance) graph.Article {
		return graph.Article{ID: uuid.UUID{id}, Appearances: appearances}
	}
	on := func(day graph.Valid) graph.Appearance { return graph.Appearance{URL: at, Published: day} }
	for name, test := range map[string]struct {
		a, b graph.Article
		want bool
	}{
		"later":                  {article(1, on("2024-03-02")), article(2, on("2024-03-01")), true},
		"earlier":                {article(2, on("2024-03-01")), article(1, on("2024-03-02")), false},
		"same day, larger id":    {article(2, on("2024-03-01")), article(1, on("2024-03-01")), true},
		"same day, smaller id":   {article(1, on("2024-03-01")), article(2, on("2024-03-01")), false},
		"undated over dated":     {article(2, on("")), article(1, on("2024-03-01")), false},
		"dated over undated":     {article(1, on("2024-03-01")), article(2, on("")), true},
		"both undated":           {article(2, on("")), article(1, on("")), true},
		"about a month":          {article(1, on("2024-03-02")), article(2, on("2024-03~")), true},
		"put back":               {article(1, on("2024-03-01"), on("2024-03-03")), article(2, on("2024-03-02")), true},
		"later, but elsewhere":   {article(1, on("2024-03-01"), graph.Appearance{URL: "x", Published: "2025"}), article(2, on("2024-03-02")), false},
		"itself with other date": {article(1, on("2024-03-02")), article(1, on("2024-03-01")), false},
	} {
		if got := test.a.Revises(test.b, at); got != test.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
