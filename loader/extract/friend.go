package extract

import (
	"entente.example/graph"
	"entente.example/graph/actors"
)

// befriended resolves "its Chinese allies", "the Soviets' Cuban client": a state that is told by its adjective and by what it is
// to somebody else.
func (s *sentence) befriended(g *group) []ref {
	if g.head == g.first || !s.doc.reader.classes.has("friend", g.lemma) {
		return nil
	}
	n := s.nameBefore(g.head)
	if refs := s.bodyAsFriend(g, n); refs != nil {
		return refs
	}
	if n == nil || !n.known() || !n.has(actors.Adjective) {
		return nil
	}
	if g.possessor == nil && g.pronominal == nil {
		return nil // "a French ally" is an ally of France
	}
	if g.plural && s.doc.reader.classes.has("partner", g.lemma) && !s.doc.tellsOfBlocs() {
		return nil // in the wars of today "its Syrian allies" are rebels as a rule
	}
	sense := s.doc.choose(n.senses)
	if sense.Entry == nil || !sense.Entry.IsState {
		return nil
	}
	return []ref{{id: sense.Entry.ID, group: g, percent: sureSeat}}
}

// bodyAsFriend resolves "its Hezbollah allies" to the body that is named.
func (s *sentence) bodyAsFriend(g *group, n *name) []ref {
	if n == nil || !n.known() || !g.plural || g.pronominal == nil || g.lemma == "enemy" || g.lemma == "rival" {
		return nil
	}
	sense := s.doc.choose(n.senses)
	if sense.Entry == nil || sense.Entry.IsState || !armed(sense.Entry.Type) || sense.Entry.Type == graph.Coalition {
		return nil
	}
	return []ref{{id: sense.Entry.ID, group: g, percent: sureSeat}}
}

// tellsOfBlocs reports whether an undated text is about a time in which states had states for their allies.
func (d *document) tellsOfBlocs() bool { return d.day == "" && d.era != "" && d.era < "1990" }

// actingTogether resolves "a coalition of Britain, France and Spain" to those that it is of, where they do something together.
func (s *sentence) actingTogether(g *group) []ref {
	switch g.lemma {
	case "coalition", "alliance", "combination", "league", "bloc":
	default:
		return nil
	}
	if len(g.names) > 0 || g.possessor != nil || !s.actsOrIsFought(g) {
		return nil
	}
	for _, of := range s.partsOf(g) {
		s.resolveGroup(of)
		if refs := s.admit(of.actor, "body"); len(refs) > 1 || len(refs) == 1 && (len(of.conjuncts) > 1 || s.listGoesOn(of)) {
			return refs // one may be named alone: "a coalition of X and royalist insurgents"
		}
	}
	return nil
}

// listGoesOn reports whether a list of which others are not named goes on behind the comma: "X, exiles and royalist insurgents".
func (s *sentence) listGoesOn(g *group) bool {
	k := g.index + 2
	return k < len(s.groups) && s.groups[g.index] == g && s.groups[k-1].kind == commaKind && s.groups[k].kind == nounKind && len(s.groups[k].conjuncts) > 1
}

// actsOrIsFought reports whether the noun group does something, or is fought: it is no coalition that somebody leads, forms or leaves.
func (s *sentence) actsOrIsFought(g *group) bool {
	switch v := g.verb; {
	case v == nil || v.copula || s.doc.reader.classes.has("encompass", v.lemma):
		return false
	case g.role == "subj":
		return !s.doc.reader.classes.any(v.lemma, "emerge", "occur", "fade") && !v.passive
	case g.role == "by":
		return v.passive && !s.doc.reader.classes.has("found", v.lemma)
	case g.role == "to":
		return v.lemma == "lose"
	case g.role == "obj", g.role == "against":
		return s.doc.reader.frames.hostile(v.lemma)
	}
	return false
}
