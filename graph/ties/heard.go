package ties

import (
	"cmp"
	"slices"
)

// heardRow is what one origin says in some statements of a fact under one polarity: how many they are, and the days of the
// first and the last article, as a [Word] has them.
type heardRow struct{ origin, count, first, last uint32 }

func newHeard(origin, day uint32) heardRow {
	if day == NoEnd {
		return heardRow{origin, 1, NoEnd, 0}
	}
	return heardRow{origin, 1, day, day}
}

// ear puts together what origins say. It is for one goroutine.
type ear struct {
	// seen tells of each origin when it was last met, anonymous of those that have no node.
	seen      []met
	anonymous map[uint32]*met
	turn      uint32
	rows      []heardRow
}

// met is the last turn in which an origin was met, and its place among those of that turn.
type met struct{ turn, place uint32 }

func newEar(x *Index) *ear { return &ear{seen: make([]met, x.nodes.rows)} }

// met tells when an origin was last met.
func (e *ear) met(origin uint32) *met {
	if origin < uint32(len(e.seen)) {
		return &e.seen[origin]
	}
	m, ok := e.anonymous[origin]
	if !ok {
		if e.anonymous == nil {
			e.anonymous = map[uint32]*met{}
		}
		m = &met{}
		e.anonymous[origin] = m
	}
	return m
}

// isNew reports whether an origin was not met in this turn, and notes it.
func (e *ear) isNew(origin uint32) bool {
	m := e.met(origin)
	was := m.turn
	m.turn = e.turn
	return was != e.turn
}

// begin forgets what was heard.
func (e *ear) begin() {
	e.turn++
	e.rows = e.rows[:0]
}

// hear takes in what an origin says in other statements.
func (e *ear) hear(row heardRow) {
	m := e.met(row.origin)
	if m.turn != e.turn {
		*m = met{e.turn, uint32(len(e.rows))}
		e.rows = append(e.rows, row)
		return
	}
	h := &e.rows[m.place]
	h.count, h.first, h.last = h.count+row.count, min(h.first, row.first), max(h.last, row.last)
}

// heard gives what was heard, sorted by the origins. It stands until the next turn begins.
func (e *ear) heard() []heardRow {
	slices.SortFunc(e.rows, func(a, b heardRow) int { return cmp.Compare(a.origin, b.origin) })
	return e.rows
}

// eachSaying gives what each origin of a statement's citations says in it.
func (x *Index) eachSaying(statement int, cites []Cite, yield func(heardRow)) {
	day := x.dayTold(uint32(statement))
	for i, c := range cites {
		origin := x.glances.row(c.Citation).origin
		if !slices.ContainsFunc(cites[:i], func(c Cite) bool { return x.glances.row(c.Citation).origin == origin }) {
			yield(newHeard(origin, day))
		}
	}
}

// eachHeard gives what is heard of a stretch.
func (x *Index) eachHeard(number int, yield func(heardRow)) {
	p := &x.periodic
	first := int(p.stretches.row(number).heard)
	end := p.stretches.end(number, p.heard.rows, func(r *stretchRow) uint32 { return r.heard })
	for _, rows := range p.heard.parts(first, end) {
		for i := range rows {
			yield(rows[i])
		}
	}
}
