package extract

import (
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// matchRole tries the frames that hang on the word for an office or a part: "LNA spokesman Ahmed Mismari", "Mismari, a
// spokesman for the LNA", "Turkey is a member of NATO".
func (s *sentence) matchRole(g *group) {
	roles := s.doc.reader.frames.roles
	if n := s.headName(g); n != nil {
		s.matchLedName(g, n)
		for i := g.first; i < n.first; i++ {
			lemma := s.roleWord(i)
			for _, t := range roles[lemma] {
				if s.deputy(i, lemma) != (t.frame.relation == graph.MemberOf) && s.deputy(i, lemma) {
					continue
				}
				s.emitTitle(t, g, n, i)
			}
		}
	}
	if len(roles[g.lemma]) == 0 || s.headName(g) != nil {
		return
	}
	for _, holder := range s.holders(g) {
		for _, t := range roles[g.lemma] {
			if s.deputy(g.head, g.lemma) && t.frame.relation == graph.Leads {
				continue
			}
			s.emitRole(t, g, holder)
		}
	}
}

// roleWord gives the lemma of a word that may be a role, with the word before it where the two make one.
func (s *sentence) roleWord(i int) string {
	lemma := s.lemma(i)
	if i > 0 {
		if joined := s.lower[i-1] + "_" + lemma; s.doc.reader.twoWords[joined] {
			return joined
		}
	}
	if i+1 < len(s.lower) && s.doc.reader.twoWords[lemma+"_"+s.lemma(i+1)] {
		return ""
	}
	return lemma
}

// deputy reports whether the office at the token is only a deputy's or an assistant's.
func (s *sentence) deputy(i int, lemma string) bool {
	i -= strings.Count(lemma, "_")
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		switch s.lower[k] {
		case "deputy", "vice", "assistant", "deputies":
			return true
		}
	}
	return false
}

// emitTitle: role and holder in one noun group, "Canadian Defence Minister John Roe", "Russia's ally Belarus".
func (s *sentence) emitTitle(t trigger, g *group, n *name, at int) {
	holder := filler{g, s.admit(g.actor, guardOf(t.frame, "person"))}
	if len(holder.refs) == 0 {
		return
	}
	var body []ref
	guard := s.bodyGuard(t.frame)
	for _, k := range g.names {
		if m := &s.names[k]; m != n && m.last <= at+1 && m.first < at {
			body = append(body, s.nameRefs(g, m, guard)...)
		}
	}
	if len(body) == 0 && g.possessor != nil {
		body = s.guarded(g.possessor, guard)
	}
	if len(body) == 0 && t.frame.relation == graph.Leads && (s.lower[at] == "president" || s.lower[at] == "minister") && holder.refs[0].percent == sureName {
		for _, id := range s.doc.reader.dictionary.LedBy(holder.refs[0].id, s.doc.date()) {
			if s.doc.entity(id).IsState {
				r := holder.refs[0]
				r.id = id
				body = append(body, r.less(sureDefinite))
				break
			}
		}
	}
	s.noteRole(t, g, span{at, at + 1}, holder.refs, body)
}

// emitRole: the role has a noun group of its own, in apposition or behind "is".
func (s *sentence) emitRole(t trigger, g, holder *group) {
	refs := s.admit(holder.actor, guardOf(t.frame, "person"))
	if guardOf(t.frame, "person") == "place" {
		refs = holder.place
	}
	if len(refs) == 0 {
		return
	}
	var rest []slot
	for _, list := range [][]slot{t.frame.subject, t.frame.object} {
		for _, sl := range list {
			if sl.role != "person" {
				rest = append(rest, sl)
			}
		}
	}
	body, _ := s.fill(rest, g)
	s.noteRole(t, g, span{g.head, g.head + 1}, refs, body.refs)
}

// noteRole notes who holds the role at what, and remembers leaders for "Haftar's forces".
func (s *sentence) noteRole(t trigger, g *group, at span, holders, body []ref) {
	if len(holders) == 0 || len(body) == 0 {
		return
	}
	if t.frame.relation == graph.Leads && len(body) == 1 && !s.doc.entity(body[0].id).IsState {
		if _, ok := s.doc.leaders[holders[0].id]; !ok && len(s.doc.reader.dictionary.LedBy(holders[0].id, s.doc.date())) == 0 {
			s.doc.leaders[holders[0].id] = body[0].id
		}
	}
	person := len(t.frame.subject) > 0 && t.frame.subject[0].role == "person"
	if person {
		s.note(t, g, at, holders, body, g)
		return
	}
	s.note(t, g, at, body, holders, g)
}

// guardOf gives the guard of the slot with the role.
func guardOf(f *frame, role string) string {
	for _, list := range [][]slot{f.subject, f.object} {
		for _, sl := range list {
			if sl.role == role {
				return sl.guard
			}
		}
	}
	return "actor"
}

// bodyGuard gives the guard of the slots that are not the holder's.
func (s *sentence) bodyGuard(f *frame) string {
	for _, list := range [][]slot{f.subject, f.object} {
		for _, sl := range list {
			if sl.role != "person" {
				return sl.guard
			}
		}
	}
	return "actor"
}

// holders gives who holds the role that a noun group names: what it renames, or the subject of its "is".
func (s *sentence) holders(g *group) []*group {
	var found []*group
	for _, other := range s.groups {
		if other.kind != nounKind || other == g {
			continue
		}
		for _, a := range other.apposed {
			if a == g {
				found = append(found, other)
			}
		}
	}
	for _, v := range s.groups {
		if v.kind == verbKind && v.copula && v.complement != nil && v.subject != nil && (v.complement == g || contains(v.complement.conjuncts, g)) {
			found = append(found, v.subject)
		}
	}
	return found
}

func contains(groups []*group, g *group) bool {
	for _, other := range groups {
		if other == g {
			return true
		}
	}
	return false
}

// matchOwner tries the two frames that have no word of their own: an army "of" its chief, and troops "in" a place.
func (s *sentence) matchOwner(g *group) {
	if f := s.doc.reader.frames.owners["force"]; f != nil {
		for _, a := range s.argumentsOf(g, "of") {
			n := s.headName(a)
			if n == nil || s.headName(g) == nil || !s.namesLeader(a, n) {
				continue
			}
			s.note(trigger{frame: f}, g, span{a.first, a.head}, s.admit(a.actor, "person"), s.admit(g.actor, "armed"), g)
		}
	}
	f := s.doc.reader.frames.owners["in"]
	if f == nil || g.verb != nil && g.role == "subj" && !g.verb.finite {
		return
	}
	for _, a := range g.after {
		if a.prep == "in" && s.doc.reader.classes.has("force", g.lemma) && !s.doc.reader.frames.event(g.lemma) {
			s.note(trigger{frame: f}, g, span{a.noun.first - 1, a.noun.first}, s.admit(g.actor, "force"), a.noun.place, g)
		}
	}
}

// matchLedName: "the Saudi-led coalition" is a name of the dictionary that itself tells who leads it.
func (s *sentence) matchLedName(g *group, n *name) {
	for i := n.first + 1; i+1 < n.last; i++ {
		if s.tokens[i].Tag != text.HYPH || s.lower[i+1] != "led" {
			continue
		}
		length, senses := s.doc.reader.matcher.Longest(s.words[:i], n.first)
		if length == 0 || n.first+length != i {
			return
		}
		left := name{first: n.first, last: i, senses: senses}
		for _, t := range s.doc.reader.frames.mods["led"] {
			s.note(t, g, span{i + 1, i + 2}, s.nameRefs(g, &left, "leader"), s.admit(g.actor, "body"), g)
		}
	}
}

// namesLeader reports whether a leader's word stands before the name.
func (s *sentence) namesLeader(g *group, n *name) bool {
	for i := g.first; i < n.first; i++ {
		if s.doc.reader.classes.any(s.roleWord(i), "leader") || s.doc.reader.classes.any(s.lemma(i), "leader", "title") {
			return true
		}
	}
	return false
}
