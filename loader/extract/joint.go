package extract

import (
	"slices"

	"entente.example/loader/text"
)

// A verb behind "and" or "but" goes on with the nearest verb that may have its subject, which need not be the nearest of all: clauses
// inside the sentence end where what follows cannot belong to them.

// closesAt reports whether the relative clause of the verb ends before the joined verb, which has an object of its own: "accepted the truce
// that Norway had negotiated and attacked X", "knew what was coming and attacked X". But "the rebels whom Chad armed and trained".
func (s *sentence) closesAt(v, joined *group) bool {
	if !s.ownEnd(joined) {
		return false
	}
	rel := v.index - 1
	for rel >= 0 && s.groups[rel].kind == adverbKind {
		rel--
	}
	if rel >= 0 && s.groups[rel].lemma == "what" || rel > 0 && v.subject != nil && rel == v.subject.index && s.groups[rel-1].lemma == "what" {
		return true
	}
	if v.fronted == nil || v.subject == nil || v.subject.index < 1 || v.passive {
		return false
	}
	rel = v.subject.index - 1
	return s.groups[rel].kind == relKind && isObjectRelative(s.groups[rel].lemma) && (v.object == v.fronted || v.object == nil)
}

// ownEnd reports whether an object or a phrase with a name follows the verb.
func (s *sentence) ownEnd(v *group) bool {
	if s.objectNext(v.index) {
		return true
	}
	k := v.index + 1
	return k+1 < len(s.groups) && s.groups[k].kind == prepKind && (s.groups[k].lemma != "by" || v.passive && v.first < v.lastVerb) && s.groups[k+1].kind == nounKind && s.headName(s.groups[k+1]) != nil
}

// outsideThat reports whether the joined verb goes on with who says, knows or accepts what the clause of the verb tells, since the subject
// of that clause is a thing that does nothing: "accepted that the war was lost and attacked X".
func (s *sentence) outsideThat(v, joined *group) bool {
	up := v.governor
	if v.link != thatLink || up == nil || up.kind != verbKind || !up.finite || up.subject == nil || up.passive || v.subject == nil || v.subject.pronoun || len(v.subject.names) > 0 || s.headName(up.subject) == nil {
		return false
	}
	return s.ownEnd(joined) && s.tokens[joined.head].Tag != text.VBG && s.doc.reader.frames.verbs[joined.lemma] != nil && s.doc.reader.classes.has("inert", v.subject.lemma)
}

// inPassing reports whether the verb is told in what a gerund only adds, and a comma ends it before the "and": "defended it by saying that
// others had done worse, and attacked X", "took up arms, claiming that Y had lied, and has seized X".
func (s *sentence) inPassing(v, joined *group, left int) bool {
	up := v.governor
	if v.link != thatLink || up == nil || !up.gerund || left < 1 || s.groups[left-1].kind != commaKind {
		return false
	}
	return up.link == prepositional || up.index > 0 && s.groups[up.index-1].kind == commaKind && s.lower[v.first] == "had" && s.lower[joined.first] != "had"
}

// otherTense reports whether the verb tells only what may be or will be, while the joined one tells the past as the verb above does, so that
// the two share no subject: "feared that A would attack and sent troops to B".
func (s *sentence) otherTense(v, joined *group) bool {
	up := v.governor
	return v.modal != "" && v.link == thatLink && up != nil && up.kind == verbKind && up.finite && up.subject != nil && joined.modal == "" &&
		s.tokens[up.lastVerb].Tag == text.VBD && s.tokens[joined.lastVerb].Tag == text.VBD
}

// goesOnBehind reports whether a verb with an object follows what the comma at i and another one set apart, be it in the form of a participle:
// "Roe, the army's chief, seized Goma".
func (s *sentence) goesOnBehind(i int) bool {
	for k := i + 2; k+2 < len(s.groups) && k < i+12; k++ {
		switch s.groups[k].kind {
		case stopKind, compKind, conjKind:
			return false
		case commaKind:
			v := s.groups[k+1]
			if v.kind == relKind {
				continue
			}
			return v.kind == verbKind && (v.finite || v.participle && v.first == v.head && s.groups[k+2].kind == nounKind) && !s.doc.reader.reports(v.lemma)
		}
	}
	return false
}

// sacks reports whether the verb says of somebody that he loses his office, and denies nothing: "dismissed the prime minister".
func (s *sentence) sacks(v *group) bool {
	whom := v.object
	if v.passive {
		whom = v.subject
	}
	if v.lemma != "dismiss" || whom == nil {
		return false
	}
	if whom.conjuncts != nil {
		whom = whom.conjuncts[0]
	}
	if n := s.headName(whom); n != nil {
		return s.person(n) || s.mayBePerson(n) && n.first > 0 && s.titled(n.first-1)
	}
	return s.doc.reader.classes.any(whom.lemma, "leader", "member")
}

// nextHolder reports whether the name at i tells who holds the office before it, and another office and its holder follow the "and".
func (s *sentence) nextHolder(i, next int) bool {
	return i > 1 && s.groups[i-1].kind == commaKind && s.groups[i-2].kind == nounKind && s.headName(s.groups[i-2]) == nil && s.describes(s.groups[i-2]) && s.headName(s.groups[i]) != nil &&
		next+2 < len(s.groups) && isPossessive(s.lower[s.groups[next].first]) && s.describes(s.groups[next]) && s.groups[next+1].kind == commaKind && s.groups[next+2].kind == nounKind && s.headName(s.groups[next+2]) != nil
}

// hitsUnarmed reports whether the object of the verb is no armed body.
func (s *sentence) hitsUnarmed(v *group, _ []string) bool {
	return v.object == nil || len(s.admit(v.object.actor, "armed")) == 0
}

// leavesFree reports whether no infinitive tells what the object of the verb is to do: not "directed the agency to arm X".
func (s *sentence) leavesFree(v *group, _ []string) bool {
	return !slices.ContainsFunc(s.groups, func(to *group) bool {
		if to.kind == verbKind && to.link == thatLink && to.governor == v {
			return true // "advised Chad that"
		}
		return to.infinitive && to.governor == v && (to.subject == v.object || v.passive && to.subject == v.subject && s.doc.reader.classes.has("demand", v.lemma))
	})
}

// fromActor reports whether somebody stands behind "from" at the verb.
func (s *sentence) fromActor(v *group, _ []string) bool {
	return slices.ContainsFunc(s.argumentsOf(v, "from"), func(g *group) bool { return len(g.actor) > 0 })
}

// endsInserted reports whether the verb is the last, behind an "and", of those of a relative clause that a comma opened, so that a comma
// and another "and" behind it end the clause: "condemned Chad, which closed the border and broke off talks, and sent arms".
func (s *sentence) endsInserted(v *group) bool {
	if k := v.index - 1; k < 1 || v.link != jointLink || s.groups[k].kind != conjKind || s.groups[k-1].kind == commaKind {
		return false
	}
	for depth := 0; v != nil && v.link == jointLink && depth < 4; depth++ {
		v = v.governor
	}
	return v != nil && v.link == relativeLink && s.insertedClause(v)
}
