package extract

import (
	"slices"

	"entente.example/graph"
)

// outrage is an attack by nobody whom the words name, and the town where it happened: "A car bomb killed ten people in Baghdad."
type outrage struct {
	sentence int
	place    ref
}

// recordOutrage notes where somebody unnamed attacked, by a sentence that tells of no attack of anybody's; first is its first candidate.
func (s *sentence) recordOutrage(first int) {
	d := s.doc
	if slices.ContainsFunc(d.candidates[first:], func(c candidate) bool { return c.sentence == s && c.frame.relation == graph.Attacked }) {
		return
	}
	if place, ok := s.outrageIn(s.groups); ok {
		d.outrage = outrage{s.index, place}
	}
}

// outrageIn gives the town where somebody unnamed attacked by the groups of a sentence.
func (s *sentence) outrageIn(groups []*group) (ref, bool) {
	d, told := s.doc, false
	for _, g := range groups {
		if g.kind != nounKind {
			continue
		}
		if len(g.actor) == 0 && g.possessor == nil && d.reader.classes.has("outrage", g.lemma) && !s.wieldsNone(g) {
			told = true
		}
		for _, r := range g.place {
			if s.happensAt(g) && !s.hostsTalks(g) && d.isSite(r.id, "town,city,district,base,airport,port,camp,border_crossing,road,province") && (told || s.outrageAhead(g)) {
				return r, true
			}
		}
	}
	return ref{}, false
}

// wieldsNone reports whether the attack did not happen, or is only spoken of.
func (s *sentence) wieldsNone(g *group) bool {
	return s.lower[g.first] == "no" || g.verb != nil && g.verb.negated || g.role == "of" || g.role == "against" || g.role == "about"
}

// outrageAhead reports whether an attack by nobody named is told of behind the noun group: "In Baghdad a bomb went off".
func (s *sentence) outrageAhead(g *group) bool {
	return slices.ContainsFunc(s.groups[g.index:], func(other *group) bool {
		return other.kind == nounKind && len(other.actor) == 0 && other.possessor == nil && s.doc.reader.classes.has("outrage", other.lemma) && !s.wieldsNone(other)
	})
}

// happensAt reports whether the noun group says where something happens.
func (s *sentence) happensAt(g *group) bool {
	switch g.prep {
	case "in", "at", "near", "outside", "on", "inside", "into":
		return true
	}
	return g.role == "obj"
}

// struckBefore gives where the attack was that somebody claims, or is blamed for, with no word for where: the text has just told of it.
func (s *sentence) struckBefore(v *group) []ref {
	d := s.doc
	if v.kind == nounKind && v.verb != nil && s.meansOutrage(v) {
		v = v.verb // "was behind the attack"
	}
	if _, here := s.outrageIn(s.groups[:v.index]); v.kind != verbKind || !here && (d.outrage.place.id == "" || s.index-d.outrage.sentence > pronounReach) {
		return nil
	}
	for _, prep := range []string{"for", "behind", "of", "with"} {
		for _, g := range s.argumentsOf(v, prep) {
			if !s.meansOutrage(g) {
				return nil // "claimed a separate attack", "blamed X for the delay"
			}
		}
	}
	if part := v.object; part != nil && d.reader.classes.has("part", part.lemma) && slices.ContainsFunc(s.argumentsOf(v, "in"), func(g *group) bool { return !s.meansOutrage(g) && g.lemma != "date" }) {
		return nil // "denied involvement in the talks"
	}
	hit := v.object
	if hit != nil && hit.first < v.first && !v.passive && d.reader.classes.has("outrage", hit.lemma) && !s.saysItsPlace(hit) {
		hit = nil // "killed in an attack which the army blamed on X"
	}
	if v.passive {
		hit = v.subject
	}
	if hit != nil && d.reader.classes.has("outrage", hit.lemma) && (!s.meansOutrage(hit) || s.saysItsPlace(hit)) {
		return nil // "claimed the Istanbul bombing"
	}
	for _, g := range s.groups[v.index:] {
		if g.kind == nounKind && len(g.place) > 0 && g.prep != "" && !slices.ContainsFunc(g.place, s.isTerritory) {
			return nil
		}
	}
	r, here := s.outrageIn(s.groups[:v.index])
	if !here {
		r = d.outrage.place
	}
	r = r.less(sureDefinite)
	r.group, r.implied = v, true
	return []ref{r}
}

// saysItsPlace reports whether the words for a deed name where it was.
func (s *sentence) saysItsPlace(g *group) bool {
	return len(g.names) > 0 || slices.ContainsFunc(g.after, func(a argument) bool { return len(a.noun.place) > 0 && a.prep != "by" })
}

// meansOutrage reports whether the words recall an attack: "the attack", "the two bombings", "it".
func (s *sentence) meansOutrage(g *group) bool {
	if g.pronoun {
		return g.lemma == "it" || g.lemma == "them"
	}
	return g.definite && s.doc.reader.classes.has("outrage", g.lemma) && !s.precededBy(g, "previous", "earlier", "past", "similar", "other", "separate", "last")
}
