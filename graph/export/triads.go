package export

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"entente.example/graph"
)

// triad is a row of the UCDP External Support Dataset's shape: who supports whom against whom in which year.
type triad struct {
	supporter, recipient, opponent graph.ID
	year                           int
}

// support is what texts say of a triad.
type support struct {
	kinds    []graph.Kind
	affirmed bool

	ties []graph.Tie
}

// writeTriads writes one row a supporter, recipient, opponent and year, as the UCDP External Support Dataset has them: a
// column of 0 and 1 for each kind of support. Opponents are those whom the recipient fights in the graph; where none is
// known, the cell is empty. A year is one that a text names for the support, else that of the article. Only alleged
// support has alleged = 1.
func writeTriads(w io.Writer, v view) error {
	enemies := map[graph.ID][]graph.ID{}
	for _, t := range v.ties {
		if t.Relation == graph.Fights && t.Polarity != graph.Denied {
			enemies[t.Subject] = append(enemies[t.Subject], t.Object)
			enemies[t.Object] = append(enemies[t.Object], t.Subject)
		}
	}
	rows := map[triad]*support{}
	for _, t := range v.ties {
		if t.Relation != graph.Backs || t.Polarity == graph.Denied {
			continue
		}
		for _, s := range t.Statements {
			addTriads(rows, v.graph, enemies, t, s)
		}
	}
	keys := make([]triad, 0, len(rows))
	for key := range rows {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b triad) int {
		return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(a.supporter, b.supporter), cmp.Compare(a.recipient, b.recipient), cmp.Compare(a.opponent, b.opponent))
	})
	head := []string{"year", "supporter", "supporter_ucdp", "recipient", "recipient_ucdp", "opponent", "opponent_ucdp", "support", "alleged"}
	for _, kind := range graph.Kinds() {
		head = append(head, "support_"+string(kind))
	}
	head = append(head, "support_unknown", "sources", "denials", "sentence")
	return writeRows(w, head, func(yield func([]string) bool) {
		for _, key := range keys {
			if !yield(triadRow(v.graph, key, rows[key])) {
				return
			}
		}
	})
}

func addTriads(rows map[triad]*support, g graph.Subgraph, enemies map[graph.ID][]graph.ID, t graph.Tie, s graph.Statement) {
	article, _ := g.Article(s.Article)
	opponents := enemies[t.Object]
	if len(opponents) == 0 {
		opponents = []graph.ID{""}
	}
	for _, year := range yearsOf(s, article) {
		for _, opponent := range opponents {
			key := triad{t.Subject, t.Object, opponent, year}
			row := rows[key]
			if row == nil {
				row = &support{}
				rows[key] = row
			}
			row.affirmed = row.affirmed || s.Polarity == graph.Affirmed
			row.kinds = append(row.kinds, s.Kinds()...)
			row.ties = append(row.ties, t)
		}
	}
}

// maxYears is the longest support of which each year is a row; what lasts longer was hardly meant so.
const maxYears = 30

// yearsOf lists the years for which a statement speaks.
func yearsOf(s graph.Statement, article graph.Article) []int {
	dates := s.Valids()
	if len(dates) == 0 {
		dates = []graph.Valid{article.Date()}
	}
	var years []int
	for _, date := range dates {
		first, last, ok := date.Bounds()
		from, err := strconv.Atoi(first[:min(4, len(first))])
		if !ok || err != nil {
			continue
		}
		if last == "" { // still open when the article was written
			_, last, _ = article.Date().Bounds()
		}
		to, err := strconv.Atoi(last[:min(4, len(last))])
		if err != nil || to < from || to-from >= maxYears {
			to = from
		}
		for year := from; year <= to; year++ {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

func triadRow(g graph.Subgraph, key triad, row *support) []string {
	cells := []string{strconv.Itoa(key.year)}
	for _, id := range []graph.ID{key.supporter, key.recipient, key.opponent} {
		if id == "" {
			cells = append(cells, "", "")
			continue
		}
		e := entityAt(g, id)
		cells = append(cells, e.Name, e.UCDP)
	}
	bit := func(set bool) string {
		if set {
			return "1"
		}
		return "0"
	}
	cells = append(cells, "1", bit(!row.affirmed))
	for _, kind := range graph.Kinds() {
		cells = append(cells, bit(slices.Contains(row.kinds, kind)))
	}
	var sources []string
	denials, sentence := 0, ""
	for _, t := range row.ties {
		sources = append(sources, t.Sources...)
		denials = max(denials, len(t.Against))
		sentence = cmp.Or(sentence, t.Sentence)
	}
	slices.Sort(sources)
	return append(cells, bit(len(row.kinds) == 0), strconv.Itoa(len(slices.Compact(sources))), strconv.Itoa(denials), sentence)
}
