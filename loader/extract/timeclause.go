package extract

// subordinate makes "after" and the like begin a clause where a subject and its verb follow: "after the army withdrew".
func (s *sentence) subordinate() {
	for i := 0; i+2 < len(s.groups); i++ {
		if s.groups[i].kind != prepKind || s.groups[i+1].kind != nounKind {
			continue
		}
		v := s.groups[i+2]
		if k := s.behindOf(i + 1); k > i+2 {
			v = s.groups[k] // "until the army of Chad withdrew"
		}
		if v.kind == adverbKind && i+3 < len(s.groups) && s.groups[i+3].kind == verbKind && s.groups[i+3].finite && s.groups[i+1].lemma != "date" {
			v = s.groups[i+3] // "as the minister later admitted"
		}
		if v.kind == commaKind {
			v = s.behindInsertion(i + 2)
		} else if v.kind == verbKind && (v.participle || v.gerund) && s.finiteBehind(i+2) {
			switch s.groups[i].lemma {
			case "since", "after", "before", "until":
				s.groups[i].kind = compKind // "after a missile fired by X hit"
			}
			continue
		}
		if v.kind != verbKind {
			continue
		}
		if !v.finite && !(v.participle && v.first == v.head && i+3 < len(s.groups) && (s.groups[i+3].kind == nounKind || s.groups[i+3].infinitive) && (s.groups[i].lemma != "as" || (s.headName(s.groups[i+1]) != nil || len(s.groups[i+1].names) > 0 && s.doc.reader.classes.any(s.groups[i+1].lemma, "force", "rebels")) && s.pastForm(v) && s.groups[i+3].kind == nounKind && !s.naming(i+2, v)) && s.groups[i+1].lemma != "date") {
			continue
		}
		if mayConjoin(s.groups[i].lemma) && !s.mainVerbAt(i, v) {
			s.groups[i].kind = compKind
			v.finite, v.participle, v.passive = true, false, v.passive && v.finite // "after Britain struck targets"
		}
	}
}

// behindOf gives the index of the finite verb behind a noun group and its phrases, where the time tells that they begin a clause: "until
// the 2nd Division of General Roe pushed", "before the talks in Lima began", or 0.
func (s *sentence) behindOf(i int) int {
	k := i + 1
	for k+2 < len(s.groups) && s.groups[k].kind == prepKind && isAttached(s.groups[k].lemma) && s.groups[k+1].kind == nounKind {
		k += 2
	}
	if k == i+1 || s.groups[k].kind != verbKind || !s.groups[k].finite || s.groups[i].lemma == "date" {
		return 0
	}
	switch s.groups[i-1].lemma {
	case "after", "before", "until":
		return k
	}
	return 0
}

// isAttached tells the prepositions of phrases that belong to the noun before them.
func isAttached(word string) bool {
	switch word {
	case "of", "in", "with", "between", "on", "at":
		return true
	}
	return false
}

// finiteBehind reports whether the participle at i only describes the noun before it, since a finite verb and its object follow
// before anything else begins: "a missile fired by X hit the town".
func (s *sentence) finiteBehind(i int) bool {
	for k := i + 1; k+1 < len(s.groups); k++ {
		switch g := s.groups[k]; g.kind {
		case verbKind:
			return g.finite && s.groups[k+1].kind == nounKind && s.groups[k-1].kind == nounKind
		case nounKind, prepKind, adverbKind:
		default:
			return false
		}
	}
	return false
}

// mayConjoin tells the prepositions that are conjunctions, too.
func mayConjoin(word string) bool {
	switch word {
	case "after", "before", "since", "as", "until", "till":
		return true
	}
	return false
}
