package extract

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// usualBody gives what the office of a person is of where the text does not say.
func (s *sentence) usualBody(o office, person ref) []ref {
	dictionary, classes := s.doc.reader.dictionary, s.doc.reader.classes
	leads := classes.has("leader", o.lemma) && !o.deputy && (!o.part || len(s.leadOf(person.id)) > 0)
	sovereign := classes.has("sovereign", o.lemma)
	entry, known := dictionary.Entry(person.id)
	var ids []graph.ID
	usual := cmp.Or(classes.kind("usual", s.officeWords(o)), classes.kind("usual", o.lemma))
	if usual != "" && s.doc.focus != "" && !s.doc.named[graph.ID(usual)] {
		usual = "" // Kenya has senators and an attorney general, too
	}
	switch {
	case o.first > 0 && s.lower[o.first-1] == "shadow", o.lemma == "mayor": // the opposition's, and a town's
		return nil
	case !known && s.crownOffice(o):
		ids = []graph.ID{"United_Kingdom"}
	case !known && usual != "":
		ids = []graph.ID{graph.ID(usual)}
	case !known && s.delegated(person) != "":
		ids = []graph.ID{s.delegated(person)}
	case !known && s.doc.focus != "" && !s.speaksForOther(o, s.doc.focus) && !s.newAbroad(o) && (o.lemma == "vice_president" || o.lemma == "ruler" || o.lemma == "head_of_state" || o.lemma == "president" || strings.HasSuffix(o.lemma, "minister") || s.ofStateArm(o)):
		ids = []graph.ID{s.doc.focus}
	case !known || classes.has("rank", o.lemma):
		return nil
	case leads:
		rebel := o.first > 0 && classes.any(s.lemma(o.first-1), "rebels", "grouping")
		for _, id := range s.leadOf(person.id) {
			if state := s.doc.entity(id).IsState; state && !rebel || !state && !sovereign {
				ids = append(ids, id)
			}
		}
	default:
		cabinet := strings.HasSuffix(o.lemma, "minister") || o.lemma == "vice_president"
		for _, m := range entry.MemberOf {
			if !cabinet || s.doc.entity(m.ID).IsState {
				ids = append(ids, m.ID)
			}
		}
		switch {
		case len(ids) > 0:
		case usual != "":
			ids = append(ids, graph.ID(usual))
		case cabinet && entry.Country != "":
			ids = append(ids, entry.Country)
		}
	}
	if len(ids) == 0 && leads && !sovereign && known && len(entry.MemberOf) > 0 && o.lemma != "leader" {
		ids = append(ids, entry.MemberOf[0].ID) // "was made commander-in-chief"
	}
	if len(ids) == 0 {
		return nil
	}
	r := person
	r.id, r.implied = ids[0], true
	return []ref{r.less(sureDefinite)}
}

// ofStateArm reports whether the word before the office, or its own first, is one for a part of a state, "army spokesman", "police chief",
// and the sentence names no other state whose it may be.
func (s *sentence) ofStateArm(o office) bool {
	for i := range s.names {
		if n := &s.names[i]; n.first < o.first && n.known() && n.senses[0].Entry.IsState && n.senses[0].Entry.ID != s.doc.focus {
			return false // "on the island by India's military brass including army chief Roe"
		}
	}
	if first, _, two := strings.Cut(o.lemma, "_"); two && s.doc.reader.classes.has("statearm", first) {
		return true
	}
	if o.first == 0 {
		return false
	}
	arm := s.lemma(o.first - 1)
	if o.first > 1 && s.doc.reader.classes.any(s.lemma(o.first-2), "rebels") {
		return false // "rebel military spokesman"
	}
	if o.first > 1 && s.lower[o.first-2] == "air" {
		arm = "air_" + arm
	}
	return s.doc.reader.classes.has("statearm", arm)
}

// newAbroad reports whether the office is one that the text brings up, behind a place outside the country that it is about: "When
// the ships reached Algiers, a new ruler".
func (s *sentence) newAbroad(o office) bool {
	first := o.first - 1
	for first > 0 && s.tokens[first].Tag == text.JJ {
		first--
	}
	if first < 0 || s.lower[first] != "a" && s.lower[first] != "an" {
		return false
	}
	return slices.ContainsFunc(s.groups, func(g *group) bool {
		return g.last <= first && len(g.place) > 0 && !s.doc.inCountry(g.place[0].id, s.doc.focus)
	})
}

// knownInstead drops the state that a description without a name stands for, "the army", where the dictionary knows the person for
// one of another country: his own body it is, or nothing.
func (s *sentence) knownInstead(held []ref, person ref) []ref {
	if led := s.ledByPronoun(held, person); led != nil {
		return led
	}
	if len(held) != 1 || held[0].implied || held[0].group == nil || !s.doc.entity(held[0].id).IsState || s.headName(held[0].group) != nil || len(held[0].group.names) > 0 {
		return held
	}
	entry, known := s.doc.reader.dictionary.Entry(person.id)
	if !known || entry.Country == "" || entry.Country == held[0].id || s.belongs(person.id, held[0].id) || slices.Contains(s.doc.reader.dictionary.LedBy(person.id, ""), held[0].id) {
		return held
	}
	if len(entry.MemberOf) == 0 {
		return nil
	}
	r := held[0]
	r.id = entry.MemberOf[0].ID
	return []ref{r.less(sureDefinite)}
}

// ledByPronoun gives the body that the dictionary has the person lead, where "its" before the office may as well mean that one, of which the
// article tells, and the one that it seemed to mean is another's: "The army fights the RSF. Its leader, General Dagalo," leads the RSF.
func (s *sentence) ledByPronoun(held []ref, person ref) []ref {
	if len(held) != 1 || held[0].group == nil || !held[0].group.pronoun && !isPossessive(s.lower[held[0].group.first]) {
		return nil
	}
	ids := s.leadOf(person.id)
	if len(ids) == 0 || slices.Contains(s.doc.reader.dictionary.LedBy(person.id, ""), held[0].id) || s.belongs(person.id, held[0].id) {
		return nil
	}
	for _, id := range ids {
		if s.doc.named[id] && !s.doc.within(held[0].id, id, 0) {
			r := held[0]
			r.id = id
			return []ref{r}
		}
	}
	return nil
}

// delegated gives the state whose delegation the person leads: "a Chadian delegation headed by the deputy prime minister, Roe".
func (s *sentence) delegated(person ref) graph.ID {
	for _, v := range s.groups {
		if v.kind != verbKind || v.lemma != "lead" && v.lemma != "head" {
			continue
		}
		chief, team := s.roleGroups("subj", v), s.roleGroups("obj", v)
		if len(chief) != 1 || len(team) != 1 || !slices.ContainsFunc(chief[0].actor, func(r ref) bool { return r.id == person.id }) {
			continue
		}
		switch team[0].lemma {
		case "delegation", "team", "mission":
			if states := s.bodies(team[0]); len(states) == 1 && s.doc.isState(states[0].id) {
				return states[0].id
			}
		}
	}
	return ""
}

// crownOffice reports whether an office that names no country is one of the United Kingdom's, by how its government's statements
// write it: "HM Ambassador to Yemen", "the Minister for Africa". Other countries' ministers are of their own land's affairs.
func (s *sentence) crownOffice(o office) bool {
	if o.first > 0 && (s.lower[o.first-1] == "hm" || s.lower[o.first-1] == "fcdo") {
		return true
	}
	if o.lemma != "minister" || o.last+1 >= len(s.lower) || s.lower[o.last] != "for" {
		return false
	}
	at := o.last + 1
	if s.lower[at] == "the" {
		at++
	}
	n, senses := s.doc.reader.matcher.Longest(s.words, at)
	return n > 0 && senses[0].Entry.IsPlace() && senses[0].Entry.Country == ""
}

// crown gives the state of an office that stands alone and with capitals, as governments' own statements write it: "the Foreign
// Secretary announced sanctions".
func (s *sentence) crown(g *group) graph.ID {
	o := s.officeOf(g)
	if s.crownOffice(o) {
		return "United_Kingdom"
	}
	return graph.ID(cmp.Or(s.doc.reader.classes.kind("usual", s.officeWords(o)), s.doc.reader.classes.kind("usual", o.lemma)))
}

// provincial gives the state of a governor, or of who heads a region's administration, by the region that the office names. Nobody
// is one of a state's officials because he is the mayor of a town there, unless the dictionary knows him for one.
func (s *sentence) provincial(o office, g *group, person ref) []ref {
	switch o.lemma {
	case "governor", "gov", "head", "chief", "mayor", "administrator", "prefect":
	default:
		return nil
	}
	if len(g.compounds) > 0 { // "the Russian-installed governor"
		return nil
	}
	state, province := s.landOf(g)
	if state == "" {
		return nil
	}
	if state == unitedStates && strings.HasPrefix(o.lemma, "gov") { // elected by the people there, and nobody's official
		return []ref{province}
	}
	if entry, known := s.doc.reader.dictionary.Entry(person.id); known {
		if !slices.ContainsFunc(entry.MemberOf, func(d actors.Dated) bool { return d.ID == state }) && (o.lemma != "governor" || entry.Country != state) {
			return nil
		}
	} else if o.lemma != "governor" && !s.administers(g) {
		return nil
	}
	r := person
	r.id, r.implied = state, true
	return []ref{r.less(sureDefinite)}
}

// administers reports whether the noun group, or what its "of" adds, has a word for an administration.
func (s *sentence) administers(g *group) bool {
	for _, of := range s.roleGroups("of", g) {
		if of.lemma == "administration" || of.lemma == "authority" {
			return true
		}
	}
	return false
}

// landOf gives the state in which the place is that a noun group, its owner, or what stands behind its "of" names, and the place.
func (s *sentence) landOf(g *group) (state graph.ID, place ref) {
	groups := append([]*group{g, g.possessor}, s.roleGroups("of", g)...)
	for _, in := range groups {
		if in == nil {
			continue
		}
		for _, k := range in.names {
			n := &s.names[k]
			if !n.known() || !s.isPlaceName(n) {
				continue
			}
			for _, place := range s.nameRefs(in, n, "place") {
				if e, ok := s.doc.reader.dictionary.Entry(s.doc.entity(place.id).Country); ok && e.IsState {
					return e.ID, place
				}
			}
		}
	}
	return "", ref{}
}

// homonym reports whether the name before an office is a part of the United States that is called as a state is: "a Georgia
// congresswoman".
func (s *sentence) homonym(n *name, o office) bool {
	return s.lower[n.first] == "georgia" && n.last-n.first == 1 && s.doc.reader.classes.kind("usual", o.lemma) == string(unitedStates)
}
