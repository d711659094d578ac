package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// matchUnit: "Chad's 3rd Brigade", "the Russian service GRU", "the 3rd Brigade of the National Army": a known body
// belongs where the dictionary says, a new one to who owns it.
func (s *sentence) matchUnit(g *group, n *name, unit ref) {
	if unit.nationals {
		return
	}
	s.matchChiefOf(g, unit)
	var owners []ref
	for _, k := range g.names {
		if m := &s.names[k]; m != n {
			owners = append(owners, s.nameRefs(g, m, "body")...)
		}
	}
	var said []ref // that the text itself makes the owner
	if isOrdinal(s.lower[n.first]) || n.first > 0 && s.lower[n.first-1] == "agency" {
		owners, said = nil, owners
	}
	if g.possessor != nil {
		said = append(said, s.admit(g.possessor.actor, "body")...)
	}
	said = append(said, s.ownerShared(g, n)...)
	descriptions := g.apposed
	if k := g.index - 2; k >= 0 && s.groups[k+1].kind == commaKind && s.groups[k].kind == nounKind && s.headName(s.groups[k]) == nil && s.groups[k].definite {
		descriptions = append(slices.Clip(descriptions), s.groups[k]) // "Russia's intelligence service, the GRU"
	}
	for _, a := range descriptions {
		if s.agencyOf(a) {
			said = append(said, s.bodies(a)...) // "the GRU, Russia's spy agency"
		}
		for _, k := range a.names {
			owners = append(owners, s.nameRefs(a, &s.names[k], "body")...)
		}
		if a.possessor != nil {
			owners = append(owners, s.admit(a.possessor.actor, "body")...)
		}
	}
	said = append(said, s.wholeBehind(g, n)...)
	if n.known() {
		if chief := s.ownersInside(g, n, "person"); len(chief) == 1 {
			s.noteOwner("possess", g, span{n.first, n.last}, chief, []ref{unit}) // "Hemedti's RSF" as the dictionary has it
		}
	}
	if owner := s.ownersInside(g, n, "body"); len(owner) > 0 {
		owners = append(owners, owner[0])
	}
	if owner, ok := s.ownerFirst(g, n); ok {
		said = append(said, owner)
	}
	if state, ok := s.stateFirst(g, n, unit); ok {
		said = append(said, state)
	}
	owners = append(said, owners...)
	for i, owner := range owners {
		again := slices.ContainsFunc(owners[:i], func(r ref) bool { return r.id == owner.id })
		if !again && (s.partOf(unit.id, owner.id) || i < len(said) && s.ownsUnit(unit.id, owner.id, n)) {
			s.noteOwner("unit", g, span{n.first, n.last}, []ref{unit}, []ref{owner})
		}
	}
}

// matchChiefOf: "the National Army of Roe".
func (s *sentence) matchChiefOf(g *group, unit ref) {
	for _, a := range g.after {
		if a.prep != "of" || a.noun.first != g.last+1 {
			continue
		}
		for _, person := range s.admit(a.noun.actor, "person") {
			if s.mayLead(person.id, unit.id) {
				s.noteOwner("possess", g, span{a.noun.first - 1, a.noun.first}, []ref{person}, []ref{unit})
			}
		}
	}
}

// ownerShared gives whose the body is that stands behind "its", or in a list behind the owner of the first: "Chad's 3rd Brigade and 5th
// Regiment".
func (s *sentence) ownerShared(g *group, n *name) []ref {
	if word := s.lower[g.first]; (word == "its" || word == "their") && n.first == g.first+1 && !n.known() {
		return slices.DeleteFunc(s.admit(s.possessive(g).actor, "body"), func(r ref) bool { return !s.actsBefore(g, r.id) })
	}
	if top := s.groups[g.index]; top != g && g.first == n.first && len(top.conjuncts) > 1 && top.conjuncts[0] != g && top.conjuncts[0].possessor != nil {
		return s.admit(top.conjuncts[0].possessor.actor, "body")
	}
	return nil
}

// actsBefore reports whether the sentence names the body before the noun group.
func (s *sentence) actsBefore(g *group, body graph.ID) bool {
	return slices.ContainsFunc(s.groups, func(o *group) bool {
		return o.kind == nounKind && !o.pronoun && o.first < g.first && slices.ContainsFunc(o.actor, func(r ref) bool { return r.id == body })
	})
}

// wholeBehind gives those whose part the text makes the body by a phrase right behind its name.
func (s *sentence) wholeBehind(g *group, n *name) []ref {
	for _, a := range g.after {
		switch {
		case a.noun.first != n.last+1:
		case a.prep == "of":
			return s.admit(a.noun.actor, "body")
		case a.prep == "within" || a.prep == "in":
			return s.admit(a.noun.actor, "armed") // "the 3rd Brigade within the Freedom Army"
		}
	}
	return nil
}

// matchUnitOf: "soldiers of the 3rd Brigade of the National Army": the phrases behind the unit hang on the men before it.
func (s *sentence) matchUnitOf(g *group) {
	if g.of == nil || g.of.conjuncts != nil {
		return
	}
	n := s.headName(g.of)
	if n == nil || len(g.of.actor) != 1 {
		return
	}
	if e := s.doc.entity(g.of.actor[0].id); e.IsState || e.IsPlace() || e.Type == graph.Person {
		return
	}
	unit := *g.of
	if len(unit.after) == 0 {
		unit.after = g.after
	}
	s.matchUnit(&unit, n, g.of.actor[0])
}

// agencyOf reports whether the noun group describes a body as a state's agency: "Chad's spy agency", "the Chadian news agency".
func (s *sentence) agencyOf(g *group) bool {
	if s.headName(g) != nil || g.plural {
		return false
	}
	switch g.lemma {
	case "agency", "news_agency", "intelligence_agency", "intelligence_service", "security_service", "spy_agency", "broadcaster":
		return g.possessor != nil || len(g.names) > 0
	}
	return false
}

// renamedAgency resolves a state's agency to the name that the text gives it beside: "Chad's spy agency, the ANS, armed".
func (s *sentence) renamedAgency(g *group) []ref {
	if !s.agencyOf(g) {
		return nil
	}
	for _, a := range g.apposed {
		if n := s.headName(a); n != nil && n.known() && !n.senses[0].Entry.IsState && n.senses[0].Entry.Type != graph.Person {
			return s.named(a, n)
		}
	}
	return nil
}

// ownsUnit reports whether a body that the text gives an owner may be his, though the dictionary does not say so.
func (s *sentence) ownsUnit(unit, owner graph.ID, n *name) bool {
	u, o := s.doc.entity(unit), s.doc.entity(owner)
	if u.Type == graph.Organisation && o.IsState && (u.Country == "" || u.Country == owner) {
		return true // whose agency it is said to be
	}
	small := u.Type == graph.Unit || u.Type == graph.Militia || s.organisation(n.last-1) == graph.Unit
	if o.IsState && (isOrdinal(s.lower[n.first]) || n.first > 0 && s.nameBefore(n.first) != nil) && (u.Type == graph.Unit || u.Type == graph.Military) {
		return true // "the Soviet 14th Guards Army"
	}
	if o.Type == graph.Organisation && u.Type != graph.Person && s.within(n, o) {
		return true
	}
	switch {
	case o.Type == graph.Coalition:
		if u.Type == graph.ArmedGroup || u.Type == graph.Party {
			return true // "the Eastern Alliance's Freedom Front"
		}
	case o.Type == graph.Organisation && !n.known():
		return small || s.doc.reader.classes.has("office", s.lower[n.last-1]) // "the ministry's Border Directorate"
	}
	return !o.IsState && small && armed(o.Type) && o.Type != graph.Company
}

// ownersInside gives those whom the owner in a name may mean that the dictionary has whole: "Chad's National Guard", "Roe's militia".
func (s *sentence) ownersInside(g *group, n *name, guard string) []ref {
	for i := n.first + 1; i+1 < n.last; i++ {
		if s.lower[i] != "'s" {
			continue
		}
		length, senses := s.doc.reader.matcher.Longest(s.words[:i], n.first)
		if length != i-n.first {
			return nil
		}
		return s.nameRefs(g, &name{first: n.first, last: i, senses: senses}, guard)
	}
	return nil
}

// ownerFirst gives the organisation whose name that of a mission, a force or a board begins with: "the UN Mission in Libya".
// That its councils are its own nobody needs to read.
func (s *sentence) ownerFirst(g *group, n *name) (ref, bool) {
	if !slices.ContainsFunc(s.lower[n.first:n.last], func(word string) bool {
		return word == "mission" || word == "force" || word == "board" || word == "operation"
	}) {
		return ref{}, false
	}
	for last := n.last - 1; last > n.first; last-- {
		length, senses := s.doc.reader.matcher.Longest(s.words[:last], n.first)
		if length == last-n.first && senses[0].Entry.Type == graph.Organisation && senses[0].Form == actors.Name {
			refs := s.nameRefs(g, &name{first: n.first, last: last, senses: senses}, "body")
			return append(refs, ref{})[0], len(refs) > 0
		}
	}
	return ref{}, false
}

// stateFirst gives the state whose adjective stands before a unit's name, or begins it: "the Soviet Black Sea Fleet", "the Iraqi
// Republican Guard".
func (s *sentence) stateFirst(g *group, n *name, unit ref) (ref, bool) {
	if s.doc.entity(unit.id).Type != graph.Unit || s.lower[n.last-1] == "command" { // the US Central Command is the US
		return ref{}, false
	}
	if m := s.nameBefore(n.first); m != nil && m.known() && m.adjectival() && m.senses[0].Entry.IsState {
		return ref{id: m.senses[0].Entry.ID, group: g, percent: sureSeat}, true
	}
	length, senses := s.doc.reader.matcher.Longest(s.words[:n.last-1], n.first)
	if length == 0 || !senses[0].Entry.IsState || slices.Contains(s.lower[n.first:n.last], "of") || !n.known() && senses[0].Form != actors.Adjective || !s.partOf(unit.id, senses[0].Entry.ID) {
		return ref{}, false
	}
	return ref{id: senses[0].Entry.ID, group: g, percent: sureSeat}, true
}

// within reports whether the name begins with that of the owner, whose body it then is.
func (s *sentence) within(n *name, owner graph.Entity) bool {
	r, ok := s.ownerFirst(s.groups[0], n)
	return ok && r.id == owner.ID
}

// partOf reports whether a unit is part of an owner: by the dictionary; of a new unit its kind must do.
func (s *sentence) partOf(unit, owner graph.ID) bool {
	dictionary := s.doc.reader.dictionary
	entry, ok := dictionary.Entry(unit)
	if !ok {
		switch s.doc.entity(unit).Type {
		case graph.Unit, graph.Military:
			return true
		}
		return false
	}
	if (entry.Type == graph.Unit || entry.Type == graph.Military) && entry.Country == owner && len(entry.Parents) == 0 {
		return true
	}
	switch entry.Type {
	case graph.ArmedGroup, graph.Company, graph.Party, graph.Coalition:
		if s.doc.entity(owner).IsState {
			return false // a state's proxies and firms are no part of it
		}
	}
	for depth := 0; ok && depth < 5; depth++ {
		if slices.ContainsFunc(entry.Parents, func(d actors.Dated) bool { return d.ID == owner }) {
			return true
		}
		if entry.PartOf == "" {
			return false
		}
		entry, ok = dictionary.Entry(entry.PartOf)
	}
	return false
}
