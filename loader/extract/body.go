package extract

import (
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// formedBody reads the name of a body whose form no other name has: a unit's number, a foreign tongue, a day, two things that it is for.
func (s *sentence) formedBody(i int) (name, bool) {
	if numbered, ok := s.numberedUnit(i); ok {
		return numbered, true
	}
	if foreign, ok := s.foreignBody(i); ok {
		return foreign, true
	}
	if dated, ok := s.datedBody(i); ok {
		return dated, true
	}
	if joint, ok := s.taskForce(i); ok {
		return joint, true
	}
	return s.twofoldBody(i)
}

// opensBody reports whether a capitalised word that may be a plain adjective, or a title, begins a body's name inside a
// sentence: "the Popular Front", "the Justice Party", "the Islamic Resistance".
func (s *sentence) opensBody(i int) bool {
	if i == 0 && (!s.tokens[i].Tag.IsNoun() || s.doc.reader.classes.any(s.lower[i], "government", "force", "rebels") || s.doc.lowers(s.lower[i])) || i == 1 && s.tokens[0].Tag == text.OpenQuote || !s.tokens[i].Tag.IsNoun() && s.tokens[i].Tag != text.JJ && s.tokens[i].Tag != text.VBN {
		return false
	}
	if s.doc.reader.classes.has("common", s.lower[i]) && !s.opensLongBody(i) && s.lower[i] != "supreme" && s.lower[i] != "royal" && s.lower[i] != "national" {
		return false
	}
	for k := i + 1; k < len(s.tokens) && k < i+5; k++ {
		if !s.capitalised(k) || s.nameAt(k) != nil {
			return false
		}
		if kind := s.organisation(k); kind != "" && kind != "thing" {
			return true
		}
		if k == i+1 && i > 0 && s.tokens[i].Tag == text.JJ && s.lower[i-1] == "the" && s.doc.reader.classes.has("band", s.lower[k]) {
			return true // "the Black Falcons"
		}
	}
	return false
}

// opensLongBody reports whether a word of direction or rank begins the name of a body behind the article: "the Northern Light Infantry",
// "the High Command Council", but not "the Northern Army", which may be the army in the north.
func (s *sentence) opensLongBody(i int) bool {
	switch s.lower[i] {
	case "northern", "southern", "eastern", "western", "central", "high", "air", "special", "military", "joint":
	case "armed":
		return s.armysCouncil(i)
	default:
		return false
	}
	if i == 0 || s.lower[i-1] != "the" || i+2 >= len(s.tokens) || !s.capitalised(i+1) || !s.tokens[i+1].Tag.IsNoun() {
		return false
	}
	return s.organisation(i+1) == "" || s.lower[i+1] == "command" && s.lower[i] != "high" && s.lower[i] != "joint" && s.lower[i] != "military"
}

// officeOnly reports whether the run is but an office, or the end of one: "the Force Commander", "Chief of Army Staff Roe".
func (s *sentence) officeOnly(first, last int) bool {
	return s.lower[last-1] == "commander" && last == first+2 && s.doc.reader.classes.has("force", s.lower[first]) ||
		s.lower[last-1] == "staff" && first > 1 && s.lower[first-1] == "of" && s.lower[first-2] == "chief"
}

// armysCouncil reports whether the name of a body begins with the armed forces for which it rules: "the Armed Forces Provisional Council".
func (s *sentence) armysCouncil(i int) bool {
	if i+2 >= len(s.tokens) || s.lower[i+1] != "forces" {
		return false
	}
	for k := i + 2; k < len(s.tokens) && k < i+6 && s.capitalised(k); k++ {
		switch s.lower[k] {
		case "council", "committee", "movement":
			return true
		}
	}
	return false
}

// called reports whether the plural noun that begins a name is behind the article, and what follows "of" ends in the noun for
// a body: "the Sons of the Desert Movement". With initials in a bracket behind it needs no such noun: "the Volunteers for
// National Defence (VND)".
func (s *sentence) called(first, connector int) bool {
	if s.bears(first, connector) {
		return true
	}
	if connector != first+1 || first == 0 || s.lower[first-1] != "the" || s.tokens[first].Tag != text.NNS && s.tokens[first].Tag != text.NNPS && !strings.HasSuffix(s.lower[first], "s") {
		return false
	}
	if s.lower[connector] != "of" && s.lower[connector] != "for" {
		return false
	}
	k := connector
	for ; k < len(s.tokens) && k < first+10 && (s.capitalised(k) || isNameConnector(s.words[k]) || s.tokens[k].Tag == text.HYPH); k++ {
		if kind := s.organisation(k); k > connector+1 && (kind == graph.Unit || kind == graph.ArmedGroup) {
			return true
		}
	}
	if k < len(s.tokens) && s.doc.reader.classes.has("grouping", s.lemma(k)) && s.tokens[k].Tag.IsNoun() {
		return true // "the Sons of Sinjar militia"
	}
	return k+1 < len(s.tokens) && s.tokens[k].Tag == text.OpenBracket && isAcronym(s.words[k+1])
}

// bears reports whether what stands before "of" is borne by a unit or an armed group, "the Sword of Justice Brigade", "the Free Men
// of Zawiya Battalion", or is always called so: "the Order of the Lamp".
func (s *sentence) bears(first, connector int) bool {
	if first == 0 || s.lower[first-1] != "the" || s.lower[connector] != "of" || connector > first+2 {
		return false
	}
	for k := first; k < connector; k++ {
		if !s.capitalised(k) || s.nameAt(k) != nil || s.organisation(k) != "" || s.titled(k) || s.doc.reader.classes.any(s.lower[k], "common", "government", "place", "office", "force") {
			return false
		}
	}
	behind := connector + 1
	if behind < len(s.tokens) && s.lower[behind] == "the" {
		behind++
	}
	for k := behind; k < len(s.tokens) && k < behind+3 && s.capitalised(k); k++ {
		switch s.lower[k] {
		case "brigade", "battalion", "brigades", "battalions", "regiment", "front", "movement", "room":
			return k > behind
		}
	}
	return s.recurs(first, connector)
}

// openingType gives the type that the first word of a body's name tells, or empty.
func (s *sentence) openingType(i int) graph.EntityType {
	if s.opensBand(i) {
		return graph.Unit
	}
	return s.organisation(i)
}

// opensBand reports whether the word begins a band's name with what its men call themselves: "the Lions of Zxyab".
func (s *sentence) opensBand(i int) bool {
	return i+2 < len(s.tokens) && s.lower[i+1] == "of" && (s.capitalised(i+2) || s.lower[i+2] == "the") && s.doc.reader.classes.has("band", s.lower[i])
}

// namesBand reports whether the run behind "the" ends in what its men call themselves: "the Black Falcons".
func (s *sentence) namesBand(first, last int) bool {
	return first > 0 && s.lower[first-1] == "the" && last-first > 1 && last-first < 4 && strings.HasSuffix(s.lower[last-1], "s") && s.doc.reader.classes.has("band", s.lower[last-1])
}

// listsStates reports whether a state's name and another behind a comma or "and" begin at the token.
func (s *sentence) listsStates(i int) bool {
	n, senses := s.doc.reader.matcher.Longest(s.words, i)
	if n == 0 || !senses[0].Entry.IsState || i+n >= len(s.tokens) {
		return false
	}
	return s.tokens[i+n].Tag == text.Comma || s.lower[i+n] == "and"
}

// numberedUnit reads the name of a unit that begins with its number: "3rd Guards Brigade", "the Second Army", "No. 5 Squadron".
func (s *sentence) numberedUnit(i int) (name, bool) {
	if unit, ok := s.plainNumber(i); ok {
		return unit, true
	}
	if !isOrdinal(s.lower[i]) || s.capitals || s.headline {
		return name{}, false
	}
	last := i
	if n := s.smallUnit(i); n > 0 {
		return name{first: i, last: n, shape: graph.Unit}, true
	}
	for k := i + 1; k < len(s.tokens) && k < i+7 && s.capitalised(k) && (s.tokens[k].Tag.IsNoun() || s.tokens[k].Tag == text.JJ || s.tokens[k].Tag == text.VBN || s.tokens[k].Tag == text.VBD); k++ {
		if s.organisation(k) == graph.Unit || isHost(s.lower[k]) {
			last = k + 1
		}
	}
	if whole := last + 1; last > i && whole < len(s.tokens) && s.tokens[last].Tag == text.Comma && isOrdinal(s.lower[whole]) && isPartOfRegiment(s.lower[last-1]) {
		if regiment, ok := s.numberedUnit(whole); ok && s.lower[regiment.last-1] != s.lower[last-1] {
			last = regiment.last // "2nd Battalion, 5th Marines"
		}
	}
	return name{first: i, last: last, shape: graph.Unit}, last > i
}

// plainNumber reads the name of a unit whose number has no ending: "101 Squadron", "No. 3 Commando Brigade", not "two brigades" or "in 1970
// Squadron Leader Roe".
func (s *sentence) plainNumber(i int) (name, bool) {
	at := i
	if at+2 < len(s.tokens) && (s.words[at] == "No." || s.words[at] == "No") {
		at++
	}
	if s.tokens[at].Tag != text.CD || s.lower[at][0] < '0' || s.lower[at][0] > '9' || len(s.lower[at]) > 3 || s.capitals || s.headline {
		return name{}, false
	}
	if at == i && i > 0 {
		if _, dated := s.month(i - 1); dated {
			return name{}, false // "On May 5 Battalion commander Roe"
		}
	}
	for k := at + 1; k < len(s.tokens) && k < at+4 && s.capitalised(k) && s.tokens[k].Tag.IsNoun(); k++ {
		if one := s.tokens[k].Tag; s.organisation(k) != graph.Unit || strings.HasSuffix(s.lower[k], "s") && one != text.NNP {
			continue
		}
		if next := k + 1; next < len(s.tokens) && s.capitalised(next) && (s.titled(next) || s.organisation(next) == graph.Unit) {
			continue // "5 Commando Brigade"
		}
		return name{first: i, last: k + 1, shape: graph.Unit}, true
	}
	return name{}, false
}

// smallUnit gives the end of the name of a unit that a report writes in small letters, by its number and its arm, or 0: "the 57th
// motorised infantry brigade".
func (s *sentence) smallUnit(i int) int {
	if s.lower[i][0] < '0' || s.lower[i][0] > '9' {
		return 0
	}
	k := i + 1
	for k < len(s.lower) && k < i+5 && s.doc.reader.classes.has("arm", s.lower[k]) {
		k++
	}
	if k == i+1 || k >= len(s.lower) || s.words[k] != s.lower[k] || s.organisation(k) != graph.Unit || s.tokens[k].Tag == text.NNS {
		return 0
	}
	return k + 1
}

// isPartOfRegiment tells the words for units that are told apart by the regiment they are of.
func isPartOfRegiment(word string) bool {
	return word == "battalion" || word == "squadron" || word == "company"
}

// regionDefends reads the name of a body that defends a land within a state: "the Nuba Mountains Defence Force", where "the
// Kenya Defence Force" is a state's army.
func (s *sentence) regionDefends(known name) (name, bool) {
	i := known.last
	if !s.isPlaceName(&known) || i+1 >= len(s.tokens) || !s.capitalised(i) || !s.capitalised(i+1) || s.doc.isSite(known.senses[0].Entry.ID, "country") {
		return name{}, false
	}
	switch s.lower[i] {
	case "defence", "defense", "protection", "liberation":
	default:
		return name{}, false
	}
	if s.lower[i+1] != "force" && s.lower[i+1] != "forces" && s.lower[i+1] != "army" && s.lower[i+1] != "front" {
		return name{}, false
	}
	return name{first: known.first, last: i + 2, shape: graph.ArmedGroup, home: known.senses[0].Entry.Country}, true
}

// roomAt reports whether "operations room", in small letters, ends the name of a union of armed groups before the token: "the Sirte
// operations room".
func (s *sentence) roomAt(i int) bool {
	return i+1 < len(s.words) && s.words[i] == "operations" && s.words[i+1] == "room"
}

// namedAfter reads the name of a body that is called after a place, or after a land that it wants: "Tripoli Brigade", "Free
// Idlib Army".
func (s *sentence) namedAfter(known name) (name, bool) {
	entry, i := known.senses[0].Entry, known.last
	if s.roomAt(i) && entry.IsPlace() && known.senses[0].Form == actors.Name {
		return name{first: known.first, last: i + 2, shape: graph.Coalition, home: entry.Country}, true
	}
	if !s.capitalised(i) || known.senses[0].Form != actors.Name {
		return name{}, false
	}
	found := name{first: known.first, last: i + 1, shape: s.organisation(i), home: entry.Country}
	if entry.IsState {
		found.home = entry.ID
	}
	if found.first > 0 && s.words[found.first-1] == "Free" {
		found.first--
		return found, found.shape != "" && found.shape != "thing" && (entry.IsPlace() || entry.IsState)
	}
	return found, entry.IsPlace() && (found.shape == graph.Unit || s.lower[i] == "gathering") && !(s.continues(i+1) && s.organisation(i+1) != "") // "Kivu Eagles Movement"
}

// describesNext reports whether the token, the last of a name, but says what the name behind "of" is: not Gaza City is meant by
// "the southern Gaza city of Rafah".
func (s *sentence) describesNext(i int) bool {
	return i+2 < len(s.words) && s.words[i] == "city" && s.words[i+1] == "of" && s.capitalised(i+2)
}

// articleOnly reports whether the name of two words that begins with "the" is but the beginning of a longer one behind the article:
// "the Gulf Cooperation Council".
func (s *sentence) articleOnly(i, n int) bool {
	if n != 2 || s.lower[i] != "the" {
		return false
	}
	behind, _ := s.doc.reader.matcher.Longest(s.words, i+1)
	return behind > 1
}

// owners reports whether the word tells, in a body's name, whose it is.
func (s *sentence) owners(i int) bool {
	switch s.words[i] {
	case "People", "Peoples", "Workers", "Women", "Peasants", "Farmers", "Soldiers", "Students", "Patriots":
		return true
	}
	return false
}

// isHost tells the words that name a unit behind its number alone: "the 7th Army", "the 1st Moroccan Tabor Group".
func isHost(word string) bool {
	switch word {
	case "army", "wing", "group", "legion", "rifles", "marines", "commando":
		return true
	}
	return false
}
