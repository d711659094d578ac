package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// Some words take what they tell of for so, whatever is done with them: who "did not know that X armed Y" leaves no doubt
// that X did, nor does "nothing stopped X from arming Y", or "did not hesitate to arm Y".

// takesForSo reports whether the verb, or the noun it speaks of, takes the clause behind "that" for so even where it is negated:
// "did not know that", "few noticed that", "condemned the fact that", "nobody doubts that", "is no secret that".
func (s *sentence) takesForSo(up *group) bool {
	class := s.doc.reader.classes
	switch {
	case up == nil || up.link == conditional:
		return false
	case up.object != nil && up.object.lemma == "fact" || up.copula && up.complement != nil && up.complement.lemma == "fact" && !up.negated:
		return true
	case up.copula && up.complement != nil && s.lower[up.complement.first] == "no":
		return up.complement.lemma == "secret" || up.complement.lemma == "wonder" || up.complement.lemma == "surprise" || up.complement.lemma == "coincidence"
	case class.has("aware", up.lemma):
		unsaid := up.subject != nil && (s.lower[up.subject.first] == "i" || s.lower[up.subject.first] == "we")
		return !unsaid && !up.passive && (up.modal == "" || up.modal == "can" || up.modal == "could")
	case class.has("contest", up.lemma):
		return !up.passive && (up.negated && up.lemma != "deny" || s.nobody(up.subject) || s.fewOnly(up.subject))
	}
	return false
}

// fewOnly reports whether the noun group names few or hardly any.
func (s *sentence) fewOnly(g *group) bool {
	return g != nil && (s.lower[g.first] == "few" || s.lower[g.first] == "hardly")
}

// didSo reports whether the negated verb says that what its infinitive tells was done: "did not hesitate to", "never failed to".
// Who will not hesitate threatens.
func (s *sentence) didSo(up *group, q *qualifier) bool {
	if up == nil || !up.negated && (up.first == 0 || !isNegation(s.lower[up.first-1])) {
		return false
	}
	switch up.lemma {
	case "hesitate", "fail", "forget", "neglect", "shrink", "balk", "omit":
	default:
		return false
	}
	if up.modal != "" {
		q.allege(graph.Threatened)
	}
	return true
}

// unstopped reports whether the verb says that nothing kept its object, or subject, from a deed: "nothing stopped X from arming",
// "could not be prevented from arming", "did not deter X from".
func (s *sentence) unstopped(up *group) bool {
	switch up.lemma {
	case "stop", "prevent", "keep", "deter", "hinder", "dissuade", "discourage", "restrain":
	default:
		return false
	}
	if up.modal != "" && up.modal != "could" && up.modal != "can" {
		return false
	}
	if over := up.governor; up.infinitive && over != nil && over.lemma == "fail" {
		return !over.negated
	}
	return up.negated || up.subject != nil && (s.lower[up.subject.first] == "nothing" || s.nobody(up.subject))
}

// underTalk takes what is only talked about or not yet settled: "talks on sending arms", "put off a decision on sending".
func (s *sentence) underTalk(k int, up *group, q *qualifier) bool {
	if k < 1 {
		return false
	}
	over := s.groups[k-1]
	switch s.groups[k].lemma {
	case "on", "about", "over", "in_favour_of", "in_favor_of", "for", "towards", "toward":
	default:
		return false
	}
	if over.kind != nounKind || !s.doc.reader.classes.has("talk", over.lemma) {
		return false
	}
	if up != nil && over.verb == up && (s.doc.reader.classes.has("defer", up.lemma) || up.negated) {
		q.void = true
		return true
	}
	q.allege(graph.Planned)
	return true
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

// tellsAhead reports whether the verb, which stands before the subject of the clause, may tell that clause without a "that".
// What opens a sentence and ends in a comma does not: "Hoping for peace, X attacked Y", "As it had threatened, X attacked Y".
func (s *sentence) tellsAhead(say, v *group) bool {
	if s.timeClause(v) || s.onlyOpens(say, v.subject) {
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

// perfected reports whether the gerund tells of what was over: "having armed".
func (s *sentence) perfected(v *group) bool {
	return v.gerund && slices.Contains(s.lower[v.first:v.head], "having")
}

// assertsOnly gives who is said to show what follows, where a verb of claiming or seeming stands over it: "purported to show that",
// "claims to have proof that".
func (s *sentence) assertsOnly(up *group, q *qualifier) {
	over := up.governor
	if !up.infinitive || over == nil || over.negated {
		return
	}
	switch class := s.doc.reader.classes; {
	case class.has("claim", over.lemma):
		q.allege(graph.Claimed)
		q.speaker = s.speakerOf(over)
	case over.lemma == "appear" || over.lemma == "seem":
		q.allege(graph.Suspected)
	}
}

// claimant gives whose claim the noun names: "Norway's claim", "the accusation by Norway", "Norwegian claims".
func (s *sentence) claimant(over *group) graph.ID {
	if o := over.possessor; o != nil {
		speaker, _ := s.voice(o)
		return speaker
	}
	for _, a := range over.after {
		if a.prep == "by" || a.prep == "from" {
			speaker, _ := s.voice(a.noun)
			return speaker
		}
	}
	if len(over.names) > 0 && s.names[over.names[0]].adjectival() {
		if sense := s.doc.choose(s.names[over.names[0]].senses, true); sense.Entry != nil {
			return sense.Entry.ID
		}
	}
	return ""
}

// insertedSay reports whether the word at i, taken for a noun, is the verb by which somebody speaks between two commas: "X, Riyadh
// claims, arms".
func (s *sentence) insertedSay(i int) bool {
	if i < 2 || i+1 >= len(s.tokens) || s.tokens[i+1].Tag != text.Comma || !s.doc.reader.reports(text.Lemma(s.lower[i], text.VBZ)) {
		return false
	}
	n := s.nameBefore(i)
	if n == nil {
		return false
	}
	k := n.first - 1
	for k > 0 && (s.tokens[k].Tag == text.RB || s.tokens[k].Tag == text.DT || s.lower[k] == "or") {
		k--
	}
	return k > 0 && s.tokens[k].Tag == text.Comma
}

// opensOnly reports whether the denial opens the sentence with a participle, and the finite verb behind a comma is that of the
// clause that follows: "Denying any part in the coup, X attacked Y".
func (s *sentence) opensOnly(denial, v *group) bool {
	if denial.finite || denial.infinitive || v.governor == denial || v.subject == nil || v.subject.index < denial.index || s.verbBefore(denial.index) != nil {
		return false
	}
	return s.commaBetween(denial, v.subject)
}

// tellsLast reports whether the verb at i ends the sentence, or all but, as who says what it told: "X armed the militia, the rebels
// claimed on Monday".
func (s *sentence) tellsLast(i, left int, v *group) bool {
	if left < 2 || s.groups[left].kind != nounKind || s.groups[left-1].kind != commaKind || v.passive || !s.doc.reader.classes.any(v.lemma, "say", "claim", "suspect") {
		return false
	}
	for k := i + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; {
		case g.kind == prepKind, g.kind == adverbKind, g.kind == nounKind && (g.lemma == "date" || s.groups[k-1].kind == prepKind):
		case g.kind == stopKind:
			k = len(s.groups)
		default:
			return false
		}
	}
	for up := s.verbBefore(left); up != nil; up = s.verbBefore(up.index) {
		if up.finite {
			return true
		}
	}
	return false
}

// behindJudgement reports whether the groups end in what "it" is called: "it is no secret", "it is a scandal".
func (s *sentence) behindJudgement() bool {
	n := len(s.groups)
	if n < 3 || s.groups[n-1].kind != nounKind || !s.doc.reader.classes.has("judgement", s.groups[n-1].lemma) || s.groups[n-2].kind != verbKind {
		return false
	}
	it := s.groups[n-3]
	return it.kind == nounKind && s.lower[it.first] == "it"
}

// adjectiveAt reports whether an adjective of a people begins at the token, which hardly opens an object: "limited French support".
func (s *sentence) adjectiveAt(i int) bool {
	n := s.nameAt(i)
	return n != nil && n.adjectival()
}
