package extract

import (
	"slices"
	"strings"

	"entente.example/loader/text"
)

// weapon reports whether a name that the dictionary lacks is the make of a weapon, by its first word or by its number:
// "Mirages", "Su-25", "Bayraktar TB2".
func (s *sentence) weapon(n *name) bool {
	if n.known() || n.last-n.first > 1 && isBody(n.shape) {
		return false // "the Leopards of Zxyab"
	}
	if s.doc.reader.classes.any(text.Lemma(s.lower[n.first], text.NNS), "model") || s.doc.reader.classes.has("model", s.lower[n.first]) {
		return true
	}
	if n.last-n.first > 1 && s.doc.reader.classes.has("model", s.lower[n.first]+"_"+text.Lemma(s.lower[n.first+1], text.NNS)) {
		return true
	}
	letters, number, ok := strings.Cut(s.text(n.first, n.last), "-")
	return ok && len(letters) <= 4 && number != "" && number[0] >= '0' && number[0] <= '9'
}

// armament resolves weapons called by their make to who has them: "French Mirages", "Russia's Su-25s", "F-15s of the US Navy".
func (s *sentence) armament(g *group, n *name) []ref {
	if g.possessor != nil {
		return s.owned(g, g.possessor.actor, false)
	}
	if g.pronominal != nil {
		return s.owned(g, g.pronominal.actor, false)
	}
	var refs []ref
	for _, k := range g.names {
		if m := &s.names[k]; m != n {
			refs = append(refs, s.nameRefs(g, m, "body")...)
		}
	}
	for _, a := range g.after {
		if len(refs) == 0 && a.prep == "of" {
			s.resolveGroup(a.noun)
			return s.owned(g, a.noun.actor, false)
		}
	}
	for i := range refs {
		refs[i].group, refs[i].force = g, true
	}
	if len(refs) == 0 && s.unnamed(g) {
		return s.strikers(g) // "Tornados attacked a convoy" in a report on British strikes
	}
	return refs
}

// nameOfShip makes the word for a ship the head of a noun group that ends in the ship's name, which is nobody and no place: "the
// Russian cruiser Moskva".
func (s *sentence) nameOfShip(g *group) {
	first := g.head
	n := s.nameAt(g.head)
	if n == nil {
		n = s.nameBefore(g.head + 1)
	}
	if n != nil {
		first = n.first
	}
	if first <= g.first || !s.tokens[g.head].Tag.IsName() || !s.doc.reader.classes.has("vessel", s.lower[first-1]) {
		return
	}
	g.head = first - 1
	g.names = slices.DeleteFunc(g.names, func(k int) bool { return s.names[k].first >= first })
}
