package main

import (
	"context"
	"errors"
	"fmt"

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
for byte. A store that holds something else is left as it is, and so is any store where the dump is not whole. After an
interruption, the same command goes on.`,
		Example: `  entente restore graph.nq --store copy.db
  entente dump --store old.db | entente restore - --store new.db`,
		Args: arguments(1, 1, "one file, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return runRestore(cmd.Context(), cmd, opts, args[0]) },
	}
	opts.store.register(cmd)
	return cmd
}

func runRestore(ctx context.Context, cmd *cobra.Command, opts restoreOptions, path string) error {
	saveMemory()
	boundMemory()
	graph, err := openDump(ctx, cmd, path)
	if err != nil {
		return err
	}
	whole, err := store.ReadDump(ctx, graph) // first: a store that is not there would be made
	if err = errors.Join(err, graph.Close()); err != nil {
		return notRestored(ctx, path, err, "nothing was stored")
	}
	defer whole.Close() //nolint:errcheck // it leaves temporary files at worst
	if whole.Empty() {
		return fmt.Errorf("restore %q: it is empty", path)
	}
	err = opts.store.withStore(ctx, store.Options{}, func(s *store.Store) error {
		before, err := s.Stats(ctx)
		if err != nil {
			return err
		}
		if before.Articles+before.Entities > 0 {
			if all, err := opts.compare(ctx, s, whole, before); err != nil {
				return err
			} else if all {
				talkOf(cmd).say("store %s holds it already (%s); nothing changed", quoted(opts.store.shown()), contents(before))
				return nil
			}
		}
		if _, err := s.Restore(ctx, whole); err != nil {
			return notRestored(ctx, path, err, "a part of the dump may be in the store")
		}
		after, err := s.Stats(ctx)
		if err != nil {
			return err
		}
		talkOf(cmd).say("restored %s into store %s", contents(after), quoted(opts.store.shown()))
		return nil
	})
	var told *failure
	if err != nil && ctx.Err() != nil && !errors.As(err, &told) {
		return notRestored(ctx, path, err, "a part of the dump may be in the store")
	}
	return err
}

// compare tells whether a store that is not empty holds the whole dump. It may hold a part, since a restore that was
// interrupted leaves one; what holds anything else is refused.
func (opts restoreOptions) compare(ctx context.Context, s *store.Store, dump *store.Dump, has store.Stats) (whole bool, err error) {
	all, others, err := s.Compare(ctx, dump)
	if err == nil && others {
		err = &failure{
			code: exitFailed, err: fmt.Errorf("store %q holds something else: %s", opts.store.shown(), contents(has)),
			hints: []string{"name a new store with --store"},
		}
	}
	return all, err
}

// notRestored says of a dump that is not whole what it is, in the words of dumps, and how an interrupted one goes on.
func notRestored(ctx context.Context, path string, err error, left string) error {
	if ctx.Err() != nil {
		return &failure{
			code: exitInterrupted, err: errors.New("interrupted; " + left),
			hints: []string{"restore the same again to go on"},
		}
	}
	if unread := new(failure); errors.As(err, &unread) {
		return unread
	}
	if !errors.Is(err, store.ErrInvalid) {
		return err
	}
	return &failure{
		code: exitFailed, err: fmt.Errorf("restore %q: no whole dump: %w", path, err),
		hints: []string{"restore reads what entente dump writes; " + left},
	}
}

// contents says how much is in a store.
func contents(stats store.Stats) string {
	text := fmt.Sprintf("%s, %s, %s", count(stats.Articles, "article"), count(stats.Statements, "statement"), count(stats.Entities, "entity"))
	if stats.Verdicts > 0 {
		text += ", " + count(stats.Verdicts, "verdict")
	}
	return text
}
