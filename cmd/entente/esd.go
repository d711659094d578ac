package main

import (
	"context"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/graph/store"
	"entente.example/queries"
)

// formatESD is the format of support by year, which --format alone tells: its files end as other tables do.
const formatESD = "esd"

// esdUndecided are the columns that articles cannot decide.
func esdUndecided() []string {
	undecided := []string{"ext_elements", "ext_o"}
	for _, c := range queries.ESDColumns() {
		if c.Kinds == nil {
			undecided = append(undecided, c.Name)
		}
	}
	slices.Sort(undecided)
	return undecided
}

// exportESD writes who supported whom in which year.
func exportESD(ctx context.Context, cmd *cobra.Command, opts exportOptions, options queries.Options, args []string) error {
	return opts.graph.with(ctx, cmd, &opts.output, func(s *store.Store) (err error) {
		if len(args) > 0 {
			if options.Name, err = resolve(ctx, s, args[0], queries.WantActor); err != nil {
				return err
			}
		}
		if err := opts.narrow.locate(ctx, s, &options); err != nil {
			return err
		}
		found, err := queries.TriadYears(ctx, s, options)
		if err != nil {
			return asked(err)
		}
		if err := opts.output.write(cmd, func(w io.Writer, _ string, _ screen) error { return writeESD(w, found) }); err != nil {
			return err
		}
		t := talkOf(cmd)
		t.say("articles do not decide %s: these stay empty; 0 says that nobody tells it", strings.Join(esdUndecided(), ", "))
		if found.Political > 0 {
			t.say("%s of political support alone left out", count(found.Political, "year"))
		}
		tellLeftOut(t, found.LeftOut)
		if opts.exitCode && len(found.Rows) == 0 {
			return status(exitNothing)
		}
		return nil
	})
}

// writeESD writes triad-years as a table for who works with that data set. A 0 says that nobody tells it, not that it was
// not so.
func writeESD(w io.Writer, answer queries.TriadYearsAnswer) error {
	header := []string{"year", "conflict_id", "conflict_name", "actor_id", "actor_name", "actor_nonstate", "opponent_name", "ext_id", "ext_name", "ext_sup"}
	for _, c := range queries.ESDColumns() {
		header = append(header, c.Name)
	}
	header = append(header, "ext_u", "ext_o", "ext_alleged", "ext_nonstate", "ext_coalition", "ext_coalition_name", "ext_elements", "ext_bothsides",
		"denials", "sources", "statements", "sentence")
	writer := csv.NewWriter(w)
	if err := writer.Write(header); err != nil {
		return err
	}
	for _, row := range answer.Rows {
		record := esdRecord(row)
		for i, cell := range record {
			record[i] = export.Defused(oneLine(cell))
		}
		if err := writer.Write(record); err != nil {
			return err
		}
	}
	writer.Flush()
	return writer.Error()
}

func esdRecord(row queries.TriadYear) []string {
	var ucdp, opponents, statements []string
	for _, war := range row.Wars {
		if war.UCDP != "" {
			ucdp = append(ucdp, war.UCDP)
		}
	}
	for _, opponent := range row.Opponents {
		opponents = append(opponents, opponent.Name)
	}
	for _, id := range row.Statements {
		statements = append(statements, id.String())
	}
	record := []string{
		strconv.Itoa(row.Year), strings.Join(ucdp, ";"), warNames(row.Wars), row.RecipientUCDP, row.Recipient.Name, digit(!row.Recipient.IsState),
		strings.Join(opponents, "; "), row.SupporterUCDP, row.Supporter.Name, "1",
	}
	for _, c := range queries.ESDColumns() {
		cell := ""
		if c.Kinds != nil {
			cell = digit(slices.ContainsFunc(c.Kinds, func(k graph.Kind) bool { return slices.Contains(row.Kinds, k) }))
		}
		record = append(record, cell)
	}
	coalition := ""
	if row.Supporter.Type == graph.Coalition {
		coalition = row.Supporter.Name
	}
	return append(record, digit(len(row.Kinds) == 0), "", digit(row.Alleged), digit(!row.Supporter.IsState), digit(coalition != ""), coalition, "",
		digit(row.BothSides), strconv.Itoa(row.Denials), sourceNames(row.Sources, allSources, plainName), strings.Join(statements, ";"), row.Evidence.Sentence)
}

func digit(yes bool) string {
	if yes {
		return "1"
	}
	return "0"
}
