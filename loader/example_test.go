package loader_test

import (
	"context"
	"fmt"
	"log"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/loader/extract"
)

func ExampleLoad() {
	ctx := context.Background()
	s, err := store.Open(ctx, "memory:", store.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()
	reader, err := extract.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	docs := func(yield func(graph.Document, error) bool) {
		doc := graph.NewDocument("one", "Russia backs the Libyan National Army.", graph.Appearance{Published: "2020-05-28"})
		if yield(doc, nil) {
			yield(doc, nil)
		}
	}
	for range 2 {
		report, err := loader.Load(ctx, s, reader, docs, loader.Options{})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(report.Articles, "article,", report.New, "new,", report.Copies, "copy,", report.Statements, "new statement")
	}
	// Output:
	// 1 article, 1 new, 1 copy, 1 new statement
	// 1 article, 0 new, 1 copy, 0 new statement
}
