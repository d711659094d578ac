package store

import (
	"bufio"
	"cmp"
	"container/heap"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// dumpRoom is how many bytes of lines are sorted in memory.
const dumpRoom = 32 << 20

// sorter sorts lines, more of them than there is memory: what fills its room goes, sorted, into a temporary file.
type sorter struct {
	room  int
	lines []string
	bytes int
	files []*os.File
}

// add takes a line, which ends with the only line break in it.
func (s *sorter) add(line string) error {
	const header = 16 // of a string
	s.lines = append(s.lines, line)
	if s.bytes += len(line) + header; s.bytes < s.room {
		return nil
	}
	return s.spill()
}

func (s *sorter) spill() (err error) {
	file, err := os.CreateTemp("", "entente-sort-*")
	if err != nil {
		return fmt.Errorf("sort: %w", err)
	}
	s.files = append(s.files, file)
	w := bufio.NewWriter(file)
	slices.Sort(s.lines)
	for _, line := range s.lines {
		_, _ = w.WriteString(line) // Flush tells
	}
	s.lines, s.bytes = s.lines[:0], 0
	if err := w.Flush(); err != nil {
		return fmt.Errorf("sort: %w", err)
	}
	_, err = file.Seek(0, io.SeekStart)
	return err
}

// write writes all lines in order.
func (s *sorter) write(ctx context.Context, w *bufio.Writer) error {
	slices.Sort(s.lines)
	runs := runs{}
	if len(s.lines) > 0 {
		runs = append(runs, &run{line: s.lines[0], rest: s.lines[1:]})
	}
	for _, file := range s.files {
		r := &run{file: bufio.NewReader(file)}
		if ok, err := r.next(); err != nil {
			return err
		} else if ok {
			runs = append(runs, r)
		}
	}
	heap.Init(&runs)
	for n := 0; len(runs) > 0; n++ {
		if n%10_000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if _, err := w.WriteString(runs[0].line); err != nil {
			return err
		}
		ok, err := runs[0].next()
		switch {
		case err != nil:
			return err
		case ok:
			heap.Fix(&runs, 0)
		default:
			heap.Pop(&runs)
		}
	}
	return nil
}

// close takes the files away, and forgets all lines.
func (s *sorter) close() (err error) {
	for _, file := range s.files {
		err = errors.Join(err, file.Close(), os.Remove(file.Name()))
	}
	s.files, s.lines, s.bytes = nil, nil, 0
	return err
}

// run is a sorted sequence: its first line, and what follows in memory or in a file.
type run struct {
	line string
	rest []string
	file *bufio.Reader
}

// next goes on to the next line, or reports that there is none.
func (r *run) next() (ok bool, err error) {
	if r.file == nil {
		if len(r.rest) == 0 {
			return false, nil
		}
		r.line, r.rest = r.rest[0], r.rest[1:]
		return true, nil
	}
	r.line, err = r.file.ReadString('\n')
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	return err == nil, err
}

// runs are a heap by their first lines.
type runs []*run

func (r runs) Len() int           { return len(r) }
func (r runs) Less(i, j int) bool { return cmp.Less(r[i].line, r[j].line) }
func (r runs) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *runs) Push(x any)        { *r = append(*r, x.(*run)) }
func (r *runs) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}
