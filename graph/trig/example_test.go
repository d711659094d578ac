package trig_test

import (
	"fmt"
	"os"
	"strings"

	"entente.example/graph/trig"
)

func Example() {
	const text = `@prefix e: <https://entente.example/id/> .
e:st1 { e:Russia e:backs e:Libyan_National_Army }`
	if err := trig.ToNQuads(os.Stdout, strings.NewReader(text)); err != nil {
		fmt.Println(err)
	}
	// Output: <https://entente.example/id/Russia> <https://entente.example/id/backs> <https://entente.example/id/Libyan_National_Army> <https://entente.example/id/st1> .
}
