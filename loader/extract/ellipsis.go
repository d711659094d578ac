package extract

import "strings"

// restoreVerbs puts the verb that a second clause leaves out in its place: "A was backed by B, and C by D", "A supported B and
// C D", "A was backed by B, C by D". What it inserts has no words of its own; its head is that of the first clause's verb.
func (s *sentence) restoreVerbs() {
	for i := 3; i+2 < len(s.groups); i++ {
		sep := s.groups[i-1]
		byDoer := sep.kind == commaKind || sep.kind == stopKind && sep.lemma == ";"
		if !(sep.kind == conjKind && sep.lemma != "or" || byDoer && s.groups[i+1].lemma == "by") || s.groups[i].kind != nounKind || s.groups[i].pronoun {
			continue
		}
		v := s.leftOut(i)
		if v == nil || !s.outright(v) {
			continue
		}
		again := *v
		again.first, again.last = s.groups[i].last, s.groups[i].last
		again.finite, again.participle = true, false
		s.groups = append(s.groups[:i+1], append([]*group{&again}, s.groups[i+1:]...)...)
		i++
	}
	s.restoreSeries()
	s.restoreDated()
	s.restoreGiven()
}

// restoreSeries repeats the verb before each further place of a series that has a date or a partner of its own: "took A in May, B in
// June and C a week later", "ceded A to B and C to D".
func (s *sentence) restoreSeries() {
	for i := 4; i+1 < len(s.groups); i++ {
		v := s.paired(i)
		if v == nil {
			continue
		}
		again := *v
		again.first, again.last = s.groups[i].first, s.groups[i].first
		again.leads = v
		if v.leads != nil {
			again.leads = v.leads
		}
		s.groups = append(s.groups[:i], append([]*group{&again}, s.groups[i:]...)...)
		i++
	}
}

// paired gives the verb of the series that goes on with the place at i and its own date or partner, or nil.
func (s *sentence) paired(i int) *group {
	g := s.groups[i]
	if g.kind != nounKind || !s.isPlaceOrState(g) {
		return nil
	}
	k := i - 1
	if s.groups[k].kind == conjKind && s.groups[k].lemma == "and" {
		k--
		if s.groups[k].kind == commaKind {
			k--
		}
	} else if s.groups[k].kind == commaKind {
		k--
	} else {
		return nil
	}
	last, first := s.pairOf(k)
	if first < 1 || s.groups[first].kind != nounKind || !s.isPlaceOrState(s.groups[first]) {
		return nil
	}
	v := s.groups[first-1]
	if v.kind != verbKind || v.lemma == "" || v.passive || v.participle || v.copula {
		return nil
	}
	end := s.pairBehind(i+1, last)
	if end < 0 || end < len(s.groups) && s.groups[end].kind == verbKind {
		return nil
	}
	return v
}

// pairOf gives the preposition of the phrase that ends at k, empty for a lapse of time such as "a year later", and the index of the
// group before it, or -1.
func (s *sentence) pairOf(k int) (string, int) {
	switch {
	case k > 2 && s.groups[k].kind == nounKind && s.groups[k-1].kind == prepKind && s.datesOrNames(s.groups[k]):
		return s.groups[k-1].lemma, k - 2
	case k > 2 && s.lapse(k-1):
		return "", k - 2
	}
	return "", -1
}

// pairBehind gives the index behind the phrase that begins at k, where it is of the sort of the one with the preposition, or -1.
func (s *sentence) pairBehind(k int, prep string) int {
	dated := prep != "to" && prep != "from"
	switch {
	case k+1 < len(s.groups) && dated && s.lapse(k):
		return k + 2
	case k+1 >= len(s.groups) || s.groups[k].kind != prepKind || s.groups[k+1].kind != nounKind || !s.datesOrNames(s.groups[k+1]):
		return -1
	case dated == (s.groups[k+1].lemma == "date") && (dated || s.groups[k].lemma == prep):
		return k + 2
	}
	return -1
}

// datesOrNames reports whether the noun group is a date or has a name as its head.
func (s *sentence) datesOrNames(g *group) bool { return g.lemma == "date" || s.headName(g) != nil }

// outright reports whether the clause of the verb says plainly what it says: nobody claims or denies it before, no adverb casts
// doubt. How the text stands to the first clause does not reach the second otherwise, so none is made of any other.
func (s *sentence) outright(v *group) bool {
	if v.negated {
		return false
	}
	for _, g := range s.groups {
		if g == v {
			break
		}
		if g.kind == verbKind || g.kind == compKind || g.kind == adverbKind {
			return false
		}
	}
	for i := 0; i < v.last; i++ {
		if strings.HasSuffix(s.lower[i], "ly") || s.lower[i] == "according" {
			return false
		}
	}
	return true
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
