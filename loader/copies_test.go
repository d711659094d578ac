package loader_test

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/loader"
	"entente.example/loader/extract"
)

// copying is a way in which a report comes again.
type copying struct {
	name string
	// change gives the text of the copy.
	change func(n *newsroom, e event) string
	// recall is the least share of such copies that must be found, in hundredths; none is told only.
	recall int
	// other says that it is no copy, but what another reporter wrote of the same event: then recall is the greatest
	// share that may pass for copies.
	other bool
}

func copyings() []copying {
	replaced := func(percent int) func(*newsroom, event) string {
		return func(n *newsroom, e event) string {
			words := strings.Split(e.text, " ")
			for range len(words) * percent / 100 {
				words[n.IntN(len(words))] = n.word()
			}
			return strings.Join(words, " ")
		}
	}
	return []copying{
		{name: "syndicated, under another headline", recall: 100, change: func(_ *newsroom, e event) string { return "Another headline\n\n" + e.text }},
		{name: "cut by a tenth", recall: 90, change: func(_ *newsroom, e event) string { return e.text[:len(e.text)*9/10] }},
		{name: "updated, with a new paragraph", recall: 90, change: func(n *newsroom, e event) string { return n.filler() + " " + n.filler() + "\n\n" + e.text }},
		{name: "updated, half as long again", recall: 80, change: func(n *newsroom, e event) string {
			return n.report([]fact{n.fact(e.war)}, nil, 8) + "\n\n" + e.text
		}},
		{name: "a word in a hundred changed", recall: 95, change: replaced(1)},
		{name: "spun: a word in fifty changed", recall: 90, change: replaced(2)},
		{name: "spun: a word in twenty changed", recall: 80, change: replaced(5)},
		{name: "spun: a word in ten changed", recall: 50, change: replaced(10)},
		{name: "spun: every sentence put otherwise", recall: 65, change: func(n *newsroom, e event) string {
			return n.report(e.facts, e.fillers, 0)
		}},
		{name: "written anew, in the same order", recall: 5, change: func(n *newsroom, e event) string {
			return n.report(e.facts, nil, len(e.fillers))
		}},
		{name: "none: another reporter, who saw the same", recall: 2, other: true, change: func(n *newsroom, e event) string {
			facts := slices.Clone(e.facts)
			n.Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
			return n.report(facts, nil, 12)
		}},
		{name: "none: another reporter, who knows more and less", recall: 2, other: true, change: func(n *newsroom, e event) string {
			facts := append(slices.Clone(e.facts[:1+n.IntN(len(e.facts))]), n.fact(e.war), n.fact(e.war))
			return e.quote + " " + n.report(facts, nil, 12)
		}},
	}
}

// TestCopies tells how well copies are found among articles that were read as any other: reports on 100 events of two
// months, the copies of each kind, and what other reporters wrote of the same events on the same days.
func TestCopies(t *testing.T) {
	reader, err := extract.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	const events = 100
	n := newNewsroom(events)
	kind, truth := map[uuid.UUID]string{}, map[uuid.UUID]int{}
	var docs []graph.Document
	add := func(name string, story int, e event, text string) {
		day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, e.day+n.IntN(3)).Format(time.DateOnly)
		doc := graph.NewDocument(name, text, graph.Appearance{Published: graph.Valid(day), Publisher: fmt.Sprint("Paper ", len(docs))})
		docs = append(docs, doc)
		kind[doc.ID], truth[doc.ID] = name, story
	}
	for i, e := range n.events {
		add("", i, e, e.text)
		for _, c := range copyings() {
			if story := i; c.other {
				add(c.name, events+len(docs), e, c.change(n, e))
			} else {
				add(c.name, story, e, c.change(n, e))
			}
		}
	}
	var tellings []graph.Telling
	for x, err := range loader.Extract(t.Context(), reader, inOrder(docs), 0) {
		if err != nil {
			t.Fatal(err)
		}
		tellings = append(tellings, graph.NewTelling(x.Reading.Article, x.Reading.Statements))
	}
	found, pairs, wrong := map[string]int{}, 0, 0
	for _, story := range graph.Stories(tellings) {
		for i, a := range story.Articles {
			id := tellings[a].Article
			for _, b := range story.Articles[:i] {
				pairs++
				if truth[id] != truth[tellings[b].Article] {
					wrong++
				}
			}
			if slices.ContainsFunc(story.Articles, func(b int) bool {
				return kind[tellings[b].Article] == "" && tellings[b].Article != id
			}) {
				found[kind[id]]++
			}
		}
	}
	t.Logf("precision: %d of %d pairs", pairs-wrong, pairs)
	if pairs == 0 || wrong*100 > pairs {
		t.Errorf("%d of %d pairs in one story are none", wrong, pairs)
	}
	for _, c := range copyings() {
		t.Logf("%3d of %d passed for copies: %s", found[c.name], events, c.name)
		if c.other && found[c.name] > c.recall || !c.other && found[c.name] < c.recall {
			t.Errorf("%s: %d of %d passed for copies, want %d", c.name, found[c.name], events, c.recall)
		}
	}
}

func inOrder(docs []graph.Document) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, context.Cause(context.Background())) {
				return
			}
		}
	}
}

// fact is what a sentence of a report says.
type fact struct {
	verb            []string // how it may be put: %[1]s is who, %[2]s whom or what
	subject, object string
}

// event is what happened, and a report on it: its facts and the sentences around them.
type event struct {
	day, war int
	facts    []fact
	fillers  []string
	quote    string
	text     string
}

// newsroom makes events, and reports on them.
type newsroom struct {
	*rand.Rand
	events []event
}

func newNewsroom(events int) *newsroom {
	n := &newsroom{Rand: rand.New(rand.NewPCG(7, 7))}
	for range events {
		e := event{day: n.IntN(60), war: n.IntN(len(wars)), quote: n.filler()}
		for len(e.facts) < 2+n.IntN(7) {
			e.facts = append(e.facts, n.fact(e.war))
		}
		for range 12 {
			e.fillers = append(e.fillers, n.filler())
		}
		e.text = n.report(e.facts, e.fillers, 0) + " " + e.quote
		n.events = append(n.events, e)
	}
	return n
}

// wars are who may stand in a report together: patrons, groups, towns.
var wars = [][3][]string{
	{{"Russia", "Turkey", "Egypt", "Qatar"}, {"the Libyan National Army", "the Government of National Accord", "the Wagner Group"}, {"Sirte", "Tobruk", "Derna", "Misrata", "Benghazi", "Zawiya", "Tarhuna", "Bani Walid", "Sabha", "Ajdabiya", "Zliten"}},
	{{"Iran", "Saudi Arabia", "the United Arab Emirates"}, {"the Houthis", "the Southern Transitional Council", "al-Qaeda"}, {"Aden", "Taiz", "Hodeidah", "Marib", "Sanaa", "Ibb", "Zinjibar", "Mukalla", "Mocha", "Saada", "Shabwa"}},
	{{"Rwanda", "Uganda", "Burundi"}, {"the M23", "the FDLR", "the Allied Democratic Forces"}, {"Goma", "Bukavu", "Bunia", "Beni", "Butembo", "Masisi", "Rutshuru", "Sake", "Uvira", "Walikale"}},
	{{"the United States", "Turkey", "Russia", "Iran"}, {"the Syrian Democratic Forces", "Hayat Tahrir al-Sham", "Hezbollah"}, {"Raqqa", "Idlib", "Aleppo", "Manbij", "Homs", "Hama", "Palmyra", "Kobani", "Qamishli", "Tell Abyad", "Afrin", "al-Bab"}},
}

// fact makes one of a war: what is known long since, and what is news.
func (n *newsroom) fact(war int) fact {
	pick := func(list []string) string { return list[n.IntN(len(list))] }
	patrons, groups, towns := wars[war][0], wars[war][1], wars[war][2]
	f := fact{subject: pick(groups)}
	switch n.IntN(5) {
	case 0:
		f.subject, f.object = pick(patrons), pick(groups)
		f.verb = []string{"%[1]s backs %[2]s", "%[2]s is backed by %[1]s", "%[1]s has provided support to %[2]s"}
	case 1:
		f.object = pick(towns)
		f.verb = []string{"%[1]s captured %[2]s", "%[2]s was captured by %[1]s", "%[1]s seized %[2]s"}
	case 2:
		f.object = pick(towns)
		f.verb = []string{"%[1]s attacked %[2]s", "%[1]s shelled %[2]s", "%[2]s was attacked by %[1]s"}
	case 3:
		f.object = pick(towns)
		f.verb = []string{"%[1]s withdrew from %[2]s", "%[1]s pulled out of %[2]s", "%[1]s retreated from %[2]s"}
	default:
		f.subject, f.object = pick(patrons), pick(towns)
		f.verb = []string{"%[1]s deployed troops to %[2]s", "%[1]s sent troops to %[2]s", "%[1]s has deployed soldiers in %[2]s"}
	}
	return f
}

// report puts facts into words, each otherwise than the last report of it, between the sentences or so many new ones.
func (n *newsroom) report(facts []fact, fillers []string, others int) string {
	sentences := slices.Clone(fillers)
	for i := range sentences {
		sentences[i] = n.spin(sentences[i])
	}
	for range others {
		sentences = append(sentences, n.filler())
	}
	var text []string
	for i, f := range facts {
		for range len(sentences) / (len(facts) - i + 1) {
			text, sentences = append(text, sentences[0]), sentences[1:]
		}
		s := fmt.Sprintf(f.verb[n.IntN(len(f.verb))], f.subject, f.object) + "."
		text = append(text, strings.ToUpper(s[:1])+s[1:])
	}
	return strings.Join(append(text, sentences...), " ")
}

// synonyms are words that stand for each other in what is told around the facts.
var synonyms = [][]string{
	{"traders", "merchants", "sellers"},
	{"lorries", "trucks", "vehicles"},
	{"children", "pupils", "youngsters"},
	{"shops", "stores", "stalls"},
	{"waited", "stood", "lingered"},
	{"closed", "shut", "deserted"},
	{"market", "bazaar", "marketplace"},
	{"road", "street", "highway"},
	{"rain", "drizzle", "downpour"},
	{"bridge", "crossing", "overpass"},
	{"morning", "dawn", "daybreak"},
	{"evening", "dusk", "nightfall"},
	{"prices", "costs", "rates"},
	{"bread", "flour", "wheat"},
	{"rose", "climbed", "jumped"},
	{"fell", "dropped", "declined"},
}

func (n *newsroom) word() string {
	set := synonyms[n.IntN(len(synonyms))]
	return set[n.IntN(len(set))]
}

// filler is a sentence in which nobody does anything to anybody.
func (n *newsroom) filler() string {
	var words []string
	for range 4 {
		words = append(words, "the", n.word(), []string{"of", "near", "by", "under", "after", "before"}[n.IntN(6)], "the", n.word(), "and", n.word())
	}
	return fmt.Sprintf("On %d days %s.", 2+n.IntN(90), strings.Join(words, " "))
}

// spin puts other words for two thirds of those that have some.
func (n *newsroom) spin(sentence string) string {
	words := strings.Split(sentence, " ")
	for i, w := range words {
		for _, set := range synonyms {
			if slices.Contains(set, strings.TrimSuffix(w, ".")) && n.IntN(3) > 0 {
				words[i] = set[n.IntN(len(set))]
			}
		}
	}
	return strings.Join(words, " ")
}
