package extract

import (
	"strings"

	"entente.example/loader/text"
)

// Clauses hang together by words that taggers and the eye for single words miss: conjunctions of two words, the "that" behind a clause that
// has no more than "it" for a subject, spans of time that stand before a verb as an adverb does.

// connective gives the length and the conjunction that two words at i are, or 0: "given that", "provided that", "once the army".
func (s *sentence) connective(i int) (int, string) {
	if i+1 >= len(s.lower) {
		return 0, ""
	}
	if s.lower[i] == "than" && i > 2 && s.lower[0] == "no" && s.lower[1] == "sooner" {
		return 1, "when" // "No sooner had the truce been signed than Chad attacked"
	}
	if s.lower[i+1] == "that" {
		switch s.lower[i] {
		case "given", "now", "seeing", "considering", "granted", "except":
			if i == 0 || s.tokens[i-1].Tag == text.Comma || s.tokens[i-1].Tag == text.CC || s.lower[i] == "now" && !s.doc.reader.reports(s.lemma(i-1)) {
				return 2, "because"
			}
		case "provided", "providing", "assuming", "supposing":
			if i == 0 || s.tokens[i-1].Tag == text.Comma {
				return 2, "if"
			}
		}
		return 0, ""
	}
	if n := s.provisional(i); n > 0 {
		return n, "if"
	}
	if s.lower[i+1] == "time" && (s.lower[i] == "each" || s.lower[i] == "every") && i+2 < len(s.lower) && s.verbInAside(i+2) && (i == 0 || s.tokens[i-1].Tag == text.Comma) {
		return 2, "when" // "Each time Chad attacked, Libya sent troops"
	}
	if s.lower[i] == "even" && (s.lower[i+1] == "though" || s.lower[i+1] == "as" || s.lower[i+1] == "while") && s.verbInAside(i+2) {
		return 2, "though"
	}
	return 0, ""
}

// spanAdverb gives the length of a span of time that begins at the token and tells how much later or earlier something else happened, or
// 0: "three weeks later", "a year earlier".
func (s *sentence) spanAdverb(i int) int {
	k := i
	switch tag := s.tokens[k].Tag; {
	case tag == text.CD, s.lower[k] == "several", s.lower[k] == "some":
		k++
	case s.lower[k] == "a" || s.lower[k] == "an":
		if k++; k < len(s.lower) && s.lower[k] == "few" {
			k++
		}
	default:
		return 0
	}
	if k+2 >= len(s.tokens) || !s.doc.reader.classes.has("time", s.lemma(k)) || s.lower[k+1] != "later" && s.lower[k+1] != "earlier" {
		return 0
	}
	if i == 0 || s.tokens[i-1].Tag == text.CC || s.tokens[i-1].Tag == text.Comma || s.tokens[k+2].Tag == text.RB || s.tokens[k+2].Tag == text.MD || s.tokens[k+2].Tag.IsVerb() && s.tokens[k+2].Tag != text.VBG {
		return k + 2 - i
	}
	return 0
}

// insertedTime gives the length of the words that tell when or how often between a verb, or its object, and what goes on with the
// clause, or 0: "sent tanks last month to", "pays five million dollars a year to", "shelled last night the".
func (s *sentence) insertedTime(i int) int {
	before, each := s.lastGroup(0), false
	switch s.lower[i] {
	case "last", "next", "this", "every", "each":
		each = true
	case "the":
		return s.thatYear(i)
	case "a", "an":
		if before != nil && before.kind == verbKind {
			return 0
		}
	default:
		return 0
	}
	if before == nil || i+2 >= len(s.tokens) || !s.doc.reader.classes.has("time", s.lemma(i+1)) && !isDay(s.lower[i+1]) {
		return 0
	}
	next := s.tokens[i+2].Tag
	goesOn := (next == text.IN || next == text.TO) && s.lower[i+2] != "of" || each && before.kind == verbKind && next == text.DT
	if !goesOn || before.kind != nounKind && before.kind != verbKind && before.kind != adverbKind || before.copula {
		return 0
	}
	return 2
}

// thatYear gives the length of "the following year", "the same month" where it ends a clause or goes on with a phrase, or 0.
func (s *sentence) thatYear(i int) int {
	before := s.lastGroup(0)
	if before == nil || before.kind == prepKind || i+3 >= len(s.tokens) || !s.doc.reader.classes.has("time", s.lower[i+2]) {
		return 0
	}
	switch s.lower[i+1] {
	case "following", "next", "same", "previous", "preceding":
	default:
		return 0
	}
	switch next := s.tokens[i+3].Tag; next {
	case text.IN, text.TO, text.CC, text.Comma, text.Period, text.Colon:
		if s.lower[i+3] != "of" {
			return 3
		}
	}
	return 0
}

// emptyIt reports whether the "that" behind the groups read so far explains a clause whose subject is an "it" that stands for nothing: "it was
// in March that", "it emerged on Sunday that", "it was not until 2015 that".
func (s *sentence) emptyIt() bool {
	n := len(s.groups)
	for k := n - 1; k > 0; k-- {
		switch v := s.groups[k]; v.kind {
		case nounKind, prepKind, adverbKind, compKind, adjKind:
		case verbKind:
			if v.infinitive {
				continue // "it was to save face that"
			}
			it := s.groups[k-1]
			if k > 1 && it.kind == adverbKind {
				it = s.groups[k-2] // "it later emerged"
			}
			if it.kind != nounKind || it.lemma != "it" || !v.finite || k+1 < n && (s.groups[k+1].kind == verbKind && !v.copula || s.groups[k+1].kind == nounKind && s.groups[k+1].lemma != "date" && s.groups[k+1].lemma != "case" || s.groups[k+1].kind == adjKind) {
				return false
			}
			switch v.lemma {
			case "be", "emerge", "turn_out", "transpire", "follow", "happen", "become", "turn":
				return true
			case "know", "believe", "think", "understand", "acknowledge", "accept", "agree", "assume":
				return v.passive // "it is known in the region that"
			}
			return false
		default:
			return false
		}
	}
	return false
}

// toldAside reports whether the word at i, which looks like a plural, is the verb by which somebody between two commas says the rest:
// "Wagner, the opposition claims, sent".
func (s *sentence) toldAside(i int) bool {
	if s.closesQuote(i) {
		return true
	}
	if i+2 >= len(s.tokens) || !s.doc.reader.classes.any(text.Lemma(s.lower[i], text.VBZ), "claim", "say", "suspect") {
		return false
	}
	k := i - 1
	for k > 0 && (s.tokens[k].Tag.IsNoun() || s.tokens[k].Tag == text.JJ || s.tokens[k].Tag == text.DT || s.tokens[k].Tag == text.POS || s.tokens[k].Tag == text.PRPS || s.tokens[k].Tag == text.HYPH) {
		k--
	}
	if k < 1 || k == i-1 || s.tokens[k].Tag != text.Comma || s.tokens[i-1].Tag != text.NN && !s.tokens[i-1].Tag.IsName() {
		return false
	}
	switch next := s.tokens[i+2].Tag; {
	case next == text.VBD, next == text.VBZ, next == text.VBP, next == text.MD, next == text.VBN, next == text.VB:
		return true
	case s.doc.reader.classes.has("preterite", s.lower[i+2]):
		return true
	default:
		return next == text.JJ && strings.HasSuffix(s.lower[i+2], "ed") && s.knownVerb(i+2, text.VBD)
	}
}

// mainVerbAt reports whether the verb behind the preposition at i and its noun is not theirs but that of the subject before them, which has no
// other: "Chad after the vote sent soldiers".
func (s *sentence) mainVerbAt(i int, v *group) bool {
	if i == 0 || s.groups[i-1].kind != nounKind || s.headName(s.groups[i-1]) == nil || s.headName(s.groups[i+1]) != nil || s.mayAct(s.groups[i+1]) || s.groups[i].lemma == "as" {
		return false
	}
	for k, g := range s.groups {
		switch {
		case g == v:
			return k == i+2 && (i == 1 || s.groups[i-2].kind == stopKind)
		case g.kind == verbKind:
			return false
		}
	}
	return false
}

// phraseDenied reports whether the verb is the "was" of "it was not for fun that" or "it was not until 2015 that", where what is denied is the
// phrase alone.
func (s *sentence) phraseDenied(be *group) bool {
	if !be.copula || be.complement != nil {
		return false
	}
	return s.untilThen(be) || be.subject != nil && be.subject.lemma == "it" && len(be.args) > 0 && be.args[0].noun.index == be.index+2
}

// closesQuote reports whether the word, behind a quote and the name of who speaks, is the verb by which he does: "...," Chad claims.
func (s *sentence) closesQuote(i int) bool {
	n := s.nameBefore(i)
	if n == nil || n.first == 0 || n.adjectival() || !s.doc.reader.classes.any(text.Lemma(s.lower[i], text.VBZ), "claim", "say", "suspect") {
		return false
	}
	tag := s.tokens[n.first-1].Tag
	return tag == text.CloseQuote || s.words[n.first-1] == "\"" || s.words[n.first-1] == "”"
}
