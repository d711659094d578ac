package store

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/google/uuid"

	"entente.example/graph/ties"
)

// Ties gives the index of what the store's statements say, as of its present content. It is made when it is first asked
// for: from the file that stands in the store's folder, where that is of this content, else from the one before and what
// was written since, else by reading the whole store. A new one is kept in the folder, where that can be written. The
// caller must not close it: the store does.
func (s *Store) Ties(ctx context.Context) (*ties.Index, error) {
	s.ties.making.Lock()
	defer s.ties.making.Unlock()
	err := s.reading(ctx, "ties", func(r *reader) error {
		kept, _, err := r.state()
		if err != nil {
			return err
		}
		revision := kept.Revision.String()
		if s.ties.index != nil && s.ties.index.Revision() == revision {
			return nil
		}
		x, err := s.currentTies(revision)
		if err != nil {
			if x, err = scanTies(ctx, r, revision); err != nil {
				return err
			}
		}
		s.ties.replace(s.keep(x))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return s.ties.index, nil
}

// tied is the index of a store, and what was written since it was made.
type tied struct {
	// making is held while the index is made or closed.
	making sync.Mutex
	index  *ties.Index

	// mu is held while what is below changes, by who writes too.
	mu sync.Mutex
	// fresh leads from the content of one revision to that of another; nil where nothing was written.
	fresh    *ties.Builder
	from, to string
}

func (t *tied) replace(x *ties.Index) {
	if t.index != nil && t.index != x {
		_ = t.index.Close() // it was only read
	}
	t.index = x
}

// note takes in a transaction that was written.
func (t *tied) note(from, to sum, w *writer) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.fresh == nil || t.to != from.String() {
		t.fresh, t.from = ties.NewBuilder(), from.String()
	}
	t.to = to.String()
	for _, id := range slices.Sorted(maps.Keys(w.entities)) {
		t.fresh.Entity(w.entities[id])
	}
	for _, p := range w.placed {
		t.fresh.Article(p.article, p.statements)
	}
	for _, id := range w.removed {
		t.fresh.Remove(id)
	}
	for _, v := range w.withdrawn {
		t.fresh.Withdraw(v.Statement, v.By)
	}
	for _, v := range w.ruled {
		t.fresh.Verdict(v)
	}
}

// take gives what was written up to the revision, and the revision from which it leads; nil where that is nothing, or
// where more was written meanwhile. What is written next is noted anew.
func (t *tied) take(revision string) (fresh *ties.Builder, from string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.to == revision {
		fresh, from = t.fresh, t.from
	}
	t.fresh = nil
	return fresh, from
}

var errNoTies = errors.New("no index of ties to begin from")

// currentTies gives the index of a revision without reading the store.
func (s *Store) currentTies(revision string) (*ties.Index, error) {
	fresh, from := s.ties.take(revision)
	if fresh == nil {
		return s.keptTies(revision)
	}
	older, err := s.keptTies(from)
	if err != nil {
		return nil, err
	}
	x, err := fresh.Merge(older, revision)
	if err != nil {
		return nil, err
	}
	if older != s.ties.index {
		_ = older.Close()
	}
	return x, nil
}

// keptTies gives the index of a revision that was made before.
func (s *Store) keptTies(revision string) (*ties.Index, error) {
	switch {
	case s.ties.index != nil && s.ties.index.Revision() == revision:
		return s.ties.index, nil
	case revision == sum{}.String(): // that of no content
		return ties.NewBuilder().Build(revision), nil
	case s.folder() == "":
		return nil, errNoTies
	}
	return ties.Open(tiesPath(s.folder(), revision), revision)
}

// scanTies reads the whole store.
func scanTies(ctx context.Context, all *reader, revision string) (*ties.Index, error) {
	b := ties.NewBuilder()
	articles, err := all.articleIDs()
	if err != nil {
		return nil, err
	}
	entities, err := all.entityIDs()
	if err != nil {
		return nil, err
	}
	for part := range slices.Chunk(entities, chunk) {
		r := newReader(ctx, all.source) // which keeps what it has read
		for _, id := range part {
			e, found, err := r.entity(id)
			if err != nil {
				return nil, err
			}
			if found {
				b.Entity(e)
			}
		}
	}
	for part := range slices.Chunk(articles, chunk) {
		r := newReader(ctx, all.source)
		for _, id := range part {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if err := r.scanArticle(b, id); err != nil {
				return nil, err
			}
		}
	}
	judged, err := all.judged()
	if err != nil {
		return nil, err
	}
	for part := range slices.Chunk(judged, chunk) {
		found, err := newReader(ctx, all.source).verdictsOn(part...)
		if err != nil {
			return nil, err
		}
		for _, verdicts := range found {
			for _, v := range verdicts {
				b.Verdict(v)
			}
		}
	}
	return b.Build(revision), nil
}

func (r *reader) scanArticle(b *ties.Builder, id uuid.UUID) error {
	a, _, found, err := r.storedArticle(id)
	if err != nil || !found {
		return err
	}
	statements, err := r.statements(Filter{Article: id})
	if err != nil {
		return err
	}
	b.Article(a, statements)
	return nil
}

// tiesPrefix begins the names of the files in a store's folder that are not LevelDB's.
const tiesPrefix = "ties-"

func tiesPath(folder, revision string) string {
	return filepath.Join(folder, tiesPrefix+revision[:16])
}

// folder is the one in which the store stands, or empty.
func (s *Store) folder() string {
	if s.address == memoryAddress || strings.Contains(s.address, "://") {
		return ""
	}
	return s.address
}

// keep writes an index into the store's folder, and gives it as it stands there. Where it cannot, that is no failure: the
// next one who asks makes it anew.
func (s *Store) keep(x *ties.Index) *ties.Index {
	if s.folder() == "" || x.Kept() {
		return x
	}
	path := tiesPath(s.folder(), x.Revision())
	if err := x.Save(path); err != nil {
		return x
	}
	s.dropTies(path)
	if kept, err := ties.Open(path, x.Revision()); err == nil {
		return kept // which holds no sentences in memory
	}
	return x
}

// dropTies takes indexes of other revisions out of the folder, and what a write that was cut short left of them.
func (s *Store) dropTies(but string) {
	entries, _ := os.ReadDir(s.folder())
	for _, entry := range entries {
		if path := filepath.Join(s.folder(), entry.Name()); strings.HasPrefix(entry.Name(), tiesPrefix) && path != but {
			_ = os.Remove(path) // not where another process is reading it
		}
	}
}

// closeTies keeps what was written, so that the next process need not read the store, and closes the index. s.mu and
// s.ties.making are held.
func (s *Store) closeTies() {
	if s.db != nil && s.ties.fresh != nil && s.folder() != "" {
		if x, err := s.currentTies(s.ties.to); err == nil {
			s.ties.replace(s.keep(x))
		}
	}
	s.ties.replace(nil)
}
