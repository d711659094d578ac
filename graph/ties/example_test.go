package ties_test

import (
	"fmt"

	"entente.example/graph/made"
	"entente.example/graph/ties"
)

// Whom does the first state of a made graph back?
func Example() {
	b := ties.NewBuilder()
	for r := range made.Readings(made.Size{Articles: 20, Seed: 1}) {
		for _, e := range r.Entities {
			b.Entity(e)
		}
		b.Article(r.Article, r.Statements)
	}
	x := b.Build("the store's revision")
	state, _ := x.Node("State_0")
	for f, end := x.From(state); f < end; f++ {
		fact := x.Fact(f)
		fmt.Println(fact.Relation, x.Name(fact.Object), fact.End-fact.First)
	}
	// Output:
	// backs Group 0 of War 1 3
	// backs Group 0 of War 4 1
	// backs Group 0 of War 48 1
	// backs Group 0 of War 6 2
	// backs Group 1 of War 2 1
}
