package extract

import (
	"strings"

	"entente.example/loader/text"
)

// group is a stretch of a sentence that acts as one: a noun group, a verb group, a preposition, or what separates
// them.
type group struct {
	kind        groupKind
	first, last int // tokens, half-open
	head        int // token
	// lemma is the head's base form; of a preposition its words, joined by underscores.
	lemma string
	index int // in the sentence's groups

	nounGroup
	verbGroup
}

type groupKind byte

const (
	nounKind    groupKind = 'N'
	verbKind    groupKind = 'V'
	prepKind    groupKind = 'P'
	adjKind     groupKind = 'J' // a predicate adjective: "loyal (to)"
	commaKind   groupKind = ','
	conjKind    groupKind = '&'
	relKind     groupKind = 'R' // who, which, that, where
	compKind    groupKind = 'C' // that, because, if, while
	adverbKind  groupKind = 'A'
	quoteKind   groupKind = '"'
	bracketKind groupKind = '('
	stopKind    groupKind = ';'
)

// compound is a modifier with a hyphen: "Turkey-backed". left is the token range of "Turkey", word is "backed".
type compound struct {
	left, leftEnd int
	word          string
	at            int
}

// argument is a preposition with its noun group.
type argument struct {
	prep string
	noun *group
}

// chunk cuts the sentence into groups.
func (s *sentence) chunk() {
	s.groups = s.doc.arena.list(len(s.tokens))
	start := s.dateline()
	if start > 0 {
		s.groups = append(s.groups, &group{kind: stopKind, last: start, lemma: "-"})
	}
	for i := start; i < len(s.tokens); {
		g := s.groupAt(i)
		s.groups = append(s.groups, g)
		i = g.last
	}
	s.splitOpening()
	s.splitOfficers()
	s.splitFronted()
	s.splitFighters()
	s.dropAges()
	s.splitGapped()
	s.restoreVerbs()
	s.takeInQuarters()
	s.joinOffices()
	s.conjoin()
	s.closeOpening()
	s.coordinate()
	s.attachOf()
	s.attachLoyal()
	s.attachSuspects()
	s.attachWorth()
	s.coordinate()
	s.attachExamples()
	s.subordinate()
	s.number()
}

// listed gives the parts of a list, or none.
func (g *group) listed() []*group {
	if g == nil {
		return nil
	}
	return g.conjuncts
}

// number gives each group its place.
func (s *sentence) number() {
	for i, g := range s.groups {
		g.index = i
	}
	for i, g := range s.groups {
		if i > 1 && g.kind == nounKind && g.possessor == nil && s.groups[i-1].kind == relKind && s.groups[i-1].lemma == "whose" {
			g.possessor, g.definite = s.whomDescribed(s.antecedent(i-1)), true
			if last := len(g.possessor.listed()) - 1; last > 0 && (s.headName(g) != nil || !g.plural && s.doc.reader.classes.has("leader", g.lemma)) {
				g.possessor = g.possessor.conjuncts[last] // "Roe and Doe, whose Freedom Party had won"
			}
		}
	}
}

// groupAt reads the group that begins at the token.
func (s *sentence) groupAt(i int) *group {
	tag, lower := s.tokens[i].Tag, s.lower[i]
	if n := s.multiPreposition(i); n > 0 {
		lemma := strings.Join(s.lower[i:i+n], "_")
		if lemma == "among_them" || lemma == "among_these" {
			lemma = "such_as"
		}
		if strings.HasPrefix(lemma, "in_and_") {
			lemma = "in" // "in and around Goma"
		}
		return s.newGroup(prepKind, i, i+n, lemma)
	}
	if lower == "by" && i+2 < len(s.tokens) && s.lower[i+1] == "the" && s.lower[i+2] == "time" {
		return s.newGroup(compKind, i, i+3, "when")
	}
	if n := s.singled(i); n > 0 {
		return s.newGroup(prepKind, i, i+n, "such_as")
	}
	if n, lemma := s.connective(i); n > 0 {
		return s.newGroup(compKind, i, i+n, lemma)
	}
	if n := max(s.spanAdverb(i), s.insertedTime(i)); n > 0 {
		return s.newGroup(adverbKind, i, i+n, "then")
	}
	if tag == text.DT && i+2 < len(s.tokens) && s.tokens[i+2].Tag == text.TO && isRank(s.lower[i+1]) {
		g := s.newGroup(nounKind, i, i+2, s.lower[i+1]) // "was the first to"
		g.head = i + 1
		return g
	}
	if n := s.periodPhrase(i); n > 0 {
		return s.newGroup(adverbKind, i, i+n, "then")
	}
	if n, lemma := s.distance(i); n > 0 {
		return s.newGroup(prepKind, i, i+n, lemma)
	}
	if n := max(s.dateLength(i), s.bareYear(i), s.decade(i)); n > 0 {
		return s.newGroup(nounKind, i, i+n, "date")
	}
	if n := len(s.groups); isDay(lower) && n > 0 && s.groups[n-1].kind != prepKind && s.nameAt(i) == nil && (i+1 == len(s.tokens) || !s.tokens[i+1].Tag.IsNoun()) {
		return s.newGroup(adverbKind, i, i+1, lower) // "carried out strikes Sunday on"
	}
	if s.emphasises(i) {
		return s.newGroup(adverbKind, i, i+1, lower)
	}
	if s.nameAt(i) != nil || s.opensNoun(i) {
		if g := s.nounAt(i); g != nil {
			return g
		}
	}
	if lower != "including" && (tag == text.MD || tag.IsVerb() || tag == text.TO && s.infinitiveAfter(i)) {
		return s.verbAt(i)
	}
	return s.smallAt(i)
}

// isRank tells the words that stand alone for who did something first, last or alone: "the first to send".
func isRank(word string) bool {
	switch word {
	case "first", "second", "third", "last", "latest", "only", "next":
		return true
	}
	return false
}

// singled gives the length of what picks one out of those before, behind a comma and before a name, or 0: "rebel groups, most
// importantly the M23", "foreign backers, chief among them Egypt".
func (s *sentence) singled(i int) int {
	if i < 2 || s.tokens[i-1].Tag != text.Comma || s.nameAt(i) != nil {
		return 0
	}
	for n := 1; n <= 4 && i+n < len(s.tokens); n++ {
		named := s.nameAt(i+n) != nil || s.tokens[i+n].Tag == text.DT && s.nameAt(i+n+1) != nil
		if named && s.doc.reader.classes.has("singling", strings.Join(s.lower[i:i+n], "_")) {
			return n
		}
	}
	return 0
}

// smallAt reads the group of one token at i that is neither noun nor verb: what joins, separates or describes the others. Its tag tells which, save
// for a few words.
func (s *sentence) smallAt(i int) *group {
	tag, lower := s.tokens[i].Tag, s.lower[i]
	g := s.newGroup(kindByTag(tag, lower), i, i+1, lower)
	beforeVerb := i+1 < len(s.tokens) && s.tokens[i+1].Tag.IsVerb()
	switch {
	case s.bothDo(i): // "A and B both provided"
		g.kind = adverbKind
	case lower == "both" && i > 0 && s.tokens[i-1].Tag == text.WDT: // "which both A and B fight"
		g.kind = adverbKind
	case lower == "neither" && beforeVerb:
		g.kind = adverbKind
	case tag == text.CC:
	case lower == "that":
		g.kind = s.kindOfThat(i, g.kind)
		g.pronoun = g.kind == nounKind
	case lower == "including" || lower == "notably" || lower == "namely":
		g.kind, g.lemma = prepKind, "such_as"
	case (lower == "especially" || lower == "particularly" || lower == "chiefly" || lower == "principally") && s.singlesOut(i):
		g.kind, g.lemma = prepKind, "such_as"
	case tag == text.JJ && lower == "long" && beforeVerb: // "long accused of"
		g.kind = adverbKind
	case tag == text.JJR && (lower == "later" || lower == "earlier") && beforeVerb: // "Thailand later sent"
		g.kind = adverbKind
	case s.describingBracket(i):
		g.kind = commaKind
	case tag == text.DT && lower == "both": // "both then and later"
		g.kind = adverbKind
	case tag == text.DT && (lower == "this" || lower == "these" || lower == "those"): // "denied this and said"
		g.kind, g.pronoun = nounKind, true
	case lower == "'s", lower == "’s":
		g.kind = adverbKind
	}
	return g
}

// kindByTag gives the kind of a group of one word, neither noun nor verb, by its tag.
func kindByTag(tag text.Tag, lower string) groupKind {
	switch tag {
	case text.Comma:
		return commaKind
	case text.Colon:
		if isDash(lower) {
			return commaKind
		}
	case text.CC:
		return conjKind
	case text.WDT, text.WP, text.WPS, text.WRB:
		return relKind
	case text.IN, text.TO:
		if isSubordinator(lower) {
			return compKind
		}
		return prepKind
	case text.RB, text.RBR, text.RBS, text.RP:
		if lower == "north" || lower == "south" {
			return prepKind
		}
		return adverbKind
	case text.JJ, text.JJR, text.JJS:
		return adjKind
	case text.OpenQuote, text.CloseQuote:
		return quoteKind
	case text.OpenBracket, text.CloseBracket:
		return bracketKind
	}
	return stopKind
}

// kindOfThat tells whether the "that" at i opens a relative clause or one that tells what is said, or stands for something itself.
func (s *sentence) kindOfThat(i int, byTag groupKind) groupKind {
	tag := s.tokens[i].Tag
	var before *group
	if len(s.groups) > 0 {
		before = s.groups[len(s.groups)-1]
	}
	switch {
	case s.cleft(s.groups) != nil:
		return relKind
	case s.behindReport() || s.emptyIt(), before != nil && (s.doc.reader.classes.has("report", before.lemma) || s.wantsDone(i)), s.behindClaim(i) || s.behindJudgement() || s.provides(i-1):
		return compKind
	case s.laidAhead(i), tag == text.IN && s.relativeThat(i): // "an attack that X blames on Y"
		return relKind
	case tag != text.DT:
		return byTag
	case before != nil && before.kind == prepKind && i+1 < len(s.tokens) && (s.tokens[i+1].Tag == text.Comma || s.tokens[i+1].Tag == text.Period || s.tokens[i+1].Tag.IsVerb()):
		return nounKind // "after that"
	}
	return compKind
}

// periodPhrase gives the length of a phrase that says when a description holds, or 0: "by then", "at the time", "at that time".
func (s *sentence) periodPhrase(i int) int {
	word := func(k int) string {
		if k < len(s.lower) {
			return s.lower[k]
		}
		return ""
	}
	behindComma := i > 0 && (s.tokens[i-1].Tag == text.Comma || s.lower[i-1] == "was" || s.lower[i-1] == "were")
	switch {
	case !behindComma:
	case word(i) == "by" && (word(i+1) == "then" || word(i+1) == "now"):
		return 2
	case (word(i) == "at" || word(i) == "by") && (word(i+1) == "the" || word(i+1) == "that" || word(i+1) == "this") && word(i+2) == "time" && word(i+3) != "of":
		return 3
	}
	return 0
}

// singlesOut reports whether the adverb at i picks one out of those before the comma: "rebel groups, especially the M23".
func (s *sentence) singlesOut(i int) bool {
	k := i + 1
	if k < len(s.tokens) && s.tokens[k].Tag == text.DT {
		k++
	}
	n, before := s.nameAt(k), s.lastGroup(1)
	return n != nil && !n.adjectival() && s.lastGroup(0) != nil && s.lastGroup(0).kind == commaKind && before != nil && before.kind == nounKind && before.plural && s.headName(before) == nil
}

// lastGroup gives the group that many before the last of those read so far, or nil.
func (s *sentence) lastGroup(back int) *group {
	if k := len(s.groups) - 1 - back; k >= 0 {
		return s.groups[k]
	}
	return nil
}

// isDay reports whether the word tells a day, which may stand anywhere in a clause.
func isDay(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow":
		return true
	}
	return false
}

func isSubordinator(word string) bool {
	switch word {
	case "that", "because", "although", "though", "while", "whilst", "if", "unless", "whether", "whereas", "when", "where", "so", "once", "lest":
		return true
	}
	return false
}

// behindReport reports whether a reporting verb without an object stands before the next group, with no more than a
// phrase between: "claimed on Saturday that".
func (s *sentence) behindReport() bool {
	for k := len(s.groups) - 1; k >= 0; k-- {
		switch g := s.groups[k]; {
		case g.kind == verbKind:
			return s.doc.reader.reports(g.lemma)
		case g.kind == nounKind && k > 0 && s.groups[k-1].kind == prepKind:
			k--
		case s.tellsTime(g): // "said last week that"
		case g.kind != adverbKind:
			return false
		}
	}
	return false
}

func isDash(word string) bool {
	return word == "—" || word == "–" || word == "--" || word == "-" || word == "_"
}

// dateLength gives the number of tokens of a date that begins at the token: "April 2007", "28 May 2020".
func (s *sentence) dateLength(i int) int {
	j := i
	if _, ok := s.dayNumber(j); ok {
		j++
	}
	if _, ok := s.month(j); !ok {
		return 0
	}
	for j++; j < len(s.tokens); j++ {
		_, day := s.dayNumber(j)
		_, year := s.year(j)
		comma := s.tokens[j].Tag == text.Comma && j+1 < len(s.tokens)
		if comma {
			_, comma = s.year(j + 1)
		}
		if !day && !year && !comma {
			break
		}
	}
	return j - i
}

// compound reads "Turkey-backed", "anti-Assad" or a plain hyphen.
func (s *sentence) compound(g *group, j int) (int, bool) {
	if j == g.first || j+1 >= len(s.tokens) {
		return j, false
	}
	if n := s.nameAt(j + 1); n != nil { // a prefix or a name of two halves
		if j-1 >= g.first && s.doc.reader.frames.prefixes[s.lower[j-1]] != nil {
			g.compounds = append(g.compounds, compound{left: n.first, leftEnd: n.last, word: s.lower[j-1], at: j - 1})
			g.head = -1
			return n.last, true
		}
		return j + 1, true
	}
	left := j - 1
	if n := s.nameBefore(j); n != nil {
		left = n.first
	}
	g.compounds = append(g.compounds, compound{left: left, leftEnd: j, word: s.lower[j+1], at: j + 1})
	if len(g.names) > 0 && s.names[g.names[len(g.names)-1]].last == j {
		g.names = g.names[:len(g.names)-1]
	}
	g.head = -1
	if s.nounFollows(j + 2) {
		return j + 2, true
	}
	if s.compoundBehind(j + 2) {
		return j + 3, true // "the US-backed, Kurdish-led SDF"
	}
	if s.tokens[j+1].Tag.IsNoun() {
		g.compounds = g.compounds[:len(g.compounds)-1]
		g.head = j + 1
		return j + 2, true
	}
	return j, false
}

// suspended reads the first half of two compounds that share a word, "Saudi- and Turkish-backed", up to the second name.
func (s *sentence) suspended(g *group, j int) (int, bool) {
	if s.words[j] != "-" || j == 0 || j+4 >= len(s.tokens) || s.tokens[j].Start != s.tokens[j-1].End || s.tokens[j].End == s.tokens[j+1].Start {
		return j, false
	}
	first, second := s.nameBefore(j), s.nameAt(j+2)
	if first == nil || second == nil || len(g.names) == 0 || &s.names[g.names[len(g.names)-1]] != first || s.lower[j+1] != "and" && s.lower[j+1] != "or" {
		return j, false
	}
	hyphen := second.last
	if hyphen+1 >= len(s.tokens) || s.words[hyphen] != "-" || s.doc.reader.frames.mods[s.lower[hyphen+1]] == nil {
		return j, false
	}
	s.tokens[hyphen].Tag = text.HYPH
	g.names = g.names[:len(g.names)-1]
	g.compounds = append(g.compounds, compound{left: first.first, leftEnd: j, word: s.lower[hyphen+1], at: hyphen + 1})
	g.head = -1
	return j + 2, true
}

// compoundBehind reports whether a comma and another modifier with a hyphen, before a noun, stand at the token.
func (s *sentence) compoundBehind(j int) bool {
	if j+4 >= len(s.tokens) || s.tokens[j].Tag != text.Comma {
		return false
	}
	next := j + 2
	if n := s.nameAt(j + 1); n != nil {
		next = n.last
	}
	return next+2 < len(s.tokens) && s.tokens[next].Tag == text.HYPH && s.doc.reader.frames.mods[s.lower[next+1]] != nil && s.nounFollows(next+2)
}

// relativeThat reports whether "that" at i begins a relative clause: behind things and groups, where nobody is told
// anything.
func (s *sentence) relativeThat(i int) bool {
	n := len(s.groups)
	if n == 0 || s.groups[n-1].kind != nounKind || s.groups[n-1].last != i {
		return false
	}
	if !s.doc.reader.classes.any(s.groups[n-1].lemma, "support", "grouping", "rebels", "nationals", "site") {
		return false
	}
	for k := n - 2; k >= 0; k-- {
		if v := s.groups[k]; v.kind == verbKind {
			return !s.doc.reader.reports(v.lemma)
		}
	}
	return true
}
