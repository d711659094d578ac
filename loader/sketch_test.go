package loader_test

import (
	"fmt"
	"strings"
	"testing"

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

func TestSketch(t *testing.T) {
	story := prose(0, 300)
	tests := []struct {
		name, a, b string
		low, high  int
	}{
		{"equal", story, story, 100, 100},
		{"otherwise wrapped and spelled", "The Blue Front, “they” said, left town.", "the blue front -- they SAID --\nleft town", 100, 100},
		{"one word changed", story, strings.Replace(story, "word150", "other", 1), 80, 100},
		{"a paragraph cut", story, prose(0, 270), 75, 100},
		{"half shared", story, prose(150, 300), 10, 60},
		{"another story", story, prose(1000, 300), 0, 5},
		{"short", "Rebels left", "Rebels came", 0, 5},
		{"no words", "...", "...", 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := loader.Similarity(loader.Sketch(tt.a), loader.Sketch(tt.b)); got < tt.low || got > tt.high {
				t.Errorf("similarity %d, want %d to %d", got, tt.low, tt.high)
			}
		})
	}
	if loader.Similarity("?", loader.Sketch(story)) != 0 || loader.Similarity("AAAA", "AAAA") != 0 {
		t.Error("what is no sketch is like something")
	}
}

// The model groups copies by the sketches that this package makes.
func TestSketchesMakeStories(t *testing.T) {
	var articles []graph.Article
	for i, text := range []string{prose(0, 300), prose(0, 290) + " end", prose(500, 300)} {
		doc := graph.NewDocument(fmt.Sprint(i), text, graph.Appearance{})
		doc.Sketch = loader.Sketch(text)
		articles = append(articles, doc.Article)
	}
	if stories := graph.Stories(articles); len(stories) != 2 {
		t.Errorf("%d stories, want the two copies as one", len(stories))
	}
}
