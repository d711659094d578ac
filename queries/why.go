package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

// WhyAnswer is all that is said of the ties between two entities, in the order of the relations (see
// [graph.Relations]); of one relation, the tie from Subject to Object first.
type WhyAnswer struct {
	Subject Ref      `json:"subject"`
	Object  Ref      `json:"object"`
	Ties    []WhyTie `json:"ties"`
	LeftOut
}

// WhyTie is one tie with those who say so and those who deny it. The ends of a relation without direction stand in the
// order of their ids, as the marks of the citations do.
type WhyTie struct {
	Fact     uuid.UUID      `json:"fact"`
	Subject  Ref            `json:"subject"`
	Relation graph.Relation `json:"predicate"`
	Object   Ref            `json:"object"`
	// Contested says that there are both For and Against.
	Contested bool `json:"contested"`
	// Ended says that the tie is over: the affirmed one, or the alleged one where nobody affirms it; see [graph.Tie.Ended].
	Ended bool `json:"ended"`
	// Sources affirm or allege the tie, DeniedBy deny it; copies of one article are one source.
	Sources  []Source `json:"sources"`
	DeniedBy []Source `json:"deniedBy"`
	// For are what is affirmed, then what is alleged, Against what is denied; the earliest article first.
	For     []Account `json:"for"`
	Against []Account `json:"against"`
}

// Account is a statement with the article that makes it.
type Account struct {
	Statement uuid.UUID      `json:"statement"`
	Polarity  graph.Polarity `json:"polarity"`
	Modality  graph.Modality `json:"modality,omitempty"`
	// Speaker is who says so; null is the article's own voice.
	Speaker    *Ref             `json:"speaker"`
	Confidence graph.Confidence `json:"confidence"`
	Article    ArticleRef       `json:"article"`
	// CopyOf is the first article of the story, where this one is a copy of it; null where it is none.
	CopyOf    *uuid.UUID             `json:"copyOf"`
	Citations []graph.RecordCitation `json:"citations"`
}

// Why gives the statements for and against a tie; an empty relation asks for all ties between the two, in either
// direction. It ignores Options.Name, Relations, Polarities, MinSources and Depth: whoever asks why is to see both sides.
// Errors wrap ErrOption or come from the store.
func Why(
	ctx context.Context, s *store.Store, subject graph.ID, relation graph.Relation, object graph.ID, opts Options,
) (WhyAnswer, error) {
	filters, err := whyFilters(subject, relation, object)
	if err == nil {
		err = opts.complete()
	}
	if err != nil {
		return WhyAnswer{}, fmt.Errorf("why: %w", err)
	}
	g, left, err := collect(ctx, s, opts, filters...)
	if err != nil {
		return WhyAnswer{}, fmt.Errorf("why: %w", err)
	}
	answer := WhyAnswer{Ties: whyTies(g, subject), LeftOut: left}
	for id, ref := range map[graph.ID]*Ref{subject: &answer.Subject, object: &answer.Object} {
		if *ref, err = refInStore(ctx, s, id); err != nil {
			return WhyAnswer{}, fmt.Errorf("why: %w", err)
		}
	}
	return answer, nil
}

// whyFilters select the statements on the relation, or on all relations, between two entities.
func whyFilters(subject graph.ID, relation graph.Relation, object graph.ID) ([]store.Filter, error) {
	switch _, known := relation.Row(); {
	case subject == "" || object == "" || subject == object:
		return nil, fmt.Errorf("%w: a tie has two ends, not %q and %q", ErrOption, subject, object)
	case relation == "":
		return []store.Filter{{Subject: subject, Object: object}, {Subject: object, Object: subject}}, nil
	case !known:
		return nil, fmt.Errorf("%w: relation %q is unknown", ErrOption, relation)
	}
	subject, object = relation.Order(subject, object)
	return []store.Filter{{Subject: subject, Object: object, Relations: []graph.Relation{relation}}}, nil
}

// whyTies joins the ties of all polarities of each fact.
func whyTies(g graph.Subgraph, subject graph.ID) []WhyTie {
	copies := copiesIn(g)
	ties := []WhyTie{}
	for _, t := range graph.Ties(g) { // affirmed, alleged and denied ties of one fact follow each other
		if n := len(ties); n == 0 || ties[n-1].Fact != t.Fact {
			ties = append(ties, WhyTie{
				Fact: t.Fact, Subject: refTo(g, t.Subject), Relation: t.Relation, Object: refTo(g, t.Object),
				Sources: []Source{}, DeniedBy: []Source{}, For: []Account{}, Against: []Account{},
			})
		}
		why := &ties[len(ties)-1]
		accounts := &why.For
		if t.Polarity == graph.Denied {
			accounts = &why.Against
			why.DeniedBy = sourcesOf(g, t.Sources)
		} else {
			if len(why.For) == 0 { // the affirmed tie comes before the alleged one
				why.Ended = t.Ended()
			}
			why.Sources = addSources(why.Sources, sourcesOf(g, t.Sources))
		}
		for _, s := range t.Statements {
			*accounts = append(*accounts, accountOf(g, s, copies[t.Fact][s.Article]))
		}
		why.Contested = len(why.For) > 0 && len(why.Against) > 0
	}
	place := map[graph.Relation]int{}
	for i, row := range graph.Relations() {
		place[row.Relation] = i
	}
	slices.SortStableFunc(ties, func(a, b WhyTie) int {
		return cmp.Or(cmp.Compare(place[a.Relation], place[b.Relation]), compareDirect(a, b, subject))
	})
	return ties
}

// compareDirect puts the tie first that goes out from the subject.
func compareDirect(a, b WhyTie, subject graph.ID) int {
	switch {
	case a.Subject.ID == b.Subject.ID:
		return 0
	case a.Subject.ID == subject:
		return -1
	}
	return 1
}

// addSources joins two sorted lists.
func addSources(a, b []Source) []Source {
	sum := slices.Concat(a, b)
	slices.SortFunc(sum, func(a, b Source) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(sum)
}

// copiesIn gives, for each fact, the articles that are copies, each with the first article of its story. They are looked
// for among the fact's own articles, as they are where its sources are counted.
func copiesIn(g graph.Subgraph) map[uuid.UUID]map[uuid.UUID]uuid.UUID {
	articles := map[uuid.UUID][]graph.Article{}
	for _, s := range g.Statements {
		if article, ok := g.Article(s.Article); ok {
			articles[s.Fact()] = append(articles[s.Fact()], article)
		}
	}
	copies := map[uuid.UUID]map[uuid.UUID]uuid.UUID{}
	for fact, list := range articles {
		copies[fact] = map[uuid.UUID]uuid.UUID{}
		for _, story := range graph.Stories(list) {
			for _, copied := range story[1:] {
				copies[fact][copied.ID] = story[0].ID
			}
		}
	}
	return copies
}

func accountOf(g graph.Subgraph, s graph.Statement, original uuid.UUID) Account {
	a := Account{
		Statement: s.ID, Polarity: s.Polarity, Modality: s.Modality, Confidence: s.Confidence(),
		Article: articleRef(g, s.Article),
	}
	if s.Speaker != "" {
		speaker := refTo(g, s.Speaker)
		a.Speaker = &speaker
	}
	if original != uuid.Nil {
		a.CopyOf = &original
	}
	for _, c := range s.Citations {
		a.Citations = append(a.Citations, graph.RecordCitation{
			Sentence: c.Sentence, Span: c.Span, Marks: c.Marks, Kinds: notNil(c.Kinds),
			Valid: orNull(c.Valid), Place: orNull(c.Place), Phase: orNull(c.Phase), Via: orNull(c.Via),
			Rule: c.Rule, Extractor: c.Extractor, Confidence: c.Confidence,
		})
	}
	return a
}

func orNull[T ~string](v T) *T {
	if v == "" {
		return nil
	}
	return &v
}
