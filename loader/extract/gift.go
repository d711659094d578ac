package extract

import (
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// givenTo reports whether the noun at j is what the name before it is given: "gave UNITA weapons".
func (s *sentence) givenTo(g *group, j int) bool {
	at := j
	if s.opensDeadline(j) {
		return true
	}
	if len(s.groups) > 0 && (len(g.names) == 0 || s.names[g.names[len(g.names)-1]].last == j-1 && g.head == j-1 && s.tokens[g.first].Tag == text.DT) {
		return s.givenToThose(g, j) // "provided the Assad regime advanced weapons"
	}
	if len(g.names) == 0 || len(s.groups) == 0 {
		return false
	}
	n, before := &s.names[g.names[len(g.names)-1]], s.groups[len(s.groups)-1]
	if k := len(s.groups) - 3; k >= 0 && before.lemma == "of" && s.groups[k+1].kind == nounKind && s.doc.reader.classes.any(s.groups[k+1].lemma, "rebels", "nationals", "force") {
		before = s.groups[k] // "gave fighters of UNITA weapons"
	}
	list := s.verbOfList(before)
	if s.ownMen(n, j, list != before) {
		return false
	}
	before = list
	if n.last == n.first+1 && isAcronym(s.words[n.first]) && s.doc.reader.classes.has("force", s.lemma(j)) && s.stateName(n) {
		return false // "bring US troops home"
	}
	if !n.known() && (strings.ContainsAny(s.words[n.last-1], "0123456789") || n.first > g.first && s.tokens[g.first].Tag == text.CD) {
		return false // "send six Leopard 2A4 tanks"
	}
	if lemma := before.lemma; !n.known() && (lemma == "supply" || lemma == "provide" || lemma == "sell" || lemma == "deliver" || lemma == "donate" || lemma == "ship" || lemma == "transfer") {
		return false // "supply Taurus missiles"
	}
	for j+1 < len(s.tokens) && !s.tokens[j].Tag.IsNoun() && s.nameAt(j+1) == nil {
		j++ // "gave UNITA modern weapons"
	}
	for j+1 < len(s.tokens) && (s.tokens[j+1].Tag.IsNoun() || s.tokens[j+1].Tag == text.HYPH) && s.nameAt(j+1) == nil {
		j++ // "gave UNITA infantry weapons", "air-defence systems"
	}
	return n.last == at && !n.adjectival() && !s.describesSoldiers(n, at) && before.kind == verbKind && s.doc.reader.classes.has("give", before.lemma) &&
		(s.doc.reader.classes.any(s.lemma(j), "support", "quantity", "granted") || s.makeOf(j) || s.lower[j] == "men" && s.tokens[at].Tag == text.CD)
}

// ownMen reports whether the noun at j is of men who are those of the name before it, and not given to them: "sent Hezbollah fighters
// to Syria", "sent Hezbollah and Hamas fighters".
func (s *sentence) ownMen(n *name, j int, listed bool) bool {
	if classes := s.doc.reader.classes; s.tokens[j].Tag == text.CD || s.stateName(n) || classes.kind("support", s.lemma(j)) != "troops" && !classes.any(s.lemma(j), "rebels", "nationals") {
		return false
	}
	if j+1 < len(s.tokens) && s.tokens[j+1].Tag == text.VBG && s.doc.reader.classes.has("flight", text.Lemma(s.lower[j+1], text.VBG)) {
		return true // "sent Hezbollah fighters fleeing"
	}
	return listed || j+2 < len(s.tokens) && (s.lower[j+1] == "into" || s.lower[j+1] == "to") && s.tokens[j+2].Tag != text.VB
}

// verbOfList gives the group before a list of names whose last comma or "and" is the last group so far: "gave" of "gave UNITA, the
// MPLA and". Any other group is what it is.
func (s *sentence) verbOfList(last *group) *group {
	for k := len(s.groups) - 1; k > 1 && (s.groups[k].kind == commaKind || s.groups[k].kind == conjKind && s.groups[k].lemma == "and"); {
		if k--; s.groups[k].kind == commaKind {
			k--
		}
		if member := s.groups[k]; k < 1 || member.kind != nounKind || s.headName(member) == nil {
			return last
		}
		if k--; s.groups[k].kind == verbKind {
			return s.groups[k]
		}
	}
	return last
}

// opensDeadline reports whether the number at j says how much time the verb before leaves somebody: "gave UNITA two days to leave".
func (s *sentence) opensDeadline(j int) bool {
	if s.tokens[j].Tag != text.CD || j+2 >= len(s.tokens) || len(s.groups) == 0 {
		return false
	}
	before := s.groups[len(s.groups)-1]
	return before.kind == verbKind && before.lemma == "give" && s.doc.reader.classes.has("time", s.lemma(j+1)) && s.lower[j+2] == "to"
}

// underDeadline reports whether the infinitive tells what somebody is given time for, "gave the M23 a week to leave".
func (s *sentence) underDeadline(v, give *group) bool {
	if give == nil {
		return false
	}
	what := s.lemma(v.first - 1)
	return give.lemma == "give" && s.doc.reader.classes.has("time", what) || (what == "deadline" || what == "ultimatum") && (give.lemma == "give" || give.lemma == "set")
}

// givenToThose is givenTo for those whom a description means: "gave the rebels weapons", "sent its ally tanks".
func (s *sentence) givenToThose(g *group, j int) bool {
	before, classes := s.groups[len(s.groups)-1], s.doc.reader.classes
	if before.kind != verbKind || !classes.has("give", before.lemma) || g.head != j-1 || g.possessor != nil || !g.definite && !isPossessive(s.lower[g.first]) {
		return false
	}
	receiver := s.lemma(g.head)
	if !classes.any(receiver, "rebels", "grouping", "denotes", "government", "nationals", "people") && receiver != "ally" && receiver != "neighbour" {
		return false
	}
	for j < len(s.tokens) && !s.tokens[j].Tag.IsNoun() && s.nameAt(j) == nil {
		j++
	}
	for j+1 < len(s.tokens) && s.tokens[j+1].Tag.IsNoun() && s.nameAt(j+1) == nil {
		j++
	}
	return j < len(s.tokens) && s.nameAt(j) == nil && classes.has("support", s.lemma(j)) && !classes.has("force", s.lemma(j))
}

// describesSoldiers reports whether the name, an adjective that may also be a national's name, tells whose the soldiers or goods at
// the token are: "sent American soldiers".
func (s *sentence) describesSoldiers(n *name, at int) bool {
	return n.has(actors.Adjective) && n.last == at && !strings.HasSuffix(s.lower[n.last-1], "s")
}

// modelGiven reports whether the name tells the model or the make of what the name before it is given: "gave Ukraine Archer
// howitzers", "gave the LNA American vehicles".
func (s *sentence) modelGiven(g *group, n *name) bool {
	made := n.has(actors.Adjective) && len(g.names) == 1 && !s.names[g.names[0]].has(actors.Adjective)
	if n.known() && !made || len(g.names) != 1 || s.names[g.names[0]].last != n.first || len(s.groups) == 0 {
		return false
	}
	before, j := s.groups[len(s.groups)-1], n.last
	if before.kind == verbKind && s.doc.reader.classes.has("give", before.lemma) && s.tokens[j-2].Tag == text.HYPH && s.designation(&group{head: j - 1}) != "" {
		return true // "gave Ukraine F-16s"
	}
	if before.kind == verbKind && s.doc.reader.classes.has("give", before.lemma) && s.makeOf(n.last-1) {
		return true // "sold Iraq Mirages"
	}
	for j+1 < len(s.tokens) && (s.tokens[j].Tag == text.JJ || s.tokens[j].Tag == text.VBG || s.tokens[j+1].Tag.IsNoun()) && s.nameAt(j) == nil {
		j++
	}
	return j < len(s.tokens) && before.kind == verbKind && s.doc.reader.classes.has("give", before.lemma) && s.doc.reader.classes.any(s.lemma(j), "support", "granted")
}

// namesGoods reports whether the word at i, taken for a verb, is a plural of weapons behind their make: a verb stands before it in
// its clause and nothing that it could act on behind.
func (s *sentence) namesGoods(i int) bool {
	if s.doc.reader.classes.kind("support", text.Lemma(s.lower[i], text.NNS)) != "weapons" {
		return false
	}
	for k := i - 2; k >= 0; k-- {
		switch tag := s.tokens[k].Tag; {
		case tag == text.Comma, tag == text.WDT, tag == text.WP, tag == text.OpenQuote:
			return false
		case tag.IsVerb():
			return s.doc.reader.classes.any(text.Lemma(s.lower[k], tag), "give", "get", "dispatch", "fire") || s.doc.reader.frames.receives(text.Lemma(s.lower[k], tag))
		}
	}
	return false
}

// endsGoods reports whether the word at i, taken for a verb, is the last of the things that a verb before it in another form gives:
// "supplied missiles and pay".
func (s *sentence) endsGoods(i int) bool {
	if i < 2 || !s.tokens[i-2].Tag.IsNoun() || s.doc.reader.classes.kind("support", s.lower[i]) == "" || s.doc.reader.classes.kind("support", s.lemma(i-2)) == "" {
		return false
	}
	for k := i - 3; k > 0; k-- {
		if tag := s.tokens[k].Tag; tag.IsVerb() {
			return (tag == text.VBD || tag == text.VBN || tag == text.VBZ) && s.doc.reader.classes.any(text.Lemma(s.lower[k], tag), "give", "get")
		}
	}
	return false
}

// listsAid reports whether the comma or "and" at the token stands in a list of what some support is made of: "financial, training, and
// equipment support".
func (s *sentence) listsAid(j int) bool {
	for ; j+2 < len(s.tokens) && s.aids(j-1); j += 2 {
		if s.tokens[j].Tag == text.Comma && s.lower[j+1] == "and" {
			j++
		}
		if s.tokens[j].Tag != text.Comma && s.lower[j] != "and" || !s.aids(j+1) {
			return false
		}
		switch s.lower[j+2] {
		case "support", "assistance", "aid", "help":
			return s.lower[j] == "and"
		}
	}
	return false
}

// aids tells the words before "support" or "aid" for what it is made of.
func (s *sentence) aids(i int) bool {
	switch s.lower[i] {
	case "financial", "material", "technical", "logistical", "logistic", "military", "intelligence", "training", "equipment", "advisory", "humanitarian", "political", "diplomatic", "economic", "funding", "arms", "weapons", "logistics":
		return s.nameAt(i) == nil
	}
	return false
}

// aidFromNobody reports whether what stands behind "from" gives no support: not "a siege with help from X".
func (s *sentence) aidFromNobody(v *group, _ []string) bool {
	for _, g := range s.groups[v.index:] {
		if g.kind == prepKind && g.lemma == "from" && s.headIn(s.groups[g.index-1], []string{"@support"}) {
			return false
		}
	}
	return true
}

// giftBehind gives what somebody is given, the noun group behind the one at k: "gave Hezbollah arms", "gave it only advice".
func (s *sentence) giftBehind(k int, g *group) *group {
	if g.passive || !s.doc.reader.classes.has("give", g.lemma) {
		return nil
	}
	next := k + 1
	if next < len(s.groups) && s.groups[next].kind == adverbKind && s.groups[next].last == s.groups[next].first+1 {
		next++
	}
	if next >= len(s.groups) || s.groups[next].kind != nounKind {
		return nil
	}
	if gift := s.groups[next]; !s.groups[k].conjunctive() || s.headName(gift) == nil && s.headIn(gift, []string{"@support", "@quantity"}) {
		return gift // "gave Hezbollah and Hamas arms"
	}
	return nil
}

// describedTaker gives the comma that ends what describes whom the verb provides with something, from the comma at k on: of "provided the
// M23, which was founded in 2012, with drones" the second; or 0.
func (s *sentence) describedTaker(k int, v *group) int {
	if s.groups[k].kind != commaKind || v.object == nil || s.groups[k-1] != v.object || v.passive || k+1 >= len(s.groups) || !s.doc.reader.classes.any(v.lemma, "give", "help") {
		return 0
	}
	if next := s.groups[k+1]; next.kind != relKind && !(next.kind == verbKind && next.participle) {
		return 0
	}
	for end := k + 2; end+2 < len(s.groups) && end < k+10; end++ {
		switch g := s.groups[end]; g.kind {
		case commaKind:
			if what := s.groups[end+2]; s.groups[end+1].lemma == "with" && what.kind == nounKind && s.headName(what) == nil && s.doc.reader.classes.has("support", what.lemma) {
				return end
			}
			return 0
		case stopKind, compKind:
			return 0
		}
	}
	return 0
}

// quotedModifier gives the token behind the quotation marks, opened at j, around what describes the noun that follows them, or 0: a
// "lightning" assault, 'human wave' attacks.
func (s *sentence) quotedModifier(j int) int {
	for k := j + 1; k < len(s.tokens) && k < j+6; k++ {
		switch tag := s.tokens[k].Tag; {
		case tag == text.CloseQuote:
			if k > j+1 && k+1 < len(s.tokens) && (s.tokens[k+1].Tag == text.NN || s.tokens[k+1].Tag == text.NNS) && s.nameAt(k+1) == nil {
				return k + 1
			}
			return 0
		case tag.IsNoun(), tag == text.JJ, tag == text.HYPH, tag == text.VBG, tag == text.VBN:
		default:
			return 0
		}
	}
	return 0
}

// enables reports whether the verb gives others that with which they do the hostile deed, and its subject does not: "sent weapons to fight
// X". Aircraft and ships that one sends are one's own, those that one lends are not; soldiers are one's own always.
func (s *sentence) enables(v, deed *group) bool {
	classes := s.doc.reader.classes
	if v == nil || v.passive || v.object == nil || !classes.any(v.lemma, "give", "allocate") || !s.doc.reader.frames.hostile(deed.lemma) {
		return false
	}
	switch aid := v.object; {
	case !classes.has("support", aid.lemma) || s.headName(aid) != nil || aid.lemma != "fund" && classes.any(aid.lemma, "instrument", "nationals"), classes.kind("support", aid.lemma) == string(graph.Troops):
		return false
	default:
		return !classes.has("force", aid.lemma) || !classes.has("dispatch", v.lemma)
	}
}
