package extract

import "slices"

// match tries all frames on the sentence.
func (s *sentence) match() {
	if s.matchBox() || s.matchEntries() {
		return
	}
	s.matchLabel()
	s.matchMinistry()
	s.matchRoll()
	s.matchDeployments()
	s.matchLikewise()
	if !s.mayTie() {
		s.matchDisputes()
		s.matchUnverified()
		s.matchSequel()
		return
	}
	s.matchPairs()
	for _, g := range s.groups {
		switch g.kind {
		case verbKind:
			if g.lemma == "" {
				continue
			}
			s.matchAll(s.doc.reader.frames.verbs[g.lemma], g)
			s.matchAdjective(g, s.lower[g.head])
			s.matchAppointment(g)
			s.matchBranches(g)
		case adjKind:
			s.matchAdjective(g, g.lemma)
		case prepKind:
			s.matchPreposition(g)
		case nounKind:
			for _, part := range s.parts(g) {
				s.matchNoun(part)
			}
		}
	}
	s.matchDisputes()
	s.matchUnverified()
	s.matchSequel()
}

// matchAll tries the frames that the word at the anchor's head calls.
func (s *sentence) matchAll(triggers []trigger, anchor *group) {
	for i := range triggers {
		if t := &triggers[i]; s.meets(t.frame, anchor) {
			s.emit(*t, anchor, span{anchor.head, anchor.head + 1}, anchor)
		}
	}
}

// meets checks the frame's needs at the anchor.
func (s *sentence) meets(f *frame, anchor *group) bool {
	for i := range f.needs {
		if !s.met(&f.needs[i], anchor) {
			return false
		}
	}
	return true
}

// met checks one need: a test of its own name, or else that the group in the role has one of the words as its head.
func (s *sentence) met(n *need, anchor *group) bool {
	if n.run != nil {
		return n.run(s, anchor, n.words)
	}
	if n.behind && !anchor.hasArguments() {
		return false
	}
	if n.test == "obj" && anchor.object == nil && (anchor.kind != verbKind || !anchor.passive) {
		return false // of most needs, and most verbs have none
	}
	for _, g := range s.roleGroups(n.test, anchor) {
		if s.mayHead(g, n.heads) && s.headIn(g, n.words) {
			return true
		}
	}
	return false
}

// hasArguments reports whether anything stands behind a preposition at the verb or the noun group.
func (g *group) hasArguments() bool { return len(g.args)+len(g.after) > 0 }

// hasPhrase reports whether something stands behind one of the prepositions at the group.
func (s *sentence) hasPhrase(anchor *group, preps ...string) bool {
	return slices.ContainsFunc(preps, func(prep string) bool { return len(s.argumentsOf(anchor, prep)) > 0 })
}

// mayHead reports whether the head of the noun group may be one of the words whose bits those are.
func (s *sentence) mayHead(g *group, heads uint64) bool {
	if g.conjuncts != nil {
		return true
	}
	for ; g != nil; g = g.of {
		if wordBit(g.lemma)&heads != 0 || s.headName(g) != nil {
			return true
		}
	}
	return false
}

// mayTie reports whether the sentence has somebody to tie: a name that stands for somebody, a title with a capital, one whom
// words stand for. Many sentences of most texts have not.
func (s *sentence) mayTie() bool {
	if s.capitals || s.headline || s.doc.subject != "" || s.doc.theme != "" || s.namesSide() {
		return true
	}
	return slices.ContainsFunc(s.groups, func(g *group) bool {
		return g.kind == nounKind && (len(g.actor)+len(g.place) > 0 || g.pronominal != nil || g.compounds != nil || g.conjuncts != nil || g.of != nil)
	})
}

// matchPreposition tries the frames of prepositions on the noun group behind: "in support of Y".
func (s *sentence) matchPreposition(p *group) {
	triggers := s.doc.reader.frames.preps[p.lemma]
	if len(triggers) == 0 || p.index+1 >= len(s.groups) || s.groups[p.index+1].kind != nounKind {
		return
	}
	anchor := s.groups[p.index+1]
	qualified := anchor
	if v := anchor.verb; v != nil && v.index < p.index {
		qualified = v // "planned to send troops in support of Y"
	}
	if p.index > 0 {
		if deed := s.groups[p.index-1]; deed.kind == nounKind && s.headName(deed) == nil && s.doc.reader.classes.has("deed", deed.lemma) {
			qualified = deed // "no evidence of X's intervention on behalf of Y"
		}
	}
	for _, t := range triggers {
		if s.meets(t.frame, anchor) {
			s.emit(t, anchor, span{p.first, p.last}, qualified)
		}
	}
}

// parts gives a noun group, its conjuncts, what it owns and is owned by.
func (s *sentence) parts(g *group) []*group {
	if g.conjuncts == nil && g.possessor == nil && g.of == nil && g.loyal == nil {
		return s.groupsIn(g)
	}
	parts := []*group{g}
	if g.conjuncts != nil {
		parts = nil
		for _, c := range g.conjuncts {
			if c.index == 0 {
				c.index = g.index
			}
			if c.verb == nil {
				c.verb, c.role, c.prep = g.verb, g.role, g.prep
			}
			if c.after == nil && (c == g.conjuncts[len(g.conjuncts)-1] || s.doc.reader.frames.event(c.lemma)) {
				c.after = g.after
			}
			if first := g.conjuncts[0]; c.possessor == nil && len(c.names) == 0 && s.doc.reader.frames.event(c.lemma) {
				c.possessor = first.possessor // "Iraq's invasion and occupation of"
				if c.possessor == nil && c != first && c.first == c.head && c.names == nil && s.doc.reader.frames.event(first.lemma) {
					c.names = first.names // "the Iraqi invasion and occupation of"
				}
			}
			parts = append(parts, s.parts(c)...)
		}
	}
	if g.possessor != nil {
		g.possessor.index = g.index
		parts = append(parts, g.possessor)
	}
	if g.of != nil {
		g.of.index = g.index
		if g.of.after == nil && s.doc.reader.frames.event(g.of.lemma) {
			g.of.after = g.after // "at the height of the siege of X by Y"
		}
		if g.of.verb == nil && s.doc.reader.classes.has("quantity", g.lemma) {
			g.of.verb, g.of.role, g.of.prep = g.verb, g.role, g.prep // "agreed on a package of sanctions"
			if g.of.after == nil {
				g.of.after = g.after
			}
		}
		parts = append(parts, s.parts(g.of)...)
	}
	if g.loyal != nil {
		g.loyal.index = g.index
		parts = append(parts, s.parts(g.loyal)...)
	}
	return parts
}

// matchNoun tries the frames that hang on a noun group: nouns, hyphenated modifiers, roles.
func (s *sentence) matchNoun(g *group) {
	frames := s.doc.reader.frames
	named := s.headName(g)
	noun := g.lemma
	if named != nil && !named.known() && slices.Contains(s.lower[named.first:named.last], "war") {
		noun, named = "war", nil // "the War of 1812 between A and B"
	}
	if named == nil {
		s.matchAll(frames.nouns[noun], g)
	}
	s.matchDeverbal(g)
	for i := range g.compounds {
		c := &g.compounds[i]
		for _, t := range frames.mods[c.word] {
			s.emitCompound(t, g, c)
		}
		for _, t := range frames.prefixes[c.word] {
			s.emitCompound(t, g, c)
		}
	}
	s.matchRole(g)
	s.matchElection(g)
	s.matchBelonging(g)
	s.matchBracket(g)
	s.matchAmong(g)
	s.matchRoster(g)
	s.matchAllied(g)
	s.matchOwner(g)
	s.matchStation(g)
	s.matchPost(g)
}

// matchAdjective tries "loyal to", "allied with" on a participle or adjective, but not "linked the attack to".
func (s *sentence) matchAdjective(g *group, word string) {
	if g.kind == verbKind && !g.passive && g.object != nil && !g.object.pronoun {
		return
	}
	s.matchAll(s.doc.reader.frames.adjs[word], g)
}
