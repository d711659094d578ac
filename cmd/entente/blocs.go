package main

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

func newBlocsCommand() *cobra.Command {
	limit := 0
	return question{
		use:   "blocs",
		short: "Part the actors into camps, and list what does not fit",
		long: `blocs parts the most cited actors into camps so that as little as possible does not fit: friendly ties (backs, allied with,
leads, member of) within camps, hostile ones (fights, opposes) between them, each weighing its sources. frustration is
what is left over; it says whether nothing could fit better, or else what no partition can go below.

Then it lists unbalanced triangles (somebody stands by two who stand against each other: a lead, or, where one tie has one
source, perhaps a mistake), the ties whose opposite would restore most balance, who stands between others, and the balance
from year to year. Only affirmed ties count, unless --polarity says otherwise.`,
		example: `  entente blocs
  entente blocs --war "Syrian civil war" --min-sources 2
  entente blocs --at 2016 --json`,
		args: "no names",
		bind: func(cmd *cobra.Command) {
			cmd.Flags().IntVar(&limit, "limit", queries.DefaultLimit, "how many triangles, flips and brokers to list")
		},
		ask: func(ctx context.Context, s *store.Store, _ []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			if limit < 1 {
				return listing{}, queries.LeftOut{}, wrongUse("--limit %d is less than 1", limit)
			}
			opts.Limit = limit
			answer, err := queries.Blocs(ctx, s, opts)
			return blocsListing(answer), answer.LeftOut, err
		},
	}.command()
}

func blocsListing(answer queries.BlocsAnswer) listing {
	l := listing{columns: []column{{name: "what"}, {name: "number"}, {name: "detail", long: true}}, whole: answer, proven: true}
	add := func(value any, cells ...string) {
		l.add(value, cells...)
		l.values = append(l.values, value)
	}
	for i, c := range answer.Camps {
		add(c, fmt.Sprintf("camp %d", i+1), strconv.Itoa(len(c.Members)), refNames(c.Members))
	}
	for _, t := range answer.Unbalanced {
		who := fmt.Sprintf("%s stands by %s and %s: ", t.Friend.Name, t.A.Name, t.B.Name)
		add(t, "unbalanced", strconv.Itoa(t.Sources), who+sentences(t.TieToA, t.TieToB, t.Hostile))
	}
	for _, f := range answer.Flips {
		add(f, "flip", strconv.Itoa(f.Restores), tieInWords(f.Tie)+": "+f.Tie.Evidence.Sentence)
	}
	for _, b := range answer.Brokers {
		if b.Between > 0 {
			add(b, "broker", strconv.FormatFloat(b.Between, 'f', -1, 64), b.Name)
		}
	}
	for _, y := range answer.Balance {
		add(y, "balance", fmt.Sprintf("%d of %d", y.Balanced, y.Triangles), strconv.Itoa(y.Year))
	}
	if len(l.rows) > 0 {
		text := "no camps leave less"
		if !answer.Exact {
			text = fmt.Sprintf("no camps leave less than %d", answer.Bound)
		}
		row := struct {
			Frustration int  `json:"frustration"`
			Bound       int  `json:"bound"`
			Exact       bool `json:"exact"`
		}{answer.Frustration, answer.Bound, answer.Exact}
		add(row, "frustration", strconv.Itoa(answer.Frustration), text)
	}
	return l
}

// refNames joins the names of entities.
func refNames(refs []queries.Ref) string {
	names := make([]string, len(refs))
	for i, r := range refs {
		names[i] = r.Name
	}
	return joined(names)
}
