package extract

import (
	"slices"

	"entente.example/graph"
)

// likewise reports whether the verb says no more than that those behind it do as was said before, or do not: "so has X", "nor did X and Y".
func (s *sentence) likewise(v *group) bool {
	if v.kind != verbKind || v.first == 0 || v.lemma != "do" && v.lemma != "have" && v.lemma != "be" || v.index+1 >= len(s.groups) {
		return false
	}
	switch s.lower[v.first-1] {
	case "so", "nor", "neither":
	default:
		return false
	}
	others := s.groups[v.index+1]
	if others.kind != nounKind || others.first != v.last || s.headName(others) == nil {
		return false
	}
	next := v.index + 2
	return next >= len(s.groups) || s.groups[next].kind == commaKind || s.groups[next].kind == stopKind
}

// matchLikewise notes of those of whom a sentence that opens so says that they do likewise what the sentence before tells of its subject: "Turkey
// has backed the council. So has Qatar."
func (s *sentence) matchLikewise() {
	k := slices.IndexFunc(s.groups[:min(len(s.groups), 2)], func(g *group) bool { return g.kind == verbKind })
	if s.index == 0 || k < 0 || s.groups[k].first != 1 || !s.likewise(s.groups[k]) {
		return
	}
	v, before := s.groups[k], s.doc.sentences[s.index-1]
	denied := s.lower[v.first-1] != "so"
	others := s.admit(s.groups[k+1].actor, "actor")
	deed := before.mainVerb()
	if deed == nil || len(others) == 0 {
		return
	}
	from := len(s.doc.candidates)
	for from > 0 && s.doc.candidates[from-1].sentence.index >= before.index {
		from--
	}
	for _, c := range s.doc.candidates[from:] {
		if c.sentence != before || c.trigger.first < deed.first || (c.qualifier.polarity == graph.Denied) != denied {
			continue
		}
		end := &c.subject
		if !isOneOf(c.subject.group, deed.subject) {
			if end = &c.object; !deed.passive || !isOneOf(c.object.group, deed.subject) {
				continue
			}
		}
		c.sentence, c.valid, c.trigger = s, "", span{v.head, v.head + 1}
		c.percent = c.percent * sureDefinite / 100
		for _, other := range others {
			*end = other
			c.subjectEnd, c.objectEnd = s.endSpan(other), span{v.last - 1, v.last - 1}
			if end == &c.object {
				c.subjectEnd, c.objectEnd = c.objectEnd, c.subjectEnd
			}
			if c.subject.id != c.object.id {
				s.doc.candidates = append(s.doc.candidates, c)
			}
		}
	}
}

// mainVerb gives the last verb of the sentence that no other governs and that has a subject, or nil.
func (s *sentence) mainVerb() *group {
	for _, v := range slices.Backward(s.groups) {
		if v.kind == verbKind && v.finite && v.subject != nil && (v.governor == nil || v.link == jointLink) {
			return v
		}
	}
	return nil
}

// isOneOf reports whether the noun group is the other one, or one of those that it lists.
func isOneOf(g, list *group) bool { return g == list || slices.Contains(list.conjuncts, g) }
