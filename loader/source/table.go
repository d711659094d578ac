package source

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"entente.example/graph"
)

// readTable reads a table with a head, one article a row: separated by commas, semicolons (as spreadsheets in Europe
// write) or tabs.
func readTable(in input) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		if err := readRows(in, yield); err != nil {
			yield(graph.Document{}, err)
		}
	}
}

func readRows(in input, yield func(graph.Document, error) bool) error {
	text, err := decodedReader(in)
	if err != nil {
		return err
	}
	buffer := bufio.NewReaderSize(text, sniffBytes)
	budget := &ration{reader: buffer, most: wrapping * in.maxSize}
	rows := csv.NewReader(budget)
	rows.Comma, rows.LazyQuotes, rows.FieldsPerRecord, rows.ReuseRecord = commaOf(buffer), true, -1, true
	head, err := rows.Read()
	if errors.Is(err, io.EOF) {
		return ErrEmpty
	}
	if err != nil {
		return tableError(err)
	}
	columns := newColumns(head)
	if columns.isOwnTable() {
		return ErrOwn
	}
	if !columns.has(fieldText) {
		return &Error{
			Name: "", Err: fmt.Errorf("%w: no column with a text among %q", ErrRecord, cutText(strings.Join(head, ", "), 200)),
			Hint: "name the columns text, title, url, publisher and published",
		}
	}
	for seen := false; ; seen = true {
		budget.used = 0
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			if !seen {
				return ErrEmpty
			}
			return nil
		}
		line := 1
		if err == nil {
			line, _ = rows.FieldPos(0)
		}
		var doc graph.Document
		var wrong *csv.ParseError
		if errors.As(err, &wrong) {
			line = wrong.StartLine
		} else if err != nil {
			return tableError(err) // the stream has broken
		}
		place := fmt.Sprintf(":%d", line)
		in.at(place)
		if err == nil {
			doc, err = rowDocument(in, columns, row, place)
		} else {
			err = tableError(err)
		}
		if !yield(doc, err) {
			return nil
		}
		in.at("")
	}
}

func rowDocument(in input, columns columns, row []string, place string) (graph.Document, error) {
	for i, cell := range row {
		if utf8.ValidString(cell) {
			continue
		}
		text, note, err := decode([]byte(cell))
		if err != nil {
			return graph.Document{}, err
		}
		in.warn(note)
		row[i] = text
	}
	return columns.record(row).document(in, place)
}

func tableError(err error) error {
	var wrong *csv.ParseError
	if errors.As(err, &wrong) {
		return fmt.Errorf("%w: %w", ErrRecord, wrong.Err)
	}
	return err
}

// commaOf tells what separates the cells of the first line.
func commaOf(buffer *bufio.Reader) rune {
	head, _ := buffer.Peek(sniffBytes)
	line, _, _ := strings.Cut(string(head), "\n")
	best, most := ',', 0
	for _, comma := range []rune{',', '\t', ';', '|'} {
		if n := strings.Count(line, string(comma)); n > most {
			best, most = comma, n
		}
	}
	return best
}
