package main

import (
	"context"
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// mostContested is how many contested ties a table has.
const mostContested = 100

func newContestedCommand() *cobra.Command {
	return question{
		use:   "contested [NAME]",
		short: "List what some say and others deny, and places that several hold",
		long: `contested lists the ties that some affirm or allege and others deny, with the latest sentence of each side (why shows
all), and the places that several are said to hold, or that one is denied to hold. Tables have the ` + strconv.Itoa(mostContested) + `
ties of most sources, and say how many more there are; --limit 0 lists all.`,
		example: `  entente contested
  entente contested Russia --relation backs
  entente contested --json`,
		most: 1, args: "at most one name", want: []queries.Want{queries.WantAny}, relations: true,
		latest: mostContested, latestOf: "the ties of most sources",
		answer: answerContested,
	}.command()
}

// answerContested writes the ties one by one: all of a big store, with their sentences, are more than there is memory.
func answerContested(ctx context.Context, cmd *cobra.Command, s *store.Store, names []graph.ID, opts queries.Options, out *output) (int, error) {
	opts.Name = about(names)
	opts.Most, opts.Latest = opts.Latest, 0
	if opts.Brief {
		opts.Latest = 1 // more is not shown
	}
	answer, ties, err := queries.ContestedTies(ctx, s, opts)
	if err != nil {
		return 0, asked(err)
	}
	rows := len(answer.Places)
	counted := func(yield func(queries.WhyTie, error) bool) {
		for tie, err := range ties {
			rows++
			if err = errors.Join(err, ctx.Err()); !yield(tie, err) || err != nil {
				return
			}
		}
	}
	err = out.write(cmd, func(w io.Writer, format string, screen screen) error {
		switch format {
		case "json":
			return writeJSONWith(w, answer, "ties", counted)
		case "jsonl":
			for tie, err := range counted {
				if err == nil {
					err = writeJSONLines(w, []queries.WhyTie{tie})
				}
				if err != nil {
					return err
				}
			}
			return writeJSONLines(w, answer.Places)
		}
		l, err := listContested(answer.Places, counted, format == "csv")
		if err != nil {
			return err
		}
		return l.write(w, format, screen)
	})
	if err != nil {
		return 0, err
	}
	if opts.Brief && rows == 0 && !out.withheld {
		talkOf(cmd).say("nothing found")
	}
	if answer.Others > 0 {
		talkOf(cmd).say("%s of fewer sources left out (list all with --limit 0)", count(answer.Others, "contested tie"))
	}
	tellLeftOut(talkOf(cmd), answer.LeftOut)
	return rows, nil
}

// listContested lists what is contested, and holds no more of the ties than is shown: in CSV also their statements.
func listContested(places []queries.Holding, ties iter.Seq2[queries.WhyTie, error], proven bool) (listing, error) {
	l := listing{columns: append([]column{{name: "what"}, {name: "said by"}, {name: "denied by"}, sentenceColumn()}, tieSheet()...)}
	most := mostSources
	if proven {
		most = allSources
	}
	for t, err := range ties {
		if err != nil {
			return l, err
		}
		var proof statementIDs
		if proven {
			proof = statementsIn(t)
		}
		cells := []string{tieText(t), sourceNames(t.Sources, most, plainName), sourceNames(t.DeniedBy, most, plainName), latestSentence(t.For) + " · " + latestSentence(t.Against)}
		l.add(proof, append(cells, tieParts(surest(t))...)...)
	}
	for _, h := range places {
		for _, c := range h.Holders {
			denied := ""
			if c.Denied {
				denied = "denied"
			}
			cells := []string{c.Actor.Name + " holds " + h.Place.Name, sourceNames(c.Tie.Sources, most, plainName), denied, c.Evidence.Sentence}
			l.add(c, append(cells, tieParts(c.Tie)...)...)
		}
	}
	return l, nil
}

// surest is a tie under the surest polarity.
func surest(t queries.WhyTie) *queries.TieRow {
	row := queries.TieRow{Subject: t.Subject, Relation: t.Relation, Object: t.Object}
	row.Polarity = t.For[0].Polarity
	for _, a := range t.For {
		if a.Polarity == row.Polarity && a.Modality != "" && !slices.Contains(row.Modalities, a.Modality) {
			row.Modalities = append(row.Modalities, a.Modality)
		}
	}
	slices.Sort(row.Modalities)
	return &row
}

// latestSentence is that of the last statement under the surest polarity.
func latestSentence(accounts []queries.Account) string {
	last := accounts[0]
	for _, a := range accounts {
		if a.Polarity == last.Polarity {
			last = a
		}
	}
	return last.Citations[0].Sentence
}
