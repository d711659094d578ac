package store

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

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

// Remove takes an article and its statements out, or reports ErrNoArticle. Entities stay, and so do verdicts on the
// statements, which hold again when the article comes back.
func (s *Store) Remove(ctx context.Context, article uuid.UUID) error {
	_, err := s.writing(ctx, "remove", func(w *writer) error {
		return w.transact(func() error {
			old, found, err := w.stored(article)
			if err != nil {
				return err
			}
			if !found {
				return fmt.Errorf("%w: %s", ErrNoArticle, article)
			}
			if err := w.replace(old, content{}); err != nil {
				return err
			}
			w.removed = append(w.removed, article)
			w.change.ArticlesRemoved++
			w.state.Articles--
			return nil
		})
	})
	return err
}

// A transaction is written from this size on: a quarter of the store, within bounds. Each one writes the entries of the
// indexes anew that many quads share, such as all statements, so that small ones would take longer the bigger the store
// is; big ones take memory, and lose more where they are cut short.
const (
	leastBatch = 10_000
	mostBatch  = 80_000
)

// BatchQuads is how many quads [Store.Add] writes in one transaction, in a store of so many.
func BatchQuads(quads int) int { return min(max(quads/4, leastBatch), mostBatch) }

// packet is a reading that has been checked, in its normal form.
type packet struct {
	article    graph.Article
	entities   []graph.Entity
	statements []graph.Statement
	// content is what it is made of as it stands here.
	content content
}

// prepare brings the readings to their normal form, without touching the caller's, checks them, and makes their quads:
// on all processors, since nothing can be written before.
func prepare(readings []graph.Reading) ([]packet, error) {
	packets, errs := make([]packet, len(readings)), make([]error, len(readings))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(readings)) {
		group.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(readings)); i = next.Add(1) - 1 {
				var err error
				if packets[i], err = prepareOne(readings[i]); err != nil {
					errs[i] = fmt.Errorf("%w: article %s: %w", ErrInvalid, readings[i].Article.ID, err)
				}
			}
		})
	}
	group.Wait()
	return packets, errors.Join(errs...)
}

func prepareOne(reading graph.Reading) (packet, error) {
	a := reading.Article
	if a.SHA256 == "" || graph.ArticleID(a.SHA256) != a.ID {
		return packet{}, fmt.Errorf("its id does not follow from its hash %q", a.SHA256)
	}
	a.Successor, a.CopyOf, a.FirstPublisher = uuid.Nil, uuid.Nil, "" // those are for the store to tell
	a.Appearances = slices.Clone(a.Appearances)
	a.AddAppearances()
	reading.Entities = slices.Clone(reading.Entities)
	reading.Statements = slices.Clone(reading.Statements)
	for i := range reading.Statements {
		citations := slices.Clone(reading.Statements[i].Citations)
		for j, c := range citations {
			if citations[j].Kinds = slices.Clone(c.Kinds); len(c.Kinds) == 0 {
				citations[j].Kinds = nil
			}
		}
		reading.Statements[i].Citations = citations
	}
	reading.Normalize()
	for i, e := range reading.Entities {
		if e.Type != "" && !e.Type.Known() {
			return packet{}, fmt.Errorf("entity %q: type %q is unknown", e.ID, e.Type)
		}
		reading.Entities[i] = normalizeEntity(e)
	}
	for _, s := range reading.Statements {
		if s.Article != a.ID {
			return packet{}, fmt.Errorf("statement %s is of article %s", s.ID, s.Article)
		}
		if err := s.Validate(); err != nil {
			return packet{}, err
		}
	}
	p := packet{article: a, entities: reading.Entities, statements: reading.Statements}
	return p, p.make()
}

// make makes the quads before anything is written, so that it cannot fail halfway.
func (p *packet) make() (err error) {
	for _, e := range p.entities {
		if _, err := entityQuads(e); err != nil {
			return err
		}
	}
	p.content, err = newContent(p.article, p.statements)
	return err
}

// delta is a change of quads.
type delta struct{ in, out []quad.Quad }

func (d delta) len() int { return len(d.in) + len(d.out) }

func (d *delta) add(e delta) {
	d.in = append(d.in, e.in...)
	d.out = append(d.out, e.out...)
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
