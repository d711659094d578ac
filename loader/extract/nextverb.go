package extract

import (
	"slices"

	"entente.example/loader/text"
)

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
	class := s.doc.reader.classes
	return s.unturned(v, nil) && !s.hasPhrase(v, "out_of", "off") &&
		!slices.ContainsFunc(s.argumentsOf(v, "in"), func(g *group) bool { return class.has("shambles", g.lemma) }) &&
		!slices.ContainsFunc(s.argumentsOf(v, "with"), func(g *group) bool { return class.has("legacy", g.lemma) })
}

// endsClausePart reports whether nothing but a mark or a conjunction follows the group.
func (s *sentence) endsClausePart(g *group) bool {
	if g.index+1 >= len(s.groups) {
		return g.last+1 >= len(s.tokens)
	}
	switch s.groups[g.index+1].kind {
	case stopKind, commaKind, conjKind, quoteKind:
		return s.tokens[g.last].Tag != text.PRPS // "carrying their dead"
	}
	return false
}

// unturned reports whether nothing right behind the object of the verb tells how the object is then, or what it gets: not "left Goma
// untouched", "left Chad no choice", "ran the group close".
func (s *sentence) unturned(v *group, _ []string) bool {
	o := v.object
	if o == nil || v.passive || o.index < v.index || o.index+1 >= len(s.groups) {
		return true
	}
	next := s.groups[o.index+1]
	if v.lemma == "run" && s.hasPhrase(v, "out_of", "off") {
		return false // "ran the group out of town"
	}
	if next.first != o.last {
		return true
	}
	switch next.kind {
	case adjKind:
		return s.doc.reader.classes.has("beaten", next.lemma)
	case nounKind:
		return s.tellsTime(next) || len(next.names) > 0
	case verbKind:
		switch {
		case next.subject != o || next.finite && s.tokens[next.head].Tag != text.VBD || next.infinitive || next.object != nil || len(next.args) > 0 || !s.endsClausePart(next) || s.doc.reader.classes.has("beaten", next.lemma):
			return true
		}
		return v.lemma != "leave" && v.lemma != "keep"
	}
	return true
}
