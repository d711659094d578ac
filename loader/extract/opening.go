package extract

// closeOpening ends the clause that opens a sentence: the comma behind it is read as a stop, so that the main clause is read as if the
// sentence began there: "While talks went on in Geneva, Haftar's forces, backed by Russia, shelled the port".
func (s *sentence) closeOpening() {
	for first := range s.groups {
		if first > 0 && s.groups[first-1].kind != stopKind && s.groups[first-1].kind != quoteKind {
			continue
		}
		if end := s.openingEnd(s.opener(first)); end > 0 {
			s.groups[end].kind = stopKind
		}
	}
}

// opener gives the conjunction of the clause that opens a sentence at the group, behind "but" or an adverb, or -1.
func (s *sentence) opener(first int) int {
	for first < len(s.groups) && (s.groups[first].kind == conjKind || s.groups[first].kind == adverbKind) {
		first++
	}
	if first == len(s.groups) {
		return -1
	}
	switch g := s.groups[first]; {
	case g.kind == compKind && g.lemma != "that" && g.lemma != "if" && g.lemma != "unless", g.kind == relKind && g.lemma == "when", g.kind == prepKind && mayConjoin(g.lemma):
		return first
	}
	return -1
}

// openingEnd gives the comma between the clause that the conjunction at the group begins and the subject of the main clause, or -1. It
// is the first comma behind the verb of the clause, unless a list goes on behind it.
func (s *sentence) openingEnd(conjunction int) int {
	if conjunction < 0 || conjunction+1 >= len(s.groups) || s.groups[conjunction+1].kind != nounKind || s.groups[conjunction+1].pronoun {
		return -1 // "Since it left Mali, France has" looks ahead
	}
	open := 1
	for k := conjunction + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == stopKind || g.kind == quoteKind:
			return -1
		case g.kind == compKind || g.kind == relKind:
			open++
		case g.kind == verbKind && g.finite && g.lemma != "":
			if open == 1 && s.doc.reader.classes.any(g.lemma, "say", "deny", "claim") {
				return -1 // "As the army said, ..." tells who says the rest
			}
			if open == 0 {
				return -1
			}
			open--
		case g.kind == commaKind && open == 0:
			return s.mainComma(k)
		case g.kind == commaKind && s.groups[conjunction].kind == prepKind:
			return -1 // "After the raid, Chad left"
		}
	}
	return -1
}

// mainComma gives the comma at k, behind a clause, if a phrase or the subject of the main clause begins behind it, or the comma behind the
// list that goes on there; -1 if neither: "While A backs B, C and D, E backs F".
func (s *sentence) mainComma(k int) int {
	if k+1 == len(s.groups) || s.groups[k+1].kind != nounKind && s.groups[k+1].kind != prepKind {
		return -1
	}
	if of := s.groups[k+1].lemma; of == "former" || of == "latter" {
		return -1 // one of two in the clause
	}
	open, listed := 0, false
	for j := k + 1; j < len(s.groups); j++ {
		switch g := s.groups[j]; {
		case g.kind == stopKind || g.kind == quoteKind:
			return -1
		case s.subordinates(j):
			open++
		case g.kind == verbKind && s.tensed(j):
			if open == 0 {
				return k
			}
			open--
		case g.kind == conjKind:
			listed = true
		case g.kind == commaKind && open == 0 && listed && j+1 < len(s.groups) && s.groups[j-1].kind == nounKind && s.groups[j+1].kind == nounKind:
			k, listed = j, false
		}
	}
	return -1
}

// governOpening gives what opens a clause the subject behind it, and reports whether it did: "To retake the town, the army", "But backed by
// Russia, the LNA".
func (s *sentence) governOpening(i, left int, g *group) bool {
	if g.finite || left >= 0 && !s.onlyOpening(left) {
		return false
	}
	if left >= 0 {
		switch before := s.groups[left]; before.kind {
		case commaKind, conjKind, quoteKind, stopKind:
		case compKind:
			if before.lemma != "that" {
				return false // "left while bombing"
			}
		default:
			return false
		}
	}
	if g.subject = s.subjectAhead(i); g.subject == nil && left >= 0 {
		return false
	}
	g.link = participial
	if g.infinitive {
		g.link = toLink
	}
	return true
}
