package parse

// costs sets, for each action that is allowed, how many of the right arcs can
// no longer be made after it: the dynamic oracle of Goldberg and Nivre (2013)
// for the arc-hybrid system. gold has each token's head, none for the root's.
func (s *state) costs(gold []int32) (cost [actions]int) {
	n := s.depth
	root := int32(len(s.nodes) - 1)
	headOf := func(i int32) int32 {
		if gold[i] == none {
			return root
		}
		return gold[i]
	}
	if n > 0 {
		top := s.stack[n-1]
		h := headOf(top)
		later := 0
		for b := s.next; b < root; b++ {
			if gold[b] == top {
				later++
			}
		}
		cost[leftward], cost[rightward] = later, later
		if h > s.next || n > 1 && h == s.stack[n-2] {
			cost[leftward]++
		}
		if h >= s.next {
			cost[rightward]++
		}
	}
	if s.next < root {
		h := headOf(s.next)
		for i, t := range s.stack[:n] {
			if gold[t] == s.next || h == t && i < n-1 {
				cost[shift]++
			}
		}
	}
	return cost
}

// projective returns the heads with arcs that cross others lifted to the head
// of the head, the shortest first, until none cross: the parser makes such
// trees only.
func projective(gold []int32) []int32 {
	heads := append([]int32(nil), gold...)
	for {
		best, length := -1, int32(1<<30)
		for d, h := range heads {
			if h == none {
				continue
			}
			from, to := min(int32(d), h), max(int32(d), h)
			if to-from < length && !covers(heads, h, from, to) {
				best, length = d, to-from
			}
		}
		if best < 0 {
			return heads
		}
		heads[best] = heads[heads[best]]
	}
}

// covers reports whether all tokens between two others descend from h.
func covers(heads []int32, h, from, to int32) bool {
	for i := from + 1; i < to; i++ {
		up := i
		for n := 0; up != none && up != h && n <= len(heads); n++ {
			up = heads[up]
		}
		if up != h {
			return false
		}
	}
	return true
}
