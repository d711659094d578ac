package extract

import (
	"slices"

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
	// failed: it was tried in vain; unable: it was beyond who would have done it.
	failed, unable bool
	// charged: what is denied is that somebody lays the tie to its subject, which he does: "rejected accusations that".
	charged bool
	// contested is who denies what the rest of the sentence says: "Y backs Z, a charge that X denies".
	contested graph.ID
	// answers: it is who contests the sentence that denies it.
	answers bool
	// resolved: somebody is determined to do it, who for a fight has begun it.
	resolved bool
	// abetted: it is what somebody else was helped to do.
	abetted bool
	// reported: somebody says so, though nobody that can be named.
	reported bool
	// unwanted: somebody would not have it, so that it may come.
	unwanted bool
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
	if v.object != nil && s.doc.reader.frames.event(v.object.lemma) && s.doc.reader.classes.has("prolong", v.lemma) && s.given(v.object, v) && !s.carries(v) {
		return s.qualifyNoun(v.object) // "vowed to intensify its campaign against"
	}
	if s.supposed(v) || s.asksWhen(v) {
		q.void = true
		return q
	}
	if s.awaited(v) {
		q.allege(graph.Planned)
	}
	if s.calledUntrue(v) {
		q.deny()
		q.speaker = s.refutedBy(v)
		if up := v.governor; up != nil && v.report != nil && v.report.index > up.index && s.doc.reader.reports(up.lemma) {
			q.speaker = s.speakerOf(up) // "X said claims that it arms Y were false"
		}
		q.void = v.negated || v.object != nil && s.lower[v.object.first] == "no" // that it is false that X does not arm Y does not say that X does
	} else if s.idea(v) {
		q.void = true
		return q
	} else {
		s.climb(v, &q)
	}
	s.underTime(v, &q)
	s.attribute(v.first, &q)
	s.doubtDoer(v, &q)
	if s.unverified() {
		q.allege(graph.Suspected)
	}
	if s.provided(v) {
		q.allege(graph.Planned)
	}
	return q
}

// ownMarks takes the verb group's own negation, modal verb and adverbs.
func (s *sentence) ownMarks(v *group, q *qualifier) {
	if v.negated && v.modal != "" && s.onlyWith(v) {
		q.void = true
		return
	}
	q.void = q.void || v.negated && s.partly(v) || v.first == 0 && s.lower[0] == "let" // "Let X arm Y"
	if s.wordsBefore(v.first, "rather", "than") || s.wordsBefore(v.first, "anything", "but") || s.wordsBefore(v.first, "everything", "but") {
		q.deny() // "rather than withdraw"
	}
	if v.negated && s.shouldHave(v) {
		return // "should never have invaded": it did
	}
	s.ownNegation(v, q)
	if v.modal == "would" || v.modal == "will" || v.modal == "should" {
		q.void = q.void || s.unreal(v)
	}
	if !v.negated || !s.untilThen(v) {
		s.ownModal(v, q) // but "would not leave until 1962": it left then
	} else if q.void || v.modal != "" && s.untilClause(v) {
		q.void = true
		return
	}
	q.void = q.void || s.almost(v) || s.allToDo(v) || s.notAll(v.subject)
	s.ownAdverbs(v, q)
}

// ownNegation takes what denies the verb: "not" in its group, "no" in its subject or object. What should not be is not said to be or not.
func (s *sentence) ownNegation(v *group, q *qualifier) {
	q.void = q.void || v.negated && (v.modal == "must" || s.saysShould(v)) || s.shouldHave(v) || s.yetToCome(v)
	if v.first > 1 && s.lower[v.first-1] == "once" && isNegation(s.lower[v.first-2]) {
		q.deny() // "never once armed"
	}
	if v.passive && slices.ContainsFunc(s.argumentsOf(v, "by"), func(by *group) bool { return s.lower[by.first] == "neither" }) {
		q.deny() // "led by neither X nor Y"
	}
	if v.negated && !s.untilThen(v) || s.norBefore(v) || s.nobody(v.subject) && !s.asideOn(v) || v.object != nil && s.none(v.object) {
		q.deny()
	}
}

// saysShould reports whether "should", whose base form is "shall", stands in the verb group.
func (s *sentence) saysShould(v *group) bool {
	return slices.Contains(s.lower[v.first:v.last], "should")
}

// ownModal takes what the verb's modal makes of it: a suspicion, a plan, a demand.
func (s *sentence) ownModal(v *group, q *qualifier) {
	modal := v.modal
	if modal != "" && s.saysShould(v) {
		modal = "should"
	}
	switch modal {
	case "may", "might", "could", "can":
		if (modal == "could" || modal == "can") && s.relies(v) {
			return
		}
		q.void = q.void || v.first+3 < len(s.lower) && s.lower[v.first+1] == "as" && s.lower[v.first+2] == "well" // "might as well have armed"
		q.void = q.void || s.unreal(v) && (s.hadOnly() || s.butDidNot(v))
		q.allege(graph.Suspected)
	case "will", "wo", "would", "shall", "’ll", "'ll", "’d", "'d":
		if !s.cameAbout(v) {
			q.allege(graph.Planned)
		}
	case "should", "must", "ought":
		q.allege(graph.Demanded)
	}
}

// hedgesNumber reports whether the adverb is only about how many there were: "sent perhaps 6,000 soldiers", "possibly as many as".
func (s *sentence) hedgesNumber(i int) bool {
	if i+1 >= len(s.tokens) {
		return false
	}
	return s.tokens[i+1].Tag == text.CD || i+2 < len(s.lower) && s.lower[i+1] == "as" && (s.lower[i+2] == "many" || s.lower[i+2] == "few" || s.lower[i+2] == "much")
}

// relies reports whether the verb tells on what somebody depends, so that what he "could count on" he had.
func (s *sentence) relies(v *group) bool {
	switch v.lemma {
	case "rely", "count", "bank", "depend", "draw", "fall_back":
		return !v.negated && (s.hasPhrase(v, "on", "upon"))
	}
	return false
}

// notAll reports whether the subject leaves open who did it: "not all troops left".
func (s *sentence) notAll(subject *group) bool {
	return subject != nil && s.lower[subject.first] == "all" && subject.first > 0 && s.lower[subject.first-1] == "not"
}

// ownAdverbs takes the adverbs in and right before the verb group, which deny, hedge, or tell that it is over or still goes on.
func (s *sentence) ownAdverbs(v *group, q *qualifier) {
	if v.last+1 < len(s.lower) && s.lower[v.last] == "no" && s.lower[v.last+1] == "longer" {
		q.phase = graph.Ended // "is no longer under"
	}
	for i := max(v.first-1, 0); i <= v.last && i < len(s.lower); i++ {
		if i < v.first && !v.negated && (isNegation(s.lower[i]) || s.neverReally(i)) && !s.untilThen(v) {
			q.deny() // "never left": the adverb stands before the verb group
		}
		if !s.hedgesNumber(i) {
			s.colour(s.doc.reader.classes.kind("hedge", s.lower[i]), q)
		}
		switch s.lower[i] {
		case "longer":
			if i > 0 && s.lower[i-1] == "no" {
				q.phase = graph.Ended
			}
		case "ever":
			q.void = q.void || i > 0 && (s.lower[i-1] == "hardly" || s.lower[i-1] == "scarcely" || s.lower[i-1] == "rarely" || s.lower[i-1] == "barely")
		case "still", "continuously", "currently":
			q.phase = graph.Ongoing
		case "once", "formerly", "previously":
			q.phase = graph.Ended
		}
	}
}

// almost reports whether what the verb says came near and did not happen: "nearly took the town", but not "took nearly all
// of it".
func (s *sentence) almost(v *group) bool {
	for i := max(v.first-1, 0); i+1 < v.last; i++ {
		if s.lower[i] == "but" && i > 0 && s.lower[i-1] == "all" {
			return true // "have all but left"
		}
		if (s.lower[i] == "nearly" || s.lower[i] == "almost") && s.tokens[i+1].Tag.IsVerb() {
			return true
		}
	}
	return false
}

// nobody reports whether the subject itself denies what the verb says: "no troops", "neither Iran nor Iraq", "none of",
// "not a single soldier".
func (s *sentence) nobody(g *group) bool {
	if g == nil || s.quantifier(g.first) > 0 {
		return false
	}
	switch s.lower[g.first] {
	case "no", "neither", "none", "nobody", "zero":
		return true
	case "a", "one", "single":
		if g.first > 0 && s.lower[g.first-1] == "not" {
			return true
		}
	}
	if slices.Contains(s.lower[g.first:g.last], "nor") {
		return true
	}
	return g.first > 0 && (s.lower[g.first-1] == "neither" || s.lower[g.first-1] == "nor")
}
