package extract

import (
	"slices"

	"entente.example/graph"
)

// onForces reports whether the title says that the article is on a state's armed forces: "Armed Forces of Chad", "Chadian Air Force".
func (s *sentence) onForces() bool {
	return slices.ContainsFunc(s.lower, func(word string) bool { return s.doc.reader.classes.has("service", word) })
}

// onRelations reports whether the title says that the article is on a state's foreign relations.
func (d *document) onRelations() bool {
	return d.subject != "" && slices.Contains(d.sentences[0].lower, "relations")
}

// homeForces resolves "some troops", "many officers", "a contingent of 90 soldiers", "the force" in an article on a state's armed
// forces to that state: in such a one men that nobody owns are its own.
func (s *sentence) homeForces(g *group) []ref {
	d := s.doc
	if !d.onForces || len(g.names) > 0 || g.possessor != nil || g.pronominal != nil || g.loyal != nil || !s.nobodysElse(g) {
		return nil
	}
	if of := g.of; of != nil && (len(of.names) > 0 || !d.reader.classes.any(of.lemma, "serving", "force", "quantity")) {
		return nil
	}
	if s.besideNames(g) || s.othersMen(g) {
		return nil
	}
	if v := g.verb; v != nil && g.role != "subj" && v.subject != nil && slices.ContainsFunc(v.subject.actor, func(r ref) bool { return r.id != d.subject && s.abroad(r.id, d.subject) }) {
		return nil // "the UAE has deployed forces"
	}
	return []ref{{id: d.subject, group: g, force: true, percent: sureDefinite}}
}

// othersMen reports whether what follows tells whose the men are: "troops from Niger", "a battalion supplied by Russia".
func (s *sentence) othersMen(g *group) bool {
	for k := g.index + 1; k+1 < len(s.groups) && k < g.index+4; k++ {
		next := s.groups[k]
		switch {
		case next.kind == prepKind && (next.lemma == "from" || next.lemma == "by" && k == g.index+2) && len(s.groups[k+1].names) > 0:
			return true
		case next.kind == verbKind && next.finite, next.kind == commaKind:
			return false
		}
	}
	return false
}

// besideNames reports whether the noun group is an item of a list of which others name somebody.
func (s *sentence) besideNames(g *group) bool {
	return slices.ContainsFunc(s.groups, func(list *group) bool {
		return slices.Contains(list.conjuncts, g) && slices.ContainsFunc(list.conjuncts, func(item *group) bool { return len(item.names) > 0 })
	})
}

// soldiery reports whether the end is men of the army that the article is on under no name, who are no member of what "consisted of 90
// men".
func (s *sentence) soldiery(r ref) bool {
	g := r.group
	return s.doc.onForces && r.id == s.doc.subject && g != nil && g.kind == nounKind && len(g.names) == 0 && s.doc.reader.classes.has("serving", g.lemma)
}

// ownBody reports whether the body is one that no state is a member of, or one of the state's own, whose members are its soldiers rather
// than the state: "Chadian soldiers joined the rebel front", "Iraqi soldiers came. They belonged to the Republican Guard".
func (s *sentence) ownBody(state, body ref) bool {
	e := s.doc.entity(body.id)
	return s.doc.isState(state.id) && (e.Type == graph.Unit || e.ID.Listed() && (e.Type == graph.ArmedGroup || e.Type == graph.Militia) || e.Country == state.id && armed(e.Type) && e.Type != graph.Coalition)
}

// nobodysElse reports whether no word before the head says that the men are another's.
func (s *sentence) nobodysElse(g *group) bool {
	for i := g.first; i <= g.head; i++ {
		if s.doc.reader.classes.any(s.lower[i], "alien", "rebels") || s.capitalised(i) && i > g.first {
			return false
		}
	}
	return true
}

// served gives the state whose armed forces the article is about, the armed body or the partner, for who is given or taught what, where a
// clause leaves that out: "Training has been received from France", "Cuba provided instructors".
func (s *sentence) served(g *group) []ref {
	if s.title && (s.isHeading() || !s.doc.profile()) {
		return nil
	}
	if g.kind == verbKind {
		if !g.finite {
			return nil // "the Guard was trained by Sudan, with Chad providing tents"
		}
		if g.indirect != nil || slices.ContainsFunc(append(slices.Clone(g.args), g.after...), func(a argument) bool {
			return a.prep == "to" || (a.prep == "for" || a.prep == "in" || a.prep == "with" || a.prep == "against") && len(a.noun.actor)+len(a.noun.place) > 0
		}) {
			return nil
		}
		if g.object != nil && (g.object.possessor != nil || g.object.pronominal != nil && len(g.object.pronominal.actor) > 0) {
			return nil
		}
	}
	if s.doc.onForces || s.doc.onRelations() {
		return []ref{{id: s.doc.subject, group: g, implied: true, percent: sureDefinite}}
	}
	if s.doc.partners[0] != "" {
		return s.otherPartner(g)
	}
	return s.themeServed(g)
}
