package loader

import (
	"context"
	"errors"
	"iter"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

// Fresh passes documents on, and notes the articles, each once, that the store lacks as they pass, or that another reader
// than the named one has read; with resume only those that it lacks. What it cannot find out, the load tells.
func Fresh(
	ctx context.Context, s *store.Store, reader string, resume bool, docs iter.Seq2[graph.Document, error], note func(article uuid.UUID),
) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		seen := map[uuid.UUID]bool{}
		for doc, err := range docs {
			if err == nil && !seen[doc.ID] {
				seen[doc.ID] = true
				stored, lookErr := s.Article(ctx, doc.ID)
				if errors.Is(lookErr, store.ErrNoArticle) || lookErr == nil && stored.Extractor != reader && !resume {
					note(doc.ID)
				}
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}
