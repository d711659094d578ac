package loader_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/loader"
)

// copying is a way in which an article comes again. change gives the words of the copy.
type copying struct {
	name   string
	change func(r *rand.Rand, words []string) []string
	// recall is the least share of such copies that must be found, in hundredths.
	recall int
}

func copyings() []copying {
	replaced := func(percent int) func(*rand.Rand, []string) []string {
		return func(r *rand.Rand, words []string) []string {
			out := append([]string(nil), words...)
			for range len(words) * percent / 100 {
				out[r.IntN(len(out))] = fmt.Sprintf("other%d", r.IntN(1000))
			}
			return out
		}
	}
	return []copying{
		{"syndicated, under another headline", func(_ *rand.Rand, w []string) []string { return append([]string{"Another", "headline"}, w...) }, 100},
		{"cut by a tenth", func(_ *rand.Rand, w []string) []string { return w[:len(w)*9/10] }, 90},
		{"updated, with a new paragraph", func(r *rand.Rand, w []string) []string {
			return append(strings.Fields(prose(9_000_000+r.IntN(1000), len(w)/12)), w...)
		}, 90},
		{"a word in a hundred changed", replaced(1), 95},
		{"spun: a word in fifty changed", replaced(2), 75},
		{"spun: a word in twenty changed", replaced(5), 0}, // told only
		{"spun: a word in ten changed", replaced(10), 0},
	}
}

// TestCopies tells how well copies are found, of each kind, among articles on the same events: made from a dictionary of
// 2,000 words, a third of whose sentences they share.
func TestCopies(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	var sentences [][]string
	for range 400 {
		var s []string
		for range 12 + random.IntN(12) {
			s = append(s, fmt.Sprintf("w%d", random.IntN(2000)))
		}
		sentences = append(sentences, s)
	}
	const stories = 100
	var articles []graph.Article
	truth := map[uuid.UUID]int{} // article to story
	kind := map[uuid.UUID]string{}
	add := func(story int, name string, words []string) {
		id := uuid.UUID{byte(len(articles) >> 8), byte(len(articles)), 1}
		articles = append(articles, graph.Article{ID: id, Sketch: loader.Sketch(strings.Join(words, " "))})
		truth[id], kind[id] = story, name
	}
	for story := range stories {
		var words []string
		for i := range 18 {
			if i%3 == 0 { // of the same events as others
				words = append(words, sentences[random.IntN(40)]...)
			} else {
				words = append(words, sentences[40+random.IntN(360)]...)
			}
		}
		add(story, "", words)
		for _, c := range copyings() {
			add(story, c.name, c.change(random, words))
		}
	}
	found := map[string]int{}
	wrong, pairs := 0, 0
	for _, group := range graph.Stories(articles) {
		hasOriginal := map[int]bool{}
		for i, a := range group {
			if kind[a.ID] == "" {
				hasOriginal[truth[a.ID]] = true
			}
			for _, b := range group[:i] {
				pairs++
				if truth[a.ID] != truth[b.ID] {
					wrong++
				}
			}
		}
		for _, a := range group {
			if hasOriginal[truth[a.ID]] {
				found[kind[a.ID]]++
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d pairs in one story are none", wrong, pairs)
	}
	t.Logf("precision: %d of %d pairs", pairs-wrong, pairs)
	for _, c := range copyings() {
		t.Logf("recall: %3d of %d %s", found[c.name], stories, c.name)
		if found[c.name]*100 < c.recall*stories {
			t.Errorf("%s: %d of %d were found, want %d", c.name, found[c.name], stories, c.recall*stories/100)
		}
	}
}
