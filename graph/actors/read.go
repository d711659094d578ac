package actors

import (
	"crypto/sha256"
	"embed"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"entente.example/graph"
)

//go:embed data/*.csv
var data embed.FS

var embedded = sync.OnceValues(func() (*Dictionary, error) {
	folder, err := fs.Sub(data, "data")
	if err != nil {
		return nil, fmt.Errorf("open embedded dictionary: %w", err)
	}
	return Read(folder)
})

var embeddedWars = sync.OnceValues(func() ([]War, error) {
	folder, err := fs.Sub(data, "data")
	if err != nil {
		return nil, fmt.Errorf("open embedded dictionary: %w", err)
	}
	d, err := (&Dictionary{}).With(folder, "wars.csv")
	if err != nil {
		return nil, err
	}
	return d.wars, nil
})

// EmbeddedWars gives the wars of the embedded dictionary, without reading the rest of it.
func EmbeddedWars() ([]War, error) {
	wars, err := embeddedWars()
	return slices.Clone(wars), err
}

// Embedded gives the dictionary that comes with entente. It is read once, on first use.
func Embedded() (*Dictionary, error) { return embedded() }

// Read gives the dictionary in a folder: all its files that end in .csv. References to entities that are not in it
// are no error (see [Dictionary.Lint]). An error names file and line.
func Read(fsys fs.FS) (*Dictionary, error) { return (&Dictionary{}).With(fsys) }

// With gives a dictionary with further rows, from the named files or else from all of the folder. A row replaces the one
// that has its id. The receiver stays as it is. An error names file and line.
func (d *Dictionary) With(fsys fs.FS, names ...string) (*Dictionary, error) {
	if len(names) == 0 {
		var err error
		if names, err = fs.Glob(fsys, "*.csv"); err != nil {
			return nil, fmt.Errorf("list dictionary files: %w", err)
		}
	}
	slices.Sort(names)
	contents := make([]string, len(names))
	digest := sha256.New()
	io.WriteString(digest, d.hash)
	for i, name := range names {
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read dictionary: %w", err)
		}
		fmt.Fprintf(digest, "%s %d\n", path.Base(name), len(content))
		digest.Write(content)
		contents[i] = string(content)
	}
	rows, err := readTables(names, contents)
	if err != nil {
		return nil, err
	}
	return d.add(rows, hex.EncodeToString(digest.Sum(nil))[:16]), nil
}

// readTables reads files side by side and joins their rows in the order of the files.
func readTables(names, contents []string) (table, error) {
	tables := make([]table, len(names))
	errs := make([]error, len(names))
	var wait sync.WaitGroup
	for i := range names {
		wait.Go(func() { errs[i] = tables[i].read(names[i], contents[i]) })
	}
	wait.Wait()
	var all table
	for _, t := range tables {
		all.entries = append(all.entries, t.entries...)
		all.wars = append(all.wars, t.wars...)
	}
	return all, errors.Join(errs...)
}

// table is the content of files, in their order.
type table struct {
	entries []*Entry
	wars    []War
}

// columns are those that each kind of file may have; the second, never another's, is by what a header is known.
var columns = map[string]string{
	"states": "iso3 name id from to capital adjectives nationals aliases former wikidata ucdp geonames",
	"actors": "type name id country from to part_of seat aliases former wikidata ucdp geonames",
	"people": "leads name id country member_of aliases former wikidata ucdp geonames",
	"places": "kind name id country lat lon part_of aliases former wikidata ucdp geonames",
	"wars":   "side_a name id countries side_b from to ucdp",
}

// read adds the rows of one file.
func (t *table) read(file, content string) error {
	records := newRecords(strings.TrimPrefix(content, "\uFEFF"))
	if err := records.read(); err != nil {
		return fmt.Errorf("read %s: header: %w", file, err)
	}
	kind, r, err := readHeader(records.cells)
	if err != nil {
		return fmt.Errorf("read %s:1: %w", file, err)
	}
	r.file = file
	slab := make([]Entry, 0, strings.Count(content, "\n")+1)
	for {
		if err = records.read(); errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", located(file, err), err)
		}
		r.cells, r.line = records.cells, records.line
		if r.cell(nameColumn) == "" {
			return fmt.Errorf("read %s:%d: the row has no name", file, r.line)
		}
		if kind == "wars" {
			t.wars = append(t.wars, r.war())
			continue
		}
		slab = append(slab, r.entry(kind))
		t.entries = append(t.entries, &slab[len(slab)-1])
	}
}

// located gives file:line of an error of package csv.
func located(file string, err error) string {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Sprintf("%s:%d", file, parse.Line)
	}
	return file
}

// column is one that a file may have.
type column int

const (
	nameColumn column = iota
	idColumn
	fromColumn
	toColumn
	typeColumn
	kindColumn
	countryColumn
	countriesColumn
	latColumn
	lonColumn
	capitalColumn
	seatColumn
	partOfColumn
	leadsColumn
	memberOfColumn
	adjectivesColumn
	nationalsColumn
	aliasesColumn
	formerColumn
	sideAColumn
	sideBColumn
	wikidataColumn
	ucdpColumn
	geonamesColumn
	columnCount
)

// title is what a header calls the column.
func (c column) title() string {
	return [columnCount]string{
		"name", "id", "from", "to", "type", "kind", "country", "countries", "lat", "lon", "capital", "seat", "part_of", "leads",
		"member_of", "adjectives", "nationals", "aliases", "former", "side_a", "side_b", "wikidata", "ucdp", "geonames",
	}[c]
}

// row gives access to the cells of a record by their columns.
type row struct {
	file  string
	line  int
	cells []string
	index [columnCount]int // one higher than the cell's; 0 where there is no such column
}

// readHeader tells by its columns what a file holds.
func readHeader(header []string) (kind string, r row, err error) {
	for i, title := range header {
		if slices.Contains(header[:i], title) {
			return "", r, fmt.Errorf("column %q stands twice", title)
		}
		for c := range columnCount {
			if c.title() == title {
				r.index[c] = i + 1
			}
		}
	}
	if r.index[nameColumn] == 0 {
		return "", r, fmt.Errorf("header %q has no column name", strings.Join(header, ","))
	}
	for _, k := range []string{"states", "actors", "people", "places", "wars"} {
		known := strings.Fields(columns[k])
		if !slices.Contains(header, known[0]) {
			continue
		}
		for _, title := range header {
			if !slices.Contains(known, title) {
				return "", r, fmt.Errorf("column %q is none of %s", title, k)
			}
		}
		return k, r, nil
	}
	return "", r, fmt.Errorf("header %q has none of the columns iso3, type, leads, kind, side_a, which tell what the rows are", strings.Join(header, ","))
}

func (r *row) cell(c column) string {
	if i := r.index[c]; i > 0 {
		return strings.TrimSpace(r.cells[i-1])
	}
	return ""
}

func (r *row) id() graph.ID {
	if id := r.cell(idColumn); id != "" {
		return idOf(id)
	}
	return idOf(r.cell(nameColumn))
}

// idOf is [graph.NewID] of a name alone, with a short cut for the plain names that most are.
func idOf(name string) graph.ID {
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_', c == '-', c == '\'', c == '.', c == '(', c == ')':
		case c == ' ' && i > 0 && name[i-1] != ' ' && i < len(name)-1:
		default:
			return graph.NewID(name, "")
		}
	}
	return graph.ID(strings.ReplaceAll(name, " ", "_"))
}

// entry reads the record as an entity.
func (r *row) entry(kind string) Entry {
	e := Entry{
		Entity: graph.Entity{
			ID: r.id(), Name: r.cell(nameColumn), Aliases: aliases(r.cell(aliasesColumn)),
			Wikidata: r.cell(wikidataColumn), UCDP: r.cell(ucdpColumn), GeoNames: r.cell(geonamesColumn),
		},
		Former: ids(r.cell(formerColumn)), File: r.file, Line: r.line,
	}
	if kind == "states" {
		e.Countries = []graph.ID{e.ID}
	} else if e.Countries = ids(r.cell(countryColumn)); len(e.Countries) == 1 {
		e.Country = e.Countries[0]
	}
	switch kind {
	case "states":
		e.Type, e.IsState = graph.State, true
		e.Existed = interval(r.cell(fromColumn), r.cell(toColumn))
		e.Capitals = dated(r.cell(capitalColumn), true)
		e.Adjectives, e.Nationals = list(r.cell(adjectivesColumn)), list(r.cell(nationalsColumn))
	case "actors":
		e.Type = graph.EntityType(r.cell(typeColumn))
		e.Existed = interval(r.cell(fromColumn), r.cell(toColumn))
		e.Seats = dated(r.cell(seatColumn), true)
	case "people":
		e.Type = graph.Person
		e.Leads, e.MemberOf = dated(r.cell(leadsColumn), false), dated(r.cell(memberOfColumn), false)
	case "places":
		e.Type, e.Kind = graph.Place, r.cell(kindColumn)
		e.Latitude, e.Longitude = r.cell(latColumn), r.cell(lonColumn)
	}
	if e.Parents = dated(r.cell(partOfColumn), false); len(e.Parents) > 0 {
		e.PartOf = latest(e.Parents)
	}
	return e
}

func (r *row) war() War {
	return War{
		Name: r.cell(nameColumn), ID: r.id(),
		Countries: ids(r.cell(countriesColumn)), SideA: dated(r.cell(sideAColumn), false), SideB: dated(r.cell(sideBColumn), false),
		From: graph.Valid(r.cell(fromColumn)), To: graph.Valid(r.cell(toColumn)), UCDP: r.cell(ucdpColumn),
		File: r.file, Line: r.line,
	}
}

// latest gives the id whose period ends last; of several, the first.
func latest(items []Dated) graph.ID {
	best, bestEnd := graph.ID(""), ""
	for _, item := range items {
		_, end, _ := item.When.Bounds()
		if end == "" {
			end = "9999"
		}
		if end > bestEnd {
			best, bestEnd = item.ID, end
		}
	}
	return best
}

// list splits a cell at its bars.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	items := make([]string, 0, strings.Count(cell, "|")+1)
	for item := range strings.SplitSeq(cell, "|") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// period cuts the EDTF period in brackets off an item.
func period(item string) (string, graph.Valid) {
	if !strings.HasSuffix(item, "]") {
		return item, ""
	}
	i := strings.LastIndexByte(item, '[')
	if i < 0 {
		return item, ""
	}
	return strings.TrimSpace(item[:i]), graph.Valid(item[i+1 : len(item)-1])
}

func aliases(cell string) []graph.Alias {
	if cell == "" {
		return nil
	}
	items := make([]graph.Alias, 0, strings.Count(cell, "|")+1)
	for item := range strings.SplitSeq(cell, "|") {
		if name, when := period(strings.TrimSpace(item)); name != "" {
			items = append(items, graph.Alias{Name: name, When: when})
		}
	}
	return items
}

// dated reads a list of names of towns, or of ids.
func dated(cell string, names bool) []Dated {
	if cell == "" {
		return nil
	}
	items := make([]Dated, 0, strings.Count(cell, "|")+1)
	for item := range strings.SplitSeq(cell, "|") {
		name, when := period(strings.TrimSpace(item))
		switch {
		case name == "":
		case names:
			items = append(items, Dated{Name: name, When: when})
		default:
			items = append(items, Dated{ID: idOf(name), When: when})
		}
	}
	return items
}

func ids(cell string) []graph.ID {
	if cell == "" {
		return nil
	}
	items := make([]graph.ID, 0, strings.Count(cell, "|")+1)
	for item := range strings.SplitSeq(cell, "|") {
		if name, _ := period(strings.TrimSpace(item)); name != "" {
			items = append(items, idOf(name))
		}
	}
	return items
}
