package dataset

import (
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Map says which columns of a table mean what.
type Map struct {
	// Name is that of the extractor ("import:NAME").
	Name string
	// Cite names the table where a row names no source.
	Cite string
	// head are the names of the columns of a table that has none.
	head []string
	// where are conditions, of which all must hold; rules tell the fields of a row.
	where []mapRule
	rules []mapRule
}

// mapRule is a row of a map: the field is what stands in the column, or what the column's value is translated to.
type mapRule struct {
	field string
	// columns are alternatives, each of which may be several columns ("year+month+day").
	columns []string
	// literal stands where there is no column.
	literal string
	// translation gives values for values; a key that ends in * holds for all that begin so. Nil: the value stands for itself.
	translation []pair
}

type pair struct{ key, value string }

// The fields that a map may tell.
var mapFields = []string{
	"subject", "object", "subject_type", "object_type", "relation", "polarity", "start", "end", "kind", "date", "source", "url",
	"title", "quote", "confidence",
}

//go:embed maps/*.csv
var mapFiles embed.FS

// Maps lists the names of the maps of the package.
func Maps() []string {
	entries, _ := mapFiles.ReadDir("maps")
	var names []string
	for _, entry := range entries {
		names = append(names, strings.TrimSuffix(entry.Name(), ".csv"))
	}
	return names
}

// KnownMap gives a map of the package.
func KnownMap(name string) (Map, bool) {
	file, err := mapFiles.Open("maps/" + name + ".csv")
	if err != nil {
		return Map{}, false
	}
	defer file.Close() //nolint:errcheck // it is in memory
	m, err := ReadMap(file)
	if err != nil {
		panic(fmt.Sprintf("map %s: %v", name, err)) // a test reads it
	}
	return m, true
}

// ReadMap reads a map: a table with the columns field, column and as.
func ReadMap(r io.Reader) (Map, error) {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord, rows.Comment = -1, '#'
	head, err := rows.Read()
	if err != nil {
		return Map{}, fmt.Errorf("read map: %w", err)
	}
	if len(head) < 2 || strings.TrimPrefix(head[0], "\ufeff") != "field" || head[1] != "column" {
		return Map{}, fmt.Errorf("read map: the columns are %q, and must be field, column and as", head)
	}
	var m Map
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Map{}, fmt.Errorf("read map: %w", err)
		}
		line, _ := rows.FieldPos(0)
		if err := m.add(append(row, "", "")[:3]); err != nil {
			return Map{}, fmt.Errorf("read map: line %d: %w", line, err)
		}
	}
	for _, field := range []string{"subject", "object", "relation"} {
		if !slices.ContainsFunc(m.rules, func(r mapRule) bool { return r.field == field }) {
			return Map{}, fmt.Errorf("read map: nothing tells the %s", field)
		}
	}
	if m.Name == "" || strings.ContainsAny(m.Name, " \t\n:") {
		return Map{}, fmt.Errorf("read map: the name %q is none", m.Name)
	}
	return m, nil
}

func (m *Map) add(row []string) error {
	field, column, as := strings.TrimSpace(row[0]), strings.TrimSpace(row[1]), strings.TrimSpace(row[2])
	switch field {
	case "name":
		m.Name = as
		return nil
	case "cite":
		m.Cite = as
		return nil
	case "head":
		m.head = strings.Fields(as)
		return nil
	case "where":
	default:
		if !slices.Contains(mapFields, field) {
			return fmt.Errorf("the field %q is none of %s", field, strings.Join(mapFields, ", "))
		}
	}
	rule := mapRule{field: field}
	if column == "" {
		rule.literal = as
		m.rules = append(m.rules, rule)
		return nil
	}
	rule.columns = strings.Split(column, "|")
	if as == "@cow" {
		rule.translation = cowStates()
	} else if strings.Contains(as, "=") {
		for part := range strings.SplitSeq(as, ";") {
			key, value, ok := strings.Cut(strings.TrimSpace(part), "=")
			if !ok {
				return fmt.Errorf("%q is no value=value", part)
			}
			rule.translation = append(rule.translation, pair{key, value})
		}
	} else if as != "" {
		rule.translation = []pair{{as, as}}
	}
	if field == "where" {
		m.where = append(m.where, rule)
	} else {
		m.rules = append(m.rules, rule)
	}
	return nil
}

// translate gives what a value stands for, or an empty text.
func (r mapRule) translate(value string) string {
	if r.translation == nil {
		return value
	}
	best, length := "", -1
	for _, p := range r.translation {
		prefix, open := strings.CutSuffix(p.key, "*")
		switch {
		case strings.EqualFold(p.key, value) || isSameNumber(p.key, value):
			return p.value
		case open && strings.HasPrefix(value, prefix) && len(prefix) > length:
			best, length = p.value, len(prefix)
		}
	}
	return best
}

// isSameNumber reports whether two values are one number: statistics programs write 1 as 1.0.
func isSameNumber(a, b string) bool {
	return a != "" && strings.TrimSuffix(a, ".0") == strings.TrimSuffix(b, ".0")
}
