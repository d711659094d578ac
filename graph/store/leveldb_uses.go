package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/cayleygraph/quad"
)

// countUses finds how many times quads use the nodes that the change touches and that are not remembered. Those counts lie
// anywhere, by hashes, so that each is a look-up of its own. What only one article says, such as its citations, goes with
// it, which the index by objects tells: there all that came with an article stands side by side.
func (c *change) countUses() error {
	var going, rest []*term
	for _, t := range c.uncounted {
		switch {
		case t.number == 0 || t.more == 0:
		case c.mayGo(t):
			going = append(going, t)
		default:
			rest = append(rest, t)
		}
	}
	slices.SortFunc(going, func(a, b *term) int { return cmp.Compare(a.number, b.number) })
	for _, t := range going {
		objects, err := c.before.countUnder(c.before.prefix(1, t.number), int64(t.gone[2]))
		if err != nil {
			return err
		}
		if objects == int64(t.gone[2]) {
			t.uses = -t.more
		} else {
			rest = append(rest, t)
		}
	}
	slices.SortFunc(rest, compareTerms)
	steps := c.isDense(len(rest))
	for _, t := range rest {
		value, err := c.before.getNext(c.hashKey('n', t.hash), steps)
		if err != nil {
			return err
		}
		uses, _ := binary.Uvarint(value)
		if t.uses = int64(uses); uses == 0 {
			return damaged("node %v has the number %d and no uses", t.value, t.number)
		}
	}
	return nil
}

// isDense reports whether so many keys by hashes are a few steps from each other.
func (c *change) isDense(keys int) bool {
	const dense = 32 // of so many numbers a quarter are nodes
	return uint64(keys) > c.first/dense
}

// mayGo reports whether all uses of a node go with the change, but perhaps some as an object. That is so of a long literal,
// which is nothing else, and of a statement or an article of which all that is said goes: then what stands under it as a
// label goes too.
func (c *change) mayGo(t *term) bool {
	if _, literal := t.value.(quad.String); literal {
		return !t.comes && !isShared(t.value)
	}
	return isOwn(t.value) && c.goesWhole(t)
}

// goesWhole reports whether all that is said of a node goes with the change.
func (c *change) goesWhole(t *term) bool {
	told := c.before.told[t.number]
	return told > 0 && told == int(t.gone[0]) && !t.comes
}

// countUnder counts the numbers of the entries whose keys begin so, until there are more than most.
func (s *levelDBSource) countUnder(prefix []byte, most int64) (count int64, err error) {
	for ok := s.seekScan(prefix); ok && bytes.HasPrefix(s.scan.Key(), prefix); ok = s.scan.Next() {
		for _, b := range s.scan.Value() {
			if b < 0x80 { // the last byte of a number
				count++
			}
		}
		if count > most {
			break
		}
	}
	return count, s.scan.Error()
}
