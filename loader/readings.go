package loader

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

// errStatement says that a line is one of those that tell a statement alone.
var errStatement = errors.New("a statement without its article; extract with the format readings")

// ReadReadings gives the readings of JSON lines, one a line. What is no reading is an error in its place, which names
// the line, and does not end the rest; an error of r does.
func ReadReadings(r io.Reader) iter.Seq2[graph.Reading, error] {
	return func(yield func(graph.Reading, error) bool) {
		lines := bufio.NewReader(r)
		for n := 1; ; n++ {
			line, readErr := lines.ReadString('\n')
			if readErr != nil && !errors.Is(readErr, io.EOF) {
				yield(graph.Reading{}, readErr)
				return
			}
			if strings.TrimSpace(line) != "" {
				reading, err := parseReading(line)
				if err != nil {
					err = fmt.Errorf("%w: line %d: %w", store.ErrInvalid, n, err)
				}
				if !yield(reading, err) {
					return
				}
			}
			if readErr != nil {
				return
			}
		}
	}
}

func parseReading(line string) (graph.Reading, error) {
	var kind struct {
		Predicate string `json:"predicate"`
	}
	if json.Unmarshal([]byte(line), &kind) == nil && kind.Predicate != "" {
		return graph.Reading{}, errStatement
	}
	var reading graph.Reading
	if err := json.Unmarshal([]byte(line), &reading); err != nil {
		return graph.Reading{}, err
	}
	if reading.Article.ID == uuid.Nil {
		return graph.Reading{}, errors.New("no article")
	}
	return reading, nil
}

// LoadReadings adds readings that were extracted elsewhere. Those that break the model, and those that are an
// [store.ErrInvalid] already, are failures in the report; other errors end the load.
func LoadReadings(ctx context.Context, s *store.Store, readings iter.Seq2[graph.Reading, error], opts Options) (Report, error) {
	base, err := newLoading(ctx, s, newFlight(s, "", false), 0)
	if err != nil {
		return Report{}, wrap(err)
	}
	l := &reloading{loading: base, seen: map[uuid.UUID]bool{}}
	read := 0
	for reading, err := range readings {
		if err == nil {
			err = ctx.Err()
		}
		switch {
		case err == nil:
			err = l.add(reading)
		case !errors.Is(err, store.ErrInvalid):
			err = wrap(err)
		}
		switch {
		case errors.Is(err, store.ErrInvalid):
			l.report.Failures = append(l.report.Failures, Failure{Name: "statements", Err: err})
		case err != nil:
			return l.report, err
		}
		if read++; opts.Progress != nil {
			opts.Progress(read, l.report)
		}
	}
	return l.report, l.flush()
}

// reloading is a load of readings.
type reloading struct {
	*loading
	seen map[uuid.UUID]bool
}

// add puts a reading into the batch. One of an article that came before is added by itself: it counts otherwise.
func (l *reloading) add(reading graph.Reading) error {
	id := reading.Article.ID
	if !l.seen[id] {
		l.seen[id] = true
		return l.take(&job{doc: graph.Document{Article: reading.Article, Name: id.String()}, reading: reading})
	}
	if err := l.flush(); err != nil {
		return err
	}
	change, err := l.store.Add(l.ctx, reading)
	l.report.Copies++
	l.report.addAgain(change, changed)
	if errors.Is(err, store.ErrInvalid) {
		return err // a failure of this one
	}
	return wrap(err)
}
