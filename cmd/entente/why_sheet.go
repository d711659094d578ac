package main

import (
	"io"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/queries"
)

// accountColumns are those of why in CSV: a row is a citation, and what belongs to its statement or its article stands in
// each.
var accountColumns = []string{
	"subject", "relation", "object", "polarity", "modality", "speaker", "via", "kinds", "phase", "valid", "place", "confidence", "review",
	"sentence", "date", "publisher", "title", "url", "article", "copy_of", "statement",
}

// writeAccounts writes every citation for and against the ties as CSV.
func writeAccounts(w io.Writer, answer queries.WhyAnswer) error {
	var l listing
	for _, name := range accountColumns {
		l.columns = append(l.columns, column{name: name})
	}
	for _, tie := range answer.Ties {
		for _, accounts := range [][]queries.Account{tie.For, tie.Against} {
			for _, a := range accounts {
				for _, c := range a.Citations {
					l.rows = append(l.rows, accountRow(tie, a, c))
				}
			}
		}
	}
	return l.writeCSV(w)
}

func accountRow(tie queries.WhyTie, a queries.Account, c graph.RecordCitation) []string {
	speaker, copyOf := "", ""
	if a.Speaker != nil {
		speaker = a.Speaker.Name
	}
	if a.CopyOf != nil && *a.CopyOf != uuid.Nil {
		copyOf = a.CopyOf.String()
	}
	return []string{
		tie.Subject.Name, string(tie.Relation), tie.Object.Name, string(a.Polarity), string(a.Modality), speaker, idName(c.Via),
		joined(stringsOf(c.Kinds)), orEmpty(c.Phase), orEmpty(c.Valid), idName(c.Place), c.Confidence.String(), string(a.Review),
		c.Sentence, string(a.Article.Date), a.Article.Publisher, a.Article.Title, a.Article.URL, a.Article.ID.String(), copyOf,
		a.Statement.String(),
	}
}

// orEmpty gives a word, or nothing where there is none.
func orEmpty[T ~string](word *T) string {
	if word == nil {
		return ""
	}
	return string(*word)
}

// idName gives the name in an id, or nothing where there is none.
func idName(id *graph.ID) string {
	if id == nil {
		return ""
	}
	return id.Name()
}
