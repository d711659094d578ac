package extract

import (
	"entente.example/graph"
	"entente.example/loader/text"
)

// endsName reports whether the small word ends a body's name that begins at first, though such words also stand inside names: "and"
// before another body, "in" before the land where it is.
func (s *sentence) endsName(first, connector int, organised graph.EntityType) bool {
	switch s.lower[connector] {
	case "and":
		return s.organisation(connector-1) != "" || s.joinsAnother(first, connector) // "the Saladin Brigade and the Shahba Brigade"
	case "in":
		return s.standsIn(first, connector, organised)
	}
	return false
}

// joinsAnother reports whether "and" joins a body's name to another's: "Liwa al-Fatah and Ahrar al-Sham", where "Movement for Unity and
// Jihad" is one.
func (s *sentence) joinsAnother(first, and int) bool {
	next := and + 1
	if next < len(s.lower) && s.lower[next] == "the" {
		next++
	}
	if next >= len(s.lower) || s.organisation(next) != "" && s.lower[next] != "jihad" || s.organisation(first) != "" && s.tokens[and-2].Tag == text.HYPH {
		return true // "Liwa al-Fatah and Jaysh al-Zahra"
	}
	n, senses := s.doc.reader.matcher.Longest(s.words, next)
	return n > 0 && !senses[0].Entry.IsPlace() && (n > 1 || senses[0].Entry.IsState && !s.purposed(first, and)) && !s.continues(next+n)
}

// purposed reports whether the name has told what or whose the body is, with "of" or "for".
func (s *sentence) purposed(first, last int) bool {
	for i := first; i < last; i++ {
		if s.lower[i] == "of" || s.lower[i] == "for" {
			return true
		}
	}
	return false
}

// continues reports whether a capitalised word stands at the token, as if a name went on.
func (s *sentence) continues(i int) bool {
	return i < len(s.tokens) && s.capitalised(i)
}

// standsIn reports whether "in" behind a body's name tells where it is or what is done to it: "armed the Freedom Front in Chad". With
// initials behind it the land is a part of the name.
func (s *sentence) standsIn(first, in int, organised graph.EntityType) bool {
	if s.lower[in-1] == "forces" {
		return false // "the treaty on Conventional Armed Forces in Europe"
	}
	if s.organisation(in-1) == "" && !s.arabicArticle(first+1) {
		return false // "the Front of Islamic Awakening in Gaza"
	}
	switch organised {
	case graph.ArmedGroup, graph.Unit, graph.Party, graph.Coalition, graph.Military:
	default:
		return false
	}
	next := in + 1
	if next < len(s.lower) && s.lower[next] == "the" {
		next++
	}
	n, senses := s.doc.reader.matcher.Longest(s.words, next)
	if n == 0 || !senses[0].Entry.IsPlace() && !senses[0].Entry.IsState || s.continues(next+n) {
		return false
	}
	bracket := next + n
	return !(bracket+1 < len(s.tokens) && s.tokens[bracket].Tag == text.OpenBracket && isAcronym(s.words[bracket+1]))
}

// isNameParticle tells the small words inside a person's or a place's name.
func isNameParticle(word string) bool {
	switch word {
	case "al", "el", "bin", "ibn", "bint", "de", "da", "du", "dos", "van", "von", "der", "ul", "ud", "Al", "El", "abu", "ould", "wa", "do", "das", "dia", "di":
		return true
	}
	return false
}

// isNameArticle tells the articles behind a particle in a person's name: "de la Rosa".
func isNameArticle(word string) bool {
	switch word {
	case "la", "las", "los", "den", "dem", "het", "ter":
		return true
	}
	return false
}

// isNameConnector tells the small words inside an organisation's name: "Movement for the Liberation of Congo".
func isNameConnector(word string) bool {
	switch word {
	case "of", "for", "the", "and", "in", "&":
		return true
	}
	return false
}
