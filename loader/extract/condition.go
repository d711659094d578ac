package extract

import (
	"slices"

	"entente.example/loader/text"
)

// Conditions, chances and duties that no "if", "may" or "must" tells.

// unrealAhead reports whether a verb of the clause before the group tells what did not come about, which makes a condition of the "had"
// there: "would have left had X armed Y".
func (s *sentence) unrealAhead(k int) bool {
	before := s.verbBefore(k)
	return before != nil && before.modal != "" && s.unreal(before) && s.groups[k].kind == verbKind
}

// asksWhen reports whether the verb stands in a question that asks when, why or how it will come to that: "When will X
// attack Y?".
func (s *sentence) asksWhen(v *group) bool {
	if v.subject == nil || v.subject.index < 2 || v.subject.index > v.index {
		return false
	}
	aux := s.groups[v.subject.index-1]
	if aux.kind != verbKind || aux.last-aux.first > 1 {
		return false
	}
	switch s.lower[aux.first] {
	case "will", "would", "should", "could", "might", "may", "can", "shall":
	default:
		return false
	}
	ask := s.groups[aux.index-1]
	return ask.kind == relKind && (ask.first == 0 || s.tokens[ask.first-1].Tag != text.Comma) && s.words[len(s.words)-1] == "?"
}

// provisional gives the length of what makes a condition, at i, of a clause in the present behind it, or 0: "will help, provided X leaves",
// "will help in case X attacks".
func (s *sentence) provisional(i int) int {
	at := i + 1
	switch {
	case s.lower[i] == "in" && s.lower[at] == "case":
		at++
	case s.lower[i] != "provided" && s.lower[i] != "providing" || i > 0 && s.tokens[i-1].Tag != text.Comma && s.tokens[i-1].Tag != text.CC:
		return 0
	}
	length := at - i
	if at < len(s.tokens) && s.tokens[at].Tag == text.DT {
		at++
	}
	n := s.nameAt(at)
	if n == nil || n.last+1 >= len(s.tokens) || n.adjectival() && s.tokens[n.last].Tag != text.NNS {
		return 0
	}
	for k := n.last; k < len(s.tokens) && k < n.last+3 && k+1 < len(s.tokens); k++ {
		switch tag := s.tokens[k].Tag; {
		case tag == text.VBZ, tag == text.VBP, tag == text.MD, s.doc.reader.frames.verbs[text.Lemma(s.lower[k], text.VBZ)] != nil && s.tokens[k+1].Tag != text.Comma:
			return length // taggers take "clashes" for a noun there
		case !tag.IsNoun() && tag != text.RB:
			return 0
		}
	}
	return 0
}

// isMoment tells the nouns for the time at which something happens, which take a clause: "the day X leaves".
func isMoment(lemma string) bool {
	switch lemma {
	case "day", "moment", "minute", "second", "instant", "hour", "week", "month", "year", "time":
		return true
	}
	return false
}

// present tells the forms of "be" for what is now.
func present(word string) bool {
	switch word {
	case "is", "are", "'s", "’s", "'re", "’re", "am":
		return true
	}
	return false
}

// oughtTo reports whether the verb before the infinitive tells what somebody is to do: "has to leave", "needs to leave". Who "had to leave"
// left, and who has to cope with something has it.
func (s *sentence) oughtTo(v, up *group) bool {
	if !v.infinitive || v.index != up.index+1 || up.passive || s.perfect(v) || s.doc.reader.classes.has("beset", v.lemma) {
		return false
	}
	if up.lemma != "need" && up.lemma != "have" || up.subject == nil {
		return false
	}
	if k := up.subject.index; k > 0 && k < up.index && (s.groups[k-1].kind == nounKind || s.groups[k-1].kind == relKind) {
		return false // "the guns it needs to bomb X", "what it needs to"
	}
	tag := s.tokens[up.head].Tag
	return tag == text.VBZ || tag == text.VBP
}

// chance reports whether the verb says of what follows that it may be so: "chances are that", "there is a chance that".
func (s *sentence) chance(v *group) bool {
	if !v.copula || v.negated || v.subject == nil {
		return false
	}
	may := v.subject
	if s.lower[may.head] == "there" {
		if may = v.complement; may == nil {
			may = v.object
		}
	}
	return may != nil && !s.none(may) && isChance(may.lemma)
}

// isChance tells the nouns for what may be so.
func isChance(lemma string) bool {
	switch lemma {
	case "chance", "possibility", "likelihood", "probability", "odds", "odd", "bet":
		return true
	}
	return false
}

// asFarAs reports whether the sentence opens with what somebody knows too little to say it: "For all Kigali knows, X arms Y".
func (s *sentence) asFarAs() bool {
	if len(s.lower) < 6 || s.lower[0] != "for" || s.lower[1] != "all" {
		return false
	}
	for i := 3; i < len(s.lower)-1 && i < 6; i++ {
		switch s.lower[i] {
		case "know", "knows", "knew":
			return s.words[i+1] == ","
		}
	}
	return false
}

// askedFor reports whether the noun group names troops that somebody would have somewhere, and that need not be there: "asked for X troops
// in Y", "X troops in Y are needed".
func (s *sentence) askedFor(g *group) bool {
	v := g.verb
	if v == nil || g.definite || g.possessor != nil || isPossessive(s.lower[g.first]) {
		return false
	}
	switch class := s.doc.reader.classes; g.role {
	case "on":
		return decides(g, v)
	case "for":
		return class.any(v.lemma, "demand", "desire", "brace", "plead")
	case "subj":
		return v.passive && (class.any(v.lemma, "demand", "desire", "plan", "ruleout") || v.lemma == "avert")
	}
	return false
}

// decides reports whether the verb tells that somebody would have what the noun tells, or that it is to be decided: "insists on the
// withdrawal of", "voted on an attack".
func decides(g, verb *group) bool {
	return g.role == "on" && (verb.lemma == "insist" || verb.lemma == "insist_on" || verb.lemma == "vote")
}

// hosted reports whether the verb launches an operation that has a name in a whole country, which may have asked for it: "launched Operation
// Hawk in Chad".
func (s *sentence) hosted(v *group, land ref) bool {
	o := v.object
	if o == nil || o.head == o.first || land.group == nil || land.group.role != "in" || !s.isTerritory(land) {
		return false
	}
	return slices.Contains(s.lower[o.first:o.head], "operation") && s.capitalised(o.head)
}
