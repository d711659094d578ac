package eval_test

import (
	"fmt"
	"log"
	"strings"

	"entente.example/graph"
	"entente.example/loader/eval"
)

func ExampleScore() {
	gold, err := eval.ReadGold(strings.NewReader(`{"doc": "one", "entities": {"Ruritania": [], "Blue Front": ["the Blues"]}, ` +
		`"facts": [{"s": "Ruritania", "p": "backs", "o": "Blue Front", "polarity": "affirmed"}]}`))
	if err != nil {
		log.Fatal(err)
	}
	predicted := func(yield func(graph.Record) bool) {
		yield(graph.Record{
			Doc: "one.txt", Subject: graph.End{Name: "Ruritania"}, Predicate: graph.Backs,
			Object: graph.End{Name: "Blues"}, Polarity: graph.Affirmed,
		})
	}
	result, err := eval.Score(gold, predicted, eval.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.All)
	// Output:
	// P 1.000 R 1.000 F1 1.000
}
