package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// leavingReach is how many sentences back a text tells where the soldiers are of whom a clause says that they leave.
const leavingReach = 12

// left gives the land that soldiers leave where the clause names none, since the text has told where they went or what they hold: "Libya
// sent troops to Chad. The Libyan troops withdrew in 1981".
func (s *sentence) left(g *group) []ref {
	doer, ok := s.marching(g)
	if !ok || s.tellsOfLand(g) {
		return nil
	}
	for _, c := range slices.Backward(s.doc.candidates) {
		if s.index-c.sentence.index > leavingReach {
			break
		}
		if c.subject.id != doer || c.qualifier.polarity == graph.Denied || !s.abroadLand(doer, c.object.id) {
			continue
		}
		switch c.frame.relation {
		case graph.WithdrewFrom:
			return nil // told already
		case graph.DeployedTo, graph.Controls, graph.Captured, graph.Attacked:
			return []ref{{id: c.object.id, group: g, percent: sureDefinite, implied: true}}
		}
	}
	return s.titledGround(doer, g)
}

// givenUp gives the town that somebody takes or enters after those whom the clause tells of have left, or nil: "the army took the town after
// the rebels withdrew".
func (s *sentence) givenUp(v *group) *group {
	g := v.subject
	if !v.finite || v.passive || v.negated || v.modal != "" || v.object != nil || g == nil || g.pronoun || g.index < 2 || g.index > v.index || s.goesFrom(v) || s.hasPhrase(v, "from", "out_of", "in", "into") {
		return nil
	}
	opening := s.groups[g.index-1]
	if opening.kind != compKind || opening.lemma != "after" && opening.lemma != "as" {
		return nil
	}
	first := s.verbBefore(opening.index)
	if first == nil || first.kind != verbKind || first.passive || first.negated || first.modal != "" || first.subject == nil || first.object == nil || len(first.object.place) != 1 || s.isTerritory(first.object.place[0]) {
		return nil
	}
	if !s.doc.reader.frames.takes(first.lemma) && first.lemma != "enter" || among(g.actor, first.subject.actor) {
		return nil
	}
	return first.object
}

// titledGround gives the land of the country that the article is about, by its title, unless it is the state's own.
func (s *sentence) titledGround(state graph.ID, g *group) []ref {
	about := s.doc.focus
	if about == "" || about == state || !s.doc.sentences[0].title || !s.doc.sentences[0].mentions(about) {
		return nil
	}
	land, ok := s.doc.reader.dictionary.Territory(about)
	if !ok || !s.abroadLand(state, land.ID) {
		return nil
	}
	return []ref{{id: land.ID, group: g, percent: sureDefinite, implied: true}}
}

// mentions reports whether the sentence names the state, or its land.
func (s *sentence) mentions(state graph.ID) bool {
	return slices.ContainsFunc(s.names, func(n name) bool {
		return slices.ContainsFunc(n.senses, func(sense actors.Sense) bool { return sense.Entry.ID == state || sense.Entry.Country == state })
	})
}

// marching gives the state whose soldiers move by the verb, or by the noun for it.
func (s *sentence) marching(g *group) (graph.ID, bool) {
	var doers []ref
	switch {
	case g.kind == verbKind && g.passive && g.object == nil && g.subject != nil:
		doers = g.subject.actor
	case g.kind == verbKind && g.object != nil && s.headIn(g.object, []string{"@force"}) && len(g.object.actor) > 0:
		doers = g.object.actor
	case g.kind == verbKind && g.subject != nil:
		doers = g.subject.actor
	case g.kind == nounKind:
		doers = s.modifiers(g, "state")
		for _, of := range s.roleGroups("of", g) {
			s.resolveGroup(of)
			doers = append(doers, of.actor...)
		}
		if g.possessor != nil {
			doers = append(doers, g.possessor.actor...)
		}
	}
	if len(doers) != 1 {
		return "", false
	}
	id := doers[0].id
	if e := s.doc.entity(id); e.Type == graph.Person {
		id = s.doc.led(id)
	} else if !e.IsState && e.Country != "" && e.Type == graph.Military {
		id = e.Country
	}
	if id == "" {
		return "", false
	}
	e := s.doc.entity(id)
	return id, e.IsState || e.Type == graph.Organisation || e.Type == graph.Coalition
}

// abroadLand reports whether the place is a land, or a part of one, outside the state.
func (s *sentence) abroadLand(state, place graph.ID) bool {
	e := s.doc.entity(place)
	if !e.IsPlace() || e.Country == state {
		return false
	}
	return s.doc.isSite(place, "country") || s.doc.isSite(place, "region") || s.doc.isSite(place, "island")
}

// tellsOfLand reports whether a phrase of the clause or of the noun says where, or what it is that is left.
func (s *sentence) tellsOfLand(g *group) bool {
	if g.kind == verbKind && s.tellsWhere(g) {
		return true
	}
	for _, a := range slices.Concat(g.args, g.after) {
		switch a.prep {
		case "from", "in", "to", "into", "out_of", "on", "at", "across", "behind", "near", "of", "toward", "towards":
			if len(a.noun.place) > 0 || a.noun.pronoun || a.prep == "from" && a.noun.lemma != "date" {
				return true
			}
		}
	}
	return g.kind == verbKind && g.object != nil && len(g.object.place) > 0
}
