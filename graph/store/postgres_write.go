package store

import (
	"context"
	"fmt"
	"iter"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	graphlog "github.com/cayleygraph/cayley/graph/log"
	"github.com/cayleygraph/cayley/graph/refs"
	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"
	"github.com/lib/pq"
)

// write makes a change with a few statements, each of whole sets, as Cayley would make it quad by quad.
func (t *sqlTransaction) write(ctx context.Context, d delta) error {
	deltas := make([]cayley.Delta, 0, d.len())
	for _, q := range d.in {
		deltas = append(deltas, cayley.Delta{Quad: q, Action: cayley.Add})
	}
	for _, q := range d.out {
		deltas = append(deltas, cayley.Delta{Quad: q, Action: cayley.Delete})
	}
	split := graphlog.SplitDeltas(deltas)
	if err := t.countUp(ctx, split.IncNode); err != nil {
		return err
	}
	if err := t.quads(ctx, "add quads", `INSERT INTO quads (subject_hash, predicate_hash, object_hash, label_hash, ts)
		SELECT s, p, o, l, now() FROM unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS q (s, p, o, l)`, split.QuadAdd); err != nil {
		return err
	}
	if err := t.quads(ctx, "remove quads", `DELETE FROM quads
		USING unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS q (s, p, o, l)
		WHERE subject_hash = s AND predicate_hash = p AND object_hash = o AND label_hash = l`, split.QuadDel); err != nil {
		return err
	}
	return t.countDown(ctx, split.DecNode)
}

// countUp adds nodes, or to the counts of their uses.
func (t *sqlTransaction) countUp(ctx context.Context, nodes []graphlog.NodeUpdate) error {
	type set struct {
		hashes pq.ByteaArray
		refs   []int64
		texts  []string
	}
	var iris, literals set
	for _, n := range nodes {
		to, text := &iris, ""
		switch v := n.Val.(type) {
		case quad.IRI:
			text = string(v)
		case quad.String:
			to, text = &literals, string(v)
		default:
			return fmt.Errorf("%v is neither an IRI nor a literal", n.Val)
		}
		if strings.Contains(text, "\x00") {
			return fmt.Errorf("%q holds a NUL, which the database does not store", text)
		}
		to.hashes, to.refs, to.texts = append(to.hashes, n.Hash[:]), append(to.refs, int64(n.RefInc)), append(to.texts, text)
	}
	for _, s := range []struct {
		set
		iri any
	}{{iris, true}, {literals, nil}} {
		if len(s.hashes) == 0 {
			continue
		}
		err := t.exec(ctx, "add nodes", len(s.hashes), `INSERT INTO nodes (hash, refs, value_string, iri)
			SELECT h, n, v, $4::boolean FROM unnest($1::bytea[], $2::int[], $3::text[]) AS u (h, n, v)
			ON CONFLICT (hash) DO UPDATE SET refs = nodes.refs + EXCLUDED.refs`, s.hashes, pq.Array(s.refs), pq.Array(s.texts), s.iri)
		if err != nil {
			return err
		}
	}
	return nil
}

// countDown takes from the counts of the uses of nodes, and takes out those that are used no more.
func (t *sqlTransaction) countDown(ctx context.Context, nodes []graphlog.NodeUpdate) error {
	if len(nodes) == 0 {
		return nil
	}
	var hashes pq.ByteaArray
	var counts []int64
	for _, n := range nodes {
		hashes, counts = append(hashes, n.Hash[:]), append(counts, int64(n.RefInc))
	}
	if err := t.exec(ctx, "count nodes", len(nodes), `UPDATE nodes SET refs = refs + n
		FROM unnest($1::bytea[], $2::int[]) AS u (h, n) WHERE hash = h`, hashes, pq.Array(counts)); err != nil {
		return err
	}
	_, err := t.tx.ExecContext(ctx, `DELETE FROM nodes WHERE hash = ANY($1) AND refs <= 0`, hashes)
	return err
}

func (t *sqlTransaction) quads(ctx context.Context, what, query string, quads []graphlog.QuadUpdate) error {
	if len(quads) == 0 {
		return nil
	}
	var columns [4]pq.ByteaArray
	for _, q := range quads {
		for i, h := range q.Quad.Dirs() {
			columns[i] = append(columns[i], hashBytes(h))
		}
	}
	return t.exec(ctx, what, len(quads), query, columns[0], columns[1], columns[2], columns[3])
}

// hashBytes gives the column of a node, nil for none.
func hashBytes(h refs.ValueHash) []byte {
	if !h.Valid() {
		return nil
	}
	return h[:]
}

func (s *sqlSource) bySubjects(ctx context.Context, subjects, predicates []uint64) iter.Seq2[link, error] {
	query, args := `subject_hash = ANY($1)`, []any{s.list(subjects)}
	if len(predicates) > 0 {
		query, args = query+` AND predicate_hash = ANY($2)`, append(args, s.list(predicates))
	}
	return s.links(ctx, query, args...)
}

func (s *sqlSource) byObjects(ctx context.Context, objects, predicates []uint64, subject uint64) iter.Seq2[link, error] {
	query, args := `object_hash = ANY($1)`, []any{s.list(objects)}
	if len(predicates) > 0 {
		query, args = query+` AND predicate_hash = ANY($2)`, append(args, s.list(predicates))
	}
	if subject != 0 {
		query, args = fmt.Sprintf(`%s AND subject_hash = $%d`, query, len(args)+1), append(args, s.hashes[subject].SQLValue())
	}
	return s.links(ctx, query, args...)
}

func (s *sqlSource) has(ctx context.Context, l link) (bool, error) {
	for other, err := range s.byObjects(ctx, []uint64{l.object}, []uint64{l.predicate}, l.subject) {
		if err != nil || other == l {
			return err == nil, err
		}
	}
	return false, nil
}

// links gives the quads that pass the condition. They are read to the end first: the connection has one query at a time.
func (s *sqlSource) links(ctx context.Context, condition string, args ...any) iter.Seq2[link, error] {
	return func(yield func(link, error) bool) {
		found, _, err := s.page(ctx, `SELECT horizon, subject_hash, predicate_hash, object_hash, label_hash FROM quads WHERE `+condition, args...)
		give(ctx, found, err, yield)
	}
}

func (s *sqlSource) page(ctx context.Context, query string, args ...any) (found []link, last int64, err error) {
	rows, err := s.tx.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, 0, s.db.explain(ctx, err)
	}
	defer rows.Close()
	for rows.Next() {
		var h [4]csql.NodeHash
		if err := rows.Scan(&last, &h[0], &h[1], &h[2], &h[3]); err != nil {
			return nil, 0, err
		}
		found = append(found, link{s.numberOf(h[0]), s.numberOf(h[1]), s.numberOf(h[2]), s.numberOf(h[3])})
	}
	return found, last, s.db.explain(ctx, rows.Err())
}

func (s *sqlSource) all(ctx context.Context) iter.Seq2[link, error] {
	const together = 5_000
	return func(yield func(link, error) bool) {
		last := int64(-1 << 63)
		for {
			found, to, err := s.page(ctx, fmt.Sprintf(`SELECT horizon, subject_hash, predicate_hash, object_hash, label_hash FROM quads
				WHERE horizon > $1 ORDER BY horizon LIMIT %d`, together), last)
			if !give(ctx, found, err, yield) || len(found) < together {
				return
			}
			last = to
		}
	}
}
