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
	case w.tag == text.VBP && w.word != "found" && classes.has("irregular", w.word):
		return text.VBD // "Chadian soldiers dug in at X"
	case w.i == 0 || w.tag.IsVerb() && w.tag != text.VBN && w.tag != text.VB || s.capitalised(w.i):
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
	case w.after == text.RP, w.after == text.DT, w.after == text.PRPS, w.after == text.CD, s.nameAt(w.i+1) != nil,
		w.after == text.VBZ && classes.has("target", text.Lemma(s.lower[w.i+1], text.NNS)): // "artillery hit positions"
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

// correctedOther mends prepositions, adverbs and other small words.
func (s *sentence) correctedOther(w taggedWord) text.Tag {
	switch {
	case strings.HasPrefix(w.word, "co-") && s.doc.reader.classes.any(w.word, "leader", "member"):
		return text.NN
	case w.tag == text.GW && (strings.HasSuffix(w.word, "s") || strings.HasSuffix(w.word, "men")):
		return text.NNS // no word is cut apart here
	case w.tag == text.GW:
		return text.NN
	case w.word == "once" && w.tag == text.IN && w.before == text.Comma && !s.verbInAside(w.i+1):
		return text.RB // "Roe, once the election chief, fled"
	case w.word == "will" && w.before == text.PRPS:
		return text.NN // "against his will"
	case w.word == "fell" && w.before.IsNoun():
		return text.VBD
	case s.opensOnce(w):
		return text.IN
	case w.tag == text.IN && (w.word == "afterwards" || w.word == "afterward" || w.word == "thereafter" || w.word == "meanwhile" || w.word == "beforehand"):
		return text.RB // "Soon afterwards the army attacked"
	case w.word == "bound" && w.i+1 < len(s.lower) && s.lower[w.i+1] == "for":
		return text.JJ
	case w.tag == text.RP && w.word == "off" && w.i > 0 && isLiving(s.lower[w.i-1]):
		return text.IN // "lives off Saudi money"
	case w.tag == text.JJR && w.word == "longer" && w.i > 0 && s.lower[w.i-1] == "no":
		return text.RB
	case w.tag == text.IN && w.before.IsNoun() && text.Lemma(w.word, text.VBD) != w.word && s.knownVerb(w.i, text.VBD):
		return text.VBD // "withdrew" is no preposition
	case w.tag == text.RB && !strings.HasSuffix(w.word, "ly") && w.before.IsNoun() && (w.after == text.JJ || w.after == text.DT || w.after.IsNoun()) && s.doc.reader.knowsVerb(w.word):
		return text.VBP
	case w.word == "that" && w.tag == text.IN && w.before.IsVerb() && w.after.IsNoun() && !s.doc.reader.reports(text.Lemma(s.lower[w.i-1], w.before)):
		return text.DT
	case w.word == "that" && w.tag == text.WDT && (w.after == text.PRP || w.after == text.DT || s.nameAt(w.i+1) != nil) && s.addressed(w.i):
		return text.IN // "told diplomats that Chad was arming"
	case w.tag == text.RB && w.word == "ally":
		return text.NN
	case w.tag == text.RBR && w.word == "longer" && w.i > 0 && s.lower[w.i-1] == "no":
		return text.RB
	case w.tag == text.RBR && w.after.IsNoun():
		return text.JJR
	case w.tag == text.IN && (w.word == "over" || w.word == "around" || w.word == "about") && (w.after == text.CD || w.i+2 < len(s.lower) && (s.opensPart(w.i+1) || w.after == text.DT && s.opensPart(w.i+2))):
		return text.RB
	case w.tag == text.RB && w.i > 1 && isDirection(w.word) && w.before == text.VBN && s.tokens[w.i-2].Tag == text.HYPH:
		return text.NN // "the rebel-held west"
	case w.word == "other" && w.i > 0 && s.lower[w.i-1] == "each" || w.word == "another" && w.i > 0 && s.lower[w.i-1] == "one":
		return text.NN // "accused each other"
	case w.tag == text.CC && w.word == "both":
		return text.DT
	case w.tag == text.IN && w.word == "to" && w.after == text.VB:
		return text.TO
	case w.tag == text.CC && s.doc.reader.frames.event(s.lemma(w.i)):
		return text.NN // a word that the tagger does not know
	case w.tag == text.RB && (w.word == "alongside" || w.word == "near") && w.after != text.Comma && w.after != text.Period:
		return text.IN
	}
	return w.tag
}
