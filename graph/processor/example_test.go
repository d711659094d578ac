package processor_test

import (
	"fmt"
	"log"

	"entente.example/graph/processor"
)

func Example() {
	before, err := processor.Time()
	if err != nil {
		log.Fatal(err)
	}
	sum := 0
	for i := range 50_000_000 {
		sum += i % 7
	}
	after, err := processor.Time()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(sum > 0, after > before)
	// Output: true true
}
