package extract

import (
	"strings"
	"unicode/utf8"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// foreignBody reads the name of a body in French, Spanish and their kin, small words and all, "Front pour la libération du Marvot", or one of South Asia that
// joins its words by a syllable, "Lashkar-e-Marvot".
func (s *sentence) foreignBody(i int) (name, bool) {
	if i+2 >= len(s.tokens) || !s.capitalised(i) {
		return name{}, false
	}
	entry, ok := s.doc.reader.classes.entry("foreign_body", s.lower[i])
	if !ok {
		return name{}, false
	}
	found := name{first: i, shape: graph.EntityType(entry.kind)}
	if s.joinedBy(i + 1) {
		for found.last = i + 5; s.joinedBy(found.last) && found.last+4 <= len(s.tokens); found.last += 4 {
		}
		if n, senses := s.doc.reader.matcher.Longest(s.words, found.last); n > 0 && senses[0].Entry.IsState && senses[0].Form == actors.Name {
			found.last += n // "Lashkar-e-Marvot Pakistan"
		}
		return found, true
	}
	small := false // a word that is not English
	last := i + 1
	for k := last; k < len(s.tokens); k++ {
		word := s.lower[k]
		switch {
		case isRomanceSmall(word):
			small = true
			continue
		case s.capitalised(k) && s.tokens[k].Tag.IsNoun():
		case elided(word) || (isSmall(word) || looksRomance(word)) && isRomanceSmall(s.lower[k-1]) || looksRomance(word) && k == last:
			small = true
		default:
			k = len(s.tokens)
			continue
		}
		last = k + 1
	}
	if !small || last == i+1 {
		return name{}, false
	}
	found.last = last
	return found, true
}

// joinedBy reports whether a syllable between hyphens, and a word with a capital, stand at the token: "-e-Marvot".
func (s *sentence) joinedBy(i int) bool {
	if i+3 >= len(s.tokens) || s.tokens[i].Tag != text.HYPH || s.tokens[i+2].Tag != text.HYPH || !s.capitalised(i+3) {
		return false
	}
	switch s.lower[i+1] {
	case "e", "i", "ul", "ud", "us", "uz":
		return s.tokens[i].End == s.tokens[i+1].Start && s.tokens[i+2].End == s.tokens[i+3].Start
	}
	return false
}

// isRomanceSmall tells the small words inside a name in French, Spanish, Portuguese and Italian.
func isRomanceSmall(word string) bool {
	switch word {
	case "de", "du", "des", "pour", "la", "le", "les", "et", "en", "au", "aux", "contre",
		"del", "los", "las", "el", "y", "e", "para", "por", "contra", "da", "do", "das", "dos", "di", "della", "per":
		return true
	}
	return false
}

// elided reports whether the word is a French one behind an article that lost its vowel: "d'action".
func elided(word string) bool {
	return len(word) > 3 && (word[0] == 'd' || word[0] == 'l') && word[1] == '\''
}

// looksRomance tells adjectives that end as no English word does, or have an accent: "armées", "multinationale", "populaire".
func looksRomance(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return true
		}
	}
	for _, ending := range []string{"aire", "aires", "ique", "iques", "nale", "nales", "ienne", "iennes", "iste", "istes", "caine", "caines", "ción", "ão", "dad", "ario", "arias", "ares", "ico", "ica", "nal", "ista", "istas"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// ezafe reports whether a hyphen and the syllable by which Persian and its kin link a word to the next stand at the token, as in the
// names of places: "Sar-e Dova".
func (s *sentence) ezafe(i int) bool {
	if i+2 >= len(s.tokens) || s.tokens[i].Tag != text.HYPH || s.tokens[i].End != s.tokens[i+1].Start || !s.capitalised(i+2) {
		return false
	}
	return s.words[i+1] == "e" || s.words[i+1] == "i" || s.words[i+1] == "ye"
}
