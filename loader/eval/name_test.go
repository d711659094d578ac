package eval_test

import (
	"testing"

	"entente.example/graph"
	"entente.example/loader/eval"
)

// Names are equal or not as score.py has it.
func TestNames(t *testing.T) {
	tests := []struct {
		gold, name string
		want       bool
	}{
		{"Blue Front", "the blue-front", true},
		{"Blue Front", "Blue Front’s", true},
		{"Blue Front", "their Blue  Front", true},
		{"Blue Front", "the their Blue Front", false},
		{"Blue Front", "BlueFront", false},
		{"Rebels", "Rebels'", true},
		{"Sana'a", "Sanaa", true},
		{"Ra's al-Khaima", "Ra al Khaima", true},
		{"Ra'sa", "Rasa", true},
		{"Mărculești", "Marculesti", true},
		{"The", "the", true},
		{"M23", "m 23", false},
		{"Al_Watan", "al watan", false},
		{"Brigade № 5", "brigade no 5", true},
		{"ﬁrst", "first", true},
		{"U.S.", "U S", true},
		{"US", "U.S.", false},
		{"…", "...", false}, // nothing is left of either
	}
	for _, tt := range tests {
		gold := []eval.Article{{
			Doc: "a", Entities: map[string][]string{tt.gold: nil, "X": nil},
			Facts: []eval.Fact{{Subject: tt.gold, Relation: graph.Backs, Object: "X", Polarity: graph.Affirmed}},
		}}
		result, err := eval.Score(gold, func(yield func(graph.Record) bool) {
			yield(graph.Record{Doc: "a", Subject: graph.End{Name: tt.name}, Predicate: graph.Backs, Object: graph.End{Name: "X"}})
		}, eval.Options{})
		if got := result.All.Hits == 1; got != tt.want || err != nil {
			t.Errorf("%q is %q: %v, want %v (%v)", tt.name, tt.gold, got, tt.want, err)
		}
	}
}

func TestDocs(t *testing.T) {
	tests := []struct {
		gold, doc string
		want      bool
	}{
		{"one", "news/one.txt", true},
		{"one.v2", "one.v2.txt", false}, // the gold's name loses its ending, too
		{"one.v2.txt", "one.v2.md", true},
		{".hidden", ".hidden", true},
		{".hidden", "", false},
		{"..a.txt", "..a", true},
	}
	for _, tt := range tests {
		result, err := eval.Score([]eval.Article{{Doc: tt.gold}}, func(yield func(graph.Record) bool) {
			yield(graph.Record{Doc: tt.doc})
		}, eval.Options{})
		if got := result.Strangers == 0; got != tt.want || err != nil {
			t.Errorf("%q is of %q: %v, want %v (%v)", tt.doc, tt.gold, got, tt.want, err)
		}
	}
}
