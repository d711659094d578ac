package export_test

import (
	"slices"
	"testing"

	"entente.example/graph"
	"entente.example/graph/export"
)

func TestTies(t *testing.T) {
	ties := export.Ties(libya(t))
	tie := find(t, ties, "Russia", graph.Backs, "Libyan National Army", graph.Affirmed)
	if len(tie.Statements) != 3 || len(tie.Against) != 1 {
		t.Errorf("%d statements for and %d against, want 3 and 1", len(tie.Statements), len(tie.Against))
	}
	// The article of Reuters and the one that quotes Reuters are one source.
	if want := []string{"Reuters", "The_Daily_Herald"}; !slices.Equal(tie.Sources, want) {
		t.Errorf("sources %q, want %q", tie.Sources, want)
	}
	if want := []string{"Ahmed_Mismari"}; !slices.Equal(tie.AgainstSources, want) {
		t.Errorf("sources against %q, want %q", tie.AgainstSources, want)
	}
	if want := []graph.Kind{graph.Air, graph.Troops, graph.Weapons}; !slices.Equal(tie.Kinds, want) {
		t.Errorf("kinds %q, want %q", tie.Kinds, want)
	}
	if tie.First != "2020-01-01" || tie.Last != "2020-04-04" {
		t.Errorf("from %s to %s, want 2020-01-01 to 2020-04-04", tie.First, tie.Last)
	}
	denial := find(t, ties, "Russia", graph.Backs, "Libyan National Army", graph.Denied)
	if denial.Fact != tie.Fact || len(denial.Statements) != 1 || len(denial.Against) != 3 {
		t.Errorf("the denial has %d statements for and %d against, want 1 and 3", len(denial.Statements), len(denial.Against))
	}
	if want := "Mismari denied that any Russians fight beside the army."; denial.Sentence != want {
		t.Errorf("sentence %q, want %q", denial.Sentence, want)
	}
	claimed := find(t, ties, "United Arab Emirates", graph.Backs, "Libyan National Army", graph.Alleged)
	if !slices.Equal(claimed.Modalities, []graph.Modality{graph.Claimed}) {
		t.Errorf("modalities %q, want claimed", claimed.Modalities)
	}
}

// The latest article decides whether support is over, and the earliest gives the sentence, whatever order they come in.
func TestTiesFollowTheDates(t *testing.T) {
	backs := func(article int, phase graph.Phase, sentence string) claim {
		return claim{
			subject: "Qatar", relation: graph.Backs, object: "Hamas", phase: phase, sentence: sentence, article: article,
		}
	}
	for name, test := range map[string]struct {
		claims   []claim
		phase    graph.Phase
		sentence string
	}{
		"ended last": {
			[]claim{backs(5, graph.Ended, "It stopped."), backs(1, graph.Started, "It began.")},
			graph.Ended, "It began.",
		},
		"taken up again": {
			[]claim{backs(2, graph.Ended, "It stopped."), backs(6, graph.Ongoing, "It goes on.")},
			graph.Ongoing, "It stopped.",
		},
		"the last says nothing of it": {
			[]claim{backs(2, graph.Ended, "It stopped."), backs(6, "", "Qatar backs Hamas.")},
			graph.Ended, "It stopped.",
		},
	} {
		ties := export.Ties(newGraph(t, test.claims...))
		if len(ties) != 1 || ties[0].Phase != test.phase || ties[0].Sentence != test.sentence {
			t.Errorf("%s: %d ties, the first %q on %q; want one, %q on %q",
				name, len(ties), ties[0].Phase, ties[0].Sentence, test.phase, test.sentence)
		}
	}
}

// Without a speaker, an agency or a publisher the article itself is the source.
func TestOriginOfABareArticle(t *testing.T) {
	article := graph.NewDocument("", "A text.", graph.Appearance{}).Article
	got := export.Origin(graph.Statement{}, graph.Citation{}, article)
	if got != article.ID.String() {
		t.Errorf("origin %q, want the article's id %s", got, article.ID)
	}
}

func find(t *testing.T, ties []export.Tie, subject string, relation graph.Relation, object string, polarity graph.Polarity) export.Tie {
	t.Helper()
	for _, tie := range ties {
		if tie.Subject == idOf(subject) && tie.Relation == relation && tie.Object == idOf(object) && tie.Polarity == polarity {
			return tie
		}
	}
	t.Fatalf("no tie %s %s %s (%s)", subject, relation, object, polarity)
	return export.Tie{}
}
