package extract

import (
	"slices"

	"entente.example/graph"
)

// What somebody is sure of is his opinion, however sure he is, and what he doubts tells nothing.

// persuaded reports whether the verb tells what somebody holds true himself: "is convinced that", "it may be that".
func persuaded(v *group) bool {
	switch v.lemma {
	case "convince", "persuade", "satisfy":
		return v.passive || v.object != nil && reflexive(v.object.lemma)
	}
	if !v.copula {
		return false
	}
	if v.complement == nil {
		return v.modal == "may" || v.modal == "might" || v.modal == "could"
	}
	switch v.complement.lemma {
	case "convinced", "sure", "certain", "confident", "adamant", "persuaded", "positive", "satisfied":
		return v.subject != nil && !v.subject.pronoun
	}
	return false
}

// underDoubt takes the doubt that a clause explains: who "has little doubt that" is convinced of it, of what "there is no doubt" it is so,
// and what is in doubt is not told.
func (s *sentence) underDoubt(doubt, up *group, q *qualifier) {
	none := s.opensWith(doubt, "no") || s.opensWith(doubt, "few") || s.opensWith(doubt, "little") || up != nil && s.negates(up)
	if up == nil || !none {
		q.void = true
		return
	}
	switch up.lemma {
	case "have", "harbour", "harbor", "entertain":
		q.allege(graph.Suspected)
	case "be":
		if doubt.role == "in" {
			q.allege(graph.Suspected) // "is in no doubt that"
		}
	}
}

// hardlySays reports whether the verb does not say, think or show what follows, though it is not negated itself: "no longer believes that",
// "fell short of saying that", "found it hard to believe that", "was unable to prove that".
func (s *sentence) hardlySays(up *group) bool {
	over := up.governor
	switch {
	case slices.Contains(s.lower[max(up.first-1, 0):up.last], "longer"), up.gerund && s.wordsBefore(up.first, "short", "of"):
		return true
	case !up.infinitive || over == nil:
		return false
	case s.foundSo(up, over, "awkward"), s.foundSo(up, over, "unfeasible"):
		return true
	}
	return over.copula && !over.negated && over.complement != nil && s.doc.reader.classes.kind("disposed", over.complement.lemma) == "denied"
}

// noneOf reports whether there is not even a little of what the noun names: "not a shred of evidence", "no trace of proof".
func (s *sentence) noneOf(over *group) bool {
	bit := s.nounBefore(over)
	if bit == nil || over.role != "of" {
		return false
	}
	switch bit.lemma {
	case "shred", "scrap", "trace", "iota", "shadow", "grain", "ounce", "bit", "hint", "piece":
		return s.none(bit) || bit.first > 0 && isNegation(s.lower[bit.first-1])
	}
	return false
}

// voices reports whether who does what the verb tells with a claim makes it: "repeated the charge that", "has a suspicion that", but not
// "faces accusations that", "is looking into claims that".
func (s *sentence) voices(v *group) bool {
	return v.copula || s.doc.reader.classes.any(v.lemma, "voice", "say", "claim", "suspect", "deny")
}

// complainsOf reports whether the verb lays to somebody what the noun behind its preposition tells: "complained of X's support for Y", "pointed
// to X's hand in it".
func (s *sentence) complainsOf(g, verb *group) bool {
	switch verb.lemma {
	case "complain", "grumble", "gripe", "moan", "whine":
		return (g.role == "of" || g.role == "about" || g.role == "over") && !verb.negated && g.lemma != "use"
	case "point", "allude", "hint":
		return (g.role == "to" || g.role == "at") && !verb.negated && !g.definite && g.possessor == nil
	}
	return false
}
