package extract

import (
	"cmp"
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// mustered resolves troops that nobody is named for to who has or sends them: "Turkey has several thousand troops in".
func (s *sentence) mustered(g *group) []ref {
	v := g.verb
	if v == nil || g.role != "obj" || v.subject == nil {
		return nil
	}
	if s.raised(g) && s.doc.reader.classes.has("raise", v.lemma) {
		return s.owned(g, v.subject.actor, false)
	}
	if !s.doc.reader.classes.has("muster", v.lemma) || !s.doc.reader.classes.has("force", g.lemma) && (g.lemma != "man" || !g.plural) {
		return nil
	}
	return s.owned(g, v.subject.actor, false)
}

// raised reports whether the noun group is a body without a name that a clause then says more of: "a coalition that", "an army which".
func (s *sentence) raised(g *group) bool {
	switch g.lemma {
	case "coalition", "army", "expedition", "force", "militia", "alliance":
	default:
		return false
	}
	next := g.index + 1
	return (s.lower[g.first] == "a" || s.lower[g.first] == "an") && len(g.names) == 0 && s.groups[g.index] == g && next < len(s.groups) && s.groups[next].kind == relKind
}

// sameTroops resolves "the troops", "these soldiers" to whose troops the text spoke of just before.
func (s *sentence) sameTroops(g *group) []ref {
	switch g.lemma {
	case "troop", "soldier", "peacekeeper", "marine", "paratrooper", "commando", "contingent":
	case "force", "unit", "battalion":
		if !isMore(s.lower[g.first]) {
			return nil
		}
	default:
		return nil
	}
	if g.plural && g.head == g.first+1 && isMore(s.lower[g.first]) && g.role == "subj" {
		return s.recallTroops(g)
	}
	if !g.plural && g.lemma != "contingent" || g.head != g.first+1 || !s.anaphoric(g) {
		return nil
	}
	if first := s.lower[g.first]; first != "the" && first != "these" {
		return nil
	}
	return s.recallTroops(g)
}

// recallTroops gives the state whose troops the text spoke of last.
func (s *sentence) recallTroops(g *group) []ref {
	refs := s.doc.recall(s, g, func(r ref) bool { return r.force && !r.nationals && s.doc.isState(r.id) })
	for i := range refs {
		refs[i].force = true
	}
	return refs
}

// isMore tells the words that add to troops told of before: "additional forces landed".
func isMore(word string) bool {
	return word == "additional" || word == "further" || word == "extra" || word == "more"
}

// renamedAhead reports whether the name of what the description means stands beside it, further on.
func (s *sentence) renamedAhead(g *group) bool {
	return slices.ContainsFunc(g.apposed, func(a *group) bool { return a.first > g.first && s.headName(a) != nil })
}

// wingOfName reports whether words for an armed wing stand beside its name, which then is meant: "the armed wing of X, the Y Brigades".
func (s *sentence) wingOfName(g *group) bool {
	if !s.doc.reader.classes.has("wing", g.lemma) {
		return false
	}
	if g.first > 1 && s.lower[g.first-1] == "," && s.nameBefore(g.first-1) != nil {
		return true
	}
	end := g.last
	if g.of != nil {
		end = g.of.last
	}
	if end >= len(s.lower) || s.lower[end] != "," {
		return false
	}
	end++
	if end < len(s.lower) && s.lower[end] == "the" {
		end++
	}
	return s.nameAt(end) != nil
}

// ofListed lets the "its" of an item mean the one item before it: "Boko Haram and its splinter faction".
func (s *sentence) ofListed(part, before *group) {
	if len(before.actor) != 1 || s.doc.entity(before.actor[0].id).Type == graph.Person || before.actor[0].nationals {
		return
	}
	p := &group{kind: nounKind, first: part.first, last: part.first + 1, head: part.first, lemma: "its", index: part.index}
	p.pronoun = true
	r := before.actor[0].less(surePronoun)
	r.group = p
	p.actor = []ref{r}
	part.pronominal = p
}

// from resolves "troops from Kenya" where they act.
func (s *sentence) from(g *group) []ref {
	if len(g.after) == 0 || g.after[0].prep != "from" {
		return nil
	}
	home := g.after[0].noun
	s.resolveGroup(home)
	if bodies := s.admit(home.actor, "group"); len(bodies) > 0 && len(bodies) == len(home.actor) && s.doc.reader.classes.has("nationals", g.lemma) {
		return s.owned(g, bodies, false) // "fighters from the M23"
	}
	if g.role != "subj" && g.role != "by" && !s.foughtOver(g) && (g.verb == nil || !s.acts(g)) || g.definite {
		return nil
	}
	refs := s.owned(g, home.actor, false)
	if s.doc.reader.classes.any(g.lemma, "nationals", "rebels") {
		for i, r := range refs {
			refs[i].nationals = r.nationals || s.doc.isState(r.id) // "militants from Chad" are not Chad
		}
	}
	return refs
}

// foughtOver reports whether the noun group is whom the verb says that somebody hits or fights: "attacked troops from Chad", but not
// "received troops from Chad".
func (s *sentence) foughtOver(g *group) bool {
	return g.verb != nil && (g.role == "obj" || g.role == "with" || g.role == "against") && s.doc.reader.frames.hostile(g.verb.lemma)
}

// bodyBehind resolves fighters of a nation to the body that they are said to belong to: "Russian mercenaries from the Wagner
// Group", "Iraqi fighters of Hezbollah", "Kurdish fighters of the YPG".
func (s *sentence) bodyBehind(g *group) []ref {
	kurdish := g.head > g.first && s.doc.reader.classes.any(s.lower[g.head-1], "people", "ethnonym", "folk")
	if len(g.names) == 0 && !kurdish || !s.doc.reader.classes.any(g.lemma, "nationals", "rebels", "grouping") || s.headName(g) != nil {
		return nil
	}
	body := g.of
	if body == nil && len(g.after) > 0 && (g.after[0].prep == "from" || g.after[0].prep == "of" || g.after[0].prep == "belonging_to") {
		body = g.after[0].noun
	}
	if body == nil || s.headName(body) == nil {
		return nil
	}
	s.resolveGroup(body)
	return s.owned(g, s.admit(body.actor, "group"), false)
}

// namedWithin resolves a force that somebody owns to the body that its own words name: "its Wagner mercenaries", "Haftar's LNA
// fighters".
func (s *sentence) namedWithin(g *group, force bool) []ref {
	if !force || g.possessor == nil && g.pronominal == nil || s.doc.reader.frames.event(g.lemma) {
		return nil
	}
	var refs []ref
	for _, k := range g.names {
		if n := &s.names[k]; n.known() && !n.adjectival() && n.last <= g.head && (g.possessor == nil || n.first > g.possessor.head) {
			refs = append(refs, s.nameRefs(g, n, "armed")...)
		}
	}
	for i := range refs {
		refs[i].group, refs[i].force = g, true
	}
	return refs
}

// shareForce lets the adjectives of a list share the forces that end it: "Syrian and Hezbollah forces" are Syria's as well.
func (s *sentence) shareForce(list *group) {
	last := list.conjuncts[len(list.conjuncts)-1]
	if !s.doc.reader.classes.has("force", last.lemma) || s.doc.reader.classes.has("nationals", last.lemma) || !last.plural || len(last.actor) == 0 {
		return
	}
	for _, part := range list.conjuncts[:len(list.conjuncts)-1] {
		if side := s.sideAlone(part, last); side != nil {
			part.actor, list.actor = side, append(side, list.actor...)
			continue
		}
		n := s.headName(part)
		if n == nil || n.first != part.first || n.last != part.last || len(part.actor) != 1 || !part.actor[0].nationals {
			continue
		}
		for i := range list.actor {
			if list.actor[i].id == part.actor[0].id {
				list.actor[i].nationals, list.actor[i].force = false, true
			}
		}
		part.actor[0].nationals, part.actor[0].force = false, true
	}
}

// shareArticle lets "the" before a list of peoples hold for each: "the British and French" act as their states.
func (s *sentence) shareArticle(list *group) {
	if s.lower[list.conjuncts[0].first] != "the" {
		return
	}
	for _, part := range list.conjuncts {
		n := s.headName(part)
		if n == nil || !n.adjectival() && !n.has(actors.National) || n.last != part.last || len(part.actor) != 1 || part != list.conjuncts[0] && n.first != part.first {
			return
		}
	}
	for i := range list.actor {
		list.actor[i].nationals = false
	}
	for _, part := range list.conjuncts {
		part.actor[0].nationals = false
	}
}

// sideAlone gives the side in a civil war that a word alone names before the forces of the other: "regime and rebel forces".
func (s *sentence) sideAlone(part, last *group) []ref {
	if part.first != part.head || len(part.actor) > 0 {
		return nil
	}
	switch part.lemma {
	case "regime", "government", "army":
		if s.rebelWord(last) != "" {
			return s.doc.focusState(part, true)
		}
	case "rebel", "opposition", "insurgent":
		if s.precededBy(last, "regime", "government", "army") {
			return s.doc.rebels(s, part)
		}
	}
	return nil
}

// menOf reports whether the noun group names the men of an armed body: "Hezbollah men", "members of Hezbollah".
func (s *sentence) menOf(g *group) bool {
	if !isMen(g) {
		return false
	}
	return g.of != nil && s.menOfBody(g, g.of) || slices.ContainsFunc(g.names, func(k int) bool { return s.armedBody(&s.names[k]) })
}

// menOfBody reports whether "of" stands between a word for men and the name of the armed body, no coalition of several, that they are of.
func (s *sentence) menOfBody(g, of *group) bool {
	n := s.headName(of)
	if s.lower[g.first] == "some" && g.head == g.first+1 || s.precededBy(g, "former", "ex", "dissident", "renegade", "dissenting", "disgruntled", "disaffected", "rogue", "breakaway", "jailed", "imprisoned", "captured", "surrendered") {
		return false // who act apart from it
	}
	return isMen(g) && len(g.names) == 0 && g.possessor == nil && n != nil && s.armedBody(n) && (!n.known() || n.senses[0].Entry.Type != graph.Coalition)
}

func isMen(g *group) bool {
	return g.plural && (g.lemma == "man" || g.lemma == "member" || g.lemma == "element")
}

// armedBody reports whether the name is that of armed men, and of no state.
func (s *sentence) armedBody(n *name) bool {
	if !n.known() {
		return armed(n.shape)
	}
	return armed(n.senses[0].Entry.Type) && !n.senses[0].Entry.IsState
}

// nationalForce reports whether the group is a word for the forces that a state has, with no more than "national" before it.
func (s *sentence) nationalForce(g *group) bool {
	switch g.lemma {
	case "army", "military", "air_force", "navy", "armed_force":
	default:
		return false
	}
	if ofRegion(g) {
		return false // "the army of the autonomous region"
	}
	for i := g.first + 1; i < g.head; i++ {
		switch s.lower[i] {
		case "national", "regular", "air", "armed", "federal":
		default:
			return false
		}
	}
	return true
}

// ofRegion reports whether "of" tells that the forces are those of a part of a country, which nobody is known for.
func ofRegion(g *group) bool {
	if g.of == nil || len(g.of.actor) > 0 {
		return false
	}
	switch g.of.lemma {
	case "region", "province", "enclave", "entity", "statelet":
		return true
	}
	return false
}

func (s *sentence) foreign(g *group) bool {
	return g.lemma == "foreigner" || s.doc.reader.classes.any(g.lemma, "nationals", "force") && s.precededBy(g, "foreign", "overseas")
}

// discharged reports whether the words speak of soldiers who serve the state no more: "former Rwandan soldiers".
func (s *sentence) discharged(g *group, n *name) bool {
	if n.first == 0 || !s.doc.reader.classes.has("force", g.lemma) {
		return false
	}
	switch s.lower[n.first-1] {
	case "former", "ex", "retired", "demobilised", "demobilized", "renegade", "rogue", "mutinous":
	case "-":
		if n.first < 2 || s.lower[n.first-2] != "ex" {
			return false
		}
	default:
		return false
	}
	switch g.lemma {
	case "soldier", "troop", "officer", "commando", "serviceman", "fighter", "army", "personnel", "guardsman", "paratrooper", "general", "pilot":
		return true
	}
	return false
}

func armed(t graph.EntityType) bool {
	switch t {
	case graph.ArmedGroup, graph.Military, graph.Militia, graph.Unit, graph.Coalition, graph.Company:
		return true
	}
	return false
}

// loyalists resolves armed people to those whom they are said to be loyal to. Factions loyal to another state than the article's are not
// that state: they are some that it backs.
func (s *sentence) loyalists(g *group) []ref {
	refs := s.owned(g, g.loyal.actor, false)
	n := s.headName(g.loyal)
	if n == nil || !s.land(n) || !slices.ContainsFunc(s.lower[g.first:g.loyal.first], isAllegiance) {
		return refs
	}
	return slices.DeleteFunc(refs, func(r ref) bool { return s.doc.isState(r.id) && r.id != s.doc.focus })
}

// isAllegiance tells the words behind armed people for whose side they are on.
func isAllegiance(word string) bool {
	switch word {
	case "loyal", "faithful", "allied", "aligned", "affiliated", "linked":
		return true
	}
	return false
}

// seizesPower reports whether the clause says that those whom the noun group means overthrow who rules, so that they are no state's yet.
func (s *sentence) seizesPower(g *group) bool {
	return g.verb != nil && g.role == "subj" && s.seizes(g.verb)
}

// seizes reports whether the verb tells that its subject takes power or overthrows who had it.
func (s *sentence) seizes(v *group) bool {
	return s.doc.reader.classes.has("overthrow", v.lemma) || s.doc.reader.classes.has("takepower", v.lemma) && s.takesPower(v)
}

// owned resolves "Haftar's forces", "their troops": the owner, or what he leads.
func (s *sentence) owned(g *group, owners []ref, government bool) []ref {
	if s.related(g) {
		return nil // "citizens of Chad"
	}
	company := g.lemma == "company" || g.lemma == "firm"
	var refs []ref
	for _, owner := range owners {
		e, r := s.doc.entity(owner.id), owner
		r.group, r.force = g, true
		if e.Type == graph.Person {
			led := cmp.Or(s.doc.led(owner.id), s.doc.belongs(owner.id), s.enlistedIn(owner.id))
			if s.doc.isState(led) && (owner.former || s.doc.reader.classes.any(g.lemma, "rebels", "nostate") || s.seizesPower(g) || s.precededBy(g, "guerrilla", "royalist", "monarchist", "insurgent", "revolutionary", "dissident")) {
				led = s.doc.uprose(owner.id) // "Kabila's rebels", "troops loyal to the ousted president Roe", "Goïta's men overthrew"
			}
			if led != "" {
				r.id = led
				r = r.less(surePossessor)
			}
			if company && s.doc.entity(r.id).Type != graph.Company || led == "" && s.doc.reader.classes.has("nostate", g.lemma) && s.doc.led(owner.id) != "" {
				continue // what he owns does not make it his country's
			}
		}
		if government {
			r.force = false
		}
		if company && e.IsState {
			continue // "a company of Chad", "one of Russia's firms"
		}
		if (s.doc.reader.classes.has("rebels", g.lemma) || s.precededBy(g, "rebel") || s.ofOnePart(g)) && s.doc.entity(r.id).IsState {
			continue
		}
		r.nationals = owner.nationals && (s.doc.reader.classes.has("nationals", g.lemma) || g.of != nil && owner.group == g.of) // "a unit of Belarusian volunteers"
		refs = append(refs, r)
	}
	return refs
}
