package text

import "slices"

// Span is a half-open range of bytes, [Start, End), of a document's text.
type Span struct{ Start, End int }

// Token is a word, a number or a punctuation mark.
type Token struct {
	Span
	Text string // text[Start:End] of the document, sharing its memory
	Tag  Tag    // Untagged until a Tagger has seen the token
}

// Sentence is a stretch of a document with at least one token. It starts
// where its first token starts and ends where its last one ends.
type Sentence struct {
	Span
	Tokens []Token
	Title  bool // a heading or headline: a line of its own without final punctuation
}

// Text returns the sentence as it stands in doc, the text that it was cut
// from.
func (s Sentence) Text(doc string) string { return doc[s.Start:s.End] }

// The longest sentence, and the part of it in which a soft cut is looked for.
const (
	maxTokens  = 400
	softTokens = 200
)

// A title has at most so many tokens and bytes.
const (
	maxTitleTokens = 40
	maxTitleBytes  = 300
)

// Sentences splits text into sentences and these into tokens without tags.
// A blank line always ends a sentence, a single line break does where the
// line was not just wrapped. No sentence has more than 400 tokens; a longer
// one is cut, after a comma or semicolon if there is one. Every character is
// in some token, except white space, control characters and, at the edges of
// words, invisible format characters. The time grows with the length of the
// text. Invalid UTF-8 counts as letters.
func Sentences(text string) []Sentence { return new(Cutter).Sentences(text) }

// Cutter cuts texts as [Sentences] does, each in the memory of the one before.
type Cutter struct {
	splitter  splitter
	sentences []Sentence
}

// Sentences gives the sentences of the text, which are good until the next call.
func (c *Cutter) Sentences(text string) []Sentence {
	s := &c.splitter
	s.text = text
	s.tokens, s.kinds = slices.Grow(s.tokens[:0], len(text)/4+8), slices.Grow(s.kinds[:0], len(text)/4+8)
	s.ends, s.titles = slices.Grow(s.ends[:0], len(text)/100+4), slices.Grow(s.titles[:0], len(text)/100+4)
	layout(text, s.block)
	tokens := s.tokens
	sentences := slices.Grow(c.sentences[:0], len(s.ends))
	first := 0
	for i, end := range s.ends {
		sentences = append(sentences, Sentence{
			Span:   Span{tokens[first].Start, tokens[end-1].End},
			Tokens: tokens[first:end:end],
			Title:  s.titles[i],
		})
		first = end
	}
	c.sentences = sentences
	return sentences
}

// Forget lets go of the text that was cut last, and of its sentences.
func (c *Cutter) Forget() {
	c.splitter.text = ""
	clear(c.splitter.tokens)
	clear(c.sentences)
}

// splitter collects the tokens of all blocks and where sentences end.
type splitter struct {
	scanner
	ends   []int  // of each sentence: number of tokens up to its end
	titles []bool // of each sentence: is it a title
}

// block tokenizes and splits one block of text.
func (s *splitter) block(b block) {
	first := len(s.tokens)
	s.scan(b.Span)
	if len(s.tokens) == first {
		return
	}
	title := b.single && s.headed(first)
	start := first
	for i := first; i < len(s.tokens); i++ {
		end := s.boundary(i, title)
		if end == 0 && i-start+1 >= maxTokens {
			end = s.softCut(start, i+1)
		}
		if end == 0 && i+1 == len(s.tokens) {
			end = i + 1
		}
		if end == 0 {
			continue
		}
		s.ends = append(s.ends, end)
		s.titles = append(s.titles, title)
		start, i = end, end-1
	}
}

// softCut returns where to cut the overlong sentence of tokens[start:end].
func (s *splitter) softCut(start, end int) int {
	for i := end; i > start+softTokens; i-- {
		switch s.word(i - 1) {
		case ",", ";", "،", "؛", "，", "、":
			return i
		}
	}
	return end
}

// headed reports whether the block that starts at token first has the size
// of a title and does not end like a sentence.
func (s *splitter) headed(first int) bool {
	last := len(s.tokens) - 1
	if last-first >= maxTitleTokens || s.tokens[last].End-s.tokens[first].Start > maxTitleBytes {
		return false
	}
	for last > first && s.kinds[last] == closer {
		last--
	}
	switch t := s.tokens[last]; s.kinds[last] {
	case terminal, ellipsis, abbreviation:
		return false
	default:
		switch s.text[t.Start:t.End] {
		case ",", ";", ":", "،", "؛":
			return false
		}
	}
	return true
}

// boundary returns the number of tokens up to the end of the sentence that
// token i ends, quotes and brackets that close it included, or 0 if token i
// does not end a sentence or is the last one. In a title (a line of its own)
// an abbreviation ends nothing.
func (s *splitter) boundary(i int, title bool) int {
	ending := s.kinds[i]
	if ending != terminal && ending != ellipsis && ending != abbreviation {
		return 0
	}
	if ending == abbreviation && title {
		return 0
	}
	k := i + 1
	for k < len(s.tokens) && s.closes(k) {
		k++
	}
	if k == len(s.tokens) {
		return 0
	}
	n := k // the first word behind opening quotes and brackets
	for n < len(s.tokens) && n < k+4 && (s.kinds[n] == opener || s.kinds[n] == closer) {
		n++
	}
	if n == len(s.tokens) {
		return 0 // a quote that closes behind a space
	}
	if s.starts(i, k, n) {
		return k
	}
	return 0
}

// closes reports whether token k is a closing quote or bracket, or a note's
// number in brackets, that belongs to the sentence that ends before it.
func (s *splitter) closes(k int) bool {
	t := s.tokens[k]
	if s.tokens[k-1].End != t.Start {
		return false
	}
	switch s.kinds[k] {
	case closer:
		return true
	case opener: // "said.[12] The"
		return s.text[t.Start] == '[' && k+2 < len(s.tokens) &&
			s.kinds[k+1] == number && s.text[s.tokens[k+2].Start] == ']'
	case number:
		return s.text[s.tokens[k-1].Start] == '['
	}
	return false
}

// starts reports whether a sentence starts at token k, given that token i
// may end one and that n is the first token at or after k that is no quote
// or bracket.
func (s *splitter) starts(i, k, n int) bool {
	end, next, word := s.kinds[i], s.kinds[n], s.word(n)
	if next == terminal || next == ellipsis || next == punctuation && n == k {
		return false
	}
	spaced := s.tokens[k-1].End < s.tokens[k].Start
	first := firstRune(word)
	lower := isLower(first)
	switch end {
	case abbreviation:
		return spaced && s.startsAfterAbbreviation(i, n)
	case ellipsis:
		if i > 0 && s.kinds[i-1] == opener && k > i+1 { // [...]
			return false
		}
		return !lower && next == ordinary && (spaced || isUpper(first))
	}
	if !spaced { // "said.The", but not "example.co"
		return !lower && (next == ordinary || k > i+1 || isWide(s.word(i)))
	}
	if !lower {
		return true
	}
	// A lower-case word goes on after "Stop!" and after a quote, but a plain
	// full stop after a word that is too long for an abbreviation ends the
	// sentence all the same.
	return s.word(i) == "." && k == i+1 && n == k && i > 0 && s.kinds[i-1] == ordinary &&
		s.tokens[i-1].End-s.tokens[i-1].Start >= 4
}

// startsAfterAbbreviation reports whether the abbreviation i also ends its
// sentence, n being the next word.
func (s *splitter) startsAfterAbbreviation(i, n int) bool {
	word := s.word(n)
	if !isUpper(firstRune(word)) {
		return false
	}
	kind := abbreviationOf(s.word(i))
	switch kind {
	case beforeName, beforeNumber:
		return false
	case timeOfDay:
		return !isTimeWord(word)
	}
	return isStarter(word)
}

func (s *splitter) word(i int) string { return s.text[s.tokens[i].Start:s.tokens[i].End] }
