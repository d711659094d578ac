package extract

import (
	"strings"

	"entente.example/graph/actors"
	"entente.example/loader/text"
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

// opensNoun reports whether a noun group may begin at the token.
func (s *sentence) opensNoun(i int) bool {
	switch tag := s.tokens[i].Tag; tag {
	case text.CC:
		return s.twoAlone(i)
	case text.DT:
		if s.bothDo(i) {
			return false // "A and B both provided"
		}
		return !(s.lower[i] == "that" && i+1 < len(s.tokens) && s.tokens[i+1].Tag != text.NN)
	case text.OpenQuote:
		return s.quotedModifier(i) > 0
	case text.PDT, text.AFX, text.PRP, text.PRPS, text.EX, text.CD, text.JJ, text.JJR, text.JJS, text.Dollar:
		return true
	case text.RBR, text.RBS:
		return s.quantifier(i) > 0 || i+1 < len(s.tokens) && s.tokens[i+1].Tag == text.JJ && s.nounFollows(i+1)
	case text.IN:
		return s.quantifier(i) > 0
	case text.VBN, text.VBG:
		if i > 0 && i+2 < len(s.tokens) && s.tokens[i-1].Tag == text.Comma && s.tokens[i].Tag == text.VBG && s.lower[i+2] == "of" && s.doc.reader.classes.has("quantity", s.lemma(i+1)) {
			return false // ", occupying parts of X"
		}
		return s.describesLand(i) || s.describesArmy(i) || i+1 < len(s.tokens) && !(i > 0 && reflexive(s.lower[i-1])) && s.tokens[i+1].Tag.IsNoun() && !s.namesActor(i+1) && s.doc.reader.classes.has("premodifier", s.lower[i])
	case text.RB:
		return s.quantifier(i) > 0 || i+1 < len(s.tokens) && (s.tokens[i+1].Tag == text.CD || s.tokens[i+1].Tag == text.DT) && isAbout(s.lower[i]) || s.grades(i)
	default:
		return tag.IsNoun()
	}
}

// nounAt reads the noun group that begins at the token, or nil where there is no noun.
func (s *sentence) nounAt(i int) *group {
	first := s.tokens[i]
	if first.Tag == text.PRP || first.Tag == text.EX {
		g := s.newGroup(nounKind, i, i+1, s.lower[i])
		g.pronoun, g.plural = true, isPluralPronoun(s.lower[i])
		return g
	}
	if g := s.bothAt(i); g != nil {
		return g
	}
	if s.lower[i] == "those" && i+1 < len(s.tokens) && s.lower[i+1] == "of" {
		g := s.newGroup(nounKind, i, i+1, "those")
		g.plural = true
		return g
	}
	g := s.newGroup(nounKind, i, i, "")
	g.head = -1
	g.definite = s.lower[i] == "the" || s.lower[i] == "this" || s.lower[i] == "these" || s.lower[i] == "those" || s.lower[i] == "that" || first.Tag == text.PRPS
	j := i
	for j < len(s.tokens) {
		next, ok := s.extendNoun(g, j)
		if !ok {
			break
		}
		j = next
	}
	if g.head < 0 && s.nounLeftOut(i, j) {
		g.head = j - 1 // "one of the poorest in the region"
	}
	if g.head < 0 {
		return nil
	}
	g.last = max(g.head+1, g.tail)
	for _, n := range g.names {
		g.last = max(g.last, s.names[n].last)
	}
	s.bracket(g)
	if n := s.nameBefore(g.last); n != nil && s.land(n) {
		g.last += s.bearing(g.last)
	}
	s.nameOfShip(g)
	g.lemma = s.lemma(g.head)
	g.plural = s.tokens[g.head].Tag == text.NNS || s.tokens[g.head].Tag == text.NNPS
	s.twoWordHead(g)
	s.particleNoun(g)
	s.inLaw(g)
	return g
}

// timeAt reports whether "last week", "next year" begins at the token, which is no part of the name before it.
func (s *sentence) timeAt(j int) bool {
	switch s.lower[j] {
	case "last", "next", "past":
	case "full", "part":
		return s.hyphenedTo(j, "time") // "based in Poland full-time"
	case "several", "many", "numerous", "countless", "three", "four", "five":
		return j+1 < len(s.tokens) && s.lower[j+1] == "times" // "invaded by Libya several times"
	default:
		return false
	}
	if j+1 == len(s.tokens) {
		return false
	}
	switch next := s.lower[j+1]; next {
	case "week", "weekend", "month", "year", "night", "decade", "century", "spring", "summer", "autumn", "winter", "fall":
		return true
	default:
		_, month := s.month(j + 1)
		return isDay(next) || month
	}
}

// landmark reports whether "south of X" begins at the token.
func (s *sentence) landmark(j int) bool {
	n, _ := s.distance(j)
	return n > 0
}

// endsAtName reports whether a new name begins another noun group: "forces Haftar leads" but "army chief Haftar".
func (s *sentence) endsAtName(g *group, n *name) bool {
	if g.head == n.first-1 && s.claimClause(g.head) {
		return true // "claims Chad armed the M23"
	}
	if g.head == n.first-1 && g.head > g.first && isStretch(s.lemma(g.head)) && s.lower[n.first] == "the" {
		return true // "For two years the Kremlin has"
	}
	if g.head == n.first-1 && g.first > 0 && s.tokens[g.first-1].Tag == text.IN && isStretch(s.lemma(g.head)) {
		return true // "In that year Russian jets hit"
	}
	whose := g.head == n.first-1 && g.first > 0 && s.tokens[g.first-1].Tag == text.WPS
	if n.adjectival() {
		return whose && !s.capitalised(g.head) && s.tokens[n.last].Tag.IsNoun() && (s.goesOn(n.last+1) || n.last+1 < len(s.tokens) && s.tokens[n.last+1].Tag == text.VBN) // "whose land Russian forces used"
	}
	if n.known() && whose && s.goesOn(n.last) && !(s.person(n) && s.doc.reader.classes.any(s.lemma(g.head), "leader", "member", "rank")) {
		return true // "the GNA, whose fighters Turkey trained"
	}
	if n.known() && g.head == n.first-1 && g.head > g.first && s.lower[g.first] == "the" && s.doc.reader.classes.has("time", s.lemma(g.head)) && s.goesOn(n.last) {
		return true // "on the day Rwanda armed X"
	}
	if n.known() && g.first > 0 && s.tokens[g.first-1].Tag == text.IN && g.head == n.first-1 && s.capitalised(g.head) && s.isWar(g.head) {
		return true // "During the Gulf War Senegal sent"
	}
	if n.known() && g.head == n.first-1 && s.duringWar(g) {
		return true // "During the war Asmara armed"
	}
	if (s.lower[g.first] == "a" || s.lower[g.first] == "an") && g.first > 0 && s.lower[g.first-1] == "in" && s.person(n) && !s.titled(g.head) {
		return true // "In a video Roe denied"
	}
	return s.tokens[g.head].Tag == text.NNS && len(g.names) > 0 || g.head == n.first-1 && !(s.titled(g.head) && s.person(n)) && s.opensContact(g, n)
}

// duringWar reports whether the noun group so far tells when in a war something happened: "during the war", "after the siege".
func (s *sentence) duringWar(g *group) bool {
	if g.first == 0 || s.lower[g.first] != "the" && s.lower[g.first] != "that" || len(g.names) > 0 {
		return false
	}
	switch s.lower[g.first-1] {
	case "during", "throughout", "after", "before", "since", "until":
	default:
		return false
	}
	switch s.lower[g.head] {
	case "conflict", "fighting", "siege", "invasion", "occupation", "ceasefire", "armistice", "campaign", "coup", "insurgency", "emergency":
		return true
	}
	return s.isWar(g.head)
}

// opensContact reports whether the name, behind a word for arms or troops, is the subject of a relative clause without a
// pronoun: "the drones Iran has sent to the Houthis".
func (s *sentence) opensContact(g *group, n *name) bool {
	if s.person(n) && s.doc.reader.classes.any(s.lemma(g.head), "leader", "member") {
		return false // "Roe's adviser John Doe"
	}
	if s.describesPlace(g) && n.known() && !n.adjectival() {
		past := n.last+1 < len(s.tokens) && s.tokens[n.last].Tag == text.VBN && s.lower[n.last+1] != "by"
		return (past || s.goesOn(n.last)) && s.knownVerb(n.last, text.VBD) // "in Sake, a town the M23 overran"
	}
	single := s.lower[g.first] == "a" || s.lower[g.first] == "an"                                                 // "a charge Damascus and Moscow dismissed"
	claims := (s.tokens[g.head].Tag == text.NNS || single) && s.doc.reader.classes.has("report", s.lemma(g.head)) // "reports Iran has sent drones"
	if !g.definite && !claims || len(g.names) > 0 || !n.known() || n.last+1 >= len(s.tokens) || !claims && !s.doc.reader.classes.has("support", s.lemma(g.head)) {
		return false
	}
	return s.goesOn(n.last)
}

// goesOn reports whether a finite verb stands at the token, or behind the name that an "and" joins there.
func (s *sentence) goesOn(last int) bool {
	if last+1 >= len(s.tokens) {
		return false
	}
	if second := s.nameAt(last + 1); s.tokens[last].Tag == text.CC && second != nil && second.last < len(s.tokens) {
		last = second.last
	}
	switch s.tokens[last].Tag {
	case text.VBD, text.VBZ, text.VBP:
		return s.nameAt(last) == nil
	}
	return false
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
	if s.tokens[j].Tag == text.CC && (s.lower[j] != "and" || s.endsListed(g, j)) {
		return false
	}
	if s.listsAid(j) || j > g.first+1 && s.branch(j-1) && s.branch(j+1) && j+2 < len(s.tokens) && s.tokens[j+2].Tag.IsNoun() && s.nameAt(j+2) == nil {
		return true // "American air and naval forces"
	}
	adjective := func(i int) bool {
		n := s.nameAt(i)
		if n == nil {
			n = s.nameBefore(i + 1)
		}
		return n != nil && (n.adjectival() || n.has(actors.Adjective)) || n == nil && (s.tokens[i].Tag == text.JJ || s.tokens[j].Tag == text.CC && isSide(s.lower[i]))
	}
	noun := s.tokens[j+1].Tag.IsNoun() && s.tokens[j].Tag == text.CC && j+2 < len(s.tokens) && s.tokens[j+2].Tag.IsNoun() && s.nameAt(j+1) == nil
	next := j + 1
	if s.tokens[j].Tag == text.Comma && s.lower[next] == "and" && next+1 < len(s.tokens) {
		next++ // "French, American, and Chinese bases"
	}
	before := j - 1
	if s.tokens[j].Tag == text.CC && s.tokens[before].Tag == text.Comma && before > g.first {
		before--
	}
	if s.lower[next] == "other" && s.nameBefore(before+1) != nil && !s.nameBefore(before+1).adjectival() {
		return false // "the US and other allies" are two
	}
	if !adjective(before) || !adjective(next) && !noun {
		return false // noun: "logistical and intelligence support"
	}
	end := next + 1
	if n := s.nameAt(next); n != nil {
		end = n.last
	}
	for end+1 < len(s.tokens) && (s.lower[end] == "and" || s.tokens[end].Tag == text.Comma) {
		step := 1
		if s.tokens[end].Tag == text.Comma && s.lower[end+1] == "and" && end+2 < len(s.tokens) {
			step = 2
		}
		if !adjective(end + step) {
			break
		}
		end += step + 1
	}
	return end < len(s.tokens) && (s.tokens[end].Tag.IsNoun() || s.tokens[end].Tag == text.JJ)
}

// branch reports whether the word tells a branch of the armed forces that another may be joined to.
func (s *sentence) branch(i int) bool {
	switch s.lower[i] {
	case "air", "land", "sea", "ground", "naval", "military", "army", "navy", "marine", "armoured", "armored", "artillery", "infantry", "police", "political", "economic", "special", "defence", "defense", "security":
		return s.tokens[i].Tag.IsNoun() || s.tokens[i].Tag == text.JJ
	}
	return false
}

// endsListed reports whether the name before the "and" at j is an item of a list rather than the first of two adjectives:
// "by Egypt, the UAE and Russian mercenaries".
func (s *sentence) endsListed(g *group, j int) bool {
	n := s.nameBefore(j)
	if n == nil || n.adjectival() || n.first != g.first+1 || s.lower[g.first] != "the" || g.first < 2 || s.tokens[g.first-1].Tag != text.Comma {
		return false
	}
	before := s.nameBefore(g.first - 1)
	return before != nil && before.known() && !before.adjectival()
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
	switch joined := s.doc.reader.twoWords.join(s.lower[g.head-1], g.lemma); {
	case g.lemma == "base" && s.lower[g.head-1] == "air":
		g.lemma = "airbase"
	case g.lemma == "fighter" && s.designation(&group{first: g.first, head: g.head - 1}) != "":
		g.lemma = "fighter_jet" // "F-16 fighters"
	case joined != "":
		g.lemma = joined
	}
}

// countsAfterPlace reports whether the number at j begins another noun group than the place before it: "in Idlib ten
// people were killed".
func (s *sentence) countsAfterPlace(g *group, j int) bool {
	if g.head < 0 || len(g.names) == 0 {
		return false
	}
	n := &s.names[g.names[len(g.names)-1]]
	return n.last == j && s.land(n)
}

// nounLeftOut reports whether the tokens are "the" and an adjective that stands for a noun: "the poorest in the region".
func (s *sentence) nounLeftOut(i, j int) bool {
	if s.lower[i] != "the" || j < i+2 || j >= len(s.tokens) || s.nameBefore(j) != nil {
		return false
	}
	switch s.tokens[j].Tag {
	case text.IN, text.TO, text.Comma, text.Period, text.WDT:
		return s.tokens[j-1].Tag == text.JJS || s.tokens[j-1].Tag == text.JJ && j == i+2
	}
	return false
}

// emphasises reports whether the word at i only stresses the name before it, and a verb follows: "Turkey itself sent".
func (s *sentence) emphasises(i int) bool {
	if !reflexive(s.lower[i]) || i == 0 || i+1 >= len(s.tokens) || !s.tokens[i-1].Tag.IsNoun() && s.nameBefore(i) == nil {
		return false
	}
	switch s.tokens[i+1].Tag {
	case text.VBD, text.VBZ, text.VBP, text.MD:
		return true
	}
	return s.tokens[i+1].Tag == text.RB && s.verbFollows(i+2)
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

// conjunctsOf gives the items of a list, or what is none as the only one.
func (s *sentence) conjunctsOf(g *group) []*group {
	if g.conjuncts != nil {
		return g.conjuncts
	}
	return []*group{g}
}
