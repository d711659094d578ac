package queries

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"entente.example/graph"
)

// ESDColumn is a column of the UCDP External Support Dataset that tells a kind of support, and the kinds that go there.
// Where there are none, an article does not decide the column. https://ucdp.uu.se/downloads/
type ESDColumn struct {
	Name  string
	Kinds []graph.Kind
}

// ESDColumns lists them, in the dataset's order.
func ESDColumns() []ESDColumn {
	return []ESDColumn{
		{"ext_x", []graph.Kind{graph.Troops, graph.Air}},
		{"ext_p", nil},
		{"ext_y", nil},
		{"ext_w", []graph.Kind{graph.Weapons}},
		{"ext_m", []graph.Kind{graph.Materiel}},
		{"ext_t", []graph.Kind{graph.Training}},
		{"ext_f", []graph.Kind{graph.Funding}},
		{"ext_i", []graph.Kind{graph.Intelligence}},
		{"ext_l", []graph.Kind{graph.Territory}},
	}
}

// CodedColumns are the names under which a coded table may have a field: supporter, recipient, year and kinds.
func CodedColumns(field string) []string {
	return map[string][]string{
		"supporter": {"supporter", "patron", "ext_name"},
		"recipient": {"recipient", "client", "proxy", "actor_name"},
		"year":      {"year"},
		"kinds":     {"kinds", "kind", "support"},
	}[field]
}

// NoColumnError says that a coded table lacks a field.
type NoColumnError struct{ Field string }

// Error names the field.
func (e *NoColumnError) Error() string { return "no column " + e.Field }

// CodedError is a row of a coded table that cannot be compared.
type CodedError struct {
	Line int
	Err  error
}

// ReadCoded reads a table that was coded by hand, whose names find resolves. Rows that cannot be read are told and left
// out. What ends the reading is a [*NoColumnError], an error of r, or that of a context that find gives.
func ReadCoded(r io.Reader, find func(name string) (graph.ID, error)) (coded []Coded, bad []CodedError, err error) {
	reader := csv.NewReader(r)
	reader.FieldsPerRecord = -1
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil, errors.New("it is empty")
	}
	if err != nil {
		return nil, nil, fmt.Errorf("its header: %w", err)
	}
	header[0] = strings.TrimPrefix(header[0], "\uFEFF")
	t := codedTable{at: map[string]int{}, names: map[string]graph.ID{}, find: find}
	for i, name := range header {
		t.at[strings.ToLower(strings.TrimSpace(name))] = i
	}
	for _, field := range []string{"supporter", "recipient", "year"} {
		if t.column(field) < 0 {
			return nil, nil, &NoColumnError{field}
		}
	}
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return coded, bad, nil
		}
		var parse *csv.ParseError
		if err != nil && !errors.As(err, &parse) {
			return nil, nil, err
		}
		line := 0
		var row Coded
		if parse != nil {
			line = parse.StartLine
		} else {
			line, _ = reader.FieldPos(0)
			row, err = t.row(record, line)
		}
		switch {
		case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
			return nil, nil, err
		case err != nil:
			bad = append(bad, CodedError{line, err})
		default:
			coded = append(coded, row)
		}
	}
}

// codedTable reads rows by the names of its columns.
type codedTable struct {
	at    map[string]int
	names map[string]graph.ID // that were looked up before
	find  func(name string) (graph.ID, error)
}

func (t *codedTable) column(field string) int {
	for _, name := range CodedColumns(field) {
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

func (t *codedTable) row(record []string, line int) (Coded, error) {
	row := Coded{Line: line}
	var err error
	if row.Year, err = strconv.Atoi(t.cell(record, t.column("year"))); err != nil {
		return row, fmt.Errorf("%q is no year", t.cell(record, t.column("year")))
	}
	for _, end := range []struct {
		field string
		id    *graph.ID
	}{{"supporter", &row.Supporter}, {"recipient", &row.Recipient}} {
		name := t.cell(record, t.column(end.field))
		found, ok := t.names[name]
		if !ok {
			if found, err = t.find(name); err != nil {
				return row, err
			}
			t.names[name] = found
		}
		*end.id = found
	}
	kinds := strings.FieldsFunc(t.cell(record, t.column("kinds")), func(r rune) bool { return strings.ContainsRune(" ,;|", r) })
	for _, name := range kinds {
		kind := graph.Kind(strings.ToLower(name))
		if !slices.Contains(graph.Kinds(), kind) {
			return row, fmt.Errorf("%q is no kind of support", name)
		}
		row.Kinds = append(row.Kinds, kind)
	}
	for _, c := range ESDColumns() {
		if i, ok := t.at[c.Name]; ok && t.cell(record, i) == "1" && len(c.Kinds) > 0 {
			row.Kinds = append(row.Kinds, c.Kinds[0])
		}
	}
	return row, nil
}
