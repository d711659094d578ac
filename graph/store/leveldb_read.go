package store

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"iter"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/iterator"
	"github.com/syndtr/goleveldb/leveldb/util"
)

// levelDBSource reads the quads of a LevelDB as they were at one moment, by Cayley's numbers and from Cayley's keys (see
// change). It keeps an iterator for each kind of what it reads many of, side by side, since to begin one takes longer than
// to look a key up. So it is for one goroutine.
type levelDBSource struct {
	base     *snapshot
	read     *keysRead
	at, scan iterator.Iterator
	// log is where quads were read last, once many were: they stand side by side, and so does what is read between them.
	log      iterator.Iterator
	logReads int
	// scanned is the prefix under which scan went to the end.
	scanned []byte
	keyBuffer
	// recent holds entries of indexes, numbers and quadsRead the numbers of nodes and quads, latest that of a quad of each
	// subject, and told how many quads a subject has of which all were read. So it is where what is read is about to be
	// changed; else they are nil.
	recent    map[string][]byte
	numbers   map[quad.Value]uint64
	quadsRead map[link]uint64
	latest    map[uint64]uint64
	told      map[uint64]int
}

// mostRecent and longestRecent bound what is held.
const (
	mostRecent    = 1 << 17
	longestRecent = 1 << 10
)

// snapshot is a database as it was at one moment, for Cayley. Its gate closes with it: a script that was stopped may
// read on.
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

// remember has what is read held for the change that follows.
func (s *levelDBSource) remember() {
	s.recent, s.numbers = map[string][]byte{}, map[quad.Value]uint64{}
	s.quadsRead, s.latest, s.told = map[link]uint64{}, map[uint64]uint64{}, map[uint64]int{}
}

func newLevelDBSource(k *keys) (*levelDBSource, error) {
	read, err := k.read()
	if err != nil {
		return nil, err
	}
	return &levelDBSource{base: &snapshot{tx: read}, read: read}, nil
}

func (s *levelDBSource) close() error {
	for _, it := range []iterator.Iterator{s.at, s.scan, s.log} {
		if it != nil {
			it.Release()
		}
	}
	return s.base.gate.shut(s.read.Close)
}

func (*levelDBSource) far() bool { return false }

func (*levelDBSource) forget() {}

// quads gives Cayley over the snapshot: it remembers nothing of another moment.
func (s *levelDBSource) quads() (cayley.QuadStore, error) { return kv.New(s.base, withoutBloom()) }

// get gives the value of a key; nil where there is none. By the filters of tables few of them are read for it.
func (s *levelDBSource) get(key []byte) ([]byte, error) {
	if value, ok := s.recent[string(key)]; ok {
		return value, nil
	}
	value, err := s.read.snapshot.Get(key, nil)
	if errors.Is(err, leveldb.ErrNotFound) {
		return nil, nil
	}
	return value, err
}

// getNear is get for keys many of which are near each other; the next one spoils the value.
func (s *levelDBSource) getNear(key []byte) ([]byte, error) {
	if s.at == nil {
		s.at = s.read.snapshot.NewIterator(nil, nil)
	}
	return valueAt(s.at, key)
}

// getNext is get for keys that follow each other, to which it may go step by step; the next one spoils the value.
func (s *levelDBSource) getNext(key []byte, steps bool) ([]byte, error) {
	if !steps {
		return s.get(key)
	}
	if it := s.at; it != nil && it.Valid() && bytes.Compare(it.Key(), key) <= 0 {
		for range mostSteps {
			switch c := bytes.Compare(it.Key(), key); {
			case c == 0:
				return it.Value(), nil
			case c > 0:
				return nil, nil
			}
			if !it.Next() {
				break
			}
		}
	}
	return s.getNear(key)
}

// note holds an entry of an index, which a change is likely to need.
func (s *levelDBSource) note(key, value []byte) {
	if s.recent != nil && len(s.recent) < mostRecent && len(value) <= longestRecent {
		s.recent[string(key)] = bytes.Clone(value)
	}
}

// mostSteps is how far a key may be to go there step by step: a step takes a thirtieth of what it takes to find a key.
const mostSteps = 16

// valueAt gives the value of a key by an iterator, which its next step spoils; nil where there is none.
func valueAt(it iterator.Iterator, key []byte) ([]byte, error) {
	if last := len(key) - 1; it.Valid() && len(it.Key()) == len(key) && bytes.Equal(it.Key()[:last], key[:last]) {
		for it.Key()[last] <= key[last] && key[last]-it.Key()[last] <= mostSteps {
			if it.Key()[last] == key[last] {
				return it.Value(), nil
			}
			if !it.Next() || len(it.Key()) != len(key) || !bytes.Equal(it.Key()[:last], key[:last]) {
				break
			}
		}
	} else if it.Valid() && it.Next() && bytes.Equal(it.Key(), key) { // the next number, whose key has other bytes before the last
		return it.Value(), nil
	}
	if it.Seek(key) && bytes.Equal(it.Key(), key) {
		return it.Value(), nil
	}
	return nil, it.Error()
}

func (s *levelDBSource) number(_ context.Context, v quad.Value) (uint64, error) {
	if n := s.numbers[v]; n != 0 {
		return n, nil
	}
	hash := refs.HashOf(v)
	if s.read.keys.lacks(hash) {
		return 0, nil
	}
	if s.numbers != nil { // else others may write meanwhile
		if t, ok := s.read.keys.terms.get(hash); ok {
			s.noteNumber(v, t.number)
			return t.number, nil
		}
	}
	value, err := s.get(s.hashKey('v', hash))
	if err == nil && value == nil {
		s.read.keys.misses.Add(1)
	}
	n, _ := binary.Uvarint(value)
	s.noteNumber(v, n)
	return n, err
}

func (s *levelDBSource) noteNumber(v quad.Value, n uint64) {
	if s.numbers != nil && len(s.numbers) < mostRecent && n != 0 && v != nil {
		s.numbers[v] = n
	}
}

// primitive reads a node or a quad; nil where there is none of the number. To one that stands alone no iterator goes: it
// would read a block of each level.
func (s *levelDBSource) primitive(number uint64, alone bool) (*proto.Primitive, error) {
	get := s.getNear
	if alone {
		get = s.get
	}
	value, err := get(s.logKey(number))
	if err != nil || value == nil {
		return nil, err
	}
	return readPrimitive(value)
}

// fewReads is how many quads are read before they have an iterator of their own: to begin it takes longer than to look a
// quad up.
const fewReads = 256

// quad is primitive for quads of which many are read, one behind the other.
func (s *levelDBSource) quad(number uint64, alone bool) (*proto.Primitive, error) {
	if s.logReads++; s.logReads <= fewReads || alone {
		return s.primitive(number, alone)
	}
	if s.log == nil {
		s.log = s.read.snapshot.NewIterator(nil, nil)
	}
	value, err := valueAt(s.log, s.logKey(number))
	if err != nil || value == nil {
		return nil, err
	}
	return readPrimitive(value)
}

// isAlone reports whether of sorted numbers one is far from the others.
func isAlone(numbers []uint64, i int) bool {
	return (i == 0 || numbers[i]-numbers[i-1] > mostSteps) && (i == len(numbers)-1 || numbers[i+1]-numbers[i] > mostSteps)
}

func linkOf(p *proto.Primitive) link { return link{p.Subject, p.Predicate, p.Object, p.Label} }

func readPrimitive(value []byte) (*proto.Primitive, error) {
	p := new(proto.Primitive)
	if err := p.Unmarshal(value); err != nil {
		return nil, damaged("a node or quad: %v", err)
	}
	return p, nil
}

func (s *levelDBSource) values(ctx context.Context, nodes []uint64) ([]quad.Value, error) {
	values := make([]quad.Value, len(nodes))
	order := make([]int, len(nodes)) // in which they are near each other
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(nodes[a], nodes[b]) })
	sorted := slices.Sorted(slices.Values(nodes))
	for at, i := range order {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var err error
		if values[i], err = s.value(nodes[i], isAlone(sorted, at)); err != nil {
			return nil, err
		}
		s.noteNumber(values[i], nodes[i])
	}
	return values, nil
}

// value gives the name of a node, nil where it has none. Who writes keeps those that many use: a number means the same for
// ever.
func (s *levelDBSource) value(number uint64, alone bool) (quad.Value, error) {
	if s.numbers != nil {
		if v, ok := s.read.keys.names.get(number); ok {
			return v, nil
		}
	}
	p, err := s.primitive(number, alone)
	if err != nil || p == nil || !p.IsNode() {
		return nil, err
	}
	v, err := pquads.UnmarshalValue(p.Value)
	if err != nil {
		return nil, damaged("node %d: %v", number, err)
	}
	if s.numbers != nil && isShared(v) {
		s.read.keys.names.put(number, v)
	}
	return v, nil
}

func (s *levelDBSource) bySubjects(ctx context.Context, subjects, predicates []uint64) iter.Seq2[link, error] {
	return s.each(ctx, 0, subjects, predicates, 0)
}

func (s *levelDBSource) byObjects(ctx context.Context, objects, predicates []uint64, subject uint64) iter.Seq2[link, error] {
	return s.each(ctx, 1, objects, predicates, subject)
}

// each walks an index once for each first value, and each second one where there are any, and gives the quads of many of
// them together, in the order of their numbers.
func (s *levelDBSource) each(ctx context.Context, index int, firsts, seconds []uint64, third uint64) iter.Seq2[link, error] {
	if len(seconds) == 0 {
		seconds, third = []uint64{0}, 0
	}
	const together = 4096
	isKey := index == 0 && seconds[0] != 0 && len(firsts)*len(seconds) <= fewKeys
	return func(yield func(link, error) bool) {
		var numbers []uint64
		for _, first := range firsts {
			for _, second := range seconds {
				had, err := len(numbers), error(nil)
				if prefix := s.prefix(index, first, second, third); isKey {
					numbers, err = s.numbersOf(numbers, prefix)
				} else {
					numbers, err = s.numbersUnder(ctx, numbers, prefix)
				}
				if s.told != nil && index == 0 && second == 0 {
					s.told[first] = len(numbers) - had
				}
				if err != nil {
					yield(link{}, err)
					return
				}
				if len(numbers) < together {
					continue
				}
				if !s.links(ctx, index, numbers, yield) {
					return
				}
				numbers = nil
			}
		}
		s.links(ctx, index, numbers, yield)
	}
}

// prefix begins the keys of an index whose first numbers are these; 0 ends them.
func (s *levelDBSource) prefix(index int, numbers ...uint64) []byte {
	prefix := append([]byte(nil), indexPrefixes[index]...)
	for _, n := range numbers {
		if n == 0 {
			break
		}
		prefix = appendNumber(prefix, n)
	}
	return prefix
}

// links gives the quads of these numbers, or reports false where it was to stop.
func (s *levelDBSource) links(ctx context.Context, index int, numbers []uint64, yield func(link, error) bool) bool {
	slices.Sort(numbers) // by which they are near each other
	const together = 256
	var last uint64
	for part := range slices.Chunk(numbers, together) {
		links := make([]link, 0, len(part))
		for i, n := range part {
			alone := isAlone(part, i)
			var before *proto.Primitive
			var err error
			if index == 0 && s.quadsRead != nil && last+1 != n && !alone {
				before, err = s.quad(n-1, false)
			}
			var p *proto.Primitive
			if err == nil {
				p, err = s.quad(n, alone)
			}
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(link{}, err)
				return false
			}
			if last = n; p == nil || p.Deleted {
				continue
			}
			l := linkOf(p)
			links = append(links, l)
			s.noteQuad(l, n)
			if before != nil && !before.IsNode() && !before.Deleted && before.Label == l.subject {
				s.noteQuad(linkOf(before), n-1) // the tie of a statement stands before what is said of it
			}
		}
		for _, l := range links {
			if !yield(l, nil) {
				return false
			}
		}
	}
	return true
}

func (s *levelDBSource) noteQuad(l link, number uint64) {
	if s.quadsRead != nil && len(s.quadsRead) < mostRecent {
		s.quadsRead[l], s.latest[l.subject] = number, number
	}
}

// fewKeys is how many keys are looked up one by one, rather than by an iterator that goes past all that they held before.
const fewKeys = 4

// numbersOf appends those of one entry.
func (s *levelDBSource) numbersOf(numbers []uint64, key []byte) ([]uint64, error) {
	value, err := s.get(key)
	if err != nil {
		return nil, err
	}
	s.note(key, value)
	return readNumbers(numbers, value)
}

// numbersUnder appends those of the entries whose keys begin so.
func (s *levelDBSource) numbersUnder(ctx context.Context, numbers []uint64, prefix []byte) (_ []uint64, err error) {
	for ok := s.seekScan(prefix); ok && bytes.HasPrefix(s.scan.Key(), prefix); ok = s.scan.Next() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		value := s.scan.Value()
		s.note(s.scan.Key(), value)
		if numbers, err = readNumbers(numbers, value); err != nil {
			return nil, err
		}
	}
	return numbers, s.scan.Error()
}

// seekScan goes to the first key from a prefix on, step by step where that is near: who reads many statements reads those
// of an article one after the other.
func (s *levelDBSource) seekScan(prefix []byte) bool {
	if s.scan == nil && s.at != nil { // which a small change is done with
		s.scan, s.at = s.at, nil
	}
	if s.scan == nil {
		s.scan = s.read.snapshot.NewIterator(nil, nil)
	}
	// It stands on the first key behind those that were read. What comes after them all has none before it.
	near := s.scan.Valid() && len(s.scanned) > 0 && bytes.Compare(prefix, s.scanned) > 0 &&
		!bytes.HasPrefix(prefix, s.scanned) && bytes.Compare(s.scan.Key(), s.scanned) > 0
	s.scanned = append(s.scanned[:0], prefix...)
	for steps := 0; near && steps < mostSteps; steps++ {
		if bytes.Compare(s.scan.Key(), prefix) >= 0 {
			return true
		}
		near = s.scan.Next()
	}
	return s.scan.Seek(prefix)
}

// all reads the quads in the order of their numbers.
func (s *levelDBSource) all(ctx context.Context) iter.Seq2[link, error] {
	return func(yield func(link, error) bool) {
		it := s.read.snapshot.NewIterator(util.BytesPrefix([]byte(logPrefix)), nil)
		defer it.Release()
		for it.Next() {
			if len(it.Key()) == len(logPrefix) {
				continue // Cayley's mark that there is a log
			}
			if err := ctx.Err(); err != nil {
				yield(link{}, err)
				return
			}
			p, err := readPrimitive(it.Value())
			if err != nil {
				yield(link{}, err)
				return
			}
			if !p.IsNode() && !p.Deleted && !yield(linkOf(p), nil) {
				return
			}
		}
		if err := it.Error(); err != nil {
			yield(link{}, err)
		}
	}
}

// verify reads every key, so that LevelDB compares each block with its checksum.
func (s *levelDBSource) verify(ctx context.Context) error {
	it := s.read.snapshot.NewIterator(nil, nil)
	defer it.Release()
	for n := 0; it.Next(); n++ {
		if n%10_000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return it.Error()
}
