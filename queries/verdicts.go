package queries

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// VerdictRow is a verdict that stands, with the statement that it is on.
type VerdictRow struct {
	graph.Verdict
	// Counts says that it is the one that decides about the statement: see [graph.Deciding].
	Counts bool `json:"counts"`
	// Said is the statement as its article was read; null where that is away.
	Said *graph.Statement `json:"said"`
	// Subject, Object and Speaker are the names of what is said; of an edit, of what is said instead.
	Subject string `json:"subject"`
	Object  string `json:"object"`
	Speaker string `json:"speaker,omitempty"`
}

// Verdicts lists what reviewers said, in the order of the statements' ids and the reviewers' names; of one reviewer, where
// by is not empty. Errors come from the store.
func Verdicts(ctx context.Context, s *store.Store, by string) ([]VerdictRow, error) {
	return ask(ctx, s, "verdicts", func(x *ties.Index) ([]VerdictRow, error) { return verdicts(x, by) })
}

func verdicts(x *ties.Index, by string) ([]VerdictRow, error) {
	numbers := map[uuid.UUID]int{}
	for i := range x.Statements() {
		if s := x.Statement(i); s.Review != "" && s.Review != graph.Edited {
			numbers[s.ID] = i
		}
	}
	all, err := x.AllVerdicts()
	if err != nil {
		return nil, err
	}
	var rows []VerdictRow
	var on []graph.Verdict
	for _, v := range all {
		if len(on) > 0 && on[0].Statement != v.Statement {
			on = on[:0]
		}
		on = append(on, v)
		row := VerdictRow{Verdict: v}
		if n, ok := numbers[v.Statement]; ok {
			said, err := x.WholeStatement(n)
			if err != nil {
				return nil, err
			}
			row.Said = &said
		}
		if says := row.says(); says != nil {
			row.Subject, row.Object = nameOf(x, says.Subject), nameOf(x, says.Object)
			if says.Speaker != "" {
				row.Speaker = nameOf(x, says.Speaker)
			}
		}
		rows = append(rows, row)
		markCounting(rows, on)
	}
	if by = graph.Reviewer(by); by != "" {
		rows = slices.DeleteFunc(rows, func(r VerdictRow) bool { return r.By != by })
	}
	return rows, nil
}

// says gives what stands by the verdict, or nil where that is away.
func (r VerdictRow) says() *graph.Statement {
	if r.Replacement != nil {
		return r.Replacement
	}
	return r.Said
}

// markCounting marks the one of the last rows that decides.
func markCounting(rows []VerdictRow, on []graph.Verdict) {
	last := rows[len(rows)-len(on):]
	var polarity graph.Polarity
	if last[0].Said != nil {
		polarity = last[0].Said.Polarity
	}
	deciding, _ := graph.Deciding(polarity, on)
	for i := range last {
		last[i].Counts = last[i].ID == deciding.ID
	}
}

func nameOf(x *ties.Index, id graph.ID) string {
	if n, ok := x.Node(id); ok {
		return x.Name(n)
	}
	return id.Name()
}

// StatementsNamed gives the statements whose ids begin with the digits, as their articles were read, whatever reviewers
// made of them; by the id of one that a reviewer wrote, those in whose place it stands. Errors come from the store.
func StatementsNamed(ctx context.Context, s *store.Store, digits string) ([]graph.Statement, error) {
	return ask(ctx, s, "statements", func(x *ties.Index) ([]graph.Statement, error) { return statementsNamed(x, digits) })
}

func statementsNamed(x *ties.Index, digits string) ([]graph.Statement, error) {
	digits = strings.ToLower(strings.ReplaceAll(digits, "-", ""))
	found := map[int]bool{}
	for i := range x.Statements() {
		statement := x.Statement(i)
		if !strings.HasPrefix(strings.ReplaceAll(statement.ID.String(), "-", ""), digits) {
			continue
		}
		if statement.Review != graph.Edited {
			found[i] = true
			continue
		}
		for _, original := range x.Originals(i) {
			found[original] = true
		}
	}
	var statements []graph.Statement
	for i := range found {
		statement, err := x.WholeStatement(i)
		if err != nil {
			return nil, err
		}
		statements = append(statements, statement)
	}
	slices.SortFunc(statements, graph.CompareStatements)
	return statements, nil
}
