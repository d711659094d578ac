package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"entente.example/graph"
)

// csvColumns head an edge list. The first five are Gephi's own names; Weight is the number of distinct sources.
var csvColumns = [...]string{
	"Source", "Target", "Type", "Label", "Weight",
	"subject", "subjectType", "predicate", "object", "objectType",
	"polarity", "modality", "kinds", "phase", "valid",
	"statements", "against", "sources", "againstSources", "first", "last", "confidence",
	"sentence", "title", "url", "article", "fact",
}

// writeCSV writes one row a tie. Lists within a cell are separated by semicolons, lines end in LF, and a text that a
// spreadsheet would take for a formula (it begins with = + - @, a tab or a return) gets a leading apostrophe: of the
// formats, this one alone does not give every text back letter for letter.
func writeCSV(w io.Writer, v view) error {
	rows := csv.NewWriter(w)
	if err := rows.Write(csvColumns[:]); err != nil {
		return err
	}
	for _, t := range v.ties {
		if err := rows.Write(csvRow(v.graph, t)); err != nil {
			return err
		}
	}
	rows.Flush()
	return rows.Error()
}

func csvRow(g graph.Subgraph, t graph.Tie) []string {
	direction := "Directed"
	if t.Relation.Symmetric() {
		direction = "Undirected"
	}
	subject, _ := g.Entity(t.Subject)
	object, _ := g.Entity(t.Object)
	row := []string{
		string(t.Subject), string(t.Object), direction, relationLabel(t.Relation), strconv.Itoa(len(t.Sources)),
		g.Name(t.Subject), string(subject.Type), string(t.Relation), g.Name(t.Object), string(object.Type),
		string(t.Polarity), listed(t.Modalities), listed(t.Kinds), string(t.Phase), listed(t.Valids),
		strconv.Itoa(len(t.Statements)), strconv.Itoa(len(t.Against)),
		strconv.Itoa(len(t.Sources)), strconv.Itoa(len(t.AgainstSources)),
		string(t.First), string(t.Last), t.Confidence.String(),
		t.Sentence, t.Article.Title(), t.Article.URL(), t.Statements[0].Article.String(), t.Fact.String(),
	}
	for i, cell := range row {
		row[i] = defuse(cell)
	}
	return row
}

// defuse keeps a spreadsheet from running a text.
func defuse(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

func listed[T ~string](words []T) string {
	return strings.ReplaceAll(joined(words), ", ", ";")
}
