package dataset

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"entente.example/graph"
)

// Options say how a table is read.
type Options struct {
	// Resolve gives the entity that a name means on a day (or an unknown one); false: nobody knows it, and it becomes one
	// under the name that the table has. Nil: nobody knows any.
	Resolve func(name string, day graph.Valid) (graph.Entity, bool)
	// Publisher names the outlet of an address; nil: the address names nobody.
	Publisher func(address string) string
	// Skip is called with the line of each row that the map leaves out, and why; nil: never.
	Skip func(line int, reason string)
}

// ErrRow says that a row cannot be read as a fact; the error names its line.
var ErrRow = errors.New("no fact")

// ErrTable says that a table is not what its map is for.
var ErrTable = errors.New("not the table of this map")

// Read gives the reading of each row that states a fact. A bad row is an error beside an empty reading, and the rest
// follows; where the table lacks the columns of the map, or breaks off, that error is the last element.
func Read(r io.Reader, m Map, opts Options) iter.Seq2[graph.Reading, error] {
	return func(yield func(graph.Reading, error) bool) {
		buffer := bufio.NewReaderSize(r, 64<<10)
		first, _ := buffer.Peek(buffer.Size())
		rows := csv.NewReader(buffer)
		rows.Comma, rows.LazyQuotes, rows.FieldsPerRecord = commaOf(first), true, -1
		t := table{m: m, opts: opts}
		if err := t.readHead(rows); err != nil {
			yield(graph.Reading{}, err)
			return
		}
		for {
			cells, err := rows.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			var wrong *csv.ParseError
			if err != nil && !errors.As(err, &wrong) {
				yield(graph.Reading{}, err)
				return
			}
			line := 0
			if wrong != nil {
				line, err = wrong.StartLine, wrong.Err
			} else {
				line, _ = rows.FieldPos(0)
			}
			var reading graph.Reading
			stated := true
			if err == nil {
				reading, stated, err = t.row(cells, line)
			}
			if err != nil {
				err = fmt.Errorf("line %d: %w: %w", line, ErrRow, err)
			}
			if stated && !yield(reading, err) {
				return
			}
		}
	}
}

// commaOf tells what separates the cells.
func commaOf(head []byte) rune {
	line, _, _ := strings.Cut(string(head), "\n")
	best, most := ',', 0
	for _, comma := range []rune{',', '\t', ';'} {
		if n := strings.Count(line, string(comma)); n > most {
			best, most = comma, n
		}
	}
	return best
}

// table is a table while it is read.
type table struct {
	m       Map
	opts    Options
	columns map[string]int
}

func (t *table) readHead(rows *csv.Reader) error {
	head := t.m.head
	if head == nil {
		var err error
		if head, err = rows.Read(); err != nil {
			if errors.Is(err, io.EOF) {
				return fmt.Errorf("%w: it is empty", ErrTable)
			}
			return err
		}
	}
	t.columns = map[string]int{}
	for i, name := range head {
		if i == 0 {
			name = strings.TrimPrefix(name, "\ufeff")
		}
		if _, ok := t.columns[folded(name)]; !ok {
			t.columns[folded(name)] = i
		}
	}
	for _, field := range []string{"subject", "object"} {
		known := slices.ContainsFunc(t.m.rules, func(r mapRule) bool {
			return r.field == field && (r.columns == nil || slices.ContainsFunc(r.columns, t.has))
		})
		if !known {
			return fmt.Errorf("%w: no column for the %s among %s", ErrTable, field, strings.Join(head[:min(len(head), 12)], ", "))
		}
	}
	return nil
}

// folded brings a column's name to the form in which they are compared.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

func (t *table) has(column string) bool {
	for name := range strings.SplitSeq(column, "+") {
		if _, ok := t.columns[folded(name)]; !ok {
			return false
		}
	}
	return true
}

// row makes the reading of a row, or reports false where the map leaves it out.
func (t *table) row(cells []string, line int) (graph.Reading, bool, error) {
	skip := func(reason string) (graph.Reading, bool, error) {
		if t.opts.Skip != nil {
			t.opts.Skip(line, reason)
		}
		return graph.Reading{}, false, nil
	}
	for _, rule := range t.m.where {
		if value, _ := t.value(rule, cells); value == "" {
			return skip(strings.Join(rule.columns, "|") + " is not as the map wants it")
		}
	}
	f := fact{}
	for _, rule := range t.m.rules {
		value, column := t.value(rule, cells)
		if value != "" {
			f.set(rule.field, value, column)
		}
	}
	switch {
	case f.relation == "":
		return skip("no relation")
	case f.subject.value == "" || f.object.value == "":
		return graph.Reading{}, true, errors.New("an actor has no name")
	}
	reading, err := t.reading(f, cells)
	return reading, true, err
}

// value gives what a rule tells of a row, and the column that it comes from.
func (t *table) value(rule mapRule, cells []string) (value, column string) {
	if rule.columns == nil {
		return rule.literal, ""
	}
	for _, column := range rule.columns {
		var parts []string
		for name := range strings.SplitSeq(column, "+") {
			if i, ok := t.columns[folded(name)]; ok && i < len(cells) {
				if cell := strings.TrimSpace(cells[i]); cell != "" && cell != "NA" && cell != "." {
					parts = append(parts, cell)
				}
			}
		}
		if text := rule.translate(strings.Join(parts, "-")); len(parts) > 0 && text != "" {
			return text, column
		}
	}
	return "", ""
}

// fact is what a map tells of a row.
type fact struct {
	subject, object           named
	relation                  graph.Relation
	polarity                  string
	start, end, date          string
	kinds                     []string
	source, url, title, quote string
	confidence                string
	columns                   []string // that tell something, in the order of the map
}

// named is an end of a fact, as the table has it, and its type.
type named struct{ value, kind string }

func (f *fact) set(field, value, column string) {
	if column != "" && !slices.Contains(f.columns, column) && field != "quote" {
		f.columns = append(f.columns, column)
	}
	text := map[string]*string{
		"subject": &f.subject.value, "object": &f.object.value, "subject_type": &f.subject.kind, "object_type": &f.object.kind,
		"relation": (*string)(&f.relation), "polarity": &f.polarity, "start": &f.start, "end": &f.end, "date": &f.date,
		"source": &f.source, "url": &f.url, "title": &f.title, "quote": &f.quote, "confidence": &f.confidence,
	}[field]
	switch {
	case field == "kind":
		f.kinds = append(f.kinds, strings.Split(value, "+")...)
	case *text == "":
		*text = value
	}
}

// reading makes the article and the statement of a fact.
func (t *table) reading(f fact, cells []string) (graph.Reading, error) {
	valid, day, err := f.valid()
	if err != nil {
		return graph.Reading{}, err
	}
	sentence, marks := t.sentence(f, cells)
	text := sentence
	if f.quote != "" {
		text = quotation(f.quote)
		marks = graph.Marks{Subject: find(text, f.subject.value), Object: find(text, f.object.value)}
		sentence, text = text, text+"\n\n"+sentence
	}
	published, _ := parseDay(f.date)
	publisher := f.source
	if publisher == "" && f.url != "" && t.opts.Publisher != nil {
		publisher = t.opts.Publisher(f.url)
	}
	if publisher == "" {
		publisher = t.m.Cite
	}
	doc := graph.NewDocument("", text, graph.Appearance{URL: webAddress(f.url), Publisher: publisher, Published: published, Title: f.title})
	r := graph.Reading{Article: doc.Article}
	r.Article.Extractor = "import:" + t.m.Name
	subject, object := t.entity(f.subject, day), t.entity(f.object, day)
	r.Entities = []graph.Entity{subject, object}
	s, err := f.statement(doc, subject.ID, object.ID)
	if err != nil {
		return graph.Reading{}, err
	}
	kinds, err := f.supportKinds()
	if err != nil {
		return graph.Reading{}, err
	}
	confidence := 100
	if f.confidence != "" {
		if confidence, err = strconv.Atoi(f.confidence); err != nil || confidence < 0 || confidence > 100 {
			return graph.Reading{}, fmt.Errorf("the confidence %q is no number from 0 to 100", f.confidence)
		}
	}
	s.Citations = []graph.Citation{{
		Sentence: sentence, Span: graph.Span{0, len(sentence)}, Marks: marks, Kinds: kinds, Valid: valid,
		Rule: "import." + t.m.Name, Extractor: r.Article.Extractor, Confidence: graph.Confidence(confidence),
	}}
	r.Statements = []graph.Statement{s}
	r.Normalize()
	return r, r.Statements[0].Validate()
}

func (f fact) statement(doc graph.Document, subject, object graph.ID) (graph.Statement, error) {
	s := graph.Statement{Article: doc.ID, Subject: subject, Relation: f.relation, Object: object, Polarity: graph.Affirmed}
	if _, ok := f.relation.Row(); !ok {
		return s, fmt.Errorf("the relation %q is unknown", f.relation)
	}
	if f.polarity != "" {
		polarity, modality, _ := strings.Cut(f.polarity, ":")
		s.Polarity, s.Modality = graph.Polarity(polarity), graph.Modality(modality)
		if s.Polarity == graph.Alleged && modality == "" {
			s.Modality = graph.Claimed
		}
	}
	return s, nil
}

func (f fact) supportKinds() ([]graph.Kind, error) {
	var kinds []graph.Kind
	for _, name := range f.kinds {
		kind := graph.Kind(strings.TrimSpace(name))
		if !slices.Contains(graph.Kinds(), kind) {
			return nil, fmt.Errorf("the kind %q is unknown", name)
		}
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	slices.Sort(kinds)
	return kinds, nil
}

// valid gives when the fact held, and the day on which its names are looked up.
func (f fact) valid() (valid, day graph.Valid, err error) {
	start, ok := parseDay(f.start)
	end, ok2 := parseDay(f.end)
	if f.start != "" && !ok || f.end != "" && !ok2 {
		return "", "", fmt.Errorf("the dates %q and %q cannot be read", f.start, f.end)
	}
	switch {
	case start == "" && end == "":
	case start == end:
		valid = start
	case end == "":
		valid = start
	case start == "":
		valid = "../" + end
	default:
		valid = start + "/" + end
	}
	if _, _, ok := valid.Bounds(); !ok {
		return "", "", fmt.Errorf("%s is no time", valid)
	}
	first, last, _ := valid.Bounds()
	if first == "" {
		first = last
	}
	if first == "" {
		date, _ := parseDay(f.date)
		first, _, _ = date.Bounds()
	}
	return valid, graph.Valid(first), nil
}

// parseDay reads a year, a month or a day as tables have them: 1976, 1976-2-1, 20200528, 1976.0.
func parseDay(s string) (graph.Valid, bool) {
	s = strings.TrimSuffix(strings.TrimSpace(s), ".0")
	if len(s) == 8 {
		if day, err := time.Parse("20060102", s); err == nil {
			return graph.Valid(day.Format(time.DateOnly)), true
		}
	}
	if i := strings.IndexAny(s, " T"); i == len(time.DateOnly) {
		s = s[:i]
	}
	for _, layout := range []struct{ in, out string }{
		{"2006", "2006"}, {"2006-1", "2006-01"}, {"2006-1-2", time.DateOnly}, {"2006/1/2", time.DateOnly}, {"1/2/2006", time.DateOnly}, {"02.01.2006", time.DateOnly},
	} {
		if day, err := time.Parse(layout.in, s); err == nil {
			return graph.Valid(day.Format(layout.out)), true
		}
	}
	return "", false
}

// sentence writes the cells that the map names, in the words of the table, and marks the ends in it.
func (t *table) sentence(f fact, cells []string) (string, graph.Marks) {
	var b strings.Builder
	var marks graph.Marks
	for _, column := range f.columns {
		for name := range strings.SplitSeq(column, "+") {
			i, ok := t.columns[folded(name)]
			if !ok || i >= len(cells) || strings.TrimSpace(cells[i]) == "" {
				continue
			}
			value := quotation(cells[i])
			if b.Len()+len(name)+len(value)+4 > graph.MaxSentence {
				continue
			}
			if b.Len() > 0 {
				b.WriteString("; ")
			}
			b.WriteString(name + ": ")
			mark := graph.Span{b.Len(), b.Len() + len(value)}
			b.WriteString(value)
			switch {
			case value == f.subject.value && marks.Subject.Len() == 0:
				marks.Subject = mark
			case value == f.object.value && marks.Object.Len() == 0:
				marks.Object = mark
			}
		}
	}
	return b.String(), marks
}

// quotation brings a cell into one line that a citation may hold.
func quotation(s string) string {
	s = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	for len(s) > graph.MaxSentence {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}

func find(text, name string) graph.Span {
	if i := strings.Index(text, name); i >= 0 && name != "" {
		return graph.Span{i, i + len(name)}
	}
	return graph.Span{}
}

func webAddress(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return quotation(s)
	}
	return ""
}
