package parse

import "entente.example/loader/text"

// Arc is the place of a token in the tree of its sentence.
type Arc struct {
	Head     int // token that it depends on, -1 for the root of the sentence
	Relation Relation
}

// Model parses sentences: a greedy transition parser, whose weights are
// integers, so that every machine parses alike. It is safe for concurrent
// use.
type Model struct {
	actions table // features to the weights of shift, leftward and rightward
	labels  table // features to a place in lists
	lists   []byte
	data    []byte
}

// usual is how many tokens a sentence may have to be parsed without
// allocating.
const usual = 100

// Parse appends to dst, for each of the tagged tokens of a sentence, its head
// and its relation. Any tokens give a tree with one root. The time that it
// takes grows with the number of tokens, not faster.
func (m *Model) Parse(tokens []text.Token, dst []Arc) []Arc {
	var (
		nodes [usual + 1]node
		stack [usual]int32
		keys  [actionFeatures]uint32
	)
	s := state{nodes: nodes[:], stack: stack[:]}
	if len(tokens) > usual {
		s.nodes, s.stack = make([]node, len(tokens)+1), make([]int32, len(tokens))
	}
	s.nodes, s.stack = s.nodes[:len(tokens)+1], s.stack[:len(tokens)]
	s.begin(tokens)
	for !s.done() {
		may := s.allowed()
		a := shift
		switch may {
		case 1 << shift:
		case 1 << leftward:
			a = leftward
		case 1 << rightward:
			a = rightward
		default:
			s.features(&keys)
			a = m.action(&keys, may)
		}
		if a == shift {
			s.shift()
			continue
		}
		head, dependent := s.arc(a)
		r := Root
		if int(head) < len(tokens) {
			r = m.relation(&s, head, dependent)
		}
		s.attach(a, r)
	}
	for i := range tokens {
		a := Arc{Head: int(s.nodes[i].head), Relation: s.nodes[i].relation}
		if a.Head == len(tokens) {
			a.Head = none
		}
		dst = append(dst, a)
	}
	return dst
}

// action returns the allowed action with the highest score, the first of
// several.
func (m *Model) action(keys *[actionFeatures]uint32, may uint) action {
	var scores [actions]int32
	for _, k := range keys {
		if b, i, ok := m.actions.bucket(k); ok {
			scores[0] += int32(int8(b[bucketCount+i]))
			scores[1] += int32(int8(b[2*bucketCount+i]))
			scores[2] += int32(int8(b[3*bucketCount+i]))
		}
	}
	best := actions
	for a := range actions {
		if may>>a&1 != 0 && (best == actions || scores[a] > scores[best]) {
			best = a
		}
	}
	return best
}

// relation returns the relation with the highest score for an arc.
func (m *Model) relation(s *state, head, dependent int32) Relation {
	var keys [labelFeatures]uint32
	var scores [256]int32
	s.label(&keys, head, dependent)
	for _, k := range keys {
		b, i, ok := m.labels.bucket(k)
		if !ok {
			continue
		}
		at := int(b[bucketCount+i]) | int(b[2*bucketCount+i])<<8 | int(b[3*bucketCount+i])<<16
		if at >= len(m.lists) {
			continue
		}
		list := m.lists[at:]
		n := min(int(list[0]), (len(list)-1)/2)
		for list = list[1 : 1+2*n]; len(list) > 1; list = list[2:] {
			scores[list[0]] += int32(int8(list[1]))
		}
	}
	best := Relation(0)
	for r := range relationCount {
		if r != Root && scores[r] > scores[best] {
			best = r
		}
	}
	return best
}
