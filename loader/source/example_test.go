package source_test

import (
	"context"
	"fmt"
	"strings"

	"entente.example/loader/source"
)

func ExampleOpen() {
	stdin := strings.NewReader("date 2021-03-04 Rebels left the capital.")
	for doc, err := range source.Open(context.Background(), []string{"missing.txt", "-"}, source.Options{Stdin: stdin}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(doc.Date(), doc.Text)
	}
	// Output:
	// read "missing.txt": no such file or directory
	// 2021-03-04 Rebels left the capital.
}
