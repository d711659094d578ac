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
