package extract

// restoreVerbs puts the verb that a second clause leaves out in its place: "A was backed by B, and C by D", "A supported B and
// C D". What it inserts has no words of its own; its head is that of the first clause's verb.
func (s *sentence) restoreVerbs() {
	for i := 3; i+2 < len(s.groups); i++ {
		if s.groups[i-1].kind != conjKind || s.groups[i-1].lemma == "or" || s.groups[i].kind != nounKind || s.groups[i].pronoun {
			continue
		}
		v := s.leftOut(i)
		if v == nil {
			continue
		}
		again := *v
		again.first, again.last, again.negated, again.auxiliary = s.groups[i].last, s.groups[i].last, false, nil
		again.finite, again.participle = true, false
		s.groups = append(s.groups[:i+1], append([]*group{&again}, s.groups[i+1:]...)...)
		i++
	}
}

// restored reports whether the group is a verb that stands here only in thought.
func (g *group) restored() bool { return g.kind == verbKind && g.first == g.last }

// leftOut gives the verb that is to be understood behind the noun group at i, or nil.
func (s *sentence) leftOut(i int) *group {
	next := s.groups[i+1]
	byDoer := next.kind == prepKind && next.lemma == "by" && s.groups[i+2].kind == nounKind
	if !byDoer && next.kind != nounKind || s.headName(s.groups[i]) == nil {
		return nil
	}
	if object := s.groups[i+1]; !byDoer && (object.first != s.groups[i].last || object.pronoun || s.headName(object) == nil || !object.definite) {
		return nil
	}
	for k := i + 2; k < len(s.groups) && s.groups[k].kind != stopKind; k++ {
		if s.groups[k].kind == verbKind && s.groups[k].finite {
			return nil // it has a verb of its own
		}
	}
	for k := i - 2; k > 0; k-- {
		switch v := s.groups[k]; v.kind {
		case nounKind, commaKind, conjKind, adverbKind:
		case prepKind:
			if v.lemma != "by" || !byDoer {
				return nil
			}
		case verbKind:
			if byDoer && v.passive && s.groups[k+1].lemma == "by" {
				return v
			}
			if !byDoer && v.finite && !v.passive && v.lemma != "be" && s.groups[k+1].kind == nounKind && s.headName(s.groups[k+1]) != nil {
				return v
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}
