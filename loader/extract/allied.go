package extract

import "slices"

// matchAllied: "Congolese troops and allied Wazalendo fighters": the last of a list is an ally of the others.
func (s *sentence) matchAllied(g *group) {
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

// andCoalition reports whether a force is said to be that of a name and of its coalition: "US and coalition forces".
func (s *sentence) andCoalition(g *group) bool {
	for i := g.first + 1; i+1 < g.head; i++ {
		if s.lower[i] == "and" && s.lower[i+1] == "coalition" {
			return true
		}
	}
	return false
}
