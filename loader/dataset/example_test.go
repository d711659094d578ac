package dataset_test

import (
	"fmt"
	"strings"

	"entente.example/loader/dataset"
)

func ExampleRead() {
	m, _ := dataset.KnownMap("facts")
	table := "subject,relation,object,kinds,quote\nRuritania,backs,Northern Front,weapons,Ruritania arms the Northern Front.\n"
	for reading, err := range dataset.Read(strings.NewReader(table), m, dataset.Options{}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		s := reading.Statements[0]
		fmt.Println(s.Subject, s.Relation, s.Object, s.Kinds(), s.Citations[0].Sentence)
	}
	// Output: ~Ruritania backs ~Northern_Front [weapons] Ruritania arms the Northern Front.
}
