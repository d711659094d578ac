package ties

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// What keeps a file from being opened as an index of a revision.
var (
	// ErrOther says that it is none of this revision, version or machine: make it anew.
	ErrOther = errors.New("index of another revision, version or machine")
	// ErrDamaged says that its bytes are not those that were written.
	ErrDamaged = errors.New("index is damaged")
)

// magic begins each file. The number in it is the version of the rows, and of how they follow from a store.
const magic = "entente ties 15\n"

// header tells what a file is of, and what it holds: the checksums of all pages, the tables, the sentences.
type header struct {
	Revision string `json:"revision"`
	// Words are those of the model, by whose place rows name them; Sizes those of a row of each table, Order a number that
	// shows the order of the machine's bytes.
	Words []string `json:"words"`
	Sizes []int    `json:"sizes"`
	Order []byte   `json:"order"`
	// Rows are how many each table has, Stories counts the articles that are no copies, Sentences the bytes of the sentences, Sums the checksum
	// of the checksums.
	Rows      []int  `json:"rows"`
	Stories   int    `json:"stories"`
	Sentences int64  `json:"sentences"`
	Sums      uint32 `json:"sums"`
}

func (x *Index) header() header {
	h := header{Revision: x.revision, Stories: x.stories, Order: binary.NativeEndian.AppendUint32(nil, 1)}
	for _, list := range [][]string{
		words(relations()), words(polarities), words(modalities), words(phases), words(sortedKinds()), words(standings), words(decisions),
	} {
		h.Words = append(h.Words, list...)
	}
	for _, c := range x.columns() {
		rows, size := c.size()
		h.Rows, h.Sizes = append(h.Rows, rows), append(h.Sizes, size)
	}
	return h
}

// columns are the tables, in the order in which a file has them.
func (x *Index) columns() []column {
	return []column{
		&x.texts.ends, &x.texts.all, &x.nodes, &x.aliases, &x.articles, &x.days, &x.appearances, &x.facts, &x.byObject, &x.byPlace, &x.statements,
		&x.citations, &x.glances, &x.claims, &x.sites, &x.passed, &x.told, &x.origins, &x.said, &x.valids, &x.speakers,
		&x.there, &x.toldThere, &x.pasts, &x.past, &x.periods, &x.periodic.asideFrom, &x.periodic.asideTo, &x.periodic.several,
		&x.periodic.spans, &x.periodic.stretches, &x.periodic.heard, &x.periodic.valids, &x.periodic.speakers, &x.periodic.crowds, &x.periodic.classes, &x.periodic.classed,
		&x.offsets, &x.sums, &x.sketches, &x.verdicts, &x.edits, &x.removed,
	}
}

func words[T ~string](list []T) []string {
	var texts []string
	for _, word := range list {
		texts = append(texts, string(word))
	}
	return texts
}

// fits reports whether this program can read the rows of the header.
func (h header) fits() bool {
	own := (&Index{}).header()
	return slices.Equal(h.Words, own.Words) && slices.Equal(h.Sizes, own.Sizes) && slices.Equal(h.Order, own.Order) && len(h.Rows) == len(own.Rows)
}

// FileSize is how many bytes Save writes, but for some hundreds.
func (x *Index) FileSize() int {
	size := int(x.sentenceBytes())
	for _, c := range x.columns() {
		rows, row := c.size()
		size += rows*row + sumBytes*c.count()
	}
	return size
}

func (x *Index) sentenceBytes() int64 { return int64(*x.offsets.row(x.offsets.rows - 1)) }

// sumBytes is the length of a checksum.
const sumBytes = 4

// Save writes the index to a file: a temporary one, which is renamed.
func (x *Index) Save(path string) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.tmp")
	if err != nil {
		return fmt.Errorf("save index of ties: %w", err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(file.Name())
			err = fmt.Errorf("save index of ties: %w", err)
		}
	}()
	w := bufio.NewWriterSize(file, 1<<20)
	err = errors.Join(x.write(w), w.Flush(), file.Close())
	if err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// write writes the header, the checksums, the tables, and the sentences last.
func (x *Index) write(w io.Writer) error {
	var sums []byte
	for _, c := range x.columns() {
		for n := range c.count() {
			sums = binary.NativeEndian.AppendUint32(sums, c.sum(n))
		}
	}
	h := x.header()
	h.Sentences, h.Sums = x.sentenceBytes(), crc32.Checksum(sums, castagnoli)
	text, err := json.Marshal(h)
	if err != nil {
		return err
	}
	begin := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(text)))
	begin = binary.LittleEndian.AppendUint32(begin, crc32.Checksum(text, castagnoli))
	for _, part := range [][]byte{begin, text, sums} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	for _, c := range x.columns() {
		for n := range c.count() {
			if _, err := w.Write(c.page(n)); err != nil {
				return err
			}
		}
	}
	if _, err = io.Copy(w, io.NewSectionReader(x.source, 0, h.Sentences)); err != nil {
		return err
	}
	return x.Err()
}

// Open opens a file that [Index.Save] wrote. It reads no more than the checksums: what they are of is read when it is
// asked for, see [Index.Err]. Errors are ErrOther, ErrDamaged, or come from the file system.
func Open(path, revision string) (_ *Index, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open index of ties: %w", err)
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			err = fmt.Errorf("open index of ties: %w", err)
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	x := &Index{revision: revision, file: &file{ReaderAt: f, Closer: f}, kept: true}
	if err := x.open(f, info.Size()); err != nil {
		return nil, err
	}
	x.finish()
	return x, nil
}

// open reads the header and the checksums.
func (x *Index) open(r io.Reader, size int64) error {
	begin := make([]byte, len(magic)+8)
	if _, err := io.ReadFull(r, begin); err != nil || string(begin[:len(magic)]) != magic {
		return ErrOther
	}
	length := binary.LittleEndian.Uint32(begin[len(magic):])
	at := int64(len(begin)) + int64(length)
	if at > size {
		return ErrDamaged
	}
	text := make([]byte, length)
	if _, err := io.ReadFull(r, text); err != nil {
		return err
	}
	var h header
	switch err := json.Unmarshal(text, &h); {
	case err != nil, crc32.Checksum(text, castagnoli) != binary.LittleEndian.Uint32(begin[len(magic)+4:]):
		return ErrDamaged
	case h.Revision != x.revision || !h.fits():
		return ErrOther
	}
	pages := 0
	for _, rows := range h.Rows {
		pages += pagesOf(rows)
	}
	if at += int64(sumBytes * pages); at > size {
		return ErrDamaged
	}
	data := make([]byte, sumBytes*pages)
	if _, err := io.ReadFull(r, data); err != nil {
		return err
	}
	if crc32.Checksum(data, castagnoli) != h.Sums {
		return ErrDamaged
	}
	x.stories = h.Stories
	sums := make([]uint32, pages)
	for i := range sums {
		sums[i] = binary.NativeEndian.Uint32(data[sumBytes*i:])
	}
	for i, c := range x.columns() {
		sums = c.open(x.file, h.Rows[i], at, sums)
		at += int64(h.Rows[i] * h.Sizes[i])
	}
	if at+h.Sentences != size {
		return ErrDamaged
	}
	x.source = io.NewSectionReader(x.file, at, h.Sentences)
	return nil
}

// Verify holds all of the file against its checksums, and keeps nothing of it: what is read of it later can be trusted,
// unless somebody writes to it. Errors are those of [Index.Err].
func (x *Index) Verify() error {
	if !x.kept {
		return nil
	}
	for _, c := range x.columns() {
		c.verify()
	}
	r := bufio.NewReaderSize(io.NewSectionReader(x.source, 0, x.sentenceBytes()), 1<<20)
	var text []byte
	for i := range x.sums.rows {
		if x.Err() != nil {
			break
		}
		size := *x.offsets.row(i + 1) - *x.offsets.row(i)
		text = slices.Grow(text[:0], int(size))[:size]
		if _, err := io.ReadFull(r, text); err != nil {
			x.file.fail(err)
		} else if crc32.Checksum(text, castagnoli) != *x.sums.row(i) {
			x.file.fail(ErrDamaged)
		}
	}
	return x.Err()
}
