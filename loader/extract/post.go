package extract

import "entente.example/graph"

// matchPost: "Near Sloviansk, soldiers of the 93rd Brigade wait for orders". Who opens a report from a front is where the report is:
// the unit whose men, or one of them, are the first that the sentence names behind the place.
func (s *sentence) matchPost(g *group) {
	f := s.doc.reader.frames.owners["post"]
	if f == nil || g.index < 2 || !s.doc.reader.classes.any(g.lemma, "soldiery", "force") {
		return
	}
	men := s.units(g)
	if len(men) == 0 {
		return
	}
	at := s.postBefore(g)
	if at == nil {
		return
	}
	s.note(trigger{frame: f, presupposed: true}, g, span{g.head, g.head + 1}, men, at.place, g)
}

// units gives the units and armed groups that the men of a noun group are of: "soldiers of the Azov Brigade", "a medic with the Azov
// Brigade".
func (s *sentence) units(g *group) []ref {
	refs := g.actor
	for _, a := range g.after {
		if len(refs) == 0 && (a.prep == "with" || a.prep == "from" || a.prep == "of" || a.prep == "in") {
			refs = a.noun.actor
		}
	}
	var units []ref
	for _, r := range refs {
		if e := s.doc.entity(r.id); e.Type == graph.Unit || e.Type == graph.ArmedGroup || e.Type == graph.Militia {
			units = append(units, r)
		}
	}
	return units
}

// postBefore gives the place that opens the sentence, where but a comma and the name of the man whom the noun group describes stand
// between it and the group.
func (s *sentence) postBefore(g *group) *group {
	k := g.index - 1
	if name := s.groups[k-1]; s.groups[k].kind == commaKind && name.kind == nounKind && k > 2 && s.groups[k-2].kind == commaKind {
		k -= 2 // "Near X, Oleksiy, a soldier with Y"
	}
	if s.groups[k].kind != commaKind {
		return nil
	}
	at := s.groups[k-1]
	if at.kind != nounKind || len(at.place) != 1 || s.isTerritory(at.place[0]) || k < 2 || s.groups[k-2].kind != prepKind {
		return nil
	}
	for _, before := range s.groups[:k-1] {
		switch before.kind {
		case verbKind, commaKind, quoteKind:
			return nil
		case nounKind:
			if s.doc.reader.classes.any(before.lemma, "deed", "talk") {
				return nil // "After talks in X, fighters of Y"
			}
		case prepKind:
			if !isLocative(before.lemma) && before.lemma != "on" && before.lemma != "of" {
				return nil // "As a result of"
			}
		}
	}
	switch s.lower[s.groups[k-2].last-1] {
	case "in", "at", "near", "outside", "around", "on", "of", "inside":
		return at
	}
	return nil
}
