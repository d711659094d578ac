package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// matchCommand tries the patterns by which a text says in passing who leads armed people: the person behind "of" or "under",
// the owner of a wing.
func (s *sentence) matchCommand(g *group) {
	s.matchChief(g)
	s.matchAside(g)
	s.matchWing(g)
	s.matchContingent(g)
	s.matchLoyal(g)
}

// matchLoyal: "the Mahdi Army, loyal to Sadr," is led by him, where the dictionary says so or knows of nobody else.
func (s *sentence) matchLoyal(g *group) {
	n := s.headName(g)
	if n == nil || s.groups[g.index] != g {
		return
	}
	k := g.index + 1
	if k < len(s.groups) && s.groups[k].kind == commaKind {
		k++
	}
	if k+2 >= len(s.groups) || s.groups[k].lemma != "loyal" && s.groups[k].lemma != "faithful" || s.groups[k+1].lemma != "to" || s.headName(s.groups[k+2]) == nil {
		return
	}
	s.noteChiefs(g, span{s.groups[k].first, s.groups[k].last}, s.admit(s.groups[k+2].actor, "person"), s.admit(g.actor, "armed"))
}

// matchChief: "fighters of the Mahdi Army of Sadr", "LNA gunmen of Khalifa Haftar".
func (s *sentence) matchChief(g *group) {
	if s.headName(g) != nil || !s.doc.reader.classes.any(g.lemma, "force", "nationals", "rebels", "grouping") {
		return
	}
	if g.of != nil && s.doc.reader.classes.has("army", g.lemma) && s.headName(g.of) != nil { // "the Eagles Front, the militia of Roe,"
		s.matchRenamedArmy(g, s.admit(g.of.actor, "person"), span{g.of.first, g.of.last})
	}
	for _, a := range g.after {
		if a.prep != "of" || a.noun.first != g.last+1 {
			continue
		}
		if n := s.headName(a.noun); n != nil {
			s.noteChiefs(g, span{a.noun.first - 1, a.noun.first}, s.admit(a.noun.actor, "person"), s.bodiesNamed(g))
		}
	}
}

// bodiesNamed gives the bodies that a name in the group, or behind its "of", tells.
func (s *sentence) bodiesNamed(g *group) []ref {
	var bodies []ref
	for _, k := range g.names {
		bodies = append(bodies, s.nameRefs(g, &s.names[k], "group")...)
	}
	if len(bodies) == 0 && g.of != nil && s.headName(g.of) != nil {
		bodies = s.admit(g.of.actor, "group")
	}
	return bodies
}

// noteChiefs notes that a person leads a body, if the dictionary does not know him as the head of another.
func (s *sentence) noteChiefs(g *group, at span, persons, bodies []ref) {
	if len(persons) != 1 || len(bodies) != 1 || !s.mayLead(persons[0].id, bodies[0].id) {
		return
	}
	s.noteOwner("possess", g, at, persons, bodies)
}

// mayLead reports whether a person whom the text puts over a body may lead it: the dictionary says so, or knows nobody whom
// he leads.
func (s *sentence) mayLead(person, body graph.ID) bool {
	switch s.doc.entity(body).Type {
	case graph.Party, graph.ArmedGroup, graph.Militia, graph.Unit, graph.Coalition, graph.Military, graph.Government:
	default:
		return false
	}
	led := s.leadOf(person)
	return slices.Contains(led, body) || (len(led) == 0 || s.doc.entity(body).Type == graph.Unit) && !s.belongs(person, body)
}

// matchRenamedArmy: "the Eagles Front, Roe's militia,": what the name is of, Roe leads.
func (s *sentence) matchRenamedArmy(g *group, persons []ref, at span) bool {
	for _, other := range s.groups {
		if other.kind == nounKind && slices.Contains(other.apposed, g) && s.headName(other) != nil {
			if bodies := s.admit(other.actor, "armed"); len(persons) == 1 && len(bodies) == 1 {
				s.noteOwner("possess", g, at, persons, bodies)
			}
			return true
		}
	}
	return false
}

// matchAside: "MONUSCO, under Bintou Keita,", "Under Biletsky, the Azov Brigade".
func (s *sentence) matchAside(g *group) {
	if s.groups[g.index] != g || s.headName(g) == nil || s.onlyRelated(g) {
		return
	}
	var under *group
	switch k := g.index; {
	case k+4 < len(s.groups) && s.groups[k+1].kind == commaKind && s.groups[k+2].kind == adverbKind && s.groups[k+3].kind == prepKind && s.groups[k+3].lemma == "under":
		under = s.groups[k+4] // "the FNL, then under Roe"
	case k+3 < len(s.groups) && s.groups[k+1].kind == commaKind && s.groups[k+2].kind == prepKind && s.groups[k+2].lemma == "under":
		under = s.groups[k+3]
	case k >= 3 && s.groups[k-1].kind == commaKind && s.groups[k-3].kind == prepKind && s.groups[k-3].lemma == "under" && (k == 3 || s.groups[k-4].kind == stopKind):
		under = s.groups[k-2]
	case k >= 2 && s.groups[k-2].kind == prepKind && s.groups[k-2].lemma == "under" && (k == 2 || s.groups[k-3].kind == stopKind) && s.groups[k-1].kind == nounKind && s.groups[k-1].last == g.first:
		under = s.groups[k-1] // "Under Roe the Azov Brigade fled"
	}
	if under == nil {
		for _, a := range g.apposed {
			for _, arg := range a.after {
				if arg.prep == "under" {
					under = arg.noun // "the Levant Eagles, a band under Captain Roe"
				}
			}
		}
	}
	if under == nil || under.kind != nounKind || under.conjuncts != nil || s.headName(under) == nil {
		return
	}
	persons := s.admit(under.actor, "person")
	bodies := slices.DeleteFunc(s.admit(g.actor, "body"), func(r ref) bool {
		return s.doc.entity(r.id).IsState && (len(persons) != 1 || !slices.Contains(s.leadOf(persons[0].id), r.id))
	})
	if len(bodies) == 1 {
		s.noteOwner("reign", g, span{under.first - 1, under.first}, persons, bodies)
	}
}

// onlyRelated reports whether the name only tells whose heirs or rivals those are who are told of, and who are under the one named
// behind: "fighters, heirs of the Islamic Courts Union, under Roe".
func (s *sentence) onlyRelated(g *group) bool {
	if g.index < 2 || s.groups[g.index-1].lemma != "of" {
		return false
	}
	switch s.groups[g.index-2].lemma {
	case "heir", "successor", "descendant", "rival", "enemy", "opponent", "ally", "foe", "victim":
		return true
	}
	return false
}

// matchWing: "Roe's wing of the National Front", "the National Front wing of Roe".
func (s *sentence) matchWing(g *group) {
	switch g.lemma {
	case "wing", "faction", "branch", "half", "splinter", "offshoot":
	default:
		return
	}
	var persons, bodies []ref
	at := span{g.head, g.head + 1}
	if g.possessor != nil {
		persons = s.admit(g.possessor.actor, "person")
	}
	if g.of != nil {
		persons, bodies = append(persons, s.admit(g.of.actor, "person")...), append(bodies, s.admit(g.of.actor, "group")...)
	}
	for _, a := range g.after {
		if a.prep == "of" && a.noun != g.of {
			persons, bodies = append(persons, s.admit(a.noun.actor, "person")...), append(bodies, s.admit(a.noun.actor, "group")...)
		}
	}
	for _, k := range g.names {
		bodies = append(bodies, s.nameRefs(g, &s.names[k], "group")...)
	}
	s.noteChiefs(g, at, persons, bodies)
}

// matchContingent: a state's troops in an alliance make it one of its members: "Ghanaian troops of ECOMOG", "African Union
// soldiers from Sudan and Tanzania".
func (s *sentence) matchContingent(g *group) {
	if s.headName(g) != nil || !s.doc.reader.classes.has("force", g.lemma) && g.lemma != "peacekeeper" || s.doc.reader.frames.event(g.lemma) && g.lemma != "contingent" {
		return
	}
	var states, bodies []ref
	for _, k := range g.names {
		states = append(states, s.nameRefs(g, &s.names[k], "state")...)
		bodies = append(bodies, s.nameRefs(g, &s.names[k], "group")...)
	}
	phrases := g.after
	if g.of != nil {
		phrases = append(slices.Clip(phrases), argument{"of", g.of})
	}
	for _, a := range phrases {
		switch a.prep {
		case "of":
			if len(states) > 0 && len(bodies) == 0 && s.headName(a.noun) != nil {
				bodies = s.admit(a.noun.actor, "group")
			}
		case "from":
			if len(bodies) > 0 && len(states) == 0 {
				states = s.admit(a.noun.actor, "state")
			}
		}
	}
	bodies = slices.DeleteFunc(bodies, func(r ref) bool { return !s.multinational(r.id) })
	if len(states) > 0 && len(bodies) == 1 {
		s.noteOwner("contingent", g, span{g.head, g.head + 1}, states, bodies)
	}
}

// multinational reports whether states put their troops at the disposal of the body: a coalition, an organisation other than
// the United Nations, or the mission of one.
func (s *sentence) multinational(body graph.ID) bool {
	switch e := s.doc.entity(body); e.Type {
	case graph.Coalition, graph.Organisation:
		return body != "United_Nations"
	case graph.Military:
		entry, ok := s.doc.reader.dictionary.Entry(body)
		isOrganisation := func(id graph.ID) bool { return id != "" && s.doc.entity(id).Type == graph.Organisation }
		return ok && (isOrganisation(entry.PartOf) || slices.ContainsFunc(entry.Parents, func(d actors.Dated) bool { return isOrganisation(d.ID) }))
	}
	return false
}

// matchLedName: "the Saudi-led coalition", "the Turkish-backed Free Syrian Army" are names of the dictionary that themselves
// tell who leads or backs whom.
func (s *sentence) matchLedName(g *group, n *name) {
	for i := n.first + 1; i+1 < n.last; i++ {
		if word := s.lower[i+1]; s.tokens[i].Tag != text.HYPH || word != "led" && word != "backed" {
			continue
		}
		length, senses := s.doc.reader.matcher.Longest(s.words[:i], n.first)
		if length == 0 || n.first+length != i {
			return
		}
		left := name{first: n.first, last: i, senses: senses}
		for _, t := range s.doc.reader.frames.mods[s.lower[i+1]] {
			t.presupposed = true
			s.note(t, g, span{i + 1, i + 2}, s.nameRefs(g, &left, guardOf(t.frame, "mod")), s.nameRefs(g, n, "body"), g)
		}
	}
}

// namesLeader reports whether a leader's word stands before the name.
func (s *sentence) namesLeader(g *group, n *name) bool {
	for i := g.first; i < n.first; i++ {
		if s.doc.reader.classes.any(s.roleWord(i), "leader") || s.doc.reader.classes.any(s.lemma(i), "leader", "title") {
			return true
		}
	}
	return false
}

// somewhere reports whether the words name the forces that a body has in one place: "commanded Taliban fighters in Helmand".
func (s *sentence) somewhere(r ref) bool {
	g := r.group
	if g.index >= len(s.groups) || s.groups[g.index] != g || s.headName(g) != nil || !s.doc.reader.classes.any(g.lemma, "force", "nationals") {
		return false
	}
	next := g.index + 2
	return next < len(s.groups) && s.groups[next-1].lemma == "in" && len(s.groups[next].place) > 0
}

// sector reports whether the words name what a body has in part rather than the body: "commanded the Freedom Army's southern front".
func (s *sentence) sector(r ref) bool {
	g := r.group
	if s.headName(g) != nil || s.doc.entity(r.id).Type == graph.Person || g.possessor == nil && g.of == nil && len(g.names) == 0 {
		return false
	}
	return s.doc.reader.classes.has("sector", g.lemma)
}

// ofState reports whether the words name the forces or an institution of a state rather than the state.
func (s *sentence) ofState(r ref) bool {
	return s.doc.entity(r.id).IsState && s.headName(r.group) == nil &&
		(s.standingOf(r.group) == institution || s.doc.reader.classes.has("army", r.group.lemma))
}

// crowd reports whether the words name no body but many of a people: a front "consists of Kurdish fighters", "a coalition of Tuareg
// groups".
func (s *sentence) crowd(r ref) bool {
	g := r.group
	if g == nil || !g.plural || g.conjuncts != nil || g.examples != nil || s.headName(g) != nil {
		return false
	}
	switch g.lemma {
	case "group", "faction":
	default:
		return false
	}
	_, known := s.doc.reader.dictionary.Entry(r.id)
	return !known
}

// chiefsMen gives the body whose leader, under no name, was the last person of whom the text told: "The leader of the M23 spoke. His
// fighters".
func (s *sentence) chiefsMen(p *group) []ref {
	for m := range s.doc.back(s, pronounReach) {
		if len(m.refs) > 0 && s.doc.entity(m.refs[0].id).Type == graph.Person {
			return nil
		}
		if m.unknown == onePerson {
			refs := slices.Clone(m.body)
			for i := range refs {
				refs[i].group = p
				refs[i] = refs[i].less(surePronoun)
			}
			return refs
		}
	}
	return nil
}

// bodiesOf gives, for persons whose soldiers or bases a noun group names, the bodies that they lead, if they lead any.
func (s *sentence) bodiesOf(refs []ref) []ref {
	bodies := slices.Clone(refs)
	for i, r := range bodies {
		if led := s.doc.led(r.id); led != "" && !r.former && s.doc.entity(r.id).Type == graph.Person {
			bodies[i].id = led
		}
	}
	return bodies
}

// enlistedIn gives the armed body of which words beside his name make the person a member, in the sentence that tells of his men: "Roe, an
// M23 officer, said that his men", "Roe of the M23 said that his men".
func (s *sentence) enlistedIn(person graph.ID) graph.ID {
	for _, g := range s.groups {
		if g.kind != nounKind || len(g.actor) != 1 || g.actor[0].id != person {
			continue
		}
		if body := s.oneForce(g, "of", "from"); body != "" {
			return body
		}
		for _, office := range g.apposed {
			if !s.doc.reader.classes.has("member", office.lemma) {
				continue
			}
			if body := s.oneForce(office, "of", "in"); body != "" {
				return body
			}
		}
	}
	return ""
}

// oneForce gives the one armed body, no state, that stands before the head of a noun group or behind it after the prepositions.
func (s *sentence) oneForce(g *group, prepositions ...string) graph.ID {
	bodies := s.modifiers(g, "force")
	for _, prep := range prepositions {
		for _, behind := range s.argumentsOf(g, prep) {
			bodies = append(bodies, s.admit(behind.actor, "force")...)
		}
	}
	if len(bodies) == 1 && !s.doc.isState(bodies[0].id) {
		return bodies[0].id
	}
	return ""
}

// chiefsState gives the state whose army it is that the words right behind say to be led by one of its men: "the army, led by
// General Burhan,".
func (s *sentence) chiefsState(g *group) []ref {
	k := g.index + 1
	if k < len(s.groups) && s.groups[k].kind == commaKind {
		k++
	}
	if k+2 >= len(s.groups) || s.groups[g.index] != g || s.groups[k].kind != verbKind || !isHeading(s.groups[k].lemma) || s.groups[k].finite || s.groups[k+1].lemma != "by" {
		return nil
	}
	chief := s.groups[k+2]
	if chief.kind != nounKind || chief.conjuncts != nil {
		return nil
	}
	s.resolveGroup(chief)
	for _, r := range s.admit(chief.actor, "person") {
		if state := s.doc.stateOf(r.id); state != "" {
			return []ref{{id: state, group: g, percent: sureDefinite, force: true}}
		}
	}
	return nil
}

// ledAfar reports whether "led by" stands behind a comma and another noun group than the state that it seems to be about: "Chad was helped
// by advisers, led by Roe".
func (s *sentence) ledAfar(v *group, led ref) bool {
	if v.kind != verbKind || !v.participle || !v.passive || led.group == nil || !s.doc.isState(led.id) || v.index < 2 || s.groups[v.index-1].kind != commaKind {
		return false
	}
	before := s.groups[v.index-2]
	return before.kind == nounKind && before != led.group && led.group.index < before.index && !slices.Contains(led.group.apposed, before)
}

// unled reports whether the first is nobody whom the second can lead: another person, or the Security Council, which is some country's.
func (s *sentence) unled(body, leader ref) bool {
	return s.doc.entity(leader.id).Type == graph.Person && (body.id == "United_Nations_Security_Council" || s.doc.entity(body.id).Type == graph.Person)
}
