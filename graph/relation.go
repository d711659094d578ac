package graph

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Relation is one of the eleven kinds of tie between two entities. In RDF it is the predicate.
type Relation string

const (
	Backs        Relation = "backs"
	AlliedWith   Relation = "allied_with"
	Fights       Relation = "fights"
	Opposes      Relation = "opposes"
	Leads        Relation = "leads"
	MemberOf     Relation = "member_of"
	Captured     Relation = "captured"
	Controls     Relation = "controls"
	Attacked     Relation = "attacked"
	WithdrewFrom Relation = "withdrew_from"
	DeployedTo   Relation = "deployed_to"
)

// RelationRow is what relations.csv tells of a relation.
type RelationRow struct {
	Relation Relation
	// Label and Inverse read between subject and object, and between object and subject.
	Label, Inverse string
	// ObjectIsPlace tells captured and its kin from ties between two actors.
	ObjectIsPlace bool
	// Symmetric relations have no direction: their ends are kept in the order of the ids.
	Symmetric bool
	// Event relations happen at a date and can happen again.
	Event bool
	// Sign is +1 for a friendly tie, -1 for a hostile one, 0 for neither.
	Sign int
	// PLOVER, CAMEO and UCDP hold the terms of those event data sets, separated by semicolons.
	PLOVER, CAMEO, UCDP string
}

//go:embed relations.csv
var relationsCSV string

var relationRows = sync.OnceValue(func() []RelationRow {
	rows, err := parseRelations(relationsCSV)
	if err != nil {
		panic(err) // the table is embedded; a test reads it
	}
	return rows
})

// Relations lists all relations in the order of relations.csv.
func Relations() []RelationRow { return slices.Clone(relationRows()) }

// Row gives the relation's row of relations.csv, or false where there is none.
func (r Relation) Row() (RelationRow, bool) {
	rows := relationRows()
	for i := range rows { // not row by row: they are wide, and this is asked of each statement
		if rows[i].Relation == r {
			return rows[i], true
		}
	}
	return RelationRow{}, false
}

// RelationSaid finds the relation that words are those of, by its name or as it reads in a sentence ("is a member of"), and tells
// whether they read from the object to the subject ("backed by").
func RelationSaid(words string) (found RelationRow, inverse, ok bool) {
	words = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(words), "_", " "))
	is := func(form string) bool {
		form = strings.ReplaceAll(form, "_", " ")
		return words == form || words == strings.TrimPrefix(form, "is ") || words == strings.TrimPrefix(form, "was ")
	}
	for _, row := range relationRows() {
		switch {
		case is(string(row.Relation)), is(row.Label):
			return row, false, true
		case is(row.Inverse):
			return row, true, true
		}
	}
	return RelationRow{}, false, false
}

// Symmetric reports whether the relation has no direction.
func (r Relation) Symmetric() bool { row, _ := r.Row(); return row.Symmetric }

// Event reports whether the relation happens at a date and can happen again.
func (r Relation) Event() bool { row, _ := r.Row(); return row.Event }

// Order gives the two ends as they are kept: as they are, or sorted where the relation has no direction.
func (r Relation) Order(subject, object ID) (ID, ID) {
	if r.Symmetric() && object < subject {
		return object, subject
	}
	return subject, object
}

func parseRelations(table string) ([]RelationRow, error) {
	reader := csv.NewReader(strings.NewReader(table))
	reader.Comment = '#'
	records, err := reader.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("relations.csv: %w", err)
	}
	signs := map[string]int{"+": 1, "-": -1, "0": 0}
	var rows []RelationRow
	for _, record := range records[1:] {
		sign, ok := signs[record[7]]
		if !ok {
			return nil, fmt.Errorf("relations.csv: %s: sign %q is none of + - 0", record[0], record[7])
		}
		rows = append(rows, RelationRow{
			Relation: Relation(record[0]), Label: record[1], Inverse: record[2],
			ObjectIsPlace: record[4] == "place", Symmetric: record[5] == "yes", Event: record[6] == "yes",
			Sign: sign, PLOVER: record[8], CAMEO: record[9], UCDP: record[10],
		})
	}
	return rows, nil
}
