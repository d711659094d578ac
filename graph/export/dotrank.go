package export

import (
	"cmp"

	"entente.example/graph"
)

// ranking says how ties place their ends from left to right. Backing and the other ties that have a direction put
// their object to the right. Enemies and allies want to stand above each other, each beside its patrons, so their ties
// may have no length; they are written from the end that stands further left, lest they turn the backing around.
type ranking struct {
	depths map[graph.ID]int
	placed map[[2]graph.ID]bool
}

func newRanking(ties []graph.Tie) ranking {
	patrons := map[graph.ID][]graph.ID{}
	r := ranking{depths: map[graph.ID]int{}, placed: map[[2]graph.ID]bool{}}
	for _, t := range ties {
		if places(t) {
			patrons[t.Object] = append(patrons[t.Object], t.Subject)
			r.placed[[2]graph.ID{t.Subject, t.Object}] = true
		}
	}
	for _, id := range drawnEnds(ties) {
		r.descend(id, patrons, map[graph.ID]bool{})
	}
	return r
}

// places reports whether the tie puts its object to the right of its subject.
func places(t graph.Tie) bool { return !t.Relation.Symmetric() && t.Polarity != graph.Denied }

// descend gives the length of the longest chain of patrons above an entity; a chain that bites its tail ends there.
func (r ranking) descend(id graph.ID, patrons map[graph.ID][]graph.ID, above map[graph.ID]bool) int {
	if depth, ok := r.depths[id]; ok {
		return depth
	}
	above[id] = true
	depth := 0
	for _, patron := range patrons[id] {
		if !above[patron] {
			depth = max(depth, r.descend(patron, patrons, above)+1)
		}
	}
	delete(above, id)
	r.depths[id] = depth
	return depth
}

// ends gives the tie's ends as the edge is to be written, and the attributes that bear on its place.
func (r ranking) ends(t graph.Tie) (from, to graph.ID, attributes []string) {
	from, to = t.Subject, t.Object
	switch {
	case places(t):
		return from, to, []string{"weight=2"}
	case t.Relation.Symmetric() && t.Polarity == graph.Denied:
		return from, to, []string{"dir=none", "constraint=false"}
	case t.Relation.Symmetric():
		if cmp.Compare(r.depths[to], r.depths[from]) < 0 {
			from, to = to, from
		}
		return from, to, []string{"dir=none", "minlen=0"}
	case r.placed[[2]graph.ID{from, to}]:
		return from, to, []string{"weight=0"} // a denial runs beside what it denies
	}
	return from, to, []string{"constraint=false"}
}
