package llm

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/extract"
	"entente.example/loader/text"
)

// Reason is why a proposal was dropped.
type Reason string

const (
	Kept       Reason = ""
	Unanswered Reason = "the model could not be asked"
	Misquoted  Reason = "it quotes what the article does not say"
	Lengthy    Reason = "its quotation is too long to be evidence"
	Unnamed    Reason = "an end is not in its quotation"
	Nobody     Reason = "the words for an end stand for nobody that the reader knows"
	Unknown    Reason = "its relation, polarity, modality or kind is none of ours"
	Opposed    Reason = "the rules read the opposite in the same sentence"
)

// reasons lists them in the order in which they are checked.
var reasons = []Reason{Unanswered, Misquoted, Lengthy, Unnamed, Nobody, Unknown, Opposed}

// Drop is how often a reason came up.
type Drop struct {
	Reason Reason
	Count  int
}

func sortDrops(drops []Drop) {
	slices.SortStableFunc(drops, func(a, b Drop) int { return cmp.Compare(b.Count, a.Count) })
}

// confidence is that of all that a model proposes: as likely right as wrong until somebody measures that model, and just
// not hidden.
const confidence = 50

// checker holds the proposals about one document against it.
type checker struct {
	doc       graph.Document
	extractor string
	mentions  []extract.Mention
	sentences []text.Sentence
	entities  map[graph.ID]graph.Entity
	heard     []graph.Statement // by the rules
}

func newChecker(rules *extract.Reader, doc graph.Document, extractor string) *checker {
	c := &checker{
		doc: doc, extractor: extractor, mentions: rules.Mentions(doc), sentences: text.Sentences(doc.Text),
		entities: map[graph.ID]graph.Entity{},
	}
	for _, m := range c.mentions {
		c.entities[m.Entity.ID] = m.Entity
	}
	return c
}

// listen takes what the rules read, which stands beside the proposals.
func (c *checker) listen(reading graph.Reading) {
	c.heard = reading.Statements
	for _, e := range reading.Entities {
		c.entities[e.ID] = e
	}
}

// check makes a statement of a proposal, or tells why it does not.
func (c *checker) check(p proposal) (graph.Statement, Reason) {
	relation := graph.Relation(p.Relation)
	row, ok := relation.Row()
	if !ok || !slices.Contains(graph.Polarities(), p.Polarity) || p.Modality != nil && !slices.Contains(graph.Modalities(), *p.Modality) {
		return graph.Statement{}, Unknown
	}
	for _, kind := range p.Kinds {
		if !slices.Contains(graph.Kinds(), kind) {
			return graph.Statement{}, Unknown
		}
	}
	quote, reason := c.locate(p.Quote)
	if reason != Kept {
		return graph.Statement{}, reason
	}
	subject, object, trigger := c.within(quote, p.Subject), c.within(quote, p.Object), c.within(quote, p.Trigger)
	if subject.Len() == 0 || object.Len() == 0 {
		return graph.Statement{}, Unnamed
	}
	if trigger.Len() == 0 {
		trigger = graph.Span{quote[0], quote[0]}
	}
	from, to := c.standsFor(subject, false), c.standsFor(object, row.ObjectIsPlace)
	if from == "" || to == "" || from == to {
		return graph.Statement{}, Nobody
	}
	sentence := c.sentence(quote)
	s := graph.Statement{
		Article: c.doc.ID, Subject: from, Relation: relation, Object: to, Polarity: p.Polarity, Speaker: c.speaker(p.Speaker),
		Citations: []graph.Citation{{
			Sentence: c.doc.Text[sentence[0]:sentence[1]], Span: sentence,
			Marks: graph.Marks{Subject: shift(subject, sentence), Trigger: shift(trigger, sentence), Object: shift(object, sentence)},
			Rule:  "llm", Extractor: c.extractor, Confidence: confidence,
		}},
	}
	if relation == graph.Backs {
		s.Citations[0].Kinds = slices.Clone(p.Kinds)
	}
	if p.Polarity == graph.Alleged {
		s.Modality = graph.Claimed
		if p.Modality != nil {
			s.Modality = *p.Modality
		}
	}
	s.Normalize()
	if c.opposed(s) {
		return graph.Statement{}, Opposed
	}
	if s.Validate() != nil {
		return graph.Statement{}, Unknown
	}
	return s, Kept
}

// locate finds a quotation in the article, letter for letter.
func (c *checker) locate(quote string) (graph.Span, Reason) {
	quote = strings.TrimSpace(quote)
	if quote == "" {
		return graph.Span{}, Misquoted
	}
	at := strings.Index(c.doc.Text, quote)
	switch {
	case at < 0:
		return graph.Span{}, Misquoted
	case len(quote) > graph.MaxSentence:
		return graph.Span{}, Lengthy
	}
	return graph.Span{at, at + len(quote)}, Kept
}

// within finds words in a quotation; none gives an empty span.
func (c *checker) within(quote graph.Span, words string) graph.Span {
	words = strings.TrimSpace(words)
	at := strings.Index(c.doc.Text[quote[0]:quote[1]], words)
	if words == "" || at < 0 {
		return graph.Span{quote[0], quote[0]}
	}
	return graph.Span{quote[0] + at, quote[0] + at + len(words)}
}

// standsFor gives the entity that words stand for: the one whose mention covers most of them.
func (c *checker) standsFor(words graph.Span, place bool) graph.ID {
	var best graph.ID
	covered := 0
	for _, m := range c.mentions {
		if m.Entity.IsPlace() != place {
			continue
		}
		if n := min(m.Span[1], words[1]) - max(m.Span[0], words[0]); n > covered {
			best, covered = m.Entity.ID, n
		}
	}
	return best
}

// speaker gives who is quoted, where the article names him somewhere in these words.
func (c *checker) speaker(words *string) graph.ID {
	if words == nil || strings.TrimSpace(*words) == "" {
		return ""
	}
	at := strings.Index(c.doc.Text, strings.TrimSpace(*words))
	if at < 0 {
		return ""
	}
	return c.standsFor(graph.Span{at, at + len(strings.TrimSpace(*words))}, false)
}

// sentence widens a quotation to the whole sentences that it is of, where evidence may be so long.
func (c *checker) sentence(quote graph.Span) graph.Span {
	whole := quote
	for _, s := range c.sentences {
		if s.Start < quote[1] && s.End > quote[0] {
			whole[0], whole[1] = min(whole[0], s.Start), max(whole[1], s.End)
		}
	}
	if whole.Len() > graph.MaxSentence {
		return quote
	}
	return whole
}

// opposed reports whether the rules deny, in the same words, what the model affirms: then nobody may take it for a fact.
func (c *checker) opposed(s graph.Statement) bool {
	if s.Polarity != graph.Affirmed {
		return false
	}
	for _, other := range c.heard {
		if other.Fact() != s.Fact() || other.Polarity != graph.Denied {
			continue
		}
		for _, citation := range other.Citations {
			if citation.Span[0] < s.Citations[0].Span[1] && citation.Span[1] > s.Citations[0].Span[0] {
				return true
			}
		}
	}
	return false
}

// named gives the entities of the statements, sorted.
func (c *checker) named(statements []graph.Statement) []graph.Entity {
	used := map[graph.ID]bool{}
	for _, s := range statements {
		used[s.Subject], used[s.Object] = true, true
		used[s.Speaker] = s.Speaker != ""
	}
	var entities []graph.Entity
	for id, in := range used {
		if e, ok := c.entities[id]; in && ok {
			entities = append(entities, e)
		}
	}
	slices.SortFunc(entities, func(a, b graph.Entity) int { return cmp.Compare(a.ID, b.ID) })
	return entities
}

func shift(words, sentence graph.Span) graph.Span {
	return graph.Span{words[0] - sentence[0], words[1] - sentence[0]}
}
