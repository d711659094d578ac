package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// Nouns for claims take a clause without "that", above all in the haste of a dispatch: "amid reports Chad bombed Abeche", "Claims
// Chad armed them are absurd". What the clause tells is only claimed.

// claimClause reports whether the plural noun for a claim at i is followed by a name, with its noun if it has one, and a
// finite verb.
func (s *sentence) claimClause(i int) bool {
	if i < 0 || i+1 >= len(s.lower) || !s.tellingNoun(i) {
		return false
	}
	n := s.nameAt(i + 1)
	if n == nil {
		return false
	}
	k := n.last
	for k < len(s.tokens) && k < n.last+3 && s.tokens[k].Tag.IsNoun() && s.nameAt(k) == nil {
		k++
	}
	if k+1 >= len(s.tokens) || n.adjectival() && k == n.last {
		return false
	}
	switch s.tokens[k].Tag {
	case text.VBD, text.VBZ, text.VBP, text.MD:
	default:
		return false
	}
	switch s.tokens[k+1].Tag {
	case text.IN, text.Comma, text.Period, text.TO, text.CC:
		return len(s.doc.reader.frames.verbs[text.Lemma(s.lower[k], s.tokens[k].Tag)]) > 0 // "claims Chad made in May" are about other things
	}
	return true
}

// tellingNoun reports whether the word at i is the plural of a noun for a claim, or "the notion", "the idea", "no doubt".
func (s *sentence) tellingNoun(i int) bool {
	lemma := text.Lemma(s.lower[i], text.NNS)
	if s.doc.reader.classes.has("report", lemma) && s.lower[i] != lemma && s.lower[i] != "talks" {
		return true
	}
	switch lemma {
	case "doubt":
		return i > 0 && (s.lower[i-1] == "no" || s.lower[i-1] == "little") // "had no doubt X armed Y"
	case "notion", "idea", "suggestion", "insinuation", "myth":
		return i > 0 && s.nameAt(i) == nil
	}
	return false
}

// yetTo reports whether the verb tells what has not come about so far: "have yet to find evidence", "failed to find proof".
func (s *sentence) yetTo(v *group) bool {
	up := v.governor
	if !v.infinitive || up == nil || v.link != toLink {
		return false
	}
	if s.doc.reader.classes.has("fail", up.lemma) {
		return !up.negated
	}
	for i := up.first; i <= up.last && i < len(s.lower); i++ {
		if s.lower[i] == "yet" || s.lower[i] == "unable" {
			return true
		}
	}
	return false
}

// takenBack reports whether the clause behind the noun for a claim ends in saying that it was withdrawn: "the charge that X
// armed Y was dropped".
func (s *sentence) takenBack(v *group) bool {
	if v.report == nil {
		return false
	}
	for k := v.index + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == verbKind && g.finite && g.lemma != "":
			return g.passive && !g.negated && s.doc.reader.classes.has("retract", g.lemma)
		case g.kind == stopKind, g.kind == compKind, g.kind == relKind:
			return false
		}
	}
	return false
}

// tooSoon reports whether the verb says that it is too early, or hard, to say what follows: "it is premature to claim that".
func (s *sentence) tooSoon(v *group) bool {
	if v == nil || !v.copula || v.complement == nil {
		return false
	}
	switch v.complement.lemma {
	case "early", "premature", "hard", "difficult", "impossible", "rash", "hasty", "naive", "foolish", "soon", "simplistic", "unwise", "misleading", "inaccurate", "unfair", "dishonest", "irresponsible", "speculative", "exaggeration", "overstatement", "oversimplification", "stretch", "slander", "libel":
		return true
	}
	return false
}

// presumed reports whether the verb is that of "took it for granted that", which nobody who takes it so has shown.
func (s *sentence) presumed(up *group) bool {
	return up.lemma == "grant" && up.participle && up.first > 0 && s.lower[up.first-1] == "for"
}

// disbelieved reports whether who says or believes it is told to be a fool or nobody at all: "only a fool would believe that",
// "anyone who thinks that".
func (s *sentence) disbelieved(up *group) bool {
	g := up.subject
	if g == nil {
		return false
	}
	switch s.lower[g.first] {
	case "anyone", "anybody", "whoever":
		return true
	}
	return up.modal != "" && (s.lower[g.first] == "only" || g.first > 0 && s.lower[g.first-1] == "only")
}

// playedOut reports whether the sentence tells what happens in an exercise, or is marked as false by whoever checked it:
// "In the exercise, X invades Y", "False: X bombed Y".
func (s *sentence) playedOut() bool {
	for i := 0; i+1 < len(s.lower) && i < 4; i++ {
		switch s.lower[i] {
		case "exercise", "drill", "wargames", "rehearsal", "tabletop", "game":
			if s.words[i+1] == "," && s.lower[0] == "in" {
				return true
			}
		case "false", "fake", "hoax", "misleading", "debunked", "fabricated", "claim", "myth", "rumour", "rumor", "fiction":
			if i == 0 && s.words[i+1] == ":" {
				return true
			}
		case "news":
			if i == 1 && s.lower[0] == "fake" && s.words[2] == ":" {
				return true
			}
		case "dream", "dreams", "nightmare", "nightmares", "daydream", "vision":
			if s.words[i+1] == "," && s.lower[0] == "in" && i < 3 {
				return true // "In his dream, X arms Y"
			}
		case "case":
			if s.words[i+1] == "," && i > 1 && s.lower[0] == "in" && (s.lower[i-1] == "worst" || s.lower[i-1] == "best") {
				return true
			}
		case "theory", "paper":
			if i == 1 && (s.lower[0] == "in" || s.lower[0] == "on") && s.words[2] == "," {
				return true // "On paper, X backs Y"
			}
		}
	}
	return false
}

// saysNo reports whether the noun group is what somebody says "no" to: "says no to US troops in X".
func (s *sentence) saysNo(g *group) bool {
	if g.first < 3 || s.lower[g.first-1] != "to" || s.lower[g.first-2] != "no" {
		return false
	}
	switch text.Lemma(s.lower[g.first-3], s.tokens[g.first-3].Tag) {
	case "say", "vote", "shout":
		return true
	}
	return false
}

// calledUnlikely reports whether an adjective before the "that" of the verb's clause doubts it, where no verb repeats itself: "is
// doubtful that X armed Y, and improbable that it attacked Z".
func (s *sentence) calledUnlikely(v *group) bool {
	for k := v.index - 1; k > 0 && k > v.index-4; k-- {
		switch g := s.groups[k]; {
		case g.kind == compKind && g.lemma == "that":
			before := s.groups[k-1]
			return before.kind == adjKind && s.doc.reader.classes.any(before.lemma, "unlikely", "untrue") && k > 1 && s.groups[k-2].kind != verbKind
		case g.kind == verbKind:
			return false
		}
	}
	return false
}

// isWar reports whether the word ends the name of a war.
func (s *sentence) isWar(i int) bool {
	switch s.lower[i] {
	case "war", "wars", "crisis", "uprising", "revolution", "revolt", "rebellion", "genocide", "intifada":
		return true
	case "i", "ii":
		return i > 0 && s.lower[i-1] == "war"
	}
	return false
}

// renounces tells the verbs by which one gives up for good what one might have meant to do: "forswore any intention of".
func renounces(lemma string) bool {
	switch lemma {
	case "renounce", "forswear", "foreswear", "foreswore", "forswore", "forgo", "exclude":
		return true
	}
	return false
}

// untrueWord reports whether the word says that something is not so.
func (s *sentence) untrueWord(word string) bool { return s.doc.reader.classes.has("untrue", word) }

// asideOn reports whether the verb's clause only tells in passing of its subject, between commas: "neither X, which fought Y, nor".
func (s *sentence) asideOn(v *group) bool {
	return v.link == relativeLink && v.subject != nil && v.subject.index+1 < len(s.groups) && s.groups[v.subject.index+1].kind == commaKind
}

// notTrue reports whether a dash or a colon behind the clause says that it is not so: "X bombed Y: not true, says Z".
func (s *sentence) notTrue() bool {
	for i := 1; i+2 < len(s.lower); i++ {
		if s.tokens[i].Tag == text.CloseQuote && (s.lower[i+1] == "is" || s.lower[i+1] == "was") && slices.ContainsFunc(s.lower[i+2:min(i+5, len(s.lower))], s.untrueWord) {
			return true // "'X bombed Y' is a lie"
		}
		if s.words[i] != ":" && !isDash(s.words[i]) {
			continue
		}
		if next := s.lower[i+1]; isUntrue(next) || next == "not" && (s.lower[i+2] == "true" || s.lower[i+2] == "so") {
			return true
		}
	}
	return false
}

// isUntrue tells the words that alone call untrue what was said.
func isUntrue(word string) bool {
	return word == "untrue" || word == "false" || word == "nonsense" || word == "wrong"
}

// answered gives who denies the report that speaks: "the report, which Kigali denied, said that".
func (s *sentence) answered(up *group) graph.ID {
	over := up.subject
	if over == nil || !s.doc.reader.classes.has("report", over.lemma) {
		return ""
	}
	for k := over.index + 1; k < up.index; k++ {
		if v := s.groups[k]; v.kind == verbKind && s.doc.reader.classes.has("deny", v.lemma) && !v.negated {
			return s.speakerOf(v)
		}
	}
	return ""
}

// stateName reports whether the name is that of a state.
func (s *sentence) stateName(n *name) bool {
	sense := s.doc.choose(n.senses)
	return sense.Entry != nil && sense.Entry.IsState
}

// carries reports whether the verb carries what its object names to a new place, "would extend the operation to X", of which
// that place has not seen anything yet.
func (s *sentence) carries(v *group) bool {
	return slices.ContainsFunc(v.args, func(a argument) bool {
		return (a.prep == "to" || a.prep == "into") && len(a.noun.place) > 0
	})
}

// rulesOut reports whether the verb says that what follows cannot be: "ruled out that X armed Y".
func rulesOut(v *group) bool {
	return (v.lemma == "rule_out" || v.lemma == "exclude" || v.lemma == "preclude") && !v.negated
}

// lacks tells the prepositions of what there is not: "without proof that".
func lacks(word string) bool {
	switch word {
	case "without", "absent", "lacking", "barring", "sans":
		return true
	}
	return false
}

// aboutNothing reports whether it is "nothing" that the "do" at the verb is about: "had nothing to do with".
func (s *sentence) aboutNothing(v *group) bool {
	return slices.Contains(s.lower[max(v.first-2, 0):v.first], "nothing") || v.governor != nil && slices.Contains(s.lower[v.governor.first:v.first], "nothing")
}

// teller gives the verb that the "that" at k depends on: the one before it or, behind what commas insert, one of saying or denying
// that still wants its clause: "denied on Monday, hours after a blast killed ten, that".
func (s *sentence) teller(k int) *group {
	before := s.verbBefore(k)
	if up := s.beforeAside(k); up != nil {
		return up
	}
	if k > 0 && s.groups[k-1].kind == conjKind && before != nil && before.link == thatLink && before.report == nil && before.governor != nil && before.governor.finite && before.finite {
		return before.governor // "said X had offered arms and that Y had sent men"
	}
	if k == 0 || before == nil || s.doc.reader.reports(before.lemma) {
		return before
	}
	comma := s.groups[k-1].kind == commaKind // feeds strip it
	for j := before.index - 1; j >= 0; j-- {
		switch g := s.groups[j]; {
		case g.kind == stopKind:
			return before
		case g.kind == verbKind && g.finite && g.object == nil && (s.doc.reader.classes.has("deny", g.lemma) || comma && s.doc.reader.classes.any(g.lemma, "say", "claim")):
			return g
		}
	}
	return before
}

// perchance tells the adverbs that open what may or may not be so.
func perchance(word string) bool {
	switch word {
	case "perhaps", "maybe", "possibly", "conceivably", "presumably", "probably", "apparently", "seemingly":
		return true
	}
	return false
}

// refutedBy gives who is named behind "by" as rejecting what the clause of the verb tells: "claims that X arms Y were rejected by Z".
func (s *sentence) refutedBy(v *group) graph.ID {
	for _, g := range s.groups[v.index+1:] {
		if g.kind == verbKind && g.passive && s.doc.reader.classes.any(g.lemma, "deny", "debunk") {
			return s.speakerOf(g)
		}
	}
	return ""
}
