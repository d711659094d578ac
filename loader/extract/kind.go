package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// attendantKinds are the kinds of support that other parts of the clause tell: what was sent to help, the jets or money
// that do the backing, "with weapons".
func (s *sentence) attendantKinds(f *frame, anchor *group) []graph.Kind {
	if anchor.kind != verbKind {
		return nil
	}
	var kinds []graph.Kind
	if slices.ContainsFunc(f.object, func(sl slot) bool { return sl.role == "subj" }) {
		return nil // the subject is who is backed
	}
	for _, g := range s.roleGroups("subj", anchor) {
		kinds = append(kinds, s.committed(g)...)
	}
	for _, prep := range []string{"with", "through", "by"} {
		if prep == "by" && anchor.passive {
			continue
		}
		for _, g := range s.argumentsOf(anchor, prep) {
			kinds = append(kinds, s.meansIn(g)...)
		}
	}
	for v := anchor; v.link == toLink && v.governor != nil; v = v.governor {
		if object := v.governor.object; object != nil {
			kinds = append(kinds, s.meansIn(object)...)
		}
		switch v.governor.lemma {
		case "invade", "intervene":
			kinds = append(kinds, graph.Troops)
		case "bomb":
			kinds = append(kinds, graph.Air)
		}
	}
	return kinds
}

// committed reads the kinds off those who do the backing: jets that back somebody fly for him, and where tanks do, their
// crews fight for him.
func (s *sentence) committed(g *group) []graph.Kind {
	if g.conjuncts != nil {
		var kinds []graph.Kind
		for _, c := range g.conjuncts {
			kinds = append(kinds, s.committed(c)...)
		}
		return kinds
	}
	kinds := s.meansIn(g)
	for i, kind := range kinds {
		if kind != graph.Weapons || g.of != nil || !s.doc.reader.classes.any(g.lemma, "flying", "force") {
			continue
		}
		switch {
		case !s.doc.reader.classes.has("flying", g.lemma):
			kinds[i] = graph.Troops
		case s.suppliers(g, "") == nil: // "Turkish-supplied drones" are flown by whom Turkey gave them to
			kinds[i] = graph.Air
		}
	}
	return kinds
}

// meansIn reads the kinds off a noun group that is no name: the means of the support rather than who gives it.
func (s *sentence) meansIn(g *group) []graph.Kind {
	if g.conjuncts != nil {
		var kinds []graph.Kind
		for _, c := range g.conjuncts {
			kinds = append(kinds, s.meansIn(c)...)
		}
		return kinds
	}
	if s.headName(g) != nil || g.pronoun || s.namedBody(g) {
		return nil
	}
	return s.kindsIn(g)
}

// namedBody reports whether the noun group is the name of a body with the word for what it is: "the FDLR militia" may help without men.
func (s *sentence) namedBody(g *group) bool {
	n := s.nameBefore(g.head)
	return n != nil && n.first >= g.first && !g.plural && n.known() && !n.senses[0].Entry.IsState && s.doc.reader.classes.has("grouping", g.lemma)
}

// goods gives what a noun group for a delivery says is delivered: of "shipments of arms" the arms.
func (s *sentence) goods(g *group) *group {
	for g.of != nil {
		g = g.of
	}
	for _, a := range g.after {
		if a.prep == "of" {
			return a.noun
		}
	}
	return g
}

// ofSupport reports whether a noun says of which support it is the source, and no goods that anybody buys: "of weapons".
func (s *sentence) ofSupport(g *group) bool {
	goods := s.goods(g)
	if goods == g || s.humane(goods) {
		return false
	}
	kinds := s.kindsIn(goods)
	return len(kinds) > 0 && !slices.Contains(kinds, graph.Materiel) || s.headIn(goods, []string{"support", "backing", "aid", "assistance"})
}

// warlike reports whether a modifier makes equipment or vehicles weapons: "armoured vehicles".
func (s *sentence) warlike(g *group) bool {
	for i := g.first; i < g.head; i++ {
		if s.doc.reader.classes.has("warlike", s.lower[i]) {
			return true
		}
	}
	return false
}

// spentOn gives what the money of a noun group is given as: of "billions of dollars in military aid" the aid.
func (s *sentence) spentOn(g *group) *group {
	if s.doc.reader.classes.kind("support", g.lemma) != string(graph.Funding) && !s.doc.reader.classes.has("quantity", g.lemma) {
		return nil
	}
	for _, a := range g.after {
		if a.prep == "in" && s.headIn(a.noun, []string{"@support"}) && len(s.kindsIn(a.noun)) > 0 {
			return a.noun
		}
	}
	return nil
}

// delivered gives the kinds of what stands before a noun for a delivery: "arms shipments".
func (s *sentence) delivered(g *group) []graph.Kind {
	if !s.doc.reader.classes.has("delivery", g.lemma) {
		return nil
	}
	var kinds []graph.Kind
	for i := g.first; i < g.head; i++ {
		if kind := s.doc.reader.classes.kind("support", s.lemma(i)); kind != "" {
			kinds = append(kinds, graph.Kind(kind))
		}
	}
	return kinds
}

// worth gives the kind of support that a noun group without a word for it names: a sum of money, "$1 billion", or the
// designation of a weapon, "F-16s"; empty where it is neither.
func (s *sentence) worth(g *group) graph.Kind {
	if !s.doc.reader.classes.has("quantity", g.lemma) && s.tokens[g.head].Tag != text.CD && !isSum(g.lemma) {
		return s.designation(g)
	}
	if s.tokens[g.first].Tag == text.Dollar || g.head > g.first && s.tokens[g.head-1].Tag == text.Dollar {
		return graph.Funding
	}
	for i := g.first; i < g.head; i++ {
		if s.tokens[i].Tag == text.Dollar {
			return graph.Funding
		}
	}
	return s.designation(g)
}

// designation tells a weapon by its letters and number: "F-16s", "MiG-29", "T-72".
func (s *sentence) designation(g *group) graph.Kind {
	i := g.head
	word := s.words[i]
	if s.makeOf(i) {
		return graph.Weapons
	}
	if i < 2 || word[0] < '0' || word[0] > '9' || len(word) > 4 || s.tokens[i-1].Tag != text.HYPH {
		return ""
	}
	if letters := s.words[i-2]; len(letters) > 3 || letters[0] < 'A' || letters[0] > 'Z' {
		return ""
	}
	return graph.Weapons
}

// makeOf reports whether the token is the make of a weapon with a capital, alone or before a word for what it is: "Mirages",
// "Ilyushin transports".
func (s *sentence) makeOf(i int) bool {
	if s.lower[i] == "transports" || s.lower[i] == "trainers" {
		i--
	}
	return i > 0 && s.capitalised(i) && s.doc.reader.classes.any(text.Lemma(s.lower[i], text.NNS), "model", "make")
}

// humane reports whether a modifier makes the help of a noun group one for civilians: "humanitarian aid", "food aid".
func (s *sentence) humane(g *group) bool {
	humane := false
	for i := g.first; i < g.head; i++ {
		switch s.doc.reader.classes.kind("supportkind", s.lower[i]) {
		case "none":
			humane = true
		case "":
		default:
			return false // "military and humanitarian aid"
		}
	}
	return humane
}

// merit reports whether "credit" is praise for something done and no loan: "gave the army most of the credit for it".
func (s *sentence) merit(g *group) bool {
	if g.lemma != "credit" || s.lower[g.head] != "credit" {
		return false
	}
	for i := g.head + 1; i < len(s.tokens) && i < g.head+3; i++ {
		if s.lower[i] == "for" {
			return !slices.ContainsFunc(s.tokens[g.first:g.head], func(t text.Token) bool { return t.Tag == text.CD })
		}
	}
	return false
}

// kindsOf tells the kinds of support from the trigger and the words in the role that the frame names.
func (s *sentence) kindsOf(t trigger, anchor *group) []graph.Kind {
	var kinds []graph.Kind
	if t.kind != "" && t.frame.relation == graph.Backs {
		kinds = append(kinds, graph.Kind(t.kind))
	}
	var groups []*group
	switch f := t.frame; f.kind {
	case "":
	case "self":
		groups = []*group{anchor}
		if anchor.verb != nil && s.doc.reader.classes.has("express", anchor.verb.lemma) && anchor.role == "obj" && len(s.kindsIn(anchor)) == 0 {
			kinds = append(kinds, graph.Political)
		}
	case "clause":
		if v := s.clauseOf(anchor); v != nil {
			kinds = append(kinds, s.attendantKinds(t.frame, v)...)
			groups = s.roleGroups("obj", v)
		}
		if before := s.nounBefore(anchor); before != nil {
			groups = append(groups, before)
		}
	case "of":
		groups = []*group{s.goods(anchor)}
	case "obj", "with", "on", "in", "for", "from", "head", "subj":
		groups = s.roleGroups(f.kind, anchor)
		if f.kind == "obj" && len(groups) > 0 && groups[0] == anchor.subject && anchor.indirect != nil {
			groups = []*group{anchor.object}
		}
	default:
		kinds = append(kinds, graph.Kind(f.kind))
	}
	for _, g := range groups {
		kinds = append(kinds, s.kindsIn(g)...)
	}
	if t.frame.relation == graph.Backs {
		kinds = append(kinds, s.attendantKinds(t.frame, anchor)...)
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// kindsOwn keeps of the kinds of support those that the part of a list tells of in which the backer is named: of "Soviet tanks and Cuban
// advisers" the tanks are Soviet.
func (s *sentence) kindsOwn(kinds []graph.Kind, backer ref) []graph.Kind {
	if len(kinds) == 0 || backer.group == nil {
		return kinds
	}
	if i := backer.group.index; i > 1 && s.groups[i] == backer.group && s.groups[i-1].lemma == "from" && s.groups[i-2].kind == nounKind {
		if given := s.kindsIn(s.groups[i-2]); len(given) > 0 {
			slices.Sort(given) // "money from Libya and weapons from Cuba"
			return slices.Compact(given)
		}
	}
	if len(kinds) == 1 {
		return kinds
	}
	for _, list := range s.groups {
		for _, part := range list.listed() {
			if s.headName(part) != nil || backer.group.first < part.first || backer.group.first >= part.last {
				continue
			}
			own := slices.DeleteFunc(s.kindsIn(part), func(k graph.Kind) bool { return !slices.Contains(kinds, k) })
			if slices.Sort(own); len(own) > 0 {
				return slices.Compact(own)
			}
		}
	}
	return kinds
}

// kindsIn reads the kinds of support off a noun group's words.
func (s *sentence) kindsIn(g *group) []graph.Kind {
	var kinds []graph.Kind
	if g.conjuncts != nil {
		for _, c := range g.conjuncts {
			kinds = append(kinds, s.kindsIn(c)...)
		}
		return kinds
	}
	classes := s.doc.reader.classes
	if g.of != nil {
		kinds = append(kinds, s.kindsIn(g.of)...)
	}
	if g.examples != nil {
		kinds = append(kinds, s.kindsIn(g.examples)...)
	}
	if inside := s.spentOn(g); inside != nil {
		return s.kindsIn(inside)
	}
	if kind := s.worth(g); kind != "" {
		return append(kinds, kind)
	}
	if kind := classes.kind("support", g.lemma); kind != "" {
		if kind == string(graph.Materiel) && s.warlike(g) {
			kind = string(graph.Weapons)
		}
		kinds = append(kinds, graph.Kind(kind))
	}
	kinds = append(kinds, s.delivered(g)...)
	if goods := s.goods(g); goods != g && g.of == nil && classes.has("delivery", g.lemma) && !s.humane(goods) {
		kinds = append(kinds, s.kindsIn(goods)...) // "the export of rockets"
	}
	general := classes.kind("support", g.lemma) == ""
	for i := g.first; i < g.head && general; i++ {
		if kind := classes.kind("supportkind", s.lower[i]); kind != "" && kind != "none" {
			kinds = append(kinds, graph.Kind(kind))
		}
	}
	return kinds
}
