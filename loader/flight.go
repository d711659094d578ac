package loader

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

// flight knows the articles that are under way between the documents and the store, so that a copy of one of them finds
// the appearances of the other before it is read. Dates in a text are read in the light of the earliest appearance: what
// is written last has seen all of them, whichever came first.
type flight struct {
	store     *store.Store
	extractor string
	resume    bool
	states    map[uuid.UUID]state // of all articles of this load; for the goroutine that admits

	mu   sync.Mutex
	jobs map[uuid.UUID]*airborne
}

// state is how a load left an article.
type state byte

const (
	// untouched articles were there as they are, changed ones were there otherwise, added ones were not there.
	untouched state = iota
	changed
	added
)

// airborne is an article under way: what is known of it, and how many jobs are about it.
type airborne struct {
	article graph.Article
	jobs    int
}

func newFlight(s *store.Store, extractor string, resume bool) *flight {
	return &flight{store: s, extractor: extractor, resume: resume, states: map[uuid.UUID]state{}, jobs: map[uuid.UUID]*airborne{}}
}

// admit makes the job of a document: with the appearances that its text had before, or known where there is nothing new
// to read.
func (f *flight) admit(ctx context.Context, doc graph.Document) (*job, error) {
	was, copied := f.states[doc.ID]
	j := &job{doc: doc, copied: copied, was: was}
	if f.join(j) {
		return j, nil
	}
	stored, err := f.store.Article(ctx, doc.ID)
	found := err == nil
	switch {
	case errors.Is(err, store.ErrNoArticle):
	case err != nil:
		return nil, err
	}
	j.known = found && (stored.Extractor == f.extractor || f.resume) && j.unite(stored)
	switch {
	case j.known && !copied:
		f.states[doc.ID] = untouched
	case j.known:
	case !copied && !found:
		f.states[doc.ID] = added
	case was != added:
		f.states[doc.ID] = changed
	}
	if found && !j.known {
		j.unite(stored)
	}
	if !j.known {
		f.mu.Lock()
		f.jobs[doc.ID] = &airborne{article: j.doc.Article, jobs: 1}
		f.mu.Unlock()
	}
	return j, nil
}

// join adds the job to those that are under way with the same text, or reports false where there are none.
func (f *flight) join(j *job) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	under, ok := f.jobs[j.doc.ID]
	if !ok {
		return false
	}
	if j.known = j.unite(under.article); !j.known {
		under.article = j.doc.Article
		under.jobs++
	}
	return true
}

// unite gives the job's document the appearances that the article has, and the status and the archive's address where
// the document tells none, and reports whether the article has all of the document's.
func (j *job) unite(a graph.Article) bool {
	told := j.doc.Appearances
	j.doc.Appearances = slices.Clone(a.Appearances)
	j.doc.AddAppearances(told...)
	j.doc.Status, j.doc.Archive = cmp.Or(j.doc.Status, a.Status), cmp.Or(j.doc.Archive, a.Archive)
	return len(j.doc.Appearances) == len(a.Appearances) && j.doc.Status == a.Status && j.doc.Archive == a.Archive
}

// land takes a job that was written, or has failed, off those under way.
func (f *flight) land(j *job) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if under, ok := f.jobs[j.doc.ID]; ok && !j.known {
		if under.jobs--; under.jobs == 0 {
			delete(f.jobs, j.doc.ID)
		}
	}
}
