package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// saidOf makes a reporting verb before "to be", "to have" the participle that it is: "the group, said to be backed by X".
func (s *sentence) saidOf(i int, g *group) bool {
	if !g.finite || g.first != g.head || i+1 >= len(s.groups) || !s.doc.reader.classes.any(g.lemma, "say", "suspect") {
		return false
	}
	next := s.groups[i+1]
	return (g.lemma == "say" || i > 0 && s.groups[i-1].kind == commaKind) && next.kind == verbKind && next.infinitive && next.first == g.last
}

// cleft gives the "be" of "it was X that", where "that" stands at the end of the groups, or nil.
func (s *sentence) cleft(groups []*group) *group {
	for k := len(groups) - 1; k > 0; k-- {
		switch g := groups[k]; g.kind {
		case nounKind, commaKind, adverbKind, conjKind:
		case prepKind:
			if groups[k-1].kind != verbKind {
				return nil
			}
		case verbKind:
			if before := groups[k-1]; g.copula && k+2 < len(groups) && groups[k+1].kind == prepKind && groups[k+2].kind == nounKind && len(groups[k+2].names) > 0 && s.lower[before.first] == "it" && before.pronoun {
				return g // "it was to X that Y sent arms"
			}
			if k+1 >= len(groups) || groups[k+1].kind != nounKind || len(groups[k+1].names) == 0 && !groups[k+1].pronoun {
				return nil // "it is a lie that"
			}
			if before := groups[k-1]; g.copula && before.kind == nounKind && s.lower[before.first] == "it" && before.pronoun {
				return g
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// notExcluded reports whether the verb says that something is not ruled out: "has not ruled out", "refused to rule out".
func (s *sentence) notExcluded(v *group) bool {
	if v == nil || v.lemma != "rule_out" && v.lemma != "exclude" && v.lemma != "preclude" {
		return false
	}
	up := v.governor
	return v.negated || v.infinitive && up != nil && s.doc.reader.classes.has("fail", up.lemma)
}

// wrongly reports whether an adverb at the verb says that what it reports is not so: "falsely claimed".
func (s *sentence) wrongly(v *group) bool {
	return slices.ContainsFunc(s.lower[max(v.first-1, 0):min(v.last+1, len(s.lower))], func(word string) bool {
		switch word {
		case "wrongly", "falsely", "mistakenly", "erroneously", "incorrectly", "baselessly", "untruthfully":
			return true
		}
		return false
	})
}

// hints reports whether the verb speaks of what may come: "hinted at sending", "talked about sending".
func (s *sentence) hints(v *group, prep string) bool {
	switch v.lemma {
	case "hint":
		return prep == "at"
	case "talk", "speak":
		return prep == "about" || prep == "of"
	case "intent", "bent", "bend":
		return prep == "on"
	case "be":
		return prep == "on" && v.complement != nil && (v.complement.lemma == "intent" || v.complement.lemma == "bent" || v.complement.lemma == "keen" || v.complement.lemma == "set")
	}
	return false
}

// untilClause reports whether a clause follows "until" behind what is not to come about before: "would not send arms until
// Y withdrew".
func (s *sentence) untilClause(v *group) bool {
	for k := v.index + 1; k+2 < len(s.groups) && k < v.index+8; k++ {
		switch g := s.groups[k]; {
		case g.lemma == "until" || g.lemma == "till" || g.lemma == "unless":
			return s.groups[k+1].kind == nounKind && s.groups[k+2].kind == verbKind && s.groups[k+2].finite
		case g.kind == stopKind || g.kind == verbKind:
			return false
		}
	}
	return false
}

// implicated gives who denies a part in what the noun tells, or is accused of one: "denied involvement in the attack",
// "was accused of complicity in the attack".
func (s *sentence) implicated(g *group) *group {
	over := s.nounBefore(g)
	if over == nil || !s.doc.reader.classes.has("part", over.lemma) || over.verb == nil {
		return nil
	}
	v := over.verb
	switch {
	case over.possessor != nil && len(over.possessor.actor) > 0:
		return over.possessor
	case over.role == "obj" && disowns(v.lemma):
		return v.subject
	case over.role == "of" && s.doc.reader.classes.has("accuse", v.lemma) && v.passive:
		return v.subject
	case over.role == "of" && s.doc.reader.classes.has("accuse", v.lemma):
		return v.object
	}
	return nil
}

// underPart takes what becomes of a part in the deed: denied, alleged.
func (s *sentence) underPart(g, over *group, q *qualifier) {
	v := over.verb
	if v == nil || !s.doc.reader.classes.has("part", over.lemma) || g.possessor != nil || len(s.argumentsOf(g, "of"))+len(s.argumentsOf(g, "by")) > 0 {
		return // of "denied any part in the war of X against Y" only the part is denied
	}
	switch {
	case over.role == "obj" && s.doc.reader.classes.has("deny", v.lemma) && s.idleDenial(v):
		q.void = true
	case over.role == "obj" && s.doc.reader.classes.has("deny", v.lemma) && !v.negated:
		q.deny()
		q.speaker = s.speakerOf(v)
	case s.doc.reader.classes.has("accuse", v.lemma):
		q.allege(graph.Claimed)
		q.speaker = s.speakerOf(v)
	case s.hints(v, over.role), v.lemma == "point" && over.role == "to":
		q.allege(graph.Suspected) // "hinted at Chadian involvement in the blast"
	case s.doc.reader.classes.any(v.lemma, "claim", "suspect") && v.object == over && over.lemma != "responsibility":
		q.allege(graph.Suspected)
	}
}

// disowns tells the verbs by which one denies a deed of one's own.
func disowns(lemma string) bool { return lemma == "deny" || lemma == "disavow" || lemma == "disclaim" }

// foundSo reports whether the verb says that its subject found or thought it so, in a word of the class, to do what the infinitive tells:
// "found it impossible to arm X", "thought it unwise to arm X".
func (s *sentence) foundSo(v, up *group, class string) bool {
	if !v.infinitive || up.object == nil || up.object.lemma != "it" || v.index < 1 || !s.doc.reader.classes.has("deem", up.lemma) {
		return false
	}
	for i := up.last; i < v.first; i++ {
		if s.doc.reader.classes.has(class, s.lower[i]) {
			return !up.negated
		}
	}
	return false
}

// subjunctive reports whether the clause tells what is to be done, in the verb's base form behind one doer: "insisted that Libya withdraw", "it was
// agreed that Libya withdraw", but not "insisted that Libya withdrew".
func (s *sentence) subjunctive(v, up *group) bool {
	if up == nil || up.kind != verbKind || !s.doc.reader.classes.has("bid", up.lemma) || v.subject == nil || v.subject.index > v.index || v.infinitive || v.gerund || v.participle || v.modal != "" || v.negated {
		return false
	}
	if s.lower[v.first] == "be" {
		return true
	}
	doer := v.subject
	if doer.plural || doer.conjuncts != nil || doer.pronoun && doer.lemma != "it" && doer.lemma != "he" && doer.lemma != "she" {
		return false
	}
	if n := s.headName(doer); n == nil && !doer.pronoun || n != nil && !(n.known() && slices.ContainsFunc(n.senses, func(sense actors.Sense) bool { return sense.Entry.IsState })) && !s.person(n) {
		return false // "insisted that the LNA attack" may tell what it does
	}
	base, _, _ := strings.Cut(v.lemma, "_") // "take over"
	return v.first == v.head && s.lower[v.head] == base && !s.doc.reader.classes.has("invariable", v.lemma)
}
