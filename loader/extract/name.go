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
