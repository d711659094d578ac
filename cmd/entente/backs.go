package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

type backsOptions struct {
	graph    graphFlags
	narrow   narrowing
	exitCode bool
	output   output
}

func newBacksCommand() *cobra.Command {
	var opts backsOptions
	cmd := &cobra.Command{
		Use:   "backs [NAME]",
		Short: "Tell who backs whom: all pairs, or the backers and the clients of one actor",
		Long: `backs lists who backs whom, with the kinds of support, how many articles and distinct sources say so, how many
statements deny it, and one sentence. What nobody affirms but somebody alleges is marked, and says how it is meant
(claimed, suspected, planned, demanded, offered, threatened); --polarity alleged shows all that is alleged. What is
only denied is not shown unless --polarity asks for it.

NAME is a name, an alias or an id, in either case; an unknown or ambiguous one exits 5 with candidates.`,
		Example: `  entente backs
  entente backs LNA
  entente backs "haftar's forces" --kinds weapons,troops --since 2019
  entente backs --at 2019-06 --war "Second Libyan Civil War"
  entente backs --only contested --backers state
  entente backs --from article.txt --format md`,
		Args:              arguments(0, 1, "at most one name"),
		ValidArgsFunction: completeNames(1),
		RunE:              func(cmd *cobra.Command, args []string) error { return runBacks(cmd.Context(), cmd, opts, args) },
	}
	opts.graph.register(cmd)
	opts.narrow.register(cmd)
	opts.narrow.registerTies(cmd)
	opts.narrow.registerRows(cmd)
	cmd.Flags().BoolVar(&opts.exitCode, "exit-code", false, "exit 4 where nothing is found")
	opts.output.register(cmd, listingFormats())
	return cmd
}

func runBacks(ctx context.Context, cmd *cobra.Command, opts backsOptions, args []string) error {
	options, err := opts.narrow.of(&opts.graph)
	if err != nil {
		return err
	}
	if options.Brief, err = opts.output.isRead(); err != nil {
		return err
	}
	return opts.graph.with(ctx, cmd, &opts.output, func(s *store.Store) error {
		if len(args) > 0 {
			if options.Name, err = resolve(ctx, s, args[0], queries.WantActor); err != nil {
				return err
			}
		}
		if err := opts.narrow.locate(ctx, s, &options); err != nil {
			return err
		}
		answer, err := queries.Backs(ctx, s, options)
		if err != nil {
			return asked(err)
		}
		err = opts.output.write(cmd, func(w io.Writer, format string, screen screen) error {
			if format == "table" && answer.Name != nil {
				return writeBackersAndClients(w, answer, screen)
			}
			return backsListing(answer).write(w, format, screen)
		})
		if err != nil {
			return err
		}
		if options.Brief && options.Name == "" && len(answer.Pairs) == 0 && !opts.output.withheld {
			talkOf(cmd).say("nothing found")
		}
		tellDenied(talkOf(cmd), answer.Denied)
		tellLeftOut(talkOf(cmd), answer.LeftOut)
		if options.Name != "" && len(answer.Backers)+len(answer.Clients) == 0 {
			if err := tellLed(ctx, talkOf(cmd), s, options.Name); err != nil {
				return err
			}
		}
		if opts.exitCode && len(answer.Pairs)+len(answer.Backers)+len(answer.Clients) == 0 {
			return status(exitNothing)
		}
		return nil
	})
}

// tellLed says whom somebody leads to whom nobody is tied himself: texts that tell who backs "Haftar's forces" tell it of his army.
func tellLed(ctx context.Context, talk talk, s *store.Store, name graph.ID) error {
	answer, err := queries.Ties(ctx, s, queries.Options{Name: name, Relations: []graph.Relation{graph.Leads}})
	if err != nil {
		return err
	}
	for _, row := range answer.Ties {
		if row.Subject.ID == name && row.Subject.Type == graph.Person {
			talk.say("%s leads %s: ask for its ties with entente backs %q", row.Subject.Name, row.Object.Name, row.Object.Name)
		}
	}
	return nil
}

// writeBackersAndClients shows the two lists under headings.
func writeBackersAndClients(w io.Writer, answer queries.BacksAnswer, s screen) error {
	for i, part := range []struct {
		heading string
		rows    []queries.BacksRow
	}{{"Backers of", answer.Backers}, {"Clients of", answer.Clients}} {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if len(part.rows) == 0 {
			fmt.Fprintf(w, "%s\n", s.bold(part.heading+" "+oneLine(answer.Name.Name)+": none"))
			continue
		}
		fmt.Fprintf(w, "%s\n", s.bold(part.heading+" "+oneLine(answer.Name.Name)))
		if err := rowListing(part.rows).write(w, "table", s); err != nil {
			return err
		}
	}
	return nil
}

func backsListing(answer queries.BacksAnswer) listing {
	l := rowListing(slices.Concat(answer.Backers, answer.Clients, answer.Pairs))
	l.whole = answer
	return l
}

// rowListing is the table of who backs whom.
func rowListing(rows []queries.BacksRow) listing {
	l := listing{columns: []column{
		{name: "patron"},
		{name: "client"},
		{name: "kinds"},
		{name: "polarity"},
		{name: "phase"},
		{name: "articles", short: "art."},
		{name: "sources", short: "src."},
		{name: "denials", short: "den."},
		{name: "marks"},
		{name: "first"},
		{name: "last"},
		{name: "sentence", long: true},
		{name: "ended", sheet: true},
		{name: "contested", sheet: true},
		{name: "alleged only", sheet: true},
		{name: "speakers", sheet: true},
		{name: "deniers", sheet: true},
		{name: "article", sheet: true},
		{name: "date", sheet: true},
	}, proven: true}
	yes := map[bool]string{true: "yes", false: "no"}
	for _, row := range rows {
		l.add(row, []string{
			row.Patron.Name, row.Client.Name, joined(row.Kinds), polarityOf(row.Said), string(row.Phase),
			strconv.Itoa(row.Articles), strconv.Itoa(len(row.Sources)), strconv.Itoa(row.Denials),
			marksOf(row.Said), string(row.First), string(row.Last), row.Evidence.Sentence,
			yes[row.Ended], yes[row.Contested], yes[row.AllegedOnly], refNames(row.Speakers), refNames(row.Deniers),
			row.Evidence.Article.ID.String(), string(row.Evidence.Article.Date),
		}...)
		l.values = append(l.values, row)
	}
	return l
}

// marksOf names what a reader must know of a tie before passing it on.
func marksOf(s queries.Said) string {
	var marks []queries.Mark
	for _, m := range []struct {
		mark queries.Mark
		set  bool
	}{{queries.MarkEnded, s.Ended}, {queries.MarkContested, s.Contested}, {queries.MarkAllegedOnly, s.AllegedOnly}, {queries.MarkReviewed, s.Reviewed > 0}} {
		if m.set {
			marks = append(marks, m.mark)
		}
	}
	return joined(marks)
}

// polarityOf never lets an allegation stand without its modality: a plan is not an accusation. Nor does it let pass for a
// tie what reviewers have rejected.
func polarityOf(row queries.Said) string {
	text := string(row.Polarity)
	if row.Polarity == graph.Alleged {
		text += fmt.Sprintf(" (%s)", joined(row.Modalities))
	}
	if row.Rejected {
		text += ", rejected"
	}
	return text
}
