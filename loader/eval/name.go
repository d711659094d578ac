package eval

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// articles are the words before a name that do not belong to it.
var articles = []string{"the", "a", "an", "his", "her", "its", "their"}

// fold brings a name into the form in which names are compared: lower case, without accents, possessive endings,
// punctuation and one leading article or pronoun.
func fold(name string) string {
	var runes []rune
	for _, r := range norm.NFKD.String(name) {
		if norm.NFKD.PropertiesString(string(r)).CCC() == 0 {
			runes = append(runes, r)
		}
	}
	lower := []rune(strings.ReplaceAll(strings.ToLower(string(runes)), "’", "'"))
	var b strings.Builder
	for i := 0; i < len(lower); i++ {
		r := lower[i]
		switch {
		case r == '\'':
			switch {
			case isAt(lower, i+1, 's') && !isWordAt(lower, i+2):
				i++
			case isWordAt(lower, i+1):
			default:
				b.WriteByte(' ')
			}
		case isWordAt(lower, i):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	if len(words) > 1 && slices.Contains(articles, words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func isAt(runes []rune, i int, r rune) bool { return i < len(runes) && runes[i] == r }

// isWordAt reports whether a letter, number or underscore stands at i.
func isWordAt(runes []rune, i int) bool {
	return i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.IsNumber(runes[i]) || runes[i] == '_')
}

// docKey is a document's name without folder and ending.
func docKey(doc string) string {
	doc = doc[strings.LastIndexByte(doc, '/')+1:]
	stem := strings.TrimLeft(doc, ".") // dots in front begin no ending
	if dot := strings.LastIndexByte(stem, '.'); dot > 0 {
		return doc[:len(doc)-len(stem)+dot]
	}
	return doc
}
