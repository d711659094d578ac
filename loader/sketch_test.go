package loader_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/loader"
)

// prose gives n different words.
func prose(from, n int) string {
	var words []string
	for i := range n {
		words = append(words, fmt.Sprintf("word%d", from+i))
	}
	return strings.Join(words, " ")
}

// The values are part of what a store holds: they must never change.
func TestSketchVector(t *testing.T) {
	const want = "Tjv3TnMHdS04HKb2SeHcuQRaHUk37xOjnU3rkap92wo12A5xBnQy-wq6MOldxUsFA5VHurBY7aIQpPbyDsSU3h3eRZUL88LzGaR45x4PHXYSM6nZPDYyjg9KKisPTG92B_N8vxgJ0aEzXx7CATD4-x4CHlNLEKGpWeAsoyzqBlQ"
	if got := loader.Sketch("Rebels of the Blue Front left the capital."); got != want {
		t.Errorf("got %s", got)
	}
}

// The model tells copies by the sketches that this package makes.
func TestSketchesMakeStories(t *testing.T) {
	story := prose(0, 300)
	tests := []struct {
		name, a, b string
		copies     bool
	}{
		{"equal", story, story, true},
		{"otherwise wrapped and spelled", "The Blue Front, “they” said, left town.", "the blue front -- they SAID --\nleft town", true},
		{"one word changed", story, strings.Replace(story, "word150", "other", 1), true},
		{"a paragraph cut", story, prose(0, 290), true},
		{"half shared", story, prose(150, 300), false},
		{"another story", story, prose(1000, 300), false},
		{"short", "Rebels left", "Rebels came", false},
		{"no words", "...", "...", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			stories := graph.Stories([]graph.Telling{
				{Article: uuid.UUID{1}, Sketch: loader.Sketch(tt.a)}, {Article: uuid.UUID{2}, Sketch: loader.Sketch(tt.b)},
			})
			if got := len(stories) == 1; got != tt.copies {
				t.Errorf("copies: %t, want %t", got, tt.copies)
			}
		})
	}
}
