package extract

import "entente.example/loader/text"

// readHeadline mends what the tagger makes of a headline, where commas stand for "and" and the verb has no ending: "US, UK strike
// Houthi targets", "Rwanda-backed rebels enter Goma".
func (s *sentence) readHeadline() {
	if !s.title || s.capitals || len(s.tokens) < 3 {
		return
	}
	if comma, verb := s.listedSubjects(); verb > 0 {
		s.tokens[comma].Tag, s.tokens[verb].Tag = text.CC, text.VBP
		s.endHeadlineVerb(verb)
		return
	}
	if n := s.nameAt(0); n != nil && n.last+1 < len(s.tokens) && s.headsDeed(n.last) {
		s.tokens[n.last].Tag, s.tokens[n.last+1].Tag = text.VBZ, text.NN
		return
	}
	for i := range s.tokens {
		switch s.tokens[i].Tag {
		case text.VBD, text.VBZ, text.VBP, text.MD:
			return
		}
	}
	for i := 1; i+1 < len(s.tokens); i++ {
		switch {
		case s.tokens[i].Tag == text.IN, s.tokens[i].Tag == text.Comma, s.tokens[i].Tag == text.TO:
			return
		case s.plainBehindMany(i):
			s.tokens[i].Tag = text.VBP
			s.endHeadlineVerb(i)
			return
		}
	}
}

// listedSubjects gives the last comma between the names that open a headline and the verb right behind them, or two times 0: "Israel,
// Hezbollah exchange fire", "Sudan army, RSF clash".
func (s *sentence) listedSubjects() (comma, verb int) {
	for i := 0; i < len(s.tokens); i++ {
		n := s.nameAt(i)
		if n == nil {
			return 0, 0
		}
		for i = n.last; i < len(s.tokens) && isSideWord(s.lower[i]); i++ {
		}
		if i+1 < len(s.tokens) && s.tokens[i].Tag == text.Comma {
			comma = i
			continue
		}
		if comma > 0 && i+1 < len(s.tokens) && s.plainVerbAt(i) {
			return comma, i
		}
		return 0, 0
	}
	return 0, 0
}

// isSideWord tells the words that a headline puts behind a country's name for who of it acts.
func isSideWord(word string) bool {
	switch word {
	case "army", "military", "government", "forces", "troops", "rebels", "navy", "jets", "warplanes", "fighters", "militants":
		return true
	}
	return false
}

// plainVerbAt reports whether the word at i may be a rule's verb without an ending.
func (s *sentence) plainVerbAt(i int) bool {
	word := s.lower[i]
	return s.nameAt(i) == nil && (s.headline || !s.capitalised(i)) && text.Lemma(word, text.VBP) == word && s.doc.reader.knowsVerb(word)
}

// plainBehindMany reports whether the word at i is the verb of many whom a headline names before it: "Taliban sweep into Kabul".
func (s *sentence) plainBehindMany(i int) bool {
	if !s.plainVerbAt(i) {
		return false
	}
	before := text.Lemma(s.lower[i-1], text.NNS)
	many := before != s.lower[i-1] && s.doc.reader.classes.any(before, "force", "rebels", "nationals", "grouping")
	if n := s.nameBefore(i); n != nil && n.known() && !s.isPlaceName(n) && !n.adjectival() && !n.senses[0].Entry.IsState {
		many = many || s.lower[i-1] == "taliban" || s.lower[i-1] != "is" && len(s.lower[i-1]) > 3 && s.lower[i-1][len(s.lower[i-1])-1] == 's'
	}
	if !many {
		return false
	}
	next := s.tokens[i+1].Tag
	return s.nameAt(i+1) != nil || next == text.IN || next == text.DT || next == text.JJ || next == text.CD
}

// headsDeed reports whether the word at i is a verb behind a name and an attack is what follows: "Haftar orders advance on Tripoli".
func (s *sentence) headsDeed(i int) bool {
	n := s.nameBefore(i)
	if n == nil || n.adjectival() || s.isPlaceName(n) {
		return false
	}
	lemma := text.Lemma(s.lower[i], text.VBZ)
	return lemma != s.lower[i] && s.doc.reader.classes.any(lemma, "wage", "begin", "demand") && s.doc.reader.frames.assaults(s.lower[i+1])
}

// endHeadlineVerb makes a noun of what follows the verb of a headline and was taken for the verb: "strike Houthi targets".
func (s *sentence) endHeadlineVerb(verb int) {
	for i := verb + 1; i < len(s.tokens); i++ {
		switch s.tokens[i].Tag {
		case text.VBZ:
			if s.doc.reader.classes.any(text.Lemma(s.lower[i], text.NNS), "target", "force", "support", "nationals", "place") {
				s.tokens[i].Tag = text.NNS
			}
		case text.IN, text.Comma, text.TO:
			return
		}
	}
}

// headlineTeller reports whether the headline ends, behind the group at k, with who says it: ", Chad says".
func (s *sentence) headlineTeller(k int) bool {
	last := len(s.groups) - 1
	if last > 0 && s.groups[last].kind == stopKind {
		last--
	}
	return s.title && last > k+2 && s.groups[last].kind == verbKind && s.doc.reader.reports(s.groups[last].lemma) && s.groups[last-1].kind == nounKind && s.groups[last-2].kind == commaKind
}
