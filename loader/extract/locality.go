package extract

import (
	"entente.example/graph"
	"entente.example/loader/text"
)

// typePlaces makes a new name that the words beside it call a place in one sentence, "in Marvot", "the village of Abu Marvot", a place wherever
// the article has it, though it has the form of a person's; and what is only the surname of somebody, "Al-Marvot", his.
func (d *document) typePlaces(sentences []*sentence) {
	var told, denied map[string]bool
	var full map[string]string // the longer names of persons, by their surnames
	note := func(m *map[string]bool, words string) {
		if *m == nil {
			*m = map[string]bool{}
		}
		(*m)[words] = true
	}
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			if n.known() || n.shape != "" && n.shape != graph.Person {
				continue
			}
			words := s.text(n.first, n.last)
			if s.behaves(n) || n.first > 0 && s.titled(n.first-1) {
				note(&denied, words)
			} else if s.toldPlace(n) {
				note(&told, words)
			}
			if n.shape != graph.Person || n.last-n.first < 2 {
				continue
			}
			if full == nil {
				full = map[string]string{}
			}
			full[s.words[n.last-1]] = words
			if n.last-n.first > 3 && s.articled(n.last-3) {
				full[s.text(n.last-3, n.last)] = words
			}
		}
	}
	if told == nil && full == nil && denied == nil {
		return
	}
	for _, s := range sentences {
		for i := range s.names {
			n := &s.names[i]
			if n.known() || n.shape != "" && n.shape != graph.Person {
				continue
			}
			words := s.text(n.first, n.last)
			whole, ending := full[words], full[s.words[n.last-1]]
			switch {
			case told[words] && !denied[words] && (whole == "" || whole == words) && (ending == "" || ending == words):
				n.shape = graph.Place
			case n.last-n.first == 3 && s.articled(n.first) && n.shape == graph.Person && !denied[words] && (whole == "" || whole == words) && s.takenOrLeft(n):
				n.shape = "" // "Al" and "Ash" are first names, too
			}
		}
	}
}

// takenOrLeft reports whether the words beside a name tell what one does with a place rather than with a person: "overran Al-Marvot", "pulled
// out of Al-Marvot", "troops to Al-Marvot", "Al-Marvot fell".
func (s *sentence) takenOrLeft(n *name) bool {
	taken := func(i int) bool {
		lemma := text.Lemma(s.lower[i], text.VBD) // the tags have not been mended yet
		return !s.capitalised(i) && (s.doc.reader.classes.has("assail", lemma) || s.doc.reader.frames.takes(lemma) || lemma == "enter" || lemma == "fall")
	}
	if i := n.first - 1; i >= 0 {
		switch s.lower[i] {
		case "at", "to", "from", "into", "towards", "toward", "around":
			return true
		case "of", "on", "over":
			return i > 0 && (s.lower[i-1] == "out" || s.lower[i-1] == "control" || s.lower[i-1] == "capture" || s.lower[i-1] == "fall" || s.doc.reader.classes.any(s.lemma(i-1), "deed", "place") || s.tokens[i-1].Tag.IsVerb() && s.lower[i] == "on")
		}
		if taken(i) {
			return true
		}
	}
	i := n.last
	if i < len(s.tokens) && (s.tokens[i].Tag == text.Comma || isBe(s.lower[i])) {
		i++
	}
	return i < len(s.tokens) && taken(i)
}

// articled reports whether the Arabic article begins a name at the token: "Al-Marvot", "Ash-Shadura".
func (s *sentence) articled(i int) bool {
	return i+2 < len(s.tokens) && s.tokens[i+1].Tag == text.HYPH && isArticle(s.lower[i])
}

// toldPlace reports whether the words beside a new name call it a place: "in Marvot", "the town of Marvot", "the Marvot district", "Marvot, a
// town", "residents of Marvot", "the battle for Marvot".
func (s *sentence) toldPlace(n *name) bool {
	next := n.last
	if next < len(s.tokens) {
		switch tag := s.tokens[next].Tag; {
		case s.isLocality(next):
			return n.first > 0 && (s.lower[n.first-1] == "the" || isLocative(s.lower[n.first-1]))
		case tag == text.POS, tag == text.HYPH, s.capitalised(next), tag.IsNoun():
			return false // "in Marvot uniforms"
		case tag == text.Comma && next+2 < len(s.tokens) && s.tokens[next+1].Tag == text.DT:
			k := next + 2
			for k+1 < len(s.tokens) && s.tokens[k].Tag == text.JJ {
				k++
			}
			if s.isLocality(k) {
				return true
			}
		}
	}
	if n.first < 2 {
		return n.first == 1 && isLocative(s.lower[0])
	}
	if s.oneOfPlaces(n.first) {
		return true
	}
	switch before := s.lemma(n.first - 2); s.lower[n.first-1] {
	case "in", "near", "outside", "inside":
		return !s.doc.reader.classes.has("holdsin", before)
	case "held", "occupied", "ruled", "controlled", "besieged":
		return s.tokens[n.first-2].Tag == text.HYPH
	case "of":
		return s.isLocality(n.first-2) || s.doc.reader.classes.has("inhabitant", before) || before == "outskirt" || before == "battle"
	case "for":
		return before == "battle"
	}
	return false
}

// oneOfPlaces reports whether what begins at the token is told to be one of some towns or the like: "three villages, including Marvot", "towns
// such as Marvot", "several towns, among them Marvot".
func (s *sentence) oneOfPlaces(i int) bool {
	switch i--; {
	case s.lower[i] == "including" || s.lower[i] == "like" || s.lower[i] == "namely":
		i--
	case i > 0 && (s.lower[i] == "as" && s.lower[i-1] == "such" || s.lower[i] == "them" && (s.lower[i-1] == "among" || s.lower[i-1] == "amongst")):
		i -= 2
	default:
		return false
	}
	if i > 0 && s.tokens[i].Tag == text.Comma {
		i--
	}
	return i >= 0 && s.tokens[i].Tag == text.NNS && s.isLocality(i)
}

// isLocality reports whether the word at the token is a common noun for a town or the like, which belongs to nobody as a base does.
func (s *sentence) isLocality(i int) bool {
	switch s.lower[i] {
	case "base", "camp", "airbase", "territory", "country", "nation", "enclave", "strip", "mountain", "capital":
		return false
	}
	return s.doc.reader.classes.has("site", s.lemma(i))
}

// opensTown reports whether a name of several words begins with an article of Arabic or with a word for hills, wells and the like, which
// some person bears too: "Al-Marvot", "Ras Marvot", "El Marvo", but not "Khan Mohammed".
func (s *sentence) opensTown(i int) bool {
	if i+1 >= len(s.tokens) || s.doc.reader.given.has(s.words[i+1]) {
		return false
	}
	if s.tokens[i+1].Tag == text.HYPH {
		return s.ezafe(i + 1)
	}
	switch s.lower[i] {
	case "abu", "abou", "um", "umm", "sheikh", "shaykh":
		return false
	}
	return opensLandscape(s.lower[i]) || s.doc.reader.classes.has("place_begin", s.lower[i])
}
