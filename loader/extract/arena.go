package extract

import "entente.example/loader/text"

// arena is the memory for the groups and words of one document, which a reader uses again for the next: they are most of
// what reading allocates, and nothing of them is in what it gives.
type arena struct {
	cutter  text.Cutter
	groups  [][]group // blocks; all before the last are full
	used    int       // of the last block
	free    [][]group // blocks, zeroed
	words   []string  // of which [0:len] are taken
	ints    []int     // of which [0:len] are taken
	cuts    []sentence
	lists   []*group // of which [0:len] are taken
	lower   sieve    // of the words that the document has without a capital
	scratch []*group // for the next pass over a sentence's groups
	names   []name   // of which [0:len] are taken
	history []mention
	called  []*wordRules // of the words of a sentence whose tags are mended
	remote  ruleBits
}

const groupsPerBlock = 64

// newGroup gives a group of the tokens from first up to last, whose head is the first.
func (s *sentence) newGroup(kind groupKind, first, last int, lemma string) *group {
	g := s.doc.arena.newGroup()
	g.kind, g.first, g.last, g.head, g.lemma = kind, first, last, first, lemma
	return g
}

// newGroup gives a group with nothing in it.
func (a *arena) newGroup() *group {
	if len(a.groups) == 0 || a.used == groupsPerBlock {
		if n := len(a.free); n > 0 {
			a.groups, a.free = append(a.groups, a.free[n-1]), a.free[:n-1]
		} else {
			a.groups = append(a.groups, make([]group, groupsPerBlock))
		}
		a.used = 0
	}
	a.used++
	return &a.groups[len(a.groups)-1][a.used-1]
}

// strings gives n empty strings.
func (a *arena) strings(n int) []string {
	if cap(a.words)-len(a.words) < n { // what was given of the old memory stays where it is
		a.words = make([]string, 0, max(2*cap(a.words), n, 1024))
	}
	first := len(a.words)
	a.words = a.words[:first+n]
	return a.words[first : first+n : first+n]
}

// sentences gives the memory of n sentences.
func (a *arena) sentences(n int) []sentence {
	if cap(a.cuts) < n {
		a.cuts = make([]sentence, n)
	}
	a.cuts = a.cuts[:n]
	return a.cuts
}

// zeros gives n numbers, all zero.
func (a *arena) zeros(n int) []int {
	if cap(a.ints)-len(a.ints) < n {
		a.ints = make([]int, 0, max(2*cap(a.ints), n, 1024))
	}
	first := len(a.ints)
	a.ints = a.ints[:first+n]
	return a.ints[first : first+n : first+n]
}

// list gives an empty list with room for n groups.
func (a *arena) list(n int) []*group {
	if cap(a.lists)-len(a.lists) < n {
		a.lists = make([]*group, 0, max(2*cap(a.lists), n, 1024))
	}
	first := len(a.lists)
	a.lists = a.lists[:first+n]
	return a.lists[first : first : first+n]
}

// someNames gives an empty list with room for as many names as most sentences have.
func (a *arena) someNames() []name {
	const n = 4
	if cap(a.names)-len(a.names) < n {
		a.names = make([]name, 0, max(2*cap(a.names), 64))
	}
	first := len(a.names)
	a.names = a.names[:first+n]
	return a.names[first : first : first+n]
}

// groupsIn lists the groups that are not nil.
func (s *sentence) groupsIn(groups ...*group) []*group {
	list := s.doc.arena.list(len(groups))
	for _, g := range groups {
		if g != nil {
			list = append(list, g)
		}
	}
	return list
}

// pass gives an empty list, for the groups that a pass over a sentence leaves; see regroup.
func (a *arena) pass() []*group { return a.scratch[:0] }

// regroup makes the list that a pass made the sentence's groups.
func (s *sentence) regroup(groups []*group) {
	s.groups, s.doc.arena.scratch = append(s.groups[:0], groups...), groups
}

// reset forgets what was given, which nobody may use any more.
func (a *arena) reset() {
	for _, block := range a.groups {
		clear(block)
	}
	a.free, a.groups, a.used = append(a.free, a.groups...), a.groups[:0], 0
	clear(a.words)
	clear(a.ints)
	clear(a.cuts)
	clear(a.lists)
	a.words, a.ints, a.lists, a.lower = a.words[:0], a.ints[:0], a.lists[:0], sieve{}
	a.cutter.Forget()
	clear(a.names)
	clear(a.history)
	a.names, a.history = a.names[:0], a.history[:0]
	clear(a.scratch[:cap(a.scratch)])
	a.scratch = a.scratch[:0]
}
