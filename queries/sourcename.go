package queries

import (
	"context"
	"errors"
	"fmt"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// ErrNoSource is wrapped where no source has a name.
var ErrNoSource = errors.New("no such source")

// SourceNamed finds the id of a source by its id or its name, as [Sources] has them. Of several it gives that of most ties.
// Errors wrap ErrNoSource or come from the store.
func SourceNamed(ctx context.Context, s *store.Store, name string) (string, error) {
	return ask(ctx, s, "source", func(x *ties.Index) (string, error) {
		key := actors.Fold(name)
		has := func(id, called string) bool {
			return id == name || key != "" && (actors.Fold(called) == key || actors.Fold(graph.ID(id).Name()) == key)
		}
		var found []graph.ID
		for n := range ties.Node(x.Nodes()) {
			if has(string(x.ID(n)), x.Name(n)) && x.IsSource(n) {
				found = append(found, x.ID(n))
			}
		}
		if len(found) == 1 {
			return string(found[0]), nil
		}
		// several of one name, or an article of which nothing but its title is known
		all, err := sources(x, Options{MinConfidence: -1, Retracted: true, Superseded: true, Brief: true})
		if err != nil {
			return "", err
		}
		for _, row := range all.Sources {
			if has(row.ID, row.Name) {
				return row.ID, nil
			}
		}
		return "", fmt.Errorf("%w: %q", ErrNoSource, name)
	})
}
