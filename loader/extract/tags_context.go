package extract

import (
	"slices"
	"strings"

	"entente.example/graph/actors"
	"entente.example/loader/text"
)

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
	case s.lower[i] == "amid" || s.lower[i] == "amidst":
		return text.IN
	case s.lower[i-1] == "air" && (s.lower[i] == "strikes" || s.lower[i] == "raids"):
		return text.NNS // "with coalition air strikes the army entered"
	case tag == text.VBG && s.lower[i+1] == "by" && s.doc.reader.frames.event(s.lower[i]) && !isAuxiliary(s.lower[i-1]) && before != text.IN && before != text.TO:
		return text.NN // "heavy shelling by the Houthis"
	case tag == text.VBN && s.nameAt(i+1) != nil && before.IsNoun() && i > 1 && s.nameBefore(i-1) != nil && s.nameBefore(i-1).adjectival() && classes.any(s.lemma(i-1), "force", "support") && s.doc.reader.frames.hostile(text.Lemma(s.lower[i], text.VBD)):
		return text.VBD // "and Turkish artillery shelled PKK positions"
	case tag == text.RB && s.doc.reader.frames.event(s.lower[i]) && (before == text.VBN || before == text.JJ || before == text.POS || before == text.DT):
		return text.NN // "Turkey's planned offensive"
	case tag == text.VBG && (before == text.JJ || before == text.JJS) && i > 1 && s.tokens[i-2].Tag == text.DT && after == text.IN && s.doc.reader.frames.event(s.lower[i]):
		return text.NN // "in the latest fighting against"
	case tag == text.VBZ && before.IsName() && !object && s.namesGoods(i):
		return text.NNS // "shipped Shahed drones to"
	case (tag == text.VB || tag == text.VBP) && before == text.CC && (after == text.TO || after == text.IN) && s.endsGoods(i):
		return text.NN // "supplied missiles and pay to"
	case s.lower[i] == "power" && tag == text.VB && s.lower[i-1] == "to" && s.broughtTo(i):
		return text.NN // "brought Kabila to power a year earlier"
	case tag == text.VBG && before == text.CC && s.lower[i+1] == "from" && classes.kind("support", s.lower[i]) != "":
		return text.NN // "weapons from X and training from Y"
	case s.lower[i] == "targeting" && tag == text.VBG && (s.lower[i+1] == "data" || s.lower[i+1] == "information" || s.lower[i+1] == "intelligence" || s.lower[i+1] == "coordinates"):
		return text.NN // "passed targeting data to"
	case s.lower[i] == "sworn" && (s.lower[i+1] == "enemies" || s.lower[i+1] == "foes" || s.lower[i+1] == "enemy" || s.lower[i+1] == "foe" || s.lower[i+1] == "rivals"):
		return text.JJ // "were sworn enemies"
	case s.lower[i] == "home" && tag == text.RB && s.lower[i+1] == "to" && (isAuxiliary(s.lower[i-1]) || s.lower[i-1] == "time" || s.lower[i-1] == "remains" || s.lower[i-1] == "became"):
		return text.NN // "was home to French soldiers"
	case tag == text.NNP && strings.HasSuffix(s.lower[i], "ed") && !s.capitalised(i) && s.nameBefore(i) != nil && s.knownVerb(i, text.VBD):
		return text.VBD // "the Taliban advanced"
	case s.lower[i] == "hit" && tag != text.VBD && before.IsNoun() && object:
		return text.VBD
	case tag == text.JJ && strings.HasSuffix(s.lower[i], "ed") && before.IsName() && after == text.NNS && s.nameBefore(i) != nil && s.plainVerb(i):
		return text.VBD // "Boko Haram burned villages"
	case tag == text.NN && strings.HasSuffix(s.lower[i], "ing") && isAuxiliary(s.lower[i-1]) && object && s.knownVerb(i, text.VBG):
		return text.VBG // "has been bombing Yemen"
	case tag == text.VBN && s.lower[i-1] == "only" && i > 2 && s.lower[i-2] == "not" && s.nameBefore(i-2) != nil:
		return text.VBD // "X not only clashed with Y"
	case (s.lower[i] == "first" || s.lower[i] == "last") && before == text.DT && after == text.TO:
		return text.NN // "was the first to arm X"
	case tag == text.VBN && lays(text.Lemma(s.lower[i], tag)) && (s.lower[i+1] == "on" || s.lower[i+1] == "to") && s.behindThat(i):
		return text.VBD // "a strike that X blamed on Y"
	case tag == text.NNS && s.doc.reader.classes.has("contest", text.Lemma(s.lower[i], text.VBZ)) && (s.lower[i-1] == "nobody" || s.lower[i-1] == "one" || s.lower[i-1] == "none"):
		return text.VBZ // "nobody doubts that"
	case tag == text.JJ && s.lower[i-1] == "having" && object && !s.adjectiveAt(i+1) && strings.HasSuffix(s.lower[i], "ed") && s.knownVerb(i, text.VBN):
		return text.VBN // "denies having armed X"
	case tag == text.JJ && after == text.VBG && strings.HasSuffix(s.lower[i], "ed") && s.behindHave(i):
		return text.VBN // "has so far avoided arming X"
	case tag == text.NNS && before == text.Comma && i > 2 && s.tokens[i-2].Tag.IsVerb() && s.doc.reader.reports(text.Lemma(s.lower[i-2], s.tokens[i-2].Tag)) && s.predicates(i):
		return text.VBZ // "Iran, Riyadh says, arms the Houthis"
	case tag == text.VBZ && before.IsNoun() && s.actsNext(i):
		return text.NNS // the headline "army drones pound rebels"
	case tag.IsNoun() && before == text.NNS && i > 1 && s.actsNext(i-1):
		return text.VBP
	case (tag == text.VB || tag == text.VBP) && s.nameBefore(i) != nil && s.nameBefore(i).has(actors.Adjective) && s.lentBy(i):
		return text.NN // "with Libyan and Sudanese help"
	case tag == text.JJ && s.capitalised(i) && s.nameBefore(i) != nil && s.nameBefore(i).adjectival() && (after == text.Comma || after == text.Period) && i > 1 && s.tokens[i-2].Tag == text.DT:
		return text.NN // "Roe, a Palestinian Christian, founded"
	case s.lower[i] == "shot" && (s.lower[i+1] == "dead" || s.lower[i+1] == "down" && (before.IsNoun() || before == text.CC || before == text.Comma)) && tag != text.VBD && tag != text.VBN:
		return text.VBD
	case tag == text.VBZ && before == text.JJ && (after == text.VBD || s.lower[i+1] == "fell") && s.nameBefore(i) != nil && s.nameBefore(i).adjectival() && classes.has("support", text.Lemma(s.lower[i], text.NNS)):
		return text.NNS // "Turkish shells fell"
	case tag == text.VBZ && (before == text.JJ || before.IsNoun()) && s.nameBefore(i) != nil && classes.any(text.Lemma(s.lower[i], text.NNS), "force", "rebels", "nationals") && !s.knownVerb(i, text.VBZ):
		return text.NNS // "Ukrainian drones attacked"
	}
	return text.Untagged
}

// isNoun gives the tag of words that are nouns whatever the tagger says: "U.S. forces leave", "Riyadh's arch-rival".
func (s *sentence) isNoun(w taggedWord) text.Tag {
	switch {
	case w.word == "forces" && s.nameBefore(w.i) != nil && (w.after.IsVerb() && w.after != text.VBG || w.after == text.MD):
		return text.NNS
	case w.tag == text.JJ && strings.HasPrefix(w.word, "arch-") && !w.after.IsNoun(), w.word == "nothing" && w.tag.IsVerb():
		return text.NN
	}
	return text.Untagged
}

// lentBy reports whether the word at i is one for help, and names behind a preposition say whose: "with Libyan help", "thanks to Cuban
// aid".
func (s *sentence) lentBy(i int) bool {
	switch s.lower[i] {
	case "help", "support", "aid", "finance", "fund":
	default:
		return false
	}
	k := i - 1
	for k > 0 {
		if n := s.nameBefore(k + 1); n != nil {
			k = n.first - 1
		} else if s.tokens[k].Tag == text.CC || s.tokens[k].Tag == text.Comma || s.tokens[k].Tag == text.JJ {
			k--
		} else {
			break
		}
	}
	if k < 0 {
		return false
	}
	return s.tokens[k].Tag == text.IN || s.tokens[k].Tag == text.TO
}

// plainVerb reports whether the word ending in -ed is the verb of a tie and describes nothing, as "backed" and "held" do.
func (s *sentence) plainVerb(i int) bool {
	return s.doc.reader.frames.mods[s.lower[i]] == nil && len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], text.VBD)]) > 0
}

// betweenNames reports whether the word at i stands between two names of which the first is no adjective: "Iraq annexed Kuwait", "Sudan armed
// Chadian rebels".
func (s *sentence) betweenNames(i int) bool {
	next := s.nameAt(i + 1)
	if next == nil || i == 0 || next.adjectival() && (next.last >= len(s.tokens) || s.tokens[next.last].Tag != text.NNS || s.nameBefore(i) != nil && s.nameBefore(i).has(actors.Adjective)) {
		return false
	}
	n := s.nameBefore(i)
	return n != nil && n.known() && (!n.has(actors.Adjective) || n.has(actors.National) && n.first > 0 && s.lower[n.first-1] == "the")
}

// opensPart reports whether the word at i is the head of "most of the town".
func (s *sentence) opensPart(i int) bool {
	if i+1 >= len(s.lower) || s.lower[i+1] != "of" {
		return false
	}
	switch s.lower[i] {
	case "most", "much", "many", "all", "some", "several", "half", "last", "whole":
		return true
	case "third", "quarter", "fifth", "tenth", "sixth", "eighth":
		return i > 0 && (s.lower[i-1] == "a" || s.lower[i-1] == "one") // "more than a third of"
	}
	return false
}

// takesNoun reports whether the verb at i goes with a noun for support, so that "training" behind it is one.
func (s *sentence) takesNoun(i int) bool {
	lemma := text.Lemma(s.lower[i], s.tokens[i].Tag)
	return lemma == "have" || s.tokens[i].Tag.IsVerb() && s.doc.reader.frames.receives(lemma)
}

// pursues reports whether what stands at i, behind the comma of a whole clause, is a gerund with what somebody hits.
func (s *sentence) pursues(i int) bool {
	if i+1 >= len(s.tokens) || !slices.ContainsFunc(s.tokens[:i], func(t text.Token) bool { return t.Tag == text.VBD || t.Tag == text.VBZ || t.Tag == text.VBP }) {
		return false
	}
	if s.nameAt(i+1) != nil || s.tokens[i+1].Tag == text.DT {
		return true
	}
	return s.tokens[i+1].Tag == text.NNS && s.doc.reader.classes.any(text.Lemma(s.lower[i+1], text.NNS), "target", "place", "force", "rebels")
}

// pursuedBefore reports whether a comma and a gerund stand some words before the token.
func (s *sentence) pursuedBefore(i int) bool {
	for k := i - 1; k > 0 && k > i-14; k-- {
		if s.tokens[k].Tag == text.VBG && s.tokens[k-1].Tag == text.Comma {
			return true
		}
	}
	return false
}

// charged reports whether the gerund at i, behind "of", is what somebody is accused of: "accused Chad of backing".
func (s *sentence) charged(i int) bool {
	if len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], text.VBG)]) == 0 {
		return false
	}
	for k := i - 2; k >= 0 && k > i-26; k-- {
		if s.tokens[k].Tag.IsVerb() && s.doc.reader.classes.has("accuse", text.Lemma(s.lower[k], s.tokens[k].Tag)) {
			return true
		}
	}
	return false
}

// predicatesBoth reads "trains and equips" behind a name as two verbs.
func (s *sentence) predicatesBoth(i int) bool {
	return i+3 < len(s.tokens) && s.tokens[i+1].Tag == text.CC && s.knownVerb(i, text.VBZ) &&
		(s.tokens[i+2].Tag == text.VBZ || s.tokens[i+2].Tag == text.NNS) && s.predicates(i+2)
}

// fronts reports whether the word at i is the verb of a relative clause with its object in front: "which Turkey supports,".
func (s *sentence) fronts(i int) bool {
	if !s.knownVerb(i, text.VBZ) {
		return false
	}
	n := s.nameBefore(i)
	if n == nil {
		return false
	}
	first := n.first
	if first > 0 && s.lower[first-1] == "the" {
		first--
	}
	return first > 0 && (s.lower[first-1] == "which" || s.lower[first-1] == "whom" || s.lower[first-1] == "that")
}

// isDoubt tells the participles that before a noun put in doubt who or what it was.
func isDoubt(word string) bool {
	switch word {
	case "suspected", "alleged", "purported", "supposed", "presumed", "reported", "claimed":
		return true
	}
	return false
}

// verbAuxiliary reports whether the verb at the token is "have", "be", "get" in any form.
func (s *sentence) verbAuxiliary(i int) bool {
	switch text.Lemma(s.lower[i], s.tokens[i].Tag) {
	case "have", "be", "get":
		return true
	}
	return false
}

// asideBefore reports whether the verb before the token says something of what a relative pronoun stands for: "which Chad
// says".
func (s *sentence) asideBefore(i int) bool {
	n := s.nameBefore(i - 1)
	if n == nil || !s.doc.reader.reports(text.Lemma(s.lower[i-1], text.VBZ)) {
		return false
	}
	at := n.first - 1
	if at > 0 && s.lower[at] == "the" {
		at--
	}
	return at >= 0 && isObjectRelative(s.lower[at])
}

// actsBehindAside reports whether the word, which looks like a participle before a noun, is the verb of a subject behind which a
// clause with "which" or "who" stands between commas: "X, which was founded in 2012, armed Y".
func (s *sentence) actsBehindAside(w taggedWord) bool {
	if w.before != text.Comma || w.tag != text.JJ && w.tag != text.VBN || !strings.HasSuffix(w.word, "ed") || s.nameAt(w.i+1) == nil && w.after != text.DT || !s.knownVerb(w.i, text.VBD) {
		return false
	}
	verb := false
	for k := w.i - 2; k > 1; k-- {
		switch tag := s.tokens[k].Tag; {
		case tag == text.WDT || tag == text.WP:
			return verb && s.tokens[k-1].Tag == text.Comma && (s.tokens[k-2].Tag.IsNoun() || s.nameBefore(k-1) != nil)
		case tag == text.Comma || tag == text.Period || tag == text.Colon:
			return false
		default:
			verb = verb || tag.IsVerb()
		}
	}
	return false
}

// isCompany tells the prepositions behind which a word in -ing that "from" follows is a noun.
func isCompany(word string) bool {
	switch word {
	case "with", "without", "under", "despite", "amid":
		return true
	}
	return false
}

// verbAhead reports whether the clause has a finite verb already before the token at i.
func (s *sentence) verbAhead(i int) bool {
	for i--; i >= 0; i-- {
		switch tag := s.tokens[i].Tag; {
		case tag == text.VBD || tag == text.VBZ || tag == text.VBP:
			return true
		case tag == text.Comma || tag == text.CC || tag == text.IN && s.lower[i] == "that" || tag == text.WDT || tag == text.WP:
			return false
		}
	}
	return false
}

// verbIn reports whether a finite verb stands at the token or behind it.
func (s *sentence) verbIn(i int) bool {
	for ; i < len(s.tokens); i++ {
		if tag := s.tokens[i].Tag; tag == text.VBD || tag == text.VBZ || tag == text.VBP || tag == text.MD {
			return true
		}
	}
	return false
}

// soleVerb reports whether the word at i, which looks like a participle, is all that can be the verb behind an actor's name:
// "The LNA struck Turkish-backed forces".
func (s *sentence) soleVerb(w taggedWord) bool {
	n := s.nameBefore(w.i)
	if n == nil || n.adjectival() || n.has(actors.Adjective) || w.after != text.DT && w.after != text.CD && w.after != text.JJ && w.after != text.NNS && s.nameAt(w.i+1) == nil {
		return false
	}
	return s.knownVerb(w.i, text.VBD) && !s.verbAhead(w.i) && !s.verbIn(w.i+1)
}

// progressive reports whether the word is a form of "be" before a participle.
func (s *sentence) progressive(i int) bool {
	switch s.lower[i] {
	case "is", "are", "was", "were", "be", "been":
		return true
	}
	return false
}

// pastAlone reports whether the word at i is the past tense of a verb that takes no object, so that no passive: "responded".
func (s *sentence) pastAlone(i int) bool {
	switch s.lower[i] {
	case "responded", "retaliated", "reacted", "replied", "countered", "answered", "reciprocated", "began", "started", "ended", "succeeded", "intervened", "continued", "helped", "contributed", "clashed", "belonged", "cooperated", "collaborated":
		return true
	}
	return false
}

// abreast reports whether the word in -ing at i tells what those do who are in the place before it: "are in X fighting
// alongside Y".
func (s *sentence) abreast(i int) bool {
	n := s.nameBefore(i)
	if n == nil || n.adjectival() || n.first < 2 || s.lower[n.first-1] != "in" || !s.progressive(n.first-2) || !s.knownVerb(i, text.VBG) {
		return false
	}
	switch s.lower[i+1] {
	case "alongside", "against", "for", "with":
		return true
	}
	return false
}

// ownClause reports whether the word at i, which looks like a participle, is the verb of a clause behind an "and", since what
// follows is its object and no other verb is there: "and Chad's army attacked Libyan bases".
func (s *sentence) ownClause(w taggedWord) bool {
	if !w.before.IsNoun() || w.after != text.DT && w.after != text.JJ && w.after != text.NNS && s.nameAt(w.i+1) == nil || !s.knownVerb(w.i, text.VBD) || s.doc.reader.frames.mods[w.word] != nil {
		return false
	}
	if n := s.nameBefore(w.i); n != nil && (n.adjectival() || n.has(actors.Adjective)) {
		return false
	}
	if s.verbAhead(w.i) || s.verbIn(w.i+1) {
		return false
	}
	for k := w.i - 1; k > 0; k-- {
		switch {
		case s.tokens[k].Tag == text.CC:
			return s.lower[k] == "and" && s.tokens[k-1].Tag == text.Comma
		case s.tokens[k].Tag == text.Comma || s.tokens[k].Tag.IsVerb() || s.tokens[k].Tag == text.IN:
			return false
		}
	}
	return false
}

// joinsInfinitive reports whether the word behind an "and" goes on with an infinitive before it: "to abandon X and retreat from".
func (s *sentence) joinsInfinitive(w taggedWord) bool {
	switch w.word {
	case "retreat", "withdraw", "advance", "march", "attack":
	default:
		return false
	}
	switch s.lower[min(w.i+1, len(s.lower)-1)] {
	case "from", "to", "into", "on", "toward", "towards":
	default:
		return false
	}
	for k := w.i - 2; k > 0; k-- {
		switch tag := s.tokens[k].Tag; {
		case tag == text.VB:
			return s.tokens[k-1].Tag == text.TO
		case tag == text.VBD, tag == text.VBZ, tag == text.VBP, tag == text.CC, tag == text.Comma:
			return false
		}
	}
	return false
}

// isMotion tells the past tenses of moving, which look like adjectives.
func isMotion(word string) bool {
	switch word {
	case "advanced", "retreated", "marched", "landed", "moved", "pushed", "crossed", "returned", "retired", "headed", "surrendered":
		return true
	}
	return false
}

// bothDo reports whether the "both" at i stands between those who do something and the verb: "A and B both provided".
func (s *sentence) bothDo(i int) bool {
	if s.lower[i] != "both" || i == 0 || !s.tokens[i-1].Tag.IsNoun() && s.tokens[i-1].Tag != text.Comma || i+1 >= len(s.tokens) {
		return false
	}
	switch s.tokens[i+1].Tag {
	case text.VBD, text.VBP, text.VBZ:
		return true
	}
	return false
}

// bothDid reports whether the word, which looks like a participle, is what two named before it did: "A and B, too, both armed C".
func (s *sentence) bothDid(w taggedWord) bool {
	if w.i < 2 || w.tag != text.VBN && w.tag != text.JJ || !strings.HasSuffix(w.word, "ed") && !s.doc.reader.classes.has("irregular", w.word) || !s.knownVerb(w.i, text.VBD) {
		return false
	}
	at := w.i - 2
	switch {
	case s.lower[w.i-1] == "both":
	case s.lower[w.i-1] == "only" && at > 0 && s.lower[at] == "not":
		at-- // "not only pulled out of X but also"
	default:
		return false
	}
	if before := s.tokens[at].Tag; before != text.Comma && !before.IsNoun() && before != text.PRP {
		return false
	}
	object := w.after == text.JJ || w.after == text.VBN || w.after == text.CD || w.after.IsNoun() || w.after == text.RP || w.after == text.IN && s.lower[w.i+1] != "by"
	return s.nameAt(w.i+1) != nil || w.after == text.DT || w.after == text.PRPS || object && (w.tag == text.VBN || w.after == text.RP)
}

// isSubjectPronoun tells the pronouns that may be the subject of the verb behind them.
func isSubjectPronoun(word string) bool {
	switch word {
	case "it", "he", "she", "they", "we":
		return true
	}
	return false
}

// takesSides reports whether the word at i is a preposition by which one fights with or against others.
func (s *sentence) takesSides(i int) bool {
	if i >= len(s.lower) {
		return false
	}
	switch s.lower[i] {
	case "alongside", "against", "beside":
		return true
	}
	return false
}

// leftSo reports whether the adjective at i tells how "left" before it left somebody: "left ten people dead".
func (s *sentence) leftSo(i int) bool {
	switch s.lower[i] {
	case "dead", "homeless", "injured", "wounded", "trapped", "stranded":
	default:
		return false
	}
	for k := i - 2; k >= 0 && k > i-6; k-- {
		if s.lower[k] == "left" || s.lower[k] == "leaving" {
			return true
		}
	}
	return false
}

// answersCharge reports whether what a comma opens before the word at i begins with a word that sums up a charge: "..., a charge
// both deny".
func (s *sentence) answersCharge(i int) bool {
	k := i - 1
	for k > 0 && k > i-9 && s.tokens[k].Tag != text.Comma {
		k--
	}
	if k <= 0 || s.tokens[k].Tag != text.Comma || k+2 >= i {
		return false
	}
	if k++; s.lower[k] == "a" || s.lower[k] == "an" {
		k++
	}
	return s.lower[k] == "something" || s.lower[k] == "which" || s.doc.reader.classes.has("report", text.Lemma(s.lower[k], s.tokens[k].Tag))
}

// agentive tells prepositions that no verb with a tense follows.
func agentive(word string) bool {
	switch word {
	case "by", "with", "against", "of", "from":
		return true
	}
	return false
}

// verbBeforeToken reports whether a verb with a tense stands before the token.
func (s *sentence) verbBeforeToken(i int) bool {
	return slices.ContainsFunc(s.tokens[:i], func(t text.Token) bool {
		return t.Tag == text.VBZ || t.Tag == text.VBD || t.Tag == text.VBP || t.Tag == text.MD
	})
}
