package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
)

// candidate is a tie that a frame found, before it is known whether the article bears it out.
type candidate struct {
	frame           *frame
	subject, object ref
	subjectEnd      span // tokens
	objectEnd       span
	trigger         span
	kinds           []graph.Kind
	qualifier       qualifier
	valid           graph.Valid
	percent         int
	sentence        *sentence
}

// span is a half-open range of tokens.
type span struct{ first, last int }

// filler is what stands in a slot: the group, and who of it meets the guard.
type filler struct {
	group *group
	refs  []ref
}

// match tries all frames on the sentence.
func (s *sentence) match() {
	s.matchLabel()
	s.matchPairs()
	for _, g := range s.groups {
		switch g.kind {
		case verbKind:
			if g.lemma == "" {
				continue
			}
			for _, t := range s.doc.reader.frames.verbs[g.lemma] {
				if s.meets(t.frame, g) {
					s.emit(t, g, span{g.head, g.head + 1}, g)
				}
			}
			s.matchAdjective(g, s.lower[g.head])
			s.matchAppointment(g)
		case adjKind:
			s.matchAdjective(g, g.lemma)
		case prepKind:
			s.matchPreposition(g)
		case nounKind:
			for _, part := range s.parts(g) {
				s.matchNoun(part)
			}
		}
	}
}

// matchPreposition tries the frames of prepositions on the noun group behind: "in support of Y".
func (s *sentence) matchPreposition(p *group) {
	triggers := s.doc.reader.frames.preps[p.lemma]
	if len(triggers) == 0 || p.index+1 >= len(s.groups) || s.groups[p.index+1].kind != nounKind {
		return
	}
	for _, t := range triggers {
		if anchor := s.groups[p.index+1]; s.meets(t.frame, anchor) {
			s.emit(t, anchor, span{p.first, p.last}, anchor)
		}
	}
}

// parts gives a noun group, its conjuncts, what it owns and is owned by.
func (s *sentence) parts(g *group) []*group {
	parts := []*group{g}
	if g.conjuncts != nil {
		parts = nil
		for _, c := range g.conjuncts {
			if c.index == 0 {
				c.index = g.index
			}
			if c.verb == nil {
				c.verb, c.role, c.prep = g.verb, g.role, g.prep
			}
			if c.after == nil && (c == g.conjuncts[len(g.conjuncts)-1] || s.doc.reader.frames.event(c.lemma)) {
				c.after = g.after
			}
			if first := g.conjuncts[0]; c.possessor == nil && len(c.names) == 0 && s.doc.reader.frames.event(c.lemma) {
				c.possessor = first.possessor // "Iraq's invasion and occupation of"
			}
			parts = append(parts, s.parts(c)...)
		}
	}
	if g.possessor != nil {
		g.possessor.index = g.index
		parts = append(parts, g.possessor)
	}
	if g.of != nil {
		g.of.index = g.index
		parts = append(parts, s.parts(g.of)...)
	}
	if g.loyal != nil {
		g.loyal.index = g.index
		parts = append(parts, s.parts(g.loyal)...)
	}
	return parts
}

// matchNoun tries the frames that hang on a noun group: nouns, hyphenated modifiers, roles.
func (s *sentence) matchNoun(g *group) {
	frames := s.doc.reader.frames
	for _, t := range frames.nouns[g.lemma] {
		if s.headName(g) == nil && s.meets(t.frame, g) {
			s.emit(t, g, span{g.head, g.head + 1}, g)
		}
	}
	for i := range g.compounds {
		c := &g.compounds[i]
		for _, t := range frames.mods[c.word] {
			s.emitCompound(t, g, c)
		}
		for _, t := range frames.prefixes[c.word] {
			s.emitCompound(t, g, c)
		}
	}
	s.matchRole(g)
	s.matchElection(g)
	s.matchBelonging(g)
	s.matchBracket(g)
	s.matchAmong(g)
	s.matchOwner(g)
}

// matchAdjective tries "loyal to", "allied with" on a participle or adjective.
func (s *sentence) matchAdjective(g *group, word string) {
	for _, t := range s.doc.reader.frames.adjs[word] {
		if s.meets(t.frame, g) {
			s.emit(t, g, span{g.head, g.head + 1}, g)
		}
	}
}

// meets checks the frame's needs at the anchor.
func (s *sentence) meets(f *frame, anchor *group) bool {
	for _, n := range f.needs {
		switch n.test {
		case "to-verb":
			next := anchor.index + 2
			if anchor.object == nil || next >= len(s.groups) || !s.groups[next].infinitive && s.groups[next].kind != verbKind {
				return false
			}
		case "named-operation":
			if anchor.object == nil || s.lower[anchor.object.first] != "operation" {
				return false
			}
		case "then-to":
			if !s.thenTo(anchor, n.words) {
				return false
			}
		case "obj-not-that":
			if anchor.object != nil && s.governs(anchor) {
				return false
			}
		case "stative":
			if anchor.gerund && anchor.link == participial {
				return false
			}
		case "armed":
			if !s.armedIn(anchor) {
				return false
			}
		case "obj-place":
			if anchor.object == nil || len(s.guarded(anchor.object, "place")) == 0 {
				return false
			}
		case "from-place":
			if !slices.ContainsFunc(anchor.args, func(a argument) bool {
				return (a.prep == "from" || a.prep == "out_of") && len(a.noun.place) > 0
			}) {
				return false
			}
		case "no-obj":
			if anchor.object != nil {
				return false
			}
		case "no-place":
			if anchor.object == nil || len(anchor.object.place) > 0 {
				return false
			}
		case "obj-actor":
			if !slices.ContainsFunc(s.roleGroups("obj", anchor), func(g *group) bool { return len(s.admit(g.actor, "force")) > 0 }) {
				return false
			}
		case "present":
			if !s.present(anchor) {
				return false
			}
		case "unowned":
			if anchor.possessor != nil || len(anchor.names) > 0 {
				return false
			}
		case "sent", "not-sent":
			if s.sent(anchor) != (n.test == "sent") {
				return false
			}
		case "together":
			if !s.together(anchor) {
				return false
			}
		case "goods":
			if !s.headIn(anchor, []string{"@support"}) || s.doc.reader.classes.words["support"][s.goods(anchor).lemma].kind == "" {
				return false
			}
		case "lets-use":
			if !s.letsUse(anchor) {
				return false
			}
		case "to-aid":
			if !s.toAid(anchor) {
				return false
			}
		case "obj-mod":
			if anchor.object == nil || !s.precededBy(anchor.object, n.words...) {
				return false
			}
		case "obj-ownless":
			if !s.ownless(anchor.object) {
				return false
			}
		case "no-with":
			if len(s.argumentsOf(anchor, "with")) > 0 {
				return false
			}
		default:
			if !s.needed(n, anchor) {
				return false
			}
		}
	}
	return true
}

// armedIn reports whether the subject, or the surface object, is an armed body.
func (s *sentence) armedIn(v *group) bool {
	for _, g := range []*group{v.subject, v.object} {
		if g != nil && len(s.admit(g.actor, "force")) > 0 {
			return true
		}
	}
	return false
}

// governs reports whether a clause hangs on the verb, so that its object is not what it acts on.
func (s *sentence) governs(v *group) bool {
	for k := v.index + 1; k < len(s.groups) && k < v.index+4; k++ {
		if s.groups[k].kind == compKind && s.groups[k].lemma == "that" {
			return true
		}
	}
	return false
}

// needed reports whether the group in the role has one of the words as its head, and notes that group for the kinds.
func (s *sentence) needed(n need, anchor *group) bool {
	for _, g := range s.roleGroups(n.test, anchor) {
		if s.headIn(g, n.words) {
			return true
		}
	}
	return false
}

// headIn reports whether the head of the noun group, or of one of its conjuncts, is one of the words or classes.
func (s *sentence) headIn(g *group, words []string) bool {
	if g.conjuncts != nil {
		return slices.ContainsFunc(g.conjuncts, func(c *group) bool { return s.headIn(c, words) })
	}
	for o := g; o != nil; o = o.of {
		for _, w := range words {
			if class, ok := strings.CutPrefix(w, "@"); ok && s.doc.reader.classes.has(class, o.lemma) || w == o.lemma {
				return true
			}
		}
	}
	return false
}

// roleGroups gives the noun groups that stand in a role at the anchor, which is a verb group or a noun group.
func (s *sentence) roleGroups(role string, anchor *group) []*group {
	var found []*group
	add := func(g *group) {
		if g != nil {
			found = append(found, g)
		}
	}
	verb := anchor.kind == verbKind
	switch role {
	case "subj":
		if verb && anchor.passive {
			return s.argumentsOf(anchor, "by")
		}
		add(anchor.subject)
	case "obj":
		switch {
		case verb && anchor.passive && anchor.object != nil:
			add(anchor.object) // "was given weapons"
		case verb && anchor.passive:
			add(anchor.subject)
		default:
			add(anchor.object)
		}
	case "iobj":
		if verb && anchor.passive && anchor.object != nil {
			add(anchor.subject)
		}
		add(anchor.indirect)
	case "head":
		add(s.headOf(anchor))
	case "poss":
		add(anchor.possessor)
		if anchor.possessor == nil && !verb && isPossessive(s.lower[anchor.first]) {
			add(s.possessive(anchor))
		}
	case "of":
		add(anchor.of)
		found = append(found, s.argumentsOf(anchor, "of")...)
	case "direct-of":
		if anchor.of == nil && len(anchor.after) > 0 && anchor.after[0].prep == "of" {
			add(anchor.after[0].noun)
		}
		add(anchor.of)
	case "owner":
		add(anchor.possessor)
	case "self":
		add(anchor)
	case "doer":
		return s.doer(anchor)
	case "before":
		if anchor.kind == nounKind {
			add(s.nounBefore(anchor))
		}
	case "vin":
		return s.scene(anchor)
	case "vsubj", "with-vsubj", "vsubj-under", "head-under":
		add(s.subjectOver(role, anchor))
	case "each", "victim", "label", "head-at", "waging", "blamed", "claiming", "arising", "agent", "patient":
		return s.sides(role, anchor)
	default:
		return s.argumentsOf(anchor, role)
	}
	return found
}

// headOf gives what an adjective or participle describes: the noun group before it, or the subject of "is".
func (s *sentence) headOf(anchor *group) *group {
	if anchor.kind == verbKind {
		return anchor.subject
	}
	for k := anchor.index - 1; k >= 0; k-- {
		switch g := s.groups[k]; g.kind {
		case nounKind:
			return g
		case verbKind:
			if g.copula {
				return g.subject
			}
			return nil
		case adverbKind, commaKind:
		default:
			return nil
		}
	}
	return nil
}

// subjectOver gives the subject of the verb on which a noun group depends: "with Turkish help, the GNA advanced".
func (s *sentence) subjectOver(role string, g *group) *group {
	prep := g.prep
	if prep == "" && g.index > 0 && s.groups[g.index-1].kind == prepKind {
		prep = s.groups[g.index-1].lemma
	}
	switch {
	case role == "head-under" && prep == "under":
		return s.antecedent(g.index - 1)
	case role == "with-vsubj" && prep != "with" && prep != "through" && prep != "by",
		role == "vsubj-under" && prep != "under",
		role == "head-under":
		return nil
	case role == "vsubj" && g.role != "obj" && prep != "in" && prep != "at":
		return nil
	}
	if g.verb == nil {
		return nil
	}
	if role == "vsubj" && g.role == "obj" && s.doc.reader.classes.any(g.verb.lemma, "accuse", "deny", "claim") {
		return nil // who condemns an attack is not who attacks
	}
	if g.verb.passive && role == "vsubj" && !s.doc.reader.classes.has("engaged", g.verb.lemma) {
		return nil
	}
	return g.verb.subject
}

// argumentsOf gives the noun groups behind a preposition at a verb or a noun group.
func (s *sentence) argumentsOf(anchor *group, prep string) []*group {
	var found []*group
	for _, list := range [][]argument{anchor.args, anchor.after} {
		for _, a := range list {
			if a.prep == prep {
				found = append(found, a.noun)
			}
		}
	}
	return found
}

func isPossessive(word string) bool {
	return word == "its" || word == "their" || word == "his" || word == "her"
}

// possessive makes a group of the "its" at the head of a noun group, once, when the group is resolved: later mentions
// have no part in it.
func (s *sentence) possessive(g *group) *group {
	if g.pronominal != nil {
		return g.pronominal
	}
	p := &group{kind: nounKind, first: g.first, last: g.first + 1, head: g.first, lemma: s.lower[g.first], index: g.index}
	p.pronoun = true
	if p.actor = s.reflexive(g, p); len(p.actor) == 0 {
		p.actor = s.doc.pronoun(s, p)
	}
	g.pronominal = p
	return p
}

// fill gives what stands in the first slot that anybody fits.
func (s *sentence) fill(slots []slot, anchor *group) (filler, slot) {
	for _, sl := range slots {
		if sl.inner == "holder" {
			for _, g := range s.roleGroups(sl.role, anchor) {
				if refs := s.holding(g, sl.guard); len(refs) > 0 {
					return filler{g, refs}, sl
				}
			}
			continue
		}
		if sl.role == "giver" || sl.inner == "giver" {
			for _, g := range s.outer(sl, anchor) {
				if refs := s.giver(g, sl.guard); len(refs) > 0 {
					return filler{g, refs}, sl
				}
			}
			continue
		}
		if sl.role == "mod" || sl.inner == "mod" {
			for _, g := range s.outer(sl, anchor) {
				if refs := s.modifiers(g, sl.guard); len(refs) > 0 {
					return filler{g, refs}, sl
				}
			}
			continue
		}
		for _, g := range s.roleGroups(sl.role, anchor) {
			inner := []*group{g}
			if sl.inner != "" {
				inner = s.roleGroups(sl.inner, g)
			}
			for _, in := range inner {
				if refs := s.guarded(in, sl.guard); len(refs) > 0 {
					return filler{in, refs}, sl
				}
			}
		}
	}
	if there := s.there(slots, anchor); there != nil {
		return filler{there, there.place}, slot{role: "in", guard: "place"}
	}
	return filler{}, slot{}
}

// outer gives the groups whose modifiers a slot asks for.
func (s *sentence) outer(sl slot, anchor *group) []*group {
	if sl.role == "mod" || sl.role == "giver" {
		return []*group{anchor}
	}
	return s.roleGroups(sl.role, anchor)
}

// modifiers gives the actors or places that stand as modifiers before the head: "Turkish support".
func (s *sentence) modifiers(g *group, guard string) []ref {
	var refs []ref
	for _, k := range g.names {
		n := &s.names[k]
		if n.first <= g.head && g.head < n.last {
			continue
		}
		refs = append(refs, s.nameRefs(g, n, guard)...)
	}
	if len(g.names) == 0 && s.doc.reader.frames.event(g.lemma) {
		return s.ledBy(g, guard)
	}
	return refs
}

// nameRefs resolves one name for a guard, whatever group it stands in.
func (s *sentence) nameRefs(g *group, n *name, guard string) []ref {
	at := &group{kind: nounKind, first: n.first, last: n.last, head: n.last - 1, index: g.index}
	if guard == "place" {
		if r, ok := s.placeNamed(at, n); ok {
			return []ref{r}
		}
		return nil
	}
	if !n.known() {
		if id, ok := s.doc.introduced[s.text(n.first, n.last)]; ok {
			return s.admit([]ref{{id: id, group: at, percent: sureNewName}}, guard)
		}
		if n.shape == "" || n.shape == graph.Person {
			return nil
		}
		if r, ok := s.doc.introduce(s, at, n); ok {
			return s.admit([]ref{r}, guard)
		}
		return nil
	}
	sense := s.doc.choose(n.senses, true)
	if sense.Entry == nil || sense.Form == actors.National && guard != "nationals" && s.tokens[n.last-1].Text == sense.Entry.Name {
		return nil
	}
	return s.admit([]ref{{id: sense.Entry.ID, group: at, percent: sureName, force: armed(sense.Entry.Type)}}, guard)
}

// guarded gives those that a noun group stands for and that meet the guard.
func (s *sentence) guarded(g *group, guard string) []ref {
	if guard != "place" {
		return s.admit(g.actor, guard)
	}
	if len(g.place) == 0 && s.doc.reader.classes.any(g.lemma, "quantity", "place") {
		for _, a := range g.after {
			if a.prep == "in" || a.prep == "around" && s.doc.reader.classes.has("quantity", g.lemma) {
				return a.noun.place
			}
		}
	}
	return g.place
}

// admit filters actors by a guard.
func (s *sentence) admit(refs []ref, guard string) []ref {
	var admitted []ref
	for _, r := range refs {
		e := s.doc.entity(r.id)
		ok := !e.IsPlace()
		switch guard {
		case "person":
			ok = e.Type == graph.Person
		case "body":
			ok = ok && e.Type != graph.Person
		case "state":
			ok = e.IsState
		case "nationals":
			ok = r.nationals
		case "force":
			ok = ok && (r.force || armed(e.Type))
		case "armed":
			ok = armed(e.Type) && e.Type != graph.Company
		case "group":
			ok = ok && e.Type != graph.Person && !e.IsState
		case "leader":
			ok = e.Type == graph.Person || e.IsState || e.Type == graph.Organisation || e.Type == graph.Coalition
		}
		if ok {
			admitted = append(admitted, r)
		}
	}
	return admitted
}

// emit fills a frame's slots at the anchor and notes the candidates.
func (s *sentence) emit(t trigger, anchor *group, at span, qualified *group) {
	subject, subjectSlot := s.fill(t.frame.subject, anchor)
	object, objectSlot := s.fill(t.frame.object, anchor)
	if subject.group == nil || object.group == nil {
		return
	}
	if subject.group == object.group && subjectSlot.role == "subj" && objectSlot.role == "subj" {
		s.pledgedTogether(t, anchor, at, subject)
		return
	}
	if subject.group == object.group {
		s.emitBetween(t, anchor, at, subject, objectSlot)
		return
	}
	if v := anchor.verb; subjectSlot.role == "waging" && v != nil && anchor.role != "obj" {
		qualified = v // "did not take part in the war"
	}
	if subjectSlot.role == "poss" && objectSlot.role == "mod" && isPossessive(s.lower[anchor.first]) {
		return
	}
	s.note(t, anchor, at, subject.refs, object.refs, qualified)
}

// emitCompound: "Turkey-backed forces", "Houthi-held Sanaa", "anti-Assad rebels".
func (s *sentence) emitCompound(t trigger, g *group, c *compound) {
	left := s.compoundRefs(g, c, t.frame)
	whole := filler{g, nil}
	side := t.frame.object
	if slices.ContainsFunc(t.frame.subject, func(sl slot) bool { return sl.role == "head" }) {
		side = t.frame.subject
	}
	for _, sl := range side {
		if sl.role == "head" {
			whole.refs = s.guarded(g, sl.guard)
			if len(whole.refs) == 0 && sl.guard == "place" {
				whole.refs = s.held(g)
			}
		}
	}
	if s.headName(g) == nil {
		if named := s.admit(s.called(g), "actor"); named != nil {
			whole.refs = named
		}
	}
	if len(left) == 0 || len(whole.refs) == 0 {
		return
	}
	at := span{c.at, c.at + 1}
	if len(t.frame.subject) > 0 && t.frame.subject[0].role == "head" {
		s.note(t, g, at, whole.refs, left, g)
		return
	}
	s.note(t, g, at, left, whole.refs, g)
}

// compoundRefs resolves the left half of a compound: a name, or a word such as "rebel" in "rebel-held".
func (s *sentence) compoundRefs(g *group, c *compound, f *frame) []ref {
	guard := "actor"
	for _, sl := range slices.Concat(f.subject, f.object) {
		if sl.role == "mod" {
			guard = sl.guard
		}
	}
	for k := range s.names {
		if n := &s.names[k]; n.first == c.left && n.last == c.leftEnd {
			return s.nameRefs(g, n, guard)
		}
	}
	for k := range s.names { // "the US government-backed X"
		if n := &s.names[k]; n.last == c.left && s.doc.reader.classes.any(s.lemma(c.left), "government", "force") {
			return s.nameRefs(g, n, guard)
		}
	}
	lemma := s.lemma(c.left)
	at := &group{kind: nounKind, first: c.left, last: c.leftEnd, head: c.left, lemma: lemma, index: g.index}
	at.plural, at.definite = true, true
	force := s.doc.reader.classes.any(lemma, "rebels", "force")
	return s.admit(s.described(at, force, s.doc.reader.classes.has("government", lemma)), guard)
}

// note keeps the candidates of all pairs of two ends.
func (s *sentence) note(t trigger, anchor *group, at span, subjects, objects []ref, qualified *group) {
	q := s.qualify(qualified)
	if s.asks() {
		return
	}
	if t.frame == s.doc.reader.frames.owners["in"] || t.frame.standing {
		q = s.standing(qualified)
	}
	if anchor.kind == nounKind && (t.frame.relation == graph.Leads || t.frame.relation == graph.MemberOf) {
		q = s.qualifyOffice(anchor)
	}
	if t.frame.relation == graph.Backs && anchor.kind == verbKind {
		s.intends(anchor, &q)
	}
	if t.frame.presumes {
		presume(&q)
	}
	if q.void {
		return
	}
	kinds := s.kindsOf(t, anchor)
	var valid graph.Valid
	if at.first == anchor.head {
		valid = s.when(anchor)
	}
	if actsForState(t.frame.relation) {
		subjects = s.doc.office(subjects)
		if row, _ := t.frame.relation.Row(); row.ObjectIsPlace {
			subjects = s.doc.reigning(subjects)
		} else if !t.frame.personal() {
			objects = s.doc.office(objects)
		}
	}
	if r := t.frame.relation; r == graph.Backs || r == graph.AlliedWith || r == graph.Fights || r == graph.Opposes {
		subjects, objects = s.doc.armies(subjects), s.doc.armies(objects)
	}
	for _, subject := range subjects {
		for _, object := range objects {
			if subject.id == object.id || s.homeland(t.frame.relation, subject.id, object.id) || t.frame.abroad && !s.abroad(subject.id, object.id) {
				continue
			}
			if t.frame.relation == graph.Backs && s.onlyArrives(anchor, object, kinds) {
				continue
			}
			if t.frame.relation == graph.MemberOf {
				s.doc.members[subject.id] = object.id
			}
			percent := basePercent * t.frame.percent / 100 * subject.percent / 100 * object.percent / 100
			if t.spun {
				percent = percent * spunPercent / 100
			}
			s.doc.candidates = append(s.doc.candidates, candidate{
				frame: t.frame, subject: subject, object: object, trigger: at, kinds: kinds,
				subjectEnd: s.endSpan(subject), objectEnd: s.endSpan(object),
				qualifier: q, percent: percent, sentence: s, valid: valid,
			})
			s.contest(q)
		}
	}
}

// onlyArrives reports whether troops are sent to a state, which tells where they go and not whom they help, unless the
// sentence says so.
func (s *sentence) onlyArrives(v *group, object ref, kinds []graph.Kind) bool {
	if purpose := s.purposeOf(v); v.kind == verbKind && purpose != nil && s.aimsElsewhere(purpose, object) {
		return true
	}
	if v.kind != verbKind || len(kinds) != 1 || kinds[0] != graph.Troops || !s.doc.entity(object.id).IsState {
		return false
	}
	if prep := object.group.prep; prep != "to" && prep != "into" {
		return false
	}
	for _, g := range s.groups {
		if g.kind == verbKind && g.governor == v && g.infinitive && s.doc.reader.classes.any(g.lemma, "help", "defend") {
			return false
		}
	}
	return !s.toAid(v)
}

// intends takes the modality that a verb of giving has itself: "pledged support to Chad".
func (s *sentence) intends(v *group, q *qualifier) {
	switch class := s.doc.reader.classes; {
	case class.has("offer", v.lemma):
		q.allege(graph.Offered)
	case class.has("demand", v.lemma):
		q.allege(graph.Demanded)
	case class.has("plan", v.lemma):
		q.allege(graph.Planned)
	}
}

// How sure a plain reading is, and what a synonym of paraphrased text takes off, in percent.
const (
	basePercent = 93
	spunPercent = 80
)

func (s *sentence) qualify(g *group) qualifier {
	if g.kind == verbKind {
		return s.qualifyVerb(g)
	}
	return s.qualifyNoun(g)
}

// endSpan gives the tokens that name an end. A noun group is cut down to its own words, without what "of" adds.
func (s *sentence) endSpan(r ref) span {
	g := r.group
	if n := s.headName(g); n != nil {
		return span{n.first, n.last}
	}
	return span{g.first, max(g.last, g.head+1)}
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
	case "obj", "with", "on", "subj":
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
	if kind := classes.words["support"][g.lemma].kind; kind != "" {
		if kind == string(graph.Materiel) && s.warlike(g) {
			kind = string(graph.Weapons)
		}
		kinds = append(kinds, graph.Kind(kind))
	}
	general := classes.words["support"][g.lemma].kind == ""
	for i := g.first; i < g.head && general; i++ {
		if kind := classes.words["supportkind"][s.lower[i]].kind; kind != "" && kind != "none" {
			kinds = append(kinds, graph.Kind(kind))
		}
	}
	return kinds
}
