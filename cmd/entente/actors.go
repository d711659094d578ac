package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/actors"
)

type actorsOptions struct {
	data       dataFlags
	store      storeFlag
	input      inputFlags
	lint       bool
	unresolved bool
	warnings   bool
	exitCode   bool
	output     output
}

func newActorsCommand() *cobra.Command {
	var opts actorsOptions
	cmd := &cobra.Command{
		Use:   "actors [NAME]",
		Short: "Look into the dictionary: what a name may mean",
		Long: `actors shows what a name may mean in the dictionary: by which form (as its name, as the seat of a government, as a
leader's forces), and when. Without a name it lists the whole dictionary. With --lint it checks the dictionary and
the rules of extraction, whose examples it reads, and exits 1 where something is wrong.

With --unresolved it lists what to add next, the most frequent first: of a store, the names that the dictionary
lacks; of articles, also those that stand in no tie, and the words of rules in sentences that gave nothing.`,
		Example: `  entente actors LNA
  entente actors "Tripoli authorities"
  entente actors --format csv > dictionary.csv
  entente actors --lint
  entente actors --unresolved entente.db
  entente actors --unresolved articles/`,
		Args: func(cmd *cobra.Command, args []string) error {
			if opts.unresolved {
				return nil
			}
			return arguments(0, 1, "at most one name")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return runActors(cmd.Context(), cmd, opts, args) },
	}
	opts.data.register(cmd)
	opts.store.register(cmd)
	opts.input.register(cmd)
	cmd.Flags().BoolVar(&opts.unresolved, "unresolved", false, "list the names that the dictionary lacks in a store or in articles")
	cmd.Flags().BoolVar(&opts.lint, "lint", false, "check the dictionary and the rules")
	cmd.Flags().BoolVar(&opts.warnings, "warnings", false, "with --lint, show what may be wrong too")
	cmd.Flags().BoolVar(&opts.exitCode, "exit-code", false, "exit 4 where the name means nothing")
	opts.output.register(cmd, listingFormats())
	return cmd
}

func runActors(ctx context.Context, cmd *cobra.Command, opts actorsOptions, args []string) error {
	if opts.lint {
		return runLint(cmd, opts)
	}
	if opts.unresolved {
		return runUnresolved(ctx, cmd, opts, args)
	}
	dictionary, err := opts.data.dictionary()
	if err != nil {
		return err
	}
	var found listing
	if len(args) == 0 {
		found = dictionaryListing(dictionary)
	} else {
		found = senseListing(dictionary.Lookup(args[0]))
	}
	err = opts.output.write(cmd, func(w io.Writer, format string, s screen) error { return found.write(w, format, s) })
	if err != nil {
		return err
	}
	if len(args) > 0 && len(found.rows) == 0 {
		talk := talkOf(cmd)
		talk.say("the dictionary has no %s", quoted(args[0]))
		for _, near := range dictionary.Suggest(args[0], maxCandidates) {
			talk.say("hint: did you mean %s?", near.Name)
		}
		if opts.exitCode {
			return status(exitNothing)
		}
	}
	return nil
}

// jsonSense is a meaning of a name, in JSON.
type jsonSense struct {
	Form   string       `json:"form"`
	When   graph.Valid  `json:"when,omitempty"`
	Entity graph.Entity `json:"entity"`
}

func senseListing(senses []actors.Sense) listing {
	l := listing{columns: []column{{name: "id"}, {name: "name"}, {name: "type"}, {name: "form"}, {name: "when"}, {name: "country"}, {name: "existed"}}}
	whole := []jsonSense{}
	for _, s := range senses {
		e := s.Entry
		l.rows = append(l.rows, []string{
			string(e.ID), e.Name, string(e.Type), s.Form.String(), string(s.When), joined(e.Countries), string(e.Existed),
		})
		whole = append(whole, jsonSense{s.Form.String(), s.When, e.Entity})
		l.values = append(l.values, whole[len(whole)-1])
	}
	l.whole = whole
	return l
}

func dictionaryListing(dictionary *actors.Dictionary) listing {
	l := listing{columns: []column{{name: "id"}, {name: "name"}, {name: "type"}, {name: "country"}, {name: "existed"}, {name: "aliases", long: true}}}
	whole := []graph.Entity{}
	for e := range dictionary.All() {
		var aliases []string
		for _, a := range e.Aliases {
			aliases = append(aliases, a.Name)
		}
		l.rows = append(l.rows, []string{
			string(e.ID), e.Name, string(e.Type), joined(e.Countries), string(e.Existed), joined(aliases),
		})
		whole = append(whole, e.Entity)
		l.values = append(l.values, e.Entity)
	}
	l.whole = whole
	return l
}

// jsonProblem is a finding of lint, in JSON.
type jsonProblem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Text    string `json:"text"`
	Warning bool   `json:"warning"`
}

// runLint checks the dictionary and the rules. Warnings alone are no failure.
func runLint(cmd *cobra.Command, opts actorsOptions) error {
	reader, err := opts.data.open()
	if err != nil {
		return err
	}
	problems := []jsonProblem{}
	hidden := 0
	for _, p := range reader.Dictionary().Lint() {
		if p.Warning && !opts.warnings {
			hidden++
			continue
		}
		problems = append(problems, jsonProblem{p.File, p.Line, p.Text, p.Warning})
	}
	for _, p := range reader.Lint() {
		problems = append(problems, jsonProblem{File: p.File, Line: p.Line, Text: p.Text})
	}
	l := listing{columns: []column{{name: "at"}, {name: "level"}, {name: "problem"}}, whole: problems}
	wrong := 0
	for _, p := range problems {
		level := "error"
		if p.Warning {
			level = "warning"
		} else {
			wrong++
		}
		l.rows = append(l.rows, []string{fmt.Sprintf("%s:%d", p.File, p.Line), level, p.Text})
		l.values = append(l.values, p)
	}
	err = opts.output.write(cmd, func(w io.Writer, format string, s screen) error {
		if format == "table" && len(problems) == 0 {
			return nil
		}
		return l.write(w, format, s)
	})
	if err != nil {
		return err
	}
	talk := talkOf(cmd)
	if hidden > 0 {
		talk.say("%s, %s (show them with --warnings)", count(wrong, "error"), count(hidden, "warning"))
	} else {
		talk.say("%s, %s", count(wrong, "error"), count(len(problems)-wrong, "warning"))
	}
	if wrong > 0 {
		return status(exitFailed)
	}
	return nil
}
