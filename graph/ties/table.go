package ties

import (
	"cmp"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"slices"
	"sync"
	"sync/atomic"
	"unsafe"
)

// pageRows is how many rows stand in a page.
const pageRows = 256

// table is a column of the index: rows that hold nothing but numbers, in pages. Those of a file are read when they are
// first touched, and held against their checksums then, so that opening costs nothing and a question pays for what it
// looks at. A page stays once it is read, until many others were: what is cut out of it outlives it and the file.
//
// Those of a table that is being made come into a temporary file where there is a pager, see there.
type table[T any] struct {
	rows  int
	pages []atomic.Pointer[[pageRows]T]
	// file has the pages that are not read yet, from at on, and sums their checksums; nil where all are there.
	file *file
	at   int64
	sums []uint32
	// pager has those of a table that is being made, at their own places; a place is negative until there is one.
	pager  *pager
	places []int64
	// newer tells of those in memory that they are not as in the file.
	newer []bool
}

// paged gives an empty table whose pages leave the memory.
func paged[T any](p *pager, f *file) table[T] { return table[T]{pager: p, file: f} }

// row gives a row. Where the file fails it is one of zeros, and [Index.Err] tells.
func (t *table[T]) row(i int) *T {
	n := uint(i) / pageRows
	page := t.pages[n].Load()
	if page == nil {
		page = t.read(int(n))
	}
	return &page[uint(i)%pageRows]
}

// add appends a row to a table that is being built.
func (t *table[T]) add(row T) {
	n := t.rows / pageRows
	if n == len(t.pages) {
		t.pages = append(t.pages, atomic.Pointer[[pageRows]T]{})
		page := new([pageRows]T)
		t.pages[n].Store(page)
		if t.pager != nil {
			t.sums, t.places, t.newer = append(t.sums, 0), append(t.places, -1), append(t.newer, true)
			t.pager.hold(held{t, n, int(unsafe.Sizeof(*page))})
		}
	}
	t.set(t.rows, row)
	t.rows++
}

// set puts a row in the place of another one, in a table that is being built.
func (t *table[T]) set(i int, row T) {
	*t.row(i) = row
	if t.pager != nil {
		t.newer[i/pageRows] = true
	}
}

// cut takes the last rows off a table that is being built.
func (t *table[T]) cut(rows int) { t.rows = rows }

// drop ends the use of a table that is paged.
func (t *table[T]) drop() {
	t.pager.forget(t)
	*t = table[T]{}
}

// leave has a page leave the memory.
func (t *table[T]) leave(n int) (err error) {
	if t.pager == nil { // it is in the file
		t.pages[n].Store(nil)
		return nil
	}
	page := t.pages[n].Load()
	if t.newer[n] {
		data := wholePage(page)
		if t.places[n], err = t.pager.write(data, t.places[n]); err != nil {
			return err
		}
		t.sums[n], t.newer[n] = crc32.Checksum(data, castagnoli), false
	}
	t.pages[n].Store(nil)
	return nil
}

// reader reads rows of which many stand in one page, one after the other.
func (t *table[T]) reader() reader[T] { return reader[T]{table: t, n: -1} }

type reader[T any] struct {
	table *table[T]
	n     int
	page  *[pageRows]T
}

// row gives a row, as that of the table does.
func (r *reader[T]) row(i int) *T {
	if i/pageRows != r.n {
		r.turn(i / pageRows)
	}
	return &r.page[uint(i)%pageRows]
}

func (r *reader[T]) turn(n int) {
	r.n = n
	if r.page = r.table.pages[n].Load(); r.page == nil {
		r.page = r.table.read(n)
	}
}

// cursor reads a table from one end to the other: a page that is not in memory does not stay there.
func (t *table[T]) cursor() *cursor[T] { return &cursor[T]{table: t, n: -1} }

type cursor[T any] struct {
	table *table[T]
	n     int
	page  *[pageRows]T
	own   *[pageRows]T
}

// row gives a row, which is there until one of another page is asked for.
func (c *cursor[T]) row(i int) *T {
	if n := i / pageRows; n != c.n {
		if c.n, c.page = n, c.table.pages[n].Load(); c.page == nil {
			if c.own == nil {
				c.own = new([pageRows]T)
			}
			if !c.table.fill(c.own, n) {
				*c.own = [pageRows]T{}
			}
			c.page = c.own
		}
	}
	return &c.page[i%pageRows]
}

// parts gives the rows from first to end, page by page, each with the number of its first row. None may change them.
func (t *table[T]) parts(first, end int) iter.Seq2[int, []T] {
	return func(yield func(int, []T) bool) {
		for end = min(end, t.rows); first < end; {
			next := min(end, first-first%pageRows+pageRows)
			if !yield(first, t.lend(first, next)) {
				return
			}
			first = next
		}
	}
}

// peek gives a row of a table that is being built, wherever it is: of a page that left the memory no more is read.
func (t *table[T]) peek(i int) (row T) {
	n := i / pageRows
	if page := t.pages[n].Load(); page != nil {
		return page[i%pageRows]
	}
	data := unsafe.Slice((*byte)(unsafe.Pointer(&row)), unsafe.Sizeof(row))
	if _, err := t.file.ReadAt(data, t.places[n]+int64(i%pageRows)*int64(len(data))); err != nil {
		t.file.fail(err)
	}
	return row
}

// addTable appends the rows of another one.
func (t *table[T]) addTable(other *table[T]) {
	rows := other.cursor()
	for i := range other.rows {
		t.add(*rows.row(i))
	}
}

// end gives the bound of a list that begins at the row's field of a table of others: where that of the next row begins.
func (t *table[T]) end(i, all int, first func(*T) uint32) int {
	if i+1 < t.rows {
		return int(first(t.row(i + 1)))
	}
	return all
}

// slice gives a copy of the rows from first to end.
func (t *table[T]) slice(first, end int) []T {
	return t.appendTo(nil, first, end)
}

// lend gives the rows from first to end, which none may change: where they lie in one page, they are those of it.
func (t *table[T]) lend(first, end int) []T {
	if first >= end || end > t.rows || first/pageRows != (end-1)/pageRows {
		return t.slice(first, end)
	}
	n := end - first
	return unsafe.Slice(t.row(first), n)[:n:n]
}

// appendTo appends the rows from first to end to a list.
func (t *table[T]) appendTo(list []T, first, end int) []T {
	if first >= end || end > t.rows { // the latter where the file failed
		return list
	}
	list = slices.Grow(list, end-first)
	for first < end {
		page := t.row(first)
		n := min(end-first, pageRows-first%pageRows)
		list = append(list, unsafe.Slice(page, n)...)
		first += n
	}
	return list
}

func (t *table[T]) read(n int) *[pageRows]T {
	page := new([pageRows]T)
	if !t.fill(page, n) {
		return new([pageRows]T)
	}
	switch mine := t.pages[n].CompareAndSwap(nil, page); {
	case t.pager != nil:
		t.pager.hold(held{t, n, int(unsafe.Sizeof(*page))})
	case mine:
		t.file.hold(held{t, n, int(unsafe.Sizeof(*page))})
	}
	return page
}

// fill reads a page, or reports that the file fails.
func (t *table[T]) fill(page *[pageRows]T, n int) bool {
	data, at := t.bytes(page, n), t.at+int64(n)*int64(unsafe.Sizeof(*page))
	if t.pager != nil {
		data, at = wholePage(page), t.places[n]
	}
	if _, err := t.file.ReadAt(data, at); err != nil {
		t.file.fail(err)
		return false
	}
	if crc32.Checksum(data, castagnoli) != t.sums[n] {
		t.file.fail(ErrDamaged)
		return false
	}
	return true
}

func wholePage[T any](page *[pageRows]T) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(page)), unsafe.Sizeof(*page))
}

// bytes gives the memory of the rows that stand in a page of that number.
func (t *table[T]) bytes(page *[pageRows]T, n int) []byte {
	rows := min(t.rows-n*pageRows, pageRows)
	return unsafe.Slice((*byte)(unsafe.Pointer(page)), rows*int(unsafe.Sizeof(page[0])))
}

// column is a table of any kind of rows, as the file sees it.
type column interface {
	// size gives the number of rows, and how many bytes one has.
	size() (rows, bytes int)
	// count is how many pages there are.
	count() int
	// page gives the bytes of one, sum their checksum.
	page(n int) []byte
	sum(n int) uint32
	// verify holds the pages that were not read yet against their checksums.
	verify()
	// open makes it one of a file's, and gives the checksums that are left.
	open(f *file, rows int, at int64, sums []uint32) []uint32
}

func (t *table[T]) size() (rows, bytes int) {
	var row T
	return t.rows, int(unsafe.Sizeof(row))
}

func (t *table[T]) count() int { return pagesOf(t.rows) }

func pagesOf(rows int) int { return (rows + pageRows - 1) / pageRows }

func (t *table[T]) page(n int) []byte {
	page := t.pages[n].Load()
	if page == nil { // it need not stay
		page = new([pageRows]T)
		t.fill(page, n)
	}
	return t.bytes(page, n)
}

func (t *table[T]) sum(n int) uint32 {
	if t.pages[n].Load() == nil && (n+1)*pageRows <= t.rows { // it has that of a whole page
		return t.sums[n]
	}
	return crc32.Checksum(t.page(n), castagnoli)
}

func (t *table[T]) verify() {
	scratch := new([pageRows]T)
	for n := range t.pages {
		if t.pages[n].Load() == nil {
			t.fill(scratch, n)
		}
	}
}

func (t *table[T]) open(f *file, rows int, at int64, sums []uint32) []uint32 {
	n := pagesOf(rows)
	t.rows, t.file, t.at, t.sums, t.pages = rows, f, at, sums[:n], make([]atomic.Pointer[[pageRows]T], n)
	return sums[n:]
}

// file is where an index stands, and what became of reading it.
type file struct {
	io.ReaderAt
	io.Closer
	failed atomic.Pointer[error]

	// room is how many bytes of pages are held in memory; 0: fileRoom. Those that were read first go, and are read again.
	room  int
	mu    sync.Mutex
	queue []held
	held  int
}

// fileRoom is how many bytes of its pages an index holds in memory that is read from a file.
const fileRoom = 96 << 20

// hold notes a page that was read, and lets others go.
func (f *file) hold(h held) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.held += h.bytes
	f.queue = append(f.queue, h)
	for f.held > cmp.Or(f.room, fileRoom) && len(f.queue) > 1 {
		first := f.queue[0]
		_ = first.of.leave(first.page) // nothing is written
		f.queue, f.held = f.queue[1:], f.held-first.bytes
	}
}

// fail keeps the first error.
func (f *file) fail(err error) {
	err = fmt.Errorf("read index of ties: %w", err)
	f.failed.CompareAndSwap(nil, &err)
}

// err gives it; a table that is no file's has none.
func (f *file) err() error {
	if f == nil {
		return nil
	}
	if err := f.failed.Load(); err != nil {
		return *err
	}
	return nil
}

// block is a piece of a run of bytes, as a row of a table.
type block [64]byte

// bytesOf gives the bytes of a run from one offset to another, which none may change.
func bytesOf(t *table[block], from, to int) []byte {
	const page = pageRows * len(block{})
	if from >= to || to > t.rows*len(block{}) {
		return nil
	}
	if from/page == (to-1)/page {
		first := t.row(from / len(block{}))
		return unsafe.Slice((*byte)(unsafe.Pointer(first)), from%len(block{})+to-from)[from%len(block{}):]
	}
	data := make([]byte, 0, to-from)
	for from < to {
		n := min(to-from, page-from%page)
		data = append(data, bytesOf(t, from, from+n)...)
		from += n
	}
	return data
}

// addBytes appends to a run of bytes, which has so many.
func addBytes(t *table[block], size int, data string) {
	if used := size % len(block{}); used > 0 {
		b := *t.row(t.rows - 1)
		n := copy(b[used:], data)
		t.set(t.rows-1, b)
		data = data[n:]
	}
	for ; len(data) > 0; data = data[min(len(data), len(block{})):] {
		var b block
		copy(b[:], data)
		t.add(b)
	}
}
