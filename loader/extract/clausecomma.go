package extract

import "entente.example/loader/text"

// splitClauses marks where a feed has taken the commas around whole phrases and clauses: behind what opens a sentence, on both sides of what
// stands between a subject and its verb, and before the further verbs of a series. It reads the groups from left to right and keeps count of
// the conjunctions and pronouns whose verb is still to come: the first finite verb that none of them wants is that of the sentence.
func (s *sentence) splitClauses(missing []bool) {
	for first := 0; first < len(s.groups); first++ {
		if first > 0 && s.groups[first-1].kind != stopKind {
			continue
		}
		subject := s.splitBehindOpening(first, missing)
		if subject < 0 {
			continue
		}
		if v := s.splitInsertion(subject, missing); v > 0 {
			s.splitSeries(v, missing)
		}
	}
}

// splitBehindOpening gives the subject of the clause that begins at the group, or -1; where a phrase, a participle or a clause opens it, a
// comma is missing before the subject.
func (s *sentence) splitBehindOpening(first int, missing []bool) int {
	if !s.mayOpen(first) || s.groups[first].kind == conjKind {
		if s.groups[first].kind == nounKind {
			return first
		}
		return -1
	}
	open := 0
	for k := first; k+1 < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == stopKind || g.kind == quoteKind || g.kind == commaKind:
			return -1
		case s.subordinates(k):
			open++
		case g.kind == verbKind && s.tensed(k):
			if open == 0 {
				return -1
			}
			open--
		case g.kind == nounKind && open == 0 && k > first && !s.tellsTime(g) && s.headName(g) != nil && s.verbBehind(k+1) > 0 && s.tensed(s.verbBehind(k+1)):
			if s.mayEndOpening(k-1, first) {
				missing[g.first] = true
			}
			return k
		}
	}
	return -1
}

// mayEndOpening reports whether the group at k may be the last of what opens a sentence: not a preposition or a verb that the next group is
// the object of.
func (s *sentence) mayEndOpening(k, first int) bool {
	switch g := s.groups[k]; g.kind {
	case nounKind:
		return true
	case adjKind, adverbKind:
		return k > first
	case verbKind:
		return g.finite || g.participle
	}
	return false
}

// subordinates reports whether the group at k takes a finite verb of its own: a pronoun, a conjunction, "as" with a clause.
func (s *sentence) subordinates(k int) bool {
	g := s.groups[k]
	if g.kind == compKind && g.lemma != "that" {
		for k++; k < len(s.groups) && s.groups[k].kind == adverbKind; k++ {
		}
		return k < len(s.groups) && s.groups[k].kind == nounKind && !s.opensDate(g, k) && !s.opensLabel(g) // but "although officially neutral"
	}
	return g.kind == relKind || g.kind == compKind || g.kind == verbKind && g.finite && g.lemma != "hold" && s.doc.reader.reports(g.lemma) && k+1 < len(s.groups) && s.groups[k+1].kind == nounKind && s.verbBehind(k+2) > 0
}

// opensDate reports whether the conjunction before the noun group at k is none, but tells since when: "under control since 2014 is".
func (s *sentence) opensDate(conjunction *group, k int) bool {
	switch conjunction.lemma {
	case "since", "before", "after", "until":
		return s.tellsTime(s.groups[k])
	}
	return false
}

// opensLabel reports whether "as" tells what somebody takes somebody for: "regards the group as terrorists".
func (s *sentence) opensLabel(as *group) bool {
	if as.lemma != "as" {
		return false
	}
	for k := as.index - 1; k >= 0 && k > as.index-5; k-- {
		if g := s.groups[k]; g.kind == verbKind {
			return deems(g.lemma) || g.lemma == "designate" || g.lemma == "use" || g.lemma == "label" || g.lemma == "denounce" || g.lemma == "recognise" || g.lemma == "recognize"
		} else if g.kind != nounKind && g.kind != conjKind && g.kind != prepKind {
			return false
		}
	}
	return false
}

// tensed reports whether the verb group at k is finite, or a participle that has the form of a past tense and an object.
func (s *sentence) tensed(k int) bool {
	g := s.groups[k]
	return g.kind == verbKind && (g.finite && g.lemma != "" || g.participle && s.pastForm(g) && s.objectNext(k))
}

// splitInsertion gives the verb of the subject at k, or 0; where more than phrases stands between them, commas are missing around it.
func (s *sentence) splitInsertion(k int, missing []bool) int {
	subject := s.groups[k]
	next := k + 1
	for next < len(s.groups) && s.groups[next].kind == adverbKind {
		next++
	}
	if next >= len(s.groups) || s.tensed(next) {
		return next % len(s.groups)
	}
	if s.headName(subject) == nil && s.manned(subject) == nil && (s.groups[next].kind != nounKind || s.lower[s.groups[next].first] != "a" && s.lower[s.groups[next].first] != "an") {
		return 0 // but "the federal police and the Rapid Response units an elite force freed"
	}
	open, heavy, phrases := 0, false, 0
	for j := k + 1; j < len(s.groups); j++ {
		switch g := s.groups[j]; {
		case g.kind == stopKind || g.kind == quoteKind || g.kind == commaKind:
			return 0
		case g.kind == conjKind && !heavy:
			return 0
		case s.subordinates(j):
			open, heavy = open+1, true
		case g.kind == verbKind && s.tensed(j):
			if open > 0 {
				open--
				continue
			}
			if heavy && s.groups[s.adverbsBefore(j)-1].kind == conjKind && s.tensedBehind(j+1) {
				continue // "which groups 35 factions and enjoys the backing of Jordan led"
			}
			if heavy && s.groups[j-1].kind != prepKind {
				missing[s.groups[k+1].first], missing[s.groups[s.adverbsBefore(j)].first] = true, true
			}
			return j
		case g.kind == verbKind, g.kind == adjKind:
			heavy = true
		case g.kind == prepKind:
			phrases++
			heavy = heavy || phrases > 1
		case g.kind == nounKind && heavy && s.secondName(j):
		case g.kind == nounKind && s.groups[j-1].kind != prepKind && !s.tellsTime(g):
			if open > 0 || s.groups[j-1].kind == verbKind {
				continue
			}
			if s.headName(g) != nil || g.conjuncts != nil {
				return 0
			}
			heavy = true
		}
	}
	return 0
}

// secondName reports whether the noun group at j is the last of two names in one phrase: "are present in Inkhil and Jasim", "the
// backing of Jordan and Turkey".
func (s *sentence) secondName(j int) bool {
	if j < 3 || s.groups[j-1].kind != conjKind || s.groups[j-2].kind != nounKind || s.groups[j-3].kind != prepKind {
		return false
	}
	a, b := s.headName(s.groups[j-2]), s.headName(s.groups[j])
	return a != nil && b != nil && s.isPlaceName(a) == s.isPlaceName(b) && !s.person(a) && !s.person(b)
}

// tensedBehind reports whether another finite verb follows before the clause is cut, with no conjunction before it.
func (s *sentence) tensedBehind(k int) bool {
	for ; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == stopKind || g.kind == quoteKind || g.kind == commaKind || s.subordinates(k):
			return false
		case g.kind == verbKind && s.tensed(k):
			return s.groups[s.adverbsBefore(k)-1].kind == nounKind
		}
	}
	return false
}

// adverbsBefore gives the first of the adverbs right before the group at k, or k.
func (s *sentence) adverbsBefore(k int) int {
	for k > 1 && s.groups[k-1].kind == adverbKind {
		k--
	}
	return k
}

// splitSeries marks the comma before the second of three verbs that are told of one subject: "held elections reshuffled the cabinet and
// attacked", and before "then".
func (s *sentence) splitSeries(v int, missing []bool) {
	past := func(k int) bool {
		return s.tensed(k) && s.groups[k].first == s.groups[k].lastVerb && (s.tokens[s.groups[k].head].Tag == text.VBD || s.tokens[s.groups[k].head].Tag == text.VBN)
	}
	if !past(v) || s.doc.reader.reports(s.groups[v].lemma) {
		return
	}
	second := 0
	for k := v + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == stopKind || g.kind == quoteKind || s.subordinates(k):
			return
		case g.kind == verbKind && past(k) && s.groups[k-1].kind == nounKind && second == 0 && s.headName(s.groups[k-1]) == nil:
			second = k
		case g.kind == verbKind && past(k) && s.groups[k-1].kind == adverbKind && isNext(s.groups[k-1].lemma):
			missing[s.groups[k-1].first] = true
			return
		case g.kind == conjKind:
			joined := s.verbBehindPhrase(k + 1)
			if joined == 0 && k+1 < len(s.groups) && s.groups[k+1].kind == compKind {
				if joined = s.verbBehindClause(k + 1); joined > 0 {
					missing[s.groups[k+1].first], missing[s.groups[joined].first] = true, true
				}
			}
			if second > 0 && joined > 0 && s.tensed(joined) {
				missing[s.groups[second].first] = true
			}
			return
		}
	}
}

// verbBehindPhrase gives the verb at k, or behind adverbs and a phrase there, or 0.
func (s *sentence) verbBehindPhrase(k int) int {
	for ; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == adverbKind:
		case g.kind == prepKind && k+1 < len(s.groups) && s.groups[k+1].kind == nounKind:
			k++
		case g.kind == verbKind:
			return k
		default:
			return 0
		}
	}
	return 0
}

// verbBehindClause gives the verb behind the clause that the conjunction at k opens, right behind what it tells, or 0.
func (s *sentence) verbBehindClause(k int) int {
	open := 0
	for ; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == stopKind || g.kind == quoteKind || g.kind == conjKind:
			return 0
		case s.subordinates(k):
			open++
		case g.kind == verbKind && s.tensed(k):
			if open == 0 {
				return k
			}
			open--
		}
	}
	return 0
}
