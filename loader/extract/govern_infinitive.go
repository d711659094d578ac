package extract

import "slices"

// governInfinitive: "tried to capture", "ordered its forces to capture", "its attempt to capture".
func (s *sentence) governInfinitive(left int, g *group) {
	if j := s.describedAside(left); j > 0 {
		left = j - 1 // "sent soldiers to X, which Y had left, to fight Z"
	}
	g.link, g.governor = toLink, s.verbBefore(left+1)
	if up := s.verbBefore(left); s.groups[left].kind == conjKind && up != nil && up.infinitive {
		g.subject, g.link, g.governor = up.subject, jointLink, up // "to leave Cuba and to cede Guam"
		return
	}
	if s.governBidden(left, g) {
		return
	}
	if owner := s.planner(s.groups[left]); owner != nil {
		g.subject = owner
		return
	}
	if s.foremost(s.groups[left]) {
		g.subject, g.link, g.governor = s.whoIsForemost(s.groups[left]), relativeLink, nil
		return
	}
	if g.governor == nil {
		s.governHeadline(left, g)
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
	if s.anybodysPlan(before, g.governor) {
		return
	}
	for up := g.governor; up != nil && g.subject == nil; up = up.governor {
		g.subject = up.subject
	}
	if doer := s.doerUnder(g.governor, before, g); doer != nil {
		g.subject = doer
	}
	if say := g.governor.governor; g.subject != nil && g.subject.lemma == "there" && g.governor.link == thatLink && say != nil && s.doc.reader.reports(say.lemma) && before.lemma == "plan" {
		g.subject = say.subject // "Berlin said there were no plans to send"
	}
}

// describedAside gives the comma before the relative clause with an object or subject of its own that the comma at k ends, or 0.
func (s *sentence) describedAside(k int) int {
	if s.groups[k].kind != commaKind {
		return 0
	}
	for j := k - 1; j > 1; j-- {
		switch g := s.groups[j]; {
		case g.kind == stopKind || g.kind == quoteKind:
			return 0
		case g.kind == relKind && s.groups[j-1].kind == commaKind && s.groups[j-2].kind == nounKind && s.onlyInserted(j, k):
			return j - 1
		}
	}
	return 0
}

// governBidden ties an infinitive to those who are to do it by the noun group at left or by what they are asked, and reports whether it could.
func (s *sentence) governBidden(left int, g *group) bool {
	if doer := s.doerOfPurpose(left); doer != nil && !s.wieldedFor(left, g) {
		g.subject = doer
		return true
	}
	if up := g.governor; left > 1 && s.groups[left].kind == nounKind && s.groups[left-1].kind == conjKind && up != nil && up.infinitive && up.governor != nil &&
		s.doc.reader.classes.any(up.governor.lemma, "demand", "help") && up.governor.object != nil {
		g.subject, g.governor = s.groups[left], up.governor // "urged A to leave and B to stay"
		return true
	}
	if asked := s.bidden(left); asked != nil {
		g.subject = asked
		return true
	}
	if up := g.governor; s.underDeadline(g, up) && !up.passive {
		if whom := s.groups[up.index+1]; whom.kind == nounKind {
			g.subject = whom // "gave the M23 two days to leave"
		}
		return true
	}
	if asked := s.biddenAside(left); asked != nil {
		g.subject, g.governor = asked, asked.verb
		return true
	}
	return false
}

// foremost reports whether the infinitive behind the noun group tells for what it is the first, the only or one of the few: "Chad, the only
// country to have sent soldiers". Where "be" says so of its subject, that is who did it: "Chad was the only country to send soldiers".
func (s *sentence) foremost(g *group) bool {
	if g.kind != nounKind || s.headName(g) != nil {
		return false
	}
	switch g.lemma {
	case "country", "state", "nation", "power", "party", "first", "last":
	default:
		if !s.mayAct(g) && !s.callsActor(g.lemma) {
			return false // "the first attempt to seize"
		}
	}
	k := g.index - 1
	ranks := []string{"first", "last", "only", "next", "second", "third", "latest"}
	if k > 0 && s.groups[k].lemma == "of" && s.groups[k-1].lemma == "one" {
		k, ranks = k-2, append(ranks, "few")
	}
	if k < 0 || s.groups[k].kind == verbKind && (s.groups[k].copula || s.groups[k].lemma == "become") || s.groups[k].lemma == "as" || s.lower[g.first] != "the" {
		return false
	}
	return slices.ContainsFunc(s.lower[g.first:g.last], func(word string) bool { return slices.Contains(ranks, word) })
}

// whoIsForemost gives whom such a noun group describes across a comma, or itself.
func (s *sentence) whoIsForemost(g *group) *group {
	k := g.index
	if k > 1 && s.groups[k-1].lemma == "of" {
		k -= 2
	}
	if k < 2 || s.groups[k-1].kind != commaKind || s.groups[k-2].kind != nounKind {
		return g
	}
	described := s.groups[k-2]
	if n := len(described.conjuncts); n > 1 {
		described = described.conjuncts[n-1]
	}
	if s.headName(described) == nil {
		return g
	}
	return described
}

// wieldedFor reports whether what stands at left is the means or the victim of the verb over the infinitive, whose subject then has the purpose: "used
// its campaign to weaken X".
func (s *sentence) wieldedFor(left int, g *group) bool {
	up, object := g.governor, s.groups[left]
	return up != nil && !up.passive && object.verb == up && object.role == "obj" &&
		(s.doc.reader.classes.has("wield", up.lemma) || s.doc.reader.frames.hostile(up.lemma))
}

// planner gives whose threat, pledge or claim the noun group is: "X's threat to attack", "an American pledge not to invade"; or nil.
func (s *sentence) planner(g *group) *group {
	if g.possessor != nil && (s.intention(g) || g.lemma == "claim") {
		return g.possessor
	}
	return s.adjectiveOwner(g)
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

// governHeadline finds who is to do what an infinitive says that no verb governs, as in headlines and before the main clause.
func (s *sentence) governHeadline(left int, g *group) {
	switch before := s.groups[left]; {
	case left == 0 && before.kind == nounKind && s.headName(before) != nil:
		g.subject, g.modal = before, "will" // "Chad to send troops"
	case left == 1 && before.kind == adjKind && s.groups[0].kind == nounKind && s.headName(s.groups[0]) != nil:
		g.subject = s.groups[0] // "Chad ready to send troops"
	case left == 2 && before.kind == nounKind && s.groups[0].kind == nounKind && s.groups[1].kind == prepKind && s.headlineTeller(g.index):
		g.subject, g.modal = s.groups[0], "will" // "Troops in Mali to fight X, Chad says"
	case before.kind != nounKind || left > 0 && s.groups[left-1].kind == prepKind:
		g.subject = s.subjectAhead(g.index) // "In a bid to retake the town, the army", but not "A push to retake it led"
	}
}

// doerUnder gives who does what an infinitive under the verb up tells, where that is not the subject of up, or nil. The group before is what stands
// right before the infinitive.
func (s *sentence) doerUnder(up, before, g *group) *group {
	classes := s.doc.reader.classes
	if up.passive && classes.has("wield", up.lemma) {
		sent := up.subject
		if by := s.argumentsOf(up, "by"); len(by) > 0 && (sent == nil || s.headName(sent) == nil || !s.person(s.headName(sent))) {
			return by[0] // "drones used by X to attack", but "Roe was sent by X to attack"
		}
	}
	switch {
	case s.enables(up, g):
		return up.indirect // "gave X weapons to fight Y"
	case up.object != nil && !up.passive && (classes.has("drill", up.lemma) && s.doc.reader.frames.hostile(g.lemma) || s.urged(up, before)):
		return up.object // "trained X to fight Y", "urged his fighters in a message to attack"
	case before.kind == nounKind && before.verb == up && s.asked(before, up):
		return before
	}
	return nil
}

// asked reports whether the verb asks those whom the noun group names to do something, or gives them the means: "called on X to attack", "sent guns
// for X to attack with".
func (s *sentence) asked(whom, v *group) bool {
	classes := s.doc.reader.classes
	switch whom.role {
	case "obj":
		return !s.plansDeed(whom, v) && s.bids(v, whom) // not "prepared an offensive to retake X"
	case "on", "upon", "to":
	case "for":
		if classes.has("brace", v.lemma) && s.headName(whom) != nil || classes.has("give", v.lemma) && (len(whom.names) > 0 || classes.has("force", whom.lemma)) {
			return true
		}
	default:
		return false
	}
	return classes.has("demand", v.lemma) || v.subject != nil && s.intention(v.subject) && classes.has("swell", v.lemma)
}

// urged reports whether the verb asks forces for something and a phrase stands behind them: "urged his fighters in a message to".
func (s *sentence) urged(up, before *group) bool {
	return before != up.object && before.kind == nounKind && before.verb == up && s.doc.reader.classes.has("demand", up.lemma) && s.doc.reader.classes.any(up.object.lemma, "force", "nationals", "rebels")
}

// doerOfPurpose gives who is to do what an infinitive behind the noun group at left says: "the LNA's offensive to
// retake", "a Turkish operation to seize", "a campaign by the LNA to take".
func (s *sentence) doerOfPurpose(left int) *group {
	g := s.groups[left]
	switch {
	case left > 1 && s.groups[left-1].kind == prepKind && s.groups[left-1].lemma == "by" && (s.doc.reader.frames.event(s.groups[left-2].lemma) || s.intention(s.groups[left-2])):
		return g
	case g.kind != nounKind || !s.doc.reader.frames.event(g.lemma) && g.lemma != "attempt" && g.lemma != "bid" && g.lemma != "effort":
		return nil
	case g.possessor != nil:
		return g.possessor
	case len(g.names) > 0 && s.headName(g) == nil && s.doc.reader.classes.has("force", g.lemma):
		return g
	}
	return nil
}
