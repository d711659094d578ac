package extract

// apposition marks noun groups that rename the one before: "Salem, Bani Walid's mayor,", "the LNA spokesman, Mismari,".
func (s *sentence) apposition() {
	for i := 0; i+2 < len(s.groups); i++ {
		a, comma, b := s.groups[i], s.groups[i+1], s.groups[i+2]
		if a.kind != nounKind || b.kind != nounKind || comma.kind != commaKind || a.pronoun || b.pronoun {
			continue
		}
		if i > 0 && s.groups[i-1].kind == commaKind && i > 1 && s.groups[i-2].kind == nounKind && len(s.groups[i-2].apposed) > 0 {
			continue
		}
		if s.opensMainClause(i) || i+3 < len(s.groups) && s.groups[i+3].kind == verbKind && s.groups[i+3].finite && s.phrased(i) {
			continue
		}
		namedA, namedB := s.headName(a) != nil, s.headName(b) != nil
		switch {
		case namedA && !namedB && (a.conjuncts == nil || s.conjunctsOf(b)[0].plural) && (s.describes(b) || s.describes(s.conjunctsOf(b)[0]) || s.lower[b.first] == "a" || s.lower[b.first] == "an"):
			a.apposed = append(a.apposed, s.conjunctsOf(b)...)
		case !namedA && namedB && b.conjuncts == nil && s.describes(a):
			b.apposed = append(b.apposed, a)
			a.apposed = append(a.apposed, b)
		}
	}
}

// phrased reports whether the noun group at i stands behind a preposition, so that it is no subject.
func (s *sentence) phrased(i int) bool { return i > 0 && s.groups[i-1].kind == prepKind }

// opensMainClause reports whether the comma behind the noun group at i ends an opening phrase: "With Iran's help, the
// group advanced".
func (s *sentence) opensMainClause(i int) bool {
	k := i + 3
	for k < len(s.groups) && s.groups[k].kind == adverbKind {
		k++
	}
	if k >= len(s.groups) || s.groups[k].kind != verbKind || i == 0 || s.groups[i-1].kind != prepKind {
		return false
	}
	for k = i - 1; k >= 0; k-- {
		switch s.groups[k].kind {
		case verbKind:
			return false
		case stopKind, compKind, quoteKind:
			return true
		}
	}
	return true
}

// describes reports whether the noun group is a description that a name may follow: "the group's leader, X".
func (s *sentence) describes(g *group) bool {
	return s.doc.reader.classes.any(g.lemma, "leader", "member", "grouping", "place") || s.doc.reader.frames.roles[g.lemma] != nil
}

func (s *sentence) conjunctsOf(g *group) []*group {
	if g.conjuncts != nil {
		return g.conjuncts
	}
	return []*group{g}
}

// objects collects what stands behind a verb: object, indirect object, complement, prepositions.
func (s *sentence) objects(i int, g *group) {
	k := i + 1
	for k < len(s.groups) && (s.groups[k].kind == adverbKind || s.groups[k].kind == quoteKind || s.groups[k].lemma == "both") {
		k++
	}
	if k < len(s.groups) && s.groups[k].kind == adjKind && g.copula {
		g.complement = s.groups[k]
		k++
	}
	if k < len(s.groups) && s.groups[k].kind == nounKind {
		switch first := s.groups[k]; {
		case g.copula:
			g.complement = first
		case first == g.subject:
		case s.opensComplement(k, g):
			return
		case g.object == nil || g.link != relativeLink || g.fronted != nil && s.headName(first) != nil:
			if g.fronted != nil && s.doc.reader.classes.has("give", g.lemma) {
				g.indirect = first // "the arms that Iran gave Hezbollah"
				first.verb, first.role = g, "iobj"
			} else if k+1 < len(s.groups) && s.groups[k+1].kind == nounKind && !g.passive && !first.conjunctive() && s.doc.reader.classes.has("give", g.lemma) {
				g.indirect, g.object = first, s.groups[k+1]
				s.groups[k+1].verb, s.groups[k+1].role = g, "obj"
				first.verb, first.role = g, "iobj"
				k++
			} else {
				g.object = first
				first.verb, first.role = g, "obj"
			}
		}
		k++
	}
	s.prepositions(k, g)
}

// opensComplement reports whether the noun group at k is not the verb's object but the subject of the clause that the
// verb reports: "denied the army attacked".
func (s *sentence) opensComplement(k int, v *group) bool {
	switch s.lower[s.groups[k].first] {
	case "he", "she", "they", "we", "i":
		return true
	}
	next := k + 1
	for next < len(s.groups) && s.groups[next].kind == adverbKind {
		next++
	}
	return s.doc.reader.reports(v.lemma) && !v.passive && next < len(s.groups) && s.groups[next].kind == verbKind && s.groups[next].finite
}

func (g *group) conjunctive() bool { return g.conjuncts != nil }

// prepositions collects the prepositional phrases that may depend on the verb, up to the next clause.
func (s *sentence) prepositions(k int, g *group) {
	for ; k < len(s.groups); k++ {
		switch next := s.groups[k]; next.kind {
		case prepKind:
			if k+1 < len(s.groups) && s.groups[k+1].kind == nounKind {
				noun := s.groups[k+1]
				g.args = append(g.args, argument{next.lemma, noun})
				if noun.verb == nil {
					noun.verb, noun.role, noun.prep = g, next.lemma, next.lemma
				}
				k++
			} else if k+1 < len(s.groups) && s.groups[k+1].kind == verbKind {
				return
			}
		case adverbKind, commaKind, quoteKind, bracketKind:
			if next.kind == commaKind && k+1 < len(s.groups) && s.groups[k+1].kind != prepKind {
				return
			}
		case conjKind:
			if k+1 >= len(s.groups) || s.groups[k+1].kind != prepKind {
				return
			}
		default:
			return
		}
	}
}

// argumentsOfNoun collects the prepositional phrases right behind a noun group.
func (s *sentence) argumentsOfNoun(i int, g *group) {
	for k := i + 1; k+1 < len(s.groups); k += 2 {
		if s.groups[k].kind == conjKind && k+2 < len(s.groups) && s.groups[k+1].kind == prepKind {
			k++
		}
		if s.groups[k].kind != prepKind || s.groups[k+1].kind != nounKind {
			break
		}
		g.after = append(g.after, argument{s.groups[k].lemma, s.groups[k+1]})
	}
}

// depend ties a noun group to the verb whose subject it is, or before which its phrase stands.
func (s *sentence) depend(i int, g *group) {
	if i > 0 && s.groups[i-1].kind == prepKind {
		g.prep = s.groups[i-1].lemma
	}
	for k := i + 1; k < len(s.groups); k++ {
		v := s.groups[k]
		if v.kind == stopKind {
			break
		}
		if v.kind == verbKind && v.lemma != "" {
			if v.subject == g {
				g.verb, g.role = v, "subj"
				return
			}
			if g.prep != "" && v.finite {
				g.verb, g.role = v, g.prep
				return
			}
		}
	}
	for _, v := range s.groups {
		if v.kind == verbKind && v.subject == g {
			g.verb, g.role = v, "subj"
			return
		}
	}
	if v := s.verbBefore(i); v != nil && g.prep != "" {
		g.verb, g.role = v, g.prep
	}
}
