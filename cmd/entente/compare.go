package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

func newCompareCommand() *cobra.Command {
	var opts struct {
		graph  graphFlags
		narrow narrowing
		output output
	}
	cmd := &cobra.Command{
		Use:   "compare TABLE.csv",
		Short: "Compare with data that were coded by hand, year by year",
		Long: `compare reads a table with the columns supporter, recipient, year and, if there are any, kinds (separated by spaces, commas
or semicolons), or those of the UCDP External Support Dataset (ext_name, actor_name, year, ext_x, ext_w and so on), and
shows which rows both have, which only the store has, and which only the table has, in the years of the table, with the
kinds of support of each. "-" is standard input. A row that cannot be read is told and left out.`,
		Example: `  entente compare coded.csv
  entente compare ucdp-esd-ty.csv --polarity affirmed --format csv`,
		Args: arguments(1, 1, "a table"),
		RunE: func(cmd *cobra.Command, args []string) error {
			options, err := opts.narrow.of(&opts.graph)
			if err != nil {
				return err
			}
			opts.output.inputs = args
			return opts.graph.with(cmd.Context(), cmd, &opts.output, func(s *store.Store) error {
				if err := opts.narrow.locate(cmd.Context(), s, &options); err != nil {
					return err
				}
				coded, bad, err := readCoded(cmd.Context(), cmd, s, args[0])
				if err != nil {
					return err
				}
				found, err := queries.Compare(cmd.Context(), s, coded, options)
				if err != nil {
					return asked(err)
				}
				if err := answer(cmd, &opts.output, compareListing(found), found.LeftOut, false); err != nil {
					return err
				}
				talkOf(cmd).say("%d in both, %d only here, %d only in the table; of kinds %d in both, %d only here, %d only in the table",
					found.Both, found.OnlyHere, found.OnlyThere, found.KindsBoth, found.KindsOnlyHere, found.KindsOnlyThere)
				if bad > 0 {
					return status(exitPartly)
				}
				return nil
			})
		},
	}
	opts.graph.register(cmd)
	opts.narrow.register(cmd)
	opts.narrow.registerTies(cmd)
	opts.narrow.registerRows(cmd)
	opts.output.register(cmd, listingFormats())
	return cmd
}

func compareListing(answer queries.CompareAnswer) listing {
	columns := []column{{name: "where"}, {name: "year"}, {name: "supporter"}, {name: "recipient"}, {name: "kinds"}, {name: "coded"}, {name: "line"}, sentenceColumn()}
	return listRows(answer, columns, answer.Rows, func(r queries.CompareRow) []string {
		line, sentence := "", ""
		if r.Line > 0 {
			line = strconv.Itoa(r.Line)
		}
		if r.Here != nil {
			sentence = r.Here.Evidence.Sentence
		}
		return []string{string(r.Where), strconv.Itoa(r.Year), r.Supporter.Name, r.Recipient.Name, joined(r.Kinds), joined(r.Coded), line, sentence}
	})
}

// readCoded reads a table. What is wrong with a row is told with its line, and the row is left out.
func readCoded(ctx context.Context, cmd *cobra.Command, s *store.Store, path string) (coded []queries.Coded, bad int, err error) {
	var input io.Reader = cmd.InOrStdin()
	if path != "-" {
		file, err := openFile(path)
		if err != nil {
			return nil, 0, &failure{code: exitPartly, err: fmt.Errorf("read %q: %w", path, withoutPath(err)), hints: []string{"check the path"}}
		}
		defer file.Close()
		input = file
	}
	find := func(name string) (graph.ID, error) { return resolve(ctx, s, name, queries.WantActor) }
	coded, wrong, err := queries.ReadCoded(input, find)
	var missing *queries.NoColumnError
	if errors.As(err, &missing) {
		return nil, 0, &failure{code: exitFailed, err: fmt.Errorf("%q has no column %s", path, missing.Field), hints: []string{
			"it may be called " + strings.Join(queries.CodedColumns(missing.Field), ", "),
		}}
	}
	if err != nil {
		return nil, 0, fmt.Errorf("read %q: %w", path, err)
	}
	for _, row := range wrong {
		talkOf(cmd).warn(fmt.Sprintf("%s:%d: %s", path, row.Line, oneLine(row.Err.Error())))
	}
	return coded, len(wrong), nil
}
