package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// filler is what stands in a slot: the group, and who of it meets the guard.
type filler struct {
	group *group
	refs  []ref
}

// roles are those that have a name; every other one is a preposition. Some are filled by who a noun group has as a
// modifier, a giver or a holder rather than by a group, a pair by two words, and a person by an office.
var roles = []string{
	"subj", "obj", "iobj", "head", "complement", "poss", "of", "direct-of", "owner", "self", "doer", "author", "launcher", "teller", "before", "vin", "vnear", "vfrom",
	"vsubj", "with-vsubj", "vsubj-under", "head-under", "each", "victim", "label", "head-at", "waging", "blamed", "claiming", "punishing", "asked", "user",
	"arising", "agent", "patient", "assailant", "let-with", "let-from", "entered", "bearer", "mod", "giver", "serves", "holder", "pair", "person", "foe", "aided", "warring", "untold", "titled", "listed", "campaign", "servicemen", "beaten",
	"recipient", "destination", "served", "bloc", "former", "struck", "same", "home", "theatre", "renamed", "left", "lies",
}

// roleGroups gives the noun groups that stand in a role at the anchor, which is a verb group or a noun group.
func (s *sentence) roleGroups(role string, anchor *group) []*group {
	if one, only := s.roleGroup(role, anchor); only {
		if one == nil {
			return nil
		}
		return append(s.doc.arena.list(1), one)
	}
	switch role {
	case "subj", "obj", "iobj":
		return s.verbRole(role, anchor)
	case "of":
		return s.ofGroups(anchor)
	case "renamed":
		return s.beside(anchor)
	case "doer":
		return s.doer(anchor)
	case "bearer":
		return s.bearers(anchor)
	case "vin":
		return s.scene(anchor)
	case "vfrom":
		return s.basesAhead(anchor)
	case "vnear":
		return s.sceneOfAttack(anchor)
	case "listed":
		return s.listedStrikers(anchor)
	case "author":
		return s.author(anchor)
	case "entered":
		return s.entered(anchor)
	case "lies":
		return s.liesIn(anchor)
	case "each", "victim", "label", "head-at", "waging", "blamed", "claiming", "punishing", "asked", "user", "arising", "agent", "patient", "assailant", "let-with", "let-from", "aided", "warring":
		return s.sides(role, anchor)
	}
	return s.argumentsOf(anchor, role)
}

// roleGroup gives the noun group in a role that only one can have, or nil where none has it; only is false for other roles.
func (s *sentence) roleGroup(role string, anchor *group) (one *group, only bool) {
	switch role {
	case "head":
		return s.headOf(anchor), true
	case "complement":
		return anchor.complement, true
	case "poss":
		return s.possessorOf(anchor), true
	case "owner":
		return anchor.possessor, true
	case "self":
		return anchor, true
	case "direct-of":
		if anchor.of == nil && len(anchor.after) > 0 && anchor.after[0].prep == "of" {
			return anchor.after[0].noun, true
		}
		return anchor.of, true
	case "before":
		if anchor.kind != nounKind {
			return nil, true
		}
		return s.nounBefore(anchor), true
	case "launcher":
		return s.launcher(anchor), true
	case "teller":
		return s.tellerOf(anchor), true
	case "vsubj", "with-vsubj", "vsubj-under", "head-under":
		return s.subjectOver(role, anchor), true
	}
	return nil, false
}

// ofGroups gives whom "of" puts behind a noun, of a word for any group those whom it has for examples: "an umbrella of militias including X and Y".
func (s *sentence) ofGroups(anchor *group) []*group {
	one := anchor.of
	if one != nil && anchor.examples != nil && anchor.kind == nounKind && s.headName(one) == nil {
		return append(s.doc.arena.list(1), anchor.examples)
	}
	behind := s.argumentsOf(anchor, "of")
	if one == nil && len(behind) == 0 {
		one = s.whereof(anchor)
	}
	if one == nil {
		return behind
	}
	return append(append(s.doc.arena.list(1), one), behind...)
}

// verbRole gives the subject and the objects of a verb as they are in the active voice.
func (s *sentence) verbRole(role string, v *group) []*group {
	passive := v.kind == verbKind && v.passive
	var found [2]*group
	switch {
	case role == "subj" && passive:
		return s.argumentsOf(v, "by")
	case role == "subj":
		found[0] = s.actsBehind(v, s.predicated(v, s.itemised(v, v.subject)))
	case role == "obj" && passive && v.object == nil:
		found[0] = s.predicated(v, s.itemised(v, v.subject)) // "X is a group founded by Y"
	case role == "obj" && v.object != nil && v.object == v.fronted:
		found[0] = s.predicated(v, v.object) // "the group that X armed was Y"
	case role == "obj":
		found[0] = v.object // of a passive verb as in "was given weapons"
	case passive && v.object != nil:
		found[0], found[1] = v.subject, v.indirect
	default:
		found[0] = v.indirect
	}
	return s.groupsIn(found[:]...)
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

// argumentsOf gives the noun groups behind a preposition at a verb or a noun group.
func (s *sentence) argumentsOf(anchor *group, prep string) []*group {
	if !anchor.hasArguments() {
		return nil
	}
	found := s.doc.arena.list(len(anchor.args) + len(anchor.after))
	for _, list := range [...][]argument{anchor.args, anchor.after} {
		for i, a := range list {
			if prep == "from" && i > 0 && (anchor.kind == nounKind && list[i-1].prep == "with" || i > 1 && list[i-1].prep == "of" && list[i-2].prep == "with") && s.doc.reader.classes.has("support", list[i-1].noun.lemma) {
				continue // "an attack on X with arms from Y", "took X with the help of drones from Y"
			}
			if (prep == "of" && anchor.kind == nounKind || prep == "from") && s.ofNounBefore(prep, anchor, list[:i]) {
				continue
			}
			if isLocative(prep) && s.besideIt(list[:i], a.noun) {
				continue // "sent troops to X despite protests in Y"
			}
			if a.prep == prep {
				found = append(found, a.noun)
			}
		}
	}
	return found
}

// fill gives what stands in the first slot that anybody fits.
func (s *sentence) fill(slots []slot, anchor *group) (filler, slot) {
	for i := range slots {
		sl := &slots[i]
		role, from := sl.role, []*group{anchor}
		if sl.inner != "" {
			role, from = sl.inner, s.roleGroups(sl.role, anchor)
		}
		for _, g := range from {
			if sl.behind && !g.hasArguments() {
				continue
			}
			if sl.inner != "" && s.doc.reader.classes.has("hostile", g.lemma) && (g.lemma != "threat" || !s.doc.reader.classes.any(anchor.lemma, "accuse", "deny")) || s.beyond(sl, g) || sl.inner != "" && s.deedOfApart(sl.role, anchor, g) {
				continue // what is done to "Haftar's rivals" or "victims of the LRA" is not done to him or it
			}
			if f := s.fillerOf(role, g, sl.guard); len(f.refs) > 0 {
				if slices.ContainsFunc(slots[i+1:], func(next slot) bool { return next.role == sl.role && next.inner == "giver" }) {
					f.refs = s.withGivers(f.group, f.refs, sl.guard)
				}
				return f, *sl
			}
		}
	}
	if there := s.there(slots, anchor); there != nil {
		return filler{there, there.place}, slot{role: "in", guard: "place"}
	}
	return filler{}, slot{}
}

// fillerOf gives who stands in the role at a group: the words of the group itself tell its modifiers, givers and holders.
func (s *sentence) fillerOf(role string, g *group, guard string) filler {
	if role == "poss" && s.own(g) {
		role = "mod" // "expelled his Soviet advisers"
	}
	f := s.fillerIn(role, g, guard)
	if guard == "actor" && (role == "poss" || role == "direct-of" || role == "giver") && s.doc.reader.classes.any(g.lemma, "force", "target") && !s.doc.reader.frames.event(g.lemma) {
		f.refs = s.bodiesOf(f.refs)
	}
	switch role {
	case "mod", "giver", "poss", "owner":
		if of := s.roleGroups("of", g); len(f.refs) == 0 && len(of) == 1 && of[0] != g && s.doc.reader.classes.has("share", g.lemma) {
			return s.fillerIn(role, of[0], guard) // "most of Chad's arms"
		}
	}
	return f
}

// own reports whether the noun group has both a pronoun for whose it is and a state's adjective for who it is.
func (s *sentence) own(g *group) bool {
	if g.kind != nounKind || g.possessor != nil || !isPossessive(s.lower[g.first]) || len(g.names) != 1 || s.headName(g) != nil {
		return false
	}
	n := &s.names[g.names[0]]
	return n.known() && n.has(actors.Adjective) && s.doc.reader.classes.any(g.lemma, "force", "officials", "member", "nationals")
}

func (s *sentence) fillerIn(role string, g *group, guard string) filler {
	switch role {
	case "mod":
		return filler{g, s.modifiersOfEach(g, guard)}
	case "giver":
		return filler{g, s.giver(g, guard)}
	case "serves":
		return filler{g, s.serves(g, guard)}
	case "holder":
		return filler{g, s.holding(g, guard)}
	case "campaign":
		return filler{g, s.campaignFoes(g)}
	case "foe":
		return filler{g, s.foes(g, guard)}
	case "titled", "servicemen", "beaten", "recipient", "destination", "served", "bloc", "former", "struck", "same", "home", "left":
		apart := *g
		return filler{&apart, s.wordless(role, g)}
	case "theatre":
		apart := *g
		return filler{&apart, s.theatre(g, guard)}
	case "untold":
		apart := *g // since the words of the group name the other end
		return filler{&apart, s.untold(g, guard)}
	}
	groups := s.roleGroups(role, g)
	for i, in := range groups {
		if refs := s.guarded(in, guard); len(refs) > 0 && !s.deedOfApart(role, g, in) {
			for _, more := range groups[i+1:] {
				if s.addedTo(more, in.prep) {
					refs = append(slices.Clone(refs), s.guarded(more, guard)...)
				}
			}
			return filler{in, refs}
		}
	}
	return filler{}
}

// modifiers gives the actors or places that stand as modifiers before the head: "Turkish support".
func (s *sentence) modifiers(g *group, guard string) []ref {
	var refs []ref
	for _, k := range g.names {
		n := &s.names[k]
		if n.first <= g.head && g.head < n.last || n.first > g.first+1 && s.leaning(n) {
			continue // a "non-NATO ally" is no ally of NATO, a "pro-Russian town" not Russia's
		}
		if guard == "place" && n.last < g.head && s.tokens[n.last].Tag == text.HYPH && n.has(actors.Adjective) {
			continue // "US-led air strikes" are not on the US
		}
		if risen := s.risenAgainst(g, n); risen != nil && guard != "place" {
			refs = append(refs, s.admit(risen, guard)...)
			continue // "an Afghan guerrilla base" is none of Afghanistan's
		}
		refs = append(refs, s.admit(s.combined(g, n), guard)...)
		refs = append(refs, s.nameRefs(g, n, guard)...)
	}
	if len(g.names) == 0 && s.heldByRebels(g) {
		return s.admit(s.rebelsMeant(g), guard) // "rebel positions"
	}
	if len(g.names) == 0 && s.heldByArmy(g) {
		army := s.newGroup(nounKind, g.head-1, g.head, s.lower[g.head-1])
		army.verb, army.role = g.verb, g.role
		if army.definite = true; army.lemma != "army" {
			return s.admit(s.doc.focusState(army, true), guard) // "in government hands"
		}
		return s.admit(s.described(army, true, false), guard) // "an army post"
	}
	if len(g.names) == 0 && guard != "place" && guard != "town" && s.doc.reader.frames.event(g.lemma) {
		if g.head > g.first && s.doc.reader.classes.has("rebels", s.lower[g.head-1]) && s.doc.reader.frames.assaults(g.lemma) {
			return s.admit(s.doc.rebels(s, s.newGroup(nounKind, g.head-1, g.head, s.lower[g.head-1])), guard) // "rebel shelling"
		}
		if s.doc.reader.frames.assaults(g.lemma) {
			if refs := s.side(g); refs != nil {
				return s.admit(refs, guard)
			}
		}
		return s.ledBy(g, guard)
	}
	return refs
}

// side gives whose the attack is that a word for a side in a war tells: "coalition air strikes", "regime shelling".
func (s *sentence) side(g *group) []ref {
	switch {
	case s.precededBy(g, "coalition"):
		return s.doc.coalition(g)
	case s.precededBy(g, "regime", "government", "army"):
		return s.doc.focusState(g, true)
	}
	return nil
}

// nameRefs resolves one name for a guard, whatever group it stands in.
func (s *sentence) nameRefs(g *group, n *name, guard string) []ref {
	at := &group{kind: nounKind, first: n.first, last: n.last, head: n.last - 1, index: g.index}
	if guard == "place" {
		if r, ok := s.placeNamed(at, n); ok {
			return []ref{r}
		}
		return s.landAtWar(g, n, at)
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
	if kin, ok := s.kindred(n); ok {
		return s.admit([]ref{{id: kin.ID, group: at, percent: sureCollective, force: true}}, guard)
	}
	sense := s.doc.choose(n.senses)
	if sense.Entry == nil || sense.Form == actors.National && guard != "nationals" && s.tokens[n.last-1].Text == sense.Entry.Name {
		return nil
	}
	return s.admit([]ref{{id: sense.Entry.ID, group: at, percent: sureName, force: armed(sense.Entry.Type)}}, guard)
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
	return s.copulaBefore(g)
}

// doer gives who does what the clause of a noun group tells: its subject, or the agent of a passive verb.
func (s *sentence) doer(g *group) []*group {
	v := s.clauseOf(g)
	switch {
	case v == nil, g.kind == nounKind && s.doc.reader.classes.has("sending", g.lemma) && g.verb == v && g.role != "subj" && !s.bringsAbout(v, g): // "opposed the deployment of"
		return nil
	case v.passive:
		return s.argumentsOf(v, "by")
	case v.subject == nil:
		return nil
	}
	return []*group{v.subject}
}

// namedBeside gives whom the name beside a description stands for: "the Taliban, a Pakistani-backed movement", "the
// Ethiopian-backed rebel group RSADO".
func (s *sentence) namedBeside(g *group) []ref {
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
