package extract

import (
	"slices"

	"entente.example/graph"
)

// spokenFor gives the state or body for which the officials act that are the verb's subject: "Egypt's foreign minister
// accused Ethiopia", "US lawmakers approved aid". They do so where they quarrel and where they give support.
func (s *sentence) spokenFor(f *frame, v *group) filler {
	if f.relation != graph.Opposes && f.relation != graph.Backs || v.kind != verbKind || v.passive || v.subject == nil {
		return filler{}
	}
	if !slices.ContainsFunc(f.subject, func(sl slot) bool {
		return sl.role == "subj" && sl.inner == "" && (sl.guard == "actor" || sl.guard == "body")
	}) {
		return filler{}
	}
	g := v.subject
	if g.pronoun || g.conjuncts != nil || len(g.actor) > 0 || s.headName(g) != nil || !s.doc.reader.classes.any(g.lemma, "officials", "member", "leader") || s.agency(g) != "" {
		return filler{}
	}
	if s.unofficial(g) {
		return filler{} // they act for nobody
	}
	if class := s.doc.reader.classes; class.has("private", g.lemma) && !(g.plural && (class.has("related", g.lemma) || f.relation == graph.Backs && class.has("instrument", g.lemma))) {
		return filler{} // one senator is not his state
	}
	if states := s.jointly(g); states != nil {
		return filler{g, states}
	}
	speaker, _ := s.voice(g)
	if speaker == "" && s.lower[g.first] == "the" && s.capitalised(g.head) {
		speaker = s.crown(g)
	}
	if e := s.doc.entity(speaker); speaker == "" || e.IsPlace() || e.Type == graph.Person {
		return filler{}
	}
	return filler{g, []ref{{id: speaker, group: g, percent: sureSeat}}}
}

// jointly gives the states whose officials act together: "the foreign ministers of Mali and Niger condemned".
func (s *sentence) jointly(g *group) []ref {
	var states []ref
	for _, of := range s.roleGroups("of", g) {
		if len(of.conjuncts) > 1 {
			states = append(states, s.admit(of.actor, "state")...)
		}
	}
	for i := range states {
		states[i].group = g
		states[i] = states[i].less(sureSeat)
	}
	return states
}

// ledBody gives who leads the fighters of a noun group that names nobody else: "HTS-led rebels", "fighters led by HTS".
func (s *sentence) ledBody(g *group) []ref {
	refs := s.ledBy(g, "body")
	if refs == nil {
		refs = s.sworn(g)
	}
	if next := g.index + 1; refs == nil && next < len(s.groups) && s.groups[g.index] == g && s.groups[next].kind == verbKind && isHeading(s.groups[next].lemma) && s.groups[next].passive && s.groups[next].subject == g {
		for _, by := range s.argumentsOf(s.groups[next], "by") {
			s.resolveGroup(by)
			refs = append(refs, s.admit(by.actor, "armed")...)
			refs = append(refs, s.commanding(g, by.actor)...)
		}
	}
	if next := g.index + 1; refs == nil && next+1 < len(s.groups) && s.groups[g.index] == g && s.groups[next].kind == prepKind && s.groups[next].lemma == "under" && s.groups[next].first == g.last {
		if isCommand(s.groups[next+1].lemma) && next+3 < len(s.groups) && s.groups[next+2].lemma == "of" {
			next += 2 // "troops under the command of General Roe"
		}
		if chief := s.groups[next+1]; chief.kind == nounKind && chief.conjuncts == nil && s.headName(chief) != nil {
			s.resolveGroup(chief)
			refs = s.commanding(g, chief.actor) // "troops under General Roe"
		}
	}
	for i := range refs {
		refs[i].group, refs[i].force = g, true
		refs[i] = refs[i].less(surePossessor)
	}
	return refs
}

// isHeading tells the verbs for what the commander of a force does.
func isHeading(lemma string) bool {
	return lemma == "lead" || lemma == "command" || lemma == "head"
}

// sworn gives whose forces those are that a compound tells to be on somebody's side: "GNA-aligned forces", "pro-Haftar troops". A
// foreign state's friends are not it.
func (s *sentence) sworn(g *group) []ref {
	if !s.isLocalForce(g.lemma) {
		return nil
	}
	var refs []ref
	add := func(n *name, side bool) {
		for _, r := range s.nameRefs(g, n, "actor") {
			if e := s.doc.entity(r.id); !e.IsState && e.Type != graph.Organisation && (side || e.Type != graph.ArmedGroup && e.Type != graph.Militia) {
				refs = append(refs, s.owned(g, []ref{r}, false)...)
			}
		}
	}
	for _, c := range g.compounds {
		if n := s.nameOf(span{c.left, c.leftEnd}); n != nil && (c.word == "loyal" || c.word == "aligned" || c.word == "allied") {
			add(n, c.word == "loyal") // "al-Qaeda-allied fighters" are others
		}
	}
	for _, k := range g.names {
		if n := &s.names[k]; s.leaning(n) && s.lower[n.first-2] == "pro" {
			add(n, true)
		}
	}
	return refs
}

// commanding gives those whose fighters persons lead: the movement that each leads, for troops the state that he serves, or
// else himself.
func (s *sentence) commanding(g *group, leaders []ref) []ref {
	refs := s.admit(leaders, "person")
	for i, r := range refs {
		if led := s.doc.led(r.id); led != "" && !s.doc.isState(led) {
			refs[i].id = led
		} else if state := s.doc.belongs(r.id); s.doc.isState(state) && (g.lemma == "troop" || g.lemma == "soldier" || g.lemma == "division") {
			refs[i].id = state
		}
	}
	return refs
}

// ledBy gives the actors that "X-led" before an event names.
func (s *sentence) ledBy(g *group, guard string) []ref {
	return s.hyphenedBy(g, guard, func(word string) bool { return word == "led" })
}

// hyphenedBy gives the actors that a hyphen joins to such a word before the noun group.
func (s *sentence) hyphenedBy(g *group, guard string, fits func(word string) bool) []ref {
	var refs []ref
	for _, c := range g.compounds {
		if n := s.nameOf(span{c.left, c.leftEnd}); n != nil && fits(c.word) {
			refs = append(refs, s.nameRefs(g, n, guard)...)
		}
	}
	return refs
}
