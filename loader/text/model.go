package text

import (
	"bufio"
	"bytes"
	"compress/flate"
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

// EnglishTagger returns the tagger that comes with the package. It is decoded
// once, when it is first asked for.
func EnglishTagger() (*Tagger, error) { return openEnglish() }

var openEnglish = sync.OnceValues(func() (*Tagger, error) { return ReadTagger(bytes.NewReader(english)) })

// magic starts a model; the number is that of its format and features.
const magic = "entente-tagger 1\n"

// maxEntries limits what a damaged model can make a reader allocate.
const maxEntries = 1 << 22

var errFormat = errors.New("not a tagger model of this version")

// ReadTagger reads a model that [Tagger.WriteTo] wrote. The error tells what
// part of it is wrong.
func ReadTagger(r io.Reader) (*Tagger, error) {
	head := make([]byte, len(magic))
	if _, err := io.ReadFull(r, head); err != nil {
		return nil, fmt.Errorf("read tagger: header: %w", err)
	}
	if string(head) != magic {
		return nil, fmt.Errorf("read tagger: header %q: %w", head, errFormat)
	}
	d := decoder{r: bufio.NewReaderSize(flate.NewReader(r), 1<<16)}
	t := new(Tagger)
	t.always = d.words("word")
	t.classes = d.words("class")
	d.features(t)
	if d.err != nil {
		return nil, fmt.Errorf("read tagger: %w", d.err)
	}
	return t, nil
}

// decoder reads the parts of a model; after an error it reads nothing more.
type decoder struct {
	r   *bufio.Reader
	err error
}

func (d *decoder) uvarint(what string) uint64 {
	if d.err != nil {
		return 0
	}
	v, err := binary.ReadUvarint(d.r)
	if err != nil {
		d.err = fmt.Errorf("%s: %w", what, err)
	}
	return v
}

func (d *decoder) count(what string) int {
	n := d.uvarint(what + " count")
	if d.err == nil && n > maxEntries {
		d.err = fmt.Errorf("%s count %d: %w", what, n, errFormat)
	}
	if d.err != nil {
		return 0
	}
	return int(n)
}

func (d *decoder) words(what string) words {
	n := d.count(what)
	values := make(map[uint32]uint32, n)
	hash := uint64(0)
	for range n {
		hash += d.uvarint(what)
		values[uint32(hash)] = uint32(d.uvarint(what))
		if d.err != nil {
			break
		}
	}
	return newWords(values)
}

func (d *decoder) features(t *Tagger) {
	n := d.count("feature")
	t.slots, t.mask = make([]slot, tableSize(n)), uint32(tableSize(n)-1)
	total := d.count("weight")
	t.weights = make([]uint16, 0, total)
	k := uint64(0)
	for range n {
		k += d.uvarint("feature")
		length := d.uvarint("feature")
		if d.err != nil {
			return
		}
		if length == 0 || length > 63 || len(t.weights)+int(length) > total {
			d.err = fmt.Errorf("feature with %d weights: %w", length, errFormat)
			return
		}
		first := len(t.weights)
		for range length {
			tag, _ := d.r.ReadByte()
			w, err := d.r.ReadByte()
			if err != nil {
				d.err = fmt.Errorf("weight: %w", err)
				return
			}
			t.weights = append(t.weights, uint16(tag)<<8|uint16(w))
		}
		t.insert(uint32(k), first, int(length))
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

func newWords(values map[uint32]uint32) words {
	w := words{slots: make([]wordSlot, tableSize(len(values)))}
	w.mask = uint32(len(w.slots) - 1)
	for _, hash := range slices.Sorted(maps.Keys(values)) {
		i := hash & w.mask
		for w.slots[i].value != 0 {
			i = (i + 1) & w.mask
		}
		w.slots[i] = wordSlot{hash, values[hash]}
	}
	return w
}

// WriteTo writes the tagger as [ReadTagger] reads it: the same tagger gives
// the same bytes.
func (t *Tagger) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	b.WriteString(magic)
	z, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return 0, fmt.Errorf("write tagger: %w", err)
	}
	if _, err := z.Write(t.encode()); err != nil {
		return 0, fmt.Errorf("write tagger: %w", err)
	}
	if err := z.Close(); err != nil {
		return 0, fmt.Errorf("write tagger: %w", err)
	}
	n, err := b.WriteTo(w)
	if err != nil {
		return n, fmt.Errorf("write tagger: %w", err)
	}
	return n, nil
}

// encode returns the tagger without header and compression: keys in rising
// order as differences.
func (t *Tagger) encode() []byte {
	b := t.classes.encode(t.always.encode(nil))
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
