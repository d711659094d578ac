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
