package extract

import (
	"slices"

	"entente.example/graph"
)

// reflexive resolves the "its" at the head of a noun group to the subject of the verb that the group depends on, as
// "Rwanda ended its offensive" asks, or to whom that verb drives out of a place.
func (s *sentence) reflexive(g, pronoun *group) []ref {
	if pronoun.lemma == "his" || pronoun.lemma == "her" {
		return s.ofWhomAsked(g, pronoun)
	}
	if pronoun.lemma != "its" && pronoun.lemma != "their" {
		return nil
	}
	if first := s.firstOfList(g); first != nil {
		if refs := s.ownerRefs(first, pronoun); refs != nil {
			return refs // "Syrian troops and their allied militias"
		}
	}
	if refs := s.ownerAhead(g, pronoun); refs != nil {
		return refs
	}
	if user := s.startsThere(g); user != nil {
		return s.ownerRefs(user, pronoun)
	}
	if owner := s.ownerOfBase(g); owner != nil {
		return s.ownerRefs(owner, pronoun)
	}
	if refs, _ := s.charging(g, pronoun); refs != nil {
		return refs
	}
	if whole := s.wholeOf(g); whole != nil && s.againstOwn(whole) {
		g = whole
	}
	if g.verb == nil || g.role == "subj" {
		return nil
	}
	v := g.verb
	if s.againstOwn(g) {
		if up := s.accuserOfAttack(v); up != nil {
			pronoun.verb = v
			return s.ownerRefs(up.subject, pronoun)
		}
		if v = s.aboveAttack(v, pronoun); v == nil {
			return nil
		}
	}
	if refs := s.forWhomAsked(g, pronoun); refs != nil {
		return refs
	}
	if refs := s.helped(g, pronoun); refs != nil {
		return refs
	}
	if refs := s.blamedOwner(g, pronoun); refs != nil {
		return refs
	}
	if g.role == "from" && v.object != nil {
		return s.ownerRefs(v.object, pronoun)
	}
	return s.subjectAbove(v, pronoun)
}

// ownerAhead gives the owner of a noun that the group hangs on: "Chad's withdrawal to Libya from its bases".
func (s *sentence) ownerAhead(g, pronoun *group) []ref {
	for before, depth := s.nounBefore(g), 0; before != nil && depth < 3; before, depth = s.nounBefore(before), depth+1 {
		if before.possessor == nil {
			continue
		}
		if refs := s.ownerRefs(before.possessor, pronoun); refs != nil {
			return refs
		}
	}
	return nil
}

// startsThere gives who uses a land for what the group tells: "sent troops to X as a staging area for its attacks"; or nil.
func (s *sentence) startsThere(g *group) *group {
	over := s.nounBefore(g)
	if over == nil || over.verb == nil || over.role != "as" || !startsFrom(over.lemma) || over.verb.subject == nil || len(over.verb.subject.actor) == 0 {
		return nil
	}
	return over.verb.subject
}

// accuserOfAttack gives the verb by which somebody lays the attack to another: "accused X of attacking its troops", "accused X of arming the
// rebels who attacked its troops"; or nil.
func (s *sentence) accuserOfAttack(v *group) *group {
	if up := s.accuserAbove(v); up != nil {
		return up
	}
	up := v.governor
	if up == nil || v.link != relativeLink || !up.gerund || up.governor == nil || !s.doc.reader.classes.has("accuse", up.governor.lemma) {
		return nil
	}
	return up.governor
}

// aboveAttack gives the verb over an attack, or nil, since nobody attacks his own: "its" is then about another than whom the attack is about.
func (s *sentence) aboveAttack(v, pronoun *group) *group {
	pronoun.verb = v
	first := s.firstOfSeries(v)
	if first != v && first.subject != nil {
		pronoun.verb = first.subject.verb
	}
	return first.governor
}

// subjectAbove gives the subject of the verb, or of one that it hangs on, or who stands behind "by".
func (s *sentence) subjectAbove(v, pronoun *group) []ref {
	for depth := 0; v != nil && depth < 3; depth++ {
		if refs := s.ownerRefs(v.subject, pronoun); refs != nil {
			return refs
		}
		if v.passive {
			for _, by := range s.argumentsOf(v, "by") {
				if refs := s.ownerRefs(by, pronoun); refs != nil {
					return refs
				}
			}
		}
		if v.link != toLink && v.link != prepositional && v.link != jointLink {
			return nil
		}
		v = v.governor
	}
	return nil
}

// ofWhomAsked gives the person whom somebody asks or orders to do something to what is his: "asked Gaddafi to remove his troops".
func (s *sentence) ofWhomAsked(g, pronoun *group) []ref {
	v := g.verb
	if g.role != "obj" || v == nil || v.kind != verbKind || v.link != toLink || v.governor == nil || v.governor.object == nil || v.governor.passive {
		return nil
	}
	switch v.governor.lemma {
	case "ask", "urge", "order", "tell", "force", "persuade", "press", "allow", "call", "request":
	default:
		return nil
	}
	refs := s.admit(v.governor.object.actor, "person")
	if len(refs) != 1 {
		return nil
	}
	return s.again(refs, pronoun)
}

// firstOfList gives the first of the list in which the noun group stands further on, where it stands for somebody.
func (s *sentence) firstOfList(g *group) *group {
	for _, top := range s.groups {
		if at := slices.Index(top.conjuncts, g); at > 0 && len(top.conjuncts[0].actor) > 0 {
			return top.conjuncts[0]
		}
	}
	return nil
}

// blamedOwner gives whose the deed is for which somebody is punished: "suspended aid to Chad over its backing of the group",
// "sanctioned Chad for its support".
func (s *sentence) blamedOwner(g, pronoun *group) []ref {
	v := g.verb
	switch g.role {
	case "over", "for", "because_of", "due_to", "amid", "on_account_of":
	default:
		return nil
	}
	if v.kind != verbKind || v.passive || s.doc.reader.classes.has("incur", v.lemma) || !s.doc.reader.frames.event(g.lemma) && !s.doc.reader.classes.has("part", g.lemma) {
		return nil
	}
	for _, to := range slices.Concat([]*group{v.object}, s.argumentsOf(v, "to"), s.argumentsOf(v, "on"), s.argumentsOf(v, "with"), s.argumentsOf(v, "against")) {
		if to != nil && to.index > v.index && to.index < g.index {
			if refs := s.ownerRefs(to, pronoun); refs != nil {
				return refs
			}
		}
	}
	return nil
}

// againstOwn reports whether the noun group is what a verb of fighting hits, which is not its subject's: "accused Chad of
// attacking its troops".
func (s *sentence) againstOwn(g *group) bool {
	if g.verb.kind == verbKind && s.doc.reader.classes.has("end", g.verb.lemma) && s.doc.reader.classes.has("deed", g.lemma) {
		return false // "agreed to halt its offensive"
	}
	role := g.role
	if k := g.index - 2; role == "of" && k >= 0 && s.groups[k] == g.verb.object && s.groups[k].lemma == "one" {
		role = "obj" // "killed one of its commanders"
	}
	hit := g.role == "at" && s.doc.reader.classes.has("shoot", g.verb.lemma) || (role == "obj" || g.role == "with" && isCombat(g.verb.lemma)) && s.doc.reader.frames.hostile(g.verb.lemma) || (g.role == "against" || g.role == "on") && s.accuserAbove(g.verb) != nil
	return hit && g.verb.kind == verbKind && !g.verb.passive && g.verb.lemma != "have" && g.verb.lemma != "leave" &&
		s.doc.reader.classes.any(g.lemma, "force", "target", "nationals") && (g.first+1 >= len(s.lower) || s.lower[g.first+1] != "own")
}

// firstOfSeries gives the first of the verbs of fighting that one subject has: "attacked and overran their checkpoint".
func (s *sentence) firstOfSeries(v *group) *group {
	for up := v.governor; up != nil && up.subject == v.subject && s.doc.reader.frames.hostile(up.lemma); up = up.governor {
		v = up
	}
	return v
}

// helped gives whose war it is in which somebody is helped: "supplied Chad with arms for its war", "backed Chad in its fight".
func (s *sentence) helped(g, pronoun *group) []ref {
	if g.role != "for" && g.role != "in" && g.role != "during" || !s.doc.reader.frames.event(g.lemma) && !s.doc.reader.classes.has("cause", g.lemma) {
		return nil
	}
	return s.recipient(g.verb, pronoun)
}

// recipient gives whom the verb says that somebody supports or supplies.
func (s *sentence) recipient(v, pronoun *group) []ref {
	backs := slices.ContainsFunc(s.doc.reader.frames.verbs[v.lemma], func(t trigger) bool { return t.frame.relation == graph.Backs })
	if !backs || v.passive || v.lemma == "use" {
		return nil
	}
	for _, to := range append(s.argumentsOf(v, "to"), v.indirect, v.object) {
		if refs := s.ownerRefs(to, pronoun); refs != nil {
			return refs
		}
	}
	return nil
}

// supplied gives who gets what the pronoun's clause describes: "gave Chad the arms that it needed".
func (s *sentence) supplied(g *group) []ref {
	k := g.index - 1
	if g.role != "subj" || g.verb == nil || k < 1 || s.groups[g.index] != g {
		return nil
	}
	if s.groups[k].kind == relKind || s.groups[k].lemma == "that" {
		k--
	}
	if goods := s.groups[k]; goods.kind == nounKind && goods.verb != nil && goods.role != "subj" && len(goods.actor) == 0 && g.lemma == "it" {
		return s.recipient(goods.verb, g)
	}
	return nil
}

// claimed gives whom a pronoun means in what is claimed or charged: in "denied X's claim that it had captured" X, in "denied
// X's accusation that it armed" who denies it, and in "despite X's denials, Y says it arms" X.
func (s *sentence) claimed(g *group) []ref {
	if g.role != "subj" || g.verb == nil {
		return nil
	}
	if over := g.verb.report; over != nil {
		switch over.lemma {
		case "accusation", "allegation", "charge":
			if v := over.verb; v != nil && s.doc.reader.classes.has("deny", v.lemma) && (over.possessor != nil || v.subject != nil && v.subject.plural == (g.lemma == "they")) {
				return s.ownerRefs(v.subject, g)
			}
			return nil
		}
		return s.ownerRefs(over.possessor, g)
	}
	if by := s.announcer(g); by != nil {
		return s.ownerRefs(by, g)
	}
	for k := g.index - 1; k >= 0; k-- {
		if before := s.groups[k]; before.lemma == "denial" && before.possessor != nil {
			return s.ownerRefs(before.possessor, g)
		}
	}
	return nil
}

// announcer gives whose announcement tells what a clause with the pronoun as its subject says: "an announcement by X that, as of
// May, it", or nil.
func (s *sentence) announcer(g *group) *group {
	k := g.index - 1
	for k > 2 && s.groups[k].kind != compKind && s.groups[k].kind != verbKind && s.groups[k].kind != stopKind {
		k--
	}
	if k < 3 || s.groups[k].lemma != "that" || s.groups[k-2].lemma != "by" || s.groups[k-1].kind != nounKind {
		return nil
	}
	switch s.groups[k-3].lemma {
	case "announcement", "declaration", "pledge", "promise", "statement", "vow", "notice":
		return s.groups[k-1]
	}
	return nil
}

// ownerRefs gives whom the noun group stands for where the possessive pronoun may mean them.
func (s *sentence) ownerRefs(owner, pronoun *group) []ref {
	if owner == nil || owner.pronoun || len(owner.actor) > 1 && pronoun.lemma == "its" {
		return nil
	}
	var refs []ref
	for _, r := range owner.actor {
		if s.doc.entity(r.id).Type == graph.Person {
			return nil
		}
		r.group = pronoun
		refs = append(refs, r.less(surePronoun))
	}
	return refs
}

func isPossessive(word string) bool {
	return word == "its" || word == "their" || word == "his" || word == "her" || word == "our"
}

// possessive makes a group of the "its" at the head of a noun group, once, when the group is resolved: later mentions
// have no part in it.
func (s *sentence) possessive(g *group) *group {
	if g.pronominal != nil {
		return g.pronominal
	}
	p := &group{kind: nounKind, first: g.first, last: g.first + 1, head: g.first, lemma: s.lower[g.first], index: g.index}
	p.pronoun = true
	if k := g.index - 1; k >= 0 && k < len(s.groups) && s.groups[k].copula && s.groups[k].complement == g {
		p.verb = s.groups[k] // "X is its ally" is about two
	}
	if sortOf(p.lemma) == onePerson && g.verb != nil && s.againstOwn(g) {
		p.verb = g.verb // "Roe attacked his militia" is about two
	}
	if s.subjectUnknown(g, p) {
		g.pronominal = p
		return p
	}
	if p.actor = s.reflexive(g, p); len(p.actor) == 0 {
		p.actor = s.sameIt(p)
	}
	if len(p.actor) == 0 && sortOf(p.lemma) == onePerson && (s.meansGovernment(g) || s.doc.reader.classes.any(g.lemma, "force", "army")) {
		p.actor = s.leaderSaying(g.verb) // "the Chadian president said that his army"
	}
	if len(p.actor) == 0 && isIrregular(g.lemma) {
		p.actor = s.doc.salient(s, p, func(m mention) bool { return len(m.refs) == 1 && !s.doc.isState(m.refs[0].id) })
	}
	if len(p.actor) == 0 {
		p.actor = s.doc.pronoun(s, p)
	}
	if len(p.actor) == 0 && sortOf(p.lemma) == onePerson && s.doc.reader.classes.any(g.lemma, "force", "rebels", "nationals", "grouping", "army", "owned") {
		p.actor = s.chiefsMen(p)
	}
	g.pronominal = p
	return p
}

// startsFrom tells the nouns for a land from which somebody attacks another.
func startsFrom(lemma string) bool {
	switch lemma {
	case "staging_area", "staging_ground", "staging_post", "launchpad", "launching_pad", "springboard", "base":
		return true
	}
	return false
}

// isIrregular tells words for those who fight for a group rather than for a state: "its fighters".
func isIrregular(lemma string) bool {
	switch lemma {
	case "fighter", "militant", "guerrilla", "militiaman", "rebel", "insurgent", "jihadist", "man", "gunman":
		return true
	}
	return false
}

func isPluralPronoun(word string) bool {
	return word == "they" || word == "them" || word == "we" || word == "us"
}

// pronoun resolves he, it, they and their possessives to the most salient mention of the right sort: those of the nearest
// sentence, subjects and whom subjects belong to first. Where a noun that nobody is known for is more salient, as in "its
// supporters said they had", nobody is.
func (d *document) pronoun(s *sentence, g *group) []ref {
	sort := sortOf(g.lemma)
	if sort == firstPerson {
		return s.speaking(g)
	}
	if refs := s.supplied(g); sort == noPronoun || refs != nil {
		return refs
	}
	if by := s.accuserTells(g); by != nil {
		return s.ownerRefs(by, g)
	}
	if refs, reproach := s.charging(g, g); reproach && s.groups[g.index] == g {
		return refs
	}
	if refs := s.claimed(g); refs != nil {
		return refs
	}
	if g.lemma == "it" && g.role == "subj" && (s.ofEvent(g) || s.opensCleft(g)) || g.lemma == "them" && s.ofThings(g) {
		return nil
	}
	if g.lemma == "it" && (g.role == "obj" || g.verb != nil && g.verb.passive) && s.ground(g) && s.placeTopic(g) != nil {
		return nil // "Saraqeb lies near Turkey. The army stormed it."
	}
	if refs, told := s.toldBefore(g); told {
		return refs
	}
	if refs, part := s.shareOf(g); part {
		return refs
	}
	if refs := s.firstAnswer(g, (*sentence).partnerOf, (*sentence).thankful); refs != nil {
		return refs
	}
	if refs := d.salient(s, g, func(mention) bool { return true }); refs != nil {
		return refs
	}
	return s.cataphor(g)
}

// cataphor resolves a pronoun of the clause that opens the sentence to the subject of the main clause behind it: "Although it
// denies arming the group, Chad ...".
func (s *sentence) cataphor(g *group) []ref {
	if g.role != "subj" || g.verb == nil || g.lemma != "it" && g.lemma != "they" || s.groups[g.index] != g {
		return nil
	}
	for k := 0; k < g.index; k++ {
		if s.groups[k].kind == nounKind || s.groups[k].kind == commaKind {
			return nil
		}
	}
	ahead := s.subjectAhead(g.index)
	if ahead == nil || ahead.pronoun || ahead.plural != (g.lemma == "they") && g.lemma == "they" {
		return nil
	}
	s.resolveGroup(ahead)
	return s.ownerRefs(ahead, g)
}

// fronted resolves the possessive of a phrase that opens the sentence to the subject behind its comma: "After its war with Iran, Iraq
// was poor".
func (s *sentence) fronted(g *group) []ref {
	if g.lemma != "its" || len(s.groups) == 0 || s.groups[0].kind != prepKind {
		return nil
	}
	for k := 0; k < len(s.groups) && s.groups[k].first < g.first; k++ {
		if h := s.groups[k]; h.kind == verbKind || h.kind == commaKind || h.kind == nounKind && len(h.names) > 0 && h.first != g.first {
			return nil
		}
	}
	from := g.index
	for k := g.index; k < len(s.groups) && s.groups[k].kind != commaKind; k++ {
		if s.groups[k].kind == verbKind {
			return nil
		}
		if len(s.groups[k].apposed) > 0 && s.groups[k].apposed[0].index > k {
			from = s.groups[k].apposed[0].index // "along with its ally, the M23, Rwanda"
		}
	}
	ahead := s.subjectAhead(from)
	if ahead == nil || ahead.pronoun || s.headName(ahead) == nil {
		return nil
	}
	s.resolveGroup(ahead)
	return s.ownerRefs(ahead, g)
}

// pronounSort is what a pronoun may stand for.
type pronounSort byte

const (
	noPronoun pronounSort = iota
	firstPerson
	onePerson
	oneBody
	several
)

func sortOf(word string) pronounSort {
	switch word {
	case "we", "us", "our", "ours":
		return firstPerson
	case "he", "she", "him", "his", "her":
		return onePerson
	case "they", "them", "their":
		return several
	case "it", "its":
		return oneBody
	}
	return noPronoun
}

// agrees reports whether such a pronoun may stand for the mention, by number and by what it is.
func (d *document) agrees(sort pronounSort, m mention) bool {
	if len(m.refs) == 0 {
		return m.unknown == sort
	}
	person := d.entity(m.refs[0].id).Type == graph.Person
	switch sort {
	case onePerson:
		return person && len(m.refs) == 1
	case oneBody:
		return !person && len(m.refs) == 1 && !m.people
	}
	if len(m.refs) > 1 {
		return true
	}
	return !person && (m.plural || armed(d.entity(m.refs[0].id).Type))
}
