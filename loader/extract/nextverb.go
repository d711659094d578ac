package extract

import "slices"

// inDoing reports whether "in" and a gerund of one of the verbs follow: "joined with X in fighting Y".
func (s *sentence) inDoing(v *group, verbs []string) bool {
	for k := v.index + 1; k+1 < len(s.groups) && k < v.index+6; k++ {
		switch g := s.groups[k]; g.kind {
		case prepKind:
			if next := s.groups[k+1]; g.lemma == "in" && next.kind == verbKind {
				return next.gerund && slices.Contains(verbs, next.lemma)
			}
		case verbKind, stopKind, compKind, relKind:
			return false
		}
	}
	return false
}

// thenGive reports whether the infinitive that follows tells of giving support to nobody else than who asks for it: "urged X
// to send weapons".
func (s *sentence) thenGive(v *group) bool {
	for k := v.index + 1; k < len(s.groups) && k < v.index+6; k++ {
		switch g := s.groups[k]; g.kind {
		case verbKind:
			if !g.infinitive || s.doc.reader.classes.has("end", g.lemma) || !s.doc.reader.frames.receives(g.lemma) || g.object == nil || !s.headIn(g.object, []string{"@support"}) {
				return false
			}
			for _, to := range append(s.argumentsOf(g, "to"), s.argumentsOf(g, "for")...) {
				if len(to.actor) > 0 && !to.pronoun {
					return false
				}
			}
			return g.indirect == nil || g.indirect.pronoun
		case stopKind, compKind, relKind:
			return false
		}
	}
	return false
}

// thenTo reports whether one of the verbs follows in the infinitive: "forced X to retreat", "called on X to withdraw".
func (s *sentence) thenTo(v *group, verbs []string) bool {
	for k := v.index + 1; k < len(s.groups) && k < v.index+6; k++ {
		switch g := s.groups[k]; g.kind {
		case verbKind:
			return g.infinitive && slices.Contains(verbs, g.lemma)
		case stopKind, compKind, relKind:
			return false
		}
	}
	return false
}

// leavesPlace reports whether the verb "leave" has its subject go rather than tells how things are with its object then: not "left Chad
// without a friend", "left Goma in ruins". The words are those without which one may go: "without a fight".
func (s *sentence) leavesPlace(v *group, words []string) bool {
	for _, g := range s.argumentsOf(v, "without") {
		if !s.headIn(g, words) {
			return false
		}
	}
	return !slices.ContainsFunc(s.argumentsOf(v, "in"), func(g *group) bool { return s.doc.reader.classes.has("shambles", g.lemma) })
}
