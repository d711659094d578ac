package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph/store"
	"entente.example/queries"
)

type reviewOptions struct {
	graph    graphFlags
	narrow   narrowing
	doubts   []string
	limit    int
	agree    bool
	exitCode bool
	output   output
}

func newReviewCommand() *cobra.Command {
	var opts reviewOptions
	cmd := &cobra.Command{
		Use:   "review [NAME] | review --agree A.csv B.csv",
		Short: "List the statements that need a human, and compare what two reviewers say of them",
		Long: `review lists the statements that need a human, each with its sentence and why: others contradict it, it was read with
little confidence, one source alone says so, or a name in it is in no dictionary. The gravest come first.

As CSV the list has empty columns verdict (accept, reject, edit or skip), note and reviewer, to be filled in with a
spreadsheet. --agree compares two such files: on how many statements both have a verdict, on how many they agree,
Cohen's kappa, and where they differ.`,
		Example: `  entente review --limit 20
  entente review LNA --doubt contradicted,unsure
  entente review -o todo.csv
  entente review --agree mary.csv omar.csv`,
		Args:              arguments(0, 2, "at most one name, or with --agree two files"),
		ValidArgsFunction: completeNames(1),
		RunE:              func(cmd *cobra.Command, args []string) error { return runReview(cmd.Context(), cmd, opts, args) },
	}
	opts.graph.register(cmd)
	opts.narrow.register(cmd)
	flags := cmd.Flags()
	names := stringsOf(queries.Doubts())
	flags.StringSliceVar(&opts.doubts, "doubt", nil, "why, separated by commas: "+strings.Join(names, ", ")+" (default: any)")
	_ = cmd.RegisterFlagCompletionFunc("doubt", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	flags.IntVar(&opts.limit, "limit", 0, "list so many at most (default: all)")
	flags.BoolVar(&opts.agree, "agree", false, "compare the verdicts in two files")
	flags.BoolVar(&opts.exitCode, "exit-code", false, "exit 4 where nothing is found")
	opts.output.register(cmd, listingFormats())
	return cmd
}

func runReview(ctx context.Context, cmd *cobra.Command, opts reviewOptions, args []string) error {
	if opts.agree {
		return runAgree(cmd, opts, args)
	}
	if len(args) > 1 {
		return wrongUse("entente review wants at most one name, not %d arguments", len(args))
	}
	options, err := opts.narrow.of(&opts.graph)
	if err != nil {
		return err
	}
	return opts.graph.with(ctx, cmd, &opts.output, func(s *store.Store) error {
		if len(args) > 0 {
			if options.Name, err = resolve(ctx, s, args[0], queries.WantAny); err != nil {
				return err
			}
		}
		rows, err := queries.Review(ctx, s, queries.ReviewOptions{Options: options, Doubts: typed[queries.Doubt](opts.doubts)})
		if err != nil {
			return asked(err)
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
		l.columns = append([]column{{name: "verdict"}, {name: "note"}, {name: "reviewer"}}, l.columns...)
		l.columns = append(l.columns, column{name: "title"}, column{name: "url"})
	}
	for _, r := range rows {
		s := r.Statement
		polarity := string(s.Polarity)
		if s.Modality != "" {
			polarity += " (" + string(s.Modality) + ")"
		}
		row := []string{
			joined(r.Doubts), r.Subject, string(s.Relation), r.Object, polarity, joined(s.Kinds()), s.Confidence().String(),
			strconv.Itoa(r.Sources), strconv.Itoa(r.Against), r.Speaker, string(r.Article.Date()), s.ID.String(), s.Citations[0].Sentence,
		}
		if sheet {
			row = append(append([]string{"", "", ""}, row...), r.Article.Title(), r.Article.URL())
		}
		l.rows = append(l.rows, row)
		l.values = append(l.values, r)
	}
	l.whole = map[string]any{"statements": notNil(rows)}
	return l
}

// verdicts are what a reviewer may say of a statement.
func verdicts() []string { return []string{"accept", "reject", "edit", "skip"} }

// runAgree compares two files.
func runAgree(cmd *cobra.Command, opts reviewOptions, args []string) error {
	if len(args) != 2 {
		return wrongUse("--agree wants two files, not %d", len(args))
	}
	var files [2]map[string]string
	for i, path := range args {
		var err error
		if files[i], err = readVerdicts(path); err != nil {
			return err
		}
	}
	a := queries.Agree(files[0], files[1])
	kappa := "not defined"
	if a.Defined {
		kappa = fmt.Sprintf("%.2f", a.Kappa)
	}
	l := listing{columns: []column{{name: "both judged"}, {name: "agreed"}, {name: "kappa"}, {name: "differ on"}}, whole: a, values: []any{a}}
	l.rows = [][]string{{strconv.Itoa(a.Both), strconv.Itoa(a.Agreed), kappa, strings.Join(a.Differ, " ")}}
	return opts.output.write(cmd, func(w io.Writer, format string, s screen) error { return l.write(w, format, s) })
}

// readVerdicts reads the verdicts of a table that review wrote and a reviewer filled in; what was skipped or left empty is
// no verdict.
func readVerdicts(path string) (map[string]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read %q: %w", path, withoutPath(err))
	}
	defer file.Close() //nolint:errcheck // it was only read
	rows := csv.NewReader(file)
	rows.FieldsPerRecord = -1
	head, err := rows.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read %q: %w", path, err)
	}
	statement, verdict := slices.Index(head, "statement"), slices.IndexFunc(head, func(name string) bool { return strings.TrimPrefix(name, "\ufeff") == "verdict" })
	if statement < 0 || verdict < 0 {
		return nil, fmt.Errorf("read %q: it has no columns statement and verdict", path)
	}
	found := map[string]string{}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read %q: %w", path, err)
		}
		line, _ := rows.FieldPos(0)
		if len(row) <= max(statement, verdict) {
			return nil, fmt.Errorf("read %q: line %d has too few cells", path, line)
		}
		switch v := strings.ToLower(strings.TrimSpace(row[verdict])); {
		case v == "" || v == "skip":
		case !slices.Contains(verdicts(), v):
			return nil, fmt.Errorf("read %q: line %d: the verdict %q is none of %s", path, line, v, strings.Join(verdicts(), ", "))
		default:
			found[row[statement]] = v
		}
	}
}
