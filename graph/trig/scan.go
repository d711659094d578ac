package trig

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// token is a piece of a text. text is without quotes, angle brackets and escapes.
type token struct {
	kind tokenKind
	text string
}

type tokenKind int

const (
	tokenMark   tokenKind = iota // . ; , { } [ ] ( )
	tokenIRI                     // <...>
	tokenName                    // prefix:local
	tokenBlank                   // _:label
	tokenString                  // in any quotes
	tokenNumber
	tokenAt   // @prefix, @base
	tokenWord // a, true, GRAPH, a language
)

func (t token) is(mark string) bool { return t.kind == tokenMark && t.text == mark }

// scanner cuts a text into tokens.
type scanner struct {
	r      *bufio.Reader
	line   int
	back   *rune // a character that was put back
	broken error // what the reader failed with
}

func (s *scanner) read() (rune, error) {
	if s.back != nil {
		r := *s.back
		s.back = nil
		s.count(r)
		return r, nil
	}
	r, size, err := s.r.ReadRune()
	switch {
	case err != nil:
		if !errors.Is(err, io.EOF) {
			s.broken = err
		}
	case r == unicode.ReplacementChar && size == 1:
		err = errors.New("a byte that is no UTF-8")
	}
	s.count(r)
	return r, err
}

func (s *scanner) count(r rune) {
	if r == '\n' {
		s.line++
	}
}

// unread puts one character back.
func (s *scanner) unread(r rune) {
	s.back = &r
	if r == '\n' {
		s.line--
	}
}

// next gives the next token; at the end of the text, io.EOF.
func (s *scanner) next() (token, error) {
	r, err := s.read()
	for err == nil && (unicode.IsSpace(r) || r == '#') {
		if r == '#' {
			for err == nil && r != '\n' {
				r, err = s.read()
			}
			continue
		}
		r, err = s.read()
	}
	if err != nil {
		return token{}, err
	}
	switch {
	case r == '<':
		text, err := s.iriText()
		return token{tokenIRI, text}, err
	case r == '"', r == '\'':
		text, err := s.stringText(r)
		return token{tokenString, text}, err
	case r == '@':
		text, err := s.run(isTag)
		return token{tokenAt, text}, err
	case strings.ContainsRune(";,{}[]()", r):
		return token{tokenMark, string(r)}, nil
	case r == '.':
		if after, err := s.r.Peek(1); err != nil || after[0] < '0' || after[0] > '9' {
			return token{tokenMark, "."}, nil
		}
	}
	s.unread(r)
	return s.word()
}

// isTag reports whether a tag of a language, or a directive, may hold the character.
func isTag(r rune) bool {
	return r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-')
}

// run reads as long as characters are wanted.
func (s *scanner) run(wanted func(rune) bool) (string, error) {
	var b strings.Builder
	for {
		r, err := s.read()
		if err == nil && wanted(r) {
			b.WriteRune(r)
			continue
		}
		if err == nil {
			s.unread(r)
		}
		if errors.Is(err, io.EOF) && b.Len() > 0 {
			err = nil
		}
		return b.String(), err
	}
}

// word reads a name with a prefix, a blank node, a number or a bare word. A dot at its end is not part of it.
func (s *scanner) word() (token, error) {
	var b strings.Builder
	colon := false
	for {
		r, err := s.read()
		if errors.Is(err, io.EOF) && b.Len() > 0 {
			break
		}
		if err != nil {
			return token{}, err
		}
		if r == '\\' && colon { // of a reserved character in a local name
			if r, err = s.read(); err != nil {
				return token{}, err
			}
			b.WriteRune(r)
			continue
		}
		if r == '.' {
			after, _ := s.r.Peek(1)
			if len(after) == 0 || !inWord(rune(after[0])) && after[0] < 0x80 {
				s.unread(r)
				break
			}
		}
		if !inWord(r) && r != '.' && !(b.Len() == 0 && r == '+') && !(r == '+' && strings.HasSuffix(strings.ToLower(b.String()), "e")) {
			s.unread(r)
			break
		}
		colon = colon || r == ':'
		b.WriteRune(r)
	}
	text := b.String()
	switch _, err := strconv.ParseFloat(text, 64); {
	case text == "":
		r, _ := s.read()
		return token{}, fmt.Errorf("%q stands where nothing of the kind may", r)
	case strings.HasPrefix(text, "_:"):
		return token{tokenBlank, text}, nil
	case colon:
		return token{tokenName, text}, nil
	case err == nil && strings.ContainsAny(text, "0123456789") && !strings.ContainsAny(text, "xX_pP"):
		return token{tokenNumber, text}, nil
	}
	return token{tokenWord, text}, nil
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("_-:%\u00B7\u203F\u2040\u200C\u200D", r)
}

// behindString gives the @ or ^^ that follows a string at once, or an empty string.
func (s *scanner) behindString() (string, error) {
	after, err := s.r.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		s.broken = err
		return "", err
	}
	switch text := string(after); {
	case strings.HasPrefix(text, "@"):
		_, err := s.read()
		return "@", err
	case text == "^^":
		_, err := s.r.Discard(2)
		return text, err
	}
	return "", nil
}

// iriText reads up to the closing angle bracket.
func (s *scanner) iriText() (string, error) {
	var b strings.Builder
	for {
		r, err := s.read()
		switch {
		case err != nil:
			return "", unexpectedEnd(err)
		case r == '>':
			return b.String(), nil
		case r == '\\':
			if r, err = s.escaped(false); err != nil {
				return "", err
			}
		}
		if forbidden(r) {
			return "", fmt.Errorf("%q stands in an IRI", r)
		}
		b.WriteRune(r)
	}
}

// forbidden reports whether no IRI may hold the character.
func forbidden(r rune) bool { return r <= 0x20 || strings.ContainsRune("<>\"{}|^`\\", r) }

// stringText reads up to the closing quotes: one, or three where the string began with three.
func (s *scanner) stringText(quote rune) (string, error) {
	long := false
	if after, _ := s.r.Peek(2); string(after) == strings.Repeat(string(quote), 2) {
		_, _ = s.r.Discard(2)
		long = true
	} else if len(after) > 0 && rune(after[0]) == quote {
		_, err := s.read()
		return "", err
	}
	var b strings.Builder
	quotes := 0
	for {
		r, err := s.read()
		if err != nil {
			return "", unexpectedEnd(err)
		}
		switch {
		case r == quote && !long:
			return b.String(), nil
		case r == quote:
			if quotes++; quotes == 3 {
				return b.String(), nil
			}
			continue
		case r == '\n' && !long:
			return "", errors.New("a string ends with its line")
		}
		b.WriteString(strings.Repeat(string(quote), quotes))
		quotes = 0
		if r == '\\' {
			if r, err = s.escaped(true); err != nil {
				return "", err
			}
		}
		b.WriteRune(r)
	}
}

// escaped reads what follows a backslash.
func (s *scanner) escaped(inString bool) (rune, error) {
	r, err := s.read()
	if err != nil {
		return 0, unexpectedEnd(err)
	}
	digits := map[rune]int{'u': 4, 'U': 8}[r]
	if digits == 0 {
		i := strings.IndexRune(`tbnrf"'\`, r)
		if i < 0 || !inString {
			return 0, fmt.Errorf(`\%c is no escape here`, r)
		}
		return []rune("\t\b\n\r\f\"'\\")[i], nil
	}
	hex := make([]byte, digits)
	if _, err := io.ReadFull(s.r, hex); err != nil {
		return 0, errors.New("the text ends in an escape")
	}
	n, err := strconv.ParseUint(string(hex), 16, 32)
	if err != nil || n > unicode.MaxRune || n >= 0xD800 && n < 0xE000 {
		return 0, fmt.Errorf(`\%c%s is no character`, r, hex)
	}
	return rune(n), nil
}
