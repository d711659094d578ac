package extract

import (
	"strings"

	"entente.example/loader/text"
)

// wantedForm gives the tag of a verb whose form the words before it want, where the tagger took it for a noun or an adjective, or
// Untagged: "did finance", "went on to shell", "having overrun", "has in recent years repeatedly armed", "not only did the army
// storm", "in bombing the town".
func (s *sentence) wantedForm(w taggedWord) text.Tag {
	if w.tag.IsVerb() && w.tag != text.VBD || s.capitalised(w.i) && w.i > 0 {
		return text.Untagged
	}
	switch {
	case w.i > 0 && s.lower[w.i-1] == "having" && w.tag != text.DT && s.pastParticiple(w.i) && (s.namesActor(w.i+1) || !w.after.IsNoun() && w.after != text.JJ):
		return text.VBN // "having overrun", "having withdrawn its troops"
	case w.tag.IsVerb():
		return text.Untagged
	case (w.tag.IsNoun() && w.tag != text.NNS || w.tag == text.JJ || w.tag == text.DT) && w.i > 0 && s.takesObject(w) && s.wantsBase(w):
		if w.before == text.IN {
			s.tokens[w.i-1].Tag = text.TO
		}
		return text.VB // "went on to finance X", "did finance X"
	case w.tag != text.DT && (s.pastParticiple(w.i) || w.i == 0 && s.doc.reader.classes.has("invariable", w.word)):
		return s.wantedParticiple(w)
	case w.tag == text.NN && strings.HasSuffix(w.word, "ing"):
		if s.governsName(w) {
			return text.VBG
		}
	case w.tag == text.NNPS && w.i > 0 && s.namesActor(w.i+1) && s.nameBefore(w.i) != nil && s.knownVerb(w.i, text.VBZ):
		return text.VBZ // "Islamic State abandons X"
	}
	return text.Untagged
}

// wantedParticiple gives the tag of a word with the form of a participle that the tagger took for another word.
func (s *sentence) wantedParticiple(w taggedWord) text.Tag {
	switch {
	case w.i == 0:
		if len(s.lower) > 1 && s.lower[1] == "by" {
			return text.VBN // "Armed by X, the group"
		}
	case w.word == "overrun":
		if isAuxiliary(s.lower[w.i-1]) || w.before == text.RB || s.lower[min(w.i+1, len(s.lower)-1)] == "by" || w.before == text.Comma {
			return text.VBN
		}
	case w.before == text.WDT || w.before == text.WP:
		if (w.after == text.IN || w.after == text.TO) && isMotion(w.word) {
			return text.VBD // "that retreated from"
		}
	case w.i+1 < len(s.lower) && s.lower[w.i+1] == "by" && w.tag == text.JJ && (w.before == text.RB || w.before == text.RBR):
		return text.VBN // "was not armed by", "and later armed by"
	case (w.after == text.DT || w.after == text.PRPS || s.nameAt(w.i+1) != nil) && s.afterPhrase(w.i):
		return text.VBN // "has in recent years repeatedly armed X"
	}
	return text.Untagged
}

// pastParticiple reports whether the word at i has the form of a past participle of a verb that rules know.
func (s *sentence) pastParticiple(i int) bool {
	word := s.lower[i]
	if !strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "en") && !strings.HasSuffix(word, "wn") && word != "overrun" {
		return false
	}
	return s.knownVerb(i, text.VBN)
}

// takesObject reports whether the word at i, which looks like a noun, is the base form of a verb that rules know, with an object
// behind it.
func (s *sentence) takesObject(w taggedWord) bool {
	classes := s.doc.reader.classes
	if w.i+1 >= len(s.tokens) || !s.doc.reader.knowsVerb(w.word) || classes.any(w.word, "force", "government", "grouping", "rebels", "nationals") && !classes.has("deed", w.word) {
		return false
	}
	n := s.nameAt(w.i + 1)
	return n != nil || w.after == text.DT || w.after == text.PRPS || w.after == text.NNS && (s.lower[w.i-1] == "did" || classes.any(s.lemma(w.i+1), "support", "force"))
}

// wantsBase reports whether the words before the word want the base form of a verb: "to", "did", or a "did" turned round.
func (s *sentence) wantsBase(w taggedWord) bool {
	switch s.lower[w.i-1] {
	case "to":
		return w.before == text.TO || w.before == text.IN
	case "did", "does", "do":
		return true
	}
	return s.turnedRound(w.i)
}

// turnedRound reports whether no more than a name stands between the word and a "did" that opens the clause: "not only did the
// army storm".
func (s *sentence) turnedRound(i int) bool {
	n := s.nameBefore(i)
	if n == nil || n.adjectival() {
		return false
	}
	k := n.first - 1
	if k > 0 && s.lower[k] == "the" {
		k--
	}
	return k >= 0 && (s.lower[k] == "did" || s.lower[k] == "does") && (k == 0 || s.tokens[k-1].Tag == text.RB || isNegation(s.lower[k-1]))
}

// governsName reports whether the word in "-ing" is a gerund whose object is the name behind it, since it opens the sentence or stands
// behind a preposition that gerunds follow: "after bombing Sake".
func (s *sentence) governsName(w taggedWord) bool {
	if w.i+1 >= len(s.tokens) || !s.namesActor(w.i+1) || !s.knownVerb(w.i, text.VBG) {
		return false
	}
	if w.i == 0 {
		return true
	}
	switch s.lower[w.i-1] {
	case "by", "after", "before", "since", "for", "in", "without", "while", "when", "from", "of", "upon":
		return true
	}
	return false
}

// afterPhrase reports whether "have" stands before the word at i with nothing between but a phrase and adverbs: "has in recent
// years repeatedly armed".
func (s *sentence) afterPhrase(i int) bool {
	k := i - 1
	for k > 0 && (s.tokens[k].Tag == text.RB || s.tokens[k].Tag == text.Comma) {
		k--
	}
	end := k
	for k > 0 && (s.tokens[k].Tag.IsNoun() || s.tokens[k].Tag == text.JJ || s.tokens[k].Tag == text.CD || s.tokens[k].Tag == text.DT || s.tokens[k].Tag == text.PRPS) {
		k--
	}
	if k == end || k < 1 || s.tokens[k].Tag != text.IN || s.lower[k] == "by" {
		return false
	}
	for k--; k > 0 && (s.tokens[k].Tag == text.RB || s.tokens[k].Tag == text.Comma); k-- {
	}
	switch s.lower[k] {
	case "has", "have", "had", "having":
		return true
	}
	return false
}
