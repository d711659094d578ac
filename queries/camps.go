package queries

import (
	"slices"
)

const (
	// exactSize is the most actors of a connected part that is solved exactly, exactSteps how long that may take.
	exactSize  = 12
	exactSteps = 2_000_000
)

// partition gives the camp of each actor, what does not fit into them, and whether nothing could fit better.
func (g *signed) partition() (camps []int, frustration int, exact bool) {
	camps, exact = make([]int, len(g.actors)), true
	next := 0
	for _, part := range g.parts() {
		found := g.heuristic(part)
		if len(part) <= exactSize {
			better, done := g.exact(part, found)
			found, exact = better, exact && done
		} else if g.cost(part, found) > 0 {
			exact = false
		}
		most := 0
		for i, camp := range found {
			camps[part[i]] = next + camp
			most = max(most, camp)
		}
		frustration += g.cost(part, found)
		next += most + 1
	}
	return camps, frustration, exact
}

// parts gives the connected parts, each sorted.
func (g *signed) parts() [][]int {
	var parts [][]int
	seen := make([]bool, len(g.actors))
	for start := range g.actors {
		if seen[start] {
			continue
		}
		seen[start] = true
		part := []int{start}
		for i := 0; i < len(part); i++ {
			for _, other := range g.next[part[i]] {
				if !seen[other] {
					seen[other] = true
					part = append(part, other)
				}
			}
		}
		slices.Sort(part)
		parts = append(parts, part)
	}
	return parts
}

// cost is what does not fit: hostile ties within camps, friendly ones between them.
func (g *signed) cost(part, camps []int) int {
	cost := 0
	for i, a := range part {
		for j := i + 1; j < len(part); j++ {
			w := g.weight(a, part[j])
			if w > 0 != (camps[i] == camps[j]) {
				cost += max(w, -w)
			}
		}
	}
	return cost
}

// heuristic merges the two camps that gain most while any do, then moves single actors while that helps.
func (g *signed) heuristic(part []int) []int {
	n := len(part)
	camps := make([]int, n)
	between := make([][]int, n) // the sum of the ties between two camps
	for i := range part {
		camps[i] = i
		between[i] = make([]int, n)
		for j := range part {
			if i != j {
				between[i][j] = g.weight(part[i], part[j])
			}
		}
	}
	alive := make([]bool, n)
	for i := range alive {
		alive[i] = true
	}
	for {
		from, to, gain := -1, -1, 0
		for i := range n {
			for j := i + 1; alive[i] && j < n; j++ {
				if alive[j] && between[i][j] > gain {
					to, from, gain = i, j, between[i][j]
				}
			}
		}
		if from < 0 {
			break
		}
		alive[from] = false
		for k := range n {
			between[to][k] += between[from][k]
			between[k][to] = between[to][k]
		}
		for i, camp := range camps {
			if camp == from {
				camps[i] = to
			}
		}
	}
	g.improve(part, camps)
	return renumbered(camps)
}

// improve moves actors to the camp that they fit best, or to one of their own, while that helps.
func (g *signed) improve(part, camps []int) {
	for moved := true; moved; {
		moved = false
		for i, a := range part {
			sums := map[int]int{}
			for j, b := range part {
				if j != i {
					sums[camps[j]] += g.weight(a, b)
				}
			}
			best, most := camps[i], sums[camps[i]]
			for camp := range len(part) {
				sum, used := sums[camp]
				if used && sum > most {
					best, most = camp, sum
				}
			}
			if most < 0 { // alone is better
				for camp := range len(part) {
					if _, used := sums[camp]; !used {
						best, most = camp, 0
						break
					}
				}
			}
			if best != camps[i] {
				camps[i], moved = best, true
			}
		}
	}
}

// renumbered gives the camps numbers from 0 in the order in which they come.
func renumbered(camps []int) []int {
	numbers := map[int]int{}
	result := make([]int, len(camps))
	for i, camp := range camps {
		if _, ok := numbers[camp]; !ok {
			numbers[camp] = len(numbers)
		}
		result[i] = numbers[camp]
	}
	return result
}

// exact tries all partitions that can be better than the one given, and reports whether it came to an end.
func (g *signed) exact(part, best []int) ([]int, bool) {
	least := g.cost(part, best)
	camps := make([]int, len(part))
	steps := 0
	var try func(i, used, cost int) bool
	try = func(i, used, cost int) bool {
		if steps++; steps > exactSteps {
			return false
		}
		if cost >= least {
			return true
		}
		if i == len(part) {
			least, best = cost, slices.Clone(camps)
			return true
		}
		for camp := range used + 1 {
			more := 0
			for j := range i {
				w := g.weight(part[i], part[j])
				if w > 0 != (camps[j] == camp) {
					more += max(w, -w)
				}
			}
			camps[i] = camp
			if !try(i+1, max(used, camp+1), cost+more) {
				return false
			}
		}
		return true
	}
	done := try(0, 0, 0)
	return best, done
}

// bound is what must be left over: each of the unbalanced triangles that share no tie leaves at least its weakest.
func (g *signed) bound() int {
	left := make([]int, len(g.pairs))
	for i, p := range g.pairs {
		left[i] = max(p.weight, -p.weight)
	}
	bound := 0
	g.eachTriangle(func(ab, bc, ca int) {
		if g.hostileAmong(ab, bc, ca) != 1 {
			return
		}
		least := min(left[ab], left[bc], left[ca])
		bound += least
		for _, i := range []int{ab, bc, ca} {
			left[i] -= least
		}
	})
	return bound
}

// eachTriangle gives the pairs of all triangles, in order.
func (g *signed) eachTriangle(visit func(ab, bc, ca int)) {
	for i, p := range g.pairs { // p.a < p.b
		for _, c := range g.next[p.b] {
			if c <= p.b {
				continue
			}
			if ca, ok := g.at[[2]int{p.a, c}]; ok {
				visit(i, g.at[[2]int{p.b, c}], ca)
			}
		}
	}
}

// hostileAmong counts the hostile pairs.
func (g *signed) hostileAmong(pairs ...int) int {
	n := 0
	for _, i := range pairs {
		if g.pairs[i].weight < 0 {
			n++
		}
	}
	return n
}
