package extract

import (
	"cmp"
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// predicated gives whom a description that the clause of the verb goes on from is said of: "A and B are the only states that
// recognised X". Any other group is what it is.
func (s *sentence) predicated(by, g *group) *group {
	if g == nil || len(g.actor) > 0 && s.lower[g.first] != "a" && s.lower[g.first] != "an" || s.headName(g) != nil {
		return g
	}
	one := s.oneOf(g)
	for _, v := range s.groups {
		if v.kind == nounKind && len(v.apposed) == 0 {
			continue
		}
		if one != g && slices.Contains(v.apposed, one) && len(v.actor) > 0 && s.headName(v) != nil {
			return v // "X, one of the groups fighting Y"
		}
		if one == g && v.kind == nounKind && v != g && slices.Contains(v.apposed, g) && len(v.actor) > 0 && s.headName(v) != nil && s.callsActor(g.lemma) {
			return v // "X, the officer who commands Y"
		}
		if v.kind != verbKind || !v.copula {
			continue
		}
		if v != by && v.complement != nil && v.complement != g && !v.negated && s.headName(v.complement) != nil && (v.subject == g && len(g.actor)+len(g.place) == 0 || v.subject == nil && g.lemma == "those" && v.index > g.index) {
			return v.complement // "the group that X armed was Y", "among those armed by X was Y"
		}
		if v.complement == nil && slices.Contains(s.argumentsOf(v, "among"), g) && !v.negated && v.subject != nil && len(v.subject.actor) > 0 {
			return v.subject // "X is among the groups fighting Y"
		}
		if (v.complement == g || v.complement == one) && !v.negated && v.subject != nil && v.subject != g && len(v.subject.actor) > 0 {
			return v.subject
		}
	}
	return g
}

// callsActor reports whether the noun is one for people or for what they form.
func (s *sentence) callsActor(lemma string) bool {
	return s.doc.reader.classes.any(lemma, "persona", "leader", "member", "title", "grouping", "rebels", "force")
}

// oneOf gives the "one" of "one of the groups", or the "coalition" of "a coalition of rebels", which somebody is said to be,
// or the group itself.
func (s *sentence) oneOf(g *group) *group {
	if !g.plural || g.index < 2 || s.groups[g.index] != g || s.groups[g.index-1].lemma != "of" || s.groups[g.index-2].kind != nounKind {
		return g
	}
	if of := s.groups[g.index-2]; of.lemma == "one" || s.headName(of) == nil && s.doc.reader.classes.has("grouping", of.lemma) {
		return of
	}
	return g
}

// accompany lets those who do something along with the subject of a verb be its subject as well: "Uganda, along with Rwanda,
// backed", "maintains bases there, as do Kenya and Chad", "and so does Chad".
func (s *sentence) accompany() {
	for _, v := range s.groups {
		if v.kind != verbKind || v.lemma == "" || v.subject == nil || v.subject.pronoun || v.passive && s.hasPhrase(v, "by") {
			continue
		}
		if v.link == relativeLink && (s.tokens[v.first].Tag == text.VBZ || v.subject.plural) {
			continue // "A, an ally of B, and C, which supports D", "A and B, which back C, and D and E, which back F"
		}
		k := slices.Index(s.groups, v.subject)
		if k < 0 || v.link == relativeLink && k+2 < len(s.groups) && s.groups[k+1].kind == commaKind && s.groups[k+2].kind == relKind {
			continue // "A, which has left, and B, which armed C"
		}
		if with := cmp.Or(s.describedAhead(k), s.ledAhead(k)); with != nil && v.finite {
			v.subject = s.joined(with, v.subject)
			continue
		}
		if with := s.ahead(k); with != nil {
			v.subject = s.joined(with, v.subject)
			continue
		}
		if with := s.companions(k, v); with != nil {
			v.subject = s.joined(v.subject, with)
			continue
		}
		if with := s.besideAct(v); with != nil {
			v.subject = s.joined(v.subject, with)
		}
	}
	for i := 1; i+1 < len(s.groups); i++ {
		g, others := s.groups[i], s.groups[i+1]
		if g.kind != verbKind || g.lemma != "do" && g.lemma != "have" && g.lemma != "be" || s.groups[i-1].lemma != "as" && (i < 2 || s.lower[g.first-1] != "so" || !s.likewise(g)) || others.kind != nounKind {
			continue
		}
		if v := s.verbBefore(i - 1); v != nil && v.finite && v.subject != nil && !v.passive {
			v.subject = s.joined(v.subject, others)
			others.verb, others.role = v, "subj"
		}
	}
}

// besideAct gives who does along with the subject what the verb tells of a place, in a phrase behind it: "captured the town together
// with X", or nil.
func (s *sentence) besideAct(v *group) *group {
	if v.object == nil || v.passive || v.infinitive || !s.changesHands(v) || s.headName(v.subject) == nil || s.person(s.headName(v.subject)) {
		return nil
	}
	for _, a := range v.args {
		switch a.prep {
		case "together_with", "along_with", "jointly_with", "in_concert_with":
			if n := s.headName(a.noun); n != nil && a.noun.index > v.index && !s.isPlaceName(n) && !s.person(n) && s.alike(v.subject, a.noun) {
				return a.noun
			}
		}
	}
	return nil
}

// companions gives the noun group of a phrase such as "along with X" right behind the subject at k of the verb, or nil.
func (s *sentence) companions(k int, v *group) *group {
	k++
	if k < len(s.groups) && s.groups[k].kind == commaKind {
		k++
	}
	if by := k + 1; by+1 < len(s.groups) && by < v.index && s.groups[k].kind == verbKind && s.groups[by].lemma == "by" && v.finite && !v.passive {
		if with := s.groups[k]; with.passive && !with.finite && (with.lemma == "join" || with.lemma == "accompany") {
			return s.hailing(by+1, v) // "A, joined by B, took"
		}
	}
	if k+1 >= len(s.groups) || k >= v.index || s.groups[k].kind != prepKind || s.groups[k+1].kind != nounKind || s.groups[k+1].pronoun {
		return nil
	}
	switch s.groups[k].lemma {
	case "along_with", "together_with", "as_well_as", "in_addition_to":
		return s.hailing(k+1, v)
	}
	return nil
}

// hailing gives the noun group at k, with where its soldiers are from as its own: "along with troops from A and B".
func (s *sentence) hailing(k int, v *group) *group {
	g := s.groups[k]
	if g.kind != nounKind || g.pronoun {
		return nil
	}
	at := k + 1
	for at+1 < len(s.groups) && s.groups[at].lemma == "of" && s.doc.reader.classes.any(g.lemma, "quantity", "force") && s.groups[at+1].kind == nounKind {
		g, at = s.groups[at+1], at+2 // "a number of troops from"
	}
	if g.of != nil && s.doc.reader.classes.has("quantity", g.lemma) {
		g = g.of
	}
	if at+1 >= len(s.groups) || s.groups[at].lemma != "from" || s.groups[at+1].kind != nounKind || len(g.names) > 0 || !s.doc.reader.classes.has("force", g.lemma) {
		return s.groups[k]
	}
	soldiers := *g
	soldiers.after, soldiers.verb, soldiers.role, soldiers.definite = []argument{{"from", s.groups[at+1]}}, v, "subj", false
	s.apart = append(s.apart, &soldiers)
	return &soldiers
}

// ahead gives the noun group of a phrase such as "together with X," that opens the clause before the subject at k, or nil.
func (s *sentence) ahead(k int) *group {
	if k < 3 || s.groups[k-1].kind != commaKind || s.groups[k-2].kind != nounKind || s.groups[k-2].pronoun || s.groups[k-3].kind != prepKind ||
		k > 3 && s.groups[k-4].kind != stopKind && s.groups[k-4].kind != quoteKind {
		return nil
	}
	switch s.groups[k-3].lemma {
	case "along_with", "together_with", "alongside":
		return s.groups[k-2]
	}
	return nil
}

// describedAhead gives the noun group that opens the clause and is joined to the subject at k over what describes it between commas:
// "A, which was led by Serbs, and B took", "A, backed by Serbs, and B took", or nil.
func (s *sentence) describedAhead(k int) *group {
	if k < 5 || s.groups[k-1].lemma != "and" || s.groups[k-2].kind != commaKind {
		return nil
	}
	for j := k - 3; j > 1; j-- {
		switch g := s.groups[j]; g.kind {
		case commaKind, stopKind, compKind, quoteKind, conjKind:
			return nil
		case nounKind, relKind, verbKind:
			if g.kind == nounKind && (s.groups[j-1].kind != commaKind || !slices.Contains(s.groups[j-2].apposed, g)) {
				continue
			}
			if g.kind == verbKind && (g.finite || g.infinitive || s.groups[j-1].kind != commaKind) {
				continue
			}
			if s.groups[j-1].kind != commaKind || s.groups[j-2].kind != nounKind {
				return nil
			}
			first := s.groups[j-2]
			if first.pronoun || len(first.names) == 0 || s.verbBefore(j-2) != nil && s.groups[j-3].kind != compKind || j > 2 && s.groups[j-3].kind == prepKind || !s.alike(first, s.groups[k]) {
				return nil
			}
			return first
		}
	}
	return nil
}

// ledAhead gives the noun group that opens the clause and is joined to the subject at k over its leader: "A of Roe and B took", "A led by
// Roe and B took", or nil.
func (s *sentence) ledAhead(k int) *group {
	if k < 4 || s.groups[k-1].lemma != "and" || s.groups[k-2].kind != nounKind || s.groups[k-3].kind != prepKind {
		return nil
	}
	n, at := s.headName(s.groups[k-2]), k-4
	if n == nil || n.shape != graph.Person && (!n.known() || n.senses[0].Entry.Type != graph.Person) {
		return nil
	}
	switch prep := s.groups[k-3].lemma; {
	case prep == "of" || prep == "under":
	case prep == "by" && s.groups[at].kind == verbKind && !s.groups[at].finite && at > 0:
		at--
	default:
		return nil
	}
	first := s.groups[at]
	if first.kind != nounKind || first.pronoun || len(first.names) == 0 || s.verbBefore(at) != nil && s.groups[at-1].kind != compKind || at > 0 && s.groups[at-1].kind == prepKind || !s.alike(first, s.groups[k]) {
		return nil
	}
	return first
}

// furtherDoers lets others do in another way what a passive verb tells: "backed from the air by A and on the ground by B".
func (s *sentence) furtherDoers(v *group) {
	first := -1
	for i, a := range v.args {
		switch {
		case a.prep == "by" && first < 0:
			first = i
		case a.prep == "by" && i > first+1 && s.namesAny(a.noun) && s.namesAny(v.args[first].noun) && s.andBehind(v.args[first].noun):
			v.args[first].noun = s.joined(v.args[first].noun, a.noun)
			v.args = slices.Delete(v.args, i, i+1)
			return
		}
	}
}

// andBehind reports whether a word such as "and" stands right behind the noun group.
func (s *sentence) andBehind(g *group) bool {
	return g.index+1 < len(s.groups) && s.groups[g.index+1].kind == conjKind
}

// namesAny reports whether a name stands in the noun group or in what is "of" it.
func (s *sentence) namesAny(g *group) bool {
	for ; g != nil; g = g.of {
		if len(g.names) > 0 {
			return true
		}
	}
	return false
}

// joined gives the list of two noun groups that stand apart.
func (s *sentence) joined(a, b *group) *group {
	list := *a
	list.conjuncts = append(slices.Clone(s.conjunctsOf(a)), s.conjunctsOf(b)...)
	list.plural, list.resolved, list.actor, list.place = true, false, nil, nil
	s.apart = append(s.apart, &list)
	return &list
}

// askedToo gives those whom a clause asks for something behind "and", with the preposition of the first, what the infinitive
// behind them tells: "called on A to stop and on B to withdraw".
func (s *sentence) askedToo(v *group) {
	k := v.index - 1
	if !v.infinitive || v.link != toLink || k < 3 || s.groups[k].kind != nounKind || s.groups[k-1].kind != prepKind || s.groups[k-2].kind != conjKind {
		return
	}
	asked, prep := s.groups[k], s.groups[k-1].lemma
	for up := v.governor; up != nil && up.kind == verbKind; up = up.governor {
		if !slices.ContainsFunc(up.args, func(a argument) bool { return a.prep == prep && a.noun.index < k-2 && a.noun.index > up.index }) || up.infinitive {
			continue
		}
		was := v.subject
		for _, g := range s.groups[v.index:] {
			if g.kind == verbKind && g.subject == was {
				g.subject = asked
			}
		}
		between := v.governor
		between.args = slices.DeleteFunc(between.args, func(a argument) bool { return a.noun == asked })
		v.governor = up
		return
	}
}
