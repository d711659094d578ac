package queries

import (
	"cmp"
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/ties"
)

// WarRow is a war of the dictionary of which a store tells: parties to it fight each other, or back their own side, at
// its time.
type WarRow struct {
	War  graph.ID    `json:"war"`
	Name string      `json:"name"`
	When graph.Valid `json:"when"`
	// SideA and SideB are the parties that have such a tie.
	SideA []Ref `json:"sideA"`
	SideB []Ref `json:"sideB"`
	// Ties counts the ties between parties.
	Ties int `json:"ties"`
}

// warRows gives at most so many wars, those of most ties first.
func warRows(x *ties.Index, opts Options, most int) ([]WarRow, error) {
	v, err := look(x, opts)
	if err != nil {
		return nil, err
	}
	wars, err := actors.EmbeddedWars()
	if err != nil {
		return nil, err
	}
	rows := []WarRow{}
	for _, w := range wars {
		if row := v.warRow(w); row.Ties > 0 && len(row.SideA) > 0 && len(row.SideB) > 0 {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b WarRow) int {
		return cmp.Or(-cmp.Compare(a.Ties, b.Ties), cmp.Compare(a.War, b.War))
	})
	return rows[:min(most, len(rows))], nil
}

// warRow counts the ties between the parties of one war.
func (v *view) warRow(w actors.War) WarRow {
	row := WarRow{War: w.ID, Name: w.Name, When: w.When(), SideA: []Ref{}, SideB: []Ref{}}
	t := theatreOf(v.x, w)
	side := map[ties.Node]int{}
	for i, list := range [][]party{t.sideA, t.sideB} {
		for _, p := range list {
			side[p.node] |= i + 1
		}
	}
	tied := map[ties.Node]bool{}
	hostile := false
	for _, n := range nodesOf(t.sideA, t.sideB) {
		from, end := v.x.From(n)
		for number := from; number < end; number++ {
			fact := v.x.Fact(number)
			relation, _ := fact.Relation.Row()
			if side[fact.Object] == 0 || relation.Sign == 0 {
				continue
			}
			across := side[fact.Subject] != side[fact.Object]
			if f := v.sift(number); across == (relation.Sign < 0) && v.covered(t, &f) {
				row.Ties++
				hostile = hostile || across
				tied[fact.Subject], tied[fact.Object] = true, true
			}
		}
	}
	if !hostile {
		row.Ties = 0
	}
	for i, list := range [][]party{t.sideA, t.sideB} {
		for _, n := range nodesOf(list) {
			if tied[n] && i == 0 {
				row.SideA = append(row.SideA, v.ref(n))
			} else if tied[n] {
				row.SideB = append(row.SideB, v.ref(n))
			}
		}
	}
	return row
}

// covered reports whether a citation of those who affirm or allege a fact is of the war.
func (v *view) covered(t *theatre, f *sifted) bool {
	for _, c := range slices.Concat(f.affirmed.cites(), f.alleged.cites()) {
		if t.covers(&f.Fact, v.x.Citation(c.Citation), v.x.Site(&f.Fact, c.Citation), false) {
			return true
		}
	}
	return false
}

// nodesOf gives the nodes of parties, in their order, each once.
func nodesOf(sides ...[]party) []ties.Node {
	var nodes []ties.Node
	for _, p := range slices.Concat(sides...) {
		if !slices.Contains(nodes, p.node) {
			nodes = append(nodes, p.node)
		}
	}
	return nodes
}
