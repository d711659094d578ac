package queries

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

// Subgraph gives the part of the graph to draw or to export: the ties that pass the options, around Options.Name or
// all, with the articles and entities that they name. Of a tie that is shown all statements are there, also those of
// other polarities, so that whoever draws it can tell that it is contested; a tie that is only denied is there if
// denied ones are asked for. Errors wrap ErrOption or come from the store.
func Subgraph(ctx context.Context, s *store.Store, opts Options) (graph.Subgraph, LeftOut, error) {
	if err := opts.complete(); err != nil {
		return graph.Subgraph{}, LeftOut{}, fmt.Errorf("subgraph: %w", err)
	}
	var g graph.Subgraph
	var left LeftOut
	var err error
	if opts.Name == "" {
		g, left, err = collect(ctx, s, opts, store.Filter{Relations: opts.Relations})
		opts.keepShown(&g)
	} else {
		g, left, err = around(ctx, s, opts)
	}
	if err != nil {
		return graph.Subgraph{}, LeftOut{}, fmt.Errorf("subgraph: %w", err)
	}
	prune(&g)
	return g, left, nil
}

// around collects the ties of the name, then those of its neighbours, and so on.
func around(ctx context.Context, s *store.Store, opts Options) (graph.Subgraph, LeftOut, error) {
	var all, g graph.Subgraph
	var left LeftOut
	reached := map[graph.ID]bool{opts.Name: true}
	edge := []graph.ID{opts.Name}
	for range opts.Depth {
		var filters []store.Filter
		for _, id := range edge {
			filters = append(filters, store.Filter{Either: id, Relations: opts.Relations})
		}
		var err error
		if all, err = fetch(ctx, s, all, filters...); err != nil {
			return graph.Subgraph{}, LeftOut{}, err
		}
		g = all
		left = opts.sift(&g)
		opts.keepShown(&g)
		if edge = beyond(g, reached); len(edge) == 0 {
			break
		}
	}
	return g, left, nil
}

// beyond gives the ends of statements that were not reached before, sorted, and notes that they are now.
func beyond(g graph.Subgraph, reached map[graph.ID]bool) []graph.ID {
	var fresh []graph.ID
	for _, statement := range g.Statements {
		for _, id := range []graph.ID{statement.Subject, statement.Object} {
			if !reached[id] {
				reached[id] = true
				fresh = append(fresh, id)
			}
		}
	}
	slices.Sort(fresh)
	return fresh
}

// keepShown takes out the statements on ties that are not to be shown under any polarity.
func (o *Options) keepShown(g *graph.Subgraph) {
	shown := map[uuid.UUID]bool{}
	for _, t := range graph.Ties(*g) {
		shown[t.Fact] = shown[t.Fact] || o.wants(t)
	}
	g.Statements = slices.DeleteFunc(g.Statements, func(s graph.Statement) bool { return !shown[s.Fact()] })
}
