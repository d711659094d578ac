package queries_test

import (
	"context"
	"fmt"
	"log"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// Who backs the Northern Front, and on which sentence?
func Example() {
	ctx := context.Background()
	s, err := store.Open(ctx, "memory:", store.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Add(ctx, ruritania()); err != nil {
		log.Fatal(err)
	}

	front, err := queries.Resolve(ctx, s, nil, "the northern front", queries.WantActor)
	if err != nil {
		log.Fatal(err)
	}
	answer, err := queries.Backs(ctx, s, queries.Options{Name: front.ID})
	if err != nil {
		log.Fatal(err)
	}
	for _, row := range answer.Backers {
		fmt.Println(row.Patron.Name, row.Polarity, row.Kinds, "by", row.Sources[0].Name)
		fmt.Printf("%q\n", row.Evidence.Sentence)
	}
	// Output:
	// Ruritania affirmed [weapons] by The Gazette
	// "Ruritania arms the Northern Front."
}

// ruritania is what an article yields; in entente, package loader/extract reads it.
func ruritania() graph.Reading {
	doc := graph.NewDocument("one", "Ruritania arms the Northern Front.", graph.Appearance{Publisher: "The Gazette"})
	return graph.Reading{
		Article: doc.Article,
		Entities: []graph.Entity{
			{ID: "Ruritania", Name: "Ruritania", Type: graph.State, IsState: true},
			{ID: "~Northern_Front", Name: "Northern Front", Type: graph.ArmedGroup},
		},
		Statements: []graph.Statement{{
			Article: doc.ID, Subject: "Ruritania", Relation: graph.Backs, Object: "~Northern_Front", Polarity: graph.Affirmed,
			Citations: []graph.Citation{{
				Sentence: doc.Text, Span: graph.Span{0, 34}, Kinds: []graph.Kind{graph.Weapons}, Rule: "backs.arm",
				Marks:      graph.Marks{Subject: graph.Span{0, 9}, Trigger: graph.Span{10, 14}, Object: graph.Span{15, 33}},
				Confidence: 90,
			}},
		}},
	}
}
