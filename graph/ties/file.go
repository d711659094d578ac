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
	"unsafe"
)

// What keeps a file from being opened as an index of a revision.
var (
	// ErrOther says that it is none of this revision, version or machine: make it anew.
	ErrOther = errors.New("index of another revision, version or machine")
	// ErrDamaged says that its bytes are not those that were written.
	ErrDamaged = errors.New("index is damaged")
)

// magic begins each file. Its last digit is the version of the rows, and of how they follow from a store.
const magic = "entente ties 4\n"

// header tells what a file is of, and how long each of its parts is.
type header struct {
	Revision string `json:"revision"`
	// Words are those of the model, by whose place rows name them; Rows the sizes of the rows, Order a number that shows
	// the order of the machine's bytes.
	Words []string `json:"words"`
	Rows  []int    `json:"rows"`
	Order []byte   `json:"order"`
	Parts []part   `json:"parts"`
}

// part is a run of bytes with its checksum; that of the sentences, which have their own, is 0.
type part struct {
	Bytes int    `json:"bytes"`
	CRC   uint32 `json:"crc"`
}

func newHeader(revision string) header {
	h := header{Revision: revision, Order: binary.NativeEndian.AppendUint32(nil, 1)}
	for _, r := range relations() {
		h.Words = append(h.Words, string(r))
	}
	for _, list := range [][]string{words(polarities), words(modalities), words(phases), words(sortedKinds()), words(standings), words(decisions)} {
		h.Words = append(h.Words, list...)
	}
	for _, size := range []uintptr{
		unsafe.Sizeof(nodeRow{}), unsafe.Sizeof(aliasRow{}), unsafe.Sizeof(articleRow{}), unsafe.Sizeof(appearanceRow{}), unsafe.Sizeof(factRow{}),
		unsafe.Sizeof(statementRow{}), unsafe.Sizeof(citationRow{}), unsafe.Sizeof(verdictRow{}), unsafe.Sizeof(editRow{}),
	} {
		h.Rows = append(h.Rows, int(size))
	}
	return h
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
	own := newHeader("")
	return slices.Equal(h.Words, own.Words) && slices.Equal(h.Rows, own.Rows) && slices.Equal(h.Order, own.Order)
}

// FileSize is how many bytes Save writes, but for some hundreds.
func (x *Index) FileSize() int {
	size := int(x.offsets[len(x.offsets)-1])
	for _, p := range x.parts() {
		size += len(p)
	}
	return size
}

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

// parts are what a file holds after its header, but for the sentences.
func (x *Index) parts() [][]byte {
	all := unsafe.Slice(unsafe.StringData(x.texts.all), len(x.texts.all))
	return [][]byte{
		bytesOf(x.texts.ends), all, bytesOf(x.nodes), bytesOf(x.aliases), bytesOf(x.articles), bytesOf(x.appearances), bytesOf(x.facts), bytesOf(x.byObject),
		bytesOf(x.statements), bytesOf(x.citations), bytesOf(x.offsets), bytesOf(x.sums), x.sketches,
		bytesOf(x.verdicts), bytesOf(x.edits), bytesOf(x.removed),
	}
}

// write writes the header and the parts, the sentences last.
func (x *Index) write(w io.Writer) error {
	parts := x.parts()
	h := newHeader(x.revision)
	for _, p := range parts {
		h.Parts = append(h.Parts, part{len(p), crc32.Checksum(p, castagnoli)})
	}
	h.Parts = append(h.Parts, part{Bytes: int(x.offsets[len(x.offsets)-1])})
	text, err := json.Marshal(h)
	if err != nil {
		return err
	}
	begin := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(text)))
	begin = binary.LittleEndian.AppendUint32(begin, crc32.Checksum(text, castagnoli))
	for _, p := range append([][]byte{begin, text}, parts...) {
		if _, err := w.Write(p); err != nil {
			return err
		}
	}
	_, err = io.Copy(w, io.NewSectionReader(x.source, 0, int64(x.offsets[len(x.offsets)-1])))
	return err
}

// Open opens a file that [Index.Save] wrote. Errors are ErrOther, ErrDamaged, or come from the file system.
func Open(path, revision string) (_ *Index, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open index of ties: %w", err)
	}
	defer func() {
		if err != nil {
			_ = file.Close()
			err = fmt.Errorf("open index of ties: %w", err)
		}
	}()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	x := &Index{revision: revision, closer: file}
	at, err := x.read(file, info.Size())
	if err != nil {
		return nil, err
	}
	x.source = io.NewSectionReader(file, at, info.Size()-at)
	x.finish()
	return x, nil
}

// read reads all parts but the sentences, and tells where those begin.
func (x *Index) read(r io.Reader, size int64) (int64, error) {
	begin := make([]byte, len(magic)+8)
	if _, err := io.ReadFull(r, begin); err != nil || string(begin[:len(magic)]) != magic {
		return 0, ErrOther
	}
	length := binary.LittleEndian.Uint32(begin[len(magic):])
	at := int64(len(begin)) + int64(length)
	if at > size {
		return 0, ErrDamaged
	}
	text := make([]byte, length)
	if _, err := io.ReadFull(r, text); err != nil {
		return 0, err
	}
	var h header
	switch err := json.Unmarshal(text, &h); {
	case err != nil, crc32.Checksum(text, castagnoli) != binary.LittleEndian.Uint32(begin[len(magic)+4:]):
		return 0, ErrDamaged
	case h.Revision != x.revision || !h.fits():
		return 0, ErrOther
	}
	rest := size - at
	for _, p := range h.Parts {
		rest -= int64(p.Bytes)
	}
	if rest != 0 {
		return 0, ErrDamaged
	}
	var all []byte
	for i, read := range []func(io.Reader, part) error{
		into(&x.texts.ends), into(&all), into(&x.nodes), into(&x.aliases), into(&x.articles), into(&x.appearances), into(&x.facts), into(&x.byObject),
		into(&x.statements), into(&x.citations), into(&x.offsets), into(&x.sums), into(&x.sketches),
		into(&x.verdicts), into(&x.edits), into(&x.removed),
	} {
		if err := read(r, h.Parts[i]); err != nil {
			return 0, err
		}
		at += int64(h.Parts[i].Bytes)
	}
	x.texts.all = unsafe.String(unsafe.SliceData(all), len(all))
	return at, nil
}

// into gives a function that reads a part into a slice of rows.
func into[T any](rows *[]T) func(io.Reader, part) error {
	return func(r io.Reader, p part) error {
		var one T
		*rows = make([]T, p.Bytes/int(unsafe.Sizeof(one)))
		data := bytesOf(*rows)
		if len(data) != p.Bytes {
			return ErrDamaged
		}
		if _, err := io.ReadFull(r, data); err != nil {
			return err
		}
		if crc32.Checksum(data, castagnoli) != p.CRC {
			return ErrDamaged
		}
		return nil
	}
}

// bytesOf gives the memory of rows, which hold nothing but numbers.
func bytesOf[T any](rows []T) []byte {
	if len(rows) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(rows))), len(rows)*int(unsafe.Sizeof(rows[0])))
}
