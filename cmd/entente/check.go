package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"entente.example/graph/store"
)

type checkOptions struct {
	store  storeFlag
	output output
}

func newCheckCommand() *cobra.Command {
	var opts checkOptions
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Read the whole store and report what does not add up",
		Long: `check reads every article, statement and entity of the store, and reports what is not whole, breaks the model or
belongs to nothing. It exits 1 where there is something to report.`,
		Example: `  entente check
  entente check --store other.db --json`,
		Args: arguments(0, 0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runCheck(cmd.Context(), cmd, opts) },
	}
	opts.store.register(cmd)
	opts.output.register(cmd, listingFormats())
	return cmd
}

func runCheck(ctx context.Context, cmd *cobra.Command, opts checkOptions) error {
	return opts.store.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error {
		problems, err := s.Check(ctx)
		if err != nil {
			return err
		}
		stats, err := s.Stats(ctx)
		if err != nil {
			return err
		}
		if err := opts.output.write(cmd, func(w io.Writer, format string, screen screen) error {
			if format == "table" && len(problems) == 0 {
				return nil
			}
			return problemListing(problems).write(w, format, screen)
		}); err != nil {
			return err
		}
		talk := talkOf(cmd)
		talk.say("%s: %s", contents(stats), count(len(problems), "problem"))
		if len(problems) > 0 {
			return status(exitFailed)
		}
		return nil
	})
}

func problemListing(problems []store.Problem) listing {
	l := listing{columns: []column{{name: "node"}, {name: "problem"}}, whole: notNil(problems)}
	for _, p := range problems {
		l.rows = append(l.rows, []string{p.Node, p.What})
		l.values = append(l.values, p)
	}
	return l
}
