package extract

import (
	"slices"

	"entente.example/loader/text"
)

// splitFronted cuts the phrase or clause that opens a sentence from the name behind it that is the subject, where no comma does: "Under
// the deal Russia left Kherson", "To weaken Iran Iraq armed the rebels". A verb with a tense right behind a name would have no
// subject else.
func (s *sentence) splitFronted() {
	for i := 0; i+2 < len(s.groups); i++ {
		p, g := s.groups[i], s.groups[i+1]
		if g.kind != nounKind || len(g.names) == 0 || p.kind != verbKind && p.kind != prepKind {
			continue
		}
		opens := s.fromOpening(i)
		if !opens && p.kind == prepKind && !s.onlyPhrases(i) {
			continue
		}
		n := &s.names[g.names[len(g.names)-1]]
		if before := s.nameBefore(n.first); p.kind == verbKind && !opens && (before == nil || !before.known() || !n.known()) {
			continue // but "When Russia invaded Ukraine Poland sent tanks"
		}
		if p.kind == prepKind && opens && n.adjectival() && n.last < g.last && n.first > g.first && (s.isWar(n.first-1) || s.tokens[n.first-1].Tag == text.CD && !s.capitalised(n.first-1)) {
			s.splitWar(i, n)
			continue
		}
		if n.last != g.last || n.first == g.first || n.adjectival() || !n.known() && n.shape == "" || !s.endsPhrase(n.first-1) && !(opens && s.doc.reader.classes.has("government", s.lemma(n.first-1)) && !s.person(n)) {
			continue
		}
		if v := s.verbBehind(i + 2); v < 0 || s.mainBehind(v) {
			continue
		}
		subject := s.nounAt(n.first)
		if subject == nil || subject.last != g.last {
			continue
		}
		phrase := &group{kind: nounKind, first: g.first, last: n.first, head: n.first - 1, lemma: s.lemma(n.first - 1), nounGroup: nounGroup{
			definite: g.definite, plural: s.tokens[n.first-1].Tag == text.NNS, names: g.names[:len(g.names)-1],
		}}
		s.groups = slices.Concat(s.groups[:i+1], []*group{phrase, subject}, s.groups[i+2:])
	}
}

// splitFighters cuts the phrase that opens a sentence and says where or in what event from those armed behind it who are the subject: "In
// Aleppo rebels shelled", "In a separate incident gunmen attacked".
func (s *sentence) splitFighters() {
	if len(s.groups) < 3 || s.groups[0].kind != prepKind || s.groups[1].kind != nounKind {
		return
	}
	switch g := s.groups[1]; {
	case s.groups[0].lemma != "in" && s.groups[0].lemma != "near", !g.plural, g.conjuncts != nil, s.headName(g) != nil, !s.doc.reader.classes.any(g.lemma, "rebels", "force", "warplane", "nationals"):
		return
	}
	g := s.groups[1]
	at := g.head
	if n := s.nameAt(g.first); n != nil {
		if !s.isPlaceName(n) || n.adjectival() || n.last > g.head {
			return
		}
		for at = n.last; at < g.head && s.doc.reader.classes.has("place", s.lower[at]); at++ {
		}
	} else if s.tokens[g.first].Tag != text.DT || at < g.first+2 || !s.doc.reader.classes.has("outrage", s.lemma(at-1)) && s.lower[at-1] != "development" {
		return
	}
	k := 2
	for k+1 < len(s.groups) && s.groups[k].kind == prepKind && s.groups[k+1].kind == nounKind {
		k += 2
	}
	if v := s.verbBehind(k); v < 0 || s.mainBehind(v) {
		return
	}
	subject := s.nounAt(at)
	if subject == nil || subject.last != g.last {
		return
	}
	phrase := &group{kind: nounKind, first: g.first, last: at, head: at - 1, lemma: s.lemma(at - 1), nounGroup: nounGroup{
		definite: g.definite, names: slices.DeleteFunc(slices.Clone(g.names), func(k int) bool { return s.names[k].first >= at }),
	}}
	s.groups = slices.Concat(s.groups[:1], []*group{phrase, subject}, s.groups[2:])
}

// splitWar cuts the phrase about a war that opens a sentence from those behind it who bear a state's adjective: "In the civil war
// Egyptian squadrons flew".
func (s *sentence) splitWar(i int, n *name) {
	g, subject := s.groups[i+1], s.nounAt(n.first)
	if v := s.verbBehind(i + 2); v < 0 || s.mainBehind(v) || subject == nil || subject.last != g.last {
		return
	}
	phrase := &group{kind: nounKind, first: g.first, last: n.first, head: n.first - 1, lemma: s.lemma(n.first - 1), nounGroup: nounGroup{
		definite: g.definite, names: slices.DeleteFunc(slices.Clone(g.names), func(k int) bool { return s.names[k].first >= n.first }),
	}}
	s.groups = slices.Concat(s.groups[:i+1], []*group{phrase, subject}, s.groups[i+2:])
}

// onlyPhrases reports whether nothing but phrases with a preposition stands before the one at i, from where a clause begins.
func (s *sentence) onlyPhrases(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch s.groups[k].kind {
		case stopKind, compKind:
			return true
		case conjKind:
			return k > 0 && s.groups[k-1].kind == commaKind
		case prepKind, nounKind:
		default:
			return false
		}
	}
	return i == 0 || s.groups[0].kind == prepKind
}

// endsPhrase reports whether the token may be the last of a phrase before a subject: a common noun that is no title and names
// nobody, or the end of a name.
func (s *sentence) endsPhrase(i int) bool {
	if n := s.nameBefore(i + 1); n != nil {
		return !n.adjectival()
	}
	switch s.lower[i] {
	case "first", "last", "secret", "private", "public", "vain", "short", "turn":
		return true
	case "general":
		return i > 0 && s.lower[i-1] == "in" // but "the forces of General Roe took"
	}
	if isQuarter(s.lower[i]) || s.isWar(i) || s.lower[i] == "insurgency" || s.lower[i] == "conflict" {
		return true
	}
	lemma := s.lemma(i)
	return (s.tokens[i].Tag == text.NN || s.tokens[i].Tag == text.NNS) && !s.capitalised(i) &&
		!s.doc.reader.classes.any(lemma, "leader", "member", "title", "grouping", "denotes", "site", "force", "government", "model", "nationals", "rebels")
}

// verbBehind gives the verb with a tense at k, or behind an adverb or others who are its subject as well; -1 where there is none.
func (s *sentence) verbBehind(k int) int {
	for ; k < len(s.groups); k++ {
		switch g := s.groups[k]; g.kind {
		case adverbKind, conjKind:
		case nounKind:
			if len(g.names) == 0 || s.groups[k-1].kind != conjKind {
				return -1
			}
		case verbKind:
			if g.infinitive || g.gerund || !g.finite && !s.pastForm(g) {
				return -1
			}
			return k
		default:
			return -1
		}
	}
	return -1
}

// mainBehind reports whether a comma and the main clause come behind the verb, so that it only tells more of the phrase: "Under the
// deal Russia signed, Chad left".
func (s *sentence) mainBehind(v int) bool {
	for k := v + 1; k+2 < len(s.groups); k++ {
		if s.groups[k].kind != commaKind {
			continue
		}
		if subject, main := s.groups[k+1], s.groups[k+2]; subject.kind == nounKind && main.kind == verbKind && main.finite && !s.doc.reader.classes.has("say", main.lemma) {
			return true
		}
	}
	return false
}

// closesOpening reports whether the comma right before the noun group at i ends a phrase or a clause that opens the sentence, in
// which the verb at k stands, so that what begins at i is the main clause: "When the talks failed, A and B armed C".
func (s *sentence) closesOpening(i, k int) bool {
	if s.groups[i-1].kind != commaKind {
		return false
	}
	related := !s.groups[k].finite
	for j := i - 2; j >= 0; j-- {
		switch g := s.groups[j]; g.kind {
		case relKind:
			related = related || j < k
		case commaKind, conjKind:
			return (s.joinsOpening(j) || j > 0 && s.joinsOpening(j-1)) && s.opensAside(j+1, related)
		case stopKind, quoteKind:
			return s.opensAside(j+1, related)
		}
	}
	return s.opensAside(0, related)
}

// joinsOpening reports whether the group at k is an "and" or "but" that joins to what stands before it a clause with one that depends on it
// before its subject: "A lost, but when B rose, C left".
func (s *sentence) joinsOpening(k int) bool {
	if k < 1 || k+2 >= len(s.groups) || s.groups[k].kind != conjKind || s.groups[k].lemma == "or" || s.verbBefore(k) == nil {
		return false
	}
	if s.groups[k+1].kind == commaKind {
		k++
	}
	switch g := s.groups[k+1]; g.kind {
	case compKind:
		return g.lemma != "that"
	case relKind:
		return g.lemma == "when" || g.lemma == "where"
	case prepKind:
		return mayConjoin(g.lemma) && g.lemma != "as"
	}
	return false
}

// opensAside reports whether the group at j begins a clause that depends on another, or, where a relative clause ends it, a phrase.
func (s *sentence) opensAside(j int, related bool) bool {
	g := s.groups[j]
	return g.kind == compKind && g.lemma != "that" || g.kind == relKind && (g.lemma == "when" || g.lemma == "where") || g.kind == prepKind && related
}

// endsOpening reports whether the noun group at i is the last of what opens the sentence, and what looks like its list, to the one at
// end, is the subject behind: "In a move that surprised observers, Turkish tanks and troops entered".
func (s *sentence) endsOpening(i, end int) bool {
	if i+2 > end || s.groups[i+1].kind != commaKind {
		return false
	}
	if s.predicateAfter(end) && s.completesOpening(i) {
		return true
	}
	if s.verbBehind(end+1) < 0 {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		switch s.groups[k].kind {
		case verbKind:
			return s.closesOpening(i+2, k)
		case commaKind, stopKind, quoteKind:
			return false
		}
	}
	return false
}

// completesOpening reports whether the noun group at i is the last of a phrase or a clause with a verb of its own that opens the sentence,
// so that the verb further on wants a subject behind the comma: "While A backs B, C and D back E", "In reply to A, B and C left".
func (s *sentence) completesOpening(i int) bool {
	if i == 0 || s.groups[i-1].kind != prepKind && s.groups[i-1].kind != verbKind {
		return false
	}
	first := i
	for first > 0 && s.groups[first-1].kind != stopKind && s.groups[first-1].kind != quoteKind && s.groups[first-1].kind != commaKind {
		first--
		if s.groups[first].kind == compKind && s.groups[first].lemma == "that" {
			first++
			break
		}
	}
	if s.joinsOpening(first) {
		first++ // "A lost, but when B rose, C and D armed it"
	}
	for k := first; k < i; k++ {
		if s.groups[k].kind == verbKind {
			break
		}
		if s.groups[k].kind == nounKind && s.groups[k+1].kind == nounKind || k == first && s.groups[k].kind == adverbKind && s.groups[k+1].kind == nounKind {
			return false // "In 1997 a coalition of A, B and C attacked D"
		}
	}
	if first == i || s.groups[first].kind == conjKind || !s.mayOpen(first) && s.groups[first].lemma != "when" {
		return false
	}
	open := 0
	if g := s.groups[first]; g.kind == prepKind && mayConjoin(g.lemma) {
		open++
	}
	may := open // a phrase or a clause
	for _, g := range s.groups[first:i] {
		switch {
		case g.kind == compKind || g.kind == relKind:
			open++
		case g.kind == verbKind && g.finite && g.lemma != "":
			if open == 0 {
				return false
			}
			open--
		}
	}
	return open <= may
}

// predicateAfter reports whether the verb of a clause follows the group, adverbs aside, be it in the form that plurals have.
func (s *sentence) predicateAfter(end int) bool {
	k := end + 1
	for k+1 < len(s.groups) {
		if when := s.groups[k+1]; s.groups[k].kind == prepKind && when.kind == nounKind && (s.tellsTime(when) || when.lemma == "meantime" || s.groups[k].lemma == "of") {
			k += 2 // "in the meantime"
			continue
		}
		if s.groups[k].kind != adverbKind {
			break
		}
		k++
	}
	if k >= len(s.groups) || s.groups[k].kind != verbKind {
		return false
	}
	v := s.groups[k]
	return v.finite || !v.gerund && !v.infinitive && !v.participle
}
