package extract

import (
	"entente.example/graph"
)

// reflexive resolves the "its" at the head of a noun group to the subject of the verb that the group depends on, as
// "Rwanda ended its offensive" asks, or to whom that verb drives out of a place.
func (s *sentence) reflexive(g, pronoun *group) []ref {
	if pronoun.lemma != "its" && pronoun.lemma != "their" || g.verb == nil || g.role == "subj" {
		return nil
	}
	v := g.verb
	if g.role == "from" {
		return s.ownerRefs(v.object, pronoun)
	}
	for depth := 0; v != nil && depth < 3; depth++ {
		if refs := s.ownerRefs(v.subject, pronoun); refs != nil {
			return refs
		}
		for _, by := range s.argumentsOf(v, "by") {
			if refs := s.ownerRefs(by, pronoun); refs != nil && v.passive {
				return refs
			}
		}
		if v.link != toLink && v.link != prepositional && v.link != jointLink {
			return nil
		}
		v = v.governor
	}
	return nil
}

// ownerRefs gives whom the noun group stands for where the possessive pronoun may mean them.
func (s *sentence) ownerRefs(owner, pronoun *group) []ref {
	if owner == nil || owner.pronoun || len(owner.actor) > 1 && pronoun.lemma == "its" {
		return nil
	}
	var refs []ref
	for _, r := range owner.actor {
		if s.doc.entity(r.id).Type == graph.Person {
			return nil
		}
		r.group = pronoun
		refs = append(refs, r.less(surePronoun))
	}
	return refs
}

func isPossessive(word string) bool {
	return word == "its" || word == "their" || word == "his" || word == "her" || word == "our"
}

// possessive makes a group of the "its" at the head of a noun group, once, when the group is resolved: later mentions
// have no part in it.
func (s *sentence) possessive(g *group) *group {
	if g.pronominal != nil {
		return g.pronominal
	}
	p := &group{kind: nounKind, first: g.first, last: g.first + 1, head: g.first, lemma: s.lower[g.first], index: g.index}
	p.pronoun = true
	if p.actor = s.reflexive(g, p); len(p.actor) == 0 {
		p.actor = s.doc.pronoun(s, p)
	}
	g.pronominal = p
	return p
}

func isPluralPronoun(word string) bool {
	return word == "they" || word == "them" || word == "we" || word == "us"
}

// pronoun resolves he, it, they and their possessives to the nearest mention of the right sort, subjects first.
func (d *document) pronoun(s *sentence, g *group) []ref {
	word := g.lemma
	if word == "we" || word == "us" || word == "our" || word == "ours" {
		return s.speaking(g)
	}
	person := word == "he" || word == "she" || word == "him" || word == "his" || word == "her"
	plural := word == "they" || word == "them" || word == "their"
	if !person && !plural && word != "it" && word != "its" {
		return nil
	}
	var fallback []ref
	for i := len(d.history) - 1; i >= 0 && s.index-d.history[i].sentence <= pronounReach; i-- {
		m := d.history[i]
		if len(m.refs) == 0 {
			continue
		}
		isPerson := d.entity(m.refs[0].id).Type == graph.Person
		if isPerson != person && !plural || plural && isPerson && len(m.refs) == 1 {
			continue
		}
		if sameClause(g, m) {
			continue
		}
		if plural && !m.plural && len(m.refs) == 1 && !armed(d.entity(m.refs[0].id).Type) || !plural && len(m.refs) > 1 {
			continue
		}
		refs := make([]ref, len(m.refs))
		for k, r := range m.refs {
			refs[k] = r.less(surePronoun)
			refs[k].group = g
		}
		if g.role == "obj" && g.verb != nil && !isPossessive(word) && m.sentence == s.index {
			return refs // "gave Roe arms that let him fight": the nearest, not who gave
		}
		if m.role == "subj" || fallback != nil && d.history[i].sentence < s.index-1 {
			if m.role == "subj" {
				return refs
			}
			break
		}
		if fallback == nil {
			fallback = refs
		}
	}
	return fallback
}

// sameClause reports whether the mention is the subject of the verb whose object the pronoun is: "Roe attacked him" is about
// two.
func sameClause(g *group, m mention) bool {
	return m.verb != nil && m.role == "subj" && g.verb == m.verb && g.role != "subj" && !isPossessive(g.lemma)
}
