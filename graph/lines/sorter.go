package lines

import (
	"bufio"
	"cmp"
	"container/heap"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
)

// Room is how many bytes of lines a sorter holds in memory where nothing else is said.
const Room = 32 << 20

// Sorter sorts lines. The zero value is one without lines. It is for one goroutine, and must be closed.
type Sorter struct {
	// Room is how many bytes of lines it holds in memory, about; 0: [Room].
	Room int

	lines []string
	bytes int
	files []*os.File
}

// Add takes a line, which ends with the only line break in it. Errors come from the file system.
func (s *Sorter) Add(line string) error {
	const header = 16 // of a string
	s.lines = append(s.lines, line)
	if s.bytes += len(line) + header; s.bytes < cmp.Or(s.Room, Room) {
		return nil
	}
	return s.spill()
}

func (s *Sorter) spill() error {
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
	return nil
}

// Write writes all lines in order.
func (s *Sorter) Write(ctx context.Context, w *bufio.Writer) error {
	for line, err := range s.All(ctx) {
		if err != nil {
			return err
		}
		if _, err := w.WriteString(line); err != nil {
			return err
		}
	}
	return nil
}

// Empty reports whether there are no lines.
func (s *Sorter) Empty() bool { return len(s.lines) == 0 && len(s.files) == 0 }

// Files counts the temporary files.
func (s *Sorter) Files() int { return len(s.files) }

// All gives the lines in order, as often as it is asked.
func (s *Sorter) All(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		runs, err := s.runs()
		if err != nil {
			yield("", err)
			return
		}
		for n := 0; len(runs) > 0; n++ {
			if n%10_000 == 0 && ctx.Err() != nil {
				yield("", ctx.Err())
				return
			}
			if !yield(runs[0].line, nil) {
				return
			}
			ok, err := runs[0].next()
			switch {
			case err != nil:
				yield("", err)
				return
			case ok:
				heap.Fix(&runs, 0)
			default:
				heap.Pop(&runs)
			}
		}
	}
}

// runs gives what is in memory and in the files, from their beginnings.
func (s *Sorter) runs() (runs, error) {
	slices.Sort(s.lines)
	var all runs
	if len(s.lines) > 0 {
		all = append(all, &run{line: s.lines[0], rest: s.lines[1:]})
	}
	for _, file := range s.files {
		if _, err := file.Seek(0, io.SeekStart); err != nil {
			return nil, fmt.Errorf("sort: %w", err)
		}
		r := &run{file: bufio.NewReader(file)}
		if ok, err := r.next(); err != nil {
			return nil, fmt.Errorf("sort: %w", err)
		} else if ok {
			all = append(all, r)
		}
	}
	heap.Init(&all)
	return all, nil
}

// Close takes the files away, and forgets all lines.
func (s *Sorter) Close() (err error) {
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
