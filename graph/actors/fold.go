package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces a name to its letters and digits, without case, accents, hyphens, apostrophes, spaces and a leading
// "the", so that al-Watiya, Al Watiya and ALWATIYA are one.
func Fold(name string) string {
	var buf [96]byte
	return string(appendFold(buf[:0], name))
}

func appendFold(folded []byte, name string) []byte {
	name = strings.TrimSpace(name)
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		name = name[4:]
	}
	for i := 0; i < len(name); {
		c := name[i]
		switch {
		case 'A' <= c && c <= 'Z':
			folded = append(folded, c+'a'-'A')
			i++
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			folded = append(folded, c)
			i++
		case c < utf8.RuneSelf:
			i++
		default:
			var size int
			folded, size = foldRune(folded, name[i:])
			i += size
		}
	}
	return folded
}

// transliterate brings a folded name to one of the spellings that transliterations of it have: doubled letters once,
// ou and oo as u, ee as i, q as k, no h after a at the end.
func transliterate(key string) string {
	out := make([]byte, 0, len(key))
	for i := range len(key) {
		c := key[i]
		last := byte(0)
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		switch {
		case c == 'q':
			c = 'k'
		case i > 0 && key[i-1] == 'o' && (c == 'u' || c == 'o'):
			out[len(out)-1] = 'u'
			continue
		case i > 0 && key[i-1] == 'e' && c == 'e':
			out[len(out)-1] = 'i'
			continue
		case c == 'h' && last == 'a' && i == len(key)-1:
			continue
		}
		if c != last {
			out = append(out, c)
		}
	}
	return string(out)
}

// foldRune appends the first rune of s in lower case and without accent; marks and signs give nothing.
func foldRune(dst []byte, s string) ([]byte, int) {
	r, size := utf8.DecodeRuneInString(s)
	switch unicode.ToLower(r) {
	case 'ß':
		return append(dst, "ss"...), size
	case 'æ':
		return append(dst, "ae"...), size
	case 'œ':
		return append(dst, "oe"...), size
	case 'ø':
		return append(dst, 'o'), size
	case 'ł':
		return append(dst, 'l'), size
	case 'đ', 'ð':
		return append(dst, 'd'), size
	case 'þ':
		return append(dst, "th"...), size
	case 'ı':
		return append(dst, 'i'), size
	case 'ə':
		return append(dst, 'a'), size
	}
	if decomposed := norm.NFD.PropertiesString(s).Decomposition(); decomposed != nil {
		r, _ = utf8.DecodeRune(decomposed)
	}
	if !unicode.IsLetter(r) && !unicode.IsNumber(r) || unicode.Is(unicode.Lm, r) {
		return dst, size
	}
	return utf8.AppendRune(dst, unicode.ToLower(r)), size
}

// foldWord appends a token in lower case, without accents, without apostrophes inside it, and without the full stops
// of an abbreviation. A token that is all punctuation stays as it is.
func foldWord(dst []byte, word string) []byte {
	letters := false
	start := len(dst)
	for i := 0; i < len(word); {
		c := word[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			letters = true
			dst = append(dst, c)
			i++
		case 'A' <= c && c <= 'Z':
			letters = true
			dst = append(dst, c+'a'-'A')
			i++
		case c == '\'' && i > 0, c == '.' && i > 0 && letters:
			i++
		case c < utf8.RuneSelf:
			dst = append(dst, c)
			i++
		case isApostrophe(word[i:]):
			if i == 0 {
				dst = append(dst, '\'')
			}
			_, size := utf8.DecodeRuneInString(word[i:])
			i += size
		default:
			var size int
			letters = true
			dst, size = foldRune(dst, word[i:])
			i += size
		}
	}
	if len(dst) == start {
		return append(dst, word...)
	}
	return dst
}

func isApostrophe(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '’', '‘', 'ʼ', 'ʿ', 'ʾ', '`', '´', 'ʻ':
		return true
	}
	return false
}

// isIdle reports whether a token inside a name makes no difference: a hyphen, the quotes of a nickname, the apostrophe
// of a plural.
func isIdle(word string) bool {
	switch word {
	case "-", "‐", "‑", "–", `"`, "“", "”", "``", "''", "'", "’":
		return true
	}
	return false
}

// letterCase is how a word is written.
type letterCase struct {
	first bool // the first letter is a capital
	upper int
	lower int
}

func caseOf(word string) (c letterCase) {
	seen := false
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			c.upper++
			c.first = c.first || !seen
			seen = true
		case unicode.IsLower(r):
			c.lower++
			seen = true
		}
	}
	return c
}

// capitals reports whether all letters are capitals.
func (c letterCase) capitals() bool { return c.upper > 0 && c.lower == 0 }
