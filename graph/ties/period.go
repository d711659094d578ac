package ties

import (
	"cmp"
	"math"
	"slices"

	"entente.example/graph"
)

// periodic is what the index keeps of facts of many statements, so that what counts in a time can be told without reading
// them all. The statements that count are sorted by the last and the first day of which they may speak (spans), and summed
// up in stretches: the shortest of stretchLeast statements, the next of stretchFan of those, and so on up to all of them.
// Of a time, stretches count that lie in it as a whole; what lies across its bounds is read.
type periodic struct {
	// asideFrom and asideTo are the days of statements that do not count, by what keeps them out, sorted each for itself.
	asideFrom, asideTo table[uint32]
	// several are statements whose citations are not of one time and day, or do not all count: they are read.
	several, spans   table[uint32]
	stretches        table[stretchRow]
	pasts            table[pastRow]
	origins          table[uint64]
	valids, speakers table[uint32]
}

const (
	stretchLeast = 64
	stretchFan   = 8
)

// periodRow is of a fact: aside, several, spans and stretches are the numbers of the first.
type periodRow struct {
	undated              uint32
	asides               [asideKinds]uint32 // how many of each
	aside, several, read uint32             // read: how many of several
	spans                [3]uint32          // by polarity
	counts               [3]uint32
	stretches            [3]uint32
	pasts                [3]uint32 // see past.go
	pastCounts           [3]uint32
}

// What keeps a statement out.
const (
	asideHidden = iota
	asideWithdrawn
	asideReplaced
	asideRejected
	asideKinds
)

// stretchRow sums up the citations of a stretch of statements: origins, valids and speakers are the numbers of the first.
type stretchRow struct {
	reach
	from, to, end             uint32 // see summed
	statement, citation       uint32 // the best
	earliest                  uint32 // the first statement
	spoken                    uint32 // the statement of whose phase it is
	origins, valids, speakers uint32
	kinds                     uint16
	phase                     uint8
	_                         uint8
}

// reach bounds the days between which statements may speak of some: those of the first days, and those of the last.
type reach struct{ minFrom, maxFrom, minTo, maxTo uint32 }

func (r reach) with(other reach) reach {
	return reach{
		min(r.minFrom, other.minFrom), max(r.maxFrom, other.maxFrom), min(r.minTo, other.minTo), max(r.maxTo, other.maxTo),
	}
}

// noReach is that of no statement.
var noReach = reach{minFrom: NoEnd, minTo: NoEnd}

// spanned is a statement with the days of which all its citations may speak.
type spanned struct{ from, to, statement uint32 }

// fate is what becomes of a statement by the standard rule, in whatever time.
type fate int

const (
	fateCounts fate = iota
	fateSeveral
	fateUndated
	fateGone  // not even counted
	fateAside // and the kind of asideKinds
)

// keepPeriod sums up what counts of a fact by time, where it has many statements.
func (x *Index) keepPeriod(fact int, rule *Rule, readings *Readings) {
	f := x.Fact(fact)
	x.facts.row(fact).period = uint32(None)
	if f.End-f.First < stretchLeast {
		return
	}
	p := &x.periodic
	row := periodRow{aside: uint32(p.asideFrom.rows), several: uint32(p.several.rows)}
	var counting [3][]spanned
	var aside [asideKinds][]spanned
	for i := f.First; i < f.End; i++ {
		s := x.Statement(i)
		span, fate := x.fateOf(&f, &s, i, rule)
		switch fate {
		case fateCounts:
			polarity := x.statements.row(i).polarity
			counting[polarity] = append(counting[polarity], span)
		case fateSeveral:
			p.several.add(uint32(i))
			row.read++
		case fateUndated:
			row.undated++
		case fateGone:
		default:
			aside[fate-fateAside] = append(aside[fate-fateAside], span)
		}
	}
	for kind, spans := range aside {
		row.asides[kind] = uint32(len(spans))
		slices.SortFunc(spans, func(a, b spanned) int { return cmp.Compare(a.from, b.from) })
		for _, s := range spans {
			p.asideFrom.add(s.from)
		}
		slices.SortFunc(spans, func(a, b spanned) int { return cmp.Compare(a.to, b.to) })
		for _, s := range spans {
			p.asideTo.add(s.to)
		}
	}
	for polarity, spans := range counting {
		slices.SortFunc(spans, func(a, b spanned) int {
			return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.from, b.from), cmp.Compare(a.statement, b.statement))
		})
		row.spans[polarity], row.counts[polarity] = uint32(p.spans.rows), uint32(len(spans))
		row.stretches[polarity] = uint32(p.stretches.rows)
		for _, s := range spans {
			p.spans.add(s.statement)
		}
		x.keepStretches(spans)
	}
	x.keepPasts(&row, readings)
	x.facts.row(fact).period = uint32(x.periods.rows)
	x.periods.add(row)
}

// fateOf tells what becomes of a statement, and of which days all its citations may speak. A denial without a date counts
// at any time.
func (x *Index) fateOf(f *Fact, s *Statement, number int, rule *Rule) (spanned, fate) {
	var span spanned
	var day uint32
	undated, passed := false, 0
	for c := s.First; c < s.End; c++ {
		row, of := x.citations.row(c), x.DayOf(Cite{number, c})
		if c > s.First && of != day {
			return span, fateSeveral
		}
		day = of
		reach, un := spanned{row.from, row.to, uint32(number)}, row.from > row.to
		if un && s.Polarity == graph.Denied {
			reach, un = spanned{0, NoEnd, uint32(number)}, false
		}
		if c > s.First && (reach != span || un != undated) {
			return span, fateSeveral
		}
		span, undated = reach, un
		if x.judge(rule, f, s, c) == Passed {
			passed++
		}
	}
	var left Left
	switch {
	case s.First == s.End || passed > 0 && passed < s.End-s.First:
		return span, fateSeveral
	case undated:
		return span, fateUndated
	case day == 0 && passed > 0: // what speaks of no day is counted as such
		return span, fateSeveral
	case passed == 0:
		return span, fateAside + asideHidden
	case !x.leavesOut(rule, f, s, number, &left):
		return span, fateCounts
	case left.Retracted > 0:
		return span, fateAside + asideWithdrawn
	case left.Superseded > 0:
		return span, fateAside + asideReplaced
	case left.Rejected > 0:
		return span, fateAside + asideRejected
	}
	return span, fateGone
}

// keepStretches sums up the shortest stretches of sorted statements, and from those the longer ones.
func (x *Index) keepStretches(spans []spanned) {
	first := x.periodic.stretches.rows
	for part := range slices.Chunk(spans, stretchLeast) {
		sum, of := newGathered(), noReach
		for _, s := range part {
			of = of.with(reach{s.from, s.from, s.to, s.to})
			x.gather(&sum, x.citesOf(int(s.statement)))
		}
		x.keepStretch(&sum, of)
	}
	for end := x.periodic.stretches.rows; end > first+1; end = x.periodic.stretches.rows {
		for ; first < end; first += stretchFan {
			sum, of := newGathered(), noReach
			for n := first; n < min(first+stretchFan, end); n++ {
				of = of.with(x.periodic.stretches.row(n).reach)
				x.gatherStretch(&sum, n)
			}
			x.keepStretch(&sum, of)
		}
		first = end
	}
}

func (x *Index) citesOf(statement int) []Cite {
	s := x.Statement(statement)
	cites := make([]Cite, 0, s.End-s.First)
	for c := s.First; c < s.End; c++ {
		cites = append(cites, Cite{statement, c})
	}
	return cites
}

func (x *Index) keepStretch(sum *gathered, of reach) {
	x.sortLists(&sum.summed)
	p := &x.periodic
	p.stretches.add(stretchRow{
		reach: of, from: sum.from, to: sum.to, end: sum.end, statement: uint32(sum.best.Statement), citation: uint32(sum.best.Citation),
		earliest: uint32(sum.earliest.Statement), spoken: uint32(sum.spoken), origins: uint32(p.origins.rows), valids: uint32(p.valids.rows), speakers: uint32(p.speakers.rows),
		kinds: sum.kinds, phase: sum.phase,
	})
	addAll(&p.origins, sum.sources())
	addAll(&p.valids, sum.times)
	addAll(&p.speakers, sum.voices)
}

// gathered is what citations tell that come in any order, in stretches or one by one.
type gathered struct {
	summed
	keys  []uint64 // origins
	best  Cite
	sure  graph.Confidence
	found bool
	// earliest is the first citation, of the earliest article.
	earliest Cite
}

func newGathered() gathered {
	return gathered{summed: newSummed(), earliest: Cite{math.MaxInt, math.MaxInt}}
}

// gather takes in citations.
func (x *Index) gather(g *gathered, cites []Cite) {
	x.sumCites(&g.summed, cites)
	for _, c := range cites {
		g.keys = append(g.keys, x.Origin(c))
		x.choose(g, c)
		g.open(c)
	}
}

// gatherStretch takes in a stretch.
func (x *Index) gatherStretch(g *gathered, number int) {
	p := &x.periodic
	s := p.stretches.row(number)
	g.kinds |= s.kinds
	g.speakOf(s.phase, int(s.spoken))
	g.from, g.to, g.summed.end = min(g.from, s.from), max(g.to, s.to), min(g.summed.end, s.end)
	x.choose(g, Cite{int(s.statement), int(s.citation)})
	g.open(Cite{int(s.earliest), int(x.statements.row(int(s.earliest)).citations)})
	end := func(all int, first func(*stretchRow) uint32) int { return p.stretches.end(number, all, first) }
	g.keys = append(g.keys, p.origins.slice(int(s.origins), end(p.origins.rows, func(r *stretchRow) uint32 { return r.origins }))...)
	g.times = append(g.times, p.valids.slice(int(s.valids), end(p.valids.rows, func(r *stretchRow) uint32 { return r.valids }))...)
	g.voices = append(g.voices, p.speakers.slice(int(s.speakers), end(p.speakers.rows, func(r *stretchRow) uint32 { return r.speakers }))...)
}

// choose keeps the citation that was read most surely, of several that of the earliest article: see [Index.Best].
func (x *Index) choose(g *gathered, c Cite) {
	sure := x.sureness(c)
	if !g.found || sure > g.sure || sure == g.sure && c.Citation < g.best.Citation {
		g.best, g.sure, g.found = c, sure, true
	}
}

// open takes the earliest citation.
func (g *gathered) open(c Cite) {
	if c.Citation < g.earliest.Citation {
		g.earliest = c
	}
}

// sources gives the distinct origins, sorted.
func (g *gathered) sources() []uint64 {
	slices.Sort(g.keys)
	g.keys = slices.Compact(g.keys)
	return g.keys
}
