package main

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

func newChangesCommand() *cobra.Command {
	return question{
		use:   "changes [NAME] --since DATE",
		short: "Tell what is new, confirmed, denied or over since a date",
		long: `changes compares what articles up to --since told with what those up to --until tell: ties that are new, confirmed (only
alleged before), denied for the first time, told to have ended or to go on again, and new kinds of support. It is about
what was reported: a town that was taken long ago and is told of now for the first time is new.`,
		example: `  entente changes --since 2024-01-01
  entente changes Wagner --since 2023-06 --until 2023-12 --relation backs
  entente changes --since 2024-05-01 --format md      # a morning note`,
		most: 1, args: "at most one name", want: []queries.Want{queries.WantAny}, relations: true,
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			if opts.Since == "" {
				return listing{}, queries.LeftOut{}, wrongUse("changes wants --since DATE")
			}
			opts.Name = about(names)
			answer, err := queries.Changes(ctx, s, opts)
			return changesListing(answer), answer.LeftOut, err
		},
	}.command()
}

func changesListing(answer queries.ChangesAnswer) listing {
	columns := []column{{name: "what"}, {name: "tie"}, {name: "kinds"}, {name: "sources", short: "src."}, {name: "last"}, sentenceColumn()}
	columns = append(columns, tieSheet()...)
	return listRows(answer, columns, answer.Changes, func(c queries.Change) []string {
		kinds := c.Kinds
		if c.What != queries.MoreKinds {
			kinds = c.Tie.Kinds
		}
		cells := []string{string(c.What), tieInWords(c.Tie), joined(kinds), strconv.Itoa(len(c.Tie.Sources)), string(c.Tie.Last), c.Tie.Evidence.Sentence}
		return append(cells, tieParts(c.Tie)...)
	})
}

func newDiffCommand() *cobra.Command {
	var opts struct {
		narrow   narrowing
		outlets  inputFlags
		exitCode bool
		output   output
	}
	cmd := &cobra.Command{
		Use:   "diff BEFORE AFTER",
		Short: "Tell what one store says that another does not",
		Long: `diff compares two stores: ties that are new or gone in the second, confirmed (only alleged in the first), denied for the
first time, told to have ended or to go on again, and new kinds of support.`,
		Example: `  entente diff last-week.db entente.db
  entente diff old.db new.db --polarity affirmed --format csv`,
		Args: arguments(2, 2, "two stores"),
		RunE: func(cmd *cobra.Command, args []string) error {
			options, err := opts.narrow.options()
			if err == nil {
				options.Outlets, err = opts.outlets.outlets()
			}
			if err != nil {
				return err
			}
			before, after := storeFlag{args[0]}, storeFlag{args[1]}
			readOnly := store.Options{ReadOnly: true}
			return before.withStore(cmd.Context(), readOnly, func(a *store.Store) error {
				return after.withStore(cmd.Context(), readOnly, func(b *store.Store) error {
					if err := opts.narrow.locate(cmd.Context(), b, &options); err != nil {
						return err
					}
					found, err := queries.Diff(cmd.Context(), a, b, options)
					if err != nil {
						return asked(err)
					}
					return answer(cmd, &opts.output, changesListing(found), found.LeftOut, opts.exitCode)
				})
			})
		},
	}
	opts.narrow.register(cmd)
	opts.narrow.registerTies(cmd)
	opts.outlets.registerPublishers(cmd)
	cmd.Flags().BoolVar(&opts.exitCode, "exit-code", false, "exit 4 where nothing differs")
	opts.output.register(cmd, listingFormats())
	return cmd
}
