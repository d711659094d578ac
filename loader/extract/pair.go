package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// emitBetween pairs the sides that one group names: "clashes between A and B", "A and B clashed".
func (s *sentence) emitBetween(t trigger, anchor *group, at span, list filler, in slot) {
	members := (in.role == "of" || in.role == "with" || in.inner == "with") && t.frame.relation == graph.AlliedWith && list.group.conjuncts != nil // "the axis of A and B"
	if in.role != "between" && in.inner != "between" && in.role != "each" && in.role != "arising" && !members || list.group.pronoun {
		return
	}
	var sides [][]ref
	if list.group.conjuncts == nil {
		sides = apart(list.refs)
	}
	for k, c := range list.group.conjuncts {
		if refs := s.campOf(c, in.guard); k > 1 && s.againstRest(list.group.conjuncts) {
			sides[1] = append(slices.Clone(sides[1]), refs...)
		} else {
			sides = append(sides, refs)
		}
	}
	if list := list.group.conjuncts; len(list) == 2 && len(sides[0]) == 1 && len(sides[1]) == 1 && sides[0][0].id == sides[1][0].id {
		sides = [][]ref{s.admit(lordOf(list[0]), "person"), s.admit(lordOf(list[1]), "person")}
	}
	s.noteSides(t, anchor, at, sides)
}

// campOf gives who stands on the side that a noun group names, be it "a coalition of A and B".
func (s *sentence) campOf(g *group, guard string) []ref {
	refs := s.guarded(g, guard)
	if len(refs) > 0 || !s.doc.reader.classes.has("merger", g.lemma) {
		return refs
	}
	for _, of := range s.partsOf(g) {
		if of.conjuncts != nil {
			return s.admit(of.actor, guard)
		}
	}
	return refs
}

// partsOf gives what a body without a name is one of: "a coalition of A and B", "an alliance made up of A and B".
func (s *sentence) partsOf(g *group) []*group {
	parts := s.argumentsOf(g, "of")
	for _, v := range s.groups[min(g.index+1, len(s.groups)):min(g.index+3, len(s.groups))] {
		if v.kind == verbKind && !v.finite && v.subject == g && s.doc.reader.classes.has("encompass", v.lemma) {
			parts = append(parts, s.argumentsOf(v, "of")...)
			if v.object != nil {
				parts = append(parts, v.object)
			}
		}
	}
	return parts
}

// againstRest reports whether the first of a list stands against all others of it, which fight on one side: "between A and B, C and D",
// where all four apart would be "A, B, C and D".
func (s *sentence) againstRest(list []*group) bool {
	if len(list) < 3 || list[0].last >= len(s.lower) || list[1].last >= len(s.lower) {
		return false
	}
	return s.lower[list[0].last] == "and" && s.lower[list[1].last] == ","
}

// lordOf gives whose forces the noun group is, who tells two armies of one state apart: "troops loyal to Roe and forces of Doe".
func lordOf(g *group) []ref {
	for _, lord := range []*group{g.loyal, g.possessor, g.of} {
		if lord != nil {
			return lord.actor
		}
	}
	return g.actor
}

// sidesBehind gives the noun group behind the preposition at k, or behind "between" the list of both sides where an insertion
// keeps them apart, or where they are too unlike for a list: "between A, backed by X, and B".
func (s *sentence) sidesBehind(k int, first *group) *group {
	if next := k + 3; first.pronoun && next < len(s.groups) && s.groups[k+2].lemma == "and" && s.groups[next].kind == nounKind && s.headName(s.groups[next]) != nil && (next+1 == len(s.groups) || s.groups[next+1].kind == prepKind || s.groups[next+1].kind == stopKind || s.groups[next+1].kind == commaKind) {
		return s.joined(first, s.groups[next]) // "gave money to it and UNITA"
	}
	if s.groups[k].lemma == "between" && s.marksSide(k+2) {
		if both := s.markedSides(k); both != nil {
			return both
		}
	}
	if s.groups[k].lemma != "between" || first.conjuncts != nil || first.plural && s.headName(first) == nil && len(first.names) == 0 && first.loyal == nil && first.of == nil {
		return first
	}
	for i := k + 2; i+1 < len(s.groups) && i < k+12; i++ {
		g, second := s.groups[i], s.groups[i+1]
		switch {
		case g.kind == stopKind, g.kind == compKind, g.kind == verbKind && g.finite && s.groups[i-1].kind != relKind,
			i == k+2 && g.kind != commaKind && g.kind != conjKind && g.kind != prepKind:
			return first
		case g.kind == conjKind && g.lemma == "and" && second.kind == nounKind && !second.pronoun && (i == k+2 || s.groups[i-1].kind == commaKind):
			return s.facing(first, second)
		}
	}
	return first
}

// facing gives the list of two sides, each of which may be a list itself.
func (s *sentence) facing(first, second *group) *group {
	both := *first
	both.conjuncts, both.plural, both.last = []*group{first, second}, true, second.last
	both.actor, both.place, both.resolved = nil, nil, false
	s.apart = append(s.apart, &both)
	return &both
}

// scattered gives the list of those that stand each with a place behind it, of which the group at k is the first: "backs A in
// X, B in Y and the C in Z", or the group.
func (s *sentence) scattered(k int) *group {
	first, items, closed := s.groups[k], []*group{s.groups[k]}, false
	if s.headName(first) == nil || first.conjuncts != nil || s.isPlaceOrState(first) {
		return first
	}
	if items := s.underChiefs(k); items != nil {
		return s.listOf(items)
	}
	for i := k + 1; i+3 < len(s.groups) && !closed; {
		if s.groups[i].kind != prepKind || !isLocative(s.groups[i].lemma) || s.groups[i+1].kind != nounKind {
			break
		}
		i += 2
		for i < len(s.groups) && (s.groups[i].kind == commaKind || s.groups[i].kind == conjKind && s.groups[i].lemma == "and") {
			closed = s.groups[i].kind == conjKind
			i++
		}
		if i >= len(s.groups) || s.groups[i].kind != nounKind || s.groups[i-1].kind == prepKind || s.groups[i].pronoun || s.beginsClause(i, i) {
			return first
		}
		if n := s.headName(s.groups[i]); n == nil && closed && len(items) > 1 {
			break // "and Shia militias in W"
		} else if n == nil && len(s.groups[i].names) == 0 || n != nil && s.land(n) {
			return first
		}
		items = append(items, s.groups[i])
		i++
	}
	if !closed {
		return first
	}
	return s.listOf(items)
}

// listOf makes a list of noun groups that stand apart.
func (s *sentence) listOf(items []*group) *group {
	list := *items[0]
	list.conjuncts, list.plural, list.resolved, list.actor, list.place = items, true, false, nil, nil
	s.apart = append(s.apart, &list)
	return &list
}

// underChiefs gives the bodies of a list that begins at k, where the chief of one or another stands behind it: "includes the
// Green Front of Roe, the Freedom Party led by Doe and the Eagles Army".
func (s *sentence) underChiefs(k int) []*group {
	var items []*group
	chiefs, closed := 0, false
	for i := k; i < len(s.groups); {
		n := s.headName(s.groups[i])
		if s.groups[i].kind != nounKind || n == nil || s.person(n) || s.groups[i].conjuncts != nil || s.beginsClause(i, i) {
			return nil
		}
		items = append(items, s.groups[i])
		i++
		if skip := s.chiefBehind(i); skip > 0 {
			chiefs++
			i += skip
		}
		if closed {
			break
		}
		for i < len(s.groups) && (s.groups[i].kind == commaKind || s.groups[i].kind == conjKind && s.groups[i].lemma == "and") {
			closed = s.groups[i].kind == conjKind
			i++
		}
		if i >= len(s.groups) || s.groups[i-1].kind == nounKind {
			return nil
		}
	}
	if chiefs == 0 || !closed || len(items) < 2 {
		return nil
	}
	return items
}

// chiefBehind gives how many groups from i on tell who leads the body before: "of Roe", "under Roe", "led by Roe".
func (s *sentence) chiefBehind(i int) int {
	words := 1
	if i+2 < len(s.groups) && s.groups[i].kind == verbKind && s.groups[i].participle && s.groups[i+1].lemma == "by" {
		switch s.groups[i].lemma {
		case "lead", "head", "command", "found", "direct":
			words = 2
		}
	}
	if i+words >= len(s.groups) || s.groups[i+words-1].kind != prepKind {
		return 0
	}
	switch s.groups[i+words-1].lemma {
	case "of", "under", "by":
	default:
		return 0
	}
	if n := s.headName(s.groups[i+words]); n != nil && s.person(n) && s.groups[i+words].conjuncts == nil {
		return words + 1
	}
	return 0
}

// apart makes a side of each.
func apart(refs []ref) [][]ref {
	return slices.Collect(slices.Chunk(refs, 1))
}

// noteSides notes a tie between all pairs of sides.
func (s *sentence) noteSides(t trigger, anchor *group, at span, sides [][]ref) {
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
			if s.meets(t.frame, group) {
				s.note(t, group, span{group.head, group.head + 1}, left, right, group)
			}
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

// halfOfPair reports whether the word is the form of a state's name before a hyphen and names nobody else: "Franco-British" has no Franco.
func (s *sentence) halfOfPair(i int) bool {
	return i+2 < len(s.tokens) && s.tokens[i+1].Tag == text.HYPH && s.doc.reader.classes.kind("combining", s.lower[i]) != "" && s.capitalised(i+2)
}

// behindEra reports whether the word tells with "post-" only when something is: a "post-Soviet state" is none of the Soviet Union's.
func (s *sentence) behindEra(i int) bool {
	return i > 1 && s.tokens[i-1].Tag == text.HYPH && s.tokens[i-1].End == s.tokens[i].Start && (s.lower[i-2] == "post" || s.lower[i-2] == "pre")
}

// combined gives the state that a combining form joined to the name stands for: "Anglo-" in "Anglo-French forces".
func (s *sentence) combined(g *group, n *name) []ref {
	i := n.first - 2
	if i < g.first || s.tokens[i+1].Tag != text.HYPH || s.doc.reader.classes.kind("combining", s.lower[i]) == "" {
		return nil
	}
	return s.half(i, g)
}

// half resolves one half of a pair: a name, a state's adjective or its combining form ("Sino-", "Franco-").
func (s *sentence) half(i int, g *group) []ref {
	n := name{first: i, last: i + 1}
	for _, m := range []*name{s.nameBefore(i + 1), s.nameAt(i)} {
		if m != nil && m.known() {
			n = *m
		}
	}
	if entry, ok := s.doc.reader.dictionary.Entry(graph.ID(s.doc.reader.classes.kind("combining", s.lower[i]))); ok {
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

// selfsame reports whether the two ends are the same several actors.
func selfsame(subjects, objects []ref) bool {
	return len(subjects) > 1 && slices.EqualFunc(subjects, objects, func(a, b ref) bool { return a.id == b.id })
}

// noteTies notes the tie of each of the subjects to each of the objects, or, where the words say "respectively", to the one in its place.
func (s *sentence) noteTies(c candidate, spun bool, anchor *group, subjects, objects []ref) {
	inTurn := s.respectively(subjects, objects)
	for i, subject := range subjects {
		for k, object := range objects {
			if c.subject, c.object = subject, object; i == k || !inTurn {
				s.noteTie(c, spun, anchor, objects)
			}
		}
	}
}

// respectively reports whether the words tie the first of the subjects to the first of the objects alone, and so on: "A and B, which are backed
// by C and D respectively". The refs then stand in the order of the text.
func (s *sentence) respectively(subjects, objects []ref) bool {
	if len(subjects) < 2 || len(subjects) != len(objects) || !slices.Contains(s.lower, "respectively") {
		return false
	}
	first, last := len(s.lower), 0
	for _, refs := range [][]ref{subjects, objects} {
		for i, r := range refs {
			if r.group == nil || i > 0 && r.group.first <= refs[i-1].group.first {
				return false
			}
			first, last = min(first, r.group.first), max(last, r.group.last)
		}
	}
	return slices.Contains(s.lower[max(first-3, 0):min(last+3, len(s.lower))], "respectively")
}
