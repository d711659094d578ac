package queries

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/google/uuid"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
)

// unbalanced gives the triangles with one hostile tie, at most Options.Limit, and how many there are.
func (v *view) unbalanced(g *signed) ([]Triangle, int, error) {
	var found [][3]int
	g.eachTriangle(func(ab, bc, ca int) {
		if g.hostileAmong(ab, bc, ca) == 1 {
			found = append(found, [3]int{ab, bc, ca})
		}
	})
	weakest := func(t [3]int) int {
		return min(g.pairs[t[0]].best.sources, g.pairs[t[1]].best.sources, g.pairs[t[2]].best.sources)
	}
	slices.SortStableFunc(found, func(a, b [3]int) int {
		return cmp.Or(-cmp.Compare(weakest(a), weakest(b)), slices.Compare(a[:], b[:]))
	})
	triangles := []Triangle{}
	for _, t := range found[:min(len(found), v.opts.Limit)] {
		triangle, err := v.triangle(g, t)
		if err != nil {
			return nil, 0, err
		}
		triangle.Sources = weakest(t)
		triangles = append(triangles, triangle)
	}
	return triangles, len(found), nil
}

func (v *view) triangle(g *signed, t [3]int) (Triangle, error) {
	var hostile pair
	var friendly []pair
	for _, i := range t {
		if p := g.pairs[i]; p.weight < 0 {
			hostile = p
		} else {
			friendly = append(friendly, p)
		}
	}
	toA, toB := friendly[0], friendly[1]
	if toA.a != hostile.a && toA.b != hostile.a {
		toA, toB = toB, toA
	}
	friend := toA.a + toA.b - hostile.a
	result := Triangle{Friend: v.ref(g.actors[friend]), A: v.ref(g.actors[hostile.a]), B: v.ref(g.actors[hostile.b])}
	err := v.cite(cited{toA.best, &result.TieToA}, cited{toB.best, &result.TieToB}, cited{hostile.best, &result.Hostile})
	return result, err
}

// flips gives the pairs whose change of sign would leave fewer triangles unbalanced, the best first.
func (v *view) flips(g *signed) ([]Flip, error) {
	restores := map[int]int{}
	g.eachTriangle(func(ab, bc, ca int) {
		hostile := g.hostileAmong(ab, bc, ca)
		for _, i := range []int{ab, bc, ca} {
			after := hostile + 1
			if g.pairs[i].weight < 0 {
				after = hostile - 1
			}
			switch {
			case hostile == 1 && after != 1:
				restores[i]++
			case hostile != 1 && after == 1:
				restores[i]--
			}
		}
	})
	order := slices.SortedFunc(maps.Keys(restores), func(a, b int) int {
		return cmp.Or(-cmp.Compare(restores[a], restores[b]), cmp.Compare(a, b))
	})
	flips := []Flip{}
	for _, i := range order {
		if restores[i] <= 0 || len(flips) == v.opts.Limit {
			break
		}
		tie, err := v.cited(g.pairs[i].best)
		if err != nil {
			return nil, err
		}
		flips = append(flips, Flip{tie, restores[i]})
	}
	return flips, nil
}

// brokers gives the actors that stand between most others.
func (v *view) brokers(g *signed) []Broker {
	friendly := simple.NewUndirectedGraph()
	friends, proofs := make([]int, len(g.actors)), make([][]uuid.UUID, len(g.actors))
	for _, p := range g.pairs {
		if p.weight > 0 {
			friendly.SetEdge(friendly.NewEdge(simple.Node(p.a), simple.Node(p.b)))
			friends[p.a]++
			friends[p.b]++
			proof := v.proof(p)
			proofs[p.a], proofs[p.b] = append(proofs[p.a], proof), append(proofs[p.b], proof)
		}
	}
	brokers := []Broker{}
	for id, between := range network.Betweenness(friendly) {
		// gonum counts each pair from both ends, in an order of its own: what that changes is rounded away.
		between = math.Round(between/2*1e4) / 1e4
		brokers = append(brokers, Broker{v.ref(g.actors[id]), friends[id], between, notNil(proofs[id])})
	}
	slices.SortFunc(brokers, func(a, b Broker) int {
		return cmp.Or(-cmp.Compare(a.Between, b.Between), -cmp.Compare(a.Friends, b.Friends), cmp.Compare(a.ID, b.ID))
	})
	return brokers[:min(len(brokers), v.opts.Limit)]
}

// balance counts the triangles of each year's articles.
func (v *view) balance(g *signed) []BalanceYear {
	years := map[int]*BalanceYear{}
	g.eachTriangle(func(ab, bc, ca int) {
		for year, first := range g.pairs[ab].years {
			second, third := g.pairs[bc].years[year], g.pairs[ca].years[year]
			if first == 0 || second == 0 || third == 0 {
				continue
			}
			if years[year] == nil {
				years[year] = &BalanceYear{Year: year}
			}
			years[year].Triangles++
			hostile := 0
			for _, sign := range []int{first, second, third} {
				if sign < 0 {
					hostile++
				}
			}
			if hostile != 1 {
				years[year].Balanced++
			}
		}
	})
	list := []BalanceYear{}
	for _, year := range slices.Sorted(maps.Keys(years)) {
		list = append(list, *years[year])
	}
	return list
}
