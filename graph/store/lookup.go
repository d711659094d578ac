package store

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// Article gives an article by its id, or ErrNoArticle.
func (s *Store) Article(ctx context.Context, id uuid.UUID) (graph.Article, error) {
	switch lacks, err := s.lacks(ctx, articleIRI(id)); {
	case err != nil:
		return graph.Article{}, s.wrap("article", err)
	case lacks:
		return graph.Article{}, fmt.Errorf("article: %w: %s", ErrNoArticle, id)
	}
	var article graph.Article
	err := s.reading(ctx, "article", func(r *reader) error {
		a, _, found, err := r.article(id)
		if err == nil && !found {
			return fmt.Errorf("%w: %s", ErrNoArticle, id)
		}
		article = a
		return err
	})
	return article, err
}

// lacks reports whether it is known, without a look, that the store has no node of the value: a load asks for each article.
func (s *Store) lacks(ctx context.Context, v quad.Value) (bool, error) {
	if err := ctx.Err(); err != nil {
		return false, err
	}
	if err := s.rlock(ctx); err != nil {
		return false, err
	}
	defer s.mu.RUnlock()
	return s.db.lacks(v), nil
}

// Articles gives all articles in the order of their ids.
func (s *Store) Articles(ctx context.Context) iter.Seq2[graph.Article, error] {
	return sequence(ctx, s, "articles", (*reader).articleIDs, func(r *reader, id uuid.UUID) (graph.Article, bool, error) {
		a, _, found, err := r.article(id)
		return a, found, err
	})
}

// Entity gives an entity by its id, or ErrNoEntity.
func (s *Store) Entity(ctx context.Context, id graph.ID) (graph.Entity, error) {
	var entity graph.Entity
	err := s.reading(ctx, "entity", func(r *reader) error {
		e, found, err := r.entity(id)
		if err == nil && !found {
			return fmt.Errorf("%w: %q", ErrNoEntity, id)
		}
		entity = e
		return err
	})
	return entity, err
}

// Entities gives all entities in the order of their ids.
func (s *Store) Entities(ctx context.Context) iter.Seq2[graph.Entity, error] {
	return sequence(ctx, s, "entities", (*reader).entityIDs, (*reader).entity)
}

// sequence lists ids and reads what they name part by part, so that the loop's body may use the store.
func sequence[K, V any](
	ctx context.Context, s *Store, operation string,
	list func(*reader) ([]K, error), read func(*reader, K) (V, bool, error),
) iter.Seq2[V, error] {
	return func(yield func(V, error) bool) {
		var ids []K
		err := s.reading(ctx, operation, func(r *reader) (err error) {
			ids, err = list(r)
			return err
		})
		if err != nil {
			give(ctx, nil, err, yield)
			return
		}
		for part := range slices.Chunk(ids, chunk) {
			var values []V
			err := s.reading(ctx, operation, func(r *reader) error {
				values = nil
				for _, id := range part {
					v, found, err := read(r, id)
					if err != nil {
						return err
					}
					if found {
						values = append(values, v)
					}
				}
				return nil
			})
			if !give(ctx, values, err, yield) {
				return
			}
		}
	}
}

// entity reads one entity.
func (r *reader) entity(id graph.ID) (graph.Entity, bool, error) {
	n, err := r.number(quad.IRI(id))
	if err != nil || n == 0 {
		return graph.Entity{}, false, err
	}
	properties, ok := r.loaded[n]
	if !ok {
		found, err := r.entityProperties(n)
		if err != nil {
			return graph.Entity{}, false, err
		}
		properties = found[n]
	}
	properties = slices.DeleteFunc(properties, func(p property) bool { return p.label != actorsLabel })
	if len(properties) == 0 {
		return graph.Entity{}, false, nil
	}
	e, err := decodeEntity(id, properties)
	return e, err == nil, err
}

// articleIDs lists all articles, sorted.
func (r *reader) articleIDs() ([]uuid.UUID, error) {
	var ids []uuid.UUID
	for name, err := range r.ofType(articleType) {
		if err != nil {
			return nil, err
		}
		id, err := parseIRI(name, articlePrefix)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	slices.SortFunc(ids, compareUUIDs)
	return ids, nil
}

// entityIDs lists all entities, sorted.
func (r *reader) entityIDs() ([]graph.ID, error) {
	var ids []graph.ID
	for _, t := range entityTypes() {
		for name, err := range r.ofType(t) {
			if err != nil {
				return nil, err
			}
			iri, ok := name.(quad.IRI)
			if !ok {
				return nil, damaged("%v has the type %q", name, t)
			}
			ids = append(ids, graph.ID(iri))
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// ofType gives the names of all nodes of a type.
func (r *reader) ofType(t quad.String) iter.Seq2[quad.Value, error] {
	return func(yield func(quad.Value, error) bool) {
		nodes, err := r.nodesOfType(t)
		if err == nil {
			err = r.resolve(nodes...)
		}
		if err != nil {
			yield(nil, err)
			return
		}
		for _, n := range nodes {
			if !yield(r.names[n], nil) {
				return
			}
		}
	}
}

func (r *reader) nodesOfType(t quad.String) ([]uint64, error) { return r.subjectsOf(typeOf, t) }

// subjectsOf gives the nodes from which an edge leads to the value.
func (r *reader) subjectsOf(predicate quad.IRI, v quad.Value) ([]uint64, error) {
	object, err := r.number(v)
	if err != nil || object == 0 {
		return nil, err
	}
	edge, err := r.number(predicate)
	if err != nil || edge == 0 {
		return nil, err
	}
	var nodes []uint64
	for l, err := range r.byObject(object, edge, 0) {
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, l.subject)
	}
	return nodes, nil
}
