package server

import (
	"encoding/csv"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/queries"
)

// rowList is one of the lists of rows that an answer has.
type rowList struct {
	name  string
	value reflect.Value
}

// listsOf gives the lists of structs that the answer has as its own fields, in their order: those that are paged, and
// whose elements are the rows of tables.
func listsOf(answer any) []rowList {
	v := reflect.ValueOf(answer)
	if v.Kind() != reflect.Struct {
		return nil
	}
	var lists []rowList
	for _, field := range reflect.VisibleFields(v.Type()) {
		if len(field.Index) == 1 && isRows(field.Type) {
			lists = append(lists, rowList{jsonName(field), v.FieldByIndex(field.Index)})
		}
	}
	return lists
}

// isRows reports whether a type is a list of structs that stand for themselves.
func isRows(t reflect.Type) bool {
	return t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct && !slices.Contains([]reflect.Type{
		reflect.TypeFor[queries.Source](), reflect.TypeFor[graph.Alias](), reflect.TypeFor[queries.Ref](), reflect.TypeFor[queries.WarRef](),
	}, t.Elem())
}

func jsonName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	if name == "" {
		return field.Name
	}
	return name
}

// pageOf cuts the lists of an answer, as if they were one, to at most limit rows after the first offset, and tells how
// many rows there are.
func pageOf(answer any, offset, limit int) (cut any, total int) {
	copied := reflect.New(reflect.TypeOf(answer)).Elem()
	copied.Set(reflect.ValueOf(answer))
	for _, field := range reflect.VisibleFields(copied.Type()) {
		if len(field.Index) != 1 || !isRows(field.Type) {
			continue
		}
		rows := copied.FieldByIndex(field.Index)
		n := rows.Len()
		from := min(max(offset-total, 0), n)
		to := min(max(offset+limit-total, 0), n)
		rows.Set(rows.Slice(from, max(from, to)))
		total += n
	}
	return copied.Interface(), total
}

// table is an answer as rows of text.
type table struct {
	columns []string
	rows    []map[string]string
}

// tableOf takes an answer apart: a row for each element of its lists, or of the innermost lists in them; what stands
// around a list is repeated in each of its rows. An answer without lists is one row.
func tableOf(answer any) *table {
	t := &table{}
	lists := listsOf(answer)
	for _, l := range lists {
		for i := range l.value.Len() {
			row := map[string]string{}
			if len(lists) > 1 {
				t.set(row, "list", l.name)
			}
			t.add(row, l.value.Index(i))
		}
	}
	switch {
	case len(lists) == 0:
		t.add(map[string]string{}, reflect.ValueOf(answer))
	case len(t.rows) == 0: // then the header stands alone
		t.add(map[string]string{}, reflect.Zero(lists[0].value.Type().Elem()))
		t.rows = nil
	}
	return t
}

// add adds the rows of a struct to the table, each with what row has already.
func (t *table) add(row map[string]string, v reflect.Value) {
	type part struct {
		list  string
		value reflect.Value
	}
	var inner []part
	lists := map[string]bool{}
	for _, field := range reflect.VisibleFields(v.Type()) {
		if field.Anonymous || !field.IsExported() { // what is embedded stands as fields of its own
			continue
		}
		value := v.FieldByIndex(field.Index)
		if isRows(field.Type) {
			lists[jsonName(field)] = true
			for i := range value.Len() {
				inner = append(inner, part{jsonName(field), value.Index(i)})
			}
			continue
		}
		t.cell(row, jsonName(field), value)
	}
	if len(inner) == 0 {
		t.rows = append(t.rows, row)
		return
	}
	for _, element := range inner {
		more := map[string]string{}
		for name, text := range row {
			more[name] = text
		}
		if len(lists) > 1 {
			t.set(more, "in", element.list)
		}
		t.add(more, element.value)
	}
}

// cell puts a value into one column, or a struct that refers to something into several.
func (t *table) cell(row map[string]string, name string, v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v = reflect.Zero(v.Type().Elem())
		} else {
			v = v.Elem()
		}
	}
	switch value := v.Interface().(type) {
	case queries.Ref:
		t.set(row, name, string(value.ID))
		t.set(row, name+"Name", value.Name)
	case queries.ArticleRef:
		t.set(row, name, idText(value.ID))
		for _, part := range [][2]string{
			{"title", value.Title}, {"publisher", value.Publisher}, {"grade", value.Grade}, {"url", value.URL}, {"date", string(value.Date)}, {"status", string(value.Status)},
		} {
			t.set(row, part[0], part[1])
		}
	case queries.Evidence:
		t.set(row, "sentence", value.Sentence)
		t.cell(row, "article", reflect.ValueOf(value.Article))
	case queries.TieRow:
		t.set(row, name+"Subject", string(value.Subject.ID))
		t.set(row, name+"Relation", string(value.Relation))
		t.set(row, name+"Object", string(value.Object.ID))
		t.set(row, name+"Polarity", string(value.Polarity))
		t.set(row, name+"Kinds", strings.Join(stringsOf(value.Kinds), ";"))
		t.set(row, name+"Sources", fmt.Sprint(len(value.Sources)))
		t.set(row, name+"Sentence", value.Evidence.Sentence)
		t.set(row, name+"Article", idText(value.Evidence.Article.ID))
		t.set(row, name+"Date", string(value.Evidence.Article.Date))
		ids := make([]string, len(value.Statements))
		for i, id := range value.Statements {
			ids[i] = idText(id)
		}
		t.set(row, name+"Statements", strings.Join(ids, ";"))
	case []queries.Source:
		names := make([]string, len(value))
		for i, source := range value {
			names[i] = source.Name
		}
		t.set(row, name, strings.Join(names, ";"))
	case graph.Marks:
		for _, mark := range []struct {
			name string
			span graph.Span
		}{{"subject", value.Subject}, {"trigger", value.Trigger}, {"object", value.Object}} {
			t.set(row, mark.name+"Mark", fmt.Sprintf("%d-%d", mark.span[0], mark.span[1]))
		}
	case graph.Span:
		t.set(row, name, fmt.Sprintf("%d-%d", value[0], value[1]))
	case uuid.UUID:
		t.set(row, name, idText(value))
	default:
		t.set(row, name, plain(v))
	}
}

func idText(id uuid.UUID) string {
	if id == uuid.Nil {
		return ""
	}
	return id.String()
}

// plain writes a value, and the elements of a list separated by semicolons.
func plain(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Slice:
		words := make([]string, v.Len())
		for i := range words {
			words[i] = plain(v.Index(i))
		}
		return strings.Join(words, ";")
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return plain(v.Elem())
	case reflect.Struct:
		switch value := v.Interface().(type) {
		case graph.Alias:
			return value.Name
		case queries.Ref:
			return string(value.ID)
		case queries.WarRef:
			return value.Name
		case queries.TieRow:
			return tieKey(value.Subject.ID, value.Relation, value.Object.ID)
		}
		return fmt.Sprintf("%+v", v.Interface())
	}
	return fmt.Sprint(v.Interface())
}

func (t *table) set(row map[string]string, column, text string) {
	if !slices.Contains(t.columns, column) {
		t.columns = append(t.columns, column)
	}
	row[column] = text
}

// writeCSV writes the rows under their columns. What a spreadsheet would run as a formula begins with an apostrophe.
func (t *table) writeCSV(w io.Writer) error {
	rows := csv.NewWriter(w)
	if err := rows.Write(t.columns); err != nil {
		return err
	}
	for _, row := range t.rows {
		record := make([]string, len(t.columns))
		for i, column := range t.columns {
			record[i] = export.Defused(row[column])
		}
		if err := rows.Write(record); err != nil {
			return err
		}
	}
	rows.Flush()
	return rows.Error()
}
