package graph_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
)

const words = "Ruritania armed and trained the Northern Front."

// document is the article that the statements of these tests are from.
func document() graph.Document {
	return graph.NewDocument("front", words, graph.Appearance{Publisher: "The Gazette", Published: "2024-03-01"})
}

// backing is a valid statement; a test changes what it is about.
func backing(change ...func(*graph.Statement)) graph.Statement {
	s := graph.Statement{
		Article: document().ID, Subject: "Ruritania", Relation: graph.Backs, Object: "~Northern_Front", Polarity: graph.Affirmed,
		Citations: []graph.Citation{citation()},
	}
	for _, c := range change {
		c(&s)
	}
	s.Normalize()
	return s
}

func citation() graph.Citation {
	return graph.Citation{
		Sentence: words, Span: graph.Span{0, 47},
		Marks: graph.Marks{Subject: graph.Span{0, 9}, Trigger: graph.Span{10, 15}, Object: graph.Span{28, 46}},
		Kinds: []graph.Kind{graph.Weapons, graph.Training}, Valid: "2024", Phase: graph.Ongoing,
		Rule: "backs.arm", Extractor: "rules@1", Confidence: 93,
	}
}

func TestValidateStatement(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*graph.Statement)
		want   string
	}{
		"valid":              {func(*graph.Statement) {}, ""},
		"alleged":            {func(s *graph.Statement) { s.Polarity, s.Modality = graph.Alleged, graph.Offered }, ""},
		"unknown relation":   {func(s *graph.Statement) { s.Relation = "likes" }, `relation "likes" is unknown`},
		"no subject":         {func(s *graph.Statement) { s.Subject = "" }, "an end is missing"},
		"no object":          {func(s *graph.Statement) { s.Object = "" }, "an end is missing"},
		"one end":            {func(s *graph.Statement) { s.Object = s.Subject }, "is both ends"},
		"unknown polarity":   {func(s *graph.Statement) { s.Polarity = "rumoured" }, `polarity "rumoured" is unknown`},
		"no modality":        {func(s *graph.Statement) { s.Polarity = graph.Alleged }, `alleged with modality ""`},
		"modality of a fact": {func(s *graph.Statement) { s.Modality = graph.Claimed }, `affirmed with modality "claimed"`},
		"unknown modality":   {func(s *graph.Statement) { s.Polarity, s.Modality = graph.Alleged, "dreamt" }, `modality "dreamt" is unknown`},
		"no citation":        {func(s *graph.Statement) { s.Citations = nil }, "no citation"},
		"bad citation":       {func(s *graph.Statement) { s.Citations[0].Sentence = "" }, "a sentence of 0 bytes"},
	} {
		err := backing(test.change).Validate()
		switch {
		case test.want == "" && err != nil, test.want != "" && err == nil:
			t.Errorf("%s: got %v", name, err)
		case err != nil && !strings.Contains(err.Error(), test.want):
			t.Errorf("%s: got %v, want %s", name, err, test.want)
		}
	}
	s := backing()
	s.Speaker = "Graustark"
	if err := s.Validate(); err == nil || !strings.Contains(err.Error(), "its words give the id") {
		t.Errorf("an id of other words: got %v", err)
	}
	s = backing(func(s *graph.Statement) { s.Relation = graph.Fights })
	s.Subject, s.Object = s.Object, s.Subject
	if err := s.Validate(); err == nil || !strings.Contains(err.Error(), "not sorted") {
		t.Errorf("ends out of order: got %v", err)
	}
}

func TestValidateCitation(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*graph.Citation)
		want   string
	}{
		"valid":      {func(*graph.Citation) {}, ""},
		"no marks":   {func(c *graph.Citation) { c.Marks = graph.Marks{} }, ""},
		"the window": {func(c *graph.Citation) { long(c, graph.MaxSentence) }, ""},
		"too long":   {func(c *graph.Citation) { long(c, graph.MaxSentence+1) }, "a sentence of 601 bytes"},
		"not UTF-8": {
			func(c *graph.Citation) { c.Sentence, c.Span, c.Marks = "\xff", graph.Span{0, 1}, graph.Marks{} },
			"a sentence of 1 bytes",
		},
		"short span":    {func(c *graph.Citation) { c.Span[1]-- }, "not as long as its sentence"},
		"before text":   {func(c *graph.Citation) { c.Span = graph.Span{-1, 46} }, "not as long as its sentence"},
		"mark outside":  {func(c *graph.Citation) { c.Marks.Object[1] = 48 }, "outside its sentence"},
		"mark reversed": {func(c *graph.Citation) { c.Marks.Trigger = graph.Span{5, 4} }, "outside its sentence"},
		"mark before":   {func(c *graph.Citation) { c.Marks.Subject[0] = -1 }, "outside its sentence"},
		"kind":          {func(c *graph.Citation) { c.Kinds = []graph.Kind{"prayers"} }, `kind "prayers" is unknown`},
		"date":          {func(c *graph.Citation) { c.Valid = "soon" }, `date "soon" cannot be read`},
		"phase":         {func(c *graph.Citation) { c.Phase = "middle" }, `phase "middle" is unknown`},
	} {
		c := citation()
		test.change(&c)
		err := c.Validate()
		switch {
		case test.want == "" && err != nil, test.want != "" && err == nil:
			t.Errorf("%s: got %v", name, err)
		case err != nil && !strings.Contains(err.Error(), test.want):
			t.Errorf("%s: got %v, want %s", name, err, test.want)
		}
	}
}

func long(c *graph.Citation, length int) {
	c.Sentence, c.Span = strings.Repeat("a", length), graph.Span{7, 7 + length}
}

func TestMention(t *testing.T) {
	c := citation()
	for mark, want := range map[graph.Span]string{
		c.Marks.Subject: "Ruritania", c.Marks.Trigger: "armed", c.Marks.Object: "the Northern Front",
		{}: "", {40, 99}: "", {-1, 4}: "", {4, 2}: "",
	} {
		if got := c.Mention(mark); got != want {
			t.Errorf("%v: got %q, want %q", mark, got, want)
		}
	}
}

func TestNormalizeStatement(t *testing.T) {
	first, second := citation(), citation()
	first.Kinds = []graph.Kind{graph.Weapons, graph.Air, graph.Weapons}
	second.Span, second.Kinds, second.Valid, second.Phase, second.Confidence = graph.Span{100, 147}, nil, "2019/2020", graph.Ended, 50
	s := backing(func(s *graph.Statement) {
		s.Relation, s.Subject, s.Object = graph.Fights, "~Northern_Front", "Ruritania"
		s.Citations = []graph.Citation{second, first, second}
	})
	if s.Subject != "Ruritania" || s.Object != "~Northern_Front" {
		t.Errorf("the ends are %s, %s", s.Subject, s.Object)
	}
	if len(s.Citations) != 2 || s.Citations[0].Span[0] != 0 {
		t.Fatalf("%d citations, the first at %v", len(s.Citations), s.Citations[0].Span)
	}
	if got := s.Citations[0].Marks; got.Subject != first.Marks.Object || got.Object != first.Marks.Subject {
		t.Errorf("the marks did not go with the ends: %v", got)
	}
	if got := s.Kinds(); !slices.Equal(got, []graph.Kind{graph.Air, graph.Weapons}) {
		t.Errorf("kinds %v", got)
	}
	if got := s.Valids(); !slices.Equal(got, []graph.Valid{"2019/2020", "2024"}) {
		t.Errorf("valids %v", got)
	}
	if got := s.Phases(); !slices.Equal(got, []graph.Phase{graph.Ended, graph.Ongoing}) {
		t.Errorf("phases %v", got)
	}
	if s.Confidence() != 93 || s.Predicate() != "fights" || s.Fact() != graph.FactID("~Northern_Front", graph.Fights, "Ruritania") {
		t.Errorf("confidence %v, predicate %s, fact %s", s.Confidence(), s.Predicate(), s.Fact())
	}
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
	again := s
	again.Citations = slices.Clone(s.Citations)
	again.Normalize()
	if diff := cmp.Diff(s, again); diff != "" {
		t.Errorf("normalising twice: %s", diff)
	}
}

func TestNormalizeReading(t *testing.T) {
	other := citation()
	other.Span = graph.Span{100, 147}
	one := backing()
	two := backing(func(s *graph.Statement) { s.Citations = []graph.Citation{other} })
	three := backing(func(s *graph.Statement) { s.Subject = "Graustark" })
	r := graph.Reading{
		Statements: []graph.Statement{two, three, one},
		Entities:   []graph.Entity{{ID: "B"}, {ID: "A", Name: "first"}, {ID: "B"}},
	}
	r.Normalize()
	if len(r.Statements) != 2 || r.Statements[0].Subject != "Graustark" || len(r.Statements[1].Citations) != 2 {
		t.Errorf("got %+v", r.Statements)
	}
	if len(r.Entities) != 2 || r.Entities[0].ID != "A" {
		t.Errorf("got %+v", r.Entities)
	}
}

func TestConfidence(t *testing.T) {
	for c, want := range map[graph.Confidence]string{0: "0.00", 7: "0.07", 50: "0.50", 93: "0.93", 100: "1.00"} {
		data, err := json.Marshal(c)
		if err != nil || string(data) != want {
			t.Errorf("%d: got %s, %v", c, data, err)
		}
		var back graph.Confidence
		if err := json.Unmarshal(data, &back); err != nil || back != c {
			t.Errorf("%s: came back as %d, %v", data, back, err)
		}
	}
	for text, want := range map[string]graph.Confidence{"1": 100, "0": 0, "0.5": 50, "0.93": 93, "1.0": 100} {
		var c graph.Confidence
		if err := json.Unmarshal([]byte(text), &c); err != nil || c != want {
			t.Errorf("%s: got %d, %v", text, c, err)
		}
	}
	for _, text := range []string{"0.123", "2", "1.01", "-0.5", `"0.5"`, "1e-1", "true", "[]"} {
		var c graph.Confidence
		if err := json.Unmarshal([]byte(text), &c); err == nil {
			t.Errorf("%s was taken for %d", text, c)
		}
	}
}

// TestRecord holds the line that extract prints, letter for letter: other programs read it.
func TestRecord(t *testing.T) {
	r := graph.Reading{
		Article: document().Article,
		Entities: []graph.Entity{
			{ID: "Ruritania", Name: "Ruritania", Type: graph.State, IsState: true},
			{ID: "~Northern_Front", Name: "Northern Front", Type: graph.ArmedGroup},
		},
		Statements: []graph.Statement{
			backing(),
			backing(func(s *graph.Statement) {
				s.Polarity, s.Modality, s.Speaker, s.Object = graph.Alleged, graph.Claimed, "Graustark", "Nobody"
				c := &s.Citations[0]
				c.Kinds, c.Valid, c.Phase, c.Place, c.Via = nil, "", "", "Strelsau", "Agency"
				c.Marks.Object = graph.Span{}
			}),
		},
	}
	want := []string{
		`{"doc":"front","article":"` + r.Article.ID.String() + `","id":"` + r.Statements[0].ID.String() +
			`","subject":{"id":"Ruritania","name":"Ruritania","type":"state","isState":true,"mention":"Ruritania"},` +
			`"predicate":"backs","object":{"id":"~Northern_Front","name":"Northern Front","type":"armed_group","mention":"the Northern Front"},` +
			`"polarity":"affirmed","modality":null,"speaker":null,"via":null,"kinds":["training","weapons"],"phase":"ongoing",` +
			`"valid":"2024","confidence":0.93,"evidence":"` + words + `","citations":[{"sentence":"` + words + `","span":[0,47],` +
			`"marks":{"subject":[0,9],"trigger":[10,15],"object":[28,46]},"kinds":["training","weapons"],"valid":"2024","place":null,` +
			`"phase":"ongoing","via":null,"rule":"backs.arm","extractor":"rules@1","confidence":0.93}]}`,
		`{"doc":"front","article":"` + r.Article.ID.String() + `","id":"` + r.Statements[1].ID.String() +
			`","subject":{"id":"Ruritania","name":"Ruritania","type":"state","isState":true,"mention":"Ruritania"},` +
			`"predicate":"backs","object":{"id":"Nobody","name":"Nobody","type":"","mention":""},` +
			`"polarity":"alleged","modality":"claimed","speaker":"Graustark","via":"Agency","kinds":[],"phase":null,` +
			`"valid":null,"confidence":0.93,"evidence":"` + words + `","citations":[{"sentence":"` + words + `","span":[0,47],` +
			`"marks":{"subject":[0,9],"trigger":[10,15],"object":[0,0]},"kinds":[],"valid":null,"place":"Strelsau",` +
			`"phase":null,"via":"Agency","rule":"backs.arm","extractor":"rules@1","confidence":0.93}]}`,
	}
	for i, record := range r.Records("front") {
		got, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[i], string(got)); diff != "" {
			t.Error(diff)
		}
	}
}
