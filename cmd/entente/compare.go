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

// codedColumns are the names under which a table may have what is compared.
var codedColumns = map[string][]string{
	"supporter": {"supporter", "patron", "ext_name"},
	"recipient": {"recipient", "client", "proxy", "actor_name"},
	"year":      {"year"},
	"kinds":     {"kinds", "kind", "support"},
}

// readCoded reads a table. What is wrong with a row is told with its line, and the row is left out.
func readCoded(ctx context.Context, cmd *cobra.Command, s *store.Store, path string) (coded []queries.Coded, bad int, err error) {
	var input io.Reader = cmd.InOrStdin()
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, 0, &failure{code: exitPartly, err: fmt.Errorf("read %q: %w", path, withoutPath(err)), hints: []string{"check the path"}}
		}
		defer file.Close()
		input = file
	}
	reader := csv.NewReader(input)
	reader.FieldsPerRecord = -1
	header, err := reader.Read()
	if err != nil {
		return nil, 0, fmt.Errorf("read %q: its header: %w", path, err)
	}
	header[0] = strings.TrimPrefix(header[0], "\uFEFF")
	t := codedTable{at: map[string]int{}, names: map[string]graph.ID{}}
	for i, name := range header {
		t.at[strings.ToLower(strings.TrimSpace(name))] = i
	}
	for _, field := range []string{"supporter", "recipient", "year"} {
		if t.column(field) < 0 {
			return nil, 0, &failure{code: exitFailed, err: fmt.Errorf("%q has no column %s", path, field), hints: []string{
				"it may be called " + strings.Join(codedColumns[field], ", "),
			}}
		}
	}
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return coded, bad, nil
		}
		var parse *csv.ParseError
		if err != nil && !errors.As(err, &parse) {
			return nil, 0, fmt.Errorf("read %q: %w", path, err)
		}
		line, _ := reader.FieldPos(0)
		var row queries.Coded
		if err == nil {
			row, err = t.row(ctx, s, record, line)
		}
		if err != nil {
			if ctx.Err() != nil {
				return nil, 0, ctx.Err()
			}
			bad++
			talkOf(cmd).warn(fmt.Sprintf("%s:%d: %s", path, line, oneLine(err.Error())))
			continue
		}
		coded = append(coded, row)
	}
}

// codedTable reads rows by the names of its columns.
type codedTable struct {
	at    map[string]int
	names map[string]graph.ID // that were looked up before
}

func (t *codedTable) column(field string) int {
	for _, name := range codedColumns[field] {
		if i, ok := t.at[name]; ok {
			return i
		}
	}
	return -1
}

func (t *codedTable) cell(record []string, i int) string {
	if i < 0 || i >= len(record) {
		return ""
	}
	return strings.TrimSpace(record[i])
}

func (t *codedTable) row(ctx context.Context, s *store.Store, record []string, line int) (queries.Coded, error) {
	row := queries.Coded{Line: line}
	var err error
	if row.Year, err = strconv.Atoi(t.cell(record, t.column("year"))); err != nil {
		return row, fmt.Errorf("%q is no year", t.cell(record, t.column("year")))
	}
	for field, id := range map[string]*graph.ID{"supporter": &row.Supporter, "recipient": &row.Recipient} {
		name := t.cell(record, t.column(field))
		found, ok := t.names[name]
		if !ok {
			if found, err = resolve(ctx, s, name, queries.WantActor); err != nil {
				return row, err
			}
			t.names[name] = found
		}
		*id = found
	}
	kinds := strings.FieldsFunc(t.cell(record, t.column("kinds")), func(r rune) bool { return strings.ContainsRune(" ,;|", r) })
	for _, name := range kinds {
		kind := graph.Kind(strings.ToLower(name))
		if !slices.Contains(graph.Kinds(), kind) {
			return row, fmt.Errorf("%q is no kind of support", name)
		}
		row.Kinds = append(row.Kinds, kind)
	}
	for _, c := range esdKinds {
		if i, ok := t.at[c.column]; ok && t.cell(record, i) == "1" && len(c.kinds) > 0 {
			row.Kinds = append(row.Kinds, c.kinds[0])
		}
	}
	return row, nil
}
