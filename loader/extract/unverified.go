package extract

import (
	"slices"

	"entente.example/graph"
)

// matchUnverified reads that nobody confirms what somebody said before, in the same sentence or in the one before: "The claim could not
// be independently verified", "Kinshasa has not confirmed this". It is then no more than his claim. It runs behind the frames, whose
// candidates it marks.
func (s *sentence) matchUnverified() {
	class := s.doc.reader.classes
	for _, g := range s.groups {
		switch {
		case g.kind == verbKind && class.has("verify", g.lemma) && s.verifiesNot(g) && s.summedClaim(g):
			s.leaveClaimed(g)
		case g.kind == nounKind && (g.lemma == "confirmation" || g.lemma == "verification") && s.none(g) && s.ofClaim(g):
			s.leaveClaimed(g)
		}
	}
}

// verifiesNot reports whether nobody verifies what the verb tells: "could not confirm", "was unable to verify", "has yet to confirm".
func (s *sentence) verifiesNot(v *group) bool {
	if v.negated || s.nobody(v.subject) {
		return true
	}
	up := v.governor
	if !v.infinitive && !v.gerund || up == nil {
		return false
	}
	if up.negated || s.yetTo(v) || up.lemma == "fail" || up.lemma == "decline" || up.lemma == "refuse" {
		return true
	}
	if up.complement == nil {
		return false
	}
	switch up.complement.lemma {
	case "unable", "impossible", "hard", "difficult", "reluctant":
		return true
	}
	return false
}

// summedClaim reports whether what the verb verifies is what somebody said before, and nothing behind tells what: "this", "the claim",
// "either report", "a claim that could not be".
func (s *sentence) summedClaim(v *group) bool {
	what, k := v.object, v.index
	switch {
	case v.passive && v.subject != nil:
		what = v.subject
	case v.passive && k > 1 && (s.groups[k-1].kind == compKind || s.groups[k-1].kind == relKind):
		what = s.groups[k-2]
	case what == nil && k+2 < len(s.groups) && s.groups[k+1].lemma == "either":
		what = s.groups[k+2]
	case what == nil && k+1 < len(s.groups):
		what = s.groups[k+1]
	}
	if what == nil || what.kind != nounKind {
		return false
	}
	if next := what.index + 1; what.index > k && next < len(s.groups) && (s.groups[next].kind == compKind || s.groups[next].kind == verbKind) {
		return false // "could not confirm reports that", "confirm it had taken"
	}
	if what.pronoun && isSummary(what.lemma) {
		return true
	}
	told := slices.ContainsFunc(what.after, func(a argument) bool { return a.prep == "of" || a.prep == "about" })
	return !told && len(what.names) == 0 && s.doc.reader.classes.has("report", what.lemma) && (what.definite || what.index < k && v.subject != what || s.whichClaim(what))
}

// whichClaim reports whether the noun group tells of which of several claims it speaks.
func (s *sentence) whichClaim(g *group) bool {
	i := g.first
	if i > 0 && (s.lower[i] == g.lemma || g.first == g.head) {
		i--
	}
	switch s.lower[i] {
	case "either", "neither", "both", "such", "these", "those":
		return true
	}
	return false
}

// ofClaim reports whether the noun for a confirmation is one of what was said before: "no confirmation of this", "no confirmation from X".
func (s *sentence) ofClaim(g *group) bool {
	k := g.index + 1
	if k+1 >= len(s.groups) || s.groups[k].kind != prepKind {
		return k >= len(s.groups) || s.groups[k].kind == stopKind || s.groups[k].kind == commaKind
	}
	if of := s.groups[k+1]; s.groups[k].lemma == "of" {
		return of.pronoun && isSummary(of.lemma) || of.definite && s.doc.reader.classes.has("report", of.lemma)
	}
	return s.groups[k].lemma == "from"
}

// leaveClaimed makes claims of what somebody said before the group, be it in the sentence before, unless he who does not confirm it said
// it himself.
func (s *sentence) leaveClaimed(g *group) {
	var silent []ref
	if g.kind == verbKind && !g.passive && g.subject != nil && !(g.infinitive && g.subject.lemma == "it") {
		silent = g.subject.actor
	}
	var in *sentence
	for i := len(s.doc.candidates) - 1; i >= 0; i-- {
		c := &s.doc.candidates[i]
		if c.sentence.index < s.index-1 || in != nil && c.sentence != in {
			return
		}
		q := &c.qualifier
		if c.sentence == s && c.trigger.first >= g.first || q.polarity != graph.Affirmed || q.speaker == "" && !q.reported || c.frame.relation == graph.MemberOf || c.frame.relation == graph.Leads {
			continue
		}
		side := s.doc.speaksFor(q.speaker)
		if slices.ContainsFunc(silent, func(r ref) bool { return slices.Contains(side, r.id) }) {
			continue
		}
		in = c.sentence
		q.allege(graph.Claimed)
	}
}

// unconfirmed reports whether what speaks is itself in doubt: "unconfirmed reports", "rumours".
func (s *sentence) unconfirmed(g *group) bool {
	return g != nil && (s.opposing(g) || s.headName(g) == nil && s.doc.reader.classes.any(g.lemma, "litigant", "rumour") || s.precededBy(g, "unconfirmed", "unverified", "conflicting", "alleged", "purported", "unsubstantiated", "unsourced", "uncorroborated", "unproven", "anonymous"))
}
