package queries

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

// Ref is an entity as answers show it.
type Ref struct {
	ID      graph.ID         `json:"id"`
	Name    string           `json:"name"`
	Type    graph.EntityType `json:"type,omitempty"`
	IsState bool             `json:"isState,omitempty"`
}

// ArticleRef is an article as answers cite it. Its date, title, publisher and address are those of its first
// appearance that has one.
type ArticleRef struct {
	ID        uuid.UUID           `json:"id"`
	Title     string              `json:"title,omitempty"`
	Publisher string              `json:"publisher,omitempty"`
	URL       string              `json:"url,omitempty"`
	Date      graph.Valid         `json:"date,omitempty"`
	Status    graph.ArticleStatus `json:"status,omitempty"`
	Archive   string              `json:"archive,omitempty"`
	// Successor is the article with the newer text at the address, if there is one.
	Successor uuid.UUID `json:"successor,omitzero"`
}

// Source is an origin of statements: a speaker, an agency, a publisher, or an article of which nothing is known. ID is
// an entity's, the publisher's name in that form, or the article's.
type Source struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Evidence is the sentence that an answer rests on. Marks are in bytes of the sentence.
type Evidence struct {
	Statement  uuid.UUID        `json:"statement"`
	Sentence   string           `json:"sentence"`
	Marks      graph.Marks      `json:"marks"`
	Confidence graph.Confidence `json:"confidence"`
	Article    ArticleRef       `json:"article"`
}

func refTo(g graph.Subgraph, id graph.ID) Ref {
	e, _ := g.Entity(id)
	return Ref{ID: id, Name: g.Name(id), Type: e.Type, IsState: e.IsState}
}

// refInStore refers to an entity by the store's name for it, or by that in its id where the store has none.
func refInStore(ctx context.Context, s *store.Store, id graph.ID) (Ref, error) {
	e, err := s.Entity(ctx, id)
	if err != nil && !errors.Is(err, store.ErrNoEntity) {
		return Ref{}, err
	}
	return Ref{ID: id, Name: cmp.Or(e.Name, id.Name()), Type: e.Type, IsState: e.IsState}, nil
}

func articleRef(g graph.Subgraph, id uuid.UUID) ArticleRef {
	a, _ := g.Article(id)
	return ArticleRef{
		ID: id, Title: a.Title(), Publisher: a.Publisher(), URL: a.URL(), Date: a.Date(), Status: a.Status, Archive: a.Archive,
		Successor: a.Successor,
	}
}

// sourcesOf names the origins that ties count (see [graph.Origin]).
func sourcesOf(g graph.Subgraph, origins []string) []Source {
	sources := make([]Source, 0, len(origins))
	for _, origin := range origins {
		name := g.Name(graph.ID(origin))
		if id, err := uuid.Parse(origin); err == nil {
			a := articleRef(g, id)
			name = cmp.Or(a.Title, a.URL, origin)
		}
		sources = append(sources, Source{origin, name})
	}
	return sources
}

// best gives the citation that was read most surely; of several, that of the earliest article. The statements stand in
// the order of their dates.
func best(g graph.Subgraph, statements []graph.Statement) Evidence {
	var found Evidence
	for _, s := range statements {
		for _, c := range s.Citations {
			if found.Sentence == "" || c.Confidence > found.Confidence {
				found = Evidence{Statement: s.ID, Sentence: c.Sentence, Marks: c.Marks, Confidence: c.Confidence}
				found.Article.ID = s.Article
			}
		}
	}
	found.Article = articleRef(g, found.Article.ID)
	return found
}

// idsOf gives the statements' ids, in their order.
func idsOf(statements []graph.Statement) []uuid.UUID {
	ids := make([]uuid.UUID, len(statements))
	for i, s := range statements {
		ids[i] = s.ID
	}
	return ids
}

// articlesOf counts the distinct articles.
func articlesOf(statements []graph.Statement) int {
	var ids []uuid.UUID
	for _, s := range statements {
		if !slices.Contains(ids, s.Article) {
			ids = append(ids, s.Article)
		}
	}
	return len(ids)
}

// notNil keeps a list that is empty from being written as null.
func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
