package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// judging are the flags by which a reviewer says something of statements.
type judging struct {
	as, on, note                 string
	accept, reject, undo, change []string
	set                          []string
	copies                       bool
}

func (j *judging) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&j.as, "as", "", "the reviewer's name; by itself, judge one statement after the other")
	flags.StringVar(&j.on, "on", "", "the day of the verdict, as 2020-05-28 (default today)")
	flags.StringVar(&j.note, "note", "", "why, for the verdicts of --accept, --reject and --edit")
	flags.StringSliceVar(&j.accept, "accept", nil, "accept the statements with these ids, or first digits of ids, separated by commas")
	flags.StringSliceVar(&j.reject, "reject", nil, "reject the statements with these ids")
	flags.StringSliceVar(&j.change, "edit", nil, "put the statement with this id otherwise, as --set says")
	flags.StringArrayVar(&j.set, "set", nil, "what --edit puts otherwise, as field=value; can be repeated: "+strings.Join(queries.EditFields(), ", "))
	flags.BoolVar(&j.copies, "copies", false, "say the same of the statement in every copy of its article, or take that back; a list has it once")
	flags.StringSliceVar(&j.undo, "undo", nil, "take back what --as said of the statements with these ids")
}

// atOnce reports whether the flags name statements.
func (j *judging) atOnce() bool { return len(j.accept)+len(j.reject)+len(j.change)+len(j.undo) > 0 }

// reviewer is who says something, when and why.
type reviewer struct {
	name string
	on   graph.Valid
	note string
}

// reviewer checks the name and the day.
func (j *judging) reviewer() (reviewer, error) {
	r := reviewer{name: graph.Reviewer(j.as), on: graph.Valid(j.on), note: j.note}
	if j.as == "" {
		f := wrongUse("a verdict has a reviewer's name")
		f.hints = []string{"say who you are with --as NAME"}
		return r, f
	}
	if r.on == "" {
		r.on = graph.Valid(time.Now().Format(time.DateOnly))
	}
	probe := r.verdict(graph.Statement{ID: uuid.Max}, graph.Accept)
	if err := probe.Validate(); err != nil {
		_, text, _ := strings.Cut(err.Error(), uuid.Max.String()+": ")
		return r, wrongUse("%s", text)
	}
	return r, nil
}

// verdict is what the reviewer decides about a statement.
func (r reviewer) verdict(s graph.Statement, decision graph.Decision) graph.Verdict {
	v := graph.Verdict{Statement: s.ID, Decision: decision, By: r.name, On: r.on, Note: r.note}
	v.Normalize()
	return v
}

// runAtOnce writes the verdicts on the statements that the flags name, all or none.
func runAtOnce(ctx context.Context, cmd *cobra.Command, opts reviewOptions) error {
	j := opts.judging
	r, err := j.reviewer()
	if err != nil {
		return err
	}
	switch {
	case len(j.change) > 1:
		return wrongUse("--edit takes one statement, not %d", len(j.change))
	case len(j.change) == 1 && len(j.set) == 0:
		f := wrongUse("--edit wants to know what is to be put otherwise")
		f.hints = []string{"say it with --set field=value; the fields are " + strings.Join(queries.EditFields(), ", ")}
		return f
	case len(j.change) == 0 && len(j.set) > 0:
		return wrongUse("--set is for --edit")
	}
	var said queries.Ruling
	var undo []uuid.UUID
	// Reading comes first: opened for writing, a store that is not there would be made.
	err = opts.graph.store.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error {
		if said, err = j.ruling(ctx, s, r); err == nil {
			undo, err = verdictsNamed(ctx, s, r, j.undo, j.copies)
		}
		return err
	})
	if err != nil {
		return err
	}
	return opts.graph.store.withStore(ctx, store.Options{}, func(s *store.Store) error {
		if len(said.Verdicts) > 0 {
			if _, err := s.Judge(ctx, said.Entities, said.Verdicts...); err != nil {
				return err
			}
		}
		if len(undo) > 0 {
			if _, err := s.Withdraw(ctx, r.name, undo...); err != nil {
				return err
			}
		}
		tellSaid(talkOf(cmd), r, said.Verdicts, len(undo))
		tellCopies(talkOf(cmd), said)
		return nil
	})
}

// ruling makes that of the flags.
func (j *judging) ruling(ctx context.Context, s *store.Store, r reviewer) (queries.Ruling, error) {
	said := newRuling()
	for _, part := range []struct {
		names    []string
		decision graph.Decision
	}{{j.accept, graph.Accept}, {j.reject, graph.Reject}, {j.change, graph.Edit}} {
		for _, name := range part.names {
			statement, err := statementNamed(ctx, s, name)
			if err != nil {
				return said, err
			}
			if digits, _ := digitsOf(name); part.decision == graph.Accept && !strings.HasPrefix(strings.ReplaceAll(statement.ID.String(), "-", ""), digits) {
				f := wrongUse("%q is what a reviewer wrote in place of statement %s: to accept that one would undo it", name, statement.ID)
				f.hints = []string{"to agree, say the same with --edit " + statement.ID.String()}
				return said, f
			}
			if said.Has(statement.ID, r.name) {
				return said, wrongUse("statement %s is named twice", statement.ID)
			}
			if err := said.Add(ctx, s, r.verdict(statement, part.decision), statement, j.set...); err != nil {
				return said, editFailure(err)
			}
		}
	}
	if !j.copies {
		return said, nil
	}
	err := said.AddCopies(ctx, s)
	return said, editFailure(err)
}

// tellSaid says what was written.
func tellSaid(t talk, r reviewer, verdicts []graph.Verdict, undone int) {
	counts := map[graph.Decision]int{}
	for _, v := range verdicts {
		counts[v.Decision]++
	}
	var parts []string
	for _, said := range []struct {
		word string
		n    int
	}{{"accepted", counts[graph.Accept]}, {"rejected", counts[graph.Reject]}, {"edited", counts[graph.Edit]}, {"took back", undone}} {
		if said.n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", said.word, said.n))
		}
	}
	if len(parts) == 0 {
		parts = []string{"said nothing"}
	}
	t.say("%s %s", r.name, strings.Join(parts, ", "))
}

// polarityIn is the polarity with the modality: "alleged (claimed)".
func polarityIn(s graph.Statement) string { return queries.InWords(s.Polarity, s.Modality) }

// digitsOf checks the id of a statement, or its first digits.
func digitsOf(name string) (string, error) {
	digits := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(name, "st:"), "-", ""))
	if len(digits) < minDigits || len(digits) > 2*len(uuid.UUID{}) || strings.Trim(digits, "0123456789abcdef") != "" {
		f := wrongUse("%q is neither the id of a statement nor its first %d digits or more", name, minDigits)
		f.hints = []string{hintStatements}
		return "", f
	}
	return digits, nil
}

const hintStatements = "entente review and entente why show the ids of statements"

// statementNamed finds the statement whose id begins so.
func statementNamed(ctx context.Context, s *store.Store, name string) (graph.Statement, error) {
	digits, err := digitsOf(name)
	if err != nil {
		return graph.Statement{}, err
	}
	found, err := queries.StatementsNamed(ctx, s, digits)
	switch {
	case err != nil:
		return graph.Statement{}, err
	case len(found) == 0:
		return graph.Statement{}, &failure{
			code: exitName, err: fmt.Errorf("no statement of the store has the id %q", name), hints: []string{hintStatements},
		}
	case len(found) > 1:
		f := &failure{code: exitName, err: fmt.Errorf("%q may mean %s", name, count(len(found), "statement"))}
		for _, statement := range found {
			f.hints = append(f.hints, "say "+statement.ID.String()+" ("+statementInWords(ctx, s, statement)+")")
		}
		return graph.Statement{}, f
	}
	return found[0], nil
}

// verdictsNamed finds the statements whose ids begin so, of which the reviewer has said something; they may be away. With
// copies those come along of which he said it at the same time.
func verdictsNamed(ctx context.Context, s *store.Store, r reviewer, names []string, copies bool) ([]uuid.UUID, error) {
	var ids []uuid.UUID
	for _, name := range names {
		digits, err := digitsOf(name)
		if err != nil {
			return nil, err
		}
		var mine []graph.Verdict
		var others []string
		for v, err := range s.Verdicts(ctx) {
			if err != nil {
				return nil, err
			}
			begins := func(id uuid.UUID) bool { return strings.HasPrefix(strings.ReplaceAll(id.String(), "-", ""), digits) }
			switch {
			case !begins(v.Statement) && (v.Replacement == nil || !begins(v.Replacement.ID)):
			case v.By == r.name:
				mine = append(mine, v)
			default:
				others = append(others, v.By)
			}
		}
		switch {
		case len(mine) > 1:
			return nil, &failure{code: exitName, err: fmt.Errorf("%q may mean %s", name, count(len(mine), "statement"))}
		case len(mine) == 0 && len(others) > 0:
			return nil, &failure{
				code: exitName, err: fmt.Errorf("%s has said nothing of statement %q", r.name, name),
				hints: []string{"others have: " + strings.Join(others, ", ")},
			}
		case len(mine) == 0:
			return nil, &failure{
				code: exitName, err: fmt.Errorf("no verdict stands on a statement %q", name),
				hints: []string{"entente review --list shows those that stand"},
			}
		}
		ids = append(ids, mine[0].Statement)
		if !copies {
			continue
		}
		said, err := queries.SaidOfCopies(ctx, s, mine[0])
		if err != nil {
			return nil, err
		}
		for _, v := range said {
			ids = append(ids, v.Statement)
		}
	}
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(ids), nil
}
