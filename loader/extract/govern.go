package extract

import "entente.example/loader/text"

// govern finds the subject of a verb group and the verb that it depends on.
func (s *sentence) govern(i int, g *group) {
	if g.auxiliary != nil {
		g.subject, g.link, g.governor = g.auxiliary.subject, g.auxiliary.link, g.auxiliary.governor
		return
	}
	left := i - 1
	for left >= 0 && s.groups[left].kind == adverbKind {
		left--
	}
	if !s.governOpening(i, left, g) && left >= 0 {
		s.governBehind(left, i, g)
	}
}

// governBehind finds the subject of the verb group at i and the verb that it depends on by what stands before it, at left, adverbs aside. The first
// case that fits holds.
func (s *sentence) governBehind(left, i int, g *group) {
	before := s.groups[left]
	participle := g.gerund || g.participle
	switch {
	case s.inverted(i, before, g):
		g.subject = s.groups[i+1]
		s.governClause(i, g)
	case g.leads != nil:
		g.subject, g.link, g.governor = g.leads.subject, jointLink, g.leads
	case s.chained(before, g):
		s.governChained(before, g)
	case s.quoted(before, g):
		s.governQuoted(before, g)
	case g.infinitive:
		s.governInfinitive(left, g)
	case before.kind == relKind && g.finite:
		s.governRelative(left, g)
	case g.finite && s.phrasedRelative(left) >= 0:
		s.governRelative(s.phrasedRelative(left), g)
	case g.finite && s.frontedSubject(left) >= 0:
		s.governFronted(s.frontedSubject(left), i, g)
	case g.finite && left > 0 && s.groups[left-1].kind == nounKind && s.claimClause(s.groups[left-1].head) && s.claimsOf(i, left) != nil:
		s.governClaimed(i, left, g)
	case g.finite && before.kind == nounKind && left > 0 && s.contact(s.groups[left-1], before):
		s.governContact(left, g)
	case participle && s.findsItself(left):
		found := s.groups[left-1]
		g.subject, g.governor, g.link = found.subject, found, participial // "found itself fighting X"
	case g.finite && s.behindWhose(left):
		s.governWhose(i, left, g)
	case before.kind == conjKind && s.verbBefore(left) != nil: // no infinitive, which a case above has
		s.governJoint(left, g)
	case g.gerund && before.kind == prepKind:
		s.governGerund(left, g)
	case participle && before.kind == compKind && s.verbBefore(left) == nil && before.lemma != "if" && before.lemma != "unless":
		s.governOpeningParticiple(i, left, g)
	case g.gerund && before.kind == compKind && (before.lemma == "while" || before.lemma == "when") && s.verbBefore(left) != nil:
		up := s.verbBefore(left)
		g.subject, g.governor, g.link = up.subject, up, participial // "withdrew from X while bombing Y"
	case standsAsObject(before) && s.bareBehind(before, g):
		g.finite, g.subject, g.governor, g.link = false, before, before.verb, toLink // "lets X arm Y"
	case standsAsObject(before) && s.wants(before.verb) && g.first == g.head && s.baseForm(g.head):
		g.finite, g.subject, g.governor, g.link = true, before, before.verb, thatLink // "demanded X leave Y"
	case g.participle && before.kind == prepKind && before.lemma == "as" && s.verbBefore(left) != nil:
		s.governPredicate(left, g)
	case g.gerund && before.kind == verbKind && before.lemma != "":
		g.link, g.governor, g.subject = toLink, before, before.subject // "denied backing", "stopped sending"
	case participle && before.kind == commaKind:
		s.governParticiple(left, g)
	case participle && before.kind == nounKind:
		s.governReduced(i, left, g)
	case g.finite && s.claimsOf(i, left) != nil:
		s.governClaimed(i, left, g)
	case g.finite && s.tellsLast(i, left, g) != nil:
		g.subject = s.tellsLast(i, left, g) // "X armed the militia, the rebels claimed on Monday"
	case g.finite || s.bare(g):
		g.subject = s.subjectBehind(left)
		s.governClause(i, g)
	}
}

// governQuoted: "rebels who Chad says are backed by Sudan".
func (s *sentence) governQuoted(say, g *group) {
	g.subject, g.governor, g.link = say.fronted, say, thatLink
	if say.object = nil; g.participle {
		g.participle, g.passive, g.finite = false, false, true
	}
}

// governClaimed: "denied claims it is arming X".
func (s *sentence) governClaimed(i, left int, g *group) {
	g.subject, g.report, g.link = s.groups[left], s.claimsOf(i, left), thatLink
	g.governor = s.verbBefore(left - 1)
}

// governContact: "the rebels Chad arms".
func (s *sentence) governContact(left int, g *group) {
	g.subject, g.link, g.fronted = s.groups[left], relativeLink, s.groups[left-1]
	if !g.passive {
		g.object = g.fronted
	}
}

// findsItself reports whether "itself" stands at left, behind a verb of finding.
func (s *sentence) findsItself(left int) bool {
	return left > 0 && s.groups[left].kind == nounKind && reflexive(s.groups[left].lemma) && s.groups[left-1].kind == verbKind && s.groups[left-1].lemma == "find"
}

// behindWhose reports whether the noun group at left stands behind "whose" and what is owned.
func (s *sentence) behindWhose(left int) bool {
	return left > 1 && s.groups[left].kind == nounKind && s.groups[left-1].kind == nounKind && s.groups[left-2].kind == relKind && s.groups[left-2].lemma == "whose"
}

// governWhose: "whose fighters X trained", "to whose aid X had sent troops".
func (s *sentence) governWhose(i, left int, g *group) {
	g.subject, g.link = s.groups[left], relativeLink
	if !g.passive && (left < 3 || s.groups[left-3].kind != prepKind) && !s.objectNext(i) { // but "whose ally X attacked Y"
		g.object = s.groups[left-1]
		g.object.verb, g.object.role = g, "obj"
	}
}

// governOpeningParticiple: "Chad, while arming X, said", "While arming X, Chad said", "Once taken by X, the town was".
func (s *sentence) governOpeningParticiple(i, left int, g *group) {
	g.link = participial
	if left > 1 && s.groups[left-1].kind == commaKind && s.groups[left-2].kind == nounKind {
		g.subject = s.groups[left-2]
	} else {
		g.subject = s.subjectAhead(i)
	}
}

// standsAsObject reports whether the group is a noun group that some verb has for its object.
func standsAsObject(g *group) bool {
	return g.kind == nounKind && g.verb != nil && g.role == "obj"
}

// bareBehind reports whether the verb stands without "to" behind the object of one that lets, helps or would have it do so: "lets X arm Y".
func (s *sentence) bareBehind(object, g *group) bool {
	up := object.verb
	return (s.causes(up) || up.lemma == "have" && up.modal == "would") && (g.first == g.head || s.lower[g.first] == "be") && s.baseForm(g.first)
}

// baseForm reports whether the verb at the token is in its base form, or looks so.
func (s *sentence) baseForm(i int) bool {
	return s.tokens[i].Tag == text.VB || s.tokens[i].Tag == text.VBP
}

// causes reports whether the verb takes an object with a bare infinitive: "lets X arm Y", "saw X attack Y".
func (s *sentence) causes(v *group) bool {
	switch v.lemma {
	case "let", "make", "help", "see", "watch":
		return v.index+1 < len(s.groups)
	}
	return false
}

// wants reports whether the verb takes a clause without "that" whose verb has no ending: "demanded X leave Y".
func (s *sentence) wants(v *group) bool {
	switch v.lemma {
	case "propose", "suggest", "recommend", "insist", "require":
		return true
	}
	return s.doc.reader.classes.has("demand", v.lemma)
}

// governJoint: "armed and trained", "advanced and captured".
func (s *sentence) governJoint(left int, g *group) {
	s.formBehind(left, g)
	joint := s.jointBefore(left, g)
	if up := joint.governor; joint.finite && joint.link == thatLink && up != nil && up.finite && s.doc.reader.classes.any(up.lemma, "say", "deny", "claim") && s.doc.reader.classes.any(g.lemma, "accuse", "say", "deny", "claim", "threaten", "demand") && g.finite && !g.infinitive {
		joint = up // "denied that it had left and accused Chad of"
	}
	if s.stateful(joint, g) {
		joint = joint.governor // "X said missiles had crossed its border and summoned Y's envoy"
	}
	if joint.finite && g.gerund && s.doc.reader.classes.any(joint.lemma, "accuse", "deny") {
		g.link = participial // what is said to be done nobody is known for
		return
	}
	if joint.finite && !g.gerund && !g.participle {
		g.finite = true
	}
	g.subject, g.link, g.governor = joint.subject, jointLink, joint
	if g.participle && joint.passive {
		g.passive = true
	}
	if s.activates(joint, g) {
		g.passive, g.participle, g.finite = false, false, joint.finite
	}
}

func (s *sentence) bare(g *group) bool {
	return !g.infinitive && !g.gerund && !g.participle && !g.finite
}

func isNominalRelative(word string) bool {
	return word == "who" || word == "which" || word == "that"
}

func isObjectRelative(word string) bool {
	return word == "which" || word == "that" || word == "whom" || word == "who"
}

// verbBefore gives the nearest verb group left of the index that is not an auxiliary, or nil.
func (s *sentence) verbBefore(left int) *group {
	for k := left - 1; k >= 0; k-- {
		switch g := s.groups[k]; {
		case g.kind == verbKind && g.lemma != "":
			return g
		case g.kind == stopKind:
			return nil
		}
	}
	return nil
}

// jointBefore gives the verb that one behind an "and" is joined to: for a finite verb the nearest finite one with a
// subject of its own clause, else the nearest.
func (s *sentence) jointBefore(left int, g *group) *group {
	nearest := s.verbBefore(left)
	if !g.finite {
		return nearest
	}
	for v := nearest; v != nil; v = s.verbBefore(v.index) {
		if v.finite && v.subject != nil && v.link != relativeLink && !(v == nearest && (s.outsideThat(v, g) || s.inPassing(v, g, left) || s.otherTense(v, g))) && !(v == nearest && left > 0 && s.groups[left-1].kind == commaKind && (s.ofWhose(v) || s.endsInserted(v))) {
			return v
		}
		if v.finite && v.link == relativeLink && (v == nearest || nearest.gerund && nearest.governor == v && s.inWhen(v)) && !(left > 0 && s.groups[left-1].kind == commaKind && s.insertedClause(v)) && !s.closesAt(v, g) {
			return v
		}
	}
	return nearest
}

// inWhen reports whether "when" opens the clause of the verb: "in May, when X accused Y of arming Z and left".
func (s *sentence) inWhen(v *group) bool {
	return v.subject != nil && v.subject.index > 0 && s.groups[v.subject.index-1].kind == relKind && s.groups[v.subject.index-1].lemma == "when"
}

// insertedClause reports whether a comma opens the relative clause of the verb, so that a comma behind it ends it: "A, which
// B had armed, and captured".
func (s *sentence) insertedClause(v *group) bool {
	for k := v.index - 1; k > 0 && k > v.index-6; k-- {
		if s.groups[k].kind == relKind {
			return s.groups[k-1].kind == commaKind || s.groups[k-1].kind == prepKind && k > 1 && s.groups[k-2].kind == commaKind
		}
	}
	return false
}

// chained reports whether the verb hangs on the one right before it: "began arming", "helped defend".
func (s *sentence) chained(before, g *group) bool {
	if before.kind != verbKind || before.lemma == "" || before.last != g.first {
		return false
	}
	classes := s.doc.reader.classes
	if g.gerund {
		return before.lemma == "continue" || before.lemma == "keep" || before.lemma == "avoid" || before.lemma == "include" ||
			classes.any(before.lemma, "begin", "end", "deny", "plan", "attempt", "say", "suspect", "threaten", "fail")
	}
	return before.lemma == "help" && !g.infinitive && !g.participle && g.first == g.head
}

// governChained ties a verb to the one right before it.
func (s *sentence) governChained(before, g *group) {
	g.subject, g.governor, g.link, g.finite = before.subject, before, toLink, false
	if before.infinitive && s.enables(before.governor, g) {
		g.subject = before.governor.indirect // "approved a package to help fight Y"
	}
	switch classes := s.doc.reader.classes; {
	case classes.has("deny", before.lemma):
		g.link = prepositional
	case before.lemma == "avoid":
		g.negated = true
	case classes.any(before.lemma, "say", "suspect"):
		g.link = thatLink
	}
}

// quoted reports whether the finite verb g is what the reporting clause before it says of what a relative pronoun stands
// for: "rebels who Chad says are backed by Sudan".
func (s *sentence) quoted(before, g *group) bool {
	next := g.index + 1 // "the TTP, which Kabul says bombed Peshawar"
	past := g.participle && g.first == g.lastVerb && before.index == g.index-1 && next < len(s.groups) && s.groups[next].kind == nounKind && s.doc.reader.classes.any(before.lemma, "say", "claim")
	return before.kind == verbKind && (g.finite || past) && before.finite && before.link == relativeLink && before.fronted != nil &&
		before.object == before.fronted && s.doc.reader.reports(before.lemma)
}

// activates turns a participle behind "and" into the past tense or perfect that the verb before it has: "has funded and
// armed its ally".
func (s *sentence) activates(joint, g *group) bool {
	next := g.index + 1
	if !g.participle || joint.passive || joint.gerund && joint.first == joint.head || next >= len(s.groups) || s.groups[next].kind != nounKind || s.groups[next].lemma == "date" {
		return false
	}
	tag := s.tokens[joint.lastVerb].Tag
	return tag == text.VBD || tag == text.VBN
}

// mayAct reports whether the noun group may be who is backed or led: no place, no thing.
func (s *sentence) mayAct(g *group) bool {
	if n := s.headName(g); n != nil {
		return !s.isPlaceName(n)
	}
	return s.doc.reader.classes.any(g.lemma, "force", "government", "grouping", "rebels", "nationals", "leader")
}
