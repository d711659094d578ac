package store

import (
	"context"
	"errors"
	"strconv"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"
	"github.com/syndtr/goleveldb/leveldb/storage"

	"entente.example/graph"
	"entente.example/graph/ties"
)

// OpenStorage opens a store over files that a test controls.
func OpenStorage(ctx context.Context, files storage.Storage) (*Store, error) {
	return newStore(ctx, "test", disk{open: func(bool) (storage.Storage, error) { return kept{files}, nil }}.engine, false)
}

// OpenError is what Open tells of an error that kept a database from opening: root may write everywhere, so that a test
// that root runs cannot make one.
func OpenError(address string, err error) error { return openError(address, err) }

// Write puts quads in and takes others out, past all checks.
func (s *Store) Write(in, out []quad.Quad) error {
	ctx := context.Background()
	_, err := s.writing(ctx, "write", func(w *writer) error {
		if err := w.reset(); err != nil {
			return err
		}
		return w.tx.commit(ctx, delta{in, out}, w.state.Writes)
	})
	return err
}

// StatementQuads gives the quads of a statement, and what they are put together to again.
func StatementQuads(s graph.Statement) ([]quad.Quad, graph.Statement, error) {
	quads, err := statementQuads(s)
	if err != nil {
		return nil, graph.Statement{}, err
	}
	var properties []property
	for _, q := range quads {
		if q.Subject == statementIRI(s.ID) {
			properties = append(properties, property{q.Predicate.(quad.IRI), q.Object, q.Label})
		}
	}
	back, err := decodeStatement(s.ID, properties)
	return quads, back, err
}

// EntityQuads gives the quads of an entity, and what they are put together to again.
func EntityQuads(e graph.Entity) ([]quad.Quad, graph.Entity, error) {
	quads, err := entityQuads(e)
	if err != nil {
		return nil, graph.Entity{}, err
	}
	var properties []property
	for _, q := range quads {
		properties = append(properties, property{q.Predicate.(quad.IRI), q.Object, q.Label})
	}
	back, err := decodeEntity(e.ID, properties)
	return quads, back, err
}

// Line writes a quad as a line of a dump.
func Line(q quad.Quad) string { return string(appendQuad(nil, q)) }

// ModelQuad is the mark of a store of a model version.
func ModelQuad(version string) quad.Quad { return metaQuad(modelPredicate, version) }

// Downgrade gives the store the form of version 1 of the model.
func (s *Store) Downgrade(ctx context.Context) error {
	_, err := s.writing(ctx, "downgrade", func(w *writer) error {
		return w.transact(func() error {
			ids, err := w.r.articleIDs()
			if err != nil {
				return err
			}
			for _, id := range ids {
				old, _, err := w.stored(id)
				if err != nil {
					return err
				}
				if err := w.replace(old, withoutAddresses(id, old)); err != nil {
					return err
				}
			}
			w.delta.add(difference([]quad.Quad{ModelQuad(strconv.Itoa(ModelVersion))}, []quad.Quad{ModelQuad("1")}))
			return nil
		})
	})
	return err
}

func withoutAddresses(id uuid.UUID, old content) content {
	next := content{statements: old.statements}
	for _, q := range old.about {
		if q.Predicate != address && q.Predicate != digest {
			next.about = append(next.about, q)
		}
	}
	next.digest = digestOf(next.quads())
	iri := articleIRI(id)
	next.about = append(next.about, quad.Quad{Subject: iri, Predicate: digest, Object: quad.String(next.digest.String()), Label: iri})
	return next
}

// SubtractSums checks that taking a hash off undoes adding it.
func SubtractSums(a, b [32]byte) error {
	if sum(a).add(b).sub(b) != a || sum(a).sub(b).add(b) != a {
		return errors.New("adding and taking off does not give the same")
	}
	return nil
}

// ArticleQuads gives the quads of an article and its statements.
func ArticleQuads(r graph.Reading) ([]quad.Quad, error) {
	p, err := prepareOne(r)
	if err != nil {
		return nil, err
	}
	c, err := newContent(p.article, p.statements)
	return c.quads(), err
}

// Recent is what is remembered of things used lately, each of which weighs what it is.
type Recent struct{ held *recent[string, int] }

// NewRecent makes one of so much room, twice.
func NewRecent(room int) Recent {
	return Recent{newRecent(room, func(_ string, weight int) int { return weight })}
}

// Get, Put and Drop are those of recent.
func (r Recent) Get(key string) (int, bool) { return r.held.get(key) }

// Put holds a value.
func (r Recent) Put(key string, value int) { r.held.put(key, value) }

// Drop forgets a value.
func (r Recent) Drop(key string) { r.held.drop(key) }

// KnowsNodes reports whether the writer has read which nodes there are.
func (s *Store) KnowsNodes() bool { return s.db.(*levelDB).nodes.Load() != nil }

// HoldFresh sets how many bytes of an index the writer holds in memory.
func (s *Store) HoldFresh(bytes int) { s.ties.room = bytes }

// TiesWithoutScan gives the index of ties where it can be had without reading the whole store.
func (s *Store) TiesWithoutScan(revision string) (*ties.Index, error) { return s.currentTies(revision) }

// PartLines is how many quads of a dump are put together at once.
const PartLines = partLines

// Without takes numbers out of the value of an entry of an index.
func Without(value []byte, gone []uint64) ([]byte, error) { return without(value, gone) }
