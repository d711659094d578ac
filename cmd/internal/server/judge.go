package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// judgement is the body of POST /v1/verdicts.
type judgement struct {
	// By is the reviewer's name, On the day, by default today.
	By   string      `json:"by"`
	On   graph.Valid `json:"on"`
	Note string      `json:"note"`
	// Decision is accept, reject, edit or undo.
	Decision   graph.Decision `json:"decision"`
	Statements []uuid.UUID    `json:"statements"`
	// Copies says that it holds for the same in every copy of the articles.
	Copies bool `json:"copies"`
	// Set is what an edit puts otherwise, by field.
	Set map[string]string `json:"set"`
}

// undo is the decision by which a reviewer takes back what he said.
const undo graph.Decision = "undo"

// maxJudged is on how many statements one may decide at once.
const maxJudged = 1000

// JudgedAnswer is what was written.
type JudgedAnswer struct {
	Verdicts []graph.Verdict `json:"verdicts"`
	// Undone are the statements of which a reviewer took his verdict back.
	Undone []uuid.UUID `json:"undone"`
	// Copies are those of the statements that were judged along with others.
	Copies []JudgedCopy `json:"copies"`
	Respelt
}

// JudgedCopy is a statement that was judged along with that of a copy.
type JudgedCopy struct {
	Statement uuid.UUID `json:"statement"`
	Sentence  string    `json:"sentence"`
	// OtherWords says that its sentence is not the one that the reviewer named.
	OtherWords bool `json:"otherWords"`
}

// judge writes what a reviewer says, all of it or nothing.
func judge(ctx context.Context, s *Server, _ string, content []byte) (any, error) {
	var j judgement
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&j); err != nil {
		return nil, problem(http.StatusBadRequest, "body", "The body cannot be read", "%v", err)
	}
	if err := j.check(); err != nil {
		return nil, err
	}
	select {
	case s.writing <- struct{}{}:
		defer func() { <-s.writing }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	answer, err := j.write(ctx, s.store)
	if _, statsErr := s.freshStats(context.WithoutCancel(ctx)); err == nil {
		err = statsErr
	}
	return answer, err
}

// check names what is wrong with the fields, and fills in the day.
func (j *judgement) check() error {
	if j.On == "" {
		j.On = graph.Valid(time.Now().Format(time.DateOnly))
	}
	decisions := append(graph.Decisions(), undo)
	switch {
	case !slices.Contains(decisions, j.Decision):
		return wrongParameter("decision", "%q is none of %s", j.Decision, strings.Join(stringsOf(decisions), ", "))
	case len(j.Statements) == 0 || len(j.Statements) > maxJudged:
		return wrongParameter("statements", "%d are not between 1 and %d", len(j.Statements), maxJudged)
	case (j.Decision == graph.Edit) != (len(j.Set) > 0):
		return wrongParameter("set", "an edit says what it puts otherwise, and nothing else does; the fields are %s", strings.Join(queries.EditFields(), ", "))
	}
	probe := j.verdict()
	probe.Statement, probe.Decision = uuid.Max, graph.Accept
	probe.Normalize()
	if err := probe.Validate(); err != nil {
		_, text, _ := strings.Cut(err.Error(), uuid.Max.String()+": ")
		name := "by"
		switch {
		case strings.Contains(text, "no day such"):
			name = "on"
		case strings.HasPrefix(text, "the note"):
			name = "note"
		}
		return wrongParameter(name, "%s", text)
	}
	return nil
}

func (j *judgement) verdict() graph.Verdict {
	v := graph.Verdict{Decision: j.Decision, By: j.By, On: j.On, Note: j.Note}
	v.Normalize()
	return v
}

func (j *judgement) write(ctx context.Context, s *store.Store) (JudgedAnswer, error) {
	answer := JudgedAnswer{Verdicts: []graph.Verdict{}, Undone: []uuid.UUID{}, Copies: []JudgedCopy{}}
	if j.Decision == undo {
		ids, err := j.said(ctx, s)
		if err == nil {
			_, err = s.Withdraw(ctx, j.By, ids...)
		}
		answer.Undone = append(answer.Undone, ids...)
		return answer, err
	}
	said, err := j.ruling(ctx, s, &answer.Respelt)
	if err != nil {
		return answer, refusedEdit(err)
	}
	_, err = s.Judge(ctx, said.Entities, said.Verdicts...)
	if errors.Is(err, store.ErrInvalid) {
		return answer, wrongParameter("set", "%v", err)
	}
	if err != nil {
		return answer, err
	}
	answer.Verdicts = append(answer.Verdicts, said.Verdicts...)
	for _, c := range said.Copies {
		text := c.Statement.Citations[0].Sentence
		answer.Copies = append(answer.Copies, JudgedCopy{c.Statement.ID, text, text != c.Sentence})
	}
	return answer, nil
}

// ruling makes the verdicts, and notes which names it took for others.
func (j *judgement) ruling(ctx context.Context, s *store.Store, respelt *Respelt) (queries.Ruling, error) {
	said := queries.Ruling{Find: func(ctx context.Context, s *store.Store, name string, want queries.Want) (graph.Entity, error) {
		return entityIn(ctx, s, respelt, "set", name, want)
	}}
	var set []string
	for field, value := range j.Set {
		set = append(set, field+"="+value)
	}
	slices.Sort(set)
	for _, id := range j.Statements {
		statement, err := s.Statement(ctx, id)
		if errors.Is(err, store.ErrNoStatement) {
			return said, wrongParameter("statements", "the store has no statement %s", id)
		}
		if err == nil && !said.Has(id, j.By) {
			err = said.Add(ctx, s, j.verdict(), statement, set...)
		}
		if err != nil {
			return said, err
		}
	}
	if !j.Copies {
		return said, nil
	}
	err := said.AddCopies(ctx, s)
	return said, err
}

// said gives the statements of which the reviewer takes his verdict back.
func (j *judgement) said(ctx context.Context, s *store.Store) ([]uuid.UUID, error) {
	by := graph.Reviewer(j.By)
	mine := map[uuid.UUID]graph.Verdict{}
	for v, err := range s.Verdicts(ctx) {
		if err != nil {
			return nil, err
		}
		if v.By == by {
			mine[v.Statement] = v
		}
	}
	var ids []uuid.UUID
	for _, id := range j.Statements {
		v, ok := mine[id]
		if !ok {
			return nil, wrongParameter("statements", "%s has said nothing of statement %s", by, id)
		}
		ids = append(ids, id)
		if !j.Copies {
			continue
		}
		along, err := queries.SaidOfCopies(ctx, s, v)
		if err != nil {
			return nil, err
		}
		for _, w := range along {
			ids = append(ids, w.Statement)
		}
	}
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(ids), nil
}

// refusedEdit makes a problem of an edit that cannot be.
func refusedEdit(err error) error {
	var wrong *queries.EditError
	if errors.As(err, &wrong) {
		return wrongParameter("set", "%s", fmt.Sprint(err)).hinted(wrong.Hint)
	}
	return err
}
