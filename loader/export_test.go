package loader

import (
	"context"
	"iter"

	"entente.example/graph"
	"entente.example/graph/store"
)

// LoadWith is Load with another reader, and batches of a dozen articles.
func LoadWith(ctx context.Context, s *store.Store, r Reader, docs iter.Seq2[graph.Document, error], opts Options) (Report, error) {
	return load(ctx, s, r, docs, opts, 500)
}
