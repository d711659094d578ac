package extract

// governPredicate: "seen as backed by X" tells who is seen so.
func (s *sentence) governPredicate(left int, g *group) {
	up := s.verbBefore(left)
	g.link, g.governor, g.subject = participial, up, up.object
	if up.passive {
		g.subject = up.subject
	}
}

// governParticiple: "the GNA advanced, capturing the base", "Haftar's forces, backed by Russia". The group at left is the comma.
func (s *sentence) governParticiple(left int, g *group) {
	g.link = participial
	near := s.groups[max(left-1, 0)]
	if say := s.promiser(left, g); say != nil {
		g.subject, g.governor = say.subject, say // "said it would leave, accusing X of"
		return
	}
	if named := s.renamedBefore(left - 1); g.participle && named != nil {
		g.subject, g.governor = named, s.verbBefore(named.index) // "destroyed the X, the largest brigade, led by Y"
		return
	}
	switch {
	case g.participle && s.describesNear(near, g):
		g.subject, g.governor = s.chiefsBody(s.ledOf(near, g)), s.verbBefore(left-1)
	case g.participle && left > 1 && near.kind == nounKind && s.opensOwnClause(left-1) && s.insertion(left):
		g.subject, g.governor = near, s.verbBefore(left-1) // "It rained when Haftar's forces, backed by X, took Y"
	case g.participle && near.kind == nounKind && near.role == "obj" && near.verb != nil && near.verb.gerund && s.mayAct(near):
		g.subject, g.governor = near, near.verb // "A took X, forcing the army, backed by B, to leave"
	case s.describesJoined(left, g):
		g.subject, g.governor = near, s.verbBefore(left-1)
	default:
		if up := s.accompanied(left, g); up != nil {
			g.subject, g.governor = up.subject, up
			return
		}
		s.describeNearest(left, g)
	}
}

// describesNear reports whether the participle describes the noun group right before the comma, of two names the nearer: "A clashed with B, led by
// X", "armed B, set up in 1982".
func (s *sentence) describesNear(near, g *group) bool {
	next := g.index + 1
	if near.kind != nounKind || next >= len(s.groups) {
		return false
	}
	classes := s.doc.reader.classes
	by := s.agentNext(g.index)
	if !by && !(s.groups[next].kind == prepKind && (s.groups[next].lemma == "by" || classes.has("found", g.lemma))) && !s.sits(g.index) {
		return false
	}
	if s.heldBy(near, g) {
		return true
	}
	if n := s.headName(near); n != nil {
		return by && classes.has("assail", g.lemma) || !s.isPlaceName(n)
	}
	return s.appositionHead(near) != near && classes.any(near.lemma, "grouping", "rebels")
}

// describesJoined reports whether the participle describes the last of two, before which "and" stands behind a comma: "A drove B out, and C, backed
// by D, took X", "between A's forces, backed by B, and C's forces, backed by D".
func (s *sentence) describesJoined(left int, g *group) bool {
	if left < 3 || s.groups[left-2].kind != conjKind || s.groups[left-3].kind != commaKind {
		return false
	}
	return s.groups[left-1].kind == nounKind && s.resumes(g.index) || left > 3 && g.participle && s.groups[left-1].possessor != nil && s.agentNext(g.index)
}

// accompanied gives the verb whose subject does, or suffers, what the participle behind the comma at left adds: "the GNA advanced, capturing", or nil
// where the participle describes a noun.
func (s *sentence) accompanied(left int, g *group) *group {
	for k := left - 1; k >= 0; k-- {
		other := s.groups[k]
		switch {
		case other.kind == stopKind || other.kind == compKind && other.lemma != "that":
			return nil
		case other.kind != verbKind:
		case g.gerund && s.inTimeClause(other):
			return other // "fled when Roe attacked the town, killing ten"
		case g.gerund && other.participle && other.passive && other.link == participial && s.verbBefore(k) != nil && s.verbBefore(k).finite:
			// "armed X, led by Y, for years, sending it missiles"
		case other.lemma == "" || other.link == relativeLink || g.participle && other.gerund:
		case g.participle && s.closerThan(other, s.groups[left-1]):
			return nil
		default:
			return s.promptedBy(other, g)
		}
	}
	return nil
}

// closerThan reports whether the noun group before the comma rather than the verb's subject is described by the participle behind it, as an object is,
// and whom somebody tells about: "Kyiv said that Russian troops, backed by X, had".
func (s *sentence) closerThan(v, noun *group) bool {
	return noun.kind == nounKind && s.mayAct(noun) &&
		(noun.verb == v || s.doc.reader.reports(v.lemma) || s.doc.reader.classes.has("suspect", v.lemma))
}

// promptedBy gives the verb that a gerund behind a comma goes on from, where that is not the nearest: who hints that he did it is who prompts
// others, "hinted that it had done so, prompting Chad to leave", and who denies it accuses others, "denied that it armed X, accusing Y of it".
func (s *sentence) promptedBy(v, g *group) *group {
	if !g.gerund {
		return v
	}
	if up := v.governor; s.doc.reader.classes.has("prompt", g.lemma) && v.link == thatLink && up != nil && s.doc.reader.reports(up.lemma) {
		v = up
	}
	if s.tellsMore(g) {
		v = s.denierOver(v)
	}
	return v
}

// describeNearest ties a participle to the nearest noun group before the comma at left that is no date.
func (s *sentence) describeNearest(left int, g *group) {
	for k := left - 1; k >= 0; k-- {
		if s.groups[k].kind != nounKind || s.datedPhrase(k) {
			continue
		}
		g.subject, g.governor = s.chiefsBody(s.ledOf(s.groups[k], g)), s.verbBefore(k)
		if g.passive && (lays(g.lemma) || s.doc.reader.classes.any(g.lemma, "wage", "begin")) {
			g.subject = s.eventBefore(g.subject) // "an attack on X, carried out by Y"
		}
		return
	}
}

// opensOwnClause reports whether the noun group at i is the first of its clause, behind a conjunction or the comma that ends an opening.
func (s *sentence) opensOwnClause(i int) bool {
	before := s.groups[i-1]
	return before.kind == relKind && (before.lemma == "when" || before.lemma == "where") || s.leadsClause(i)
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
	if over := s.nounBefore(s.groups[left]); g.gerund && over != nil && s.groups[left-1].lemma == "of" && s.doc.reader.classes.any(over.lemma, "report", "likelihood") {
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
