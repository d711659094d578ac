package store

import (
	"encoding/binary"

	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/opt"
	"github.com/syndtr/goleveldb/leveldb/util"
)

// journal tells how changes reach the disk. A small one goes into LevelDB's journal, which is synced: it costs what it
// holds. A big one goes into tables of its own, past the journal, since it would be written twice; each of them is merged
// with others later, however small it is. It does so only while the journal is empty: LevelDB would write its content
// to a table first, and where that fails, as on a full disk, it never closes.
//
// What LevelDB cannot read in its journal it leaves out, and goes on: a change in the middle would be missing, and nobody
// would know. So each change puts a key with its number, and those since the last one that is in tables must follow
// each other.
type journal struct {
	// numbers are those of the changes that have a key; the first of them, so many, are in tables.
	numbers []uint64
	tabled  int
	// bytes is how much went into the journal.
	bytes int
}

const (
	// mostJournaled is how big a change may be that goes into the journal.
	mostJournaled = 1 << 20
	// mostLeft is how much may be left in the journal for who opens the store next.
	mostLeft = 1 << 19
)

const changePrefix = "entente/change/"

func changeKey(number uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte(changePrefix), number)
}

// commit writes a change, and waits until it is on disk.
func (k *keys) commit(batch *leveldb.Batch, writes int) error {
	size := len(batch.Dump())
	small := size <= mostJournaled || k.bytes > 0
	if !small {
		k.tabled = len(k.numbers)
	}
	keep := 0 // those that tell nothing any more go: small changes follow the last one in tables
	if k.tabled > 0 {
		keep = k.tabled
		if small {
			keep--
		}
	}
	number := uint64(writes)
	for _, n := range k.numbers[:keep] {
		if n != number {
			batch.Delete(changeKey(n))
		}
	}
	batch.Put(changeKey(number), nil)
	if err := k.writeBatch(batch, small); err != nil {
		return err
	}
	k.numbers = append(k.numbers[keep:], number)
	k.tabled -= keep
	if small {
		k.bytes += size
	} else {
		k.tabled = len(k.numbers)
	}
	return nil
}

func (k *keys) writeBatch(batch *leveldb.Batch, small bool) error {
	if small {
		return k.db.Write(batch, &opt.WriteOptions{Sync: true, NoWriteMerge: true})
	}
	tx, err := k.db.OpenTransaction()
	if err != nil {
		return err
	}
	defer tx.Discard() // does nothing after a commit
	if err := tx.Write(batch, nil); err != nil {
		return err
	}
	return tx.Commit()
}

// openJournal reads which changes have a key, and reports where one is missing.
func (k *keys) openJournal() error {
	it := k.db.NewIterator(util.BytesPrefix([]byte(changePrefix)), nil)
	defer it.Release()
	for it.Next() {
		rest := it.Key()[len(changePrefix):]
		if len(rest) != 8 {
			return damaged("a change has the key %q", it.Key())
		}
		n := binary.BigEndian.Uint64(rest)
		if len(k.numbers) > 0 && n != k.numbers[len(k.numbers)-1]+1 {
			return damaged("its change %d is lost", n-1)
		}
		k.numbers = append(k.numbers, n)
	}
	k.tabled = len(k.numbers)
	return it.Error()
}
