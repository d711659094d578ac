package extract

import (
	"entente.example/graph"
	"entente.example/graph/actors"
)

// kindred resolves a people that is also a state's, in another country's war: "Serb positions" around Sarajevo are those of the
// Bosnian Serbs. Where the text before and beside it tells of no country in which the people has a body of its own, it is
// nobody that the dictionary's name would not be.
func (s *sentence) kindred(n *name) (*actors.Entry, bool) {
	people := s.lower[n.first]
	if people[len(people)-1] == 's' {
		people = people[:len(people)-1]
	}
	if !s.doc.reader.classes.has("ethnonym", people) || s.organisation(n.last-1) == graph.Party {
		return nil, false // "the Serb List" is a party
	}
	for _, country := range s.settings(n) {
		state, ok := s.doc.reader.dictionary.Entry(country)
		if !ok {
			continue
		}
		for _, adjective := range state.Adjectives {
			for _, sense := range s.doc.lookup(adjective + " " + s.words[n.first] + " forces") {
				return sense.Entry, true
			}
			for _, sense := range s.doc.lookup(adjective + " " + s.words[n.first]) {
				return sense.Entry, true
			}
		}
		if n.last-n.first > 1 {
			if home := s.doc.choose(s.doc.lookup(s.words[n.first])); home.Entry != nil {
				return home.Entry, true // "Serb forces" in Kosovo are no army of Bosnia's
			}
		}
		return nil, false
	}
	return nil, false
}

// settings gives the countries in which what the sentence tells may happen: those of the places that it names, the nearest one
// first, or else of those that the text named last.
func (s *sentence) settings(n *name) []graph.ID {
	var before, behind []graph.ID
	for i := range s.names {
		other := &s.names[i]
		if other.first == n.first || !other.known() {
			continue
		}
		country := s.soilOf(other)
		switch {
		case country == "":
		case other.first < n.first:
			before = append(before, country)
		default:
			behind = append(behind, country)
		}
	}
	if len(behind) > 0 {
		return behind
	}
	if len(before) > 0 {
		return before[len(before)-1:]
	}
	for m := range s.doc.back(s, descriptionReach) {
		for _, r := range m.places {
			if e := s.doc.entity(r.id); e.Country != "" {
				return []graph.ID{e.Country}
			}
		}
	}
	return nil
}

// soilOf gives the country of a place's name, or the state whose land a name may mean.
func (s *sentence) soilOf(n *name) graph.ID {
	for _, sense := range s.doc.ranked(n.senses) {
		switch {
		case sense.Entry.IsPlace():
			return sense.Entry.Country
		case sense.Entry.IsState && sense.Form == actors.Name && isLocative(s.wordBefore(n)):
			return sense.Entry.ID
		}
	}
	return ""
}

// wordBefore gives the word before the name, or nothing.
func (s *sentence) wordBefore(n *name) string {
	if n.first == 0 {
		return ""
	}
	return s.lower[n.first-1]
}

// stateThere gives the state of another country than the one in focus in which the places stand that the clause of "government
// troops" names: "they fought government troops around Tetovo".
func (s *sentence) stateThere(g *group) graph.ID {
	var found graph.ID
	at := append([]argument(nil), g.after...)
	if g.verb != nil {
		at = append(at, g.verb.args...)
		if o := g.verb.object; o != nil && g.role == "subj" && s.doc.focus == "" {
			at = append(at, argument{prep: "obj", noun: o}) // "The army retook Kidal"
		}
		for _, o := range s.groups[:g.index] {
			if o.kind == nounKind && o.verb == g.verb && o != g {
				at = append(at, argument{prep: o.role, noun: o}) // "In Quetta the army"
			}
		}
	}
	for _, a := range at {
		if !isLocative(a.prep) && !(a.prep == "obj" && s.doc.reader.classes.has("retake", g.verb.lemma)) || a.noun == g || a.prep == "into" && g.verb != nil && g.verb.object != nil && g.verb.object != g {
			continue // "the army drove the rebels into Uganda": they are there then
		}
		for _, k := range a.noun.names {
			country := s.soilOf(&s.names[k])
			if country == "" || found != "" && found != country {
				return ""
			}
			found = country
		}
	}
	if found == s.doc.focus || !s.doc.isState(found) {
		return ""
	}
	return found
}

// bodyOfState reports whether the name is that of a body which states have as well, here of some state's: "the secretary of the
// Security Council", "the Supreme National Security Council".
func (s *sentence) bodyOfState(n *name) bool {
	if n.last-n.first != 2 || s.lower[n.first] != "security" || s.lower[n.last-1] != "council" || n.first == 0 {
		return false
	}
	if s.lower[n.first-1] == "national" {
		return true
	}
	for i := n.first - 1; i >= 0 && i >= n.first-3; i-- {
		if s.lower[i] == "secretary" {
			return true
		}
	}
	return false
}
