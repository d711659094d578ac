package text_test

import (
	"fmt"

	"entente.example/loader/text"
)

func ExampleSentences() {
	doc := "Gen. Haftar's Egypt-backed men left the U.S. They fled."
	for _, s := range text.Sentences(doc) {
		fmt.Println(s.Start, s.End, s.Text(doc))
		for _, t := range s.Tokens {
			fmt.Print("[", t.Text, "]")
		}
		fmt.Println()
	}
	// Output:
	// 0 44 Gen. Haftar's Egypt-backed men left the U.S.
	// [Gen.][Haftar]['s][Egypt][-][backed][men][left][the][U.S.]
	// 45 55 They fled.
	// [They][fled][.]
}
