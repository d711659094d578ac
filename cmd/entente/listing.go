package main

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// listing is an answer that can be shown as rows.
type listing struct {
	columns []column
	rows    [][]string
	// whole is the answer as JSON has it; values are its rows, one a line in JSON lines.
	whole  any
	values []any
}

// column is one column of a listing. A long one gives way on a terminal: it is cut to what the others leave.
type column struct {
	name string
	long bool
}

// minLong is the least width of a long column.
const minLong = 24

func (l listing) write(w io.Writer, format string, s screen) error {
	switch format {
	case "json":
		return writeJSON(w, l.whole)
	case "jsonl":
		return writeJSONLines(w, l.values)
	case "csv":
		return l.writeCSV(w)
	case "md":
		_, err := io.WriteString(w, l.table(screen{}).RenderMarkdown()+"\n")
		return err
	}
	_, err := io.WriteString(w, l.render(s))
	return err
}

func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
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
			record[i] = defused(oneLine(cell))
		}
		if err := writer.Write(record); err != nil {
			return err
		}
	}
	writer.Flush()
	return writer.Error()
}

// defused keeps a cell from being run as a formula by a spreadsheet: cells are the words of strangers.
func defused(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// table fills a table of go-pretty, which knows how wide the letters of all scripts are.
func (l listing) table(s screen) table.Writer {
	t := table.NewWriter()
	header := make(table.Row, len(l.columns))
	for i, c := range l.columns {
		header[i] = c.name
	}
	t.AppendHeader(header)
	room := l.room(s)
	for _, row := range l.rows {
		cells := make(table.Row, len(row))
		for i, cell := range row {
			cell = oneLine(cell)
			if room > 0 && l.columns[i].long {
				cell = text.Snip(cell, room, "…")
			}
			cells[i] = cell
		}
		t.AppendRow(cells)
	}
	return t
}

// room is the width that the other columns leave to a long one, or 0 where there is no end to it.
func (l listing) room(s screen) int {
	if s.width == 0 {
		return 0
	}
	room, long := s.width-gap*(len(l.columns)-1), 0
	for i, c := range l.columns {
		if c.long {
			long++
			continue
		}
		width := text.StringWidth(c.name)
		for _, row := range l.rows {
			width = max(width, text.StringWidth(oneLine(row[i])))
		}
		room -= width
	}
	if long == 0 {
		return 0
	}
	return max(room/long, minLong)
}

// gap is the number of spaces between two columns.
const gap = 2

// render gives the table without lines between the cells.
func (l listing) render(s screen) string {
	t := l.table(s)
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Format.Header = text.FormatDefault
	style.Box.PaddingLeft, style.Box.PaddingRight = "", strings.Repeat(" ", gap)
	if s.color {
		style.Color.Header = text.Colors{text.Bold}
	}
	t.SetStyle(style)
	t.SuppressTrailingSpaces()
	return t.Render() + "\n"
}
