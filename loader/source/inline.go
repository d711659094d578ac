package source

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inline takes off the marks inside lines: emphasis, code, links, pictures, tags. It goes through the text once and
// calls nothing of itself, so that no text is too deep for it.
type inline struct {
	text   string
	labels map[string]bool
	// closing is where the bracket that opens at an index is closed; jump is where to go on behind a link's text.
	closing, jump map[int]int
	// unclosed holds the lengths of runs of backticks that have no partner, and noComment that no comment ends any more.
	unclosed  map[int]bool
	noComment bool
	out       strings.Builder
}

// longest is the longest destination, tag or entity that is looked for, in bytes.
const longest = 2000

func newInline(text string, labels map[string]bool) *inline {
	s := &inline{text: text, labels: labels, closing: map[int]int{}, jump: map[int]int{}, unclosed: map[int]bool{}}
	var open []int
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case c == '[':
			open = append(open, i)
		case c == ']' && len(open) > 0:
			s.closing[open[len(open)-1]] = i
			open = open[:len(open)-1]
		case c == '\n' && i+1 < len(text) && text[i+1] == '\n':
			open = open[:0]
		}
	}
	return s
}

func (s *inline) strip() string {
	for i := 0; i < len(s.text); {
		if to, ok := s.jump[i]; ok {
			i = to
			continue
		}
		i = s.step(i)
	}
	return s.out.String()
}

// step handles what stands at i, and gives where to go on.
func (s *inline) step(i int) int {
	switch s.text[i] {
	case '\\':
		return s.escape(i)
	case '`':
		return s.code(i)
	case '!':
		if i+1 < len(s.text) && s.text[i+1] == '[' {
			if _, after, ok := s.link(i + 1); ok {
				return after
			}
		}
	case '[':
		return s.bracket(i)
	case '<':
		return s.tag(i)
	case '&':
		return s.entity(i)
	case '*', '_', '~':
		return s.emphasis(i)
	}
	s.out.WriteByte(s.text[i])
	return i + 1
}

func (s *inline) escape(i int) int {
	if i+1 < len(s.text) && s.text[i+1] < utf8.RuneSelf {
		if c := rune(s.text[i+1]); unicode.IsPunct(c) || unicode.IsSymbol(c) {
			s.out.WriteByte(s.text[i+1])
			return i + 2
		} else if c == '\n' {
			return i + 1
		}
	}
	s.out.WriteByte('\\')
	return i + 1
}

// code keeps the words of code inside a line, which are names more often than not.
func (s *inline) code(i int) int {
	n := len(s.text[i:]) - len(strings.TrimLeft(s.text[i:], "`"))
	if !s.unclosed[n] {
		for from := i + n; ; {
			at := strings.IndexByte(s.text[from:], '`')
			if at < 0 {
				break
			}
			at += from
			m := len(s.text[at:]) - len(strings.TrimLeft(s.text[at:], "`"))
			if m == n {
				s.out.WriteString(s.text[i+n : at])
				return at + n
			}
			from = at + m
		}
		s.unclosed[n] = true
	}
	s.out.WriteString(s.text[i : i+n])
	return i + n
}

// link gives where the text of a link that opens at i ends, and where the link does.
func (s *inline) link(i int) (end, after int, ok bool) {
	end, ok = s.closing[i]
	if !ok {
		return 0, 0, false
	}
	rest := s.text[end+1 : min(len(s.text), end+1+longest)]
	switch {
	case strings.HasPrefix(rest, "("):
		depth := 0
		for k := 0; k < len(rest); k++ {
			switch rest[k] {
			case '\\':
				k++
			case '(':
				depth++
			case ')':
				if depth--; depth == 0 {
					return end, end + 1 + k + 1, true
				}
			}
		}
	case strings.HasPrefix(rest, "["):
		if to, closed := s.closing[end+1]; closed && to-end < longest {
			name := s.text[end+2 : to]
			if name == "" {
				name = s.text[i+1 : end]
			}
			if s.labels[label(name)] {
				return end, to + 1, true
			}
		}
	}
	if end-i < longest && s.labels[label(s.text[i+1:end])] {
		return end, end + 1, true
	}
	return 0, 0, false
}

// bracket keeps the text of a link, and drops a reference to a footnote. Other brackets are an editor's.
func (s *inline) bracket(i int) int {
	if end, ok := s.closing[i]; ok && i+1 < len(s.text) && s.text[i+1] == '^' {
		return end + 1
	}
	if end, after, ok := s.link(i); ok {
		s.jump[end] = after
		return i + 1
	}
	s.out.WriteByte('[')
	return i + 1
}

// tag drops tags and comments, and keeps an address.
func (s *inline) tag(i int) int {
	if strings.HasPrefix(s.text[i:], "<!--") && !s.noComment {
		if end := strings.Index(s.text[i+4:], "-->"); end >= 0 {
			return i + 4 + end + 3
		}
		s.noComment = true
	}
	rest := s.text[i+1 : min(len(s.text), i+1+longest)]
	end := strings.IndexAny(rest, "<>")
	if end <= 0 || rest[end] != '>' {
		s.out.WriteByte('<')
		return i + 1
	}
	inner := rest[:end]
	first := strings.TrimLeft(inner, "/!?")
	switch {
	case strings.Contains(inner, "://") && !strings.ContainsAny(inner, " \n"):
		s.out.WriteString(inner)
	case first == "" || !isLetter(first[0]):
		s.out.WriteString(s.text[i : i+1])
		return i + 1
	case strings.EqualFold(strings.TrimRight(inner, " /"), "br"):
		s.out.WriteByte('\n')
	}
	return i + 1 + end + 1
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func (s *inline) entity(i int) int {
	if end := strings.IndexByte(s.text[i:min(len(s.text), i+32)], ';'); end > 0 {
		name := s.text[i : i+end+1]
		if decoded := html.UnescapeString(name); decoded != name && utf8.ValidString(decoded) && decoded != "\x00" {
			s.out.WriteString(decoded)
			return i + end + 1
		}
	}
	s.out.WriteByte('&')
	return i + 1
}

// emphasis drops stars, underscores and double tildes that touch a word; underscores inside a word belong to it.
func (s *inline) emphasis(i int) int {
	c := s.text[i]
	n := 1
	for i+n < len(s.text) && s.text[i+n] == c {
		n++
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:i])
	after, _ := utf8.DecodeRuneInString(s.text[i+n:])
	opens := i+n < len(s.text) && !unicode.IsSpace(after)
	closes := i > 0 && !unicode.IsSpace(before)
	if c == '_' && isWord(before) && isWord(after) || c == '~' && n != 2 || !opens && !closes {
		s.out.WriteString(s.text[i : i+n])
	}
	return i + n
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
