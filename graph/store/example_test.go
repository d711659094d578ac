package store_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"entente.example/graph"
	"entente.example/graph/store"
)

func Example() {
	ctx := context.Background()
	s, err := store.Open(ctx, "memory:", store.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()

	doc := graph.NewDocument("one", "Ruritania arms the Northern Front.", graph.Appearance{Publisher: "The Gazette"})
	statement := graph.Statement{
		Article: doc.ID, Subject: "Ruritania", Relation: graph.Backs, Object: "~Northern_Front", Polarity: graph.Affirmed,
		Citations: []graph.Citation{{
			Sentence: doc.Text, Span: graph.Span{0, 34}, Kinds: []graph.Kind{graph.Weapons}, Rule: "backs.arm",
			Marks:      graph.Marks{Subject: graph.Span{0, 9}, Trigger: graph.Span{10, 14}, Object: graph.Span{15, 33}},
			Confidence: 90,
		}},
	}
	change, err := s.Add(ctx, graph.Reading{
		Article: doc.Article,
		Entities: []graph.Entity{
			{ID: "Ruritania", Name: "Ruritania", Type: graph.State, IsState: true},
			{ID: "~Northern_Front", Name: "Northern Front", Type: graph.ArmedGroup},
		},
		Statements: []graph.Statement{statement},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(change.ArticlesNew, "article,", change.StatementsNew, "statement")

	for found, err := range s.Statements(ctx, store.Filter{Object: "~Northern_Front"}) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(found.Subject, found.Relation, found.Object, found.Kinds())
	}
	for row, err := range s.Gizmo(ctx, store.Query{Script: `g.V("<~Northern_Front>").in("<backs>").all()`}) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(row["id"])
	}
	if problems, err := s.Check(ctx); err != nil || len(problems) > 0 {
		fmt.Fprintln(os.Stderr, problems, err)
	}
	// Output:
	// 1 article, 1 statement
	// Ruritania backs ~Northern_Front [weapons]
	// <Ruritania>
}
