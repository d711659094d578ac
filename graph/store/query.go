package store

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// Filter selects statements: those that pass all of its fields. An empty field lets all pass. Ties without a direction
// are kept with their ends in order: ask for Either end of them.
type Filter struct {
	Subject, Object graph.ID
	// Either is the subject or the object.
	Either     graph.ID
	Relations  []graph.Relation
	Polarities []graph.Polarity
	Article    uuid.UUID
}

// chunk is how many statements are looked up together.
const chunk = 256

// Statements gives the statements that pass the filter, as their articles were read: what reviewers said of them,
// [Store.Verdicts] tells, and answers heed. With a Subject, Object, Either or Article they are sorted by
// [graph.CompareStatements]; else by the ids of their articles, and so within each article, since sorting them all
// would hold them all.
//
// The store may be written between two statements, by the loop's body too: each article's are as they were at one moment.
func (s *Store) Statements(ctx context.Context, filter Filter) iter.Seq2[graph.Statement, error] {
	return func(yield func(graph.Statement, error) bool) {
		if filter.selective() {
			var found []graph.Statement
			err := s.reading(ctx, "statements", func(r *reader) (err error) {
				found, err = r.statements(filter)
				return err
			})
			give(ctx, found, err, yield)
			return
		}
		var ids []uuid.UUID
		err := s.reading(ctx, "statements", func(r *reader) (err error) {
			ids, err = r.articleIDs()
			return err
		})
		if err != nil {
			yield(graph.Statement{}, err)
			return
		}
		for _, filter.Article = range ids {
			var found []graph.Statement
			err := s.reading(ctx, "statements", func(r *reader) (err error) {
				found, err = r.statements(filter)
				return err
			})
			if !give(ctx, found, err, yield) {
				return
			}
		}
	}
}

// give yields what was found, or the error, and reports whether to go on.
func give[T any](ctx context.Context, found []T, err error, yield func(T, error) bool) bool {
	var none T
	for _, one := range found {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			break
		}
		if !yield(one, nil) {
			return false
		}
	}
	if err != nil {
		yield(none, err)
		return false
	}
	return true
}

func (f Filter) selective() bool {
	return f.Subject != "" || f.Object != "" || f.Either != "" || f.Article != uuid.Nil
}

// passes reports whether the statement passes the filter.
func (f Filter) passes(s graph.Statement) bool {
	return (f.Subject == "" || f.Subject == s.Subject) && (f.Object == "" || f.Object == s.Object) &&
		(f.Either == "" || f.Either == s.Subject || f.Either == s.Object) &&
		(f.Article == uuid.Nil || f.Article == s.Article) &&
		(len(f.Relations) == 0 || slices.Contains(f.Relations, s.Relation)) &&
		(len(f.Polarities) == 0 || slices.Contains(f.Polarities, s.Polarity))
}

// statements gives those that pass, sorted.
func (r *reader) statements(filter Filter) ([]graph.Statement, error) {
	nodes, err := r.candidates(filter)
	if err != nil {
		return nil, err
	}
	var passed []graph.Statement
	for part := range slices.Chunk(nodes, chunk) {
		found, err := r.decode(part)
		if err != nil {
			return nil, err
		}
		for _, s := range found {
			if filter.passes(s) {
				passed = append(passed, s)
			}
		}
	}
	slices.SortFunc(passed, graph.CompareStatements)
	return passed, nil
}

// candidates finds the nodes of statements from the most selective end that the filter has: an article, then an edge.
func (r *reader) candidates(filter Filter) ([]uint64, error) {
	found := map[uint64]bool{}
	var err error
	switch {
	case filter.Article != uuid.Nil:
		err = r.ofArticle(filter.Article, found)
	case filter.Subject != "" && filter.Object != "":
		err = r.ties(filter, filter.Subject, filter.Object, found)
	case filter.Subject != "":
		err = r.ties(filter, filter.Subject, "", found)
	case filter.Object != "":
		err = r.ties(filter, "", filter.Object, found)
	default:
		if err = r.ties(filter, filter.Either, "", found); err == nil {
			err = r.ties(filter, "", filter.Either, found)
		}
	}
	return slices.Sorted(maps.Keys(found)), err
}

// ofArticle finds the nodes of an article's statements. By the article's label it would read every quad: Cayley's
// key-value stores have no index of labels.
func (r *reader) ofArticle(id uuid.UUID, found map[uint64]bool) error {
	article, err := r.number(articleIRI(id))
	if err != nil || article == 0 {
		return err
	}
	edge, err := r.number(articleOf)
	if err != nil || edge == 0 {
		return err
	}
	for l, err := range r.byObject(article, edge, 0) {
		if err != nil {
			return err
		}
		found[l.subject] = true
	}
	return nil
}

// ties finds the labels of the edges from one entity to another, either of which may be empty.
func (r *reader) ties(filter Filter, from, to graph.ID, found map[uint64]bool) error {
	edges, err := r.edges(filter)
	if err != nil {
		return err
	}
	ends := [2]uint64{}
	for i, id := range []graph.ID{from, to} {
		if id == "" {
			continue
		}
		if ends[i], err = r.number(quad.IRI(id)); err != nil || ends[i] == 0 {
			return err
		}
	}
	if len(edges) == 0 {
		return nil
	}
	links := r.byObjects(r.ctx, ends[1:], edges, ends[0])
	if to == "" {
		links = r.bySubjects(r.ctx, ends[:1], edges)
	}
	for l, err := range links {
		if err != nil {
			return err
		}
		if l.label != 0 {
			found[l.label] = true
		}
	}
	return nil
}

// edges gives the nodes of the predicates that the filter lets pass, as far as the store has them.
func (r *reader) edges(filter Filter) ([]uint64, error) {
	var edges []uint64
	for _, row := range graph.Relations() {
		if len(filter.Relations) > 0 && !slices.Contains(filter.Relations, row.Relation) {
			continue
		}
		names := []string{graph.RejectedEdge(row.Relation)}
		for _, p := range graph.Polarities() {
			if len(filter.Polarities) == 0 || slices.Contains(filter.Polarities, p) {
				names = append(names, graph.EdgeName(row.Relation, p))
			}
		}
		for _, name := range names {
			edge, err := r.number(quad.IRI(name))
			if err != nil {
				return nil, err
			}
			if edge != 0 {
				edges = append(edges, edge)
			}
		}
	}
	return edges, nil
}

// decode reads the statements of the nodes.
func (r *reader) decode(nodes []uint64) ([]graph.Statement, error) {
	if err := r.resolve(nodes...); err != nil {
		return nil, err
	}
	found, err := r.properties(nodes...)
	if err != nil {
		return nil, err
	}
	statements := make([]graph.Statement, 0, len(nodes))
	for _, n := range nodes {
		id, err := parseIRI(r.names[n], statementPrefix)
		if err != nil {
			return nil, err
		}
		s, err := decodeStatement(id, found[n])
		if err != nil {
			return nil, err
		}
		statements = append(statements, s)
	}
	return statements, nil
}

// Subgraph gives the statements that pass the filter, as [Store.Statements] does, with the verdicts on them and all
// articles and entities that they name and the store has.
func (s *Store) Subgraph(ctx context.Context, filter Filter) (graph.Subgraph, error) {
	var g graph.Subgraph
	for statement, err := range s.Statements(ctx, filter) {
		if err != nil {
			return graph.Subgraph{}, fmt.Errorf("subgraph: %w", err)
		}
		g.Statements = append(g.Statements, statement)
	}
	articles, entities := map[uuid.UUID]bool{}, map[graph.ID]bool{}
	for _, statement := range g.Statements {
		articles[statement.Article] = true
		for _, id := range named(statement) {
			entities[id] = true
		}
	}
	err := s.reading(ctx, "subgraph", func(r *reader) error {
		g.Articles, g.Entities, g.Verdicts = nil, nil, nil
		for part := range slices.Chunk(idsOf(g.Statements), chunk) {
			found, err := r.verdictsOn(part...)
			if err != nil {
				return err
			}
			for _, verdicts := range found {
				for _, v := range verdicts {
					g.Verdicts = append(g.Verdicts, v)
					if v.Replacement != nil {
						for _, id := range named(*v.Replacement) {
							entities[id] = true
						}
					}
				}
			}
		}
		for _, id := range slices.SortedFunc(maps.Keys(articles), compareUUIDs) {
			a, _, found, err := r.article(id)
			if err != nil {
				return err
			}
			if found {
				g.Articles = append(g.Articles, a)
			}
		}
		for _, id := range slices.Sorted(maps.Keys(entities)) {
			e, found, err := r.entity(id)
			if err != nil {
				return err
			}
			if found {
				g.Entities = append(g.Entities, e)
			}
		}
		return nil
	})
	if err != nil {
		return graph.Subgraph{}, err
	}
	g.Normalize()
	return g, nil
}

// named gives the entities that the statement names, some of them more than once.
func named(s graph.Statement) []graph.ID {
	ids := []graph.ID{s.Subject, s.Object}
	if s.Speaker != "" {
		ids = append(ids, s.Speaker)
	}
	for _, c := range s.Citations {
		for _, id := range []graph.ID{c.Place, c.Via} {
			if id != "" {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func compareUUIDs(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) }
