package store

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// edgeQuads gives the edges that a statement has after the verdicts on it, all under its own label.
func edgeQuads(s graph.Statement, verdicts []graph.Verdict) ([]quad.Quad, error) {
	var quads []quad.Quad
	for _, e := range s.Edges(verdicts) {
		q, err := edgeQuad(s.ID, e)
		if err != nil {
			return nil, err
		}
		quads = append(quads, q)
	}
	return quads, nil
}

func edgeQuad(statement uuid.UUID, e graph.Edge) (quad.Quad, error) {
	from, err := entityIRI(e.Subject)
	if err != nil {
		return quad.Quad{}, fmt.Errorf("statement %s: subject: %w", statement, err)
	}
	to, err := entityIRI(e.Object)
	if err != nil {
		return quad.Quad{}, fmt.Errorf("statement %s: object: %w", statement, err)
	}
	return quad.Quad{Subject: from, Predicate: quad.IRI(e.Predicate), Object: to, Label: statementIRI(statement)}, nil
}

// tieQuad is the edge of a statement that nobody has judged.
func tieQuad(s graph.Statement) (quad.Quad, error) {
	return edgeQuad(s.ID, graph.Edge{Subject: s.Subject, Predicate: s.Predicate(), Object: s.Object})
}

// judge gives the content with the edges that verdicts leave to its statements. Its digest stays: it tells how the
// article was read.
func (c content) judge(statements []graph.Statement, verdicts map[uuid.UUID][]graph.Verdict) (content, error) {
	if len(verdicts) == 0 {
		return c, nil
	}
	c.statements = maps.Clone(c.statements)
	for _, s := range statements {
		if len(verdicts[s.ID]) == 0 {
			continue
		}
		tie, err := tieQuad(s)
		if err != nil {
			return c, err
		}
		edges, err := edgeQuads(s, verdicts[s.ID])
		if err != nil {
			return c, err
		}
		rest := slices.DeleteFunc(slices.Clone(c.statements[s.ID]), func(q quad.Quad) bool { return q == tie })
		c.statements[s.ID] = append(edges, rest...)
	}
	return c, nil
}

// judged gives the content as it is to be stored, with the verdicts that stand on its statements.
func (w *writer) judged(c content, statements []graph.Statement) (content, error) {
	if w.state.Verdicts == 0 {
		return c, nil
	}
	verdicts, err := w.r.verdictsOn(idsOf(statements)...)
	if err != nil {
		return c, err
	}
	c.statements = maps.Clone(c.statements) // a transaction that fails begins anew with what there was
	return c.judge(statements, verdicts)
}

func idsOf(statements []graph.Statement) []uuid.UUID {
	ids := make([]uuid.UUID, len(statements))
	for i, s := range statements {
		ids[i] = s.ID
	}
	return ids
}

// edgesOf gives those edges of a statement that the database has, of all that it may have.
func (r *reader) edgesOf(s graph.Statement, verdicts []graph.Verdict) ([]quad.Quad, error) {
	may := s.Edges(nil)
	if len(verdicts) > 0 {
		may = append(may, graph.Edge{Subject: s.Subject, Predicate: graph.RejectedEdge(s.Relation), Object: s.Object})
		for _, v := range verdicts {
			may = append(may, s.Edges([]graph.Verdict{v})...)
		}
	}
	var found []quad.Quad
	for _, e := range may {
		q, err := edgeQuad(s.ID, e)
		if err != nil {
			return nil, err
		}
		if slices.Contains(found, q) {
			continue
		}
		there, err := r.has(q)
		if err != nil {
			return nil, err
		}
		if there {
			found = append(found, q)
		}
	}
	return found, nil
}

// has reports whether the database has the quad.
func (r *reader) has(q quad.Quad) (bool, error) {
	var n [4]uint64
	var err error
	for i, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if n[i], err = r.number(v); err != nil || n[i] == 0 {
			return false, err
		}
	}
	return r.source.has(r.ctx, link{n[0], n[1], n[2], n[3]})
}

// isAway reports whether the error is that a statement is not there.
func isAway(err error) bool { return errors.Is(err, ErrNoStatement) }
