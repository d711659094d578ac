package extract

import (
	"slices"

	"entente.example/graph"
	"entente.example/loader/text"
)

// matchAllied: "Congolese troops and allied Wazalendo fighters": the last of a list is an ally of the others.
func (s *sentence) matchAllied(g *group) {
	s.matchAllies(g)
	s.matchLoyalists(g)
	if !s.precededBy(g, "allied", "friendly") || len(g.actor) == 0 || slices.Contains(s.words[g.first:g.head], "Allied") {
		return
	}
	for _, top := range s.groups {
		at := slices.Index(top.conjuncts, g)
		if at < 1 {
			continue
		}
		for _, c := range top.conjuncts[:at] {
			s.noteOwner("allied", g, span{g.head, g.head + 1}, s.admit(c.actor, "body"), s.admit(g.actor, "body"))
		}
	}
}

// matchLoyalists: "militias loyal to Chad, such as A and B", "groups affiliated with X, among them Y": those named are allies of whom the
// words before say that all are loyal to.
func (s *sentence) matchLoyalists(g *group) {
	if g.loyal == nil || g.examples == nil || !s.doc.reader.classes.any(g.lemma, "grouping", "rebels", "force") {
		return
	}
	word := g.head + 1
	if word >= g.loyal.first || !isAllegiance(s.lower[word]) {
		return
	}
	s.resolveGroup(g.loyal)
	s.noteOwner("allied", g, span{word, word + 1}, s.admit(g.examples.actor, "body"), s.admit(g.loyal.actor, "actor"))
}

// leaning reports whether the name only tells whom somebody is for or against: "pro-Iranian guerrillas".
func (s *sentence) leaning(n *name) bool {
	if n.first < 2 || s.tokens[n.first-1].Tag != text.HYPH {
		return false
	}
	switch s.lower[n.first-2] {
	case "pro", "anti", "non":
		return true
	}
	return false
}

// andCoalition reports whether a force is said to be that of a name and of its coalition: "US and coalition forces".
func (s *sentence) andCoalition(g *group) bool {
	for i := g.first + 1; i+1 < g.head; i++ {
		if s.lower[i] == "and" && s.lower[i+1] == "coalition" {
			return true
		}
	}
	return false
}

// matchAllies: "Congo and its Angolan and Zimbabwean allies", "the Taliban and their al-Qaeda allies": whose allies those are whom
// the words before tell. A single state's people may be anybody's: "Turkey and its Syrian allies".
func (s *sentence) matchAllies(g *group) {
	if g.lemma != "ally" && g.lemma != "partner" || !g.plural || s.headName(g) != nil || len(g.names) == 0 {
		return
	}
	owner := g.possessor
	if owner == nil && isPossessive(s.lower[g.first]) {
		owner = s.possessive(g)
	}
	if owner == nil {
		return
	}
	var states, groups []ref
	for _, k := range g.names {
		if n := &s.names[k]; n.first >= owner.last || owner.index != g.index {
			for _, r := range s.nameRefs(g, n, "body") {
				switch e := s.doc.entity(r.id); {
				case e.IsState && r.id != s.doc.focus:
					states = append(states, r)
				case armed(e.Type) && e.Type != graph.Coalition:
					groups = append(groups, r)
				}
			}
		}
	}
	if len(states) > 1 {
		groups = append(groups, states...)
	}
	s.noteOwner("allied", g, span{g.head, g.head + 1}, s.admit(owner.actor, "body"), groups)
}

// linkedToState reports whether the words name those who are only linked to a state or its forces, and are not its own: "groups
// affiliated with Iran's Revolutionary Guard".
func (s *sentence) linkedToState(r ref) bool {
	e := s.doc.entity(r.id)
	return (e.IsState || e.Type == graph.Military) && s.linked(r.group)
}
