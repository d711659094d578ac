package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader"
)

// runLoadStatements stores what entente extract has read elsewhere.
func runLoadStatements(ctx context.Context, cmd *cobra.Command, opts loadOptions, paths []string) error {
	if len(paths) > 0 {
		return wrongUse("--statements and articles exclude each other")
	}
	if _, err := opts.output.choose(); err != nil {
		return err
	}
	var from io.Reader = cmd.InOrStdin()
	switch {
	case opts.statements != "-":
		file, err := openFile(opts.statements)
		if err != nil {
			return &failure{
				code: exitPartly, err: fmt.Errorf("read %q: %w", opts.statements, withoutPath(err)), hints: []string{"check the path"},
			}
		}
		defer file.Close() //nolint:errcheck // it was only read
		from = file
	case isTerminal(from):
		return wrongUse("--statements - wants a pipe")
	}
	opts.output.inputs = []string{opts.statements}
	began := time.Now()
	readings, stop, err := peek(loader.ReadReadings(impatient{ctx, from}))
	defer stop()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil: // no store is made of a wrong file
		return &failure{code: exitPartly, err: fmt.Errorf("load %q: %w", opts.statements, err), hints: []string{hintReadings}}
	case readings == nil:
		return showLoaded(cmd, opts, loaded{})
	}
	saveMemory()
	boundMemory()
	return opts.store.withStore(ctx, store.Options{}, func(s *store.Store) error {
		var done loaded
		progress := newProgress(cmd, &intake{})
		report, err := loader.LoadReadings(ctx, s, noteFresh(ctx, s, &done, readings), loader.Options{Progress: progress.show})
		progress.clear()
		done.report = report
		if err != nil {
			return unfinished(ctx, err, report)
		}
		return gravest(finishLoad(ctx, cmd, s, opts, began, done), tellFailures(talkOf(cmd), opts.statements, report))
	})
}

const hintReadings = "entente extract --format readings prints what load --statements reads"

// impatient ends reads when the context ends, also those that wait for a pipe.
type impatient struct {
	ctx  context.Context
	from io.Reader
}

func (r impatient) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	done, buffer := make(chan result, 1), make([]byte, len(p))
	go func() {
		n, err := r.from.Read(buffer)
		done <- result{n, err}
	}()
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case got := <-done:
		return copy(p, buffer[:got.n]), got.err
	}
}

// noteFresh notes the articles that the store lacks, as they pass.
func noteFresh(ctx context.Context, s *store.Store, done *loaded, readings iter.Seq2[graph.Reading, error]) iter.Seq2[graph.Reading, error] {
	seen := map[uuid.UUID]bool{}
	return func(yield func(graph.Reading, error) bool) {
		for reading, err := range readings {
			if id := reading.Article.ID; err == nil && !seen[id] {
				seen[id] = true
				if _, lookErr := s.Article(ctx, id); errors.Is(lookErr, store.ErrNoArticle) {
					done.fresh = append(done.fresh, id)
				}
			}
			if !yield(reading, err) {
				return
			}
		}
	}
}

// tellFailures names what could not be stored.
func tellFailures(t talk, path string, report loader.Report) error {
	if len(report.Failures) == 0 {
		return nil
	}
	for _, f := range report.Failures {
		t.complain("error", 0, fmt.Sprintf("load %q: %v", path, f.Err), hintReadings)
	}
	return status(exitPartly)
}
