package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"entente.example/graph/store"
)

type restoreOptions struct {
	store storeFlag
}

func newRestoreCommand() *cobra.Command {
	var opts restoreOptions
	cmd := &cobra.Command{
		Use:   "restore FILE|-",
		Short: "Make a store of what dump wrote",
		Long: `restore fills a store that is new or empty with what "entente dump" wrote, so that it gives the same dump again, byte
for byte. A store that holds something else is left as it is, and so is any store where the dump is not whole.`,
		Example: `  entente restore graph.nq --store copy.db
  entente dump --store old.db | entente restore - --store new.db`,
		Args: arguments(1, 1, "one file, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return runRestore(cmd.Context(), cmd, opts, args[0]) },
	}
	opts.store.register(cmd)
	return cmd
}

func runRestore(ctx context.Context, cmd *cobra.Command, opts restoreOptions, path string) error {
	dump, err := readDump(ctx, cmd, path)
	if err != nil {
		return err
	}
	if len(bytes.TrimSpace(dump)) == 0 {
		return fmt.Errorf("restore %q: it is empty", path)
	}
	return opts.store.withStore(ctx, store.Options{}, func(s *store.Store) error {
		before, err := s.Stats(ctx)
		if err != nil {
			return err
		}
		if before.Articles+before.Entities > 0 {
			return opts.restored(ctx, cmd, s, dump, before)
		}
		if _, err := s.Restore(ctx, bytes.NewReader(dump)); err != nil {
			return notRestored(path, err)
		}
		after, err := s.Stats(ctx)
		if err != nil {
			return err
		}
		talkOf(cmd).say("restored %s into store %s", contents(after), quoted(opts.store.resolved()))
		return nil
	})
}

// readDump reads the file, or standard input.
func readDump(ctx context.Context, cmd *cobra.Command, path string) ([]byte, error) {
	var dump []byte
	var err error
	if path == "-" {
		dump, err = readAll(ctx, cmd.InOrStdin())
	} else {
		dump, err = readFile(ctx, path)
	}
	switch {
	case err == nil, ctx.Err() != nil:
		return dump, err
	}
	return nil, &failure{code: exitPartly, err: fmt.Errorf("read %q: %w", path, withoutPath(err)), hints: []string{"check the path"}}
}

func readFile(ctx context.Context, path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	return readAll(ctx, io.Reader(file))
}

// restored tells whether a store that is not empty holds the dump already, and refuses otherwise.
func (opts restoreOptions) restored(ctx context.Context, cmd *cobra.Command, s *store.Store, dump []byte, has store.Stats) error {
	var stored bytes.Buffer
	if err := s.Dump(ctx, &stored); err != nil {
		return err
	}
	if slices.EqualFunc(sortedLines(stored.Bytes()), sortedLines(dump), bytes.Equal) {
		talkOf(cmd).say("store %s holds it already (%s); nothing changed", quoted(opts.store.resolved()), contents(has))
		return nil
	}
	return &failure{
		code: exitFailed, err: fmt.Errorf("store %q is not empty: it holds %s", opts.store.resolved(), contents(has)),
		hints: []string{"name a new store with --store"},
	}
}

// sortedLines gives the lines that are not blank.
func sortedLines(text []byte) [][]byte {
	var lines [][]byte
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			lines = append(lines, line)
		}
	}
	slices.SortFunc(lines, bytes.Compare)
	return lines
}

// notRestored says of a dump that is not whole what it is, in the words of dumps.
func notRestored(path string, err error) error {
	if !errors.Is(err, store.ErrInvalid) {
		return err
	}
	return &failure{
		code: exitFailed, err: fmt.Errorf("restore %q: no whole dump: %w", path, err),
		hints: []string{"restore reads what entente dump writes; nothing was stored"},
	}
}

// contents says how much is in a store.
func contents(stats store.Stats) string {
	return fmt.Sprintf("%s, %s, %s", count(stats.Articles, "article"), count(stats.Statements, "statement"), count(stats.Entities, "entity"))
}
