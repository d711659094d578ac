package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph/store"
	"entente.example/queries"
)

type reviewOptions struct {
	graph    graphFlags
	narrow   narrowing
	judging  judging
	doubts   []string
	limit    int
	judged   bool
	list     bool
	agree    bool
	imports  string
	exports  string
	exitCode bool
	output   output
}

func newReviewCommand() *cobra.Command {
	var opts reviewOptions
	cmd := &cobra.Command{
		Use:   "review [NAME] [--as REVIEWER] | review --agree A B",
		Short: "Judge the statements that need a human: accept, reject or edit them",
		Long: `review lists the statements that need a human, each with its sentence and why: others contradict it, it was read with
little confidence, one source alone says so, or a name in it is in no dictionary. The gravest come first: what says in a
copy of an article what somebody has judged in another. What somebody has judged is not among them.

With --as NAME it puts one after the other and takes an answer for each, at a terminal or line by line from standard
input: ` + sessionHelp + `. Each answer is written at
once. --accept, --reject, --edit with --set, and --undo say it of statements by their ids, with --copies also of the same
in every copy of the article.

A rejected statement is left out of every answer, an edited one replaced, an accepted one counts as sure. Nothing is
deleted: --undo restores it. Verdicts stand in the store, also when the article is loaded again. Where reviewers
disagree, the latest counts, of one day a rejection before an edit before an acceptance; of a denial an acceptance first.
--list shows all that stand.

--export writes a sheet with empty columns verdict (accept, reject, edit or skip), note, reviewer and on, to be filled in
with a spreadsheet; --import takes it back. To edit there, change the cells that are wrong. --agree compares two
reviewers, each by a sheet or by the name under which he stands in the store: on how many statements both have a
verdict, on how many they agree, Cohen's kappa, and where they differ.`,
		Example: `  entente review --limit 20
  entente review LNA --doubt contradicted,unsure --as Mary
  entente review --as Mary --reject 1f3ab06c --note "the sentence is about another unit"
  entente review --as Mary --edit 1f3ab06c --set object=GNA --set kinds=weapons
  entente review --as Mary --undo 1f3ab06c
  entente review --as Mary --reject 1f3ab06c --copies  # in every paper that has the wire's report
  entente review --export todo.csv
  entente review --import todo.csv --as Mary
  entente review --list
  entente review --judged --as Omar                   # what Mary judged, for a second opinion
  entente review --agree Mary Omar`,
		Args:              arguments(0, 2, "at most one name, or with --agree two reviewers"),
		ValidArgsFunction: completeNames(1),
		RunE:              func(cmd *cobra.Command, args []string) error { return runReview(cmd.Context(), cmd, opts, args) },
	}
	opts.graph.register(cmd)
	opts.narrow.register(cmd)
	opts.judging.register(cmd)
	flags := cmd.Flags()
	names := stringsOf(queries.Doubts())
	flags.StringSliceVar(&opts.doubts, "doubt", nil, "why, separated by commas: "+strings.Join(names, ", ")+" (default: any)")
	_ = cmd.RegisterFlagCompletionFunc("doubt", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	flags.IntVar(&opts.limit, "limit", 0, "list so many at most (default: all)")
	flags.BoolVar(&opts.judged, "judged", false, "list also what others have judged, so that two judge the same")
	flags.BoolVar(&opts.list, "list", false, "list the verdicts that stand, of all reviewers or of --as")
	flags.StringVar(&opts.exports, "export", "", "write the list to a file as a sheet to fill in")
	flags.StringVar(&opts.imports, "import", "", "take the verdicts of a sheet that was filled in (- is standard input)")
	flags.BoolVar(&opts.agree, "agree", false, "compare two reviewers")
	flags.BoolVar(&opts.exitCode, "exit-code", false, "exit 4 where nothing is found")
	opts.output.register(cmd, listingFormats())
	return cmd
}

// runReview does the one thing that the flags ask for.
func runReview(ctx context.Context, cmd *cobra.Command, opts reviewOptions, args []string) error {
	modes := []string{}
	for _, mode := range []struct {
		name string
		set  bool
	}{
		{"--agree", opts.agree},
		{"--list", opts.list},
		{"--import", opts.imports != ""},
		{"--export", opts.exports != ""},
		{"--accept, --reject, --edit and --undo", opts.judging.atOnce()},
	} {
		if mode.set {
			modes = append(modes, mode.name)
		}
	}
	switch {
	case len(modes) > 1:
		return wrongUse("%s exclude %s", modes[0], modes[1])
	case opts.agree:
		return runAgree(ctx, cmd, opts, args)
	case len(args) > 1:
		return wrongUse("entente review wants at most one name, not %s", count(len(args), "argument"))
	case len(opts.graph.from) > 0 && (opts.imports != "" || opts.judging.atOnce()):
		return wrongUse("nothing would be kept of what is said of --from")
	case len(args) > 0 && (opts.list || opts.imports != "" || opts.judging.atOnce()):
		return wrongUse("%s takes no name", modes[0])
	case opts.list:
		return runVerdicts(ctx, cmd, opts)
	case opts.imports != "":
		return runImportSheet(ctx, cmd, opts)
	case opts.judging.atOnce() || len(opts.judging.set) > 0:
		return runAtOnce(ctx, cmd, opts)
	case opts.exports != "":
		if opts.output.path != "" || opts.output.format != "" || opts.output.json {
			return wrongUse("--export names the file and is CSV: it excludes --output and --format")
		}
		opts.output.path, opts.output.format = opts.exports, "csv"
	case opts.judging.as != "":
		return runSession(ctx, cmd, opts, args)
	case opts.judging.on != "" || opts.judging.note != "":
		return wrongUse("--on and --note are for verdicts")
	}
	return runReviewList(ctx, cmd, opts, args)
}

// rows gives the statements that need a human.
func (o reviewOptions) rows(ctx context.Context, s *store.Store, args []string) ([]queries.ReviewRow, error) {
	options, err := o.narrow.of(&o.graph)
	if err != nil {
		return nil, err
	}
	if len(args) > 0 {
		if options.Name, err = resolve(ctx, s, args[0], queries.WantAny); err != nil {
			return nil, err
		}
	}
	rows, err := queries.Review(ctx, s, queries.ReviewOptions{
		Options: options, Doubts: typed[queries.Doubt](o.doubts), By: o.judging.as, Judged: o.judged, Copies: o.judging.copies,
	})
	if err != nil {
		return nil, asked(err)
	}
	return rows, nil
}

// runReviewList lists them.
func runReviewList(ctx context.Context, cmd *cobra.Command, opts reviewOptions, args []string) error {
	return opts.graph.with(ctx, cmd, &opts.output, func(s *store.Store) error {
		rows, err := opts.rows(ctx, s, args)
		if err != nil {
			return err
		}
		all := len(rows)
		if opts.limit > 0 && all > opts.limit {
			rows = rows[:opts.limit]
		}
		err = opts.output.write(cmd, func(w io.Writer, format string, s screen) error {
			return reviewListing(rows, format).write(w, format, s)
		})
		if err != nil {
			return err
		}
		talkOf(cmd).say("%s to review%s", count(all, "statement"), map[bool]string{true: fmt.Sprintf(", of which %d are listed", len(rows))}[len(rows) < all])
		if opts.exitCode && all == 0 {
			return status(exitNothing)
		}
		return nil
	})
}

func reviewListing(rows []queries.ReviewRow, format string) listing {
	l := listing{columns: []column{
		{name: "why"},
		{name: "subject"},
		{name: "relation"},
		{name: "object"},
		{name: "polarity"},
		{name: "kinds"},
		{name: "confidence", short: "conf."},
		{name: "sources", short: "src."},
		{name: "against"},
		{name: "speaker"},
		{name: "published"},
		{name: "statement"},
		{name: "sentence", long: true},
	}}
	sheet := format == "csv"
	if sheet {
		l.columns = append([]column{{name: "verdict"}, {name: "note"}, {name: "reviewer"}, {name: "on"}}, l.columns...)
		l.columns = append(l.columns, column{name: "title"}, column{name: "url"})
	}
	for _, r := range rows {
		s := r.Statement
		row := []string{
			joined(r.Doubts), r.Subject, string(s.Relation), r.Object, polarityIn(s), joined(s.Kinds()), s.Confidence().String(),
			strconv.Itoa(r.Sources), strconv.Itoa(r.Against), r.Speaker, string(r.Article.Date()), s.ID.String(), s.Citations[0].Sentence,
		}
		if sheet {
			row = append(append([]string{"", "", "", ""}, row...), r.Article.Title(), r.Article.URL())
		}
		l.rows = append(l.rows, row)
		l.values = append(l.values, r)
	}
	l.whole = map[string]any{"statements": notNil(rows)}
	return l
}
