package main

import (
	"context"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

func newContestedCommand() *cobra.Command {
	return question{
		use:   "contested [NAME]",
		short: "List what some say and others deny, and places that several hold",
		long: `contested lists the ties that some affirm or allege and others deny, with one sentence of each side (why shows all), and
the places that several are said to hold, or that one is denied to hold.`,
		example: `  entente contested
  entente contested Russia --relation backs
  entente contested --json`,
		most: 1, args: "at most one name", want: []queries.Want{queries.WantAny}, relations: true,
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			opts.Name = about(names)
			answer, err := queries.Contested(ctx, s, opts)
			columns := []column{{name: "what"}, {name: "said by"}, {name: "denied by"}, sentenceColumn()}
			l := listRows(answer, columns, answer.Ties, func(t queries.WhyTie) []string {
				return []string{
					tieText(t), sourceNames(t.Sources), sourceNames(t.DeniedBy),
					t.For[0].Citations[0].Sentence + " · " + t.Against[0].Citations[0].Sentence,
				}
			})
			for _, h := range answer.Places {
				for _, c := range h.Holders {
					denied := ""
					if c.Denied {
						denied = "denied"
					}
					l.add(c, c.Actor.Name+" holds "+h.Place.Name, sourceNames(c.Tie.Sources), denied, c.Evidence.Sentence)
				}
				l.values = append(l.values, h)
			}
			return l, answer.LeftOut, err
		},
	}.command()
}
