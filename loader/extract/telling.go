package extract

import (
	"strings"

	"entente.example/loader/text"
)

// governClause finds the verb that says, denies or conditions the clause of a finite verb.
func (s *sentence) governClause(i int, g *group) {
	if g.subject != nil && g.subject.index < i && (s.headBefore(i-1) == g.subject || s.headOfInsertion(i-1) == g.subject) {
		i = g.subject.index + 1 // what an inserted clause says is said by others
	}
	apart := false // behind a "but" what was a condition is none
	for k := i - 1; k >= 0; k-- {
		other := s.groups[k]
		switch {
		case other.kind == conjKind && other.lemma == "but" && k > 0 && s.groups[k-1].kind == commaKind:
			apart = true
		case apart && other.kind == compKind && other.lemma != "that":
			return
		case other.kind == compKind && (other.lemma == "if" || other.lemma == "unless" || other.lemma == "whether" || other.lemma == "lest"):
			g.link = conditional
			return
		case other.kind == compKind && other.lemma == "though" && other.first > 0 && s.lower[other.first-1] == "as":
			g.link = conditional // "as though X had armed Y"
			return
		case (other.kind == compKind || other.kind == relKind) && other.lemma == "that" && s.provides(other.first-1):
			g.link = conditional
			return
		case other.kind == compKind && other.lemma == "that" && g.subject != nil && g.subject.index < k && s.reportBefore(k) == g.subject:
			return // "accusations that X arms Y have been rejected"
		case other.kind == compKind && other.lemma == "that":
			if first := s.firstThat(k); first >= 0 {
				k = first
			}
			g.link, g.governor = thatLink, s.teller(k)
			g.report = s.reportBefore(k)
			return
		case other.kind == stopKind:
			return
		case other.kind == verbKind && other.link == relativeLink && other.fronted == nil && g.subject != nil && other.index+1 == g.subject.index && (other.finite || other.gerund) && !other.passive && s.doc.reader.classes.any(other.lemma, "say", "claim", "deny"):
			g.link, g.governor = thatLink, other // "X, which denies it is backed by Y, took Z"
			return
		case other.kind == verbKind && other.lemma != "" && other.link != relativeLink && g.subject != nil && other.index < g.subject.index:
			tells := s.doc.reader.reports(other.lemma) && other.object == nil && other.lemma != "call" || other.lemma == "seem" || other.lemma == "appear"
			tells = tells || s.tellsWhom(other, g) || s.doubts(other) && g.subject.index == other.index+1
			if that := s.thatBeforeIf(other, g); that >= 0 {
				g.link, g.governor, g.report = thatLink, s.teller(that), s.reportBefore(that)
				return
			}
			if tells && !apart && s.tellsAhead(other, g) {
				g.link, g.governor = thatLink, other
			}
			return
		}
	}
}

// reportBefore gives the noun for a claim that the "that" at k explains, be it right before it or before those whose it is:
// "accusations by the UN, the US and others that".
func (s *sentence) reportBefore(k int) *group {
	for j := k - 1; j >= 0; j-- {
		switch g := s.groups[j]; g.kind {
		case nounKind:
			if s.doc.reader.classes.any(g.lemma, "report", "bidding") || g.lemma == "denial" {
				return g
			}
			if j == 0 || s.groups[j-1].kind == verbKind {
				return nil
			}
		case prepKind:
			if j < k-1 && g.lemma != "by" && g.lemma != "from" && g.lemma != "of" && g.lemma != "in" {
				return nil
			}
		case commaKind, conjKind:
		default:
			return nil
		}
	}
	return nil
}

// tellsAhead reports whether the verb, which stands before the subject of the clause, may tell that clause without a "that".
// What opens a sentence and ends in a comma does not: "Hoping for peace, X attacked Y", "As it had threatened, X attacked Y".
func (s *sentence) tellsAhead(say, v *group) bool {
	if s.timeClause(v) || s.onlyOpens(say, v.subject) || s.newMain(v.subject) && !s.doc.reader.classes.any(say.lemma, "say", "claim") {
		return false
	}
	if say.finite || say.infinitive || s.verbBefore(say.index) != nil {
		return true
	}
	if say.participle && say.first > 0 && s.lower[say.first-1] == "as" {
		return false // "As expected"
	}
	return !s.commaBetween(say, v.subject)
}

// timeClause reports whether the finite verb is that of a clause which tells when or why something else happens: "after X left".
func (s *sentence) timeClause(v *group) bool {
	if v.subject == nil || v.subject.index == 0 || v.subject.index > v.index {
		return false
	}
	k := v.subject.index - 1
	for k > 0 && s.groups[k].kind == adverbKind {
		k--
	}
	before := s.groups[k]
	return before.kind == compKind && isTime(before.lemma)
}

// isTime tells the words that open a clause of time, of cause or of concession.
func isTime(word string) bool {
	switch word {
	case "after", "before", "because", "since", "while", "until", "till", "once", "although", "though", "whereas", "when", "as":
		return true
	}
	return false
}

// commaBetween reports whether a comma stands right before the second group, which is behind the first.
func (s *sentence) commaBetween(a, b *group) bool {
	for k := b.index - 1; k > a.index; k-- {
		switch s.groups[k].kind {
		case commaKind:
			return true
		case adverbKind:
		case nounKind:
			if s.groups[k].lemma != "date" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// openingClause gives the word that opens the sentence and makes a clause of time or concession of the verb's, or -1: "As it had
// threatened", "Even though nobody had asked", "Whatever he may claim".
func (s *sentence) openingClause(v *group) int {
	k := v.subject.index - 1
	if k < 0 || s.groups[k].kind != relKind && (s.groups[k].kind != compKind || !isTime(s.groups[k].lemma)) {
		return -1
	}
	for j := range k {
		if s.groups[j].kind != adverbKind {
			return -1
		}
	}
	return k
}

// tellsLast gives who says, with the verb at i that ends the sentence, or all but, what it told, or nil: "X armed the militia, the rebels
// claimed on Monday", "X armed the militia, a diplomat in Juba said".
func (s *sentence) tellsLast(i, left int, v *group) *group {
	for left > 2 && s.groups[left].kind == nounKind && s.groups[left-1].kind == prepKind && s.groups[left-2].kind == nounKind {
		left -= 2
	}
	if left < 2 || s.groups[left].kind != nounKind || s.groups[left-1].kind != commaKind || v.passive || !s.doc.reader.classes.any(v.lemma, "say", "claim", "suspect") {
		return nil
	}
	if k := i + 1; v.lemma == "tell" && k < len(s.groups) && s.groups[k].kind == nounKind {
		i++
	}
	if !s.endsBehind(i + 1) {
		return nil
	}
	for up := s.verbBefore(left); up != nil; up = s.verbBefore(up.index) {
		if up.finite {
			return s.groups[left]
		}
	}
	return nil
}

// endsBehind reports whether nothing but phrases and what somebody does beside stands from the group to the end: "reported on Monday,
// citing a diplomat".
func (s *sentence) endsBehind(k int) bool {
	for ; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == prepKind, g.kind == adverbKind, g.kind == nounKind && (g.lemma == "date" || s.groups[k-1].kind == prepKind):
		case g.kind == commaKind && k+1 < len(s.groups) && s.groups[k+1].kind == verbKind && s.groups[k+1].gerund:
			return true
		default:
			return g.kind == stopKind
		}
	}
	return true
}

// provides reports whether the word makes a condition of the "that" behind it: "in the event that", "provided that".
func (s *sentence) provides(i int) bool {
	if i < 0 {
		return false
	}
	switch s.lower[i] {
	case "provided", "providing", "condition", "assuming", "supposing":
		return true
	case "event":
		return i > 1 && s.lower[i-2] == "in"
	}
	return false
}

// behindJudgement reports whether the groups end in what "it" is called: "it is no secret", "it is a scandal", or in what
// "there" is: "there is a chance".
func (s *sentence) behindJudgement() bool {
	n := len(s.groups)
	if n < 3 || s.groups[n-1].kind != nounKind || s.groups[n-2].kind != verbKind || s.groups[n-3].kind != nounKind {
		return false
	}
	it, lemma := s.lower[s.groups[n-3].first], s.groups[n-1].lemma
	return it == "it" && s.doc.reader.classes.has("judgement", lemma) || it == "there" && (lemma == "denying" || isChance(lemma))
}

// tellsWhom reports whether the verb has as its object whom somebody warns or tells, and the clause follows right behind, its
// subject a pronoun: "warned Chad it would face attack".
func (s *sentence) tellsWhom(say, v *group) bool {
	whom := say.object
	if whom == nil {
		whom = say.indirect
	}
	if whom == nil || say.passive || v.subject == nil || !v.subject.pronoun || v.subject.index != whom.index+1 || v.subject.first != whom.last {
		return false
	}
	switch say.lemma {
	case "warn", "tell", "remind", "caution", "assure", "promise", "inform":
		return true
	}
	return false
}

// thatBeforeIf gives the "that" to which the clause of v belongs over a condition or a time that is told first, whose verb is the
// other, or -1: "said that if X attacked, Y would send troops".
func (s *sentence) thatBeforeIf(other, v *group) int {
	comma := false
	for k := v.subject.index - 1; k > other.index; k-- {
		switch s.groups[k].kind {
		case commaKind:
			comma = true
		case nounKind, prepKind, adverbKind, adjKind:
		default:
			return -1
		}
	}
	for k := other.index - 1; comma && k > 0; k-- {
		switch g := s.groups[k]; g.kind {
		case compKind:
			switch g.lemma {
			case "if", "unless", "once", "when", "while", "although", "though", "until", "after", "before", "as":
			default:
				return -1
			}
			if before := s.groups[k-1]; before.kind == compKind && before.lemma == "that" && k > 1 {
				return k - 1
			}
			return -1
		case nounKind, prepKind, adverbKind, adjKind:
		default:
			return -1
		}
	}
	return -1
}

// wantsDone reports whether the "that" at i, behind a noun such as "demand", tells what somebody is to do, in the verb's base form: "demands that
// Chad arm X", but not "demands that Chad rejected".
func (s *sentence) wantsDone(i int) bool {
	if before := s.groups[len(s.groups)-1]; before.kind != nounKind || !s.doc.reader.classes.has("bidding", before.lemma) {
		return false
	}
	for k := i + 2; k+1 < len(s.tokens) && k < i+6; k++ {
		if tag := s.tokens[k].Tag; tag.IsVerb() || tag == text.MD {
			return tag == text.MD || s.lower[k] == text.Lemma(s.lower[k], text.VB) && !strings.HasSuffix(s.lower[k], "ed") && (s.tokens[k+1].Tag.IsNoun() || s.tokens[k+1].Tag == text.DT || s.tokens[k+1].Tag == text.PRPS || s.tokens[k+1].Tag == text.IN)
		}
	}
	return false
}
