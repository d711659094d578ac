package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// opensBracketed reports whether a list in brackets begins at the group: "to member countries (Latvia, Estonia)".
func (s *sentence) opensBracketed(i int) bool {
	return s.groups[i].kind == bracketKind && s.groups[i].lemma == "(" &&
		i+2 < len(s.groups) && s.groups[i+1].kind == nounKind && s.groups[i+2].kind == bracketKind
}

// attachWorth takes "worth 3 million dollars" into the noun group that it values: "arms worth $3bn to Chad".
func (s *sentence) attachWorth() {
	out := s.doc.arena.pass()
	for _, g := range s.groups {
		if n := len(out); n > 0 && g.kind == nounKind && out[n-1].kind == nounKind && out[n-1].last == g.first {
			prev := out[n-1]
			switch {
			case s.lower[g.first] == "worth", prev.valued && (g.lemma == "bn" || g.lemma == "m" || g.lemma == "million" || g.lemma == "billion"):
				prev.last, prev.valued = g.last, true
				continue
			}
		}
		out = append(out, g)
	}
	s.regroup(out)
}

// attachExamples joins "groups such as X and Y" into one group that stands for X and Y as well.
func (s *sentence) attachExamples() {
	out := s.doc.arena.pass()
	for i := 0; i < len(s.groups); i++ {
		g, n := s.groups[i], len(out)
		if g.kind == prepKind && (g.lemma == "such_as" || g.lemma == "like") && i+1 < len(s.groups) && s.groups[i+1].kind == nounKind {
			owner := n - 1
			for owner > 0 && (out[owner].kind == commaKind || out[owner].kind == adverbKind) {
				owner-- // "a few countries, most notably X"
			}
			if owner >= 0 && out[owner].kind == nounKind && !out[owner].pronoun {
				described := s.exemplified(out, owner)
				if described != nil && g.lemma == "like" && !s.numerous(described) {
					described = nil // "the government, like X, said"
				}
				if out[owner].conjuncts == nil && (described == nil && owner < n-1 || s.exemplifiesBodies(described, s.groups[i+1])) {
					if ahead := s.exemplifiedAhead(out, owner); ahead != nil {
						described = ahead
					}
				}
				if described != nil {
					described.examples = s.groups[i+1]
				}
			}
		}
		if n > 0 && s.opensBracketed(i) && out[n-1].kind == nounKind && out[n-1].plural && s.headName(out[n-1]) == nil && s.exemplify(s.groups[i+1], out[n-1]) {
			out[n-1].examples = s.groups[i+1]
		} else if n > 0 && (s.opensBracketed(i) || (g.lemma == ":" || g.kind == commaKind && isDash(g.lemma)) && s.listsNames(i+1)) {
			if described := s.listedBy(out); described != nil && s.exemplify(s.groups[i+1], described) {
				described.examples = s.groups[i+1]
			}
		}
		out = append(out, g)
	}
	s.regroup(out)
}

// listsNames reports whether a list that begins with a name stands at the group, and no clause of which it is the subject.
func (s *sentence) listsNames(i int) bool {
	if i >= len(s.groups) || s.groups[i].conjuncts == nil || i+1 < len(s.groups) && s.groups[i+1].kind == verbKind && s.groups[i+1].finite {
		return false
	}
	return s.headName(s.groups[i].conjuncts[0]) != nil
}

// exemplify reports whether what a list names may be what the description before it tells of: states are no companies, and members only of
// what is made up of states; and who reports something, "(Reuters, AFP)", stands in brackets behind everything.
func (s *sentence) exemplify(list, described *group) bool {
	n, classes := s.headName(s.conjunctsOf(list)[0]), s.doc.reader.classes
	if n == nil {
		return true
	}
	if classes.has("media", s.lower[n.last-1]) {
		return false
	}
	if !s.land(n) {
		return true
	}
	switch described.lemma {
	case "company", "firm", "contractor", "party", "gang", "cell", "minister", "lawmaker":
		return false
	case "member":
		return described.of == nil || described.of.lemma != "parliament" && described.of.lemma != "government"
	}
	return true
}

// listedBy gives the plural without a name whose members a list behind the groups names: the last of them, "nine countries: Egypt, Sudan",
// "two towns - A and B", or the subject of the clause that the list ends, "several countries armed UNITA: Zaire, Gabon".
func (s *sentence) listedBy(groups []*group) *group {
	last := len(groups) - 1
	g := groups[last]
	if g.kind != nounKind {
		return nil
	}
	if s.numerous(g) && s.headName(g) == nil {
		if s.doc.reader.classes.any(g.lemma, "membership", "grouping", "place", "others") {
			return g
		}
		return nil
	}
	if over := s.exemplified(groups, last); over != nil {
		return over // "colonies in Indochina - Vietnam and Laos"
	}
	return s.exemplifiedAhead(groups, last)
}

// exemplifiesBodies reports whether the examples are bodies, and what they are said to be examples of is none: "groups that burn villages,
// such as Boko Haram".
func (s *sentence) exemplifiesBodies(described, examples *group) bool {
	if described == nil || s.partakers(described) || s.doc.reader.classes.any(described.lemma, "commonwealth", "force") {
		return false
	}
	n := s.headName(s.conjunctsOf(examples)[0])
	return n != nil && n.known() && !s.isPlaceName(n)
}

// exemplifiedAhead gives the description that opens the clause, whose last words are the name at i: "a few countries support Syria,
// most notably X and Y"; or the one of whom the clause behind "that" tells: "talks with groups that fight Syria, such as X".
func (s *sentence) exemplifiedAhead(groups []*group, i int) *group {
	for k := i - 1; k >= 0; k-- {
		switch g := groups[k]; g.kind {
		case verbKind, prepKind, adverbKind:
		case relKind:
			for k--; k > 0 && !(groups[k].kind == nounKind && s.partakers(groups[k])) && groups[k].kind != commaKind; k-- {
				if groups[k].finite {
					return nil
				}
			}
			if g := groups[max(k, 0)]; g.kind == nounKind && s.headName(g) == nil && g.conjuncts == nil && s.partakers(g) {
				return g
			}
			return nil
		case nounKind:
			if groups[k+1].kind == prepKind && s.headName(g) == nil && !s.partakers(g) {
				continue // "the junta in Niger", "statements of support for Niger"
			}
			if k > 0 && groups[k-1].kind == prepKind && groups[k-1].lemma != "of" && s.headName(g) != nil {
				continue // "a few countries in Africa"
			}
			if s.headName(g) == nil && g.conjuncts == nil && s.partakers(g) && (k == 0 || groups[k-1].kind != prepKind || groups[k-1].lemma == "of") {
				return g
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// partakers reports whether a noun group means several states or bodies without a name: "a handful of countries".
func (s *sentence) partakers(g *group) bool {
	if g.of != nil && s.doc.reader.classes.has("quantity", g.lemma) {
		g = g.of
	}
	return g.plural && s.doc.reader.classes.any(g.lemma, "membership", "others", "retinue", "grouping") && g.possessor == nil
}

// numerous reports whether the noun group speaks of several, be it by its number: "two corps".
func (s *sentence) numerous(g *group) bool {
	return g.plural || g.head > g.first && s.tokens[g.head-1].Tag == text.CD && s.lower[g.head-1] != "one" && s.lower[g.head-1] != "1"
}

// exemplified gives the description that "such as X" behind the noun group at i tells more of: the group itself, the last of
// its list, or the plural before the phrase that it ends, "its allies in the region, such as X". None: it is a name.
func (s *sentence) exemplified(groups []*group, i int) *group {
	g := groups[i]
	if list := g.conjuncts; list != nil {
		g = list[len(list)-1] // "Iran and its allies, including X"
	}
	before := i - 2
	if before > 0 && groups[before].kind == verbKind && !groups[before].finite {
		before-- // "groups based in X, such as Y"
	}
	if before >= 0 && !g.plural && groups[i-1].kind == prepKind && groups[before].kind == nounKind && groups[before].plural {
		if over := groups[before]; s.headName(over) == nil && over.conjuncts == nil && s.doc.reader.classes.any(over.lemma, "others", "retinue", "grouping", "rebels", "force", "membership", "commonwealth", "leader", "member", "land", "place") {
			return over
		}
	}
	if s.headName(g) != nil {
		return nil
	}
	return g
}

// attachOf joins "the forces of X", "a string of towns" and their like into one group.
func (s *sentence) attachOf() {
	out := s.doc.arena.pass()
	for i := 0; i < len(s.groups); i++ {
		g := s.groups[i]
		if n := len(out); g.kind == nounKind && n >= 2 && out[n-1].kind == prepKind && (out[n-1].lemma == "of" || s.menFrom(out[n-2], out[n-1], g)) && out[n-2].kind == nounKind && (s.takesOf(out[n-2], g) || n > 2 && (s.takesPart(out[n-3], out[n-2], g) || s.menOfSide(out[:n-1], g))) {
			owner := out[n-2]
			if list := owner.conjuncts; list != nil {
				owner.last, owner = g.last, list[len(list)-1] // "Goma and the town of Sake"
			}
			first := owner
			if s.counts(owner, g) {
				owner.lemma, owner.plural = "number", owner.lemma != "one"
			}
			for owner.of != nil || owner.conjuncts != nil {
				if list := owner.conjuncts; list != nil {
					owner.last, owner = g.last, list[len(list)-1] // "dozens of villages and the town of Sake"
					continue
				}
				owner = owner.of
			}
			owner.of, owner.last = g, g.last
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
	s.regroup(out)
}

// menFrom reports whether people without a name come from the body that the noun group names: "rebels from the M23" are of it.
func (s *sentence) menFrom(men, from, body *group) bool {
	if from.lemma != "from" {
		return false
	}
	for men.of != nil {
		men = men.of // "positions of rebels from the M23"
	}
	if !men.plural || len(men.names) > 0 || !s.doc.reader.classes.any(men.lemma, "rebels", "nationals") {
		return false
	}
	n := s.headName(body)
	return n != nil && n.known() && !s.isPlaceOrState(body) && !s.person(n)
}

// takesPart reports whether the verb acts on part of the place that "of" names: "captured part of Goma", but not "is part of
// Chad".
func (s *sentence) takesPart(v, g, of *group) bool {
	if v.kind != verbKind || g.lemma != "part" {
		return false
	}
	switch v.lemma {
	case "be", "become", "remain", "form", "make", "consider":
		return false
	}
	n := s.headName(of)
	return n != nil && s.land(n)
}

// takesOf reports whether the noun group is a word for part, kind or army of what "of" names.
func (s *sentence) takesOf(g, of *group) bool {
	for g.of != nil {
		g = g.of
	}
	if list := g.conjuncts; list != nil {
		if last := list[len(list)-1]; len(last.names) == 0 && last.possessor == nil && len(list[0].names) > 0 && s.doc.reader.classes.has("force", last.lemma) && s.headName(of) != nil && s.doc.reader.frames.nouns[last.lemma] == nil {
			return true // "the Cambodian army and the forces of Thailand"
		}
		if last := list[len(list)-1]; (s.areMen(last) || last.plural && s.headName(last) == nil && last.possessor == nil && s.doc.reader.classes.has("grouping", last.lemma)) && s.headName(list[0]) != nil && s.headName(of) != nil && !s.isPlaceOrState(of) && s.doc.reader.frames.nouns[last.lemma] == nil {
			return true // "the SDF and Turkish-backed factions of the National Army"
		}
		return s.doc.reader.classes.has("place", list[len(list)-1].lemma) && s.takesOf(list[len(list)-1], of)
	}
	if s.headName(g) != nil || of.pronoun && g.head > g.first && isShare(s.lower[g.head]) {
		return false // "rebels some of them"
	}
	if s.counts(g, of) || s.menOfBody(g, of) {
		return true
	}
	if g.lemma == "axis" || g.lemma == "axe" {
		n := s.headName(s.conjunctsOf(of)[0])
		return n != nil && (!n.known() || s.isPlaceName(n) && !s.land(n)) // "the axis of Jasim", not "the axis of Iran and Syria"
	}
	if g.lemma == "country" || g.lemma == "nation" {
		n := s.headName(s.conjunctsOf(of)[0])
		return n != nil && s.land(n) // "the neighbouring countries of Mali and Niger"
	}
	if s.doc.reader.frames.event(g.lemma) {
		n := s.headName(of)
		if n != nil && s.land(n) && (g.lemma == "territory" || g.lemma == "part" && g.plural) {
			return true // "hold large parts of Chad"
		}
		if n == nil && s.doc.reader.classes.has("force", g.lemma) && s.doc.reader.classes.any(of.lemma, "force", "nationals") && !s.doc.reader.classes.has("deed", g.lemma) {
			return true // "a convoy of Turkish tanks"
		}
		if n != nil && s.person(n) && s.doc.reader.classes.has("reign", g.lemma) && g.lemma != "reign" && g.lemma != "rule" && g.lemma != "dictatorship" {
			return true // "the administration of President Roe"
		}
		if n != nil && g.lemma == "ruler" && s.land(n) {
			return true // "the military rulers of Mali"
		}
		if n != nil && n.known() && !s.land(n) && !s.isPlaceName(n) && (g.lemma == "detachment" || g.lemma == "contingent") && !g.plural {
			return true // "a detachment of the Foreign Legion"
		}
		if classes := s.doc.reader.classes; classes.has("force", g.lemma) && classes.has("target", g.lemma) && (n != nil && n.known() && s.armedBody(n) || n == nil && (classes.has("force", of.lemma) || of.lemma == "regime" || of.lemma == "government")) {
			return true // "tanks of the Chadian army", "helicopters of the regime", "a convoy of French troops"
		}
		return s.doc.reader.classes.has("quantity", g.lemma) && n == nil
	}
	return s.doc.reader.classes.any(g.lemma, "force", "government", "quantity", "place", "rebels", "nationals", "grouping")
}

// loyalOf reports whether the noun group names by their people or country alone those who are said to be loyal to others: "Yemeni
// troops loyal to Roe".
func (s *sentence) loyalOf(g *group) bool {
	n := &s.names[g.names[0]]
	if len(g.names) != 1 || n.last > g.head || n.last-n.first > 1 || n.known() && !n.adjectival() || g.last+1 >= len(s.lower) {
		return false
	}
	return (s.lower[g.last] == "loyal" || s.lower[g.last] == "faithful") && s.lower[g.last+1] == "to"
}

// onSideOf reports whether a force of which nothing more is said is that of the person or the body behind "supporting": "forces
// supporting Haftar", but not "US forces supporting X".
func (s *sentence) onSideOf(g, lord *group) bool {
	n := s.headName(lord)
	if n == nil || lord.conjuncts != nil || !s.isLocalForce(g.lemma) || g.head > g.first+1 || g.head > g.first && s.lower[g.first] != "the" {
		return false
	}
	return n.known() && !n.senses[0].Entry.IsState && !n.senses[0].Entry.IsPlace() && n.senses[0].Entry.Type != graph.Organisation
}

// isLocalForce tells the words for soldiers of any side.
func (s *sentence) isLocalForce(lemma string) bool {
	switch lemma {
	case "force", "troop", "soldier", "fighter", "unit", "army", "brigade":
		return true
	}
	return false
}

// attachLoyal joins "forces loyal to X" into one group, which stands for X's forces.
func (s *sentence) attachLoyal() {
	out := s.doc.arena.pass()
	for i := 0; i < len(s.groups); i++ {
		list := s.groups[i]
		out = append(out, list)
		g := list
		if n := len(list.conjuncts); n > 0 {
			g = list.conjuncts[n-1] // "the M23 and army units loyal to X"
		}
		if i+3 >= len(s.groups) || g.kind != nounKind || len(g.names) > 0 && !s.loyalOf(g) || g.conjuncts != nil || g.loyal != nil ||
			!s.doc.reader.classes.any(g.lemma, "force", "grouping", "nationals", "rebels") && (g.lemma != "man" || !g.plural) {
			continue
		}
		if lord, over := s.lordBehind(i, g); lord != nil {
			g.loyal, g.last, list.last = lord, lord.last, lord.last
			i += over
		}
	}
	s.regroup(out)
}

// lordBehind gives to whom the words behind the group at i say that it is loyal, and how many groups on he stands.
func (s *sentence) lordBehind(i int, g *group) (lord *group, over int) {
	if k := i + 3; k+2 < len(s.groups) && (s.groups[i+1].lemma == "from" || s.groups[i+1].lemma == "in") && s.groups[k].lemma == "loyal" && s.groups[k+1].lemma == "to" && s.groups[k+2].kind == nounKind && s.isPlaceOrState(s.groups[i+2]) {
		return s.groups[k+2], 5 // "forces from Misrata loyal to the government"
	}
	word, to, lord := s.groups[i+1], s.groups[i+2], s.groups[i+3]
	if lord.kind == nounKind && s.saysLoyal(g, word, to, lord) {
		return lord, 3
	}
	if word.kind != verbKind || !word.gerund || word.first != g.last || len(g.names) > 0 {
		return nil, 0
	}
	switch {
	case lord.kind == nounKind && word.lemma == "fight" && to.lemma == "for" && s.onSideOf(g, lord), lord.kind == nounKind && word.lemma == "belong" && to.lemma == "to" && len(lord.names) > 0:
		return lord, 3 // "forces fighting for Haftar", "warplanes belonging to the Syrian government"
	case (word.lemma == "support" || word.lemma == "back") && s.onSideOf(g, to):
		return to, 2
	}
	return nil, 0
}

// saysLoyal reports whether the word and the preposition behind the noun group say that it is loyal to, or allied with, the lord behind
// them.
func (s *sentence) saysLoyal(g, word, to, lord *group) bool {
	switch word.lemma {
	case "loyal", "faithful":
		return to.lemma == "to"
	case "allied", "aligned", "ally", "align":
	case "affiliated", "linked", "affiliate", "link":
		if !g.plural {
			return false
		}
	default:
		return false
	}
	return (to.lemma == "to" || to.lemma == "with") && word.kind != nounKind && !word.finite && s.headName(lord) != nil
}

// dropAges takes a person's age between commas out, so that what stands behind it stands beside the name: "Roe, 45, a member
// of the Eagles Front".
func (s *sentence) dropAges() {
	if !slices.ContainsFunc(s.groups, func(g *group) bool { return g.kind == commaKind }) {
		return
	}
	for i := 1; i+2 < len(s.groups); i++ {
		next := s.groups[i+2]
		if s.groups[i].kind == commaKind && s.groups[i-1].kind == nounKind && s.quantifies(i+1) && (next.kind == verbKind && (next.participle || next.passive) || next.kind == adjKind) {
			s.groups = append(s.groups[:i+1], s.groups[i+2:]...)
		}
	}
	for i := 0; i+3 < len(s.groups); i++ {
		if self := s.groups[i+2]; s.groups[i].kind == nounKind && s.groups[i+1].kind == commaKind && s.headName(s.groups[i]) != nil && reflexive(self.lemma) && s.groups[i+3].kind == nounKind {
			s.groups = append(s.groups[:i+2], s.groups[i+3:]...) // "Roe, himself a rebel once, sent"
		}
	}
	for i := 0; i+4 < len(s.groups); i++ {
		people := s.groups[i+2]
		if s.groups[i].kind == nounKind && s.groups[i+1].kind == commaKind && s.groups[i+3].kind == commaKind && s.groups[i+4].kind == conjKind && s.headName(s.groups[i]) != nil &&
			people.kind == nounKind && people.last == people.first+2 && s.capitalised(people.head) && (s.lower[people.first] == "a" || s.lower[people.first] == "an") {
			s.groups = append(s.groups[:i+1], s.groups[i+3:]...) // "Kiir, a Dinka, and"
		}
	}
	for i := 0; i+3 < len(s.groups); i++ {
		age := s.groups[i+2]
		if s.groups[i].kind == nounKind && s.groups[i+1].kind == commaKind && s.groups[i+3].kind == commaKind && s.headName(s.groups[i]) != nil &&
			age.kind == nounKind && age.last == age.first+1 && s.age(age.first) {
			s.groups = append(s.groups[:i+1], s.groups[i+3:]...)
		}
	}
}

// quantifies reports whether the group is no more than "both", "all" or "each".
func (s *sentence) quantifies(i int) bool {
	g := s.groups[i]
	if g.last != g.first+1 {
		return false
	}
	switch s.lower[g.first] {
	case "both", "all", "each", "themselves", "itself":
		return true
	}
	return false
}

// furtherPlaces lets a phrase that tells where go on with those places where most, some or a number more are: "has troops in Iraq, most
// of them in Wasit, and 100 in Mali", "deployed men in the Sahel, mainly in Gao".
func (s *sentence) furtherPlaces(v *group) {
	for i := 0; i < len(v.args); i++ {
		a := &v.args[i]
		if a.prep != "in" && a.prep != "at" && a.prep != "to" || len(a.noun.names) == 0 && a.noun.conjuncts == nil {
			continue
		}
		end := a.noun.index + 1
		for k := s.restAt(end); k > 0; k = s.restAt(end) {
			further := s.groups[k+1]
			a.noun = s.joined(a.noun, further)
			further.verb, further.role, further.prep = v, a.prep, a.prep
			end = k + 2
		}
	}
}

// restAt gives the preposition of a phrase at the group that tells where more of those are who were counted before it, or 0.
func (s *sentence) restAt(k int) int {
	comma := k < len(s.groups) && s.groups[k].kind == commaKind
	if comma {
		k++
	}
	joint := k < len(s.groups) && s.groups[k].kind == conjKind
	if joint {
		k++
	}
	if !comma && !joint || k+2 >= len(s.groups) {
		return 0
	}
	g := s.groups[k]
	_, dated := s.year(g.first)
	switch {
	case g.kind == adverbKind && comma && !joint && s.doc.reader.classes.has("mostly", g.lemma):
	case g.kind == nounKind && comma && !joint && g.of != nil && s.doc.reader.classes.has("mostly", g.lemma) && g.of.pronoun:
	case g.kind == nounKind && joint && len(g.names) == 0 && s.tokens[g.head].Tag == text.CD && !dated:
	default:
		return 0
	}
	prep, place := s.groups[k+1], s.groups[k+2]
	if prep.kind != prepKind || prep.lemma != "in" && prep.lemma != "at" && prep.lemma != "near" || place.kind != nounKind || len(place.names) == 0 {
		return 0
	}
	return k + 1
}
