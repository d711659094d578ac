package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"strconv"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
)

// writer makes one transaction after the other. What it has not committed is in its fields alone.
type writer struct {
	ctx context.Context
	db  engine
	// written is what was committed; failed tells that the database gave an error as it was written.
	written Change
	failed  bool

	tx     transaction
	r      *reader
	before state

	delta    delta
	state    state
	change   Change
	articles map[uuid.UUID]bool
	entities map[graph.ID]graph.Entity
	// known holds entities as they are stored.
	known map[graph.ID]graph.Entity
	// placed are the articles that come in, removed those that go out: what the index of ties is to know.
	placed  []packet
	removed []uuid.UUID
	// ruled are the verdicts that stand on what was judged, withdrawn those that were taken back: for the index too.
	ruled, withdrawn []graph.Verdict
	// committed is told of each transaction, or is nil.
	committed func(from, to sum, w *writer)
}

func newWriter(ctx context.Context, db engine) *writer { return &writer{ctx: ctx, db: db} }

// patience is how long a transaction is tried again that another writer, or a server that restarts, made fail.
const patience = time.Minute

// transact has collect collect a change, and commits it. What fails in passing is done again from the beginning.
func (w *writer) transact(collect func() error) error {
	return again(w.ctx, w.db, func() error { return w.once(collect) })
}

// again tries until it goes well, fails for good, or patience ends.
func again(ctx context.Context, db engine, try func() error) error {
	pause, since := 5*time.Millisecond, time.Now()
	for {
		err := try()
		if err == nil || !db.passing(err) || time.Since(since) > patience {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-time.After(pause + rand.N(pause)): // others may wait for the same
		}
		pause = min(2*pause, time.Second)
	}
}

func (w *writer) once(collect func() error) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	defer w.rollback()
	if err := w.reset(); err != nil {
		return err
	}
	if err := collect(); err != nil {
		return err
	}
	return w.commit()
}

// reset begins a transaction.
func (w *writer) reset() (err error) {
	if w.tx, err = w.db.begin(w.ctx); err != nil {
		return err
	}
	w.r = newReader(w.ctx, w.tx.source())
	w.delta, w.change = delta{}, Change{}
	w.articles, w.entities, w.known = map[uuid.UUID]bool{}, map[graph.ID]graph.Entity{}, w.tx.entities()
	w.placed, w.removed = nil, nil
	w.ruled, w.withdrawn = nil, nil
	w.failed = false
	w.before, _, err = w.r.state()
	w.state = w.before
	return err
}

// commit writes what was collected, with the store's new figures.
func (w *writer) commit() error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if w.delta.len() > 0 {
		w.state.Quads += len(w.delta.in) - len(w.delta.out)
		w.delta.cancel()
		w.state.Writes++
		before, err := w.before.quad()
		if err != nil {
			return err
		}
		after, err := w.state.quad()
		if err != nil {
			return err
		}
		w.delta.add(difference([]quad.Quad{before}, []quad.Quad{after}))
		change := w.delta
		w.delta = delta{} // which takes memory as long as it is held
		if err := w.tx.commit(w.ctx, change, w.state.Writes); err != nil {
			w.failed = true
			return err
		}
		maps.Copy(w.known, w.entities)
		if w.committed != nil {
			w.committed(w.before.Revision, w.state.Revision, w)
		}
	}
	w.written = w.written.Add(w.change)
	return nil
}

func (w *writer) rollback() {
	if w.tx != nil {
		w.tx.rollback()
		w.tx = nil
	}
}

// full reports whether enough was collected for a transaction.
func (w *writer) full() bool { return w.delta.len() >= BatchQuads(w.before.Quads) }

// addAll writes entities and readings, many in one transaction.
func (w *writer) addAll(entities []graph.Entity, packets []packet) error {
	making := newAhead(packets)
	defer making.close()
	for at := 0; len(entities) > 0 || at < len(packets); {
		e, p := 0, at
		err := w.transact(func() error {
			for e = 0; e < len(entities) && !w.full(); e++ {
				if err := w.addEntity(entities[e]); err != nil {
					return fmt.Errorf("entity %q: %w", entities[e].ID, err)
				}
			}
			// An article that comes again is not to be seen in the database yet.
			for p = at; p < len(packets) && !w.full() && !w.articles[packets[p].article.ID]; p++ {
				if (p-at)%chunk == 0 {
					if err := w.preload(packets[p:min(p+chunk, len(packets))]); err != nil {
						return err
					}
				}
				made, err := making.get(p)
				if err == nil {
					err = w.add(packets[p], made)
				}
				if err != nil {
					return fmt.Errorf("article %s: %w", packets[p].article.ID, err)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		making.drop(at, p)
		entities, at = entities[e:], p
	}
	return nil
}

// preload reads what packets are about, with few questions, where each of them takes its time.
func (w *writer) preload(packets []packet) error {
	if !w.r.far() {
		return nil
	}
	var articles, entities, urls []quad.Value
	for _, p := range packets {
		articles = append(articles, articleIRI(p.article.ID))
		for _, e := range p.entities {
			if _, ok := w.known[e.ID]; !ok {
				entities = append(entities, quad.IRI(e.ID))
			}
		}
		for _, url := range p.article.Addresses() {
			urls = append(urls, quad.String(storable(url)))
		}
	}
	if err := w.r.preload(articles, entities); err != nil {
		return err
	}
	return w.r.preloadNewest(urls)
}

// add collects what a reading, of these quads, changes.
func (w *writer) add(p packet, made content) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if err := w.addArticle(p, made); err != nil {
		return err
	}
	for _, e := range p.entities {
		if err := w.addEntity(e); err != nil {
			return fmt.Errorf("entity %q: %w", e.ID, err)
		}
	}
	return nil
}

// first marks a database without quads as a store.
func (w *writer) first() error {
	return w.transact(func() error {
		if _, version, err := w.r.state(); err != nil || version > 0 { // another process was first
			return err
		}
		for _, err := range w.r.all(w.ctx) {
			if err != nil {
				return err
			}
			return &Error{Err: ErrNotStore, Cause: errors.New("it is a Cayley database of something else")}
		}
		first, err := w.state.quad()
		if err != nil {
			return err
		}
		return w.tx.commit(w.ctx, delta{in: []quad.Quad{first, metaQuad(modelPredicate, strconv.Itoa(ModelVersion))}}, 0)
	})
}

// upgrade writes the quads of each article anew, and the version last, so that what is stopped goes on the next time.
func (w *writer) upgrade() error {
	var ids []uuid.UUID
	err := w.transact(func() error {
		_, from, err := w.r.state()
		if err == nil && from < sameArticles {
			ids, err = w.r.articleIDs()
		}
		return err
	})
	for err == nil && len(ids) > 0 {
		n := 0
		err = w.transact(func() error {
			for n = 0; n < len(ids) && !w.full(); n++ {
				if err := w.rewrite(ids[n]); err != nil {
					return fmt.Errorf("article %s: %w", ids[n], err)
				}
			}
			return nil
		})
		ids = ids[n:]
	}
	if err != nil {
		return err
	}
	return w.transact(func() error {
		_, from, err := w.r.state()
		if err != nil {
			return err
		}
		if from < sameArticles {
			w.state.Quads = 0 // version 1 did not count them
			err = w.r.everyQuad(func(quad.Quad) { w.state.Quads++ })
		}
		w.delta.add(difference(
			[]quad.Quad{metaQuad(modelPredicate, strconv.Itoa(from))}, []quad.Quad{metaQuad(modelPredicate, strconv.Itoa(ModelVersion))},
		))
		return err
	})
}

// rewrite collects what turns the quads of an article into those of this version of the model.
func (w *writer) rewrite(id uuid.UUID) error {
	old, _, err := w.stored(id)
	if err != nil {
		return err
	}
	a, _, _, err := w.r.storedArticle(id)
	if err != nil {
		return err
	}
	statements, err := w.r.statements(Filter{Article: id})
	if err != nil {
		return err
	}
	next, err := newContent(a, statements)
	if err != nil {
		return err
	}
	if next, err = w.judged(next, statements); err != nil {
		return err
	}
	return w.replace(old, next)
}
