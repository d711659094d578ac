package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"entente.example/graph/export"
)

// listing is an answer that can be shown as rows.
type listing struct {
	columns []column
	rows    [][]string
	// whole is the answer as JSON has it; values are its rows, one a line in JSON lines.
	whole  any
	values []any
	// proofs are what the rows rest on, one for each: the statements in it are a column of CSV.
	proofs []any
	proven bool
	// more is what is said of rows that are not shown and not counted; empty: there are none.
	more string
	// nothing is what is said where there are no rows; empty: that nothing was found.
	nothing string
	// earlier is how many rows more there are than --limit lets it have.
	earlier int
	// denied is how many ties are no rows since they are only denied.
	denied int
}

// column is one column of a listing. A long one, of which there is at most one, gives way on a terminal: it is cut to what
// the others leave.
type column struct {
	name string
	// short is a name for terminals on which the row has no room, or empty.
	short string
	long  bool
	// sheet columns are for programs: CSV alone has them.
	sheet bool
}

// add adds a row, and what it rests on.
func (l *listing) add(proof any, cells ...string) {
	l.rows, l.proofs, l.proven = append(l.rows, cells), append(l.proofs, proof), true
}

func (l listing) write(w io.Writer, format string, s screen) error {
	switch format {
	case "json":
		return writeJSON(w, l.whole)
	case "jsonl":
		return writeJSONLines(w, l.values)
	case "csv":
		return l.withProofs().writeCSV(w)
	}
	l = l.forReaders()
	if format == "md" {
		_, err := io.WriteString(w, l.table(0, func(int) bool { return true }).RenderMarkdown()+"\n")
		return err
	}
	_, err := io.WriteString(w, l.render(s))
	return err
}

// forReaders leaves out the columns that only CSV has.
func (l listing) forReaders() listing {
	if !slices.ContainsFunc(l.columns, func(c column) bool { return c.sheet }) {
		return l
	}
	cut := func(cells []string) []string {
		var kept []string
		for i, cell := range cells {
			if !l.columns[i].sheet {
				kept = append(kept, cell)
			}
		}
		return kept
	}
	rows := make([][]string, len(l.rows))
	for i, row := range l.rows {
		rows[i] = cut(row)
	}
	l.rows = rows
	l.columns = slices.DeleteFunc(slices.Clone(l.columns), func(c column) bool { return c.sheet })
	return l
}

// withProofs adds the column of the statements that each row rests on.
func (l listing) withProofs() listing {
	if !l.proven {
		return l
	}
	l.columns = append(slices.Clone(l.columns), column{name: "statements", sheet: true})
	if slices.ContainsFunc(l.columns[:len(l.columns)-1], func(c column) bool { return c.name == "statements" }) { // which counts them
		l.columns[len(l.columns)-1].name = "statement ids"
	}
	rows := make([][]string, len(l.rows))
	for i, row := range l.rows {
		rows[i] = append(slices.Clone(row), strings.Join(statementsIn(l.proofs[i]), " "))
	}
	l.rows = rows
	return l
}

// statementIDs are a proof that is nothing but the ids of its statements.
type statementIDs []string

// statementsIn gives the ids of the statements that a part of an answer names, as JSON has it.
func statementsIn(proof any) []string {
	if ids, ok := proof.(statementIDs); ok {
		return ids
	}
	text, err := json.Marshal(proof)
	if err != nil {
		return nil
	}
	var value any
	if json.Unmarshal(text, &value) != nil {
		return nil
	}
	var ids []string
	seen := map[string]bool{}
	var walk func(name string, value any)
	walk = func(name string, value any) {
		switch value := value.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(value)) {
				walk(key, value[key])
			}
		case []any:
			for _, element := range value {
				walk(name, element)
			}
		case string:
			if (name == "statement" || name == "statements" || name == "said") && !seen[value] {
				seen[value] = true
				ids = append(ids, value)
			}
		}
	}
	walk("", value)
	return ids
}

func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// writeJSONWith writes an answer as writeJSON does, with the rows of a sequence in a list of its own that is empty.
func writeJSONWith[T any](w io.Writer, answer any, list string, rows iter.Seq2[T, error]) error {
	var b bytes.Buffer
	if err := writeJSON(&b, answer); err != nil {
		return err
	}
	before, after, ok := strings.Cut(b.String(), "\n  "+strconv.Quote(list)+": []") // no text has an open quotation mark
	if !ok {
		return fmt.Errorf("write JSON: the list %q is not empty", list)
	}
	if _, err := io.WriteString(w, before+"\n  "+strconv.Quote(list)+": ["); err != nil {
		return err
	}
	comma := ""
	for row, err := range rows {
		if err != nil {
			return err
		}
		b.Reset()
		encoder := json.NewEncoder(&b)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("    ", "  ")
		if err := encoder.Encode(row); err != nil {
			return err
		}
		if _, err := io.WriteString(w, comma+"\n    "+strings.TrimSuffix(b.String(), "\n")); err != nil {
			return err
		}
		comma = ","
	}
	if comma != "" {
		after = "\n  ]" + after
	} else {
		after = "]" + after
	}
	_, err := io.WriteString(w, after)
	return err
}

func writeJSONLines[T any](w io.Writer, values []T) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, value := range values {
		if err := encoder.Encode(value); err != nil {
			return err
		}
	}
	return nil
}

func (l listing) writeCSV(w io.Writer) error {
	writer := csv.NewWriter(w)
	record := make([]string, len(l.columns))
	for i, c := range l.columns {
		record[i] = strings.ReplaceAll(c.name, " ", "_")
	}
	if err := writer.Write(record); err != nil {
		return err
	}
	for _, row := range l.rows {
		for i, cell := range row {
			record[i] = export.Defused(oneLine(cell))
		}
		if err := writer.Write(record); err != nil {
			return err
		}
	}
	writer.Flush()
	return writer.Error()
}

// table fills a table of go-pretty, which knows how wide the letters of all scripts are. Columns that keep refuses are
// left out, long ones cut to room, if that is more than 0.
func (l listing) table(room int, keep func(i int) bool) table.Writer {
	t := table.NewWriter()
	cells := func(cell func(i int) string) table.Row {
		var row table.Row
		for i := range l.columns {
			if keep(i) {
				row = append(row, cell(i))
			}
		}
		return row
	}
	t.AppendHeader(cells(func(i int) string { return l.columns[i].name }))
	for _, row := range l.rows {
		t.AppendRow(cells(func(i int) string {
			cell := oneLine(row[i])
			if room > 0 && l.columns[i].long {
				cell = text.Snip(cell, room, "…")
			}
			return cell
		}))
	}
	return t
}

// width is that of a column, its name included.
func (l listing) width(i int) int {
	width := text.StringWidth(l.columns[i].name)
	for _, row := range l.rows {
		width = max(width, text.StringWidth(oneLine(row[i])))
	}
	return width
}

// widthOf is that of so many columns beside each other, from the first, without the long one.
func (l listing) widthOf(columns int) int {
	width := -gap
	for i, c := range l.columns[:columns] {
		if !c.long {
			width += gap + l.width(i)
		}
	}
	return width
}

// shortened gives the listing with the short names of its columns.
func (l listing) shortened() listing {
	columns := make([]column, len(l.columns))
	for i, c := range l.columns {
		c.name = cmp.Or(c.short, c.name)
		columns[i] = c
	}
	l.columns = columns
	return l
}

// long is the place of the long column, or -1.
func (l listing) long() int {
	return slices.IndexFunc(l.columns, func(c column) bool { return c.long })
}

const (
	// gap is the number of spaces between two columns.
	gap = 2
	// minLong is the least width of a long column. Where there is less, it goes under its row.
	minLong = 40
)

// render gives the table without lines between the cells. Where a terminal has no room for a row, the long column goes
// under it; where it has none for the others either, their names are shortened, and then the last ones go under it too.
func (l listing) render(s screen) string {
	whole, beside, room := l, len(l.columns), 0
	under := false
	if long := l.long(); s.width > 0 && long >= 0 {
		room = s.width - l.widthOf(beside) - gap
		under = room < minLong
	}
	if s.width > 0 && l.widthOf(beside) > s.width {
		l = l.shortened()
		for beside > 1 && l.widthOf(beside) > s.width {
			beside--
		}
	}
	t := l.table(room, func(i int) bool { return i < beside && !(under && l.columns[i].long) })
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Format.Header = text.FormatDefault
	style.Box.PaddingLeft, style.Box.PaddingRight = "", strings.Repeat(" ", gap)
	t.SetStyle(style)
	t.SuppressTrailingSpaces()
	var b strings.Builder
	row := -1 // the header
	for line := range strings.Lines(t.Render() + "\n") {
		if row < 0 {
			line = s.bold(strings.TrimSuffix(line, "\n")) + "\n"
		}
		b.WriteString(line)
		if row >= 0 && (under || beside < len(l.columns)) {
			whole.writeUnder(&b, row, beside, s.width)
		}
		row++
	}
	return b.String()
}

// writeUnder writes what has no room beside the first columns under their row: the other cells, named, and the long one.
func (l listing) writeUnder(b *strings.Builder, row, beside, width int) {
	const indent = "  "
	var lines []string
	for i, c := range l.columns {
		cell := oneLine(l.rows[row][i])
		if i < beside || c.long || cell == "" {
			continue
		}
		cell = c.name + " " + cell
		if last := len(lines) - 1; last >= 0 && text.StringWidth(indent+lines[last]+", "+cell) <= width {
			lines[last] += ", " + cell
		} else {
			lines = append(lines, cell)
		}
	}
	if i := l.long(); i >= 0 {
		lines = append(lines, text.Snip(oneLine(l.rows[row][i]), width-len(indent), "…"))
	}
	for _, line := range lines {
		b.WriteString(indent + line + "\n")
	}
}
