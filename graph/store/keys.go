package store

import (
	"context"
	"encoding/binary"
	"errors"
	"sync/atomic"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/iterator"
	"github.com/syndtr/goleveldb/leveldb/util"
)

// keys is LevelDB as Cayley takes it: by keys of several parts. They are written as hidalgo's own adapter writes them.
// It stands in its place since it spares look-ups, each of which goes through all tables that are not merged yet.
type keys struct {
	db *leveldb.DB
	// nodes are those that the database may have; nil where they have not been read.
	nodes atomic.Pointer[nodes]
	// misses counts the nodes that were looked for, without knowing them, and were not there.
	misses atomic.Uint64
	// terms are nodes that earlier changes used, as they are now, by their hashes: names take too much room.
	terms *recent[refs.ValueHash, counted]
	// entries are those of indexes that earlier changes added to, as they are now: those of ties that are told often.
	entries *recent[string, []byte]
	// names are those of nodes that earlier changes read.
	names *recent[uint64, quad.Value]
	journal
}

func newKeys(db *leveldb.DB) *keys {
	return &keys{
		db:      db,
		terms:   newRecent(mostTerms, func(refs.ValueHash, counted) int { return 1 }),
		names:   newRecent(mostNames, func(uint64, quad.Value) int { return 1 }),
		entries: newRecent(mostEntries, func(key string, value []byte) int { return entryRoom + len(key) + cap(value) }),
	}
}

func (k *keys) Close() error { return k.db.Close() }

// Tx begins to read, or, where Cayley makes a new database, to write: changes are written by [keys.write].
func (k *keys) Tx(write bool) (hidalgo.Tx, error) {
	read, err := k.read()
	if err != nil {
		return nil, err
	}
	if write {
		return &keysWrite{keysRead: read}, nil
	}
	return read, nil
}

// read begins to read the database as it is now.
func (k *keys) read() (*keysRead, error) {
	snapshot, err := k.db.GetSnapshot()
	if err != nil {
		return nil, err
	}
	return &keysRead{keys: k, snapshot: snapshot}, nil
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

// lacks reports whether a node of the hash is known not to be there.
func (k *keys) lacks(hash refs.ValueHash) bool {
	all := k.nodes.Load()
	return all != nil && all.lacks(hash[:])
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
		to = appendPart(to, part)
	}
	return to
}

func appendPart(to, part []byte) []byte {
	for _, c := range part {
		if c == partEnd || c == partEscape {
			to = append(to, partEscape)
		}
		to = append(to, c)
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
	value, err := found(r.snapshot.Get(flat(nil, key), nil))
	r.keys.missed(key, err)
	return value, err
}

func (r *keysRead) GetBatch(ctx context.Context, list []hidalgo.Key) ([]hidalgo.Value, error) {
	values := make([]hidalgo.Value, len(list))
	for i, key := range list {
		value, err := r.Get(ctx, key)
		if err != nil && !errors.Is(err, hidalgo.ErrNotFound) {
			return nil, err
		}
		values[i] = value // nil where there is none
	}
	return values, nil
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

// keysWrite collects what Cayley writes as it makes a new database.
type keysWrite struct {
	*keysRead
	batch leveldb.Batch
}

func (w *keysWrite) Put(key hidalgo.Key, value hidalgo.Value) error {
	w.batch.Put(flat(nil, key), value)
	return nil
}

func (w *keysWrite) Del(key hidalgo.Key) error {
	w.batch.Delete(flat(nil, key))
	return nil
}

func (w *keysWrite) Commit(context.Context) error {
	tx, err := w.keys.db.OpenTransaction() // see journal
	if err != nil {
		return err
	}
	defer tx.Discard()
	if err := tx.Write(&w.batch, nil); err != nil {
		return err
	}
	return tx.Commit()
}

// found gives what LevelDB gave, with the error that Cayley knows.
func found(value []byte, err error) (hidalgo.Value, error) {
	if errors.Is(err, leveldb.ErrNotFound) {
		return nil, hidalgo.ErrNotFound
	}
	return value, err
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

// keyBuffer writes Cayley's keys as flat does. Each is there until the next one is asked for.
type keyBuffer struct{ key []byte }

const logPrefix = "log/"

// indexPrefixes begin the keys of Cayley's two indexes.
var indexPrefixes = [2]string{"sp/", "ops/"}

func (b *keyBuffer) hashKey(kind byte, hash refs.ValueHash) []byte {
	b.key = appendPart(append(b.key[:0], kind), hash[:2])
	b.key = appendPart(append(b.key, partEnd), hash[:])
	return b.key
}

func (b *keyBuffer) logKey(number uint64) []byte {
	b.key = appendNumber(append(b.key[:0], logPrefix...), number)
	return b.key
}

// indexKey takes two numbers of the first index, three of the second one.
func (b *keyBuffer) indexKey(index int, numbers [3]uint64) []byte {
	b.key = append(b.key[:0], indexPrefixes[index]...)
	for _, n := range numbers[:2+index] {
		b.key = appendNumber(b.key, n)
	}
	return b.key
}

func appendNumber(to []byte, number uint64) []byte {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], number)
	return appendPart(to, b[:])
}
