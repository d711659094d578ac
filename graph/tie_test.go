package graph_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"entente.example/graph"
)

// claim is a statement on Russia's backing of the army, in short.
type claim struct {
	polarity graph.Polarity
	modality graph.Modality
	speaker  graph.ID
	via      graph.ID
	kinds    []graph.Kind
	phase    graph.Phase
	valid    graph.Valid
	sentence string
	// The article: its publisher and date, and its sketch, where it is a copy.
	publisher, date, sketch string
}

const army graph.ID = "Libyan_National_Army"

func subgraph(t *testing.T, claims ...claim) graph.Subgraph {
	t.Helper()
	var g graph.Subgraph
	for i, c := range claims {
		a := graph.NewDocument("", fmt.Sprint("Text ", i), graph.Appearance{Publisher: c.publisher, Published: graph.Valid(c.date)}).Article
		a.Sketch = c.sketch
		sentence := cmp.Or(c.sentence, "Russia backs the army.")
		s := graph.Statement{
			Article: a.ID, Subject: "Russia", Relation: graph.Backs, Object: army, Speaker: c.speaker,
			Polarity: cmp.Or(c.polarity, graph.Affirmed), Modality: c.modality,
			Citations: []graph.Citation{{
				Sentence: sentence, Span: graph.Span{0, len(sentence)}, Via: c.via, Kinds: c.kinds, Phase: c.phase,
				Valid: c.valid, Confidence: 90 - graph.Confidence(i),
			}},
		}
		s.Normalize()
		if err := s.Validate(); err != nil {
			t.Fatal(err)
		}
		g.Articles, g.Statements = append(g.Articles, a), append(g.Statements, s)
	}
	g.Normalize()
	g.MarkCopies()
	return g
}

// The three polarities of one fact are three ties that know of each other.
func TestTies(t *testing.T) {
	ties := graph.Ties(subgraph(
		t,
		claim{publisher: "Reuters", date: "2020-01-01", kinds: []graph.Kind{graph.Weapons, graph.Troops}},
		claim{publisher: "The Daily Herald", date: "2020-04-04", kinds: []graph.Kind{graph.Air}, valid: "2019"},
		claim{publisher: "Kyiv Courier", date: "2020-03-03", via: "Reuters"},
		claim{publisher: "Kyiv Courier", date: "2020-02-02", polarity: graph.Denied, speaker: "Ahmed_Mismari", sentence: "He denied it."},
		claim{publisher: "Al-Ahram", date: "2020-02-02", polarity: graph.Alleged, modality: graph.Suspected},
		claim{publisher: "Al-Ahram", date: "2020-02-03", polarity: graph.Alleged, modality: graph.Claimed},
	))
	if len(ties) != 3 {
		t.Fatalf("%d ties, want one for each polarity", len(ties))
	}
	affirmed, alleged, denied := ties[0], ties[1], ties[2]
	if len(affirmed.Statements) != 3 || len(affirmed.Against) != 1 {
		t.Errorf("%d statements for and %d against, want 3 and 1", len(affirmed.Statements), len(affirmed.Against))
	}
	// The article of Reuters and the one that quotes Reuters are one source.
	if want := []string{"Reuters", "The_Daily_Herald"}; !slices.Equal(affirmed.Sources, want) {
		t.Errorf("sources %q, want %q", affirmed.Sources, want)
	}
	if want := []string{"Ahmed_Mismari"}; !slices.Equal(affirmed.AgainstSources, want) {
		t.Errorf("sources against %q, want %q", affirmed.AgainstSources, want)
	}
	if want := []graph.Kind{graph.Air, graph.Troops, graph.Weapons}; !slices.Equal(affirmed.Kinds, want) {
		t.Errorf("kinds %q, want %q", affirmed.Kinds, want)
	}
	if affirmed.First != "2020-01-01" || affirmed.Last != "2020-04-04" || affirmed.Confidence != 90 {
		t.Errorf("from %s to %s with confidence %s", affirmed.First, affirmed.Last, affirmed.Confidence)
	}
	if !slices.Equal(affirmed.Valids, []graph.Valid{"2019"}) {
		t.Errorf("dates %q, want 2019", affirmed.Valids)
	}
	if want := []graph.Modality{graph.Claimed, graph.Suspected}; !slices.Equal(alleged.Modalities, want) || len(alleged.Against) != 1 {
		t.Errorf("modalities %q and %d against, want %q and 1", alleged.Modalities, len(alleged.Against), want)
	}
	if denied.Fact != affirmed.Fact || len(denied.Against) != 5 || denied.Sentence != "He denied it." {
		t.Errorf("the denial has %d against it, and the sentence %q", len(denied.Against), denied.Sentence)
	}
}

// The latest article decides whether support is over, and the earliest gives the sentence, whatever order they come in.
func TestTiesFollowTheDates(t *testing.T) {
	tests := map[string]struct {
		claims   []claim
		phase    graph.Phase
		sentence string
	}{
		"ended last": {
			[]claim{{phase: graph.Ended, sentence: "It stopped.", date: "2020-06"}, {phase: graph.Started, sentence: "It began.", date: "2020-02"}},
			graph.Ended, "It began.",
		},
		"taken up again": {
			[]claim{{phase: graph.Ended, sentence: "It stopped.", date: "2020-02"}, {phase: graph.Ongoing, sentence: "It goes on.", date: "2020-06"}},
			graph.Ongoing, "It stopped.",
		},
		"the last says nothing of it": {
			[]claim{{phase: graph.Ended, sentence: "It stopped.", date: "2020-02"}, {sentence: "It backs it.", date: "2020-06"}},
			graph.Ended, "It stopped.",
		},
		"undated articles come last": {
			[]claim{{phase: graph.Ended, sentence: "It stopped."}, {phase: graph.Started, sentence: "It began.", date: "2020-06"}},
			graph.Ended, "It began.",
		},
	}
	for name, test := range tests {
		ties := graph.Ties(subgraph(t, test.claims...))
		if len(ties) != 1 || ties[0].Phase != test.phase || ties[0].Sentence != test.sentence {
			t.Errorf("%s: %+v; want one tie, %q on %q", name, ties, test.phase, test.sentence)
		}
	}
}

// Copies of one article are one source, that of the original; whom they quote is another.
func TestSourcesOfCopies(t *testing.T) {
	original, copied := sketchOf(agreeing(32, "")), sketchOf(agreeing(28, "b"))
	tests := map[string]struct {
		claims []claim
		want   []string
	}{
		"copy": {
			[]claim{{publisher: "Copyist", date: "2020-02", sketch: copied}, {publisher: "Reuters", date: "2020-01", sketch: original}},
			[]string{"Reuters"},
		},
		"the original has no publisher": {
			[]claim{{date: "2020-01", sketch: original}, {publisher: "Copyist", date: "2020-02", sketch: copied}},
			[]string{"Copyist"},
		},
		"a speaker beside the article's own voice": {
			[]claim{{publisher: "Reuters", date: "2020-01", sketch: original}, {publisher: "Copyist", date: "2020-02", sketch: copied, speaker: "Mayor"}},
			[]string{"Mayor", "Reuters"},
		},
		"no copy": {
			[]claim{{publisher: "Copyist", date: "2020-02"}, {publisher: "Reuters", date: "2020-01"}},
			[]string{"Copyist", "Reuters"},
		},
	}
	for name, test := range tests {
		if ties := graph.Ties(subgraph(t, test.claims...)); !slices.Equal(ties[0].Sources, test.want) {
			t.Errorf("%s: sources %q, want %q", name, ties[0].Sources, test.want)
		}
	}
}

// Without a speaker, an agency or a publisher the article itself is the source.
func TestOriginOfABareArticle(t *testing.T) {
	article := graph.NewDocument("", "A text.", graph.Appearance{}).Article
	if got := graph.Origin(graph.Statement{}, graph.Citation{}, article); got != article.ID.String() {
		t.Errorf("origin %q, want the article's id %s", got, article.ID)
	}
}
