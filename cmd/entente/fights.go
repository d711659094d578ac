package main

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

func newFightsCommand() *cobra.Command {
	return question{
		use:   "fights [NAME]",
		short: "Tell who fights whom, or, with --relation, who stands in other ties",
		long: `fights lists who fights whom: all, or the enemies of one actor, with the number of sources, the dates and one sentence.
With --relation it lists other ties: allied_with, opposes, leads, member_of, captured and so on.`,
		example: `  entente fights
  entente fights LNA
  entente fights Libya --relation opposes,allied_with
  entente fights --war "Sudanese civil war" --min-sources 2`,
		most: 1, args: "at most one name", want: []queries.Want{queries.WantAny}, rows: true, relations: true,
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			opts.Name = about(names)
			ask := queries.Ties
			if len(opts.Relations) == 0 {
				ask = queries.Fights
			}
			answer, err := ask(ctx, s, opts)
			list := tiesListing(answer, answer.Ties)
			list.denied = answer.Denied
			return list, answer.LeftOut, err
		},
	}.command()
}

func tiesListing(whole any, ties []queries.TieRow) listing {
	columns := []column{
		{name: "subject"},
		{name: "relation"},
		{name: "object"},
		{name: "polarity"},
		{name: "articles", short: "art."},
		{name: "sources", short: "src."},
		{name: "denials", short: "den."},
		{name: "marks"},
		{name: "first"},
		{name: "last"},
		sentenceColumn(),
	}
	return listRows(whole, columns, ties, func(t queries.TieRow) []string {
		return []string{
			t.Subject.Name, string(t.Relation), t.Object.Name, polarityOf(t.Said), strconv.Itoa(t.Articles), strconv.Itoa(len(t.Sources)),
			strconv.Itoa(t.Denials), marksOf(t.Said), string(t.First), string(t.Last), t.Evidence.Sentence,
		}
	})
}
