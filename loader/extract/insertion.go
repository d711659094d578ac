package extract

import (
	"slices"

	"entente.example/loader/text"
)

// headOfInsertion gives the subject of the finite verb right behind the comma at k, where that comma ends what is inserted between the
// two, whatever it is: "Chad, one of the poorest in the region, armed", "Chad last year, despite warnings, armed", "Chad, observers
// note, armed". The subject has to begin its clause, and no verb of the insertion may want it.
func (s *sentence) headOfInsertion(k int) *group {
	if k < 2 || s.groups[k].kind != commaKind {
		return nil
	}
	for j := k - 1; j > 0; j-- {
		switch g := s.groups[j]; {
		case g.kind == stopKind || g.kind == quoteKind:
			return nil
		case g.kind != commaKind || !s.onlyInserted(j+1, k) && !s.dashed(j, k):
			continue
		}
		conj := j - 1
		for conj > 0 && s.groups[conj].kind == adverbKind {
			conj--
		}
		if s.groups[conj].kind == conjKind {
			if v := s.jointBefore(conj, &group{kind: verbKind, verbGroup: verbGroup{finite: true}}); v != nil && v.index < conj && s.groups[conj].lemma != "or" {
				return v.subject // "promised reforms and then, as the summer ended, armed"
			}
			continue
		}
		if head := s.clauseHead(j - 1); head != nil {
			return head
		}
	}
	return nil
}

// describingBracket reports whether the token is one of the brackets around a clause or a participle with its doer, which are as good as commas:
// "the M23 (backed by Rwanda) took".
func (s *sentence) describingBracket(i int) bool {
	const longest = 30 // tokens, more than those that people put in brackets inside a sentence
	if s.tokens[i].Tag == text.CloseBracket {
		for k := i - 1; k >= 0 && k > i-longest; k-- {
			if s.tokens[k].Tag == text.OpenBracket {
				return s.describingBracket(k)
			}
		}
		return false
	}
	if i == 0 || i+3 >= len(s.tokens) || s.tokens[i].Tag != text.OpenBracket {
		return false
	}
	switch tag := s.tokens[i+1].Tag; {
	case tag == text.WDT || tag == text.WP:
	case (tag == text.VBN || tag == text.VBD) && s.lower[i+2] == "by":
	default:
		return false
	}
	for k := i + 2; k < len(s.tokens) && k < i+longest; k++ {
		switch s.tokens[k].Tag {
		case text.OpenBracket:
			return false
		case text.CloseBracket:
			return true
		}
	}
	return false
}

// dashed reports whether both of the commas are dashes, between which whole sentences may stand: "Chad - and this is crucial - armed".
func (s *sentence) dashed(j, k int) bool {
	return isDash(s.lower[s.groups[j].first]) && isDash(s.lower[s.groups[k].first]) && k > j+1
}

// clauseHead gives the noun group that begins a clause and has no verb yet, where nothing but phrases stands between it and the end of
// the stretch at k: "Chad", "the army of Chad last year".
func (s *sentence) clauseHead(k int) *group {
	for k >= 0 {
		g := s.groups[k]
		switch {
		case g.kind == adverbKind:
			k--
			continue
		case g.kind != nounKind || g.pronoun && g.verb != nil:
			return nil
		case k > 0 && s.groups[k-1].kind == prepKind:
			k -= 2
			continue
		case s.tellsTime(g):
			k--
			continue
		}
		if s.leadsClause(k) {
			return g
		}
		return nil
	}
	return nil
}

// tellsTime reports whether the noun group without a preposition only tells when something happens: "last year", "two days later".
func (s *sentence) tellsTime(g *group) bool {
	return len(g.names) == 0 && (g.lemma == "date" || s.doc.reader.classes.has("time", g.lemma))
}

// leadsClause reports whether nothing but an opening stands before the noun group at k in its clause: a phrase, a participle or a
// clause of its own that ends with a comma.
func (s *sentence) leadsClause(k int) bool {
	for k--; k >= 0 && (s.groups[k].kind == adverbKind || s.groups[k].kind == nounKind && s.tellsTime(s.groups[k]) && (k == 0 || s.groups[k-1].kind != prepKind)); k-- {
	}
	if k < 0 {
		return true
	}
	switch g := s.groups[k]; g.kind {
	case stopKind, quoteKind, compKind:
		return true
	case conjKind:
		return k == 0 || s.groups[k-1].kind == commaKind && s.verbBefore(k) != nil
	case commaKind:
		first := k
		for first > 0 && s.groups[first-1].kind != stopKind && s.groups[first-1].kind != quoteKind {
			if first--; s.joinsOpening(first) && s.onlyInserted(first+1, k) {
				return true
			}
		}
		return first < k && s.mayOpen(first) && s.onlyInserted(first, k)
	}
	return false
}

// mayOpen reports whether the group at k may begin what opens a clause before its subject.
func (s *sentence) mayOpen(k int) bool {
	switch g := s.groups[k]; g.kind {
	case prepKind, adverbKind, compKind, adjKind, conjKind:
		return true
	case verbKind:
		return !g.finite
	case nounKind:
		return s.tellsTime(g)
	}
	return false
}

// onlyInserted reports whether the groups may stand between commas inside a clause: each finite verb among them has a pronoun or a
// conjunction of its own, or somebody who says it.
func (s *sentence) onlyInserted(first, last int) bool {
	if first >= last || s.groups[first].kind == conjKind && s.groups[first].lemma != "but" && (first+1 >= last || s.groups[first+1].kind == nounKind || s.groups[first+1].kind == verbKind) {
		return false // the end of a list
	}
	open, told := 0, false
	for k := first; k < last; k++ {
		switch g := s.groups[k]; g.kind {
		case relKind, compKind:
			open++
		case conjKind:
			if told && k+1 < last && s.verbBehind(k+1) >= 0 {
				open++ // "which lost the war and left"
			}
		case verbKind:
			if !g.finite || g.lemma == "" {
				continue
			}
			if open == 0 && !s.saidAside(first, k, last) {
				return false
			}
			open, told = max(open-1, 0), true
		}
	}
	return told || last-first != 4 || s.groups[first].lemma != "whose" || s.groups[first+2].kind != commaKind // the verb behind "whose rivals, the Taliban," is theirs
}

// saidAside reports whether the stretch only says who says the rest: "observers note", "it turned out".
func (s *sentence) saidAside(first, verb, last int) bool {
	if verb == first && first+2 == last && s.groups[first+1].kind == nounKind {
		return s.doc.reader.reports(s.groups[verb].lemma) // "says the report"
	}
	if s.groups[first].kind != nounKind || verb != first+1 && s.groups[verb-1].kind != adverbKind {
		return false
	}
	v := s.groups[verb]
	if v.lemma == "tell" && !v.passive && verb+2 == last {
		return true // "Roe told the council"
	}
	if s.groups[first].pronoun && (v.lemma == "turn_out" || v.lemma == "seem" || v.lemma == "appear" || v.lemma == "turn") {
		return true
	}
	for k := verb + 1; k < last; k++ {
		if kind := s.groups[k].kind; kind != adverbKind && kind != prepKind && (kind != nounKind || s.groups[k-1].kind != prepKind) {
			return false
		}
	}
	return s.doc.reader.reports(v.lemma)
}

// skipInsertion goes from a comma to what stands before the inserted clause or phrase that it ends, or one step left.
func (s *sentence) skipInsertion(k int) int {
	for j := k - 1; j >= 0; j-- {
		switch s.groups[j].kind {
		case commaKind:
			opening := s.groups[j+1]
			switch opening.kind {
			case nounKind: // "France, he said, had sent"
				if j+3 < k && s.groups[j+2].lemma == "of" && s.groups[j+3].kind == relKind {
					return j - 1 // "X, many of which are backed by Y, fought"
				}
				if j+3 == k && s.groups[j+2].kind == verbKind && s.doc.reader.reports(s.groups[j+2].lemma) {
					return j - 1
				}
				if j+2 == k && j > 1 && s.groups[j-1].kind == nounKind && s.groups[j-2].kind == prepKind && s.headName(s.groups[j-1]) == nil && s.headName(opening) != nil {
					return j - 1 // "Germany, which has men in the mission, MINUSMA, has stopped"
				}
			case relKind, prepKind, adverbKind:
				return j - 1
			case verbKind:
				if !opening.finite {
					return j - 1
				}
				if of := s.whoseOf(opening); of >= 0 {
					return of // "Roe, whose deputy, John Doe, was a general, denied"
				}
			}
			return k - 1
		case compKind:
			if s.concedes(j) {
				return j - 2
			}
			return k - 1
		case stopKind:
			return k - 1
		}
	}
	return k - 1
}

// concedes reports whether a clause with "though" or the like is put between commas behind the subject that opens the sentence: "A and
// B, though they voted for it, opposed".
func (s *sentence) concedes(j int) bool {
	if j < 2 || s.groups[j-1].kind != commaKind || s.groups[j-2].kind != nounKind || j > 2 && s.groups[j-3].kind != stopKind && s.groups[j-3].kind != quoteKind {
		return false
	}
	switch s.groups[j].lemma {
	case "though", "although", "while", "when", "if", "because", "once", "as", "after", "before", "since":
		return true
	}
	return false
}

// beforeAside gives the verb before the commas in which somebody says it, where the "that" at k stands right behind them: "It is not true, the
// minister told parliament, that"; or nil.
func (s *sentence) beforeAside(k int) *group {
	if k < 4 || s.groups[k-1].kind != commaKind {
		return nil
	}
	for j := k - 2; j > 0; j-- {
		switch s.groups[j].kind {
		case stopKind, quoteKind, compKind, relKind:
			return nil
		case commaKind:
			for v := j + 1; v < k-1; v++ {
				if s.groups[v].kind == verbKind && s.groups[v].finite && s.saidAside(j+1, v, k-1) {
					if up := s.verbBefore(j); up != nil && up.finite && up.object == nil {
						return up
					}
				}
			}
			return nil
		}
	}
	return nil
}

// newMain reports whether a comma and an "and" before the subject begin a clause of its own: "Norway offered to mediate, and Chad attacked".
func (s *sentence) newMain(subject *group) bool {
	k := subject.index - 1
	for k > 0 && s.groups[k].kind == adverbKind {
		k--
	}
	return k > 0 && s.groups[k].kind == conjKind && s.groups[k-1].kind == commaKind
}

// onlyOpens reports whether the verb is that of a participle or a clause with a conjunction which opens the sentence and ends with the
// comma before the subject, so that it tells nothing of what the subject does: "Although a truce had been agreed, Chad attacked",
// "Encouraged by success, Chad attacked". But "As diplomats say, Chad attacked" is said by them.
func (s *sentence) onlyOpens(v, subject *group) bool {
	comma := subject.index - 1
	for comma > v.index && s.groups[comma].kind != commaKind {
		if g := s.groups[comma]; g.kind != adverbKind && g.kind != nounKind && g.kind != prepKind {
			return false
		}
		comma--
	}
	if comma <= v.index || s.groups[comma].kind != commaKind {
		return false
	}
	first := comma
	for first > 0 && s.groups[first-1].kind != stopKind && s.groups[first-1].kind != quoteKind {
		first--
	}
	switch opening := s.groups[first]; opening.kind {
	case verbKind:
		return !opening.finite && !opening.infinitive && (opening == v || v.index > first)
	case compKind, prepKind, adverbKind, relKind, adjKind:
		if opening.lemma == "as" && s.doc.reader.classes.any(v.lemma, "say", "claim") && !v.passive {
			return false
		}
		return s.onlyInserted(first, comma) && opening.lemma != "if" && opening.lemma != "that"
	}
	return false
}

// fromOpening reports whether a participle, an adjective or a phrase begins the sentence and goes on up to the noun group behind the group at
// i, with no verb of its own that has a tense: "Angered by the decision Chad left".
func (s *sentence) fromOpening(i int) bool {
	first := i
	for first > 0 && s.groups[first-1].kind != stopKind {
		first--
	}
	switch g := s.groups[first]; g.kind {
	case prepKind, adverbKind, adjKind:
	case nounKind:
		if !s.tellsTime(g) && g.lemma != "time" {
			return false
		}
	case verbKind:
		if g.finite || g.infinitive {
			return false
		}
	default:
		return false
	}
	for _, g := range s.groups[first : i+1] {
		if g.kind == verbKind && (g.finite || g.infinitive) || g.kind == commaKind || g.kind == quoteKind || g.kind == relKind || g.kind == compKind {
			return false
		}
	}
	return s.groups[i].kind != verbKind || !s.doc.reader.reports(s.groups[i].lemma)
}

// saysBehind reports whether a verb of saying ends the sentence behind the noun group at k and its phrases, which then is who says it.
func (s *sentence) saysBehind(k int) bool {
	for k++; k+1 < len(s.groups) && s.groups[k].kind == prepKind && s.groups[k+1].kind == nounKind; k += 2 {
	}
	if k >= len(s.groups) || s.groups[k].kind != verbKind || !s.groups[k].finite || !s.doc.reader.classes.any(s.groups[k].lemma, "say", "claim", "suspect") {
		return false
	}
	return s.endsBehind(k + 1)
}

// apposedUntil gives the comma behind the description of the verb's object, or of the last noun of its phrases, that begins at the comma
// at k, where a phrase of the verb goes on behind it, or 0: "pitted the Front, a coalition of parties, against the Movement", "was fought
// by Chad and its ally, Zaire, against Libya".
func (s *sentence) apposedUntil(k int, v *group) int {
	if s.groups[k].kind != commaKind || k+1 >= len(s.groups) {
		return 0
	}
	described := s.groups[k-1]
	if n := len(v.args); described != v.object && (n == 0 || described != v.args[n-1].noun) {
		return 0
	}
	end := s.asideEnd(k)
	if end == 0 || end+2 >= len(s.groups) || s.groups[end+1].kind != prepKind {
		return 0
	}
	switch prep := s.groups[end+1].lemma; prep {
	case "against", "to", "from", "with", "without":
		return end
	case "in":
		if s.doc.reader.classes.has("shambles", s.groups[end+2].lemma) {
			return end // "left X, a town in the east, in ruins"
		}
	}
	return 0
}

// asideEnd gives the comma that ends what describes the noun group before the comma at k, or 0: "X, a town in the east,", "X, which lies on
// a lake,", "X, Kivu,".
func (s *sentence) asideEnd(k int) int {
	if k < 1 || k+2 >= len(s.groups) || s.groups[k].kind != commaKind || s.groups[k-1].kind != nounKind {
		return 0
	}
	described, next := s.groups[k-1], s.groups[k+1]
	list := s.conjunctsOf(described)
	land := s.settlement(described) && next.kind == nounKind && s.headName(next) != nil && s.isPlaceName(s.headName(next)) && s.groups[k+2].kind == commaKind
	if next.kind != relKind && !land && !slices.Contains(described.apposed, next) && !slices.Contains(list[len(list)-1].apposed, next) && !s.countsThem(next) {
		return 0
	}
	for end := k + 2; end < len(s.groups); end++ {
		switch g := s.groups[end]; g.kind {
		case nounKind, prepKind:
		case verbKind, adverbKind, adjKind:
			if next.kind != relKind && !g.participle {
				return 0
			}
		case commaKind:
			if next.kind == relKind && !s.onlyInserted(k+1, end) {
				return 0
			}
			return end
		default:
			return 0
		}
	}
	return 0
}

// agentBehind gives the "by" behind what only tells more of the noun group before k: "the capture of X in Kivu by Y", "the capture of X, a
// port, by Y"; or k itself.
func (s *sentence) agentBehind(k int) int {
	by := k
	if end := s.asideEnd(k); end > 0 {
		by = end + 1
	} else if s.locates(k) {
		by = k + 2
	}
	if by+1 < len(s.groups) && s.groups[by].lemma == "by" {
		return by
	}
	return k
}

// countsThem reports whether the noun group tells how many of those just named it is about: "most of them", "some of whom".
func (s *sentence) countsThem(g *group) bool {
	return s.isShare(g) && g.last-g.first == 3 && (s.lower[g.last-1] == "them" || s.lower[g.last-1] == "whom")
}

// biddenAside gives whom a verb asks or makes do what the infinitive behind the comma at k tells, where that comma ends what describes
// him: "forced X, whose backers include Y, to give up", or nil.
func (s *sentence) biddenAside(k int) *group {
	if k < 4 || s.groups[k].kind != commaKind {
		return nil
	}
	for j := k - 1; j > 1; j-- {
		if s.groups[j].kind != commaKind || !s.onlyInserted(j+1, k) {
			continue
		}
		asked := s.groups[j-1]
		if up := asked.verb; asked.kind == nounKind && up != nil && up.finite && (asked.role == "obj" && s.bids(up, asked) || asked.role == "on" && s.doc.reader.classes.has("demand", up.lemma)) {
			return asked
		}
	}
	return nil
}

// bids reports whether the verb asks, makes or expects those who are its object to do what the infinitive behind them tells.
func (s *sentence) bids(v, whom *group) bool {
	classes := s.doc.reader.classes
	return v.lemma == "warn" || classes.any(v.lemma, "demand", "help", "appoint") || s.expectsOf(whom, v) || classes.has("incite", v.lemma) && s.mayObey(whom)
}
