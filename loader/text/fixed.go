package text

import (
	"strings"
	"unicode/utf8"
)

// fixedTag returns the tag that the form of token i alone gives: punctuation,
// plain numbers, addresses. It is Untagged for a word. quotes holds what is
// open to the left of the token, and is kept up to date.
func fixedTag(tokens []Token, i int, quotes *openQuotes) Tag {
	s := tokens[i].Text
	if len(s) == 0 {
		return NFP
	}
	c := s[0]
	if isASCIILetter(c) {
		if len(s) > 6 && isAddress(s) {
			return ADD
		}
		return Untagged
	}
	if isDigit(rune(c)) {
		return numberTag(s)
	}
	switch s {
	case ",", "،", "，", "、":
		return Comma
	case ".", "!", "?", "。", "！", "？", "؟", "۔", "।":
		return Period
	case ":", ";", "؛", "；", "：", "…", "—", "―":
		return Colon
	case "-", "–":
		return hyphenTag(tokens, i)
	case "_":
		if i > 0 && i+1 < len(tokens) && tokens[i-1].End < tokens[i].Start && tokens[i].End < tokens[i+1].Start {
			return Colon // the dash of old wires
		}
		return NFP
	case "(", "[", "{", "（":
		return OpenBracket
	case ")", "]", "}", "）":
		return CloseBracket
	case "$", "€", "£", "¥", "₽", "₺", "₪", "₴", "US$":
		return Dollar
	case "“", "„", "«", "‘", "‚", "‹", "``", "`", "「", "『", "‘‘":
		return OpenQuote
	case "”", "»", "›", "''", "」", "』", "’’":
		return CloseQuote
	case "\"":
		return quotes.double(tokens, i)
	case "'", "’":
		return quotes.single(tokens, i)
	}
	return runTag(s)
}

// runTag returns the tag of a run of marks (..., ?!, --, ***), of a user name
// or of a decimal fraction, Untagged for anything else.
func runTag(s string) Tag {
	if s[0] == '@' && len(s) > 1 {
		return ADD
	}
	if s[0] == '.' && len(s) > 1 && isDigit(rune(s[1])) {
		return CD
	}
	switch strings.Trim(s, ".!?") {
	case "":
		if strings.Trim(s, ".") == "" {
			return Colon
		}
		return Period
	}
	switch strings.Trim(s, "-–—=*_#~") {
	case "":
		if (s[0] == '-' || s[0] >= utf8.RuneSelf) && utf8.RuneCountInString(s) <= 3 {
			return Colon
		}
		return NFP
	}
	return Untagged
}

// numberTag returns CD for digits with points, commas, colons and slashes, LS
// for "1.", ADD for an address and Untagged for a mix of digits and letters.
func numberTag(s string) Tag {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9', c == ',', c == ':', c == '/', c == '-' && len(s) == len("2020-05-28"):
		case c == '.':
			if i == len(s)-1 {
				return LS
			}
		case isAddress(s):
			return ADD
		default:
			return Untagged
		}
	}
	return CD
}

// isAddress reports whether a token that starts with a letter or digit is a
// URL, an e-mail address or a host name.
func isAddress(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	return dot > 0 && (strings.Contains(s, "://") || strings.IndexByte(s, '@') > 0 || len(s) > 6 && isTopDomain(s[dot+1:]) && dot > 2)
}

// hyphenTag tells the hyphen of a compound, the sign of a range and a dash
// apart.
func hyphenTag(tokens []Token, i int) Tag {
	if !tight(tokens, i) || !tight(tokens, i+1) {
		return Colon
	}
	if isDigit(rune(tokens[i-1].Text[0])) && isDigit(rune(tokens[i+1].Text[0])) {
		return SYM
	}
	return HYPH
}

// tight reports whether nothing is between tokens i-1 and i.
func tight(tokens []Token, i int) bool {
	return i > 0 && i < len(tokens) && tokens[i-1].End == tokens[i].Start && len(tokens[i-1].Text) > 0 && len(tokens[i].Text) > 0
}

// openQuotes is which quotation marks without a side of their own are open.
type openQuotes struct{ isDouble, isSingle bool }

// double returns the tag of a straight double quote.
func (q *openQuotes) double(tokens []Token, i int) Tag {
	left, right := tight(tokens, i), tight(tokens, i+1)
	q.isDouble = right && !left || left == right && !q.isDouble
	if q.isDouble {
		return OpenQuote
	}
	return CloseQuote
}

// single returns the tag of an apostrophe that is a token of its own: the
// possessive of a plural, unless a quotation is open.
func (q *openQuotes) single(tokens []Token, i int) Tag {
	left, right := tight(tokens, i), tight(tokens, i+1)
	switch {
	case !left && right:
		q.isSingle = true
		return OpenQuote
	case q.isSingle:
		q.isSingle = false
		return CloseQuote
	case left && !right && i > 0:
		if before := tokens[i-1].Text; strings.ContainsRune("sSxXzZ", rune(before[len(before)-1])) {
			return POS
		}
	}
	return CloseQuote
}
