package extract

import (
	"slices"

	"entente.example/graph"
)

// matchRoster: a list of states or bodies that stands beside a body or a word for its members, with no more than a sign or
// "is" between: "the Central Powers - Germany, Bulgaria -", "NATO's Baltic members, Estonia and Latvia", "members of the GCC
// are Oman and Qatar".
func (s *sentence) matchRoster(g *group) {
	words := s.doc.reader.classes.has("membership", g.lemma) && s.numerous(g) && s.headName(g) == nil
	var body []ref
	switch {
	case words:
		if body = s.alliance(g); len(body) == 0 {
			body = s.partitioned(g)
		}
		if r, ok := s.rolled(); len(body) == 0 && ok && g.possessor == nil && g.of == nil && s.precededBy(g, "member", "constituent", "component", "founding", "participating", "contributing") {
			r.implied, r.group = true, g // no words of this sentence name it
			body = []ref{r}              // "Member groups were X and Y"
		}
	case len(g.actor) == 1 && s.headName(g) != nil:
		body = s.admit(g.actor, "alliance")
	}
	if len(body) == 0 {
		return
	}
	list := s.rosterBehind(g, words)
	if list == nil {
		return
	}
	members := s.admit(list.actor, "body")
	if len(members) < 2 || slices.ContainsFunc(members, func(r ref) bool { return r.id == body[0].id }) {
		return
	}
	if !words && !s.leagued(members) {
		return
	}
	s.noteOwner("list", g, span{g.head, g.head + 1}, members, body)
}

// partitioned gives the body of whose parts the noun group is the number: "NATO has two members", "the army is organised into
// two corps".
func (s *sentence) partitioned(g *group) []ref {
	v := g.verb
	if v == nil || v.negated || g.possessor != nil || len(g.names) > 0 || s.hadRole(g) {
		return nil
	}
	whole := v.subject
	switch {
	case g.role == "obj" && !v.passive && (v.lemma == "have" || v.lemma == "comprise" || v.lemma == "include" || v.lemma == "contain" || v.lemma == "number" || v.lemma == "field" || v.lemma == "encompass"):
	case (g.role == "into" || g.role == "of" || g.role == "in") && (v.lemma == "divide" || v.lemma == "organise" || v.lemma == "organize" || v.lemma == "subdivide" || v.lemma == "split" || v.lemma == "consist" || v.lemma == "compose" || v.lemma == "make_up" || v.lemma == "comprise"):
	default:
		return nil
	}
	if whole == nil {
		return nil
	}
	return s.admit(whole.actor, "body")
}

// leagued reports whether all are states, or none is: what a body and a list beside it have in common.
func (s *sentence) leagued(members []ref) bool {
	states := 0
	for _, r := range members {
		if s.doc.entity(r.id).IsState {
			states++
		}
	}
	return states == len(members) || states == 0
}

// rosterBehind gives the list behind the noun group g; where g is no word for members, a comma is not enough.
func (s *sentence) rosterBehind(g *group, words bool) *group {
	k := g.index + 1
	if s.groups[g.index] != g {
		return nil
	}
	if !words && k+1 < len(s.groups) && s.groups[k].kind == commaKind && s.groups[k+1].lemma == "such_as" && s.coalesced(g) {
		k++ // "the Axis of Resistance, including Hamas and Hezbollah"
	}
	for words && k+1 < len(s.groups) && s.groups[k].kind == prepKind && (s.groups[k].lemma == "of" || s.groups[k].lemma == "in") && s.groups[k+1].kind == nounKind {
		k += 2 // "members of the GCC"
	}
	if k+1 >= len(s.groups) {
		return nil
	}
	sep, list := s.groups[k], s.groups[k+1]
	switch {
	case s.dash(sep), sep.kind == commaKind && isDash(sep.lemma), sep.lemma == ":", sep.lemma == "such_as" && !words && s.coalesced(g):
	case sep.kind == commaKind && words:
	case sep.lemma == "of" && !words && s.coalesced(g):
	case sep.kind == verbKind && sep.copula && !sep.negated && !sep.passive && (words || g.plural || s.plenary(g)):
		if list = sep.complement; list == nil {
			return nil
		}
	case sep.kind == verbKind && sep.lemma == "include" && !sep.negated && words && sep.object != nil:
		list = sep.object
	default:
		return nil
	}
	if list.kind != nounKind || list.conjuncts == nil || s.headName(list.conjuncts[0]) == nil || s.headName(list.conjuncts[1]) == nil {
		return nil
	}
	return list
}

// coalesced reports whether the noun group names a coalition, so that a list behind "of" names its members.
func (s *sentence) coalesced(g *group) bool {
	return len(g.actor) == 1 && s.doc.entity(g.actor[0].id).Type == graph.Coalition
}

// plenary reports whether the body's name is a plural, as that of several powers is: "the Axis powers".
func (s *sentence) plenary(g *group) bool {
	switch s.lower[g.head] {
	case "powers", "states", "allies", "nations", "countries":
		return true
	}
	return false
}

// opensRoster reports whether what stands behind the comma is a list of the members of the body at i rather than goes on with
// it: "members of the GCC, Oman and Qatar".
func (s *sentence) opensRoster(i int) bool {
	n := s.headName(s.groups[i])
	if n == nil {
		return s.numbersMembers(i)
	}
	shape := n.shape
	if n.known() {
		shape = n.senses[0].Entry.Type
	}
	if shape != graph.Coalition && shape != graph.Organisation {
		return false
	}
	return i > 1 && s.groups[i-1].lemma == "of" && s.groups[i-2].plural && s.doc.reader.classes.has("membership", s.groups[i-2].lemma)
}

// numbersMembers reports whether the noun group counts members of a body, and as many names stand behind it: "two Freedom Army factions,
// X and Y".
func (s *sentence) numbersMembers(i int) bool {
	g := s.groups[i]
	count := slices.Index([]string{"two", "three", "four", "five"}, s.lower[g.first]) + 2
	if count < 2 || len(g.names) == 0 || !s.doc.reader.classes.has("membership", g.lemma) {
		return false
	}
	for k := i + 2; k < len(s.groups) && s.groups[k].kind == nounKind && s.headName(s.groups[k]) != nil; k++ {
		for count--; k+1 < len(s.groups) && s.groups[k+1].kind == commaKind; {
			k++
		}
		if k+1 < len(s.groups) && s.groups[k+1].kind == conjKind {
			return count == 1
		}
	}
	return false
}

// whereof gives what "which" stands for in "X, of which Y is a member", at the complement.
func (s *sentence) whereof(g *group) *group {
	for _, v := range s.groups {
		if v.kind != verbKind || !v.copula || v.complement != g || v.subject == nil {
			continue
		}
		k := v.subject.index - 1
		if k > 0 && s.groups[k].kind == relKind && s.groups[k].lemma == "which" && s.groups[k-1].lemma == "of" {
			return s.antecedent(k)
		}
		if k > 0 && s.groups[k].lemma == "which" && s.groups[k-1].kind == commaKind {
			return s.antecedent(k)
		}
	}
	return nil
}
