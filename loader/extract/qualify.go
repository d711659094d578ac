package extract

import (
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// qualifier is how the text stands to a tie: is it so, who says so, is it over.
type qualifier struct {
	polarity graph.Polarity
	modality graph.Modality
	speaker  graph.ID
	via      graph.ID
	phase    graph.Phase
	// attempt: it was tried; purpose: it was what something else was done for.
	attempt, purpose bool
	// failed: it was tried in vain.
	failed bool
	// void: the text says nothing that could be a statement, as behind "if".
	void bool
}

func (q *qualifier) allege(m graph.Modality) {
	if q.polarity == graph.Affirmed {
		q.polarity, q.modality = graph.Alleged, m
	}
}

func (q *qualifier) deny() {
	switch q.polarity {
	case graph.Denied:
		q.void = true // not denied is not affirmed
	default:
		q.polarity, q.modality = graph.Denied, ""
	}
}

// qualifyVerb tells how the text stands to what the verb group says.
func (s *sentence) qualifyVerb(v *group) qualifier {
	q := qualifier{polarity: graph.Affirmed}
	s.climb(v, &q)
	s.attribute(v.first, &q)
	return q
}

// climb goes from a verb up to those that it depends on, and takes from each what it does to the tie.
func (s *sentence) climb(v *group, q *qualifier) {
	for depth := 0; v != nil && depth < 6; depth++ {
		s.ownMarks(v, q)
		up := v.governor
		switch v.link {
		case conditional:
			q.void = true
			return
		case toLink:
			if s.underIntent(v, q); q.void {
				return
			}
			s.underInfinitive(up, q)
		case thatLink:
			if v.report != nil {
				s.underNoun(v.report, q)
				if up != nil && q.speaker == "" {
					q.speaker = s.speakerOf(up)
				}
				return
			}
			s.underReport(up, q)
			if up != nil && up.negated {
				q.void = q.void || q.polarity == graph.Affirmed
			}
			v = nil
			continue
		case prepositional:
			s.underGerund(v, up, q)
			return
		case jointLink:
			if v.finite && up != nil && up.infinitive {
				return
			}
		case participial:
			if up != nil && !up.negated {
				s.inheritReport(up, q)
			}
			return
		case relativeLink:
			return
		default:
			return
		}
		v = up
	}
}

// ownMarks takes the verb group's own negation, modal verb and adverbs.
func (s *sentence) ownMarks(v *group, q *qualifier) {
	if v.negated && !s.untilThen(v) || v.subject != nil && s.lower[v.subject.first] == "no" || v.object != nil && s.lower[v.object.first] == "no" {
		q.deny()
	}
	switch v.modal {
	case "may", "might", "could", "can":
		q.allege(graph.Suspected)
	case "will", "wo", "would", "shall", "’ll", "'ll", "’d", "'d":
		q.allege(graph.Planned)
	case "should", "must", "ought":
		q.allege(graph.Demanded)
	}
	for i := v.first - 1; i <= v.last && i < len(s.lower); i++ {
		if i < 0 {
			continue
		}
		if i < v.first && !v.negated && isNegation(s.lower[i]) && !s.untilThen(v) {
			q.deny() // "never left": the adverb stands before the verb group
		}
		switch s.lower[i] {
		case "allegedly", "reportedly", "purportedly", "supposedly":
			q.allege(graph.Claimed)
		case "apparently", "possibly", "likely", "presumably", "perhaps", "probably":
			q.allege(graph.Suspected)
		case "still", "continuously", "currently":
			q.phase = graph.Ongoing
		case "once", "formerly", "previously":
			q.phase = graph.Ended
		}
	}
}

// underInfinitive: the tie is what a verb before "to" is about.
func (s *sentence) underInfinitive(up *group, q *qualifier) {
	if up == nil {
		q.purpose = true
		return
	}
	class := s.doc.reader.classes
	switch {
	case up.passive && class.any(up.lemma, "accuse", "claim", "say"):
		q.allege(graph.Claimed)
	case up.passive && class.any(up.lemma, "suspect"), up.lemma == "appear" || up.lemma == "seem":
		q.allege(graph.Suspected)
	case class.has("deny", up.lemma):
		q.deny()
		q.speaker = s.speakerOf(up)
	case class.has("fail", up.lemma):
		q.deny()
		q.failed = up.lemma == "fail"
	case class.has("attempt", up.lemma):
		q.attempt = true
	case class.has("plan", up.lemma):
		q.allege(graph.Planned)
	case class.has("threaten", up.lemma):
		q.allege(graph.Threatened)
	case class.has("offer", up.lemma):
		q.allege(graph.Offered)
	case class.has("demand", up.lemma):
		q.allege(graph.Demanded)
		q.speaker = s.speakerOf(up)
	case class.has("begin", up.lemma) && up.object == nil:
		q.phase = graph.Started
	case class.has("end", up.lemma) && up.object == nil:
		q.phase = graph.Ended
	case up.lemma == "continue":
		q.phase = graph.Ongoing
	case class.has("help", up.lemma) || up.lemma == "have" || up.lemma == "manage" || up.lemma == "come" || up.lemma == "go" || up.lemma == "force" || s.able(up):
	default:
		q.purpose = true
	}
}

// able reports whether the verb is the "be" of "was able to", which what follows was.
func (s *sentence) able(v *group) bool {
	return v.lemma == "be" && v.complement != nil && v.complement.kind == adjKind && v.complement.lemma == "able"
}

// untilThen reports whether "until" or "for" with a time follows the negated verb: "did not leave until 1962" says that
// it left.
func (s *sentence) untilThen(v *group) bool {
	for k := v.index + 1; k < len(s.groups) && k < v.index+6; k++ {
		switch g := s.groups[k]; g.kind {
		case stopKind, verbKind:
			return false
		case prepKind, compKind:
			if g.lemma == "until" || g.lemma == "till" || g.lemma == "for" && g.last < len(s.lower) && s.lower[g.last] == "another" {
				return true
			}
		}
	}
	return false
}

// underReport: the tie is what somebody says, claims, denies.
func (s *sentence) underReport(up *group, q *qualifier) {
	if up == nil {
		return
	}
	class := s.doc.reader.classes
	speaker, via := s.voiceOf(up)
	q.via = via
	if q.speaker == "" {
		q.speaker = speaker
	}
	switch {
	case class.has("deny", up.lemma):
		q.deny()
	case class.has("claim", up.lemma), class.has("accuse", up.lemma) && up.lemma != "suspect":
		q.allege(graph.Claimed)
	case class.has("suspect", up.lemma) && up.lemma != "believe":
		q.allege(graph.Suspected)
	case up.lemma == "believe":
		q.allege(graph.Suspected)
	case class.has("threaten", up.lemma):
		q.allege(graph.Threatened)
	case class.has("offer", up.lemma):
		q.allege(graph.Offered)
	case class.has("demand", up.lemma):
		q.allege(graph.Demanded)
	case class.has("plan", up.lemma):
		q.allege(graph.Planned)
	}
}

// underGerund: "accused Iran of arming", "denied backing", "stopped supplying", "threatened X by bombing".
func (s *sentence) underGerund(v, up *group, q *qualifier) {
	if up == nil {
		return
	}
	class := s.doc.reader.classes
	prep := ""
	if v.index > 0 && s.groups[v.index-1].kind == prepKind {
		prep = s.groups[v.index-1].lemma
	}
	switch {
	case class.has("accuse", up.lemma) && (prep == "of" || prep == "for" || prep == "over"):
		q.allege(graph.Claimed)
		q.speaker = s.speakerOf(up)
	case class.has("deny", up.lemma) && prep != "by" && prep != "after":
		q.deny()
		q.speaker = s.speakerOf(up)
	case prep == "without" || prep == "instead_of" || prep == "from":
		q.deny()
	case prep == "before" || prep == "for":
		q.purpose = true
	default:
		s.inheritReport(up, q)
	}
}

// inheritReport takes over who says, denies or plans the clause that a participle goes with.
func (s *sentence) inheritReport(up *group, q *qualifier) {
	if up.modal != "" {
		s.ownMarks(up, q)
	}
	switch up.link {
	case thatLink:
		s.underReport(up.governor, q)
	case conditional:
		q.void = true
	}
}

// attribute looks for who says the whole sentence: "..., X said", "according to X".
func (s *sentence) attribute(trigger int, q *qualifier) {
	for i, g := range s.groups {
		switch {
		case g.kind == prepKind && g.lemma == "according_to" && i+1 < len(s.groups):
			speaker, via := s.voice(s.groups[i+1])
			if q.speaker == "" {
				q.speaker = speaker
			}
			if q.via == "" {
				q.via = via
			}
		case g.kind == verbKind && g.first > trigger && g.finite && g.object == nil && s.doc.reader.reports(g.lemma) && s.trails(i):
			speaker, via := s.voiceOf(g)
			if q.speaker == "" {
				q.speaker, q.via = speaker, via
			}
			switch {
			case s.doc.reader.classes.has("claim", g.lemma):
				q.allege(graph.Claimed)
			case s.doc.reader.classes.has("suspect", g.lemma):
				q.allege(graph.Suspected)
			case s.doc.reader.classes.has("deny", g.lemma):
				q.void = true
			}
		}
	}
}

// trails reports whether the reporting verb follows what it reports: its subject stands right behind a comma or quote,
// or behind the verb.
func (s *sentence) trails(i int) bool {
	g := s.groups[i]
	if g.subject != nil && g.subject.index > 0 && g.subject.index < i {
		before := s.groups[g.subject.index-1]
		return before.kind == commaKind || before.kind == quoteKind
	}
	return i > 0 && (s.groups[i-1].kind == commaKind || s.groups[i-1].kind == quoteKind)
}

// voiceOf gives who speaks through a reporting verb: the speaker, and the agency that quotes.
func (s *sentence) voiceOf(v *group) (speaker, via graph.ID) {
	subject := v.subject
	if v.passive {
		subject = nil
		for _, a := range v.args {
			if a.prep == "by" {
				subject = a.noun
			}
		}
	}
	if subject == nil && v.index+1 < len(s.groups) && s.groups[v.index+1].kind == nounKind {
		subject = s.groups[v.index+1]
	}
	speaker, via = s.voice(subject)
	if via == "" && v.object != nil {
		if told, agency := s.voice(v.object); agency != "" && told == "" {
			via = agency
		}
	}
	return speaker, via
}

func (s *sentence) speakerOf(v *group) graph.ID {
	speaker, _ := s.voiceOf(v)
	return speaker
}

// voice gives the speaker that a noun group names: a person, an actor, or the actor whose officials speak.
func (s *sentence) voice(g *group) (speaker, via graph.ID) {
	if g == nil {
		return "", ""
	}
	if agency := s.agency(g); agency != "" {
		return "", agency
	}
	if len(g.actor) > 0 {
		return g.actor[0].id, ""
	}
	for _, k := range g.names {
		if sense := s.doc.choose(s.names[k].senses, true); sense.Entry != nil {
			return sense.Entry.ID, ""
		}
	}
	if g.possessor != nil && len(g.possessor.actor) > 0 {
		return g.possessor.actor[0].id, ""
	}
	for _, a := range g.after {
		if (a.prep == "of" || a.prep == "for") && len(a.noun.actor) > 0 {
			return a.noun.actor[0].id, ""
		}
	}
	return "", ""
}

// agency gives the news agency or paper that the noun group names, or empty.
func (s *sentence) agency(g *group) graph.ID {
	head := strings.ToLower(s.words[g.head])
	if s.doc.reader.classes.has("media", head) {
		return graph.NewID(s.words[g.head], "")
	}
	if g.head > g.first && s.doc.reader.classes.has("media", s.lower[g.head-1]+"_"+head) {
		return graph.NewID(s.text(g.head-1, g.head+1), "")
	}
	return ""
}

// qualifyNoun tells how the text stands to what a noun says: "denied support for", "plans for an attack on".
func (s *sentence) qualifyNoun(g *group) qualifier {
	q := qualifier{polarity: graph.Affirmed}
	if s.lower[g.first] == "no" {
		q.deny()
	}
	for i := g.first; i < g.head; i++ {
		switch s.lower[i] {
		case "alleged", "purported", "supposed", "reported", "claimed":
			q.allege(graph.Claimed)
		case "suspected", "possible", "potential", "likely":
			q.allege(graph.Suspected)
		case "planned", "proposed", "future":
			q.allege(graph.Planned)
		case "threatened":
			q.allege(graph.Threatened)
		case "former", "past":
			q.phase = graph.Ended
		}
	}
	verb := g.verb
	if over := s.nounBefore(g); over != nil {
		s.underNoun(over, &q)
		if over.verb != nil {
			verb = over.verb
		}
	}
	if verb != nil {
		s.underVerb(g, verb, &q)
	}
	s.attribute(g.head, &q)
	return q
}

// qualifyOffice tells how the text stands to an office. What its holder does says nothing of the office, but "is not
// the leader" and "the former leader" do.
func (s *sentence) qualifyOffice(g *group) qualifier {
	q := qualifier{polarity: graph.Affirmed}
	if s.precededBy(g, "former", "ousted", "late", "ex") {
		q.phase = graph.Ended
	}
	if s.precededBy(g, "alleged", "self-styled", "suspected") {
		q.allege(graph.Claimed)
	}
	for _, v := range s.groups {
		if v.kind == verbKind && v.copula && v.complement != nil && (v.complement == g || contains(v.complement.conjuncts, g)) {
			s.climb(v, &q)
		}
	}
	return q
}

// nounBefore gives the noun group that g is attached to by a preposition: "accusations of support".
func (s *sentence) nounBefore(g *group) *group {
	if g.index < 2 || s.groups[g.index-1].kind != prepKind || s.groups[g.index-2].kind != nounKind {
		return nil
	}
	return s.groups[g.index-2]
}

// underNoun: the tie stands behind a noun for a claim, a plan, an end.
func (s *sentence) underNoun(over *group, q *qualifier) {
	switch over.lemma {
	case "accusation", "allegation", "claim", "charge":
		if over.verb != nil && over.role == "obj" && s.doc.reader.classes.has("deny", over.verb.lemma) {
			q.deny()
			return
		}
		q.allege(graph.Claimed)
	case "speculation", "belief", "report", "rumour", "rumor", "suspicion", "fear", "sign", "evidence", "indication":
		if s.lower[over.first] == "no" || over.verb != nil && over.verb.negated {
			q.deny()
			return
		}
		if over.lemma != "evidence" {
			q.allege(graph.Suspected)
		}
	case "plan", "intention", "proposal", "prospect", "possibility", "preparation":
		q.allege(graph.Planned)
	case "threat", "risk", "danger":
		q.allege(graph.Threatened)
	case "offer", "promise", "pledge":
		q.allege(graph.Offered)
	case "call", "demand", "request", "appeal", "need", "requirement":
		q.allege(graph.Demanded)
	case "end", "halt", "suspension", "cut", "termination", "cessation":
		q.phase = graph.Ended
	case "lack", "absence", "denial", "refusal":
		q.deny()
	}
}

// underVerb: the tie's noun is an object, or stands in another role, of a verb.
func (s *sentence) underVerb(g, verb *group, q *qualifier) {
	class := s.doc.reader.classes
	object := g.role == "obj" || g.role == "iobj" || verb.passive && g.role == "subj"
	switch {
	case object && class.has("deny", verb.lemma):
		if verb.negated {
			q.void = true
			return
		}
		q.deny()
		q.speaker = s.speakerOf(verb)
		return
	case object && class.has("end", verb.lemma):
		q.phase = graph.Ended
	case object && class.has("demand", verb.lemma), g.role == "for" && class.has("demand", verb.lemma):
		q.allege(graph.Demanded)
		q.speaker = s.speakerOf(verb)
	case object && class.has("threaten", verb.lemma):
		q.allege(graph.Threatened)
	case object && class.has("offer", verb.lemma):
		q.allege(graph.Offered)
	case object && class.has("plan", verb.lemma):
		q.allege(graph.Planned)
	case object && class.has("fail", verb.lemma):
		q.void = true
		return
	case object && class.has("begin", verb.lemma):
		q.phase = graph.Started
	case object && class.has("accuse", verb.lemma):
		q.speaker = s.speakerOf(verb)
	}
	if object || g.role == "with" {
		s.climb(verb, q)
	} else {
		s.inheritReport(verb, q)
	}
}

// denying gives the index of the first token from which a denial in the sentence governs what follows, or the number
// of tokens where there is none. It is the net under all rules: nothing behind it is ever affirmed.
func (s *sentence) denying() (from, to int) {
	for i, g := range s.groups {
		if g.kind != verbKind || !s.doc.reader.classes.has("deny", g.lemma) || s.tokens[g.head].Tag == text.NN {
			continue
		}
		end := len(s.tokens)
		for k := i + 1; k < len(s.groups); k++ {
			if next := s.groups[k]; next.kind == stopKind || next.kind == conjKind && next.lemma == "but" || next.kind == compKind && next.lemma != "that" {
				end = next.first
				break
			}
		}
		return g.last, end
	}
	return len(s.tokens), len(s.tokens)
}
