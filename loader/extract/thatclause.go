package extract

import "entente.example/graph"

// underThat: the tie stands in a clause with "that", behind a verb of saying or a noun such as "reports".
func (s *sentence) underThat(v, up *group, q *qualifier) {
	if v.report != nil {
		s.underTold(v, up, q)
		return
	}
	if s.takesForSo(up) {
		return
	}
	classes := s.doc.reader.classes
	if say := aside(up); say != nil && classes.has("say", say.lemma) || s.reproofOf(up) {
		q.allege(graph.Claimed) // "the rebels, who Chad says are armed by Sudan", "jailed a man for saying that"
	}
	switch {
	case s.tellsNothing(v, up), up != nil && (s.yetToProve(up) || s.inRetracted(up)):
		q.void = true
		return
	case s.tellsUntruth(v, up):
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
	if up == nil {
		return
	}
	s.underSeeming(up, q)
	if up.copula && up.subject != nil && up.complement == nil && classes.any(up.subject.lemma, "report", "standpoint") {
		s.underStandpoint(up.subject, q)
		return
	}
	if s.chance(up) || up.copula && up.complement != nil && classes.has("possible", up.complement.lemma) {
		q.allege(graph.Suspected) // "chances are that", "there is a chance that", "it is possible that"
	}
	if up.infinitive && up.governor != nil && classes.any(up.governor.lemma, "fail", "deny") {
		q.void = true // "refused to confirm that"
		return
	}
	s.underReport(v, up, q)
	s.assertsOnly(up, q)
	if s.negates(up) && !s.phraseDenied(up) {
		q.void = q.void || classes.any(up.lemma, "suspect", "claim") && v.modal == "" || q.polarity != graph.Alleged || classes.has("deny", up.lemma)
	}
}

// underClause keeps what a noun takes for so from being told as a fact where its whole clause is denied: "it is not true that Goma came
// under fire from the M23" says nothing of such fire. What is new to the article is only claimed with its clause: "critics claim that ten died
// in French air strikes".
func (s *sentence) underClause(g *group, q *qualifier) {
	v := g.verb
	if g.kind == verbKind || v == nil || q.polarity == graph.Denied || q.void {
		return
	}
	for depth := 0; depth < 4 && v.governor != nil && (v.link == toLink || v.link == jointLink || v.link == participial || v.link == prepositional); depth++ {
		v = v.governor
	}
	clause := qualifier{polarity: graph.Affirmed}
	switch {
	case s.calledUntrue(v):
		clause.deny()
	case v.link == thatLink:
		s.underThat(v, v.governor, &clause)
	}
	q.void = clause.void || clause.polarity == graph.Denied
	if clause.polarity == graph.Alleged && (clause.modality == graph.Claimed || clause.modality == graph.Suspected) && q.polarity == graph.Affirmed && !g.definite && g.possessor == nil && !isPossessive(s.lower[g.first]) {
		q.polarity, q.modality, q.speaker = clause.polarity, clause.modality, clause.speaker
	}
}

// underTold: the clause is what a noun before it tells, "denied reports that".
func (s *sentence) underTold(v, up *group, q *qualifier) {
	classes := s.doc.reader.classes
	if s.shaky(v) {
		q.allege(graph.Suspected)
	}
	q.void = q.void || s.takenBack(v) || up != nil && up.object == v.report && classes.has("retract", up.lemma)
	if v.report.lemma == "doubt" {
		s.underDoubt(v.report, up, q)
	} else {
		s.underNoun(v.report, q)
	}
	if q.speaker == "" && !q.charged && q.polarity == graph.Alleged {
		q.speaker = s.claimant(v.report)
	}
	if up != nil && q.speaker == "" && !q.charged && (q.polarity != graph.Alleged || s.voices(up)) && !(classes.has("deny", up.lemma) && s.idleDenial(up)) {
		q.speaker = s.speakerOf(up)
	}
}

// tellsNothing reports whether nobody says that the clause is so: "few believe that", "imagined that", "asked that".
func (s *sentence) tellsNothing(v, up *group) bool {
	if up == nil {
		return s.calledUnlikely(v) || len(s.groups) > 0 && s.nobody(s.groups[0])
	}
	who := max(up.first-1, 0)
	if up.subject != nil {
		who = up.subject.first
	}
	return s.lower[who] == "few" || s.lower[who] == "hardly" ||
		s.asksFor(up) || s.unsaid(up) || s.calledUnlikely(v) || !up.negated && s.doc.reader.classes.has("daydream", up.lemma)
}

// yetToProve reports whether somebody is only to prove what the clause tells: "prosecutors must prove that".
func (s *sentence) yetToProve(up *group) bool {
	switch up.lemma {
	case "prove", "show", "demonstrate", "establish", "substantiate":
		return up.modal == "must" || up.modal == "should" || up.infinitive && up.governor != nil && up.governor.object == nil && (up.governor.lemma == "have" || up.governor.lemma == "need")
	}
	return false
}

// inRetracted reports whether the clause is told by what somebody takes back: "retracted a story that said that".
func (s *sentence) inRetracted(up *group) bool {
	over := up.governor
	return over != nil && over.object != nil && (up.subject == nil || up.subject == over.object) && (up.link == relativeLink || up.link == thatLink) &&
		s.doc.reader.classes.has("report", over.object.lemma) && s.doc.reader.classes.has("retract", over.lemma)
}

// tellsUntruth reports whether the words around the clause say that it is not so: "pretended that", "wrongly claimed that".
func (s *sentence) tellsUntruth(v, up *group) bool {
	return s.belied(up) || s.calledUntrue(v) ||
		up != nil && !up.negated && (up.lemma == "pretend" || s.wrongly(up) && s.doc.reader.classes.any(up.lemma, "claim", "say", "accuse", "suspect"))
}

// underSeeming: the clause is what seems or is said to be so, "it appears that", "it is said that".
func (s *sentence) underSeeming(up *group, q *qualifier) {
	if up.negated {
		return
	}
	if up.lemma == "appear" || up.lemma == "seem" || s.doc.reader.classes.has("theorise", up.lemma) || persuaded(up) || s.presumed(up) {
		q.allege(graph.Suspected)
	}
	if up.lemma == "say" && up.passive {
		q.allege(graph.Claimed)
	}
}

// underStandpoint: the clause is what a report or a line that somebody takes is said to be, "the official line is that", "Chad's suspicion is
// that".
func (s *sentence) underStandpoint(g *group, q *qualifier) {
	if s.underNoun(g, q); s.doc.reader.classes.has("standpoint", g.lemma) {
		q.allege(graph.Claimed)
	}
	if q.speaker == "" {
		q.speaker = s.claimant(g)
	}
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
