package main

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// latestEntries is how many a table has.
const latestEntries = 500

func newTimelineCommand() *cobra.Command {
	return question{
		use:   "timeline NAME [NAME]",
		short: "List what is said of a name, a pair or a place, day by day",
		long: `timeline lists what is said of an actor or a place, or of the ties between two, in the order of the dates of which the
texts speak; "(article)" marks a date that is only that of the article. first marks who said so before anybody else.
Denials are shown too, unless --polarity says otherwise; what nothing dates is left out and counted. Tables have the ` + strconv.Itoa(latestEntries) + `
latest entries, and say how many more there are; --limit 0 lists all.`,
		example: `  entente timeline LNA
  entente timeline Turkey GNA
  entente timeline Tripoli --relation captured,controls,withdrew_from`,
		least: 1, most: 2, args: "one name or two", want: []queries.Want{queries.WantAny}, relations: true, latest: latestEntries,
		ask: func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error) {
			answer, err := queries.Timeline(ctx, s, names, opts)
			columns := []column{{name: "day"}, {name: "what"}, {name: "kinds"}, {name: "first"}, {name: "by"}, {name: "article"}, sentenceColumn()}
			columns = append(append(columns, tieSheet()...), column{name: "date", sheet: true}, column{name: "stated", sheet: true})
			l := listRows(answer, columns, answer.Entries, entryCells)
			l.earlier = answer.Earlier
			return l, answer.LeftOut, err
		},
	}.command()
}

func entryCells(e queries.Entry) []string {
	t := &queries.TieRow{Subject: e.Subject, Relation: e.Relation, Object: e.Object}
	t.Polarity, t.Ended, t.Rejected = e.Polarity, e.Phase == graph.Ended, e.Evidence.Review.Out()
	if e.Modality != "" {
		t.Modalities = []graph.Modality{e.Modality}
	}
	day, stated, first, by := string(e.When), "yes", "", e.Evidence.Article.Publisher
	if !e.Stated {
		day, stated = day+" (article)", "no"
	}
	if e.First {
		first = "yes"
	}
	if e.Evidence.Speaker != nil {
		by = e.Evidence.Speaker.Name
	}
	if e.CopyOf != nil {
		by += " (a copy)"
	}
	cells := []string{day, tieInWords(t), joined(e.Kinds), first, by, string(e.Evidence.Article.Date), e.Evidence.Sentence}
	return append(append(cells, tieParts(t)...), string(e.When), stated)
}
