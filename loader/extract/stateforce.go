package extract

import (
	"slices"

	"entente.example/graph"
)

// bodySort is whose words a description such as "the army" shares with what the text named before.
type bodySort byte

const (
	noBody bodySort = iota
	ownArmy
	ownGovernment
)

// stateBody tells whose words the lemma is one of.
func stateBody(lemma string) bodySort {
	switch lemma {
	case "army", "military":
		return ownArmy
	case "government", "regime", "authority", "junta":
		return ownGovernment
	}
	return noBody
}

// bodySort tells what every state has, "the army", "the government", from what some do, as a junta.
func (s *sentence) bodySort(g *group) bodySort {
	if !g.definite || g.possessor != nil || g.pronominal != nil || g.of != nil || g.loyal != nil || len(g.names) > 0 || s.lower[g.first] != "the" || g.head != g.first+1 {
		return noBody
	}
	sort := stateBody(g.lemma)
	if g.lemma == "junta" || sort == ownGovernment && (s.seatedIn(g) != nil || s.inPart(g)) {
		return noBody
	}
	return sort
}

// ofStateBefore resolves "the army", "the government" to the state whose army or government the text named last, where that is another
// than the one that it is about: "The Ugandan army attacked Bunagana. The army". It is the former where the text names the latter by its
// places alone, or has just told what the former's did; of two others it is neither, and no refs are given.
func (s *sentence) ofStateBefore(g *group) []ref {
	sort := s.bodySort(g)
	if sort == noBody || s.stateThere(g) != "" {
		return nil
	}
	focus, others, acted, at := s.doc.focus, []graph.ID(nil), false, -1
	for m := range s.doc.back(s, pronounReach) {
		if at >= 0 && m.sentence != at {
			break
		}
		if sort == ownArmy && stateBody(m.lemma) != sort {
			continue // "Ugandan troops entered Goma. The army" is the one that was there
		}
		for _, r := range m.refs {
			if !s.doc.isState(r.id) || r.nationals || r.implied || sort == ownArmy && !r.force || s.sameClause(g, m) {
				continue
			}
			if at = m.sentence; r.id == focus {
				return nil
			}
			if !slices.Contains(others, r.id) {
				others = append(others, r.id)
			}
			acted = acted || (m.role == "subj" || m.role == "owner") && stateBody(m.lemma) == sort
		}
	}
	switch {
	case len(others) == 0 || !acted && s.doc.named[focus]:
		return nil
	case len(others) > 1:
		return []ref{}
	}
	return []ref{{id: others[0], group: g, percent: sureDefinite, force: sort == ownArmy}}
}
