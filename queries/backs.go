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

// BacksAnswer says who backs whom. With a name, Backers back it and Clients are backed by it; without, Pairs are all.
// Each list is sorted: most sources first, then by the ids of patron and client, then by polarity.
type BacksAnswer struct {
	Name    *Ref       `json:"name"`
	Backers []BacksRow `json:"backers"`
	Clients []BacksRow `json:"clients"`
	Pairs   []BacksRow `json:"pairs"`
	LeftOut
}

// BacksRow is all that is said of one patron's backing of one client under one polarity. Affirmed and alleged are rows
// apart, not columns of one: their sources, kinds and dates differ, and a number that adds both up would let a plan
// pass for a delivery.
type BacksRow struct {
	// Fact is the id of the tie, which rows of other polarities share.
	Fact     uuid.UUID      `json:"fact"`
	Patron   Ref            `json:"patron"`
	Client   Ref            `json:"client"`
	Polarity graph.Polarity `json:"polarity"`
	// AllegedOnly says that nobody affirms what the row alleges.
	AllegedOnly bool `json:"allegedOnly"`
	// Modalities say how an alleged tie is meant.
	Modalities []graph.Modality `json:"modalities"`
	Kinds      []graph.Kind     `json:"kinds"`
	// Phase is the latest word on whether the support started, goes on or ended.
	Phase graph.Phase `json:"phase,omitempty"`
	// Ended says that this word is that it ended.
	Ended bool `json:"ended"`
	// Valid are the times that the texts give.
	Valid []graph.Valid `json:"valid"`
	// Contested says that somebody denies the tie; in a row of denials, that somebody affirms or alleges it.
	Contested bool `json:"contested"`
	// Denials counts the statements that deny the tie, and DeniedBy are their sources.
	Denials  int      `json:"denials"`
	DeniedBy []Source `json:"deniedBy"`
	// Sources are the distinct origins of the row's statements, copies of one article being one.
	Sources []Source `json:"sources"`
	// Speakers are those who say so, as far as they are not the articles themselves; Deniers those who deny it.
	Speakers []Ref `json:"speakers"`
	Deniers  []Ref `json:"deniers"`
	// Articles counts the articles, copies each.
	Articles int `json:"articles"`
	// First and Last are the dates of the first and the last article.
	First    graph.Valid `json:"first,omitempty"`
	Last     graph.Valid `json:"last,omitempty"`
	Evidence Evidence    `json:"evidence"`
	// Statements say so, the earliest article's first.
	Statements []uuid.UUID `json:"statements"`
	// Against are those that deny the tie; of a row of denials, those that affirm or allege it.
	Against []uuid.UUID `json:"against"`
}

// Backs answers who backs whom: everybody, or the backers and clients of Options.Name, which the store need not have.
// It ignores Options.Relations and Depth. Errors wrap ErrOption or come from the store.
func Backs(ctx context.Context, s *store.Store, opts Options) (BacksAnswer, error) {
	answer, err := backs(ctx, s, opts)
	if err != nil {
		return BacksAnswer{}, fmt.Errorf("backs: %w", err)
	}
	return answer, nil
}

func backs(ctx context.Context, s *store.Store, opts Options) (BacksAnswer, error) {
	v, err := look(ctx, s, opts)
	if err != nil {
		return BacksAnswer{}, err
	}
	answer := BacksAnswer{Backers: []BacksRow{}, Clients: []BacksRow{}, Pairs: []BacksRow{}}
	add := func(rows *[]BacksRow, f sifted) {
		if err == nil {
			err = v.backsRows(rows, f)
		}
	}
	if opts.Name == "" {
		v.facts([]graph.Relation{graph.Backs}, func(f sifted) { add(&answer.Pairs, f) })
	} else {
		name := v.refTo(opts.Name)
		answer.Name = &name
		if n, ok := v.x.Node(opts.Name); ok {
			for _, number := range v.around(n, graph.Backs) {
				rows := &answer.Backers
				if v.x.Fact(number).Subject == n {
					rows = &answer.Clients
				}
				add(rows, v.sift(number))
			}
		}
	}
	for _, rows := range [][]BacksRow{answer.Backers, answer.Clients, answer.Pairs} {
		sortBacks(rows)
	}
	answer.LeftOut = v.left
	return answer, err
}

func sortBacks(rows []BacksRow) {
	slices.SortFunc(rows, func(a, b BacksRow) int {
		return cmp.Or(
			-cmp.Compare(len(a.Sources), len(b.Sources)),
			cmp.Compare(a.Patron.ID, b.Patron.ID), cmp.Compare(a.Client.ID, b.Client.ID), cmp.Compare(a.Polarity, b.Polarity),
		)
	})
}

// backsRows adds the rows of a fact that are asked for.
func (v *view) backsRows(rows *[]BacksRow, f sifted) error {
	if v.opts.Backers != "" && v.x.IsState(f.Subject) != (v.opts.Backers == States) {
		return nil
	}
	for _, polarity := range graph.Polarities() {
		if !v.shows(polarity, f.of(polarity)) {
			continue
		}
		row, err := v.backsRow(f, polarity)
		if err != nil {
			return err
		}
		if v.opts.only(row.Ended, row.Contested, row.AllegedOnly) {
			*rows = append(*rows, row)
		}
	}
	return nil
}

func (v *view) backsRow(f sifted, polarity graph.Polarity) (BacksRow, error) {
	c, against := f.of(polarity), []*claim{&f.denied}
	if polarity == graph.Denied {
		against = []*claim{&f.affirmed, &f.alleged}
	}
	t, sum := v.add(c), v.add(&f.denied)
	row := BacksRow{
		Fact: v.factID(f.Fact), Patron: v.ref(f.Subject), Client: v.ref(f.Object), Polarity: polarity,
		AllegedOnly: polarity == graph.Alleged && len(f.affirmed.statements) == 0,
		Modalities:  notNil(t.modalities), Kinds: notNil(t.kinds.List()), Phase: t.phase, Ended: t.phase == graph.Ended,
		Valid: notNil(t.valids), Denials: len(f.denied.statements), DeniedBy: v.sources(f.denied.cites),
		Sources: v.sources(c.cites), Speakers: v.refs(t.speakers), Deniers: v.refs(sum.speakers),
		Articles: t.articles, First: t.first, Last: t.last, Statements: v.idsOf(c.statements),
		Against: []uuid.UUID{},
	}
	for _, other := range against {
		row.Contested = row.Contested || len(other.statements) > 0
		row.Against = append(row.Against, v.idsOf(other.statements)...)
	}
	var err error
	row.Evidence, err = v.best(c.cites)
	return row, err
}
