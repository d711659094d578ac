package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
)

// guarded gives those that a noun group stands for and that meet the guard.
func (s *sentence) guarded(g *group, guard string) []ref {
	if guard == "town" {
		return slices.DeleteFunc(slices.Clone(s.guarded(g, "place")), s.isTerritory)
	}
	if guard != "place" {
		if len(g.actor) == 0 && s.doc.reader.classes.has("grouping", g.lemma) && s.headName(g) == nil && g.possessor == nil {
			return s.admit(s.namedBeside(g), guard) // "X, a group backed by Y"
		}
		if guard == "state" && len(g.actor) == 0 {
			return s.stateAround(g)
		}
		return s.admit(g.actor, guard)
	}
	if own := s.ownLand(g); own != nil {
		return own
	}
	if len(g.place) == 0 && g.lemma != "control" && g.lemma != "capital" && s.doc.reader.classes.any(g.lemma, "quantity", "place") && (g.of == nil || s.doc.reader.classes.any(g.of.lemma, "quantity", "place")) {
		for _, a := range g.after {
			if a.prep == "in" && !g.plural && s.doc.reader.classes.has("place", g.lemma) && slices.ContainsFunc(s.placesAt(a.noun), s.isTerritory) {
				break // "from a town in Niger"
			}
			if a.prep == "in" || a.prep == "of" && s.doc.reader.classes.has("place", g.lemma) && len(a.noun.place) > 0 || a.prep == "around" && g.of == nil && s.doc.reader.classes.has("quantity", g.lemma) {
				return s.placesAt(a.noun)
			}
			if (a.prep == "of" || a.prep == "near") && len(a.noun.place) > 0 {
				break // "control of Sanaa in Yemen", "a post near Sabha in Libya"
			}
		}
	}
	if places := s.placesAt(g); !s.placeExpected || len(places) > 0 && !s.lacksPlaces(g) {
		return places
	}
	return s.expectedPlaces(g)
}

// stateAround gives the state of whose land the noun group names a side: "southeastern Turkey".
func (s *sentence) stateAround(g *group) []ref {
	if len(g.place) != 1 {
		return nil
	}
	e := s.doc.entity(g.place[0].id)
	if state, ok := s.doc.reader.dictionary.Entry(e.Country); ok && state.IsState && (strings.HasSuffix(e.Name, " "+state.Name) || strings.HasSuffix(s.text(g.first, g.last), "ern "+state.Name)) {
		return []ref{{id: state.ID, group: g, percent: sureSeat}}
	}
	return nil
}

// admit filters actors by a guard.
func (s *sentence) admit(refs []ref, guard string) []ref {
	var admitted []ref
	for _, r := range refs {
		e := s.doc.entity(r.id)
		ok := !e.IsPlace()
		switch guard {
		case "person":
			ok = e.Type == graph.Person
		case "body":
			ok = ok && e.Type != graph.Person
		case "state":
			ok = e.IsState
		case "nationals":
			ok = r.nationals
		case "force":
			ok = ok && (r.force || armed(e.Type))
		case "armed":
			ok = armed(e.Type) && e.Type != graph.Company
		case "movement":
			ok = armed(e.Type) && e.Type != graph.Company || e.Type == graph.Party
		case "group":
			ok = ok && e.Type != graph.Person && !e.IsState
		case "alliance":
			ok = e.Type == graph.Organisation || e.Type == graph.Coalition || e.Type == graph.Party || s.doc.isMission(e.ID)
		case "leader":
			ok = e.Type == graph.Person || e.IsState || e.Type == graph.Organisation || e.Type == graph.Coalition
		}
		if ok {
			admitted = append(admitted, r)
		}
	}
	return admitted
}
