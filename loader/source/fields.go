package source

import (
	_ "embed"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"entente.example/graph"
)

// The fields of an article that records of other programs hold under names of their own. fieldList is where a document
// of JSON holds its records, fieldRecord where a record holds the article.
const (
	fieldText      = "text"
	fieldTitle     = "title"
	fieldURL       = "url"
	fieldPublisher = "publisher"
	fieldPublished = "published"
	fieldLanguage  = "language"
	fieldStatus    = "status"
	fieldArchive   = "archive"
	fieldID        = "id"
	fieldList      = "list"
	fieldRecord    = "record"
)

//go:embed data/fields.csv
var fieldsCSV string

// fieldNames gives for each field the names under which it is found, the best first: paths of folded names, joined by
// dots.
var fieldNames = sync.OnceValue(func() map[string][]string {
	names := map[string][]string{}
	reader := csv.NewReader(strings.NewReader(fieldsCSV))
	for first := true; ; first = false {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			panic(fmt.Sprintf("data/fields.csv: %v", err)) // a test reads it
		}
		if !first {
			names[row[0]] = append(names[row[0]], row[1])
		}
	}
})

// fold brings the name of a field to the form of the table: "Publish_Date" and "publishDate" are publishdate.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// record is an article as another program wrote it: its fields by their folded names.
type record map[string]any

// lookup gives the text of the first of the field's names that has one.
func (r record) lookup(field string) string {
	for _, name := range fieldNames()[field] {
		if text := textOf(r.at(name)); strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

// at follows a path into a record.
func (r record) at(path string) any {
	var value any = map[string]any(r)
	for name := range strings.SplitSeq(path, ".") {
		object, ok := value.(map[string]any)
		if !ok {
			return nil
		}
		value = object[name]
	}
	return value
}

// textOf writes a value as text: paragraphs where it is a list of them.
func textOf(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case []any:
		var parts []string
		for _, part := range v {
			if s, ok := part.(string); ok {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, "\n\n")
	}
	return ""
}

// folded gives a value of JSON with the names of its objects folded; the first of two that fold alike counts.
func folded(value any) any {
	switch v := value.(type) {
	case map[string]any:
		names := make([]string, 0, len(v))
		for name := range v {
			names = append(names, name)
		}
		slices.Sort(names)
		object := make(map[string]any, len(v))
		for _, name := range names {
			if key := fold(name); object[key] == nil {
				object[key] = folded(v[name])
			}
		}
		return object
	case []any:
		for i := range v {
			v[i] = folded(v[i])
		}
	}
	return value
}

// document makes the article of a record, which stands at that place of the file.
func (r record) document(in input, place string) (graph.Document, error) {
	if r.isOwn() {
		return graph.Document{}, ErrOwn
	}
	text := r.lookup(fieldText)
	for _, name := range fieldNames()[fieldRecord] {
		if inner, ok := r.at(name).(map[string]any); text == "" && ok && record(inner).lookup(fieldText) != "" {
			return record(inner).document(in, place)
		}
	}
	if text == "" {
		return graph.Document{}, r.noText()
	}
	if isBinary([]byte(text)) {
		return graph.Document{}, ErrBinary
	}
	if hasMarkup(text) {
		text = plainOf(text)
	}
	if m := cutOff.FindString(text); m != "" {
		in.warn(fmt.Sprintf("its text is cut off (%q)", m))
		text = strings.TrimSuffix(text, m)
	}
	known := facts{
		Appearance: graph.Appearance{
			Title: plainTitle(r.lookup(fieldTitle)), URL: webAddress(r.lookup(fieldURL)), Publisher: tidy(r.lookup(fieldPublisher)),
		},
		language: languageTag(r.lookup(fieldLanguage)),
	}
	if date := r.lookup(fieldPublished); date != "" {
		var ok bool
		if known.Published, ok = parseDate(date); !ok {
			in.warn(fmt.Sprintf("the date %q cannot be read", cutText(date, 40)))
		}
	}
	if status, ok := parseStatus(r.lookup(fieldStatus)); ok {
		known.status = status
	}
	if archive := r.lookup(fieldArchive); isWebAddress(archive) {
		known.archive = archive
	}
	name := in.name
	in.name = "" // the file's name dates all of its records alike, so none
	doc, err := composeFacts(in, text, known)
	if err != nil {
		return doc, err
	}
	doc.Name = r.name(name, place)
	return doc, nil
}

// name is what the article goes by in reports: its id, else its address, else where it stands.
func (r record) name(file, place string) string {
	if id := tidy(r.lookup(fieldID)); id != "" && len(id) <= 200 {
		return id
	}
	if address := webAddress(r.lookup(fieldURL)); address != "" {
		return address
	}
	return file + place
}

// noText tells which fields there are where none is the text.
func (r record) noText() error {
	names := make([]string, 0, len(r))
	for name := range r {
		names = append(names, name)
	}
	slices.Sort(names)
	if len(names) == 0 {
		return fmt.Errorf("%w: it is empty", ErrRecord)
	}
	more := ""
	if len(names) > 12 {
		names, more = names[:12], ", ..."
	}
	return fmt.Errorf("%w: no field with a text among %s%s", ErrRecord, strconv.Quote(strings.Join(names, ", ")), more)
}

// columns are the head of a table: for each cell, the folded name of its column.
type columns []string

func newColumns(head []string) columns {
	folded := make(columns, len(head))
	for i, name := range head {
		parts := strings.Split(name, ".")
		for k, part := range parts {
			parts[k] = fold(part)
		}
		folded[i] = strings.Join(parts, ".")
	}
	return folded
}

func (c columns) has(field string) bool {
	return slices.ContainsFunc(fieldNames()[field], func(name string) bool { return slices.Contains(c, name) })
}

// known counts the fields of an article that have a column.
func (c columns) known() int {
	n := 0
	for _, field := range []string{fieldText, fieldTitle, fieldURL, fieldPublisher, fieldPublished, fieldLanguage, fieldID} {
		if c.has(field) {
			n++
		}
	}
	return n
}

// record gives a row as a record; a name with dots is a path into it.
func (c columns) record(row []string) record {
	r := record{}
	for i, cell := range row {
		if i >= len(c) || cell == "" {
			continue
		}
		object := map[string]any(r)
		path := strings.Split(c[i], ".")
		for _, name := range path[:len(path)-1] {
			inner, ok := object[name].(map[string]any)
			if !ok {
				inner = map[string]any{}
				object[name] = inner
			}
			object = inner
		}
		if last := path[len(path)-1]; object[last] == nil {
			object[last] = cell
		}
	}
	return r
}
