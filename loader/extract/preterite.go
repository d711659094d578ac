package extract

import (
	"strings"

	"entente.example/loader/text"
)

// preterite gives the tag of a verb whose past tense looks like another word, or Untagged: "militants overran bases",
// "soldiers set foot in X", "the base was hit". Words of the class preterite are nothing but the past tense; those of
// invariable are also nouns and adjectives, so that they need a noun before and what verbs take behind.
func (s *sentence) preterite(w taggedWord) text.Tag {
	classes := s.doc.reader.classes
	switch {
	case w.i > 0 && w.tag == text.VBN && classes.has("intransitive", w.word) && !s.behindAuxiliary(w.i):
		return text.VBD // "before Chinese troops intervened in support of"
	case w.i == 0 || w.tag.IsVerb() && w.tag != text.VBN || s.capitalised(w.i):
		return text.Untagged
	case !classes.any(w.word, "preterite", "invariable"):
		return text.Untagged
	case classes.has("preterite", w.word):
		return text.VBD
	case !classes.has("invariable", w.word) || w.after == text.Period && !isAuxiliary(s.lower[w.i-1]):
		return text.Untagged
	case isAuxiliary(s.lower[w.i-1]):
		return text.VBN
	case !w.before.IsNoun() || s.verbAhead(w.i) || s.modifying(w.i-1):
		return text.Untagged
	case w.after == text.RP, w.after == text.DT, w.after == text.PRPS, w.after == text.CD, s.nameAt(w.i+1) != nil:
		return text.VBD
	case w.i+1 < len(s.lower):
		switch s.lower[w.i+1] {
		case "into", "up", "off", "down", "out", "through", "foot", "siege", "fire":
			return text.VBD
		}
	}
	return text.Untagged
}

// behindAuxiliary reports whether an auxiliary stands before the word, or before the adverbs there: "had twice intervened".
func (s *sentence) behindAuxiliary(i int) bool {
	for i--; i >= 0; i-- {
		if tag := s.tokens[i].Tag; tag != text.RB {
			return isAuxiliary(s.lower[i]) || s.lower[i] == "having" || tag == text.VBN || tag == text.CC || tag == text.Comma
		}
	}
	return false
}

// modifying reports whether the word is a name's adjective, behind which a noun comes: "the Russian set".
func (s *sentence) modifying(i int) bool {
	n := s.nameAt(i)
	return n != nil && n.adjectival()
}

// unmet reports whether the word in "un-" and "-ed" only says how something was done: "walked into the town unopposed".
func unmet(word string) bool {
	return strings.HasPrefix(word, "un") && (strings.HasSuffix(word, "opposed") || strings.HasSuffix(word, "contested") ||
		strings.HasSuffix(word, "hindered") || strings.HasSuffix(word, "defended") || strings.HasSuffix(word, "molested") || strings.HasSuffix(word, "challenged"))
}
