package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// matchBelonging tries the frames that have no word of their own: who owns, modifies or stands behind "of" at a name.
func (s *sentence) matchBelonging(g *group) {
	s.matchReign(g)
	s.matchPossession(g)
	s.matchUnder(g)
	s.matchCommand(g)
	n := s.headName(g)
	if n == nil {
		if len(g.names) == 1 && s.organisation(g.head) != "" { // "Chad's DGSE security service"
			if refs := s.nameRefs(g, &s.names[g.names[0]], "body"); len(refs) == 1 {
				s.matchUnit(g, &s.names[g.names[0]], refs[0])
			}
		}
		s.matchUnitOf(g)
		return
	}
	if len(g.actor) == 0 {
		s.matchStrangerOf(g, n)
	}
	if len(g.actor) != 1 {
		return
	}
	switch e := s.doc.entity(g.actor[0].id); {
	case e.Type == graph.Person:
		s.matchPersonOf(g)
	case !e.IsState && !e.IsPlace():
		s.matchUnit(g, n, g.actor[0])
	}
}

// noteOwner notes a tie of a frame without words of its own; at is what stands for its words.
func (s *sentence) noteOwner(owner string, g *group, at span, holders, bodies []ref) {
	if f := s.doc.reader.frames.owners[owner]; f != nil {
		s.note(trigger{frame: f}, g, at, holders, bodies, g)
	}
}

// matchReign: "the Roe administration", "Roe's government", "the government under Roe": he leads the state.
func (s *sentence) matchReign(g *group) {
	if !s.doc.reader.classes.has("reign", g.lemma) || s.headName(g) != nil {
		return
	}
	var persons, states []ref
	for _, k := range g.names {
		persons = append(persons, s.nameRefs(g, &s.names[k], "person")...)
		states = append(states, s.nameRefs(g, &s.names[k], "state")...)
	}
	if g.possessor != nil {
		persons = append(persons, s.admit(g.possessor.actor, "person")...)
	}
	if g.of != nil {
		of := g.of
		if of.conjuncts != nil && !g.plural {
			of = of.conjuncts[0] // "a junta of General Roe and Admiral Doe"
		}
		persons = append(persons, s.admit(of.actor, "person")...)
	}
	for _, a := range g.after {
		if a.prep == "under" || a.prep == "of" && (g.lemma == "rule" || g.lemma == "reign") {
			persons = append(persons, s.admit(a.noun.actor, "person")...)
		}
	}
	if len(states) == 0 && len(g.names) > 0 {
		states = s.admit(g.actor, "body")
	}
	for _, person := range persons {
		held := states
		if len(held) == 0 {
			held = s.usualBody(office{first: g.first, last: g.head + 1, lemma: "ruler"}, person)
		}
		s.noteOwner("reign", g, span{g.head, g.head + 1}, []ref{person}, held)
	}
}

// matchUnder: "the National Army under General Roe".
func (s *sentence) matchUnder(g *group) {
	if s.doc.reader.classes.has("reign", g.lemma) && s.headName(g) == nil {
		return
	}
	for _, a := range g.after {
		if a.prep == "under" && s.headName(a.noun) != nil {
			persons := s.admit(a.noun.actor, "person")
			bodies := s.admit(g.actor, "armed")
			if len(bodies) == 0 && s.headName(g) != nil && len(persons) == 1 {
				led := s.leadOf(persons[0].id)
				bodies = slices.DeleteFunc(s.admit(g.actor, "body"), func(r ref) bool { return !slices.Contains(led, r.id) })
			}
			if slices.ContainsFunc(a.noun.names, func(k int) bool { return s.names[k].adjectival() }) && len(bodies) == 0 {
				continue // "Cuban troops under the Soviet general Roe": he is no Cuban
			}
			if len(bodies) == 0 && len(persons) == 1 && s.headName(g) == nil && s.doc.reader.classes.has("army", g.lemma) && len(s.leadOf(persons[0].id)) == 0 {
				s.noteOwner("member_of", g, span{a.noun.first - 1, a.noun.first}, persons, s.admit(g.actor, "state")) // "the Chadian army under Colonel Roe"
			}
			if s.doc.reader.classes.has("government", g.lemma) && len(bodies) == 0 {
				bodies = s.admit(g.actor, "state") // "Niger's junta under General Roe"
			}
			if states := s.admit(g.actor, "state"); len(bodies) == 0 && s.headName(g) == nil && len(states) == 1 && len(persons) == 1 && s.hasRank(a.noun) {
				s.noteOwner("member_of", g, span{a.noun.first - 1, a.noun.first}, persons, states) // "American divisions under General Roe"
			}
			s.noteOwner("reign", g, span{a.noun.first - 1, a.noun.first}, persons, bodies)
		}
	}
}

// lends tells the verbs whose troops are given into somebody's hands, not only sent where he is.
func lends(lemma string) bool {
	switch lemma {
	case "give", "provide", "lend", "loan", "supply", "contribute", "furnish", "grant", "extend", "offer":
		return true
	}
	return false
}

// hasRank reports whether a military rank stands before the name in the noun group.
func (s *sentence) hasRank(g *group) bool {
	for i := g.first; i < g.head; i++ {
		if s.doc.reader.classes.has("rank", strings.TrimSuffix(s.lower[i], ".")) {
			return true
		}
	}
	return false
}

// matchPossession: "Roe's National Army", "his Freedom Party": he leads it. "Chad's Roe": he leads it or belongs to it, if
// the dictionary knows so.
func (s *sentence) matchPossession(g *group) {
	owner := g.possessor
	if owner == nil && (s.lower[g.first] == "his" || s.lower[g.first] == "her") {
		owner = s.possessive(g)
	}
	if owner == nil || owner.conjuncts != nil {
		return
	}
	at := span{owner.first, owner.last}
	if len(g.names) == 0 {
		s.matchArmy(g, owner, at)
		return
	}
	if persons := s.admit(owner.actor, "person"); len(persons) == 1 {
		if !s.namesFollowing(g) {
			return
		}
		for _, k := range g.names {
			for _, body := range s.nameRefs(g, &s.names[k], "body") {
				if s.doc.entity(body.id).IsState {
					if slices.Contains(s.doc.reader.dictionary.LedBy(persons[0].id, ""), body.id) {
						s.noteOwner("possess", g, at, persons, []ref{body}) // "Saddam's Iraq"
					}
					continue
				}
				switch s.doc.entity(body.id).Type {
				case graph.ArmedGroup, graph.Party, graph.Coalition, graph.Militia, graph.Unit, graph.Military, graph.Government, graph.Company, graph.Organisation:
					s.doc.commands(persons[0].id, body.id)
					s.noteOwner("possess", g, at, persons, []ref{body})
				}
			}
		}
		return
	}
	n := s.headName(g)
	if n == nil || n.first > owner.last+1 {
		return
	}
	for _, person := range s.admit(g.actor, "person") {
		for _, body := range s.admit(owner.actor, "body") {
			switch {
			case slices.Contains(s.leadOf(person.id), body.id):
				s.noteOwner("leads", g, at, []ref{person}, []ref{body})
			case s.belongs(person.id, body.id):
				s.noteOwner("member_of", g, at, []ref{person}, []ref{body})
			case !s.doc.entity(body.id).IsState && s.doc.entity(body.id).Type != graph.Person && len(s.leadOf(person.id)) == 0:
				s.noteOwner("of", g, at, []ref{person}, []ref{body}) // "the OSCE's John Roe"
			}
		}
	}
}

// namesFollowing reports whether the noun group, whose owner is a person, names a body or its men rather than what he has to do with it: not "Roe's Hamas
// interview".
func (s *sentence) namesFollowing(g *group) bool {
	return s.headName(g) != nil || s.doc.reader.classes.any(g.lemma, "army", "force", "grouping", "government", "rebels", "organisation", "membership", "office") && g.lemma != "team" && g.lemma != "mission"
}

// matchArmy: "Roe's forces" are those that he leads.
func (s *sentence) matchArmy(g, owner *group, at span) {
	if s.headName(owner) == nil || !s.doc.reader.classes.has("army", g.lemma) {
		return
	}
	persons := s.admit(owner.actor, "person")
	if s.matchRenamedArmy(g, persons, at) || len(persons) != 1 || len(g.actor) != 1 || s.doc.entity(g.actor[0].id).Type == graph.Person {
		return
	}
	body := g.actor[0]
	body.group = g
	if s.doc.isState(body.id) && s.hasRank(owner) && !slices.Contains(s.doc.reader.dictionary.LedBy(persons[0].id, graph.Valid(s.doc.when())), body.id) {
		s.noteOwner("member_of", g, at, persons, []ref{body}) // "General Roe's troops", whatever he became later
		return
	}
	s.noteOwner("possess", g, at, persons, []ref{body})
}

// matchPersonOf: "John Roe, of the Freedom Party", "Colonel Roe of the 3rd Brigade".
func (s *sentence) matchPersonOf(g *group) {
	if g.last < len(s.tokens) && s.tokens[g.last].Tag == text.POS {
		return // "Roe's support of the rebels"
	}
	if top := s.groups[g.index]; top != g && top.conjuncts != nil && top.conjuncts[len(top.conjuncts)-1] != g {
		return // of "A, B and C of the Freedom Party" only C is
	}
	at := g.index + 1
	for at < len(s.groups) && (s.groups[at].kind == commaKind || s.groups[at].kind == adverbKind) {
		at++
	}
	if at+1 >= len(s.groups) || s.groups[at].kind != prepKind || s.groups[at].lemma != "of" && s.groups[at].lemma != "from" {
		return
	}
	for _, body := range s.groups[at+1].actor {
		e := s.doc.entity(body.id)
		n := s.headName(s.groups[at+1])
		if slices.Contains(s.leadOf(g.actor[0].id), body.id) && !s.belongs(g.actor[0].id, body.id) {
			s.noteOwner("leads", g, span{s.groups[at].first, s.groups[at].last}, g.actor, []ref{body})
		}
		if e.IsState || e.Type == graph.Person || e.IsPlace() || n == nil && !s.doc.reader.classes.has("grouping", s.groups[at+1].lemma) {
			continue
		}
		if !slices.Contains(s.leadOf(g.actor[0].id), body.id) {
			s.noteOwner("of", g, span{s.groups[at].first, s.groups[at].last}, g.actor, []ref{body})
		}
	}
}

// matchStrangerOf: a new name of two words or more that no first name tells for a person's: "Zyx Abc of the Freedom Party said".
func (s *sentence) matchStrangerOf(g *group, n *name) {
	if g.first != n.first || n.last != g.last || !s.mayBePerson(n) {
		return
	}
	next := g.index + 2
	if next >= len(s.groups) || s.groups[next-1].lemma != "of" || s.groups[next].kind != nounKind || s.lower[s.groups[next].first] != "the" {
		return
	}
	for _, body := range s.groups[next].actor {
		switch s.doc.entity(body.id).Type {
		case graph.Party, graph.ArmedGroup, graph.Militia, graph.Company, graph.Organisation:
			if r, ok := s.introducePerson(g, n); ok {
				s.noteOwner("of", g, span{s.groups[next-1].first, s.groups[next-1].last}, []ref{r}, []ref{body})
			}
		}
	}
}

// matchBracket: "NATO countries (Norway, Poland)", "the GCC (Oman and Qatar)": who stands in the bracket is a member.
func (s *sentence) matchBracket(g *group) {
	open := g.head + 1
	for _, k := range g.names {
		open = max(open, s.names[k].last)
	}
	if g.of != nil {
		open = max(open, g.of.head+1)
	}
	if open >= len(s.tokens) {
		return
	}
	dashed := isDash(s.lower[open]) && s.spaced(open) // "the Brotherhood Alliance - X, Y and Z - captured"
	if s.tokens[open].Tag != text.OpenBracket && !dashed {
		return
	}
	var members []ref
	i := open + 1
	for i < len(s.tokens) && s.tokens[i].Tag != text.CloseBracket && !(dashed && (isDash(s.lower[i]) || s.tokens[i].Tag == text.Period)) {
		n := s.nameAt(i)
		switch {
		case n != nil && !n.adjectival():
			members = append(members, s.admit(s.nameRefs(g, n, "actor"), "body")...)
			i = n.last
			continue
		case s.tokens[i].Tag == text.Comma, s.tokens[i].Tag == text.CC, s.tokens[i].Tag == text.DT, s.lower[i] == "including":
		default:
			return
		}
		i++
	}
	if len(members) < 2 || slices.ContainsFunc(members, func(r ref) bool { return len(g.actor) == 1 && r.id == g.actor[0].id }) {
		return // "(M23, aka X)" are other names
	}
	var body []ref
	switch {
	case s.doc.reader.classes.has("membership", g.lemma):
		body = s.alliance(g)
	case len(g.actor) == 1 && s.doc.entity(g.actor[0].id).Type == graph.Coalition, len(g.actor) == 1 && s.doc.entity(g.actor[0].id).Type == graph.Organisation && !dashed:
		body = g.actor
	}
	s.noteOwner("list", g, span{open, open + 1}, members, body)
}

// matchAmong: "NATO members Norway and Poland", "GCC states such as Oman".
func (s *sentence) matchAmong(g *group) {
	s.matchMenOf(g)
	if !s.doc.reader.classes.has("membership", g.lemma) || !s.numerous(g) || s.headName(g) != nil {
		return
	}
	members := g.examples
	if next := g.index + 1; members == nil && next < len(s.groups) && s.groups[next].kind == nounKind && s.groups[next].first == g.last && s.headName(s.groups[next]) != nil {
		members = s.groups[next]
	}
	if list := s.itemised(nil, g); members == nil && list != g {
		members = list
	}
	if others := s.othersBefore(g); len(others) > 0 {
		body := s.alliance(g)
		if s.precededBy(g, "its", "their") { // "Rwanda and its M23 allies" makes no member of Rwanda
			body = slices.DeleteFunc(body, func(r ref) bool { return s.doc.entity(r.id).Type == graph.ArmedGroup })
		}
		s.noteOwner("list", g, span{g.head, g.head + 1}, others, body)
	}
	if members == nil {
		return
	}
	body := s.alliance(g)
	if len(body) == 0 {
		body = s.partitioned(g)
	}
	s.noteOwner("list", g, span{g.head, g.head + 1}, s.admit(members.actor, "body"), body)
}

// matchMenOf: "fighters from the Freedom Army, including the Falcon Battalion": those whose men it tells of are parts of it.
func (s *sentence) matchMenOf(g *group) {
	if !g.plural || g.examples == nil || s.headName(g) != nil || !s.doc.reader.classes.any(g.lemma, "followers", "force") || s.doc.reader.classes.has("membership", g.lemma) {
		return
	}
	parts := s.admit(g.examples.actor, "armed")
	if len(parts) < len(g.examples.actor) || slices.ContainsFunc(s.conjunctsOf(g.examples), func(c *group) bool { return s.headName(c) == nil }) {
		return
	}
	whole := s.bodiesNamed(g)
	for _, a := range g.after {
		if a.prep == "from" || a.prep == "of" || a.prep == "in" {
			whole = append(whole, s.admit(a.noun.actor, "armed")...)
		}
	}
	if len(whole) != 1 || !armed(s.doc.entity(whole[0].id).Type) {
		return
	}
	own := slices.DeleteFunc(parts, func(r ref) bool {
		_, known := s.doc.reader.dictionary.Entry(r.id)
		return known && s.doc.entity(r.id).Type != graph.Unit && !s.partOf(r.id, whole[0].id) // "Hezbollah fighters, including Hamas"
	})
	s.noteOwner("list", g, span{g.head, g.head + 1}, own, whole)
}

// othersBefore gives whom a list names before "and other NATO members".
func (s *sentence) othersBefore(g *group) []ref {
	if !s.precededBy(g, "other", "fellow", "its", "their") || g.first == 0 || s.lower[g.first-1] != "and" {
		return nil
	}
	var others []ref
	for i, top := range s.groups {
		if k := slices.Index(top.conjuncts, g); k > 0 {
			for _, c := range top.conjuncts[:k] {
				others = append(others, s.admit(c.actor, "body")...)
			}
		} else if top == g && i >= 2 && s.groups[i-2].kind == nounKind && s.groups[i-1].kind == conjKind {
			others = s.admit(s.groups[i-2].actor, "body")
		}
	}
	return slices.DeleteFunc(others, func(r ref) bool {
		t := s.doc.entity(r.id).Type
		return t == graph.Organisation || t == graph.Coalition
	})
}

// alliance gives the body whose members a noun group speaks of: "NATO countries", "members of the GCC".
func (s *sentence) alliance(g *group) []ref {
	var found []ref
	for _, k := range g.names {
		found = append(found, s.nameRefs(g, &s.names[k], "body")...)
	}
	if s.doc.reader.classes.has("others", g.lemma) { // "NATO allies" are members of it, "NATO's allies" and "M23 allies" are not
		return slices.DeleteFunc(found, func(r ref) bool {
			t := s.doc.entity(r.id).Type
			return t != graph.Coalition && t != graph.Organisation
		})
	}
	of := g.of
	for _, a := range g.after {
		if of == nil && (a.prep == "of" || a.prep == "in") {
			of = a.noun
		}
	}
	switch {
	case len(found) > 0:
	case s.precededBy(g, "coalition"):
		found = s.doc.coalition(g)
	case g.possessor != nil:
		found = s.admit(g.possessor.actor, "body")
	case of != nil:
		found = s.admit(of.actor, "body")
	}
	return slices.DeleteFunc(found, func(r ref) bool {
		t := s.doc.entity(r.id).Type
		return t != graph.Coalition && t != graph.Organisation && t != graph.ArmedGroup
	})
}
