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
	case up.copula && up.negated && up.complement != nil && s.doc.reader.classes.has("expectable", up.complement.lemma):
		return true // "it is not surprising that"
	case up.copula && up.complement != nil && s.lower[up.complement.first] == "no":
		return up.complement.lemma == "secret" || up.complement.lemma == "denying" || up.complement.lemma == "wonder" || up.complement.lemma == "surprise" || up.complement.lemma == "coincidence"
	case up.copula && up.complement != nil && s.moved(up.complement.lemma):
		return up.negated || s.nobody(up.subject) || s.fewOnly(up.subject)
	case class.has("aware", up.lemma):
		if says := up.lemma == "mention" || up.lemma == "reveal" || up.lemma == "disclose"; says && !up.negated && (up.governor == nil || !class.has("fail", up.governor.lemma)) {
			return false // who reveals it tells it himself
		}
		unsaid := up.subject != nil && (s.lower[up.subject.first] == "i" || s.lower[up.subject.first] == "we")
		return !unsaid && !up.passive && (up.modal == "" || up.modal == "can" || up.modal == "could")
	case up.passive && (up.lemma == "surprise" || up.lemma == "shock" || up.lemma == "disappoint" || up.lemma == "anger"):
		return true // "nobody was surprised that"
	case class.has("contest", up.lemma):
		never := up.first > 0 && s.lower[up.first-1] == "never"
		if up.negated && (up.modal == "can" || up.modal == "could") {
			return true // "it cannot be denied that"
		}
		if up.passive && up.negated && up.lemma == "dispute" {
			return true // "it is not disputed that"
		}
		return !up.passive && ((up.negated || never) && up.lemma != "deny" || s.nobody(up.subject) || s.fewOnly(up.subject))
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
	case "resist", "help":
		return up.modal == "can" || up.modal == "could" // "could not resist arming X"
	case "hesitate", "fail", "forget", "neglect", "shrink", "balk", "baulk", "flinch", "omit":
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
	if prep := s.groups[k].lemma; over.kind == nounKind && (prep == "for" || prep == "over") && s.doc.reader.classes.has("inquiry", over.lemma) {
		q.allege(graph.Claimed) // "was under investigation for arming"
		return true
	}
	if s.groups[k].lemma == "for" && over.kind == nounKind && s.intention(over) || s.groups[k].lemma == "in" && over.lemma == "interest" && s.lower[over.first] != "no" {
		if up != nil && up.negated {
			return false
		}
		q.allege(graph.Planned) // "drew up plans for sending", "expressed interest in sending"
		return true
	}
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

// perfected reports whether the gerund tells of what was over: "having armed".
func (s *sentence) perfected(v *group) bool {
	return v.gerund && slices.Contains(s.lower[v.first:v.head], "having")
}

// assertsOnly gives who is said to show what follows, where a verb of claiming or seeming stands over it: "purported to show that",
// "claims to have proof that".
func (s *sentence) assertsOnly(up *group, q *qualifier) {
	over := up.governor
	if found := s.shownBy(up); found != nil {
		words := s.lower[max(found.first-1, 0) : found.head+1]
		switch {
		case found.lemma == "nothing" || slices.Contains(words, "no"), over != nil && over.negated && (found.lemma == "anything" || slices.Contains(words, "any")):
			q.deny() // "found nothing to show that", "saw no evidence proving that"
			return
		case slices.Contains(words, "little"):
			q.allege(graph.Claimed)
			return
		}
	}
	if !up.infinitive || over == nil || over.negated {
		return
	}
	switch class := s.doc.reader.classes; {
	case class.has("claim", over.lemma):
		q.allege(graph.Claimed)
		q.speaker = s.speakerOf(over)
	case over.lemma == "appear" || over.lemma == "seem":
		q.allege(graph.Suspected)
	case (up.lemma == "prove" || up.lemma == "show" || up.lemma == "demonstrate" || up.lemma == "establish") && (class.any(over.lemma, "attempt", "plan") || over.lemma == "set_out"):
		q.allege(graph.Claimed) // "tried to prove that"
		q.speaker = s.speakerOf(over)
	}
}

// shownBy gives what is said to show what follows, for the infinitive or the gerund behind it: "documents to prove that", "evidence was found
// to show that", or nil.
func (s *sentence) shownBy(up *group) *group {
	if !up.infinitive && !up.gerund || up.index == 0 {
		return nil
	}
	if before := s.groups[up.index-1]; before.kind == nounKind {
		return before
	} else if before.kind == verbKind && before.passive {
		return before.subject
	}
	return nil
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
		if sense := s.doc.choose(s.names[over.names[0]].senses); sense.Entry != nil {
			return sense.Entry.ID
		}
	}
	return ""
}

// opensOnly reports whether the denial opens the sentence with a participle, or a clause of concession, and the finite verb behind a comma is that of the
// clause that follows: "Denying any part in the coup, X attacked Y".
func (s *sentence) opensOnly(denial, v *group) bool {
	if denial.infinitive || v.governor == denial || v.subject == nil || v.subject.index < denial.index || s.verbBefore(denial.index) != nil {
		return false
	}
	if denial.finite && (denial.subject == nil || s.openingClause(denial) < 0) {
		return false // "Although it denied any part in the coup, X attacked Y"
	}
	return s.commaBetween(denial, v.subject)
}

// shouldHave reports whether the verb tells what ought to have been, and was not: "should have left".
func (s *sentence) shouldHave(v *group) bool {
	return v.finite && slices.Contains(s.lower[v.first:v.last], "should") && s.unreal(v)
}

// hadThere reports whether the noun group stands in the condition that opens the sentence: "Had there been an attack, ...".
func (s *sentence) hadThere(g *group) bool {
	if len(s.lower) < 2 || s.lower[0] != "had" && s.lower[0] != "were" && s.lower[0] != "should" || s.lower[1] != "there" {
		return false
	}
	for k := 1; k < g.index && k < len(s.groups); k++ {
		if s.groups[k].kind == commaKind {
			return false
		}
	}
	return true
}

// perfectTense reports whether the verb group tells what had been, or has been.
func (s *sentence) perfectTense(v *group) bool {
	return s.lower[v.first] == "had" || s.lower[v.first] == "has" || s.lower[v.first] == "have"
}

// butDidNot reports whether a clause behind the verb says that it did not come to it: "could have armed X but did not".
func (s *sentence) butDidNot(v *group) bool {
	for i := v.last; i+1 < len(s.lower); i++ {
		if s.lower[i] == "but" && i+2 < len(s.lower) && (s.lower[i+1] == "did" && isNegation(s.lower[i+2]) || s.lower[i+1] == "never" || isNegation(s.lower[i+2]) && (s.lower[i+1] == "chose" || s.lower[i+1] == "decided" || s.lower[i+1] == "opted")) {
			return true
		}
	}
	return false
}

// askedInside reports whether the group stands in a question that may be answered by no and that somebody is quoted with: "Did X arm
// Y?" he asked.
func (s *sentence) askedInside(g *group) bool {
	end := g.last
	for end < len(s.words) && s.words[end] != "?" {
		if s.tokens[end].Tag == text.CloseQuote || s.tokens[end].Tag == text.Period {
			return false
		}
		end++
	}
	if end >= len(s.words)-1 {
		return false
	}
	first := g.first
	for first > 0 && s.tokens[first-1].Tag != text.OpenQuote && s.words[first-1] != "\"" && s.words[first-1] != "“" {
		first--
	}
	return s.mayBeDenied(first)
}

// planSays reports whether it is a plan that has the noun for a part: "the proposal includes the deployment of", "the plans rely on air
// strikes".
func (s *sentence) planSays(g, v *group) bool {
	over := v.subject
	if over == nil || over.index > v.index || v.passive || g.role == "subj" || g.possessor != nil {
		return false
	}
	switch over.lemma {
	case "plan", "proposal", "scenario", "draft", "blueprint", "contingency_plan":
	default:
		return false
	}
	switch v.lemma {
	case "include", "involve", "foresee", "envisage", "envision", "rely", "entail", "comprise", "assume", "require", "provide", "contain", "mean", "call", "depend", "centre", "center":
		return true
	}
	return false
}

// moved tells the adjectives for how one feels about what is so.
func (s *sentence) moved(adjective string) bool {
	switch adjective {
	case "surprised", "astonished", "shocked", "angry", "glad", "happy", "sad", "sorry", "proud", "pleased", "disappointed", "upset", "furious", "grateful":
		return true
	}
	return false
}

// completes reports whether the verb behind an insertion is the one that the auxiliary waits for: "had, the panel found, armed".
func (s *sentence) completes(auxiliary, late *group) bool {
	tag := s.tokens[late.head].Tag
	if auxiliary.lemma == "have" {
		return tag == text.VBN || tag == text.VBD
	}
	return tag == text.VBG || tag == text.VBN
}

// yetToCome reports whether the verb's clause tells of a time that has not come: "until X leaves Y, there will be no peace", "a matter
// of time before X attacks".
func (s *sentence) yetToCome(v *group) bool {
	if !v.finite || v.modal != "" || v.subject == nil || v.subject.index == 0 || v.subject.index > v.index {
		return false
	}
	if tag := s.tokens[v.first].Tag; tag != text.VBZ && tag != text.VBP || v.lastVerb > v.first && s.lower[v.first] != "has" && s.lower[v.first] != "have" {
		return false
	}
	opening := s.groups[v.subject.index-1]
	if opening.kind != compKind && opening.kind != prepKind && opening.kind != relKind && opening.kind != adverbKind {
		return false
	}
	switch opening.lemma {
	case "until", "before", "once":
	default:
		return false
	}
	for i, word := range s.lower {
		switch word {
		case "will", "wo", "can", "cannot", "shall", "must":
			return true
		case "matter":
			return i+2 < len(s.lower) && s.lower[i+2] == "time"
		}
	}
	return false
}
