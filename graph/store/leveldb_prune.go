package store

import (
	"context"
	"errors"
	"slices"

	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/util"
)

// prune takes out what Cayley's own writer leaves of quads that go: it marks them in the log, and their numbers stay in the
// indexes, where each reader comes across them. Stores were once written so, which is seen from their changes: none has a
// key. It changes all or nothing, and no quad that is there; the journal must be empty, as it is before the first change.
// The last change gets its key then.
func (k *keys) prune(ctx context.Context, writes int) error {
	if len(k.numbers) > 0 {
		return nil
	}
	var dead []uint64
	var entries [2][]entry
	it := k.db.NewIterator(util.BytesPrefix([]byte(logPrefix)), nil)
	defer it.Release()
	for it.Next() {
		if len(it.Key()) == len(logPrefix) {
			continue // Cayley's mark that there is a log
		}
		p, err := readPrimitive(it.Value())
		if err != nil {
			return err
		}
		if len(dead)%10_000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if p.IsNode() || !p.Deleted {
			continue
		}
		dead = append(dead, p.ID)
		entries[0] = append(entries[0], entry{[3]uint64{p.Subject, p.Predicate}, p.ID, true, false})
		entries[1] = append(entries[1], entry{[3]uint64{p.Object, p.Predicate, p.Subject}, p.ID, true, false})
	}
	if err := it.Error(); err != nil {
		return err
	}
	tx, err := k.db.OpenTransaction()
	if err != nil {
		return err
	}
	defer tx.Discard() // which does nothing after a commit
	t := &tables{tx: tx}
	var b keyBuffer
	for _, number := range dead {
		t.Delete(b.logKey(number))
	}
	for index, list := range entries {
		slices.SortFunc(list, compareEntries)
		for n := 0; len(list) > 0; list = list[n:] {
			n = 1
			for n < len(list) && list[n].key == list[0].key {
				n++
			}
			if err := k.pruneEntry(t, b.indexKey(index, list[0].key), list[:n]); err != nil {
				return err
			}
		}
	}
	t.Put(changeKey(uint64(writes)), nil)
	if err := t.commit(); err != nil {
		return err
	}
	k.numbers, k.tabled = []uint64{uint64(writes)}, 1
	return nil
}

// pruneEntry takes numbers out of an entry of an index, as far as it has them.
func (k *keys) pruneEntry(t *tables, key []byte, dead []entry) error {
	value, err := k.db.Get(key, nil)
	if errors.Is(err, leveldb.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	has, err := readNumbers(nil, value)
	if err != nil {
		return err
	}
	var gone []uint64
	for _, e := range dead {
		if _, ok := slices.BinarySearch(has, e.number); ok {
			gone = append(gone, e.number)
		}
	}
	if value, err = without(value, gone); err != nil {
		return err
	}
	if len(value) == 0 {
		t.Delete(key)
	} else {
		t.Put(key, value)
	}
	return nil
}
