package extract

// marksSide reports whether the groups from k on say, behind at most one phrase and what it hangs on, that what stands before is one of
// two sides: "between A and militiamen loyal to it on one hand", "between A on one side", "between A from one side".
func (s *sentence) marksSide(k int) bool {
	for end := min(k+8, len(s.groups)-1); k < end; k++ {
		if s.sideMark(k, "one") {
			return true
		}
		if g := s.groups[k]; g.kind == stopKind || g.kind == verbKind && g.finite {
			return false
		}
	}
	return false
}

// sideMark reports whether "on one side", "on the one hand", "on the other" stands at k.
func (s *sentence) sideMark(k int, which string) bool {
	if k+1 >= len(s.groups) || s.groups[k].lemma != "on" && s.groups[k].lemma != "from" || s.groups[k+1].kind != nounKind {
		return false
	}
	g := s.groups[k+1]
	if len(g.names) > 0 || g.last-g.first > 3 || g.lemma != "side" && g.lemma != "hand" && g.lemma != which {
		return false
	}
	for _, word := range s.lower[g.first:g.last] {
		if word == which {
			return true
		}
	}
	return false
}

// markedSides gives as a list the two sides of which the first ends with "on one side", be each a list itself: of "between A and
// militiamen loyal to it on one hand, and B and C on the other" A and the militiamen, B and C.
func (s *sentence) markedSides(k int) *group {
	first, i := s.groups[k+1], k+2
	for i < len(s.groups) && !s.sideMark(i, "one") {
		i++
	}
	for i += 2; i < len(s.groups) && (s.groups[i].kind == commaKind || s.groups[i].kind == conjKind && s.groups[i].lemma == "and" || s.groups[i].kind == adverbKind); i++ {
	}
	if i >= len(s.groups) || s.groups[i].kind != nounKind || s.groups[i].pronoun {
		return nil
	}
	both := *first
	both.conjuncts, both.plural, both.last = []*group{first, s.groups[i]}, true, s.groups[i].last
	both.actor, both.place, both.resolved = nil, nil, false
	s.apart = append(s.apart, &both)
	return &both
}

// menOfSide reports whether the last of the groups read so far are the men of a side, which "of" and the name next tell: "between members
// of X and members of Y".
func (s *sentence) menOfSide(read []*group, of *group) bool {
	n := len(read)
	if !s.areMen(read[n-1]) || s.headName(of) == nil || s.isPlaceOrState(of) {
		return false
	}
	before := read[n-2]
	return before.lemma == "between" || n > 3 && before.kind == conjKind && read[n-3].of != nil && s.areMen(read[n-3]) && read[n-4].lemma == "between"
}

// menOfEach reports whether the noun groups at i and k tell whose men stand before each: "members of X and fighters of Y".
func (s *sentence) menOfEach(i, k int) bool {
	if i < 2 || k+2 >= len(s.groups) || s.groups[i-1].lemma != "of" || s.groups[k+1].lemma != "of" || s.groups[i-2].kind != nounKind || s.groups[k+2].kind != nounKind {
		return false
	}
	return s.areMen(s.groups[i-2]) && s.areMen(s.groups[k]) && s.headName(s.groups[i]) != nil && s.headName(s.groups[k+2]) != nil
}

// areMen reports whether the noun group is a word for fighters of whom no name is in it.
func (s *sentence) areMen(g *group) bool {
	return g.plural && s.headName(g) == nil && g.possessor == nil && s.doc.reader.classes.any(g.lemma, "force", "nationals", "soldiery")
}
