package store

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// Predicates of verdicts, on the node of the statement that they are about, under the label of the reviewer.
const (
	verdictOf   = quad.IRI("verdict")
	note        = quad.IRI("note")
	day         = quad.IRI("on")
	replacement = quad.IRI("replacement")
)

// Judge writes what reviewers say of statements, all of it in one transaction, with entities that replacements name and
// the store may lack. A reviewer's earlier verdict on a statement goes. Of two on one statement by one reviewer the last
// counts.
//
// A statement that is rejected or replaced stays, and its edge goes under another name (see [graph.Statement.Edges]), so
// that neither scripts nor answers take it for a tie. Verdicts that break the model, or do not fit their statement, are
// ErrInvalid; one on a statement that the store lacks is ErrNoStatement; then nothing is written.
func (s *Store) Judge(ctx context.Context, entities []graph.Entity, verdicts ...graph.Verdict) (Change, error) {
	return s.take(ctx, "judge", entities, verdicts, (*writer).judge)
}

// Recall writes verdicts that were given on another store, as [Store.Restore] does: their statements need not be here,
// and of two of one reviewer on one statement the later one stays.
func (s *Store) Recall(ctx context.Context, entities []graph.Entity, verdicts ...graph.Verdict) (Change, error) {
	return s.take(ctx, "recall", entities, verdicts, (*writer).recall)
}

// take checks verdicts, and has them written in one transaction.
func (s *Store) take(
	ctx context.Context, operation string, entities []graph.Entity, verdicts []graph.Verdict,
	write func(w *writer, statement uuid.UUID, verdicts []graph.Verdict) error,
) (Change, error) {
	for _, e := range entities {
		if _, err := entityQuads(e); err != nil {
			return Change{}, fmt.Errorf("%s: %w: %w", operation, ErrInvalid, err)
		}
		if e.Type != "" && !e.Type.Known() {
			return Change{}, fmt.Errorf("%s: %w: entity %q: type %q is unknown", operation, ErrInvalid, e.ID, e.Type)
		}
	}
	latest := map[uuid.UUID]graph.Verdict{}
	for _, v := range verdicts {
		v.Normalize()
		if err := v.Validate(); err != nil {
			return Change{}, fmt.Errorf("%s: %w: %w", operation, ErrInvalid, err)
		}
		if _, err := verdictQuads(v); err != nil {
			return Change{}, fmt.Errorf("%s: %w: %w", operation, ErrInvalid, err)
		}
		latest[v.ID] = v
	}
	return s.writing(ctx, operation, func(w *writer) error {
		return w.transact(func() error {
			for _, e := range entities {
				if err := w.addEntity(normalizeEntity(e)); err != nil {
					return fmt.Errorf("entity %q: %w", e.ID, err)
				}
			}
			for id, now := range byStatement(maps.Values(latest)) {
				if err := write(w, id, now); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// Withdraw takes a reviewer's verdicts on statements back, in one transaction: their edges are as they were. A verdict
// that does not stand is ErrNoVerdict, and then nothing is written.
func (s *Store) Withdraw(ctx context.Context, by string, statements ...uuid.UUID) (Change, error) {
	by = graph.Reviewer(by)
	slices.SortFunc(statements, compareUUIDs)
	return s.writing(ctx, "withdraw", func(w *writer) error {
		return w.transact(func() error {
			for _, id := range slices.Compact(statements) {
				before, err := w.r.verdictsOn(id)
				if err != nil {
					return err
				}
				after := slices.DeleteFunc(slices.Clone(before[id]), func(v graph.Verdict) bool { return v.By == by })
				if len(after) == len(before[id]) {
					return fmt.Errorf("%w: of %q on %s", ErrNoVerdict, by, id)
				}
				if err := w.rule(id, before[id], after); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// Verdicts gives all verdicts in the order of the statements' ids and the reviewers' names, those on statements that are
// not there too.
func (s *Store) Verdicts(ctx context.Context) iter.Seq2[graph.Verdict, error] {
	return func(yield func(graph.Verdict, error) bool) {
		var ids []uuid.UUID
		err := s.reading(ctx, "verdicts", func(r *reader) (err error) {
			ids, err = r.judged()
			return err
		})
		if err != nil {
			yield(graph.Verdict{}, err)
			return
		}
		for part := range slices.Chunk(ids, chunk) {
			var verdicts []graph.Verdict
			err := s.reading(ctx, "verdicts", func(r *reader) error {
				verdicts = nil
				found, err := r.verdictsOn(part...)
				for _, id := range part {
					verdicts = append(verdicts, found[id]...)
				}
				return err
			})
			if !give(ctx, verdicts, err, yield) {
				return
			}
		}
	}
}

// Statement gives a statement by its id, as its article was read, or ErrNoStatement.
func (s *Store) Statement(ctx context.Context, id uuid.UUID) (graph.Statement, error) {
	var statement graph.Statement
	err := s.reading(ctx, "statement", func(r *reader) (err error) {
		statement, err = r.statement(id)
		return err
	})
	return statement, err
}

// statement reads one statement.
func (r *reader) statement(id uuid.UUID) (graph.Statement, error) {
	n, err := r.number(statementIRI(id))
	if err != nil {
		return graph.Statement{}, err
	}
	if n != 0 {
		found, err := r.properties(n)
		if err != nil {
			return graph.Statement{}, err
		}
		if slices.ContainsFunc(found[n], func(p property) bool { return p.predicate == typeOf }) {
			return decodeStatement(id, found[n])
		}
	}
	return graph.Statement{}, fmt.Errorf("%w: %s", ErrNoStatement, id)
}

// byStatement gives verdicts by what they are on, in the order of the ids.
func byStatement(verdicts iter.Seq[graph.Verdict]) iter.Seq2[uuid.UUID, []graph.Verdict] {
	grouped := map[uuid.UUID][]graph.Verdict{}
	for v := range verdicts {
		grouped[v.Statement] = append(grouped[v.Statement], v)
	}
	return func(yield func(uuid.UUID, []graph.Verdict) bool) {
		for _, id := range slices.SortedFunc(maps.Keys(grouped), compareUUIDs) {
			if !yield(id, grouped[id]) {
				return
			}
		}
	}
}

// judge collects what new verdicts on a statement change, which must be there.
func (w *writer) judge(id uuid.UUID, now []graph.Verdict) error {
	s, err := w.r.statement(id)
	if err != nil {
		return err
	}
	var article []graph.Statement // which matters to what is written instead
	if slices.ContainsFunc(now, func(v graph.Verdict) bool { return v.Replacement != nil }) {
		if article, err = w.r.statements(Filter{Article: s.Article}); err != nil {
			return err
		}
	}
	for _, v := range now {
		if err := v.Fits(s, article); err != nil {
			return fmt.Errorf("%w: %w", ErrInvalid, err)
		}
		if v.Replacement == nil {
			continue
		}
		for _, end := range named(*v.Replacement) {
			if _, found, err := w.knownEntity(end); err != nil || !found {
				return cmp.Or(err, fmt.Errorf("%w: verdict on %s: the store has no entity %q", ErrInvalid, id, end))
			}
		}
	}
	return w.ruleWith(id, now, func(graph.Verdict, graph.Verdict) bool { return true })
}

// recall collects what verdicts of a dump change, whether their statements are there or not. One of the same reviewer
// goes where the other one is later, so that the order of dumps does not matter.
func (w *writer) recall(id uuid.UUID, now []graph.Verdict) error {
	return w.ruleWith(id, now, func(was, now graph.Verdict) bool {
		a, _ := canonical(was)
		b, _ := canonical(now)
		return cmp.Or(cmp.Compare(was.On, now.On), cmp.Compare(a, b)) < 0
	})
}

// ruleWith collects what verdicts change that come to those which stand.
func (w *writer) ruleWith(id uuid.UUID, now []graph.Verdict, replaces func(was, now graph.Verdict) bool) error {
	before, err := w.r.verdictsOn(id)
	if err != nil {
		return err
	}
	after := slices.Clone(before[id])
	for _, v := range now {
		switch i := slices.IndexFunc(after, func(was graph.Verdict) bool { return was.By == v.By }); {
		case i < 0:
			after = append(after, v)
		case replaces(after[i], v):
			after[i] = v
		}
	}
	return w.rule(id, before[id], after)
}

// rule collects what turns the verdicts on a statement into others.
func (w *writer) rule(id uuid.UUID, before, after []graph.Verdict) error {
	var quads [2][]quad.Quad
	for i, side := range [][]graph.Verdict{before, after} {
		for _, v := range side {
			own, err := verdictQuads(v)
			if err != nil {
				return err
			}
			quads[i] = append(quads[i], own...)
			if i == 0 {
				w.state.Revision = w.state.Revision.sub(digestOf(own))
			} else {
				w.state.Revision = w.state.Revision.add(digestOf(own))
			}
		}
	}
	change := difference(quads[0], quads[1])
	if change.len() == 0 {
		return nil
	}
	w.delta.add(change)
	w.countVerdicts(before, after)
	s, err := w.r.statement(id)
	if err != nil {
		if isAway(err) {
			return nil
		}
		return err
	}
	was, err := edgeQuads(s, before)
	if err != nil {
		return err
	}
	now, err := edgeQuads(s, after)
	if err != nil {
		return err
	}
	w.delta.add(difference(was, now))
	return nil
}

// countVerdicts counts what becomes of verdicts, and notes it for the index of ties.
func (w *writer) countVerdicts(before, after []graph.Verdict) {
	w.state.Verdicts += len(after) - len(before)
	was := map[uuid.UUID]graph.Verdict{}
	for _, v := range before {
		was[v.ID] = v
	}
	for _, v := range after {
		w.ruled = append(w.ruled, v)
		old, stood := was[v.ID]
		delete(was, v.ID)
		a, _ := canonical(old)
		b, _ := canonical(v)
		switch {
		case !stood:
			w.change.VerdictsNew++
		case a != b:
			w.change.VerdictsChanged++
		}
	}
	w.change.VerdictsGone += len(was)
	w.withdrawn = append(w.withdrawn, slices.SortedFunc(maps.Values(was), graph.CompareVerdicts)...)
}

// addVerdicts writes verdicts of a dump, many in one transaction. They come before the articles, so that what was
// rejected is never seen.
func (w *writer) addVerdicts(verdicts []graph.Verdict) error {
	for part := range slices.Chunk(verdicts, leastBatch/8) {
		err := w.transact(func() error {
			for id, now := range byStatement(slices.Values(part)) {
				if err := w.recall(id, now); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// judged lists the statements on which there are verdicts, sorted; not all of them need be there.
func (r *reader) judged() ([]uuid.UUID, error) {
	var ids []uuid.UUID
	for _, decision := range graph.Decisions() {
		nodes, err := r.subjectsOf(verdictOf, quad.String(decision))
		if err == nil {
			err = r.resolve(nodes...)
		}
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			id, err := parseIRI(r.names[n], statementPrefix)
			if err != nil {
				return nil, err
			}
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, compareUUIDs)
	return slices.Compact(ids), nil
}

// verdictsOn gives the verdicts on statements, sorted.
func (r *reader) verdictsOn(ids ...uuid.UUID) (map[uuid.UUID][]graph.Verdict, error) {
	edge, err := r.number(verdictOf)
	if err != nil || edge == 0 {
		return nil, err
	}
	of := make(map[uint64]uuid.UUID, len(ids))
	for _, id := range ids {
		n, err := r.number(statementIRI(id))
		if err != nil {
			return nil, err
		}
		if n != 0 {
			of[n] = id
		}
	}
	nodes := map[uint64]bool{}
	for l, err := range r.bySubjects(r.ctx, slices.Sorted(maps.Keys(of)), []uint64{edge}) {
		if err != nil {
			return nil, err
		}
		nodes[l.subject] = true
	}
	if len(nodes) == 0 {
		return nil, nil
	}
	properties, err := r.properties(slices.Sorted(maps.Keys(nodes))...)
	if err != nil {
		return nil, err
	}
	found := map[uuid.UUID][]graph.Verdict{}
	for n := range nodes {
		if found[of[n]], err = decodeVerdicts(of[n], properties[n]); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// verdictQuads gives the quads of a verdict.
func verdictQuads(v graph.Verdict) ([]quad.Quad, error) {
	n := node{subject: statementIRI(v.Statement), label: quad.IRI(graph.ReviewerLabel(v.By))}
	n.text(verdictOf, string(v.Decision))
	n.text(day, string(v.On))
	n.text(note, v.Note)
	if v.Replacement != nil {
		for _, id := range named(*v.Replacement) {
			_, err := entityIRI(id)
			n.fail(err)
		}
		n.json(replacement, v.Replacement)
	}
	if n.err != nil {
		return nil, fmt.Errorf("verdict on %s: %w", v.Statement, n.err)
	}
	return n.quads, nil
}

// decodeVerdicts puts the verdicts on a statement together from its node.
func decodeVerdicts(id uuid.UUID, properties []property) ([]graph.Verdict, error) {
	byLabel := map[string]*graph.Verdict{}
	for _, p := range properties {
		label, _ := p.label.(quad.IRI)
		by, ok := graph.ReviewerOf(string(label))
		if !ok {
			continue
		}
		if byLabel[by] == nil {
			byLabel[by] = &graph.Verdict{ID: graph.VerdictID(id, by), Statement: id, By: by}
		}
		if err := verdictField(byLabel[by], p); err != nil {
			return nil, damaged("verdict of %q on %s: %v", by, id, err)
		}
	}
	var verdicts []graph.Verdict
	for _, by := range slices.Sorted(maps.Keys(byLabel)) {
		verdicts = append(verdicts, *byLabel[by])
	}
	return verdicts, nil
}

func verdictField(v *graph.Verdict, p property) error {
	switch p.predicate {
	case verdictOf:
		return field(p, &v.Decision)
	case day:
		return field(p, &v.On)
	case note:
		return field(p, &v.Note)
	case replacement:
		v.Replacement = &graph.Statement{}
		return p.into(v.Replacement)
	}
	return nil
}
