package extract

import (
	"entente.example/loader/text"
)

// In a text all in capitals the form of a word tells no name from any other word, so that what is not in the dictionary may be
// taken for one, and "IS" for the Islamic State.

// functionTag gives the tag of the small words that are never names, whatever their form, or Untagged.
func functionTag(word string) text.Tag {
	switch word {
	case "did", "was", "were", "had":
		return text.VBD
	case "does", "is", "has":
		return text.VBZ
	case "do", "are", "have":
		return text.VBP
	case "will", "would", "could", "should", "may", "might", "must", "cannot":
		return text.MD
	case "not", "never":
		return text.RB
	case "the", "a", "an":
		return text.DT
	case "of", "in", "on", "at", "by", "from", "with", "for":
		return text.IN
	case "to":
		return text.TO
	}
	return text.Untagged
}

// isOpener tells prepositions that taggers take for names at the beginning of a sentence: "Amid Roe's rise".
func isOpener(word string) bool {
	switch word {
	case "amid", "amidst", "alongside", "unlike", "atop", "lest":
		return true
	}
	return false
}

// lowered gives the tag of a word in a sentence all in capitals that the tagger takes for a name: "CHAD DID NOT ARM THE M23".
func (s *sentence) lowered(i int) text.Tag {
	if !s.capitals {
		return text.Untagged
	}
	tag := s.tokens[i].Tag
	if fixed := functionTag(s.lower[i]); fixed != text.Untagged && tag.IsNoun() {
		return fixed
	}
	if i == 0 {
		return text.Untagged
	}
	before := s.lower[i-1]
	if tag.IsNoun() && (before == "not" || before == "to" || before == "never") && i+1 < len(s.tokens) && s.knownVerb(i, text.VB) && (s.nameAt(i+1) != nil || s.lower[i+1] == "the" || s.tokens[i+1].Tag.IsNoun()) {
		return text.VB
	}
	if s.lower[i] == "that" && tag != text.IN && s.tokens[i-1].Tag.IsVerb() && s.nameAt(i+1) != nil {
		return text.IN
	}
	return text.Untagged
}
