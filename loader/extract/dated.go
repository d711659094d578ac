package extract

// restoreDated repeats the verb that tells what befell a place behind each further place that has a date of its own: "Sake fell to the
// M23 on 2 May, Goma on 3 May", "A was taken by B in May and C in June".
func (s *sentence) restoreDated() {
	for i := 4; i+2 < len(s.groups); i++ {
		v := s.datedBefore(i)
		if v == nil || !s.outright(v) {
			continue
		}
		again := *v
		again.first, again.last = s.groups[i].last, s.groups[i].last
		again.finite, again.participle, again.echoes = true, false, v
		s.groups = append(s.groups[:i+1], append([]*group{&again}, s.groups[i+1:]...)...)
		i++
	}
}

// datedBefore gives the verb of the clause that the place at i, with its own date, goes on with, or nil.
func (s *sentence) datedBefore(i int) *group {
	g := s.groups[i]
	if g.kind != nounKind || s.groups[i+1].kind != prepKind || s.groups[i+2].lemma != "date" || !s.mayBeTown(g) {
		return nil
	}
	k := i - 1
	if s.groups[k].kind == conjKind && s.groups[k].lemma == "and" {
		k--
	}
	if s.groups[k].kind == commaKind {
		k--
	}
	if k == i-1 || k < 2 || s.groups[k].kind != nounKind {
		return nil
	}
	dated := false
	for ; k > 1 && s.groups[k].kind == nounKind && s.groups[k-1].kind == prepKind; k -= 2 {
		dated = dated || s.groups[k].lemma == "date"
	}
	v := s.groups[k]
	if v.kind != verbKind || k < 1 {
		return nil
	}
	if k--; v.echoes != nil {
		v = v.echoes
	} else if s.groups[k].kind == nounKind && !s.isPlaceOrState(s.groups[k]) {
		return nil
	}
	if !dated || !v.finite || v.negated || v.lemma != "fall" && !v.passive || s.groups[k].kind != nounKind && s.groups[k].kind != commaKind {
		return nil
	}
	return v
}

// mayBeTown reports whether a noun group is the name of a place, or one that nobody knows and nothing tells what it is.
func (s *sentence) mayBeTown(g *group) bool {
	n := s.headName(g)
	return n != nil && (s.isPlaceOrState(g) || !n.known() && n.shape == "")
}

// echo gives verbs that stand here only in thought the doer that is named once for both: "A was taken by B in May and C in June".
func (s *sentence) echo() {
	for _, g := range s.groups {
		first := g.echoes
		if first == nil {
			continue
		}
		own, firsts := s.doers(g), s.doers(first)
		switch {
		case len(own) == 0:
			g.args = append(g.args, firsts...)
		case len(firsts) == 0 && own[0].prep == "by":
			first.args = append(first.args, own...)
		}
	}
}

// doers gives who did what a verb tells, with "by" or "to".
func (s *sentence) doers(v *group) []argument {
	var found []argument
	for _, a := range v.args {
		if (a.prep == "by" || a.prep == "to") && a.noun.lemma != "date" {
			found = append(found, a)
		}
	}
	return found
}
