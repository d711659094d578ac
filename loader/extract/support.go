package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// giver gives who stands behind a noun for support or for what armed people do: "Russian air power", "strikes by Russia",
// "missiles supplied by Iran". Other nouns have none.
func (s *sentence) giver(g *group, guard string) []ref {
	if g.conjuncts != nil {
		var refs []ref
		for _, c := range g.conjuncts {
			refs = append(refs, s.giver(c, guard)...)
		}
		return refs
	}
	if !s.lends(g) {
		return nil
	}
	if g.possessor != nil {
		if refs := s.guarded(g.possessor, guard); len(refs) > 0 {
			return refs
		}
	}
	if refs := s.modifiers(g, guard); len(refs) > 0 {
		return refs
	}
	for _, a := range g.after {
		if refs := s.guarded(a.noun, guard); len(refs) > 0 && (a.prep == "by" || a.prep == "from" || a.prep == "of") {
			return refs
		}
	}
	if g.of != nil {
		if refs := s.guarded(g.of, guard); len(refs) > 0 {
			return refs
		}
		if refs := s.giver(g.of, guard); len(refs) > 0 {
			return refs
		}
	}
	if next := g.index + 1; next < len(s.groups) && s.groups[next].kind == verbKind && s.groups[next].passive && s.groups[next].subject == g {
		for _, agent := range s.argumentsOf(s.groups[next], "by") {
			if refs := s.guarded(agent, guard); len(refs) > 0 {
				return refs
			}
		}
	}
	return nil
}

// lends reports whether the noun group's head is a word for support, for what forces do, or for those who bring it.
func (s *sentence) lends(g *group) bool {
	for o := g; o != nil; o = o.of {
		if s.doc.reader.classes.any(o.lemma, "support", "force", "instrument") {
			return true
		}
	}
	return false
}

// clauseOf gives the verb group in whose clause a noun group stands, or nil.
func (s *sentence) clauseOf(g *group) *group {
	if g.kind == verbKind {
		return g
	}
	if g.verb != nil {
		return g.verb
	}
	if before := s.nounBefore(g); before != nil {
		return before.verb
	}
	return nil
}

// doer gives who does what the clause of a noun group tells: its subject, or the agent of a passive verb.
func (s *sentence) doer(g *group) []*group {
	v := s.clauseOf(g)
	switch {
	case v == nil:
		return nil
	case v.passive:
		return s.argumentsOf(v, "by")
	case v.subject == nil:
		return nil
	}
	return []*group{v.subject}
}

// sent reports whether the verb tells what its subject sent somebody to do: "sent its militia to fight".
func (s *sentence) sent(v *group) bool {
	up := v.governor
	return v.link == toLink && up != nil && up.object != nil && s.doc.reader.classes.has("dispatch", up.lemma)
}

// abroad reports whether the two ends do not belong to one country: a state that defends itself backs nobody.
func (s *sentence) abroad(a, b graph.ID) bool {
	home := func(id graph.ID) graph.ID {
		e := s.doc.entity(id)
		if e.IsState || e.Country == "" {
			return id
		}
		return e.Country
	}
	return home(a) != home(b)
}

// ownless reports whether nobody is named as the owner of the noun group, so that the verb's subject is who gives it.
func (s *sentence) ownless(g *group) bool {
	return g == nil || (g.possessor == nil || len(g.possessor.actor) == 0) && len(s.modifiers(g, "actor")) == 0
}

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
		kinds[i] = graph.Troops
		if s.doc.reader.classes.has("flying", g.lemma) {
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
	if s.headName(g) != nil || g.pronoun {
		return nil
	}
	return s.kindsIn(g)
}

// pledgedTogether pairs those of a list who do something with one another: "A and B formed a coalition".
func (s *sentence) pledgedTogether(t trigger, anchor *group, at span, list filler) {
	for i := range list.refs {
		for j := i + 1; j < len(list.refs); j++ {
			s.note(t, anchor, at, list.refs[i:i+1], list.refs[j:j+1], anchor)
		}
	}
}

// together reports whether "together" or the like stands behind the verb group.
func (s *sentence) together(v *group) bool {
	for k := v.last; k < len(s.lower) && k < v.last+3; k++ {
		if slices.Contains([]string{"together", "jointly"}, s.lower[k]) {
			return true
		}
	}
	return false
}

// called gives whom the name beside a description stands for: "the Taliban, a Pakistani-backed movement", "the
// Ethiopian-backed rebel group RSADO".
func (s *sentence) called(g *group) []ref {
	for _, other := range s.groups {
		if other.kind == nounKind && slices.Contains(other.apposed, g) {
			return other.actor
		}
		if list := other.conjuncts; len(list) > 2 && list[0] == g && g.plural && g.actor == nil && s.doc.reader.classes.has("grouping", g.lemma) {
			return other.actor // read as a list, though the names tell which groups
		}
	}
	if next := g.index + 1; next < len(s.groups) && s.groups[next].kind == nounKind && s.groups[next].first == g.last {
		if named := s.conjunctsOf(s.groups[next])[0]; s.headName(named) != nil {
			if g.plural {
				return s.groups[next].actor
			}
			return named.actor
		}
	}
	return nil
}

// listedFrom gives all of the list that the noun group begins, or whom it stands for alone: "Iran's allies Syria and
// Hezbollah".
func (s *sentence) listedFrom(g *group) []ref {
	for _, other := range s.groups {
		at := slices.Index(other.conjuncts, g)
		if other.kind != nounKind || at < 0 {
			continue
		}
		var refs []ref
		for _, c := range other.conjuncts[at:] {
			refs = append(refs, c.actor...)
		}
		return refs
	}
	return g.actor
}

// acts reports whether the noun group may be who is backed or led: no place, no thing.
func (s *sentence) acts(g *group) bool {
	if n := s.headName(g); n != nil {
		return !s.isPlaceName(n)
	}
	return s.doc.reader.classes.any(g.lemma, "force", "government", "grouping", "rebels", "nationals", "leader")
}

// purposeOf gives the infinitive that tells what the verb group was done for, or nil.
func (s *sentence) purposeOf(v *group) *group {
	for k := v.index + 1; k < len(s.groups); k++ {
		switch g := s.groups[k]; g.kind {
		case verbKind:
			if g.infinitive {
				return g
			}
			return nil
		case nounKind, prepKind, adverbKind:
		default:
			return nil
		}
	}
	return nil
}

// toAid reports whether what the verb tells is done to help those at the place: "sent troops to X to fight rebels".
func (s *sentence) toAid(v *group) bool {
	purpose := s.purposeOf(v)
	if purpose == nil {
		return false
	}
	switch purpose.lemma {
	case "help", "assist", "aid", "train", "support":
		return purpose.object == nil || s.headName(purpose.object) == nil
	case "fight", "combat", "counter", "battle", "quell", "contain":
		return purpose.object != nil && (s.doc.reader.classes.any(purpose.object.lemma, "rebels", "nationals") || purpose.object.lemma == "terrorism" || purpose.object.lemma == "terrorist")
	}
	return false
}

// letsUse reports whether the verb allows somebody to use the land of the subject: "let X use its bases".
func (s *sentence) letsUse(v *group) bool {
	next := v.index + 2
	if v.object == nil || next >= len(s.groups) || s.groups[next].kind != verbKind {
		return false
	}
	switch s.groups[next].lemma {
	case "use", "operate", "transit", "cross", "base", "station", "train", "recruit", "shelter", "launch":
		return true
	}
	return false
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

// aimsElsewhere reports whether an infinitive of purpose names others than those at the place that something is sent to:
// "sent arms to Angola to support the MPLA".
func (s *sentence) aimsElsewhere(purpose *group, place ref) bool {
	if purpose.object == nil || !s.doc.entity(place.id).IsState || len(s.doc.reader.frames.verbs[purpose.lemma]) == 0 {
		return false
	}
	actors := purpose.object.actor
	return len(actors) > 0 && !slices.ContainsFunc(actors, func(r ref) bool { return r.id == place.id })
}

// helped reports whether the word at i is the verb of what somebody is helped to do: "helped the army retake X".
func (s *sentence) helped(i int) bool {
	if len(s.doc.reader.frames.verbs[s.lower[i]]) == 0 && s.lower[i] != "push" && s.lower[i] != "win" {
		return false
	}
	for k := i - 2; k >= 0 && k > i-7; k-- {
		if s.tokens[k].Tag.IsVerb() {
			return text.Lemma(s.lower[k], s.tokens[k].Tag) == "help"
		}
	}
	return false
}

// others gives the list before "and other allies": those who are allies as well.
func (s *sentence) others(g *group) *group {
	k := g.index - 1
	if s.groups[g.index] != g || !s.precededBy(g, "other") || k < 1 || s.groups[k].kind != conjKind || s.groups[k-1].kind != nounKind {
		return nil
	}
	return s.groups[k-1]
}

// armies lets the armed forces of a state stand for it, as they do in its ties with others: not those of a party, nor
// those of a regime that is no more.
func (d *document) armies(refs []ref) []ref {
	acting := make([]ref, len(refs))
	for i, r := range refs {
		entry, ok := d.reader.dictionary.Entry(r.id)
		if ok && entry.Type == graph.Military && entry.Country != "" && (entry.PartOf == "" || entry.PartOf == entry.Country) && entry.Active(d.date()) {
			r.id = entry.Country
		}
		acting[i] = r
	}
	return acting
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
	if s.doc.reader.classes.words["support"][g.lemma].kind != string(graph.Funding) && !s.doc.reader.classes.has("quantity", g.lemma) {
		return nil
	}
	for _, a := range g.after {
		if a.prep == "in" && s.headIn(a.noun, []string{"@support"}) && len(s.kindsIn(a.noun)) > 0 {
			return a.noun
		}
	}
	return nil
}

// humane reports whether a modifier makes the help of a noun group one for civilians: "humanitarian aid", "food aid".
func (s *sentence) humane(g *group) bool {
	for i := g.first; i < g.head; i++ {
		if s.doc.reader.classes.words["supportkind"][s.lower[i]].kind == "none" {
			return true
		}
	}
	return false
}
