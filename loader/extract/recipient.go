package extract

import (
	"slices"

	"entente.example/graph"
)

// recipientReach is how many sentences back a text tells to whom what is given goes.
const recipientReach = 1

// aidedBefore gives to whom weapons or money go where a clause of giving leaves it out, since the text has just told whom others
// support: "Spain is sending tanks to Chad. Italy has promised howitzers." Nobody where the words tell where they go, or where the
// text told of several.
func (s *sentence) aidedBefore(v *group) []ref {
	if v.kind != verbKind || v.negated || v.object == nil || v.indirect != nil || v.passive || !s.givesGoods(v.object) && !s.alsoHelps(v) {
		return nil
	}
	if up := v.governor; v.infinitive && up != nil && up.subject != v.subject {
		return nil // who asked for it gets it
	}
	if s.tellsWhere(v) {
		return nil
	}
	var found graph.ID
	told := -1
	for _, c := range slices.Backward(s.doc.candidates) {
		if s.index-c.sentence.index > recipientReach || told >= 0 && c.sentence.index != told {
			break
		}
		if c.frame.relation != graph.Backs {
			continue
		}
		if q := c.qualifier; q.polarity == graph.Denied || q.polarity == graph.Alleged && q.modality == graph.Claimed && q.speaker != "" {
			return nil // what somebody lays to his enemies: others arm him
		}
		if found != "" && found != c.object.id {
			return nil
		}
		found, told = c.object.id, c.sentence.index
	}
	if found == "" || s.tellsOfOthers(found, told, v) {
		return nil
	}
	return []ref{{id: found, group: v, percent: sureDefinite, implied: true}}
}

// tellsOfOthers reports whether the text tells, from the sentence on in which somebody got support, of others who may be meant: "Libya
// cut its aid to the rebels. Chad paid for Niger's war; France supplied jets."
func (s *sentence) tellsOfOthers(receiver graph.ID, told int, v *group) bool {
	for index := told; index <= s.index; index++ {
		from := s.doc.sentences[index]
		givers := []graph.ID{receiver}
		for _, g := range from.groups {
			if g.role == "subj" && g.kind == nounKind {
				for _, r := range g.actor {
					givers = append(givers, r.id)
				}
			}
		}
		for i := range from.names {
			n := &from.names[i]
			if !n.known() || from == s && n.first >= v.first {
				continue
			}
			if e := n.senses[0].Entry; !e.IsPlace() && e.Type != graph.Person && !slices.Contains(givers, e.ID) {
				return true
			}
		}
	}
	return false
}

// givesGoods reports whether a noun group names weapons or money, and not whose they are: "howitzers", "$2bn".
func (s *sentence) givesGoods(g *group) bool {
	if list := g.conjuncts; list != nil {
		return slices.ContainsFunc(list, s.givesGoods)
	}
	if g.possessor != nil && len(g.possessor.actor) > 0 || !s.headIn(g, []string{"@support"}) {
		return false
	}
	kinds := s.kindsIn(g)
	return slices.Contains(kinds, graph.Weapons) || slices.Contains(kinds, graph.Funding)
}

// alsoHelps reports whether the verb says of somebody else that he, too, gives support: "Israel also lent assistance".
func (s *sentence) alsoHelps(v *group) bool {
	switch v.object.lemma {
	case "assistance", "support", "aid", "help", "backing", "training", "sanctuary", "adviser", "instructor":
	default:
		return false
	}
	if v.object.possessor != nil || v.index == 0 {
		return false
	}
	from := v.first
	if g := s.groups[v.index-1]; g.kind == adverbKind {
		from = g.first
	}
	return slices.ContainsFunc(s.lower[from:v.last], func(word string) bool { return word == "also" || word == "likewise" || word == "similarly" })
}

// tellsWhere reports whether a phrase of the verb's clause says to whom or where something goes.
func (s *sentence) tellsWhere(v *group) bool {
	for k := v.index + 1; k+1 < len(s.groups); k++ {
		g, noun := s.groups[k], s.groups[k+1]
		switch g.kind {
		case prepKind:
			switch g.lemma {
			case "to", "into", "towards", "toward", "away_from":
				return true
			case "in", "on", "for", "from", "with", "against", "at", "behind", "through", "near", "over":
				if len(noun.place)+len(noun.actor) > 0 || noun.pronoun {
					return true
				}
			}
		case verbKind, stopKind, relKind, compKind:
			return false
		}
	}
	return false
}

// destination gives where soldiers go where a clause leaves it out, since the text has just told where others did: "Chad sent a battalion to Mali; Niger sent two."
func (s *sentence) destination(v *group) []ref {
	if v.kind != verbKind || v.negated || v.object == nil || v.indirect != nil || v.passive || v.infinitive || s.tellsWhere(v) {
		return nil
	}
	var found graph.ID
	told := -1
	for _, c := range slices.Backward(s.doc.candidates) {
		if s.index-c.sentence.index > recipientReach || told >= 0 && c.sentence.index != told {
			break
		}
		if c.frame.relation == graph.DeployedTo {
			told = c.sentence.index
			if found != "" && found != c.object.id {
				return nil
			}
			found = c.object.id
		}
	}
	if found == "" {
		return nil
	}
	return []ref{{id: found, group: v, percent: sureDefinite, implied: true}}
}

// wordless gives who stands in a role that no words of the group fill.
func (s *sentence) wordless(role string, g *group) []ref {
	switch role {
	case "servicemen":
		return s.servicemen(g)
	case "beaten":
		return s.beaten(g)
	case "recipient":
		return s.aidedBefore(g)
	case "destination":
		return s.destination(g)
	case "left":
		return s.left(g)
	case "served":
		return s.served(g)
	case "bloc":
		return s.ownBloc(g)
	case "former":
		return s.heldBefore(g)
	case "struck":
		return s.struckBefore(g)
	case "same":
		return s.didBefore(g)
	case "home":
		return s.risenIn(g)
	}
	return s.titledState(g)
}
