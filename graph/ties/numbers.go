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
	i := uint(n - s.first)
	if n < s.first || n >= s.end {
		return false
	}
	s.words[i/64] |= 1 << (i % 64)
	return true
}

func (s *numberSet) has(n int) bool {
	i := uint(n - s.first)
	return n >= s.first && n < s.end && s.words[i/64]&(1<<(i%64)) != 0
}

// all gives the numbers, sorted.
func (s *numberSet) all() iter.Seq[int] { return s.between(s.first, s.end) }

// between gives those from one number on, before another, of those that there may be, sorted.
func (s *numberSet) between(from, to int) iter.Seq[int] {
	return func(yield func(int) bool) {
		begin, end := from-s.first, to-s.first
		for i := begin / 64; i < (end+63)/64; i++ {
			word := s.words[i]
			if i == begin/64 {
				word &= ^uint64(0) << (begin % 64)
			}
			if i == end/64 {
				word &= 1<<(end%64) - 1
			}
			for ; word != 0; word &= word - 1 {
				if !yield(s.first + 64*i + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}
