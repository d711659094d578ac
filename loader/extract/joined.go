package extract

import "entente.example/loader/text"

// series lets the verbs of a list be one: of "armed, trained and funded by X" all are participles, with one subject and
// one agent.
func (s *sentence) series() {
	for i := 0; i+4 < len(s.groups); i++ {
		first := s.groups[i]
		if first.kind != verbKind || first.lemma == "" || first.leads != nil {
			continue
		}
		var members []*group
		k := i + 1
		for ; k+1 < len(s.groups); k += 2 {
			sep := s.groups[k].kind
			if sep == commaKind && s.groups[k+1].kind == conjKind {
				k++
				sep = conjKind
			}
			if sep != commaKind && sep != conjKind || k+1 >= len(s.groups) || !s.sameForm(first, s.groups[k+1]) {
				break
			}
			members = append(members, s.groups[k+1])
			if sep == conjKind {
				break
			}
		}
		if len(members) < 2 || s.groups[members[len(members)-1].index-1].kind != conjKind {
			continue
		}
		last := members[len(members)-1]
		if next := last.index + 1; next < len(s.groups) && s.groups[next].kind == prepKind && s.groups[next].lemma == "by" && first.first == first.head {
			first.finite, first.participle, first.passive = false, true, true
		}
		for _, m := range members {
			m.finite, m.participle, m.passive, m.leads = first.finite, first.participle, first.passive, first
		}
	}
}

// sameForm reports whether a verb may stand in one list with the first: one past form without an auxiliary.
func (s *sentence) sameForm(first, v *group) bool {
	past := func(g *group) bool {
		return s.tokens[g.lastVerb].Tag == text.VBD || s.tokens[g.lastVerb].Tag == text.VBN
	}
	return v.kind == verbKind && v.lemma != "" && v.first == v.head && past(first) && past(v)
}

// share lets joined verbs have one object or agent: "armed and trained by X", "attacked and captured X".
func (s *sentence) share() {
	for i := len(s.groups) - 1; i >= 0; i-- {
		g := s.groups[i]
		first := g.governor
		if g.kind != verbKind || g.link != jointLink || first == nil || len(first.args) > 0 || first.object != nil {
			continue
		}
		if first.passive == g.passive && (first.index+2 == g.index || g.leads == first) {
			first.args, first.object = g.args, g.object
		}
	}
	for _, g := range s.groups {
		if first := g.leads; g.kind == verbKind && first != nil && g != first && len(g.args) == 0 && g.object == nil {
			g.args, g.object = first.args, first.object
		}
	}
}

// chained reports whether the verb hangs on the one right before it: "began arming", "helped defend".
func (s *sentence) chained(before, g *group) bool {
	if before.kind != verbKind || before.lemma == "" || before.last != g.first {
		return false
	}
	classes := s.doc.reader.classes
	if g.gerund {
		return before.lemma == "continue" || before.lemma == "keep" || before.lemma == "avoid" || before.lemma == "include" ||
			classes.any(before.lemma, "begin", "end", "deny", "plan", "attempt", "say", "suspect", "threaten", "fail")
	}
	return before.lemma == "help" && !g.infinitive && !g.participle && g.first == g.head
}

// governChained ties a verb to the one right before it.
func (s *sentence) governChained(before, g *group) {
	g.subject, g.governor, g.link, g.finite = before.subject, before, toLink, false
	switch classes := s.doc.reader.classes; {
	case classes.has("deny", before.lemma):
		g.link = prepositional
	case before.lemma == "avoid":
		g.negated = true
	case classes.any(before.lemma, "say", "suspect") && before.lemma != "continue":
		g.link = thatLink
	}
}

// quoted reports whether the finite verb g is what the reporting clause before it says of what a relative pronoun stands
// for: "rebels who Chad says are backed by Sudan".
func (s *sentence) quoted(before, g *group) bool {
	return before.kind == verbKind && g.finite && before.finite && before.link == relativeLink && before.fronted != nil &&
		before.object == before.fronted && s.doc.reader.reports(before.lemma)
}

// activates turns a participle behind "and" into the past tense or perfect that the verb before it has: "has funded and
// armed its ally".
func (s *sentence) activates(joint, g *group) bool {
	next := g.index + 1
	if !g.participle || joint.passive || joint.gerund || next >= len(s.groups) || s.groups[next].kind != nounKind || s.groups[next].lemma == "date" {
		return false
	}
	tag := s.tokens[joint.lastVerb].Tag
	return tag == text.VBD || tag == text.VBN
}

// front gives a verb without an object of its own, inside a relative clause, what the pronoun stands for: "a group that
// Chad accused Sudan of arming".
func (s *sentence) front(g *group) {
	if g.object != nil || g.passive || !g.gerund && !g.infinitive {
		return
	}
	for up, depth := g.governor, 0; up != nil && depth < 3; up, depth = up.governor, depth+1 {
		if up.link == relativeLink && up.fronted != nil && up.object != up.fronted {
			g.object = up.fronted
			return
		}
	}
}

// relativeThat reports whether "that" at i begins a relative clause: behind things and groups, where nobody is told
// anything.
func (s *sentence) relativeThat(i int) bool {
	n := len(s.groups)
	if n == 0 || s.groups[n-1].kind != nounKind || s.groups[n-1].last != i {
		return false
	}
	if !s.doc.reader.classes.any(s.groups[n-1].lemma, "support", "grouping", "rebels", "nationals") {
		return false
	}
	for k := n - 2; k >= 0; k-- {
		if v := s.groups[k]; v.kind == verbKind {
			return !s.doc.reader.reports(v.lemma)
		}
	}
	return true
}

// takesNoun reports whether the verb at i goes with a noun for support, so that "training" behind it is one.
func (s *sentence) takesNoun(i int) bool {
	lemma := text.Lemma(s.lower[i], s.tokens[i].Tag)
	return lemma == "have" || s.tokens[i].Tag.IsVerb() && s.doc.reader.frames.receives(lemma)
}

// charged reports whether the gerund at i, behind "of", is what somebody is accused of: "accused Chad of backing".
func (s *sentence) charged(i int) bool {
	if len(s.doc.reader.frames.verbs[text.Lemma(s.lower[i], text.VBG)]) == 0 {
		return false
	}
	for k := i - 2; k >= 0 && k > i-12; k-- {
		if s.tokens[k].Tag.IsVerb() && s.doc.reader.classes.has("accuse", text.Lemma(s.lower[k], s.tokens[k].Tag)) {
			return true
		}
	}
	return false
}

// quantifier gives the length of "more than", "at least" and the like before a number, or 0.
func (s *sentence) quantifier(i int) int {
	if i+2 >= len(s.tokens) || s.tokens[i+2].Tag != text.CD && s.tokens[i+2].Tag != text.Dollar {
		return 0
	}
	switch s.lower[i] + " " + s.lower[i+1] {
	case "more than", "less than", "fewer than", "at least", "at most", "up to":
		return 2
	}
	return 0
}

// attachWorth takes "worth 3 million dollars" into the noun group that it values: "arms worth $3bn to Chad".
func (s *sentence) attachWorth() {
	var out []*group
	for _, g := range s.groups {
		if n := len(out); n > 0 && g.kind == nounKind && out[n-1].kind == nounKind && out[n-1].last == g.first {
			prev := out[n-1]
			switch {
			case s.lower[g.first] == "worth", prev.valued && (g.lemma == "bn" || g.lemma == "m" || g.lemma == "million" || g.lemma == "billion"):
				prev.last, prev.valued = g.last, true
				continue
			}
		}
		out = append(out, g)
	}
	s.groups = out
}

// predicatesBoth reads "trains and equips" behind a name as two verbs.
func (s *sentence) predicatesBoth(i int) bool {
	return i+3 < len(s.tokens) && s.tokens[i+1].Tag == text.CC && s.doc.reader.verb(text.Lemma(s.lower[i], text.VBZ)) &&
		(s.tokens[i+2].Tag == text.VBZ || s.tokens[i+2].Tag == text.NNS) && s.predicates(i+2)
}

// fronts reports whether the word at i is the verb of a relative clause with its object in front: "which Turkey supports,".
func (s *sentence) fronts(i int) bool {
	if !s.doc.reader.verb(text.Lemma(s.lower[i], text.VBZ)) {
		return false
	}
	for k := range s.names {
		if n := &s.names[k]; n.last == i {
			first := n.first
			if first > 0 && s.lower[first-1] == "the" {
				first--
			}
			return first > 0 && (s.lower[first-1] == "which" || s.lower[first-1] == "whom" || s.lower[first-1] == "that")
		}
	}
	return false
}
