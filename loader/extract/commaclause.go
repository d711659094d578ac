package extract

// beginsOwn reports whether the noun group at next, behind a comma and "and", is or begins the subject of a clause of its own rather than
// the second of two that the one at i begins: "fought near Dili, and A, B and C sent troops", "spoke of independence, and the militias,
// which the army armed, burnt the town". A list of two has no comma where a finite verb stands on either side.
func (s *sentence) beginsOwn(i, next int) bool {
	if i == 0 || s.groups[i-1].kind != verbKind && s.groups[i-1].kind != prepKind || !s.finiteBefore(i) {
		return false
	}
	for k := next + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; g.kind {
		case nounKind, commaKind, conjKind, prepKind, adverbKind, bracketKind, adjKind:
		case relKind:
			if k = s.commaBehind(k); k < 0 {
				return false
			}
		case verbKind:
			switch {
			case g.infinitive || s.groups[k-1].kind == conjKind:
				return false
			case g.finite:
				return true
			case s.groups[k-1].kind == commaKind:
				if k = s.commaBehind(k); k < 0 {
					return false
				}
			}
		default:
			return false
		}
	}
	return false
}

// commaBehind gives the index of the next comma, or -1 where the clause ends before one.
func (s *sentence) commaBehind(k int) int {
	for k++; k < len(s.groups); k++ {
		switch s.groups[k].kind {
		case commaKind:
			return k
		case stopKind, compKind, quoteKind:
			return -1
		}
	}
	return -1
}
