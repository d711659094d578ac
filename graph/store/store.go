package store

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"sync"

	"github.com/cayleygraph/quad"

	"entente.example/graph"
)

// ModelVersion is that of the quads which this package writes. A store of a later one is not opened; one of an earlier
// one is brought up to date when it is opened for writing.
//
// Version 2 has the addresses of articles as quads of their own.
const ModelVersion = 2

// Options say how a store is opened.
type Options struct {
	// ReadOnly opens a store that is there, and shares it with other readers.
	ReadOnly bool
}

// Store is a Cayley database of readings. Its methods may be called from many goroutines; while one writes, the others
// wait.
type Store struct {
	address  string
	readOnly bool
	files    disk

	mu     sync.RWMutex
	db     *database // nil where it must be opened again
	closed bool
	state  state
	// known holds entities as they are stored. Only this process can change them: it has the lock.
	known map[graph.ID]graph.Entity
	ties  tied
}

// Open opens the store at address: the path of a folder, which is made where it is missing, or "memory:", a new store
// that is gone once closed.
//
// Errors are an [*Error] of ErrNotFound (reading what is not there), ErrNotStore, ErrLocked, ErrNewer, ErrOlder, ErrDamaged or
// ErrUnsupported; others come from the file system.
func Open(ctx context.Context, address string, opts Options) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("open store %q: %w", address, err)
	}
	files, err := findDisk(address, opts.ReadOnly)
	if err != nil {
		return nil, err
	}
	return open(ctx, address, files, opts.ReadOnly && address != memoryAddress)
}

func open(ctx context.Context, address string, files disk, readOnly bool) (*Store, error) {
	s := &Store{address: address, readOnly: readOnly, files: files}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.connect(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// connect opens the database where it is not open, and reads the store's figures. s.mu is held for writing.
func (s *Store) connect(ctx context.Context) (err error) {
	if s.closed {
		return &Error{Address: s.address, Err: ErrClosed}
	}
	if s.db != nil {
		return nil
	}
	db, err := openDatabase(ctx, s.files, s.readOnly)
	if err != nil {
		return openError(s.address, err)
	}
	s.db, s.known = db, map[graph.ID]graph.Entity{}
	if err := s.readState(ctx); err != nil {
		s.db = nil
		return openError(s.address, errors.Join(err, db.Close()))
	}
	return nil
}

// reading calls read with the database open and unchanged while it lasts. Whatever the database panics at is damage.
func (s *Store) reading(ctx context.Context, operation string, read func(*reader) error) (err error) {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", operation, err)
	}
	if err := s.rlock(ctx); err != nil {
		return s.wrap(operation, err)
	}
	defer s.mu.RUnlock()
	defer func() { err = s.wrap(operation, err) }()
	defer rescue(&err)
	return read(newReader(ctx, s.db.quads))
}

// rlock locks for reading, with the database open.
func (s *Store) rlock(ctx context.Context) error {
	for {
		s.mu.RLock()
		if s.db != nil {
			return nil
		}
		s.mu.RUnlock()
		s.mu.Lock()
		err := s.connect(ctx)
		s.mu.Unlock()
		if err != nil {
			return err
		}
	}
}

// Close closes the store. What reads it afterwards gets ErrClosed.
func (s *Store) Close() error {
	s.ties.making.Lock()
	defer s.ties.making.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closeTies()
	db := s.db
	s.db, s.closed = nil, true
	if db == nil {
		return nil
	}
	return s.wrap("close", db.Close())
}

// Stats are the store's counts.
type Stats struct {
	Articles   int `json:"articles"`
	Statements int `json:"statements"`
	Entities   int `json:"entities"`
	// Quads counts all of the database.
	Quads int `json:"quads"`
	// Revision tells the content in 64 hexadecimal digits: the sum modulo 2^256 of the hashes of the articles, with their
	// statements, and of the entities. Equal content has an equal revision, however it came about.
	Revision string `json:"revision"`
	// Model is the version of the quads' form.
	Model int `json:"model"`
}

// Stats gives the store's counts, which it keeps with each write.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	var stats Stats
	err := s.reading(ctx, "stats", func(*reader) error {
		counts, err := s.db.quads.Stats(ctx, false)
		stats = Stats{
			Articles: s.state.Articles, Statements: s.state.Statements, Entities: s.state.Entities,
			Quads: int(counts.Quads.Value), Revision: s.state.Revision.String(), Model: ModelVersion,
		}
		return err
	})
	return stats, err
}

// state holds the store's figures, which one literal keeps beside the quads.
type state struct {
	Articles   int `json:"articles"`
	Statements int `json:"statements"`
	Entities   int `json:"entities"`
	Revision   sum `json:"revision"`
}

const (
	statePredicate = quad.IRI(ownPrefix + "state")
	modelPredicate = quad.IRI(ownPrefix + "model")
)

func metaQuad(predicate quad.IRI, text string) quad.Quad {
	return quad.Quad{Subject: storeNode, Predicate: predicate, Object: quad.String(text), Label: metaLabel}
}

func (st state) quad() (quad.Quad, error) {
	text, err := canonical(st)
	return metaQuad(statePredicate, text), err
}

// readState reads the store's figures, or writes the first ones. s.mu is held for writing.
func (s *Store) readState(ctx context.Context) (err error) {
	defer rescue(&err)
	r := newReader(ctx, s.db.quads)
	properties, err := r.node(storeNode)
	if err != nil {
		return err
	}
	s.state = state{}
	if len(properties) == 0 {
		return s.writeFirst(ctx)
	}
	version := 0
	for _, p := range properties {
		switch p.predicate {
		case modelPredicate:
			var text string
			if err := field(p, &text); err != nil {
				return err
			}
			if version, err = strconv.Atoi(text); err != nil {
				return damaged("its model version is %q", text)
			}
		case statePredicate:
			if err := p.into(&s.state); err != nil {
				return err
			}
		}
	}
	cause := fmt.Errorf("its model is version %d, ours %d", version, ModelVersion)
	switch {
	case version > ModelVersion:
		return &Error{Err: ErrNewer, Cause: cause, Hint: "use a newer entente"}
	case version < ModelVersion && s.readOnly:
		return &Error{Err: ErrOlder, Cause: cause, Hint: "load an article into it: that brings it up to date"}
	case version < ModelVersion:
		return s.upgrade(ctx, version)
	}
	return nil
}

// upgrade writes the quads of each article anew, and the version last, so that what is stopped goes on the next time.
func (s *Store) upgrade(ctx context.Context, from int) error {
	w := newWriter(ctx, s)
	ids, err := w.r.articleIDs()
	if err != nil {
		return err
	}
	for _, id := range ids {
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
		if err := w.replace(old, next); err != nil {
			return err
		}
		if err := w.flushFull(); err != nil {
			return err
		}
	}
	w.delta.add(difference(
		[]quad.Quad{metaQuad(modelPredicate, strconv.Itoa(from))}, []quad.Quad{metaQuad(modelPredicate, strconv.Itoa(ModelVersion))},
	))
	return w.flush()
}

// writeFirst marks a database without quads as a store.
func (s *Store) writeFirst(ctx context.Context) error {
	counts, err := s.db.quads.Stats(ctx, false)
	switch {
	case err == nil && counts.Quads.Value > 0:
		return &Error{Err: ErrNotStore, Cause: errors.New("it is a Cayley database of something else")}
	case s.readOnly: // whoever made it was stopped here
		return &Error{Err: ErrNotFound, Cause: errors.New("nothing was written yet"), Hint: hintEmpty}
	}
	first, err := s.state.quad()
	if err != nil {
		return err
	}
	return s.db.apply(ctx, []quad.Quad{first, metaQuad(modelPredicate, strconv.Itoa(ModelVersion))}, nil)
}

// sum adds up hashes modulo 2^256, so that neither order nor history shows in it.
type sum [32]byte

// add and sub treat both as big-endian numbers.
func (a sum) add(b sum) sum {
	carry := 0
	for i := len(a) - 1; i >= 0; i-- {
		carry += int(a[i]) + int(b[i])
		a[i] = byte(carry)
		carry >>= 8
	}
	return a
}

func (a sum) sub(b sum) sum {
	for i := range b {
		b[i] = ^b[i]
	}
	return a.add(b).add(sum{len(b) - 1: 1})
}

func (a sum) String() string { return hex.EncodeToString(a[:]) }

// MarshalJSON writes the sum in hexadecimal.
func (a sum) MarshalJSON() ([]byte, error) { return json.Marshal(a.String()) }

// UnmarshalJSON reads what MarshalJSON wrote.
func (a *sum) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	return a.parse(text)
}

func (a *sum) parse(text string) error {
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != len(a) {
		return damaged("%q is no hash", text)
	}
	copy(a[:], b)
	return nil
}
