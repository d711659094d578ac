package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/graph/store"
	"entente.example/queries"
)

// sheet reads a table that review wrote and a reviewer filled in, with whatever a spreadsheet made of it: a mark at its
// beginning, semicolons or tabs for commas.
type sheet struct {
	name string
	rows *csv.Reader
	head []string
}

// openSheet reads the head, which must name the columns.
func openSheet(name string, r io.Reader, columns ...string) (*sheet, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read %q: %w", name, withoutPath(err))
	}
	content := strings.TrimPrefix(string(text), "\ufeff")
	s := &sheet{name: name, rows: csv.NewReader(strings.NewReader(content))}
	s.rows.FieldsPerRecord = -1
	first, _, _ := strings.Cut(content, "\n")
	for _, separator := range ";\t" {
		if !strings.Contains(first, ",") && strings.ContainsRune(first, separator) {
			s.rows.Comma = separator
		}
	}
	if s.head, err = s.rows.Read(); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read %q: %w", name, err)
	}
	for i := range s.head {
		s.head[i] = strings.ToLower(strings.TrimSpace(s.head[i]))
	}
	for _, column := range columns {
		if !slices.Contains(s.head, column) {
			return nil, fmt.Errorf("read %q: it has no columns %s", name, strings.Join(columns, " and "))
		}
	}
	return s, nil
}

// readSheet opens the file, or standard input where it is "-".
func readSheet(cmd *cobra.Command, path string, columns ...string) (*sheet, error) {
	if path == "-" {
		return openSheet("standard input", cmd.InOrStdin(), columns...)
	}
	file, err := openFile(path)
	if err != nil {
		return nil, fmt.Errorf("read %q: %w", path, withoutPath(err))
	}
	defer file.Close() //nolint:errcheck // it was only read
	return openSheet(path, file, columns...)
}

// line is a row of a sheet.
type line struct {
	number int
	cells  map[string]string
}

// next gives the next row, or io.EOF. After any other error the rows go on.
func (s *sheet) next() (line, error) {
	record, err := s.rows.Read()
	if err != nil {
		var wrong *csv.ParseError
		if errors.As(err, &wrong) {
			return line{number: wrong.StartLine}, wrong.Err
		}
		return line{}, err
	}
	number, _ := s.rows.FieldPos(0)
	l := line{number: number, cells: map[string]string{}}
	for i, name := range s.head {
		if i < len(record) {
			l.cells[name] = undefused(strings.TrimSpace(record[i]))
		}
	}
	return l, nil
}

// undefused takes off what [export.Defused] put before a cell.
func undefused(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && export.Defused(rest) == cell {
		return rest
	}
	return cell
}

// decision reads the cell of the verdict; skip and nothing are none.
func (l line) decision() (graph.Decision, error) {
	switch v := strings.ToLower(l.cells["verdict"]); {
	case v == "" || v == "skip":
		return "", nil
	case !slices.Contains(graph.Decisions(), graph.Decision(v)):
		return "", fmt.Errorf("the verdict %q is none of %s", v, strings.Join(verdicts(), ", "))
	default:
		return graph.Decision(v), nil
	}
}

// verdicts are what a reviewer may write into a sheet.
func verdicts() []string { return append(stringsOf(graph.Decisions()), "skip") }

// importing are the verdicts of a sheet that can be written.
type importing struct {
	talk talk
	name string
	queries.Ruling
	// lines are those of the verdicts, by their ids.
	lines map[uuid.UUID]int
	bad   int
}

// runImportSheet writes the verdicts of a sheet. What cannot be taken is named by its line, and the rest goes on.
func runImportSheet(ctx context.Context, cmd *cobra.Command, opts reviewOptions) error {
	j := opts.judging
	if j.as == "" {
		j.as = "nobody" // each row says who
	}
	r, err := j.reviewer()
	if err != nil {
		return err
	}
	if opts.judging.as == "" {
		r.name = ""
	}
	rows, err := readSheet(cmd, opts.imports, "statement", "verdict")
	if err != nil {
		return err
	}
	in := importing{Ruling: newRuling(), talk: talkOf(cmd), name: rows.name, lines: map[uuid.UUID]int{}}
	err = opts.graph.store.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error {
		if err := in.read(ctx, s, rows, r); err != nil || !j.copies {
			return err
		}
		return editFailure(in.AddCopies(ctx, s))
	})
	if err != nil {
		return err
	}
	before, after := 0, 0
	if len(in.Verdicts) > 0 {
		err = opts.graph.store.withStore(ctx, store.Options{}, func(s *store.Store) error {
			change, err := s.Judge(ctx, in.Entities, in.Verdicts...)
			before, after = change.VerdictsNew+change.VerdictsChanged, len(in.Verdicts)
			return err
		})
		if err != nil {
			return err
		}
	}
	in.talk.say("%s: %s, %d of them new or changed, %s", quoted(in.name), count(after, "verdict"), before, count(in.bad, "bad line"))
	tellCopies(in.talk, in.Ruling)
	if in.bad > 0 {
		return status(exitPartly)
	}
	return nil
}

// read takes the rows of a sheet.
func (in *importing) read(ctx context.Context, s *store.Store, rows *sheet, r reviewer) error {
	for {
		l, err := rows.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var one queries.Ruling
		if err == nil {
			one, err = verdictIn(ctx, s, l, r)
		}
		var broken *store.Error
		switch {
		case errors.As(err, &broken):
			return err
		case err != nil:
			in.refuse(l.number, err)
		case len(one.Verdicts) > 0:
			in.takeLine(l.number, one)
		}
	}
}

func (in *importing) refuse(number int, err error) {
	in.bad++
	var hints []string
	var known *failure
	if errors.As(err, &known) {
		hints = known.hints
	}
	in.talk.complain("error", 0, fmt.Sprintf("%s: line %d: %v", in.name, number, err), hints...)
}

// takeLine notes a verdict. A later line of the same reviewer on the same statement goes before an earlier one.
func (in *importing) takeLine(number int, one queries.Ruling) {
	v := one.Verdicts[0]
	if earlier, twice := in.lines[v.ID]; twice {
		in.talk.warn(fmt.Sprintf("%s: line %d: %s judges statement %s on line %d too; the later line counts", in.name, number, v.By, v.Statement, earlier))
	}
	in.lines[v.ID] = number
	in.Join(one)
}

// verdictIn makes the verdict of a row, or none where the row says nothing.
func verdictIn(ctx context.Context, s *store.Store, l line, r reviewer) (queries.Ruling, error) {
	decision, err := l.decision()
	if err != nil || decision == "" {
		return queries.Ruling{}, err
	}
	id, err := uuid.Parse(l.cells["statement"])
	if err != nil {
		return queries.Ruling{}, fmt.Errorf("%q is no id of a statement", l.cells["statement"])
	}
	if by := graph.Reviewer(l.cells["reviewer"]); by != "" {
		r.name = by
	}
	if r.name == "" {
		return queries.Ruling{}, &failure{code: exitPartly, err: errors.New("it has no reviewer"), hints: []string{"fill in the column, or say --as NAME"}}
	}
	if on := l.cells["on"]; on != "" {
		r.on = graph.Valid(on)
	}
	if note := l.cells["note"]; note != "" {
		r.note = note
	}
	statement, err := s.Statement(ctx, id)
	switch {
	case errors.Is(err, store.ErrNoStatement):
		return queries.Ruling{}, fmt.Errorf("no statement of the store has the id %s", id)
	case err != nil:
		return queries.Ruling{}, err
	}
	if decision == graph.Edit {
		return editIn(ctx, s, l, r, statement)
	}
	v := r.verdict(statement, decision)
	return queries.Ruling{Verdicts: []graph.Verdict{v}}, v.Validate()
}

// editIn makes an edit of those cells that are not as the statement has them.
func editIn(ctx context.Context, s *store.Store, l line, r reviewer, statement graph.Statement) (queries.Ruling, error) {
	e := queries.NewEditing(s, statement, resolveEntity)
	var set []string
	for _, field := range queries.EditFields() {
		cell, there := l.cells[field]
		if there && cell != oneLine(e.Value(ctx, field)) {
			set = append(set, field+"="+cell)
		}
	}
	if len(set) == 0 {
		f := &failure{code: exitPartly, err: errors.New("the edit changes nothing")}
		f.hints = []string{"change the cells that are wrong: " + strings.Join(queries.EditFields(), ", ")}
		return queries.Ruling{}, f
	}
	one := newRuling()
	err := one.Add(ctx, s, r.verdict(statement, graph.Edit), statement, set...)
	return one, editFailure(err)
}

// verdictListing lists verdicts that stand, in the columns of the sheet.
func verdictListing(rows []queries.VerdictRow) listing {
	l := listing{columns: []column{
		{name: "verdict"},
		{name: "note"},
		{name: "reviewer"},
		{name: "on"},
		{name: "counts"},
		{name: "subject"},
		{name: "relation"},
		{name: "object"},
		{name: "polarity"},
		{name: "kinds"},
		{name: "speaker"},
		{name: "statement"},
		{name: "sentence", long: true},
	}}
	for _, r := range rows {
		counts := map[bool]string{true: "yes", false: "no"}[r.Counts]
		row := []string{string(r.Decision), r.Note, r.By, string(r.On), counts, "", "", "", "", "", "", r.Statement.String(), ""}
		says := r.Said
		if r.Replacement != nil {
			says = r.Replacement
		}
		if r.Said == nil {
			row[4] = "away"
		}
		if says != nil {
			row[5], row[6], row[7], row[8], row[9], row[10] = r.Subject, string(says.Relation), r.Object, polarityIn(*says), joined(says.Kinds()), r.Speaker
			row[12] = says.Citations[0].Sentence
		}
		l.rows, l.values = append(l.rows, row), append(l.values, r)
	}
	l.whole = map[string]any{"verdicts": notNil(rows)}
	return l
}

// runVerdicts lists the verdicts that stand, of all reviewers or of one.
func runVerdicts(ctx context.Context, cmd *cobra.Command, opts reviewOptions) error {
	return opts.graph.with(ctx, cmd, &opts.output, func(s *store.Store) error {
		rows, err := queries.Verdicts(ctx, s, opts.judging.as)
		if err != nil {
			return err
		}
		return answer(cmd, &opts.output, verdictListing(rows), queries.LeftOut{}, opts.exitCode)
	})
}
