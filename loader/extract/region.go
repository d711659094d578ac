package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// regionOf gives the part of a country's land that a point of the compass names ("Mali's north", "the east of Chad", "eastern
// Syrian territory"), where the dictionary has it under the name of such a part ("northern Mali"); else the place itself.
func (d *document) regionOf(land ref, compass string) ref {
	entry, ok := d.reader.dictionary.Entry(land.id)
	if !ok || entry.Kind != "territory" || compassed(compass) == "" {
		return land
	}
	state, ok := d.reader.dictionary.Entry(entry.Country)
	if !ok {
		return land
	}
	for _, sense := range d.lookup(compassed(compass) + " " + state.Name) {
		if sense.Entry.IsPlace() && sense.Entry.Country == state.ID {
			land.id = sense.Entry.ID
			return land
		}
	}
	return land
}

// compassed gives the adjective of a point of the compass, as the names of parts of countries have it, or "".
func compassed(word string) string {
	word = strings.ReplaceAll(word, "-", "")
	base, _ := strings.CutSuffix(word, "ern")
	switch base {
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest":
		return base + "ern"
	}
	return ""
}

// listsParts reports whether the token, which begins the name of a part of a country, stands behind another such part: in
// "southern and central Chad" both are Chad's, and the name is Chad's alone.
func (s *sentence) listsParts(i int) bool {
	return i > 1 && (compassed(s.lower[i]) != "" || s.lower[i] == "central") && (s.lower[i-1] == "and" || s.lower[i-1] == ",") && (compassed(s.lower[i-2]) != "" || s.lower[i-2] == "central")
}

// direction reports whether "the West" at the token is only where something lies, or begins a longer name: "the West of Mali", "the
// West Bank".
func (s *sentence) direction(i, n int) bool {
	if n != 2 || s.lower[i] != "the" || compassed(s.lower[i+1]) == "" {
		return false
	}
	longer, _ := s.doc.reader.matcher.Longest(s.words, i+1)
	return longer > 1 || i+2 < len(s.words) && (s.lower[i+2] == "of" || s.capitalised(i+2))
}

// borderOf resolves "Chad's border with Sudan", "the border between Chad and Sudan", "the Chadian-Sudanese border" to the one of
// the two states. Of "the Sudanese border" the other side is who acts there, or the state that the article is about.
func (s *sentence) borderOf(g *group) []ref {
	if g.lemma != "border" && g.lemma != "frontier" || g.plural {
		return nil
	}
	var states []*actors.Entry
	add := func(refs []ref) {
		for _, r := range refs {
			if e, ok := s.doc.reader.dictionary.Entry(r.id); ok && e.IsState && !slices.Contains(states, e) {
				states = append(states, e)
			}
		}
	}
	if g.possessor != nil {
		add(g.possessor.actor)
	}
	if g.pronominal != nil {
		add(g.pronominal.actor)
	}
	for _, k := range g.names {
		if n := &s.names[k]; n.known() && n.last <= g.head {
			add([]ref{{id: n.senses[0].Entry.ID}})
		}
	}
	for _, prep := range []string{"with", "between"} {
		for _, a := range s.argumentsOf(g, prep) {
			s.resolveGroup(a)
			add(a.actor)
		}
	}
	if len(states) == 1 {
		if acting := s.actingStates(g); len(acting) == 1 {
			add([]ref{{id: acting[0]}})
		} else if len(acting) == 0 {
			add([]ref{{id: s.doc.focus}})
		}
	}
	if len(states) != 2 {
		return nil
	}
	return []ref{{id: s.doc.border(states[0], states[1]), group: g, percent: sureDefinite}}
}

// border makes the place that is the border of two states.
func (d *document) border(a, b *actors.Entry) graph.ID {
	names := []string{a.Name, b.Name}
	slices.Sort(names)
	fullName := names[0] + "–" + names[1] + " border"
	id := graph.UnknownID(fullName, "")
	d.entities[id] = graph.Entity{ID: id, Name: fullName, Type: graph.Place}
	return id
}

func isBorder(id graph.ID) bool { return !id.Listed() && strings.HasSuffix(string(id), "_border") }

// nameHalves lets "the North" and "the South" stand for the state of that half, where the article names one of the halves of a
// country that was split: "The South fled Seoul".
func (d *document) nameHalves(sentences []*sentence) {
	split := ""
	for _, s := range sentences {
		for _, n := range s.names {
			if !n.known() || !n.senses[0].Entry.IsState {
				continue
			}
			half, country, ok := strings.Cut(n.senses[0].Entry.Name, " ")
			if !ok || half != "North" && half != "South" || country != "Korea" && country != "Vietnam" && country != "Yemen" {
				continue
			}
			if split != "" && split != country {
				return
			}
			split = country
		}
	}
	if split == "" {
		return
	}
	for _, s := range sentences {
		for i := 1; i < len(s.words); i++ {
			if s.words[i] == "North" || s.words[i] == "South" {
				s.nameHalf(i, split)
			}
		}
	}
}

// nameHalf makes a name of "North" behind "the", where no name follows and it is no direction: "the North of the city".
func (s *sentence) nameHalf(i int, country string) {
	if s.lower[i-1] != "the" || s.nameAt(i) != nil || s.capitals || s.headline || i+1 < len(s.words) && (s.capitalised(i+1) || s.lower[i+1] == "of" || s.tokens[i+1].Tag.IsNoun()) {
		return
	}
	var senses []actors.Sense
	for _, sense := range s.doc.lookup(s.words[i] + " " + country) {
		if sense.Entry.IsState && sense.Form == actors.Name {
			senses = append(senses, sense)
		}
	}
	if len(senses) == 0 {
		return
	}
	at := slices.IndexFunc(s.names, func(n name) bool { return n.first > i })
	if at < 0 {
		at = len(s.names)
	}
	s.names = slices.Insert(s.names, at, name{first: i, last: i + 1, senses: senses})
	s.tokens[i].Tag = text.NNP
	s.indexNames()
}

// water reports whether the dictionary has the place as a river or a sea.
func (d *document) water(id graph.ID) bool {
	entry, ok := d.reader.dictionary.Entry(id)
	return ok && (entry.Kind == "river" || entry.Kind == "sea")
}

// runsPlace tells the words for who or what runs an airport or a base: "Deir Ezzor military airport", "Khmeimim air base".
func runsPlace(word string) bool {
	switch word {
	case "military", "international", "air", "naval", "civilian", "army", "main", "central", "national", "refugee", "displacement", "training", "detention", "residential", "industrial", "oil", "gas", "power":
		return true
	}
	return false
}

// batters reports whether "it" is what somebody shells or besieges, and stands for no other body: "they bombed it for weeks".
func (s *sentence) batters(g *group) bool {
	if !s.doc.reader.classes.has("batter", g.verb.lemma) {
		return false
	}
	by := g.verb.subject
	return by != nil && !slices.ContainsFunc(g.actor, func(r ref) bool {
		return !slices.ContainsFunc(by.actor, func(own ref) bool { return own.id == r.id })
	})
}

// isTerritory reports whether what somebody stands for is a whole country, which one enters without taking it.
func (s *sentence) isTerritory(r ref) bool {
	return strings.HasSuffix(string(r.id), string(graph.TerritoryID("")))
}
