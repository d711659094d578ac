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
	// bytes is how much went into the journal, batch what is put there next.
	bytes int
	batch leveldb.Batch
	// big tells that the last change went into tables.
	big bool
}

const (
	// mostJournaled is how many quads a change may have that goes into the journal: about a megabyte. After a big one it is
	// a tenth: that is how a load ends, and others follow.
	mostJournaled = 4_000
	// mostLeft is how many bytes may be left in the journal for who opens the store next.
	mostLeft = 1 << 19
)

const changePrefix = "entente/change/"

func changeKey(number uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte(changePrefix), number)
}

// page takes the keys of a change: a batch for the journal, or a transaction of tables.
type page interface {
	Put(key, value []byte)
	Delete(key []byte)
}

// newPage begins a change of so many quads. What makes a new store is put into tables too, since loads follow it. done ends
// the change, whether it was committed or not.
func (k *keys) newPage(quads, writes int) (p page, done func(), err error) {
	most := mostJournaled
	if k.big {
		most /= 10
	}
	if k.bytes > 0 || quads <= most && writes > 0 {
		k.batch.Reset()
		return &k.batch, func() {}, nil
	}
	tx, err := k.db.OpenTransaction()
	if err != nil {
		return nil, nil, err
	}
	return &tables{tx: tx}, tx.Discard, nil // which does nothing after a commit
}

// tables is a transaction of LevelDB with its first error.
type tables struct {
	tx  *leveldb.Transaction
	err error
}

func (t *tables) Put(key, value []byte) {
	if t.err == nil {
		t.err = t.tx.Put(key, value, nil)
	}
}

func (t *tables) Delete(key []byte) {
	if t.err == nil {
		t.err = t.tx.Delete(key, nil)
	}
}

func (t *tables) commit() error {
	if t.err != nil {
		return t.err
	}
	return t.tx.Commit()
}

// commit writes a change, and waits until it is on disk.
func (k *keys) commit(p page, writes int) error {
	t, big := p.(*tables)
	if big {
		k.tabled = len(k.numbers)
	}
	keep := k.tabled // those before tell nothing any more
	if keep > 0 && !big {
		keep-- // what is in the journal follows this one
	}
	number := uint64(writes)
	for _, n := range k.numbers[:keep] {
		if n != number {
			p.Delete(changeKey(n))
		}
	}
	p.Put(changeKey(number), nil)
	var err error
	if big {
		err = t.commit()
	} else {
		size := len(k.batch.Dump())
		k.bytes += size
		if err = k.db.Write(&k.batch, &opt.WriteOptions{Sync: true, NoWriteMerge: true}); size > mostLeft {
			k.batch = leveldb.Batch{} // rather than to hold so much for small ones
		}
	}
	if err != nil {
		return err
	}
	k.big = big
	k.numbers = append(k.numbers[keep:], number)
	if k.tabled -= keep; big {
		k.tabled = len(k.numbers)
	}
	return nil
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
