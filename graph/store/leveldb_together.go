package store

import (
	"context"
	"encoding/binary"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// together gives what is told of an article and of its statements, as it came: one quad behind the other, from the one
// on that gives its type. It reports false where something stands elsewhere, as of an article that came again with more.
// How many times quads use the article's node tells that nothing is missing, so that no index is walked: to begin that
// reads a block of each level, and of each table that is not merged yet. Where there are verdicts, which do not name the
// article, the statements are looked up.
func (s *levelDBSource) together(ctx context.Context, article quad.Value, node, typeEdge uint64, judged bool) ([]link, bool, error) {
	if s.told == nil {
		return nil, false, nil
	}
	first, err := s.get(s.indexKey(0, [3]uint64{node, typeEdge}))
	if err != nil {
		return nil, false, err
	}
	number, n := binary.Uvarint(first)
	if n <= 0 {
		return nil, false, nil
	}
	value, err := s.get(s.hashKey('n', refs.HashOf(article)))
	if err != nil {
		return nil, false, err
	}
	uses, _ := binary.Uvarint(value)
	links, whole, err := s.run(ctx, node, number, int64(uses))
	if err != nil || !whole {
		return nil, false, err
	}
	told := map[uint64]int{}
	for _, l := range links {
		told[l.subject]++
	}
	if whole, err = s.isAllTold(ctx, node, told, judged); err != nil || !whole {
		return nil, false, err
	}
	for subject, n := range told {
		s.told[subject] = n
	}
	return links, true, nil
}

// run reads quads from a number on until they have used a node so many times, and gives those that stand under it as
// their label. Between them may be ties, which stand under a statement. It reports false where it comes to others.
func (s *levelDBSource) run(ctx context.Context, node, number uint64, uses int64) (links []link, whole bool, err error) {
	const mostTies = 4 // in a row
	for ties := 0; uses > 0; number++ {
		p, err := s.quad(number, false)
		if err == nil {
			err = ctx.Err()
		}
		if err != nil || p == nil || p.IsNode() || p.Deleted {
			return nil, false, err
		}
		l := linkOf(p)
		s.noteQuad(l, number)
		for _, n := range [4]uint64{l.subject, l.predicate, l.object, l.label} {
			if n == node {
				uses--
			}
		}
		switch {
		case l.label == node:
			links, ties = append(links, l), 0
		case ties == mostTies:
			return nil, false, nil
		default:
			ties++
		}
	}
	return links, uses == 0, nil
}

// isAllTold reports whether there are no more quads of an article's statements than were read.
func (s *levelDBSource) isAllTold(ctx context.Context, article uint64, told map[uint64]int, judged bool) (bool, error) {
	if !judged {
		return true, nil
	}
	for subject, n := range told {
		if subject == article {
			continue
		}
		numbers, err := s.numbersUnder(ctx, nil, s.prefix(0, subject))
		if err != nil || len(numbers) != n {
			return false, err
		}
	}
	return true, nil
}
