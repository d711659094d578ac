package extract

// ofDistrict reports whether the word beside a new name calls it a part of a town: "the Salaheddin district".
func (s *sentence) ofDistrict(n *name) bool {
	part := func(i int) bool {
		if i < 0 || i >= len(s.lower) {
			return false
		}
		switch s.lower[i] {
		case "district", "neighbourhood", "neighborhood", "quarter", "suburb", "districts", "neighbourhoods", "neighborhoods", "quarters":
			return true
		}
		return false
	}
	return part(n.last) || part(n.last-1) || n.first > 1 && s.lower[n.first-1] == "of" && part(n.first-2)
}

// districtAround reports whether the word behind the name of a town or region makes it that of the district around it: "Kasese District".
func (s *sentence) districtAround(n name) bool {
	i := n.last
	if i >= len(s.words) || s.capitals || s.headline || !s.capitalised(i) || i+1 < len(s.words) && s.capitalised(i+1) || !n.senses[0].Entry.IsPlace() || n.senses[0].Entry.Kind == "territory" {
		return false
	}
	switch s.lower[i] {
	case "district", "province", "governorate", "county", "region", "township", "municipality", "oblast", "prefecture", "department", "town", "city":
		return true
	}
	return false
}

// placesAt gives the places that a noun group names, or the town in which a new district lies.
func (s *sentence) placesAt(g *group) []ref {
	if town := s.townOf(g); town != nil {
		return town
	}
	return g.place
}

// townOf gives the town in which a new district lies by the words behind it: of "the Salaheddin district in the west of the
// city of Aleppo" Aleppo, for an attack on a part of a town is one on the town.
func (s *sentence) townOf(g *group) []ref {
	if len(g.place) != 1 || !s.doc.districts[g.place[0].id] || s.groups[g.index] != g {
		return nil
	}
	for k := g.index + 1; k+1 < len(s.groups) && s.groups[k].kind == prepKind && s.groups[k+1].kind == nounKind; k += 2 {
		if p := s.groups[k].lemma; p != "in" && p != "of" {
			return nil
		}
		for _, r := range s.groups[k+1].place {
			if e := s.doc.entity(r.id); !s.isTerritory(r) && !s.doc.districts[r.id] && s.doc.isSite(e.ID, "city,town") {
				return []ref{r}
			}
		}
	}
	return nil
}

// divided gives the town that the clause says is divided, of a part of which the noun group tells: "Aleppo is split between the
// rebel-held east and the government-held west".
func (s *sentence) divided(g *group) []ref {
	v := g.verb
	if v == nil || g.role != "between" && g.role != "into" && g.role != "among" || s.headName(g) != nil {
		return nil
	}
	switch v.lemma {
	case "divide", "split", "partition", "carve_up":
	default:
		return nil
	}
	whole := v.object
	if v.passive {
		whole = v.subject
	}
	if whole == nil {
		return nil
	}
	return s.guarded(whole, "town")
}

// ownLand gives the territory of the state for which "it" stands as a subject: "It hosts American bases".
func (s *sentence) ownLand(g *group) []ref {
	if len(g.place) > 0 || !g.pronoun || g.role != "subj" || g.lemma != "it" || len(g.actor) != 1 {
		return nil
	}
	territory, ok := s.doc.reader.dictionary.Territory(g.actor[0].id)
	if !ok {
		return nil
	}
	r := g.actor[0]
	r.id = territory.ID
	return []ref{r}
}
