package extract

import (
	"slices"
	"unicode/utf8"

	"github.com/google/uuid"

	"entente.example/graph"
)

// reading turns the candidates that the article bears out into statements.
func (d *document) reading() graph.Reading {
	article := d.source.Article
	article.Extractor = d.reader.name
	reading := graph.Reading{Article: article}
	for _, o := range d.outcomes() {
		if o.dropped == "" {
			reading.Statements = append(reading.Statements, o.statement)
		}
	}
	reading.Statements = surest(reading.Statements)
	used := map[graph.ID]bool{}
	for _, statement := range reading.Statements {
		used[statement.Subject], used[statement.Object] = true, true
		if statement.Speaker != "" {
			used[statement.Speaker] = true
		}
	}
	for _, id := range sortedKeys(used) {
		reading.Entities = append(reading.Entities, d.entity(id))
	}
	reading.Normalize()
	return reading
}

// surest joins statements that several rules read off the same words: the surest rule is cited, with the kinds of all.
func surest(statements []graph.Statement) []graph.Statement {
	type words struct {
		statement uuid.UUID
		span      graph.Span
		marks     graph.Marks
	}
	at := map[words]int{}
	var kept []graph.Statement
	for _, s := range statements {
		c := s.Citations[0]
		key := words{s.ID, c.Span, c.Marks}
		i, again := at[key]
		if !again {
			at[key] = len(kept)
			kept = append(kept, s)
			continue
		}
		best := &kept[i].Citations[0]
		kinds := slices.Concat(best.Kinds, c.Kinds)
		if c.Confidence > best.Confidence {
			*best = c
		}
		best.Kinds = kinds
		kept[i].Normalize()
	}
	return kept
}

// outcome is what becomes of a candidate: a statement, or the reason why there is none.
type outcome struct {
	statement graph.Statement
	dropped   string
}

// tie is what a statement is about, however the text stands to it.
type tie struct {
	subject, object graph.ID
	relation        graph.Relation
}

// spoken is a tie that a sentence tells.
type spoken struct {
	sentence *sentence
	tie      tie
}

func tieOf(s graph.Statement) tie {
	t := tie{s.Subject, s.Object, s.Relation}
	if t.relation.Symmetric() && t.object < t.subject {
		t.subject, t.object = t.object, t.subject
	}
	return t
}

// outcomes tells of each candidate what becomes of it. What the article alleges and elsewhere says is so is dropped:
// alleged means that no more than a claim, a plan or a suspicion tells it.
func (d *document) outcomes() []outcome {
	states, armed := d.actingStates(), d.armed()
	outcomes := make([]outcome, len(d.candidates))
	affirmed, denied, negated := map[tie]bool{}, map[tie]bool{}, map[spoken]bool{}
	for i := range d.candidates {
		o, ok := &outcomes[i], false
		if o.dropped = d.objection(i, states, armed); o.dropped != "" {
			continue
		}
		if o.statement, ok = d.statement(&d.candidates[i]); !ok {
			o.dropped = "nothing to state"
		} else if o.statement.Polarity == graph.Denied {
			denied[tieOf(o.statement)] = true
			if c := &d.candidates[i]; c.qualifier.speaker == "" {
				negated[spoken{c.sentence, tieOf(o.statement)}] = true
			}
		}
	}
	enemies := d.enemies(outcomes)
	for i := range outcomes {
		o := &outcomes[i]
		if o.dropped != "" || o.statement.Polarity != graph.Affirmed {
			continue
		}
		if c := &d.candidates[i]; c.frame.standing && negated[spoken{c.sentence, tieOf(o.statement)}] {
			o.dropped = "not so, by the same sentence"
			continue
		}
		if d.partisan(o.statement, enemies, denied) {
			o.statement.Polarity, o.statement.Modality = graph.Alleged, graph.Claimed
			o.statement.Normalize()
			continue
		}
		affirmed[tieOf(o.statement)] = true
	}
	for i := range outcomes {
		if o := &outcomes[i]; o.dropped == "" && d.tried(o.statement, affirmed) {
			o.dropped = "planned here, and told as an attack elsewhere in the article"
		}
		if s, o := outcomes[i].statement, &outcomes[i]; o.dropped == "" && s.Relation == graph.Attacked && d.candidates[i].frame.relation == graph.Controls && affirmed[tie{s.Subject, s.Object, graph.Controls}] {
			o.dropped = "trouble with what it holds, by the same article"
		}
		if o := &outcomes[i]; o.dropped == "" && o.statement.Polarity == graph.Alleged && affirmed[tieOf(o.statement)] {
			o.dropped = "only alleged here, and said to be so elsewhere in the article"
		}
	}
	return outcomes
}

// tried reports whether what is planned for a place is told as tried or done elsewhere: an attack is the attempt to take it.
func (d *document) tried(s graph.Statement, affirmed map[tie]bool) bool {
	if s.Polarity != graph.Alleged || s.Modality != graph.Planned || s.Relation != graph.Captured && s.Relation != graph.Controls {
		return false
	}
	for _, done := range []graph.Relation{graph.Attacked, graph.Captured, graph.Controls} {
		if affirmed[tie{s.Subject, s.Object, done}] {
			return true
		}
	}
	return false
}

// actingStates are the states that the article makes act as backers, beyond their citizens.
func (d *document) actingStates() map[graph.ID]bool {
	states := map[graph.ID]bool{}
	for _, c := range d.candidates {
		if c.frame.relation == graph.Backs && !c.subject.nationals && c.qualifier.polarity == graph.Affirmed {
			states[c.subject.id] = true
		}
	}
	return states
}

// objection tells what in the whole article or the whole sentence speaks against a candidate, or is empty.
func (d *document) objection(i int, states map[graph.ID]bool, armed map[graph.ID]clients) string {
	c := &d.candidates[i]
	office := c.frame.relation == graph.Leads || c.frame.relation == graph.MemberOf // "armed Serbs led by Roe" make him no Serbian official
	for _, end := range []ref{c.subject, c.object} {
		if end.nationals && (!states[end.id] || office) && c.qualifier.polarity != graph.Denied {
			return "nationals of a state that the article does not make act"
		}
	}
	switch {
	case c.qualifier.polarity == graph.Affirmed && c.sentence.fictional():
		return "the sentence tells of fiction, a game or a falsehood"
	case c.frame.relation == graph.Fights && armed[c.object.id].besides(c.subject.id) && c.hitsMadeThing():
		return "made by who gives them to another"
	case d.overruled(i):
		return "the same words tell something that says more"
	case c.qualifier.polarity != graph.Denied && !c.qualifier.charged && !c.sentence.survivesDenial(c):
		return "stands behind a denial"
	}
	return ""
}

// overruled reports whether the same words tell something else that says more: of allies who backs whom, of "the army of
// army chief X" that it is this army that he leads.
func (d *document) overruled(i int) bool {
	c, first, last := &d.candidates[i], i, i+1
	if c.frame.relation != graph.AlliedWith && c.frame.relation != graph.MemberOf && c.frame.relation != graph.Backs {
		return false
	}
	for first > 0 && d.candidates[first-1].sentence == c.sentence {
		first--
	}
	for last < len(d.candidates) && d.candidates[last].sentence == c.sentence {
		last++
	}
	for k := first; k < last; k++ {
		other := &d.candidates[k]
		switch c.frame.relation {
		case graph.AlliedWith:
			if other.frame.relation == graph.Backs && other.trigger == c.trigger {
				return true
			}
		case graph.Backs:
			if other.frame.rule == "deployed_to.granted" && other.trigger == c.trigger && other.subject.id == c.object.id {
				return true // a base leased to a state is no support for it
			}
		case graph.MemberOf:
			if other.frame.rule == "leads.force-of" && other.subject.id == c.subject.id || c.ledBy(other) {
				return true
			}
		}
	}
	return false
}

// ledBy reports whether the other says that the member leads what he is said to belong to: "Roe of the M23, its leader".
func (c *candidate) ledBy(other *candidate) bool {
	return other.frame.relation == graph.Leads && other.subject.id == c.subject.id && other.object.id == c.object.id && other.qualifier.polarity == c.qualifier.polarity
}

// holdsStill reports whether a place is yet to be taken from its subject, who holds it then: "tried to retake Y from X", "plans to drive X
// out of Y".
func (c *candidate) holdsStill() bool {
	switch c.frame.rule {
	case "withdrew_from.taken", "withdrew_from.driven", "withdrew_from.rid":
	default:
		return false
	}
	q := c.qualifier
	ahead := q.polarity == graph.Alleged && (q.modality == graph.Planned || q.modality == graph.Threatened || q.modality == graph.Demanded)
	return (q.attempt || q.purpose || q.failed || ahead) && !c.sentence.isTerritory(c.object)
}

// statement makes a statement of a candidate, or reports false where there is nothing to state.
func (d *document) statement(c *candidate) (graph.Statement, bool) {
	relation, q := c.frame.relation, c.qualifier
	if q.failed && q.polarity == graph.Denied && relation == graph.Captured {
		relation, q.polarity = graph.Attacked, graph.Affirmed // "failed to capture the town"
	}
	if q.polarity == graph.Denied && relation == graph.MemberOf && c.frame.phase == graph.Ended {
		q.polarity, q.phase = graph.Affirmed, graph.Ongoing // who "has not left" or "refused to leave" is a member
	}
	if q.polarity == graph.Denied && c.frame.rule == "attacked.stopped" {
		return graph.Statement{}, false // whom nobody could stop attacked all the same
	}
	if q.purpose && q.polarity == graph.Denied && (relation == graph.Fights || relation == graph.Attacked || relation == graph.Captured || relation == graph.Opposes) {
		return graph.Statement{}, false // "did not let it use X to attack Y": who did not do the one need not have left the other
	}
	if c.holdsStill() {
		relation, q = graph.Controls, qualifier{polarity: graph.Affirmed, via: q.via}
	}
	if q.polarity == graph.Denied && (c.frame.rule == "fights.from" || c.frame.rule == "fights.lose-to" || c.frame.rule == "fights.held") {
		return graph.Statement{}, false // who did not take the town from X, or lose it to X, may have fought X
	}
	if q.abetted && q.polarity == graph.Denied {
		return graph.Statement{}, false // "denied helping X to take the town" does not say that X did not
	}
	if q.attempt || q.purpose && c.frame.relation != graph.Backs {
		var told bool
		if relation, told = c.attempted(relation, &q); !told {
			return graph.Statement{}, false
		}
	}
	if q.polarity == graph.Alleged && q.modality == graph.Planned && relation == graph.Leads {
		return graph.Statement{}, false
	}
	s := graph.Statement{
		Article: d.source.ID, Subject: c.subject.id, Relation: relation, Object: c.object.id,
		Polarity: q.polarity, Modality: q.modality, Speaker: q.speaker,
	}
	citation, ok := d.citation(c)
	if !ok {
		return graph.Statement{}, false
	}
	if relation != graph.Backs {
		citation.Kinds = nil
	}
	citation.Phase, citation.Via = q.phase, q.via
	if c.frame.phase != "" && (relation != graph.MemberOf || q.phase != graph.Ongoing) {
		citation.Phase = c.frame.phase
	}
	s.Citations = []graph.Citation{citation}
	s.Normalize()
	return s, true
}

// attempted gives what remains of the relation where somebody only tried to do the deed, or did something else for its end, or false where
// nothing does.
func (c *candidate) attempted(relation graph.Relation, q *qualifier) (graph.Relation, bool) {
	switch relation {
	case graph.Captured:
		return graph.Attacked, true
	case graph.Controls:
		switch c.frame.rule {
		case "controls.lord", "controls.keep":
			return "", false // who was picked to reign attacked nobody, nor did who was sent to defend the town
		case "controls.hold-on":
			return relation, true
		}
		return graph.Attacked, true
	case graph.Attacked, graph.Fights:
		return relation, true
	case graph.DeployedTo:
		if c.frame.rule == "deployed_to.enter" {
			return graph.Attacked, true // "tried to enter the town"
		}
		if q.polarity == graph.Affirmed && !q.attempt {
			return "", false // a purpose alone sends nobody
		}
	case graph.WithdrewFrom:
		if c.frame.rule == "withdrew_from.driven" {
			return "", false // an attempt to drive somebody out drove nobody out
		}
	case graph.MemberOf, graph.AlliedWith: // "its bid to join"
	case graph.Leads:
		return relation, !q.attempt // "his bid to lead"
	default:
		if !q.attempt || q.purpose {
			return relation, true
		}
	}
	q.allege(graph.Planned)
	return relation, true
}

// citation quotes the sentence of a candidate: whole, or the stretch around the marks where it is too long.
func (d *document) citation(c *candidate) (graph.Citation, bool) {
	s := c.sentence
	bytes := func(t span) graph.Span {
		if t.first == t.last {
			return graph.Span{s.tokens[t.first].Start, s.tokens[t.first].Start}
		}
		return graph.Span{s.tokens[t.first].Start, s.tokens[t.last-1].End}
	}
	subject, object, trigger := bytes(c.subjectEnd), bytes(c.objectEnd), bytes(c.trigger)
	from, to, ok := window(d.source.Text, s.start, s.end, min(subject[0], object[0], trigger[0]), max(subject[1], object[1], trigger[1]))
	if !ok {
		return graph.Citation{}, false
	}
	mark := func(m graph.Span) graph.Span { return graph.Span{m[0] - from, m[1] - from} }
	return graph.Citation{
		Sentence: d.source.Text[from:to], Span: graph.Span{from, to},
		Marks: graph.Marks{Subject: mark(subject), Trigger: mark(trigger), Object: mark(object)},
		Kinds: c.kinds, Valid: c.valid, Rule: c.frame.rule, Extractor: Version,
		Confidence: graph.Confidence(min(max(c.percent, 1), 99)),
	}, utf8.ValidString(d.source.Text[from:to])
}

// window gives the stretch of a sentence to quote: all of it, or at most [graph.MaxSentence] bytes that hold the marks,
// cut between words.
func window(doc string, start, end, first, last int) (from, to int, ok bool) {
	if end-start <= graph.MaxSentence {
		return start, end, true
	}
	if last-first > graph.MaxSentence {
		return 0, 0, false
	}
	margin := (graph.MaxSentence - (last - first)) / 2
	from, to = max(start, first-margin), min(end, last+margin)
	for from > start && from < first && doc[from-1] != ' ' {
		from++
	}
	for to < end && to > last && doc[to] != ' ' {
		to--
	}
	return from, to, true
}
