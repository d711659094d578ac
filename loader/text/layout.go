package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a stretch of text that no sentence leaves: a paragraph, a line
// that stands by itself, an item of a list.
type block struct {
	Span
	single bool // one line that may be a title
}

// line is a line of a paragraph without its line break, trimmed.
type line struct {
	Span
	width int // runes
}

// Lines of less than minWidth runes do not tell how wide the text was
// wrapped; above maxWidth it was not wrapped at all.
const (
	minWidth = 40
	maxWidth = 130
)

// layout finds the blocks of text, in order, and hands each to f.
func layout(text string, f func(block)) {
	var lines []line
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		l := trimLine(text, Span{start, end})
		if l.Start == l.End {
			paragraph(text, lines, f)
			lines = lines[:0]
		} else {
			lines = append(lines, l)
		}
		start = next
	}
	paragraph(text, lines, f)
}

// lineEnd returns where the line that starts at start ends and where the next
// one starts. Unicode's line and paragraph separators break lines too.
func lineEnd(text string, start int) (end, next int) {
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n' || c == '\v' || c == '\f':
			return i, i + 1
		case c == '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i, i + 3
		}
	}
	return len(text), len(text)
}

// trimLine cuts off what no token covers.
func trimLine(text string, s Span) line {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !isSpace(r) && !isFormat(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !isSpace(r) && !isFormat(r) {
			break
		}
		s.End -= n
	}
	return line{s, utf8.RuneCountInString(text[s.Start:s.End])}
}

// paragraph joins lines that were only wrapped and hands over the blocks.
func paragraph(text string, lines []line, f func(block)) {
	if len(lines) == 0 {
		return
	}
	width, ended := 0, false
	for _, l := range lines {
		width = max(width, l.width)
		ended = ended || endsSentence(text[l.Start:l.End])
	}
	first, list, near := 0, false, 0
	for i := range lines {
		if width > maxWidth && (i == 0 || lines[i-1].width > maxWidth || lines[i].width > maxWidth) {
			near = columnWidth(lines[i:])
		}
		item := isItem(text, lines, i, list)
		if i == first {
			list = item
			continue
		}
		if !item && (wrapped(text, lines[i-1], lines[i], width, ended) || inColumn(text, lines[i-1], lines[i], near)) {
			continue
		}
		emit(lines[first:i], list, f)
		first, list = i, item
	}
	emit(lines[first:], list, f)
}

func emit(lines []line, list bool, f func(block)) {
	f(block{
		Span:   Span{lines[0].Start, lines[len(lines)-1].End},
		single: len(lines) == 1 && !list,
	})
}

// wrapped reports whether the break between two lines of a paragraph that is
// width runes wide is one that a program or typist made only for want of
// room. A line into which the next word would easily have gone was ended on
// purpose.
func wrapped(text string, a, b line, width int, ended bool) bool {
	if isLower(firstRune(text[b.Start:b.End])) {
		// After a heading even lower case starts anew.
		if isLower(firstRune(text[a.Start:a.End])) && width <= maxWidth {
			return true
		}
		return a.width*2 > width && (width <= maxWidth || !endsSentence(text[a.Start:a.End]))
	}
	if width > maxWidth {
		return false
	}
	if width < minWidth {
		return ended
	}
	next := text[b.Start:b.End]
	if i := strings.IndexByte(next, ' '); i >= 0 {
		next = next[:i]
	}
	return (a.width+1+utf8.RuneCountInString(next))*4 > width*3
}

// minColumn is how many lines in a row tell that they were wrapped to a width of their own, in a text with longer ones.
const minColumn = 3

// columnWidth gives the width of the lines that a text with longer lines begins with, or 0 where they are too few to tell.
func columnWidth(lines []line) int {
	width, n := 0, 0
	for ; n < len(lines) && lines[n].width <= maxWidth; n++ {
		width = max(width, lines[n].width)
	}
	if n < minColumn || width < minWidth {
		return 0
	}
	return width
}

// inColumn reports whether a line goes on in the next one, in a stretch of lines that was wrapped to a width, amid others that were not:
// nothing ends with the line, and the next word would not have gone into it.
func inColumn(text string, a, b line, width int) bool {
	if width == 0 || a.width > maxWidth || b.width > maxWidth || endsSentence(text[a.Start:a.End]) {
		return false
	}
	next := text[b.Start:b.End]
	if isLower(firstRune(next)) {
		return a.width*2 > width
	}
	if i := strings.IndexByte(next, ' '); i >= 0 {
		next = next[:i]
	}
	return (a.width+1+utf8.RuneCountInString(next))*5 > width*4
}

// endsSentence reports whether a line ends like a sentence.
func endsSentence(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', '…', '。', '！', '？', '؟', '۔':
			return true
		case '"', '\'', '”', '’', '»', ')', ']':
			s = s[:len(s)-n]
		default:
			return false
		}
	}
	return false
}

// isItem reports whether line i starts an item of a list. A dash or a number
// at the start of a line may be there by chance, so they count only at the
// start of a paragraph, after a line that ends like a sentence or a heading,
// and in a list.
func isItem(text string, lines []line, i int, list bool) bool {
	s := text[lines[i].Start:lines[i].End]
	r, n := utf8.DecodeRuneInString(s)
	after, _ := utf8.DecodeRuneInString(s[n:])
	switch r {
	case '•', '▪', '◦', '‣', '●', '■', '·', '⁃':
		return true
	case '*':
		return unicode.IsSpace(after)
	case '-', '–', '—':
		if !unicode.IsSpace(after) {
			return false
		}
	default:
		if !isNumbering(s) {
			return false
		}
	}
	if i == 0 || list {
		return true
	}
	before := text[lines[i-1].Start:lines[i-1].End]
	return endsSentence(before) || strings.HasSuffix(before, ":")
}

// isNumbering reports whether s starts with "1. ", "12) " or "a) ".
func isNumbering(s string) bool {
	i := 0
	for i < len(s) && i < 3 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 && len(s) > 1 && isASCIILetter(s[0]) && s[1] == ')' {
		i = 1
	}
	return i > 0 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && s[i+1] == ' '
}
