package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// matchRole tries the frames that hang on the word for an office or a part: "LNA spokesman Ahmed Mismari", "Mismari, a
// spokesman for the LNA", "Turkey is a member of NATO".
func (s *sentence) matchRole(g *group) {
	roles := s.doc.reader.frames.roles
	for _, k := range g.names {
		s.matchLedName(g, &s.names[k])
	}
	if n := s.headName(g); n != nil {
		s.matchInside(g, n)
		partisan := s.matchPartisan(g, n)
		if s.person(n) && n.known() && s.doc.reader.classes.has("sovereign", s.lower[n.first]) { // "King Abdullah" as a whole
			s.matchOffice(office{first: n.first, last: n.first + 1, lemma: s.lower[n.first]}, g, g, nil, false)
		}
		first := g.first
		if g.possessor != nil {
			first = g.possessor.last
		}
		titled := false
		for i := first; i < n.first; i++ {
			if o := s.officeAt(i); len(roles[o.lemma]) > 0 && !(partisan && s.senator(i)) && !(titled && s.doc.reader.classes.has("rank", o.lemma)) && !s.rankBehind(g, o) && !s.firstAmong(o) {
				titled = titled || s.doc.reader.classes.any(o.lemma, "leader", "member")
				s.matchTitle(g, n, o)
				i = max(i, o.last-1)
			}
		}
		return
	}
	if !s.mayHoldOffice(g) {
		return
	}
	o := s.officeOf(g)
	if len(roles[o.lemma]) == 0 {
		return
	}
	for _, k := range g.names { // "John Roe leader of the party"
		if n := &s.names[k]; n.last == o.first && n.first == g.first && s.person(n) {
			at := &group{kind: nounKind, first: n.first, last: n.last, head: n.last - 1, index: g.index}
			at.actor = s.personNamed(at, n)
			bodies, told := s.behind(g, o)
			s.matchOffice(o, g, at, bodies, told)
			return
		}
	}
	if n := s.lastName(g); n != nil && g.of != nil && s.namesHolder(g.of) { // "a member of the Chadian parliament John Roe"
		at := &group{kind: nounKind, first: n.first, last: n.last, head: n.last - 1, index: g.index}
		at.actor = s.personNamed(at, n)
		s.matchOffice(o, g, at, s.bodyNamed(g.of, &s.names[g.of.names[0]]), true)
		return
	}
	for _, holder := range s.holders(g) {
		bodies, told := s.heldBodies(g, o)
		s.matchOffice(o, g, holder, bodies, told)
		s.matchPart(roles[o.lemma], g, holder)
	}
	if v := s.serving(g); v != nil {
		s.matchPart(roles[o.lemma], g, v.subject)
	}
}

// firstAmong reports whether "chief" only tells the first of those who hold the office behind it: "the M23's chief spokesman Roe".
func (s *sentence) firstAmong(o office) bool {
	if s.lower[o.last-1] != "chief" || o.last >= len(s.lower) || s.words[o.last] != s.lower[o.last] {
		return false
	}
	next := s.officeAt(o.last).lemma
	return s.doc.reader.classes.has("member", next) && !s.doc.reader.classes.has("rank", next)
}

// matchPart tries the frames of a role that is no office on who plays it.
func (s *sentence) matchPart(triggers []trigger, g, holder *group) {
	for _, t := range triggers {
		if !t.frame.office() {
			s.emitRole(t, g, holder)
		}
	}
}

// lastName gives the person's name that ends the noun group, or nil.
func (s *sentence) lastName(g *group) *name {
	if n := s.nameBefore(g.last); n != nil && n.first > g.head && s.person(n) {
		return n
	}
	return nil
}

// rankBehind reports whether the office is the rank of him who holds the office that the noun group stands behind: "the commander of
// the Eagles Front General Roe".
func (s *sentence) rankBehind(g *group, o office) bool {
	over := s.nounBefore(g)
	return over != nil && s.doc.reader.classes.has("rank", o.lemma) && s.doc.reader.classes.any(over.lemma, "leader", "member") && s.namesHolder(g)
}

// office reports whether the frame is one of the two for persons in office, which the office's words tell apart.
func (f *frame) office() bool {
	return (f.relation == graph.Leads || f.relation == graph.MemberOf) && guardOf(f, "person") == "person"
}

// owned reports whether one of the frame's ends is who owns the role, or stands before it.
func (f *frame) owned() bool {
	return slices.ContainsFunc(slices.Concat(f.subject, f.object), func(sl slot) bool { return sl.role == "mod" || sl.role == "poss" })
}

// matchTitle: role and holder in one noun group, "Canadian Defence Minister John Roe", "Russia's ally Belarus".
func (s *sentence) matchTitle(g *group, n *name, o office) {
	o.title = g.first < 1 || s.lower[g.first-1] != "and"
	bodies, told := s.titleBodies(g, n, o)
	s.matchOffice(o, g, s.withColleagues(o, g), bodies, told)
	if o.indefinite { // "Presidents Roe and Doe"
		for _, top := range s.groups {
			if k := slices.Index(top.conjuncts, g); k >= 0 {
				for _, c := range top.conjuncts[k+1:] {
					s.matchOffice(o, c, c, bodies, told)
				}
			}
		}
	}
	for _, t := range s.doc.reader.frames.roles[o.lemma] {
		if !t.frame.office() && t.frame.owned() {
			s.emitTitle(t, g, n, o.last-1)
		}
	}
}

// person reports whether the name is a person's.
func (s *sentence) person(n *name) bool {
	if n.known() {
		return n.senses[0].Entry.Type == graph.Person
	}
	return n.shape == graph.Person
}

// personNamed resolves a person's name.
func (s *sentence) personNamed(at *group, n *name) []ref {
	if n.known() {
		return s.nameRefs(at, n, "person")
	}
	if r, ok := s.doc.introduce(s, at, n); ok {
		return []ref{r}
	}
	return nil
}

// newBody makes a body of a new name that somebody heads, where only an army or an organisation has such a head.
func (s *sentence) newBody(o office, g *group, n *name) []ref {
	if n.known() || n.shape != "" || !s.doc.reader.classes.has("bodyhead", o.lemma) || o.part || s.doc.reader.adjectiveLike(s.words[n.last-1]) {
		return nil
	}
	words := s.text(n.first, n.last)
	if s.doc.introduced["place "+words] != "" || n.last-n.first < 2 && !isAcronym(words) {
		return nil
	}
	id, ok := s.doc.introduced[words]
	if !ok {
		shape := graph.Organisation
		if o.lemma == "commander" || o.lemma == "leader" {
			shape = graph.ArmedGroup
		}
		id = graph.UnknownID(words, s.doc.focus.Name())
		s.doc.entities[id] = graph.Entity{ID: id, Name: strings.Join(strings.Fields(words), " "), Type: shape, Country: s.doc.focus}
		s.doc.introduced[words] = id
	}
	at := &group{kind: nounKind, first: n.first, last: n.last, head: n.last - 1, index: g.index}
	return []ref{{id: id, group: at, percent: sureNewName}}
}

// emitTitle: another tie than an office in one noun group, "Russia's ally Belarus".
func (s *sentence) emitTitle(t trigger, g *group, n *name, at int) {
	t.presupposed = true
	holder := filler{g, s.admit(g.actor, guardOf(t.frame, "person"))}
	if t.frame.relation == graph.MemberOf && s.person(n) && s.lemma(at) != "member" {
		return // "the French Armed Forces General Roe" is no armed force
	}
	if len(holder.refs) == 0 {
		return
	}
	var body []ref
	guard := guardWhere(t.frame, func(sl slot) bool { return sl.role != "person" })
	for _, k := range g.names {
		if m := &s.names[k]; m != n && m.last <= at+1 && m.first < at && !(g.possessor != nil && offshoot(s.lower[at]) && m.adjectival()) {
			body = append(body, s.nameRefs(g, m, guard)...)
		}
	}
	switch {
	case len(body) > 0:
	case g.possessor != nil:
		body = s.guarded(g.possessor, guard)
	case isPossessive(s.lower[g.first]):
		body = s.guarded(s.possessive(g), guard)
		if s.lower[at] == "wing" && slices.ContainsFunc(body, func(r ref) bool { return s.doc.entity(r.id).IsState }) {
			return // no state has an armed wing
		}
	}
	if s.tokens[at].Tag == text.NNS {
		holder.refs = s.admit(s.listedFrom(g), guardOf(t.frame, "person"))
	}
	s.noteRole(t, g, span{at, at + 1}, holder.refs, body)
}

// mayHoldOffice tells most noun groups from those whose head a rule knows as a role: [sentence.officeOf] tells which.
func (s *sentence) mayHoldOffice(g *group) bool {
	i := g.head
	if i > 0 && s.tokens[i-1].Tag == text.HYPH || i+1 < len(s.tokens) && s.tokens[i+1].Tag == text.HYPH {
		return true
	}
	lemma := s.roleWord(i)
	if lemma == "" {
		lemma = g.lemma
	}
	return lemma == "head" || len(s.doc.reader.frames.roles[lemma]) > 0
}

// roleWord gives the lemma of a word that may be a role, with the word before it where the two make one.
func (s *sentence) roleWord(i int) string {
	lemma := strings.TrimPrefix(strings.TrimSuffix(s.lemma(i), "."), "ex-") // "Sen.", "ex-president"
	if i > 0 {
		if joined := s.doc.reader.twoWords.join(s.lower[i-1], lemma); joined != "" {
			return joined
		}
	}
	if i+1 < len(s.lower) && s.doc.reader.twoWords.begins(lemma) && s.doc.reader.twoWords.join(lemma, s.lemma(i+1)) != "" {
		return ""
	}
	return lemma
}

// emitRole: the role has a noun group of its own, in apposition or behind "is".
func (s *sentence) emitRole(t trigger, g, holder *group) {
	if !s.meets(t.frame, g) || t.frame.relation == graph.MemberOf && s.ofAffair(g) {
		return
	}
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
	body, filled := s.fill(rest, g)
	t.presupposed = !s.playsRole(g)
	if states := slices.ContainsFunc(body.refs, func(r ref) bool { return s.doc.entity(r.id).IsState }); states && offshoot(g.lemma) && filled.role == "poss" {
		if of := slices.DeleteFunc(s.modifiers(g, "body"), func(r ref) bool { return s.doc.entity(r.id).IsState }); len(of) > 0 {
			body.refs = of // "Syria's al-Qaeda affiliate" is al-Qaeda's in Syria
		}
	}
	if (filled.role == "mod" || filled.role == "poss" && strings.HasSuffix(g.lemma, "wing") && isPossessive(s.lower[g.first])) && offshoot(g.lemma) && slices.ContainsFunc(body.refs, func(r ref) bool { return s.doc.entity(r.id).IsState }) {
		return // of "a Syrian affiliate" Syria is where it is
	}
	s.noteRole(t, g, span{g.head, g.head + 1}, refs, body.refs)
}

// noteRole notes who holds the role at what, and remembers leaders for "Haftar's forces".
func (s *sentence) noteRole(t trigger, g *group, at span, holders, body []ref) {
	if len(holders) == 0 || len(body) == 0 {
		return
	}
	if t.frame.relation == graph.Leads && len(body) == 1 && s.doc.entity(body[0].id).Type != graph.Person {
		if s.doc.isState(body[0].id) {
			delete(s.doc.leaders, holders[0].id) // "Roe became president"
		}
		if _, ok := s.doc.leaders[holders[0].id]; !ok && len(s.doc.reader.dictionary.LedBy(holders[0].id, s.doc.date())) == 0 {
			s.doc.leaders[holders[0].id] = body[0].id
		}
	}
	qualified := g
	if v := s.serving(g); v != nil {
		qualified = v
	} else if role := s.capacity(g); role != nil {
		qualified = role // "denied its role as"
	}
	person := len(t.frame.subject) > 0 && t.frame.subject[0].role == "person"
	if person {
		s.note(t, g, at, holders, body, qualified)
		return
	}
	s.note(t, g, at, body, holders, qualified)
}

// guardOf gives the guard of the slot with the role.
func guardOf(f *frame, role string) string {
	return guardWhere(f, func(sl slot) bool { return sl.role == role })
}

// guardWhere gives the guard of the first slot that fits.
func guardWhere(f *frame, fits func(slot) bool) string {
	for _, sl := range slices.Concat(f.subject, f.object) {
		if fits(sl) {
			return sl.guard
		}
	}
	return "actor"
}

// matchOwner tries the two frames that have no word of their own: an army "of" its chief, and troops "in" a place.
func (s *sentence) matchOwner(g *group) {
	for _, a := range s.argumentsOf(g, "of") {
		f, n := s.doc.reader.frames.owners["force"], s.headName(a)
		if f == nil || n == nil || s.headName(g) == nil || !s.namesLeader(a, n) {
			continue
		}
		s.note(trigger{frame: f}, g, span{a.first, a.head}, s.admit(a.actor, "person"), s.admit(g.actor, "armed"), g)
	}
	if len(g.after) == 0 {
		return
	}
	f := s.doc.reader.frames.owners["in"]
	if f == nil || s.mayNotBeThere(g) {
		return
	}
	for _, a := range g.after {
		if !locative(a.prep) {
			break // "force against rebels in X": the place is theirs
		}
		if s.doc.reader.classes.has("force", g.lemma) && !s.doc.reader.frames.event(g.lemma) {
			s.note(trigger{frame: f}, g, span{a.noun.first - 1, a.noun.first}, s.admit(g.actor, "force"), a.noun.place, g)
		}
	}
}

// mayNotBeThere reports whether the place behind soldiers need not be where they are: "Russian troops in Goma would be a threat", "has
// troops in Goma", which the verb tells, "raids by Russian jets in Hama", who are based elsewhere.
func (s *sentence) mayNotBeThere(g *group) bool {
	if g.prep == "by" && aerial(g.lemma) || s.impounded(g) {
		return true
	}
	if v := g.verb; v != nil && g.role == "subj" {
		return !v.finite || v.modal == "would" || v.modal == "could" || v.modal == "may" || v.modal == "might"
	}
	if over := s.nounBefore(g); over != nil && g.role == "of" {
		g = over // "has stationed ten officers of the unit in Gao"
	}
	return g.verb != nil && g.role == "obj" && s.settles(g.verb)
}

// settles reports whether the verb itself tells whether its object is at the place behind: "has troops in Gao" may be denied, planned or
// asked, "will train recruits in Nakuru".
func (s *sentence) settles(v *group) bool {
	switch v.lemma {
	case "train", "seek", "request", "imagine", "envisage":
		return true
	}
	return s.doc.reader.frames.calledBy(v.lemma, "deployed_to.send")
}
