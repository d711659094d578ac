package graph_test

import (
	"fmt"

	"entente.example/graph"
)

func Example() {
	doc := graph.NewDocument("front", "Ruritania armed the Northern Front.", graph.Appearance{Published: "2024-03-01"})
	s := graph.Statement{
		Article: doc.ID, Subject: graph.NewID("Ruritania", ""), Relation: graph.Backs,
		Object: graph.UnknownID("Northern Front", "Graustark"), Polarity: graph.Denied,
		Citations: []graph.Citation{{
			Sentence: doc.Text, Span: graph.Span{0, len(doc.Text)}, Kinds: []graph.Kind{graph.Weapons}, Confidence: 93,
		}},
	}
	s.Normalize()
	fmt.Println(s.Subject, s.Predicate(), s.Object)
	fmt.Println(s.ID, s.Validate())
	// Output:
	// Ruritania backs_denied ~Northern_Front_(Graustark)
	// c742f6c2-9aa6-53c3-9284-e6598d69a658 <nil>
}
