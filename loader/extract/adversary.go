package extract

import (
	"slices"

	"entente.example/graph"
)

// enemies are the pairs whom the article sets against each other.
func (d *document) enemies(outcomes []outcome) map[[2]graph.ID]bool {
	pairs := map[[2]graph.ID]bool{}
	for i := range outcomes {
		s := &outcomes[i].statement
		if outcomes[i].dropped == "" && (s.Relation == graph.Fights || s.Relation == graph.Opposes) && s.Polarity != graph.Denied {
			pairs[[2]graph.ID{s.Subject, s.Object}], pairs[[2]graph.ID{s.Object, s.Subject}] = true, true
		}
	}
	return pairs
}

// partisan reports whether what the statement tells is no more than what one side of a quarrel says: who says so is set against one of
// those of whom it is said, or says that he took a place, and somebody denies it.
func (d *document) partisan(s graph.Statement, enemies map[[2]graph.ID]bool, denied map[tie]bool) bool {
	if s.Speaker == "" || !denied[tieOf(s)] {
		return false
	}
	side := d.speaksFor(s.Speaker)
	if (s.Relation == graph.Captured || s.Relation == graph.Controls) && slices.Contains(side, s.Subject) {
		return true
	}
	return slices.ContainsFunc(side, func(a graph.ID) bool {
		return a != s.Subject && a != s.Object && (enemies[[2]graph.ID{a, s.Subject}] || enemies[[2]graph.ID{a, s.Object}])
	})
}

// speaksFor gives the speaker and those for whom he speaks.
func (d *document) speaksFor(speaker graph.ID) []graph.ID {
	side := []graph.ID{speaker}
	if d.entity(speaker).Type != graph.Person {
		return side
	}
	for _, id := range []graph.ID{d.led(speaker), d.belongs(speaker), d.entity(speaker).Country} {
		if id != "" {
			side = append(side, id)
		}
	}
	return side
}

// hitsMadeThing reports whether what is hit are things that may bear the name of their maker: "Iranian drones".
func (c *candidate) hitsMadeThing() bool {
	at := slices.IndexFunc(c.sentence.groups, func(g *group) bool {
		return g.kind == nounKind && g.first <= c.objectEnd.first && c.objectEnd.first < g.last
	})
	if at < 0 {
		return false
	}
	switch c.sentence.groups[at].lemma {
	case "drone", "missile", "rocket", "uav", "munition", "shell":
		return true
	}
	return false
}

// clients are those whom somebody arms by the article, or by what somebody says in it.
type clients struct {
	one     graph.ID
	several bool
}

// armed gives whom each one who arms others arms.
func (d *document) armed() map[graph.ID]clients {
	by := map[graph.ID]clients{}
	for i := range d.candidates {
		c := &d.candidates[i]
		if c.frame.relation != graph.Backs || !slices.Contains(c.kinds, graph.Weapons) {
			continue
		}
		before, ok := by[c.subject.id]
		by[c.subject.id] = clients{one: c.object.id, several: before.several || ok && before.one != c.object.id}
	}
	return by
}

// besides reports whether somebody else than the one is armed: "Iran supplies Russia with drones. Ukraine destroyed 50 Iranian drones".
func (c clients) besides(one graph.ID) bool { return c.several || c.one != "" && c.one != one }
