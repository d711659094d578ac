package graph

import "github.com/google/uuid"

// Record is a statement with its ends spelled out, as `entente extract` prints it, one a line.
type Record struct {
	Doc        string     `json:"doc"`
	Article    uuid.UUID  `json:"article"`
	ID         uuid.UUID  `json:"id"`
	Subject    End        `json:"subject"`
	Predicate  Relation   `json:"predicate"`
	Object     End        `json:"object"`
	Polarity   Polarity   `json:"polarity"`
	Modality   *Modality  `json:"modality"`
	Speaker    *ID        `json:"speaker"`
	Via        *ID        `json:"via"`
	Kinds      []Kind     `json:"kinds"`
	Phase      *Phase     `json:"phase"`
	Valid      *Valid     `json:"valid"`
	Confidence Confidence `json:"confidence"`
	// Evidence is the first citation's sentence.
	Evidence  string           `json:"evidence"`
	Citations []RecordCitation `json:"citations"`
}

// End is one end of a record: the entity, and the words for it in the first citation.
type End struct {
	ID      ID         `json:"id"`
	Name    string     `json:"name"`
	Type    EntityType `json:"type"`
	IsState bool       `json:"isState,omitempty"`
	Mention string     `json:"mention"`
}

// RecordCitation is a citation in which what the text does not say is null rather than empty.
type RecordCitation struct {
	Sentence   string     `json:"sentence"`
	Span       Span       `json:"span"`
	Marks      Marks      `json:"marks"`
	Kinds      []Kind     `json:"kinds"`
	Valid      *Valid     `json:"valid"`
	Place      *ID        `json:"place"`
	Phase      *Phase     `json:"phase"`
	Via        *ID        `json:"via"`
	Rule       string     `json:"rule"`
	Extractor  string     `json:"extractor"`
	Confidence Confidence `json:"confidence"`
}

// Records spells out the reading's statements for the document that it was read from.
func (r Reading) Records(doc string) []Record {
	g := Subgraph{Entities: r.Entities}
	records := make([]Record, 0, len(r.Statements))
	for _, s := range r.Statements {
		first := s.Citations[0]
		record := Record{
			Doc: doc, Article: s.Article, ID: s.ID,
			Subject: g.end(s.Subject, first.Mention(first.Marks.Subject)), Predicate: s.Relation,
			Object:   g.end(s.Object, first.Mention(first.Marks.Object)),
			Polarity: s.Polarity, Modality: orNull(s.Modality), Speaker: orNull(s.Speaker), Via: orNull(first.Via),
			Kinds: append([]Kind{}, s.Kinds()...), Confidence: s.Confidence(), Evidence: first.Sentence,
		}
		if phases := s.Phases(); len(phases) > 0 {
			record.Phase = orNull(phases[len(phases)-1])
		}
		if valids := s.Valids(); len(valids) > 0 {
			record.Valid = orNull(valids[0])
		}
		for _, c := range s.Citations {
			record.Citations = append(record.Citations, RecordCitation{
				Sentence: c.Sentence, Span: c.Span, Marks: c.Marks, Kinds: append([]Kind{}, c.Kinds...),
				Valid: orNull(c.Valid), Place: orNull(c.Place), Phase: orNull(c.Phase), Via: orNull(c.Via),
				Rule: c.Rule, Extractor: c.Extractor, Confidence: c.Confidence,
			})
		}
		records = append(records, record)
	}
	return records
}

func (g Subgraph) end(id ID, mention string) End {
	e, _ := g.Entity(id)
	return End{ID: id, Name: g.Name(id), Type: e.Type, IsState: e.IsState, Mention: mention}
}

func orNull[T ~string](v T) *T {
	if v == "" {
		return nil
	}
	return &v
}
