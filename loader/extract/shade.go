package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// colour takes what a word of the classes "verdict", "shade" and "disposed" makes of a tie: a modality, a denial, an end, or nothing
// that could be stated.
func (s *sentence) colour(kind string, q *qualifier) {
	switch kind {
	case "", "shown":
	case "void":
		q.void = true
	case "denied":
		q.deny()
	case "purpose":
		q.purpose = true
	case "resolved":
		q.resolved, q.purpose = true, true
	case "ended":
		q.phase = graph.Ended
	default:
		q.allege(graph.Modality(kind))
	}
}

// takesPlace reports whether the verb says of the noun group for an end that it comes, and not that somebody wants, plans or refuses it:
// "announced an end to its support", but not "called for an end to its support".
func (s *sentence) takesPlace(end, v *group) bool {
	class := s.doc.reader.classes
	if end.role == "for" || end.role == "to" && v.lemma != "come" || !s.stopped(v) && end.role != "subj" {
		return false
	}
	return !undergoes(end, v) || v.lemma == "order" || !class.any(v.lemma, "demand", "plan", "threaten", "offer", "deny", "fail", "defer", "claim", "suspect")
}

// latent takes a noun for what may move somebody to a deed or enable him to it, which he need not have done: "has a duty to arm X", "is in no
// hurry to arm X", "lost the will to arm X".
func (s *sentence) latent(g *group, q *qualifier) bool {
	v := g.verb
	if v == nil || !s.doc.reader.classes.has("latent", g.lemma) {
		return false
	}
	none := s.opensWith(g, "no") || s.opensWith(g, "little")
	switch v.lemma {
	case "have", "feel", "see", "show", "get", "possess", "retain", "give":
		if g.role != "obj" || none || v.negated {
			return false // whose own "no" denies it
		}
		q.allege(graph.Planned)
	case "lose", "sap":
		if g.role != "obj" {
			return false
		}
		q.void = true
	case "be":
		if g.role != "in" && g.role != "under" {
			return false
		}
		if none || v.negated {
			q.void = true
		} else {
			q.allege(graph.Planned)
		}
	default:
		return false
	}
	return true
}

// undecided takes a gerund behind words that leave it open whether it comes to what it tells, and reports whether it did: "had second
// thoughts about sending", "boasted of having sent".
func (s *sentence) undecided(v, up *group, prep string, q *qualifier) bool {
	class := s.doc.reader.classes
	if over := s.nounBefore(v); prep == "about" && over != nil && class.has("misgiving", over.lemma) && !s.opensWith(over, "no") && (up == nil || !up.negated) {
		q.void = true
		return true
	}
	if up == nil || prep != "of" && prep != "about" || up.lemma != "boast" && up.lemma != "brag" || up.negated {
		return false
	}
	q.allege(graph.Claimed)
	q.speaker = s.speakerOf(up)
	return true
}

// awaited reports whether the verb tells when something that is yet to come will come: "will act when X attacks Y".
func (s *sentence) awaited(v *group) bool {
	if !v.finite || v.modal != "" || v.subject == nil || v.subject.index < 1 || v.subject.index > v.index {
		return false
	}
	switch before := s.groups[v.subject.index-1]; s.lower[before.first] {
	case "when", "once", "after", "until", "till", "before":
	default:
		if !before.definite || before.last != v.subject.first || !isMoment(before.lemma) {
			return false // "the day X attacks Y"
		}
	}
	if tag := s.tokens[v.first].Tag; tag != text.VBZ && tag != text.VBP {
		return false
	}
	for _, main := range s.groups {
		if main.kind == verbKind && main != v && main.finite && (main.modal == "will" || main.modal == "would" || main.modal == "must" || main.modal == "should" || main.modal == "shall") {
			return true
		}
	}
	return false
}

// pictures reports whether the verb tells of somebody's deed, in a gerund right behind him, as of what may come: "fears X attacking Y".
func (s *sentence) pictures(up, v *group) bool {
	if !v.gerund || v.subject.index+1 != v.index || up.passive || s.groups[v.subject.index-1].kind != verbKind && s.groups[v.subject.index-1].lemma != "to" {
		return false
	}
	return s.doc.reader.classes.has("picture", up.lemma) || up.lemma == "welcome" && up.modal != ""
}

// wanting reports whether the verb says of evidence that there is little or none: "is scant", "is lacking".
func (s *sentence) wanting(v *group) bool {
	return v.lemma == "lack" || v.copula && v.complement != nil && s.doc.reader.classes.has("flimsy", v.complement.lemma)
}

// unprovenBehind reports whether the verb says that what it tells of has not been shown: "remains unproven", "has yet to be proven".
func (s *sentence) unprovenBehind(v *group) bool {
	if slices.Contains(s.lower[v.first:min(v.last+1, len(s.lower))], "yet") {
		for _, shown := range s.groups[min(v.index+1, len(s.groups)):min(v.index+3, len(s.groups))] {
			if shown.infinitive && shown.passive {
				return shown.lemma == "prove" || shown.lemma == "show" || s.doc.reader.classes.has("verify", shown.lemma)
			}
		}
	}
	if v.complement == nil {
		return false
	}
	if v.negated {
		return v.complement.lemma == "proved" || v.complement.lemma == "proven" // "was never proved"
	}
	switch v.complement.lemma {
	case "unproven", "unproved", "unconfirmed", "unverified", "unsubstantiated":
		return true
	}
	return false
}

// doubts reports whether the verb makes its clause doubtful even without a "that": "doubts X armed Y", "nothing proves X armed Y".
func (s *sentence) doubts(v *group) bool {
	return s.doc.reader.classes.has("doubt", v.lemma) && !v.passive || (v.lemma == "prove" || v.lemma == "suggest") && v.subject != nil && s.doc.reader.classes.has("nobody", v.subject.lemma)
}

// tellsOf reports whether the noun group behind a verb of saying is the subject of what is said: "some say X armed Y".
func (s *sentence) tellsOf(g, say *group) bool {
	for _, v := range s.groups[g.index+1:] {
		if v.kind == verbKind {
			return v.subject == g && v.governor == say
		}
	}
	return false
}

// negates reports whether the verb is negated, be it by an adverb before it: "did not deny", "never denied".
func (s *sentence) negates(v *group) bool {
	return v.negated || v.first > 0 && isNegation(s.lower[v.first-1])
}

// meantTo takes an infinitive that tells what was meant to be, or feared: "was supposed to arm X", "feared to arm X", and reports whether
// it did.
func (s *sentence) meantTo(v, up *group, q *qualifier) bool {
	if !v.infinitive || v.index != up.index+1 {
		return false
	}
	switch {
	case up.passive && (up.lemma == "suppose" || up.lemma == "mean" || up.lemma == "intend"):
		if q.allege(graph.Planned); up.subject != nil && len(up.subject.actor) > 0 && s.tokens[up.first].Tag == text.VBD && up.lemma != "intend" {
			q.void = true // "was supposed to arm X" in the end did not
		}
	case !up.passive && (up.lemma == "fear" || up.lemma == "dread" || up.lemma == "loathe"):
		q.void = true
	default:
		return false
	}
	return true
}

// underDecision takes a deed that is talked about or decided on and not yet done: "talks on the withdrawal of", "a vote on an attack", and
// reports whether it did. What is there already is talked about as well: "talks on Turkish troops in X".
func (s *sentence) underDecision(g, over *group, q *qualifier) bool {
	switch s.lower[g.first-1] {
	case "on", "about", "over", "for", "against":
	default:
		return false
	}
	class := s.doc.reader.classes
	if !class.any(over.lemma, "talk", "accord", "motion") || !class.has("sending", g.lemma) && (g.definite || g.possessor != nil || !s.doc.reader.frames.event(g.lemma)) {
		return false
	}
	q.allege(graph.Planned)
	return true
}

// falseAhead reports whether a word behind the token says that what it tells is not so: "reports that X armed Y are false".
func (s *sentence) falseAhead(i int) bool {
	return slices.ContainsFunc(s.lower[i:], func(word string) bool {
		return s.doc.reader.classes.any(text.Lemma(word, text.NNS), "untrue")
	})
}

// accusedBehind reports whether the sentence goes on to tell of a charge, which then is what somebody denies: "armed X and was accused of
// arming Y, which it denied".
func (s *sentence) accusedBehind(anchor *group) bool {
	return slices.ContainsFunc(s.groups, func(v *group) bool {
		return v.kind == verbKind && v.index > anchor.index && v.passive && s.doc.reader.classes.has("accuse", v.lemma)
	})
}

// notFromDoing reports whether the verb's object is not kept from doing something: not "kept X from falling".
func (s *sentence) notFromDoing(v *group, _ []string) bool {
	if v.object == nil {
		return true
	}
	k := v.object.index + 1
	return k+1 >= len(s.groups) || s.groups[k].lemma != "from" || !s.groups[k+1].gerund
}

// someSay reports whether those who say it are nobody in particular: "some say", "others believe".
func (s *sentence) someSay(say *group) bool {
	if say.first == 0 {
		return false
	}
	switch s.lower[say.first-1] {
	case "some", "others", "many", "few":
		return say.subject == nil || say.subject.last == say.first && say.subject.first == say.first-1
	}
	return false
}

// helpsOthers reports whether the help that the verb's subject asks for, thanks for or is saved by is for somebody else: "asked for
// support for the rebels".
func (s *sentence) helpsOthers(anchor *group, object ref) bool {
	if anchor.kind != verbKind || object.group != anchor.subject && object.group != anchor.object {
		return false
	}
	for _, a := range anchor.args {
		if a.prep != "for" && a.prep != "by" && a.prep != "at" || !s.doc.reader.classes.has("support", a.noun.lemma) || a.noun.index+2 >= len(s.groups) || s.groups[a.noun.index] != a.noun {
			continue
		}
		prep, whom := s.groups[a.noun.index+1], s.groups[a.noun.index+2]
		if prep.lemma != "for" && prep.lemma != "to" || whom.kind != nounKind || len(whom.actor) == 0 {
			continue
		}
		if !slices.ContainsFunc(whom.actor, func(r ref) bool { return r.id == object.id }) {
			return true
		}
	}
	return false
}

// letsBe reports whether the verb tells what somebody did nothing to keep from being: "did nothing to stop the attack".
func (s *sentence) letsBe(v *group) bool {
	up := v.governor
	if !v.infinitive || up == nil || up.object == nil || up.lemma != "do" || !s.doc.reader.classes.any(v.lemma, "end", "block") {
		return false
	}
	return up.object.lemma == "nothing" || up.object.lemma == "little"
}

// neverReally reports whether the word only stresses a negation before it: "never really armed", "not even armed".
func (s *sentence) neverReally(i int) bool {
	switch s.lower[i] {
	case "really", "actually", "even", "yet", "truly", "ever", "seriously", "quite":
		return i > 0 && isNegation(s.lower[i-1])
	}
	return false
}

// givenTime reports whether the verb says how long somebody has for what the infinitive tells: "has until Friday to leave".
func (s *sentence) givenTime(v *group) bool {
	return len(s.argumentsOf(v, "until")) > 0 || len(s.argumentsOf(v, "till")) > 0 || v.object != nil && s.doc.reader.classes.has("time", v.object.lemma)
}

// reproofOf reports whether somebody is punished for saying it: "jailed a man for saying that X arms Y", "sued a daily that said".
func (s *sentence) reproofOf(say *group) bool {
	if say == nil || say.governor == nil {
		return false
	}
	if up := say.governor; up.passive && say.gerund && say.link == prepositional && s.groups[say.index-1].lemma == "for" && s.doc.reader.classes.has("punish", up.lemma) {
		return true // "was jailed for writing that"
	}
	if say.subject == nil || say.governor.object != say.subject {
		return false
	}
	return say.gerund && say.link == prepositional && s.groups[say.index-1].lemma == "for" || say.link == relativeLink && s.doc.reader.classes.any(say.governor.lemma, "punish", "accuse", "scold")
}

// asksFor reports whether the clause asks what there is to be said for what it tells: "what proof is there that".
func (s *sentence) asksFor(up *group) bool {
	if up == nil || !up.copula || up.subject == nil || !s.doc.reader.classes.has("report", up.subject.lemma) || up.subject.first == 0 && s.lower[0] != "what" {
		return false
	}
	return s.lower[up.subject.first] == "what" || s.lower[up.subject.first-1] == "what"
}

// runsOut takes what is said of how a tie goes on by itself, "has ended", "is over", "must end", "has not stopped", and reports whether the
// verb says so: whatever becomes of it, it was there.
func (s *sentence) runsOut(g, v *group, q *qualifier) bool {
	over := v.copula && v.last < len(s.lower) && s.lower[v.last] == "over" && (v.last+1 >= len(s.lower) || s.groups[v.index+1].kind == stopKind || s.tokens[v.last+1].Tag == text.Period || s.tokens[v.last+1].Tag == text.Comma)
	if v.passive || v.object != nil || !over && !s.doc.reader.classes.has("subside", v.lemma) || s.none(g) || s.opensWith(g, "any") {
		return false
	}
	if !s.negates(v) && v.modal == "" && !v.infinitive && v.link != conditional {
		q.phase = graph.Ended
	}
	s.inheritVoice(v, q)
	return true
}

// opensWith reports whether the word is the first of the noun group, or stands right before it.
func (s *sentence) opensWith(g *group, word string) bool {
	return s.lower[g.first] == word || g.first > 0 && s.lower[g.first-1] == word
}
