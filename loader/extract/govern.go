package extract

import (
	"entente.example/loader/text"
)

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
	if s.governOpening(i, left, g) || left < 0 {
		return
	}
	before := s.groups[left]
	switch {
	case s.inverted(i, before, g):
		g.subject = s.groups[i+1]
		s.governClause(i, g)
	case g.leads != nil:
		g.subject, g.link, g.governor = g.leads.subject, jointLink, g.leads
	case s.chained(before, g):
		s.governChained(before, g)
	case s.quoted(before, g):
		g.subject, g.governor, g.link = before.fronted, before, thatLink
		if before.object = nil; g.participle {
			g.participle, g.passive, g.finite = false, false, true
		}
	case g.infinitive:
		s.governInfinitive(left, g)
	case before.kind == relKind && g.finite:
		s.governRelative(left, g)
	case g.finite && s.phrasedRelative(left) >= 0:
		s.governRelative(s.phrasedRelative(left), g)
	case g.finite && s.frontedSubject(left) >= 0:
		s.governFronted(s.frontedSubject(left), i, g)
	case before.kind == nounKind && left > 0 && g.finite && s.groups[left-1].kind == nounKind && s.claimClause(s.groups[left-1].head) && s.claimsOf(i, left) != nil:
		g.subject, g.report, g.link = before, s.claimsOf(i, left), thatLink
		g.governor = s.verbBefore(left - 1)
	case before.kind == nounKind && left > 0 && g.finite && s.contact(s.groups[left-1], before):
		g.subject, g.link, g.fronted = before, relativeLink, s.groups[left-1]
		if !g.passive {
			g.object = g.fronted
		}
	case (g.gerund || g.participle) && before.kind == nounKind && reflexive(before.lemma) && left > 0 && s.groups[left-1].kind == verbKind && s.groups[left-1].lemma == "find":
		g.subject, g.governor, g.link = s.groups[left-1].subject, s.groups[left-1], participial // "found itself fighting X"
	case before.kind == nounKind && left > 1 && g.finite && s.groups[left-1].kind == nounKind && s.groups[left-2].kind == relKind && s.groups[left-2].lemma == "whose":
		g.subject, g.link = before, relativeLink                                               // "to whose aid X had sent troops"
		if !g.passive && (left < 3 || s.groups[left-3].kind != prepKind) && !s.objectNext(i) { // but "whose ally X attacked Y"
			g.object = s.groups[left-1] // "whose fighters X trained"
		}
	case before.kind == conjKind && s.verbBefore(left) != nil: // no infinitive, which a case above has
		s.governJoint(left, g)
	case g.gerund && before.kind == prepKind:
		s.governGerund(left, g)
	case (g.gerund || g.participle) && before.kind == compKind && before.lemma != "if" && before.lemma != "unless" && s.verbBefore(left) == nil:
		g.link = participial
		if left > 1 && s.groups[left-1].kind == commaKind && s.groups[left-2].kind == nounKind {
			g.subject = s.groups[left-2] // "Chad, while arming X, said"
		} else {
			g.subject = s.subjectAhead(i) // "While arming X, Chad said", "Once taken by X, the town was"
		}
	case g.gerund && before.kind == compKind && (before.lemma == "while" || before.lemma == "when") && s.verbBefore(left) != nil:
		up := s.verbBefore(left)
		g.subject, g.governor, g.link = up.subject, up, participial // "withdrew from X while bombing Y"
	case before.kind == nounKind && before.verb != nil && before.role == "obj" && (s.causes(before.verb) || before.verb.lemma == "have" && before.verb.modal == "would") && (g.first == g.head || s.lower[g.first] == "be") && (s.tokens[g.first].Tag == text.VB || s.tokens[g.first].Tag == text.VBP):
		g.finite, g.subject, g.governor, g.link = false, before, before.verb, toLink // "lets X arm Y"
	case before.kind == nounKind && before.verb != nil && before.role == "obj" && s.wants(before.verb) && g.first == g.head && (s.tokens[g.head].Tag == text.VB || s.tokens[g.head].Tag == text.VBP):
		g.finite, g.subject, g.governor, g.link = true, before, before.verb, thatLink // "demanded X leave Y"
	case g.participle && before.kind == prepKind && before.lemma == "as" && s.verbBefore(left) != nil:
		s.governPredicate(left, g)
	case g.gerund && before.kind == verbKind && before.lemma != "":
		g.link, g.governor, g.subject = toLink, before, before.subject // "denied backing", "stopped sending"
	case (g.gerund || g.participle) && before.kind == commaKind:
		s.governParticiple(left, g)
	case (g.gerund || g.participle) && before.kind == nounKind:
		s.governReduced(i, left, g)
	case g.finite && s.claimsOf(i, left) != nil:
		g.subject, g.report, g.link = before, s.claimsOf(i, left), thatLink
		g.governor = s.verbBefore(left - 1) // "denied claims it is arming X"
	case g.finite && s.tellsLast(i, left, g) != nil:
		g.subject = s.tellsLast(i, left, g) // "X armed the militia, the rebels claimed on Monday"
	case g.finite || s.bare(g):
		g.subject = s.subjectBehind(left)
		s.governClause(i, g)
	}
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

// governPredicate: "seen as backed by X" tells who is seen so.
func (s *sentence) governPredicate(left int, g *group) {
	up := s.verbBefore(left)
	g.link, g.governor, g.subject = participial, up, up.object
	if up.passive {
		g.subject = up.subject
	}
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

// governReduced: "forces backing the GNA", "forces backed by Russia".
func (s *sentence) governReduced(i, left int, g *group) {
	for left > 1 && s.datedPhrase(left) && s.groups[left-2].kind == nounKind {
		left -= 2 // "a coup in 1979 followed by killings"
	}
	g.subject, g.link = s.chiefsBody(s.ledOf(s.siteIn(left), g)), relativeLink
	g.governor = s.verbBefore(left)
	if classes := s.doc.reader.classes; g.gerund && left > 1 && s.groups[left-1].lemma == "in" && classes.has("censure", g.lemma) && classes.has("writ", s.groups[left-2].lemma) {
		g.subject = s.groups[left-2] // "sponsored a resolution in the Security Council condemning X"
	}
	if up := g.governor; g.gerund && up != nil && up.finite && s.sceneBehind(s.groups[left]) && s.doc.reader.classes.has("outcome", g.lemma) {
		g.subject, g.link = up.subject, participial // "struck X in Tabqa killing 18"
		return
	}
	if g.participle && lays(g.lemma) {
		g.subject = s.eventBefore(g.subject) // "an attack on X blamed on Y"
	}
	if up := g.governor; g.gerund && up != nil && up.copula && up.finite && up.subject != nil && left > 0 && s.groups[left-1].kind == prepKind && isLocative(s.groups[left-1].lemma) && up.index == left-2 {
		g.subject, g.link = up.subject, participial // "are in Congo fighting alongside X"
		return
	}
	if up := g.governor; g.gerund && up != nil && left > 0 && s.groups[left-1].kind == prepKind && s.doc.reader.classes.has("insinuate", up.lemma) && up.index == left-2 {
		g.link = thatLink // "points to X arming Y"
		return
	}
	if up := g.governor; g.gerund && up != nil && left > 0 && s.groups[left-1].lemma == "for" && up.index == left-2 && (up.lemma == "provide" || s.doc.reader.classes.any(up.lemma, "demand", "plan")) {
		g.subject, g.link = s.groups[left], toLink // "the accord provides for X arming Y"
		return
	}
	if over := s.nounBefore(s.groups[left]); g.gerund && over != nil && s.groups[left-1].lemma == "of" && (s.doc.reader.classes.has("report", over.lemma) || likelihood(over.lemma)) {
		g.link, g.report = thatLink, over // "reports of X arming Y"
		return
	}
	if over := s.nounBefore(s.groups[left]); g.gerund && over != nil && len(s.groups[left].names) > 0 && isLocative(s.groups[left-1].lemma) && s.doc.reader.classes.any(over.lemma, "force", "nationals") && s.isPlaceOrState(s.groups[left]) {
		g.subject = over // "soldiers in Congo supporting the rebels"
		return
	}
	if g.gerund && g.governor != nil && g.governor.finite && left < i-1 && left > 0 && s.groups[left-1].kind == prepKind {
		g.subject, g.link = g.governor.subject, participial // "were in the city, actively supporting"
	}
}

func (s *sentence) bare(g *group) bool {
	return !g.infinitive && !g.gerund && !g.participle && !g.finite
}

func (s *sentence) isNominalRelative(word string) bool {
	return word == "who" || word == "which" || word == "that"
}

func isObjectRelative(word string) bool {
	return word == "which" || word == "that" || word == "whom" || word == "who"
}

// governInfinitive: "tried to capture", "ordered its forces to capture", "its attempt to capture".
func (s *sentence) governInfinitive(left int, g *group) {
	g.link = toLink
	g.governor = s.verbBefore(left + 1)
	if up := s.verbBefore(left); s.groups[left].kind == conjKind && up != nil && up.infinitive {
		g.subject, g.link, g.governor = up.subject, jointLink, up // "to leave Cuba and to cede Guam"
		return
	}
	if doer := s.doerOfPurpose(left); doer != nil && (g.governor == nil || g.governor.passive || s.groups[left].verb != g.governor || s.groups[left].role != "obj" || !s.doc.reader.classes.has("wield", g.governor.lemma) && !s.doc.reader.frames.hostile(g.governor.lemma)) {
		g.subject = doer
		return
	}
	if up := g.governor; left > 1 && s.groups[left].kind == nounKind && s.groups[left-1].kind == conjKind && up != nil && up.infinitive && up.governor != nil &&
		s.doc.reader.classes.any(up.governor.lemma, "demand", "help") && up.governor.object != nil {
		g.subject, g.governor = s.groups[left], up.governor // "urged A to leave and B to stay"
		return
	}
	if asked := s.bidden(left); asked != nil {
		g.subject = asked
		return
	}
	if up := g.governor; s.underDeadline(g, up) && !up.passive {
		if whom := s.groups[up.index+1]; whom.kind == nounKind {
			g.subject = whom // "gave the M23 two days to leave"
		}
		return
	}
	if asked := s.biddenAside(left); asked != nil {
		g.subject, g.governor = asked, asked.verb
		return
	}
	if owner := s.groups[left].possessor; owner != nil && (s.intention(s.groups[left]) || s.groups[left].lemma == "claim") {
		g.subject = owner // "X's threat to attack"
		return
	}
	if owner := s.adjectiveOwner(s.groups[left]); owner != nil {
		g.subject = owner // "an American pledge not to invade"
		return
	}
	if g.governor == nil {
		switch before := s.groups[left]; {
		case left == 0 && before.kind == nounKind && s.headName(before) != nil:
			g.subject, g.modal = before, "will" // the headline "Chad to send troops"
		case left == 1 && before.kind == adjKind && s.groups[0].kind == nounKind && s.headName(s.groups[0]) != nil:
			g.subject = s.groups[0] // the headline "Chad ready to send troops"
		case left == 2 && before.kind == nounKind && s.groups[0].kind == nounKind && s.groups[1].kind == prepKind && s.headlineTeller(g.index):
			g.subject, g.modal = s.groups[0], "will" // the headline "Troops in Mali to fight X, Chad says"
		case before.kind != nounKind || left > 0 && s.groups[left-1].kind == prepKind:
			g.subject = s.subjectAhead(g.index) // "In a bid to retake the town, the army", but not "A push to retake it led"
		}
		return
	}
	switch up := g.governor; {
	case up.participle && up.passive && up.subject != nil && s.doc.reader.classes.has("found", up.lemma):
		g.subject = up.subject // "armed X, set up in 1982 to fight Y"
		return
	case up.participle && up.link == relativeLink && up.governor != nil && up.governor.finite:
		g.governor = up.governor // "launched an operation called X to seize Y"
	}
	before := s.groups[left]
	if before.kind == nounKind && before.verb == g.governor && before.role == "obj" && g.governor.lemma == "say" && len(before.names) == 0 {
		return // "said any move to let X attack would mean war": nobody says who moves
	}
	for up := g.governor; up != nil && g.subject == nil; up = up.governor {
		g.subject = up.subject
	}
	if classes := s.doc.reader.classes; before.kind == nounKind && before.verb == g.governor {
		switch before.role {
		case "obj":
			if s.plansDeed(before, g.governor) {
				break // "prepared an offensive to retake X"
			}
			if s.bids(g.governor, before) {
				g.subject = before
			}
		case "on", "upon", "to", "for":
			if classes.has("demand", g.governor.lemma) || before.role == "for" && (musters(g.governor.lemma) && s.headName(before) != nil || classes.has("give", g.governor.lemma) && (len(before.names) > 0 || classes.has("force", before.lemma))) || g.governor.subject != nil && s.intention(g.governor.subject) && swells(g.governor.lemma) {
				g.subject = before // "called on X to attack", "sent guns for X to attack with"
			}
		}
	}
	if up := g.governor; up.object != nil && !up.passive && (s.doc.reader.classes.has("drill", up.lemma) && s.doc.reader.frames.hostile(g.lemma) || s.urged(up, before)) {
		g.subject = up.object // "trained X to fight Y", "urged his fighters in a message to attack"
	}
	if s.enables(g.governor, g) {
		g.subject = g.governor.indirect // "gave X weapons to fight Y"
	}
	if g.governor.passive && s.doc.reader.classes.has("wield", g.governor.lemma) {
		sent := g.governor.subject
		if by := s.argumentsOf(g.governor, "by"); len(by) > 0 && (sent == nil || s.headName(sent) == nil || !s.person(s.headName(sent))) {
			g.subject = by[0] // "drones used by X to attack", but "Roe was sent by X to attack"
		}
	}
}

// adjectiveOwner gives whose plan, pledge or threat it is by the adjective before it, as a noun group of its own, or nil.
func (s *sentence) adjectiveOwner(g *group) *group {
	if g.kind != nounKind || g.possessor != nil || len(g.names) != 1 || s.headName(g) != nil || !s.intention(g) {
		return nil
	}
	n := &s.names[g.names[0]]
	if !n.known() || !n.senses[0].Entry.IsState {
		return nil
	}
	owner := s.newGroup(nounKind, n.first, n.last, s.lower[n.last-1])
	owner.index = g.index
	owner.head = n.last - 1
	owner.names = g.names
	owner.resolved = true
	owner.actor = s.nameRefs(owner, n, "state")
	return owner
}

// opensOwnClause reports whether the noun group at i is the first of its clause, behind a conjunction or the comma that ends an opening.
func (s *sentence) opensOwnClause(i int) bool {
	before := s.groups[i-1]
	return before.kind == relKind && (before.lemma == "when" || before.lemma == "where") || s.leadsClause(i)
}

// governParticiple: "the GNA advanced, capturing the base", "Haftar's forces, backed by Russia".
func (s *sentence) governParticiple(left int, g *group) {
	g.link = participial
	if left > 1 && s.groups[left].kind == adverbKind && s.groups[left-1].kind == commaKind {
		left-- // "the M23, then based in X", "the army, long supported by X"
	}
	if say := s.promiser(left, g); say != nil {
		g.subject, g.governor = say.subject, say // "said it would leave, accusing X of"
		return
	}
	if named := s.renamedBefore(left - 1); g.participle && named != nil {
		g.subject, g.governor = named, s.verbBefore(named.index) // "destroyed the X, the largest brigade, led by Y"
		return
	}
	if next := g.index + 1; g.participle && left > 0 && s.groups[left-1].kind == nounKind && next < len(s.groups) && (s.agentNext(g.index) || s.groups[next].kind == prepKind && (s.groups[next].lemma == "by" || s.doc.reader.classes.has("found", g.lemma)) || s.sits(g.index)) {
		if n := s.headName(s.groups[left-1]); s.heldBy(s.groups[left-1], g) || n != nil && s.doc.reader.classes.has("assail", g.lemma) && s.agentNext(g.index) || n != nil && !s.isPlaceName(n) || n == nil && s.appositionHead(s.groups[left-1]) != s.groups[left-1] && s.doc.reader.classes.any(s.groups[left-1].lemma, "grouping", "rebels") {
			g.subject, g.governor = s.chiefsBody(s.ledOf(s.groups[left-1], g)), s.verbBefore(left-1)
			return // "A clashed with B, led by X", "armed B, set up in 1982": of two names the nearer
		}
	}
	if g.participle && left > 1 && s.groups[left].kind == commaKind && s.groups[left-1].kind == nounKind && s.opensOwnClause(left-1) && s.insertion(left) {
		g.subject, g.governor = s.groups[left-1], s.verbBefore(left-1)
		return // "It rained when Haftar's forces, backed by X, took Y"
	}
	if near := s.groups[max(left-1, 0)]; g.participle && s.groups[left].kind == commaKind && near.kind == nounKind && near.role == "obj" && near.verb != nil && near.verb.gerund && s.mayAct(near) {
		g.subject, g.governor = near, near.verb
		return // "A took X, forcing the army, backed by B, to leave"
	}
	if left > 2 && s.groups[left-1].kind == nounKind && s.groups[left-2].kind == conjKind && s.groups[left-3].kind == commaKind && s.resumes(g.index) {
		g.subject, g.governor = s.groups[left-1], s.verbBefore(left-1)
		return // "A drove B out, and C, backed by D, took X"
	}
	if left > 3 && g.participle && s.groups[left].kind == commaKind && s.groups[left-1].possessor != nil && s.groups[left-2].kind == conjKind && s.groups[left-3].kind == commaKind && s.agentNext(g.index) {
		g.subject, g.governor = s.groups[left-1], s.verbBefore(left-1)
		return // "between A's forces, backed by B, and C's forces, backed by D"
	}
	for k := left - 1; k >= 0; k-- {
		other := s.groups[k]
		if other.kind == stopKind || other.kind == compKind && other.lemma != "that" {
			break
		}
		if other.kind == verbKind && g.gerund && s.inTimeClause(other) {
			g.subject, g.governor = other.subject, other // "fled when Roe attacked the town, killing ten"
			return
		}
		if other.kind == verbKind && g.gerund && other.participle && other.passive && other.link == participial && s.verbBefore(k) != nil && s.verbBefore(k).finite {
			continue // "armed X, led by Y, for years, sending it missiles"
		}
		if other.kind == verbKind && other.lemma != "" && other.link != relativeLink && !(g.participle && other.gerund) {
			if g.participle && s.groups[left-1].kind == nounKind && s.groups[left-1].verb == other && s.mayAct(s.groups[left-1]) {
				break // the noun before the comma is closer
			}
			if g.participle && s.groups[left-1].kind == nounKind && s.mayAct(s.groups[left-1]) && (s.doc.reader.reports(other.lemma) || s.doc.reader.classes.has("suspect", other.lemma)) {
				break // "Kyiv said that Russian troops, backed by X, had"
			}
			if up := other.governor; g.gerund && prompts(g.lemma) && other.link == thatLink && up != nil && s.doc.reader.reports(up.lemma) {
				other = up // "hinted that it had done so, prompting Chad to leave"
			}
			if g.gerund && s.tellsMore(g) {
				other = s.denierOver(other) // "denied that it armed X, accusing Y of it"
			}
			g.subject, g.governor = other.subject, other
			return
		}
	}
	for k := left - 1; k >= 0; k-- {
		if s.groups[k].kind == nounKind && !s.datedPhrase(k) {
			g.subject = s.chiefsBody(s.ledOf(s.groups[k], g))
			g.governor = s.verbBefore(k)
			if g.passive && (lays(g.lemma) || s.doc.reader.classes.any(g.lemma, "wage", "begin")) {
				g.subject = s.eventBefore(g.subject) // "an attack on X, carried out by Y"
			}
			return
		}
	}
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
		if v.finite && v.subject != nil && v.link != relativeLink && !(v == nearest && (s.outsideThat(v, g) || s.inPassing(v, left) || s.otherTense(v, g))) && !(v == nearest && left > 0 && s.groups[left-1].kind == commaKind && (s.ofWhose(v) || s.endsInserted(v))) {
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
