package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// narrowing are the flags that leave out a part of the statements.
type narrowing struct {
	since, until string
	kinds        []string
	polarities   []string
	minSources   int
	confidence   string
	retracted    bool
	superseded   bool
	rejected     bool
	at           string
	window       int
	place, war   string
	backers      string
	only         []string
}

func (n *narrowing) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&n.since, "since", "", "leave out what was before this date: 2020, 2020-05 or 2020-05-28")
	flags.StringVar(&n.until, "until", "", "leave out what was after this date")
	flags.StringVar(&n.at, "at", "", "take what was told within --window days of this date, or of a time that covers it")
	flags.IntVar(&n.window, "window", queries.DefaultWindow, "days before and after --at")
	flags.StringVar(&n.place, "place", "", "take what happens there; a state is its land")
	flags.StringVar(&n.war, "war", "", "take what belongs to a war, by its name: its parties and its places at its time")
	flags.StringSliceVar(&n.kinds, "kinds", nil, "kinds of support, separated by commas: "+joined(graph.Kinds()))
	flags.StringVar(&n.confidence, "min-confidence", "", "leave out readings less likely to be right than this (default "+graph.LowConfidence.String()+")")
	flags.BoolVar(&n.retracted, "retracted", false, "take in articles that their publisher has retracted")
	flags.BoolVar(&n.superseded, "superseded", false, "take in articles whose place a newer text at their address has taken")
	flags.BoolVar(&n.rejected, "rejected", false, "take in statements that a reviewer has rejected or replaced")
	complete := cobra.FixedCompletions(stringsOf(graph.Kinds()), cobra.ShellCompDirectiveNoFileComp)
	_ = cmd.RegisterFlagCompletionFunc("kinds", complete)
}

// registerTies adds the flags that choose among ties. Denied ones are in no answer unasked.
func (n *narrowing) registerTies(cmd *cobra.Command) {
	cmd.Flags().IntVar(&n.minSources, "min-sources", 0, "leave out ties of fewer distinct sources")
	cmd.Flags().StringSliceVar(&n.polarities, "polarity", nil, "show affirmed, alleged or denied ties, separated by commas, or any (default affirmed, and alleged where nobody affirms)")
	complete := cobra.FixedCompletions(append(stringsOf(graph.Polarities()), "any"), cobra.ShellCompDirectiveNoFileComp)
	_ = cmd.RegisterFlagCompletionFunc("polarity", complete)
}

// registerRows adds the flags that choose among the rows of an answer.
func (n *narrowing) registerRows(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&n.backers, "backers", "", "only patrons that are a state, or non-state")
	flags.StringSliceVar(&n.only, "only", nil, "only rows with these marks: "+joined(queries.Marks()))
	_ = cmd.RegisterFlagCompletionFunc("backers", cobra.FixedCompletions([]string{"state", "non-state"}, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("only", cobra.FixedCompletions(stringsOf(queries.Marks()), cobra.ShellCompDirectiveNoFileComp))
}

// locate finds the place and the war that the flags name.
func (n *narrowing) locate(ctx context.Context, s *store.Store, opts *queries.Options) (err error) {
	if n.place != "" {
		if opts.Place, err = resolve(ctx, s, n.place, queries.WantPlace); err != nil {
			return err
		}
	}
	if n.war == "" {
		return nil
	}
	war, err := queries.ResolveWar(n.war)
	var unknown *queries.UnknownWarError
	if errors.As(err, &unknown) {
		f := &failure{code: exitName, err: fmt.Errorf("%s", oneLine(err.Error()))}
		for _, near := range unknown.Near {
			f.hints = append(f.hints, "say "+quoted(near.Name))
		}
		if len(f.hints) == 0 {
			f.hints = []string{"entente dyads names the wars of its fronts"}
		}
		return f
	}
	opts.War = war.ID
	return err
}

func (n *narrowing) options() (queries.Options, error) {
	opts := queries.Options{
		At: graph.Valid(n.at), Window: n.window, Backers: queries.Sort(n.backers), Only: typed[queries.Mark](n.only),
		Since: graph.Valid(n.since), Until: graph.Valid(n.until), MinSources: n.minSources, Retracted: n.retracted,
		Superseded: n.superseded, Rejected: n.rejected,
		Kinds: typed[graph.Kind](n.kinds), Polarities: typed[graph.Polarity](n.polarities),
	}
	if slices.Contains(opts.Polarities, "any") {
		opts.Polarities = graph.Polarities()
	}
	if n.at == "" && n.window != queries.DefaultWindow {
		return opts, wrongUse("--window is for --at DATE")
	}
	if n.confidence == "" {
		return opts, nil
	}
	if err := opts.MinConfidence.UnmarshalJSON([]byte(n.confidence)); err != nil {
		return opts, wrongUse("--min-confidence: %w", err)
	}
	if opts.MinConfidence == 0 {
		opts.MinConfidence = -1 // 0 would be the default
	}
	return opts, nil
}

// of gives the options for a question to a graph, with what its flags tell of outlets.
func (n *narrowing) of(g *graphFlags) (queries.Options, error) {
	opts, err := n.options()
	if err == nil {
		opts.Outlets, err = g.input.outlets()
	}
	return opts, err
}

// asked turns the refusal of options into wrong use.
func asked(err error) error {
	if errors.Is(err, queries.ErrOption) {
		_, text, _ := strings.Cut(err.Error(), queries.ErrOption.Error()+": ")
		f := wrongUse("%s", text)
		if date := new(queries.DateError); errors.As(err, &date) {
			f.hints = []string{date.Hint}
		}
		return f
	}
	return err
}

// tellDenied says how many ties an answer does not show since they are only denied.
func tellDenied(t talk, ties int) {
	if ties > 0 {
		t.say("%s left out as only denied (shown with --polarity any)", count(ties, "tie"))
	}
}

// tellLeftOut says what an answer does not show.
func tellLeftOut(t talk, left queries.LeftOut) {
	if left.Hidden > 0 {
		t.say("%s left out as doubtful (shown with --min-confidence 0)", count(left.Hidden, "statement"))
	}
	if left.Undated > 0 {
		t.say("%s left out as undated", count(left.Undated, "statement"))
	}
	if left.Unplaced > 0 {
		t.say("%s left out as of no known place (--war NAME takes them by their parties)", count(left.Unplaced, "statement"))
	}
	if left.Retracted > 0 {
		t.say("%s of retracted articles left out (shown with --retracted)", count(left.Retracted, "statement"))
	}
	if left.Superseded > 0 {
		t.say("%s of earlier texts of articles left out (shown with --superseded)", count(left.Superseded, "statement"))
	}
	if left.Rejected > 0 {
		t.say("%s left out that reviewers rejected or replaced (shown with --rejected)", count(left.Rejected, "statement"))
	}
}

func typed[T ~string](words []string) []T {
	var list []T
	for _, word := range words {
		list = append(list, T(strings.TrimSpace(word)))
	}
	return list
}

func stringsOf[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = string(word)
	}
	return list
}
