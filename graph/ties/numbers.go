package ties

import (
	"iter"
	"math/bits"
)

// numberSet is a set of numbers from first on, before end.
type numberSet struct {
	first, end int
	words      []uint64
}

func newNumberSet(first, end int) numberSet {
	return numberSet{first, end, make([]uint64, (end-first+63)/64)}
}

// add adds a number, or reports that there can be no such one. Where one comes from a file, that has failed then.
func (s *numberSet) add(n int) bool {
	if n < s.first || n >= s.end {
		return false
	}
	n -= s.first
	s.words[n/64] |= 1 << (n % 64)
	return true
}

func (s *numberSet) has(n int) bool {
	if n < s.first || n >= s.end {
		return false
	}
	n -= s.first
	return s.words[n/64]&(1<<(n%64)) != 0
}

// all gives the numbers, sorted.
func (s *numberSet) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range s.words {
			for ; word != 0; word &= word - 1 {
				if !yield(s.first + 64*i + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}
