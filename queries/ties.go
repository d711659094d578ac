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

// TiesAnswer lists ties of every relation, those of most sources first; with a name, those that it is an end of.
type TiesAnswer struct {
	Name *Ref     `json:"name"`
	Ties []TieRow `json:"ties"`
	LeftOut
}

// TieRow is all that is said of one tie under one polarity. Its fields are those of [BacksRow].
type TieRow struct {
	Fact        uuid.UUID        `json:"fact"`
	Subject     Ref              `json:"subject"`
	Relation    graph.Relation   `json:"predicate"`
	Object      Ref              `json:"object"`
	Polarity    graph.Polarity   `json:"polarity"`
	AllegedOnly bool             `json:"allegedOnly"`
	Modalities  []graph.Modality `json:"modalities"`
	Kinds       []graph.Kind     `json:"kinds"`
	Phase       graph.Phase      `json:"phase,omitempty"`
	Ended       bool             `json:"ended"`
	Valid       []graph.Valid    `json:"valid"`
	Contested   bool             `json:"contested"`
	Denials     int              `json:"denials"`
	DeniedBy    []Source         `json:"deniedBy"`
	Sources     []Source         `json:"sources"`
	Speakers    []Ref            `json:"speakers"`
	Deniers     []Ref            `json:"deniers"`
	Articles    int              `json:"articles"`
	First       graph.Valid      `json:"first,omitempty"`
	Last        graph.Valid      `json:"last,omitempty"`
	Evidence    Evidence         `json:"evidence"`
	Statements  []uuid.UUID      `json:"statements"`
	Against     []uuid.UUID      `json:"against"`
}

// Ties answers what ties there are: of everybody, or those of Options.Name, which the store need not have. Relations
// narrow it; it ignores Backers and Depth. Errors wrap ErrOption or come from the store.
func Ties(ctx context.Context, s *store.Store, opts Options) (TiesAnswer, error) {
	answer, err := tiesOf(ctx, s, opts)
	if err != nil {
		return TiesAnswer{}, fmt.Errorf("ties: %w", err)
	}
	return answer, nil
}

func tiesOf(ctx context.Context, s *store.Store, opts Options) (TiesAnswer, error) {
	opts.Backers = ""
	v, err := look(ctx, s, opts)
	if err != nil {
		return TiesAnswer{}, err
	}
	answer := TiesAnswer{Ties: []TieRow{}}
	add := func(f sifted) {
		if err == nil {
			err = v.tieRows(&answer.Ties, f)
		}
	}
	if opts.Name == "" {
		v.facts(opts.Relations, add)
	} else {
		name := v.refTo(opts.Name)
		answer.Name = &name
		if n, ok := v.x.Node(opts.Name); ok {
			for _, number := range v.around(n, opts.Relations...) {
				add(v.sift(number))
			}
		}
	}
	slices.SortFunc(answer.Ties, func(a, b TieRow) int {
		return cmp.Or(
			-cmp.Compare(len(a.Sources), len(b.Sources)), cmp.Compare(a.Subject.ID, b.Subject.ID),
			cmp.Compare(a.Relation, b.Relation), cmp.Compare(a.Object.ID, b.Object.ID), cmp.Compare(a.Polarity, b.Polarity),
		)
	})
	answer.LeftOut = v.left
	return answer, err
}

// tieRows adds the rows of a fact that are asked for.
func (v *view) tieRows(rows *[]TieRow, f sifted) error {
	var found []BacksRow
	if err := v.backsRows(&found, f); err != nil {
		return err
	}
	for _, b := range found {
		*rows = append(*rows, TieRow{
			Fact: b.Fact, Subject: b.Patron, Relation: f.Relation, Object: b.Client, Polarity: b.Polarity,
			AllegedOnly: b.AllegedOnly, Modalities: b.Modalities, Kinds: b.Kinds, Phase: b.Phase, Ended: b.Ended, Valid: b.Valid,
			Contested: b.Contested, Denials: b.Denials, DeniedBy: b.DeniedBy, Sources: b.Sources, Speakers: b.Speakers,
			Deniers: b.Deniers, Articles: b.Articles, First: b.First, Last: b.Last, Evidence: b.Evidence,
			Statements: b.Statements, Against: b.Against,
		})
	}
	return nil
}
