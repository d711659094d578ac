package extract

import (
	"slices"

	"entente.example/loader/text"
)

// bearers gives whom a phrase with a preposition describes, of which the noun group is the noun: "X is on Y's payroll",
// "X, under Y's protection since May, held the town", "fighters of X on the payroll of Y".
func (s *sentence) bearers(g *group) []*group {
	if before := s.nounBefore(g); before != nil {
		if len(before.actor) > 0 {
			return []*group{before}
		}
		if named := s.describedBy(before); named != nil {
			return []*group{named} // "X, a militia with links to Y,"
		}
	}
	k := g.index - 2
	if k > 0 && k < len(s.groups) && s.groups[k].kind == commaKind && s.groups[k-1].kind == nounKind && s.headName(s.groups[k-1]) != nil {
		return []*group{s.groups[k-1]} // "X, on the payroll of Y,"
	}
	v := s.clauseOf(g)
	if v == nil {
		return nil
	}
	if v.passive || v.subject == nil {
		return s.roleGroups("obj", v)
	}
	return []*group{v.subject}
}

// describedBy gives the named noun group that the other one describes: of "X, a militia" and "X is a militia" X, or nil.
func (s *sentence) describedBy(g *group) *group {
	for _, named := range s.groups {
		if slices.Contains(named.apposed, g) && s.headName(named) != nil {
			return named
		}
	}
	if v := s.clauseOf(g); v != nil && v.copula && !v.negated && v.complement == g && v.subject != nil && s.headName(v.subject) != nil {
		return v.subject
	}
	return nil
}

// standsBehind reports whether the noun group stands behind one of the prepositions.
func (s *sentence) standsBehind(g *group, preps []string) bool {
	if g.index > 0 && g.index-1 < len(s.groups) && s.groups[g.index-1].kind == prepKind {
		return slices.Contains(preps, s.groups[g.index-1].lemma)
	}
	return slices.Contains(preps, g.prep)
}

// made reports whether one of the words tells what the verb makes of its object: "kept X afloat", "X is kept alive".
func (s *sentence) made(v *group, words []string) bool {
	from := v.last
	if o := v.object; o != nil && !v.passive {
		if from = o.last; o.index < v.index {
			from = v.last // "X, whom Y kept alive"
		}
	}
	for i := from; i < min(from+2, len(s.lower)); i++ {
		if slices.Contains(words, s.lower[i]) {
			return true
		}
	}
	return false
}

// noLonger reports whether what the verb tells has ended: "no longer holds X".
func (s *sentence) noLonger(v *group, _ []string) bool {
	before := s.lower[max(v.first-2, 0):v.last]
	return slices.Contains(before, "longer") && slices.Contains(before, "no")
}

// besideWith reports whether the noun before the group stands behind "with": "with Iran behind it".
func (s *sentence) besideWith(g *group) bool {
	before := s.nounBefore(g)
	return before != nil && g.pronoun && s.standsBehind(before, []string{"with"})
}

// objectIs reports whether one of the words follows the verb's object, as what it is called or held to be: "calls X a
// traitor", "held X responsible".
func (s *sentence) objectIs(v *group, words []string) bool {
	o := v.object
	if o == nil || v.passive {
		return false
	}
	for i := max(o.first, v.last); i < min(o.last+4, len(s.lower)); i++ {
		switch {
		case slices.Contains(words, s.lower[i]):
			return true
		case i >= o.last && (s.tokens[i].Tag.IsVerb() || s.tokens[i].Tag == text.Comma || s.tokens[i].Tag == text.IN):
			return false
		}
	}
	return false
}

// verbIs reports whether the noun group is the subject or the object of one of the verbs.
func (s *sentence) verbIs(g *group, verbs []string) bool {
	return g.verb != nil && (g.role == "subj" || g.role == "obj") && slices.Contains(verbs, g.verb.lemma)
}

// ownGoods reports whether none of the words stands before the object, before the subject of a passive verb, before what stands behind
// "with" or before the noun itself, and nothing behind tells that they were taken: goods that were "captured" come from nobody.
func (s *sentence) ownGoods(anchor *group, words []string) bool {
	goods := []*group{anchor}
	if anchor.kind == verbKind {
		goods = append(s.argumentsOf(anchor, "with"), s.roleGroups("obj", anchor)...)
	}
	return !slices.ContainsFunc(goods, func(g *group) bool { return s.precededBy(g, words...) || s.booty(g) })
}

// booty reports whether a participle or a clause right behind tells that the goods were taken: "weapons seized from Chad", "tanks that it
// had captured".
func (s *sentence) booty(g *group) bool {
	for k := g.index + 1; k < len(s.groups) && k <= g.index+3; k++ {
		if v := s.groups[k]; v.kind == verbKind && (v.subject == g && v.passive || v.object == g && !v.passive) {
			return s.doc.reader.frames.calledBy(v.lemma, "fights.booty")
		}
	}
	return false
}
