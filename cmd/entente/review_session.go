package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// session puts one statement after the other to a reviewer and writes each answer at once, so that whatever ends it,
// what was said is kept. Where a person answers, the store is closed between two answers, since others may want it; it
// closes while the next statement is read, as that takes its time in a big one.
type session struct {
	cmd      *cobra.Command
	store    storeFlag
	kept     *store.Store // where it is open
	closing  sync.WaitGroup
	closed   error
	reviewer reviewer
	rows     []queries.ReviewRow
	lines    <-chan string
	failed   func() error // what ended the lines
	line     int          // of the answer that was read last
	// asks says that a person sits before it: prompts are shown, and what went wrong is asked again.
	asks bool
	page *page
	// shown is the place of the statement that is before the reviewer's eyes.
	shown int
	// copies says that every answer is also on the same in copies of the article.
	copies bool
	// done is what was answered, the last one at the end.
	done []answered
	undo int
}

// answered is what was said of the statement at a place in the rows, and of its copies; nothing where it was skipped.
type answered struct {
	at   int
	said []graph.Verdict
}

const sessionHelp = `a accept, r reject (with a note, if you like: r it is about another unit), e edit (or at once: e object=LNA; kinds=air),
a+, r+ or e+ also the same in every copy of the article, s skip, u take back the last one, q quit`

// runSession asks about the statements that need a human until there are no more, or the answers end.
func runSession(ctx context.Context, cmd *cobra.Command, opts reviewOptions, args []string) error {
	r, err := opts.judging.reviewer()
	if err != nil {
		return err
	}
	if len(opts.graph.from) > 0 {
		f := wrongUse("nothing would be kept of what is said of --from")
		f.hints = []string{"entente load the articles first"}
		return f
	}
	screen, err := screenOf(cmd, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	s := &session{
		cmd: cmd, store: opts.graph.store, reviewer: r, asks: isTerminal(cmd.InOrStdin()), copies: opts.judging.copies,
		page: &page{w: cmd.OutOrStdout(), screen: screen},
	}
	err = s.store.withStore(ctx, store.Options{ReadOnly: true}, func(st *store.Store) error {
		s.rows, err = opts.rows(ctx, st, args)
		return err
	})
	if err != nil {
		return err
	}
	if opts.limit > 0 && len(s.rows) > opts.limit {
		s.rows = s.rows[:opts.limit]
	}
	s.lines, s.failed = answersFrom(ctx, cmd.InOrStdin())
	err = gravest(s.run(ctx), s.close())
	talk := talkOf(cmd)
	said, left := s.sum()
	tellSaid(talk, r, said, s.undo)
	if left > 0 {
		talk.say("%s left to review", count(left, "statement"))
	}
	return err
}

// sum gives all that was said, and how many rows nothing was said of.
func (s *session) sum() (said []graph.Verdict, left int) {
	for _, a := range s.done {
		said = append(said, a.said...)
	}
	for at := range s.rows {
		if !s.judged(at) {
			left++
		}
	}
	return said, left
}

// judged reports whether something was said of the statement at a place, if only along with another.
func (s *session) judged(at int) bool {
	return slices.ContainsFunc(s.done, func(a answered) bool {
		return slices.ContainsFunc(a.said, func(v graph.Verdict) bool { return v.Statement == s.rows[at].Statement.ID })
	})
}

// answersFrom reads lines while others wait for an interrupt.
func answersFrom(ctx context.Context, r io.Reader) (<-chan string, func() error) {
	lines := make(chan string)
	var failed error
	go func() {
		defer close(lines)
		reader := bufio.NewReader(r)
		for {
			line, err := reader.ReadString('\n')
			if line != "" {
				select {
				case lines <- strings.TrimRight(line, "\r\n"):
				case <-ctx.Done():
					return
				}
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					failed = err
				}
				return
			}
		}
	}()
	return lines, func() error { return failed }
}

// read gives the next line, or false where there is none.
func (s *session) read(ctx context.Context, prompt string) (string, bool, error) {
	if s.asks {
		fmt.Fprint(s.cmd.ErrOrStderr(), prompt)
	}
	select {
	case <-ctx.Done():
		if s.asks {
			fmt.Fprintln(s.cmd.ErrOrStderr())
		}
		return "", false, ctx.Err()
	case line, ok := <-s.lines:
		if !ok {
			return "", false, s.failed()
		}
		s.line++
		return line, true, nil
	}
}

func (s *session) run(ctx context.Context) error {
	if s.asks && len(s.rows) > 0 {
		fmt.Fprintln(s.cmd.ErrOrStderr(), sessionHelp)
	}
	s.shown = -1
	for at := 0; at < len(s.rows); {
		if s.shown != at {
			if s.show(at); s.page.err != nil {
				return s.page.err
			}
			s.shown = at
		}
		line, ok, err := s.read(ctx, "> ")
		if err != nil || !ok {
			return err
		}
		next, err := s.answer(ctx, at, line)
		if err = s.mend(ctx, err); err != nil || next < 0 {
			return err
		}
		if next == len(s.rows) {
			if next, err = s.end(ctx, next); err != nil {
				return err
			}
		}
		at = next
	}
	return nil
}

// after gives the place after one, past those of which something was said along with another.
func (s *session) after(at int) int {
	for at++; at < len(s.rows) && s.judged(at); at++ {
	}
	return at
}

// mend tells a person what went wrong: what cannot be done so may be done otherwise, and a store that is locked comes
// free. Answers from a pipe end there, since those that follow would be taken for answers to something else.
func (s *session) mend(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return err
	case s.asks:
		s.complain(err)
		return nil
	}
	var known *failure
	if errors.As(err, &known) {
		return &failure{code: known.code, err: fmt.Errorf("answer %d: %w", s.line, known.err), hints: known.hints}
	}
	return fmt.Errorf("answer %d: %w", s.line, err)
}

// end lets the last answer be taken back too.
func (s *session) end(ctx context.Context, at int) (int, error) {
	line, _, err := s.read(ctx, "that was the last one (u takes it back, Enter ends) > ")
	if err != nil {
		return at, err
	}
	if word := strings.ToLower(strings.TrimSpace(line)); word != "u" && word != "undo" {
		return at, nil
	}
	next, err := s.takeBack(ctx, at)
	return next, s.mend(ctx, err)
}

// answer does what a line says about the statement, and gives the place of the one to put next; less than 0: no more.
func (s *session) answer(ctx context.Context, at int, line string) (next int, err error) {
	word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	r := s.reviewer
	if rest = strings.TrimSpace(rest); rest != "" {
		r.note = rest
	}
	plain, plus := strings.CutSuffix(strings.ToLower(word), "+")
	copies := plus || s.copies
	switch plain {
	case "a", "accept":
		return s.judge(ctx, at, r, graph.Accept, nil, copies)
	case "r", "reject":
		return s.judge(ctx, at, r, graph.Reject, nil, copies)
	case "e", "edit":
		return s.edit(ctx, at, rest, copies)
	}
	switch strings.ToLower(word) {
	case "s", "skip":
		s.done = append(s.done, answered{at: at})
		return s.after(at), nil
	case "u", "undo":
		return s.takeBack(ctx, at)
	case "q", "quit":
		return -1, nil
	case "":
		return at, nil
	}
	f := wrongUse("%q is no answer", oneLine(word))
	f.hints = []string{sessionHelp}
	return at, f
}

// writing opens the store, or takes the one that is open.
func (s *session) writing(ctx context.Context, use func(*store.Store) error) (err error) {
	s.closing.Wait()
	if s.kept == nil {
		if s.kept, err = store.Open(ctx, s.store.resolved(), store.Options{}); err != nil {
			return err
		}
	}
	err = use(s.kept)
	if s.asks {
		open := s.kept
		s.kept = nil
		s.closing.Go(func() { s.closed = gravest(s.closed, open.Close()) })
	}
	return err
}

// reading opens the store for reading only, or takes the one that is open.
func (s *session) reading(ctx context.Context, use func(*store.Store) error) error {
	s.closing.Wait()
	if s.kept != nil {
		return use(s.kept)
	}
	return s.store.withStore(ctx, store.Options{ReadOnly: true}, use)
}

// close waits until the store is closed.
func (s *session) close() error {
	s.closing.Wait()
	if s.kept != nil {
		s.closed = gravest(s.closed, s.kept.Close())
	}
	return s.closed
}

// judge writes a verdict, and with copies also those on the same in copies of the article.
func (s *session) judge(ctx context.Context, at int, r reviewer, decision graph.Decision, set []string, copies bool) (int, error) {
	statement := s.rows[at].Statement
	said := newRuling()
	read := func(st *store.Store) error {
		v := r.verdict(statement, decision)
		if err := v.Validate(); err != nil && decision != graph.Edit {
			_, text, _ := strings.Cut(err.Error(), statement.ID.String()+": ")
			return wrongUse("%s", text)
		}
		if err := said.Add(ctx, st, v, statement, set...); err != nil {
			return editFailure(err)
		}
		if !copies {
			return nil
		}
		others, err := stillThere(ctx, st, s.rows[at].Copies)
		if err != nil {
			return err
		}
		return editFailure(said.Along(ctx, st, said.Verdicts[0], statement, others...))
	}
	copies = copies && len(s.rows[at].Copies) > 0
	var err error
	if decision == graph.Edit || copies {
		err = s.reading(ctx, read)
	} else { // which opens no store
		err = read(nil)
	}
	if err != nil {
		return at, err
	}
	err = s.writing(ctx, func(st *store.Store) error {
		_, err := st.Judge(ctx, said.Entities, said.Verdicts...)
		return err
	})
	if err != nil {
		return at, err
	}
	s.done = append(s.done, answered{at, said.Verdicts})
	tellCopies(talkOf(s.cmd), said)
	return s.after(at), nil
}

// stillThere gives the statements with these ids, but those that somebody has removed.
func stillThere(ctx context.Context, st *store.Store, ids []uuid.UUID) ([]graph.Statement, error) {
	var found []graph.Statement
	for _, id := range ids {
		statement, err := st.Statement(ctx, id)
		if errors.Is(err, store.ErrNoStatement) {
			continue
		}
		if err != nil {
			return nil, err
		}
		found = append(found, statement)
	}
	return found, nil
}

// edit asks for each field, or takes those that the answer names: object=LNA; kinds=weapons.
func (s *session) edit(ctx context.Context, at int, text string, copies bool) (int, error) {
	r := s.reviewer
	var set []string
	if text != "" {
		for part := range strings.SplitSeq(text, ";") {
			set = append(set, strings.TrimSpace(part))
		}
	} else {
		err := s.reading(ctx, func(st *store.Store) (err error) {
			set, err = s.askFields(ctx, queries.NewEditing(st, s.rows[at].Statement, resolveEntity))
			return err
		})
		if err != nil {
			return at, err
		}
	}
	set = slices.DeleteFunc(set, func(part string) bool {
		note, isNote := strings.CutPrefix(part, "note=")
		if isNote {
			r.note = strings.TrimSpace(note)
		}
		return isNote || part == ""
	})
	return s.judge(ctx, at, r, graph.Edit, set, copies)
}

// askFields asks for each field, which an empty line leaves as it is.
func (s *session) askFields(ctx context.Context, e *queries.Editing) (set []string, err error) {
	for _, field := range append(queries.EditFields(), "note") {
		prompt := field + ": "
		if value := e.Value(ctx, field); value != "" {
			prompt = fmt.Sprintf("%s [%s]: ", field, oneLine(value))
		}
		line, ok, err := s.read(ctx, prompt)
		if err != nil {
			return nil, err
		}
		if line = strings.TrimSpace(line); line != "" {
			set = append(set, field+"="+line)
		}
		if !ok {
			return nil, wrongUse("the answers end within an edit")
		}
	}
	return set, nil
}

// takeBack undoes the last answer, and puts its statement again.
func (s *session) takeBack(ctx context.Context, at int) (int, error) {
	if len(s.done) == 0 {
		return at, wrongUse("nothing was said that could be taken back")
	}
	last := s.done[len(s.done)-1]
	s.shown = -1
	if len(last.said) > 0 {
		var ids []uuid.UUID
		for _, v := range last.said {
			ids = append(ids, v.Statement)
		}
		err := s.writing(ctx, func(st *store.Store) error {
			_, err := st.Withdraw(ctx, s.reviewer.name, ids...)
			return err
		})
		if err != nil {
			return at, err
		}
		s.undo += len(ids)
	}
	s.done = s.done[:len(s.done)-1]
	return last.at, nil
}

// show puts a statement: what it says and why it is asked about, its sentences, where they stand.
func (s *session) show(at int) {
	r := s.rows[at]
	if at > 0 {
		s.page.printf("\n")
	}
	s.page.heading(3, fmt.Sprintf("%d of %d: %s", at+1, len(s.rows), rowInWords(r)))
	why := []string{joined(r.Doubts), count(r.Sources, "source")}
	if r.Against > 0 {
		why = append(why, fmt.Sprintf("%d against it", r.Against))
	}
	s.page.printf("  %s, confidence %s\n", strings.Join(why, ", "), r.Statement.Confidence())
	told := ""
	for _, v := range r.JudgedCopies {
		if text := oneLine(judgedCopyInWords(v)); text != told { // as of three copies that were judged at once
			s.page.printf("  %s\n", text)
			told = text
		}
	}
	if n := len(r.Copies); n > 0 {
		s.page.printf("  %s also: a+, r+ and e+ judge them with it\n", map[bool]string{true: "a copy of the article says so", false: fmt.Sprintf("%d copies of the article say so", n)}[n == 1])
	}
	s.page.printf("\n")
	a := queries.Account{
		Statement: r.Statement.ID, Polarity: r.Statement.Polarity, Modality: r.Statement.Modality, Confidence: r.Statement.Confidence(),
		Article: queries.ArticleRef{
			ID: r.Article.ID, Title: r.Article.Title(), Publisher: r.Article.Publisher(), URL: r.Article.URL(), Date: r.Article.Date(),
			Status: r.Article.Status, Archive: r.Article.Archive,
		},
		Verdicts: r.Verdicts,
	}
	if r.Speaker != "" {
		a.Speaker = &queries.Ref{ID: r.Statement.Speaker, Name: r.Speaker}
	}
	a.Citations = graph.Reading{Statements: []graph.Statement{r.Statement}}.Records("")[0].Citations
	s.page.account(a)
}

// judgedCopyInWords tells what a reviewer said of the same in a copy.
func judgedCopyInWords(v graph.Verdict) string {
	text := fmt.Sprintf("%s the same in a copy: %s on %s", map[graph.Decision]string{graph.Accept: "accepted", graph.Reject: "rejected", graph.Edit: "edited"}[v.Decision], v.By, v.On)
	if v.Note != "" {
		text += ": " + v.Note
	}
	return text
}

func rowInWords(r queries.ReviewRow) string {
	label := string(r.Statement.Relation)
	if row, ok := r.Statement.Relation.Row(); ok {
		label = row.Label
	}
	return fmt.Sprintf("%s %s %s, %s", r.Subject, label, r.Object, polarityIn(r.Statement))
}

// complain tells what went wrong and what to do about it.
func (s *session) complain(err error) {
	hints := adviceOf(err)
	var known *failure
	if errors.As(err, &known) {
		hints = append(hints, known.hints...)
	}
	talkOf(s.cmd).complain("error", 0, err.Error(), hints...)
}
