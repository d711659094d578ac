package loader

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"entente.example/graph"
	"entente.example/graph/store"
)

// Options say how documents are loaded.
type Options struct {
	// Workers is how many documents are read at once; 0: as many as there are processors. It does not change the result.
	Workers int
	// Resume skips every article that is in the store with all its appearances, also where another extractor read it.
	Resume bool
	// Progress is called by the goroutine that called Load, after each document and each write, with how many
	// documents have been read and what has been written so far; nil: never. It must not keep the report's lists.
	Progress func(read int, written Report)
}

// Load reads the documents and adds what they say to the store. What cannot be read, by the error in docs or since its
// extraction fails, is a failure in the report and no error.
//
// When the context ends, the write under way is finished or not done at all, what was read and not yet written is
// dropped, and the error is the context's. Other errors come from the store. The report tells what is in the store in
// any case; loading the same documents again does the rest. The documents are taken in another goroutine; they must end
// when the context does.
func Load(ctx context.Context, s *store.Store, r Reader, docs iter.Seq2[graph.Document, error], opts Options) (Report, error) {
	return load(ctx, s, r, docs, opts, 0)
}

func load(
	ctx context.Context, s *store.Store, r Reader, docs iter.Seq2[graph.Document, error], opts Options, batch int,
) (Report, error) {
	ctx, cancel := context.WithCancelCause(ctx) // the cause is an error of the store, or the caller's
	defer cancel(nil)
	l, err := newLoading(ctx, s, newFlight(s, r.Name(), opts.Resume), batch)
	if err != nil {
		return Report{}, wrap(err)
	}
	feed := func(yield func(*job) bool) {
		for doc, err := range docs {
			j := &job{doc: doc, err: err, known: true}
			if err == nil {
				if j, err = l.flight.admit(ctx, doc); err != nil {
					cancel(fmt.Errorf("look for article %q: %w", doc.Name, err))
					return
				}
			}
			if !yield(j) {
				return
			}
		}
	}
	read := 0
	for j := range pipeline(ctx, r, opts.Workers, feed) {
		read++
		if err := l.take(j); err != nil {
			return l.report, err
		}
		if opts.Progress != nil {
			opts.Progress(read, l.report)
		}
	}
	if ctx.Err() != nil {
		return l.report, wrap(context.Cause(ctx))
	}
	if err := l.flush(); err != nil {
		return l.report, err
	}
	if opts.Progress != nil {
		opts.Progress(read, l.report)
	}
	return l.report, nil
}

// loading is one load. Its methods are for one goroutine.
type loading struct {
	ctx    context.Context
	store  *store.Store
	flight *flight
	report Report
	batch  []*job
	quads  int // of the batch, about
	full   int // so many quads are written; 0: as many as the store writes at once
	stored int // quads, about
}

func newLoading(ctx context.Context, s *store.Store, flight *flight, full int) (*loading, error) {
	stats, err := s.Stats(ctx)
	return &loading{ctx: ctx, store: s, flight: flight, full: full, stored: stats.Quads}, err
}

// isFull reports whether the batch is to be written.
func (l *loading) isFull() bool {
	full := l.full
	if full == 0 {
		full = store.BatchQuads(l.stored)
	}
	const leastEach = 20 // quads of an article: many say nothing
	return l.quads >= full || len(l.batch) >= full/leastEach
}

// take counts a job, or puts it into the batch, and writes the batch when it is full.
func (l *loading) take(j *job) error {
	if j.warning != "" {
		l.report.Warnings = append(l.report.Warnings, Warning{Name: j.doc.Name, Text: j.warning})
	}
	if j.copied {
		l.report.Copies++
	}
	switch {
	case j.err != nil:
		l.report.Failures = append(l.report.Failures, Failure{Name: j.doc.Name, Err: j.err})
		l.flight.land(j)
		return nil
	case j.known:
		if !j.copied {
			l.report.Articles++
			l.report.Unchanged++
		}
		return nil
	}
	l.quads += 10 + 15*len(j.reading.Statements) + 6*len(j.reading.Entities)
	l.put(j)
	if !l.isFull() {
		return nil
	}
	return l.flush()
}

// put adds a job to the batch. A copy takes the place of what it is a copy of: it was read in the light of both.
func (l *loading) put(j *job) {
	if j.copied {
		for i, earlier := range l.batch {
			if earlier.doc.ID == j.doc.ID {
				l.flight.land(earlier)
				j.copied, j.was = earlier.copied, earlier.was
				l.batch[i] = j
				return
			}
		}
	}
	l.batch = append(l.batch, j)
}

// flush writes the batch. Copies of what earlier batches held come last and one by one, since they count otherwise.
func (l *loading) flush() error {
	batch := l.batch
	l.stored += l.quads
	l.batch, l.quads = nil, 0
	var first []*job
	for _, j := range batch {
		if !j.copied {
			first = append(first, j)
		}
	}
	if err := l.write(first); err != nil {
		return err
	}
	for _, j := range batch {
		if !j.copied {
			continue
		}
		change, err := l.store.Add(l.ctx, j.reading)
		l.report.addAgain(change, j.was)
		if err := l.failed(j, err); err != nil {
			return err
		}
	}
	for _, j := range batch {
		l.flight.land(j)
	}
	return nil
}

// write adds the readings of jobs. Where one of them breaks the model the store takes none, so each goes by itself and
// the bad ones are failures.
func (l *loading) write(jobs []*job) error {
	if len(jobs) == 0 {
		return nil
	}
	readings := make([]graph.Reading, len(jobs))
	for i, j := range jobs {
		readings[i] = j.reading
	}
	change, err := l.store.Add(l.ctx, readings...)
	l.report.add(change)
	if !errors.Is(err, store.ErrInvalid) {
		return wrap(err)
	}
	for _, j := range jobs {
		change, err := l.store.Add(l.ctx, j.reading)
		l.report.add(change)
		if err := l.failed(j, err); err != nil {
			return err
		}
	}
	return nil
}

// failed notes the failure of a reading that breaks the model, and gives other errors back.
func (l *loading) failed(j *job, err error) error {
	if errors.Is(err, store.ErrInvalid) {
		l.report.Failures = append(l.report.Failures, Failure{Name: j.doc.Name, Err: err})
		return nil
	}
	return wrap(err)
}

func wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("load: %w", err)
}
