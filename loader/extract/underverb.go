package extract

import "entente.example/graph"

// underVerb: the tie's noun is an object, or stands in another role, of a verb.
func (s *sentence) underVerb(g, verb *group, q *qualifier) {
	object := isObject(g, verb)
	if s.doubted(g, verb, q) || s.putOff(g, verb, q) {
		return
	}
	if s.stipulated(g, verb) {
		q.allege(graph.Planned)
		return
	}
	if object && verb.negated && s.doc.reader.classes.has("tolerate", verb.lemma) {
		q.void = true // "would not tolerate an attack on X"
		return
	}
	if s.given(g, verb) && !s.planSays(g, verb) {
		s.underGiven(g, verb, q)
		return
	}
	if object && (s.supposed(verb) || s.asksWhen(verb)) {
		q.void = true // "Should X launch an attack on Y"
		return
	}
	if s.awaited(verb) {
		q.allege(graph.Planned) // "will leave when X launches an attack"
	}
	if s.undone(g, verb, q) || !(object && s.foils(verb)) && (s.ruledOut(g, verb, q) || s.inRole(g, verb, q)) {
		return
	}
	if object || g.role == "with" {
		s.climb(verb, q)
	} else {
		s.inheritReport(verb, q)
		if q.polarity == graph.Denied && g.role == "subj" && g.definite && !verb.copula && !verb.passive && !s.doc.reader.classes.has("occur", verb.lemma) {
			q.void = true // "denied that the attack had surprised it" does not deny the attack
		}
	}
}

// isObject reports whether the noun group is what the verb is done to, or for.
func isObject(g, verb *group) bool { return undergoes(g, verb) || g.role == "iobj" }

// doubted takes what the verb says of how sure the tie of its noun is, and reports whether no more is to be asked.
func (s *sentence) doubted(g, verb *group, q *qualifier) bool {
	class, object := s.doc.reader.classes, isObject(g, verb)
	if object && verb.negated && (verb.lemma == "confirm" || verb.lemma == "acknowledge" || verb.lemma == "admit") {
		q.void = true
		return true
	}
	if class.has("sway", g.lemma) && (g.role == "under" || g.role == "in" || g.role == "at") && stays(verb.lemma) {
		s.climb(verb, q) // "is not under the control of"
		return true
	}
	if g.role == "for" && verb.copula && verb.negated && verb.subject != nil && verb.subject.lemma == "it" {
		return true // "if it had not been for the attack on X"
	}
	if verb.modal != "" && (object && class.has("reckon", verb.lemma) || g.role == "to" && (verb.lemma == "respond" || verb.lemma == "react")) {
		q.void = true // "would treat an attack on X as one on itself"
		return true
	}
	if s.deemed(g) != nil {
		q.allege(graph.Suspected) // "is seen as the backer of"
		q.speaker = s.speakerOf(verb)
		return true
	}
	if s.complainsOf(g, verb) {
		q.allege(graph.Claimed) // "complained of Rwandan support for X"
		q.speaker = s.speakerOf(verb)
		return true
	}
	if object && !verb.infinitive && !verb.negated && class.has("sending", g.lemma) && mootsSending(verb.lemma) {
		q.allege(graph.Planned)
		return true
	}
	if object && s.negates(verb) && (class.has("verify", verb.lemma) || verb.lemma == "prove") || g.role == "subj" && s.unprovenBehind(verb) {
		q.allege(graph.Claimed) // "was never proved", "remains unproven"
		return true
	}
	if object && s.unconfirmed(verb.subject) {
		q.allege(graph.Claimed) // "unverified video shows X fighters in Y"
	}
	return false
}

// putOff takes what the verb says of a deed or support that is delayed, stopped or to come, and reports whether no more is to be asked.
func (s *sentence) putOff(g, verb *group, q *qualifier) bool {
	class, object := s.doc.reader.classes, isObject(g, verb)
	if object && !verb.negated && class.has("defer", verb.lemma) && class.any(g.lemma, "deed", "sending") {
		if class.has("postpone", verb.lemma) {
			q.allege(graph.Planned) // "delayed the deployment"
		}
		q.void = q.void || q.polarity == graph.Affirmed // "shelved the deployment"
		return true
	}
	if g.role == "subj" && s.runsOut(g, verb, q) {
		return true
	}
	if object && !verb.negated && class.has("defer", verb.lemma) && class.has("support", g.lemma) && s.stopped(verb) {
		if class.has("postpone", verb.lemma) {
			q.allege(graph.Planned) // "delayed its support"
			return true
		}
		q.phase = graph.Ended // "cancelled its support"
	}
	if object && verb.negated && class.has("welcome", verb.lemma) {
		q.allege(graph.Planned) // "does not want Y's troops in X": they may come
		return true
	}
	if object && g.lemma == "presence" && verb.infinitive && class.has("establish", verb.lemma) && (verb.link == toLink || verb.governor == nil) && !verb.negated {
		q.allege(graph.Planned) // "to establish a presence in X": nobody is there yet
	}
	if object && (s.unstopped(verb) || s.letsBe(verb)) {
		return true // "could not prevent the attack"
	}
	return false
}

// underGiven takes what the verb does to a tie that it takes for so.
func (s *sentence) underGiven(g, verb *group, q *qualifier) {
	class, object := s.doc.reader.classes, isObject(g, verb)
	if object && class.has("end", verb.lemma) && verb.finite && verb.modal == "" && !verb.negated {
		q.phase = graph.Ended
	}
	if verb.link == conditional {
		q.void = true
	}
	if object && s.chargedWith(verb) {
		q.allege(graph.Claimed) // "accused X of refusing to end its support"
	}
	if up := verb.governor; object && verb.gerund && verb.link == prepositional && up != nil && class.any(up.lemma, "accuse", "deny") {
		s.climb(verb, q) // "accused X of orchestrating the attack"
	}
}

// undone takes verbs that say of the tie of the noun that nothing came of it, and reports whether it is one.
func (s *sentence) undone(g, verb *group, q *qualifier) bool {
	class := s.doc.reader.classes
	switch {
	case g.role == "subj" && s.falls(verb), g.role == "at" && verb.copula && (verb.negated || s.wordsBefore(verb.first, "far", "from")):
		q.deny() // "the aid never came", "are not at war"
	case g.role == "of" && verb.lemma == "come" && verb.subject != nil && (s.nobody(verb.subject) || class.has("nobody", verb.subject.lemma)), // "nothing came of"
		g.role == "for" && (verb.lemma == "mistake" || verb.lemma == "take" && verb.passive) || g.role == "as" && verb.lemma == "pass_off",
		g.role == "about" && lies(verb.lemma), g.role == "subj" && class.has("menace", g.lemma) && class.has("fade", verb.lemma):
		q.void = true // "lied about arms for X", "the threat of war has passed"
	default:
		return false
	}
	return true
}

// foils reports whether an army stops what was begun: "army units foiled an attack on the post".
func (s *sentence) foils(verb *group) bool {
	return (verb.lemma == "foil" || verb.lemma == "thwart") && verb.subject != nil && s.doc.reader.classes.has("force", verb.subject.lemma)
}

// ruledOut takes verbs that block, fail to do or rule out the tie of the noun, and reports whether it is one.
func (s *sentence) ruledOut(g, verb *group, q *qualifier) bool {
	class, object := s.doc.reader.classes, isObject(g, verb)
	switch {
	case object && (class.has("block", verb.lemma) || verb.infinitive && verb.lemma == "avoid") && !verb.negated:
		q.allege(graph.Planned) // "blocked the delivery", "prevented an invasion"
	case g.role == "subj" && s.onPaper(verb), object && (class.any(verb.lemma, "fail", "block") || verb.lemma == "oppose"), g.role == "against" && verb.lemma == "warn" && verb.object == nil,
		object && class.has("deny", verb.lemma) && verb.negated:
		q.void = true
	case object && class.has("ruleout", verb.lemma) && verb.lemma != "oppose" && (verb.lemma != "avoid" || verb.passive) && !verb.negated:
		q.deny()
		q.speaker = s.speakerOf(verb)
	default:
		return false
	}
	return true
}

// inRole takes verbs that tell of the tie of the noun by the role in which it stands, and reports whether no more is to be asked.
func (s *sentence) inRole(g, verb *group, q *qualifier) bool {
	class, object := s.doc.reader.classes, isObject(g, verb)
	switch {
	case g.role == "of" && verb.lemma == "warn", g.role == "for" && class.has("brace", verb.lemma):
		q.allege(graph.Planned)
	case object && class.has("deny", verb.lemma) && s.idleDenial(verb), object && verb.lemma == "claim" && class.has("support", g.lemma) && !s.doc.reader.frames.event(g.lemma), object && class.has("doubt", verb.lemma):
		q.allege(graph.Claimed) // "neither confirmed nor denied an attack", "claimed Turkish support for", "doubted its support for"
		return true
	case object && class.has("deny", verb.lemma):
		q.deny()
		q.speaker = s.speakerOf(verb)
		return true
	case object && verb.infinitive && class.has("verify", verb.lemma) && s.yetTo(verb):
		q.allege(graph.Claimed) // "has yet to confirm an attack"
		return true
	case object && class.has("invent", verb.lemma):
		q.void = true
		return true
	case g.role == "subj" && (verb.lemma == "appear" || verb.lemma == "seem" || verb.lemma == "look") && verb.last < len(s.lower) && class.any(s.lower[verb.last], "unlikely", "looming"),
		g.role == "subj" && verb.copula && verb.complement != nil && class.any(verb.complement.lemma, "unlikely", "looming"), g.role == "subj" && verb.lemma == "loom":
		q.allege(graph.Suspected)
	case g.role == "subj" && s.onAgenda(verb):
		q.allege(graph.Planned)
	case g.role == "subj" && class.has("begin", verb.lemma) && verb.negated:
		q.deny() // "the withdrawal has not begun"
		return true
	case g.role == "of" && verb.lemma == "accuse" && (verb.negated || s.wordsBefore(verb.first, "short", "of")):
		q.void = true // "stopped short of accusing X of the attack"
		return true
	case (g.role == "of" || g.role == "for" || g.role == "over" || g.role == "with") && class.has("accuse", verb.lemma), s.implicates(g, verb):
		q.allege(graph.Claimed)
		q.speaker = s.speakerOf(verb)
	case g.role == "for" && verb.lemma == "call" && verb.object != nil:
		q.allege(graph.Claimed) // "calls it an aggressor for its support"
		q.speaker = s.speakerOf(verb)
	case s.planSays(g, verb):
		q.allege(graph.Planned) // "the proposal includes the deployment of", "the plans rely on air strikes"
	case !g.definite && s.hints(verb, g.role):
		q.allege(graph.Planned) // "hinted at an attack"
	case g.role == "against" && class.has("plead", verb.lemma):
		q.void = true // "argued against an attack"
		return true
	case g.role == "for" && class.has("plead", verb.lemma):
		q.allege(graph.Demanded)
	case g.role == "against" && verb.lemma == "warn" && verb.object != nil:
		q.allege(graph.Suspected) // "warned Chad against an attack"
	case decides(g, verb):
		q.allege(graph.Demanded)
	case g.role == "for" && class.any(verb.lemma, "demand", "desire"):
		q.allege(graph.Demanded)
		q.speaker = s.speakerOf(verb)
	case object:
		s.underObject(verb, q)
	}
	return false
}
