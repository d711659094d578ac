package extract

import "entente.example/graph/actors"

// attachSuspects joins armed people whom nobody names to those whom they are believed to be, into one group that stands for these, with
// doubt: "unidentified warplanes, believed to be Israeli, bombed", "gunmen believed to be members of X attacked".
func (s *sentence) attachSuspects() {
	for i := 0; i+3 < len(s.groups); i++ {
		g := s.groups[i]
		if g.kind != nounKind || s.headName(g) != nil || g.conjuncts != nil || g.loyal != nil || g.possessor != nil || !s.doc.reader.classes.any(g.lemma, "force", "nationals", "rebels", "flying") && !(g.plural && (g.lemma == "man" || g.lemma == "assailant" || g.lemma == "attacker")) {
			continue
		}
		k, inserted := i+1, false
		if s.groups[k].kind == commaKind {
			k, inserted = k+1, true
		}
		whom := s.believedTo(k)
		if whom == 0 {
			continue
		}
		end := whom + 1
		if inserted {
			if end >= len(s.groups) || s.groups[end].kind != commaKind {
				continue
			}
			end++
		}
		if passive := i > 0 && s.groups[i-1].lemma == "by"; end >= len(s.groups) || s.groups[end].kind != verbKind && !passive {
			continue
		}
		g.loyal, g.last = s.groups[whom], s.groups[whom].last
		s.groups = append(s.groups[:i+1:i+1], s.groups[end:]...)
	}
}

// believedTo gives the noun group for whom "believed to be" at k says that somebody is, or 0: of "believed to be affiliated with X" and
// "believed to be members of X" X.
func (s *sentence) believedTo(k int) int {
	if k+2 >= len(s.groups) || s.groups[k].kind != verbKind || s.groups[k].first != s.groups[k].head || !isSupposed(s.lower[s.groups[k].head]) {
		return 0
	}
	is, at := s.groups[k+1], k+2
	if is.kind != verbKind || !is.infinitive || is.lemma != "be" && is.lemma != "belong" && is.lemma != "affiliate" && is.lemma != "link" && is.lemma != "ally" {
		return 0
	}
	if is.lemma == "be" && s.groups[at].kind == nounKind && s.areMen(s.groups[at]) && at+2 < len(s.groups) && (s.groups[at+1].lemma == "of" || s.groups[at+1].lemma == "from") {
		at++
	}
	if s.groups[at].kind == prepKind {
		at++
	}
	if at >= len(s.groups) || s.groups[at].kind != nounKind || len(s.groups[at].names) == 0 && !s.menOf(s.groups[at]) || s.groups[at].conjuncts != nil {
		return 0
	}
	return at
}

// isSupposed tells the participles by which a report leaves open who somebody is.
func isSupposed(word string) bool {
	switch word {
	case "believed", "suspected", "thought", "presumed", "assumed", "supposed":
		return true
	}
	return false
}

// nextDeed reports whether the noun group at i is whom or what a deed is done to, and the one at next is another's deed: "Chad's capture
// of the port and the Libyan shelling of Faya".
func (s *sentence) nextDeed(i, next int) bool {
	if i < 2 || s.groups[i-1].kind != prepKind || s.groups[i-2].kind != nounKind {
		return false
	}
	deed, other := s.groups[i-2], s.groups[next]
	event := s.doc.reader.frames.event
	return event(deed.lemma) && event(other.lemma) && !event(s.groups[i].lemma) && (other.possessor != nil || len(other.names) > 0) && s.headName(other) == nil
}

// nextBidden reports whether the noun group at i is the object of what one is told to do, and the one at next is another who is told to do
// something: "obliges Chad to leave Goma and Niger to disarm X".
func (s *sentence) nextBidden(i, next int) bool {
	return i > 1 && s.groups[i-1].kind == verbKind && s.groups[i-1].infinitive && s.groups[i-2].kind == nounKind &&
		next+1 < len(s.groups) && s.groups[next+1].kind == verbKind && s.groups[next+1].infinitive && s.headName(s.groups[next]) != nil
}

// menOfState reports whether the noun group is a word for soldiers or their advisers behind a state's adjective.
func (s *sentence) menOfState(g *group) bool {
	if len(g.names) == 0 || s.headName(g) != nil || !s.doc.reader.classes.any(g.lemma, "force", "nationals", "instrument") {
		return false
	}
	n := &s.names[g.names[len(g.names)-1]]
	return n.last == g.head && n.known() && n.has(actors.Adjective)
}
