package store

import (
	"context"
	"encoding/json"
	"errors"
	"iter"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/filter"
	"github.com/syndtr/goleveldb/leveldb/opt"
	"github.com/syndtr/goleveldb/leveldb/storage"

	"entente.example/graph"
)

// levelDB is Cayley's quads over LevelDB over files. It can join what Cayley does in several transactions into one.
type levelDB struct {
	*keys
	files  storage.Storage
	writes mark
	// writer is what changes are written with.
	writer cayley.QuadStore
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
	db, err := leveldb.Open(&manifests{Storage: stored}, &opt.Options{
		ReadOnly: readOnly, ErrorIfMissing: readOnly,
		// Most look-ups go through several levels; the filter spares those that lack the key.
		Filter: filter.NewBloomFilter(10), BlockCacheCapacity: 32 * opt.MiB,
		// Fewer and bigger tables are written, and merged less often: see keys, too.
		WriteBuffer: 16 * opt.MiB, CompactionL0Trigger: 8, WriteL0SlowdownTrigger: 16, WriteL0PauseTrigger: 24,
	})
	if err != nil {
		return nil, errors.Join(err, stored.Close())
	}
	opened := &levelDB{keys: newKeys(db), files: stored, writes: files.writes, remembered: map[graph.ID]graph.Entity{}}
	if opened.writer, err = openCayley(ctx, opened, readOnly); err != nil {
		return nil, errors.Join(err, opened.Close())
	}
	return opened, nil
}

// openCayley opens Cayley's quads.
func openCayley(ctx context.Context, base *levelDB, readOnly bool) (cayley.QuadStore, error) {
	qs, err := kv.New(base, withoutBloom())
	if errors.Is(err, cayley.ErrNotInitialized) {
		empty, emptyErr := isEmpty(ctx, base)
		switch {
		case emptyErr != nil:
			return nil, emptyErr
		case !empty, readOnly:
			return nil, &Error{Err: ErrNotStore, Cause: errors.New("it is a database of something else")}
		}
		if err = base.join(ctx, func() error { return kv.Init(base, nil) }); err != nil {
			return nil, err
		}
		qs, err = kv.New(base, withoutBloom())
	}
	if err != nil {
		return nil, err
	}
	return qs, checkIndexes(ctx, base)
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
	return d.gate.shut(func() error { return errors.Join(d.keys.Close(), d.files.Close()) })
}

func (d *levelDB) lacks(v quad.Value) bool {
	all, hash := d.keys.nodes.Load(), refs.HashOf(v)
	return all != nil && all.lacks(hash[:])
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

// view reads a snapshot, through a Cayley of its own: that of the writer may remember what was not written.
func (d *levelDB) view(ctx context.Context, read func(*reader) error) (err error) {
	tx, err := d.keys.Tx(false)
	if err != nil {
		return err
	}
	s := &snapshot{tx: tx}
	defer func() { err = errors.Join(err, s.gate.shut(tx.Close)) }()
	qs, err := kv.New(s, withoutBloom())
	if err != nil {
		return err
	}
	return read(newReader(ctx, kvSource{qs, s}))
}

// snapshot is a database as it was at one moment. Its gate closes with it: a script that was stopped may read on.
type snapshot struct {
	tx   hidalgo.Tx
	gate gate
}

func (s *snapshot) Tx(write bool) (hidalgo.Tx, error) {
	if write {
		return nil, errors.New("a snapshot is not written")
	}
	return s.gate.begin(part{s.tx})
}

func (s *snapshot) Close() error { return nil }

// begin begins a change. There is no other one: the Store sees to that.
func (d *levelDB) begin(context.Context) (transaction, error) { return levelDBTransaction{d}, nil }

type levelDBTransaction struct{ db *levelDB }

func (t levelDBTransaction) source() source { return kvSource{t.db.writer, t.db} }

func (t levelDBTransaction) entities() map[graph.ID]graph.Entity { return t.db.remembered }

func (levelDBTransaction) rollback() {}

// commit writes in one transaction of LevelDB, which is synced.
//
// Cayley itself would take what comes in and what goes out at once, but then a node that loses more quads than it gains
// is missing from the quads that come in: they are written without it. So it gets them one after the other.
//
// After an error its cache may hold numbers for nodes that were never written: the database must be closed and opened
// again before it is written to.
func (t levelDBTransaction) commit(ctx context.Context, change delta, writes int) (err error) {
	defer rescue(&err)
	err = t.db.join(ctx, func() error {
		for _, step := range []struct {
			quads  []quad.Quad
			action cayley.Procedure
		}{{change.in, cayley.Add}, {change.out, cayley.Delete}} {
			if len(step.quads) == 0 {
				continue
			}
			deltas := make([]cayley.Delta, len(step.quads))
			for i, q := range step.quads {
				deltas[i] = cayley.Delta{Quad: q, Action: step.action}
			}
			if err := t.db.writer.ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
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

// kvSource reads Cayley's quads over a key-value store, by its own numbers.
type kvSource struct {
	qs   cayley.QuadStore
	base hidalgo.KV
}

func (kvSource) far() bool { return false }

func (kvSource) forget() {}

func (s kvSource) quads() (cayley.QuadStore, error) { return s.qs, nil }

func (s kvSource) number(_ context.Context, v quad.Value) (uint64, error) {
	ref, err := s.qs.ValueOf(v)
	if err != nil {
		return 0, err
	}
	n, _ := ref.(kv.Int64Value)
	return uint64(n), nil
}

func (s kvSource) values(ctx context.Context, nodes []uint64) ([]quad.Value, error) {
	refs := make([]cayley.Ref, len(nodes))
	for i, n := range nodes {
		refs[i] = kv.Int64Value(n)
	}
	return cayley.ValuesOf(ctx, s.qs, refs)
}

func (s kvSource) bySubjects(ctx context.Context, subjects, predicates []uint64) iter.Seq2[link, error] {
	return s.each(ctx, kv.DefaultQuadIndexes[0], subjects, predicates, 0)
}

func (s kvSource) byObjects(ctx context.Context, objects, predicates []uint64, subject uint64) iter.Seq2[link, error] {
	return s.each(ctx, kv.DefaultQuadIndexes[1], objects, predicates, subject)
}

// each walks an index once for each first value, and each second one where there are any.
func (s kvSource) each(ctx context.Context, index kv.QuadIndex, firsts, seconds []uint64, third uint64) iter.Seq2[link, error] {
	if len(seconds) == 0 {
		seconds = []uint64{0}
	}
	return func(yield func(link, error) bool) {
		for _, first := range firsts {
			for _, second := range seconds {
				values := []uint64{first, second, third}
				for i, v := range values {
					if v == 0 {
						values = values[:i]
						break
					}
				}
				if len(values) == 0 {
					continue
				}
				for l, err := range walk(ctx, kv.IndexScan{Index: index, Values: values}.BuildIterator(s.qs)) {
					if !yield(l, err) || err != nil {
						return
					}
				}
			}
		}
	}
}

func (s kvSource) all(ctx context.Context) iter.Seq2[link, error] {
	return walk(ctx, s.qs.QuadsAllIterator())
}

// walk turns a shape of Cayley's into a sequence, which closes it.
func walk(ctx context.Context, shape iterator.Shape) iter.Seq2[link, error] {
	return func(yield func(link, error) bool) {
		it := shape.Iterate()
		defer it.Close()
		for it.Next(ctx) {
			p, ok := it.Result().(*proto.Primitive)
			if !ok {
				yield(link{}, damaged("an index leads to %T rather than a quad", it.Result()))
				return
			}
			if !yield(link{p.Subject, p.Predicate, p.Object, p.Label}, nil) {
				return
			}
			// Cayley ends an iteration that was cancelled as if there were no more.
			if err := ctx.Err(); err != nil {
				yield(link{}, err)
				return
			}
		}
		if err := it.Err(); err != nil {
			yield(link{}, err)
		}
	}
}

// verify reads every key, so that LevelDB compares each block with its checksum.
func (s kvSource) verify(ctx context.Context) error {
	return hidalgo.View(s.base, func(tx hidalgo.Tx) error {
		it := tx.Scan(nil)
		defer it.Close()
		for n := 0; it.Next(ctx); n++ {
			if n%10_000 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
		}
		return it.Err()
	})
}
