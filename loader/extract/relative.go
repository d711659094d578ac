package extract

// front gives a verb without an object of its own, inside a relative clause, what the pronoun stands for: "a group that
// Chad accused Sudan of arming".
func (s *sentence) front(g *group) {
	if g.object != nil || g.passive || !g.gerund && !g.infinitive {
		return
	}
	if up := g.governor; g.infinitive && up != nil && up.link == relativeLink && up.fronted != nil && up.object == up.fronted && s.doc.reader.classes.any(up.lemma, "attempt", "plan", "fail") {
		g.object, up.object = up.fronted, nil // "the town, which X had tried to take"
		return
	}
	for up, depth := g.governor, 0; up != nil && depth < 3; up, depth = up.governor, depth+1 {
		if up.link == relativeLink && up.fronted != nil && up.object != up.fronted {
			g.object = up.fronted
			return
		}
	}
}

// frontPhrase gives a verb of a relative clause the phrase that the clause begins with: "the alliance to which X belongs",
// "the army against which it fights".
func (s *sentence) frontPhrase(v *group) {
	if v.link != relativeLink || v.subject == nil {
		return
	}
	k := v.subject.index - 1
	if k < 1 || s.groups[k].kind != relKind || s.groups[k].lemma != "which" && s.groups[k].lemma != "whom" {
		return
	}
	prep := s.groups[k-1]
	if prep.kind != prepKind || prep.lemma == "of" {
		return
	}
	if over := s.antecedent(k - 1); over != nil && over != v.subject {
		v.args = append(v.args, argument{prep.lemma, over})
	}
}

// chiefsBody gives the body where a noun group is its chief behind "of", so that what follows is told of the body: "the
// Freedom Army of John Roe, crushed by France". Of all other groups it gives the group.
func (s *sentence) chiefsBody(g *group) *group {
	k := g.index
	n := s.headName(g)
	if n == nil || !s.person(n) || k < 2 || s.groups[k] != g || s.groups[k-1].lemma != "of" || s.groups[k-2].kind != nounKind {
		return g
	}
	body := s.groups[k-2]
	if m := s.headName(body); m == nil || s.person(m) || s.isPlaceName(m) {
		return g
	}
	return body
}
