package ties

import (
	"cmp"
	"slices"

	"entente.example/graph"
)

// periodic is what the index keeps of facts of many statements, so that what counts in a time can be told without reading
// them all. The statements that count are sorted by the last and the first day of which they may speak (spans), and summed
// up in stretches, see stretch.go. Of a time, stretches count that lie in it as a whole; what lies across its bounds is
// read.
type periodic struct {
	// asideFrom and asideTo are the days of statements that do not count, by what keeps them out, sorted each for itself.
	asideFrom, asideTo table[uint32]
	// several are statements that cannot be told so, see fateRead.
	several          table[uint32]
	spans            table[spanRow]
	stretches        table[stretchRow]
	heard            table[heardRow]
	valids, speakers table[uint32]
	crowds           table[uint32]
	classes          table[classRow]
	classed          table[classedRow]
}

// periodLeast is how many statements a fact has that has sums by time.
const periodLeast = 512

// periodRow is of a fact: aside, several, spans and stretches are the numbers of the first. Where it is not summed, the fact
// has too few statements for lanes, and it tells only what is left out in a time.
type periodRow struct {
	summed               uint32 // 1: it is
	undated              uint32
	asides               [asideKinds]uint32 // how many of each
	aside, several, read uint32             // read: how many of several
	lanes                [2 * 3]laneRow
}

// laneRow is of the statements of one polarity that count: those of which all citations may speak of the same days, or, in
// another lane, the others, so that a stretch of the former is no longer than its days. Their spans are those from first to
// end, stretches is the number of the first stretch.
type laneRow struct{ first, end, count, stretches uint32 }

// spanRow is a citation of a statement that counts, with the first and the last of the days of which it may speak, and the
// day of its article. Those of a statement stand side by side.
type spanRow struct{ statement, citation, from, to, origin, day uint32 }

// isUnsure marks the citation of a span that does not count.
const isUnsure = 1 << 31

// addSpans adds those of a statement.
func (x *Index) addSpans(statement int) {
	row := x.statements.row(statement)
	day := x.dayTold(uint32(statement))
	for c := int(row.citations); c < x.citationsEnd(statement); c++ {
		g := x.glances.row(c)
		span := spanRow{uint32(statement), uint32(c), g.from, g.to, g.origin, day}
		if g.from > g.to { // of a denial: any time
			span.from, span.to = 0, NoEnd
		}
		if !x.isSure(row, c) {
			span.citation |= isUnsure
		}
		x.periodic.spans.add(span)
	}
}

// What keeps a statement out.
const (
	asideHidden = iota
	asideWithdrawn
	asideReplaced
	asideRejected
	asideKinds
)

// spanned is a statement with the days of which its citations may speak.
type spanned struct {
	reach
	statement uint32
}

// fate is what becomes of a statement by the standard rule, in whatever time.
type fate int

const (
	fateCounts fate = iota
	// fateRead is that of a statement of which some citations are dated and some are not, or that does not count and whose
	// citations are of several times: it must be read.
	fateRead
	fateUndated
	fateGone  // not even counted
	fateAside // and the kind of asideKinds
)

// keepPeriod sums up what counts of a fact by time, where it has many statements.
func (x *Index) keepPeriod(e *ear, fact int, rule *Rule) {
	f := x.Fact(fact)
	x.facts.row(fact).period = uint32(None)
	if f.End-f.First < classLeast {
		return
	}
	p := &x.periodic
	isSummed := f.End-f.First >= periodLeast
	row := periodRow{aside: uint32(p.asideFrom.rows), several: uint32(p.several.rows)}
	var counting [len(periodRow{}.lanes)][]spanned
	var aside [asideKinds][]spanned
	for i := f.First; i < f.End; i++ {
		s := x.Statement(i)
		span, fate := x.fateOf(&f, &s, i, rule)
		if fate == fateCounts && !isSummed {
			if span.isOne() { // it is left out at no time
				continue
			}
			fate = fateRead
		}
		switch fate {
		case fateCounts:
			lane := int(x.statements.row(i).polarity)
			if !span.isOne() {
				lane += len(polarities)
			}
			counting[lane] = append(counting[lane], span)
		case fateRead:
			p.several.add(uint32(i))
			row.read++
		case fateUndated:
			row.undated++
		case fateGone:
		default:
			aside[fate-fateAside] = append(aside[fate-fateAside], span)
		}
	}
	if isSummed {
		row.summed = 1
	}
	for kind, spans := range aside {
		row.asides[kind] = uint32(len(spans))
		p.keepAside(spans)
	}
	crowded := x.crowdsOf(&f)
	for lane, spans := range counting {
		slices.SortFunc(spans, func(a, b spanned) int {
			return cmp.Or(cmp.Compare(a.minTo, b.minTo), cmp.Compare(a.minFrom, b.minFrom), cmp.Compare(a.statement, b.statement))
		})
		row.lanes[lane] = laneRow{first: uint32(p.spans.rows), count: uint32(len(spans)), stretches: uint32(p.stretches.rows)}
		x.keepStretches(e, crowded[lane%len(polarities)], spans)
		row.lanes[lane].end = uint32(p.spans.rows)
	}
	x.facts.row(fact).period = uint32(x.periods.rows)
	x.periods.add(row)
}

// keepAside adds the days of statements that one thing keeps out.
func (p *periodic) keepAside(spans []spanned) {
	slices.SortFunc(spans, func(a, b spanned) int { return cmp.Compare(a.minFrom, b.minFrom) })
	for _, s := range spans {
		p.asideFrom.add(s.minFrom)
	}
	slices.SortFunc(spans, func(a, b spanned) int { return cmp.Compare(a.minTo, b.minTo) })
	for _, s := range spans {
		p.asideTo.add(s.minTo)
	}
}

// fateOf tells what becomes of a statement, and of which days its citations may speak. A denial without a date counts at
// any time.
func (x *Index) fateOf(f *Fact, s *Statement, number int, rule *Rule) (spanned, fate) {
	span := spanned{noReach, uint32(number)}
	undated, passed := 0, 0
	of := x.statements.row(number)
	for c := s.First; c < s.End; c++ {
		row := x.citations.row(c)
		switch {
		case row.from <= row.to:
			span.reach = span.with(reach{row.from, row.from, row.to, row.to})
		case s.Polarity == graph.Denied:
			span.reach = span.with(reach{0, 0, NoEnd, NoEnd})
		default:
			undated++
		}
		if rule.missed(f, x.glances.row(c), int(of.article), c) == Passed {
			passed++
		}
	}
	var left Left
	switch {
	case undated == s.End-s.First:
		return span, fateUndated
	case undated > 0, passed == 0 && !span.isOne():
		return span, fateRead
	case passed == 0:
		return span, fateAside + asideHidden
	case !x.leavesOut(rule, f, number, of, &left):
		return span, fateCounts
	case left == Left{}:
		return span, fateGone
	case !span.isOne():
		return span, fateRead
	case left.Retracted > 0:
		return span, fateAside + asideWithdrawn
	case left.Superseded > 0:
		return span, fateAside + asideReplaced
	}
	return span, fateAside + asideRejected
}
