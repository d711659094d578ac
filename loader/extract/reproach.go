package extract

import (
	"slices"

	"entente.example/graph"
)

// reproached gives whom a verb with "saying" behind it reproaches with what follows: Rwanda in "condemned Rwanda, saying it
// arms the group", "cut relations with Rwanda, claiming that it had". What is said there is a charge, and "it" is who is
// charged, not who speaks; but of what "it would" do the one who speaks is as likely to be meant, so that nobody is.
func (s *sentence) reproached(say *group) *group {
	if say == nil || !say.gerund || say.link != participial || say.governor == nil || !s.doc.reader.classes.any(say.lemma, "say", "claim", "accuse") {
		return nil
	}
	up := say.governor
	hostile := s.pointsAt(up) || s.doc.reader.classes.has("accuse", up.lemma) || slices.ContainsFunc(s.doc.reader.frames.verbs[up.lemma], func(t trigger) bool {
		return t.frame.relation == graph.Opposes || t.frame.relation == graph.Fights
	})
	if !hostile || up.negated {
		return nil
	}
	for _, g := range slices.Concat([]*group{up.object}, s.argumentsOf(up, "at"), s.argumentsOf(up, "with"), s.argumentsOf(up, "to"), s.argumentsOf(up, "on"), s.argumentsOf(up, "against")) {
		if g == nil || g == up.subject || g.index < up.index {
			continue
		}
		if len(g.actor) > 0 {
			return g
		}
		if g.possessor != nil && len(g.possessor.actor) > 0 {
			return g.possessor // "expelled Rwanda's envoy, saying it arms"
		}
	}
	return nil
}

// charging gives whom the pronoun stands for as the subject of what somebody is reproached with, and whether it is such a
// pronoun at all.
func (s *sentence) charging(g, pronoun *group) (refs []ref, reproach bool) {
	v := g.verb
	if v == nil || g.role != "subj" {
		return nil, false
	}
	if by := s.saysOn(g, v); by != nil {
		return s.ownerRefs(by, pronoun), true
	}
	if v.link != thatLink {
		return nil, false
	}
	target := s.reproached(v.governor)
	if warned := s.warned(v); warned != nil {
		return s.ownerRefs(warned, pronoun), true
	}
	if target == nil {
		return nil, false
	}
	if v.modal == "would" || v.modal == "will" || v.passive && isPossessive(s.lower[g.first]) {
		return nil, v.modal != ""
	}
	return s.ownerRefs(target, pronoun), true
}

// saysOn gives who said what stands before, where a pronoun behind a comma and "and" is said to accuse, deny or demand more: Congo in
// "Congo said that Uganda had let the rebels pass, and it accused Rwanda".
func (s *sentence) saysOn(g, v *group) *group {
	if g.index < 3 || s.groups[g.index] != g || g.lemma != "it" && g.lemma != "he" && g.lemma != "she" || s.groups[g.index-1].kind != conjKind || s.groups[g.index-2].kind != commaKind {
		return nil
	}
	if !v.finite || v.passive || !s.doc.reader.classes.any(v.lemma, "accuse", "deny", "threaten", "demand") {
		return nil
	}
	for _, say := range s.groups[:g.index-2] {
		if say.kind != verbKind {
			continue
		}
		if !say.finite || say.passive || !s.doc.reader.classes.has("say", say.lemma) || say.subject == nil || len(say.subject.actor) != 1 {
			return nil
		}
		if person := s.doc.entity(say.subject.actor[0].id).Type == graph.Person; person == (g.lemma == "it") {
			return nil
		}
		return say.subject
	}
	return nil
}

// warned gives whom a verb of warning or telling has as its object, where what he is told is what he has to do or what awaits him:
// "warned Chad that it would face attack", "told Chad it must leave".
func (s *sentence) warned(v *group) *group {
	up := v.governor
	if up == nil || up.passive {
		return nil
	}
	whom := up.object
	if whom == nil {
		whom = up.indirect
	}
	if whom == nil || len(whom.actor) == 0 || whom.index < up.index {
		return nil
	}
	switch up.lemma {
	case "warn", "tell", "remind", "notify", "caution", "inform", "threaten":
	default:
		return nil
	}
	switch v.lemma {
	case "face", "suffer", "pay", "regret", "risk", "lose":
		return whom
	}
	if v.modal == "must" || v.modal == "should" || v.passive && v.modal != "" && s.doc.reader.frames.hostile(v.lemma) {
		return whom
	}
	return nil
}

// forWhomAsked gives who has others do something for his own: "wants Wagner to train its soldiers", "asked X to protect its oil".
func (s *sentence) forWhomAsked(g, pronoun *group) []ref {
	if refs := s.soilOfDenier(g, pronoun); refs != nil {
		return refs
	}
	v := g.verb
	if g.role != "obj" || v.link != toLink || v.governor == nil || v.subject == nil || v.governor.object != v.subject || v.governor.passive || s.doc.reader.frames.event(g.lemma) {
		return nil // what somebody is urged to end is his own doing: "urged X to end its support for Y"
	}
	backs := slices.ContainsFunc(s.doc.reader.frames.verbs[v.lemma], func(t trigger) bool { return t.frame.relation == graph.Backs })
	if !backs || s.doc.reader.classes.has("end", v.lemma) || s.hasPhrase(v, "out_of", "from") {
		return nil // "urged X to halt its offensive", "urged X to pull its troops out of Y"
	}
	return s.ownerRefs(v.governor.subject, pronoun)
}

// accuserAbove gives the verb of accusing whose charge the verb belongs to, which others may carry out: "accused X of helping Y
// to attack its fleet".
func (s *sentence) accuserAbove(v *group) *group {
	for depth := 0; v != nil && depth < 4; depth++ {
		up := v.governor
		if up == nil || v.link != toLink && v.link != prepositional && v.link != jointLink {
			return nil
		}
		if v.link == prepositional && v.gerund && up.lemma == "accuse" && !up.passive {
			return up
		}
		v = up
	}
	return nil
}

// withinCharge reports whether the pronoun is the subject of a clause of time inside what somebody is accused of, where no comma
// sets it apart: "accused X of covering the rebels as they attacked its base".
func (s *sentence) withinCharge(accuse, g *group) bool {
	k := g.index - 1
	if k <= accuse.index || s.groups[k].kind != compKind && s.groups[k].kind != relKind || !opensTimeClause(s.groups[k].lemma) {
		return false
	}
	for k--; k > accuse.index; k-- {
		if s.groups[k].kind == commaKind || s.groups[k].kind == conjKind {
			return false
		}
	}
	return true
}
