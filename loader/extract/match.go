package extract

import (
	"slices"
	"strings"
)

// match tries all frames on the sentence.
func (s *sentence) match() {
	s.matchLabel()
	s.matchPairs()
	for _, g := range s.groups {
		switch g.kind {
		case verbKind:
			if g.lemma == "" {
				continue
			}
			for _, t := range s.doc.reader.frames.verbs[g.lemma] {
				if s.meets(t.frame, g) {
					s.emit(t, g, span{g.head, g.head + 1}, g)
				}
			}
			s.matchAdjective(g, s.lower[g.head])
			s.matchAppointment(g)
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
}

// matchPreposition tries the frames of prepositions on the noun group behind: "in support of Y".
func (s *sentence) matchPreposition(p *group) {
	triggers := s.doc.reader.frames.preps[p.lemma]
	if len(triggers) == 0 || p.index+1 >= len(s.groups) || s.groups[p.index+1].kind != nounKind {
		return
	}
	for _, t := range triggers {
		if anchor := s.groups[p.index+1]; s.meets(t.frame, anchor) {
			s.emit(t, anchor, span{p.first, p.last}, anchor)
		}
	}
}

// parts gives a noun group, its conjuncts, what it owns and is owned by.
func (s *sentence) parts(g *group) []*group {
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
	for _, t := range frames.nouns[g.lemma] {
		if s.headName(g) == nil && s.meets(t.frame, g) {
			s.emit(t, g, span{g.head, g.head + 1}, g)
		}
	}
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
	s.matchOwner(g)
}

// matchAdjective tries "loyal to", "allied with" on a participle or adjective.
func (s *sentence) matchAdjective(g *group, word string) {
	for _, t := range s.doc.reader.frames.adjs[word] {
		if s.meets(t.frame, g) {
			s.emit(t, g, span{g.head, g.head + 1}, g)
		}
	}
}

// meets checks the frame's needs at the anchor.
func (s *sentence) meets(f *frame, anchor *group) bool {
	for _, n := range f.needs {
		switch n.test {
		case "to-verb":
			next := anchor.index + 2
			if anchor.object == nil || next >= len(s.groups) || !s.groups[next].infinitive && s.groups[next].kind != verbKind {
				return false
			}
		case "named-operation":
			if anchor.object == nil || s.lower[anchor.object.first] != "operation" {
				return false
			}
		case "then-to":
			if !s.thenTo(anchor, n.words) {
				return false
			}
		case "obj-not-that":
			if anchor.object != nil && s.governs(anchor) {
				return false
			}
		case "stative":
			if anchor.gerund && anchor.link == participial {
				return false
			}
		case "armed":
			if !s.armedIn(anchor) {
				return false
			}
		case "obj-place":
			if anchor.object == nil || len(s.guarded(anchor.object, "place")) == 0 {
				return false
			}
		case "from-place":
			if !slices.ContainsFunc(anchor.args, func(a argument) bool {
				return (a.prep == "from" || a.prep == "out_of") && len(a.noun.place) > 0
			}) {
				return false
			}
		case "no-obj":
			if anchor.object != nil {
				return false
			}
		case "no-place":
			if anchor.object == nil || len(anchor.object.place) > 0 {
				return false
			}
		case "obj-actor":
			if !slices.ContainsFunc(s.roleGroups("obj", anchor), func(g *group) bool { return len(s.admit(g.actor, "force")) > 0 }) {
				return false
			}
		case "present":
			if !s.present(anchor) {
				return false
			}
		case "unowned":
			if anchor.possessor != nil || len(anchor.names) > 0 {
				return false
			}
		case "sent", "not-sent":
			if s.sent(anchor) != (n.test == "sent") {
				return false
			}
		case "together":
			if !s.together(anchor) {
				return false
			}
		case "goods":
			if !s.headIn(anchor, []string{"@support"}) || s.doc.reader.classes.words["support"][s.goods(anchor).lemma].kind == "" {
				return false
			}
		case "lets-use":
			if !s.letsUse(anchor) {
				return false
			}
		case "to-aid":
			if !s.toAid(anchor) {
				return false
			}
		case "obj-mod":
			if anchor.object == nil || !s.precededBy(anchor.object, n.words...) {
				return false
			}
		case "obj-ownless":
			if !s.ownless(anchor.object) {
				return false
			}
		case "no-with":
			if len(s.argumentsOf(anchor, "with")) > 0 {
				return false
			}
		default:
			if !s.needed(n, anchor) {
				return false
			}
		}
	}
	return true
}

// armedIn reports whether the subject, or the surface object, is an armed body.
func (s *sentence) armedIn(v *group) bool {
	for _, g := range []*group{v.subject, v.object} {
		if g != nil && len(s.admit(g.actor, "force")) > 0 {
			return true
		}
	}
	return false
}

// governs reports whether a clause hangs on the verb, so that its object is not what it acts on.
func (s *sentence) governs(v *group) bool {
	for k := v.index + 1; k < len(s.groups) && k < v.index+4; k++ {
		if s.groups[k].kind == compKind && s.groups[k].lemma == "that" {
			return true
		}
	}
	return false
}

// needed reports whether the group in the role has one of the words as its head, and notes that group for the kinds.
func (s *sentence) needed(n need, anchor *group) bool {
	for _, g := range s.roleGroups(n.test, anchor) {
		if s.headIn(g, n.words) {
			return true
		}
	}
	return false
}

// headIn reports whether the head of the noun group, or of one of its conjuncts, is one of the words or classes.
func (s *sentence) headIn(g *group, words []string) bool {
	if g.conjuncts != nil {
		return slices.ContainsFunc(g.conjuncts, func(c *group) bool { return s.headIn(c, words) })
	}
	for o := g; o != nil; o = o.of {
		for _, w := range words {
			if class, ok := strings.CutPrefix(w, "@"); ok && s.doc.reader.classes.has(class, o.lemma) || w == o.lemma {
				return true
			}
		}
	}
	return false
}
