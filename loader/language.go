package loader

import (
	"slices"
	"strings"
	"unicode"
)

// English is the tag of the only language that is read well.
const English = "en"

const (
	// languageWords is how many words from the start of a text tell its language, and tooFewWords how many are too few
	// to say that it is another one.
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

// language tells by its stop words whether a text is English; otherwise it gives an empty tag. It reports whether the
// text is long enough to say that it is not.
func language(text string) (tag string, sure bool) {
	words, stops := 0, 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words++
		if _, found := slices.BinarySearch(stopWords, strings.ToLower(word)); found {
			stops++
		}
		if words == languageWords {
			break
		}
	}
	if words > 0 && stops*100 >= words*englishPercent {
		return English, true
	}
	return "", words >= tooFewWords
}
