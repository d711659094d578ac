package extract

import (
	"slices"

	"entente.example/graph"
)

// leavesUntold reports whether the sentence asks or supposes what the rule finds at the anchor, or sends arms or orders there and no
// soldiers.
func (s *sentence) leavesUntold(f *frame, anchor *group, q qualifier) bool {
	return s.asks() || s.askedInside(anchor) || q.polarity == graph.Denied && s.lower[0] == "had" && s.hadOnly() ||
		f.relation == graph.DeployedTo && anchor.kind == verbKind && (s.deliversArms(anchor) || s.ordersDeed(anchor))
}

// atOne reports whether the two are one, or so much of one country that there is no such tie between them.
func (s *sentence) atOne(f *frame, subject, object ref) bool {
	switch {
	case subject.id == object.id, s.homeland(f.relation, subject.id, object.id), f.abroad && !s.abroad(subject.id, object.id), f.atHome && s.abroad(subject.id, object.id):
		return true
	case f.relation == graph.Attacked:
		return s.besetsOwn(subject, object.id)
	}
	return f.relation == graph.Opposes && s.doc.led(subject.id) == object.id
}

// inSport reports whether one of the two is a body that nobody knows, in an article on sports: "the Falcons attacked" there is no war.
func (d *document) inSport(subject, object ref) bool {
	team := func(r ref) bool {
		e, ok := d.entities[r.id]
		return ok && e.Type != graph.Person && e.Type != graph.Place
	}
	return (team(subject) || team(object)) && d.onSports()
}

// inWords reports whether a bishop, a senator or the like "attacks" a state, which he does with words.
func (s *sentence) inWords(f *frame, anchor *group, subject, object ref) bool {
	if f.relation != graph.Attacked && f.relation != graph.Fights || anchor.kind != verbKind || anchor.passive || subject.group == nil || !s.doc.isState(object.id) && !s.isTerritory(object) {
		return false
	}
	switch anchor.lemma {
	case "attack", "hit", "blast", "hammer":
	default:
		return false
	}
	g := subject.group
	critic := func(head *group) bool { return s.doc.reader.classes.has("debater", head.lemma) }
	for i := g.first; i < g.head; i++ {
		if s.doc.reader.classes.has("debater", s.lemma(i)) {
			return s.doc.entity(subject.id).Type == graph.Person
		}
	}
	return s.doc.entity(subject.id).Type == graph.Person && slices.ContainsFunc(g.apposed, critic)
}

// onlySupplied reports whether those who attacked are only who supplied the weapons: "drones supplied by the UAE hit Misrata" does not tell
// whose hand it was.
func (s *sentence) onlySupplied(f *frame, subject ref) bool {
	if f.relation != graph.Attacked && f.relation != graph.Fights && f.relation != graph.Captured || subject.group == nil {
		return false
	}
	g := subject.group
	if by := g; by.verb != nil && by.role == "by" && s.doc.reader.classes.has("supplied", s.lower[by.verb.head]) && by.verb.subject != nil {
		g = by.verb.subject
	}
	if !s.doc.reader.classes.any(g.lemma, "fired", "flying") {
		return false
	}
	return slices.ContainsFunc(append(s.handedBy(g, ""), s.suppliers(g, "")...), func(r ref) bool { return r.id == subject.id })
}

// onSports reports whether the article has several words that only those who tell of sports use.
func (d *document) onSports() bool {
	if d.sporting == 0 {
		words := 0
		for _, s := range d.sentences {
			for i := range s.lower {
				if d.reader.classes.has("sporting", s.lemma(i)) {
					words++
				}
			}
		}
		if d.sporting = -1; words > 2 { // a player may have been killed
			d.sporting = 1
		}
	}
	return d.sporting > 0
}

// commandsPart reports whether the noun tells of a commander in some place, where others of his body are under other commanders: "the
// RSF commander in North Darfur".
func (s *sentence) commandsPart(g *group) bool {
	if g.kind != nounKind || g.lemma != "commander" && g.lemma != "emir" && g.lemma != "amir" || len(g.after) == 0 {
		return false
	}
	where := g.after[0]
	return (where.prep == "in" || where.prep == "for") && where.noun.index <= g.index+2 && len(where.noun.place) > 0
}

// onlyLinked reports whether one of the two is only linked to a state, or to the body that he would lead or belong to.
func (s *sentence) onlyLinked(f *frame, subject, object ref) bool {
	inside := f.relation == graph.Leads || f.relation == graph.MemberOf
	return inside && (s.linked(subject.group) || s.linked(object.group)) || s.linkedToState(subject) || s.linkedToState(object)
}

// deedOnly reports whether what somebody did stands for him in a tie for which it does not.
func (s *sentence) deedOnly(f *frame, subject, object ref) bool {
	if subject.deed && f.relation != graph.Attacked && f.relation != graph.Fights {
		return true
	}
	return object.deed && (f.relation != graph.Opposes || !s.censured(object.group)) && (f.relation != graph.Fights || !s.repelled(object.group))
}

// culprits reports whether some soldiers or officers are only told to have been punished for what the anchor tells, which then is no deed
// of their state: "three Chadian officers were convicted of selling rifles to X".
func (s *sentence) culprits(anchor *group, subject ref) bool {
	v := anchor.governor
	if anchor.kind != verbKind || !anchor.gerund || v == nil || subject.group == nil || !s.doc.isState(subject.id) || subject.group.definite {
		return false
	}
	return s.doc.reader.classes.has("punish", v.lemma) && s.doc.reader.classes.any(subject.group.lemma, "soldiery", "serving", "police", "nationals", "officials")
}

// leading gives whom the subject leads where the rule says that he leads the object, with the rule that then holds: who commands a
// state's army does not lead the state, but serves it. No rule: he leads nobody.
func (s *sentence) leading(f *frame, anchor *group, subject, object ref, objects []ref) (*frame, ref) {
	if anchor.participle {
		object = s.splinterOf(subject, object)
	}
	if s.leadsAnother(subject, object, objects) || s.ledAfar(anchor, object) || s.offTarget(f, anchor, object) || s.unled(object, subject) {
		return nil, object
	}
	if belongs := s.doc.reader.frames.owners["member_of"]; belongs != nil && s.commandsPart(anchor) {
		return belongs, object
	}
	commands := anchor.kind == verbKind || f.rule == "leads.under" || f.rule == "leads.possess"
	if !commands || s.doc.led(subject.id) == object.id || !s.ofState(object) && !s.somewhere(object) && !s.sector(object) {
		return f, object
	}
	serves := s.knownInstead([]ref{object}, subject)
	if s.doc.isState(subject.id) || len(serves) == 0 {
		return nil, object // a state that leads another's troops is no part of it, nor does a general serve another country
	}
	if belongs := s.doc.reader.frames.owners["member_of"]; belongs != nil {
		f = belongs
	}
	return f, serves[0]
}
