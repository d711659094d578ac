package store

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"sync"

	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/syndtr/goleveldb/leveldb"
)

// gate lets reads of a database through, step by step, until it closes. A script that was stopped may read on in a
// goroutine of Cayley's own, which nobody can wait for, and LevelDB must not be read while it closes, nor afterwards.
type gate struct {
	// step is held for reading by each step of a read, for writing while the gate closes.
	step   sync.RWMutex
	closed bool

	mu    sync.Mutex
	reads map[*read]struct{}
}

// begin takes a transaction that reads under the gate's control.
func (g *gate) begin(tx hidalgo.Tx) (hidalgo.Tx, error) {
	g.step.RLock()
	defer g.step.RUnlock()
	if g.closed {
		return nil, errors.Join(leveldb.ErrClosed, tx.Close())
	}
	r := &read{Tx: tx, gate: g}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.reads == nil {
		g.reads = map[*read]struct{}{}
	}
	g.reads[r] = struct{}{}
	return r, nil
}

// shut ends all reads, then calls last with none under way.
func (g *gate) shut(last func() error) error {
	g.step.Lock()
	defer g.step.Unlock()
	g.closed = true
	for r := range g.reads {
		r.end()
	}
	return last()
}

// read is a transaction that only reads.
type read struct {
	hidalgo.Tx
	gate  *gate
	scans []*scan
}

func (r *read) Get(ctx context.Context, key hidalgo.Key) (hidalgo.Value, error) {
	r.gate.step.RLock()
	defer r.gate.step.RUnlock()
	if r.gate.closed {
		return nil, leveldb.ErrClosed
	}
	value, err := r.Tx.Get(ctx, key)
	if errors.Is(err, hidalgo.ErrNotFound) && !bytes.Equal(key[0], []byte("meta")) {
		// Beside its own figures, Cayley gets single keys only to tell how long an entry of an index is. One that no quad
		// is in is missing, which Cayley takes for a failure: count() would fail where there is nothing to count.
		return nil, nil
	}
	return value, err
}

func (r *read) GetBatch(ctx context.Context, keys []hidalgo.Key) ([]hidalgo.Value, error) {
	r.gate.step.RLock()
	defer r.gate.step.RUnlock()
	if r.gate.closed {
		return nil, leveldb.ErrClosed
	}
	return r.Tx.GetBatch(ctx, keys)
}

func (r *read) Scan(prefix hidalgo.Key) hidalgo.Iterator {
	r.gate.step.RLock()
	defer r.gate.step.RUnlock()
	s := &scan{read: r}
	if r.gate.closed {
		s.err = leveldb.ErrClosed
		return s
	}
	s.it = r.Tx.Scan(prefix)
	r.scans = append(r.scans, s)
	return s
}

func (r *read) Commit(context.Context) error { return r.Close() }

func (r *read) Close() error {
	r.gate.step.RLock()
	defer r.gate.step.RUnlock()
	if r.gate.closed {
		return nil
	}
	r.gate.mu.Lock()
	_, open := r.gate.reads[r]
	delete(r.gate.reads, r)
	r.gate.mu.Unlock()
	if !open {
		return nil
	}
	return r.end()
}

// end releases what the read holds. Its scans first: they hold parts of the database.
func (r *read) end() error {
	for _, s := range r.scans {
		s.it.Close()
	}
	r.scans = nil
	return r.Tx.Close()
}

// scan walks keys. It copies what it finds, since the database may take its memory back as it closes.
type scan struct {
	read *read
	it   hidalgo.Iterator // nil where the scan came too late
	key  hidalgo.Key
	val  hidalgo.Value
	err  error
}

func (s *scan) Next(ctx context.Context) bool {
	s.read.gate.step.RLock()
	defer s.read.gate.step.RUnlock()
	if s.err == nil && s.read.gate.closed {
		s.err = leveldb.ErrClosed
	}
	if s.err != nil || !s.it.Next(ctx) {
		return false
	}
	s.key, s.val = s.it.Key(), append(s.val[:0:0], s.it.Val()...)
	return true
}

func (s *scan) Key() hidalgo.Key { return s.key }

func (s *scan) Val() hidalgo.Value { return s.val }

func (s *scan) Err() error {
	s.read.gate.step.RLock()
	defer s.read.gate.step.RUnlock()
	if s.err != nil || s.read.gate.closed {
		return s.err
	}
	return s.it.Err()
}

func (s *scan) Close() error {
	s.read.gate.step.RLock()
	defer s.read.gate.step.RUnlock()
	i := slices.Index(s.read.scans, s)
	if s.err != nil || s.read.gate.closed || i < 0 {
		return s.err
	}
	s.read.scans = slices.Delete(s.read.scans, i, i+1)
	return s.it.Close()
}
