package extract

import (
	"slices"

	"entente.example/graph"
)

// none reports whether the noun group denies that there is any of it: "no troops", but not "no fewer than 200 troops".
func (s *sentence) none(g *group) bool {
	if i := g.first; i > 0 && i+1 < len(s.lower) && s.lower[i-1] == "not" && (s.lower[i] == "one" || s.lower[i] == "a" && s.lower[i+1] == "single") {
		return true // "there is not a single soldier in"
	}
	return s.lower[g.first] == "no" && s.quantifier(g.first) == 0
}

// qualifyNoun tells how the text stands to what a noun says: "denied support for", "plans for an attack on".
func (s *sentence) qualifyNoun(g *group) qualifier {
	q := qualifier{polarity: graph.Affirmed}
	if s.none(g) || s.saysNo(g) {
		q.deny()
	}
	if s.wordsBefore(g.first, "yes", "to") {
		q.allege(graph.Planned) // "said yes to troops in X"
	}
	for i := g.first; i < g.head; i++ {
		s.colour(s.doc.reader.classes.kind("shade", s.lower[i]), &q)
	}
	s.doubtBefore(g, &q)
	if v := s.termed(g); v != nil {
		q.allege(graph.Claimed)
		q.speaker = s.speakerOf(v)
	}
	verb := g.verb
	if v := s.weighed(g); v != nil {
		q.allege(graph.Planned) // "the loss of X to Y would be a blow"
		verb = v
	}
	if v := s.copulaBefore(g); v != nil {
		s.climb(v, &q) // "is believed to have been an air strike"
	}
	if g.lemma == "war" && (g.role == "towards" || g.role == "toward") {
		q.allege(graph.Suspected) // "are sliding towards war"
	}
	if over := s.nounBefore(g); over != nil {
		if be := s.copulaBefore(over); be != nil && (over.lemma == "precursor" || over.lemma == "prelude") {
			s.climb(be, &q) // "could be a prelude to the conquest of"
		}
		q.void = brink(over.lemma) && over.role == "from" // "pulled back from the brink of war"
		s.underNoun(over, &q)
		q.void = q.void || q.polarity == graph.Affirmed && s.lower[over.first] == "no" // "made no mention of"
		s.underPart(g, over, &q)
		switch {
		case s.underDecision(g, over, &q):
		case s.doc.reader.classes.has("granting", over.lemma):
			verb = nil // "a review of aid" takes the aid for granted, whatever becomes of the review
		case over.verb != nil && s.groups[g.index] == g: // what is said in passing holds whatever becomes of the truce "between X and Y-backed rebels"
			verb = over.verb
			if s.doc.reader.classes.has("delivery", over.lemma) {
				g = over // "blocked the delivery of arms"
			}
		}
	}
	q.void = q.void || s.hadThere(g)
	if verb != nil {
		s.underVerb(g, verb, &q)
		q.void = q.void || s.almost(verb) // "nearly went to war"
	}
	s.attribute(g.head, &q)
	if s.lower[g.first] == "any" && q.polarity == graph.Affirmed {
		q.void = true // "is against any attack", but "denied any support"
	}
	return q
}

// qualifyOffice tells how the text stands to an office. What its holder does says nothing of the office, but "is not
// the leader" and "the former leader" do.
func (s *sentence) qualifyOffice(g *group) qualifier {
	q := qualifier{polarity: graph.Affirmed}
	if s.precededBy(g, "former", "ousted", "late", "ex") {
		q.phase = graph.Ended
	}
	s.shadeOffice(g, &q)
	if v := s.deemed(g); v != nil {
		q.allege(graph.Suspected)
		q.speaker = s.speakerOf(v)
	}
	for _, v := range s.groups {
		if v.kind != verbKind || !v.copula || v.complement == nil {
			continue
		}
		named := v.subject == g && s.headName(v.complement) != nil && s.lower[v.complement.first-1] != "but" // "its president is Roe", "is not Doe but Roe"
		if v.complement == g || slices.Contains(v.complement.conjuncts, g) || named {
			s.climb(v, &q)
			s.attribute(v.first, &q)
			if s.unverified() {
				q.allege(graph.Suspected)
			}
		}
	}
	return q
}

// shadeOffice takes what the words around an office make of it: "the purported leader", "the future president", "no leader", "nearly president".
func (s *sentence) shadeOffice(g *group, q *qualifier) {
	classes := s.doc.reader.classes
	for i := g.first; i < g.head; i++ {
		if kind := classes.kind("shade", s.lower[i]); kind != "ended" && s.lower[i] != "future" { // "the future president was born"
			s.colour(kind, q)
		}
		s.colour(classes.kind("pretence", s.lower[i]), q)
	}
	if s.none(g) && !g.plural {
		q.deny()
	}
	if g.first > 0 {
		q.void = q.void || classes.has("scarcely", s.lower[g.first-1]) || s.wordsBefore(g.first, "would", "-", "be") // "would-be Hamas fighter"
	}
}

// underNoun: the tie stands behind a noun for a claim, a plan, an end.
func (s *sentence) underNoun(over *group, q *qualifier) {
	if over.first > 0 && lacks(s.lower[over.first-1]) {
		q.void = true // "without proof that"
		return
	}
	if s.doc.reader.classes.has("untrue", over.lemma) {
		q.deny() // "it is a lie that"
		return
	}
	if over.lemma == "eve" && over.role == "on" && over.verb != nil && !over.verb.copula {
		return // "met on the eve of the attack on X"
	}
	if brink(over.lemma) || over.lemma == "point" && over.role != "obj" || over.lemma == "eve" {
		q.allege(graph.Suspected) // "on the verge of attacking"
		return
	}
	if aim(over.lemma) {
		q.purpose = over.verb == nil || !s.doc.reader.classes.has("attain", over.verb.lemma) // "set itself the goal of seizing X"
		return
	}
	switch kind := s.doc.reader.classes.kind("verdict", over.lemma); kind {
	case "ended":
		if v := over.verb; v == nil || s.takesPlace(over, v) {
			q.phase = graph.Ended
		}
	case "threatened", "offered", "demanded", "denied", "void":
		s.colour(kind, q)
	default:
		if kind == "" || s.denied(over, q) {
			return
		}
		if v := over.verb; kind == "planned" && v != nil && over.role == "obj" && !v.negated && (s.doc.reader.classes.any(v.lemma, "end", "defer") || v.lemma == "lose" || v.lemma == "dash") {
			q.void = true // "had given up hope of arming X"
			return
		}
		s.colour(kind, q)
	}
}

// denied denies the tie where the noun for a claim or a plan is itself denied: "no evidence of", "rejected claims of",
// "has not made any plans for".
func (s *sentence) denied(over *group, q *qualifier) bool {
	v := over.verb
	object := v != nil && undergoes(over, v)
	negated := v != nil && (v.negated || s.nobody(v.subject)) // "no one has shown proof that"
	switch {
	case s.baseless(over), s.noneOf(over), s.nounBefore(over) != nil && s.doc.reader.classes.kind("verdict", s.nounBefore(over).lemma) == "denied": // "the absence of evidence of"
		q.deny()
	case v != nil && (over.role == "on" && v.lemma == "pour" || over.role == "of" && v.passive && s.doc.reader.classes.has("acquit", v.lemma)):
		q.deny() // "poured cold water on reports that", "was cleared of claims that"
	case v != nil && ((over.role == "at" || over.role == "off") && s.doc.reader.classes.has("scoff", v.lemma) || over.role == "of" && v.lemma == "hear" && v.negated && (v.modal == "will" || v.modal == "would")):
		q.deny() // "scoffed at suggestions that", "would not hear of talk that"
		q.speaker = s.speakerOf(v)
	case object && s.brands(v): // "called reports that it arms X baseless"
		q.speaker = s.speakerOf(v)
		if s.charge(over, q) {
			return true
		}
		q.deny()
	case v != nil && over.role == "as" && s.doc.reader.classes.has("deny", v.lemma) && !v.negated: // "dismissed as baseless claims that"
		q.speaker = s.speakerOf(v)
		if s.charge(over, q) {
			return true
		}
		q.deny()
	case s.wordsBefore(over.first, "contrary", "to"):
		q.deny()
	case object && (s.doc.reader.classes.has("deny", v.lemma) || renounces(v.lemma) || v.passive && v.lemma == "rule_out"):
		if s.idleDenial(v) && !v.negated {
			q.allege(graph.Claimed) // "neither confirmed nor denied reports that", "no official denied reports that"
			return true
		}
		if negated {
			q.void = true
			return true
		}
		q.speaker = s.speakerOf(v)
		if s.charge(over, q) {
			return true
		}
		q.deny()
	case object && !negated && s.doc.reader.classes.has("invent", v.lemma):
		q.deny() // "invented the story that"
	case object && s.doc.reader.classes.has("retract", v.lemma), v != nil && over.role == "for" && (v.lemma == "apologise" || v.lemma == "apologize"):
		q.void = true // "retracted its claim that"
	case v != nil && over.role == "subj" && !v.negated && (s.falls(v) || s.provesUntrue(v) || v.passive && s.doc.reader.classes.has("debunk", v.lemma)):
		q.deny() // "talk of an attack is nonsense", "the story was invented"
	case s.opensWith(over, "little"), s.opensWith(over, "scant"), v != nil && over.role == "subj" && s.wanting(v):
		q.allege(graph.Suspected) // "little evidence that"
	case object && negated && s.doc.reader.classes.has("verify", v.lemma), over.lemma == "confirmation":
		q.allege(graph.Claimed) // "could not verify claims that"
	case s.opensWith(over, "no"), object && (negated || s.yetTo(v)), s.copulaBefore(over) != nil && s.copulaBefore(over).negated, v != nil && v.copula && v.negated && (v.complement == nil || over.index > v.index):
		q.deny()
	default:
		return false
	}
	return true
}

// given reports whether the noun names what is taken as known, whatever the clause around it says: "did not mention
// Russia's war", "vowed to intensify its campaign", "died in the war between".
func (s *sentence) given(g, verb *group) bool {
	classes := s.doc.reader.classes
	definite := g.definite || g.possessor != nil || isPossessive(s.lower[g.first])
	object := undergoes(g, verb)
	switch {
	case (definite || len(g.names) > 0) && (g.role == "on" || g.role == "to" || g.role == "about" || object && (verb.infinitive || verb.negated)) && classes.has("decry", verb.lemma):
		return true // "would not comment on Israeli strikes on X", "refused to discuss"
	case !object && g.role != "subj" && g.role != "with" && g.role != "for" && g.role != "of":
		return definite && !decides(g, verb) || g.role == "in" || g.role == "during" || g.role == "since"
	case object && (definite || len(g.names) > 0) && classes.has("decry", verb.lemma) && (verb.negated || verb.gerund), object && verb.lemma == "join" && len(g.names) > 0 && s.headName(g) == nil:
		return true // "has not condemned Russia's invasion", "refused to join EU sanctions"
	case definite && g.role == "subj" && !verb.passive && (verb.modal == "must" || verb.modal == "should") && classes.any(verb.lemma, "end", "prolong"):
		return true // "Chad's support for the rebels must end"
	case definite && g.role == "with" && classes.any(verb.lemma, "begin", "end"), definite && object && verb.passive && verb.negated && s.perfectTense(verb) && classes.has("foresee", verb.lemma):
		return true // "the war did not end with the attack", "the attack had not been planned"
	case definite && object && classes.has("foresee", verb.lemma) && (s.nobody(verb.subject) || s.fewOnly(verb.subject)) && s.pastForm(verb):
		return true // "nobody expected the war between"
	case object && classes.has("end", verb.lemma) && !s.opensWith(g, "a") && !s.opensWith(g, "an") && !s.opensWith(g, "any"):
		return true // "refused to end Turkish support for"
	case object && verb.infinitive && classes.has("decry", verb.lemma) && !s.opensWith(g, "a") && !s.opensWith(g, "an") && !s.opensWith(g, "any"):
		return true // "declined to discuss Turkish support for"
	case !definite || !object, classes.has("permit", verb.lemma):
		return false
	case classes.any(verb.lemma, "prolong", "end") || verb.lemma == "join" && g.possessor != nil:
		return true
	case classes.any(verb.lemma, "plan", "demand") && s.thenVerb(g):
		return true // "wanted the war to end"
	}
	return !classes.any(verb.lemma, "deny", "wage", "give", "plan", "demand", "threaten", "offer", "fail", "begin", "accuse", "suspect", "claim", "block", "augur", "desire") && verb.lemma != "see" && verb.lemma != "rule_out"
}

// thenVerb reports whether an infinitive follows the noun group and what hangs on it.
func (s *sentence) thenVerb(g *group) bool {
	for k := g.index + 1; k < len(s.groups) && k < g.index+7; k++ {
		switch next := s.groups[k]; next.kind {
		case verbKind:
			return next.infinitive
		case stopKind, commaKind, compKind, relKind:
			return false
		}
	}
	return false
}

// stays reports whether the verb tells what state something is in, or comes to be in.
func stays(lemma string) bool {
	switch lemma {
	case "be", "remain", "stay", "come", "fall", "pass", "lie", "end_up":
		return true
	}
	return false
}

// underObject takes what a verb does to a tie whose noun is its object: "ended its support", "threatened an attack".
func (s *sentence) underObject(verb *group, q *qualifier) {
	switch class := s.doc.reader.classes; {
	case verb.lemma == "call" && verb.last < len(s.lower) && s.lower[verb.last] == "off":
		q.void = true
	case class.has("end", verb.lemma) && s.stopped(verb):
		q.phase = graph.Ended
	case verb.lemma == "order" || verb.lemma == "direct": // who orders or directs a strike has it done
	case verb.lemma == "call" && s.labels(verb): // "called the attack on X a disgrace"
	case verb.lemma == "need" && verb.object != nil && class.has("support", verb.object.lemma): // which it may have
	case class.any(verb.lemma, "demand", "desire"):
		q.allege(graph.Demanded)
		q.speaker = s.speakerOf(verb)
	case class.has("threaten", verb.lemma):
		q.allege(graph.Threatened)
	case verb.lemma == "propose" || verb.lemma == "suggest" || class.has("moot", verb.lemma) && verb.lemma != "approve" && verb.lemma != "authorise" && verb.lemma != "authorize":
		q.allege(graph.Planned)
	case class.has("offer", verb.lemma):
		q.allege(graph.Offered)
	case class.has("plan", verb.lemma):
		q.allege(graph.Planned)
	case class.has("augur", verb.lemma):
		q.allege(graph.Suspected)
	case verb.lemma == "estimate" && verb.passive && s.hasPhrase(verb, "at"): // how much it is, not whether
	case class.has("suspect", verb.lemma):
		q.allege(graph.Suspected)
		q.speaker = s.speakerOf(verb)
	case verb.lemma == "allege" || verb.lemma == "assert":
		q.allege(graph.Claimed) // "alleged Chadian support for the group"
		q.speaker = s.speakerOf(verb)
	case class.has("begin", verb.lemma):
		q.phase = graph.Started
	case class.has("accuse", verb.lemma):
		q.speaker = s.speakerOf(verb)
		if verb.lemma == "blame" {
			q.allege(graph.Claimed) // "was blamed on X"
		}
	}
}

// standing tells how the text stands to troops "in" a place, which a sentence that says what they do takes for granted.
func (s *sentence) standing(g *group) qualifier {
	if s.doc.reader.classes.has("armistice", g.lemma) {
		return qualifier{polarity: graph.Affirmed} // those without a truce are at war, and those who are to keep one were
	}
	if over := s.nounBefore(g); g.kind == nounKind && over != nil && (s.doc.reader.classes.has("sending", over.lemma) || over.lemma == "presence" || over.lemma == "arrival" || over.lemma == "existence") {
		return s.qualify(over) // "denied the presence of its troops in"
	}
	if show := s.groups[max(g.index-1, 0)]; show.infinitive && show.lemma == "show" && show.governor != nil && show.governor.passive && s.doc.reader.classes.any(show.governor.lemma, "say", "claim") {
		q := s.aside(g)
		q.allege(graph.Claimed) // "a photo said to show X troops in Y"
		return q
	}
	if g.role == "obj" && g.verb != nil && !g.verb.passive && (s.doc.reader.frames.hostile(g.verb.lemma) || s.doc.reader.classes.has("tend", g.verb.lemma)) {
		q := s.aside(g) // "refused to fight the army in X"
		s.newlyClaimed(g, &q)
		return q
	}
	if be := s.copulaBefore(g); be != nil && be.subject != nil && s.lower[be.subject.head] == "there" {
		q := s.aside(g)
		if q.polarity == graph.Denied && (be.governor == nil || !s.doc.reader.classes.has("deny", be.governor.lemma)) {
			return q
		}
		s.climb(be, &q) // "denied that there were any X troops in Y"
		q.void = q.void && (q.polarity != graph.Denied || s.lower[g.first] != "any")
		return q
	}
	if g.role == "obj" || g.kind != nounKind || s.askedFor(g) {
		return s.qualify(g)
	}
	return s.aside(g)
}

// aside tells how the text stands to what the words of a group say in passing, whatever the verb does to the group: who
// tries to enter "the rebel-held town" leaves no doubt of who holds it.
func (s *sentence) aside(g *group) qualifier {
	alone := *g
	alone.verb, alone.role = nil, ""
	return s.qualifyNoun(&alone)
}
