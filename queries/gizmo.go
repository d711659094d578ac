package queries

import (
	"context"
	"iter"
	"time"

	"entente.example/graph/store"
)

// Limits end a Gizmo script.
type Limits struct {
	// MaxRows is how many rows it may give; 0 is [store.DefaultMaxRows].
	MaxRows int
	// Timeout is how long it may run; 0 is as long as the context lasts.
	Timeout time.Duration
}

// Gizmo runs a script in the store's own query language and gives its rows; docs/gizmo.md has examples. A mistake in
// the script is a store.ErrScript. Some mistakes end the process, so scripts of others belong in one of their own: see
// [store.Store.Gizmo].
func Gizmo(ctx context.Context, s *store.Store, script string, limits Limits) iter.Seq2[map[string]any, error] {
	return s.Gizmo(ctx, store.Query{Script: script, MaxRows: limits.MaxRows, Timeout: limits.Timeout})
}
