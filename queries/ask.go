package queries

import (
	"context"
	"fmt"

	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// ask asks a question of the store's index, and names it in errors. Where the index could not be read on the way, because
// its file is damaged or has made room for a newer one, nothing of the answer counts: the store makes another index, of
// which the question is asked once more.
func ask[T any](ctx context.Context, s *store.Store, question string, answer func(*ties.Index) (T, error)) (T, error) {
	var none T
	for again := true; ; again = false {
		x, err := s.Ties(ctx)
		if err != nil {
			return none, fmt.Errorf("%s: %w", question, err)
		}
		found, err := answer(x)
		if failure := x.Err(); failure != nil {
			if again {
				continue
			}
			err = failure
		}
		if err != nil {
			return none, fmt.Errorf("%s: %w", question, err)
		}
		return found, nil
	}
}
