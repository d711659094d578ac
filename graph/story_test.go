package graph_test

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
)

// sketchOf makes a sketch whose values follow from the letters: those of equal letters in equal places are equal.
func sketchOf(letters string) string {
	var data []byte
	for i := range 32 {
		data = append(data, letters[i], byte(i), 1, 2)
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

// agreeing gives letters that agree with 32 of the letter a in n places: the last ones are others.
func agreeing(n int, other string) string {
	return strings.Repeat("a", n) + strings.Repeat(other, 32-n)
}

func newArticle(name, published, sketch string) graph.Article {
	a := graph.NewDocument(name, name, graph.Appearance{Published: graph.Valid(published), Publisher: name}).Article
	a.Sketch = sketch
	return a
}

func TestStories(t *testing.T) {
	tests := map[string]struct {
		articles []graph.Article
		want     string
	}{
		"nothing": {nil, ""},
		"equal":   {[]graph.Article{newArticle("B", "2020-02", sketchOf(agreeing(32, ""))), newArticle("A", "2020-01", sketchOf(agreeing(32, "")))}, "A+B"},
		"26 of 32 values are a copy": {
			[]graph.Article{newArticle("A", "2020-01", sketchOf(agreeing(32, ""))), newArticle("B", "2020-02", sketchOf(agreeing(26, "b")))}, "A+B",
		},
		"25 of 32 values are none": {
			[]graph.Article{newArticle("A", "2020-01", sketchOf(agreeing(32, ""))), newArticle("B", "2020-02", sketchOf(agreeing(25, "b")))}, "A B",
		},
		"a copy of a copy": {
			[]graph.Article{
				newArticle("A", "2020-01", sketchOf(agreeing(32, ""))), newArticle("B", "2020-02", sketchOf(agreeing(27, "b"))),
				newArticle("C", "2020-03", sketchOf("ccccc"+agreeing(27, "b")[5:])),
			}, "A+B+C",
		},
		"without a sketch":         {[]graph.Article{newArticle("A", "2020-01", ""), newArticle("B", "2020-02", "")}, "A B"},
		"sketches of another form": {[]graph.Article{newArticle("A", "2020-01", "c2hvcnQ"), newArticle("B", "2020-02", "c2hvcnQ")}, "A B"},
		"undated last": {
			[]graph.Article{newArticle("A", "", sketchOf(agreeing(32, ""))), newArticle("B", "2020-02", sketchOf(agreeing(32, "")))}, "B+A",
		},
		"one article twice": {[]graph.Article{newArticle("A", "2020-01", ""), newArticle("A", "2020-01", "")}, "A"},
	}
	for name, test := range tests {
		if got := names(graph.Stories(test.articles)); got != test.want {
			t.Errorf("%s: stories %q, want %q", name, got, test.want)
		}
		slices.Reverse(test.articles)
		if got := names(graph.Stories(test.articles)); got != test.want {
			t.Errorf("%s, in the other order: stories %q, want %q", name, got, test.want)
		}
	}
}

// A story that went round the world is one, and is found in time.
func TestStoriesOfManyCopies(t *testing.T) {
	var articles []graph.Article
	for i := range 20_000 {
		articles = append(articles, newArticle(fmt.Sprint(i), "2020-01", sketchOf(agreeing(32, ""))))
	}
	if stories := graph.Stories(articles); len(stories) != 1 || len(stories[0]) != 20_000 {
		t.Errorf("%d stories, want one", len(stories))
	}
}

func names(stories [][]graph.Article) string {
	var list []string
	for _, story := range stories {
		var copies []string
		for _, a := range story {
			copies = append(copies, a.Publisher())
		}
		list = append(list, strings.Join(copies, "+"))
	}
	return strings.Join(list, " ")
}
