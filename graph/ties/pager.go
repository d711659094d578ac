package ties

import (
	"cmp"
	"errors"
	"os"
	"slices"

	"github.com/google/uuid"
)

// pagerRoom is how many bytes of their rows the tables of an index that is being made hold in memory.
const pagerRoom = 16 << 20

// pager bounds what tables that are being made hold in memory: of their pages, those that came first go into a temporary
// file, and come back when they are asked for. So whoever reads such a table should go through it row by row. Once it is
// done, pages that come back stay, and it may be used by many goroutines.
type pager struct {
	// room is how many bytes may be in memory; 0: pagerRoom.
	room, held int
	queue      []held
	temporary  *os.File
	size       int64
	done       bool
	// run is how many rows a sorter sorts in memory; 0: sortedRows.
	run int
	// failed is the first error of writing; from then on all stays in memory.
	failed error
}

// held is a page in memory.
type held struct {
	of          leaver
	page, bytes int
}

// leaver is a table of any kind of rows.
type leaver interface{ leave(page int) error }

// hold notes a page that came into memory, and lets others go.
func (p *pager) hold(h held) {
	if p.done {
		return
	}
	p.held += h.bytes
	p.queue = append(p.queue, h)
	for p.held > cmp.Or(p.room, pagerRoom) && len(p.queue) > 1 && p.failed == nil {
		first := p.queue[0]
		if p.failed = first.of.leave(first.page); p.failed == nil {
			p.queue, p.held = p.queue[1:], p.held-first.bytes
		}
	}
}

// forget lets the pages of a table go that is not used any more.
func (p *pager) forget(t leaver) {
	p.queue = slices.DeleteFunc(p.queue, func(h held) bool {
		if h.of == t {
			p.held -= h.bytes
		}
		return h.of == t
	})
}

// write writes a page, at a place of its own where it has none (at is negative), and gives the place.
func (p *pager) write(page []byte, at int64) (int64, error) {
	if p.temporary == nil {
		file, err := os.CreateTemp("", "entente-tables-*")
		if err != nil {
			return at, err
		}
		p.temporary = file
		_ = os.Remove(file.Name()) // where an open file can be removed, none is left whatever happens
	}
	if at < 0 {
		at = p.size
	}
	if _, err := p.temporary.WriteAt(page, at); err != nil {
		return at, err
	}
	p.size = max(p.size, at+int64(len(page)))
	return at, nil
}

// ReadAt reads what was written.
func (p *pager) ReadAt(b []byte, at int64) (int, error) {
	if p.temporary == nil {
		return 0, errors.New("nothing was written")
	}
	return p.temporary.ReadAt(b, at)
}

// finish ends the time in which pages leave.
func (p *pager) finish() { p.done, p.queue = true, nil }

// Close takes the temporary file away, if there is one.
func (p *pager) Close() error {
	if p.temporary == nil {
		return nil
	}
	err := p.temporary.Close()
	_ = os.Remove(p.temporary.Name())
	return err
}

// page lets the tables of an index that is made leave the memory that are gone through row by row.
func (x *Index) page(p *pager) {
	x.texts.ends, x.texts.all = paged[uint32](p, x.file), paged[block](p, x.file)
	x.appearances, x.sketches = paged[appearanceRow](p, x.file), paged[sketch](p, x.file)
	x.statements, x.citations, x.claims = paged[statementRow](p, x.file), paged[citationRow](p, x.file), paged[claimRow](p, x.file)
	x.glances = paged[glanceRow](p, x.file)
	x.passed, x.told, x.toldThere = paged[uuid.UUID](p, x.file), paged[toldRow](p, x.file), paged[toldRow](p, x.file)
	x.origins, x.said = paged[originRow](p, x.file), paged[uint32](p, x.file)
	x.valids, x.speakers = paged[uint32](p, x.file), paged[uint32](p, x.file)
	x.offsets, x.sums = paged[uint64](p, x.file), paged[uint32](p, x.file)
	of := &x.periodic
	of.several, of.spans, of.stretches = paged[uint32](p, x.file), paged[spanRow](p, x.file), paged[stretchRow](p, x.file)
	of.heard, of.valids, of.speakers = paged[heardRow](p, x.file), paged[uint32](p, x.file), paged[uint32](p, x.file)
	of.crowds, of.classes = paged[uint32](p, x.file), paged[classRow](p, x.file)
}
