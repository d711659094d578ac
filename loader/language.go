package loader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// English is the tag of the only language that is read well.
const English = "en"

const (
	// languageWords is how many words from the start of a text tell its language, and tooFewWords how many are too few
	// to say that it is another one for want of English ones alone.
	languageWords = 200
	tooFewWords   = 20
	// englishPercent is from which share of stop words a text is English. News in English have 12 to 25 per cent, lists of
	// places and weapons 5, texts in other languages with Latin letters 2.
	englishPercent = 4
)

// stopWords are frequent in English and rare, or no words, elsewhere: "in", "for", "to", "on" and "was" are not among them.
var stopWords = []string{
	"after", "also", "and", "are", "been", "but", "from", "have", "his", "it", "its", "not", "of", "said", "she",
	"that", "the", "their", "them", "they", "this", "were", "which", "who", "will", "with", "would",
}

// otherStopWords are frequent in English, too, and mostly no words where those of foreignWords are.
var otherStopWords = []string{"against", "as", "at", "by", "for", "has", "in", "is", "on", "says", "to"}

// foreignWords are frequent in French, German, Spanish, Turkish, Italian, Portuguese, Dutch and Polish. Those that are
// English too ("die", "par"), or stand in names ("al", "de", "la", "von"), are not among them.
var foreignWords = []string{
	"ao", "auch", "aux", "avec", "bir", "dans", "das", "degli", "deki", "della", "dem", "der", "des", "dla",
	"ein", "eine", "en", "est", "et", "gegen", "het", "il", "ile", "im", "ist", "için", "jest", "les", "leur",
	"los", "mit", "naar", "nach", "nella", "nicht", "nie", "niet", "olarak", "ont", "oraz", "pela", "pour", "przez",
	"que", "qui", "sich", "się", "sono", "sus", "una", "und", "une", "ve", "wird", "y", "zum", "zur",
}

// Oddity says what is odd about a text, as "looks like it is not English", or nothing.
func Oddity(text string) string { return oddity(language(text)) }

func oddity(tag string, sure bool) string {
	if tag == "" && sure {
		return "looks like it is not English"
	}
	return ""
}

// language tells by its stop words whether a text is English; otherwise it gives an empty tag. It reports whether that
// is sure enough to say that the text is not.
func language(text string) (tag string, sure bool) {
	words, stops, others, foreign, latin := 0, 0, 0, 0, 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words++
		lower := strings.ToLower(word)
		switch {
		case has(stopWords, lower):
			stops++
		case has(otherStopWords, lower):
			others++
		case isForeign(word):
			foreign++
		}
		if first, _ := utf8.DecodeRuneInString(word); unicode.Is(unicode.Latin, first) {
			latin++
		}
		if words == languageWords {
			break
		}
	}
	switch {
	case words > 0 && stops*100 >= words*englishPercent:
		return English, true
	case words >= tooFewWords, latin*2 < words:
		return "", true
	}
	return "", foreign > others
}

func has(sorted []string, word string) bool {
	_, found := slices.BinarySearch(sorted, word)
	return found
}

// isForeign reports whether a word that is written small, and so no name, is none of English: by what it is, or by a
// letter that English lacks.
func isForeign(word string) bool {
	if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
		return false
	}
	return has(foreignWords, word) || strings.ContainsFunc(word, func(r rune) bool { return r > unicode.MaxASCII && unicode.Is(unicode.Latin, r) })
}
