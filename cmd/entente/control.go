package main

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// latestTurns is how many of what an actor gained, of what it lost and of what its clients took a table has.
const latestTurns = 25

func newControlCommand() *cobra.Command {
	of, limited := "", func() bool { return false }
	return question{
		use:   "control [PLACE|ACTOR]",
		short: "Tell who holds a place, or what an actor holds, gained and lost",
		long: `control tells who holds a place, with all that lies in it, or all places: the latest word on each actor that is not older
than another's capture. Where the words disagree, all claims are shown and the place is contested. --at is the date as of
which it is asked; age is how many days old the word was then. Control alone is carried forward so. Of an actor it tells
the places which that holds, held or left, and who else does.

With --of ACTOR it lists what that gained and lost between --since and --until, what its clients took, and where its own
forces are. Only affirmed ties count, unless --polarity says otherwise. Tables have the ` + strconv.Itoa(latestTurns) + ` latest of what it gained, of what it
lost and of what its clients took, and say how many more there are; --limit 0 lists all.`,
		example: `  entente control Tripoli
  entente control LNA --at 2020-06
  entente control --at 2020-01-01 --place Libya
  entente control --of LNA --since 2019`,
		most: 1, args: "at most one place or actor", want: []queries.Want{queries.WantPlace},
		latest: latestTurns, latestOf: "the latest rows of each kind with --of",
		bind: func(cmd *cobra.Command) {
			limited = func() bool { return cmd.Flags().Changed("limit") }
			cmd.Flags().StringVar(&of, "of", "", "what this actor gained and lost")
			_ = cmd.RegisterFlagCompletionFunc("of", func(cmd *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
				return namesLike(cmd, begun), cobra.ShellCompDirectiveNoFileComp
			})
		},
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			if err := onWhat(ctx, s, about(names), &opts); err != nil {
				return listing{}, queries.LeftOut{}, err
			}
			if of == "" {
				if limited() {
					return listing{}, queries.LeftOut{}, wrongUse("--limit is for --of ACTOR")
				}
				answer, err := queries.Control(ctx, s, opts)
				return controlListing(answer, answer.Places), answer.LeftOut, err
			}
			if opts.Name != "" {
				return listing{}, queries.LeftOut{}, wrongUse("say the actor once, with --of")
			}
			var err error
			if opts.Name, err = resolve(ctx, s, of, queries.WantActor); err != nil {
				return listing{}, queries.LeftOut{}, err
			}
			answer, err := queries.Gains(ctx, s, opts)
			return gainsListing(answer), answer.LeftOut, err
		},
	}.command()
}

// onWhat asks for a place, of a state for its land, or for the places of an actor.
func onWhat(ctx context.Context, s *store.Store, name graph.ID, opts *queries.Options) error {
	if name == "" {
		return nil
	}
	e, err := resolveEntity(ctx, s, string(name), queries.WantPlace)
	switch {
	case err != nil:
		return err
	case !e.IsPlace() && !e.IsState:
		opts.Name = name
	case opts.Place != "" && opts.Place != name:
		return wrongUse("say the place once, not also with --place")
	default:
		opts.Place = name
	}
	return nil
}

// controlListing shows a row for each claim.
func controlListing(whole any, places []queries.Holding) listing {
	columns := []column{{name: "place"}, {name: "word"}, {name: "actor"}, {name: "when"}, {name: "age"}, {name: "says"}, {name: "marks"}, sentenceColumn()}
	l := listing{columns: columns, whole: whole, proven: true}
	for _, h := range places {
		for i, claims := range [][]queries.Claim{h.Holders, h.Former} {
			for _, c := range claims {
				age := ""
				if c.Days >= 0 {
					age = strconv.Itoa(c.Days)
				}
				marks := weaknesses(c.Tie)
				if c.Denied && !c.Tie.Contested {
					marks = joined(nonEmpty(marks, "contested"))
				}
				if h.Contested && len(h.Holders) > 1 && i == 0 {
					marks = joined(nonEmpty(marks, "several claims"))
				}
				word := "holds"
				switch {
				case c.Tie.Relation == graph.WithdrewFrom:
					word = "left" // which does not say that it held the place
				case i == 1:
					word = "held before"
				}
				l.add(c, h.Place.Name, word, c.Actor.Name, string(c.When), age, string(c.Tie.Relation), marks, c.Evidence.Sentence)
			}
		}
		l.values = append(l.values, h)
	}
	return l
}

func nonEmpty(words ...string) []string {
	var kept []string
	for _, word := range words {
		if word != "" {
			kept = append(kept, word)
		}
	}
	return kept
}

func gainsListing(answer queries.GainsAnswer) listing {
	columns := []column{{name: "what"}, {name: "place"}, {name: "when"}, {name: "by"}, {name: "marks"}, sentenceColumn()}
	l := listing{columns: columns, whole: answer, proven: true, earlier: answer.Earlier}
	add := func(what string, c queries.Claim, value any) {
		l.add(value, what, c.Tie.Object.Name, string(c.When), c.Actor.Name, weaknesses(c.Tie), c.Evidence.Sentence)
		l.values = append(l.values, value)
	}
	for _, c := range answer.Gained {
		add("gained", c, c)
	}
	for _, loss := range answer.Lost {
		what := "left"
		if loss.To != nil {
			what = "lost"
		}
		add(what, loss.Claim, loss)
	}
	for _, c := range answer.OfClients {
		add("taken by a client", c, c)
	}
	for _, c := range answer.Deployed {
		add("own forces", c, c)
	}
	return l
}
