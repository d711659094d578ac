package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// sides gives the groups in the roles by which hostile acts name their sides, beyond subject and object: "each" side of
// "A and B clashed", the "victim" of "died in an air strike", the "label" of "declared it an enemy", the noun before
// "at war".
func (s *sentence) sides(role string, anchor *group) []*group {
	var found *group
	switch role {
	case "each":
		found = s.eachSide(anchor)
	case "victim":
		found = s.victim(anchor)
	case "label":
		found = s.labelOf(anchor)
	case "agent":
		return s.agents(anchor)
	case "patient":
		if v := anchor.verb; v != nil && v.passive && anchor.role == "by" {
			found = v.subject // "was hit by sanctions"
		}
	case "claiming":
		if v := anchor.verb; v != nil && v.lemma == "claim" && anchor.role == "for" && v.object != nil && v.object.lemma == "responsibility" {
			found = v.subject
		}
	case "arising":
		if v := anchor.verb; v != nil && anchor.role == "subj" {
			return s.argumentsOf(v, "between") // "fighting broke out between"
		}
	case "blamed":
		found = s.blamed(anchor)
	case "waging":
		found = s.waging(anchor)
	case "head-at":
		if anchor.index > 1 && s.groups[anchor.index-1].kind == prepKind && s.groups[anchor.index-1].lemma == "at" {
			found = s.antecedent(anchor.index - 1)
		}
	}
	if found == nil {
		return nil
	}
	return []*group{found}
}

// eachSide gives the subject of a verb that two sides do to each other, where it names both and nobody else is named.
func (s *sentence) eachSide(v *group) *group {
	if v.kind == nounKind {
		if be := s.copulaBefore(v); be != nil && v.plural {
			v = be // "A and B are rivals"
		} else if v.verb == nil || v.role != "at" && (v.role != "in" || v.verb.lemma != "lock") || len(s.argumentsOf(v, "with"))+len(s.argumentsOf(v, "against")) > 0 {
			return nil
		} else {
			v = v.verb // "A and B are at war"
		}
	}
	if v.kind != verbKind || v.subject == nil || v.subject.pronoun || v.passive || len(v.subject.actor) < 2 {
		return nil
	}
	if v.object != nil && len(v.object.actor) > 0 || len(s.argumentsOf(v, "with"))+len(s.argumentsOf(v, "against"))+len(s.argumentsOf(v, "alongside")) > 0 {
		return nil
	}
	for i := v.last; i < len(s.lower) && i < v.last+2; i++ {
		if s.lower[i] == "together" || s.lower[i] == "alongside" {
			return nil
		}
	}
	return v.subject
}

// blamed gives whom the noun is laid to: "accused X of attacks", "blamed X for the raid", "X denied claims of support".
func (s *sentence) blamed(g *group) *group {
	classes, v := s.doc.reader.classes, g.verb
	if v == nil {
		return nil
	}
	if over := s.nounBefore(g); over != nil && (over.lemma == "accusation" || over.lemma == "allegation" || over.lemma == "claim" || over.lemma == "report") {
		if over.verb != nil && over.role == "obj" && classes.has("deny", over.verb.lemma) {
			return over.verb.subject
		}
		return nil
	}
	if on := s.argumentsOf(v, "on"); len(on) > 0 && classes.has("accuse", v.lemma) && (g.role == "subj" && v.passive || g.role == "obj") {
		return on[len(on)-1] // "the attack was blamed on X"
	}
	switch {
	case g.role != "of" && g.role != "for" && g.role != "over" || !classes.has("accuse", v.lemma):
		return nil
	case v.passive:
		return v.subject
	}
	return v.object
}

// waging gives who does what the noun tells: the subject of a verb of doing ("launched an attack", "lost the war"), or of
// what happened to it in or at it ("lost ten men in clashes", "is at war"). Who condemns an attack does not.
func (s *sentence) waging(g *group) *group {
	v, classes := g.verb, s.doc.reader.classes
	if v == nil || v.passive && !classes.has("engaged", v.lemma) {
		return nil
	}
	switch g.role {
	case "obj":
		if classes.any(v.lemma, "wage", "begin") {
			return v.subject
		}
	case "in", "at", "to", "into":
		if (g.role == "in" || g.lemma == "war" || g.lemma == "odd" || g.lemma == "odds" || g.lemma == "loggerhead") && !classes.any(v.lemma, "say", "deny", "accuse", "suspect", "claim") {
			return v.subject
		}
	}
	return nil
}

// victim gives who was hurt in what the noun tells: "ten LNA men were wounded in the raid", "the raid wounded".
func (s *sentence) victim(g *group) *group {
	v := g.verb
	if v == nil || !s.doc.reader.classes.has("harm", v.lemma) {
		return nil
	}
	switch g.role {
	case "subj":
		if !v.passive {
			return v.object
		}
	case "in", "during", "by":
		if v.passive || v.lemma == "die" || v.lemma == "perish" {
			return v.subject
		}
	}
	return nil
}

// labelOf gives what a verb calls its object: "designated the group as a terrorist organisation", "considers it a foe".
func (s *sentence) labelOf(v *group) *group {
	if as := s.argumentsOf(v, "as"); len(as) > 0 {
		return as[0]
	}
	if v.object == nil {
		return nil
	}
	if v.object.index < v.index && v.index+1 < len(s.groups) && s.groups[v.index+1].kind == nounKind {
		return s.groups[v.index+1] // "which it considers a threat"
	}
	if next := v.object.index + 1; next < len(s.groups) && s.groups[next].kind == nounKind {
		return s.groups[next]
	}
	if v.passive {
		return v.object // "was declared an enemy"
	}
	for _, a := range v.object.after {
		if a.prep == "as" {
			return a.noun
		}
	}
	return nil
}

// agents gives who did what the noun tells: "the attack on Y was carried out by X", "an offensive launched by X".
func (s *sentence) agents(g *group) []*group {
	for k := g.index + 1; k < len(s.groups) && k < g.index+8; k++ {
		if v := s.groups[k]; v.kind == verbKind && v.passive && v.subject == g && s.doc.reader.classes.any(v.lemma, "wage", "begin") {
			return s.argumentsOf(v, "by")
		}
	}
	return nil
}

// thenTo reports whether one of the verbs follows in the infinitive: "forced X to retreat", "called on X to withdraw".
func (s *sentence) thenTo(v *group, verbs []string) bool {
	for k := v.index + 1; k < len(s.groups) && k < v.index+6; k++ {
		switch g := s.groups[k]; g.kind {
		case verbKind:
			return g.infinitive && slices.Contains(verbs, g.lemma)
		case stopKind, compKind, relKind:
			return false
		}
	}
	return false
}

// emitBetween pairs the sides that one group names: "clashes between A and B", "A and B clashed".
func (s *sentence) emitBetween(t trigger, anchor *group, at span, list filler, in slot) {
	if in.role != "between" && in.role != "each" && in.role != "arising" || list.group.pronoun {
		return
	}
	var sides [][]ref
	if list.group.conjuncts == nil {
		for i := range list.refs {
			sides = append(sides, list.refs[i:i+1])
		}
	}
	for _, c := range list.group.conjuncts {
		sides = append(sides, s.guarded(c, in.guard))
	}
	for i := range sides {
		for j := i + 1; j < len(sides); j++ {
			s.note(t, anchor, at, sides[i], sides[j], anchor)
		}
	}
}

// matchPairs tries the frames whose two ends stand joined by a hyphen before the noun: "the Iran-Iraq war".
func (s *sentence) matchPairs() {
	for i := 1; i+2 < len(s.tokens); i++ {
		if w := s.words[i]; w != "-" && w != "–" && w != "/" {
			continue
		}
		group, triggers := s.pairHead(i + 2)
		if len(triggers) == 0 {
			continue
		}
		left, right := s.half(i-1, group), s.half(i+1, group)
		if len(left) == 0 || len(right) == 0 {
			continue
		}
		for _, t := range triggers {
			s.note(t, group, span{group.head, group.head + 1}, left, right, group)
		}
	}
}

// pairHead gives the noun group whose head is at most three tokens on, and the triggers for pairs that it has.
func (s *sentence) pairHead(from int) (*group, []trigger) {
	for i := from; i < len(s.tokens) && i < from+3 && (s.tokens[i].Tag.IsNoun() || s.tokens[i].Tag == text.JJ || s.tokens[i].Tag == text.VBD); i++ {
		var pairs []trigger
		for _, t := range s.doc.reader.frames.nouns[s.lemma(i)] {
			if len(t.frame.subject) > 0 && t.frame.subject[0].role == "pair" {
				pairs = append(pairs, t)
			}
		}
		if len(pairs) == 0 {
			continue
		}
		for _, g := range s.groups {
			if g.first <= i && i < g.last {
				head := *g
				head.head = i
				return &head, pairs
			}
		}
	}
	return nil, nil
}

// half resolves one half of a pair: a name, a state's adjective or its combining form ("Sino-", "Franco-").
func (s *sentence) half(i int, g *group) []ref {
	n := name{first: i, last: i + 1}
	for k := range s.names {
		if m := &s.names[k]; m.known() && (m.last == i+1 || m.first == i) {
			n = *m
		}
	}
	if entry, ok := s.doc.reader.dictionary.Entry(graph.ID(s.doc.reader.classes.words["combining"][s.lower[i]].kind)); ok {
		at := &group{kind: nounKind, first: i, last: i + 1, head: i, index: g.index}
		return []ref{{id: entry.ID, group: at, percent: sureNationals, force: true}}
	}
	if !n.known() {
		if length, senses := s.doc.reader.matcher.Longest(s.words[:i+1], i); length == 1 {
			n.senses = senses
		}
	}
	if !n.known() {
		return nil
	}
	return s.nameRefs(g, &n, "actor")
}

// personal reports whether the frame is about persons themselves, not what they lead: "overthrew X", "anti-X".
func (f *frame) personal() bool { return len(f.object) > 0 && f.object[0].guard == "person" }

// attachLoyal joins "forces loyal to X" into one group, which stands for X's forces.
func (s *sentence) attachLoyal() {
	var out []*group
	for i := 0; i < len(s.groups); i++ {
		g := s.groups[i]
		out = append(out, g)
		if i+3 >= len(s.groups) || g.kind != nounKind || len(g.names) > 0 || g.conjuncts != nil || g.loyal != nil ||
			!s.doc.reader.classes.any(g.lemma, "force", "grouping") {
			continue
		}
		if adj, to, lord := s.groups[i+1], s.groups[i+2], s.groups[i+3]; adj.lemma == "loyal" && to.lemma == "to" && lord.kind == nounKind {
			g.loyal, g.last = lord, lord.last
			i += 3
		}
	}
	s.groups = out
}

// holding gives who holds the place that a noun group names, by its words: "the Houthi-held town", "an IS stronghold".
func (s *sentence) holding(g *group, guard string) []ref {
	for i := range g.compounds {
		switch c := &g.compounds[i]; c.word {
		case "held", "controlled", "occupied", "ruled":
			for k := range s.names {
				if n := &s.names[k]; n.first == c.left && n.last == c.leftEnd {
					return s.nameRefs(g, n, guard)
				}
			}
		}
	}
	switch g.lemma {
	case "stronghold", "bastion", "redoubt", "heartland":
		if refs := s.modifiers(g, guard); len(refs) > 0 {
			return refs
		}
		if g.possessor != nil {
			return s.admit(g.possessor.actor, guard)
		}
	}
	return nil
}
