package extract_test

import (
	"fmt"
	"log"

	"entente.example/graph"
	"entente.example/loader/extract"
)

func ExampleReader_Read() {
	reader, err := extract.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	text := "Turkey denied that it had armed Hezbollah. Russia sent tanks to the Libyan National Army."
	reading := reader.Read(graph.NewDocument("one", text, graph.Appearance{Published: "2020-05-28"}))
	for _, s := range reading.Statements {
		fmt.Println(s.Subject, s.Relation, s.Object, s.Polarity, s.Speaker, s.Kinds())
	}
	// Output:
	// Russia backs Libyan_National_Army affirmed  [weapons]
	// Turkey backs Hezbollah denied Turkey [weapons]
}

func ExampleReader_Lint() {
	reader, err := extract.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(reader.Lint()), "problems")
	// Output:
	// 0 problems
}

// What the reader could do nothing with is what to add next.
func ExampleReader_Gaps() {
	reader, err := extract.Embedded()
	if err != nil {
		log.Fatal(err)
	}
	doc := graph.NewDocument("note", "The Kivu Eagles Movement shelled Sake. Rwanda sends its greetings.", graph.Appearance{})
	for _, g := range reader.Gaps(doc) {
		fmt.Println(g.Name+g.Trigger, string(g.Type)+string(g.Relation))
	}
	// Output:
	// Kivu Eagles Movement armed_group
	// send backs
}
