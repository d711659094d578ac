package extract

import (
	"slices"
	"strings"

	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// isAmount tells the words that count what comes behind "of": "in Syria dozens of times".
func isAmount(word string) bool {
	return word == "dozens" || word == "hundreds" || word == "thousands" || word == "scores"
}

// mistaken gives the tag of a word that taggers take for another: verbs of attack for nouns, arms for verbs; Untagged
// where the tag may stand.
func (s *sentence) mistaken(i int) text.Tag {
	if i == 0 || i+1 >= len(s.tokens) {
		return text.Untagged
	}
	tag, before, after := s.tokens[i].Tag, s.tokens[i-1].Tag, s.tokens[i+1].Tag
	classes := s.doc.reader.classes
	object := s.nameAt(i+1) != nil || after == text.DT || after == text.PRPS
	switch {
	case s.lower[i] == "hit" && tag != text.VBD && before.IsNoun() && object:
		return text.VBD
	case tag == text.JJ && strings.HasSuffix(s.lower[i], "ed") && before.IsName() && after == text.NNS && s.nameEndsAt(i) && s.mars(i):
		return text.VBD // "Boko Haram burned villages"
	case tag == text.NN && strings.HasSuffix(s.lower[i], "ing") && isAuxiliary(s.lower[i-1]) && object && s.doc.reader.verb(text.Lemma(s.lower[i], text.VBG)):
		return text.VBG // "has been bombing Yemen"
	case tag == text.VBZ && (before == text.JJ || before.IsNoun()) && s.nameEndsAt(i) && classes.has("force", text.Lemma(s.lower[i], text.NNS)) && !s.doc.reader.verb(text.Lemma(s.lower[i], text.VBZ)):
		return text.NNS // "Ukrainian drones attacked"
	}
	return text.Untagged
}

// mars reports whether the word ending in -ed is the verb of a tie and describes nothing, as "backed" and "held" do.
func (s *sentence) mars(i int) bool {
	return s.doc.reader.frames.mods[s.lower[i]] == nil && len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], text.VBD)]) > 0
}

// nameEndsAt reports whether a name ends right before the token.
func (s *sentence) nameEndsAt(i int) bool {
	return slices.ContainsFunc(s.names, func(n name) bool { return n.last == i })
}

// between reports whether the word at i stands between two names that are no adjectives: "Iraq annexed Kuwait".
func (s *sentence) between(i int) bool {
	next := s.nameAt(i + 1)
	if next == nil || next.adjectival() || i == 0 {
		return false
	}
	for k := range s.names {
		if n := &s.names[k]; n.last == i {
			return n.known() && (!n.has(actors.Adjective) || n.has(actors.National) && n.first > 0 && s.lower[n.first-1] == "the")
		}
	}
	return false
}

// opensPart reports whether the word at i is the head of "most of the town".
func (s *sentence) opensPart(i int) bool {
	if i+1 >= len(s.lower) || s.lower[i+1] != "of" {
		return false
	}
	switch s.lower[i] {
	case "most", "much", "many", "all", "some", "several", "half":
		return true
	}
	return false
}

// countsAfterPlace reports whether the number at j begins another noun group than the place before it: "in Idlib ten
// people were killed".
func (s *sentence) countsAfterPlace(g *group, j int) bool {
	if g.head < 0 || len(g.names) == 0 {
		return false
	}
	n := &s.names[g.names[len(g.names)-1]]
	return n.last == j && s.land(n)
}

// weekday reports whether the token is the name of a day, behind which another noun group may begin: "on Saturday Iraqi
// troops".
func (s *sentence) weekday(i int) bool {
	switch s.lower[i] {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// opensBracketed reports whether a list in brackets begins at the group: "to member countries (Latvia, Estonia)".
func (s *sentence) opensBracketed(i int) bool {
	return s.groups[i].kind == bracketKind && s.groups[i].lemma == "(" &&
		i+2 < len(s.groups) && s.groups[i+1].kind == nounKind && s.groups[i+2].kind == bracketKind
}

// bareYear gives 1 where the token is a year behind a preposition, and so no part of the noun group that follows: "in 1999
// Ethiopian troops".
func (s *sentence) bareYear(i int) int {
	if _, ok := s.year(i); !ok || i == 0 || s.tokens[i-1].Tag != text.IN {
		return 0
	}
	if i+1 < len(s.tokens) && s.tokens[i+1].Tag.IsNoun() && s.nameAt(i+1) == nil && s.tokens[i+1].Tag != text.NNS {
		return 0
	}
	return 1
}
