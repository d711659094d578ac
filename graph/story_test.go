package graph_test

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/made"
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

// newTelling makes one of an article that says the things, each a letter.
func newTelling(name, published, sketch, says string) graph.Telling {
	t := graph.Telling{Article: uuid.NewSHA1(uuid.Nil, []byte(name)), Date: graph.Valid(published), Publisher: graph.ID(name), Sketch: sketch}
	for _, what := range says {
		t.Says = append(t.Says, uint64(what))
	}
	return t
}

func TestStories(t *testing.T) {
	whole, other := sketchOf(agreeing(32, "")), func(n int) string { return sketchOf(agreeing(n, "b")) }
	tests := map[string]struct {
		tellings []graph.Telling
		want     string
	}{
		"nothing":                    {nil, ""},
		"equal":                      {[]graph.Telling{newTelling("B", "2020-02", whole, ""), newTelling("A", "2020-01", whole, "")}, "A+B"},
		"26 of 32 values are a copy": {[]graph.Telling{newTelling("A", "2020-01", whole, ""), newTelling("B", "2020-02", other(26), "")}, "A+B"},
		"25 of 32 values are none":   {[]graph.Telling{newTelling("A", "2020-01", whole, ""), newTelling("B", "2020-02", other(25), "")}, "A B"},
		"a copy of a copy": {
			[]graph.Telling{
				newTelling("A", "2020-01", whole, ""), newTelling("B", "2020-02", other(27), ""),
				newTelling("C", "2020-03", sketchOf("ccccc"+agreeing(27, "b")[5:]), ""),
			}, "A+B+C",
		},
		"without a sketch":         {[]graph.Telling{newTelling("A", "2020-01", "", ""), newTelling("B", "2020-02", "", "")}, "A B"},
		"sketches of another form": {[]graph.Telling{newTelling("A", "2020-01", "c2hvcnQ", ""), newTelling("B", "2020-02", "c2hvcnQ", "")}, "A B"},
		"undated last":             {[]graph.Telling{newTelling("A", "", whole, ""), newTelling("B", "2020-02", whole, "")}, "B+A"},
		"one article twice":        {[]graph.Telling{newTelling("A", "2020-01", "", ""), newTelling("A", "2020-01", "", "")}, "A"},

		"spun: a third of the words, most of what is said": {
			[]graph.Telling{newTelling("A", "2020-01-01", whole, "abcd"), newTelling("B", "2020-01-03", other(10), "abc")}, "A+B",
		},
		"a week later":      {[]graph.Telling{newTelling("A", "2020-01-01", whole, "abcd"), newTelling("B", "2020-01-08", other(10), "abcd")}, "A B"},
		"in the same month": {[]graph.Telling{newTelling("A", "2020-01", whole, "abcd"), newTelling("B", "2020-01", other(10), "abcd")}, "A B"},
		"in another order":  {[]graph.Telling{newTelling("A", "2020-01-01", whole, "abcd"), newTelling("B", "2020-01-01", other(5), "dcba")}, "A B"},
		"half of what is said": {
			[]graph.Telling{newTelling("A", "2020-01-01", whole, "abcd"), newTelling("B", "2020-01-01", other(5), "abxy")}, "A B",
		},
		"two things alone, in other words": {
			[]graph.Telling{newTelling("A", "2020-01-01", whole, "ab"), newTelling("B", "2020-01-01", other(3), "ab")}, "A B",
		},
		"no word is the same, five things are": {
			[]graph.Telling{newTelling("A", "2020-01-01", whole, "abcde"), newTelling("B", "2020-01-02", other(0), "abcde")}, "A+B",
		},
		"no sketch, six things the same": {
			[]graph.Telling{newTelling("A", "2020-01-01", "", "abcdef"), newTelling("B", "2020-01-02", "", "abcdef")}, "A+B",
		},
		"what was known long before is no news": {
			[]graph.Telling{
				newTelling("Old", "2019-01-01", sketchOf(agreeing(0, "c")), "abxyz"), newTelling("A", "2020-01-01", whole, "abcde"),
				newTelling("B", "2020-01-02", other(0), "abcde"),
			}, "Old A B",
		},
		"what is said later is no matter": {
			[]graph.Telling{
				newTelling("Z", "2021-01-01", sketchOf(agreeing(0, "c")), "abxyz"), newTelling("A", "2020-01-01", whole, "abcde"),
				newTelling("B", "2020-01-02", other(0), "abcde"),
			}, "A+B Z",
		},
	}
	for name, test := range tests {
		first := names(test.tellings)
		if got := strings.Fields(first); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(strings.Fields(test.want)))) {
			t.Errorf("%s: stories %q, want %q", name, got, test.want)
		}
		slices.Reverse(test.tellings)
		if got := names(test.tellings); got != first {
			t.Errorf("%s, in the other order: stories %q, not %q", name, got, first)
		}
	}
}

// The origin of a story is the earliest that names one.
func TestOriginalOfStory(t *testing.T) {
	whole := sketchOf(agreeing(32, ""))
	tellings := []graph.Telling{newTelling("B", "2020-02", whole, ""), newTelling("", "2020-01", whole, ""), newTelling("C", "2020-03", whole, "")}
	stories := graph.Stories(tellings)
	if len(stories) != 1 || stories[0].Original != 0 || stories[0].Articles[0] != 1 {
		t.Errorf("%+v", stories)
	}
}

// A story that went round the world is one, and is found in time.
func TestStoriesOfManyCopies(t *testing.T) {
	var tellings []graph.Telling
	for i := range 20_000 {
		tellings = append(tellings, newTelling(fmt.Sprint(i), "2020-01-01", sketchOf(agreeing(32, "")), "abc"))
	}
	if stories := graph.Stories(tellings); len(stories) != 1 || len(stories[0].Articles) != 20_000 {
		t.Errorf("%d stories, want one", len(stories))
	}
}

// What the index numbers is what the model hashes: equal for equal statements, different for others.
func TestTellings(t *testing.T) {
	say := func(subject graph.ID, p graph.Polarity, speaker graph.ID, start int) graph.Statement {
		s := graph.Statement{
			Subject: subject, Relation: graph.Backs, Object: "LNA", Polarity: p, Speaker: speaker,
			Citations: []graph.Citation{{Span: graph.Span{start, start + 1}}},
		}
		s.Normalize()
		return s
	}
	got := graph.NewTelling(graph.Article{}, []graph.Statement{
		say("Russia", graph.Affirmed, "", 300), say("Russia", graph.Denied, "", 200), say("Egypt", graph.Affirmed, "", 100),
		say("Russia", graph.Affirmed, "Mayor", 400), say("Egypt", graph.Affirmed, "", 500),
	}).Says
	if len(got) != 5 || got[0] != got[4] || len(slices.Compact(slices.Sorted(slices.Values(got)))) != 4 {
		t.Errorf("got %v", got)
	}
}

func names(tellings []graph.Telling) string {
	var list []string
	for _, story := range graph.Stories(tellings) {
		var copies []string
		for _, n := range story.Articles {
			copies = append(copies, string(tellings[n].Publisher))
		}
		list = append(list, strings.Join(copies, "+"))
	}
	return strings.Join(list, " ")
}

// BenchmarkStories groups made articles, of which one in eight is a copy: ten times as many take little more than ten times
// as long. Of the others, all came in one week and say one of few things each, as when a war begins.
func BenchmarkStories(b *testing.B) {
	for _, articles := range []int{10_000, 100_000} {
		var tellings []graph.Telling
		for r := range made.Readings(made.Size{Articles: articles, Seed: 3}) {
			tellings = append(tellings, graph.NewTelling(r.Article, r.Statements))
		}
		run(b, fmt.Sprintf("news-%d", articles), tellings)
		random := rand.New(rand.NewPCG(1, 1))
		for i := range tellings {
			tellings[i].Date = graph.Valid(fmt.Sprintf("2020-01-%02d", 1+i%7))
			tellings[i].Says = []uint64{uint64(random.IntN(20)), 100 + uint64(random.IntN(20)), 200 + uint64(random.IntN(20))}
			tellings[i].Sketch = base64.RawURLEncoding.EncodeToString(noise(random))
		}
		run(b, fmt.Sprintf("oneweek-%d", articles), tellings)
	}
}

func noise(random *rand.Rand) []byte {
	var data []byte
	for range 16 {
		data = binary.BigEndian.AppendUint64(data, random.Uint64())
	}
	return data
}

func run(b *testing.B, name string, tellings []graph.Telling) {
	b.Run(name, func(b *testing.B) {
		for b.Loop() {
			graph.Stories(tellings)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(tellings)), "ns/article")
	})
}
