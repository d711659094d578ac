package extract

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// ref is an entity that a noun group stands for.
type ref struct {
	id    graph.ID
	group *group // whose words name it
	// nationals are citizens or fighters of a state, who stand for it only with more evidence.
	nationals bool
	// force is an armed body, which can be somewhere.
	force bool
	// implied: no words name it ("President X" tells no state); group has the words that imply it.
	implied bool
	// deed: what somebody did stands for him, which it does in attacks and fights alone.
	deed bool
	// former: the words say that he holds his office no more.
	former bool
	// within: the words name a part of the entity, or one of its bodies.
	within bool
	// standing: what the words name of a state.
	standing standing
	// percent is how sure the resolution is.
	percent int
}

func (r ref) less(percent int) ref {
	r.percent = r.percent * percent / 100
	return r
}

// How sure the ways of resolution are, in percent of a plain name. The figures of the rules already hold the usual share
// of each, so these only tell them apart.
const (
	sureName       = 100
	surePossessor  = 98
	sureSeat       = 97
	sureNewName    = 95
	sureDefinite   = 86
	surePronoun    = 90
	sureNationals  = 92
	sureCollective = 88
)

// resolve finds, from left to right, the actors and places that each noun group stands for, and remembers them for
// pronouns further on.
func (s *sentence) resolve() {
	for _, g := range s.groups {
		if g.kind == adverbKind && g.lemma == "there" {
			g.place = s.doc.sceneBefore(s, g)
		}
		if g.kind != nounKind {
			continue
		}
		s.resolveGroup(g)
	}
	for _, g := range s.apart {
		s.resolveGroup(g)
	}
	s.recordEpithets()
	s.recordDeeds()
}

// resolveGroup finds whom and which place a noun group stands for, once: first those whom its own words depend on.
func (s *sentence) resolveGroup(g *group) {
	if g.resolved {
		return
	}
	g.resolved = true
	if g.conjuncts != nil {
		s.resolveList(g)
		return
	}
	s.resolveParts(g)
	g.actor = s.actorOf(g)
	g.place = s.placeOf(g)
	s.renamed(g)
	if len(g.actor) == 0 {
		g.actor = s.statesman(g)
	}
	if len(g.actor) == 0 {
		g.actor = s.countryActing(g)
	}
	s.addExamples(g)
	s.doc.remember(s, g)
}

// resolveList resolves the items of a list, whose actors and places are those of the list, and lets them share what one has for all.
func (s *sentence) resolveList(list *group) {
	for i, part := range list.conjuncts {
		if i == len(list.conjuncts)-1 && part.after == nil {
			part.after = list.after
		}
		if i > 0 && part.pronominal == nil && s.lower[part.first] == "its" && part.head > part.first {
			s.ofListed(part, list.conjuncts[i-1])
		}
		if part != list {
			s.resolveGroup(part)
			list.actor = append(list.actor, part.actor...)
			list.place = append(list.place, part.place...)
		}
	}
	s.capitalsAmongTowns(list)
	s.shareForce(list)
	s.shareArticle(list)
	s.sideBySide(list)
	s.doc.join(s, list.actor)
	s.doc.rememberList(s, list)
}

// resolveParts resolves the groups that tell whose the noun group is: its owner, who stands behind "of" or "loyal to", and the owners of what
// renames it.
func (s *sentence) resolveParts(g *group) {
	if owner := g.possessor; owner != nil {
		if owner.verb == nil && !owner.pronoun && g.role != "subj" {
			owner.verb, owner.role = g.verb, "poss" // so that "X attacked the group's camps" is about others
		}
		s.resolveGroup(owner)
		if s.isCountry(owner) && len(owner.actor) == 0 {
			owner.actor = s.stateOf(g, owner)
		}
		s.doc.owns(g)
	}
	if isPossessive(s.lower[g.first]) {
		s.possessive(g)
	}
	if g.of != nil {
		s.resolveGroup(g.of)
	}
	if g.loyal != nil {
		s.resolveGroup(g.loyal)
	}
	for _, a := range g.apposed {
		if a.first > g.first && a.actor == nil && a.place == nil && a.possessor != nil {
			s.resolveGroup(a.possessor)
		}
	}
}

// addExamples adds those whom "such as" names, who alone are meant by a word for groups of any kind: "rebel groups such as X".
func (s *sentence) addExamples(g *group) {
	if g.examples == nil {
		return
	}
	s.resolveGroup(g.examples)
	if len(g.examples.actor) > 0 && s.doc.reader.classes.any(g.lemma, "grouping", "rebels") {
		g.actor = nil
	}
	g.actor = append(g.actor, g.examples.actor...)
	g.place = append(g.place, g.examples.place...)
}

// capitalsAmongTowns lets capitals that stand in a list with towns be towns alone: "strikes on Hodeidah and Sanaa" hit no state's government.
func (s *sentence) capitalsAmongTowns(list *group) {
	town := func(g *group) bool {
		n := s.headName(g)
		return n != nil && len(g.actor) == 0 && len(g.place) > 0 && s.isPlaceName(n)
	}
	if !slices.ContainsFunc(list.conjuncts, town) {
		return
	}
	list.actor = nil
	for _, part := range list.conjuncts {
		if n := s.headName(part); n != nil && len(part.place) > 0 && (n.has(actors.Capital) || n.has(actors.Seat)) {
			part.actor = nil
		}
		list.actor = append(list.actor, part.actor...)
	}
}

// named resolves a noun group whose head is a name.
func (s *sentence) named(g *group, n *name) []ref {
	if refs, ok := s.kinsman(g, n); ok {
		return refs
	}
	if s.anotherOf(g, n) {
		return nil
	}
	if !n.known() {
		if r, ok := s.doc.introduce(s, g, n); ok {
			return []ref{r}
		}
		return nil
	}
	var refs []ref
	sense := s.doc.choose(n.senses)
	if sense.Entry == nil || s.bodyOfState(n) || sense.Form == actors.National && n.first > 0 && s.lower[n.first-1] == "ethnic" {
		return nil
	}
	if kin, ok := s.kindred(n); ok {
		return []ref{{id: kin.ID, group: g, percent: sureCollective, force: true}}
	}
	if r, ok := s.doc.explained(s, g, n, sense); ok {
		return []ref{r}
	}
	if s.doc.namesakes(sense, n.senses) || s.anybodys(n, sense) {
		unplaced := *n
		unplaced.shape = sense.Entry.Type
		if r, ok := s.doc.introduce(s, g, &unplaced); ok {
			return []ref{r}
		}
		return nil
	}
	r := ref{id: sense.Entry.ID, group: g, percent: sureName, force: armed(sense.Entry.Type), former: s.formerly(g)}
	switch sense.Form {
	case actors.National, actors.Adjective:
		r.force, r.percent = true, sureNationals
		r.nationals = s.lower[g.first] != "the" && !s.peopleOfTwo(n) // "the Japanese" act as their state
	case actors.Capital, actors.Seat:
		if g.last-g.first > n.last-n.first || !s.seatActs(g) {
			return nil
		}
		r.percent = sureSeat
	}
	return append(refs, r)
}

// modified resolves "LNA forces", "Tripoli authorities", "Syrian rebels": names before a word for an army or the like.
func (s *sentence) modified(g *group, force, government bool) []ref {
	if !force && !government || len(g.names) == 0 {
		return nil
	}
	var refs []ref
	for _, k := range g.names {
		n := &s.names[k]
		if s.leaning(n) {
			continue
		}
		if n.known() {
			refs = append(refs, s.combined(g, n)...)
		}
		if r, ok := s.modifiedBy(g, n, force, government); ok {
			refs = append(refs, r)
		}
	}
	if len(refs) > 0 && s.andCoalition(g) {
		refs = append(refs, s.doc.coalition(g)...)
	}
	return refs
}

// modifiedBy tells whom a body stands for by one of the names before the word for it.
func (s *sentence) modifiedBy(g *group, n *name, force, government bool) (ref, bool) {
	if !n.known() {
		r, ok := s.doc.introduce(s, g, n)
		r.force = true
		return r, ok
	}
	if government || n.last < g.head && s.lower[n.last] == "government" { // "Tripoli government forces"
		if id, ok := s.doc.governmentOf(n.senses); ok {
			return ref{id: id, group: g, percent: sureSeat, force: !government}, true
		}
	}
	sense := s.doc.choose(n.senses)
	if s.newsAgency(n, sense) {
		return ref{}, false
	}
	if r, ok := s.doc.explained(s, g, n, sense); sense.Entry != nil && ok {
		return r, true
	}
	if sense.Entry == nil || sense.Entry.IsPlace() || sense.Form == actors.Capital || sense.Form == actors.Seat ||
		sense.Entry.Type == graph.Company && s.doc.reader.classes.has("model", s.lower[n.first]) { // "Congolese Sukhoi jets"
		return ref{}, false
	}
	if kin, ok := s.kindred(n); ok && !government {
		return ref{id: kin.ID, group: g, percent: sureCollective, force: force}, true
	}
	r := ref{id: sense.Entry.ID, group: g, percent: sureName, force: force}
	switch {
	case sense.Entry.Type == graph.Person:
		r.id, r.percent = cmp.Or(s.doc.led(r.id), r.id), surePossessor
		return r, true
	case sense.Entry.IsState:
		return s.bodyOfNation(g, n, sense, r)
	}
	return r, true
}

// bodyOfNation tells whether a body of a state's people, which r gives for the state, stands for the state, for its rebels, or for nobody.
func (s *sentence) bodyOfNation(g *group, n *name, state actors.Sense, r ref) (ref, bool) {
	classes := s.doc.reader.classes
	if classes.has("rebels", g.lemma) {
		if classes.has("grouping", g.lemma) && !g.plural || state.Form == actors.Name && r.id != s.doc.focus {
			return ref{}, false // "Syria rebels" is how headlines write, where Syria is what they are about
		}
		return s.doc.collective(state.Entry, s.text(g.head, g.head+1), g), true
	}
	if word := s.rebelWord(g); word != "" {
		return s.doc.collective(state.Entry, word, g), true
	}
	if r.id == s.doc.focus && (g.lemma == "militia" || g.lemma == "militiaman") {
		return ref{}, false // which are not its own
	}
	if classes.has("nationals", g.lemma) || s.precededBy(g, "mercenary", "volunteer") {
		r.nationals, r.percent = true, sureNationals
		return r, true
	}
	return r, (s.meansGovernment(g) || classes.has("force", g.lemma)) && !s.discharged(g, n)
}

// governing resolves "the government of Libya", "the authorities in Tripoli".
func (s *sentence) governing(g, of *group) []ref {
	if len(of.conjuncts) > 1 { // "the states of Mali and Niger"
		var refs []ref
		for _, c := range of.conjuncts {
			refs = append(refs, s.governing(g, c)...)
		}
		return refs
	}
	if n := s.headName(of); n != nil && n.known() {
		if id, ok := s.doc.governmentOf(n.senses); ok {
			return []ref{{id: id, group: g, percent: sureSeat}}
		}
	}
	return s.owned(g, of.actor, true)
}

// described resolves what no name stands in: "the group", "government forces", "the rebels", "foreigners".
func (s *sentence) described(g *group, force, government bool) []ref {
	classes := s.doc.reader.classes
	for _, refs := range [][]ref{s.sameTroops(g), s.doc.shortForm(s, g), s.doc.incumbent(s, g), s.coalitionUnder(g), s.congress(g), s.bothSides(g), s.occupiers(g), s.junta(g), s.ofStateBefore(g)} {
		if refs != nil {
			return refs
		}
	}
	switch {
	case g.loyal != nil:
		return s.loyalists(g)
	case s.foreign(g):
		return s.doc.foreigners(s, g)
	case force && !s.onlyCompounds(g) && s.precededBy(g, "government", "regime", "state", "army", "loyalist", "pro-government", "federal", "junta"):
		if there := s.stateThere(g); there != "" {
			return []ref{{id: there, group: g, percent: sureDefinite, force: true}}
		}
		return s.doc.focusState(g, true)
	case government && g.definite && s.seatedIn(g) != nil:
		return s.seatedIn(g)
	case government && g.definite && s.openedIn(g) != nil:
		return s.openedIn(g)
	case government && !s.inPart(g) && (g.definite || s.lower[g.first] == "government" && !s.abstractly(g)) && (g.lemma == "government" || g.lemma == "regime" || g.lemma == "authority" || g.lemma == "junta"):
		return s.doc.focusState(g, false)
	case s.doc.onForces && classes.has("serving", g.lemma) && s.homeForces(g) != nil:
		return s.homeForces(g)
	case g.definite && s.nationalForce(g) && s.chiefsState(g) != nil:
		return s.chiefsState(g)
	case (g.definite || s.title && g.last == 1 && g.role == "subj") && s.nationalForce(g):
		if there := s.stateThere(g); there != "" {
			return []ref{{id: there, group: g, percent: sureDefinite, force: true}}
		}
		return s.doc.focusState(g, true)
	case g.lemma == "opposition" && len(s.argumentsOf(g, "to"))+len(s.argumentsOf(g, "against")) > 0:
		return nil // "the last bastion of opposition to Haftar"
	case classes.has("rebels", g.lemma) && (g.plural || g.lemma == "opposition") && (g.head-g.first <= 1 || s.onlyCompounds(g) || s.ofManyKinds(g)), force && g.plural && s.rebelWord(g) != "" && !s.someOf(g):
		return s.doc.rebels(s, g)
	case g.lemma == "coalition" && (g.definite || s.capitalised(g.head)) && (g.head-g.first <= 1 || g.head-g.first == 2 && s.precededBy(g, "international", "multinational", "global")), force && s.precededBy(g, "coalition"):
		return s.doc.coalition(g)
	}
	return nil
}

// precededBy reports whether one of the words stands before the head in the group, and is no part of a name: "Islamic State-linked rebels"
// are no state's.
func (s *sentence) precededBy(g *group, words ...string) bool {
	for i := g.first; i < g.head; i++ {
		if n := s.nameBefore(i + 1); n != nil && n.first < i && n.known() {
			continue
		}
		if slices.Contains(words, s.lower[i]) || strings.HasPrefix(s.lower[i], "ex-") && slices.Contains(words, "ex") {
			return true
		}
	}
	return strings.HasPrefix(s.lower[g.head], "ex-") && slices.Contains(words, "ex")
}

// lemma gives the base form of a token, lower case.
func (s *sentence) lemma(i int) string {
	tag := s.tokens[i].Tag
	switch tag {
	case text.NNPS:
		tag = text.NNS
	case text.NNP:
		if strings.HasSuffix(s.lower[i], "s") && s.doc.reader.classes.any(text.Lemma(s.lower[i], text.NNS), "force", "government", "rebels") {
			tag = text.NNS
		}
	}
	if (tag == text.NNS || tag == text.NNP && (i == 0 || s.words[i] == s.lower[i])) && strings.HasSuffix(s.lower[i], "men") {
		return strings.TrimSuffix(s.lower[i], "men") + "man" // "gunmen"
	}
	return text.Lemma(s.lower[i], tag)
}
