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

func newPathCommand() *cobra.Command {
	depth, limit := 0, 0
	return question{
		use:   "path A [B]",
		short: "Find the best-evidenced paths between two names, or the chains of support at one",
		long: `path finds the ways from A to B over ties in either direction, those whose weakest tie has most sources first. With one
name it finds chains of support: who backs whom who backs whom, beginning at A or ending there. Each row is a tie of a
path; the weakest is marked. Only affirmed ties count, unless --polarity says otherwise.`,
		example: `  entente path Iran Sudan
  entente path Russia Chad --relation backs,allied_with --depth 3
  entente path Iran              # whom it supports through others, and who supports it so`,
		least: 1, most: 2, args: "one name or two", want: []queries.Want{queries.WantActor, queries.WantAny}, relations: true,
		bind: func(cmd *cobra.Command) {
			cmd.Flags().IntVar(&depth, "depth", queries.DefaultPathDepth, "how many ties a path has at most")
			cmd.Flags().IntVar(&limit, "limit", queries.DefaultLimit, "how many paths to show")
		},
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			if depth < 1 || limit < 1 {
				return listing{}, queries.LeftOut{}, wrongUse("--depth and --limit must be at least 1")
			}
			opts.Depth, opts.Limit = depth, limit+1 // one more tells that there are more
			var answer queries.PathsAnswer
			var err error
			if len(names) == 2 {
				answer, err = queries.Paths(ctx, s, names[0], names[1], opts)
			} else {
				opts.Name = about(names)
				answer, err = queries.Chains(ctx, s, opts)
			}
			more := len(answer.Paths) > limit
			answer.Paths = answer.Paths[:min(len(answer.Paths), limit)]
			l := pathsListing(answer)
			if more {
				l.more = fmt.Sprintf("there are more than %s (show more with --limit)", count(limit, "path"))
			}
			l.nothing = fmt.Sprintf("nothing found with at most %s (look further with --depth)", count(depth, "tie"))
			return l, answer.LeftOut, err
		},
	}.command()
}

// step is a row of the table of paths.
type step struct {
	path, place int
	weakest     bool
	tie         *queries.TieRow
}

func pathsListing(answer queries.PathsAnswer) listing {
	columns := []column{{name: "path"}, {name: "tie"}, {name: "sources", short: "src."}, {name: "weakest"}, {name: "last"}, sentenceColumn()}
	columns = append(columns, tieSheet()...)
	var steps []step
	for i, p := range answer.Paths {
		for j, t := range p.Ties {
			steps = append(steps, step{i + 1, j + 1, j == p.Weakest, t})
		}
	}
	l := listRows(answer, columns, steps, func(s step) []string {
		weakest := ""
		if s.weakest {
			weakest = "yes"
		}
		cells := []string{
			fmt.Sprintf("%d.%d", s.path, s.place), tieInWords(s.tie), strconv.Itoa(len(s.tie.Sources)), weakest, string(s.tie.Last), s.tie.Evidence.Sentence,
		}
		return append(cells, tieParts(s.tie)...)
	})
	l.values, l.proofs = nil, nil
	for _, s := range steps {
		l.proofs = append(l.proofs, s.tie)
	}
	for _, p := range answer.Paths {
		l.values = append(l.values, p)
	}
	return l
}
