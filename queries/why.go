package queries

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
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
	// Earlier is how many statements more there are, of earlier articles, than Options.Latest lets For and Against have.
	Earlier int `json:"earlier,omitempty"`
	// Fallen are those of retracted, superseded and rejected that hold of all statements, whether they are listed or not.
	Fallen []string `json:"-"`
}

// Account is a statement with the article that makes it.
type Account struct {
	Statement uuid.UUID      `json:"statement"`
	Polarity  graph.Polarity `json:"polarity"`
	Modality  graph.Modality `json:"modality,omitempty"`
	// Speaker is who says so; null is the article's own voice.
	Speaker    *Ref             `json:"speaker"`
	Confidence graph.Confidence `json:"confidence"`
	// Review is what reviewers made of the statement, Verdicts what each of them said; of a statement that a reviewer
	// wrote, those on the one in whose place it stands.
	Review   graph.Standing  `json:"review,omitempty"`
	Verdicts []graph.Verdict `json:"verdicts,omitempty"`
	Article  ArticleRef      `json:"article"`
	// CopyOf is the first article of the story, where this one is a copy of it; null where it is none.
	CopyOf    *uuid.UUID             `json:"copyOf"`
	Citations []graph.RecordCitation `json:"citations"`
}

// Why gives the statements for and against a tie; an empty relation asks for all ties between the two, in either
// direction. Options.Latest bounds how many of each polarity a tie lists. It ignores Options.Name, Relations, Polarities,
// MinSources and Depth: whoever asks why is to see both sides.
// Errors wrap ErrOption or come from the store.
func Why(
	ctx context.Context, s *store.Store, subject graph.ID, relation graph.Relation, object graph.ID, opts Options,
) (WhyAnswer, error) {
	return ask(ctx, s, "why", func(x *ties.Index) (WhyAnswer, error) { return why(x, subject, relation, object, opts) })
}

func why(x *ties.Index, subject graph.ID, relation graph.Relation, object graph.ID, opts Options) (WhyAnswer, error) {
	switch _, known := relation.Row(); {
	case subject == "" || object == "" || subject == object:
		return WhyAnswer{}, fmt.Errorf("%w: a tie has two ends, not %q and %q", ErrOption, subject, object)
	case relation != "" && !known:
		return WhyAnswer{}, fmt.Errorf("%w: relation %q is unknown", ErrOption, relation)
	}
	v, err := look(x, opts)
	if err != nil {
		return WhyAnswer{}, err
	}
	answer := WhyAnswer{Subject: v.refTo(subject), Object: v.refTo(object), Ties: []WhyTie{}}
	for _, number := range v.between(subject, relation, object) {
		f := v.sift(number)
		if !f.isSaid() && f.denied.count == 0 {
			continue
		}
		tie, err := v.whyTie(&f)
		if err != nil {
			return WhyAnswer{}, err
		}
		answer.Ties = append(answer.Ties, tie)
	}
	answer.LeftOut = v.left
	return answer, nil
}

// between gives the facts on the relation, or on all relations in either direction, in the order of the relations; of
// one, that from the subject first.
func (v *view) between(subject graph.ID, relation graph.Relation, object graph.ID) []int {
	a, okA := v.x.Node(subject)
	b, okB := v.x.Node(object)
	if !okA || !okB {
		return nil
	}
	relations := []graph.Relation{relation}
	if relation == "" {
		relations = nil
		for _, row := range graph.Relations() {
			relations = append(relations, row.Relation)
		}
	}
	var numbers []int
	for _, r := range relations {
		if n, ok := v.x.Find(a, r, b); ok {
			numbers = append(numbers, n)
		}
		if n, ok := v.x.Find(b, r, a); ok && relation == "" && !r.Symmetric() {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// whyTie joins what is said of a fact under all polarities.
func (v *view) whyTie(f *sifted) (WhyTie, error) {
	tie := WhyTie{
		Fact: v.factID(f.Fact), Subject: v.ref(f.Subject), Relation: f.Relation, Object: v.ref(f.Object),
		Contested: f.isSaid() && f.denied.count > 0,
		Sources:   v.sources(eitherOrigin(&f.affirmed, &f.alleged)), DeniedBy: v.sources(f.denied.origins()),
		For: []Account{}, Against: []Account{},
	}
	surest := &f.affirmed
	if surest.count == 0 {
		surest = &f.alleged
	}
	tie.Ended = surest.phase() == graph.Ended
	tie.Fallen = v.fallen(f)
	for _, side := range []struct {
		claim    *claim
		accounts *[]Account
	}{{&f.affirmed, &tie.For}, {&f.alleged, &tie.For}, {&f.denied, &tie.Against}} {
		if side.claim.count == 0 {
			continue
		}
		reading := side.claim.latest(v.opts.Latest)
		tie.Earlier += side.claim.count - len(reading.Statements)
		if err := v.accounts(side.accounts, reading); err != nil {
			return WhyTie{}, err
		}
	}
	return tie, nil
}

// fallen tells what has become of all statements on a fact. By the options that leave out what has fallen, nothing has.
func (v *view) fallen(f *sifted) []string {
	if !v.opts.Retracted && !v.opts.Superseded && !v.opts.Rejected {
		return nil
	}
	var all []int
	for _, p := range graph.Polarities() {
		all = append(all, f.of(p).statements()...)
	}
	var fallen []string
	for _, way := range []struct {
		name string
		has  func(s ties.Statement) bool
	}{
		{"retracted", func(s ties.Statement) bool { return v.x.Status(s.Article) == graph.Retracted }},
		{"superseded", func(s ties.Statement) bool { return v.x.Successor(s.Article) != uuid.Nil }},
		{"rejected", func(s ties.Statement) bool { return s.Review.Out() }},
	} {
		if !slices.ContainsFunc(all, func(i int) bool { return !way.has(v.x.Statement(i)) }) {
			fallen = append(fallen, way.name)
		}
	}
	return fallen
}

// accounts adds those of a reading.
func (v *view) accounts(list *[]Account, r *ties.Reading) error {
	next, cites := 0, r.Cites
	for _, i := range r.Statements {
		s := v.x.Statement(i)
		a := Account{
			Statement: s.ID, Polarity: s.Polarity, Modality: s.Modality, Review: s.Review, Article: v.article(s.Article),
		}
		var err error
		if a.Verdicts, err = v.x.Verdicts(i); err != nil {
			return err
		}
		if s.Speaker != ties.None {
			speaker := v.ref(s.Speaker)
			a.Speaker = &speaker
		}
		a.CopyOf = v.copyOf(i)
		for ; next < len(cites) && cites[next].Statement == i; next++ {
			whole, err := v.x.Whole(cites[next].Citation)
			if err != nil {
				return err
			}
			a.Confidence = max(a.Confidence, whole.Confidence)
			a.Citations = append(a.Citations, recordOf(whole))
		}
		*list = append(*list, a)
	}
	return nil
}

func recordOf(c graph.Citation) graph.RecordCitation {
	return graph.RecordCitation{
		Sentence: c.Sentence, Span: c.Span, Marks: c.Marks, Kinds: notNil(c.Kinds),
		Valid: orNull(c.Valid), Place: orNull(c.Place), Phase: orNull(c.Phase), Via: orNull(c.Via),
		Rule: c.Rule, Extractor: c.Extractor, Confidence: c.Confidence,
	}
}

func orNull[T ~string](v T) *T {
	if v == "" {
		return nil
	}
	return &v
}
