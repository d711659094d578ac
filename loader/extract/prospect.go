package extract

import (
	"slices"

	"entente.example/graph"
)

// leaveOpen takes the doubt which of two is meant at either end.
func (s *sentence) leaveOpen(subjects, objects []ref, q *qualifier) {
	if s.leftOpen(subjects) || s.leftOpen(objects) {
		q.allege(graph.Suspected)
	}
}

// leftOpen reports whether the words leave open which of two is meant: "bombed by either Russia or Syria".
func (s *sentence) leftOpen(refs []ref) bool {
	for _, r := range refs {
		if g := r.group; g != nil && g.kind == nounKind && g.last <= len(s.lower) {
			words := s.lower[max(g.first-1, 0):g.last]
			if at := slices.Index(words, "either"); at >= 0 && slices.Contains(words[at:], "or") {
				return true // "forces of either X or Y"
			}
		}
	}
	if len(refs) < 2 || refs[0].id == refs[len(refs)-1].id {
		return false
	}
	a, b := refs[0].group, refs[len(refs)-1].group
	if a == nil || b == nil || a.last > b.first || b.first > a.last+12 || b.last > len(s.lower) || !slices.Contains(s.lower[a.last:b.first], "or") {
		return false
	}
	return slices.Contains(s.lower[max(a.first-2, 0):a.last], "either")
}

// weighed gives the verb by which a clause weighs what a noun for a gain or a loss would do, "the loss of X to Y would be a
// blow", "the capture of X might open the road to Z": it has not come about. What would one day follow from it, "would later
// prove a mistake", does not tell that.
func (s *sentence) weighed(g *group) *group {
	if !s.doc.reader.classes.has("handover", g.lemma) {
		return nil
	}
	for _, v := range s.groups[g.index+1:] {
		switch {
		case v.kind == stopKind || v.kind == compKind || v.kind == relKind:
			return nil
		case v.kind == verbKind && v.subject == g && v.finite:
			switch v.modal {
			case "would", "might", "may", "could":
			default:
				return nil
			}
			if v.passive || slices.Contains(s.lower[v.first:v.last], "have") || slices.Contains(s.lower[v.first:min(v.last+1, len(s.lower))], "later") || !s.doc.reader.classes.has("bode", v.lemma) {
				return nil
			}
			return v
		case v.kind == verbKind && v.finite:
			return nil
		}
	}
	return nil
}

// tellerOf gives who says or decides what the clause of the verb tells, where it does not name who does it: Washington in
// "Washington announced that arms will be sent to Niger".
func (s *sentence) tellerOf(v *group) *group {
	for depth := 0; v != nil && depth < 3; depth++ {
		up := v.governor
		if up == nil {
			return nil
		}
		if v.link == thatLink {
			if up.passive || up.subject == nil || up.subject.pronoun && up.subject.lemma == "it" && len(up.subject.actor) == 0 {
				return nil
			}
			return up.subject
		}
		if v.link != jointLink {
			return nil
		}
		v = up
	}
	return nil
}

// targeted reports whether the noun is what somebody attacks, or would attack, which has to be there: "threatened to attack Turkish
// bases in X".
func (s *sentence) targeted(g *group) bool {
	v := g.verb
	return g.kind == nounKind && v != nil && g.role == "obj" && !v.passive && s.doc.reader.frames.hostile(v.lemma)
}

// plansDeed reports whether the verb's object is a deed that its subject plans or prepares, so that an infinitive behind tells what
// the subject means to do: "is preparing an offensive to retake X".
func (s *sentence) plansDeed(object, v *group) bool {
	if object.possessor != nil || len(object.names) > 0 || !s.doc.reader.frames.event(object.lemma) {
		return false
	}
	switch v.lemma {
	case "prepare", "plan", "plot", "mull", "weigh", "consider", "contemplate", "discuss", "announce", "order", "expect", "decide":
		return true
	}
	return false
}

// anybodysPlan reports whether nobody says whose plan the noun group before an infinitive is: "said any move to let X attack would mean
// war", "blocked a move to arm X", "warned against attempts to seize Goma".
func (s *sentence) anybodysPlan(g *group, v *group) bool {
	if g.kind != nounKind || g.verb != v || len(g.names) > 0 || g.possessor != nil || g.pronominal != nil {
		return false
	}
	classes := s.doc.reader.classes
	switch plan := classes.has("undertaking", g.lemma); g.role {
	case "obj":
		return v.lemma == "say" || plan && !v.passive && classes.any(v.lemma, "accuse", "onlook", "repel", "block") && !classes.has("espouse", v.lemma)
	case "against":
		return plan
	}
	return false
}

// soilOfDenier gives the state on whose soil others are denied or said to be: Sudan in "Sudan denied that Libyan troops are on its
// soil", where the pronoun cannot stand for the others, who would be at home there.
func (s *sentence) soilOfDenier(g, pronoun *group) []ref {
	switch g.lemma {
	case "soil", "territory", "land", "airspace", "country", "border", "side":
	default:
		return nil
	}
	v := g.verb
	if v == nil || v.link != thatLink && v.link != prepositional || v.governor == nil || v.subject == nil || v.subject == v.governor.subject || v.subject.pronoun || v.governor.subject == nil {
		return nil
	}
	if !s.doc.reader.classes.any(v.subject.lemma, "force", "rebels", "nationals") || g.role == "obj" || g.role == "subj" {
		return nil
	}
	return s.ownerRefs(v.governor.subject, pronoun)
}

// allToDo reports whether the verb tells what would have been enough, and was done or not: "all that Roe had to do was send troops".
func (s *sentence) allToDo(v *group) bool {
	do := slices.Index(s.lower[:v.first], "do")
	return do > 2 && s.lower[do-1] == "to" && slices.Contains([]string{"had", "has", "have", "needed", "need", "needs"}, s.lower[do-2]) &&
		slices.Contains(s.lower[max(do-8, 0):do-2], "all") &&
		slices.ContainsFunc(s.lower[do:v.last-1], func(word string) bool { return word == "was" || word == "is" || word == "be" })
}
