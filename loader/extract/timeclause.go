package extract

// subordinate makes "after" and the like begin a clause where a subject and its verb follow: "after the army withdrew".
func (s *sentence) subordinate() {
	for i := 0; i+2 < len(s.groups); i++ {
		if s.groups[i].kind != prepKind || s.groups[i+1].kind != nounKind {
			continue
		}
		v := s.groups[i+2]
		if v.kind == commaKind || v.kind == prepKind && s.groups[i+1].lemma != "date" && s.groups[i].lemma != "as" && s.groups[i].lemma != "since" {
			if k := s.deedOver(i+2, mostInsertions, false); k > 0 {
				v = s.groups[k] // "until the army of Chad withdrew", "after the alliance, made up of X and Y, launched"
			}
		}
		if v.kind == adverbKind && i+3 < len(s.groups) && s.groups[i+3].kind == verbKind && s.groups[i+3].finite && s.groups[i+1].lemma != "date" {
			v = s.groups[i+3] // "as the minister later admitted"
		}
		if v.kind == verbKind && (v.participle || v.gerund) && s.finiteBehind(i+2) {
			switch s.groups[i].lemma {
			case "since", "after", "before", "until":
				s.groups[i].kind = compKind // "after a missile fired by X hit"
			}
			continue
		}
		if v.kind != verbKind {
			continue
		}
		if !v.finite && !s.takenForParticiple(i, v) {
			continue
		}
		if mayConjoin(s.groups[i].lemma) && !s.mainVerbAt(i, v) {
			s.groups[i].kind = compKind
			v.finite, v.participle, v.passive = true, false, v.passive && v.finite // "after Britain struck targets"
		}
	}
}

// takenForParticiple reports whether the verb of the clause that the word at i opens is a past tense that the tagger takes for a
// participle: "after Britain struck targets".
func (s *sentence) takenForParticiple(i int, v *group) bool {
	subject := s.groups[i+1]
	if !v.participle || v.first != v.head || i+3 >= len(s.groups) || subject.lemma == "date" {
		return false
	}
	next := s.groups[i+3]
	if s.groups[i].lemma != "as" {
		return next.kind == nounKind || next.infinitive
	}
	acts := s.headName(subject) != nil || len(subject.names) > 0 && s.doc.reader.classes.any(subject.lemma, "force", "rebels")
	return acts && s.pastForm(v) && next.kind == nounKind && !s.naming(i+2, v)
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
