package store

import (
	"context"
	"encoding/binary"
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
	at := len(value) // what comes last was most likely put last
	if len(value) > fewNumbers {
		near, err := s.quadOf(ctx, want.label)
		if err != nil {
			return 0, err
		}
		if near != 0 {
			if at, err = searchNumbers(value, near); err != nil {
				return 0, err
			}
		}
	}
	return s.findAround(ctx, value, at, want)
}

// fewNumbers is how many bytes of numbers are tried one by one.
const fewNumbers = 8

// findAround tries the numbers of an entry, from a place on both ways.
func (s *levelDBSource) findAround(ctx context.Context, value []byte, at int, want link) (uint64, error) {
	for below, above := at, at; below > 0 || above < len(value); {
		if below > 0 {
			below = startOf(value, below-1)
			number, n := binary.Uvarint(value[below:])
			if n <= 0 {
				return 0, entryCut()
			}
			if is, err := s.is(number, want); is || err != nil {
				return number, err
			}
		}
		if above < len(value) {
			number, n := binary.Uvarint(value[above:])
			if n <= 0 {
				return 0, entryCut()
			}
			if is, err := s.is(number, want); is || err != nil {
				return number, err
			}
			above += n
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
	p, err := s.quad(number, false)
	return p != nil && !p.Deleted && linkOf(p) == want, err
}
