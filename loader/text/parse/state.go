package parse

import (
	"unicode"
	"unicode/utf8"

	"entente.example/loader/text"
)

// action is a step of the parser, in the system called arc-hybrid.
type action uint8

const (
	shift     action = iota // the next token goes on the stack
	leftward                // the top of the stack becomes a dependent of the next token and goes
	rightward               // the top of the stack becomes a dependent of the one below it and goes
	actions
)

// none stands for a token that is not there.
const none = -1

// node is a token and what is known of its place in the tree.
type node struct {
	word   uint32 // hash of the word in lower case, digits as 0
	suffix uint32 // its last three bytes
	tag    uint32 // 0 where there is no token, 255 for the root

	head     int32
	relation Relation

	left, left2   int32 // outermost dependents to the left
	right, right2 int32 // outermost dependents to the right
	lefts, rights uint32
	leftSet       uint64 // relations of the dependents to the left, as bits
	rightSet      uint64

	commas, verbs, ands uint16 // how many stand before it in the sentence
}

// rootTag is the tag of the root, which stands behind the last token.
const rootTag = 63

// state is how far the parser has got. The nodes are the tokens and, behind
// them, the root. Its methods never make the slices longer, so that they may
// lie on the stack of a goroutine.
type state struct {
	nodes []node
	stack []int32
	depth int   // how many of stack are in use
	next  int32 // first token not yet on the stack
	empty node  // stands for what is not there
}

// begin fills the state, whose nodes are one more than the tokens.
func (s *state) begin(tokens []text.Token) {
	s.depth, s.next = 0, 0
	var commas, verbs, ands uint16
	for i := range tokens {
		n := node{tag: uint32(tokens[i].Tag) + 1, head: none, left: none, left2: none, right: none, right2: none, commas: commas, verbs: verbs, ands: ands}
		n.read(tokens[i].Text)
		s.nodes[i] = n
		switch t := tokens[i].Tag; {
		case t.IsVerb() || t == text.MD:
			verbs++
		case t == text.CC:
			ands++
		case t >= text.Comma && t <= text.CloseBracket && t != text.Period:
			commas++
		}
	}
	s.nodes[len(tokens)] = node{word: 1, tag: rootTag, head: none, left: none, left2: none, right: none, right2: none, commas: commas, verbs: verbs, ands: ands}
	s.empty = node{head: none, left: none, left2: none, right: none, right2: none}
}

// read sets what depends on the word alone.
func (n *node) read(word string) {
	h, suffix := uint64(14695981039346656037), uint32(0)
	for i := 0; i < len(word); {
		r, size := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(word[i:])
		}
		i += size
		switch {
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= '0' && r <= '9':
			r = '0'
		case r == '’':
			r = '\''
		case r >= utf8.RuneSelf:
			if unicode.Is(unicode.Cf, r) {
				continue
			}
			r = unicode.ToLower(r)
		}
		h = (h ^ uint64(r)) * 1099511628211
		suffix = suffix<<8 | uint32(r&0xFF)
	}
	n.word, n.suffix = uint32(h>>32)^uint32(h), suffix&0xFFFFFF
}

// done reports whether all tokens have a head.
func (s *state) done() bool { return int(s.next) == len(s.nodes)-1 && s.depth == 0 }

// top returns the node that is so deep in the stack, 0 for its top.
func (s *state) top(depth int) *node {
	if i := s.depth - 1 - depth; i >= 0 {
		return &s.nodes[s.stack[i]]
	}
	return &s.empty
}

// at returns node i, or one that says nothing.
func (s *state) at(i int32) *node {
	if i >= 0 && int(i) < len(s.nodes) {
		return &s.nodes[i]
	}
	return &s.empty
}

// allowed returns the actions that may be taken, as bits. At the root all of
// the stack becomes one tree, so that a sentence has one root.
func (s *state) allowed() uint {
	may := uint(0)
	root := int(s.next) == len(s.nodes)-1
	if !root {
		may |= 1 << shift
	}
	if s.depth > 0 && (!root || s.depth == 1) {
		may |= 1 << leftward
	}
	if s.depth > 1 {
		may |= 1 << rightward
	}
	return may
}

// arc returns the head and the dependent of the arc that an action makes.
func (s *state) arc(a action) (head, dependent int32) {
	n := s.depth
	if a == leftward {
		return s.next, s.stack[n-1]
	}
	return s.stack[n-2], s.stack[n-1]
}

// shift puts the next token on the stack.
func (s *state) shift() {
	s.stack[s.depth] = s.next
	s.depth++
	s.next++
}

// attach makes the arc of an action other than shift and takes the dependent
// off the stack.
func (s *state) attach(a action, r Relation) {
	head, dependent := s.arc(a)
	s.depth--
	d, h := &s.nodes[dependent], &s.nodes[head]
	d.head, d.relation = head, r
	if a == leftward {
		h.left, h.left2 = dependent, h.left
		h.lefts++
		h.leftSet |= 1 << r
	} else {
		h.right, h.right2 = dependent, h.right
		h.rights++
		h.rightSet |= 1 << r
	}
}
