package queries

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold reduces a name to its letters and digits, without case, accents, punctuation, spaces and a leading "the", so
// that al-Watiya, Al Watiya and ALWATIYA are one. Letters that decompose into no accent are spelt as transliterations do.
func fold(name string) string {
	name = strings.TrimSpace(name)
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		name = name[4:]
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(name) {
		r = unicode.ToLower(r)
		if plain, ok := plainLetters(r); ok {
			b.WriteString(plain)
		} else if unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r) || unicode.IsNumber(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plainLetters spells a letter that has no decomposition.
func plainLetters(r rune) (string, bool) {
	switch r {
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'ø':
		return "o", true
	case 'ł':
		return "l", true
	case 'đ', 'ð':
		return "d", true
	case 'þ':
		return "th", true
	case 'ı':
		return "i", true
	case 'ə':
		return "a", true
	}
	return "", false
}

// distance counts the letters to insert, drop or replace between two folded names, and stops at more than limit. A
// name of which the other one is the beginning is one letter away.
func distance(a, b string, limit int) int {
	if len(a) >= 4 && strings.HasPrefix(b, a) {
		return 1
	}
	from, to := []rune(a), []rune(b)
	if len(from)-len(to) > limit || len(to)-len(from) > limit {
		return limit + 1
	}
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range from {
		diagonal := row[0]
		row[0] = i + 1
		least := row[0]
		for j := range to {
			change := diagonal
			if from[i] != to[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, diagonal+1, row[j]+1)
			least = min(least, row[j+1])
		}
		if least > limit {
			return limit + 1
		}
	}
	return row[len(to)]
}
