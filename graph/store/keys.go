package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"sync/atomic"

	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/iterator"
	"github.com/syndtr/goleveldb/leveldb/util"
)

// keys is LevelDB as Cayley takes it: by keys of several parts. They are written as hidalgo's own adapter writes them,
// in whose place it stands since it spares nearly all reads of a load. Those are not dear by themselves, but LevelDB counts
// each that goes through several tables, and merges tables for it, again and again.
type keys struct {
	db *leveldb.DB
	// nodes are those that the database may have; nil where they have not been read.
	nodes atomic.Pointer[nodes]
	// misses counts the nodes that were looked for, without knowing them, and were not there.
	misses atomic.Uint64
	// recent holds what writers have read, as it is now.
	recent map[string][]byte
}

const (
	// mostRecent and longestRecent bound what recent holds.
	mostRecent    = 1 << 16
	longestRecent = 1 << 10
)

func newKeys(db *leveldb.DB) *keys { return &keys{db: db, recent: map[string][]byte{}} }

func (k *keys) Close() error { return k.db.Close() }

func (k *keys) Tx(write bool) (hidalgo.Tx, error) {
	if !write {
		snapshot, err := k.db.GetSnapshot()
		if err != nil {
			return nil, err
		}
		return &keysRead{keys: k, snapshot: snapshot}, nil
	}
	horizon, err := k.horizon()
	if err != nil {
		return nil, err
	}
	if err := k.learn(horizon); err != nil {
		return nil, err
	}
	tx, err := k.db.OpenTransaction()
	if err != nil {
		return nil, err
	}
	return &keysWrite{keys: k, tx: tx, horizon: horizon}, nil
}

// horizon reads the number that Cayley gave last, to a node or a quad.
func (k *keys) horizon() (uint64, error) {
	value, err := found(k.db.Get(flat(nil, hidalgo.SKey("meta", "horizon")), nil))
	if errors.Is(err, hidalgo.ErrNotFound) {
		return 0, nil
	}
	if err == nil && len(value) != 8 {
		err = damaged("its horizon has %d bytes", len(value))
	}
	if err != nil {
		return 0, err
	}
	return binary.LittleEndian.Uint64(value), nil
}

// missed counts a node that was not there.
func (k *keys) missed(key hidalgo.Key, err error) {
	if _, ok := nodeOf(key); ok && errors.Is(err, hidalgo.ErrNotFound) {
		k.misses.Add(1)
	}
}

// learn reads the nodes, once so many have been missed that it would have paid.
func (k *keys) learn(horizon uint64) error {
	const pays = 32 // a node in four numbers, and an eighth of the time to come across it in passing
	if k.nodes.Load() != nil || k.misses.Load() < horizon/pays {
		return nil
	}
	all := new(nodes)
	it := k.db.NewIterator(util.BytesPrefix([]byte(nodeBucket)), nil)
	defer it.Release()
	for it.Next() {
		if hash, ok := nodeOf(parts(it.Key())); ok {
			all.add(hash)
		}
	}
	if err := it.Error(); err != nil {
		return err
	}
	k.nodes.Store(all)
	return nil
}

// nodeBucket begins the keys of nodes, by their hashes.
const nodeBucket = "v"

// nodeOf gives the hash of a node whose key it is.
func nodeOf(key hidalgo.Key) (hash []byte, ok bool) {
	if len(key) != 2 || len(key[0]) != 3 || key[0][0] != nodeBucket[0] || len(key[1]) < 16 {
		return nil, false
	}
	return key[1], true
}

// lacks reports whether a key is that of a node which is known not to be there.
func (k *keys) lacks(key hidalgo.Key) bool {
	hash, ok := nodeOf(key)
	if !ok {
		return false
	}
	all := k.nodes.Load()
	return all != nil && all.lacks(hash)
}

const (
	partEnd    = '/'
	partEscape = '\\'
)

// flat writes a key's parts one after the other, with an end between them.
func flat(to []byte, key hidalgo.Key) []byte {
	for i, part := range key {
		if i > 0 {
			to = append(to, partEnd)
		}
		for _, c := range part {
			if c == partEnd || c == partEscape {
				to = append(to, partEscape)
			}
			to = append(to, c)
		}
	}
	return to
}

// parts undoes flat.
func parts(from []byte) (key hidalgo.Key) {
	part := []byte{}
	for i := 0; i < len(from); i++ {
		switch c := from[i]; {
		case c == partEnd:
			key, part = append(key, part), []byte{}
		case c == partEscape && i+1 < len(from):
			i++
			part = append(part, from[i])
		default:
			part = append(part, c)
		}
	}
	return append(key, part)
}

// keysRead reads a snapshot.
type keysRead struct {
	keys     *keys
	snapshot *leveldb.Snapshot
}

func (r *keysRead) Get(_ context.Context, key hidalgo.Key) (hidalgo.Value, error) {
	if r.keys.lacks(key) {
		return nil, hidalgo.ErrNotFound
	}
	value, err := found(r.snapshot.Get(flat(nil, key), nil))
	r.keys.missed(key, err)
	return value, err
}

// GetBatch walks one iterator from key to key where that pays, since LevelDB does not count it.
func (r *keysRead) GetBatch(ctx context.Context, list []hidalgo.Key) ([]hidalgo.Value, error) {
	const pays = 4
	if len(list) < pays {
		return each(list, func(key hidalgo.Key) (hidalgo.Value, error) { return r.Get(ctx, key) })
	}
	it := r.snapshot.NewIterator(nil, nil)
	defer it.Release()
	return each(list, func(key hidalgo.Key) (hidalgo.Value, error) {
		if r.keys.lacks(key) {
			return nil, hidalgo.ErrNotFound
		}
		value, err := found(seek(it, flat(nil, key)))
		r.keys.missed(key, err)
		return value, err
	})
}

// seek gives the value of a key by an iterator.
func seek(it iterator.Iterator, flat []byte) ([]byte, error) {
	if it.Seek(flat) && bytes.Equal(it.Key(), flat) {
		return bytes.Clone(it.Value()), nil
	}
	if err := it.Error(); err != nil {
		return nil, err
	}
	return nil, leveldb.ErrNotFound
}

func (r *keysRead) Scan(prefix hidalgo.Key) hidalgo.Iterator {
	return &keysScan{Iterator: r.snapshot.NewIterator(util.BytesPrefix(flat(nil, prefix)), nil)}
}

func (*keysRead) Put(hidalgo.Key, hidalgo.Value) error { return hidalgo.ErrReadOnly }

func (*keysRead) Del(hidalgo.Key) error { return hidalgo.ErrReadOnly }

func (r *keysRead) Commit(context.Context) error { return r.Close() }

func (r *keysRead) Close() error {
	r.snapshot.Release()
	return nil
}

// keysWrite is a transaction that is synced as it is committed.
type keysWrite struct {
	keys *keys
	tx   *leveldb.Transaction
	// buffer is what keys are written in, which LevelDB copies.
	buffer []byte
	// horizon is the last number that Cayley had given when the transaction began.
	horizon uint64
	// touched are the indexes into which the transaction has put entries.
	touched   [2]bool
	committed bool
	// walk sees what had been put when it was begun: it ends with the next put.
	walk iterator.Iterator
}

func (w *keysWrite) endWalk() {
	if w.walk != nil {
		w.walk.Release()
		w.walk = nil
	}
}

// indexOf gives the number of the index, of Cayley's two, in which a key is an entry.
func indexOf(key hidalgo.Key) (index int, ok bool) {
	if len(key) != 2 {
		return 0, false
	}
	for i, name := range [2]string{"sp", "ops"} {
		if string(key[0]) == name {
			return i, true
		}
	}
	return 0, false
}

// absent reports whether an entry of an index cannot be there, since one of its nodes has a number that Cayley gave in
// this transaction: so it is with nearly all entries of an article that is new, and each of them would be looked for in
// all levels of LevelDB.
func (w *keysWrite) absent(key hidalgo.Key) bool {
	index, ok := indexOf(key)
	if !ok || w.touched[index] {
		return false
	}
	for numbers := key[1]; len(numbers) >= 8; numbers = numbers[8:] {
		if binary.BigEndian.Uint64(numbers) > w.horizon {
			return true
		}
	}
	return false
}

func (w *keysWrite) Get(_ context.Context, key hidalgo.Key) (hidalgo.Value, error) { return w.get(key) }

func (w *keysWrite) GetBatch(_ context.Context, list []hidalgo.Key) ([]hidalgo.Value, error) {
	return each(list, w.get)
}

// get looks for what neither is known to be absent nor was read before. It walks one iterator from key to key, since
// LevelDB does not count that.
func (w *keysWrite) get(key hidalgo.Key) (hidalgo.Value, error) {
	if w.absent(key) || w.keys.lacks(key) {
		return nil, hidalgo.ErrNotFound
	}
	w.buffer = flat(w.buffer[:0], key)
	if value, ok := w.keys.recent[string(w.buffer)]; ok {
		if value == nil {
			return nil, hidalgo.ErrNotFound
		}
		return value, nil
	}
	if w.walk == nil {
		w.walk = w.tx.NewIterator(nil, nil)
	}
	value, err := found(seek(w.walk, w.buffer))
	w.keys.missed(key, err)
	if len(value) <= longestRecent && (err == nil || errors.Is(err, hidalgo.ErrNotFound)) {
		if len(w.keys.recent) == mostRecent {
			clear(w.keys.recent)
		}
		w.keys.recent[string(w.buffer)] = value
	}
	return value, err
}

func (w *keysWrite) Scan(prefix hidalgo.Key) hidalgo.Iterator {
	return &keysScan{Iterator: w.tx.NewIterator(util.BytesPrefix(flat(nil, prefix)), nil)}
}

func (w *keysWrite) Put(key hidalgo.Key, value hidalgo.Value) error {
	if index, ok := indexOf(key); ok {
		w.touched[index] = true
	}
	if hash, ok := nodeOf(key); ok {
		if all := w.keys.nodes.Load(); all != nil {
			all.add(hash)
		}
	}
	w.endWalk()
	w.buffer = flat(w.buffer[:0], key)
	w.note(value)
	return w.tx.Put(w.buffer, value, nil)
}

// note keeps what recent holds of the key in the buffer as it is now; nil is what is not there.
func (w *keysWrite) note(value []byte) {
	if _, ok := w.keys.recent[string(w.buffer)]; !ok {
		return
	}
	if len(value) > longestRecent {
		delete(w.keys.recent, string(w.buffer))
		return
	}
	w.keys.recent[string(w.buffer)] = slices.Clone(value)
}

func (w *keysWrite) Del(key hidalgo.Key) error {
	w.endWalk()
	w.buffer = flat(w.buffer[:0], key)
	w.note(nil)
	return w.tx.Delete(w.buffer, nil)
}

func (w *keysWrite) Commit(context.Context) error {
	w.endWalk()
	err := w.tx.Commit()
	w.committed = err == nil
	return err
}

func (w *keysWrite) Close() error {
	w.endWalk()
	if !w.committed {
		clear(w.keys.recent)
	}
	w.tx.Discard() // does nothing after a commit
	return nil
}

// found gives what LevelDB gave, with the error that Cayley knows.
func found(value []byte, err error) (hidalgo.Value, error) {
	if errors.Is(err, leveldb.ErrNotFound) {
		return nil, hidalgo.ErrNotFound
	}
	return value, err
}

// each gets the value of each key, nil where there is none.
func each(list []hidalgo.Key, get func(hidalgo.Key) (hidalgo.Value, error)) ([]hidalgo.Value, error) {
	values := make([]hidalgo.Value, len(list))
	for i, key := range list {
		value, err := get(key)
		if err != nil && !errors.Is(err, hidalgo.ErrNotFound) {
			return nil, err
		}
		values[i] = value
	}
	return values, nil
}

// keysScan walks the keys that begin so.
type keysScan struct{ iterator.Iterator }

func (s *keysScan) Next(context.Context) bool { return s.Iterator.Next() }

func (s *keysScan) Key() hidalgo.Key { return parts(s.Iterator.Key()) }

func (s *keysScan) Val() hidalgo.Value { return s.Iterator.Value() }

func (s *keysScan) Err() error { return s.Error() }

func (s *keysScan) Close() error {
	s.Release()
	return s.Error()
}
