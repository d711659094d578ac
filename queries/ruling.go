package queries

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

// Ruling is what reviewers say at once: verdicts on statements, and on the same in copies of their articles. It is made of
// what a store holds; [store.Store.Judge] writes it.
type Ruling struct {
	Verdicts []graph.Verdict
	// Entities are those that edits name.
	Entities []graph.Entity
	// Copies are the statements that came along.
	Copies []CopiedStatement
	// Same counts the copies that read already as an edit puts it.
	Same int
	// Find gives the entities that edits name.
	Find FindEntity

	// sets are the assignments of edits, by the ids of their verdicts.
	sets map[uuid.UUID][]string
}

// CopiedStatement is a statement that is judged along with another of a copy, and the sentence of that.
type CopiedStatement struct {
	Statement graph.Statement
	Sentence  string
}

// Has reports whether there is a verdict of the reviewer on a statement.
func (r *Ruling) Has(statement uuid.UUID, by string) bool {
	id := graph.VerdictID(statement, by)
	return slices.ContainsFunc(r.Verdicts, func(v graph.Verdict) bool { return v.ID == id })
}

// Add adds a verdict on a statement of the store, whose replacement, where it is an edit, follows from assignments of the
// form field=value (see [Editing.Apply]). Errors are of the model, an [EditError], or come from Find.
func (r *Ruling) Add(ctx context.Context, s *store.Store, v graph.Verdict, statement graph.Statement, set ...string) error {
	v.Statement = statement.ID
	if v.Decision != graph.Edit {
		v.Normalize()
		if err := v.Validate(); err != nil {
			return err
		}
		r.Verdicts = append(r.Verdicts, v)
		return nil
	}
	e := NewEditing(s, statement, r.Find)
	if err := e.Apply(ctx, set...); err != nil {
		return err
	}
	v, err := e.Verdict(v, statement)
	if err != nil {
		return err
	}
	r.take(v, e.Entities, set)
	return nil
}

func (r *Ruling) take(v graph.Verdict, entities []graph.Entity, set []string) {
	if r.sets == nil {
		r.sets = map[uuid.UUID][]string{}
	}
	r.Verdicts, r.Entities, r.sets[v.ID] = append(r.Verdicts, v), append(r.Entities, entities...), set
}

// Join adds another ruling; where both have a verdict of a reviewer on a statement, the other's stays.
func (r *Ruling) Join(other Ruling) {
	for _, v := range other.Verdicts {
		r.Verdicts = slices.DeleteFunc(r.Verdicts, func(w graph.Verdict) bool { return w.ID == v.ID })
		r.take(v, nil, other.sets[v.ID])
	}
	r.Entities = append(r.Entities, other.Entities...)
}

// AddCopies has each verdict also be on the same in copies of the article (see [Copies]). A verdict on a copy that is there
// already stays as it is.
func (r *Ruling) AddCopies(ctx context.Context, s *store.Store) error {
	given := slices.Clone(r.Verdicts)
	var ids []uuid.UUID
	for _, v := range given {
		ids = append(ids, v.Statement)
	}
	found, err := Copies(ctx, s, ids...)
	if err != nil {
		return err
	}
	for _, v := range given {
		own, err := s.Statement(ctx, v.Statement)
		if err == nil {
			err = r.Along(ctx, s, v, own, found[v.Statement]...)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Along has a verdict of the ruling be on others, too, that say the same as its statement; but where the reviewer has
// decided so already, his day and his note stay.
func (r *Ruling) Along(ctx context.Context, s *store.Store, v graph.Verdict, own graph.Statement, others ...graph.Statement) error {
	if len(others) == 0 {
		return nil
	}
	decided := map[uuid.UUID]graph.Decision{}
	for stands, err := range s.Verdicts(ctx) {
		if err != nil {
			return err
		}
		decided[stands.ID] = stands.Decision
	}
	for _, other := range others {
		if r.Has(other.ID, v.By) || v.Decision != graph.Edit && decided[graph.VerdictID(other.ID, v.By)] == v.Decision {
			continue
		}
		err := r.Add(ctx, s, graph.Verdict{Decision: v.Decision, By: v.By, On: v.On, Note: v.Note}, other, r.sets[v.ID]...)
		if errors.Is(err, graph.ErrSaysTheSame) {
			r.Same++
			continue
		}
		if err != nil {
			return fmt.Errorf("the copy %s: %w", other.ID, err)
		}
		r.Copies = append(r.Copies, CopiedStatement{other, own.Citations[0].Sentence})
	}
	return nil
}
