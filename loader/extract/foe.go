package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// foes gives whom or what land an invasion is of that the words name no target of: "Russia's invasion", "when Russia
// invaded" in an article on Ukraine. It is the one state that the article names, on whose land the owner fought a war of wars.csv at the time.
func (s *sentence) foes(g *group, guard string) []ref {
	for _, prep := range []string{"of", "into", "on", "against", "in"} {
		if slices.ContainsFunc(s.argumentsOf(g, prep), func(a *group) bool { return len(a.place) > 0 || len(a.actor) > 0 }) {
			return nil
		}
	}
	var owners []ref
	switch {
	case g.kind == verbKind && g.subject != nil && g.object == nil && !g.passive:
		owners = s.admit(g.subject.actor, "state")
	case g.possessor != nil:
		owners = s.admit(g.possessor.actor, "state")
	case g.kind == nounKind:
		owners = s.modifiers(g, "state")
	}
	if len(owners) != 1 || g.of != nil {
		return nil
	}
	foe := s.doc.foe(owners[0].id)
	if guard == "place" {
		t, ok := s.doc.reader.dictionary.Territory(foe)
		if !ok {
			return nil
		}
		foe = t.ID
	}
	if foe == "" {
		return nil
	}
	return []ref{{id: foe, group: g, percent: sureDefinite, implied: true}}
}

// risenIn gives the state against which somebody of its own rises, where the clause names no foe and the article is about that state:
// "the Eagles Front launched an insurgency".
func (s *sentence) risenIn(v *group) []ref {
	d := s.doc
	if d.focus == "" || v.kind != verbKind || v.subject == nil || v.subject.conjuncts != nil || len(v.subject.actor) != 1 {
		return nil
	}
	for _, a := range slices.Concat(v.args, v.after) {
		switch {
		case a.prep == "against" || a.prep == "on" && len(a.noun.actor) > 0, (a.prep == "with" || a.prep == "for") && len(a.noun.actor) > 0:
			return nil
		case a.prep == "in" && len(a.noun.place) > 0 && !d.inCountry(a.noun.place[0].id, d.focus):
			return nil
		}
	}
	if o := v.object; o != nil && (s.hasPhrase(o, "against") || len(o.names) > 0) {
		return nil
	}
	who := d.entity(v.subject.actor[0].id)
	if who.Country != d.focus || who.IsState || who.Type == graph.Person && d.led(who.ID) == d.focus {
		return nil
	}
	return []ref{{id: d.focus, group: v, percent: sureDefinite, implied: true}}
}

// inCountry reports whether the place lies in the country, or is its land.
func (d *document) inCountry(place, country graph.ID) bool {
	e := d.entity(place)
	t, ok := d.reader.dictionary.Territory(country)
	return e.Country == country || ok && t.ID == place
}

// foe gives the only state of those that the article names with which the state was then at war, or nothing.
func (d *document) foe(state graph.ID) graph.ID {
	var only graph.ID
	for _, war := range d.reader.wars {
		if !d.rages(war) {
			continue
		}
		for _, side := range facing(war, state) {
			if !d.isState(side.ID) || d.votes[side.ID] == 0 || !slices.Contains(war.Countries, side.ID) {
				continue
			}
			if only != "" && only != side.ID {
				return ""
			}
			only = side.ID
		}
	}
	return only
}

// occupiers resolves "the invaders", "the occupying power" to the only state that the article names which fought a war on the land
// of the one in focus at the time, and "the defenders" to the one in focus.
func (s *sentence) occupiers(g *group) []ref {
	if !g.definite || s.lower[g.first] != "the" || g.of != nil || g.possessor != nil || len(g.names) > 0 {
		return nil
	}
	defends := false
	switch g.lemma {
	case "invader", "occupier", "aggressor", "occupant":
	case "defender":
		if defends = g.plural; !defends || g.head != g.first+1 {
			return nil
		}
	case "power", "force", "troop", "army", "soldier":
		if !s.precededBy(g, "invading", "occupying", "occupation", "invasion") || g.head != g.first+2 {
			return nil
		}
	default:
		return nil
	}
	invader := s.doc.invader()
	if invader == "" {
		return nil
	}
	if defends {
		invader = s.doc.focus
	}
	return []ref{{id: invader, group: g, percent: sureDefinite, force: true}}
}

// invader gives the only state of those that the article names that fought a war with the one in focus on its land, or nothing.
func (d *document) invader() graph.ID {
	var only graph.ID
	for _, war := range d.reader.wars {
		if d.focus == "" || !d.rages(war) || !slices.Contains(war.Countries, d.focus) {
			continue
		}
		for _, side := range facing(war, d.focus) {
			if !d.isState(side.ID) || d.votes[side.ID] == 0 {
				continue
			}
			if only != "" && only != side.ID {
				return ""
			}
			only = side.ID
			break // those behind it help
		}
	}
	return only
}

// rages reports whether the war was fought at the article's date, or in the time that an undated article tells of, which is now where it
// does not say.
func (d *document) rages(war actors.War) bool {
	switch {
	case d.day != "":
		return war.When().Covers(d.day)
	case d.era != "":
		return war.When().Covers(d.era)
	}
	_, last, ok := war.When().Bounds()
	return ok && last == ""
}

// lists reports whether the side of a war has the entity.
func lists(side []actors.Dated, id graph.ID) bool {
	return slices.ContainsFunc(side, func(d actors.Dated) bool { return d.ID == id })
}

// bothWays gives each side of a war with the one that it faces.
func bothWays(war actors.War) [][2][]actors.Dated {
	return [][2][]actors.Dated{{war.SideA, war.SideB}, {war.SideB, war.SideA}}
}

// facing gives the side that the state faces in the war, or nothing where it is on neither.
func facing(war actors.War, state graph.ID) []actors.Dated {
	for _, sides := range bothWays(war) {
		if lists(sides[0], state) {
			return sides[1]
		}
	}
	return nil
}
