package queries

import (
	"github.com/google/uuid"

	"entente.example/graph"
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
	// Statements say so, the earliest article's first. They may be the index's own: none may change them.
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
	t, denied := c.tally(), f.denied.tally()
	s := Said{
		Polarity:    polarity,
		AllegedOnly: polarity == graph.Alleged && f.affirmed.count == 0,
		Modalities:  notNil(t.Modalities), Kinds: notNil(t.Kinds.List()), Phase: t.Phase, Ended: t.Phase == graph.Ended,
		Valid: notNil(t.Valids), Denials: f.denied.count, DeniedBy: v.sources(f.denied.origins()),
		Sources: v.sources(c.origins()), Speakers: v.refs(t.Speakers), Deniers: v.refs(denied.Speakers),
		Articles: t.Articles, First: t.First, Last: t.Last, Statements: v.ids(c), Against: []uuid.UUID{},
		Reviewed: t.Confirmed, Rejected: t.Out == c.count,
	}
	for _, other := range against {
		s.Contested = s.Contested || other.count > 0
		s.Against = append(s.Against, v.ids(other)...)
	}
	var err error
	s.Evidence, err = v.evidence(c.best())
	return s, err
}

// ids are those of the statements of a claim, where they are asked for.
func (v *view) ids(c *claim) []uuid.UUID {
	if v.opts.Brief {
		return []uuid.UUID{}
	}
	return c.ids()
}

func (v *view) tie(f *sifted, polarity graph.Polarity) (TieRow, error) {
	said, err := v.said(f, polarity)
	return TieRow{Fact: v.factID(f.Fact), Subject: v.ref(f.Subject), Relation: f.Relation, Object: v.ref(f.Object), Said: said}, err
}
