package extract

import "slices"

// giver gives who stands behind a noun for support or for what armed people do: "Russian air power", "strikes by Russia",
// "missiles supplied by Iran". Other nouns have none.
func (s *sentence) giver(g *group, guard string) []ref {
	if g.conjuncts != nil {
		var refs []ref
		for _, c := range g.conjuncts {
			refs = append(refs, s.giver(c, guard)...)
		}
		return refs
	}
	if !s.lends(g) || s.unofficial(g) {
		return nil
	}
	if g.possessor != nil {
		if refs := s.guarded(g.possessor, guard); len(refs) > 0 {
			return refs
		}
	}
	if refs := s.suppliers(g, guard); len(refs) > 0 {
		return refs
	}
	if refs := s.handedBy(g, guard); len(refs) > 0 {
		return refs // "Chinese drones supplied by Chad" are from Chad, wherever they were made
	}
	if refs := s.modifiers(g, guard); len(refs) > 0 {
		return refs
	}
	for i, a := range g.after {
		if (a.prep == "of" || a.prep == "from") && s.ofNounBefore(a.prep, g, g.after[:i]) || a.prep == "from" && g.role == "obj" && (s.doc.reader.classes.has("shoot", g.verb.lemma) || g.verb.lemma == "fly") {
			continue // "fired rockets from Lebanon" tells from where
		}
		if refs := s.guarded(a.noun, guard); len(refs) > 0 && (a.prep == "by" || a.prep == "from" || a.prep == "of" && !s.doc.reader.classes.has("inflicted", g.lemma)) {
			return refs
		}
	}
	if g.of != nil && !s.doc.reader.classes.has("inflicted", g.lemma) {
		if refs := s.guarded(g.of, guard); len(refs) > 0 {
			return refs
		}
		if refs := s.giver(g.of, guard); len(refs) > 0 {
			return refs
		}
	}
	return s.doneBy(g, guard)
}

// doneBy gives by whom the passive verb right behind the noun group says that what it tells was done.
func (s *sentence) doneBy(g *group, guard string) []ref {
	next := g.index + 1
	if next >= len(s.groups) || s.groups[next].kind != verbKind || !s.groups[next].passive || s.groups[next].subject != g {
		return nil
	}
	for _, agent := range s.argumentsOf(s.groups[next], "by") {
		if refs := s.guarded(agent, guard); len(refs) > 0 {
			return refs
		}
	}
	return nil
}

// modifiersOfEach gives the modifiers of a noun group or, of a list, those of each part that tells of forces, targets or support as the first
// does: "bombed Syrian bases and Iranian depots", but not "killed Syrian soldiers and Iranian children".
func (s *sentence) modifiersOfEach(g *group, guard string) []ref {
	refs := s.modifiers(g, guard)
	if len(refs) == 0 {
		return nil
	}
	for _, part := range g.listed() {
		if part.first == g.first || len(part.names) == 0 || s.headName(part) != nil || part.lemma != g.lemma && !s.doc.reader.classes.any(part.lemma, "force", "target", "support", "instrument") {
			continue
		}
		refs = withOthers(refs, part, s.modifiers(part, guard))
	}
	return refs
}

// withOthers adds those whom a part of a list tells of and none of the refs does.
func withOthers(refs []ref, part *group, more []ref) []ref {
	for _, r := range more {
		if !slices.ContainsFunc(refs, func(known ref) bool { return known.id == r.id }) {
			r.group = part
			refs = append(slices.Clip(refs), r)
		}
	}
	return refs
}

// withGivers adds to those of a list who act themselves the states of the advisers and the like in it, who stand for nobody: "Cuban soldiers and
// Soviet advisers helped".
func (s *sentence) withGivers(list *group, refs []ref, guard string) []ref {
	for _, part := range list.listed() {
		if s.headName(part) == nil && s.doc.reader.classes.has("instrument", part.lemma) {
			refs = withOthers(refs, part, s.giver(part, guard))
		}
	}
	return refs
}

// suppliers gives the actors that "X-supplied" before a noun names.
func (s *sentence) suppliers(g *group, guard string) []ref {
	return s.hyphenedBy(g, guard, func(word string) bool { return s.doc.reader.classes.has("supplied", word) })
}

// handedBy gives by whom the words right behind say that the goods were supplied.
func (s *sentence) handedBy(g *group, guard string) []ref {
	if next := g.index + 1; next >= len(s.groups) || !s.doc.reader.classes.has("supplied", s.lower[s.groups[next].head]) {
		return nil
	}
	return s.doneBy(g, guard)
}

// handsOver reports whether the verb that has the goods for its object tells that somebody else gives them: "the UAE supplied Chinese
// drones", "a firm shipped Chinese drones" tell of no gift of China's.
func (s *sentence) handsOver(g *group) bool {
	v := g.verb
	if v == nil || g.role != "obj" || v.passive || v.subject == nil || !s.doc.reader.frames.calledBy(v.lemma, "backs.provide") {
		return false
	}
	return s.doc.reader.classes.has("enterprise", v.subject.lemma) || len(s.admit(v.subject.actor, "actor")) > 0
}

// lends reports whether the noun group's head is a word for support, for what forces do, or for those who bring it.
func (s *sentence) lends(g *group) bool {
	for o := g; o != nil; o = o.of {
		if s.doc.reader.classes.any(o.lemma, "support", "force", "instrument") {
			return true
		}
	}
	return false
}

// fired resolves "a rocket fired by Hezbollah" to who fired it.
func (s *sentence) fired(g *group) []ref {
	if s.doc.reader.frames.event(g.lemma) {
		for _, by := range s.argumentsOf(g, "by") {
			s.resolveGroup(by)
			return s.owned(g, by.actor, false) // "air raids by the coalition"
		}
	}
	if g.index+1 >= len(s.groups) || s.groups[g.index] != g {
		return nil
	}
	v := s.groups[g.index+1]
	if v.kind != verbKind || !v.participle || !s.doc.reader.classes.has("fire", v.lemma) {
		return nil
	}
	for _, by := range s.argumentsOf(v, "by") {
		s.resolveGroup(by)
		if refs := s.owned(g, by.actor, false); len(refs) > 0 {
			return refs
		}
	}
	return nil
}

// looksOn reports whether the verb's subject has no part in the deed that its object names: who condemns an attack, reports, demands or
// survives it.
func (s *sentence) looksOn(v *group) bool {
	class := s.doc.reader.classes
	return class.any(v.lemma, "accuse", "deny", "claim", "onlook", "repel", "block") || class.has("say", v.lemma) && v.lemma != "announce" && v.lemma != "declare" && v.lemma != "confirm" || class.has("demand", v.lemma) && v.lemma != "order"
}

// bringsAbout reports whether the verb's subject may be who does what the noun tells: as its object, or as that with which, by which or for
// which he does something, "responded with the deployment of", but not "heard of the deployment of".
func (s *sentence) bringsAbout(v, g *group) bool {
	switch g.role {
	case "obj":
		return !s.looksOn(v)
	case "with", "by", "through", "in":
		return !v.copula && v.lemma != "agree" && v.lemma != "disagree"
	case "for":
		return s.doc.reader.classes.has("brace", v.lemma) || s.doc.reader.classes.any(v.lemma, "plan", "wage") || s.intended(g)
	case "to":
		return s.doc.reader.classes.any(v.lemma, "plan", "offer") || v.lemma == "proceed" || v.lemma == "resort" || s.intended(g)
	}
	return s.intended(g)
}

// ownCause reports whether the object of help or defence is the helper's own: "to protect its own security", "to defend its citizens".
func (s *sentence) ownCause(g *group) bool {
	if g == nil || !isPossessive(s.lower[g.first]) {
		return false
	}
	switch g.lemma {
	case "security", "interest", "citizen", "national", "asset", "border", "frontier", "investment", "embassy", "base":
		return true
	}
	return slices.Contains(s.lower[g.first:g.head], "own")
}

// helpedIn gives whose war the noun names behind support for him: "supports X in the war against Y", "sold arms to X in its war with Y".
func (s *sentence) helpedIn(g, v *group) *group {
	if g.role != "in" || !g.definite && !isPossessive(s.lower[g.first]) {
		return nil
	}
	whom := s.nounBefore(g)
	if whom == nil || whom.verb != v || len(whom.actor) == 0 {
		return nil
	}
	given := (whom.role == "to" || whom.role == "iobj") && v.object != nil && !s.doc.reader.classes.has("force", v.object.lemma)
	if given || whom.role == "obj" && s.doc.reader.frames.calledBy(v.lemma, "backs.support") {
		return whom
	}
	return nil
}
