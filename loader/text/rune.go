package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isSpace reports whether r is white space or a control character: what
// stands between tokens.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7F
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

// isFormat reports whether r is invisible: zero-width spaces and joiners, the
// byte order mark, the soft hyphen, marks of writing direction.
func isFormat(r rune) bool {
	return r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isWordRune reports whether words are made of r. An invalid byte and the
// replacement character count as letters: they stand for one, as a rule.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isWordByte(byte(r))
	}
	return r == utf8.RuneError || unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}

func isWordByte(c byte) bool { return isASCIILetter(c) || c >= '0' && c <= '9' || c == '_' }

func isASCIILetter(c byte) bool { c |= 0x20; return c >= 'a' && c <= 'z' }

func isUpperByte(c byte) bool { return c >= 'A' && c <= 'Z' }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r))
	}
	return unicode.IsLetter(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '＇' }

// isApostropheIn reports whether s starts with an apostrophe before a letter.
func isApostropheIn(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return isApostrophe(r) && n < len(s) && isASCIILetter(s[n]) && (s[n]|0x20) != 's'
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '―' }

// isWide reports whether a sentence may end at the mark without a space
// behind it, as in Chinese and Japanese.
func isWide(mark string) bool {
	return mark == "。" || mark == "！" || mark == "？" || mark == "।"
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isUnit reports whether letters right behind a number are a unit.
func isUnit(s string) bool {
	if len(s) > 3 {
		return false
	}
	switch strings.ToLower(s) {
	case "km", "m", "cm", "mm", "kg", "g", "t", "mi", "ft", "lb", "lbs", "kph", "mph", "am", "pm", "bn", "mn", "tn", "k",
		"gw", "mw", "kw", "ha", "hr", "hrs", "min", "sec", "gmt", "utc", "est":
		return true
	}
	return false
}
