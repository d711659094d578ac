package store

import (
	"encoding/binary"
	"sync"
)

// nodes tells which nodes a LevelDB does not have: a Bloom filter of the hashes of those that it has or had. It grows
// by filters that are twice as big each.
type nodes struct {
	mu     sync.RWMutex
	sieves []sieve
}

const (
	// bitsEach and probesEach have one in two thousand nodes that are not there look as if they were, to each filter.
	bitsEach   = 16
	probesEach = 11
	// leastNodes is how many the first filter is for: it has 256 kB.
	leastNodes = 1 << 17
)

type sieve struct {
	bits []uint64
	room int // so many more may go in
}

// add notes a node by its hash, which spreads as those of Cayley do.
func (n *nodes) add(hash []byte) {
	n.mu.Lock()
	defer n.mu.Unlock()
	last := len(n.sieves) - 1
	if last < 0 || n.sieves[last].room == 0 {
		size := leastNodes << len(n.sieves)
		n.sieves = append(n.sieves, sieve{make([]uint64, size*bitsEach/64), size})
		last++
	}
	n.sieves[last].room--
	for bit := range probes(hash, n.sieves[last]) {
		n.sieves[last].bits[bit/64] |= 1 << (bit % 64)
	}
}

// lacks reports whether no node of the hash was added.
func (n *nodes) lacks(hash []byte) bool {
	n.mu.RLock()
	defer n.mu.RUnlock()
	for _, f := range n.sieves {
		has := true
		for bit := range probes(hash, f) {
			if has = f.bits[bit/64]&(1<<(bit%64)) != 0; !has {
				break
			}
		}
		if has {
			return false
		}
	}
	return true
}

// probes gives the bits of a sieve that stand for a hash.
func probes(hash []byte, f sieve) func(func(uint64) bool) {
	return func(yield func(uint64) bool) {
		at, step := binary.LittleEndian.Uint64(hash), binary.LittleEndian.Uint64(hash[8:])|1
		for range probesEach {
			if !yield(at % uint64(64*len(f.bits))) {
				return
			}
			at += step
		}
	}
}
