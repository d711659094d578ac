package graph

import (
	"cmp"
	"slices"

	"github.com/google/uuid"
)

// Tie is all that a subgraph's statements say of one subject, relation and object under one polarity: a line in a
// picture, a row in an edge list.
type Tie struct {
	// Fact is the id that the tie shares with those of other polarities.
	Fact     uuid.UUID
	Subject  ID
	Relation Relation
	Object   ID
	Polarity Polarity
	// Statements say so, that of the earliest article first (of undated ones last); never none.
	Statements []Statement
	// Against are the statements that say otherwise, in the same order: the denials of an affirmed or alleged tie,
	// the affirmations and allegations of a denied one.
	Against []Statement
	// Sources are the distinct origins of Statements, AgainstSources those of Against, sorted: see Origin. Copies of
	// one article are one origin, where the subgraph tells which those are: see Subgraph.MarkCopies.
	Sources, AgainstSources []string
	// Kinds of support that any statement names, sorted.
	Kinds []Kind
	// Modalities of an alleged tie, in the order of Modalities.
	Modalities []Modality
	// Valids are the dates that the texts give, sorted.
	Valids []Valid
	// Phase is what the latest article that tells one tells: ended, else ongoing, else started; or empty.
	Phase Phase
	// First and Last are the dates of the earliest and the latest article, or empty.
	First, Last Valid
	// Confidence is that of the surest reading.
	Confidence Confidence
	// Article is that of the first statement, Sentence its first citation's.
	Article  Article
	Sentence string
}

// Ended reports whether the latest word on the tie is that it is over.
func (t Tie) Ended() bool { return t.Phase == Ended }

// Ties joins the statements of a sorted subgraph (see [Subgraph.Normalize]) to ties, sorted by subject, relation,
// object and polarity.
func Ties(g Subgraph) []Tie {
	facts := map[uuid.UUID][]Statement{}
	for _, s := range g.Statements {
		facts[s.Fact()] = append(facts[s.Fact()], s)
	}
	var ties []Tie
	for _, statements := range facts {
		for _, polarity := range Polarities() {
			if tie, ok := newTie(g, polarity, statements); ok {
				ties = append(ties, tie)
			}
		}
	}
	slices.SortFunc(ties, func(a, b Tie) int {
		return cmp.Or(
			cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Relation, b.Relation),
			cmp.Compare(a.Object, b.Object), cmp.Compare(a.Polarity, b.Polarity),
		)
	})
	return ties
}

// newTie makes the tie of one polarity from all statements of a fact, or reports false where none has it.
func newTie(g Subgraph, polarity Polarity, statements []Statement) (Tie, bool) {
	t := Tie{Fact: statements[0].Fact(), Polarity: polarity}
	for _, s := range statements {
		switch {
		case s.Polarity == polarity:
			t.Statements = append(t.Statements, s)
		case s.Polarity == Denied, polarity == Denied:
			t.Against = append(t.Against, s)
		}
	}
	if len(t.Statements) == 0 {
		return Tie{}, false
	}
	sortByDate(g, t.Statements)
	sortByDate(g, t.Against)
	first := t.Statements[0]
	t.Relation = first.Relation
	t.Subject, t.Object = first.Relation.Order(first.Subject, first.Object)
	t.Article, _ = g.Article(first.Article)
	if len(first.Citations) > 0 {
		t.Sentence = first.Citations[0].Sentence
	}
	t.Sources, t.AgainstSources = origins(g, t.Statements), origins(g, t.Against)
	t.gather(g)
	return t, true
}

// gather fills in what the statements, which are in the order of their dates, tell together.
func (t *Tie) gather(g Subgraph) {
	for _, s := range t.Statements {
		t.Kinds = append(t.Kinds, s.Kinds()...)
		t.Valids = append(t.Valids, s.Valids()...)
		t.Confidence = max(t.Confidence, s.Confidence())
		if phases := s.Phases(); len(phases) > 0 {
			t.Phase = phases[0] // sorted, and the alphabet has ended before ongoing before started
		}
		if s.Modality != "" {
			t.Modalities = append(t.Modalities, s.Modality)
		}
		article, _ := g.Article(s.Article)
		if date := article.Date(); date != "" {
			t.First = cmp.Or(t.First, date)
			t.Last = date
		}
	}
	slices.Sort(t.Kinds)
	t.Kinds = slices.Compact(t.Kinds)
	slices.Sort(t.Valids)
	t.Valids = slices.Compact(t.Valids)
	slices.SortFunc(t.Modalities, func(a, b Modality) int {
		return cmp.Or(
			cmp.Compare(slices.Index(Modalities(), a), slices.Index(Modalities(), b)),
			cmp.Compare(a, b),
		)
	})
	t.Modalities = slices.Compact(t.Modalities)
}

// sortByDate brings the statements of the earliest articles to the front, of undated ones to the end.
func sortByDate(g Subgraph, statements []Statement) {
	slices.SortFunc(statements, func(a, b Statement) int {
		articleA, _ := g.Article(a.Article)
		articleB, _ := g.Article(b.Article)
		return cmp.Or(
			cmp.Compare(firstDay(articleA.Date()), firstDay(articleB.Date())),
			slices.Compare(a.Article[:], b.Article[:]), slices.Compare(a.ID[:], b.ID[:]),
		)
	})
}

// origins gives the distinct origins of all statements, sorted.
func origins(g Subgraph, statements []Statement) []string {
	var all []string
	for _, s := range statements {
		article, _ := g.Article(s.Article)
		article.ID = s.Article // also where the subgraph lacks the article
		for _, c := range s.Citations {
			all = append(all, Origin(s, c, article))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Origin says where a citation's word comes from, so that two papers that quote one mayor count once: the speaker,
// else the agency quoted, else the publisher of the article's first appearance, else the article itself (its id). For
// a copy it is the publisher, or the id, of what it was copied from. A publisher is named as an entity is, so that an
// agency and its own article are one origin.
func Origin(s Statement, c Citation, article Article) string {
	said := cmp.Or(string(s.Speaker), string(c.Via))
	if article.CopyOf != uuid.Nil {
		return cmp.Or(said, string(article.FirstPublisher), article.CopyOf.String())
	}
	return cmp.Or(said, string(NewID(article.Publisher(), "")), article.ID.String())
}
