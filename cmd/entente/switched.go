package main

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

func newSwitchedCommand() *cobra.Command {
	stopped := false
	return question{
		use:   "switched [NAME]",
		short: "Tell who changed sides and when, or, with --stopped, which support ended",
		long: `switched finds who backed, was allied with or a member of one, and later of another who fights him. until is the last day
of which the texts speak of the earlier tie, since the first of the later one: the change lies between. With --stopped it
lists the support that a text says has ended. Only affirmed ties count, unless --polarity says otherwise.`,
		example: `  entente switched
  entente switched Wagner --since 2023
  entente switched --stopped`,
		most: 1, args: "at most one name",
		bind: func(cmd *cobra.Command) {
			cmd.Flags().BoolVar(&stopped, "stopped", false, "list support that ended instead")
		},
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			opts.Name = about(names)
			answer, err := queries.Switched(ctx, s, opts)
			if stopped {
				return tiesListing(answer, answer.Stopped), answer.LeftOut, err
			}
			columns := []column{
				{name: "who"},
				{name: "from"},
				{name: "to"},
				{name: "until"},
				{name: "since"},
				{name: "sources", short: "src."},
				{name: "war"},
				{name: "marks"},
				sentenceColumn(),
			}
			return listRows(answer, columns, answer.Switches, func(w queries.Switch) []string {
				return []string{
					w.Who.Name, w.From.Name, w.To.Name, w.Until, w.Since, strconv.Itoa(w.Sources), warNames(w.Wars),
					weaknesses(w.Before, w.After, w.Fights), sentences(w.Before, w.After, w.Fights),
				}
			}), answer.LeftOut, err
		},
	}.command()
}
