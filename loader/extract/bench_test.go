package extract_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente.example/graph"
)

// maker makes up texts, the same ones from the same seed.
type maker struct{ *rand.Rand }

func newMaker(seed uint64) maker { return maker{rand.New(rand.NewPCG(seed, 1))} }

func (m maker) one(of ...string) string { return of[m.IntN(len(of))] }

// news makes a sentence of war news: in three of four something is tied to something.
func (m maker) news() string {
	state := m.one("Russia", "Turkey", "Egypt", "the United Arab Emirates", "Iran", "Rwanda", "Ethiopia", "Saudi Arabia", "the United States")
	group := m.one("the Libyan National Army", "the Houthis", "the M23 rebels", "the Rapid Support Forces", "Hezbollah", "the Taliban", "the Free Syrian Army", "the Falcon Brigade")
	place := m.one("Tarhuna", "Goma", "El Fasher", "Idlib", "Marib", "Benghazi", "Kunduz", "Khartoum")
	day := m.one("on Monday", "last week", "in May 2020", "since the ceasefire", "overnight", "two days ago")
	switch m.IntN(8) {
	case 0:
		return fmt.Sprintf("%s has supplied %s with drones and armoured vehicles %s, two diplomats told reporters.", state, group, day)
	case 1:
		return fmt.Sprintf("Fighters of %s, who are backed by %s, captured the town of %s %s after heavy fighting.", group, state, place, day)
	case 2:
		return fmt.Sprintf("A spokesman denied that %s had sent troops to fight alongside %s near %s.", state, group, place)
	case 3:
		return fmt.Sprintf("Forces loyal to %s withdrew from %s %s, leaving behind mines and ammunition, the mayor said.", group, place, day)
	case 4:
		return fmt.Sprintf("%s accused %s of training and arming %s, a charge that its foreign ministry called baseless.", m.one("Paris", "Tripoli", "Kinshasa", "Kyiv"), state, group)
	case 5:
		return fmt.Sprintf("At least %d civilians were killed and dozens wounded when shells hit a market in %s, medics said.", 2+m.IntN(60), place)
	case 6:
		return fmt.Sprintf("“We will not leave %s,” a commander of the group said by telephone %s.", place, day)
	}
	return fmt.Sprintf("The United Nations said that more than %d,000 people had fled the area %s, many of them on foot.", 1+m.IntN(90), day)
}

// general makes a sentence about something else.
func (m maker) general() string {
	who := m.one("The city council", "A young gardener from Leeds", "The orchestra", "My neighbour", "The museum", "A study of 400 students", "The bakery on the corner", "The company's new owner")
	what := m.one("bread", "the winter programme", "a pair of old bicycles", "the timetable of the night bus", "the roof of the library", "a book about rivers", "water bills", "the recipe")
	when := m.one("in spring", "on Tuesday evening", "for the third time this year", "after a long summer", "before lunch", "in 1987")
	switch m.IntN(6) {
	case 0:
		return fmt.Sprintf("%s spent a year on %s and finished it %s.", who, what, when)
	case 1:
		return fmt.Sprintf("%s thinks that %s will cost %d euros more %s, which nobody had expected.", who, what, 2+m.IntN(90), when)
	case 2:
		return fmt.Sprintf("It rained %s, so %s stayed indoors and talked about %s.", when, strings.ToLower(who[:1])+who[1:], what)
	case 3:
		return fmt.Sprintf("How do you choose %s if there are %d kinds of it in the shop?", what, 2+m.IntN(40))
	case 4:
		return fmt.Sprintf("%s will open again %s, and visitors can see %s there, says Maria Lind, who runs the place.", who, when, what)
	}
	return fmt.Sprintf("There is little that %s likes better than %s with a cup of tea.", strings.ToLower(who[:1])+who[1:], what)
}

// article makes a document of so many sentences, five to a paragraph.
func article(sentences int, sentence func() string) graph.Document {
	var b strings.Builder
	for i := range sentences {
		b.WriteString(sentence())
		if i%5 == 4 {
			b.WriteString("\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return graph.NewDocument("made", b.String(), graph.Appearance{Published: "2020-05-28"})
}

// BenchmarkNews reads the articles in testdata and a hundred made ones of 30 sentences, each once a round.
func BenchmarkNews(b *testing.B) {
	var docs []graph.Document
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no articles", err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, graph.NewDocument(file, string(content), graph.Appearance{Published: "2020-05-28"}))
	}
	m := newMaker(1)
	for range 100 {
		docs = append(docs, article(30, m.news))
	}
	m.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
	benchmarkArticles(b, docs)
}

// BenchmarkGeneral reads two hundred articles of 20 sentences that are about no war.
func BenchmarkGeneral(b *testing.B) {
	m := newMaker(2)
	docs := make([]graph.Document, 200)
	for i := range docs {
		docs[i] = article(20, m.general)
	}
	benchmarkArticles(b, docs)
}

func benchmarkArticles(b *testing.B, docs []graph.Document) {
	b.Helper()
	r := reader(b)
	r.Read(docs[0])
	bytes := 0
	for _, doc := range docs {
		bytes += len(doc.Text)
	}
	i := 0
	b.SetBytes(int64(bytes / len(docs)))
	b.ReportAllocs()
	for b.Loop() {
		r.Read(docs[i])
		i = (i + 1) % len(docs)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkGrowth reads texts from 1 kB to 10 MB: the bytes a second stay about the same.
func BenchmarkGrowth(b *testing.B) {
	r := reader(b)
	m := newMaker(3)
	for _, text := range []struct {
		name  string
		piece func() string
	}{
		{"news", func() string { return m.news() + "\n" }},
		{"endless", func() string { return strings.TrimRight(m.news(), ".”") + " and " }},
		{"letter", func() string { return "x" }},
		{"table", func() string {
			return fmt.Sprintf("%s\t%d\t%s\n", m.one("Libya", "Chad", "M23"), m.IntN(100), m.one("troops", "rebels", ""))
		}},
	} {
		for size := 1000; size <= 10_000_000; size *= 10 {
			b.Run(fmt.Sprintf("%s/%dkB", text.name, size/1000), func(b *testing.B) {
				var t strings.Builder
				for t.Len() < size {
					t.WriteString(text.piece())
				}
				doc := graph.NewDocument("growth", t.String(), graph.Appearance{Published: "2020-05-28"})
				b.SetBytes(int64(len(doc.Text)))
				b.ReportAllocs()
				for b.Loop() {
					r.Read(doc)
				}
			})
		}
	}
}
