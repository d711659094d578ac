package made_test

import (
	"fmt"

	"entente.example/graph/made"
)

// Two articles, the same each time.
func Example() {
	for r := range made.Readings(made.Size{Articles: 2, Seed: 1}) {
		fmt.Println(r.Article.Date(), r.Article.Publisher())
		for _, s := range r.Statements[:1] {
			fmt.Println(" ", s.Subject, s.Predicate(), s.Object)
		}
	}
	// Output:
	// 2019-12-24 Paper 0
	//   Group_0_of_War_33 fights Group_1_of_War_33
	// 2014-11-14 Paper 0
	//   Group_2_of_War_2 controls Town_0_of_War_2
}
