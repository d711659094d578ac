package parse

import (
	"bytes"
	_ "embed" // the English model
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
)

//go:embed english.model
var english []byte

// Embedded returns the model that comes with the package. It is used where it
// lies in the program: nothing is decoded, so that this takes no time.
func Embedded() (*Model, error) { return open(english) }

// magic starts a model; the number is that of its format and features.
const magic = "entente-parser 1\n"

var errFormat = errors.New("not a parser model of this version")

// Read reads a model that [Model.WriteTo] wrote. The error tells what part of
// it is wrong.
func Read(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read parser model: %w", err)
	}
	return open(data)
}

// header is what stands behind the magic: the logarithm of the number of
// buckets in each of the two tables, and the bytes of the lists.
const header = 2 + 4

func open(data []byte) (*Model, error) {
	if !bytes.HasPrefix(data, []byte(magic)) {
		return nil, fmt.Errorf("read parser model: header %q: %w", data[:min(len(data), len(magic))], errFormat)
	}
	b := data[len(magic):]
	if len(b) < header || b[0] > 20 || b[1] > 20 {
		return nil, fmt.Errorf("read parser model: sizes: %w", errFormat)
	}
	first, second := bucketSize<<b[0], bucketSize<<b[1]
	lists := binary.LittleEndian.Uint32(b[2:])
	b = b[header:]
	if uint64(len(b)) != uint64(first)+uint64(second)+uint64(lists) {
		return nil, fmt.Errorf("read parser model: %d bytes of tables, want %d: %w", len(b), uint64(first)+uint64(second)+uint64(lists), errFormat)
	}
	return &Model{actions: newTable(b[:first]), labels: newTable(b[first : first+second]), lists: b[first+second:], data: data}, nil
}

// WriteTo writes the model as [Read] reads it.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(m.data)
	if err != nil {
		return int64(n), fmt.Errorf("write parser model: %w", err)
	}
	return int64(n), nil
}

// table finds features by key. It is made of buckets of eight: first a byte
// of the key of each, 0 where there is none, then the first bytes of what
// they mean, then the second ones, then the third ones. A key that is not in
// the table is taken for another one about once in fifty times, which costs
// less accuracy than the room for whole keys would.
type table struct {
	data  []byte
	shift uint
}

const (
	bucketCount = 8
	bucketSize  = 4 * bucketCount
)

func newTable(data []byte) table {
	return table{data: data, shift: uint(32 - bits.TrailingZeros(uint(len(data)/bucketSize)))}
}

// check returns the byte of a key that a bucket keeps.
func check(key uint32) byte { return byte(key%255) + 1 }

// bucket returns the bucket of a key and its place there; ok is false if it
// has none.
func (t *table) bucket(key uint32) (b []byte, place int, ok bool) {
	at := int(uint64(key)>>t.shift) * bucketSize
	b = t.data[at : at+bucketSize : at+bucketSize]
	const ones = 0x0101010101010101
	x := binary.LittleEndian.Uint64(b) ^ uint64(check(key))*ones
	x = (x - ones) & ^x & (ones << 7)
	return b, bits.TrailingZeros64(x) >> 3, x != 0
}

// put gives a key its three bytes; it does nothing where the bucket is full
// or has a key like it.
func (t *table) put(key uint32, meaning [3]byte) bool {
	b, _, ok := t.bucket(key)
	if ok {
		return false
	}
	for i := range bucketCount {
		if b[i] == 0 {
			b[i] = check(key)
			b[bucketCount+i], b[2*bucketCount+i], b[3*bucketCount+i] = meaning[0], meaning[1], meaning[2]
			return true
		}
	}
	return false
}

// Sizes of the tables, as logarithms of how many buckets they have.
const (
	actionBuckets = 16
	labelBuckets  = 13
)

// model packs what was learned.
func (tr *Trainer) model() *Model {
	const first, second = bucketSize << actionBuckets, bucketSize << labelBuckets
	data := append([]byte(magic), actionBuckets, labelBuckets, 0, 0, 0, 0)
	start := len(data)
	data = append(data, make([]byte, first+second)...)
	acts, labels := newTable(data[start:start+first]), newTable(data[start+first:])
	for _, f := range tr.actions.average() {
		acts.put(f.key, [3]byte{byte(f.weights[0]), byte(f.weights[1]), byte(f.weights[2])})
	}
	var lists []byte
	for _, f := range tr.labels.average() {
		at := len(lists)
		if f.most < minimum || !labels.put(f.key, [3]byte{byte(at), byte(at >> 8), byte(at >> 16)}) {
			continue
		}
		lists = append(lists, 0)
		for r, w := range f.weights {
			if w >= minimum || w <= -minimum {
				lists[at]++
				lists = append(lists, byte(r), byte(w))
			}
		}
	}
	binary.LittleEndian.PutUint32(data[start-4:], uint32(len(lists)))
	m, err := open(append(data, lists...))
	if err != nil {
		panic(err) // the sizes above are right
	}
	return m
}
