package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// kinsman gives whom the first name behind a word for a relative stands for, by his father's or brother's family name:
// "Haftar's son Saddam". It reports false for any other name.
func (s *sentence) kinsman(g *group, n *name) ([]ref, bool) {
	if n.last != n.first+1 || n.first <= g.first || !s.doc.reader.classes.has("kin", s.lower[n.first-1]) {
		return nil, false
	}
	owner := g.possessor
	if owner == nil {
		owner = g.pronominal
	}
	if owner == nil {
		return nil, true
	}
	for _, r := range s.admit(owner.actor, "person") {
		words := strings.Fields(s.doc.entity(r.id).Name)
		for _, sense := range s.doc.reader.dictionary.Lookup(s.words[n.first] + " " + words[len(words)-1]) {
			if sense.Entry.Type == graph.Person {
				return []ref{{id: sense.Entry.ID, group: g, percent: sureName}}, true
			}
		}
	}
	return nil, true
}

// inLaw takes a relative by marriage, whose word is cut at its hyphens, for one: "brother-in-law".
func (s *sentence) inLaw(g *group) {
	if k := g.head - 4; g.lemma == "law" && k >= g.first && s.tokens[k+1].Tag == text.HYPH && s.lower[k+2] == "in" && s.tokens[k+3].Tag == text.HYPH {
		g.lemma = s.lower[k] + "-in-law"
	}
}

// offshoot tells the words for a part of a movement that may live in another country.
func offshoot(word string) bool {
	switch word {
	case "affiliate", "offshoot", "franchise", "branch", "chapter", "wing", "arm", "subsidiary":
		return true
	}
	return false
}

// leadsAnother reports whether the person is known to lead another of the bodies that a text says several lead: of "groups led by Roe
// and Doe" each leads his own.
func (s *sentence) leadsAnother(person, body ref, bodies []ref) bool {
	if len(bodies) < 2 {
		return false
	}
	led := s.leadOf(person.id)
	return !slices.Contains(led, body.id) && slices.ContainsFunc(bodies, func(other ref) bool { return slices.Contains(led, other.id) })
}

// befriended tells the words between an owner and a title that make the title another's: "his friend King Roe".
func befriended(word string) bool {
	switch word {
	case "friend", "ally", "rival", "foe", "enemy", "partner", "mentor", "protector", "neighbour", "neighbor", "counterpart", "patron", "brother", "cousin", "uncle", "father", "son", "nephew", "brother-in-law", "father-in-law", "son-in-law":
		return true
	}
	return false
}

// strangeLand reports whether the word right before the office looks like the adjective of a land that nobody knows: "Ingush
// president Roe", who is no other land's.
func (s *sentence) strangeLand(g *group, o office) bool {
	i := o.first - 1
	if i < g.first || i == 0 || g.possessor != nil || s.lower[i-1] == "ethnic" || s.headline || s.capitals || !s.capitalised(i) || s.nameAt(i) != nil {
		return false
	}
	word := s.words[i]
	return s.doc.reader.adjectiveLike(word) || strings.HasSuffix(word, "ush") || strings.HasSuffix(word, "ash")
}

// splinterOf gives the body that the person is known to lead where "led by" stands behind its description, and the body
// otherwise: "the Falcon Army, a splinter of the Eagle Front led by Roe".
func (s *sentence) splinterOf(person, body ref) ref {
	led := s.leadOf(person.id)
	if len(led) == 0 || slices.Contains(led, body.id) || body.group == nil {
		return body
	}
	for k := body.group.index - 1; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case nounKind:
			for _, r := range g.actor {
				if slices.Contains(led, r.id) && s.headName(g) != nil {
					return r
				}
			}
		case prepKind, commaKind:
		default:
			return body
		}
	}
	return body
}
