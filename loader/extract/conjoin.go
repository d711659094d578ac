package extract

// mostInsertions is over how many insertions the verb of a clause is looked for: each may end at several commas.
const mostInsertions = 3

// conjoin makes "after" and the like begin a clause where somebody who may act stands behind it and what he does follows, over whatever is
// put between the two: "after the M23, a rebel group, took Goma", "before Chad and its allies in turn attacked".
func (s *sentence) conjoin() {
	for i := 0; i+2 < len(s.groups); i++ {
		g := s.groups[i]
		if g.kind != prepKind || !mayConjoin(g.lemma) || s.groups[i+1].kind != nounKind || s.groups[i+1].pronoun || !s.mayAct(s.groups[i+1]) || !s.holdsClause(i) {
			continue
		}
		fronted := s.verbBefore(i) == nil
		k := s.deedOver(i+2, mostInsertions, true)
		if k < 0 || k == i+2 || fronted && !s.mainFollows(k) {
			continue
		}
		v := s.groups[k]
		g.kind = compKind
		v.finite, v.participle, v.passive = true, false, v.passive && v.finite
	}
}

// holdsClause reports whether a clause may begin with the word at i rather than a phrase that names a role: "serves as the M23's chief".
func (s *sentence) holdsClause(i int) bool {
	if s.groups[i].lemma != "as" {
		return true
	}
	if s.headName(s.groups[i+1]) == nil && !s.armyOf(s.groups[i+1]) {
		return false
	}
	if i == 0 {
		return true
	}
	before := s.groups[i-1]
	return (before.kind != verbKind || s.doc.reader.classes.has("unfold", before.lemma) && !before.passive) && before.kind != prepKind && !before.pronoun
}

// deedOver gives the index of the finite verb behind phrases, brackets and what commas insert from k on, and if need be behind the second
// of a list, or -1.
func (s *sentence) deedOver(k, insertions int, list bool) int {
	for k < len(s.groups) {
		g := s.groups[k]
		switch {
		case g.kind == adverbKind:
			k++
		case g.kind == prepKind && k+1 < len(s.groups) && s.groups[k+1].kind == nounKind:
			k += 2
		case g.kind == conjKind && g.lemma == "and" && list && k+1 < len(s.groups) && s.joinsActor(s.groups[k+1]):
			k, list = k+2, false
		case g.kind == bracketKind:
			for k++; k < len(s.groups) && s.groups[k].kind != bracketKind; k++ {
			}
			k++
		case g.kind == commaKind:
			return s.deedOverInsertion(k, insertions)
		case g.kind == verbKind && g.lemma != "" && (g.finite || g.participle && g.first == g.head && s.pastForm(g) && s.deedAt(k)):
			return k
		default:
			return -1
		}
	}
	return -1
}

// deedAt reports whether the past form at k has an object, or is of a verb that never has one, so that it tells what somebody did.
func (s *sentence) deedAt(k int) bool {
	if k+1 >= len(s.groups) || s.groups[k-1].kind == nounKind && s.groups[k-2].kind != conjKind {
		return false
	}
	return s.groups[k+1].kind == nounKind || s.groups[k+1].kind == prepKind && s.groups[k+1].lemma != "by" && s.doc.reader.classes.any(s.lower[s.groups[k].head], "intransitive", "objectless")
}

// joinsActor reports whether the noun group behind "and" is another who may act, or those of the one before.
func (s *sentence) joinsActor(g *group) bool {
	return g.kind == nounKind && !g.pronoun && (s.headName(g) != nil && s.mayAct(g) || isPossessive(s.lower[g.first]))
}

// deedOverInsertion gives the index of the finite verb behind what the comma at k and another insert, or -1. A name alone is not inserted, it
// begins the main clause: "After the M23, Chad, backed by Peru, left".
func (s *sentence) deedOverInsertion(k, insertions int) int {
	if insertions == 0 {
		return -1
	}
	if opening := s.groups[min(k+1, len(s.groups)-1)]; opening.kind == nounKind && k+2 < len(s.groups) && s.headName(opening) != nil && s.groups[k+2].kind == commaKind && !s.officeHolder(k) {
		return -1
	}
	for j := k + 2; j+1 < len(s.groups) && j < k+14; j++ {
		switch s.groups[j].kind {
		case stopKind, quoteKind:
			return -1
		case commaKind:
			if !s.onlyInserted(k+1, j) {
				continue
			}
			if v := s.deedOver(j+1, insertions-1, false); v > 0 {
				return v
			}
		}
	}
	return -1
}

// officeHolder reports whether a person's name behind the comma at k tells who holds the office before it: "after its president, John Roe, was
// killed".
func (s *sentence) officeHolder(k int) bool {
	if k < 1 || s.groups[k-1].kind != nounKind || s.headName(s.groups[k-1]) != nil || s.groups[k+1].conjuncts != nil || !s.person(s.headName(s.groups[k+1])) {
		return false
	}
	return s.doc.reader.classes.any(s.groups[k-1].lemma, "leader", "member", "sovereign")
}

// mainFollows reports whether a comma and another clause follow the verb at k.
func (s *sentence) mainFollows(k int) bool {
	comma := false
	for k++; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == stopKind:
			return false
		case g.kind == commaKind:
			comma = k+1 < len(s.groups) && s.groups[k+1].kind != conjKind
		case comma && g.kind == verbKind && g.finite:
			return true
		}
	}
	return false
}
