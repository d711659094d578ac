package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// apposition marks noun groups that rename the one before: "Salem, Bani Walid's mayor,", "the LNA spokesman, Mismari,".
func (s *sentence) apposition() {
	for i := 0; i+2 < len(s.groups); i++ {
		s.closeApposition(s.groups[i], s.groups[i+1])
		a, comma, b := s.groups[i], s.groups[i+1], s.groups[i+2]
		if b.kind == adverbKind && i+3 < len(s.groups) && isPeriod(b.lemma) && (s.describes(s.groups[i+3]) || s.headName(s.groups[i+3]) != nil) {
			b = s.groups[i+3] // "Roe, once the election chief, now", "the army's chief, currently Roe"
		}
		if a.kind != nounKind || b.kind != nounKind || comma.kind != commaKind || b.pronoun {
			s.describeAhead(i)
			continue
		}
		if one := s.singledOut(i); one != nil && s.headName(b) != nil && (b.conjuncts == nil && s.insertion(i+1) || s.oneOfMen(i, b)) {
			appose(one, s.conjunctsOf(b)[0])
			continue
		}
		if !s.onlyFollows(i, a, b) {
			s.apposeAcross(i, a, b)
		}
	}
}

// appose notes that each of the two noun groups says what the other is.
func appose(a, b *group) {
	a.apposed, b.apposed = append(a.apposed, b), append(b.apposed, a)
}

// onlyFollows reports whether b, behind the comma after the group a at i, begins something of its own and does not say what a is.
func (s *sentence) onlyFollows(i int, a, b *group) bool {
	switch {
	case a.pronoun, s.officerBehindPlace(i):
		return true
	case i > 1 && s.groups[i-1].kind == commaKind && s.groups[i-2].kind == nounKind && len(s.groups[i-2].apposed) > 0:
		return true
	case s.isPlaceOrState(b) && s.headName(a) == nil && (a.lemma == "chair" || s.doc.reader.classes.any(a.lemma, "sovereign", "member")):
		return true // "when X held the chair, Chad armed": no state holds an office
	case (b.plural || a.plural) && s.saysBehind(i+2):
		return true // "armed Ukraine, sources in the capital claimed", "combat jihadists, the BBC reported"
	case s.predicateAfter(i+2) && s.completesOpening(i), s.opensMainClause(i), s.opensScene(i), s.saysWhere(i):
		return true
	}
	return i+3 < len(s.groups) && s.groups[i+3].kind == verbKind && s.groups[i+3].finite && s.phrased(i)
}

// officerBehindPlace reports whether the comma behind the place or thing at i is followed by an office and, behind another, by who holds it:
// "attacked Sirte, the LNA spokesman, Roe, said".
func (s *sentence) officerBehindPlace(i int) bool {
	if i+4 >= len(s.groups) || s.groups[i+3].kind != commaKind || s.groups[i+4].kind != nounKind {
		return false
	}
	place, office, holder := s.headName(s.groups[i]), s.groups[i+2], s.headName(s.groups[i+4])
	if holder == nil || s.isPlaceName(holder) || s.headName(office) != nil || office.plural || !s.doc.reader.classes.any(office.lemma, "leader", "member") {
		return false
	}
	thing := place == nil && s.groups[i].conjuncts == nil && !s.describes(s.groups[i]) && !s.doc.reader.classes.any(s.groups[i].lemma, "force", "rebels", "nationals", "grouping")
	return place != nil && s.isPlaceName(place) || thing && i+6 < len(s.groups) && s.groups[i+5].kind == commaKind && s.groups[i+6].kind == verbKind && s.doc.reader.reports(s.groups[i+6].lemma)
}

// apposeAcross ties what stands on both sides of the comma behind the group a at i, where one is a name and the other describes it.
func (s *sentence) apposeAcross(i int, a, b *group) {
	if some := s.someCounted(a); some != nil && s.namesAlone(b) {
		a.apposed = append(a.apposed, b)
		a = some // "two of its allies, Chad and Niger"
	}
	namedA, namedB := s.headName(a) != nil || s.armyOf(a) && (b.lemma == "part" || b.lemma == "member"), s.headName(b) != nil
	switch {
	case namedA && namedB && b.conjuncts == nil && s.person(s.headName(a)) && s.bandBefore(i) != nil && isBody(s.headName(b).shape) && (s.insertion(i+1) || s.predicateAfter(i+2)):
		appose(s.bandBefore(i), b) // "a faction under Roe, the X, fled"
	case namedA && !namedB:
		s.describeName(i, a, b)
	case !namedA && !namedB && a.conjuncts == nil && s.manned(a) != nil && !b.plural && (s.describes(b) || s.lower[b.first] == "a" || s.lower[b.first] == "an"):
		inner := s.manned(a) // "fighters of the X, the armed wing of Y"
		inner.apposed = append(inner.apposed, b)
	case !namedA && namedB && b.conjuncts == nil && s.townInside(a) != nil && s.isPlaceName(s.headName(b)) && !s.saysBehind(i+2):
		appose(s.townInside(a), b) // "control of the country's capital, Goma"
	case a.conjuncts != nil && namedB && b.conjuncts == nil && s.lastDescribed(a) != nil:
		appose(s.lastDescribed(a), b) // "Boko Haram and its splinter faction, the X"
	case a.conjuncts != nil && namedB && s.trailing(a) != nil:
		b.apposed = append(b.apposed, s.trailing(a)) // "Chad and its allies, Niger and Mali"
	case namedB && b.conjuncts == nil && !namedA && s.chiefOfGroup(i) && s.lower[b.first] != "the" && (s.person(s.headName(b)) || s.mayBePerson(s.headName(b))):
		appose(s.groups[i-2], b) // "a leader of the group, Roe"
	case namedB && s.person(s.headName(b)) && !namedA && s.doc.reader.classes.any(a.lemma, "place", "premises", "grouping") && s.doc.reader.frames.roles[a.lemma] == nil:
		if k := s.chiefBefore(i); k >= 0 && b.conjuncts == nil {
			appose(s.groups[k], b) // "the commander of the base, Roe"
		}
	case !namedA && namedB && b.conjuncts == nil && s.describes(a) && !s.saysBehind(i+2):
		appose(a, b)
	case !namedA && a.conjuncts == nil && a.plural && s.describes(a) && s.namesAlone(b):
		appose(a, b) // "its closest allies, Chad and Niger"
	}
}

// describeName lets b say what the name a at i is, where it may: "Roe, a general", but not where it is as likely to go on with the sentence.
func (s *sentence) describeName(i int, a, b *group) {
	list := s.conjunctsOf(b)
	if a.conjuncts != nil && !list[0].plural {
		return
	}
	article := s.lower[b.first]
	if s.oneAmong(i+2) || s.describes(b) || s.describes(list[0]) || article == "a" || article == "an" || (article == "the" || article == "another") && s.insertion(i+1) {
		a.apposed = append(a.apposed, list...)
	}
}

// singledOut gives the noun group that singles one out of those that the group at i names, or of those before, or nil: "one of the factions",
// "the largest of them", "the first".
func (s *sentence) singledOut(i int) *group {
	one := s.groups[i]
	if i > 1 && s.groups[i-1].lemma == "of" && (one.plural || one.lemma == "them") && s.headName(one) == nil {
		one = s.groups[i-2]
	}
	if one.kind != nounKind || one.pronoun || s.headName(one) != nil {
		return nil
	}
	switch head := s.tokens[one.head]; {
	case one.lemma == "one", head.Tag == text.JJS, one.lemma == "first", one.lemma == "second", one.lemma == "third", one.lemma == "other":
		return one
	}
	return nil
}

// closeApposition marks a name right behind the words for what somebody has in it, without a comma: "Hamas and its armed wing the Qassam
// Brigades".
func (s *sentence) closeApposition(a, b *group) {
	if a.kind != nounKind || b.kind != nounKind || s.lower[b.first] != "the" || b.first != a.last || b.conjuncts != nil {
		return
	}
	if n := s.headName(b); n == nil || !n.known() || s.isPlaceName(n) {
		return
	}
	if a.conjuncts != nil {
		if a = s.lastDescribed(a); a == nil {
			return
		}
	}
	if s.headName(a) != nil || a.possessor == nil && !isPossessive(s.lower[a.first]) || !s.describes(a) {
		return
	}
	if isPossessive(s.lower[a.first]) && slices.IndexFunc(s.names, func(n name) bool { return n.last > a.first }) != 1 {
		return // whose it is may be several's
	}
	a.apposed, b.apposed = append(a.apposed, b), append(b.apposed, a)
}

// beside gives the noun groups that rename the one: of "the French base, Camp Lemonnier" the camp.
func (s *sentence) beside(g *group) []*group {
	found := slices.Clone(g.apposed)
	for _, other := range s.groups {
		if slices.Contains(other.apposed, g) && !slices.Contains(found, other) {
			found = append(found, other)
		}
	}
	return found
}

// someCounted gives of whom some are counted: of "two of its allies" the allies, or nil.
func (s *sentence) someCounted(g *group) *group {
	if g.of == nil || !g.of.plural || s.headName(g.of) != nil || s.tokens[g.head].Tag != text.CD && g.lemma != "some" && g.lemma != "several" || !s.describes(g.of) && !s.doc.reader.classes.any(g.of.lemma, "others", "retinue") {
		return nil
	}
	return g.of
}

// manned gives the body with a name whose people a noun group is: of "fighters of the X" the X.
func (s *sentence) manned(g *group) *group {
	if g.of == nil || !s.doc.reader.classes.any(g.lemma, "force", "quantity", "nationals") {
		return nil
	}
	if n := s.headName(g.of); n == nil || s.person(n) {
		return s.manned(g.of)
	}
	return g.of
}

// namesAlone reports whether the group is a list of names at the end of a clause or before a comma.
func (s *sentence) namesAlone(list *group) bool {
	if len(list.conjuncts) < 2 || slices.ContainsFunc(list.conjuncts, func(c *group) bool { return s.headName(c) == nil }) {
		return false
	}
	next := list.index + 1
	return next >= len(s.groups) || s.groups[next].kind == commaKind || s.groups[next].kind == stopKind
}

// townInside gives the one town or the like without a name that the noun group speaks of behind "of": "control of the region's main port".
func (s *sentence) townInside(g *group) *group {
	town := g.of
	if town == nil || town.plural || town.conjuncts != nil || town.of != nil || s.headName(town) != nil || !town.definite && town.possessor == nil || !s.doc.reader.classes.has("place", town.lemma) {
		return nil
	}
	return town
}

// armyOf reports whether the noun group names somebody's army: "Kenyan forces", "Haftar's army".
func (s *sentence) armyOf(g *group) bool {
	return s.doc.reader.classes.has("force", g.lemma) && (len(g.names) > 0 || g.possessor != nil && s.headName(g.possessor) != nil)
}

// namedTogether marks what several persons are called before their names: "Hezbollah commanders John Roe and Ali Doe", "the
// presidents of Chad and Niger, John Roe and Ali Doe".
func (s *sentence) namedTogether() {
	for i, a := range s.groups {
		if a.kind != nounKind || !a.plural || s.headName(a) != nil || !s.doc.reader.classes.any(a.lemma, "leader", "member") {
			continue
		}
		k := i + 1
		for k+1 < len(s.groups) && s.groups[k].kind == prepKind && s.groups[k+1].kind == nounKind {
			k += 2
		}
		if k < len(s.groups) && s.groups[k].kind == commaKind {
			k++
		} else if k > i+1 {
			continue
		}
		if k < len(s.groups) && s.groups[k].kind == nounKind && s.persons(s.groups[k].conjuncts) {
			s.groups[k].apposed = append(s.groups[k].apposed, a)
		}
	}
}

// persons reports whether all of two or more conjuncts are names of persons, be it by their form alone, which their names
// have then.
func (s *sentence) persons(list []*group) bool {
	if len(list) < 2 || slices.ContainsFunc(list, func(c *group) bool {
		n := s.headName(c)
		return n == nil || !s.person(n) && !s.mayBePerson(n) && !(n.first > 0 && s.titled(n.first-1))
	}) {
		return false
	}
	for _, c := range list {
		if n := s.headName(c); !n.known() {
			n.shape = graph.Person
		}
	}
	return true
}

// insertion reports whether the comma at i and another one set apart what stands between a subject and its verb: "Roe, the
// man who led the party, fled".
func (s *sentence) insertion(i int) bool {
	for k := i + 2; k+1 < len(s.groups) && k < i+12; k++ {
		switch s.groups[k].kind {
		case stopKind, compKind, conjKind:
			return false
		case commaKind:
			return s.groups[k+1].kind == verbKind && s.groups[k+1].finite && !s.doc.reader.reports(s.groups[k+1].lemma)
		}
	}
	return false
}

// oneAmong reports whether "one of the groups" or the like stands at i.
func (s *sentence) oneAmong(i int) bool {
	return s.groups[i].lemma == "one" && i+2 < len(s.groups) && s.groups[i+1].lemma == "of" && s.groups[i+2].kind == nounKind && s.groups[i+2].plural && s.describes(s.groups[i+2])
}

// isPeriod tells the adverbs before a description that say when it holds.
func isPeriod(adverb string) bool {
	switch adverb {
	case "once", "now", "then", "formerly", "currently", "previously", "originally":
		return true
	}
	return false
}

// phrased reports whether the noun group at i stands behind a preposition, so that it is no subject.
func (s *sentence) phrased(i int) bool { return i > 0 && s.groups[i-1].kind == prepKind }

// opensMainClause reports whether the comma behind the noun group at i ends an opening phrase: "With Iran's help, the
// group advanced".
func (s *sentence) opensMainClause(i int) bool {
	k := i + 3
	for k < len(s.groups) && s.groups[k].kind == adverbKind {
		k++
	}
	if k >= len(s.groups) || s.groups[k].kind != verbKind || i == 0 || s.groups[i-1].kind != prepKind {
		return false
	}
	for k = i - 1; k >= 0; k-- {
		switch s.groups[k].kind {
		case verbKind:
			return false
		case stopKind, compKind, quoteKind:
			return true
		}
	}
	return true
}

// inOpening reports whether the noun group at i stands in a run of phrases that opens the sentence, "With the help of an ally", and that
// does not tell what the subject is: "As an ally of".
func (s *sentence) inOpening(i int) bool {
	for i > 1 && s.groups[i-1].kind == prepKind && s.groups[i-2].kind == nounKind {
		i -= 2
	}
	return i > 0 && s.groups[i-1].kind == prepKind && s.groups[i-1].lemma != "as" && (i == 1 || s.groups[i-2].kind == stopKind)
}

// opensScene reports whether the noun group at i only says where, at the head of the sentence, and names nothing: "In the
// south, the Transitional Council, backed by X, has".
func (s *sentence) opensScene(i int) bool {
	a, b := s.groups[i], s.groups[i+2]
	if !s.phrased(i) || i > 1 && s.groups[i-2].kind != stopKind && s.groups[i-2].kind != compKind || s.headName(a) != nil || !s.doc.reader.classes.has("place", a.lemma) {
		return false
	}
	n := s.headName(b)
	return n != nil && !s.isPlaceName(n)
}

// inDescription reports whether the noun group at i stands in a phrase of what only describes the name before it, so that nothing that
// a verb further on or before does to that holds for it: "to hunt the X, a group with ties to Y".
func (s *sentence) inDescription(i int) bool {
	if i < 4 || s.groups[i-1].kind != prepKind || s.groups[i-2].kind != nounKind || s.groups[i-3].kind != commaKind || !s.doc.reader.frames.event(s.groups[i].lemma) {
		return false
	}
	return slices.Contains(s.groups[i-4].apposed, s.groups[i-2])
}

// chiefOfGroup reports whether the noun group at i is "the group" or the like, behind a word for one of its leaders or members.
func (s *sentence) chiefOfGroup(i int) bool {
	g := s.groups[i]
	return s.chiefBefore(i) >= 0 && s.groups[i-1].lemma == "of" && !g.plural && g.definite && s.doc.reader.classes.has("grouping", g.lemma)
}

// oneOfMen reports whether b ends a phrase in which it names one of somebody's leaders or members, whom the group at i counts: "killed one of
// its commanders, Roe."
func (s *sentence) oneOfMen(i int, b *group) bool {
	counted := s.groups[i]
	if !s.doc.reader.classes.any(counted.lemma, "leader", "member") || !s.person(s.headName(b)) && !s.mayBePerson(s.headName(b)) || b.index+1 >= len(s.groups) {
		return false
	}
	switch next := s.groups[b.index+1]; next.kind {
	case stopKind, commaKind, conjKind, prepKind:
		return true
	}
	return false
}

// chiefBefore gives the index of the word for a leader or member whose place or body the noun group at i tells, "the commander of the base",
// or -1.
func (s *sentence) chiefBefore(i int) int {
	if i < 2 || s.groups[i-1].kind != prepKind || s.groups[i-2].kind != nounKind || s.groups[i-2].plural || s.headName(s.groups[i-2]) != nil || !s.doc.reader.classes.any(s.groups[i-2].lemma, "leader", "member") {
		return -1
	}
	return i - 2
}

// saysWhere reports whether the noun group at i only says where, in the phrase that opens the sentence, and one behind its comma tells of people:
// "In Mali, the army's allies, the X, took".
func (s *sentence) saysWhere(i int) bool {
	a, b := s.groups[i], s.groups[i+2]
	n := s.headName(a)
	if i == 0 || n == nil || !s.opensSentence(a) || !s.isPlaceOrState(a) || s.headName(b) != nil || s.doc.reader.classes.has("place", b.lemma) {
		return false
	}
	switch s.groups[i-1].lemma {
	case "in", "at", "near", "inside", "outside", "across", "around":
		return s.doc.reader.classes.any(b.lemma, "others", "retinue", "leader", "member", "grouping", "rebels", "force")
	}
	return false
}

// describes reports whether the noun group is a description that a name may follow: "the group's leader, X".
func (s *sentence) describes(g *group) bool {
	return s.doc.reader.classes.any(g.lemma, "leader", "member", "grouping", "place", "descriptor", "kin", "friend") || s.doc.reader.frames.roles[g.lemma] != nil || s.agencyOf(g)
}

// lastDescribed gives the description of one body that a list ends in, "and its splinter faction", or nil.
func (s *sentence) lastDescribed(list *group) *group {
	last := list.conjuncts[len(list.conjuncts)-1]
	if last.plural || s.headName(last) != nil || len(last.names) > 0 || !s.doc.reader.classes.has("grouping", last.lemma) && s.doc.reader.frames.roles[last.lemma] == nil {
		return nil
	}
	return last
}

// trailing gives the plural description that a list ends in, "and its allies", or nil.
func (s *sentence) trailing(list *group) *group {
	last := list.conjuncts[len(list.conjuncts)-1]
	if !last.plural || s.headName(last) != nil || !s.doc.reader.classes.any(last.lemma, "others", "retinue") {
		return nil
	}
	return last
}

// renamedBefore gives the name that the noun group at k describes behind a comma, where it is no subject: or nil.
func (s *sentence) renamedBefore(k int) *group {
	if k < 3 || s.groups[k].kind != nounKind || s.groups[k-1].kind != commaKind || s.headName(s.groups[k]) != nil {
		return nil
	}
	named := s.groups[k-2]
	if named.kind != nounKind || !slices.Contains(named.apposed, s.groups[k]) || named.verb == nil || named.role == "subj" {
		return nil
	}
	return named
}

// renamed lets a description stand for the name that follows it: "Chad's president, Idriss Déby", "the provincial capital, Goma",
// "a group called the M23".
func (s *sentence) renamed(g *group) {
	if s.headName(g) != nil || g.pronoun {
		return
	}
	others := g.apposed
	if called := s.calledBehind(g); called != nil {
		others = []*group{called}
	}
	if next := g.index + 2; len(others) == 0 && next < len(s.groups) && s.groups[g.index] == g && slices.Contains(s.groups[next].apposed, g) {
		others = s.groups[next : next+1 : next+1] // "the UN mission, MONUSCO, condemned X"
	}
	for _, a := range others {
		if a.first <= g.first || s.headName(a) == nil {
			continue
		}
		s.resolveGroup(a)
		if len(g.actor) == 0 || s.oneOfThem(g, a) {
			g.actor = slices.Clone(a.actor)
		}
		if len(g.place) == 0 && s.doc.reader.classes.any(g.lemma, "place", "land", "friend") && a.role != "subj" {
			g.place = append(g.place, a.place...)
		}
	}
}

// oneOfThem reports whether the name behind a description tells which of a country's armed bodies it means: "the Iranian militia,
// Hezbollah".
func (s *sentence) oneOfThem(g, named *group) bool {
	if g.plural || len(g.actor) != 1 || len(named.actor) != 1 || !s.doc.reader.classes.has("grouping", g.lemma) {
		return false
	}
	r, e := g.actor[0], s.doc.entity(named.actor[0].id)
	return (r.nationals || !r.id.Listed()) && e.ID.Listed() && !e.IsState && e.Type != graph.Person
}

// calledBehind gives the name behind a description and a word for how it is called: "a rebel group known as the M23", "a commander of
// the M23 named Roe".
func (s *sentence) calledBehind(g *group) *group {
	k := g.index + 1
	if k+3 < len(s.groups) && s.groups[k].kind == prepKind && s.groups[k].first == g.last && s.headName(s.groups[k+1]) != nil {
		k += 2
	}
	comma := k < len(s.groups) && s.groups[k].kind == commaKind
	if comma {
		k++ // "the main rebel group, called the M23, shelled"
	}
	if k+1 >= len(s.groups) || s.groups[g.index] != g || s.groups[k].kind != verbKind || s.groups[k].first != s.groups[k-1].last {
		return nil
	}
	if (s.groups[k].finite || !s.groups[k].passive) && !(comma && s.groups[k].last == s.groups[k].first+1 && s.closedBy(k)) {
		return nil
	}
	switch v := s.groups[k]; v.lemma {
	case "call", "name", "dub", "nickname":
		k++
	case "know":
		if s.groups[k+1].lemma != "as" {
			return nil
		}
		k += 2
	default:
		return nil
	}
	if k >= len(s.groups) || s.groups[k].kind != nounKind || s.groups[k].conjuncts != nil || s.headName(s.groups[k]) == nil {
		return nil
	}
	return s.groups[k]
}

// closedBy reports whether a comma ends the phrase that the verb at k begins, before the next verb.
func (s *sentence) closedBy(k int) bool {
	for k++; k < len(s.groups); k++ {
		switch s.groups[k].kind {
		case commaKind:
			return true
		case nounKind, prepKind:
		default:
			return false
		}
	}
	return false
}
