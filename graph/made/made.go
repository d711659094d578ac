package made

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"entente.example/graph"
)

// Size says how big a graph is. The zero value of a field but Articles and Seed takes the value in brackets.
type Size struct {
	// Articles is how many there are, Each how many statements one makes on average (5).
	Articles, Each int
	// Seed begins the random numbers.
	Seed uint64
	// States (40) back the sides of Wars (150), in each of which ten groups fight.
	States, Wars int
	// Publishers (60) print the articles, and one in eight copies another.
	Publishers int
}

func (s *Size) complete() {
	for field, value := range map[*int]int{&s.Each: 5, &s.States: 40, &s.Wars: 150, &s.Publishers: 60} {
		if *field == 0 {
			*field = value
		}
	}
}

// groupsEach is how many groups a war has: those of even numbers on one side.
const groupsEach = 10

// Readings makes the articles, one after the other, each with all entities that it names.
func Readings(size Size) iter.Seq[graph.Reading] {
	return func(yield func(graph.Reading) bool) {
		size.complete()
		n := news{Size: size, random: rand.New(rand.NewPCG(size.Seed, 0))}
		for i := range size.Articles {
			if !yield(n.reading(i)) {
				return
			}
		}
	}
}

// news makes articles.
type news struct {
	Size
	random *rand.Rand
	// last are the sketches of some articles, to copy from.
	last [][32]uint32
}

// few gives a number below the bound, small ones far more often than great ones.
func (n *news) few(bound int) int { return few(n.random, bound) }

func few(random *rand.Rand, bound int) int {
	return random.IntN(bound) * random.IntN(bound) / bound * random.IntN(bound) / bound
}

func (n *news) reading(i int) graph.Reading {
	text := fmt.Sprintf("Article %d of %d.", i, n.Seed)
	date := time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n.random.IntN(3650))
	doc := graph.NewDocument(fmt.Sprint(i), text, graph.Appearance{
		URL: fmt.Sprintf("https://news.example/%d", i), Publisher: fmt.Sprintf("Paper %d", n.few(n.Publishers)),
		Published: graph.Valid(date.Format(time.DateOnly)), Title: fmt.Sprintf("News %d", i),
	})
	doc.Language, doc.Extractor, doc.Sketch = "en", "made@1", n.sketch()
	r := graph.Reading{Article: doc.Article}
	war := n.few(n.Wars) // an article is on one war
	for range 1 + n.random.IntN(2*n.Each-1) {
		r.Statements = append(r.Statements, n.statement(&r, war))
	}
	r.Normalize()
	return r
}

// sketch makes one that is like no other, or now and then like an earlier one.
func (n *news) sketch() string {
	var values [32]uint32
	if len(n.last) > 0 && n.random.IntN(8) == 0 {
		values = n.last[n.random.IntN(len(n.last))]
		values[n.random.IntN(len(values))]++
	} else {
		for i := range values {
			values[i] = n.random.Uint32()
		}
	}
	if len(n.last) < 500 {
		n.last = append(n.last, values)
	} else {
		n.last[n.random.IntN(len(n.last))] = values
	}
	var data []byte
	for _, v := range values {
		data = binary.BigEndian.AppendUint32(data, v)
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

// shares are how many of a hundred statements have a relation.
var shares = []struct {
	relation graph.Relation
	share    int
}{
	{graph.Backs, 36},
	{graph.Fights, 20},
	{graph.Attacked, 10},
	{graph.Captured, 7},
	{graph.Opposes, 7},
	{graph.AlliedWith, 6},
	{graph.Controls, 5},
	{graph.DeployedTo, 3},
	{graph.MemberOf, 3},
	{graph.WithdrewFrom, 2},
	{graph.Leads, 1},
}

func (n *news) relation() graph.Relation {
	left := n.random.IntN(100)
	for _, s := range shares {
		if left -= s.share; left < 0 {
			return s.relation
		}
	}
	return graph.Backs
}

func (n *news) statement(r *graph.Reading, war int) graph.Statement {
	s := graph.Statement{Article: r.Article.ID, Relation: n.relation(), Polarity: graph.Affirmed}
	group := n.few(groupsEach)
	entity := func(e graph.Entity) graph.ID { r.Entities = append(r.Entities, e); return e.ID }
	s.Subject = entity(n.group(war, group))
	switch row, _ := s.Relation.Row(); {
	case row.ObjectIsPlace:
		s.Object = entity(n.place(war, n.few(12)))
	case s.Relation == graph.Fights, s.Relation == graph.Opposes: // the other side
		s.Object = entity(n.group(war, (group+1+2*n.random.IntN(groupsEach/2))%groupsEach))
	case s.Relation == graph.AlliedWith, s.Relation == graph.MemberOf: // the same side
		s.Object = entity(n.group(war, (group+2+2*n.random.IntN(groupsEach/2-1))%groupsEach))
	case s.Relation == graph.Leads:
		s.Object, s.Subject = s.Subject, entity(n.person(war, group))
	default: // some groups back others, most are backed by states
		s.Object = s.Subject
		if s.Subject = entity(n.state(war, group%2)); n.random.IntN(12) == 0 {
			s.Subject = entity(n.group(war, (group+2)%groupsEach))
		}
	}
	switch n.random.IntN(20) {
	case 0:
		s.Polarity = graph.Denied
	case 1, 2, 3:
		s.Polarity = graph.Alleged
		s.Modality = graph.Modalities()[n.few(len(graph.Modalities()))]
	}
	if n.random.IntN(3) == 0 {
		s.Speaker = entity(n.person(war, n.random.IntN(groupsEach)))
	}
	s.Citations = []graph.Citation{n.citation(r, s, war)}
	return s
}

func (n *news) citation(r *graph.Reading, s graph.Statement, war int) graph.Citation {
	words := s.Subject.Name() + " " + string(s.Relation) + " " + s.Object.Name()
	sentence := words + ", people who know the matter told reporters on the day, as fighting went on in the south of the country."
	subject, trigger := len(s.Subject.Name()), len(s.Relation)
	c := graph.Citation{
		Sentence: sentence, Rule: "made", Extractor: "made@1", Confidence: graph.Confidence(40 + n.random.IntN(60)),
		Marks: graph.Marks{
			Subject: graph.Span{0, subject}, Trigger: graph.Span{subject + 1, subject + 1 + trigger},
			Object: graph.Span{subject + trigger + 2, len(words)},
		},
	}
	start := 200 * len(r.Statements)
	c.Span = graph.Span{start, start + len(sentence)}
	if s.Relation == graph.Backs && n.random.IntN(2) == 0 {
		c.Kinds = []graph.Kind{graph.Kinds()[n.few(len(graph.Kinds()))]}
	}
	if n.random.IntN(5) == 0 {
		c.Valid = graph.Valid(fmt.Sprint(2012 + n.random.IntN(12)))
	}
	switch n.random.IntN(20) {
	case 0:
		c.Phase = graph.Ended
	case 1:
		c.Phase = graph.Started
	}
	if n.random.IntN(4) == 0 {
		e := n.place(war, n.few(12))
		r.Entities = append(r.Entities, e)
		c.Place = e.ID
	}
	return c
}

// state gives one of those that back a side of a war: four each, the big ones in many wars.
func (n *news) state(war, side int) graph.Entity {
	local := rand.New(rand.NewPCG(uint64(war), uint64(side)))
	i := 0
	for range 1 + n.few(4) {
		i = few(local, n.States)
	}
	name := fmt.Sprintf("State %d", i)
	return graph.Entity{ID: graph.NewID(name, ""), Name: name, Type: graph.State, IsState: true}
}

func (n *news) group(war, i int) graph.Entity {
	name := fmt.Sprintf("Group %d of War %d", i, war)
	return graph.Entity{
		ID: graph.NewID(name, ""), Name: name, Type: graph.ArmedGroup, Country: graph.NewID(fmt.Sprintf("State %d", war%n.States), ""),
		Aliases: []graph.Alias{{Name: fmt.Sprintf("G%dW%d", i, war)}},
	}
}

func (n *news) person(war, i int) graph.Entity {
	name := fmt.Sprintf("Leader %d of War %d", i, war)
	return graph.Entity{ID: graph.NewID(name, ""), Name: name, Type: graph.Person}
}

func (n *news) place(war, i int) graph.Entity {
	name := fmt.Sprintf("Town %d of War %d", i, war)
	return graph.Entity{ID: graph.NewID(name, ""), Name: name, Type: graph.Place}
}
