package actors_test

import (
	"fmt"
	"os"

	"entente.example/graph/actors"
)

func Example() {
	d, err := actors.Read(os.DirFS("testdata/small"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range d.Lookup("SDF") {
		fmt.Println(s.Entry.ID, s.Form, s.Entry.Country)
	}
	for _, e := range d.GovernedFrom("Tripoli", "2019-04") {
		fmt.Println("Tripoli:", e.Name)
	}
	fmt.Println("led by Haftar:", d.LedBy("Khalifa_Haftar", "2019-04"))
	// Output:
	// Special_Deterrence_Force name Libya
	// Syrian_Democratic_Forces name Syria
	// Tripoli: Government of National Accord
	// Tripoli: Presidential Council
	// led by Haftar: [Libyan_National_Army]
}

func ExampleMatcher() {
	d, err := actors.Read(os.DirFS("testdata/small"))
	if err != nil {
		fmt.Println(err)
		return
	}
	m := d.Matcher(tokenize) // in entente, the tokens of package loader/text
	words := tokenize("The Wagner group left Al-Watiya.")
	for i := 0; i < len(words); i++ {
		if n, senses := m.Longest(words, i); n > 0 {
			fmt.Println(words[i:i+n], senses[0].Entry.ID)
			i += n - 1
		}
	}
	// Output:
	// [Wagner group] Wagner_Group
	// [Al - Watiya] al-Watiya_Air_Base
}
