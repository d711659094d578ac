package queries

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/ties"
)

// Said is all that is said of a tie under one polarity. Affirmed and alleged are apart, not columns of one row: their
// sources, kinds and dates differ, and a number that adds both up would let a plan pass for a delivery.
type Said struct {
	Polarity graph.Polarity `json:"polarity"`
	// AllegedOnly says that nobody affirms what is alleged.
	AllegedOnly bool `json:"allegedOnly"`
	// Modalities say how an alleged tie is meant.
	Modalities []graph.Modality `json:"modalities"`
	Kinds      []graph.Kind     `json:"kinds"`
	// Phase is the latest word on whether the tie started, goes on or ended.
	Phase graph.Phase `json:"phase,omitempty"`
	// Ended says that this word is that it ended.
	Ended bool `json:"ended"`
	// Valid are the times that the texts give.
	Valid []graph.Valid `json:"valid"`
	// Contested says that somebody denies the tie; of a denied one, that somebody affirms or alleges it.
	Contested bool `json:"contested"`
	// Denials counts the statements that deny the tie, and DeniedBy are their sources.
	Denials  int      `json:"denials"`
	DeniedBy []Source `json:"deniedBy"`
	// Sources are the distinct origins of the statements, copies of one article being one.
	Sources []Source `json:"sources"`
	// Speakers are those who say so, as far as they are not the articles themselves; Deniers those who deny it.
	Speakers []Ref `json:"speakers"`
	Deniers  []Ref `json:"deniers"`
	// Articles counts the articles, copies each.
	Articles int `json:"articles"`
	// Reviewed counts the statements whose reading a reviewer vouches for.
	Reviewed int `json:"reviewed"`
	// Rejected says that reviewers have rejected all of the statements, or put others in their place: no answer has such a
	// tie unless it is asked for.
	Rejected bool `json:"rejected"`
	// First and Last are the dates of the first and the last article.
	First    graph.Valid `json:"first,omitempty"`
	Last     graph.Valid `json:"last,omitempty"`
	Evidence Evidence    `json:"evidence"`
	// Statements say so, the earliest article's first.
	Statements []uuid.UUID `json:"statements"`
	// Against are those that deny the tie; of a denied one, those that affirm or allege it.
	Against []uuid.UUID `json:"against"`
}

// TieRow is a tie between two entities, and what is said of it under one polarity.
type TieRow struct {
	// Fact is the id of the tie, which those of other polarities share.
	Fact     uuid.UUID      `json:"fact"`
	Subject  Ref            `json:"subject"`
	Relation graph.Relation `json:"predicate"`
	Object   Ref            `json:"object"`
	Said
}

// said sums up what is said of a fact under a polarity, under which something must be said.
func (v *view) said(f *sifted, polarity graph.Polarity) (Said, error) {
	c, against := f.of(polarity), []*claim{&f.denied}
	if polarity == graph.Denied {
		against = []*claim{&f.affirmed, &f.alleged}
	}
	t, denied := v.add(c), v.add(&f.denied)
	s := Said{
		Polarity:    polarity,
		AllegedOnly: polarity == graph.Alleged && len(f.affirmed.statements) == 0,
		Modalities:  notNil(t.modalities), Kinds: notNil(t.kinds.List()), Phase: t.phase, Ended: t.phase == graph.Ended,
		Valid: notNil(t.valids), Denials: len(f.denied.statements), DeniedBy: v.sources(f.denied.cites),
		Sources: v.sources(c.cites), Speakers: v.refs(t.speakers), Deniers: v.refs(denied.speakers),
		Articles: t.articles, First: t.first, Last: t.last, Statements: v.idsOf(c.statements), Against: []uuid.UUID{},
		Reviewed: t.confirmed, Rejected: t.out == len(c.statements),
	}
	for _, other := range against {
		s.Contested = s.Contested || len(other.statements) > 0
		s.Against = append(s.Against, v.idsOf(other.statements)...)
	}
	var err error
	s.Evidence, err = v.best(c.cites)
	return s, err
}

func (v *view) tie(f *sifted, polarity graph.Polarity) (TieRow, error) {
	said, err := v.said(f, polarity)
	return TieRow{Fact: v.factID(f.Fact), Subject: v.ref(f.Subject), Relation: f.Relation, Object: v.ref(f.Object), Said: said}, err
}

// tally is what the citations of a claim tell together.
type tally struct {
	kinds       ties.Kinds
	modalities  []graph.Modality
	valids      []graph.Valid
	phase       graph.Phase
	first, last graph.Valid
	articles    int
	speakers    []ties.Node
	// confirmed and out count the statements that reviewers vouch for, and that they reject.
	confirmed, out int
}

// add sums a claim up. Its statements are in the order of their dates, so the last phase is the latest word.
func (v *view) add(c *claim) tally {
	var t tally
	article := -1
	for _, i := range c.statements {
		s := v.x.Statement(i)
		switch {
		case s.Review.Confirmed():
			t.confirmed++
		case s.Review.Out():
			t.out++
		}
		if s.Modality != "" {
			t.modalities = append(t.modalities, s.Modality)
		}
		if s.Speaker != ties.None {
			t.speakers = append(t.speakers, s.Speaker)
		}
		if s.Article != article { // those of an article stand together
			article = s.Article
			t.articles++
			if date := v.x.Date(article); date != "" {
				t.first = cmp.Or(t.first, date)
				t.last = date
			}
		}
	}
	statement := -1
	for _, cited := range c.cites {
		n := v.x.Citation(cited.citation)
		t.kinds |= n.Kinds
		if n.Valid != "" {
			t.valids = append(t.valids, n.Valid)
		}
		if n.Phase != "" && (cited.statement != statement || n.Phase < t.phase) {
			// within a statement ended goes before ongoing before started, as in the alphabet
			t.phase, statement = n.Phase, cited.statement
		}
	}
	slices.Sort(t.valids)
	t.valids = slices.Compact(t.valids)
	order := graph.Modalities()
	slices.SortFunc(t.modalities, func(a, b graph.Modality) int {
		return cmp.Compare(slices.Index(order, a), slices.Index(order, b))
	})
	t.modalities = slices.Compact(t.modalities)
	return t
}
