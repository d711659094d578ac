package extract

import "entente.example/loader/text"

// quantifier gives the length of "more than", "at least", "as many as" and the like before a number, or 0.
func (s *sentence) quantifier(i int) int {
	if i+2 >= len(s.tokens) {
		return 0
	}
	second, third := s.lower[i+1], s.lower[i+2]
	two, three := false, false // tokens of such a phrase
	switch s.lower[i] {
	case "more", "less", "fewer":
		two = second == "than"
	case "at":
		two = second == "least" || second == "most"
	case "up", "close":
		two = second == "to"
	case "upwards":
		two = second == "of"
	case "as":
		three = third == "as" && (second == "many" || second == "much" || second == "few")
	case "no":
		three = third == "than" && (second == "fewer" || second == "less" || second == "more")
	case "not":
		three = third == "than" && (second == "less" || second == "more")
	case "between": // "between 3,000 and 4,000 soldiers"
		three = i+4 < len(s.tokens) && s.tokens[i+1].Tag == text.CD && s.tokens[i+2].Tag == text.CC && s.tokens[i+3].Tag == text.CD && s.dateLength(i+3) == 0 && !s.joinsYear(i+2)
	}
	switch {
	case two && s.counted(i+2):
		return 2
	case three && s.counted(i+3):
		return 3
	}
	return 0
}

// counted reports whether a number or another amount stands at the token.
func (s *sentence) counted(i int) bool {
	return i < len(s.tokens) && (s.tokens[i].Tag == text.CD || s.tokens[i].Tag == text.Dollar || s.lower[i] == "half" || s.lower[i] == "a" || isAmount(s.lower[i]))
}

// isAmount tells the words that count what comes behind "of": "in Syria dozens of times".
func isAmount(word string) bool {
	return word == "dozens" || word == "hundreds" || word == "thousands" || word == "scores"
}

// isAbout tells the adverbs before a number: "nearly all", "about ten".
func isAbout(word string) bool {
	switch word {
	case "nearly", "over", "around", "about", "almost", "some":
		return true
	}
	return false
}

// counts reports whether the noun group is no more than a number of the armed people behind "of": "around 10,000 of its soldiers",
// "one of its drones".
func (s *sentence) counts(g, of *group) bool {
	if s.oneOfArms(g, of) {
		return true
	}
	if g.head < 0 || s.tokens[g.head].Tag != text.CD || g.lemma == "date" || len(g.names) > 0 || g.of != nil || g.conjuncts != nil || s.tokens[g.head].Text[0] < '0' || s.tokens[g.head].Text[0] > '9' {
		return false
	}
	return (of.definite || of.possessor != nil) && s.doc.reader.classes.any(of.lemma, "force", "nationals", "owned")
}

// oneOfArms reports whether the noun group is one of somebody's soldiers or machines, of whom no name behind a comma tells more.
func (s *sentence) oneOfArms(g, of *group) bool {
	if g.lemma != "one" || g.head != g.first || !of.plural || s.headName(of) != nil || !of.definite && of.possessor == nil || of.last < len(s.words) && s.words[of.last] == "," {
		return false
	}
	classes := s.doc.reader.classes
	return classes.has("force", of.lemma) && !classes.any(of.lemma, "rebels", "grouping", "organisation", "deed")
}

// isPeopleShare tells the adverbs that say how much of a place a people or a religion is: "the largely Kurdish town".
func isPeopleShare(word string) bool {
	switch word {
	case "mostly", "largely", "mainly", "predominantly", "overwhelmingly", "majority", "primarily":
		return true
	}
	return false
}

// hyphenedTo reports whether a hyphen and the word stand behind the token.
func (s *sentence) hyphenedTo(i int, word string) bool {
	return i+2 < len(s.tokens) && s.tokens[i+1].Tag == text.HYPH && s.lower[i+2] == word
}

// grades reports whether the adverb at the token, behind a preposition, says how far what follows holds: "of mostly Shia militias".
func (s *sentence) grades(i int) bool {
	if i == 0 || s.tokens[i-1].Tag != text.IN || i+1 >= len(s.tokens) || s.tokens[i+1].Tag != text.JJ && s.nameAt(i+1) == nil || !s.nounFollows(i+1) {
		return false
	}
	switch s.lower[i] {
	case "mostly", "mainly", "largely", "predominantly", "chiefly", "primarily", "overwhelmingly", "predominately", "exclusively", "entirely":
		return true
	}
	return false
}

// uncounted gives the noun group that a number of it stands before: "300 of its citizens" are citizens.
func (s *sentence) uncounted(g *group) *group {
	for g.of != nil && (g.lemma == "number" || s.doc.reader.classes.has("share", g.lemma)) {
		g = g.of
	}
	return g
}
