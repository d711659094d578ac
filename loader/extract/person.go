package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// forenames are the first names that tell a new name for a person's, each also without its accents.
type forenames map[string]bool

// add takes a first name as it stands in a name.
func (f forenames) add(first string) {
	f[first] = true
	f[plainly(first)] = true
}

// has reports whether the word is a first name, whatever accents it bears here: "Łukasz", "Lukasz".
func (f forenames) has(word string) bool {
	return f[word] || strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 && f[plainly(word)]
}

// plainly gives a word without its accents, its first letter a capital.
func plainly(word string) string {
	folded := actors.Fold(word)
	if folded == "" || strings.ContainsAny(word, "'’-.") {
		return word
	}
	return strings.ToUpper(folded[:1]) + folded[1:]
}

// personalForm reports whether a new name without a first name that anybody knows has a form that persons' names alone have: an initial, a
// word for whose son one is, the ending of a surname, the small second half of a Korean first name, a surname in capitals.
func (s *sentence) personalForm(first, last int) bool {
	n := name{first: first, last: last}
	if last-first < 2 || last-first > 6 || s.capitals || s.headline || first > 0 && (isWhere(s.lower[first-1]) || s.lower[first-1] == "the") || opensLandscape(s.lower[first]) || !s.humanWords(&n, last) {
		return false
	}
	if last < len(s.tokens) && s.doc.reader.classes.any(s.lemma(last), "place", "site", "landform", "grouping", "platform") {
		return false // "the Marvo Keldenko factory district"
	}
	end := last - 1
	if isInitial(s.words[first]) || last-first > 2 && isInitial(s.words[first+1]) {
		return !isAcronym(s.words[end]) && last-first < 5
	}
	for i := first + 1; i < end; i++ {
		if isFiliation(s.lower[i]) {
			return true
		}
	}
	hyphen := s.tokens[end-1].Tag == text.HYPH
	switch {
	case hyphen && s.arabicArticle(end-2):
		return strings.HasSuffix(s.lower[end], "i") && end-2 > first // "Marvan al-Keldi"
	case hyphen:
		return last-first == 4 && isSmall(s.words[end]) && s.capitalised(end-2)
	}
	return last-first <= 3 && s.surnameEnding(end)
}

// surnameEnding reports whether the word ends as surnames of a people do: "Marvotyan", "Keldenko".
func (s *sentence) surnameEnding(i int) bool {
	word := actors.Fold(s.words[i])
	for end := range s.doc.reader.classes.words["surnameend"] {
		if strings.HasSuffix(word, end) && len(word) >= len(end)+3 {
			return true
		}
	}
	return false
}

// isFiliation tells the words inside a name that tell whose son or daughter, servant or kin its bearer is.
func isFiliation(word string) bool {
	switch word {
	case "bin", "ibn", "bint", "ould", "ag", "ben", "abu", "abou", "abdel", "abdul", "abd", "van", "von", "ter":
		return true
	}
	return false
}

// isInitial tells the letters for first names: "J.", "J.K.".
func isInitial(word string) bool {
	if !strings.HasSuffix(word, ".") || len(word) > 6 {
		return false
	}
	for part := range strings.SplitSeq(strings.TrimSuffix(word, "."), ".") {
		if r, size := utf8.DecodeRuneInString(part); size != len(part) || !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// humanWords reports whether no word of the name, up to the token, is one that a body, an office or a place has in its name.
func (s *sentence) humanWords(n *name, last int) bool {
	classes := s.doc.reader.classes
	for i := n.first; i < last; i++ {
		if s.titled(i) && i > n.first || s.organisation(i) != "" || classes.has("impersonal", s.lower[i]) || strings.ContainsAny(s.words[i], "0123456789&") ||
			classes.any(s.lemma(i), "common", "force", "government", "grouping", "place", "site", "landform", "media", "platform", "impersonal") {
			return false
		}
	}
	return true
}

// tellPersons gives a new name, wherever the article has it, the shape of a person where the words beside it tell in one place that it is
// one: "Keld Marvo, leader of the Front, ... Keld Marvo accused Chad". One of its words alone means him, too: "Marvo".
func (d *document) tellPersons() {
	var told map[string]bool
	for _, s := range d.sentences {
		for i := range s.names {
			n := &s.names[i]
			if n.known() || n.last-n.first < 2 || n.shape != "" && n.shape != graph.Person || n.shape == "" && !s.toldPerson(n) {
				continue
			}
			if told == nil {
				told = map[string]bool{}
			}
			told[s.text(n.first, n.last)] = true
		}
	}
	if told == nil {
		return
	}
	for _, s := range d.sentences {
		for i := range s.names {
			if n := &s.names[i]; !n.known() && s.standsAsPlace(n) {
				delete(told, s.text(n.first, n.last))
			}
		}
	}
	for _, s := range d.sentences {
		for i := range s.names {
			if n := &s.names[i]; !n.known() && n.shape == "" && told[s.text(n.first, n.last)] {
				n.shape = graph.Person
			}
		}
	}
	d.nameParts()
}

// standsAsPlace reports whether the words beside a new name are those that places have: "in Kelda Marv", "the town of Kelda Marv", "Kelda
// Marv is a region".
func (s *sentence) standsAsPlace(n *name) bool {
	classes := s.doc.reader.classes
	if n.first > 0 && isWhere(s.lower[n.first-1]) || n.first > 1 && s.lower[n.first-1] == "of" && classes.any(s.lemma(n.first-2), "place", "site") {
		return true
	}
	if n.last+1 >= len(s.tokens) || s.tokens[n.last].Tag != text.Comma && !isBe(s.lower[n.last]) || s.tokens[n.last+1].Tag != text.DT {
		return false
	}
	for k := n.last + 2; k < len(s.tokens) && (s.tokens[k].Tag.IsNoun() || s.tokens[k].Tag == text.JJ || s.tokens[k].Tag == text.HYPH); k++ {
		if classes.any(s.lemma(k), "place", "site") && (k+1 >= len(s.tokens) || !s.tokens[k+1].Tag.IsNoun() && s.tokens[k+1].Tag != text.POS) {
			return true
		}
	}
	return false
}

// nameParts lets a word of the full name of one new person alone mean him, where no other new person bears it: "Marvo", and of names in
// which the family or the first name stands alone, "Kim" and "Tesfaye".
func (d *document) nameParts() {
	parts := map[string]string{} // the full name, empty where several bear the word
	for _, s := range d.sentences {
		for k := range s.names {
			n := &s.names[k]
			if n.last-n.first < 2 || n.person() == nil && (n.known() || n.shape != graph.Person) {
				continue
			}
			full := ""
			if !n.known() {
				full = s.personName(n)
			}
			for i := n.first; i < n.last; i++ {
				word := s.words[i]
				if len(word) > 4 && isAcronym(word) {
					word = properCase(word)
				}
				if other, ok := parts[word]; ok && other != full {
					parts[word] = ""
				} else if s.capitalised(i) && utf8.RuneCountInString(word) > 2 && !isKinTitle(word) {
					parts[word] = full
				}
			}
		}
	}
	for _, s := range d.sentences {
		for _, n := range s.names { // what is a place or a people anywhere is no person
			if n.first > 0 && n.last-n.first == 1 && (isWhere(s.lower[n.first-1]) || s.lower[n.first-1] == "the") {
				parts[s.words[n.first]] = ""
			}
		}
	}
	for _, s := range d.sentences {
		for i := range s.names {
			n := &s.names[i]
			word, full := s.words[n.first], parts[s.words[n.first]]
			if full == "" && isAcronym(word) {
				full = parts[properCase(word)]
			}
			if full != "" && !n.known() && n.shape == "" && n.last-n.first == 1 && d.shorter[word] == "" {
				n.shape, d.shorter[word] = graph.Person, full
			}
		}
	}
}

// isKinTitle tells the words in a name that alone mean nobody.
func isKinTitle(word string) bool {
	switch word {
	case "Abu", "Abou", "Umm", "Bin", "Ben", "Ibn", "Ould", "Abdul", "Abdel", "Abd", "Haji", "Hajji", "Sheikh", "Sheik", "Shaikh", "Mullah", "Van", "Von", "Jr.", "Sr.":
		return true
	}
	return false
}

// toldPerson reports whether the words beside a new name of two words or more tell that it is a person's: an office before or behind it,
// whose men are loyal to it, what only befalls or is done by people.
func (s *sentence) toldPerson(n *name) bool {
	if s.capitals || s.headline || !s.mayBePerson(n) || !s.humanWords(n, n.last) || n.first > 0 && (isWhere(s.lower[n.first-1]) || s.lower[n.first-1] == "the" || s.lower[n.first-1] == "a") {
		return false
	}
	return s.officeBefore(n) || s.officeFollows(n) || s.musters(n) || s.livesThrough(n) || s.fares(n) || s.otherwiseCalled(n)
}

// officeBefore reports whether an office stands before the name: "rebel commander Keld Marvo", "its leader, Keld Marvo", "the leader of the
// Front, Keld Marvo".
func (s *sentence) officeBefore(n *name) bool {
	at := n.first - 1
	if n.last < len(s.tokens) && (s.tokens[n.last].Tag.IsNoun() || s.tokens[n.last].Tag == text.HYPH) {
		return false
	}
	comma := at > 0 && s.tokens[at].Tag == text.Comma
	if comma {
		if n.last < len(s.tokens) && s.tokens[n.last].Tag != text.Comma && s.tokens[n.last].Tag != text.Period {
			return false
		}
		at--
	}
	if at < 0 {
		return false
	}
	if s.singleOffice(at) {
		return !comma || at > 0
	}
	body := s.nameBefore(at + 1)
	if body == nil || body.last != at+1 || !body.known() && body.shape == "" {
		return false
	}
	of := body.first - 1
	if of > 0 && s.lower[of] == "the" {
		of--
	}
	return of > 0 && (s.lower[of] == "of" || s.lower[of] == "for") && s.singleOffice(of-1)
}

// singleOffice reports whether the word at the token is one for the holder of an office, in the singular.
func (s *sentence) singleOffice(i int) bool {
	return s.tokens[i].Tag != text.NNS && !s.capitalised(i) && s.doc.reader.classes.any(s.roleWord(i), "leader", "member") && s.lower[i] != "member"
}

// officeFollows reports whether commas give the office of the bearer behind the name: "Keld Marvo, the Front's deputy leader, said".
func (s *sentence) officeFollows(n *name) bool {
	if n.last >= len(s.tokens) || s.tokens[n.last].Tag != text.Comma || n.first > 0 && (s.tokens[n.first-1].Tag == text.IN || s.tokens[n.first-1].Tag == text.TO) && !s.agentive(n.first-1) {
		return false
	}
	for k := n.last + 1; k < len(s.tokens) && k < n.last+9; k++ {
		switch tag := s.tokens[k].Tag; {
		case s.singleOffice(k) && s.endsOffice(k+1):
			return true
		case tag == text.DT, tag == text.JJ, tag.IsNoun(), tag == text.POS, tag == text.PRPS, tag == text.HYPH, tag == text.CD:
		default:
			return false
		}
	}
	return false
}

// endsOffice reports whether an office that describes somebody may end before the token.
func (s *sentence) endsOffice(i int) bool {
	if i >= len(s.tokens) || s.tokens[i].Tag == text.Comma || s.tokens[i].Tag == text.Period {
		return true
	}
	switch s.lower[i] {
	case "of", "for", "in", "with", "who":
		return true
	}
	return false
}

// agentive tells the prepositions that persons stand behind.
func (s *sentence) agentive(i int) bool {
	switch s.lower[i] {
	case "by", "with", "against", "under", "for", "to", "that", "like", "including", "as":
		return true
	}
	return false
}

// musters reports whether a body or its men are the bearer's: "forces loyal to Keld Marvo", "Keld Marvo's fighters", "the Front under Keld
// Marvo".
func (s *sentence) musters(n *name) bool {
	if n.first > 1 && s.lower[n.first-1] == "to" && s.lower[n.first-2] == "loyal" {
		return true
	}
	if n.first > 0 && s.lower[n.first-1] == "under" {
		body := s.nameBefore(n.first - 1)
		return body != nil && body.last == n.first-1 && s.band(body) || n.first == 1 && n.last < len(s.tokens) && s.tokens[n.last].Tag == text.Comma && s.bandAt(n.last+1)
	}
	return n.last+1 < len(s.tokens) && s.tokens[n.last].Tag == text.POS && s.doc.reader.classes.has("bodyguard", s.lower[n.last+1])
}

// bandAt reports whether the name of such a body begins at the token, or behind "the".
func (s *sentence) bandAt(i int) bool {
	if i < len(s.lower) && s.lower[i] == "the" {
		i++
	}
	body := s.nameAt(i)
	return body != nil && body.first == i && s.band(body)
}

// band reports whether the name is that of an armed body or a party, of which only people can be the head.
func (s *sentence) band(body *name) bool {
	if !body.known() {
		return armed(body.shape) || body.shape == graph.Party
	}
	e := body.senses[0].Entry
	return !e.IsState && (armed(e.Type) || e.Type == graph.Party)
}

// livesThrough reports whether the verb behind the name tells what only people do or suffer: "Keld Marvo was arrested", "Keld Marvo defected".
func (s *sentence) livesThrough(n *name) bool {
	next := n.last
	for next < len(s.tokens) && (s.tokens[next].Tag == text.RB || s.lower[next] == "has" || s.lower[next] == "had") {
		next++
	}
	if next >= len(s.tokens) || n.first > 0 && (s.tokens[n.first-1].Tag == text.IN || s.tokens[n.first-1].Tag == text.TO || s.tokens[n.first-1].Tag.IsVerb()) && !s.agentive(n.first-1) {
		return false
	}
	classes := s.doc.reader.classes
	if s.lower[next] == "was" || s.lower[next] == "been" {
		for next++; next < len(s.tokens) && s.tokens[next].Tag == text.RB; next++ {
		}
		return next < len(s.tokens) && s.tokens[next].Tag == text.VBN && classes.has("fate", text.Lemma(s.lower[next], text.VBN))
	}
	if tag := s.tokens[next].Tag; tag != text.VBD && tag != text.VBZ && tag != text.VBN {
		return false
	}
	lemma := text.Lemma(s.lower[next], s.tokens[next].Tag)
	switch lemma {
	case "join", "leave", "quit":
		return s.bandAt(next + 1)
	case "serve":
		return next+1 < len(s.lower) && s.lower[next+1] == "as"
	}
	if s.lower[next] == "took" && next+2 < len(s.lower) {
		return s.lower[next+1] == "over" && s.lower[next+2] == "as" || s.lower[next+1] == "office"
	}
	return classes.has("conduct", lemma)
}

// fares reports whether the verb before the name tells what is done to people alone: "arrested Keld Marvo", "accused Keld Marvo of",
// "elected Keld Marvo as".
func (s *sentence) fares(n *name) bool {
	if n.first == 0 || !s.tokens[n.first-1].Tag.IsVerb() || n.last < len(s.tokens) && (s.tokens[n.last].Tag.IsNoun() || s.tokens[n.last].Tag == text.POS || s.tokens[n.last].Tag == text.HYPH) {
		return false
	}
	lemma := text.Lemma(s.lower[n.first-1], s.tokens[n.first-1].Tag)
	if n.last < len(s.lower) && (lemma == "accuse" && s.lower[n.last] == "of" || s.lower[n.last] == "as" && (lemma == "name" || lemma == "choose" || lemma == "replace" || lemma == "succeed")) {
		return true
	}
	return s.doc.reader.classes.has("fate", lemma)
}

// otherwiseCalled reports whether the name by which a fighter goes stands behind his own: "Keld Marvo alias Belkur".
func (s *sentence) otherwiseCalled(n *name) bool {
	for k := n.last; k < len(s.lower) && k < n.last+9; k++ {
		if s.lower[k] == "alias" && k == n.last || s.lower[k] == "guerre" && s.lower[k-1] == "de" && s.lower[k-2] == "nom" {
			return true
		}
	}
	return false
}

// eponym reports whether the name is that of a body which a person's may have been: "the Noureddin al-Zinki faction".
func (s *sentence) eponym(first, last int) bool {
	return first > 0 && s.lower[first-1] == "the" && last < len(s.tokens) && s.tokens[last].Tag == text.NN && s.doc.reader.classes.any(s.lemma(last), "grouping", "band")
}

// personName gives a person's name as other texts write it: "Pedro KELDO" is Pedro Keldo.
func (s *sentence) personName(n *name) string {
	words := s.text(n.first, n.last)
	if strings.ContainsAny(words, "\"“”") {
		words = s.withoutNickname(n)
	}
	if s.capitals || n.last-n.first > 1 && isAcronym(s.words[n.last-1]) && s.loudSurname(n.first, n.last-1, n.last) {
		words = properCase(words)
	}
	return words
}

// tagNames tags as names what the tagger may take for verbs and cannot be: words that begin with a capital that English lacks, "Łukasz",
// and the short forms of titles, "loyal to Gen. Marvo".
func (s *sentence) tagNames() {
	for i := range s.tokens {
		word, tag := s.words[i], s.tokens[i].Tag
		if tag.IsNoun() || tag == text.FW || word == "" {
			continue
		}
		foreign := i > 0 && word[0] >= utf8.RuneSelf && s.capitalised(i)
		if foreign || tag.IsVerb() && strings.HasSuffix(word, ".") && s.capitalised(i) && s.titled(i) {
			s.tokens[i].Tag = text.NNP
		}
	}
}

// loudSurname reports whether the word is a surname that stands in capitals at the end of a name, as some agencies write all: "Pedro KELDO".
// An office before it tells so where the article has no second one.
func (s *sentence) loudSurname(first, i, last int) bool {
	return i == last-1 && i > first && s.mayBeLoud(i) && (len(s.doc.loud) > 1 || first > 0 && s.titled(first-1))
}

// mayBeLoud reports whether the word in capitals behind another that is in none may be a surname: no letters that stand for something.
func (s *sentence) mayBeLoud(i int) bool {
	word := s.words[i]
	if len(word) < 5 || !isAcronym(word) || isInitial(word) || isAcronym(s.words[i-1]) || !strings.ContainsAny(word, "AEIOUYÁÉÍÓÚÃÕÖÜ") || s.capitals || s.headline || s.organisation(i) != "" {
		return false
	}
	n, _ := s.doc.reader.matcher.Longest(s.words, i)
	return n == 0
}

// findLoud notes the words in capitals behind a first name.
func (s *sentence) findLoud() {
	for i := 1; i < len(s.words); i++ {
		if s.capitalised(i) && s.mayBeLoud(i) && s.doc.reader.given.has(s.words[i-1]) {
			if s.doc.loud == nil {
				s.doc.loud = map[string]bool{}
			}
			s.doc.loud[s.words[i]] = true
		}
	}
}
