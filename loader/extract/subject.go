package extract

import (
	"slices"

	"entente.example/loader/text"
)

// onlyLast gives the last of a list where it alone is no name, and so wants the clause behind it to tell which it means, or nil: "by X and
// groups that Y backs", but "by X and other groups that Y backs".
func (s *sentence) onlyLast(g *group) *group {
	n := len(g.conjuncts)
	if n < 2 {
		return nil
	}
	last := g.conjuncts[n-1]
	if s.headName(last) != nil || len(last.names) > 0 || last.possessor != nil || s.headName(g.conjuncts[n-2]) == nil || s.precededBy(last, "other", "fellow", "similar") {
		return nil
	}
	return last
}

// datedPhrase reports whether the noun group at k, behind a preposition, only tells when.
func (s *sentence) datedPhrase(k int) bool {
	g := s.groups[k]
	return (g.lemma == "date" || isDay(g.lemma)) && k > 0 && s.groups[k-1].kind == prepKind
}

// ledByHim gives the people of whom a clause with a plural verb tells, where a person's name is nearer who stands in what describes
// them: "brigades led by Roe, a nephew of Doe, who fight".
func (s *sentence) ledByHim(k int) *group {
	if n := s.headName(s.groups[k]); n == nil || !s.person(n) || s.groups[k].conjuncts != nil {
		return nil
	}
	for j := k - 1; j >= 0 && j > k-9; j-- {
		switch g := s.groups[j]; {
		case g.kind == nounKind && g.plural && s.doc.reader.classes.any(g.lemma, "force", "rebels", "grouping", "nationals", "people"):
			return g
		case g.kind == verbKind && (g.finite || !g.participle), g.kind == stopKind, g.kind == compKind, g.kind == relKind, g.kind == conjKind:
			return nil
		}
	}
	return nil
}

// peopleAt reports whether the noun group only tells where the people are for whom "who" or "whom" stands.
func (s *sentence) peopleAt(rel, k int) bool {
	if w := s.groups[rel].lemma; w != "who" && w != "whom" || k < 2 || s.groups[k-1].kind != prepKind || s.groups[k-2].kind != nounKind {
		return false
	}
	switch s.groups[k-1].lemma {
	case "in", "at", "near", "around", "across", "inside", "outside", "along", "from":
	default:
		return false
	}
	n, people := s.headName(s.groups[k]), s.groups[k-2]
	if m := s.headName(people); n != nil && m != nil && s.groups[k-1].lemma == "from" {
		return (s.isPlaceName(n) || s.stateName(n)) && !s.isPlaceName(m) // "they are Kurds from Turkey who"
	}
	return n != nil && (s.isPlaceName(n) || s.stateName(n)) && people.plural && s.doc.reader.classes.any(people.lemma, "force", "rebels", "nationals", "people")
}

// lastOf gives the last of several where a clause behind them tells of one alone, by its verb: "A and B, who heads the party", "A
// and B, which includes".
func (s *sentence) lastOf(g *group, rel int) *group {
	next := rel + 1
	if next < len(s.groups) && s.groups[next].kind == adverbKind {
		next++
	}
	list := g
	if g.of != nil && g.conjuncts == nil && s.groups[rel].lemma == "which" {
		list = g.of // "a member of A and B, which includes"
	}
	if len(list.conjuncts) < 2 || next >= len(s.groups) || s.groups[next].kind != verbKind {
		return g
	}
	last := list.conjuncts[len(list.conjuncts)-1]
	if s.headName(last) == nil {
		return g
	}
	if list.index > 0 && s.groups[list.index] == list && s.groups[list.index-1].lemma == "between" && s.groups[rel-1].kind == commaKind {
		return last // "clashes between A and B, which had shelled the town"
	}
	switch v := s.groups[next]; {
	case s.groups[rel].lemma == "which":
		if s.tokens[v.first].Tag == text.VBZ {
			return last
		}
	case s.lower[v.first] == "is", s.lower[v.first] == "was", s.lower[v.first] == "has":
		return last
	default:
		if s.tokens[v.first].Tag == text.VBZ || !v.passive && (v.lemma == "lead" || v.lemma == "head" || v.lemma == "command" || v.lemma == "found" || v.lemma == "chair") {
			return last
		}
	}
	return g
}

// siteIn gives the common noun for a place or people that a clause behind the noun group at k tells of, where that only says in which land
// they are: "the last city in Darfur held by the army", "rebels in Syria backed by Turkey". Any other group is what it is.
func (s *sentence) siteIn(k int) *group {
	g := s.groups[k]
	if k < 2 || s.groups[k-1].lemma != "in" || s.groups[k-2].kind != nounKind {
		return g
	}
	n, site := s.headName(g), s.groups[k-2]
	if n == nil || !s.isPlaceName(n) && !(n.known() && n.senses[0].Entry.IsState) || s.headName(site) != nil || !s.doc.reader.classes.has("place", site.lemma) && !s.callsActor(site.lemma) {
		return g
	}
	return site
}

// subjectAhead gives the subject of the clause that follows an opening participle: "Backed by Russia, the LNA ...".
func (s *sentence) subjectAhead(i int) *group {
	comma := false
	for k := i + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == commaKind:
			comma = true
		case !comma && k > i+1 && g.kind == nounKind && s.groups[k-1].kind == nounKind && s.begun(k):
			return g // "Backed by Russian jets the army entered"
		case comma && g.kind == nounKind && s.groups[k-1].kind == commaKind:
			for v := k + 1; v < len(s.groups); v++ {
				if s.groups[v].kind == verbKind {
					return g
				}
				if s.groups[v].kind == stopKind {
					return nil
				}
			}
		}
	}
	return nil
}

// begun reports whether the noun group at k, right behind another, begins the main clause of a sentence that a participle opens.
func (s *sentence) begun(k int) bool {
	g := s.groups[k]
	if g.first != s.groups[k-1].last || g.lemma == "date" || s.groups[k-1].lemma == "date" || s.tokens[g.first].Tag != text.DT && s.headName(g) == nil {
		return false
	}
	for k++; k < len(s.groups) && s.groups[k].kind == adverbKind; k++ {
	}
	return k < len(s.groups) && s.groups[k].kind == verbKind && s.groups[k].finite
}

// subjectBehind scans left from a finite verb for its subject: over phrases with a preposition, over what stands
// between commas, over relative clauses.
func (s *sentence) subjectBehind(k int) *group {
	series := k >= 0 && s.groups[k].kind == commaKind
	if doer := s.relativeSeries(k); doer != nil {
		return doer
	}
	if over := s.reportOver(k); over != nil {
		return over
	}
	if head := s.headBefore(k); head != nil {
		return head
	}
	if head := s.headOfInsertion(k); head != nil {
		return head
	}
	for k >= 0 {
		switch g := s.groups[k]; g.kind {
		case nounKind:
			if before := s.contrasted(g); before >= 0 {
				k = before
				continue
			}
			subject, next := s.subjectAt(k)
			if subject != nil {
				return subject
			}
			k = next
		case commaKind:
			k = s.skipInsertion(k)
		case verbKind:
			k = s.skipVerb(k)
			if k < 0 && series && g.finite && g.lemma != "" && g.subject != nil && g.subject.index < g.index && !s.doc.reader.reports(g.lemma) {
				return g.subject // "trained in China, founded UNITA and was killed"
			}
		case compKind, stopKind, relKind:
			return nil
		case conjKind:
			if k > 0 && s.groups[k-1].kind == adverbKind && s.groups[k+1].kind == adverbKind {
				k-- // "more or less openly"
				continue
			}
			if v := s.jointBefore(k, &group{kind: verbKind, verbGroup: verbGroup{finite: true}}); v != nil && g.lemma != "or" {
				return v.subject // "became radical, and in 1977 launched"
			}
			return nil
		case bracketKind:
			for k > 0 && !(s.groups[k].kind == bracketKind && s.tokens[s.groups[k].first].Tag == text.OpenBracket) {
				k--
			}
			k--
		default:
			k--
		}
	}
	return nil
}

// reportOver gives the noun for a report that opens the sentence where the verb behind k tells of it, since all of what it reports has
// a verb already: "Reports that X arms Y, a rebel group, are false", or nil.
func (s *sentence) reportOver(k int) *group {
	if k < 3 || s.groups[k].kind != nounKind && s.groups[k].kind != commaKind || s.groups[k-1].kind == conjKind && s.groups[k-2].kind == commaKind {
		return nil // but "..., and X armed Y"
	}
	first := k
	for first > 0 && s.groups[first-1].kind != stopKind && s.groups[first-1].kind != quoteKind {
		first--
	}
	over := s.groups[first]
	if over.kind != nounKind || s.groups[first+1].kind != compKind || s.groups[first+1].lemma != "that" {
		return nil
	}
	open, told := 1, false
	for _, g := range s.groups[first+2 : k+1] {
		switch {
		case g.kind == relKind || g.kind == compKind:
			open++
		case g.kind == verbKind && g.finite && g.link != jointLink && g.lemma != "":
			told = told || g.report == over && g.link == thatLink
			open--
		}
	}
	if next := s.verbBehind(k + 1); !told || open != 0 || next < 0 || s.doc.reader.reports(s.groups[next].lemma) {
		return nil
	}
	return over
}

// contrasted gives the index of what stands before a noun group behind "but not", "and not" or, between commas, "not", whom the sentence sets
// against its subject, or -1.
func (s *sentence) contrasted(g *group) int {
	if g.first < 2 || s.lower[g.first-1] != "not" || s.tokens[g.first-2].Tag != text.CC && (s.tokens[g.first-2].Tag != text.Comma || s.headName(g) == nil) {
		return -1
	}
	k := g.index - 1
	for k >= 0 && s.groups[k].kind != nounKind {
		k--
	}
	return k
}

// subjectAt gives the noun group at k where it may be the subject of the verb behind it, or whom its clause has as
// subject; else where to look on.
func (s *sentence) subjectAt(k int) (*group, int) {
	g := s.groups[k]
	if start := s.insideRelative(g); start >= 0 && start < k {
		return nil, start
	}
	if k > 0 && s.headName(g) != nil {
		if list := s.groups[k-1]; len(list.conjuncts) > 1 && list.last == g.first && isPossessive(s.lower[list.conjuncts[len(list.conjuncts)-1].first]) {
			return s.subjectAt(k - 1) // "Chad and its ally the M23"
		}
	}
	if v := g.verb; v != nil && g.role == "obj" {
		if over := v.report; over != nil && v.link == thatLink && over.verb == nil && (over.index == 0 || s.groups[over.index-1].kind == stopKind) {
			return over, k // "accusations that X arms Y have been rejected"
		}
		switch {
		case v.finite && !v.passive && k == v.index+1 && s.opensSaid(v, k):
			v.object, g.verb, g.role = nil, nil, ""
			return g, k // "Officials say the group, which X arms, attacked"
		case v.subject != nil && v.subject.index < v.index && s.splits(k):
			return v.subject, k // "attacked the base, however suffered losses"
		case (v.infinitive || v.gerund) && v.index < k:
			if k = v.index - 1; k >= 0 && s.groups[k].kind == prepKind {
				k-- // "plans to cut aid angered", "the date for sending arms is"
			}
			return nil, k
		}
	}
	switch {
	case k > 0 && s.groups[k-1].kind == prepKind:
		return nil, k - 2
	case s.tellsTime(g) && k > 0 && s.groups[k-1].kind == nounKind:
		return nil, k - 1 // "Chad last year sent"
	case s.indefiniteAside(k):
		return s.groups[k-2], k
	case k > 2 && s.groups[k-1].kind == conjKind && s.groups[k-2].kind == nounKind && s.groups[k-3].lemma == "between":
		return nil, k - 4 // "fighting between the army and the rebels killed"
	case k >= 2 && s.groups[k-1].kind == commaKind && s.groups[k-2].kind == nounKind && s.renames(k-2, k):
		if k > 2 && s.groups[k-3].kind == prepKind {
			return nil, k - 4
		}
		if start := s.insideRelative(s.groups[k-2]); start >= 0 && start < k-2 {
			return nil, start // "Chad, which hosted the leader, John Doe, in May, said"
		}
		if a := s.groups[k-2]; a.of != nil && s.headName(a) == nil && s.headName(g) != nil && (k == 2 || s.groups[k-3].kind != nounKind && s.groups[k-3].kind != verbKind && s.groups[k-3].kind != prepKind && s.groups[k-3].kind != commaKind) {
			return g, k // "Once a part of Chad, Libya was"
		}
		return s.groups[k-2], k
	}
	return g, k
}

// opensSaid reports whether the noun group at k is the subject of what the verb says, since what describes it is put between
// commas behind it: "Officials say the group, which X arms, attacked".
func (s *sentence) opensSaid(v *group, k int) bool {
	if v.lemma != "say" || k+2 >= len(s.groups) || s.groups[k+1].kind != commaKind {
		return false
	}
	next := s.groups[k+2]
	return next.kind == relKind || next.kind == prepKind || next.kind == adverbKind || next.kind == verbKind && !next.finite || slices.Contains(s.groups[k].apposed, next) || s.headName(s.groups[k]) == nil
}

// skipVerb goes from a verb, on the way to the subject of another, to what stands before its phrase or clause: to -1 where
// that verb ends the search.
func (s *sentence) skipVerb(k int) int {
	g := s.groups[k]
	if k > 0 && (g.participle || g.gerund) {
		switch {
		case s.groups[k-1].kind == nounKind:
			return k - 1
		case k > 1 && s.groups[k-1].kind == commaKind:
			return k - 2
		}
	}
	if rel := s.relativeBefore(k); rel >= 0 {
		return rel - 1
	}
	if say := aside(g.governor); say != nil && g.link == thatLink && say.subject != nil && s.fronting(say.subject.index) > 0 {
		return s.fronting(say.subject.index) - 1 // "a group that X says is backed by Y captured"
	}
	if s.inContact(g) {
		return g.fronted.index
	}
	if g.infinitive {
		return k - 1
	}
	return -1
}

// splits reports whether a comma follows the noun group at k, or the phrase behind it.
func (s *sentence) splits(k int) bool {
	for k++; k < len(s.groups); k++ {
		switch s.groups[k].kind {
		case commaKind, conjKind:
			return true
		case stopKind, compKind, relKind:
			return false
		case verbKind:
			if v := s.groups[k]; !v.participle || v.finite || s.groups[k-1].kind != nounKind {
				return false // but "invaded X after a coup backed by Y, took"
			}
		}
	}
	return false
}

// insideRelative gives the index of the noun group that a relative clause describes, if g belongs to such a clause, or -1.
func (s *sentence) insideRelative(g *group) int {
	v := g.verb
	if v == nil && g.index > 0 && s.groups[g.index-1].complement == g {
		v = s.groups[g.index-1] // "which accuses Y of being a front"
	}
	if v == nil || g.role == "subj" {
		return -1
	}
	for depth := 0; (v.link == jointLink || v.gerund && v.link == prepositional) && v.governor != nil && depth < 4; depth++ {
		v = v.governor
	}
	if v.link != relativeLink || v.subject == nil || v.subject.index >= v.index {
		return -1
	}
	if v.fronted != nil && v.fronted.index < v.subject.index {
		return v.fronted.index
	}
	return v.subject.index
}

// renames reports whether the noun group at b stands in apposition to the one at a, or to whose people those are.
func (s *sentence) renames(a, b int) bool {
	other := s.groups[b]
	for g := s.groups[a]; g != nil; g = g.of {
		if slices.Contains(g.apposed, other) || other.conjuncts != nil && slices.Contains(g.apposed, other.conjuncts[0]) {
			return true
		}
	}
	return false
}

// relativeBefore gives the index of the relative pronoun whose clause the verb at k is in, or -1.
func (s *sentence) relativeBefore(k int) int {
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		switch s.groups[j].kind {
		case relKind:
			return j
		case verbKind, stopKind, commaKind:
			return -1
		case compKind:
			if s.groups[j].lemma == "that" && j > 0 && s.groups[j-1].kind == nounKind {
				return j
			}
			return -1
		}
	}
	return -1
}
