package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente.example/loader/text"
)

// runOns cuts what a page's copy runs together without a full stop: a headline and the report behind its dateline or date, a list of
// keywords and the text behind it. unbroken tells copy without commas, which lost more than these.
func (d *document) runOns(sentences []text.Sentence, unbroken bool) []text.Sentence {
	for i := 0; i < len(sentences); i++ {
		tokens := sentences[i].Tokens
		at := d.runOn(tokens, unbroken)
		if at == 0 {
			continue
		}
		first, rest := sentences[i], sentences[i]
		first.Tokens, first.End = tokens[:at:at], tokens[at-1].End
		rest.Tokens, rest.Start = tokens[at:], tokens[at].Start
		sentences = append(sentences[:i:i], append([]text.Sentence{first, rest}, sentences[i+1:]...)...)
	}
	return sentences
}

// runOn gives the token at which another sentence begins, or 0.
func (d *document) runOn(tokens []text.Token, unbroken bool) int {
	for i := 1; i+3 < len(tokens); i++ {
		word := tokens[i].Text
		switch c := word[0]; {
		case word == "(" && d.agencyIn(tokens, i):
			if at := datelinePlace(tokens, i); at > 1 {
				return at
			}
		case !unbroken || !opensUpper(word):
		case d.beginsAnew(tokens, i), dated(tokens, i), isFurniture(word) && i > 1 && opensUpper(tokens[i+1].Text) && !opensUpper(tokens[i-1].Text):
			return i
		case c == 'U' && word == "URL" && strings.EqualFold(tokens[i-1].Text, "short") && opensUpper(tokens[i+1].Text):
			return i + 1
		}
	}
	return 0
}

// agencyIn reports whether the bracket at i has the name of a news agency and a dash behind it: "BEIRUT (AP) —".
func (d *document) agencyIn(tokens []text.Token, i int) bool {
	return tokens[i+2].Text == ")" && isDash(tokens[i+3].Text) && d.reader.classes.has("media", strings.ToLower(tokens[i+1].Text))
}

// datelinePlace gives where the dateline begins that has the bracket at i, or 0: its words in capitals, and a date.
func datelinePlace(tokens []text.Token, i int) int {
	at := 0
	for k := i - 1; k >= 0 && k > i-8; k-- {
		word := tokens[k].Text
		switch {
		case len(word) > 3 && isAcronym(word) || len(word) == 3 && word != "" && at == k+1 && isAcronym(word):
			at = k
		case at == 0 && (isNumeral(word) || word == "." || isMonthName(word) || k > i-3 && opensUpper(word)), word == ",": // "AZAZ Syria (Reuters) -"
		default:
			return at
		}
	}
	return at
}

// isMonthName tells the names of months, if cut short.
func isMonthName(word string) bool {
	if len(word) < 3 {
		return false
	}
	switch strings.TrimSuffix(word, ".") {
	case "Jan", "January", "Feb", "February", "Mar", "March", "Apr", "April", "May", "Jun", "June", "Jul", "July", "Aug", "August",
		"Sep", "Sept", "September", "Oct", "October", "Nov", "November", "Dec", "December":
		return true
	}
	return false
}

// dated reports whether the date of a page ends right before the token, which no preposition goes with: "in northern Syria Sunday 9
// Oct 2016 Thirty militants", "July 21 2015 A boy".
func dated(tokens []text.Token, i int) bool {
	k := i - 1
	if tokens[k].Text == ")" && k > 0 {
		k--
	}
	if len(tokens[k].Text) == 10 && strings.Count(tokens[k].Text, ".") == 2 && isNumeral(tokens[k].Text[:2]) {
		return true // 22.09.2016
	}
	if len(tokens[k].Text) != 4 || !isNumeral(tokens[k].Text) || k < 2 {
		return false
	}
	month := isMonthName(tokens[k-1].Text) && isNumeral(tokens[k-2].Text) || isMonthName(tokens[k-2].Text) && isNumeral(tokens[k-1].Text)
	if !month {
		return false
	}
	if k == 2 {
		return true
	}
	switch strings.ToLower(tokens[k-3].Text) {
	case "on", "in", "since", "until", "till", "of", "from", "to", "by", "before", "after", "between", "and", "the", "around", "for", "at", "through":
		return false
	}
	return true
}

// beginsAnew reports whether a word that opens a sentence stands at the token with a capital, behind a word or a number with none: "air
// strikes The death toll", "(61) 112010 The coalition".
func (d *document) beginsAnew(tokens []text.Token, i int) bool {
	switch tokens[i].Text {
	case "The", "A", "An", "At", "In", "On", "According", "Meanwhile", "This", "Several", "Some":
	default:
		return false
	}
	before, next := tokens[i-1].Text, tokens[i+1].Text
	if opensUpper(before) && (len(tokens[i].Text) == 3 || i == 1) && d.placeEnds(tokens, i) {
		return true // "Hama The air force bombed", where each province has its heading
	}
	if opensUpper(before) && i > 1 && len(tokens[i].Text) > 1 && (isAcronym(before) || !opensUpper(next) && functionTag(strings.ToLower(before)) == text.Untagged) {
		return !opensUpper(next) || d.opensName(next) // "jets pound the group The Red Crescent said", "Battle Near Tabqa The coalition said"
	}
	switch r, _ := utf8.DecodeRuneInString(before); {
	case before == ")":
	case isNumeral(before[:1]) && len(before) > 2:
	case unicode.IsLower(r) && len(before) > 2 && functionTag(before) == text.Untagged && !d.reader.reports(text.Lemma(before, text.VBD)) && !d.reader.reports(text.Lemma(before, text.VBZ)):
	default:
		return false
	}
	return !opensUpper(next) || d.opensName(next)
}

// placeEnds reports whether the name of a town or a province ends right before the token.
func (d *document) placeEnds(tokens []text.Token, i int) bool {
	for first := max(0, i-2); first < i; first++ {
		words := []string{tokens[i-1].Text}
		if first < i-1 {
			words = []string{tokens[first].Text, tokens[i-1].Text}
		}
		if n, senses := d.reader.matcher.Longest(words, 0); n == len(words) && senses[0].Entry.IsPlace() {
			return true
		}
	}
	return false
}

// opensName reports whether the word is a known name, or made of one: "US-led".
func (d *document) opensName(word string) bool {
	n, _ := d.reader.matcher.Longest([]string{word}, 0)
	return n > 0 || strings.Contains(word, "-")
}

// isFurniture tells the words over a page's lists of keywords and other articles.
func isFurniture(word string) bool {
	switch word {
	case "Tags", "Related", "Topic", "Topics", "Category", "Keywords", "Trending":
		return true
	}
	return false
}

// opensUpper reports whether the word begins with a capital.
func opensUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
