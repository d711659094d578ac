package extract

import (
	"slices"

	"entente.example/loader/text"
)

// Two sides stand behind "between", and what the text tells of the first may come between them: "between the army, which held the
// town, and the rebels", "between the settlers, backed by A, and B with support from C".

// openBetween reports whether the noun group at i stands in what tells more of the first side behind a "between" whose second is still to
// come.
func (s *sentence) openBetween(i int) bool {
	told := false
	for k := i - 1; k > 0; k-- {
		switch g := s.groups[k]; {
		case g.kind == verbKind, g.kind == relKind:
			told = true
		case g.kind == conjKind, g.kind == stopKind, g.kind == quoteKind:
			return false
		case g.lemma == "between" && g.kind == prepKind:
			return told && k+1 < len(s.groups) && s.groups[k+1].conjuncts == nil
		}
	}
	return false
}

// describedSide takes what describes the first of two sides between commas out of their list: "between X, militias allied with Chad, and Y".
func (s *sentence) describedSide(sides *group) {
	if len(sides.conjuncts) != 3 {
		return
	}
	first, told := sides.conjuncts[0], sides.conjuncts[1]
	if s.headName(first) == nil || s.headName(told) != nil || !told.plural && !s.doc.reader.classes.has("grouping", told.lemma) || s.lower[told.first-1] != "," || s.lower[sides.conjuncts[2].first-1] != "and" || s.lower[sides.conjuncts[2].first-2] != "," {
		return
	}
	if told.loyal != nil || slices.ContainsFunc(s.tokens[told.head+1:sides.conjuncts[2].first-2], func(t text.Token) bool { return t.Tag == text.VBN }) {
		sides.conjuncts = []*group{first, sides.conjuncts[2]}
		first.apposed = append(first.apposed, told)
	}
}

// otherSides joins to the first side behind each "between" the second, over what tells more of the first.
func (s *sentence) otherSides() {
	for k := 1; k < len(s.groups); k++ {
		if s.groups[k-1].lemma == "between" {
			s.describedSide(s.groups[k])
		}
	}
	for k := 0; k+3 < len(s.groups); k++ {
		first := s.groups[k+1]
		if s.groups[k].lemma != "between" || s.groups[k].kind != prepKind || first.kind != nounKind || first.conjuncts != nil && !s.onOneSide(k+2) || first.pronoun || first.lemma == "date" {
			continue
		}
		second := s.otherSide(k + 1)
		if second == nil {
			continue
		}
		both := s.facing(first, second)
		for _, g := range s.groups {
			for _, args := range [][]argument{g.args, g.after} {
				for i, a := range args {
					if a.noun == first && a.prep == "between" {
						args[i].noun = both
						second.verb, second.role, second.prep = first.verb, first.role, "between"
					}
				}
			}
		}
	}
}

// otherSide gives the noun group behind the "and" that ends what is told of the first side at k, or nil.
func (s *sentence) otherSide(k int) *group {
	for k++; k+1 < len(s.groups); k++ {
		switch g, next := s.groups[k], s.groups[k+1]; g.kind {
		case conjKind:
			if g.lemma == "and" && next.kind == nounKind && !next.pronoun && next.lemma != "date" {
				return next
			}
			return nil
		case stopKind, quoteKind, compKind:
			return nil
		}
	}
	return nil
}

// onOneSide reports whether a phrase at k says that those before are one of two sides: "between A and B on one side and C on the other".
func (s *sentence) onOneSide(k int) bool {
	if k+1 >= len(s.groups) || s.groups[k].lemma != "on" {
		return false
	}
	side := s.groups[k+1]
	return (side.lemma == "side" || side.lemma == "hand") && (s.lower[side.first] == "one" || s.lower[side.first] == "the" && s.lower[side.first+1] == "one")
}
