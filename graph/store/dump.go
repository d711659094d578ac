package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"

	"entente.example/graph/lines"
)

// Dump writes all quads as sorted canonical N-Quads, with ids as short as they are in the store. Equal content gives
// equal bytes; the store's own figures are left out. What is too much for the memory is sorted in temporary files.
func (s *Store) Dump(ctx context.Context, w io.Writer) (err error) {
	sorted, err := s.sorted(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, sorted.Close()) }()
	out := bufio.NewWriter(w)
	if err := sorted.Write(ctx, out); err != nil {
		return fmt.Errorf("dump: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("dump: %w", err)
	}
	return nil
}

// sorted gives all quads as lines, in order. The caller must close it.
func (s *Store) sorted(ctx context.Context) (*lines.Sorter, error) {
	sorted := new(lines.Sorter)
	err := s.reading(ctx, "dump", func(r *reader) error {
		if err := sorted.Close(); err != nil { // a server may have gone away in the middle
			return err
		}
		var b []byte
		var failed error
		err := r.everyQuad(func(q quad.Quad) {
			b = appendQuad(b[:0], q)
			if failed == nil {
				failed = sorted.Add(string(b))
			}
		})
		return errors.Join(err, failed)
	})
	if err != nil {
		return nil, errors.Join(err, sorted.Close())
	}
	return sorted, nil
}

// rememberedNames is how many names of nodes are held while all quads are read.
const rememberedNames = 100_000

// everyQuad calls visit with each quad but the store's own, in the order in which they were written.
func (r *reader) everyQuad(visit func(quad.Quad)) error {
	const together = 5_000
	links := make([]link, 0, together)
	flush := func() error {
		numbers := make([]uint64, 0, 4*len(links))
		for _, l := range links {
			numbers = append(numbers, l.subject, l.predicate, l.object, l.label)
		}
		if err := r.resolve(numbers...); err != nil {
			return err
		}
		for _, l := range links {
			q := quad.Quad{Subject: r.names[l.subject], Predicate: r.names[l.predicate], Object: r.names[l.object]}
			if l.label != 0 {
				q.Label = r.names[l.label]
			}
			if q.Label != metaLabel {
				visit(q)
			}
		}
		links = links[:0]
		if len(r.names) > rememberedNames { // a store may have more of them than there is memory
			r.names, r.nodes = map[uint64]quad.Value{}, map[quad.Value]uint64{}
			r.forget()
		}
		return nil
	}
	for l, err := range r.all(r.ctx) {
		if err != nil {
			return err
		}
		if links = append(links, l); len(links) == together {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}
