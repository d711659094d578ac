package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// claimsBefore gives the places of the candidates that a denial of "the claim" answers, where he who denies is not said to have done
// anything: what others claim earlier in the sentence, or else in the nearest sentence before that tells of such claims. What he, or
// somebody for him, said himself he does not take back.
func (s *sentence) claimsBefore(v *group, speaker graph.ID) []int {
	named := s.callsClaim(v)
	var found []int
	var in *sentence
	for i := len(s.doc.candidates) - 1; i >= 0; i-- {
		c := &s.doc.candidates[i]
		if c.sentence.index < s.index-disputeReach+1 || in != nil && c.sentence != in {
			break
		}
		if c.sentence == s && c.trigger.first >= v.first || !s.deedOf(*c, "") || c.frame.relation == graph.Fights || !s.onlyClaimed(c) {
			continue
		}
		if !named && (speaker == "" || c.qualifier.polarity != graph.Alleged || s.doc.entity(c.subject.id).Country != speaker) {
			continue // "Kabul denies this", whose deed is that of the rulers of its country
		}
		if by := c.qualifier.speaker; speaker != "" && by != "" && (by == speaker || slices.Contains(s.doc.speaksFor(by), speaker) || slices.Contains(s.doc.speaksFor(speaker), by)) {
			continue
		}
		in = c.sentence
		found = append(found, i)
	}
	return found
}

// rejectedIn reports whether the sentence before denies something itself.
func (s *sentence) rejectedIn(before *sentence) bool {
	return slices.ContainsFunc(s.doc.candidates, func(c candidate) bool { return c.sentence == before && c.qualifier.polarity == graph.Denied })
}

// onlyClaimed reports whether somebody's word is all that the candidate rests on.
func (s *sentence) onlyClaimed(c *candidate) bool {
	q := &c.qualifier
	switch q.polarity {
	case graph.Alleged:
		return q.modality == graph.Claimed || q.modality == graph.Suspected
	case graph.Affirmed:
		return q.speaker != "" || q.reported || c.frame.rule == "attacked.claim"
	}
	return false
}

// callsClaim reports whether what the verb denies, or calls untrue, is named as what somebody else said: "dismissed the report",
// "called such claims absurd", "the claim has no basis", "said that this was not true".
func (s *sentence) callsClaim(v *group) bool {
	class := s.doc.reader.classes
	if s.refutes(v) || s.groundless(v) || s.dismisses(v) {
		return true
	}
	o := v.object
	return o != nil && o.kind == nounKind && class.has("report", o.lemma) && o.lemma != "threat" && o.lemma != "concern" && o.lemma != "fear"
}

// deniesAtFirst reports whether the denying verb is that of a clause which opens the sentence, so that it answers what the sentence goes on to
// tell: "Although Kigali denies it, the UN says that Rwanda arms X", "Kigali denies it, but".
func (s *sentence) deniesAtFirst(v *group) bool {
	g := v.subject
	if g == nil || g.index > 2 || g.index > v.index || v.object == nil || v.object.first != v.object.head || !isSummary(s.lower[v.object.head]) {
		return false
	}
	switch s.lower[0] {
	case "although", "though", "while", "even", "whilst":
		return true
	}
	for k := v.index + 1; g.index == 0 && k < len(s.groups) && k < v.index+4; k++ {
		if s.groups[k].lemma == "but" || s.groups[k].lemma == "yet" {
			return true
		}
	}
	return false
}

// deniesInBetween reports whether the denying verb stands in what dashes or brackets insert: "Kigali - Congo denies it - armed X".
func (s *sentence) deniesInBetween(v *group) bool {
	if v.subject == nil || v.subject.index < 1 || v.subject.index > v.index {
		return false
	}
	closing := v.index + 1
	if v.object != nil && v.object.index == closing {
		closing++
	}
	if closing+1 >= len(s.groups) {
		return false
	}
	k := v.subject.index - 1
	for k > 0 && k > v.subject.index-4 && (s.groups[k].kind == nounKind || s.groups[k].kind == relKind || s.groups[k].kind == compKind) {
		k-- // "a claim that Congo denies"
	}
	switch open, end := s.groups[k].first, s.groups[closing].first; {
	case isDash(s.words[open]):
		return isDash(s.words[end])
	case s.tokens[open].Tag == text.OpenBracket:
		return s.tokens[end].Tag == text.CloseBracket
	}
	return false
}

// groundless reports whether the sentence says of a claim that nothing is in it: "the claim has no basis", "there is no truth in the
// claim".
func (s *sentence) groundless(v *group) bool {
	if v.kind != verbKind || !v.finite {
		return false
	}
	g, class := v.object, s.doc.reader.classes
	if v.copula && g == nil {
		g = v.complement
	}
	if g == nil || g.kind != nounKind || !s.none(g) && !v.negated || s.none(g) && v.negated {
		return false
	}
	switch g.lemma {
	case "truth", "basis", "substance", "foundation", "merit", "ground":
	default:
		return false
	}
	if v.subject != nil && v.subject.definite && class.has("report", v.subject.lemma) {
		return v.lemma == "have" || v.lemma == "lack"
	}
	return slices.ContainsFunc(s.groups[g.index+1:], func(claim *group) bool {
		return claim.kind == nounKind && claim.definite && (claim.role == "in" || claim.role == "to") && class.has("report", claim.lemma) && claim.index <= g.index+2
	})
}

// didNotSo reports whether the verb denies a deed that it leaves out, or sums up by "so": "has never done so", "had not done so", "does
// nothing of the kind", "has done no such thing".
func (s *sentence) didNotSo(v *group) bool {
	if v.lemma == "do" && v.subject != nil && v.object != nil && !v.negated {
		o := v.object
		kind := o.lemma == "nothing" && o.last+3 <= len(s.lower) && s.lower[o.last] == "of" && slices.Contains([]string{"kind", "sort"}, s.lower[o.last+2])
		return kind || o.lemma == "thing" && s.lower[o.first] == "no" && slices.Contains(s.lower[o.first:o.last], "such")
	}
	if v.lemma != "do" || v.object != nil || v.subject == nil || v.last >= len(s.lower) || s.lower[v.last] != "so" {
		return false
	}
	return s.negates(v) || slices.ContainsFunc(s.lower[v.first:v.last], isNegation)
}

// disclaims reports whether the verb says that its subject had no part in what was told before: "said it had no part in it", "played
// no role in the attack", "denied having anything to do with it", "was not behind it", "denied carrying it out". What tells where the
// attack was is told by rules of its own.
func (s *sentence) disclaims(v *group) bool {
	if v.subject == nil {
		return false
	}
	class := s.doc.reader.classes
	denying := v.governor != nil && v.gerund && class.has("deny", v.governor.lemma) && !v.governor.negated && !s.idleDenial(v.governor)
	negated := denying || s.negates(v)
	o := v.object
	switch {
	case v.lemma == "carry_out" || v.lemma == "order" || v.lemma == "stage" || v.lemma == "launch":
		return negated && o != nil && o.pronoun && o.lemma == "it"
	case v.copula && (v.complement == nil || v.complement.lemma == "behind" || class.has("guilty", v.complement.lemma)):
		return negated && s.restSumsUp(v)
	case (v.lemma == "have" || v.lemma == "play" || v.lemma == "take") && o != nil && class.has("part", o.lemma):
		return (s.none(o) || negated) && s.restSumsUp(o)
	case (v.lemma == "have" || v.lemma == "do") && s.restSumsUp(v):
		end := min(v.last+2, len(s.lower))
		return slices.Contains(s.lower[v.first:end], "nothing") || negated && slices.Contains(s.lower[v.first:end], "anything")
	}
	return false
}

// restSumsUp reports whether what follows the group within its clause names a deed by a pronoun or by a definite noun that tells no
// place, or whether it names none and ends there: "in it", "in the attack".
func (s *sentence) restSumsUp(g *group) bool {
	named := false
	for _, next := range s.groups[g.index+1:] {
		switch next.kind {
		case prepKind, adverbKind, adjKind:
		case verbKind:
			if next.lemma != "do" || !next.infinitive {
				return false
			}
		case nounKind:
			if next.lemma == "nothing" || next.lemma == "anything" {
				continue
			}
			if named || len(next.names) > 0 || len(next.after) > 0 {
				return false
			}
			named = true
			if next.pronoun && next.lemma == "it" || next.definite && s.doc.reader.classes.any(next.lemma, "outrage", "deed") {
				continue
			}
			return false
		default:
			return named
		}
	}
	return named
}

// answerer gives who denies with the verb: who says so, or the subject that speaks for itself.
func (s *sentence) answerer(v *group) graph.ID {
	if up := v.governor; up != nil && v.link == thatLink {
		if speaker := s.speakerOf(up); speaker != "" {
			return speaker
		}
	}
	speaker, _ := s.voice(v.subject)
	return speaker
}

// Who denies what is said in the same breath may be no more than described, as one of the sort of him who is said to do it:
// "Sudan accuses the Emirates of arming the group, which the Gulf state denies".
const (
	someState graph.ID = "\x00state"
	someBody  graph.ID = "\x00body"
	// theAccused is whoever is said to do it: "which it denies".
	theAccused graph.ID = "\x00"
	// somebody has no name: "a claim the mission dismissed".
	somebody graph.ID = "\x00somebody"
)

// unnamedDenier gives which sort of denier a definite description without a name means, or nothing.
func (s *sentence) unnamedDenier(g *group) graph.ID {
	switch classes := s.doc.reader.classes; {
	case !g.definite || len(g.actor) > 0 || s.headName(g) != nil:
		return ""
	case classes.any(g.lemma, "government", "commonwealth"):
		return someState
	case classes.has("grouping", g.lemma):
		return someBody
	case classes.any(g.lemma, "officials", "onlooker", "force", "organisation") || g.lemma == "mission" || g.lemma == "command":
		return somebody
	}
	return ""
}

// denier gives who denies a deed of the subject: the subject itself where he is only described and of its sort.
func (d *document) denier(by, subject graph.ID) graph.ID {
	switch by {
	case theAccused:
		return subject
	case someState, someBody:
	default:
		return by
	}
	if d.isState(subject) == (by == someState) {
		return subject
	}
	return ""
}

// denierOver gives the verb of denying to which the verb's clause or gerund belongs, or the verb itself.
func (s *sentence) denierOver(v *group) *group {
	for up, depth := v.governor, 0; up != nil && depth < 3; up, depth = up.governor, depth+1 {
		if up.finite && s.doc.reader.classes.has("deny", up.lemma) && up.subject != nil {
			return up
		}
	}
	return v
}

// tellsMore reports whether the verb says something further, which a denial before it does not reach.
func (s *sentence) tellsMore(v *group) bool {
	return s.doc.reader.classes.any(v.lemma, "say", "claim", "accuse", "threaten", "demand")
}

// counters reports whether the verb tells what somebody who denies a charge lays to others in return: "denied it, saying that Congo had
// shelled the town".
func (s *sentence) counters(v, say *group) bool {
	up := say.governor
	if up == nil || !s.doc.reader.classes.has("deny", up.lemma) || v == nil || v.subject == nil || len(v.subject.actor) == 0 || say.subject == nil {
		return false
	}
	if say.link != participial && say.link != jointLink {
		return false
	}
	return !slices.ContainsFunc(say.subject.actor, func(a ref) bool {
		return slices.ContainsFunc(v.subject.actor, func(b ref) bool { return a.id == b.id })
	})
}

// leavesOpen reports whether the verb ends a clause by which somebody neither confirms nor denies what the words before it tell.
func (s *sentence) leavesOpen(v *group) bool {
	at := v.first - 3
	if at < 2 || s.lower[v.first-1] != "nor" || s.lower[at] != "neither" || s.tokens[v.first-2].Tag == text.Comma {
		return false
	}
	return slices.Contains(s.lower[max(at-6, 0):at], "which") || slices.ContainsFunc(s.groups, func(g *group) bool { return g.last <= at && g.last > at-6 && s.summed(g) })
}

// inPassing reports whether a clause between commas tells the candidate in the article's own voice, which no denial of "these reports" in a
// sentence behind it answers: "X, which fought Y in 2009, now arms Z, reports say."
func (c *candidate) inPassing() bool {
	if c.qualifier.polarity != graph.Affirmed || c.qualifier.speaker != "" || c.qualifier.reported {
		return false
	}
	for i, v := range c.sentence.groups {
		if v.kind != verbKind || v.link != relativeLink || c.trigger.first < v.first || c.trigger.first >= v.last {
			continue
		}
		for k := i - 1; k > 0; k-- {
			if g := c.sentence.groups[k]; g.kind == relKind {
				return c.sentence.groups[k-1].kind == commaKind
			}
		}
	}
	return false
}

// clears reports whether the verb says that its subject did nothing of what he is charged with: "protested its innocence".
func clears(v *group) bool {
	if v.object == nil || v.object.lemma != "innocence" || v.negated || v.passive {
		return false
	}
	switch v.lemma {
	case "protest", "plead", "proclaim", "maintain", "assert", "profess", "declare", "insist", "insist_on", "claim", "swear":
		return true
	}
	return false
}

// refutes reports whether the sentence says that a report is false: "The report was false", "This is not true".
func (s *sentence) refutes(v *group) bool {
	if s.noneIsSo(v) {
		return true
	}
	if !s.falls(v) {
		return false
	}
	if !v.copula { // "But that never happened."
		k := v.first - 1
		for k > 0 && isNegation(s.lower[k]) {
			k--
		}
		return k >= 0 && k < 2 && (isSummary(s.lower[k]) && (k == 0 || s.tokens[0].Tag == text.CC)) && v.last+1 >= len(s.lower)
	}
	if v.first > 0 && isSummary(s.lower[v.first-1]) {
		next := v.index + 1
		return next+1 >= len(s.groups) || s.groups[next+1].kind != compKind // but not "it is not true that"
	}
	g := v.subject
	return g != nil && g.definite && len(g.after) == 0 && s.doc.reader.classes.has("report", g.lemma) && (v.governor == nil || v.governor.index < g.index)
}

// noneIsSo reports whether the verb says that nothing of what was said is so: "None of this is true", "Nothing of the sort happened".
func (s *sentence) noneIsSo(v *group) bool {
	g := v.subject
	if g == nil || v.negated || g.lemma != "none" && g.lemma != "nothing" && !(g.lemma == "thing" && slices.Contains(s.lower[g.first:g.last], "such") && s.lower[g.first] == "no") {
		return false
	}
	if g.lemma != "thing" && !(g.last+1 < len(s.lower) && s.lower[g.last] == "of" && (isSummary(s.lower[g.last+1]) || g.last+2 < len(s.lower) && (s.lower[g.last+2] == "sort" || s.lower[g.last+2] == "kind"))) {
		return false
	}
	return v.copula && v.complement != nil && s.doc.reader.classes.has("verified", v.complement.lemma) || s.doc.reader.classes.has("occur", v.lemma)
}

// brands reports whether the verb and a word behind it call something untrue.
func (s *sentence) brands(v *group) bool {
	switch v.lemma {
	case "call", "describe", "brand", "label", "term", "denounce", "slam", "deem", "consider":
	default:
		return false
	}
	for i := v.last; i < len(s.lower) && !v.negated; i++ {
		if s.doc.reader.classes.has("untrue", s.lower[i]) || s.doc.reader.classes.has("untrue", s.lemma(i)) {
			return true
		}
	}
	return false
}
