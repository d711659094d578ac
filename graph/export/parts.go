package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"entente.example/graph"
	"entente.example/graph/lines"
)

// Parts writes a subgraph that comes in parts as [Write] writes the whole, however big it is, in a format that can be
// written so (Format.InParts): what is too much for the memory is sorted in temporary files. It must be closed.
type Parts struct {
	format Format
	opts   Options
	lines  lines.Sorter
}

// inParts is how a format is written whose files can be sorted: as lines, which come in any order, and as what they give
// when they are in order, each once.
type inParts struct {
	lines func(g graph.Subgraph, add func(line string) error) error
	write func(w *bufio.Writer, sorted iter.Seq2[string, error]) error
}

// NewParts gives one without parts. Errors tell of options that cannot be met: private people are found in the whole alone,
// so that RedactPersons is one of them.
func NewParts(format Format, opts Options) (*Parts, error) {
	err := opts.complete(format)
	switch {
	case format.parts == nil:
		return nil, fmt.Errorf("write %s: not a format that can be written in parts", format.Name)
	case opts.RedactPersons:
		err = errors.New("private people cannot be told in parts")
	}
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", format.Name, err)
	}
	return &Parts{format: format, opts: opts}, nil
}

// Add takes a part. Errors come from the file system.
func (p *Parts) Add(part graph.Subgraph) error {
	if err := p.format.parts.lines(newView(part, p.opts, false).graph, p.lines.Add); err != nil {
		return fmt.Errorf("write %s: %w", p.format.Name, err)
	}
	return nil
}

// Write writes what all parts hold, as often as it is asked. Errors come from w and from the file system, or are those of
// the context.
func (p *Parts) Write(ctx context.Context, w io.Writer) error {
	if err := p.format.parts.sorted(ctx, w, &p.lines); err != nil {
		return fmt.Errorf("write %s: %w", p.format.Name, err)
	}
	return nil
}

// Close takes the temporary files away.
func (p *Parts) Close() error { return p.lines.Close() }

// sorted writes lines in order, each once.
func (f inParts) sorted(ctx context.Context, w io.Writer, all *lines.Sorter) error {
	buffer := bufio.NewWriter(w)
	err := f.write(buffer, func(yield func(string, error) bool) {
		last := ""
		for line, err := range all.All(ctx) {
			if err == nil && line == last {
				continue
			}
			if last = line; !yield(line, err) {
				return
			}
		}
	})
	return errors.Join(err, buffer.Flush())
}

// whole writes a subgraph that is there as a whole.
func (f inParts) whole(w io.Writer, v view) (err error) {
	var all lines.Sorter
	defer func() { err = errors.Join(err, all.Close()) }()
	if err := f.lines(v.graph, all.Add); err != nil {
		return err
	}
	return f.sorted(context.Background(), w, &all)
}
