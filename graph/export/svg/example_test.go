package svg_test

import (
	"bytes"
	"context"
	"fmt"

	"entente.example/graph/export/svg"
)

// A command draws once; a folder of the user's own keeps Graphviz prepared for the next time.
func ExampleLayout() {
	layout := svg.Layout(context.Background(), cacheDir())
	var drawing bytes.Buffer
	if err := layout(&drawing, []byte(`digraph wars { Iran -> Houthis [tooltip="Iran backs the Houthis"] }`)); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(bytes.Contains(drawing.Bytes(), []byte("<title>Iran backs the Houthis</title>")))
	// Output: true
}
