package ties

import (
	"cmp"
	"container/heap"
	"slices"
)

// sorter sorts rows, more of them than there is memory for: in runs, each sorted in memory, which leave it, and are merged
// as they are read. Rows that are equal keep their order.
type sorter[T any] struct {
	compare func(a, b *T) int
	rows    table[T]
	// runs are the numbers of the first rows.
	runs   []int
	run    []T
	length int
}

// sortedRows is how many rows a sorter sorts in memory.
const sortedRows = 1 << 16

func newSorter[T any](p *pager, f *file, compare func(a, b *T) int) *sorter[T] {
	return &sorter[T]{compare: compare, rows: paged[T](p, f), length: cmp.Or(p.run, sortedRows)}
}

func (s *sorter[T]) add(row T) {
	if s.run = append(s.run, row); len(s.run) == s.length {
		s.flush()
	}
}

func (s *sorter[T]) flush() {
	if len(s.run) == 0 {
		return
	}
	slices.SortStableFunc(s.run, func(a, b T) int { return s.compare(&a, &b) })
	s.runs = append(s.runs, s.rows.rows)
	addAll(&s.rows, s.run)
	s.run = s.run[:0]
}

// sorted gives the rows in order, once: they are gone then. Each is there until the next one comes.
func (s *sorter[T]) sorted() func(yield func(*T) bool) {
	return func(yield func(*T) bool) {
		s.flush()
		s.run = nil
		defer s.rows.drop()
		all := merge[T]{compare: s.compare}
		for i, first := range s.runs {
			end := s.rows.rows
			if i+1 < len(s.runs) {
				end = s.runs[i+1]
			}
			r := &mergedRun[T]{rows: s.rows.cursor(), number: i, at: first, end: end}
			r.first = r.rows.row(first)
			all.runs = append(all.runs, r)
		}
		for heap.Init(&all); len(all.runs) > 0; {
			r := all.runs[0]
			if !yield(r.first) {
				return
			}
			if r.at++; r.at == r.end {
				heap.Pop(&all)
				continue
			}
			r.first = r.rows.row(r.at)
			heap.Fix(&all, 0)
		}
	}
}

// mergedRun is what is left of a run.
type mergedRun[T any] struct {
	rows            *cursor[T]
	first           *T
	number, at, end int
}

// merge are runs by their first rows.
type merge[T any] struct {
	runs    []*mergedRun[T]
	compare func(a, b *T) int
}

func (m *merge[T]) Len() int { return len(m.runs) }

func (m *merge[T]) Less(i, j int) bool {
	a, b := m.runs[i], m.runs[j]
	return cmp.Or(m.compare(a.first, b.first), cmp.Compare(a.number, b.number)) < 0
}

func (m *merge[T]) Swap(i, j int) { m.runs[i], m.runs[j] = m.runs[j], m.runs[i] }
func (m *merge[T]) Push(x any)    { m.runs = append(m.runs, x.(*mergedRun[T])) }
func (m *merge[T]) Pop() any {
	last := m.runs[len(m.runs)-1]
	m.runs = m.runs[:len(m.runs)-1]
	return last
}
