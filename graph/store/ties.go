package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/ties"
)

// Ties gives the index of what the store's statements say, as of its present content. It is made when it is first asked
// for: from the file that stands in the store's folder, where that is of this content, else from the one before and what
// was written since, else by reading the whole store. A new one is kept in the folder, where that can be written. The
// caller must not close it: the store does, and then what is asked of it fails, see [ties.Index.Err]. One whose file turned
// out to be damaged is made anew from the store.
func (s *Store) Ties(ctx context.Context) (*ties.Index, error) {
	s.ties.making.Lock()
	defer s.ties.making.Unlock()
	if s.ties.stands() && s.readOnly && !s.onServer() { // then nobody can write
		return s.ties.index, s.ready(ctx)
	}
	err := s.reading(ctx, "ties", func(r *reader) error {
		kept, _, err := r.state()
		if err != nil {
			return err
		}
		revision := kept.Revision.String()
		if s.ties.stands() && s.ties.index.Revision() == revision {
			return nil
		}
		return s.makeTies(ctx, r, revision)
	})
	if err != nil {
		return nil, err
	}
	return s.ties.index, nil
}

// makeTies makes the index of a revision, and keeps it.
func (s *Store) makeTies(ctx context.Context, r *reader, revision string) error {
	var x *ties.Index
	err := errNoTies
	if s.ties.index == nil || s.ties.stands() {
		x, err = s.currentTies(revision)
	} else { // nothing that is in its file can be trusted
		s.ties.take(revision)
		s.ties.replace(nil)
	}
	if err != nil {
		if x, err = scanTies(ctx, r, revision); err != nil {
			return err
		}
		s.dropParts(revision)
	}
	s.ties.replace(s.keep(x))
	return nil
}

// ready reports whether the store may be used.
func (s *Store) ready(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("ties: %w", err)
	}
	if err := s.rlock(ctx); err != nil {
		return s.wrap("ties", err)
	}
	s.mu.RUnlock()
	return nil
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
	// room is how many bytes fresh may take; 0: mostFresh.
	room int
}

const (
	// mostFresh is how many bytes what was written may take in memory. Then it becomes a part of the index, in a file.
	mostFresh = 16 << 20
	// mostMerged is the greatest file of an index that Close brings up to date. Where it is greater, who asks next does.
	mostMerged = 64 << 20
)

// stands reports whether there is an index which could be read so far.
func (t *tied) stands() bool { return t.index != nil && t.index.Err() == nil }

func (t *tied) replace(x *ties.Index) {
	if t.index != nil && t.index != x {
		_ = t.index.Close() // it was only read
	}
	t.index = x
}

// noteTies takes in a transaction that was written.
func (s *Store) noteTies(from, to sum, w *writer) {
	t := &s.ties
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
	if s.address != memoryAddress && t.fresh.Size() > cmp.Or(t.room, mostFresh) {
		s.writePart()
	}
}

// writePart writes what was noted to a file. Where it cannot, it is forgotten: the index is then made from the store.
// s.ties.mu is held.
func (s *Store) writePart() {
	t := &s.ties
	if s.folder() != "" && !s.onServer() { // to which others write too
		x := t.fresh.Part(partRevision(t.from, t.to))
		_ = x.Save(tiesPart(s.folder(), t.from, t.to))
	}
	t.fresh = nil
}

// take gives what was written up to the revision, and the revision from which it leads; nil where that is nothing, or
// where more was written meanwhile. What is written next is noted anew.
func (t *tied) take(revision string) (fresh *ties.Builder, from string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.fresh == nil || t.to != revision {
		t.fresh = nil
		return nil, revision
	}
	fresh, t.fresh = t.fresh, nil
	return fresh, t.from
}

var errNoTies = errors.New("no index of ties to begin from")

// currentTies gives the index of a revision without reading the store: an older one, with the parts that lead from there.
func (s *Store) currentTies(revision string) (*ties.Index, error) {
	fresh, from := s.ties.take(revision)
	older, way, err := s.wayTo(from)
	if err != nil {
		return nil, err
	}
	if fresh == nil && len(way) == 0 {
		return older, nil
	}
	x, err := mergeTies(revision, older, way, fresh)
	if older != s.ties.index {
		_ = older.Close()
	}
	if err != nil {
		return nil, err
	}
	if x = s.keep(x); x.Kept() {
		s.dropParts(revision)
	}
	return x, nil
}

// mergeTies makes one index of an older one, the parts in files that lead on from there, and what was written last.
func mergeTies(revision string, older *ties.Index, way []partFile, fresh *ties.Builder) (*ties.Index, error) {
	var parts []*ties.Index
	for _, file := range way {
		part, err := ties.Open(file.path, partRevision(file.from, file.to))
		if err != nil {
			return nil, err
		}
		defer part.Close() //nolint:errcheck // it was only read
		parts = append(parts, part)
	}
	if fresh != nil {
		parts = append(parts, fresh.Part(""))
	}
	return ties.Merge(revision, older, parts...)
}

// partFile is the file of a part of the index.
type partFile struct{ path, from, to string }

// wayTo finds an index that was made before, and the parts by which one comes from there to a revision. Parts may lead
// in circles, as where an article was taken out and put in again.
func (s *Store) wayTo(revision string) (older *ties.Index, way []partFile, err error) {
	leading := map[string][]partFile{}
	if s.folder() != "" {
		paths, _ := filepath.Glob(tiesPart(s.folder(), "*", "*"))
		for _, path := range paths {
			from, to, _ := strings.Cut(strings.TrimPrefix(filepath.Base(path), tiesPrefix), "-")
			leading[to] = append(leading[to], partFile{path, from, to})
		}
	}
	ways := map[string][]partFile{revision: nil}
	for next := []string{revision}; len(next) > 0; next = next[1:] {
		at := next[0]
		if older, err := s.keptTies(at); err == nil {
			return older, ways[at], nil
		}
		for _, part := range leading[at] {
			if _, seen := ways[part.from]; !seen {
				ways[part.from] = append([]partFile{part}, ways[at]...)
				next = append(next, part.from)
			}
		}
	}
	return nil, nil, errNoTies
}

// keptTies gives the index of a revision that was made before.
func (s *Store) keptTies(revision string) (*ties.Index, error) {
	switch {
	case s.ties.stands() && s.ties.index.Revision() == revision:
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
	err := all.scan(entityTypes(), (*reader).entityProperties, func(r *reader, name quad.Value) error {
		iri, ok := name.(quad.IRI)
		if !ok {
			return damaged("%v has the type of an entity", name)
		}
		e, found, err := r.entity(graph.ID(iri))
		if found {
			b.Entity(e)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	err = all.scan([]quad.String{articleType}, (*reader).properties, func(r *reader, name quad.Value) error {
		id, err := parseIRI(name, articlePrefix)
		if err != nil {
			return err
		}
		return r.scanArticle(b, id)
	})
	if err != nil {
		return nil, err
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
	x := b.Finish(revision)
	return x, x.Err()
}

// scan reads all nodes of some types in the order in which they came into the store: so what belongs to one stands beside
// what belongs to the next, and a store of any size is read from one end to the other. Their properties are read by load.
func (r *reader) scan(
	types []quad.String, load func(*reader, ...uint64) (map[uint64][]property, error), each func(r *reader, name quad.Value) error,
) error {
	var nodes []uint64
	for _, t := range types {
		more, err := r.nodesOfType(t)
		if err != nil {
			return err
		}
		nodes = append(nodes, more...)
	}
	slices.Sort(nodes)
	reading := newReader(r.ctx, r.source)
	for part := range slices.Chunk(slices.Compact(nodes), chunk) {
		reading.keepShared()
		r := reading
		if err := r.resolve(part...); err != nil {
			return err
		}
		for _, n := range part {
			r.nodes[r.names[n]] = n
		}
		var err error
		if r.loaded, err = load(r, part...); err != nil {
			return err
		}
		for _, n := range part {
			if err := r.ctx.Err(); err != nil {
				return err
			}
			if err := each(r, r.names[n]); err != nil {
				return err
			}
		}
	}
	return nil
}

// keepShared has the reader forget what it has read, but for names that others are likely to use.
func (r *reader) keepShared() {
	clear(r.nodes)
	r.loaded = nil
	if maps.DeleteFunc(r.names, func(_ uint64, v quad.Value) bool { return !isShared(v) }); len(r.names) > 2*mostNames {
		clear(r.names)
	}
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
	b.FreshArticle(a, statements)
	return nil
}

// tiesPrefix begins the names of the files in a store's folder that are not LevelDB's.
const tiesPrefix = "ties-"

func tiesPath(folder, revision string) string {
	return filepath.Join(folder, tiesPrefix+revision[:16])
}

// tiesPart is the file of what was written between two revisions.
func tiesPart(folder, from, to string) string {
	return filepath.Join(folder, tiesPrefix+partRevision(from, to))
}

func partRevision(from, to string) string { return from + "-" + to }

// folder is the one in which the store stands, or, for one on a server, one of the user's own for what he has read there;
// empty where there is none.
func (s *Store) folder() string {
	switch {
	case s.address == memoryAddress:
		return ""
	case !s.onServer():
		return s.address
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	name := sha256.Sum256([]byte(s.address))
	folder := filepath.Join(cache, "entente", hex.EncodeToString(name[:8]))
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return ""
	}
	return folder
}

func (s *Store) onServer() bool { return strings.Contains(s.address, "://") }

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
	kept, err := ties.Open(path, x.Revision())
	if err != nil {
		return x
	}
	_ = x.Close() // its sentences are in the other one
	return kept
}

// dropTies takes indexes of other revisions out of the folder, and what a write that was cut short left of them. Parts
// stay: another may lead on from here.
func (s *Store) dropTies(but string) {
	entries, _ := os.ReadDir(s.folder())
	for _, entry := range entries {
		rest, ours := strings.CutPrefix(entry.Name(), tiesPrefix)
		if path := filepath.Join(s.folder(), entry.Name()); ours && path != but && !strings.Contains(rest, "-") {
			_ = os.Remove(path) // not where another process is reading it
		}
	}
}

// dropParts takes out the parts that a whole one of a revision makes useless: all but those that lead on from there, and
// those too where nobody writes. A writer that is further ahead loses some, and has the next one read the store.
func (s *Store) dropParts(revision string) {
	if s.folder() == "" {
		return
	}
	paths, _ := filepath.Glob(tiesPart(s.folder(), "*", "*"))
	for _, path := range paths {
		if s.readOnly || !strings.HasPrefix(filepath.Base(path), tiesPrefix+revision) {
			_ = os.Remove(path)
		}
	}
}

// closeTies keeps what was written, so that the next process need not read the store, and closes the index. s.mu and
// s.ties.making are held.
func (s *Store) closeTies() {
	if s.db != nil && s.ties.fresh != nil && s.folder() != "" {
		if s.isSmall(s.ties.from) {
			if x, err := s.currentTies(s.ties.to); err == nil {
				s.ties.replace(s.keep(x))
			}
		} else {
			s.writePart()
		}
	}
	s.ties.replace(nil)
}

// isSmall reports whether the index of a revision is there, in a file that Close brings up to date.
func (s *Store) isSmall(revision string) bool {
	if revision == (sum{}).String() {
		return true
	}
	info, err := os.Stat(tiesPath(s.folder(), revision))
	return err == nil && info.Size() <= mostMerged
}
