package export

import (
	"encoding/csv"
	"io"
	"iter"
	"strconv"
	"strings"

	"entente.example/graph"
)

// gephiColumns head an edge list, by the names that Gephi knows; Label says how a tie is meant, since Gephi draws it, and
// Weight is the number of distinct sources.
var gephiColumns = [...]string{"Source", "Target", "Type", "Label", "Weight"}

// writeCSV writes one row a tie. Lists within a cell are separated by semicolons, lines end in LF, and a text that a
// spreadsheet would take for a formula gets a leading apostrophe, see [Defused]: of the formats, the tables alone do not
// give every text back letter for letter.
func writeCSV(w io.Writer, v view) error {
	columns := tieColumns()
	head := gephiColumns[:]
	for _, c := range columns {
		head = append(head, c.name)
	}
	return writeRows(w, head, func(yield func([]string) bool) {
		for _, t := range v.ties {
			row := []string{string(t.Subject), string(t.Object), edgeType(t, "Directed", "Undirected"), edgeTitle(t), strconv.Itoa(len(t.Sources))}
			for _, c := range columns {
				row = append(row, c.value(v.graph, t))
			}
			if !yield(row) {
				return
			}
		}
	})
}

// writeNodes writes one row an entity at the end of a tie: Gephi's table of nodes, which goes with the edges of CSV.
func writeNodes(w io.Writer, v view) error {
	columns := entityColumns()
	head := []string{"Id", "Label"}
	for _, c := range columns {
		head = append(head, c.name)
	}
	return writeRows(w, head, func(yield func([]string) bool) {
		for _, id := range drawnEnds(v.ties) {
			e := entityAt(v.graph, id)
			row := []string{string(id), e.Name}
			for _, c := range columns {
				row = append(row, c.value(v.graph, e))
			}
			if !yield(row) {
				return
			}
		}
	})
}

func writeRows(w io.Writer, head []string, rows iter.Seq[[]string]) error {
	table := csv.NewWriter(w)
	if err := table.Write(head); err != nil {
		return err
	}
	for row := range rows {
		for i, cell := range row {
			row[i] = Defused(cell)
		}
		if err := table.Write(row); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

// edgeType tells whether a tie has a direction.
func edgeType(t graph.Tie, directed, undirected string) string {
	if t.Relation.Symmetric() {
		return undirected
	}
	return directed
}

// Defused keeps a spreadsheet from running a cell of a table, whose words are those of strangers: it puts an apostrophe
// before what begins with = + - @, a tab or a return. A negative number stays one.
func Defused(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) || isNegative(cell) {
		return cell
	}
	return "'" + cell
}

// isNegative reports whether a text is a negative number in plain digits.
func isNegative(text string) bool {
	digits, found := strings.CutPrefix(text, "-")
	whole, part, isBroken := strings.Cut(digits, ".")
	isDigits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return found && isDigits(whole) && (!isBroken || isDigits(part))
}

func listed[T ~string](words []T) string {
	return strings.ReplaceAll(joined(words), ", ", ";")
}
