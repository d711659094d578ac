package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// climb goes from a verb up to those that it depends on, and takes from each what it does to the tie.
func (s *sentence) climb(v *group, q *qualifier) {
	marked := true // the verb's own negation and modal reach down to the tie
	for depth := 0; v != nil && depth < 6; depth++ {
		if marked {
			s.ownMarks(v, q)
		}
		marked = true
		up := v.governor
		switch v.link {
		case conditional:
			q.void = true
			return
		case toLink:
			if s.underTo(v, up, q) {
				return
			}
		case thatLink:
			if s.underThat(v, up, q); q.polarity == graph.Affirmed && s.subjunctive(v, up) {
				q.allege(graph.Demanded)
			}
			return
		case prepositional:
			s.underGerund(v, up, q)
			return
		case jointLink:
			if v.finite && up != nil && up.infinitive {
				return
			}
			marked = s.sharesAuxiliary(v) && s.lower[v.first-1] != "nor" // which denies by itself
		case participial:
			s.underParticiple(v, up, q)
			return
		case relativeLink:
			if s.cleftDenied(v) {
				q.deny()
			}
			s.underRelative(v, q)
			return
		default:
			return
		}
		v = up
	}
}

// underTo: the verb is an infinitive or stands like one, "ordered its army to arm X", "stopped arming X". It reports whether nothing further
// up has a say in it.
func (s *sentence) underTo(v, up *group, q *qualifier) (settled bool) {
	if s.ranked(v) { // "was the first to join", "was not the only one to join": it joined, but "has never been the first to attack"
		q.void = q.void || up != nil && slices.Contains(s.lower[max(up.first-1, 0):up.last], "never")
		return true
	}
	q.abetted = q.abetted || up != nil && up.object != nil && up.object == v.subject && s.doc.reader.classes.has("abet", up.lemma)
	if up != nil && s.settledBy(up, v, q) {
		return true
	}
	before := q.polarity
	if s.underIntent(v, q); q.void || q.polarity == graph.Denied && before != graph.Denied {
		return true
	}
	s.underInfinitive(v, up, q)
	if q.unwanted {
		s.inheritVoice(up, q)
		return true
	}
	if q.attempt && (up == nil || s.doc.reader.classes.has("block", up.lemma)) {
		q.purpose = false // "its attempt to arm X was foiled"
	}
	if up != nil && s.presupposes(up) {
		s.underPresupposing(up, q)
		return true
	}
	return false
}

// settledBy takes what the verb right above an infinitive makes of it where that is the last word on it, and reports whether it is.
func (s *sentence) settledBy(up, v *group, q *qualifier) bool {
	follows := v.index == up.index+1
	switch {
	case up.object != nil && s.lower[v.first-1] == "but" && (s.none(up.object) || s.opensWith(up.object, "little")):
		q.allege(graph.Demanded) // "has no choice but to"
	case up.passive && s.wrongly(up) && s.doc.reader.classes.any(up.lemma, "say", "claim", "report", "suspect"):
		q.deny() // "was falsely said to have taken"
		return true
	case up.copula && !up.negated && up.complement != nil && s.doc.reader.classes.has("rash", up.complement.lemma):
		q.void = true // "it would be suicidal to join"
		return true
	case s.didSo(up, q), v.gerund && s.takesForSo(up) && s.negates(up): // "did not hesitate to arm"
	case s.notExcluded(up):
		q.allege(graph.Suspected)
	case up.copula && up.complement == nil && follows && !s.perfect(v) && !s.tells(up) && !s.taskOf(up):
		q.allege(graph.Planned) // "is to send", "was to be armed"
	case up.copula && s.tokens[up.first].Tag == text.VBD && follows && s.perfect(v):
		q.void = true // "was to have invaded" in the end did not
		return true
	default:
		return false
	}
	s.inheritVoice(up, q)
	return true
}

// presupposes reports whether the verb says that what depends on it is going on, even when it is itself negated, planned
// or demanded: "refused to stop arming", "will continue to bomb".
func (s *sentence) presupposes(v *group) bool {
	return s.doc.reader.classes.any(v.lemma, "end", "prolong") && (v.object == nil || v.gerund)
}

// underPresupposing: whatever becomes of the stopping, refused or planned, the arming goes on in "refused to stop arming".
func (s *sentence) underPresupposing(up *group, q *qualifier) {
	if up.link == conditional {
		q.void = true // "unless it stops arming"
		return
	}
	if q.phase == graph.Ended && !s.stopped(up) {
		q.phase = ""
	}
	s.inheritVoice(up, q)
	s.inheritDoubt(up, q)
}

// ranked reports whether the infinitive tells who was the first, the last, the only one that did it.
func (s *sentence) ranked(v *group) bool {
	for k := v.index - 1; k >= 0 && k >= v.index-4 && !s.intention(s.groups[k]); k-- {
		switch g := s.groups[k]; g.kind {
		case nounKind:
			if first := s.lower[g.head]; isRank(first) && (first != "next" || v.governor != nil && s.tokens[v.governor.first].Tag == text.VBD) || s.precededBy(g, "first", "last", "only", "latest") {
				return true
			}
		case prepKind, adjKind:
			if g.lemma == "first" || g.lemma == "last" || g.lemma == "latest" {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// sharesAuxiliary reports whether a joined verb stands under the negation and the modal of the one before it, as in "did
// not arm or train" but not in "did not arm but trained".
func (s *sentence) sharesAuxiliary(v *group) bool {
	switch s.tokens[v.first].Tag {
	case text.VBD, text.VBZ, text.VBP, text.MD:
		return false
	case text.VBN:
		if up := v.governor; up != nil && !v.passive && (s.tokens[up.lastVerb].Tag == text.VB || v.finite && s.simplePast(up) && (up.first == 0 || !isNegation(s.lower[up.first-1]))) {
			return false // "did not wait and sent", "lost no time and sent"
		}
	}
	for k := v.index - 1; k >= 0 && k >= v.index-2; k-- {
		if s.groups[k].kind == conjKind {
			return s.groups[k].lemma != "but"
		}
	}
	return true
}

// underParticiple: the verb goes with the clause of the one above it, "advanced, capturing X", or tells what somebody is held for, "is regarded
// as backed by".
func (s *sentence) underParticiple(v, up *group, q *qualifier) {
	if up == nil {
		return
	}
	if deems(up.lemma) && v.index > 0 && s.groups[v.index-1].lemma == "as" {
		q.allege(graph.Suspected)
		q.speaker = s.speakerOf(up)
	}
	if !up.negated {
		s.inheritReport(up, q)
	}
}

// cleftDenied reports whether the clause tells what somebody else did than whom "it was not" names: "it was not X that armed Y". In "it was not
// X but Y that" Y did.
func (s *sentence) cleftDenied(v *group) bool {
	be := s.cleft(s.groups[:max(v.index-1, 0)])
	return be != nil && be.negated && (v.subject == nil || v.subject.first == 0 || s.lower[v.subject.first-1] != "but")
}

// inheritVoice takes over who says the clause of the verb, not how it is meant.
func (s *sentence) inheritVoice(v *group, q *qualifier) {
	for depth := 0; v != nil && depth < 6; depth++ {
		if v.link == thatLink && v.governor != nil && q.speaker == "" {
			q.speaker, q.via = s.voiceOf(v.governor)
		}
		v = v.governor
	}
}

// inheritReport takes over who says, denies or plans the clause that a participle goes with.
func (s *sentence) inheritReport(up *group, q *qualifier) {
	if up.modal != "" && (up.complement == nil || !s.doc.reader.classes.has("renowned", up.complement.lemma)) {
		s.ownMarks(up, q)
	}
	switch up.link {
	case thatLink:
		s.underReport(up, up.governor, q)
	case conditional:
		q.void = true
	}
}
