package export_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
)

// claim is one line of a test graph: who, how, whom; the rest has defaults.
type claim struct {
	subject  string
	relation graph.Relation
	object   string
	polarity graph.Polarity
	modality graph.Modality
	speaker  string
	kinds    []graph.Kind
	phase    graph.Phase
	valid    graph.Valid
	via      string
	sentence string
	// article numbers the article, from 0: its publisher and date follow.
	article int
}

// types of the entities that test graphs name; those that begin with ~ are in no dictionary, all others are groups.
var types = map[string]graph.EntityType{
	"Russia": graph.State, "Turkey": graph.State, "Egypt": graph.State, "United Arab Emirates": graph.State,
	"Qatar": graph.State, "Iran": graph.State, "Saudi Arabia": graph.State, "United States": graph.State,
	"Syria": graph.State, "Israel": graph.State, "Rwanda": graph.State, "Uganda": graph.State, "DR Congo": graph.State,
	"Burundi": graph.State, "Sudan": graph.State, "Chad": graph.State, "Ethiopia": graph.State, "Eritrea": graph.State,
	"Ukraine": graph.State, "Belarus": graph.State, "Poland": graph.State, "North Korea": graph.State,
	"United Kingdom": graph.State, "France": graph.State, "Armenia": graph.State, "Azerbaijan": graph.State,
	"Pakistan": graph.State, "India": graph.State, "Somalia": graph.State, "Kenya": graph.State,
	"Government of National Accord": graph.Government, "Libyan National Army": graph.Military,
	"Sudanese Armed Forces": graph.Military, "Syrian Arab Army": graph.Military,
	"Khalifa Haftar": graph.Person, "Abdel Fattah al-Burhan": graph.Person, "Ahmed Mismari": graph.Person,
	"Wagner Group": graph.Company, "NATO": graph.Organisation, "African Union": graph.Organisation,
	"Saudi-led coalition": graph.Coalition, "Southern African Development Community": graph.Organisation,
	"Tripoli": graph.Place, "Jufra": graph.Place,
}

func idOf(name string) graph.ID {
	if rest, ok := strings.CutPrefix(name, "~"); ok {
		return graph.UnknownID(rest, "")
	}
	return graph.NewID(name, "")
}

// newGraph makes the subgraph of some claims.
func newGraph(t testing.TB, claims ...claim) graph.Subgraph {
	t.Helper()
	var g graph.Subgraph
	reading := map[int]*graph.Reading{}
	for _, c := range claims {
		r := reading[c.article]
		if r == nil {
			r = &graph.Reading{Article: newArticle(c.article)}
			reading[c.article] = r
		}
		r.Statements = append(r.Statements, newStatement(c, r.Article))
		for _, name := range []string{c.subject, c.object} {
			e := graph.Entity{ID: idOf(name), Name: strings.TrimPrefix(name, "~"), Type: types[name]}
			e.Type = cmp.Or(e.Type, graph.ArmedGroup)
			e.IsState = e.Type == graph.State
			g.Entities = append(g.Entities, e)
		}
	}
	for _, r := range reading {
		r.Normalize()
		for _, s := range r.Statements {
			if err := s.Validate(); err != nil {
				t.Fatalf("the test graph breaks the model: %v", err)
			}
		}
		g.Articles = append(g.Articles, r.Article)
		g.Statements = append(g.Statements, r.Statements...)
	}
	g.Normalize()
	g.Entities = slices.CompactFunc(g.Entities, func(a, b graph.Entity) bool { return a.ID == b.ID })
	return g
}

func newArticle(n int) graph.Article {
	publishers := []string{"Reuters", "The Daily Herald", "Al-Ahram", "Kyiv Courier"}
	return graph.NewDocument("", fmt.Sprintf("Article number %d.", n), graph.Appearance{
		URL:       fmt.Sprintf("https://news.example/%d?a=1&b=2", n),
		Publisher: publishers[n%len(publishers)],
		Published: graph.Valid(fmt.Sprintf("2020-%02d-%02d", 1+n%12, 1+n%28)),
		Title:     fmt.Sprintf("Report %d", n),
	}).Article
}

func newStatement(c claim, article graph.Article) graph.Statement {
	row, _ := c.relation.Row()
	sentence := cmp.Or(c.sentence, fmt.Sprintf("It is said that %s %s %s.", c.subject, row.Label, c.object))
	s := graph.Statement{
		Article: article.ID, Subject: idOf(c.subject), Relation: c.relation, Object: idOf(c.object),
		Polarity: cmp.Or(c.polarity, graph.Affirmed), Modality: c.modality,
		Citations: []graph.Citation{{
			Sentence: sentence, Span: graph.Span{0, len(sentence)}, Kinds: c.kinds, Phase: c.phase, Valid: c.valid,
			Rule: "test", Extractor: "test@1", Confidence: 90,
		}},
	}
	if c.speaker != "" {
		s.Speaker = idOf(c.speaker)
	}
	if c.via != "" {
		s.Citations[0].Via = idOf(c.via)
	}
	return s
}

// libya is a small graph that has one of everything.
func libya(t testing.TB) graph.Subgraph {
	g := newGraph(t, libyaClaims()...)
	g.Outlets = []graph.Outlet{
		{ID: "Al-Ahram", Name: "Al-Ahram", Owner: "Government of Egypt", Grade: "C"}, {ID: "Reuters", Name: "Reuters", Owner: "Thomson Reuters", Grade: "B"},
	}
	return g
}

func libyaClaims() []claim {
	const (
		lna = "Libyan National Army"
		gna = "Government of National Accord"
	)
	return []claim{
		{subject: "Russia", relation: graph.Backs, object: lna, kinds: []graph.Kind{graph.Troops, graph.Weapons}, article: 0},
		{subject: "Russia", relation: graph.Backs, object: lna, kinds: []graph.Kind{graph.Air}, article: 1},
		{subject: "Russia", relation: graph.Backs, object: lna, via: "Reuters", article: 3},
		{
			subject: "Russia", relation: graph.Backs, object: lna, polarity: graph.Denied, speaker: "Ahmed Mismari",
			sentence: "Mismari denied that any Russians fight beside the army.", article: 2,
		},
		{subject: "Egypt", relation: graph.Backs, object: lna, article: 1},
		{
			subject: "United Arab Emirates", relation: graph.Backs, object: lna, polarity: graph.Alleged,
			modality: graph.Claimed, kinds: []graph.Kind{graph.Air}, article: 2,
		},
		{subject: "Turkey", relation: graph.Backs, object: gna, kinds: []graph.Kind{graph.Air, graph.Troops}, valid: "2019-11/..", article: 0},
		{subject: "Qatar", relation: graph.Backs, object: gna, kinds: []graph.Kind{graph.Funding}, phase: graph.Ended, article: 3},
		{subject: "Wagner Group", relation: graph.Backs, object: lna, kinds: []graph.Kind{graph.Troops}, article: 1},
		{subject: "Russia", relation: graph.Backs, object: "Wagner Group", polarity: graph.Alleged, modality: graph.Suspected, article: 1},
		{subject: lna, relation: graph.Fights, object: gna, article: 0},
		{subject: "Turkey", relation: graph.Opposes, object: "Egypt", article: 2},
		{subject: "Egypt", relation: graph.AlliedWith, object: "United Arab Emirates", article: 2},
		{subject: "Khalifa Haftar", relation: graph.Leads, object: lna, article: 0},
		{subject: lna, relation: graph.WithdrewFrom, object: "Tripoli", valid: "2020-05", article: 4},
		{subject: "~Sham Legion", relation: graph.Backs, object: gna, kinds: []graph.Kind{graph.Troops}, article: 4},
	}
}
