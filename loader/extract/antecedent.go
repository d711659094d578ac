package extract

import "entente.example/loader/text"

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

// antecedent gives the noun group that a relative pronoun at the index stands for.
func (s *sentence) antecedent(rel int) *group {
	if first := s.relativeJoined(rel); first >= 0 {
		rel = first // "which holds A and which B arms"
	}
	if s.shareOfWhich(rel) {
		return s.antecedent(rel - 2)
	}
	for k := rel - 1; k >= 0; {
		switch s.groups[k].kind {
		case nounKind:
			passed := s.noAntecedent(rel, k)
			if passed == 0 {
				return s.antecedentAt(rel, k)
			}
			k -= passed
		case commaKind, adverbKind, bracketKind, prepKind:
			k--
		default:
			return nil
		}
	}
	return nil
}

// shareOfWhich reports whether "which" stands behind a share and a comma: "Goma, most of which is held by X".
func (s *sentence) shareOfWhich(rel int) bool {
	return rel > 2 && s.groups[rel].lemma == "which" && s.groups[rel-1].lemma == "of" && s.groups[rel-2].kind == nounKind && s.isShare(s.groups[rel-2]) && s.groups[rel-3].kind == commaKind
}

// groupsSince counts the groups from the one at the token on to the one at k.
func (s *sentence) groupsSince(token, k int) int {
	first := k
	for first > 0 && s.groups[first-1].last > token {
		first--
	}
	return k - first + 1
}

// noAntecedent tells how many groups, from the noun group at k back, are a phrase of which the relative clause does not speak: none where it may.
func (s *sentence) noAntecedent(rel, k int) int {
	g := s.groups[k]
	switch {
	case g.first > 1 && s.lower[g.first-1] == "not" && s.tokens[g.first-2].Tag == text.Comma:
		return 1 // "it was X, not Y, that"
	case g.first > 1 && s.lower[g.first-1] == "not" && s.lower[g.first-2] == "and":
		return s.groupsSince(g.first-2, k) // "it was X and not Y that"
	case k > 1 && s.groups[k-1].lemma == "under" && isCommand(g.lemma) && s.groups[k-2].kind == nounKind:
		return 2 // "a force under US command, which landed"
	case k > 1 && s.groups[rel].lemma != "when" && s.groups[rel].lemma != "where" && s.datedPhrase(k):
		if k > 2 && s.groups[k-2].kind == nounKind && s.groups[k-3].lemma == "between" {
			return 4 // "a war between A and B in May, which"
		}
		return 2 // "began air strikes in May, which"
	case k > 0 && s.groups[k-1].lemma == "away_from":
		return 2 // "a town south of X which the army took"
	case s.peopleAt(rel, k), s.actsFrom(rel, k):
		return 2 // "guerrillas in Kampuchea, whom China arms", "the government in Khartoum, which armed"
	}
	return 0
}

// actsFrom reports whether "which", behind the town where a body sits, does in its clause what the body may do and no town does: "the army in
// Goma, which fights X", not "the army in Goma, which lies".
func (s *sentence) actsFrom(rel, k int) bool {
	if s.groups[rel].lemma != "which" || k < 2 || s.groups[k-1].lemma != "in" || s.groups[k-2].kind != nounKind || !s.isPlaceOrState(s.groups[k]) {
		return false
	}
	body := s.groups[k-2]
	if s.headName(body) != nil || !s.meansGovernment(body) && !s.doc.reader.classes.any(body.lemma, "army", "grouping") {
		return false
	}
	for _, v := range s.groups[rel+1:] {
		switch {
		case v.kind == verbKind:
			return !v.passive && !v.copula && v.lemma != "have" && len(s.doc.reader.frames.verbs[v.lemma]) > 0
		case v.kind == nounKind && v.lemma != "date" && s.groups[v.index-1].kind != prepKind:
			return false
		case v.kind == stopKind:
			return false
		}
	}
	return false
}

// antecedentAt gives whom the relative pronoun means where it stands behind the noun group at k: most often that group, else a body or a chief
// that its words tell of. A plural verb wants a plural: "rebels based in Chad that have carried out raids".
func (s *sentence) antecedentAt(rel, k int) *group {
	g, which := s.groups[k], s.groups[rel].lemma
	if described := s.describedBefore(rel, k); described != nil {
		return described
	}
	if located := s.locatedBefore(rel, k); located != nil {
		return located
	}
	if k == rel-1 && which != "where" && s.siteIn(k) != g {
		return s.siteIn(k)
	}
	if s.pluralVerbAt(rel + 1) {
		if many := s.pluralOver(k); many != nil {
			return many
		}
		if many := s.ledByHim(k); many != nil {
			return many
		}
	}
	if k == rel-1 {
		if last := s.onlyLast(g); last != nil {
			return last
		}
	}
	switch which {
	case "which":
		if n := len(g.conjuncts); n > 1 && s.afterAside(g.conjuncts[n-1]) {
			return g.conjuncts[n-1] // "by A and, for a time, B, which"
		}
		if body := s.ledBefore(k); body != nil {
			return body
		}
		return s.lastOf(s.chiefsBody(g), rel)
	case "who":
		if one := s.personOf(rel, k); one != nil {
			return one
		}
		return s.lastOf(s.chiefOf(g), rel)
	}
	return g
}

// pluralVerbAt reports whether a verb in the plural stands at i.
func (s *sentence) pluralVerbAt(i int) bool {
	return i < len(s.groups) && s.groups[i].kind == verbKind && s.tokens[s.groups[i].first].Tag == text.VBP
}

// pluralOver gives the plural noun group on which the phrase with the singular at k hangs, or nil.
func (s *sentence) pluralOver(k int) *group {
	if s.groups[k].plural || k < 2 || s.groups[k-1].kind != prepKind {
		return nil
	}
	for j := k - 2; j >= 0 && j >= k-4; j-- {
		if s.groups[j].kind == nounKind && s.groups[j].plural {
			return s.groups[j]
		}
	}
	return nil
}
