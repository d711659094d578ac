package extract

// locatedBefore gives the place that what stands between two commas before "which" only locates: of "Faw, at the entrance to the Gulf, which Iran
// took" it is Faw. The noun group at k ends the phrase.
func (s *sentence) locatedBefore(rel, k int) *group {
	if s.groups[rel].lemma != "which" || k != rel-2 || s.groups[rel-1].kind != commaKind {
		return nil
	}
	for k > 2 && s.groups[k].kind == nounKind && s.groups[k-1].kind == prepKind {
		if k -= 2; s.groups[k].kind != commaKind {
			continue
		}
		located := s.groups[k-1]
		if prep := s.groups[k+1].lemma; located.kind != nounKind || !isLocative(prep) && prep != "on" && prep != "along" {
			return nil
		}
		if n := s.headName(located); n == nil && !s.doc.reader.classes.has("place", located.lemma) || n != nil && n.known() && !s.isPlaceName(n) {
			return nil
		}
		return located
	}
	return nil
}

// describedBefore gives the common noun that "that" stands for, where only a name in the phrase that describes the noun is
// nearer: "an alliance of groups linked to al-Qaeda that is led by Roe". No name takes a clause with "that".
func (s *sentence) describedBefore(rel, k int) *group {
	if s.groups[rel].lemma != "that" || k != rel-1 || s.headName(s.groups[k]) == nil {
		return nil
	}
	for k--; k > 0; k-- {
		switch g := s.groups[k]; {
		case g.kind == prepKind, g.kind == verbKind && g.participle && !g.finite:
		case g.kind == nounKind && s.headName(g) == nil:
			return g
		default:
			return nil
		}
	}
	return nil
}

// ledOf gives whom a participle right behind a list describes: who leads "A and the faction led by Roe" leads the faction alone.
func (s *sentence) ledOf(g, v *group) *group {
	if described := s.describedBody(g, v); described != nil {
		return described // "X, the armed wing of Y, led by Roe"
	}
	if backed := s.backedBody(g, v); backed != nil {
		return backed
	}
	if body := s.bodyDefined(g, v); body != nil {
		return body
	}
	if body := s.bodyComposed(v); body != nil {
		return body
	}
	if over := s.nounBefore(g); over != nil && v.participle && s.groups[g.index-1].lemma == "from" && s.peopleFrom(over) && s.isPlaceOrState(s.conjunctsOf(g)[0]) {
		return over // "exiles from Cuba trained by X"
	}
	if over := s.overName(g, v); over != nil {
		return over
	}
	if v.participle && len(g.conjuncts) > 1 {
		last := g.conjuncts[len(g.conjuncts)-1]
		switch v.lemma {
		case "lead", "head", "command", "found":
			return last
		}
		if v.first == g.last && s.namedByParticiple(last) && !s.namedByParticiple(g.conjuncts[0]) {
			return last
		}
	}
	return g
}

// overName gives the noun of which a participle tells who leads, holds or takes it, where the name between only tells what it is about or
// where it is: of "an inquiry into Hezbollah led by Roe" the inquiry, of "villages near Gao held by X" the villages. No name without a
// comma needs such words to tell which one it is.
func (s *sentence) overName(g, v *group) *group {
	if g.index < 2 || !v.participle || v.first != g.last {
		return nil
	}
	over, join := s.groups[g.index-2], s.groups[g.index-1]
	if over.kind != nounKind || s.headName(over) != nil || over.pronoun {
		return nil
	}
	if s.doc.reader.classes.has("conducted", over.lemma) {
		about := s.headName(g) != nil || len(g.names) > 0 && s.lower[g.first] != "a" && s.lower[g.first] != "the"
		if about && (join.kind == prepKind || join.kind == verbKind && join.infinitive) {
			return over
		}
	} else if join.kind == prepKind && join.lemma != "of" && s.isPlaceOrState(g) && !s.doc.reader.classes.has("grouping", over.lemma) {
		return over
	}
	return nil
}

// namedByParticiple reports whether only what stands behind the noun tells whose fighters they are: of "the army and militias backed by
// X" it is the militias that X backs.
func (s *sentence) namedByParticiple(g *group) bool {
	return g.head == g.first && len(g.names) == 0 && g.of == nil && s.doc.reader.classes.any(g.lemma, "force", "rebels", "grouping")
}

// backedBody gives the body that a participle says a state backs or formed, where a comma and who leads it follow: of "a militia backed by
// Chad, led by Roe" it is the militia that he leads.
func (s *sentence) backedBody(g, v *group) *group {
	if v.lemma != "lead" && v.lemma != "head" && v.lemma != "command" || !v.participle || v.index < 4 || s.groups[v.index-1].kind != commaKind || s.groups[v.index-2] != g || !s.isPlaceOrState(g) {
		return nil
	}
	by, w := s.groups[v.index-3], s.groups[v.index-4]
	if by.lemma != "by" || w.kind != verbKind || w.finite || w.subject == nil || w.subject.index > w.index || w.subject.pronoun {
		return nil
	}
	return w.subject
}

// peopleFrom reports whether the noun group is people without a name, but no troops, who stand for the land that they come from.
func (s *sentence) peopleFrom(g *group) bool {
	return g.plural && s.headName(g) == nil && (!s.doc.reader.classes.has("force", g.lemma) || s.doc.reader.classes.has("nationals", g.lemma))
}

// in Chad, backed by Libya" it is the army that Libya backs.
func (s *sentence) bodyDefined(g, v *group) *group {
	if !v.participle || v.gerund || v.index < 3 || s.groups[v.index-1].kind != commaKind || s.groups[v.index-2] != g {
		return nil
	}
	k := v.index - 2
	for k > 2 && s.groups[k].kind == nounKind && s.groups[k-1].kind == prepKind {
		k -= 2
	}
	what, is := s.groups[k], s.groups[max(k-1, 0)]
	if k < 2 || what.kind != nounKind || what.plural || s.headName(what) != nil || what.pronoun || !s.doc.reader.classes.any(s.lemma(what.head), "grouping", "membership", "force", "organisation") ||
		is.kind != verbKind || !is.finite || is.lemma != "be" || s.groups[k-2].kind != nounKind || s.groups[k-2].plural {
		return nil
	}
	return s.groups[k-2]
}

// bodyComposed gives the body, or the noun that says what a body is, whose parts a participle lists behind a phrase that tells where or when
// it is: "the M23 is an alliance in Kivu consisting of A and B".
func (s *sentence) bodyComposed(v *group) *group {
	if v.index < 3 || v.finite || !s.doc.reader.classes.has("encompass", v.lemma) || s.groups[v.index-1].kind != nounKind || s.groups[v.index-2].kind != prepKind {
		return nil
	}
	at := v.index - 3
	what := s.groups[at]
	if s.groups[v.index-2].lemma == "of" || what.kind != nounKind || what.plural || s.headName(what) != nil || !s.doc.reader.classes.any(what.lemma, "grouping", "merger", "organisation") {
		return nil
	}
	if at > 1 && s.groups[at-1].kind == verbKind && s.groups[at-1].finite && s.groups[at-1].lemma == "be" && s.groups[at-2].kind == nounKind && !s.groups[at-2].plural {
		return s.groups[at-2]
	}
	return what
}

// describedBody gives the body that a participle behind its description tells of: of "the Levant Army, the armed wing of the Freedom
// Party, led by Roe" it is the army that he leads.
func (s *sentence) describedBody(g, v *group) *group {
	if v.lemma != "lead" && v.lemma != "head" && v.lemma != "command" || v.index < 1 || s.groups[v.index-1].kind != commaKind {
		return nil
	}
	for _, head := range s.groups[:v.index] {
		if head.kind != nounKind || head == g || s.headName(head) == nil || s.person(s.headName(head)) {
			continue
		}
		for _, a := range head.apposed {
			if a.first > head.first && (a == g || a.of == g || a.index+2 == g.index && s.groups[a.index+1].lemma == "of") && s.headName(a) == nil {
				return head
			}
		}
	}
	return nil
}
