package extract

import (
	"cmp"
	"slices"
)

// actorOf gives the actors that a noun group without conjuncts stands for. Its own words are asked first, from a name in them down to whose
// body they say that it is, and the text around them last; the first answer holds.
func (s *sentence) actorOf(g *group) []ref {
	switch {
	case s.excepted(g):
		return nil
	case g.pronoun:
		return s.doc.pronoun(s, g)
	case s.reciprocal(g):
		return s.eachOther(g)
	}
	if refs := s.firstAnswer(g, (*sentence).bodyBehind, (*sentence).stateless, (*sentence).republic); refs != nil {
		return refs
	}
	if refs := s.doc.pair(s, g); refs != nil {
		return refs
	}
	if n := s.headName(g); n != nil && s.weapon(n) {
		return s.armament(g, n)
	} else if n != nil {
		return s.named(g, n)
	}
	if n := s.initialsBehind(g); n != nil {
		return s.named(g, n)
	}
	if refs := s.doc.several(s, g); refs != nil {
		return refs
	}
	if refs := s.doc.bodies(s, g); refs != nil {
		return refs
	}
	if s.wingOfName(g) || s.backedForce(g) || s.renamesOwn(g) {
		return nil // whom it means another group names, or nobody
	}
	return s.nameless(g, s.meansForce(g), s.meansGovernment(g))
}

// firstAnswer asks whom the noun group stands for, one question after the other, until one has an answer.
func (s *sentence) firstAnswer(g *group, questions ...func(*sentence, *group) []ref) []ref {
	for _, question := range questions {
		if refs := question(s, g); refs != nil {
			return refs
		}
	}
	return nil
}

// nameless gives those whom a noun group stands for whose head is no name.
func (s *sentence) nameless(g *group, force, government bool) []ref {
	if refs := s.firstAnswer(g, (*sentence).antiRuler, (*sentence).backedByFoe, (*sentence).renamedAgency); refs != nil {
		return refs
	}
	if refs := s.namedWithin(g, force); refs != nil {
		return refs
	}
	if refs, settled := s.someones(g, force, government); settled {
		return refs
	}
	if refs := s.firstAnswer(g, (*sentence).believers, (*sentence).actingTogether, (*sentence).recalled, (*sentence).sitting, (*sentence).memberStates); refs != nil {
		return refs
	}
	if refs := s.modified(g, force, government); refs != nil {
		return refs
	}
	if refs := s.firstAnswer(g, (*sentence).missionOf, (*sentence).irregulars, (*sentence).whose, (*sentence).inCampaign); refs != nil {
		return refs
	}
	if refs, settled := s.behindOf(g, force, government); settled {
		return refs
	}
	if refs := s.from(g); force && refs != nil {
		return refs
	}
	if force && s.namesNobody(g) {
		if refs := s.ledBody(g); refs != nil {
			return refs
		}
	}
	if refs := s.described(g, force, government); refs != nil {
		return refs
	}
	if force || g.lemma == "man" && g.plural || s.raised(g) {
		return s.firstAnswer(g, (*sentence).fired, (*sentence).sortied, (*sentence).mustered)
	}
	return nil
}

// meansForce reports whether the noun group's head is a word for armed people: "forces", "rebels", "Hezbollah men", but not "merchant fleet".
func (s *sentence) meansForce(g *group) bool {
	return (s.doc.reader.classes.any(g.lemma, "force", "nationals", "rebels", "grouping") || s.menOf(g)) &&
		!s.precededBy(g, "merchant", "cargo", "commercial", "passenger", "fishing", "container", "aid", "civilian", "press")
}

// meansGovernment reports whether the noun group's head is a word for those who govern, all of them.
func (s *sentence) meansGovernment(g *group) bool {
	return s.doc.reader.classes.has("government", g.lemma) && !s.ofOnePart(g)
}

// republic resolves a word for a state that "of" names: "the former Soviet republic of Georgia".
func (s *sentence) republic(g *group) []ref {
	if g.of == nil || !s.doc.reader.classes.has("commonwealth", g.lemma) || len(g.of.actor) == 0 || s.ofOnePart(g) {
		return nil
	}
	return g.of.actor
}

// renamesOwn reports whether a name behind it tells which body of somebody's is meant: "its splinter faction, X" is X.
func (s *sentence) renamesOwn(g *group) bool {
	return (g.pronominal != nil || g.possessor != nil) && s.doc.reader.classes.has("grouping", g.lemma) && s.renamedAhead(g)
}

// someones resolves a body to its owner, or to him to whom or with whom it stands: "Yemeni troops loyal to Roe", "Haftar's forces", "its
// allies". It is settled where nobody else can be meant.
func (s *sentence) someones(g *group, force, government bool) (refs []ref, settled bool) {
	if force && g.loyal != nil {
		if refs := s.loyalists(g); refs != nil {
			return refs, true
		}
	}
	if owner := cmp.Or(g.possessor, g.pronominal); owner != nil && (force || government || s.possessedForce(g)) {
		return s.owned(g, owner.actor, government), true
	}
	refs = s.befriended(g)
	return refs, refs != nil || g.pronominal != nil
}

// behindOf resolves a body to those who stand behind "of": "the army of Chad", "the government of Libya", "dozens of rebels".
func (s *sentence) behindOf(g *group, force, government bool) (refs []ref, settled bool) {
	switch {
	case g.of == nil:
		return nil, false
	case government:
		return s.governing(g, g.of), true
	case force:
		refs = s.owned(g, g.of.actor, false)
		return refs, refs != nil
	case s.doc.reader.classes.has("quantity", g.lemma):
		return s.owned(g, g.of.actor, false), true
	}
	return nil, false
}

// namesNobody reports whether all names in the noun group only tell what its people lean to.
func (s *sentence) namesNobody(g *group) bool {
	return !slices.ContainsFunc(g.names, func(k int) bool { return !s.leaning(&s.names[k]) })
}

// possessedForce reports whether the word means a force once somebody owns it, as in paraphrased "his drive".
func (s *sentence) possessedForce(g *group) bool {
	return s.doc.reader.classes.has("owned", g.lemma)
}
