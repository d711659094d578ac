package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// name is a stretch of a sentence that names an entity: one of the dictionary, or one that only has the form of a
// name.
type name struct {
	first, last int // tokens, half-open
	// senses are what the dictionary knows of it; none for a new name.
	senses []actors.Sense
	// shape is the type that the form of a new name tells, or empty.
	shape graph.EntityType
	// home is the country that a new name itself tells ("Syrian Shield Brigade").
	home graph.ID
}

func (n name) known() bool { return len(n.senses) > 0 }

// adjectival reports whether the name is only a state's adjective ("Libyan").
func (n name) adjectival() bool {
	for _, sense := range n.senses {
		if sense.Form != actors.Adjective {
			return false
		}
	}
	return n.known()
}

// has reports whether one of the senses has the form.
func (n name) has(form actors.Form) bool {
	for _, sense := range n.senses {
		if sense.Form == form {
			return true
		}
	}
	return false
}

// findNames marks the names of a sentence from left to right, the longest first.
func (s *sentence) findNames() {
	s.names = s.doc.arena.someNames()
	for i := 0; i < len(s.tokens); {
		if s.halfOfPair(i) || s.behindEra(i) {
			i++
			continue
		}
		n, senses := s.doc.reader.matcher.Longest(s.words, i)
		if n > 1 && s.describesNext(i+n-1) {
			n, senses = s.doc.reader.matcher.Longest(s.words[:i+n-1], i)
		}
		if n > 0 && s.plausible(i, n, senses) && !s.articleOnly(i, n) {
			found := name{first: i, last: i + n, senses: senses}
			if longer, ok := s.outgrown(found); ok {
				found = s.hyphenated(longer)
			} else if s.districtAround(found) {
				found.last++ // "Kasese District"
			} else if called, ok := s.namesakeOf(found); ok {
				found = called
			} else if other, ok := s.otherPerson(found); ok {
				found = other
			} else if n > 1 && senses[0].Entry.Type == graph.Person && s.surnamed(found.last) {
				found.last++ // "Nasser Kanani Chafi"
			}
			s.names = append(s.names, found)
			i = found.last
			continue
		}
		if found, ok := s.newName(i); ok {
			found = s.hyphenated(found)
			found.senses = s.misspelt(found)
			s.names = append(s.names, found)
			i = found.last
			continue
		}
		i++
	}
}

// plausible turns down matches that are only part of another name: the surname of a namesake ("John Putin"), or a
// word at the start of a sentence.
func (s *sentence) plausible(i, n int, senses []actors.Sense) bool {
	if n > 1 && (s.listsParts(i) || s.direction(i, n)) {
		return false
	}
	if i > 0 && s.words[i-1] == "New" && !s.capitals && !s.headline && senses[0].Form == actors.Name {
		return false // "New Mexico"
	}
	if i > 0 && n == 1 && s.capitalised(i-1) && opensLandscape(s.lower[i-1]) && senses[0].Entry.IsPlace() && !s.capitals && !s.headline {
		return false // "Hassi Beida" is not Beida
	}
	if n == 1 && (s.opensOther(i, senses[0]) || s.hyphenedAway(i, senses[0].Entry.Type == graph.Person)) {
		return false
	}
	if n == 1 && s.lower[i] == "air" && i+1 < len(s.tokens) && s.capitalised(i+1) {
		return false // "the US Air Force" is not in the Aïr
	}
	if s.capitals && n == 1 && functionTag(s.lower[i]) != text.Untagged {
		return false // "IS" is no Islamic State there
	}
	if n == 1 && (s.capitals || s.headline) && s.deedInCapitals(i) {
		return false
	}
	if n > 1 || s.capitals {
		return true
	}
	person := senses[0].Entry.Type == graph.Person
	if !person {
		return true
	}
	if i > 0 && s.capitalised(i-1) && s.tokens[i-1].Tag.IsName() && !s.titled(i-1) && !s.endsKnownName(i) && i > 1 {
		return false
	}
	return i+1 >= len(s.tokens) || !s.capitalised(i+1) || !s.tokens[i+1].Tag.IsName() || s.titled(i+1)
}

// outgrown looks whether a known name only begins a longer new one: "Libyan Shield Brigade", "Ukraine Contact Group".
func (s *sentence) outgrown(known name) (name, bool) {
	if known.last >= len(s.tokens) || s.capitals || s.headline || known.senses[0].Entry.Type == graph.Person {
		return name{}, false
	}
	if known.first > 1 && s.tokens[known.first-1].Tag == text.HYPH && s.lower[known.first-2] == "pro" {
		return name{}, false // "the pro-Turkey Sham Division"
	}
	if found, ok := s.namedAfter(known); ok {
		return found, true
	}
	if joint, ok := s.taskForce(known.first); ok && joint.last > known.last {
		return joint, true
	}
	if another, ok := s.beginsAnother(known); ok {
		return another, true
	}
	if s.lengthens(known) {
		return name{first: known.first, last: known.last + 1, shape: s.organisation(known.last)}, true
	}
	if n, senses := s.doc.reader.matcher.Longest(s.words, known.last); n > 1 && !known.senses[0].Entry.IsState && s.bordersOn(senses[0], n, graph.Unit, true) {
		return name{}, false
	}
	longer, ok := s.newName(known.last)
	if defends, is := s.regionDefends(known); is {
		return defends, true
	}
	if entry := known.senses[0].Entry; ok && longer.shape == "" && entry.IsPlace() && longer.last == known.last+1 && strings.HasSuffix(s.lower[known.last], "s") && known.first > 0 && s.lower[known.first-1] == "the" {
		return name{first: known.first, last: longer.last, home: entry.Country}, true // "the Ituri Falcons"
	}
	if called, is := s.nationalEmblem(known); is {
		return called, true
	}
	if !ok || longer.shape == "" || longer.shape == graph.Person || longer.shape == graph.Place {
		return name{}, false
	}
	entry := known.senses[0].Entry
	if entry.IsState && (isOrdinal(s.lower[known.last]) || s.unitNamed(known.last, entry.ID) || known.senses[0].Form == actors.Adjective && s.listedBody(known.last, longer.last, entry.ID)) {
		return name{}, false // "the Ukrainian 110th Brigade" is the 110th Brigade, of Ukraine
	}
	longer.first = known.first
	if longer.home = entry.Country; entry.IsState {
		longer.home = entry.ID
	}
	return longer, true
}

// unitNamed reports whether the name of a unit that the dictionary has in the state begins at the token: "the Soviet Black Sea Fleet".
func (s *sentence) unitNamed(i int, state graph.ID) bool {
	n, senses := s.doc.reader.matcher.Longest(s.words, i)
	return n > 1 && slices.ContainsFunc(senses, func(sense actors.Sense) bool {
		e := sense.Entry
		return e.Type == graph.Unit || e.Type == graph.Military && (e.Country == state || e.Country == "")
	})
}

// listedBody reports whether the tokens are the name of a body that the dictionary has in the state, or a name in another language than
// the adjective before it: "the Syrian Levant Front", "the Palestinian Liwa al-Quds".
func (s *sentence) listedBody(i, last int, state graph.ID) bool {
	n, senses := s.doc.reader.matcher.Longest(s.words, i)
	foreign := slices.ContainsFunc(s.tokens[i:last], func(t text.Token) bool { return t.Tag == text.HYPH })
	return n > 1 && i+n == last && slices.ContainsFunc(senses, func(sense actors.Sense) bool {
		e := sense.Entry
		return !e.IsPlace() && !e.IsState && e.Type != graph.Person && (e.Country == state || foreign)
	})
}

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
	if !s.capitalised(start) || (s.titled(start) || !s.nameLike(start)) && !s.opensBody(start) && !s.ofTown(start) || s.opensOffice(start) || s.inPortfolio(start) || s.opensPartisan(start) {
		return name{}, false
	}
	last, organised := start+1, s.openingType(start)
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
		if next >= len(s.tokens) || !s.capitalised(next) && !(next > i && isNumeral(s.words[next]) && (next+1 >= len(s.words) || !isLength(s.lower[next+1]))) && !s.arabicArticle(next-2) {
			break
		}
		if n, senses := s.doc.reader.matcher.Longest(s.words, next); n > 0 && s.isWar(next-1) && senses[0].Entry.IsState {
			break // "During the Gulf War Senegal sent"
		} else if n > 0 && next == i+1 && s.forename(i, n, senses[0]) {
			next += n - 1 // "Osama Abu Zeid" is another than Abdelhamid Abu Zeid, "Ahmed Qara Ali" is not of Qara
		} else if n > 0 && organised == "" && s.endsInPeople(i, next, n, senses[0]) {
			last = next + 1
			break // "the Pathet Lao"
		} else if n == 1 && senses[0].Form == actors.Adjective && s.arabicArticle(next-2) {
			// "Mohammed al-Somali" comes from there or had a forebear who did
		} else if n > 0 && s.bordersOn(senses[0], n, organised, next == last) && !(next > last && senses[0].Entry.IsPlace() && s.called(i, last)) && !(next == last && senses[0].Entry.IsPlace() && (s.kunya(i, last) || n == 1 && opensLandscape(s.lower[next-1]))) {
			break
		}
		if next == last && s.holderAt(next, organised) {
			break
		}
		if s.tokens[next].Tag != text.CD && !s.tokens[next].Tag.IsNoun() && s.tokens[next].Tag != text.JJ && s.tokens[next].Tag != text.FW {
			break
		}
		last = next + 1
		if kind := s.organisation(next); kind != "" {
			organised = kind
		}
	}
	found := name{first: i, last: last, shape: organised}
	if organised == "" && s.roomAt(last) {
		return name{first: i, last: last + 2, shape: graph.Coalition}, true
	}
	if found.shape == "" && s.namesBand(i, last) {
		found.shape = graph.ArmedGroup
	}
	if s.words[i] == "Jihad" && last == i+2 && s.organisation(i+1) == "" {
		found.shape = "" // a man's name, too
	}
	if found.shape == "" && !s.eponym(i, last) && (last-i >= 2 && last-i <= 4 && s.personal(i, last) && !s.ofTown(i) || s.fromSomewhere(i, last) || s.personalForm(i, last)) {
		found.shape = graph.Person
	}
	if s.officeOnly(i, last) || last-i == 1 && (organised != "" || s.namesBattle(i) || s.doc.reader.classes.has("platform", s.lower[i])) || last-i == 2 && s.lower[i+1] == "force" && s.doc.reader.classes.has("force", s.lower[i]+"_force") || s.onlyCommon(i, last) || s.statesOwn(i, last) {
		return name{}, false
	}
	return found, true
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

// arabicArticle reports whether "al-" stands at the token, with a word behind it.
func (s *sentence) arabicArticle(i int) bool {
	return i >= 0 && i+2 < len(s.tokens) && (s.lower[i] == "al" || s.lower[i] == "el") && s.tokens[i+1].Tag == text.HYPH
}

// opensOffice reports whether the word is the first of an office ("Defence" before "Minister") or of a date.
func (s *sentence) opensOffice(i int) bool {
	if _, ok := s.month(i); ok {
		return true
	}
	if s.titles(i) || s.hyphened(i+2) > 0 {
		return true // "Vice-President"
	}
	for ; i+1 < len(s.tokens) && s.doc.reader.classes.has("common", s.lower[i]); i++ {
		if s.titled(i + 1) {
			return true // "National Security Adviser"
		}
	}
	return false
}

// nameLike tells a name from an ordinary word that is capitalised because it begins a sentence.
func (s *sentence) nameLike(i int) bool {
	tag := s.tokens[i].Tag
	if isCardinal(s.lower[i]) || i == 0 && isOpener(s.lower[i]) || s.capitals && (functionTag(s.lower[i]) != text.Untagged || s.lowered(i) != text.Untagged) {
		return false // "Thirty one militants"
	}
	if i == 0 && i+1 < len(s.tokens) && opensLandscape(s.lower[i]) && s.capitalised(i+1) {
		return true // "Tell Abiad fell"
	}
	if !tag.IsName() && !(tag.IsNoun() && i > 0) && !(i > 0 && isAcronym(s.words[i])) && !isShip(s.words[i]) {
		return false
	}
	if i == 0 || s.tokens[i-1].Tag == text.OpenQuote || s.tokens[i-1].Tag == text.Colon {
		return !s.opensReport(i) && !s.doc.lowers(strings.ToLower(s.words[i])) && (isAcronym(s.words[i]) || i+1 < len(s.tokens) && s.capitalised(i+1) || tag == text.NNP && !s.doc.reader.classes.has("support", s.lower[i])) // "Fuel supplied by X"
	}
	return true
}

// organisation gives the type that an organisation's noun tells ("Brigade", "Movement"), or empty.
func (s *sentence) organisation(i int) graph.EntityType {
	lower, classes := s.lower[i], s.doc.reader.classes
	if entry, ok := classes.entry("organisation", lower); ok {
		return graph.EntityType(entry.kind)
	}
	if one := text.Lemma(lower, text.NNS); one != lower {
		if entry, ok := classes.entry("organisation", one); ok && entry.kind != string(graph.Government) {
			return graph.EntityType(entry.kind)
		}
	}
	return ""
}

// personal reports whether the run is a person's name: it begins with a first name, or a title stands before it.
func (s *sentence) personal(first, last int) bool {
	if !(s.doc.reader.given.has(s.words[first]) && !s.opensTown(first)) && !(first > 0 && (s.titled(first-1) || s.inPortfolio(first-1))) {
		return false
	}
	for i := first; i < last; i++ {
		for _, r := range s.words[i] {
			if !unicode.IsLetter(r) && r != '.' && r != '\'' && r != '’' && r != '-' && r != '–' {
				return false
			}
		}
		if isAcronym(s.words[i]) && len(s.words[i]) > 2 && !s.loudSurname(first, i, last) {
			return false
		}
	}
	return true
}

// onlyCommon reports whether the run is made of words for offices and armies alone ("Defence Ministry", "Navy").
func (s *sentence) onlyCommon(first, last int) bool {
	classes := s.doc.reader.classes
	for i := first; i < last; i++ {
		lower := s.lower[i]
		lemma := text.Lemma(lower, text.NNS)
		if i+1 < last && classes.has("title", lower) && s.organisation(last-1) != "" && !classes.any(lower, "leader", "common") {
			return false // "Justice Battalion"
		}
		if !classes.any(lower, "force", "government", "leader", "member", "title", "common") && !classes.any(lemma, "force", "government", "leader", "member", "common") {
			return false
		}
	}
	return true
}

// titled reports whether the token is a title or the word for an office ("Gen.", "President").
func (s *sentence) titled(i int) bool {
	lower := strings.TrimSuffix(s.lower[i], ".")
	return s.doc.reader.classes.any(lower, "title", "leader", "member")
}

// titles reports whether the token is a title in the plural before a first name: "Senators John Roe and".
func (s *sentence) titles(i int) bool {
	return strings.HasSuffix(s.lower[i], "s") && i+1 < len(s.tokens) && s.doc.reader.given.has(s.words[i+1]) && s.doc.reader.classes.any(text.Lemma(s.lower[i], text.NNS), "title", "leader", "member")
}

// ranks reports whether a person's rank or title begins at the token, before his name.
func (s *sentence) ranks(i int) bool {
	switch strings.TrimSuffix(s.lower[i], ".") {
	case "admiral", "lieutenant", "major", "colonel", "brigadier", "captain", "sir", "lt", "gen", "maj", "col", "capt", "adm", "brig", "sheikh", "mullah", "vice-admiral", "vice", "rear", "field":
		return s.capitalised(i) && s.capitalised(i+1) && s.organisation(i+1) == ""
	case "general":
		return i+1 < len(s.words) && s.doc.reader.given.has(s.words[i+1])
	}
	return false
}

func (s *sentence) capitalised(i int) bool {
	word := s.words[i]
	if word != "" && word[0] < utf8.RuneSelf {
		return word[0] >= 'A' && word[0] <= 'Z' || word[0] == 'd' && len(word) > 3 && word[1] == '\'' && word[2] >= 'A' && word[2] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func isAcronym(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLetter(r) && !unicode.IsUpper(r) {
			return false
		}
		letters++
	}
	return letters >= 2
}
