package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"

	cayley "github.com/cayleygraph/cayley/graph"
)

// Query is a Gizmo script, and its limits.
type Query struct {
	// Script is JavaScript over g, as Cayley documents it: g.V("<Russia>").out("<backs>").all().
	Script string
	// MaxRows ends the script after so many rows; 0 is DefaultMaxRows.
	MaxRows int
	// Timeout ends it after so long; 0 is as long as the context lasts.
	Timeout time.Duration
}

// DefaultMaxRows is how many rows a script may give where it is not told otherwise.
const DefaultMaxRows = 100_000

// Gizmo runs a script in this process and gives its rows, from tag to value; the node that a path ends at has the tag
// "id". Ids come as "<Russia>", literals as their text. What a script emits that is no row has the tag "value". It can
// read, and not write.
//
// Mistakes in the script are ErrScript; running out of time is context.DeadlineExceeded. Rows are collected before the
// first is given, and while that lasts nobody writes. Some mistakes end the process: see the package's comment.
func (s *Store) Gizmo(ctx context.Context, q Query) iter.Seq2[map[string]any, error] {
	return func(yield func(map[string]any, error) bool) {
		var rows []map[string]any
		err := s.reading(ctx, "gizmo", func(r *reader) (err error) {
			qs, err := r.quads()
			if err == nil {
				rows, err = runGizmo(ctx, qs, q)
			}
			return err
		})
		// What was found before the error is given too: a script may have printed half of what it was asked for.
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// A script says itself that it came to its end: where a step panics, Cayley's results end like those of a script that is
// done, an instant before the panic ends the process.
const (
	endMark   = "entente: end of script"
	scriptEnd = "\n;g.emit(\"" + endMark + "\")"
	// dying is far more than a process needs to end of a panic.
	dying = time.Second
)

func runGizmo(ctx context.Context, qs cayley.QuadStore, q Query) (rows []map[string]any, err error) {
	if q.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, q.Timeout)
		defer cancel()
	}
	if q.MaxRows <= 0 {
		q.MaxRows = DefaultMaxRows
	}
	results, err := gizmo.NewSession(qs).Execute(ctx, q.Script+scriptEnd, query.Options{Collation: query.JSON, Limit: q.MaxRows})
	if err != nil && strings.Contains(err.Error(), fmt.Sprintf(": Line %d:", strings.Count(q.Script, "\n")+2)) { // in scriptEnd
		return nil, fmt.Errorf("%w: it breaks off before a bracket is closed", ErrScript)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrScript, err)
	}
	defer func() { err = errors.Join(err, results.Close()) }()
	// A script can lift Cayley's own limit, so rows are counted here too.
	ended := false
	for len(rows) < q.MaxRows && results.Next(ctx) {
		switch row := results.Result().(type) {
		case nil: // the value of the script's last line
		case string:
			if ended = row == endMark; !ended {
				rows = append(rows, map[string]any{"value": row})
			}
		case map[string]any:
			rows = append(rows, row)
		default:
			rows = append(rows, map[string]any{"value": row})
		}
	}
	switch {
	case ctx.Err() != nil: // an iteration that was cancelled ends without an error
		return rows, ctx.Err()
	case results.Err() != nil:
		return rows, fmt.Errorf("%w: %w", ErrScript, results.Err())
	case !ended && len(rows) < q.MaxRows:
		time.Sleep(dying)
		return rows, fmt.Errorf("%w: it did not come to its end", ErrScript)
	}
	return rows, nil
}
