package store

import (
	"context"
	"encoding/json"
	"errors"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/filter"
	"github.com/syndtr/goleveldb/leveldb/opt"
	"github.com/syndtr/goleveldb/leveldb/storage"

	"entente.example/graph"
)

// levelDB is Cayley's quads over LevelDB over files.
type levelDB struct {
	*keys
	files  storage.Storage
	writes mark
	gate   gate
	// remembered are the entities that are stored: only this process can change them.
	remembered map[graph.ID]graph.Entity
	// joined is the transaction that all writes go into, or nil.
	joined hidalgo.Tx
}

// withoutBloom keeps Cayley from reading every quad at each start, for a filter.
func withoutBloom() cayley.Options { return cayley.Options{kv.OptNoBloom: true} }

// openLevelDB opens the files and Cayley over them; where there is nothing yet and it may write, it makes a new one.
func openLevelDB(ctx context.Context, files disk, readOnly bool) (_ *levelDB, err error) {
	defer rescue(&err)
	stored, err := files.open(readOnly)
	if err != nil {
		return nil, err
	}
	if !readOnly {
		if err := beginAgain(stored); err != nil {
			return nil, errors.Join(err, stored.Close())
		}
	}
	db, err := leveldb.Open(&manifests{Storage: stored}, levelDBOptions(readOnly))
	if err != nil {
		return nil, errors.Join(err, stored.Close())
	}
	opened := &levelDB{keys: newKeys(db), files: stored, writes: files.writes, remembered: map[graph.ID]graph.Entity{}}
	if err = initCayley(ctx, opened, readOnly); err == nil {
		err = opened.openJournal()
	}
	if err != nil {
		return nil, errors.Join(err, opened.Close())
	}
	return opened, nil
}

func levelDBOptions(readOnly bool) *opt.Options {
	buffer := 16 * opt.MiB
	if readOnly {
		buffer = mostLeft // it holds what is in the journal
	}
	return &opt.Options{
		ReadOnly: readOnly, ErrorIfMissing: readOnly,
		// Most look-ups go through many tables; the filter spares those that lack the key. The cache has room for the filters
		// of those that are not merged yet.
		Filter: filter.NewBloomFilter(10), BlockCacheCapacity: 24 * opt.MiB,
		// A load would have it merge tables for what it looks up, again and again.
		DisableSeeksCompaction: true,
		// Buffers of a pool may be many times as big as what is put into them: the cache then takes twice its room.
		DisableBufferPool: true,
		// Fewer and bigger tables are written, and many of them merged at once: of those whose keys lie anywhere, such as
		// hashes, all that is there is written anew each time. See keys, too.
		WriteBuffer: buffer, CompactionL0Trigger: 24, WriteL0SlowdownTrigger: 48, WriteL0PauseTrigger: 72,
		DisableLargeBatchTransaction: true, // see journal
	}
}

// initCayley makes Cayley's first keys, where there are none and it may write, and looks whether they are right.
func initCayley(ctx context.Context, base *levelDB, readOnly bool) error {
	_, err := kv.New(base, withoutBloom())
	if errors.Is(err, cayley.ErrNotInitialized) {
		empty, emptyErr := isEmpty(ctx, base)
		switch {
		case emptyErr != nil:
			return emptyErr
		case empty && readOnly: // whoever made it was stopped here
			return notWritten("")
		case !empty:
			return &Error{Err: ErrNotStore, Cause: errors.New("it is a database of something else")}
		}
		if err = base.join(ctx, func() error { return kv.Init(base, nil) }); err != nil {
			return err
		}
		_, err = kv.New(base, withoutBloom())
	}
	if err != nil {
		return err
	}
	return checkIndexes(ctx, base)
}

// isEmpty reports whether the database holds no key.
func isEmpty(ctx context.Context, base hidalgo.KV) (bool, error) {
	empty := true
	err := hidalgo.View(base, func(tx hidalgo.Tx) error {
		it := tx.Scan(nil)
		defer it.Close()
		empty = !it.Next(ctx)
		return it.Err()
	})
	return empty, err
}

// checkIndexes makes sure that the database has the indexes by which it is read here: Cayley takes others from a
// variable of the environment.
func checkIndexes(ctx context.Context, base hidalgo.KV) error {
	want, err := json.Marshal(kv.DefaultQuadIndexes)
	if err != nil {
		return err
	}
	return hidalgo.View(base, func(tx hidalgo.Tx) error {
		got, err := tx.Get(ctx, hidalgo.SKey("meta", "indexes"))
		if err != nil && !errors.Is(err, hidalgo.ErrNotFound) {
			return err
		}
		if string(got) != string(want) {
			return damaged("its indexes are %q rather than %q", got, want)
		}
		return nil
	})
}

// Close closes the database and its files, which LevelDB does not do where it was given them.
func (d *levelDB) Close() error {
	return d.gate.shut(func() error {
		err := d.keys.Close()
		if err == nil && d.bytes > mostLeft {
			// LevelDB reads its journal as it is opened for writing, and puts it into a table. Where that fails, the next one does.
			if db, err := leveldb.Open(&manifests{Storage: d.files}, levelDBOptions(false)); err == nil {
				_ = db.Close()
			}
		}
		return errors.Join(err, d.files.Close())
	})
}

func (d *levelDB) lacks(v quad.Value) bool {
	return d.keys.lacks(refs.HashOf(v))
}

func (d *levelDB) known() (int, error) { return d.writes.get() }

// passing is never so: one process writes, and what fails is the disk.
func (d *levelDB) passing(error) bool { return false }

// Tx begins a transaction, or goes on with the one that writes are joined into.
func (d *levelDB) Tx(write bool) (hidalgo.Tx, error) {
	if write && d.joined != nil {
		return part{d.joined}, nil
	}
	tx, err := d.keys.Tx(write)
	if err != nil || write {
		return tx, err
	}
	return d.gate.begin(tx)
}

// part is a transaction that ends with the one it is part of.
type part struct{ hidalgo.Tx }

func (part) Commit(context.Context) error { return nil }

func (part) Close() error { return nil }

// view reads the database as it is now, whatever is written meanwhile.
func (d *levelDB) view(ctx context.Context, read func(*reader) error) error {
	s, err := newLevelDBSource(d.keys)
	if err != nil {
		return err
	}
	return errors.Join(read(newReader(ctx, s)), s.close())
}

// begin begins a change. There is no other one: the Store sees to that.
func (d *levelDB) begin(context.Context) (transaction, error) {
	before, err := newLevelDBSource(d.keys)
	if err != nil {
		return nil, err
	}
	before.remember()
	return &levelDBTransaction{d, before}, nil
}

type levelDBTransaction struct {
	db     *levelDB
	before *levelDBSource
}

func (t *levelDBTransaction) source() source { return t.before }

func (t *levelDBTransaction) entities() map[graph.ID]graph.Entity { return t.db.remembered }

func (t *levelDBTransaction) rollback() { _ = t.before.close() } // it was only read

// commit writes, and waits until it is on disk. After an error what is remembered of nodes may be wrong: the database
// must be closed and opened again before it is written to.
func (t *levelDBTransaction) commit(ctx context.Context, change delta, writes int) (err error) {
	defer rescue(&err)
	if err := t.db.write(ctx, t.before, change, writes); err != nil {
		return err
	}
	return t.db.writes.set(writes)
}

// join has all that write writes happen in one transaction, or not at all.
func (d *levelDB) join(ctx context.Context, write func() error) (err error) {
	if d.joined, err = d.keys.Tx(true); err != nil {
		return err
	}
	defer func() {
		if closeErr := d.joined.Close(); err == nil {
			err = closeErr
		}
		d.joined = nil
	}()
	if err := write(); err != nil {
		return err
	}
	return d.joined.Commit(ctx)
}
