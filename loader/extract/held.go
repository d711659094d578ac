package extract

import (
	"cmp"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// placesHeld resolves "it" and "them" as what somebody takes, holds or loses to what the verb before it in the sentence says was
// taken, held or attacked: "annexed the West Bank but lost it to Israel", "seized A and B, only to abandon them", "held A until it was lost
// to B".
func (s *sentence) placesHeld(g *group) []ref {
	if refs := s.calm(g); refs != nil {
		return refs
	}
	if g.lemma != "it" && g.lemma != "them" || g.verb == nil || g.role != "obj" && !(g.role == "subj" && g.verb.passive) && !(g.lemma == "it" && (g.role == "from" || g.role == "on" || g.role == "into" || g.role == "towards")) || !s.changesHands(g.verb) {
		return nil
	}
	for k := g.verb.index - 1; k >= 0; k-- {
		v := s.groups[k]
		switch {
		case v.kind == stopKind || v.kind == quoteKind:
			return nil
		case v.kind != verbKind || v.lemma == "" || !s.changesHands(v):
			continue
		}
		held := v.object
		if v.passive && held == nil {
			held = v.subject
		}
		if held == nil || held.pronoun && len(held.place) == 0 {
			continue
		}
		return s.sameGround(held, g)
	}
	return nil
}

// calm resolves the "it" of a clause of time to the place of which the clause before says how it fared: "the area was part of X until
// 1878, when Y occupied it".
func (s *sentence) calm(g *group) []ref {
	v := g.verb
	if g.lemma != "it" || v == nil || g.role != "obj" || v.subject == nil || v.subject.index < 1 || v.subject.index > v.index || !s.changesHands(v) {
		return nil
	}
	switch opening := s.groups[v.subject.index-1]; opening.lemma {
	case "when", "until", "before", "after":
	default:
		return nil
	}
	up := s.verbBefore(v.subject.index - 1)
	if up == nil || !up.finite || !up.copula && !up.passive && up.lemma != "remain" && up.lemma != "stay" || up.subject == nil || up.subject == v.subject {
		return nil
	}
	return s.sameGround(up.subject, g)
}

// sameGround gives the places of the noun group for a pronoun, which has to agree with it in number.
func (s *sentence) sameGround(held, pronoun *group) []ref {
	if plural := held.plural || len(held.place) > 1 || s.headName(held) != nil && strings.HasSuffix(s.lower[held.head], "s"); plural != (pronoun.lemma == "them") {
		return nil
	}
	var refs []ref
	for _, r := range held.place {
		r.group = pronoun
		refs = append(refs, r.less(surePronoun))
	}
	return refs
}

// changesHands reports whether the verb tells that a place is taken, held, attacked, left or given away.
func (s *sentence) changesHands(v *group) bool {
	switch v.lemma {
	case "have", "keep", "get", "make", "say":
		return false
	}
	return slices.ContainsFunc(s.doc.reader.frames.verbs[v.lemma], func(t trigger) bool {
		switch t.frame.relation {
		case graph.Captured, graph.Controls, graph.WithdrewFrom, graph.Attacked:
			return true
		}
		return false
	})
}

// entered gives the place that the subject went to, was in or held by a verb before this one: "intervened in Mali and withdrew",
// "occupied the valley until 2000, when it left", "entered Kabul, installed Roe and stayed for years before leaving".
func (s *sentence) entered(v *group) []*group {
	first := v.governor
	if taken := s.givenUp(v); taken != nil {
		return []*group{taken}
	}
	if before := s.before(v); before != nil {
		first = before
	} else if v.link != jointLink && !s.beforeDoing(v) {
		return s.enteredBefore(v)
	}
	if v.kind != verbKind || first == nil || s.goesFrom(v) || v.object != nil {
		return nil
	}
	for depth := 0; first != nil && depth < 5; depth++ {
		if found := s.wentTo(first, v); found != nil {
			return found
		}
		next := s.verbBefore(first.index)
		if next == nil || next.subject != first.subject || s.hasPhrase(first, "in", "to") && !s.dated(first) {
			return nil
		}
		first = next
	}
	return nil
}

// enteredBefore gives where the sentence before told that those went, were or ruled who leave by the verb, as a noun group of its own:
// "French troops entered Gao in 2013. They withdrew in 2022."
func (s *sentence) enteredBefore(v *group) []*group {
	leaver := v.subject
	if leaver == nil || len(leaver.actor) == 0 || v.kind != verbKind || v.object != nil || s.goesFrom(v) || s.hasPhrase(v, "from", "out_of") || v.lemma == "leave" && !s.hasPhrase(v, "in", "by") {
		return nil
	}
	for m := range s.doc.back(s, 1) {
		if m.sentence == s.index || m.beside || len(m.places) == 0 || m.verb == nil || m.verb.subject == nil || m.role == "from" || m.role == "subj" || !s.stayedAt(m) {
			continue
		}
		if !among(leaver.actor, m.verb.subject.actor) {
			return nil
		}
		there := s.newGroup(nounKind, v.first, v.last, s.lower[v.last-1])
		there.index, there.head, there.resolved = v.index, v.head, true
		for _, r := range m.places {
			r.group, r.implied = there, true
			there.place = append(there.place, r.less(sureDefinite))
		}
		return []*group{there}
	}
	return nil
}

// stayedAt reports whether the verb of the mention tells that its subject went to the place, or ruled it.
func (s *sentence) stayedAt(m mention) bool {
	if s.doc.reader.classes.has("linger", m.verb.lemma) {
		return true
	}
	return slices.ContainsFunc(s.doc.reader.frames.verbs[m.verb.lemma], func(t trigger) bool {
		return t.frame.relation == graph.DeployedTo || t.frame.relation == graph.Captured
	})
}

// goesFrom reports whether the verb itself says from or to where.
func (s *sentence) goesFrom(v *group) bool {
	return slices.ContainsFunc(v.args, func(a argument) bool {
		return (a.prep == "from" || a.prep == "to" || a.prep == "for") && (len(a.noun.place) > 0 || s.doc.reader.classes.any(a.noun.lemma, "place", "site"))
	})
}

// dated reports whether the phrases with "in" and "to" behind the verb only tell when.
func (s *sentence) dated(v *group) bool {
	for _, g := range append(s.argumentsOf(v, "in"), s.argumentsOf(v, "to")...) {
		if g.lemma != "date" && !s.doc.reader.classes.has("time", g.lemma) {
			return false
		}
	}
	return true
}

// wentTo gives where the verb says that its subject went, was or ruled, for v, which tells that he left.
func (s *sentence) wentTo(first, v *group) []*group {
	lingers := s.doc.reader.classes.has("linger", first.lemma)
	tells := lingers || slices.ContainsFunc(s.doc.reader.frames.verbs[first.lemma], func(t trigger) bool {
		return t.frame.relation == graph.DeployedTo || t.frame.relation == graph.Captured
	})
	driven := v.passive && (tells || first.lemma == "storm" || first.lemma == "invade" || first.lemma == "take") // "stormed the town but was driven out"
	if !tells && !driven {
		return nil
	}
	var found []*group
	for _, prep := range []string{"in", "into"} {
		for _, g := range s.argumentsOf(first, prep) {
			if g.lemma != "date" {
				found = append(found, g)
			}
		}
	}
	if first.object != nil && len(first.object.place) > 0 && (driven || first.lemma == "enter" || first != v.governor || lingers) {
		found = append(found, first.object)
	}
	return append(found, s.argumentsOf(first, "to")...)
}

// beforeDoing reports whether the verb stands behind "before" without a subject: "stayed for years before leaving".
func (s *sentence) beforeDoing(v *group) bool {
	return v.gerund && v.index > 0 && s.groups[v.index-1].lemma == "before" && s.groups[v.index-1].kind == prepKind
}

// wentOn reports whether what a gerund behind "before" tells did happen, since the verb over it tells of the past and of nobody who
// was stopped: "seized the town before leaving it", but not "died before reaching it".
func (s *sentence) wentOn(up *group) bool {
	if !s.simplePast(up) || up.negated || s.tokens[up.head].Tag != text.VBD && s.tokens[up.head].Tag != text.VBN {
		return false
	}
	switch up.lemma {
	case "die", "fall", "stop", "halt", "collapse", "crash", "fail", "be", "wait", "hesitate", "want", "need", "pause", "warn", "consult", "ask":
		return false
	}
	return true
}

// before gives the verb whose doers the clause of v says that they did something until then, or before: "patrolled the town
// until they were withdrawn", "held it until 2000, when it left".
func (s *sentence) before(v *group) *group {
	g := v.subject
	if v.kind != verbKind || g == nil || !g.pronoun || g.index < 2 {
		return nil
	}
	switch opening := s.groups[g.index-1]; {
	case opening.kind == compKind && (opening.lemma == "until" || opening.lemma == "till" || opening.lemma == "before"):
	case opening.kind == relKind && opening.lemma == "when" && s.groups[g.index-2].kind == commaKind:
	default:
		return nil
	}
	first := s.verbBefore(g.index - 1)
	if first == nil || first.subject == nil {
		return nil
	}
	return first
}

// landMeant gives what the object of a tie means without the country that only says where it happened: states strike somebody in Syria
// without attacking it, and who captured a village in Libya has not captured Libya.
func (s *sentence) landMeant(r graph.Relation, anchor *group, subject, object filler, sl slot) []ref {
	without := func(only func(ref) bool) []ref { return slices.DeleteFunc(slices.Clone(object.refs), only) }
	switch r {
	case graph.Attacked:
		if !s.onlyThere(anchor, sl) {
			break
		}
		if guests := s.guestsHit(anchor); guests != "" {
			return without(func(r ref) bool { return s.isTerritory(r) && s.doc.entity(r.id).Country != guests })
		}
		if !slices.ContainsFunc(subject.refs, s.irregular) {
			return without(func(r ref) bool { return s.isTerritory(r) && !s.hostileLand(r, subject.refs) })
		}
	case graph.Fights:
		if last := cmp.Or(sl.inner, sl.role); (last == "on" || last == "in" || last == "near") && len(s.guarded(object.group, "town")) > 0 {
			return without(func(r ref) bool { return s.doc.isState(r.id) }) // a raid on a capital is no word on who holds it
		}
	case graph.Captured, graph.Controls:
		if r == graph.Captured && sl.role == "obj" && sl.inner != "" && anchor.object != nil && len(anchor.object.place) > 0 {
			return nil // "the camp X in Y that they overran"
		}
		if held := cmp.Or(anchor.object, anchor.subject); r == graph.Controls && anchor.kind == verbKind && held != nil && !held.plural && (held.lemma == "town" || held.lemma == "village" || held.lemma == "city") {
			return without(s.isTerritory) // "the last town held by X in Iraq"
		}
		if s.isSpot(object.group) || r == graph.Captured && anchor.object != nil && s.isSpot(anchor.object) {
			return without(s.isTerritory)
		}
	}
	return object.refs
}

// guestsHit gives the state whose soldiers, bases or the like the attack is on, wherever they are: "attacked US troops in Iraq", "an attack on
// a French base in Mali" hit no land of the Iraqis or the Malians.
func (s *sentence) guestsHit(anchor *group) graph.ID {
	hit := slices.Concat([]*group{anchor.object}, s.argumentsOf(anchor, "on"), s.argumentsOf(anchor, "against"), s.argumentsOf(anchor, "at"))
	for _, g := range hit {
		if g == nil || s.headName(g) != nil {
			continue
		}
		if g.kind == nounKind && s.doc.reader.frames.assaults(g.lemma) && g != anchor {
			if state := s.guestsHit(g); state != "" {
				return state
			}
			continue
		}
		if !s.doc.reader.classes.any(g.lemma, "force", "premises", "target", "nationals") {
			continue
		}
		for _, r := range s.modifiers(g, "state") {
			return r.id
		}
	}
	return ""
}

// isSpot reports whether the noun group is a common noun for a place that is not much of a country: a town, a base.
func (s *sentence) isSpot(g *group) bool {
	switch g.lemma {
	case "area", "region", "territory", "part", "land", "zone", "province", "district", "governorate":
		return false
	}
	return s.headName(g) == nil && s.doc.reader.classes.has("place", g.lemma)
}

// partOfIt reports whether the noun group is what somebody takes of "it", which is a place: "occupied wide areas of it".
func (s *sentence) partOfIt(g *group) bool {
	return g.of != nil && g.of.pronoun && g.of.lemma == "it" && g.role == "obj" && g.verb != nil && s.doc.reader.frames.calledBy(g.verb.lemma, "captured.verb")
}

// ground reports whether "it" is what somebody takes or holds, and so a place.
func (s *sentence) ground(g *group) bool {
	if v := g.verb; v != nil && g.role == "subj" && v.lemma == "fall" && s.hasPhrase(v, "to") {
		return true // "three days after it fell to the Taliban"
	}
	if g.verb != nil && g.role == "subj" && g.verb.passive {
		return s.doc.reader.frames.calledBy(g.verb.lemma, "captured.verb") // "it was captured by"
	}
	if g.verb == nil || g.role != "obj" {
		return false
	}
	switch g.verb.lemma {
	case "take", "regain", "retain", "secure", "clear", "grab", "dominate":
		return false
	}
	if g.verb.lemma == "enter" || s.doc.reader.classes.has("assail", g.verb.lemma) {
		return true
	}
	return s.doc.reader.frames.takes(g.verb.lemma) || s.batters(g)
}
