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
	return q
}

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
			if s.ranked(v) {
				return // "was the first to join": it joined
			}
			before := q.polarity
			q.abetted = q.abetted || up != nil && up.object != nil && up.object == v.subject && abets(up.lemma)
			if up != nil && up.object != nil && s.lower[v.first-1] == "but" && (s.none(up.object) || s.opensWith(up.object, "little")) {
				q.allege(graph.Demanded) // "has no choice but to"
				s.inheritVoice(up, q)
				return
			}
			if up != nil && up.passive && s.wrongly(up) && s.doc.reader.classes.any(up.lemma, "say", "claim", "report", "suspect") {
				q.deny() // "was falsely said to have taken"
				return
			}
			if up != nil && up.copula && !up.negated && up.complement != nil && rash(up.complement.lemma) {
				q.void = true // "it would be suicidal to join"
				return
			}
			if s.didSo(up, q) || v.gerund && s.takesForSo(up) && s.negates(up) {
				s.inheritVoice(up, q)
				return
			}
			if s.notExcluded(up) {
				q.allege(graph.Suspected)
				s.inheritVoice(up, q)
				return
			}
			if up != nil && up.copula && up.complement == nil && v.index == up.index+1 && !s.perfect(v) && !s.tells(up) && !s.taskOf(up) {
				q.allege(graph.Planned) // "is to send", "was to be armed"
				s.inheritVoice(up, q)
				return
			}
			if up != nil && up.copula && s.tokens[up.first].Tag == text.VBD && v.index == up.index+1 && s.perfect(v) {
				q.void = true // "was to have invaded" in the end did not
				return
			}
			if s.underIntent(v, q); q.void || q.polarity == graph.Denied && before != graph.Denied {
				return
			}
			marked = before == q.polarity || q.polarity != graph.Denied // "had no plans to" denies once
			s.underInfinitive(v, up, q)
			if q.unwanted {
				s.inheritVoice(up, q)
				return
			}
			if q.attempt && (up == nil || s.doc.reader.classes.has("block", up.lemma)) {
				q.purpose = false // "its attempt to arm X was foiled"
			}
			if up != nil && s.presupposes(up) {
				if up.link == conditional {
					q.void = true // "unless it stops arming"
					return
				}
				if q.phase == graph.Ended && !s.stopped(up) {
					q.phase = ""
				}
				s.inheritVoice(up, q)
				s.inheritDoubt(up, q)
				return // "refused to stop arming": whatever is refused, the arming goes on
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
			if up != nil && deems(up.lemma) && v.index > 0 && s.groups[v.index-1].lemma == "as" {
				q.allege(graph.Suspected) // "is regarded as backed by"
				q.speaker = s.speakerOf(up)
			}
			if up != nil && !up.negated {
				s.inheritReport(up, q)
			}
			return
		case relativeLink:
			if be := s.cleft(s.groups[:max(v.index-1, 0)]); be != nil && be.negated && (v.subject == nil || v.subject.first == 0 || s.lower[v.subject.first-1] != "but") {
				q.deny() // "it was not X that", where "not X but Y" did
			}
			s.underRelative(v, q)
			return
		default:
			return
		}
		v = up
	}
}

// underThat: the tie stands in a clause with "that", behind a verb of saying or a noun such as "reports".
func (s *sentence) underThat(v, up *group, q *qualifier) {
	if v.report != nil {
		if s.shaky(v) {
			q.allege(graph.Suspected)
		}
		q.void = q.void || s.takenBack(v) || up != nil && up.object == v.report && s.doc.reader.classes.has("retract", up.lemma)
		if v.report.lemma == "doubt" {
			s.underDoubt(v.report, up, q)
		} else {
			s.underNoun(v.report, q)
		}
		if q.speaker == "" && !q.charged && q.polarity == graph.Alleged {
			q.speaker = s.claimant(v.report)
		}
		if up != nil && q.speaker == "" && !q.charged && (q.polarity != graph.Alleged || s.voices(up)) && !(s.doc.reader.classes.has("deny", up.lemma) && s.idleDenial(up)) {
			q.speaker = s.speakerOf(up)
		}
		return
	}
	if s.takesForSo(up) {
		return
	}
	if say := aside(up); say != nil && s.doc.reader.classes.has("say", say.lemma) {
		q.allege(graph.Claimed) // "the rebels, who Chad says are armed by Sudan"
	}
	if up != nil && up.subject != nil && (s.lower[up.subject.first] == "few" || s.lower[up.subject.first] == "hardly") {
		q.void = true // "few believe that"
		return
	}
	if s.reproofOf(up) {
		q.allege(graph.Claimed) // "jailed a man for saying that"
	}
	if s.asksFor(up) || s.unsaid(up) || s.calledUnlikely(v) || up == nil && len(s.groups) > 0 && s.nobody(s.groups[0]) {
		q.void = true
		return
	}
	if up != nil && !up.negated && daydreams(up.lemma) {
		q.void = true // "imagined that"
		return
	}
	if s.belied(up) || s.calledUntrue(v) || up != nil && !up.negated && (up.lemma == "pretend" || s.wrongly(up) && s.doc.reader.classes.any(up.lemma, "claim", "say", "accuse", "suspect")) {
		q.deny()
		return
	}
	if g := s.saidIn(up); g != nil && s.denied(g, q) {
		return // "rejected a statement by X saying that"
	}
	if g := s.emerging(up); g != nil {
		s.underNoun(g, q)
		return
	}
	if up != nil && (up.lemma == "appear" || up.lemma == "seem" || s.doc.reader.classes.has("theorise", up.lemma) || persuaded(up) || s.presumed(up)) && !up.negated {
		q.allege(graph.Suspected) // "it appears that"
	}
	if up != nil && up.lemma == "say" && up.passive && !up.negated {
		q.allege(graph.Claimed) // "it is said that"
	}
	if up != nil && up.copula && up.subject != nil && up.complement == nil && s.doc.reader.classes.any(up.subject.lemma, "report", "standpoint") {
		if s.underNoun(up.subject, q); s.doc.reader.classes.has("standpoint", up.subject.lemma) {
			q.allege(graph.Claimed) // "the official line is that"
		}
		if q.speaker == "" {
			q.speaker = s.claimant(up.subject) // "Chad's suspicion is that"
		}
		return
	}
	if up != nil && s.chance(up) {
		q.allege(graph.Suspected) // "chances are that", "there is a chance that"
	}
	if up != nil && up.copula && up.complement != nil && maybe(up.complement.lemma) {
		q.allege(graph.Suspected) // "it is possible that"
	}
	if up != nil && up.infinitive && up.governor != nil && s.doc.reader.classes.any(up.governor.lemma, "fail", "deny") {
		q.void = true // "refused to confirm that"
		return
	}
	s.underReport(v, up, q)
	if up != nil {
		s.assertsOnly(up, q)
	}
	if up != nil && s.negates(up) && !s.phraseDenied(up) {
		q.void = q.void || s.doc.reader.classes.any(up.lemma, "suspect", "claim") && v.modal == "" || q.polarity != graph.Alleged || s.doc.reader.classes.has("deny", up.lemma)
	}
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

// presupposes reports whether the verb says that what depends on it is going on, even when it is itself negated, planned
// or demanded: "refused to stop arming", "will continue to bomb".
func (s *sentence) presupposes(v *group) bool {
	return s.doc.reader.classes.any(v.lemma, "end", "prolong") && (v.object == nil || v.gerund)
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
	q.void = q.void || v.negated && (v.modal == "must" || slices.Contains(s.lower[v.first:v.last], "should")) // "should not arm" does not say whether it does
	q.void = q.void || s.shouldHave(v) || s.yetToCome(v)
	if v.first > 1 && s.lower[v.first-1] == "once" && isNegation(s.lower[v.first-2]) {
		q.deny() // "never once armed"
	}
	if v.negated && !s.untilThen(v) || s.norBefore(v) || s.nobody(v.subject) && !s.asideOn(v) || v.object != nil && s.none(v.object) {
		q.deny()
	}
	if v.modal == "would" || v.modal == "will" || v.modal == "should" {
		q.void = q.void || s.unreal(v)
	}
	modal := v.modal
	if v.negated && s.untilThen(v) {
		if q.void = q.void || modal != "" && s.untilClause(v); q.void {
			return
		}
		modal = "" // "would not leave until 1962"
	}
	if modal != "" && slices.Contains(s.lower[v.first:v.last], "should") {
		modal = "should" // whose base form is "shall"
	}
	switch modal {
	case "may", "might", "could", "can":
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
	if v.last+1 < len(s.lower) && s.lower[v.last] == "no" && s.lower[v.last+1] == "longer" {
		q.phase = graph.Ended // "is no longer under"
	}
	q.void = q.void || s.almost(v) || s.allToDo(v) || v.subject != nil && s.lower[v.subject.first] == "all" && v.subject.first > 0 && s.lower[v.subject.first-1] == "not"
	for i := v.first - 1; i <= v.last && i < len(s.lower); i++ {
		if i < 0 {
			continue
		}
		if i < v.first && !v.negated && (isNegation(s.lower[i]) || s.neverReally(i)) && !s.untilThen(v) {
			q.deny() // "never left": the adverb stands before the verb group
		}
		s.colour(s.doc.reader.classes.kind("hedge", s.lower[i]), q)
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

// underReport: the tie is what somebody says, claims, denies.
func (s *sentence) underReport(v, up *group, q *qualifier) {
	if up == nil {
		return
	}
	class := s.doc.reader.classes
	speaker, via := s.voiceOf(up)
	q.via = via
	if up.subject != nil && up.subject.lemma == "it" && up.complement != nil {
		speaker = "" // "it became clear that" is said by nobody
	}
	if q.speaker == "" && !s.doc.reader.frames.hostile(up.lemma) {
		q.speaker = speaker
	}
	q.reported = q.reported || class.has("say", up.lemma)
	if by := s.answered(up); by != "" && q.polarity == graph.Affirmed {
		q.allege(graph.Claimed)
		q.contested, q.charged = by, true
	}
	switch {
	case class.has("deny", up.lemma) && s.idleDenial(up):
		q.void = true
	case class.has("deny", up.lemma), rulesOut(up):
		q.deny()
	case class.has("claim", up.lemma), s.someSay(up), class.has("accuse", up.lemma) && up.lemma != "suspect", s.unconfirmed(up.subject), s.reproached(up) != nil, s.counters(v, up):
		q.allege(graph.Claimed)
	case class.has("suspect", up.lemma), s.notExcluded(up), v != nil && v.gerund && class.has("insinuate", up.lemma):
		q.allege(graph.Suspected)
	case class.has("threaten", up.lemma):
		if v != nil && v.subject != nil && !v.subject.pronoun && v.subject != up.subject {
			q.allege(graph.Suspected) // "warned that Russia could attack"
		}
		q.allege(graph.Threatened)
	case class.has("offer", up.lemma):
		q.allege(graph.Offered)
	case class.has("demand", up.lemma):
		q.allege(graph.Demanded)
	case up.lemma == "wish" && v != nil && s.lower[v.first] == "had":
		q.void = true // "wished it had armed X"
	case class.has("plan", up.lemma) && up.lemma != "agree":
		q.allege(graph.Planned)
	}
}

// inheritReport takes over who says, denies or plans the clause that a participle goes with.
func (s *sentence) inheritReport(up *group, q *qualifier) {
	if up.modal != "" && (up.complement == nil || !renowned(up.complement.lemma)) {
		s.ownMarks(up, q)
	}
	switch up.link {
	case thatLink:
		s.underReport(up, up.governor, q)
	case conditional:
		q.void = true
	}
}
