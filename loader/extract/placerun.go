package extract

import "entente.example/loader/text"

// splitPlaces marks where names of places run together in a list that a feed has stripped of its commas: "the villages of Um al-Karamil
// Jub Abyad Zitan and Hmeira". A name of the dictionary is one; any other has one word, with the article and with the words that open or
// close names of places: "Kafr", "Street".
func (s *sentence) splitPlaces(g *group, missing []bool) {
	if !s.runsPlaces(g) {
		return
	}
	if g.of != nil {
		g = g.of
	}
	for k, part := range g.conjuncts {
		if k == len(g.conjuncts)-1 {
			break // behind the "and" stands one
		}
		first, last := -1, -1 // of the name that may go on at i
		for i := part.first; i < part.last; {
			end := s.placeWord(i, part.last)
			if end == i {
				first, i = -1, i+1
				continue
			}
			if first >= 0 && last == i {
				if s.goesOnPlace(first, i) {
					last, i = end, end
					continue
				}
				missing[i] = true
			}
			first, last, i = i, end, end
		}
	}
}

// placeWord gives the end of the known name, or of the capitalised word with its article, that begins at the token, or the token.
func (s *sentence) placeWord(i, end int) int {
	if n := s.nameAt(i); n != nil && n.known() && n.last <= end {
		return n.last
	}
	if i+2 < end && s.tokens[i+1].Tag == text.HYPH && s.capitalised(i+2) && len(s.lower[i]) <= 3 {
		i += 2 // "al-Latamina"
	}
	if !s.capitalised(i) || !s.tokens[i].Tag.IsNoun() && s.tokens[i].Tag != text.JJ {
		return i
	}
	for i++; i+1 < end && s.tokens[i].Tag == text.HYPH && s.capitalised(i+1); i += 2 {
	}
	return i
}

// goesOnPlace reports whether the word at i belongs to the name of a place that begins at first.
func (s *sentence) goesOnPlace(first, i int) bool {
	if n := s.nameAt(first); n != nil && n.known() && n.last == i && s.isPlaceName(n) {
		return s.doc.reader.classes.has("place_end", s.lower[i]) && (s.nameAt(i) == nil || !s.nameAt(i).known())
	}
	if n := s.nameAt(i); n != nil && n.known() {
		return false
	}
	return s.doc.reader.classes.has("place_begin", s.lower[i-1]) || s.doc.reader.classes.has("place_end", s.lower[i])
}

// runsPlaces reports whether the noun group lists places: those of "the villages of" or before "neighborhoods", or several of whom the
// dictionary knows one for a town.
func (s *sentence) runsPlaces(g *group) bool {
	list, counted := g, false
	if g.of != nil {
		list, counted = g.of, g.plural && s.doc.reader.classes.has("place", g.lemma)
	}
	if len(list.conjuncts) < 2 {
		return false
	}
	town := false
	for _, part := range list.conjuncts {
		if len(part.names) == 0 || part.possessor != nil {
			return false
		}
		for _, k := range part.names {
			switch n := &s.names[k]; {
			case !n.known():
			case !s.isPlaceName(n) || n.adjectival() || s.stateName(n):
				return false
			default:
				town = true
			}
		}
	}
	last := g.last - 1
	if s.tokens[last].Tag == text.NNS && s.doc.reader.classes.has("place", s.lemma(last)) {
		return true
	}
	return counted || town && g.index > 0 && s.groups[g.index-1].kind != nounKind && g.first > 0 && s.lower[g.first-1] != "by"
}
