package ties

import (
	"strings"
	"unsafe"
)

// texts holds strings by number: each one's end in a run of bytes.
type texts struct {
	ends table[uint32]
	all  table[block]
}

// at gives a string, which is cut out of a page.
func (t *texts) at(i uint32) string {
	if i == 0 {
		return ""
	}
	text := bytesOf(&t.all, int(*t.ends.row(int(i) - 1)), int(*t.ends.row(int(i))))
	return unsafe.String(unsafe.SliceData(text), len(text))
}

// add appends a string to those of an index that is being made, and gives its number.
func (t *texts) add(text string) uint32 {
	end := 0
	if t.ends.rows > 0 {
		end = int(*t.ends.row(t.ends.rows - 1))
	}
	addBytes(&t.all, end, text)
	t.ends.add(uint32(end + len(text)))
	return uint32(t.ends.rows - 1)
}

// cursor reads them where neighbours are asked for one after the other: pages that are not in memory do not stay there.
func (t *texts) cursor() *textCursor { return &textCursor{t.ends.cursor(), t.all.cursor()} }

type textCursor struct {
	ends *cursor[uint32]
	all  *cursor[block]
}

// at gives a string.
func (c *textCursor) at(i uint32) string {
	if i == 0 {
		return ""
	}
	from := int(*c.ends.row(int(i) - 1)) // which is gone when the cursor turns the page
	to := int(*c.ends.row(int(i)))
	if from >= to || to > c.all.table.rows*len(block{}) { // the latter where the file failed
		return ""
	}
	var text strings.Builder
	text.Grow(to - from)
	for from < to {
		b, at := c.all.row(from/len(block{})), from%len(block{})
		n := min(to-from, len(b)-at)
		text.Write(b[at : at+n])
		from += n
	}
	return text.String()
}

// interned collects strings, each once.
type interned struct {
	numbers map[string]uint32
	all     []string
	size    int
}

func newInterned() interned {
	return interned{numbers: map[string]uint32{"": 0}, all: []string{""}}
}

// at gives a string by its number.
func (t *interned) at(i uint32) string { return t.all[i] }

func (t *interned) number(s string) uint32 {
	if n, ok := t.numbers[s]; ok {
		return n
	}
	n := uint32(len(t.all))
	s = strings.Clone(s)
	t.numbers[s] = n
	t.all, t.size = append(t.all, s), t.size+len(s)
	return n
}

// singles collects strings of which few are told twice: addresses, titles, hashes. They are not held against each other,
// and leave the memory.
type singles struct {
	ends table[uint64]
	all  *spool
}

func newSingles(p *pager, f *file) singles {
	s := singles{ends: paged[uint64](p, f), all: new(spool)}
	s.ends.add(0)
	return s
}

// number gives a string the next one; that of the empty string is 0.
func (s *singles) number(text string) uint32 {
	if text == "" {
		return 0
	}
	s.all.write([]byte(text))
	s.ends.add(uint64(s.all.size))
	return uint32(s.ends.rows - 1)
}

// at gives a string by its number; the file tells where it cannot.
func (s *singles) at(i uint32, f *file) string {
	if i == 0 {
		return ""
	}
	from, to := s.ends.peek(int(i)-1), s.ends.peek(int(i))
	text := make([]byte, to-from)
	if _, err := s.all.ReadAt(text, int64(from)); err != nil {
		f.fail(err)
	}
	return unsafe.String(unsafe.SliceData(text), len(text))
}
