package extract

import "entente.example/graph"

// governGerund: "accused X of backing", "by capturing", "after retreating".
func (s *sentence) governGerund(left int, g *group) {
	g.link = prepositional
	g.governor = s.verbBefore(left)
	if doer, part := s.partaker(left); part != nil {
		if g.governor != nil || s.undoubted(part, g) {
			g.subject = doer // of "its role in arming X" nobody is told before the names are known
		}
		return
	}
	if g.governor == nil {
		if g.subject = s.subjectAhead(g.index); g.subject == nil && left > 1 && s.groups[left-1].kind == commaKind {
			g.subject = s.clauseHead(left - 2) // "Chad, after arming X, left"
		}
		return
	}
	if up := s.accuserAround(left); up != nil {
		g.governor = up // "accuses X, which denies it, of backing Y"
	}
	if up := g.governor; up.gerund && left > 1 && (s.groups[left-1].kind == conjKind || s.groups[left-1].kind == commaKind) && up.index > 0 && s.groups[up.index-1].lemma == s.groups[left].lemma {
		g.subject, g.governor, g.link = up.subject, up, jointLink // "accused X of backing Y and of arming Z"
		return
	}
	if head := s.beginsFurtherClause(left); head != nil {
		g.subject = head
		return
	}
	if s.gapped(left, g.governor) {
		g.subject, g.governor = s.groups[left-1], g.governor.governor
		return
	}
	g.subject = s.doerOf(left, g.governor)
}

// beginsFurtherClause gives who begins a further clause right before the phrase between commas whose preposition stands at left: "A shelled the
// town, and B, after siding with C, left"; or nil.
func (s *sentence) beginsFurtherClause(left int) *group {
	if left < 4 || s.groups[left-1].kind != commaKind || s.groups[left-2].kind != nounKind || !s.mayAct(s.groups[left-2]) {
		return nil
	}
	before := s.groups[left-3]
	if before.kind != conjKind && !(before.kind == stopKind && before.lemma == ";") || before.kind == conjKind && s.groups[left-4].kind != commaKind {
		return nil
	}
	for k := left + 1; k+1 < len(s.groups) && s.groups[k].kind != stopKind; k++ {
		if next := s.groups[k+1]; s.groups[k].kind == commaKind && next.kind == verbKind && next.finite {
			return s.groups[left-2]
		}
	}
	return nil
}

// undoubted reports whether neither an adjective nor the verb behind the gerund casts doubt on the part that somebody had in it: not
// "X's alleged role in arming Y", "X's role in arming Y is disputed".
func (s *sentence) undoubted(part, gerund *group) bool {
	if s.precededBy(part, "alleged", "suspected", "possible", "supposed", "purported", "reported", "claimed", "rumoured", "rumored", "apparent", "perceived", "potential") {
		return false
	}
	for _, v := range s.groups[gerund.index+1:] {
		if v.kind != verbKind || v.gerund || v.infinitive {
			continue
		}
		switch v.lemma {
		case "dispute", "question", "prove", "confirm", "investigate", "doubt", "examine", "allege", "discuss", "study", "establish", "verify", "probe", "suspect":
			return false
		}
		return !v.negated && v.modal == ""
	}
	return true
}

// partaker gives whose part in a deed the noun group before "in" at left is, which the gerund behind it names: "X's role in arming",
// "the role of X in arming".
func (s *sentence) partaker(left int) (doer, part *group) {
	if left < 1 || s.groups[left].lemma != "in" || s.groups[left-1].kind != nounKind {
		return nil, nil
	}
	part = s.groups[left-1]
	if s.doc.reader.classes.has("part", part.lemma) && (part.possessor != nil || isPossessive(s.lower[part.first])) {
		return part.possessor, part
	}
	if over := s.nounBefore(part); over != nil && s.groups[left-2].lemma == "of" && s.doc.reader.classes.has("part", over.lemma) {
		return part, over
	}
	return nil, nil
}

// gapped reports whether the verb that accuses is left out before the preposition at left, behind another deed: "accused
// A of arming B and C of arming D".
func (s *sentence) gapped(left int, up *group) bool {
	return left > 2 && up.gerund && up.governor != nil && s.groups[left-1].kind == nounKind && s.groups[left-2].kind == conjKind &&
		s.groups[left].lemma == "of" && s.groups[up.index-1].lemma == "of"
}

// doerOf gives who does what the gerund behind the preposition at left tells of: the subject of the verb before it, or
// whom that verb keeps from it, accuses, thanks or punishes for it.
func (s *sentence) doerOf(left int, up *group) *group {
	classes := s.doc.reader.classes
	prep, object := s.groups[left].lemma, up.object
	why := prep == "for" || prep == "over"
	if object != nil && s.reciprocal(object) {
		return up.subject // "accused each other of arming"
	}
	if prep == "in" && object != nil && !up.passive && len(object.names) > 0 && classes.has("implicate", up.lemma) {
		return object // "implicated X in arming"
	}
	switch at := s.argumentsOf(up, "at"); {
	case (prep == "by" || prep == "in" && s.hasPhrase(up, "of")) && up.lemma == "accuse" && object != nil && !up.passive:
		return object // "accused X of complicity by arming", "of aggression in shelling"
	case (prep == "from" || prep == "out_of") && object != nil && !up.passive:
		return object // "kept X from attacking", "talked X out of attacking"
	case prep == "into" && object != nil && !up.passive:
		return object // "talked X into withdrawing"
	case (why || prep == "of" || prep == "from" || prep == "with" && up.lemma == "charge") && classes.any(up.lemma, "accuse", "deny", "acquit"):
		if object != nil && !classes.has("report", object.lemma) {
			return object // but not "denied claims of backing X"
		}
	case prep == "of" && object != nil && (classes.has("guilty", object.lemma) || s.groups[left-1].kind == adjKind && classes.has("guilty", s.groups[left-1].lemma)):
		return object // "found X guilty of arming"
	case (why || prep == "against") && object != nil && s.headName(object) != nil:
		return object // "thanked X for sending"
	case prep == "for" && object == nil && len(at) > 0 && s.headName(at[0]) != nil:
		return at[0] // "lashed out at X for sending"
	case why && object != nil && !up.passive && !classes.has("incur", up.lemma):
		return s.punished(left, up)
	}
	return up.subject
}

// punished gives whom the verb and its object hit: "imposed sanctions on X for", "expelled X's envoy for", "jailed three
// men for".
func (s *sentence) punished(left int, up *group) *group {
	for k := left - 1; k > up.index; k-- {
		switch g := s.groups[k]; {
		case g.kind != nounKind:
		case s.headName(g) != nil:
			return g
		case g.possessor != nil && s.headName(g.possessor) != nil && g.possessor != up.subject:
			return g.possessor
		}
	}
	return up.object
}

// sceneBehind reports whether the noun group only tells where or when, so that a gerund behind it goes on from the clause.
func (s *sentence) sceneBehind(g *group) bool {
	n := s.headName(g)
	return g.lemma == "date" || isDay(g.lemma) || n != nil && s.isPlaceName(n)
}

// accuserAround gives what the "of" at left behind a comma or an "and" goes back to, over what the clauses between tell: the gerund of the last
// charge, "accuses X of arming Y, who fled, and of arming Z", or the verb that accuses, "accuses X, which denies it, of arming Y"; or nil.
func (s *sentence) accuserAround(left int) *group {
	const most = 6 // verbs between the two
	if left < 4 || s.groups[left].lemma != "of" || s.groups[left-1].kind != commaKind && s.groups[left-1].kind != conjKind {
		return nil
	}
	v := s.verbBefore(left)
	for range most {
		if v == nil || s.doc.reader.classes.has("accuse", v.lemma) || v.gerund && v.index > 0 && s.groups[v.index-1].lemma == "of" {
			return v
		}
		v = s.verbBefore(v.index)
	}
	return nil
}

// underGerund: "accused Iran of arming", "denied backing", "stopped supplying", "threatened X by bombing". The preposition before the gerund and
// the verb above it tell what becomes of the deed; the first of the questions that knows them decides.
func (s *sentence) underGerund(v, up *group, q *qualifier) {
	k := v.index - 1
	for k > 0 && s.groups[k].kind == adverbKind {
		k-- // "without ever arming"
	}
	prep := ""
	if k >= 0 && s.groups[k].kind == prepKind {
		prep = s.groups[k].lemma
	}
	switch {
	case s.onlyWeighed(v, up, k, prep, q):
	case up == nil:
	case s.aimedAt(up, prep, q):
	case s.underCharge(v, up, prep, q):
	case s.disowned(up, prep, q):
	case s.heldBack(v, up, prep, q):
	case s.promisedTo(up, prep, q):
	case s.punishedFor(v, up, prep, q):
	case prep == "by" || prep == "through":
		s.climb(up, q) // "accused X of breaking the truce by shelling"
	case prep == "in" && up.object != nil && s.doc.reader.classes.has("qualm", up.object.lemma): // "lost no time in arming"
	case prep == "in" && !up.copula && !s.doc.reader.classes.any(up.lemma, "say", "accuse"):
		s.climb(up, q) // "declined to take part in arming", "did not succeed in taking"
	case prep == "before" && s.wentOn(up):
		s.inheritReport(up, q)
	case s.sought(v, up, prep):
		q.purpose = true
	default:
		s.inheritReport(up, q)
	}
}

// onlyWeighed: it is voted on, talked about, thought of or missed, "voted against suspending", "in talks on sending", "came close to arming", or
// it was done all the same, "did not shy away from arming".
func (s *sentence) onlyWeighed(v, up *group, k int, prep string, q *qualifier) bool {
	switch {
	case up != nil && prep == "against" && (up.lemma == "vote" || up.lemma == "argue"):
		q.void = true
	case prep == "from" && up != nil && s.unstopped(up): // "did not stop X from arming"
	case up != nil && s.doc.reader.classes.has("fail", up.lemma) && (prep == "from" || prep == "at" || prep == "away_from") && up.modal == "" && s.negates(up):
	case up != nil && s.muses(up, prep, q):
	case s.misses(k, up, prep):
		q.deny()
	default:
		return s.underTalk(k, up, q) || s.undecided(v, up, prep, q)
	}
	return true
}

// aimedAt: the words before the gerund say that it is what somebody is after, or never got to: "an assault aimed at retaking".
func (s *sentence) aimedAt(up *group, prep string, q *qualifier) bool {
	switch {
	case prep == "to" && s.negates(up):
		q.deny() // "never got around to arming"
	case prep == "of" && up.lemma == "think_better":
		q.deny()
	case prep == "with_the_aim_of" || prep == "at" && (s.aims(up) || up.lemma == "aim" && !up.negated):
		q.purpose = true // "launched an assault with the aim of retaking"
	case prep == "toward" || prep == "towards":
		q.allege(graph.Planned) // "is leaning towards arming"
	default:
		return false
	}
	return true
}

// underCharge: it is what somebody is accused of, suspected of or thought to do.
func (s *sentence) underCharge(v, up *group, prep string, q *qualifier) bool {
	classes := s.doc.reader.classes
	accuses := classes.has("accuse", up.lemma)
	switch {
	case accuses && (up.negated || s.wordsBefore(up.first, "short", "of")), classes.has("confess", up.lemma) && s.negates(up):
		q.void = true // "did not accuse X of arming", "never admitted to having troops"
	case accuses && s.wrongly(up):
		q.deny()
	case up.lemma == "suspect" && prep == "of", prep == "as" && deems(up.lemma):
		q.allege(graph.Suspected) // "is seen as arming"
		q.speaker = s.speakerOf(up)
	case accuses && (prep == "of" || prep == "for" || prep == "over" || prep == "with"):
		q.allege(graph.Claimed)
		if up.passive || v.subject != up.subject {
			q.speaker = s.speakerOf(up) // "Rwanda accused of arming" in a headline is accused
		}
	case accuses && (prep == "by" || prep == "in" && up.lemma == "accuse" && s.hasPhrase(up, "of")), // "accused X of complicity by arming"
		prep == "in" && classes.has("implicate", up.lemma) && !up.negated: // "implicated X in arming"
		q.allege(graph.Claimed)
		q.speaker = s.speakerOf(up)
	default:
		return false
	}
	return true
}

// disowned: it is what somebody denies, or for doing which he dismisses another.
func (s *sentence) disowned(up *group, prep string, q *qualifier) bool {
	classes := s.doc.reader.classes
	if !classes.has("deny", up.lemma) {
		return false
	}
	switch {
	case s.idleDenial(up):
		q.void = true
		return true
	case classes.has("dismiss", up.lemma) && (prep == "for" || prep == "over"):
		q.allege(graph.Claimed) // "dismissed the general for arming"
	case prep != "by" && prep != "after":
		q.deny()
	default:
		return false
	}
	q.speaker = s.speakerOf(up)
	return true
}

// heldBack: somebody was kept from it, shrank from it or had no part in it, or a noun such as "reports of" tells it.
func (s *sentence) heldBack(v, up *group, prep string, q *qualifier) bool {
	classes := s.doc.reader.classes
	switch {
	case prep == "with" && up.lemma == "do" && s.aboutNothing(up), prep == "on" && up.lemma == "give_up":
		q.deny() // "had nothing to do with arming"
	case prep == "away_from", (prep == "at" || prep == "from") && classes.has("fail", up.lemma):
		q.deny() // "balked at sending", "shied away from arming"
	case up.copula && up.negated && up.complement != nil && classes.has("guilty", up.complement.lemma):
		q.deny() // "was not responsible for arming"
	case up.copula && up.complement != nil && classes.has("wary", up.complement.lemma):
		q.void = true
	case prep == "from" && (up.object != nil || up.passive || !classes.any(up.lemma, "fail", "deny", "end")):
		q.void = true // "kept Iran from attacking"
	case prep == "from" || prep == "of" && s.wordsBefore(v.first, "short", "of"):
		q.deny()
	case prep == "of" && s.nounBefore(v) != nil:
		s.underNoun(s.nounBefore(v), q)
	default:
		return false
	}
	return true
}

// promisedTo: it is what somebody agrees to, calls for or warns against.
func (s *sentence) promisedTo(up *group, prep string, q *qualifier) bool {
	classes := s.doc.reader.classes
	switch {
	case prep == "to" && classes.any(up.lemma, "plan", "offer"), s.hints(up, prep):
		q.allege(graph.Planned) // "committed to sending", "agreed to arming"
	case prep == "against" && up.lemma == "warn":
		q.allege(graph.Suspected)
	case prep == "for" && (up.lemma == "call" || up.lemma == "press" || classes.has("plead", up.lemma)):
		q.allege(graph.Demanded) // "called for arming"
	default:
		return false
	}
	return true
}

// punishedFor: it is what somebody is punished or censured for, "imposed sanctions on X for arming".
func (s *sentence) punishedFor(v, up *group, prep string, q *qualifier) bool {
	classes, others := s.doc.reader.classes, v.subject != up.subject
	if prep != "for" && prep != "over" || classes.has("thank", up.lemma) {
		return false
	}
	if !others && (!classes.any(up.lemma, "censure", "scold", "punish") || up.lemma == "convict" || !up.passive && up.object != nil) {
		return false
	}
	q.allege(graph.Claimed)
	if up.passive || others {
		q.speaker = s.speakerOf(up)
	}
	return true
}

// sought reports whether the gerund tells what something else is done for, or before: "sent envoys for arming X", but not "thanked X for arming".
func (s *sentence) sought(v, up *group, prep string) bool {
	if prep != "for" {
		return prep == "before"
	}
	classes := s.doc.reader.classes
	if classes.any(up.lemma, "thank", "accuse") || up.lemma == "apologise" || up.lemma == "apologize" || up.lemma == "award" {
		return false
	}
	return (up.complement == nil || !classes.has("renowned", up.complement.lemma) && !classes.has("guilty", up.complement.lemma)) && !s.perfected(v)
}

// promiser gives the verb by which somebody tells what is to be done, where the gerund behind the comma at left tells what he says with it:
// "said his country would close the border, accusing Chad of". No plan is what he says.
func (s *sentence) promiser(left int, g *group) *group {
	if !g.gerund || !s.doc.reader.classes.any(g.lemma, "accuse", "say") && g.lemma != "condemn" && g.lemma != "denounce" {
		return nil
	}
	up := s.verbBefore(left)
	if up == nil || up.modal == "" || !up.finite || up.link != thatLink || up.governor == nil || !s.doc.reader.classes.has("say", up.governor.lemma) {
		return nil
	}
	return up.governor
}
