package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// Whom a pronoun means is told by more than what stands nearest: nobody does to himself what the verb tells, and who is told of
// beside somebody else's name is likelier meant than those of an earlier sentence.

// actsOn reports whether the mention is of the one who does to the pronoun what its verb tells, who is another: "the base, which the
// militia had taken from them".
func (s *sentence) actsOn(g *group, m mention) bool {
	if v := g.verb; g.role == "subj" && v != nil && v.link == relativeLink && v.fronted != nil && len(m.refs) == 1 && slices.ContainsFunc(v.fronted.actor, func(r ref) bool { return r.id == m.refs[0].id }) {
		return true // "the TTP, which it says bombed Peshawar"
	}
	if isPossessive(g.lemma) || g.role == "subj" || g.verb == nil || g.verb.subject == nil || len(m.refs) != 1 || s.groups[g.index] != g {
		return false
	}
	doer := g.verb.subject
	if doer.index >= g.index || len(doer.actor) != 1 || doer.pronoun {
		return false
	}
	if s.doc.reader.classes.has("accuse", g.verb.lemma) && slices.Contains(s.doc.speaksFor(doer.actor[0].id), m.refs[0].id) {
		return true // "Kagame accused it" of nothing that Rwanda does
	}
	return doer.actor[0].id == m.refs[0].id || s.byOwnState(g, doer, m)
}

// byOwnState reports whether the state that arrests or expels somebody is the one that the mention leads, which can be no other then:
// "Kagame denied it. In May Kigali arrested him" is about another.
func (s *sentence) byOwnState(g, doer *group, m mention) bool {
	if n := s.headName(doer); n == nil || n.last-1 != doer.head || !s.doc.isState(doer.actor[0].id) || s.doc.entity(m.refs[0].id).Type != graph.Person {
		return false
	}
	return s.doc.reader.classes.has("prosecute", g.verb.lemma) && s.doc.led(m.refs[0].id) == doer.actor[0].id
}

// nearerMany reports whether the sentence tells of armed people without a name before the pronoun, whom it is likelier to mean than
// those of an earlier sentence: "from groups backed by Chad; the base had been taken from them".
func (s *sentence) nearerMany(g *group) bool {
	return g.role != "subj" && slices.ContainsFunc(s.groups[:min(g.index, len(s.groups))], func(b *group) bool {
		return b.kind == nounKind && b.plural && len(b.actor) == 0 && len(b.names) == 0 && s.doc.reader.classes.any(b.lemma, "grouping", "rebels", "nationals", "force")
	})
}

// partnerOf gives whose the subject is said to be beside its name, where the object is "it": "the militia, once the army's partner,
// has fought it".
func (s *sentence) partnerOf(g *group) []ref {
	if g.lemma != "it" || g.role != "obj" || g.verb == nil || g.verb.subject == nil || g.verb.passive {
		return nil
	}
	for _, a := range g.verb.subject.apposed {
		if a.possessor != nil && len(a.possessor.actor) > 0 && a.index > g.verb.subject.index {
			return s.ownerRefs(a.possessor, g)
		}
	}
	return nil
}

// thankful gives who thanks somebody for helping "it": "Hamas, which Iran arms, thanked Qatar for funding it".
func (s *sentence) thankful(g *group) []ref {
	help := g.verb
	if g.lemma != "it" && g.lemma != "them" || g.role != "obj" || help == nil || !help.gerund || !s.doc.reader.frames.helps(help.lemma) {
		return nil
	}
	if thank := help.governor; thank != nil && thank.lemma == "thank" && thank.subject != nil {
		return s.ownerRefs(thank.subject, g)
	}
	return nil
}

// shareOf gives those of whom "some of them" right behind their noun tells more, "bombed rebels some of them backed by X", and
// whether the pronoun stands so at all.
func (s *sentence) shareOf(g *group) ([]ref, bool) {
	if g.lemma != "them" || g.first < 2 || s.lower[g.first-1] != "of" || !isShare(s.lower[g.first-2]) {
		return nil, false
	}
	for k := len(s.groups) - 1; k >= 0; k-- {
		b := s.groups[k]
		switch {
		case b.kind != nounKind || b.last > g.first-1 || b.pronoun:
		case b.last == g.first-1 && b.head > b.first:
			return nil, true // "rebels some of them", where no comma is
		case b.last == g.first-2 || b.last == g.first-3 && s.lower[b.last] == ",":
			return b.actor, true
		default:
			return nil, false
		}
	}
	return nil, false
}

// isShare tells the words for part of several: "some of them".
func isShare(word string) bool {
	switch word {
	case "some", "many", "most", "several", "all", "few", "none", "both", "half":
		return true
	}
	return false
}

// manyByName reports whether the group's name, which is no state's, is itself a plural: "the Houthis", "the Taliban".
func (s *sentence) manyByName(g *group) bool {
	n := s.headName(g)
	if n == nil || len(g.actor) != 1 {
		return false
	}
	switch e := s.doc.entity(g.actor[0].id); e.Type {
	case graph.Person, graph.Government:
		return false
	}
	if s.doc.isState(g.actor[0].id) {
		return false
	}
	last := s.lower[n.last-1]
	return s.tokens[n.last-1].Tag == text.NNPS || last == "taliban" || n.last == n.first+1 && strings.HasSuffix(last, "s") && !isAcronym(s.words[n.last-1])
}

// many reports whether the noun group names a state or body by its people, so that "they" may stand for it: "the British", "the
// Emiratis", "three of the rebels".
func (s *sentence) many(g *group) bool {
	if s.demonym(g) || s.manyByName(g) || g.of != nil && g.of.plural && s.tokens[g.head].Tag == text.CD {
		return true
	}
	n := s.headName(g)
	return n != nil && n.known() && n.senses[0].Form == actors.National && strings.HasSuffix(s.lower[n.last-1], "s")
}

// wholeOf gives the number of people of which the group tells whose they are, as the object of its verb: "killed six of its
// soldiers". Who they are is then told by the verb of that number.
func (s *sentence) wholeOf(g *group) *group {
	if g.verb != nil {
		return nil
	}
	for _, over := range s.groups {
		if over.kind == nounKind && over.of == g && over.verb != nil && over.role == "obj" && over.verb.index < over.index {
			whole := *g
			whole.verb, whole.role, whole.index = over.verb, over.role, over.index
			return &whole
		}
	}
	return nil
}

// sameClause reports whether the mention is the subject of the verb whose object the pronoun is: "Roe attacked him" is about
// two.
func (s *sentence) sameClause(g *group, m mention) bool {
	if g.verb != nil && s.reproachedHelp(g, m) {
		return true
	}
	if m.verb == nil || m.role != "subj" || g.verb == nil || g.role == "subj" {
		return false
	}
	return g.verb == m.verb || g.verb.link == toLink && g.verb.governor == m.verb && s.doc.reader.classes.has("abet", m.verb.lemma) && (isPossessive(g.lemma) || g.role == "obj" && s.doc.reader.frames.hostile(g.verb.lemma))
}

// reproachedHelp reports whether the mention is who punishes, censures or accuses somebody for helping the one whom the pronoun means, and so is
// not him: "imposed sanctions on X for arming it".
func (s *sentence) reproachedHelp(g *group, m mention) bool {
	help, frames := g.verb, s.doc.reader.frames
	if !help.gerund || frames.hostile(help.lemma) || !frames.helps(help.lemma) {
		return false
	}
	up := s.punishment(help)
	if up == nil && help.governor != nil && s.doc.reader.classes.any(help.governor.lemma, "punish", "censure", "scold", "accuse") {
		up = help.governor
	}
	if up == nil || up.passive || up.subject == nil {
		return false
	}
	return slices.ContainsFunc(m.refs, func(r ref) bool {
		return slices.ContainsFunc(up.subject.actor, func(by ref) bool { return by.id == r.id })
	})
}

// allegesOf reports whether the mention is who lays to somebody what the pronoun is the subject of: nobody alleges that he
// himself armed a group.
func (s *sentence) allegesOf(g *group, m mention) bool {
	if m.verb == nil || m.role != "subj" || g.role != "subj" || g.verb == nil {
		return false
	}
	return m.verb.lemma == "allege" && g.verb.governor == m.verb || m.verb.lemma == "accuse" && m.sentence == s.index && (g.verb.link == relativeLink || s.withinCharge(m.verb, g))
}

// sameIt gives whom the "it" stands for that is the subject before an "its" of the same sentence, which means no other: "It claimed to
// bomb the group, but most of its strikes hit the town".
func (s *sentence) sameIt(g *group) []ref {
	if g.lemma != "its" || len(s.groups) == 0 || s.groups[0].lemma != "it" || !s.groups[0].pronoun || s.groups[0].role != "subj" || len(s.groups[0].actor) != 1 {
		return nil
	}
	r := s.groups[0].actor[0]
	r.group = g
	return []ref{r}
}

// toldBefore gives whom the sentence itself tells the pronoun to mean: "its" of an "it" before, and "him" of who accuses others of
// what they did to him. It reports whether it does, be nobody known for it.
func (s *sentence) toldBefore(g *group) ([]ref, bool) {
	if refs := s.sameIt(g); refs != nil {
		return refs, true
	}
	if refs := s.sameObject(g); refs != nil {
		return refs, true
	}
	if refs, asked := s.addressedBefore(g); asked {
		return refs, true
	}
	if g.role != "obj" || g.verb == nil || sortOf(g.lemma) != onePerson || isPossessive(g.lemma) {
		return nil, false
	}
	accuse := s.accuserAbove(g.verb)
	if accuse == nil || accuse.subject == nil {
		return nil, false
	}
	return s.admit(accuse.subject.actor, "person"), true
}

// addressedBefore gives who acts against what he was told in the clause before: "Kenya had warned Chad, yet it armed X", "Kenya
// urged Chad to wait, but it armed X". It reports whether somebody was told; where he was only asked it may be either.
func (s *sentence) addressedBefore(g *group) ([]ref, bool) {
	if g.role != "subj" || g.lemma != "it" && g.lemma != "they" || g.index < 1 || s.groups[g.index] != g {
		return nil, false
	}
	k := g.index - 1
	if word := s.lower[s.groups[k].first]; word != "but" && word != "yet" && word != "however" {
		return nil, false
	}
	v := s.verbBefore(k)
	for v != nil && v.infinitive && v.governor != nil {
		v = v.governor
	}
	if v == nil || v.passive || v.object == nil || len(v.object.actor) == 0 {
		return nil, false
	}
	switch v.lemma {
	case "warn", "urge", "order", "tell", "instruct", "implore", "beg", "press":
		return s.ownerRefs(v.object, g), true
	case "ask", "request", "invite", "call":
		return nil, true
	}
	return nil, false
}

// inTime reports whether the noun group that begins at the token opens a clause of time.
func (s *sentence) inTime(token int) bool {
	if token < 1 {
		return false
	}
	first := token - 1
	if s.lower[first] == "the" && first > 0 {
		first--
	}
	switch s.lower[first] {
	case "after", "before", "when", "while", "until", "since":
		return true
	}
	return false
}

// withSubject reports whether the mention, of the same sentence, stands with the subject of the verb whose object the pronoun
// is: of "the militia, part of the army, trained them" they are neither.
func (s *sentence) withSubject(g *group, m mention) bool {
	if g.role != "obj" || g.verb == nil || g.verb.subject == nil {
		return false
	}
	subject := g.verb.subject
	if m.first < subject.first || m.first >= g.verb.first || m.role == "owner" && m.first >= subject.last {
		return false // but of "the militia, the army's partner, fought it" the army is
	}
	if by := m.verb; by != nil && by.participle && by.subject == subject && m.role == "by" && s.doc.reader.frames.hostile(g.verb.lemma) && s.doc.reader.classes.has("support", by.lemma) {
		return true // "the Polisario, armed by Algeria, fought it"
	}
	return !slices.ContainsFunc(s.groups, func(v *group) bool {
		return v.kind == verbKind && subject.first < v.first && v.first < m.first
	})
}

// sameObject gives whom "it" stands for as the object of a verb whose object an earlier sentence told: "Russia has never recognised
// Kosovo. China does likewise. Spain does not recognise it either."
func (s *sentence) sameObject(g *group) []ref {
	if g.lemma != "it" || g.role != "obj" || g.verb == nil || g.verb.passive || s.lower[min(g.last, len(s.lower)-1)] != "either" {
		return nil
	}
	for k := s.index - 1; k >= max(0, s.index-pronounReach); k-- {
		for _, v := range s.doc.sentences[k].groups {
			if v.kind == verbKind && v.lemma == g.verb.lemma && v.object != nil && len(v.object.actor) == 1 {
				r := v.object.actor[0].less(surePronoun)
				r.group = g
				return []ref{r}
			}
		}
	}
	return nil
}

// ofOthers reports whether the verb's object is of another state than its subject is: "proposed sending French troops".
func (s *sentence) ofOthers(v *group) bool {
	states := func(role string) []ref {
		var refs []ref
		for _, g := range s.roleGroups(role, v) {
			if refs = append(refs, s.admit(g.actor, "state")...); len(g.actor) == 0 {
				refs = append(refs, s.giver(g, "state")...) // "discussed Turkish weapons"
			}
		}
		return refs
	}
	own := states("subj")
	return len(own) > 0 && slices.ContainsFunc(states("obj"), func(r ref) bool {
		return !r.nationals && !slices.ContainsFunc(own, func(o ref) bool { return o.id == r.id })
	})
}

// unknownSort gives the sort of pronoun that may stand for a subject whom nobody is known for: "officials", "a spokesman",
// "the company".
func (s *sentence) unknownSort(g *group) pronounSort {
	classes := s.doc.reader.classes
	switch {
	case g.role != "subj" || g.conjuncts != nil || !g.verb.finite && !s.acts(g) || g.index > 0 && s.relates(g):
		return noPronoun
	case g.plural && !s.doc.reader.frames.event(g.lemma):
		return several
	case classes.any(g.lemma, "leader", "member", "officials", "title", "kin", "counterplayer"):
		return onePerson
	case classes.any(g.lemma, "grouping", "government", "force", "branching") || g.definite && classes.any(g.verb.lemma, "deny", "say") || s.organisation(g.head) != "":
		return oneBody
	}
	return noPronoun
}

// ofEvent reports whether "it" stands for the war, the revolt or the attack that the sentence before is about: "The Spring Rebellion was short.
// It was led by Roe."
func (s *sentence) ofEvent(it *group) bool {
	if it.verb == nil || !it.verb.passive || it.verb.lemma != "lead" && it.verb.lemma != "command" && it.verb.lemma != "head" && it.verb.lemma != "launch" && it.verb.lemma != "begin" || s.index == 0 {
		return false
	}
	before := s.doc.sentences[s.index-1]
	for _, g := range before.groups {
		if g.kind == nounKind && g.role == "subj" {
			return before.isWar(g.head) || s.doc.reader.classes.has("deed", g.lemma)
		}
	}
	return false
}

// ofThings reports whether "them" stands for things that the sentence speaks of before: "built roads and sent troops to protect them".
func (s *sentence) ofThings(them *group) bool {
	if them.role != "obj" || them.verb == nil || !them.verb.infinitive {
		return false
	}
	classes := s.doc.reader.classes
	for k := them.index - 1; k >= 0; k-- {
		g := s.groups[k]
		if g.kind != nounKind || !g.plural || g.verb != nil && g.verb == them.verb.governor {
			continue
		}
		return g.role == "obj" && len(g.actor) == 0 && g.conjuncts == nil && s.headName(g) == nil &&
			!classes.any(g.lemma, "force", "rebels", "nationals", "grouping", "leader", "member", "officials", "others", "membership", "victims")
	}
	return false
}

// relates reports whether the verb of which the noun group is the subject only describes it: "is a group which fights".
func (s *sentence) relates(g *group) bool {
	if g.verb.link != relativeLink {
		return false
	}
	for k := g.index + 1; k < g.verb.index; k++ {
		if s.groups[k].kind == relKind {
			return true
		}
	}
	return false
}

// ownsActing reports whether the mention owns the person who does something to what the pronoun stands for: "Chad's president let it
// recruit" is about another.
func (s *sentence) ownsActing(g *group, m mention) bool {
	v := g.verb
	if g.lemma != "it" || g.role != "obj" || v == nil || v.subject == nil || v.passive || m.first < v.subject.first || m.first >= v.subject.last {
		return false
	}
	return m.role == "owner" && slices.ContainsFunc(v.subject.actor, func(r ref) bool { return s.doc.entity(r.id).Type == graph.Person })
}

// ownerOfBase gives whose the base is that a noun group describes behind a comma as somebody's stronghold: in "took the army's base in Goma,
// its last stronghold" it is the army's.
func (s *sentence) ownerOfBase(g *group) *group {
	k := g.index - 2
	if k < 1 || s.groups[g.index] != g || s.groups[k+1].kind != commaKind {
		return nil
	}
	switch g.lemma {
	case "stronghold", "bastion", "redoubt", "foothold", "holdout", "base", "seat", "outpost", "garrison", "position", "headquarters":
	default:
		return nil
	}
	for k > 1 && s.groups[k].kind == nounKind && s.groups[k-1].kind == prepKind {
		k -= 2
	}
	if base := s.groups[k]; base.kind == nounKind && base.role == "obj" && base.possessor != nil {
		return base.possessor
	}
	return nil
}

// isCombat tells the verbs for fighting with somebody.
func isCombat(lemma string) bool {
	switch lemma {
	case "clash", "fight", "battle", "skirmish", "tussle", "grapple":
		return true
	}
	return false
}

// accuserTells gives who accuses, where the pronoun is the subject of a verb of saying in a relative clause behind: Chad in "Chad
// accuses Kigali of arming the M23, which it says bombed X".
func (s *sentence) accuserTells(g *group) *group {
	v := g.verb
	if g.role != "subj" || v == nil || v.link != relativeLink || v.fronted == nil || g.lemma != "it" || !s.doc.reader.classes.any(v.lemma, "say", "claim") {
		return nil
	}
	for k := g.index - 1; k >= 0; k-- {
		if up := s.groups[k]; up.kind == verbKind && up.finite && !up.passive && up.lemma == "accuse" && up.subject != nil && len(up.subject.actor) == 1 {
			return up.subject
		}
	}
	return nil
}
