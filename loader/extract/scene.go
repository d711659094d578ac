package extract

import (
	"slices"
	"strings"
)

// scene gives the noun groups that say where the verb's clause happens: "in Idlib ten people were killed in air strikes".
func (s *sentence) scene(g *group) []*group {
	if g.kind == nounKind {
		if g.role == "obj" || g.role == "subj" || g.verb == nil {
			return nil
		}
		g = g.verb
	}
	found := s.argumentsOf(g, "in")
	for _, other := range s.groups {
		if other.kind == nounKind && other.verb == g && other.role == "in" && other.index < g.index {
			found = append(found, other)
		}
	}
	return found
}

// sceneOfAttack gives where an attack happens that the sentence says first: "near Aden, Saudi jets struck a convoy", "in Idlib, the army
// carried out two raids". It takes armed doers, or what armed force is used on: a state may attack a proposal in a town.
func (s *sentence) sceneOfAttack(g *group) []*group {
	v := g
	if g.kind == nounKind {
		v = g.verb
	}
	if v == nil || v.kind != verbKind || v.subject == nil || v.infinitive || v.negated {
		return nil
	}
	armed := slices.ContainsFunc(v.subject.actor, func(r ref) bool { return r.force }) || s.doc.reader.classes.has("deed", v.subject.lemma)
	if hit := v.object; !armed && (g.kind == nounKind || hit == nil || !s.doc.reader.classes.any(hit.lemma, "target", "premises") && !s.assault(hit)) {
		return nil
	}
	var found []*group
	for _, other := range s.groups {
		if other.index >= v.index {
			break
		}
		if other.kind == nounKind && other.verb == v && isSceneOfAttack(other.role) && len(other.place) > 0 && s.opensSentence(other) {
			found = append(found, other)
		}
	}
	return found
}

// assault reports whether the noun is one for an armed deed that nobody takes for anything else: "an offensive", but not "a campaign".
func (s *sentence) assault(g *group) bool {
	switch s.doc.reader.classes.kind("deed", g.lemma) {
	case "":
		return false
	case "campaign":
		return strings.HasSuffix(g.lemma, "offensive")
	}
	return true
}

// opensSentence reports whether the noun group is that of a phrase which opens its clause: "But in Idlib", "On Monday, in Idlib", "Despite
// the truce, in Idlib", but not "Despite talks in Idlib".
func (s *sentence) opensSentence(g *group) bool { return s.onlyOpening(g.index - 2) }

// onlyOpening reports whether nothing but what may open a clause stands from its beginning to the group: days, conjunctions, adverbs and
// phrases.
func (s *sentence) onlyOpening(k int) bool {
	for ; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case stopKind, quoteKind, compKind:
			return true
		case commaKind, adverbKind, prepKind, conjKind:
		case nounKind:
			if g.first < leading(s.words) || s.tellsTime(g) {
				continue
			}
			if s.groups[k+1].kind == prepKind || k == 0 || s.groups[k-1].kind != prepKind || len(g.names) > 0 && !isLocative(s.groups[k-1].lemma) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

func isSceneOfAttack(prep string) bool {
	switch prep {
	case "in", "near", "at", "outside", "around", "over", "off", "inside", "on":
		return true
	}
	return false
}

// author gives who took the decision that a clause describes: "X sold arms to Y, a decision that infuriated Z".
func (s *sentence) author(v *group) []*group {
	if v.kind != verbKind || v.link != relativeLink || v.subject == nil {
		return nil
	}
	step := v.subject
	if v.fronted != nil && v.object == v.fronted {
		step = v.fronted // "a step that Z denounced"
	}
	if step.possessor != nil || len(step.actor) > 0 {
		return nil
	}
	switch step.lemma {
	case "decision", "move", "step", "act", "action", "deal", "visit", "remark", "comment", "trip", "gesture":
	default:
		return nil
	}
	up := v.governor
	if up == nil {
		up = s.verbBefore(step.index)
	}
	if up != nil && up.kind == verbKind && up.subject != nil && !up.passive && s.groups[step.index] == step {
		return []*group{up.subject}
	}
	return nil
}

// launcher gives who did the deed that the verb is about, where a clause behind it tells: of "condemned the offensive that X launched" X.
func (s *sentence) launcher(v *group) *group {
	if v.object == nil || v.object.index >= len(s.groups) || s.groups[v.object.index] != v.object {
		return nil
	}
	for k := v.object.index + 1; k < len(s.groups) && k < v.object.index+6; k++ {
		if r := s.groups[k]; r.kind == verbKind {
			if r.object == v.object && r.subject != nil && r.subject.index > v.object.index && !r.passive {
				return r.subject
			}
			return nil
		}
	}
	return nil
}

// namedPart gives the place that the words before "of" name, of which what stands behind it only tells where it is: "the Semdinli
// district of Hakkari province".
func (s *sentence) namedPart(g *group) []ref {
	if g.of == nil || len(g.of.place) == 0 || len(g.names) == 0 {
		return nil
	}
	switch g.lemma {
	case "district", "area", "neighbourhood", "neighborhood", "quarter", "suburb", "sector", "region", "subdistrict", "countryside":
	default:
		return nil // but "the Darfur city of El Fasher"
	}
	for _, k := range g.names {
		n := &s.names[k]
		if n.last == g.head && !n.adjectival() && (!n.known() || s.isPlaceName(n)) {
			if r, ok := s.placeNamed(g, n); ok {
				return []ref{r}
			}
		}
	}
	return nil
}
