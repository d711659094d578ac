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

// nounGroup is what only noun groups have.
type nounGroup struct {
	names      []int // indices of the sentence's names inside
	possessor  *group
	pronominal *group // "its" at the beginning
	of         *group
	loyal      *group // "forces loyal to X"
	conjuncts  []*group
	apposed    []*group
	examples   *group // "groups such as X"
	tail       int    // the end of "secretary of state" behind the head, or 0
	compounds  []compound
	pronoun    bool
	valued     bool // "worth 3 million" stands behind the head
	definite   bool
	plural     bool
	acronym    string // of a bracket behind the name: "(LNA)"

	// prep is the preposition in front, and verb the verb group that the noun group depends on in the role.
	prep     string
	verb     *group
	role     string
	after    []argument // prepositions behind the noun group, with theirs
	actor    []ref
	resolved bool
	place    []ref
}

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
	for i := 0; i < len(s.tokens); {
		g := s.groupAt(i)
		s.groups = append(s.groups, g)
		i = g.last
	}
	s.coordinate()
	s.attachOf()
	s.attachLoyal()
	s.attachWorth()
	s.coordinate()
	s.attachExamples()
	s.number()
}

// attachExamples joins "groups such as X and Y" into one group that stands for X and Y as well.
func (s *sentence) attachExamples() {
	var out []*group
	for i := 0; i < len(s.groups); i++ {
		g, n := s.groups[i], len(out)
		if g.kind == prepKind && (g.lemma == "such_as" || g.lemma == "like") && i+1 < len(s.groups) && s.groups[i+1].kind == nounKind {
			owner := n - 1
			if owner > 0 && out[owner].kind == commaKind {
				owner--
			}
			if owner >= 0 && out[owner].kind == nounKind && s.headName(out[owner]) == nil && !out[owner].pronoun {
				out[owner].examples = s.groups[i+1]
			}
		}
		if s.opensBracketed(i) && n > 0 && out[n-1].kind == nounKind && out[n-1].plural && s.headName(out[n-1]) == nil {
			out[n-1].examples = s.groups[i+1]
		}
		if g.kind == prepKind && g.lemma == "since" || g.kind == prepKind && (g.lemma == "as" || g.lemma == "after" || g.lemma == "before" || g.lemma == "until") {
			if i+2 < len(s.groups) && s.groups[i+1].kind == nounKind && s.groups[i+2].kind == verbKind && s.groups[i+2].finite {
				g.kind = compKind
			}
		}
		out = append(out, g)
	}
	s.groups = out
}

// number gives each group its place.
func (s *sentence) number() {
	for i, g := range s.groups {
		g.index = i
	}
	for i, g := range s.groups {
		if i > 1 && g.kind == nounKind && g.possessor == nil && s.groups[i-1].kind == relKind && s.groups[i-1].lemma == "whose" {
			g.possessor, g.definite = s.antecedent(i-1), true
		}
	}
}

// groupAt reads the group that begins at the token.
func (s *sentence) groupAt(i int) *group {
	tag, lower := s.tokens[i].Tag, s.lower[i]
	if n := s.multiPreposition(i); n > 0 {
		return &group{kind: prepKind, first: i, last: i + n, head: i, lemma: strings.Join(s.lower[i:i+n], "_")}
	}
	if n, lemma := s.distance(i); n > 0 {
		return &group{kind: prepKind, first: i, last: i + n, head: i, lemma: lemma}
	}
	if n := max(s.dateLength(i), s.bareYear(i)); n > 0 {
		return &group{kind: nounKind, first: i, last: i + n, head: i, lemma: "date"}
	}
	if n := len(s.groups); isDay(lower) && n > 0 && s.groups[n-1].kind != prepKind && s.nameAt(i) == nil && (i+1 == len(s.tokens) || !s.tokens[i+1].Tag.IsNoun()) {
		return &group{kind: adverbKind, first: i, last: i + 1, head: i, lemma: lower} // "carried out strikes Sunday on"
	}
	if s.nameAt(i) != nil || s.opensNoun(i) {
		if g := s.nounAt(i); g != nil {
			return g
		}
	}
	if lower != "including" && (tag == text.MD || tag.IsVerb() || tag == text.TO && s.infinitiveAfter(i)) {
		return s.verbAt(i)
	}
	g := &group{first: i, last: i + 1, head: i, lemma: lower, kind: stopKind}
	switch {
	case tag == text.Comma, tag == text.Colon && isDash(lower):
		g.kind = commaKind
	case tag == text.CC:
		g.kind = conjKind
	case lower == "that" && s.behindReport():
		g.kind = compKind
	case lower == "that" && len(s.groups) > 0 && s.doc.reader.classes.has("report", s.groups[len(s.groups)-1].lemma):
		g.kind = compKind
	case lower == "that" && tag == text.IN && s.relativeThat(i):
		g.kind = relKind
	case tag == text.WDT, tag == text.WP, tag == text.WPS, tag == text.WRB:
		g.kind = relKind
	case lower == "including" || lower == "notably" || lower == "namely":
		g.kind, g.lemma = prepKind, "such_as"
	case tag == text.IN || tag == text.TO:
		g.kind = prepKind
		if isSubordinator(lower) {
			g.kind = compKind
		}
	case tag == text.RB, tag == text.RBR, tag == text.RBS, tag == text.RP:
		g.kind = adverbKind
		if lower == "north" || lower == "south" {
			g.kind = prepKind
		}
	case tag == text.JJ, tag == text.JJR, tag == text.JJS:
		g.kind = adjKind
	case tag == text.OpenQuote, tag == text.CloseQuote:
		g.kind = quoteKind
	case tag == text.OpenBracket, tag == text.CloseBracket:
		g.kind = bracketKind
	case tag == text.DT && lower == "that":
		g.kind = compKind
	case lower == "'s", lower == "’s":
		g.kind = adverbKind
	}
	return g
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
	case "that", "because", "although", "though", "while", "if", "unless", "whether", "whereas", "when", "where", "so", "once", "lest":
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
		case g.kind != adverbKind:
			return false
		}
	}
	return false
}

func isDash(word string) bool { return word == "—" || word == "–" || word == "--" || word == "-" }

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

// multiPreposition gives the length of a preposition of several words, or 0.
func (s *sentence) multiPreposition(i int) int {
	for _, p := range s.doc.reader.prepositions[s.lower[i]] {
		if i+len(p) > len(s.lower) {
			continue
		}
		matches := true
		for k, w := range p {
			matches = matches && s.lower[i+k] == w
		}
		if matches {
			return len(p)
		}
	}
	return 0
}

// distance reads "150 km southeast of" and "south of", behind which a place is only a landmark.
func (s *sentence) distance(i int) (int, string) {
	j := i
	if s.tokens[j].Tag == text.CD {
		j++
		if j >= len(s.tokens) || !isLength(s.lower[j]) {
			return 0, ""
		}
		j++
		if j < len(s.tokens) && s.tokens[j].Tag == text.OpenBracket {
			for j < len(s.tokens) && s.tokens[j].Tag != text.CloseBracket {
				j++
			}
			j++
		}
	}
	start := j
	for j < len(s.tokens) && (isDirection(s.lower[j]) || s.tokens[j].Tag == text.HYPH || s.lower[j] == "away" || s.lower[j] == "outside") {
		j++
	}
	if j >= len(s.tokens) || s.lower[j] != "of" && (s.lower[j] != "from" || start == i) {
		return 0, ""
	}
	if j == start && start == i {
		return 0, ""
	}
	return j + 1 - i, "away_from"
}

func isLength(word string) bool {
	switch word {
	case "km", "kms", "kilometer", "kilometers", "kilometre", "kilometres", "mile", "miles", "m", "metres", "meters":
		return true
	}
	return false
}

func isDirection(word string) bool {
	switch word {
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "northern", "southern",
		"eastern", "western", "due", "just":
		return true
	}
	return false
}

// opensNoun reports whether a noun group may begin at the token.
func (s *sentence) opensNoun(i int) bool {
	switch tag := s.tokens[i].Tag; tag {
	case text.DT:
		return !(s.lower[i] == "that" && i+1 < len(s.tokens) && s.tokens[i+1].Tag != text.NN)
	case text.PDT, text.AFX, text.PRP, text.PRPS, text.EX, text.CD, text.JJ, text.JJR, text.JJS, text.Dollar:
		return true
	case text.RBR, text.RBS:
		return s.quantifier(i) > 0 || i+1 < len(s.tokens) && s.tokens[i+1].Tag == text.JJ && s.nounFollows(i+1)
	case text.IN:
		return s.quantifier(i) > 0
	case text.VBN, text.VBG:
		return i+1 < len(s.tokens) && s.tokens[i+1].Tag.IsNoun() && !s.namesActor(i+1) && s.doc.reader.classes.has("premodifier", s.lower[i])
	case text.RB:
		return i+1 < len(s.tokens) && (s.tokens[i+1].Tag == text.CD || s.tokens[i+1].Tag == text.DT) && (s.lower[i] == "nearly" || s.lower[i] == "over" || s.lower[i] == "around" || s.lower[i] == "about" || s.lower[i] == "almost" || s.lower[i] == "some")
	default:
		return tag.IsNoun()
	}
}

// nounAt reads the noun group that begins at the token, or nil where there is no noun.
func (s *sentence) nounAt(i int) *group {
	first := s.tokens[i]
	if first.Tag == text.PRP || first.Tag == text.EX {
		return &group{kind: nounKind, first: i, last: i + 1, head: i, lemma: s.lower[i], nounGroup: nounGroup{pronoun: true, plural: isPluralPronoun(s.lower[i])}}
	}
	if s.lower[i] == "those" && i+1 < len(s.tokens) && s.lower[i+1] == "of" {
		return &group{kind: nounKind, first: i, last: i + 1, head: i, lemma: "those", nounGroup: nounGroup{plural: true}}
	}
	g := &group{kind: nounKind, first: i, head: -1}
	g.definite = s.lower[i] == "the" || s.lower[i] == "this" || s.lower[i] == "these" || s.lower[i] == "those" || s.lower[i] == "that" || first.Tag == text.PRPS
	j := i
	for j < len(s.tokens) {
		next, ok := s.extendNoun(g, j)
		if !ok {
			break
		}
		j = next
	}
	if g.head < 0 {
		return nil
	}
	g.last = max(g.head+1, g.tail)
	for _, n := range g.names {
		g.last = max(g.last, s.names[n].last)
	}
	s.bracket(g)
	g.lemma = s.lemma(g.head)
	g.plural = s.tokens[g.head].Tag == text.NNS || s.tokens[g.head].Tag == text.NNPS
	s.twoWordHead(g)
	return g
}

// extendNoun takes the token, or the name, at j into the noun group; it reports where to go on, or false at its end.
func (s *sentence) extendNoun(g *group, j int) (int, bool) {
	tag := s.tokens[j].Tag
	if n := s.quantifier(j); n > 0 && j == g.first {
		return j + n, true
	}
	if n := s.nameAt(j); n != nil {
		if g.head >= 0 && (s.endsAtName(g, n) || s.weekday(g.head)) {
			return j, false
		}
		g.names = append(g.names, s.nameIndex(n))
		g.head = n.last - 1
		return n.last, true
	}
	if end := s.portfolioEnd(j); end > 0 && g.head == j-1 {
		g.tail = end
		return end, true
	}
	if g.head >= 0 && g.head == j-1 && tag == text.HYPH && (s.hyphened(j+1) > 0 || s.hyphened(j+3) > 0) || j > g.first && s.hyphened(j+1) == 5 {
		return j + 1, true
	}
	if (s.hyphened(j) > 0 || s.pairedOffice(j)) && j > g.first {
		g.head = j
		return j + 1, true
	}
	prev := text.Untagged
	if j > g.first {
		prev = s.tokens[j-1].Tag
	}
	switch {
	case tag == text.POS && g.head >= 0:
		owner := *g
		owner.last = j
		owner.lemma = s.lemma(owner.head)
		*g = group{kind: nounKind, first: g.first, head: -1, nounGroup: nounGroup{possessor: &owner, definite: true}}
		return j + 1, true
	case tag == text.DT || tag == text.PDT || tag == text.PRPS || tag == text.AFX:
		if j == g.first || tag == text.AFX || (prev == text.PDT || prev == text.DT && s.lower[j-1] == "all") || s.lower[j-1] == "some" {
			return j + 1, true
		}
		return j, false
	case tag.IsNoun():
		if g.head >= 0 && (s.givenTo(g, j) || isDay(s.lower[j]) && (j+1 == len(s.tokens) || !s.tokens[j+1].Tag.IsNoun()) || s.landmark(j) || isAmount(s.lower[j]) && s.countsAfterPlace(g, j)) {
			return j, false
		}
		g.head = j
		return j + 1, true
	case tag == text.HYPH:
		return s.compound(g, j)
	case (tag == text.RBR || tag == text.RBS) && g.head < 0, tag == text.RB && j == g.first && s.tokens[j+1].Tag == text.CD:
		return j + 1, true
	case tag == text.JJ || tag == text.JJR || tag == text.JJS || tag == text.CD || tag == text.Dollar:
		if g.head >= 0 && s.givenTo(g, j) {
			return j, false
		}
		if tag == text.CD && s.countsAfterPlace(g, j) {
			return j, false
		}
		if g.head >= 0 && tag != text.CD && !s.nounFollows(j+1) {
			return j, false
		}
		if g.head < 0 && tag == text.CD && !s.nounFollows(j+1) {
			g.head = j
		}
		return j + 1, true
	case tag == text.VBN || tag == text.VBG || tag == text.VBD:
		modifies := prev == text.DT || prev == text.PRPS || prev == text.POS || prev == text.JJ || prev == text.HYPH || prev == text.CD || j == g.first || prev == text.RB && j-1 > g.first
		if modifies && s.nounFollows(j+1) {
			return j + 1, true
		}
	case tag == text.RB && j > g.first && g.head < 0 && j+1 < len(s.tokens):
		next := s.tokens[j+1].Tag
		return j + 1, next == text.JJ || next == text.VBN || next == text.HYPH
	case (tag == text.CC || tag == text.Comma) && j > g.first && j+1 < len(s.tokens) && s.listsModifiers(g, j):
		return j + 1, true
	}
	return j, false
}

// givenTo reports whether the noun at j is what the name before it is given: "gave UNITA weapons".
func (s *sentence) givenTo(g *group, j int) bool {
	at := j
	if len(g.names) == 0 || len(s.groups) == 0 {
		return false
	}
	n, before := &s.names[g.names[len(g.names)-1]], s.groups[len(s.groups)-1]
	if s.tokens[j].Tag.IsNoun() {
		for j+1 < len(s.tokens) && s.tokens[j+1].Tag.IsNoun() && s.nameAt(j+1) == nil {
			j++ // "gave UNITA infantry weapons"
		}
	} else {
		for j+1 < len(s.tokens) && !s.tokens[j].Tag.IsNoun() && s.nameAt(j+1) == nil {
			j++ // "gave UNITA modern weapons"
		}
		for j+1 < len(s.tokens) && s.tokens[j+1].Tag.IsNoun() && s.nameAt(j+1) == nil {
			j++
		}
	}
	return n.last == at && !n.adjectival() && before.kind == verbKind && s.doc.reader.classes.has("give", before.lemma) &&
		s.doc.reader.classes.has("support", s.lemma(j))
}

// landmark reports whether "south of X" begins at the token.
func (s *sentence) landmark(j int) bool {
	n, _ := s.distance(j)
	return n > 0
}

// endsAtName reports whether a new name begins another noun group: "forces Haftar leads" but "army chief Haftar".
func (s *sentence) endsAtName(g *group, n *name) bool {
	return s.tokens[g.head].Tag == text.NNS && !n.adjectival() && len(g.names) > 0
}

// nounFollows reports whether the noun group goes on to a noun.
func (s *sentence) nounFollows(j int) bool {
	for ; j < len(s.tokens); j++ {
		switch tag := s.tokens[j].Tag; {
		case tag.IsNoun() || s.nameAt(j) != nil:
			return true
		case tag == text.JJ || tag == text.HYPH || tag == text.VBN || tag == text.VBG || tag == text.CD || tag == text.RB:
		default:
			return false
		}
	}
	return false
}

// listsModifiers reports whether the "and" or comma at j joins adjectives before a noun: "Russian and Syrian jets".
func (s *sentence) listsModifiers(g *group, j int) bool {
	if s.tokens[j].Tag == text.CC && s.lower[j] != "and" {
		return false
	}
	adjective := func(i int) bool {
		for k := range s.names {
			if n := &s.names[k]; n.first <= i && i < n.last {
				return n.adjectival()
			}
		}
		return s.tokens[i].Tag == text.JJ
	}
	noun := s.tokens[j+1].Tag.IsNoun() && s.tokens[j].Tag == text.CC && j+2 < len(s.tokens) && s.tokens[j+2].Tag.IsNoun() && s.nameAt(j+1) == nil
	if !adjective(j-1) || !adjective(j+1) && !noun {
		return false // noun: "logistical and intelligence support"
	}
	end := j + 2
	if n := s.nameAt(j + 1); n != nil {
		end = n.last
	}
	for end+1 < len(s.tokens) && (s.lower[end] == "and" || s.tokens[end].Tag == text.Comma) && adjective(end+1) {
		end += 2
	}
	return end < len(s.tokens) && (s.tokens[end].Tag.IsNoun() || s.tokens[end].Tag == text.JJ)
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
	for k := range s.names {
		if n := s.names[k]; n.last == j {
			left = n.first
		}
	}
	g.compounds = append(g.compounds, compound{left: left, leftEnd: j, word: s.lower[j+1], at: j + 1})
	if len(g.names) > 0 && s.names[g.names[len(g.names)-1]].last == j {
		g.names = g.names[:len(g.names)-1]
	}
	g.head = -1
	if s.nounFollows(j + 2) {
		return j + 2, true
	}
	if s.tokens[j+1].Tag.IsNoun() {
		g.compounds = g.compounds[:len(g.compounds)-1]
		g.head = j + 1
		return j + 2, true
	}
	return j, false
}

// bracket takes in a short bracket behind the group: an acronym is remembered.
func (s *sentence) bracket(g *group) {
	j := g.last
	if j+2 >= len(s.tokens) || s.tokens[j].Tag != text.OpenBracket {
		return
	}
	for k := j + 1; k < len(s.tokens) && k <= j+8; k++ {
		if s.tokens[k].Tag != text.CloseBracket {
			continue
		}
		if k == j+2 && (isAcronym(s.words[j+1]) || s.capitalised(j+1)) && len(g.names) > 0 {
			g.acronym = s.words[j+1]
		}
		g.last = k + 1
		return
	}
}

// twoWordHead makes "air force", "prime minister" one head lemma where a class knows it so.
func (s *sentence) twoWordHead(g *group) {
	if g.head-1 < g.first || g.head < 1 {
		return
	}
	if words := s.hyphened(g.head); words > 0 {
		g.lemma = strings.Join(s.lower[g.head-words+1:g.head+1], "")
		return
	}
	joined := s.lower[g.head-1] + "_" + g.lemma
	if s.doc.reader.twoWords[joined] {
		g.lemma = joined
	}
}

func isPluralPronoun(word string) bool {
	return word == "they" || word == "them" || word == "we" || word == "us"
}

// coordinate joins noun groups of one sort into lists: "Russia, Egypt and the United Arab Emirates".
func (s *sentence) coordinate() {
	var out []*group
	for i := 0; i < len(s.groups); i++ {
		g := s.groups[i]
		if g.kind != nounKind || g.conjuncts != nil {
			out = append(out, g)
			continue
		}
		end := s.listEnd(i)
		if end == i {
			out = append(out, g)
			continue
		}
		list := *g
		for k := i; k <= end; k++ {
			if s.groups[k].kind == nounKind {
				list.conjuncts = append(list.conjuncts, s.groups[k])
			}
		}
		list.last, list.plural = s.groups[end].last, true
		out = append(out, &list)
		i = end
	}
	s.groups = out
}

// listEnd gives the index of the last noun group of the list that begins at i, or i.
func (s *sentence) listEnd(i int) int {
	end, k, joined := i, i, false
	for k+2 < len(s.groups) {
		sep := s.groups[k+1]
		next := k + 2
		isAnd := sep.kind == conjKind && sep.lemma != "but"
		if sep.kind == commaKind && next < len(s.groups) && s.groups[next].kind == conjKind && s.groups[next].lemma != "but" {
			isAnd = true
			next++
		}
		if !isAnd && sep.kind != commaKind || next >= len(s.groups) || !s.alike(s.groups[i], s.groups[next]) {
			break
		}
		if isAnd && k == i && s.opensClause(i, next) {
			break
		}
		k = next
		if isAnd {
			end, joined = k, true
			if next+1 < len(s.groups) && s.groups[next+1].kind != commaKind && !(s.groups[next+1].kind == conjKind && isPossessive(s.lower[s.groups[next].first])) {
				break
			}
		}
	}
	if !joined {
		return i
	}
	return end
}

// opensClause reports whether the noun group at next, behind an "and", begins a clause of its own rather than ending
// the list that begins at i: "The GNA took Sirte, and the LNA withdrew."
func (s *sentence) opensClause(i, next int) bool {
	if i > 0 && (s.groups[i-1].kind == conjKind || s.groups[i-1].lemma == "between") {
		return false
	}
	if next+2 < len(s.groups) && s.groups[next+1].kind == conjKind && s.groups[next+2].kind == nounKind && s.beginsClause(i, next+2) {
		return true // "A backing B and C and D backing E"
	}
	return s.beginsClause(i, next)
}

// beginsClause reports whether a verb follows the noun group at next while another stands before the one at i.
func (s *sentence) beginsClause(i, next int) bool {
	behind := next + 1
	for behind < len(s.groups) && s.groups[behind].kind == adverbKind {
		behind++
	}
	if behind >= len(s.groups) || s.groups[behind].kind != verbKind || !s.groups[behind].finite && !s.groups[behind].gerund {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		switch s.groups[k].kind {
		case verbKind:
			return s.groups[behind].finite || s.groups[k].gerund
		case compKind, stopKind, quoteKind:
			return false
		}
	}
	return false
}

// alike reports whether two noun groups may stand in one list.
func (s *sentence) alike(a, b *group) bool {
	if a.kind != nounKind || b.kind != nounKind || a.pronoun || b.pronoun {
		return false
	}
	na, nb := s.headName(a), s.headName(b)
	if na != nil && nb != nil {
		return s.isPlaceName(na) == s.isPlaceName(nb) || !na.known() || !nb.known() || s.land(na) && s.land(nb)
	}
	if (na == nil) != (nb == nil) {
		// "Hezbollah and Iraqi militias": the other one is an army or the like
		other := a
		if na != nil {
			other = b
		}
		classes := s.doc.reader.classes
		return classes.any(other.lemma, "force", "government", "rebels", "grouping", "place") && (len(other.names)+len(other.compounds) > 0 || other.of != nil || other.definite && classes.has("government", other.lemma)) ||
			classes.has("others", other.lemma) && other == b
	}
	return s.tokens[b.first].Tag != text.DT || s.lower[b.first] != "a"
}

// headName gives the name that ends with the group's head, or nil.
func (s *sentence) headName(g *group) *name {
	for _, k := range g.names {
		if n := &s.names[k]; n.first <= g.head && g.head < n.last {
			return n
		}
	}
	return nil
}

func (s *sentence) isPlaceName(n *name) bool {
	return n.known() && n.senses[0].Entry.IsPlace()
}

// attachOf joins "the forces of X", "a string of towns" and their like into one group.
func (s *sentence) attachOf() {
	var out []*group
	for i := 0; i < len(s.groups); i++ {
		g := s.groups[i]
		if n := len(out); g.kind == nounKind && n >= 2 && out[n-1].kind == prepKind && out[n-1].lemma == "of" && out[n-2].kind == nounKind && s.takesOf(out[n-2], g) {
			owner := out[n-2]
			if list := owner.conjuncts; list != nil {
				owner.last, owner = g.last, list[len(list)-1] // "Goma and the town of Sake"
			}
			first := owner
			for owner.of != nil {
				owner = owner.of
			}
			owner.of = g
			for o := first; ; o = o.of {
				o.last = g.last
				if o.of == nil || o.of == g {
					break
				}
			}
			out = out[:n-1]
			continue
		}
		out = append(out, g)
	}
	s.groups = out
}

// takesOf reports whether the noun group is a word for part, kind or army of what "of" names.
func (s *sentence) takesOf(g, of *group) bool {
	for g.of != nil {
		g = g.of
	}
	if list := g.conjuncts; list != nil {
		return s.doc.reader.classes.has("place", list[len(list)-1].lemma) && s.takesOf(list[len(list)-1], of)
	}
	if s.headName(g) != nil {
		return false
	}
	if len(s.doc.reader.frames.nouns[g.lemma]) > 0 {
		return s.doc.reader.classes.has("quantity", g.lemma) && s.headName(of) == nil
	}
	return s.doc.reader.classes.any(g.lemma, "force", "government", "quantity", "place", "rebels", "nationals", "grouping")
}
