package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what the splitter needs to know of a token.
type kind uint8

const (
	ordinary     kind = iota
	number            // starts with a digit
	abbreviation      // ends with a full stop that belongs to it
	terminal          // . ! ? and runs of them
	ellipsis          // ... and …
	opener            // opening quote or bracket
	closer            // closing quote or bracket; a straight quote closes where no space is before it
	punctuation       // , ; : and the like, which no sentence starts with
	symbol            // everything else
)

// scanner cuts blocks of text into tokens.
type scanner struct {
	text   string
	tokens []Token
	kinds  []kind // of the tokens
	end    int    // of the block that is being scanned
}

func (s *scanner) add(start, end int, k kind) {
	s.tokens = append(s.tokens, Token{Span: Span{start, end}, Text: s.text[start:end]})
	s.kinds = append(s.kinds, k)
}

// scan appends the tokens of a block.
func (s *scanner) scan(b Span) {
	s.end = b.End
	for i := b.Start; i < b.End; {
		r, n := s.rune(i)
		switch {
		case isSpace(r) || isFormat(r):
			i += n
		case isDigit(r) || r == '.' && s.decimalPoint(b.Start, i):
			i = s.number(i)
		case isWordRune(r):
			i = s.chunk(i)
		case r == '@' && i+1 < b.End && isWordByte(s.text[i+1]):
			i = s.handle(i)
		default:
			i = s.mark(b.Start, i, r, n)
		}
	}
}

// rune decodes the rune at i; a byte that is not UTF-8 is one rune.
func (s *scanner) rune(i int) (rune, int) {
	if i >= s.end {
		return ' ', 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[i:s.end])
}

// decimalPoint reports whether the full stop at i starts a number (.50).
func (s *scanner) decimalPoint(start, i int) bool {
	if i+1 >= s.end || !isDigit(rune(s.text[i+1])) {
		return false
	}
	if i == start {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[start:i])
	return isSpace(r) || r == '$' || r == '('
}

// number reads a number: digits with inner commas, points, colons and slashes, and letters
// that belong to it (1990s, 5th). A unit (150km) is a token of its own.
func (s *scanner) number(i int) int {
	if end := s.address(i); end > i {
		s.add(i, end, ordinary)
		return end
	}
	if end := s.isoDate(i); end > i {
		s.add(i, end, number)
		return end
	}
	j := i
	for j < s.end {
		c := s.text[j]
		if isDigit(rune(c)) {
			j++
			continue
		}
		if (c == '.' || c == ',' || c == ':' || c == '/') && j+1 < s.end && isDigit(rune(s.text[j+1])) {
			j++
			continue
		}
		break
	}
	k := j
	for k < s.end {
		r, n := s.rune(k)
		if !isWordRune(r) {
			break
		}
		k += n
	}
	letters := s.text[j:k]
	switch {
	case letters == "":
		if i == s.lineStart(i) && k < s.end && s.text[k] == '.' && isNumbering(s.text[i:s.end]) {
			k++ // "1. " numbers a list
		}
		s.add(i, k, number)
	case isUnit(letters):
		s.add(i, j, number)
		return s.chunk(j)
	default:
		s.add(i, k, number)
	}
	return s.clitic(k)
}

// isoDate returns the end of the date like 2020-05-28 that starts at i, or i.
func (s *scanner) isoDate(i int) int {
	const pattern = "0000-00-00"
	end := i + len(pattern)
	if end > s.end {
		return i
	}
	for k := range len(pattern) {
		if c := s.text[i+k]; c != pattern[k] && (pattern[k] == '-' || !isDigit(rune(c))) {
			return i
		}
	}
	if next, _ := s.rune(end); isWordRune(next) || next == '-' {
		return i
	}
	return end
}

// lineStart returns i if only the block's start or a line break is before it, else -1.
func (s *scanner) lineStart(i int) int {
	if i == 0 || s.text[i-1] == '\n' || s.text[i-1] == '\r' {
		return i
	}
	return -1
}

// chunk reads a word, at whose first letter i is, with what belongs to it:
// an abbreviation's full stops, an inner apostrophe, a prefix's hyphen. It
// returns where the next token may start.
func (s *scanner) chunk(i int) int {
	if end := s.address(i); end > i {
		s.add(i, end, ordinary)
		return end
	}
	if end := s.acronym(i); end > i {
		return s.finishAcronym(i, end)
	}
	j := s.letters(i)
	if s.prefixed(i, j) {
		j = s.letters(j + 1)
	}
	if s.text[i:j] == "cannot" || s.text[i:j] == "Cannot" || s.text[i:j] == "CANNOT" {
		s.add(i, i+3, ordinary)
		s.add(i+3, j, ordinary)
		return j
	}
	if cut := negation(s.text[i:j]); cut > 0 { // did + n't
		s.add(i, i+cut, ordinary)
		s.add(i+cut, j, ordinary)
		return j
	}
	if j < s.end && s.text[j] == '.' && s.abbreviates(i, j) {
		s.add(i, j+1, abbreviation)
		return s.clitic(j + 1)
	}
	s.add(i, j, ordinary)
	return s.clitic(j)
}

// letters returns where the word that starts at i ends: letters, digits, marks, format characters
// between them and apostrophes before letters, other than those of a clitic.
func (s *scanner) letters(i int) int {
	j, hold := i, i // hold: end of the word without trailing format characters
	for j < s.end {
		for j < s.end && isWordByte(s.text[j]) {
			j++
			hold = j
		}
		r, n := s.rune(j)
		switch {
		case isWordRune(r):
			j += n
			hold = j
		case isFormat(r):
			j += n
		case isApostrophe(r) && hold == j && j > i:
			next, _ := s.rune(j + n)
			if !isWordRune(next) || isDigit(next) || s.cliticEnd(j) > 0 {
				return hold
			}
			j += n
		case r == '&' && hold == j && j > i && isUpperByte(s.text[j-1]) && j+1 < s.end && isUpperByte(s.text[j+1]):
			j++ // AT&T
		default:
			return hold
		}
	}
	return hold
}

// clitic adds the 's, 're, 'll, 've, 'd or 'm that starts at i, if one does.
func (s *scanner) clitic(i int) int {
	end := s.cliticEnd(i)
	if end == 0 {
		return i
	}
	s.add(i, end, ordinary)
	return end
}

// cliticEnd returns where the clitic at i ends, or 0 if there is none.
func (s *scanner) cliticEnd(i int) int {
	r, n := s.rune(i)
	if !isApostrophe(r) {
		return 0
	}
	j := i + n
	for j < s.end && j < i+n+3 && isASCIILetter(s.text[j]) {
		j++
	}
	switch s.text[i+n : j] {
	case "s", "S", "d", "D", "m", "M", "re", "RE", "ll", "LL", "ve", "VE":
	default:
		return 0
	}
	if next, _ := s.rune(j); isWordRune(next) {
		return 0
	}
	// "rock 'n' roll", "the 'd' word": a quoted letter is no clitic.
	if next, _ := s.rune(j); isApostrophe(next) && i > 0 && isSpace(rune(s.text[i-1])) {
		return 0
	}
	return j
}

// negation returns where n't starts in a word that ends with it, or 0.
func negation(w string) int {
	if len(w) == 0 || w[len(w)-1]|0x20 != 't' {
		return 0
	}
	for _, suffix := range [...]string{"n't", "n’t", "N'T", "N’T"} {
		if cut := len(w) - len(suffix); cut > 0 && w[cut:] == suffix {
			return cut
		}
	}
	return 0
}

// prefixed reports whether the word of [i, j) is a prefix whose hyphen and
// word, in lower case, belong to it.
func (s *scanner) prefixed(i, j int) bool {
	if j+1 >= s.end || s.text[j] != '-' || !isPrefix(s.text[i:j]) {
		return false
	}
	next, n := s.rune(j + 1)
	if !isLower(next) {
		return false
	}
	after, _ := s.rune(j + 1 + n)
	return isWordRune(after) // not "non-a"
}

// abbreviates reports whether the full stop at j belongs to the word [i, j).
func (s *scanner) abbreviates(i, j int) bool {
	next := j + 1
	for next < s.end && (s.text[next] == ' ' || s.text[next] == '\n' || s.text[next] == '\t') {
		next++
	}
	r, _ := s.rune(next)
	if w := s.text[i:j]; len(w) == 1 && isUpperByte(w[0]) {
		return s.initial(w[0], next, r, next > j+1)
	}
	switch abbreviationOf(s.text[i : j+1]) {
	case beforeNumber:
		return isDigit(r)
	case beforeName, mayEnd, timeOfDay:
		return next > j+1 || !isLetter(r) || isUpper(r)
	}
	return false
}

// initial reports whether the letter c with a full stop is short for a given
// name, r being the rune at next, where the next token starts.
func (s *scanner) initial(c byte, next int, r rune, spaced bool) bool {
	if !isUpper(r) || !spaced && c == 'I' {
		return false
	}
	if n := len(s.tokens); c == 'I' && n > 0 && !isUpper(firstRune(s.text[s.tokens[n-1].Start:])) {
		return false // "than I. We"
	}
	end := s.letters(next)
	return !isStarter(s.text[next:end]) || end-next == 1
}

// acronym returns the end of single letters with full stops that start at i
// (U.S., p.m, U.S), or i if there are not at least two.
func (s *scanner) acronym(i int) int {
	j, count := i, 0
	for j < s.end && isASCIILetter(s.text[j]) {
		if j+1 >= s.end || s.text[j+1] != '.' {
			if next, _ := s.rune(j + 1); count > 0 && !isWordRune(next) && !isApostropheIn(s.text[j+1:s.end]) {
				return j + 1 // U.S without the last one
			}
			break
		}
		j += 2
		count++
	}
	if count < 2 {
		return i
	}
	return j
}

// finishAcronym adds the acronym of [i, end) and what hangs on it.
func (s *scanner) finishAcronym(i, end int) int {
	k := ordinary
	if s.text[end-1] == '.' {
		k = abbreviation
	}
	s.add(i, end, k)
	return s.clitic(end)
}

// handle adds a user name (@reuters).
func (s *scanner) handle(i int) int {
	j := i + 1
	for j < s.end && isWordByte(s.text[j]) {
		j++
	}
	s.add(i, j, ordinary)
	return j
}

// mark adds the punctuation mark or symbol r of n bytes at i; runs of full stops and of
// the same symbol are one token.
func (s *scanner) mark(start, i int, r rune, n int) int {
	switch r {
	case '.', '!', '?':
		return s.stops(i)
	case '…':
		s.add(i, i+n, ellipsis)
	case '。', '！', '？', '؟', '۔', '।':
		s.add(i, i+n, terminal)
	case '(', '[', '{', '“', '„', '«', '‘', '‚', '‹', '「', '『', '（':
		s.add(i, i+n, opener)
	case ')', ']', '}', '”', '»', '›', '」', '』', '）':
		s.add(i, i+n, closer)
	case '"', '\'', '’', '`', '´':
		return s.quote(start, i, r, n)
	case ',', ';', ':', '،', '؛', '，', '、', '；', '：', '-', '–', '—', '―', '/':
		j := s.run(i, r, n)
		s.add(i, j, punctuation)
		return j
	default:
		j := s.run(i, r, n)
		s.add(i, j, symbol)
		return j
	}
	return i + n
}

// run returns the end of the run of the rune r that starts at i. Commas and
// the like are no runs.
func (s *scanner) run(i int, r rune, n int) int {
	switch r {
	case '-', '–', '—', '=', '*', '_', '#', '~', '+':
	default:
		return i + n
	}
	j := i + n
	for j+n <= s.end && s.text[j:j+n] == s.text[i:i+n] {
		j += n
	}
	return j
}

// stops adds a run of full stops, exclamation and question marks.
func (s *scanner) stops(i int) int {
	j, k := i, ellipsis
	for j < s.end && (s.text[j] == '.' || s.text[j] == '!' || s.text[j] == '?') {
		if s.text[j] != '.' {
			k = terminal
		}
		j++
	}
	if j == i+1 {
		k = terminal
	}
	s.add(i, j, k)
	return j
}

// quote adds a quotation mark whose shape does not say which side it is on,
// or the clitic that an apostrophe starts.
func (s *scanner) quote(start, i int, r rune, n int) int {
	if j := s.clitic(i); j > i {
		return j
	}
	j := i + n
	if r != '"' && strings.HasPrefix(s.text[j:s.end], s.text[i:j]) {
		j += n // '' and ``
	}
	k := opener
	if i > start {
		before, _ := utf8.DecodeLastRuneInString(s.text[start:i])
		after, _ := s.rune(j)
		if !isSpace(before) && !unicode.Is(unicode.Ps, before) && !isDash(before) || isSpace(after) && r != '`' {
			k = closer
		}
	}
	s.add(i, j, k)
	return j
}
