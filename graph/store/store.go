package store

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"github.com/cayleygraph/quad"
)

// ModelVersion is that of the quads which this package writes. A store of a later one is not opened; one of an earlier
// one is brought up to date when it is opened for writing.
//
// Version 2 has the addresses of articles as quads of their own, version 3 has verdicts.
const ModelVersion = 3

// sameArticles is the first version whose articles stand as this one writes them: it can be read as it is.
const sameArticles = 2

// Options say how a store is opened.
type Options struct {
	// ReadOnly opens a store that is there, and shares it with other readers.
	ReadOnly bool
}

// Store is a Cayley database of readings. Its methods may be called from many goroutines. One writes at a time; what
// reads meanwhile goes on, with the content of the moment at which it began.
type Store struct {
	// address is as it may be shown.
	address  string
	readOnly bool
	open     opener

	// writer is held by who writes, before mu.
	writer sync.Mutex
	// mu is held for reading while the database is used, for writing while it is opened and closed.
	mu     sync.RWMutex
	db     engine // nil where it must be opened again
	closed bool

	ties tied
}

// Open opens the store at address: the path of a folder, which is made where it is missing, or "memory:", a new store
// that is gone once closed.
//
// Errors are an [*Error] of ErrNotFound (reading what is not there), ErrNotStore, ErrLocked, ErrNewer, ErrOlder, ErrDamaged or
// ErrUnsupported; others come from the file system.
func Open(ctx context.Context, address string, opts Options) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("open store %q: %w", Redacted(address), err)
	}
	open, err := find(address, opts.ReadOnly)
	if err != nil {
		return nil, err
	}
	return newStore(ctx, Redacted(address), open, opts.ReadOnly && address != memoryAddress)
}

func newStore(ctx context.Context, address string, open opener, readOnly bool) (*Store, error) {
	s := &Store{address: address, readOnly: readOnly, open: open}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.connect(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// connect opens the database where it is not open, and looks at its version. s.mu is held for writing.
func (s *Store) connect(ctx context.Context) (err error) {
	if s.closed {
		return &Error{Address: s.address, Err: ErrClosed}
	}
	if s.db != nil {
		return nil
	}
	db, err := s.open(ctx, s.readOnly)
	if err != nil {
		return openError(s.address, err)
	}
	if err := s.prepare(ctx, db); err != nil {
		return openError(s.address, errors.Join(err, db.Close()))
	}
	s.db = db
	return nil
}

// prepare looks at the version of the model, and writes the first quads of a new database.
func (s *Store) prepare(ctx context.Context, db engine) (err error) {
	defer rescue(&err)
	var version int
	var kept state
	err = db.view(ctx, func(r *reader) (err error) {
		kept, version, err = r.state()
		return err
	})
	if err != nil {
		return err
	}
	known, err := db.known()
	if err != nil {
		return err
	}
	if known > kept.Writes {
		return damaged("its last writes are lost: of %d it holds %d", known, kept.Writes)
	}
	cause := fmt.Errorf("its model is version %d, ours %d", version, ModelVersion)
	switch {
	case version > ModelVersion:
		return &Error{Err: ErrNewer, Cause: cause, Hint: "use a newer entente"}
	case s.readOnly && version >= sameArticles && version <= ModelVersion:
		return nil
	case version == 0 && s.readOnly: // whoever made it was stopped here
		return notWritten("")
	case s.readOnly:
		return &Error{Err: ErrOlder, Cause: cause, Hint: "load an article into it: that brings it up to date"}
	case version == 0:
		return newWriter(ctx, db).first()
	}
	if db, ok := db.(*levelDB); ok {
		if err := db.prune(ctx, kept.Writes); err != nil {
			return err
		}
	}
	if version == ModelVersion {
		return nil
	}
	return newWriter(ctx, db).upgrade()
}

// reading calls read with what the database holds at one moment, and again where a server went away meanwhile. Whatever the database panics at is damage.
func (s *Store) reading(ctx context.Context, operation string, read func(*reader) error) (err error) {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%s: %w", operation, err)
	}
	if err := s.rlock(ctx); err != nil {
		return s.wrap(operation, err)
	}
	defer s.mu.RUnlock()
	return s.wrap(operation, again(ctx, s.db, func() (err error) {
		defer rescue(&err)
		return s.db.view(ctx, read)
	}))
}

// rlock locks for the use of the database, with it open.
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

// writing calls write with the database open, while nobody else in this process writes. After an error of the
// database it is closed, to be opened anew: it may remember what was not written.
func (s *Store) writing(ctx context.Context, operation string, write func(*writer) error) (_ Change, err error) {
	defer func() { err = s.wrap(operation, err) }()
	if err := ctx.Err(); err != nil {
		return Change{}, err
	}
	if s.readOnly {
		return Change{}, &Error{Address: s.address, Err: ErrReadOnly}
	}
	s.writer.Lock()
	defer s.writer.Unlock()
	if err := s.rlock(ctx); err != nil {
		return Change{}, err
	}
	w := newWriter(ctx, s.db)
	w.committed = s.noteTies
	err = func() (err error) {
		defer s.mu.RUnlock()
		defer rescue(&err)
		defer w.rollback()
		return write(w)
	}()
	if w.failed {
		s.mu.Lock()
		if db := s.db; db != nil {
			s.db = nil
			err = errors.Join(err, db.Close())
		}
		s.mu.Unlock()
	}
	return w.written, err
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
	// Verdicts counts those of reviewers, also on statements that are not there.
	Verdicts int `json:"verdicts"`
	// Quads counts all of the database.
	Quads int `json:"quads"`
	// Revision tells the content in 64 hexadecimal digits: the sum modulo 2^256 of the hashes of the articles, with their
	// statements, of the entities and of the verdicts. Equal content has an equal revision, however it came about.
	Revision string `json:"revision"`
	// Model is the version of the quads' form.
	Model int `json:"model"`
}

// Stats gives the store's counts, which it keeps with each write.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	var kept state
	err := s.reading(ctx, "stats", func(r *reader) (err error) {
		kept, _, err = r.state()
		return err
	})
	if err != nil {
		return Stats{}, err
	}
	return Stats{
		Articles: kept.Articles, Statements: kept.Statements, Entities: kept.Entities, Verdicts: kept.Verdicts,
		Quads: kept.Quads + ownQuads, Revision: kept.Revision.String(), Model: ModelVersion,
	}, nil
}

// state holds the store's figures, which one literal keeps beside the quads.
type state struct {
	Articles   int `json:"articles"`
	Statements int `json:"statements"`
	Entities   int `json:"entities"`
	// Verdicts are left out where there are none, as in stores that were made before there were any.
	Verdicts int `json:"verdicts,omitempty"`
	// Quads are all but the store's own.
	Quads    int `json:"quads"`
	Revision sum `json:"revision"`
	// Writes counts the changes since the store was made, which the content does not tell.
	Writes int `json:"writes"`
}

// ownQuads is how many quads the store keeps for itself: its figures and its version.
const ownQuads = 2

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

// state reads the store's figures and the version of its model, which is 0 where nothing was written yet.
func (r *reader) state() (kept state, version int, err error) {
	numbers, err := r.numbers([]quad.Value{storeNode, modelPredicate, statePredicate})
	if err != nil || slices.Contains(numbers, 0) {
		return kept, 0, err
	}
	// By its predicates, since all that it said before stands beside what it says now until tables are merged.
	found, err := r.propertiesBy(numbers[1:], numbers[0])
	if err != nil {
		return kept, 0, err
	}
	for _, p := range found[numbers[0]] {
		switch p.predicate {
		case modelPredicate:
			var text string
			if err := field(p, &text); err != nil {
				return kept, 0, err
			}
			if version, err = strconv.Atoi(text); err != nil || version < 1 {
				return kept, 0, damaged("its model version is %q", text)
			}
		case statePredicate:
			if err := p.into(&kept); err != nil {
				return kept, 0, err
			}
		}
	}
	return kept, version, nil
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
