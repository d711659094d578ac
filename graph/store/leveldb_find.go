package store

import (
	"context"
	"slices"
)

// has reports whether there is a quad.
func (s *levelDBSource) has(ctx context.Context, l link) (bool, error) {
	n, err := s.find(ctx, l)
	return n != 0, err
}

// find gives the number of a quad, or 0. Where there are others of the same tie it looks near the number of a quad that its
// label, a statement, is the subject of: they came together.
func (s *levelDBSource) find(ctx context.Context, want link) (uint64, error) {
	if n := s.quadsRead[want]; n != 0 {
		return n, nil
	}
	key := s.indexKey(1, [3]uint64{want.object, want.predicate, want.subject})
	value, err := s.get(key)
	if err != nil {
		return 0, err
	}
	s.note(key, value)
	numbers, err := readNumbers(nil, value)
	if err != nil {
		return 0, err
	}
	below := len(numbers) // what comes last was most likely put last
	if len(numbers) > 2 {
		near, err := s.quadOf(ctx, want.label)
		if err != nil {
			return 0, err
		}
		if near != 0 {
			below, _ = slices.BinarySearch(numbers, near)
		}
	}
	for above := below; above < len(numbers) || below > 0; above++ {
		if below > 0 {
			below--
			if is, err := s.is(numbers[below], want); is || err != nil {
				return numbers[below], err
			}
		}
		if above < len(numbers) {
			if is, err := s.is(numbers[above], want); is || err != nil {
				return numbers[above], err
			}
		}
		if err := ctx.Err(); err != nil {
			return 0, err
		}
	}
	return 0, nil
}

// quadOf gives the number of any quad of a subject, or 0.
func (s *levelDBSource) quadOf(ctx context.Context, subject uint64) (uint64, error) {
	if n := s.latest[subject]; n != 0 {
		return n, nil
	}
	numbers, err := s.numbersUnder(ctx, nil, s.prefix(0, subject, 0))
	if err != nil || len(numbers) == 0 {
		return 0, err
	}
	return numbers[0], nil
}

// is reports whether the quad of a number is this one.
func (s *levelDBSource) is(number uint64, want link) (bool, error) {
	p, err := s.quad(number)
	return p != nil && !p.Deleted && linkOf(p) == want, err
}
