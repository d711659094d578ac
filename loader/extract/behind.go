package extract

// actsBehind gives who does what the verb tells where its subject only tells whose task or word it is: "the army's main task
// is fighting X", "adopted a resolution condemning X".
func (s *sentence) actsBehind(v, subject *group) *group {
	if subject == nil || len(subject.actor) > 0 || s.headName(subject) != nil {
		return subject
	}
	classes := s.doc.reader.classes
	switch {
	case classes.has("task", subject.lemma) && (v.infinitive || v.gerund || v.auxiliary != nil || v.first != v.lastVerb):
		if subject.possessor != nil && len(subject.possessor.actor) > 0 {
			return subject.possessor
		}
		for _, of := range s.roleGroups("of", subject) {
			if len(of.actor) > 0 {
				return of
			}
		}
	case classes.has("writ", subject.lemma) && (v.gerund && v.link == relativeLink || v.finite):
		by := s.argumentsOf(subject, "by")
		if len(by) > 0 {
			return by[0]
		}
		if subject.possessor != nil && len(subject.possessor.actor) > 0 {
			return subject.possessor
		}
		if up := subject.verb; up != nil && !up.passive && (subject.role == "obj" && classes.has("issue", up.lemma) || subject.role == "for" && up.lemma == "vote") {
			return up.subject
		}
	}
	return subject
}

// itemised gives those whom "include" lists for a description that its subject is: "states that have struck X include A and
// B", "towns captured by X include A". Of "include" itself the subject is what it is.
func (s *sentence) itemised(v, g *group) *group {
	if v != nil && g != nil && s.precededBy(g, "coalition", "partner", "allied") {
		return g // what a coalition does each of its members need not do: it is a member
	}
	if g == nil || v != nil && v.lemma == "include" || len(g.actor) > 0 || len(g.place) > 0 || g.pronoun || !g.plural {
		return g
	}
	for _, list := range s.groups {
		if list.kind == verbKind && list.lemma == "include" && list.subject == g && list.object != nil && (len(list.object.actor) > 0 || len(list.object.place) > 0) {
			return list.object
		}
	}
	return g
}

// askedTo gives who is to give way by the clause that the verb demands: "demanded that X withdraw".
func (s *sentence) askedTo(v *group) *group {
	for _, g := range s.groups {
		if g.kind == verbKind && g.governor == v && g.link == thatLink && g.report == nil && s.doc.reader.classes.has("relent", g.lemma) {
			return g.subject
		}
	}
	return nil
}

// taskOf reports whether the subject of "is to" is what somebody has the task of, and does, rather than a plan.
func (s *sentence) taskOf(be *group) bool {
	return be.subject != nil && s.doc.reader.classes.has("task", be.subject.lemma)
}
