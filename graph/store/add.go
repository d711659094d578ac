package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// Change tells what a write did. Each reading counts once among the articles.
type Change struct {
	ArticlesNew       int `json:"articlesNew"`
	ArticlesUnchanged int `json:"articlesUnchanged"`
	// ArticlesReplaced were there with other statements, or from another extractor.
	ArticlesReplaced int `json:"articlesReplaced"`
	// ArticlesExtended were there with the same statements, and got appearances or other facts about themselves.
	ArticlesExtended int `json:"articlesExtended"`
	ArticlesRemoved  int `json:"articlesRemoved"`
	// ArticlesSuperseded lost their place to a newer text at their address, or came when that was there already. They are
	// counted above too.
	ArticlesSuperseded int `json:"articlesSuperseded"`

	StatementsNew  int `json:"statementsNew"`
	StatementsGone int `json:"statementsGone"`
	// StatementsChanged have the same id and other citations.
	StatementsChanged int `json:"statementsChanged"`

	EntitiesNew     int `json:"entitiesNew"`
	EntitiesChanged int `json:"entitiesChanged"`

	VerdictsNew     int `json:"verdictsNew"`
	VerdictsChanged int `json:"verdictsChanged"`
	VerdictsGone    int `json:"verdictsGone"`
}

// Add sums up two changes.
func (c Change) Add(d Change) Change {
	return Change{
		ArticlesSuperseded: c.ArticlesSuperseded + d.ArticlesSuperseded,
		ArticlesNew:        c.ArticlesNew + d.ArticlesNew,
		ArticlesUnchanged:  c.ArticlesUnchanged + d.ArticlesUnchanged,
		ArticlesReplaced:   c.ArticlesReplaced + d.ArticlesReplaced,
		ArticlesExtended:   c.ArticlesExtended + d.ArticlesExtended,
		ArticlesRemoved:    c.ArticlesRemoved + d.ArticlesRemoved,
		StatementsNew:      c.StatementsNew + d.StatementsNew,
		StatementsGone:     c.StatementsGone + d.StatementsGone,
		StatementsChanged:  c.StatementsChanged + d.StatementsChanged,
		EntitiesNew:        c.EntitiesNew + d.EntitiesNew,
		EntitiesChanged:    c.EntitiesChanged + d.EntitiesChanged,
		VerdictsNew:        c.VerdictsNew + d.VerdictsNew,
		VerdictsChanged:    c.VerdictsChanged + d.VerdictsChanged,
		VerdictsGone:       c.VerdictsGone + d.VerdictsGone,
	}
}

// Add writes readings, each whole or not at all, many in one transaction. An article that is there gets the appearances
// of both; where anything else of it differs, its old quads go and the new ones come in one step; where nothing does,
// nothing is written. An entity is written as given; two accounts of one that no dictionary lists (its id begins with
// ~) are joined, so that their order does not matter. Of two readings by one extractor, that in the light of the earlier
// date stays, for the same reason. Verdicts that stand on statements which come in hold for them at once.
//
// The change is what was written, also where an error or the context ended it early. Readings that break the model are
// ErrInvalid, and then nothing is written.
func (s *Store) Add(ctx context.Context, readings ...graph.Reading) (Change, error) {
	packets, err := prepare(readings)
	if err != nil {
		return Change{}, fmt.Errorf("add: %w", err)
	}
	return s.writing(ctx, "add", func(w *writer) error { return w.addAll(nil, packets) })
}

// Remove takes articles and their statements out, many in one transaction; of one that is not there, it reports
// ErrNoArticle, and takes none of its transaction out. Entities stay, and so do verdicts on the statements, which hold
// again when the article comes back.
func (s *Store) Remove(ctx context.Context, articles ...uuid.UUID) error {
	const together = 64 // are read at once
	_, err := s.writing(ctx, "remove", func(w *writer) error {
		for n := 0; len(articles) > 0; articles = articles[n:] {
			err := w.transact(func() error {
				for n = 0; n < len(articles) && !w.full(); {
					part := articles[n:min(n+together, len(articles))]
					if err := w.remove(part...); err != nil {
						return err
					}
					n += len(part)
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// remove collects what articles that go change.
func (w *writer) remove(ids ...uuid.UUID) error {
	all, err := w.storedAll(ids...)
	if err != nil {
		return err
	}
	for _, old := range all {
		id := old.article.ID
		if len(old.about) == 0 || w.articles[id] {
			return fmt.Errorf("%w: %s", ErrNoArticle, id)
		}
		if err := w.replace(old, content{}); err != nil {
			return err
		}
		w.articles[id] = true
		w.removed = append(w.removed, id)
		w.change.ArticlesRemoved++
		w.state.Articles--
	}
	return nil
}

// A transaction is written from this size on: a quarter of the store, within bounds. Each one writes the entries of the
// indexes anew that many quads share, such as all statements, so that small ones would take longer the bigger the store
// is; big ones take memory, and lose more where they are cut short.
const (
	leastBatch = 20_000
	mostBatch  = 60_000
)

// BatchQuads is how many quads [Store.Add] writes in one transaction, in a store of so many.
func BatchQuads(quads int) int { return min(max(quads/4, leastBatch), mostBatch) }

// delta is a change of quads.
type delta struct{ in, out []quad.Quad }

func (d delta) len() int { return len(d.in) + len(d.out) }

func (d *delta) add(e delta) {
	d.in = append(d.in, e.in...)
	d.out = append(d.out, e.out...)
}

// cancel takes out what comes in and goes out again, as where one article of a change overrides what another one says.
func (d *delta) cancel() {
	if len(d.in) == 0 || len(d.out) == 0 {
		return
	}
	comes := make(map[quad.Quad]int, len(d.out))
	for _, q := range d.out {
		comes[q] = 0
	}
	for _, q := range d.in {
		if n, goes := comes[q]; goes {
			comes[q] = n + 1
		}
	}
	goes := map[quad.Quad]int{}
	d.out = slices.DeleteFunc(d.out, func(q quad.Quad) bool {
		if comes[q] == 0 {
			return false
		}
		comes[q]--
		goes[q]++
		return true
	})
	if len(goes) == 0 {
		return
	}
	d.in = slices.DeleteFunc(d.in, func(q quad.Quad) bool {
		if goes[q] == 0 {
			return false
		}
		goes[q]--
		return true
	})
}

// difference gives what turns the old quads into the new ones.
func difference(before, after []quad.Quad) delta {
	had, has := make(map[quad.Quad]bool, len(before)), make(map[quad.Quad]bool, len(after))
	for _, q := range before {
		had[q] = true
	}
	var d delta
	for _, q := range after {
		if !had[q] && !has[q] {
			d.in = append(d.in, q)
		}
		has[q] = true
	}
	for _, q := range before {
		if !has[q] {
			d.out = append(d.out, q)
			has[q] = true
		}
	}
	return d
}
