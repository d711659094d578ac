package extract

import (
	"slices"

	"entente.example/graph"
)

// countryActing gives the state that "the country", as a subject, or "his country" stands for.
func (s *sentence) countryActing(g *group) []ref {
	if (g.role == "subj" || s.addressee(g)) && s.isCountry(g) {
		return s.stateOf(g, g)
	}
	return s.ownCountry(g)
}

// ownCountry gives the state that "his country", "their nation" means: that of the person or the one whom the pronoun stands
// for, "Roe said his country would not send arms".
func (s *sentence) ownCountry(g *group) []ref {
	if g.plural || g.pronoun || len(g.names) > 0 || g.head != g.first+1 || !isPossessive(s.lower[g.first]) {
		return nil
	}
	switch g.lemma {
	case "country", "nation", "homeland", "republic", "kingdom":
	default:
		return nil
	}
	meant := s.possessive(g).actor
	if leader := s.leaderSaying(g.verb); leader != nil {
		meant = leader // "the Chadian leader warned that it would harm his country"
	}
	if len(meant) != 1 {
		return nil
	}
	r := meant[0]
	if !s.doc.isState(r.id) {
		if r.id = s.doc.stateOf(r.id); r.id == "" {
			return nil
		}
	}
	r.group = g
	return []ref{r}
}

// leaderSaying gives the state of the leader without a name by whose word the clause of the verb is told, or nil.
func (s *sentence) leaderSaying(v *group) []ref {
	for ; v != nil && v.governor != nil; v = v.governor {
		who := v.governor.subject
		if v.link != thatLink || who == nil || who.pronoun {
			continue
		}
		if s.headName(who) != nil || len(who.actor) != 1 || !s.doc.isState(who.actor[0].id) || !s.doc.reader.classes.has("leader", who.lemma) {
			return nil
		}
		return slices.Clone(who.actor)
	}
	return nil
}

// stateOf gives the state that a person leads or acts for, or nothing.
func (d *document) stateOf(person graph.ID) graph.ID {
	if d.entity(person).Type != graph.Person {
		return ""
	}
	for _, id := range []graph.ID{d.led(person), d.belongs(person), d.entity(person).Country} {
		if id != "" && d.isState(id) {
			return id
		}
	}
	return ""
}

func country(lemma string) bool {
	switch lemma {
	case "country", "nation", "state", "republic", "kingdom", "government", "regime":
		return true
	}
	return false
}

// addressee reports whether the verb can do to a state alone what it does to the noun group: "accused the country", "has armed the
// country", but not "left the country".
func (s *sentence) addressee(g *group) bool {
	return g.role == "obj" && g.verb != nil && (s.doc.reader.classes.any(g.verb.lemma, "accuse", "help"))
}
