package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader/extract"
	"entente.example/queries"
)

// question is a command that puts one question to the graph and lists the answer.
type question struct {
	use, short, long, example string
	// least and most are how many names it takes, args says what they are, and want which sort each is of; the last goes
	// for those that follow.
	least, most int
	args        string
	want        []queries.Want
	// bind adds flags of the question's own; nil: none.
	bind func(*cobra.Command)
	// rows says that --backers and --only choose among the rows, relations that --relation does among the ties.
	rows, relations bool
	// latest is how many rows what a person reads has at most, unless --limit says otherwise; 0: all, and no such flag.
	latest int
	// latestOf says which rows those are; empty: the latest.
	latestOf string
	// read is called with each article of --from before the question is put; nil: nobody asks.
	read func(*extract.Reader, graph.Document)
	// ask puts the question about the names.
	ask func(ctx context.Context, s *store.Store, names []graph.ID, opts queries.Options) (listing, queries.LeftOut, error)
	// answer is in place of ask where the answer may be more than there is memory: it writes it, and gives how many rows it has.
	answer func(ctx context.Context, cmd *cobra.Command, s *store.Store, names []graph.ID, opts queries.Options, out *output) (rows int, err error)
}

type questionOptions struct {
	graph     graphFlags
	narrow    narrowing
	relations []string
	latest    latest
	exitCode  bool
	output    output
}

func (q question) command() *cobra.Command {
	var opts questionOptions
	cmd := &cobra.Command{
		Use: q.use, Short: q.short, Long: q.long, Example: q.example,
		Args:              arguments(q.least, q.most, q.args),
		ValidArgsFunction: completeNames(q.most),
		RunE:              func(cmd *cobra.Command, args []string) error { return q.run(cmd.Context(), cmd, opts, args) },
	}
	opts.graph.register(cmd)
	opts.narrow.register(cmd)
	opts.narrow.registerTies(cmd)
	if q.rows {
		opts.narrow.registerRows(cmd)
	}
	if q.relations {
		cmd.Flags().StringSliceVar(&opts.relations, "relation", nil, "relations to look at, separated by commas")
		_ = cmd.RegisterFlagCompletionFunc("relation", func(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return relationsLike(begun), cobra.ShellCompDirectiveNoFileComp
		})
	}
	if q.latest > 0 {
		opts.latest.register(cmd, q.latest, cmp.Or(q.latestOf, "the latest rows"))
	}
	if q.bind != nil {
		q.bind(cmd)
	}
	cmd.Flags().BoolVar(&opts.exitCode, "exit-code", false, "exit 4 where nothing is found")
	opts.output.register(cmd, listingFormats())
	return cmd
}

func (q question) run(ctx context.Context, cmd *cobra.Command, opts questionOptions, args []string) error {
	options, err := opts.narrow.of(&opts.graph)
	if err != nil {
		return err
	}
	if options.Brief, err = opts.output.isRead(); err != nil {
		return err
	}
	for _, name := range opts.relations {
		relation, err := relationNamed(name)
		if err != nil {
			return err
		}
		options.Relations = append(options.Relations, relation)
	}
	if q.latest > 0 {
		if options.Latest, err = opts.latest.of(&opts.output); err != nil {
			return err
		}
	}
	opts.graph.each = q.read
	return opts.graph.with(ctx, cmd, &opts.output, func(s *store.Store) error {
		names, err := q.resolve(ctx, s, args)
		if err != nil {
			return err
		}
		if err := opts.narrow.locate(ctx, s, &options); err != nil {
			return err
		}
		if q.answer != nil {
			rows, err := q.answer(ctx, cmd, s, names, options, &opts.output)
			if err == nil && opts.exitCode && rows == 0 {
				return status(exitNothing)
			}
			return err
		}
		l, left, err := q.ask(ctx, s, names, options)
		if err != nil {
			return asked(err)
		}
		return answer(cmd, &opts.output, l, left, opts.exitCode)
	})
}

// answer writes a list and tells what it leaves out.
func answer(cmd *cobra.Command, out *output, l listing, left queries.LeftOut, exitCode bool) error {
	err := out.write(cmd, func(w io.Writer, format string, screen screen) error { return l.write(w, format, screen) })
	if err != nil {
		return err
	}
	if read, err := out.isRead(); err == nil && read && len(l.rows) == 0 && !out.withheld {
		talkOf(cmd).say("%s", cmp.Or(l.nothing, "nothing found"))
	}
	if l.more != "" {
		talkOf(cmd).say("%s", l.more)
	}
	if l.earlier > 0 {
		talkOf(cmd).say("%s left out (list all with --limit 0)", count(l.earlier, "earlier row"))
	}
	tellDenied(talkOf(cmd), l.denied)
	tellLeftOut(talkOf(cmd), left)
	if exitCode && len(l.rows) == 0 {
		return status(exitNothing)
	}
	return nil
}

func (q question) resolve(ctx context.Context, s *store.Store, args []string) ([]graph.ID, error) {
	var names []graph.ID
	for i, arg := range args {
		want := queries.WantActor
		if len(q.want) > 0 {
			want = q.want[min(i, len(q.want)-1)]
		}
		id, err := resolve(ctx, s, arg, want)
		if err != nil {
			return nil, err
		}
		for j, other := range names {
			if other == id {
				return nil, wrongUse("%q and %q are both %s", args[j], arg, id.Name())
			}
		}
		names = append(names, id)
	}
	return names, nil
}

// about gives the name that a question is about, or nothing.
func about(names []graph.ID) graph.ID {
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// listRows makes a listing of an answer's rows.
func listRows[T any](whole any, columns []column, rows []T, cells func(T) []string) listing {
	l := listing{columns: columns, whole: whole, proven: true}
	for _, row := range rows {
		l.add(row, cells(row)...)
		l.values = append(l.values, row)
	}
	return l
}

// sentenceColumn is the one for evidence, at the end of each row.
func sentenceColumn() column { return column{name: "sentence", long: true} }

// tieInWords is a tie as a clause. It never lets what is alleged or denied pass for a fact.
func tieInWords(t *queries.TieRow) string {
	if t == nil {
		return ""
	}
	label := string(t.Relation)
	if row, ok := t.Relation.Row(); ok {
		label = row.Label
	}
	text := fmt.Sprintf("%s %s %s", t.Subject.Name, label, t.Object.Name)
	var notes []string
	if t.Polarity != graph.Affirmed || t.Rejected {
		notes = append(notes, polarityOf(t.Said))
	}
	if t.Contested {
		notes = append(notes, "contested")
	}
	if t.Ended {
		notes = append(notes, "ended")
	}
	if len(notes) > 0 {
		text += " [" + strings.Join(notes, ", ") + "]"
	}
	return text
}

// tieSheet are the parts of a tie in words, for programs to sort and filter by; tieParts are their cells.
func tieSheet() []column {
	return []column{
		{name: "subject", sheet: true},
		{name: "relation", sheet: true},
		{name: "object", sheet: true},
		{name: "polarity", sheet: true},
		{name: "modality", sheet: true},
	}
}

func tieParts(t *queries.TieRow) []string {
	return []string{t.Subject.Name, string(t.Relation), t.Object.Name, string(t.Polarity), joined(t.Modalities)}
}

// sentences joins what several ties rest on.
func sentences(ties ...*queries.TieRow) string {
	var parts []string
	for _, t := range ties {
		if t != nil {
			parts = append(parts, t.Evidence.Sentence)
		}
	}
	return strings.Join(parts, " · ")
}

func warNames(wars []queries.WarRef) string {
	var names []string
	for _, w := range wars {
		names = append(names, w.Name)
	}
	return strings.Join(names, "; ")
}

// mostSources is how many sources people read the names of, and allSources are those that tables for programs have.
const mostSources, allSources = 10, math.MaxInt

// sourceNames names so many sources: "Iran, The Herald and 7 others". Titles that have commas are parted by semicolons.
func sourceNames(sources []queries.Source, most int, named func(queries.Source) string) string {
	first, others := queries.Foremost(sources, most)
	var names []string
	separator := ", "
	for _, s := range first {
		name := named(s)
		names = append(names, name)
		if strings.Contains(name, ", ") {
			separator = "; "
		}
	}
	list := strings.Join(names, separator)
	if others > 0 {
		list += " and " + count(others, "other")
	}
	return list
}

// plainName names a source that no article is told with.
func plainName(s queries.Source) string { return sourceName(s, nil) }
