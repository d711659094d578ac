package main

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

func newDyadsCommand() *cobra.Command {
	triads := false
	return question{
		use:   "dyads [NAME]",
		short: "Find patrons that face each other through clients that fight each other",
		long: `dyads finds proxy dyads: two patrons whose clients fight each other. Each row is one front: who backs whom on either side,
whether the patrons also fight directly, in which war, and the sentences of the three ties. With a name, it is those of
which that is a patron or a client. With --triads it lists patron, client and the target whom the client fights.

Only affirmed ties count, unless --polarity says otherwise: no chain hangs on an allegation unasked. sources is how many
the weakest tie has.`,
		example: `  entente dyads
  entente dyads Russia --since 2014
  entente dyads --polarity any --format csv
  entente dyads --triads Turkey`,
		most: 1, args: "at most one name", rows: true,
		bind: func(cmd *cobra.Command) {
			cmd.Flags().BoolVar(&triads, "triads", false, "list patron, client and target instead")
		},
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			opts.Name = about(names)
			if triads {
				answer, err := queries.Triads(ctx, s, opts)
				return triadsListing(answer), answer.LeftOut, err
			}
			answer, err := queries.Dyads(ctx, s, opts)
			return dyadsListing(answer), answer.LeftOut, err
		},
	}.command()
}

// front is a row of the table of dyads.
type front struct {
	dyad queries.Dyad
	queries.Front
}

func dyadsListing(answer queries.DyadsAnswer) listing {
	columns := []column{
		{name: "patron a"},
		{name: "client a"},
		{name: "client b"},
		{name: "patron b"},
		{name: "sources", short: "src."},
		{name: "direct"},
		{name: "war"},
		{name: "marks"},
		sentenceColumn(),
	}
	var fronts []front
	for _, d := range answer.Dyads {
		for _, f := range d.Fronts {
			fronts = append(fronts, front{d, f})
		}
	}
	l := listRows(answer, columns, fronts, func(f front) []string {
		direct := ""
		if f.dyad.Direct != nil {
			direct = "yes"
		}
		return []string{
			f.dyad.A.Name, f.ClientA.Name, f.ClientB.Name, f.dyad.B.Name, strconv.Itoa(f.Sources), direct, warNames(f.Wars),
			weaknesses(f.BacksA, f.Fights, f.BacksB), sentences(f.BacksA, f.Fights, f.BacksB),
		}
	})
	l.values = nil
	for _, d := range answer.Dyads {
		l.values = append(l.values, d)
	}
	return l
}

// weaknesses names what a reader must know of any of the ties.
func weaknesses(ties ...*queries.TieRow) string {
	var marks []string
	add := func(mark string, set bool) {
		for _, m := range marks {
			set = set && m != mark
		}
		if set {
			marks = append(marks, mark)
		}
	}
	for _, t := range ties {
		add(polarityOf(t.Said), t.Polarity != graph.Affirmed || t.Rejected)
		add("contested", t.Contested)
		add("ended", t.Ended)
	}
	return joined(marks)
}

func triadsListing(answer queries.TriadsAnswer) listing {
	columns := []column{
		{name: "patron"},
		{name: "client"},
		{name: "target"},
		{name: "sources", short: "src."},
		{name: "kinds"},
		{name: "war"},
		{name: "marks"},
		sentenceColumn(),
	}
	return listRows(answer, columns, answer.Triads, func(t queries.Triad) []string {
		return []string{
			t.Patron.Name, t.Client.Name, t.Target.Name, strconv.Itoa(t.Sources), joined(t.Backs.Kinds), warNames(t.Wars),
			weaknesses(t.Backs, t.Fights), sentences(t.Backs, t.Fights),
		}
	})
}
