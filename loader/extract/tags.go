package extract

import (
	"strings"

	"entente.example/loader/text"
)

// correctTags mends what the tagger cannot know or often gets wrong: names are names, "an offensive" is a noun, a
// participle that nothing follows is the verb.
func (s *sentence) correctTags() {
	for _, n := range s.names {
		if n.adjectival() {
			continue
		}
		for i := n.first; i < n.last; i++ {
			if !s.tokens[i].Tag.IsNoun() && s.tokens[i].Tag != text.HYPH {
				s.tokens[i].Tag = text.NNP
			}
		}
	}
	verbs, rules := false, s.doc.reader.tagRules
	words := rules.window(s)
	for i := range s.tokens {
		words.move(rules, i)
		if s.lower[i] == "in" && i+2 < len(s.tokens) && s.lower[i+1] == "turn" && (s.tokens[i+2].Tag.IsVerb() || s.tokens[i+2].Tag == text.NNS) {
			s.tokens[i].Tag, s.tokens[i+1].Tag = text.RB, text.RB // "has in turn armed X"
		}
		if s.nameAt(i) == nil {
			s.tokens[i].Tag = s.corrected(i, &words)
		}
		verbs = verbs || s.tokens[i].Tag.IsVerb()
	}
	if !verbs {
		s.findVerb()
	}
	s.readHeadline()
	s.findClauseVerbs()
}

// corrected gives the tag of the word at i as its neighbours want it, or the one that it has.
func (s *sentence) corrected(i int, words *called) text.Tag {
	if fixed := s.lowered(i); fixed != text.Untagged {
		return fixed
	}
	rule := s.doc.reader.tagRules.fitting(s, i, words)
	if rule == nil {
		return s.tokens[i].Tag
	}
	if s.doc.traced {
		s.retagged = append(s.retagged, retagged{i, s.tokens[i].Tag, rule})
	}
	return rule.tag
}

// findVerb retags the word between two noun groups as the verb of a sentence that seems to have none: "The Houthis
// control Sanaa".
func (s *sentence) findVerb() {
	if i := len(s.tokens) - 2; i > 1 && s.tokens[i].Tag.IsNoun() && s.words[i] == s.lower[i] && s.doc.reader.classes.any(s.lower[i], "emerge", "fade", "occur") {
		s.tokens[i].Tag = text.VBP // "allegations of support persist."
		return
	}
	for i := 1; i+1 < len(s.tokens); i++ {
		tag, before := s.tokens[i].Tag, s.tokens[i-1].Tag
		if tag == text.JJ && before.IsNoun() && s.tokens[i+1].Tag == text.DT && s.nameAt(i) == nil && len(s.doc.reader.frames.verbs[s.lower[i]]) > 0 {
			s.tokens[i].Tag = text.VBP // "The Houthis dominate the north"
			return
		}
		if tag == text.JJ && before.IsNoun() && strings.HasSuffix(s.lower[i], "ed") && s.nameAt(i) == nil && (s.nameAt(i+1) != nil || s.tokens[i+1].Tag == text.CD || s.tokens[i+1].Tag == text.RP && s.nameAt(i+2) != nil) && len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], text.VBD)]) > 0 {
			s.tokens[i].Tag = text.VBD // "The Obama administration armed Syrian rebels", "The Malian military burned down X"
			return
		}
		if next := s.tokens[i+1].Tag; tag == text.NN && before == text.NNS && s.nameAt(i) == nil && s.doc.reader.classes.has("irregular", s.lower[i]) && (s.nameAt(i+1) != nil || next == text.CD || next == text.DT || next == text.JJ) {
			s.tokens[i].Tag = text.VBD // "Saudi guards shot Ethiopian migrants"
			return
		}
		if tag == text.NN && before.IsName() && pastAsPresent(s.lower[i]) && (s.tokens[i+1].Tag == text.TO || s.tokens[i+1].Tag == text.IN) {
			s.tokens[i].Tag = text.VBD // "fighting between A and B spread to"
			return
		}
		if s.capitals && tag.IsName() {
			tag = text.NN // where all are in capitals
		}
		if tag != text.NN && tag != text.NNS || s.nameAt(i) != nil || !before.IsNoun() {
			continue
		}
		ending := text.VBP
		if tag == text.NNS {
			ending = text.VBZ
		}
		next := s.tokens[i+1].Tag
		opens := s.capitals && before == text.NNS && next.IsNoun() || next == text.DT || next == text.IN && tag == text.NNS || s.nameAt(i+1) != nil
		if n := s.nameBefore(i); n != nil && !n.adjectival() {
			opens = opens || s.opensPart(i+1) || next == text.JJ || next == text.CD || next == text.PRPS || tag == text.NNS && next == text.NNS // "Iran arms militias in Iraq"
		}
		if opens && len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], ending)]) > 0 {
			s.tokens[i].Tag = ending
			return
		}
	}
}

// pastAsPresent tells verbs whose past tense looks like a noun.
func pastAsPresent(word string) bool {
	switch word {
	case "spread", "burst", "split", "hit", "beat", "cut", "shut":
		return true
	}
	return false
}

func isAuxiliary(word string) bool {
	switch word {
	case "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "'s":
		return true
	}
	return false
}

// bothDo reports whether the "both", "all" or "each" at i stands between those who do something and the verb: "A and B both provided".
func (s *sentence) bothDo(i int) bool {
	if s.lower[i] != "both" && s.lower[i] != "all" && s.lower[i] != "each" || i == 0 || !s.tokens[i-1].Tag.IsNoun() && s.tokens[i-1].Tag != text.Comma || i+1 >= len(s.tokens) {
		return false
	}
	switch s.tokens[i+1].Tag {
	case text.VBD, text.VBP, text.VBZ:
		return true
	case text.VBN:
		return s.lower[i] != "both" && i+2 < len(s.tokens) && s.lower[i+2] != "by"
	}
	return false
}
