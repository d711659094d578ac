package main

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

func newSharedCommand() *cobra.Command {
	return question{
		use:   "shared [A [B]]",
		short: "Tell what two share; whose friends one has no tie to; who backs both sides",
		long: `shared tells what two actors have in common: backers, clients, allies, enemies. With one name it finds the friends of its
friends to whom no tie is known, and through whom. Without a name it lists those who back two that fight each other. Only
affirmed ties count, unless --polarity says otherwise.`,
		example: `  entente shared LNA "Rapid Support Forces"
  entente shared Chad
  entente shared --war "Second Libyan Civil War"      # who backs both sides`,
		most: 2, args: "at most two names", rows: true,
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			opts.Name = about(names)
			switch len(names) {
			case 0:
				answer, err := queries.BothSides(ctx, s, opts)
				return bothListing(answer), answer.LeftOut, err
			case 1:
				answer, err := queries.Friends(ctx, s, opts)
				return friendsListing(answer), answer.LeftOut, err
			}
			answer, err := queries.Shared(ctx, s, names[0], names[1], opts)
			return sharedListing(answer), answer.LeftOut, err
		},
	}.command()
}

func sharedListing(answer queries.SharedAnswer) listing {
	columns := []column{{name: "shared"}, {name: "who"}, {name: "sources", short: "src."}, {name: "marks"}, sentenceColumn()}
	l := listing{columns: columns, whole: answer, proven: true}
	for _, part := range []struct {
		name string
		rows []queries.SharedRow
	}{{"backer", answer.Backers}, {"client", answer.Clients}, {"ally", answer.Allies}, {"enemy", answer.Enemies}} {
		for _, row := range part.rows {
			l.add(row, part.name, row.Other.Name, strconv.Itoa(row.Sources), weaknesses(row.A, row.B), sentences(row.A, row.B))
			l.values = append(l.values, row)
		}
	}
	return l
}

func bothListing(answer queries.BothSidesAnswer) listing {
	columns := []column{
		{name: "patron"}, {name: "backs"}, {name: "and"}, {name: "sources", short: "src."}, {name: "war"}, {name: "marks"}, sentenceColumn(),
	}
	return listRows(answer, columns, answer.Rows, func(r queries.BothSide) []string {
		return []string{
			r.Patron.Name, r.ClientA.Name, r.ClientB.Name, strconv.Itoa(r.Sources), warNames(r.Wars),
			weaknesses(r.BacksA, r.BacksB, r.Fights), sentences(r.BacksA, r.BacksB, r.Fights),
		}
	})
}

func friendsListing(answer queries.FriendsAnswer) listing {
	columns := []column{{name: "who"}, {name: "through"}, {name: "tie"}, {name: "and"}, sentenceColumn()}
	l := listing{columns: columns, whole: answer, proven: true}
	for _, f := range answer.Friends {
		for _, via := range f.Via {
			l.add(via, f.Other.Name, via.Other.Name, tieInWords(via.A), tieInWords(via.B), sentences(via.A, via.B))
		}
		l.values = append(l.values, f)
	}
	return l
}

func newDrawnCommand() *cobra.Command {
	depth := 0
	return question{
		use:   "drawn ATTACKER VICTIM",
		short: "Tell who would be drawn in if one attacked the other",
		long: `drawn lists who stands by the victim and by the attacker, by ties of backing and alliance, and who stands by those, with
the ties that lead there. It tells who stands where, not what they would do. Only affirmed ties count, unless --polarity
says otherwise.`,
		example: `  entente drawn Rwanda "Democratic Republic of the Congo"
  entente drawn Egypt Ethiopia --depth 1 --at 2020`,
		least: 2, most: 2, args: "two names",
		bind: func(cmd *cobra.Command) { cmd.Flags().IntVar(&depth, "depth", 2, "how many ties away to go") },
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			if depth < 1 {
				return listing{}, queries.LeftOut{}, wrongUse("--depth %d is less than 1", depth)
			}
			opts.Depth = depth
			answer, err := queries.DrawnIn(ctx, s, names[0], names[1], opts)
			columns := []column{{name: "side"}, {name: "who"}, {name: "both sides"}, {name: "sources", short: "src."}, {name: "by"}, sentenceColumn()}
			return listRows(answer, columns, answer.Drawn, func(d queries.Drawn) []string {
				both, by := "", ""
				if d.Both {
					both = "yes"
				}
				for i, t := range d.Ties {
					if i > 0 {
						by += "; "
					}
					by += tieInWords(t)
				}
				return []string{d.Side, d.Actor.Name, both, strconv.Itoa(d.Sources), by, sentences(d.Ties...)}
			}), answer.LeftOut, err
		},
	}.command()
}
