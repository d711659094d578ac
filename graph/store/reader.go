package store

import (
	"context"
	"fmt"
	"iter"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"

	"entente.example/graph"
)

// reader walks the database by the numbers of its nodes, and looks up their names last. It is for one goroutine and
// one operation.
type reader struct {
	ctx   context.Context
	qs    cayley.QuadStore
	names map[uint64]quad.Value
	nodes map[quad.Value]uint64
	// newest holds the newest article at each address that was looked at.
	newest map[string]graph.Article
}

func newReader(ctx context.Context, qs cayley.QuadStore) *reader {
	return &reader{ctx: ctx, qs: qs, names: map[uint64]quad.Value{}, nodes: map[quad.Value]uint64{}, newest: map[string]graph.Article{}}
}

// link is a quad of numbers; 0 is none.
type link struct{ subject, predicate, object, label uint64 }

// number finds the node of a value, or 0 where the database has none.
func (r *reader) number(v quad.Value) (uint64, error) {
	if n, ok := r.nodes[v]; ok {
		return n, nil
	}
	ref, err := r.qs.ValueOf(v)
	if err != nil {
		return 0, err
	}
	n, _ := ref.(kv.Int64Value)
	r.nodes[v] = uint64(n)
	return uint64(n), nil
}

// bySubject gives the quads of a subject, under one predicate or (0) all.
func (r *reader) bySubject(subject, predicate uint64) iter.Seq2[link, error] {
	return r.scan(kv.DefaultQuadIndexes[0], subject, predicate)
}

// byObject gives the quads of an object, under one predicate or (0) all, from one subject or (0) all.
func (r *reader) byObject(object, predicate, subject uint64) iter.Seq2[link, error] {
	return r.scan(kv.DefaultQuadIndexes[1], object, predicate, subject)
}

// scan walks an index from the values up to the first that is 0.
func (r *reader) scan(index kv.QuadIndex, values ...uint64) iter.Seq2[link, error] {
	for i, v := range values {
		if v == 0 {
			values = values[:i]
			break
		}
	}
	if len(values) == 0 {
		return func(func(link, error) bool) {}
	}
	return r.walk(kv.IndexScan{Index: index, Values: values}.BuildIterator(r.qs))
}

// all gives every quad.
func (r *reader) all() iter.Seq2[link, error] { return r.walk(r.qs.QuadsAllIterator()) }

// walk turns a shape of Cayley's into a sequence, which closes it.
func (r *reader) walk(shape iterator.Shape) iter.Seq2[link, error] {
	return func(yield func(link, error) bool) {
		it := shape.Iterate()
		defer it.Close()
		for it.Next(r.ctx) {
			p, ok := it.Result().(*proto.Primitive)
			if !ok {
				yield(link{}, damaged("an index leads to %T rather than a quad", it.Result()))
				return
			}
			if !yield(link{p.Subject, p.Predicate, p.Object, p.Label}, nil) {
				return
			}
			// Cayley ends an iteration that was cancelled as if there were no more.
			if err := r.ctx.Err(); err != nil {
				yield(link{}, err)
				return
			}
		}
		if err := it.Err(); err != nil {
			yield(link{}, err)
		}
	}
}

// resolve looks up the names of nodes, each once.
func (r *reader) resolve(numbers ...uint64) error {
	var missing []cayley.Ref
	for _, n := range numbers {
		if _, ok := r.names[n]; !ok && n != 0 {
			r.names[n] = nil
			missing = append(missing, kv.Int64Value(n))
		}
	}
	if len(missing) == 0 {
		return nil
	}
	values, err := cayley.ValuesOf(r.ctx, r.qs, missing)
	if err != nil {
		return err
	}
	for i, ref := range missing {
		n := uint64(ref.(kv.Int64Value))
		if values[i] == nil {
			delete(r.names, n)
			return damaged("node %d has no name", n)
		}
		r.names[n] = values[i]
	}
	return nil
}

// iri gives the name of a node that must be an IRI.
func (r *reader) iri(n uint64) (quad.IRI, error) {
	iri, ok := r.names[n].(quad.IRI)
	if !ok {
		return "", damaged("node %d is %v rather than an IRI", n, r.names[n])
	}
	return iri, nil
}

// node gives the properties of one node.
func (r *reader) node(v quad.Value) ([]property, error) {
	n, err := r.number(v)
	if err != nil || n == 0 {
		return nil, err
	}
	found, err := r.properties(n)
	return found[n], err
}

// properties gives those of many nodes, with the names looked up together.
func (r *reader) properties(subjects ...uint64) (map[uint64][]property, error) {
	var links []link
	var numbers []uint64
	for _, n := range subjects {
		for l, err := range r.bySubject(n, 0) {
			if err != nil {
				return nil, err
			}
			links = append(links, l)
			numbers = append(numbers, l.predicate, l.object, l.label)
		}
	}
	if err := r.resolve(numbers...); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	found := make(map[uint64][]property, len(subjects))
	for _, l := range links {
		predicate, err := r.iri(l.predicate)
		if err != nil {
			return nil, err
		}
		p := property{predicate: predicate, object: r.names[l.object], label: r.names[l.label]}
		found[l.subject] = append(found[l.subject], p)
	}
	return found, nil
}
