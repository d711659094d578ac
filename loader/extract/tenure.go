package extract

import (
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/loader/text"
)

// titleBodies gives what the office before a name is held at: the name before it, who owns the group, "of X" behind it.
// told reports whether the text says so at all, be it known or not.
func (s *sentence) titleBodies(g *group, n *name, o office) (refs []ref, told bool) {
	if refs, told = s.bodiesBefore(g, n, o); told {
		return refs, true
	}
	if m := s.inBracketBefore(g); m != nil && o.first == g.first {
		return s.bodyNamed(g, m), true // "African National Union (ANU) leader John Roe"
	}
	for _, a := range g.after {
		if a.prep == "of" && a.noun.first == g.last+1 && !s.constituency(o, a.noun) {
			return s.bodies(a.noun), true
		}
	}
	if v := g.verb; v != nil && g.role == "obj" && v.subject != nil && s.doc.reader.classes.any(v.lemma, "dispatch", "appoint") {
		if refs = s.admit(v.subject.actor, "body"); len(refs) > 0 {
			return refs, true // "Chad dispatched diplomats Roe and Doe"
		}
	}
	if k := g.first - 2; k > 0 && s.lower[k+1] == "and" && s.doc.reader.classes.any(s.lemma(k), "leader", "member") {
		if m := s.nameBefore(k); m != nil { // "CPP founder and leader John Roe"
			return s.bodyNamed(g, m), true
		}
	}
	return nil, false
}

// inBracketBefore gives the name, alone in a bracket, right before the noun group, or nil.
func (s *sentence) inBracketBefore(g *group) *name {
	k := g.first - 1
	if k < 2 || s.tokens[k].Tag != text.CloseBracket {
		return nil
	}
	if m := s.nameBefore(k); m != nil && m.first > 1 && s.tokens[m.first-1].Tag == text.OpenBracket {
		return m
	}
	return nil
}

// bodiesBefore gives what stands before an office for what it is of: a name, an owner.
func (s *sentence) bodiesBefore(g *group, n *name, o office) (refs []ref, told bool) {
	names := slices.Clone(g.names)
	if o.first > g.first && befriended(s.lower[o.first-1]) {
		return nil, true
	}
	if g.possessor != nil && len(names) > 0 && s.land(&s.names[names[0]]) && !s.doc.reader.classes.has("leader", o.lemma) {
		if refs = s.bodies(g.possessor); len(refs) > 0 {
			return refs, true // "the Crisis Group's Sudan analyst"
		}
	}
	if g.possessor != nil && s.doc.reader.classes.has("envoy", o.lemma) {
		return s.bodies(g.possessor), true // "Chad's UN ambassador"
	}
	if refs = s.partyBefore(g, o); len(refs) > 0 {
		return refs, true
	}
	if !s.doc.reader.classes.has("envoy", o.lemma) {
		slices.Reverse(names) // the nearest first, but "the UN Chad envoy" is the UN's
	}
	for _, i := range names {
		m := &s.names[i]
		if m == n || m.last > o.first || s.partisan(m.first) || m.first > 0 && (s.lower[m.first-1] == "ethnic" || s.tokens[m.first-1].Tag == text.HYPH) || s.homonym(m, o) { // "pro-American"
			continue
		}
		if o.lemma == "secretary" && s.text(m.first, m.last) == "Security Council" {
			return nil, true // a state's, not the United Nations'
		}
		if s.studied(o, m) {
			told = true
			continue
		}
		refs := s.rebelBody(g, m, o)
		if len(refs) == 0 {
			refs = s.bodyNamed(g, m)
		}
		if len(refs) == 0 && m.last == o.first {
			refs = s.newBody(o, g, m)
		}
		if len(refs) > 0 {
			return refs, true
		}
		told = true
	}
	if o.lemma == "counterpart" || s.strangeLand(g, o) {
		return nil, true
	}
	if g.possessor != nil {
		return s.bodies(g.possessor), true
	}
	if isPossessive(s.lower[g.first]) {
		refs = s.bodies(s.possessive(g))
		return refs, told || len(refs) > 0
	}
	return nil, told
}

// studied reports whether the name before an office tells what its holder knows about rather than who employs him: "a Taliban analyst", "a
// Russian military analyst", "the Iran desk officer", but "a CIA analyst", "a US intelligence analyst".
func (s *sentence) studied(o office, m *name) bool {
	if m.last < o.first && s.lower[m.last] == "desk" {
		return true
	}
	if !s.doc.reader.classes.has("scholar", o.lemma) || !m.known() || m.last < o.first && !s.doc.reader.classes.has("studyfield", s.lower[m.last]) {
		return false
	}
	switch m.senses[0].Entry.Type {
	case graph.ArmedGroup, graph.Militia, graph.Party, graph.Coalition, graph.Person:
		return true
	}
	return m.adjectival() || m.has(actors.Adjective) || s.isPlaceName(m) || m.senses[0].Entry.IsState && m.senses[0].Entry.Name == s.text(m.first, m.last)
}

// heldBodies gives what an office in a noun group of its own is held at: "Russia's foreign minister", "the minister of
// defence of Chad", "a spokesman for the Iraqi army".
func (s *sentence) heldBodies(g *group, o office) (refs []ref, told bool) {
	if refs, told = s.bodiesBefore(g, nil, o); len(refs) > 0 {
		if behind, _ := s.behind(g, o); g.possessor == nil && len(refs) == 1 && s.doc.isState(refs[0].id) && o.lemma == "commander" && len(s.admit(behind, "group")) > 0 {
			if known := slices.DeleteFunc(slices.Clone(behind), func(r ref) bool { _, ok := s.doc.reader.dictionary.Entry(r.id); return !ok }); len(known) > 0 {
				behind = known
			}
			return append(behind, refs...), true // "the Nigerian commander of ECOMOG"
		}
		if of := s.agencyBehind(g, o, refs); len(of) > 0 {
			return of, true
		}
		return refs, true
	}
	if told && g.possessor != nil {
		return nil, true
	}
	if refs, told = s.behind(g, o); len(refs) == 0 && !told && s.hadRole(g) {
		return s.bodies(g.verb.subject), true // "the M23 has a new commander, Roe"
	}
	return refs, told
}

// behind gives what stands behind an office for what it is of: "of Chad", "for the army", "at the ministry".
func (s *sentence) behind(g *group, o office) (refs []ref, told bool) {
	if g.of != nil {
		return s.bodies(g.of), true
	}
	for i, a := range g.after {
		switch a.prep {
		case "of", "for", "at", "in", "with", "from":
		case "to":
			if s.doc.reader.classes.has("envoy", o.lemma) {
				continue
			}
		default:
			continue
		}
		if s.namesHolder(a.noun) { // "the minister for Africa John Roe"
			return s.bodyNamed(a.noun, &s.names[a.noun.names[0]]), false
		}
		refs := s.bodies(a.noun)
		if n := s.headName(a.noun); len(refs) == 0 && n != nil && a.prep == "of" {
			refs = s.newBody(o, a.noun, n)
		}
		if n := s.headName(a.noun); n != nil && a.prep == "of" && s.studied(o, n) {
			return nil, true
		}
		if s.doc.reader.classes.has("scholar", o.lemma) && (a.prep == "in" && len(refs) > 0 && s.doc.isState(refs[0].id) || a.prep == "at" && s.headName(a.noun) == nil) {
			return nil, true // "an analyst in Chad", "an analyst at a university in Chad"
		}
		if employer := s.employer(o, refs, g.after[i+1:]); len(employer) > 0 {
			return employer, true
		}
		if len(refs) > 0 {
			return refs, true
		}
		if a.prep == "for" && s.outside(a.noun) {
			return nil, true // "a spokesman for the opposition to the Taliban"
		}
		if a.prep == "of" && !(strings.HasSuffix(o.lemma, "minister") && len(a.noun.names) == 0 && a.noun.of == nil) { // "the minister of social affairs"
			return nil, true
		}
	}
	return nil, told
}

// bodyNamed resolves a name before an office to who it is held at; a person stands for what he leads.
func (s *sentence) bodyNamed(g *group, m *name) []ref {
	var refs []ref
	for _, r := range s.nameRefs(g, m, "actor") {
		refs = append(refs, s.bodyOf(r)...)
	}
	return refs
}

// bodies gives the bodies that a noun group stands for, or, where it stands for none, those that own or modify it: "the
// spokesman for Iran's foreign ministry" speaks for Iran.
func (s *sentence) bodies(g *group) []ref {
	var refs []ref
	for _, r := range g.actor {
		refs = append(refs, s.bodyOf(r)...)
	}
	if len(refs) > 0 {
		if s.headName(g) == nil && s.doc.reader.classes.has("office", g.lemma) {
			for i := range refs {
				refs[i].within = true // "the head of Hamas's rocket unit" does not head Hamas
			}
		}
		for i := range refs {
			refs[i].standing = s.standingOf(g)
		}
		return refs
	}
	for _, a := range g.apposed { // "a coalition of parties, the Freedom Front"
		if n := s.headName(a); a.first > g.first && n != nil && !s.person(n) && s.headName(g) == nil && s.doc.reader.classes.has("grouping", g.lemma) {
			if refs = s.admit(a.actor, "body"); len(refs) > 0 {
				return refs
			}
		}
	}
	switch {
	case country(g.lemma) && (g.of == nil || len(g.of.names) == 0):
		return s.doc.focusState(g, false)
	case s.headName(g) != nil && !g.pronoun:
		return nil
	}
	for i := len(g.names) - 1; i >= 0 && len(refs) == 0; i-- {
		if m := &s.names[g.names[i]]; m.last <= g.head && !s.namesOnly(g, m) {
			refs = s.bodyNamed(g, m)
		}
	}
	switch {
	case len(refs) > 0:
	case g.possessor != nil:
		refs = s.bodies(g.possessor)
	case g.of != nil:
		refs = s.bodies(g.of)
	}
	for i := 0; i < len(g.after) && len(refs) == 0; i++ {
		if a := g.after[i]; a.prep == "of" || a.prep == "for" || a.prep == "in" {
			refs = s.bodies(a.noun)
			break
		}
	}
	for i := range refs {
		refs[i].within, refs[i].standing = true, max(refs[i].standing, s.standingOf(g)) // "the head of the UN mission" does not head the UN
	}
	return refs
}

// bodyOf gives the body that an actor is, or that the person leads; nobody's staff but a known leader's is his body's.
func (s *sentence) bodyOf(r ref) []ref {
	e := s.doc.entity(r.id)
	switch {
	case e.IsPlace():
		return nil
	case e.Type != graph.Person:
		return []ref{r}
	}
	led := s.doc.led(r.id)
	if led == "" {
		led = s.doc.belongs(r.id) // "the envoy and his deputy"
	}
	if led == "" {
		if ids := s.doc.reader.dictionary.LedBy(r.id, ""); len(ids) > 0 {
			led = ids[0]
		}
	}
	if led == "" {
		return []ref{r}
	}
	r.id = led
	return []ref{r.less(surePossessor)}
}
