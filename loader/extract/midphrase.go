package extract

import "entente.example/loader/text"

// Phrases may stand between an auxiliary and its verb, and a negation before them reaches over: "did not at any time arm X".

// adverbial gives the length of a phrase that stands between an auxiliary and its verb, or 0: "had at first sent", "has in turn armed",
// "did not itself arm".
func (s *sentence) adverbial(j int) int {
	if n := s.midPhrase(j); n > 0 && s.verbFollows(j+n) {
		return n
	}
	return 0
}

// midPhrase gives the length of a phrase at j of the sort that may stand there, whatever follows, or 0.
func (s *sentence) midPhrase(j int) int {
	if reflexive(s.lower[j]) {
		return 1
	}
	if j+2 >= len(s.tokens) {
		return 0
	}
	switch s.lower[j] + " " + s.lower[j+1] {
	case "at first", "at last", "at once", "at times", "at present", "in turn", "in fact", "in effect", "by then", "by now", "of late", "so far", "for years", "for decades", "in part", "in secret", "in vain",
		"in reality", "in truth", "of course", "as yet", "at all", "until then", "until now", "till then", "since then", "by contrast", "in return", "at length", "to date":
		return 2
	case "at any", "in any", "under any", "by any", "on any", "to any", "for any", "to this", "for a", "for one":
		if s.tokens[j+2].Tag.IsNoun() && s.nameAt(j+2) == nil {
			return 3 // "at any time", "under any circumstances", "to this day", "for a moment"
		}
	}
	if s.tokens[j].Tag == text.RB && (s.lower[j+1] == "or" || s.lower[j+1] == "and") && s.tokens[j+2].Tag == text.RB {
		return 3 // "directly or indirectly"
	}
	return 0
}

// behindMidPhrase reports whether such a phrase stands between an auxiliary that takes a base form and the token.
func (s *sentence) behindMidPhrase(i int) bool {
	for n := 1; n <= 3 && n < i; n++ {
		if s.midPhrase(i-n) != n {
			continue
		}
		k := i - n - 1
		for k > 0 && (isNegation(s.lower[k]) || s.tokens[k].Tag == text.RB) {
			k--
		}
		switch s.lower[k] {
		case "do", "does", "did":
			return true
		}
		return s.tokens[k].Tag == text.MD
	}
	return false
}
