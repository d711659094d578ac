package extract

import (
	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// newName reads a name that the dictionary lacks from its form: a run of capitalised words that begins at the token.
func (s *sentence) newName(i int) (name, bool) {
	if body, ok := s.formedBody(i); ok {
		return body, true
	}
	if i > 0 && (s.lower[i] == "forces" && s.lower[i-1] == "armed" || s.lower[i] == "staff" && s.lower[i-1] == "general") {
		return name{}, false // "the Chadian Armed Forces of", "the Chadian General Staff"
	}
	if s.capitals || s.headline {
		return s.personInCapitals(i)
	}
	start := i
	if s.arabicArticle(i) {
		start = i + 2
	}
	if !s.opensName(start) {
		return name{}, false
	}
	last, organised := s.nameEnd(i, start)
	if organised == "" && s.roomAt(last) {
		return name{first: i, last: last + 2, shape: graph.Coalition}, true
	}
	if s.namesNone(i, last, organised) {
		return name{}, false
	}
	return name{first: i, last: last, shape: s.shapeOf(i, last, organised)}, true
}

// opensName reports whether the token may be the first of a name, article aside.
func (s *sentence) opensName(start int) bool {
	return s.capitalised(start) &&
		(!s.titled(start) && s.nameLike(start) || s.opensBody(start) || s.ofTown(start)) &&
		!s.opensOffice(start) && !s.inPortfolio(start) && !s.opensPartisan(start)
}

// nameEnd tells where the name from i ends, and what a word in it says that it is: "the Sham Legion" is an armed group.
func (s *sentence) nameEnd(i, start int) (last int, organised graph.EntityType) {
	last, organised = start+1, s.openingType(start)
	for last < len(s.tokens) {
		if _, year := s.year(last - 1); year && last-1 > start && s.organisation(last) == "" {
			break // "under the Algiers Accord of July 1987 India sent"
		}
		next := s.overConnector(i, last, organised)
		if next > last && next < len(s.tokens) && s.lower[next-1] == "in" && s.datedAt(next) {
			break // "sanctions on the Freedom Front in 2019"
		}
		if next == last+1 && s.syllable(i, next) {
			last = next + 1
			continue
		}
		if !s.mayGoOn(i, next) {
			break
		}
		to, ends := s.overKnown(i, last, next, organised)
		if ends {
			return to, organised
		}
		if to == last && s.holderAt(to, organised) {
			break
		}
		if tag := s.tokens[to].Tag; tag != text.CD && !tag.IsNoun() && tag != text.JJ && tag != text.FW {
			break
		}
		last = to + 1
		if kind := s.organisation(to); kind != "" {
			organised = kind
		}
	}
	return last, organised
}

// mayGoOn reports whether the token may belong to the name from i, by its letters: capitalised, or a number that counts nothing.
func (s *sentence) mayGoOn(i, next int) bool {
	if next >= len(s.tokens) {
		return false
	}
	return s.capitalised(next) || next > i && isNumeral(s.words[next]) && (next+1 >= len(s.words) || !isLength(s.lower[next+1])) || s.arabicArticle(next-2)
}

// overKnown tells what a name of the dictionary at next makes of the unknown one from i, which so far goes up to last: the token at which it goes
// on, or where it ends.
func (s *sentence) overKnown(i, last, next int, organised graph.EntityType) (to int, ends bool) {
	n, senses := s.doc.reader.matcher.Longest(s.words, next)
	if n == 0 {
		return next, false
	}
	first := senses[0]
	switch {
	case s.isWar(next-1) && first.Entry.IsState:
		return last, true // "During the Gulf War Senegal sent"
	case next == i+1 && s.forename(i, n, first):
		return next + n - 1, false // "Osama Abu Zeid" is another than Abdelhamid Abu Zeid, "Ahmed Qara Ali" is not of Qara
	case organised == "" && s.endsInPeople(i, next, n, first):
		return next + 1, true // "the Pathet Lao"
	case n == 1 && first.Form == actors.Adjective && s.arabicArticle(next-2):
		return next, false // "Mohammed al-Somali" comes from there or had a forebear who did
	case !s.bordersOn(first, n, organised, next == last):
		return next, false
	}
	place := first.Entry.IsPlace()
	if next > last && place && s.called(i, last) || next == last && place && (s.kunya(i, last) || n == 1 && opensLandscape(s.lower[next-1])) {
		return next, false
	}
	return last, true
}

// shapeOf tells what a new name is by its form: what a word in it says, a band, or a person.
func (s *sentence) shapeOf(i, last int, organised graph.EntityType) graph.EntityType {
	if organised == "" && s.namesBand(i, last) {
		organised = graph.ArmedGroup
	}
	if s.words[i] == "Jihad" && last == i+2 && s.organisation(i+1) == "" {
		organised = "" // a man's name, too
	}
	if organised != "" || s.eponym(i, last) {
		return organised
	}
	if last-i >= 2 && last-i <= 4 && s.personal(i, last) && !s.ofTown(i) || s.fromSomewhere(i, last) || s.personalForm(i, last) {
		return graph.Person
	}
	return ""
}

// namesNone reports whether the capitalised words only say what somebody is, or are common ones: an office, "Command", "Air Force".
func (s *sentence) namesNone(i, last int, organised graph.EntityType) bool {
	classes := s.doc.reader.classes
	switch last - i {
	case 1:
		if organised != "" || s.namesBattle(i) || classes.has("platform", s.lower[i]) {
			return true
		}
	case 2:
		if s.lower[i+1] == "force" && classes.has("force", s.lower[i]+"_force") {
			return true
		}
	}
	return s.officeOnly(i, last) || s.onlyCommon(i, last) || s.statesOwn(i, last)
}

// overConnector gives where a name that begins at i may go on behind the small words, hyphens and the like at next: at next where none
// stand there, at the end of the sentence where they are no part of the name.
func (s *sentence) overConnector(i, next int, organised graph.EntityType) int {
	switch {
	case s.ezafe(next):
		next += 2 // "Sar-e Dova"
	case s.tokens[next].Tag == text.HYPH || isNameParticle(s.words[next]):
		next++
		for next < len(s.tokens) && s.tokens[next-1].Tag != text.HYPH && (isNameParticle(s.words[next]) || isNameArticle(s.words[next])) {
			next++ // "de la Rosa", "ibn al-Walid"
		}
		if s.tokens[next-1].Tag != text.HYPH && next < len(s.tokens) && s.tokens[next].Tag == text.HYPH {
			next++ // "al-Zinki"
		}
	case s.tokens[next].Tag == text.POS && s.owners(next-1):
		next++ // "Saho People's Democratic Movement"
	case organised != "" && (s.endsName(i, next, organised) || s.lower[next-1] == "commander"):
		next = len(s.tokens) // "the Deputy Force Commander in the UN mission"
	case s.lower[i] == "operation" && s.lower[next] == "in":
		next = len(s.tokens) // "Operation Olive Branch in Afrin"
	case organised != "" && s.lower[next] == "in" && (s.organisation(next-1) == graph.Unit || isNumeral(s.words[next-1])):
		next = len(s.tokens) // "the Justice Battalion in Kufra"
	case organised == graph.Coalition && s.lower[next] == "of" && s.listsStates(next+1):
		next = len(s.tokens) // "the Arab Quartet of Egypt, Bahrain and"
	case organised != "" && !s.opensBand(i) && s.lower[next] == "of" && next+1 < len(s.tokens) && (s.doc.reader.given.has(s.words[next+1]) || s.titled(next+1)):
		next = len(s.tokens) // "the Freedom Party of John Roe"
	case (organised != "" || s.called(i, next)) && isNameConnector(s.words[next]) && s.words[next] != "the":
		for next < len(s.tokens) && isNameConnector(s.words[next]) {
			next++
		}
	}
	return next
}

// holderAt reports whether the words right behind a name, that of a body, tell by his title or his first name who holds an office there.
func (s *sentence) holderAt(next int, organised graph.EntityType) bool {
	classes, given := s.doc.reader.classes, s.doc.reader.given
	body := s.organisation(next-1) != ""
	if (body || organised != "" && classes.has("portfolio", s.lower[next-1])) && given.has(s.words[next]) && s.capitalised(next+1) {
		return true // "the commander of the Freedom Army John Roe"
	}
	if next+1 >= len(s.tokens) {
		return false
	}
	if organised != "" && s.ranks(next) || s.capitalised(next+1) && s.titled(next) && given.has(s.words[next+1]) && !classes.has("leader", s.lower[next]) {
		return true // "Chadian Parliament Speaker John Roe"
	}
	return (body || s.lower[next-1] == "staff" || classes.has("force", s.lower[next-1])) && s.ranks(next) // "the Chief of the Defence Staff Admiral Roe"
}

// ofTown reports whether a title begins the name of a place that a word for it announces: "the town of Sheikh Zuweid".
func (s *sentence) ofTown(i int) bool {
	return i > 1 && s.lower[i-1] == "of" && s.lower[i] == "sheikh" && s.doc.reader.classes.has("site", s.lower[i-2])
}

// kunya reports whether the run is a name such as "Abu Omar", behind which a town tells where its bearer comes from.
func (s *sentence) kunya(first, last int) bool {
	return last-first == 2 && (s.words[first] == "Abu" || s.words[first] == "Abou")
}

// statesOwn reports whether the run is a state's forces under no name of their own, "Armed Forces of Togo", "Navy of the Republic of
// Chad", or the state itself: "the Sultanate of Morocco".
func (s *sentence) statesOwn(first, last int) bool {
	for i := first + 1; i+1 < last; i++ {
		if s.lower[i] != "of" {
			continue
		}
		at := i + 1
		if s.lower[at] == "the" {
			at++
		}
		n, senses := s.doc.reader.matcher.Longest(s.words[:last], at)
		if n == 0 || at+n < last || !senses[0].Entry.IsState || senses[0].Form != actors.Name {
			return false
		}
		return s.organisation(first) == graph.Government || s.onlyCommon(first, i) && s.doc.reader.classes.has("force", s.lemma(i-1))
	}
	return false
}

// bordersOn reports whether a known name of n words is one of its own rather than the rest of a new one.
func (s *sentence) bordersOn(known actors.Sense, n int, organised graph.EntityType, adjacent bool) bool {
	if organised == "" {
		return n > 1 || known.Entry.Type != graph.Person
	}
	return n > 1 && adjacent && !known.Entry.IsPlace() && !known.Entry.IsState && known.Entry.Type != graph.Person && known.Form == actors.Name
}
