package text

import (
	"bytes"
	_ "embed" // the English model
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"sync"
)

//go:embed english.model
var english []byte

// EnglishTagger returns the tagger that comes with the package. It is decoded
// once, when it is first asked for.
func EnglishTagger() (*Tagger, error) { return openEnglish() }

var openEnglish = sync.OnceValues(func() (*Tagger, error) { return decode(english) })

// magic starts a model; the number is that of its format and features.
const magic = "entente-tagger 1\n"

var errFormat = errors.New("not a tagger model of this version")

// ReadTagger reads a model that [Tagger.WriteTo] wrote. The error tells what
// part of it is wrong.
func ReadTagger(r io.Reader) (*Tagger, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read tagger: %w", err)
	}
	return decode(data)
}

func decode(data []byte) (*Tagger, error) {
	if !bytes.HasPrefix(data, []byte(magic)) {
		return nil, fmt.Errorf("read tagger: header %q: %w", data[:min(len(data), len(magic))], errFormat)
	}
	d := decoder{data: data[len(magic):]}
	t := &Tagger{always: d.words("word", uint64(tagCount)), classes: d.words("class", unknownClass)}
	d.features(t)
	if d.err == nil && len(d.data) > 0 {
		d.err = fmt.Errorf("%d bytes behind the end: %w", len(d.data), errFormat)
	}
	if d.err != nil {
		return nil, fmt.Errorf("read tagger: %w", d.err)
	}
	return t, nil
}

// decoder reads the parts of a model; after an error it reads only zeros.
type decoder struct {
	data []byte
	err  error
}

func (d *decoder) fail(what string) {
	if d.err == nil {
		d.err = fmt.Errorf("%s, %d bytes before the end: %w", what, len(d.data), errFormat)
	}
	d.data = nil
}

func (d *decoder) uvarint(what string) uint64 {
	v, n := binary.Uvarint(d.data)
	if n <= 0 {
		d.fail(what)
		return 0
	}
	d.data = d.data[n:]
	return v
}

// count reads how many entries follow; each takes two bytes at least.
func (d *decoder) count(what string) int {
	n := d.uvarint(what + " count")
	if n > uint64(len(d.data)/2) {
		d.fail(what + " count")
		return 0
	}
	return int(n)
}

// words reads a table of words whose values are below limit.
func (d *decoder) words(what string, limit uint64) words {
	n := d.count(what)
	w := newWords(n)
	hash := uint64(0)
	for i := range n {
		step, value := d.uvarint(what), d.uvarint(what)
		hash += step
		if step == 0 && i > 0 || hash > math.MaxUint32 || value == 0 || value >= limit {
			d.fail(what)
			break
		}
		w.insert(uint32(hash), uint32(value))
	}
	return w
}

func (d *decoder) features(t *Tagger) {
	n, total := d.count("feature"), d.count("weight")
	t.slots, t.mask = make([]slot, tableSize(n)), uint32(tableSize(n)-1)
	t.weights = make([]uint16, 0, total)
	k := uint64(0)
	for i := range n {
		step, length := d.uvarint("feature"), int(d.uvarint("feature")&63)
		k += step
		if step == 0 && i > 0 || k > math.MaxUint32 || length == 0 || len(t.weights)+length > total || len(d.data) < 2*length {
			d.fail("feature")
			return
		}
		t.insert(uint32(k), len(t.weights), length)
		for range length {
			if Tag(d.data[0]) >= tagCount {
				d.fail("weight")
				return
			}
			t.weights = append(t.weights, uint16(d.data[0])<<8|uint16(d.data[1]))
			d.data = d.data[2:]
		}
	}
}

// tableSize returns the size of an open-addressing table for n entries: a
// power of two that leaves at least two fifths free.
func tableSize(n int) int {
	size := 16
	for size*3 < n*5 {
		size *= 2
	}
	return size
}

// insert gives the feature k the weights from place first on.
func (t *Tagger) insert(k uint32, first, length int) {
	i := k & t.mask
	for t.slots[i].list != 0 {
		i = (i + 1) & t.mask
	}
	t.slots[i] = slot{key: k, list: uint32(first<<6 | length)}
}

// pack makes the table of features, each with its tags and weights.
func (t *Tagger) pack(features map[uint32][]uint16) {
	t.slots, t.mask = make([]slot, tableSize(len(features))), uint32(tableSize(len(features))-1)
	t.weights = nil
	for _, k := range slices.Sorted(maps.Keys(features)) {
		list := slices.Sorted(slices.Values(features[k]))
		t.insert(k, len(t.weights), len(list))
		t.weights = append(t.weights, list...)
	}
}

// newWords returns a table with room for n words.
func newWords(n int) words {
	size := tableSize(n)
	return words{slots: make([]wordSlot, size), mask: uint32(size - 1)}
}

func (w *words) insert(hash, value uint32) {
	i := hash & w.mask
	for w.slots[i].value != 0 {
		i = (i + 1) & w.mask
	}
	w.slots[i] = wordSlot{hash, value}
}

// packWords returns a table of the words.
func packWords(values map[uint32]uint32) words {
	w := newWords(len(values))
	for _, hash := range slices.Sorted(maps.Keys(values)) {
		w.insert(hash, values[hash])
	}
	return w
}

// WriteTo writes the tagger as [ReadTagger] reads it: the same tagger gives
// the same bytes.
func (t *Tagger) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(t.encode())
	if err != nil {
		return int64(n), fmt.Errorf("write tagger: %w", err)
	}
	return int64(n), nil
}

// encode returns the model: keys in rising order, as differences. It is not
// compressed: that would save a third and double the time to open it.
func (t *Tagger) encode() []byte {
	b := t.classes.encode(t.always.encode([]byte(magic)))
	used := make([]slot, 0, len(t.slots))
	for _, s := range t.slots {
		if s.list != 0 {
			used = append(used, s)
		}
	}
	slices.SortFunc(used, func(a, b slot) int { return int(int64(a.key) - int64(b.key)) })
	b = binary.AppendUvarint(b, uint64(len(used)))
	b = binary.AppendUvarint(b, uint64(len(t.weights)))
	last := uint32(0)
	for _, s := range used {
		b = binary.AppendUvarint(b, uint64(s.key-last))
		b = binary.AppendUvarint(b, uint64(s.list&63))
		for _, w := range t.weights[s.list>>6 : s.list>>6+s.list&63] {
			b = append(b, byte(w>>8), byte(w))
		}
		last = s.key
	}
	return b
}

func (w *words) encode(b []byte) []byte {
	used := make([]wordSlot, 0, len(w.slots))
	for _, s := range w.slots {
		if s.value != 0 {
			used = append(used, s)
		}
	}
	slices.SortFunc(used, func(a, b wordSlot) int { return int(int64(a.hash) - int64(b.hash)) })
	b = binary.AppendUvarint(b, uint64(len(used)))
	last := uint32(0)
	for _, s := range used {
		b = binary.AppendUvarint(b, uint64(s.hash-last))
		b = binary.AppendUvarint(b, uint64(s.value))
		last = s.hash
	}
	return b
}
