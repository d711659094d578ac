package lines_test

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"entente.example/graph/lines"
)

func Example() {
	var s lines.Sorter
	defer s.Close()
	for _, line := range []string{"Russia\n", "Egypt\n", "Libya\n"} {
		if err := s.Add(line); err != nil {
			fmt.Println(err)
			return
		}
	}
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	if err := s.Write(context.Background(), w); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Egypt
	// Libya
	// Russia
}
