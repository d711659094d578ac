package main

import (
	"context"
	"errors"
	"fmt"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// newRuling begins one by somebody who knows the names of the store and of the dictionary.
func newRuling() queries.Ruling { return queries.Ruling{Find: resolveEntity} }

// editFailure turns the refusal of an edit into wrong use.
func editFailure(err error) error {
	var wrong *queries.EditError
	if !errors.As(err, &wrong) {
		return err
	}
	f := wrongUse("%w", err)
	if wrong.Hint != "" {
		f.hints = []string{wrong.Hint}
	}
	return f
}

// tellCopies tells on which copies the verdicts are too, and what those say where they say it in other words.
func tellCopies(t talk, v queries.Ruling) {
	switch n := len(v.Copies); n {
	case 0:
	case 1:
		t.say("1 copy was judged alike")
	default:
		t.say("%d copies were judged alike", n)
	}
	for _, c := range v.Copies {
		if text := c.Statement.Citations[0].Sentence; text != c.Sentence {
			t.say("  %s, in other words: %s", c.Statement.ID.String()[:8], oneLine(text))
		}
	}
	if v.Same > 0 {
		t.say("%s as the edit puts it already", map[bool]string{true: "1 copy reads", false: fmt.Sprintf("%d copies read", v.Same)}[v.Same == 1])
	}
}

// statementInWords is a statement as a clause, with how it is meant.
func statementInWords(ctx context.Context, s *store.Store, statement graph.Statement) string {
	e := queries.NewEditing(s, statement, resolveEntity)
	label := string(statement.Relation)
	if row, ok := statement.Relation.Row(); ok {
		label = row.Label
	}
	text := fmt.Sprintf("%s %s %s, %s", e.Value(ctx, "subject"), label, e.Value(ctx, "object"), polarityIn(statement))
	if speaker := e.Value(ctx, "speaker"); speaker != "" {
		text += " by " + speaker
	}
	for _, part := range []string{joined(statement.Kinds()), joined(statement.Valids()), joined(statement.Phases())} {
		if part != "" {
			text += ", " + part
		}
	}
	return text
}
