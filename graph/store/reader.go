package store

import (
	"context"
	"fmt"
	"iter"

	"github.com/cayleygraph/quad"

	"entente.example/graph"
)

// reader walks the database by the numbers of its nodes, and looks up their names last. It is for one goroutine and
// one operation.
type reader struct {
	source
	ctx   context.Context
	names map[uint64]quad.Value
	nodes map[quad.Value]uint64
	// loaded holds the properties of nodes that were read ahead, or is nil.
	loaded map[uint64][]property
	// newest holds the newest article at each address that was looked at.
	newest map[string]graph.Article
}

func newReader(ctx context.Context, s source) *reader {
	return &reader{
		source: s, ctx: ctx,
		names: map[uint64]quad.Value{}, nodes: map[quad.Value]uint64{}, newest: map[string]graph.Article{},
	}
}

// number finds the node of a value, or 0 where the database has none.
func (r *reader) number(v quad.Value) (uint64, error) {
	if n, ok := r.nodes[v]; ok {
		return n, nil
	}
	n, err := r.source.number(r.ctx, v)
	if err != nil {
		return 0, err
	}
	r.nodes[v] = n
	return n, nil
}

// byObject gives the quads of an object, under one predicate, from one subject or (0) all.
func (r *reader) byObject(object, predicate, subject uint64) iter.Seq2[link, error] {
	return r.byObjects(r.ctx, []uint64{object}, []uint64{predicate}, subject)
}

// resolve looks up the names of nodes, each once.
func (r *reader) resolve(numbers ...uint64) error {
	var missing []uint64
	for _, n := range numbers {
		if _, ok := r.names[n]; !ok && n != 0 {
			r.names[n] = nil
			missing = append(missing, n)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	values, err := r.values(r.ctx, missing)
	if err != nil {
		return err
	}
	for i, n := range missing {
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
	if properties, ok := r.loaded[n]; ok {
		return properties, nil
	}
	found, err := r.properties(n)
	return found[n], err
}

// properties gives those of many nodes, with the names looked up together.
func (r *reader) properties(subjects ...uint64) (map[uint64][]property, error) {
	return r.propertiesBy(nil, subjects...)
}

// entityProperties gives what is told of entities as such, without their ties: of a state that may be every second one.
func (r *reader) entityProperties(entities ...uint64) (map[uint64][]property, error) {
	var edges []uint64
	for _, p := range entityPredicates() {
		edge, err := r.number(p)
		if err != nil {
			return nil, err
		}
		if edge != 0 {
			edges = append(edges, edge)
		}
	}
	if len(edges) == 0 {
		return nil, nil
	}
	return r.propertiesBy(edges, entities...)
}

// propertiesBy gives those by some predicates, or, where these are none, all.
func (r *reader) propertiesBy(predicates []uint64, subjects ...uint64) (map[uint64][]property, error) {
	var links []link
	for l, err := range r.bySubjects(r.ctx, subjects, predicates) {
		if err != nil {
			return nil, err
		}
		links = append(links, l)
	}
	return r.propertiesOf(links)
}

// propertiesOf gives what quads tell, by their subjects, with the names looked up together.
func (r *reader) propertiesOf(links []link) (map[uint64][]property, error) {
	numbers := make([]uint64, 0, 3*len(links))
	for _, l := range links {
		numbers = append(numbers, l.predicate, l.object, l.label)
	}
	if err := r.resolve(numbers...); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	found := map[uint64][]property{}
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

// preload reads what is told of articles and entities together, for node and entity to find it.
func (r *reader) preload(articles, entities []quad.Value) error {
	for _, part := range []struct {
		values []quad.Value
		read   func(...uint64) (map[uint64][]property, error)
	}{{articles, r.properties}, {entities, r.entityProperties}} {
		numbers, err := r.numbers(part.values)
		if err != nil {
			return err
		}
		if len(numbers) == 0 {
			continue
		}
		found, err := part.read(numbers...)
		if err != nil {
			return err
		}
		if r.loaded == nil {
			r.loaded = make(map[uint64][]property, len(numbers))
		}
		for _, n := range numbers {
			r.loaded[n] = found[n]
		}
	}
	return nil
}

// preloadNewest notes the addresses at which no article stands yet.
func (r *reader) preloadNewest(urls []quad.Value) error {
	numbers, err := r.numbers(append([]quad.Value{address}, urls...))
	if err != nil {
		return err
	}
	taken := map[uint64]bool{}
	for l, err := range r.byObjects(r.ctx, numbers[1:], numbers[:1], 0) {
		if err != nil {
			return err
		}
		taken[l.object] = true
	}
	for i, url := range urls {
		text := string(url.(quad.String))
		if _, known := r.newest[text]; !known && !taken[numbers[i+1]] {
			r.newest[text] = graph.Article{}
		}
	}
	return nil
}

func (r *reader) numbers(values []quad.Value) (numbers []uint64, err error) {
	for _, v := range values {
		n, err := r.number(v)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, n)
	}
	return numbers, nil
}
