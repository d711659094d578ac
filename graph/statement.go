package graph

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"
)

// Statement is one article's word for one tie.
type Statement struct {
	ID       uuid.UUID `json:"id"`
	Article  uuid.UUID `json:"article"`
	Subject  ID        `json:"subject"`
	Relation Relation  `json:"predicate"`
	Object   ID        `json:"object"`
	Polarity Polarity  `json:"polarity"`
	// Modality says how an alleged tie is meant; other polarities have none.
	Modality Modality `json:"modality,omitempty"`
	// Speaker is who says so: the person named, else the actor; empty is the article's own voice.
	Speaker ID `json:"speaker,omitempty"`
	// Citations are the places of the article that say so, in their order; never none.
	Citations []Citation `json:"citations"`
}

// Polarity is how a statement stands to its tie.
type Polarity string

const (
	Affirmed Polarity = "affirmed"
	Alleged  Polarity = "alleged"
	Denied   Polarity = "denied"
)

// Polarities lists them, the surest first.
func Polarities() []Polarity { return []Polarity{Affirmed, Alleged, Denied} }

// Modality is how an alleged tie is meant.
type Modality string

const (
	Claimed    Modality = "claimed"
	Suspected  Modality = "suspected"
	Planned    Modality = "planned"
	Demanded   Modality = "demanded"
	Offered    Modality = "offered"
	Threatened Modality = "threatened"
)

// Modalities lists them, from word to deed.
func Modalities() []Modality {
	return []Modality{Claimed, Suspected, Planned, Demanded, Offered, Threatened}
}

// Predicate is the edge that stands for the relation under the polarity, in the store and in RDF. Only affirmed ties
// stand under the relation's plain name, so that the plainest query never takes a denial for a fact.
func (s Statement) Predicate() string { return EdgeName(s.Relation, s.Polarity) }

// EdgeName is the name of the relation's edge under the polarity: backs, backs_alleged, backs_denied.
func EdgeName(relation Relation, polarity Polarity) string {
	if polarity == Affirmed {
		return string(relation)
	}
	return string(relation) + "_" + string(polarity)
}

// Fact is the id of the tie that the statement is about.
func (s Statement) Fact() uuid.UUID { return FactID(s.Subject, s.Relation, s.Object) }

// Kinds gives the kinds of support of all citations, sorted.
func (s Statement) Kinds() []Kind {
	var kinds []Kind
	for _, c := range s.Citations {
		kinds = append(kinds, c.Kinds...)
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// Valids gives the distinct dates of all citations, sorted.
func (s Statement) Valids() []Valid {
	return distinct(s.Citations, func(c Citation) Valid { return c.Valid })
}

// Phases gives the distinct phases of all citations, sorted.
func (s Statement) Phases() []Phase {
	return distinct(s.Citations, func(c Citation) Phase { return c.Phase })
}

// Confidence is that of the surest citation.
func (s Statement) Confidence() Confidence {
	var best Confidence
	for _, c := range s.Citations {
		best = max(best, c.Confidence)
	}
	return best
}

// start is the first day of the earliest stated date, or empty.
func (s Statement) start() string {
	if valids := s.Valids(); len(valids) > 0 {
		first, _, _ := valids[0].Bounds()
		return first
	}
	return ""
}

// Normalize brings the statement to the form in which it is kept: ends of symmetric relations and citations sorted,
// doubles dropped, the id derived.
func (s *Statement) Normalize() {
	s.Subject, s.Object = s.orderedEnds()
	for i := range s.Citations {
		slices.Sort(s.Citations[i].Kinds)
		if s.Citations[i].Kinds = slices.Compact(s.Citations[i].Kinds); len(s.Citations[i].Kinds) == 0 {
			s.Citations[i].Kinds = nil // one form of none, so that equal statements are equal
		}
	}
	slices.SortFunc(s.Citations, Citation.Compare)
	s.Citations = slices.CompactFunc(s.Citations, func(a, b Citation) bool { return a.Compare(b) == 0 })
	s.ID = StatementID(*s)
}

// orderedEnds sorts the ends of a symmetric relation, and swaps the marks with them.
func (s *Statement) orderedEnds() (ID, ID) {
	subject, object := s.Relation.Order(s.Subject, s.Object)
	if subject != s.Subject {
		for i := range s.Citations {
			marks := &s.Citations[i].Marks
			marks.Subject, marks.Object = marks.Object, marks.Subject
		}
	}
	return subject, object
}

// Validate reports the first way in which the statement breaks the model, or nil.
func (s Statement) Validate() error {
	row, ok := s.Relation.Row()
	switch {
	case !ok:
		return fmt.Errorf("statement %s: relation %q is unknown", s.ID, s.Relation)
	case s.Subject == "" || s.Object == "":
		return fmt.Errorf("statement %s: an end is missing", s.ID)
	case s.Subject == s.Object:
		return fmt.Errorf("statement %s: %q is both ends", s.ID, s.Subject)
	case row.Symmetric && s.Object < s.Subject:
		return fmt.Errorf("statement %s: ends of %s are not sorted", s.ID, s.Relation)
	case !slices.Contains(Polarities(), s.Polarity):
		return fmt.Errorf("statement %s: polarity %q is unknown", s.ID, s.Polarity)
	case (s.Polarity == Alleged) != (s.Modality != ""):
		return fmt.Errorf("statement %s: %s with modality %q", s.ID, s.Polarity, s.Modality)
	case s.Modality != "" && !slices.Contains(Modalities(), s.Modality):
		return fmt.Errorf("statement %s: modality %q is unknown", s.ID, s.Modality)
	case len(s.Citations) == 0:
		return fmt.Errorf("statement %s: no citation", s.ID)
	case s.ID != StatementID(s):
		return fmt.Errorf("statement %s: its words give the id %s", s.ID, StatementID(s))
	}
	var errs []error
	for _, c := range s.Citations {
		if err := c.Validate(); err != nil {
			errs = append(errs, fmt.Errorf("statement %s: %w", s.ID, err))
		}
	}
	return errors.Join(errs...)
}

// CompareStatements orders statements by subject, relation, object, polarity, article and id.
func CompareStatements(a, b Statement) int {
	return cmp.Or(
		cmp.Compare(a.Subject, b.Subject),
		cmp.Compare(a.Relation, b.Relation),
		cmp.Compare(a.Object, b.Object),
		cmp.Compare(a.Polarity, b.Polarity),
		bytes.Compare(a.Article[:], b.Article[:]),
		bytes.Compare(a.ID[:], b.ID[:]),
	)
}

// distinct gives the non-empty values of the citations, sorted, each once.
func distinct[T ~string](citations []Citation, value func(Citation) T) []T {
	var values []T
	for _, c := range citations {
		if v := value(c); v != "" {
			values = append(values, v)
		}
	}
	slices.Sort(values)
	return slices.Compact(values)
}
