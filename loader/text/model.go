package text

import (
	"bytes"
	_ "embed" // the English model
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
)

//go:embed english.model
var english []byte

// EnglishTagger returns the tagger that comes with the package. It is opened
// once, when it is first asked for.
func EnglishTagger() (*Tagger, error) { return openEnglish() }

var openEnglish = sync.OnceValues(func() (*Tagger, error) { return open(english) })

// magic starts a model; the number is that of its format and features. The
// lengths of the parts follow, in bytes, four bytes each, and then the parts,
// as they are used: tables of features and words, weights. The model is not
// compressed and nothing of it is decoded, so that opening it takes no time
// and a short text only touches the pages that it needs.
const magic = "entente-tagger 2\n"

var errFormat = errors.New("not a tagger model of this version")

// ReadTagger reads a model that [Tagger.WriteTo] wrote. The error tells what
// part of it is wrong.
func ReadTagger(r io.Reader) (*Tagger, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read tagger: %w", err)
	}
	t, err := open(data)
	if err != nil {
		return nil, err
	}
	if err := t.check(); err != nil {
		return nil, fmt.Errorf("read tagger: %w", err)
	}
	return t, nil
}

// parts are the pieces of the model, in the order in which they stand in it.
func (t *Tagger) parts() [8]*[]byte {
	return [8]*[]byte{
		&t.always.shifts, &t.always.slots, &t.classes.shifts, &t.classes.slots,
		&t.features.shifts, &t.features.slots, &t.weights.sparse, &t.weights.dense,
	}
}

// open makes a tagger of a model, which it keeps, and trusts what is in the parts.
func open(data []byte) (*Tagger, error) {
	if !bytes.HasPrefix(data, []byte(magic)) {
		return nil, fmt.Errorf("read tagger: header %q: %w", data[:min(len(data), len(magic))], errFormat)
	}
	t := &Tagger{}
	parts := t.parts()
	lengths, rest := data[len(magic):], []byte(nil)
	if len(lengths) >= 4*len(parts) {
		lengths, rest = lengths[:4*len(parts)], lengths[4*len(parts):]
	}
	for i, part := range parts {
		if len(lengths) < 4 {
			return nil, fmt.Errorf("read tagger: lengths of parts: %w", errFormat)
		}
		n := uint64(binary.LittleEndian.Uint32(lengths))
		if lengths = lengths[4:]; n > uint64(len(rest)) {
			return nil, fmt.Errorf("read tagger: part %d has %d bytes, not %d: %w", i+1, len(rest), n, errFormat)
		}
		*part, rest = rest[:n:n], rest[n:]
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("read tagger: %d bytes behind the end: %w", len(rest), errFormat)
	}
	t.edge = t.edgeCard()
	return t, nil
}

// check tells what in the parts of a model is wrong.
func (t *Tagger) check() error {
	if err := t.always.check(func(tag uint32) bool { return tag < uint32(tagCount) }); err != nil {
		return fmt.Errorf("words with one tag: %w", err)
	}
	if err := t.classes.check(func(class uint32) bool { return class < unknownClass }); err != nil {
		return fmt.Errorf("classes of words: %w", err)
	}
	if len(t.weights.sparse)%2 != 0 || len(t.weights.dense)%len(tagRow{}) != 0 {
		return fmt.Errorf("weights: %w", errFormat)
	}
	for i := 0; i < len(t.weights.sparse); i += 2 {
		if tagOf(t.weights.sparse[i]) >= tagCount {
			return fmt.Errorf("weight %d: %w", i/2+1, errFormat)
		}
	}
	if err := t.features.check(t.weights.have); err != nil {
		return fmt.Errorf("features: %w", err)
	}
	return nil
}

// have reports whether a feature's list is among the weights.
func (w *weights) have(list uint32) bool {
	switch n := list & 7; n {
	case rowList:
		return uint64(list>>3) <= uint64(len(w.dense)/len(tagRow{}))
	case pairList:
		const lane = 1<<laneBits - 1
		return tagOf(byte(list>>3&lane)) < tagCount && tagOf(byte(list>>(3+laneBits+8)&lane)) < tagCount
	default:
		return uint64(list>>3)+uint64(n) <= uint64(len(w.sparse)/2)
	}
}

// check tells whether the table's parts fit each other and all values are valid.
func (t *table) check(valid func(uint32) bool) error {
	if len(t.shifts)%shiftSize != 0 || len(t.slots)%slotSize != 0 || (len(t.shifts) == 0) != (len(t.slots) == 0) {
		return fmt.Errorf("%d and %d bytes: %w", len(t.shifts), len(t.slots), errFormat)
	}
	for i := 0; i < len(t.slots); i += slotSize {
		pair := binary.LittleEndian.Uint64(t.slots[i:])
		if value := uint32(pair >> 32); !valid(value) || value != 0 && t.at(uint32(pair)) != i {
			return fmt.Errorf("slot %d: %w", i/slotSize, errFormat)
		}
	}
	return nil
}

// newTagger makes a tagger of its tables and of features, each with its tags and weights: tag in the high byte, int8 in
// the low one.
func newTagger(always, classes table, features map[uint32][]uint16) *Tagger {
	t := &Tagger{always: always, classes: classes}
	lists := make(map[uint32]uint32, len(features))
	for _, k := range slices.Sorted(maps.Keys(features)) {
		lists[k] = t.weights.append(slices.Sorted(slices.Values(features[k])))
	}
	t.features = newTable(lists)
	t.edge = t.edgeCard()
	return t
}

// append adds a feature's weights and returns what tells them.
func (w *weights) append(list []uint16) uint32 {
	lane := func(i int) uint32 { return uint32(Tag(list[i] >> 8).lane()) }
	value := func(i int) uint32 { return uint32(list[i] & 0xFF) }
	switch n := len(list); {
	case n == 1: // is zero for the second
		return pairList | lane(0)<<3 | value(0)<<(3+laneBits)
	case n == 2:
		return pairList | lane(0)<<3 | value(0)<<(3+laneBits) | lane(1)<<(3+laneBits+8) | value(1)<<(3+laneBits+8+laneBits)
	case n >= minList && n <= maxList:
		first := len(w.sparse) / 2
		for i := range list {
			w.sparse = append(w.sparse, byte(lane(i)), byte(value(i)))
		}
		return uint32(first)<<3 | uint32(n)
	}
	var row tagRow
	for tag := range row {
		row[tag] = 128
	}
	for i, pair := range list {
		row[pair>>8] = byte(int(int8(value(i))) + 128)
	}
	w.dense = append(w.dense, row[:]...)
	return uint32(len(w.dense)/len(row))<<3 + rowList
}

// WriteTo writes the tagger as [ReadTagger] reads it: the same tagger gives
// the same bytes.
func (t *Tagger) WriteTo(w io.Writer) (int64, error) {
	model := []byte(magic)
	for _, part := range t.parts() {
		model = binary.LittleEndian.AppendUint32(model, uint32(len(*part)))
	}
	for _, part := range t.parts() {
		model = append(model, *part...)
	}
	n, err := w.Write(model)
	if err != nil {
		return int64(n), fmt.Errorf("write tagger: %w", err)
	}
	return int64(n), nil
}
