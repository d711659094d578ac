package queries

import (
	"fmt"
	"maps"
	"slices"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/ties"
)

// placesIn gives the nodes of a place and of all that lie in it; those of a state lie in its country.
func placesIn(x *ties.Index, place graph.ID) map[ties.Node]bool {
	inside := map[ties.Node]bool{}
	a := newArea(x, place)
	for n := range ties.Node(x.Nodes()) {
		if a.holds(n) {
			inside[n] = true
		}
	}
	return inside
}

// area is a place; of a state's land, with the state.
type area struct {
	x                *ties.Index
	id, state, whole graph.ID
}

func newArea(x *ties.Index, place graph.ID) area {
	a := area{x: x, id: place}
	if base, ok := cutTerritory(place); ok {
		a.state = base
	} else if node, ok := x.Node(place); !ok || x.IsState(node) { // nobody may speak of the state itself
		a.state = place
	}
	if a.state != "" {
		a.whole = graph.TerritoryID(a.state)
	}
	return a
}

// maxNesting is how many places may lie in each other: the data may go round in a circle.
const maxNesting = 10

// holds reports whether a node is the area or lies in it.
func (a area) holds(n ties.Node) bool {
	for range maxNesting {
		if id := a.x.ID(n); id == a.id || a.state != "" && id == a.whole {
			return true
		}
		if a.x.Type(n) != graph.Place {
			return false
		}
		country, partOf := a.x.Within(n)
		if a.state != "" && country == a.state {
			return true
		}
		if partOf == "" {
			return false
		}
		larger, ok := a.x.Node(partOf)
		if !ok {
			return partOf == a.id
		}
		n = larger
	}
	return false
}

func cutTerritory(place graph.ID) (graph.ID, bool) {
	suffix := graph.TerritoryID("")
	if n := len(place) - len(suffix); n > 0 && place[n:] == suffix {
		return place[:n], true
	}
	return "", false
}

// theatre is a war, as the index has its sides and countries.
type theatre struct {
	sideA, sideB []party
	// land are the countries with their places; home are the parties that are, or may come from, one of them.
	land, home map[ties.Node]bool
	from, to   uint32
}

// party is who fights on a side, and when.
type party struct {
	node     ties.Node
	from, to uint32
}

// newTheatre finds a war by its id.
func newTheatre(x *ties.Index, id graph.ID) (*theatre, error) {
	wars, err := actors.EmbeddedWars()
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(wars, func(w actors.War) bool { return w.ID == id })
	if i < 0 {
		return nil, fmt.Errorf("%w: war %q is unknown", ErrOption, id)
	}
	w := wars[i]
	t := theatreOf(x, w)
	t.land = map[ties.Node]bool{}
	for _, country := range w.Countries {
		maps.Copy(t.land, placesIn(x, country))
	}
	return t, nil
}

// theatreOf is a war without its land.
func theatreOf(x *ties.Index, w actors.War) *theatre {
	t := &theatre{sideA: parties(x, w.SideA), sideB: parties(x, w.SideB), home: map[ties.Node]bool{}}
	t.from, t.to = span(w.When())
	for _, n := range nodesOf(t.sideA, t.sideB) {
		country, _ := x.Within(n)
		t.home[n] = slices.Contains(w.Countries, x.ID(n)) || slices.Contains(w.Countries, country) || country == "" && !x.IsState(n)
	}
	return t
}

// span gives the days of a period; an empty one is all of time.
func span(v graph.Valid) (from, to uint32) {
	if v == "" {
		return 0, ties.NoEnd
	}
	return ties.Days(v)
}

func parties(x *ties.Index, side []actors.Dated) []party {
	var list []party
	for _, member := range side {
		if n, ok := x.Node(member.ID); ok {
			p := party{node: n}
			p.from, p.to = span(member.When)
			list = append(list, p)
		}
	}
	return list
}

// covers reports whether a citation is of the war: at its time, both ends are parties to it, or one is and it happens in
// one of its countries; a denial may also tell no place. Two of one side who both come from elsewhere have other business
// with each other, so that there the place must tell. An undated citation may be of any time.
func (t *theatre) covers(f *ties.Fact, c ties.Citation, place ties.Node, denial bool) bool {
	from, to := c.From, c.To
	if !c.Dated() {
		from, to = 0, ties.NoEnd
	}
	if from > t.to || to < t.from {
		return false
	}
	sides := func(n ties.Node) (of uint8) {
		in := func(p party) bool { return p.node == n && from <= p.to && p.from <= to }
		if slices.ContainsFunc(t.sideA, in) {
			of |= 1
		}
		if slices.ContainsFunc(t.sideB, in) {
			of |= 2
		}
		return of
	}
	subject, object := sides(f.Subject), sides(f.Object)
	switch {
	case subject == 0 && object == 0:
		return false
	case subject != 0 && object != 0 && (subject&object == 0 || t.home[f.Subject] || t.home[f.Object]):
		return true
	}
	return place != ties.None && t.land[place] || place == ties.None && denial
}
