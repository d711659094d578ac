package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
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
	case "of":
		return connector-first > 1 && s.organisation(connector-1) != "" && s.ofBody(connector+1)
	}
	return false
}

// ofBody reports whether the name of a body stands behind "of the", whose part the one before it then is: "the Falcon Battalion of the
// Freedom Front", where the "Joint Force of the Armed Movements" is one name.
func (s *sentence) ofBody(i int) bool {
	if i+2 >= len(s.lower) || s.lower[i] != "the" || !s.capitalised(i+1) {
		return false
	}
	i++
	if n, senses := s.doc.reader.matcher.Longest(s.words, i); n > 0 && senses[0].Form == actors.Adjective && senses[0].Entry.IsState && i+n < len(s.tokens) && s.armyAt(i+n) {
		return true // "the Northern Command of the Ethiopian army"
	} else if n > 1 && senses[0].Form == actors.Name {
		e := senses[0].Entry
		return !e.IsPlace() && !e.IsState && e.Type != graph.Person
	}
	last := i
	for last+1 < len(s.tokens) && s.capitalised(last+1) {
		last++
	}
	return last > i && s.organisation(last) != "" && (s.lower[last] == "forces" || s.tokens[last].Tag != text.NNS && s.tokens[last].Tag != text.NNPS)
}

// armyAt reports whether a word for what a state fights with stands at the token, "army", "Air Force", "Armed Forces", or one in small letters.
func (s *sentence) armyAt(i int) bool {
	if !s.capitalised(i) {
		return s.tokens[i].Tag.IsNoun()
	}
	two := i+1 < len(s.tokens) && s.doc.reader.classes.has("force", s.lower[i]+"_"+text.Lemma(s.lower[i+1], text.NNS))
	return two || s.lower[i] == "army" || s.lower[i] == "navy" || s.lower[i] == "military"
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
	if s.titled(next) && next+1 < len(s.lower) && s.lower[next+1] == "of" {
		return true // "Chief of Army Staff and President of Chad"
	}
	n, senses := s.doc.reader.matcher.Longest(s.words, next)
	if n == 0 || senses[0].Entry.IsPlace() || senses[0].Form == actors.Adjective && n == 1 || s.continues(next+n) {
		return false
	}
	return n > 1 || !senses[0].Entry.IsState || !s.purposed(first, and)
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

// namesakeOf reads the name of a body that is called as a known one is, and for a land that nobody knows: "the Zxyab Islamic Front",
// "the Patriotic Union of Zxyab".
func (s *sentence) namesakeOf(known name) (name, bool) {
	entry := known.senses[0].Entry
	if known.last-known.first < 2 || entry.IsPlace() || entry.IsState || entry.Type == graph.Person || s.organisation(known.last-1) == "" || !s.capitalised(known.last-1) || s.capitals || s.headline {
		return name{}, false
	}
	for i := known.first; i < known.last; i++ {
		if n, senses := s.doc.reader.matcher.Longest(s.words[:known.last], i); n > 0 && i > known.first && !senses[0].Entry.IsPlace() || n == 1 && senses[0].Entry.IsState {
			return name{}, false // "Zxyab, Free Syrian Army" in a feed that lost its commas
		}
	}
	found := name{first: known.first, last: known.last, shape: entry.Type}
	if k := len(s.names) - 1; k >= 0 && s.names[k].last == known.first && !s.names[k].known() && s.names[k].shape == "" && s.names[k].first > 0 && s.lower[s.names[k].first-1] == "the" &&
		!s.doc.reader.adjectiveLike(s.text(s.names[k].first, s.names[k].last)) {
		found.first = s.names[k].first
		s.names = s.names[:k]
		return found, true
	}
	if of := known.last; of+1 < len(s.tokens) && s.lower[of] == "of" {
		if last, home := s.otherLand(of+1, known); last > 0 {
			found.last, found.home = last, home
			return found, true
		}
	}
	return name{}, false
}

// otherLand gives the end of what stands behind "of" where it is a land that no body of the known name is of, with its country if the
// dictionary knows it: "the Popular Front of Zxyab".
func (s *sentence) otherLand(i int, known name) (last int, home graph.ID) {
	if s.lower[i] == "the" && i+1 < len(s.tokens) {
		i++
	}
	if !s.capitalised(i) || !s.tokens[i].Tag.IsNoun() || s.titled(i) || s.doc.reader.given.has(s.words[i]) || s.doc.reader.classes.any(s.lower[i], "common", "government") {
		return 0, ""
	}
	n, senses := s.doc.reader.matcher.Longest(s.words, i)
	if n == 0 {
		return i + 1, ""
	}
	land := senses[0].Entry
	if !land.IsState && !land.IsPlace() || senses[0].Form != actors.Name && senses[0].Form != actors.Capital {
		return 0, ""
	}
	home = land.Country
	if land.IsState {
		home = land.ID
	}
	for _, sense := range known.senses {
		if e := sense.Entry; e.Country == home || e.Country == "" || slices.Contains(e.Countries, home) {
			return 0, ""
		}
	}
	return i + n, home
}

// beginsAnother reads the name of a body that begins as a known one does and goes on over a small word or an Arabic article: "the National
// Front for Change", "Jaysh Tahrir al-Zxyab".
func (s *sentence) beginsAnother(known name) (name, bool) {
	entry, i := known.senses[0].Entry, known.last
	if entry.IsPlace() || entry.IsState || entry.Type == graph.Person || known.adjectival() || i+1 >= len(s.tokens) {
		return name{}, false
	}
	next := i + 1
	switch {
	case s.arabicArticle(i) && s.organisation(known.first) != "" && !slices.Contains(s.lower[known.first:i], "al"):
		next = i + 2
	case s.lower[i] == "for" && known.last-known.first > 1 && s.organisation(i-1) != "":
	case isRomanceSmall(s.lower[i]) && s.lower[i] != "e" && s.lower[i] != "en", s.joinedBy(i):
		longer, ok := s.foreignBody(known.first)
		return longer, ok && longer.last > i
	default:
		return name{}, false
	}
	if n, _ := s.doc.reader.matcher.Longest(s.words, next); n > 0 && next != i+2 || !s.capitalised(next) || s.titled(next) || s.doc.reader.given.has(s.words[next]) && next != i+2 {
		return name{}, false
	}
	longer, ok := s.newName(known.first)
	return longer, ok && longer.last > next && isBody(longer.shape)
}

// isNameParticle tells the small words inside a person's or a place's name.
func isNameParticle(word string) bool {
	switch word {
	case "al", "el", "bin", "ibn", "bint", "de", "da", "du", "dos", "van", "von", "der", "ul", "ud", "Al", "El", "abu", "ould", "wa", "do", "das", "dia", "di", "ter", "ben":
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
