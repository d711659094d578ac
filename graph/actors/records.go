package actors

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// records reads the records of a CSV file as package csv does, with comments in lines that begin with #. Lines without
// quotes, as most are, it cuts where they stand in the file, which takes a fraction of the time; package csv reads the
// others.
type records struct {
	rest  string
	next  int      // line at which rest begins, the first being 1
	line  int      // of the record that was read last
	cells []string // of it, until the next is read
	first bool     // none was read yet
}

func newRecords(content string) *records { return &records{rest: content, next: 1, first: true} }

// read reads the next record. The error is io.EOF after the last one, or a [csv.ParseError].
func (r *records) read() error {
	for r.rest != "" {
		line, rest, _ := strings.Cut(r.rest, "\n")
		r.line = r.next
		switch text := strings.TrimSuffix(line, "\r"); {
		case text == "", text[0] == '#':
			r.rest = rest
			r.next++
			continue
		case strings.IndexByte(text, '"') >= 0:
			return r.quoted()
		default:
			r.rest = rest
			r.next++
			return r.cut(text)
		}
	}
	return io.EOF
}

// cut takes a line without quotes apart.
func (r *records) cut(line string) error {
	columns := len(r.cells)
	r.cells = r.cells[:0]
	for {
		cell, rest, more := strings.Cut(line, ",")
		r.cells = append(r.cells, cell)
		if !more {
			return r.count(columns)
		}
		line = rest
	}
}

// quoted reads a record with quotes, which may be of several lines.
func (r *records) quoted() error {
	reader := csv.NewReader(strings.NewReader(r.rest))
	reader.FieldsPerRecord = -1
	cells, err := reader.Read()
	if err != nil {
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			parse.StartLine += r.next - 1
			parse.Line += r.next - 1
		}
		return err
	}
	end := reader.InputOffset()
	r.next += strings.Count(r.rest[:end], "\n")
	r.rest = r.rest[end:]
	columns := len(r.cells)
	r.cells = append(r.cells[:0], cells...)
	return r.count(columns)
}

// count holds that all records have as many cells as the first.
func (r *records) count(columns int) error {
	if !r.first && len(r.cells) != columns {
		return &csv.ParseError{StartLine: r.line, Line: r.line, Column: 1, Err: csv.ErrFieldCount}
	}
	r.first = false
	return nil
}
