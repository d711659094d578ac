package extract

import (
	"strings"

	"entente.example/loader/text"
)

// findClauseVerbs mends the verb of a clause that seems to have none, where an unknown name or an adjective as its subject
// misled the tagger: "the FDNB conducts limited training", "The Dutch ruled Indonesia". Only what begins a sentence, or
// stands where a clause must, is one: what stands behind a comma may be an item of a list.
func (s *sentence) findClauseVerbs() {
	start := s.dateline()
	s.findClauseVerb(start, false)
	if end := s.clauseEnd(start + 1); start < len(s.tokens) && s.conjoins(start) && s.tagAt(end) == text.Comma && s.verbBeforeToken(end) {
		s.findClauseVerb(end+1, false)
	}
	for i := start; i+1 < len(s.tokens); i++ {
		if s.opensWhole(i) {
			s.findClauseVerb(i+1, s.lower[i] != ";")
		} else if s.conjoins(i) {
			s.findClauseVerb(i+1, false)
		}
	}
}

// conjoins reports whether the token begins a clause that the main one follows.
func (s *sentence) conjoins(i int) bool {
	return mayConjoin(s.lower[i]) || isSubordinator(s.lower[i]) && s.lower[i] != "that" && s.lower[i] != "so"
}

// opensWhole reports whether a clause with a verb must follow the token.
func (s *sentence) opensWhole(i int) bool {
	switch s.lower[i] {
	case ";", "while", "although", "though", "because", "whereas", "when":
		return true
	case "that":
		return s.tokens[i].Tag == text.IN
	}
	tag := s.tokens[i].Tag
	return (tag == text.VBD || tag == text.VBP || tag == text.VBZ) && s.lemma(i) == "say"
}

// findClauseVerb mends the verb of the clause that begins at the token. Where one must be, a participle without an object is it as
// well, if no other verb comes: "because Iranian missiles fell on Erbil".
func (s *sentence) findClauseVerb(first int, must bool) {
	last := s.clauseEnd(first)
	i := s.missingVerb(first, last)
	if i == 0 {
		i = s.onlyParticiple(first, last, must && !s.verbIn(first))
	}
	if i == 0 {
		return
	}
	plain := s.tokens[i].Tag == text.NN
	s.tokens[i].Tag = text.VBD
	if plain {
		s.tokens[i].Tag = text.VBP
	}
	if strings.HasSuffix(s.lower[i], "s") {
		s.tokens[i].Tag = text.VBZ
	}
}

// onlyParticiple gives the token of the participle behind its noun that the words from first to last have for a verb, or 0: any without
// an agent, or only such as tells nothing that is done to somebody, "missiles landed in Erbil".
func (s *sentence) onlyParticiple(first, last int, anyVerb bool) int {
	found := 0
	for i := first; i < last; i++ {
		switch tag := s.tokens[i].Tag; {
		case tag == text.VBD, tag == text.VBZ, tag == text.VBP, tag == text.MD:
			return 0
		case found == 0 && i > first && tag == text.VBN && (s.tokens[i-1].Tag.IsNoun() || s.nameBefore(i) != nil) && s.nameAt(i) == nil && (i+1 == len(s.tokens) || s.lower[i+1] != "by"):
			if anyVerb || s.doc.reader.classes.has("active", s.lower[i]) {
				found = i
			}
		}
	}
	return found
}

// clauseEnd gives the token at which the clause that begins at the token ends, or may end.
func (s *sentence) clauseEnd(first int) int {
	for i := first; i < len(s.tokens); i++ {
		switch tag := s.tokens[i].Tag; {
		case tag == text.CC && s.joinsNames(i):
		case tag == text.Comma, tag == text.CC, tag == text.Colon, tag == text.Period, tag == text.WDT, tag == text.WP, tag == text.WRB, tag == text.OpenQuote, tag == text.CloseQuote,
			tag == text.IN && isSubordinator(s.lower[i]):
			return i
		}
	}
	return len(s.tokens)
}

// joinsNames reports whether the "and" at i stands right behind the first name of its clause, so that another subject follows.
func (s *sentence) joinsNames(i int) bool {
	n := s.nameBefore(i)
	return n != nil && (n.first == 0 || n.first > 0 && (isSubordinator(s.lower[n.first-1]) || s.lower[n.first-1] == ";" || s.lower[n.first-1] == "the" && n.first == 1))
}

// missingVerb gives the token of the verb that a clause without one has for a noun or a participle, or 0.
func (s *sentence) missingVerb(first, last int) int {
	found := 0
	for i := first; i < last; i++ {
		switch tag := s.tokens[i].Tag; {
		case tag == text.VBD, tag == text.VBZ, tag == text.VBP, tag == text.MD:
			return 0
		case found == 0 && i > first && i+1 < last && s.mayPredicate(i):
			found = i
		}
	}
	return found
}

// mayPredicate reports whether the word at i, read as a noun or a participle, may be the verb behind a name: an object
// follows it.
func (s *sentence) mayPredicate(i int) bool {
	at := i
	for at > 1 && s.tokens[at-1].Tag == text.RB {
		at-- // "subsequently extended"
	}
	tag, before, after := s.tokens[i].Tag, s.tokens[at-1].Tag, s.tokens[i+1].Tag
	n := s.nameBefore(at)
	if s.nameAt(i) != nil || s.capitalised(i) || !before.IsNoun() && (n == nil || !s.collective(n)) || n != nil && n.adjectival() && !s.collective(n) {
		return false
	}
	object := after == text.DT || after == text.PRPS || after == text.CD || after == text.JJ || after.IsNoun() || s.nameAt(i+1) != nil ||
		after == text.RB && i+2 < len(s.tokens) && s.tokens[i+2].Tag == text.JJ && s.equipped(i+2) // "attacked heavily armed militants"
	switch tag {
	case text.NN:
		next := s.nameAt(i + 1)
		told := next != nil && !next.adjectival() && next.known() || next == nil && (after == text.JJ || after == text.DT || after == text.PRPS) && s.nounFollows(i+1) // "The Houthis control large areas"
		return n != nil && !n.adjectival() && told && s.knownVerb(i, text.VBP) && s.verbal(i)
	case text.NNS:
		lemma := text.Lemma(s.lower[i], text.VBZ)
		return (before.IsName() || n != nil) && (object || (after == text.IN || after == text.TO) && lemma != s.lower[i]) && s.doc.reader.knowsVerb(lemma) && !s.doc.reader.frames.event(lemma) &&
			!s.doc.reader.classes.any(text.Lemma(s.lower[i], text.NNS), "force", "support", "target", "place", "government", "grouping", "rebels", "nationals", "member", "leader", "quantity")
	case text.VBN, text.JJ:
		return (strings.HasSuffix(s.lower[i], "ed") || s.lower[i] == "held" || s.lower[i] == "led" || s.lower[i] == "fought") && object && (after != text.JJ || at < i) && s.knownVerb(i, text.VBD)
	}
	return false
}

// verbal reports whether the word at i reads as a verb between two names: "Hezbollah support Damascus", not "France ally Chad".
func (s *sentence) verbal(i int) bool {
	switch s.lower[i] {
	case "support", "back", "attack", "control", "fund", "train", "arm", "sponsor", "oppose", "condemn", "accuse", "fight", "lead", "aid":
		return true
	}
	return false
}

// collective reports whether the name is that of a people with an article, which acts as its state: "The Dutch", "the British
// and French".
func (s *sentence) collective(n *name) bool {
	if n.first == 0 || n.last != n.first+1 || !n.adjectival() || n.last < len(s.tokens) && s.tokens[n.last].Tag.IsNoun() {
		return false
	}
	if s.lower[n.first-1] == "and" && n.first > 1 {
		before := s.nameBefore(n.first - 1)
		return before != nil && s.collective(before)
	}
	return s.lower[n.first-1] == "the"
}

// demonym reports whether the noun group is a people that acts as many: "the British".
func (s *sentence) demonym(g *group) bool {
	n := s.headName(g)
	return n != nil && s.collective(n)
}

// plainForm reports whether the word at i may be the verb of a plural, "Houthis shell X", being no noun for who or what somebody is.
func (s *sentence) plainForm(i int) bool {
	reader, word := s.doc.reader, s.lower[i]
	if !s.knownVerb(i, text.VBP) || len(reader.frames.roles[word]) > 0 || reader.classes.any(word, "leader", "member", "place", "target", "grouping", "rebels", "nationals", "government") {
		return false
	}
	return !reader.classes.any(word, "force", "support") || reader.classes.has("deed", word)
}

// clauseVerb reports whether the name before the word at i opens a clause that has no verb yet.
func (s *sentence) clauseVerb(i int) bool {
	first := s.nameBefore(i).first - 1
	if first > 0 && s.lower[first] == "the" {
		first--
	}
	if first < 0 || isSubordinator(s.lower[first]) {
		return true
	}
	switch s.lower[first] {
	case "after", "as", "before", "since", "until", ";", ":":
		return true
	}
	return !s.verbAhead(i)
}
