package extract

import (
	"strings"
	"unicode/utf8"

	"entente.example/loader/text"
)

// mayName reports whether the sentence may have a name: one of the dictionary, or a word with a capital that is not only its first.
// Names are looked for among tags, which cost more than all else that is done for a sentence, so that what has none is not tagged for
// them.
func (s *sentence) mayName() bool {
	capital, numbered := false, false
	for i, word := range s.words {
		if n, _ := s.doc.reader.matcher.Longest(s.words, i); n > 0 {
			return true
		}
		switch {
		case isSmall(word):
		case !strings.ContainsFunc(word, notSmall):
			numbered = numbered || isOrdinal(word) // "57th motorised infantry brigade"
		case i == 0 && functionTag(s.lower[i]) != text.Untagged:
		case word == "I" && i > 0 && s.words[i-1] != "-" || i == 0 && s.opensPlainly():
			capital = true
		default:
			return true
		}
	}
	return capital && numbered
}

// opensPlainly reports whether the sentence's first word begins no name, if no other word has a capital: it never is a noun, or the
// text has it without a capital too.
func (s *sentence) opensPlainly() bool {
	word := s.lower[0]
	if !isSmall(word) || s.title || s.capitals || opensLandscape(word) {
		return false
	}
	tag := s.doc.reader.tagger.Always(s.words[0])
	return tag != text.Untagged && !tag.IsNoun() && !isShip(s.words[0]) || s.doc.lowers(word)
}

// notSmall tells letters that a name may begin with.
func notSmall(r rune) bool { return r >= utf8.RuneSelf || r >= 'A' && r <= 'Z' }
