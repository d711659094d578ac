package ties

import (
	"math"
	"slices"

	"entente.example/graph"
)

// A stretch is of statements of a fact that stand side by side in the order of the days of which they may speak: the
// shortest are of stretchLeast statements, the next of stretchFan of those, and so on up to all of them.
const (
	stretchLeast = 16
	stretchFan   = 8
)

// stretchRow sums up the statements of a stretch and what counts of their citations: heard, valids, speakers and crowds
// are the numbers of the first. Of the shortest ones nothing is kept of what was heard: their spans tell it.
type stretchRow struct {
	extent
	from, to, end                   uint32 // see summed
	statement, citation             uint32 // the best
	earliest, cited                 uint32 // the first statement, and the first of its citations that counts
	spoken                          uint32 // the statement of whose phase it is
	heard, valids, speakers, crowds uint32
	// What gathered has of the statements.
	firstDated, lastDated    uint32
	articles, confirmed, out uint32
	kinds                    uint16
	phase, modalities        uint8
}

// reach bounds the days between which citations may speak of some: those of the first days, and those of the last.
type reach struct{ minFrom, maxFrom, minTo, maxTo uint32 }

func (r reach) with(other reach) reach {
	return reach{
		min(r.minFrom, other.minFrom), max(r.maxFrom, other.maxFrom), min(r.minTo, other.minTo), max(r.maxTo, other.maxTo),
	}
}

// extent is that of a stretch: the days between which its statements may speak, the number of the first span, and how many
// statements there are.
type extent struct {
	reach
	spans, count uint32
}

// isOne reports whether all speak of the same days.
func (r reach) isOne() bool { return r.minFrom == r.maxFrom && r.minTo == r.maxTo }

// noReach is that of no citation.
var noReach = reach{minFrom: NoEnd, minTo: NoEnd}

// keepStretches sums up the shortest stretches of sorted statements, and from those the longer ones.
func (x *Index) keepStretches(e *ear, crowds crowds, spans []spanned) {
	first := x.periodic.stretches.rows
	for part := range slices.Chunk(spans, stretchLeast) {
		sum, of := newGathered(), extent{noReach, uint32(x.periodic.spans.rows), uint32(len(part))}
		for _, s := range part {
			of.reach = of.with(s.reach)
			x.addSpans(int(s.statement))
			x.gather(&sum, int(s.statement), x.passing(nil, int(s.statement)))
		}
		x.keepStretch(&sum, crowds, nil, of)
	}
	for length := stretchLeast; x.periodic.stretches.rows > first+1; length *= stretchFan {
		end := x.periodic.stretches.rows
		for begin := 0; first < end; first += stretchFan {
			sum, of := newGathered(), extent{noReach, x.periodic.stretches.row(first).spans, 0}
			e.begin()
			for n := first; n < min(first+stretchFan, end); n++ {
				row := x.periodic.stretches.row(n)
				of.reach, of.count = of.with(row.reach), of.count+row.count
				x.gatherStretch(&sum, n)
				x.eachHeard(n, e.hear)
			}
			if length == stretchLeast {
				for _, s := range spans[begin:min(begin+stretchFan*length, len(spans))] {
					x.eachSaying(int(s.statement), x.passing(nil, int(s.statement)), e.hear)
				}
			}
			begin += stretchFan * length
			x.keepStretch(&sum, crowds, e.heard(), of)
		}
		first = end
	}
}

// passing adds the citations of a statement that count by the standard rule, where the statement does.
func (x *Index) passing(cites []Cite, statement int) []Cite {
	row := x.statements.row(statement)
	for c := int(row.citations); c < x.citationsEnd(statement); c++ {
		if x.isSure(row, c) {
			cites = append(cites, Cite{statement, c})
		}
	}
	return cites
}

// isSure reports whether a citation counts by the standard rule, see [Index.judge].
func (x *Index) isSure(row *statementRow, citation int) bool {
	return x.Confidence(citation) >= graph.LowConfidence || row.review != 0 || polarities[row.polarity] == graph.Denied
}

func (x *Index) keepStretch(sum *gathered, crowds crowds, heard []heardRow, of extent) {
	sum.settle(crowds)
	x.sortLists(&sum.summed)
	p := &x.periodic
	p.stretches.add(stretchRow{
		extent: of, from: sum.from, to: sum.to, end: sum.end, statement: uint32(sum.best.Statement), citation: uint32(sum.best.Citation),
		earliest: uint32(sum.earliest.Statement), cited: uint32(sum.earliest.Citation), spoken: uint32(sum.spoken),
		heard: uint32(p.heard.rows), valids: uint32(p.valids.rows), speakers: uint32(p.speakers.rows), crowds: uint32(p.crowds.rows),
		firstDated: sum.firstDated, lastDated: sum.lastDated, articles: sum.articles, confirmed: sum.confirmed, out: uint32(sum.out),
		kinds: sum.kinds, phase: sum.phase, modalities: sum.modalities,
	})
	addAll(&p.heard, heard)
	addAll(&p.valids, sum.times)
	addAll(&p.speakers, sum.voices)
	addAll(&p.crowds, sum.crowds)
}

// gathered is what statements and their citations tell that come in any order, in stretches or one by one. Its number of
// articles is of those of which all statements of the fact under the polarity are among them: the others are in crowds, as
// often as they make one.
type gathered struct {
	summed
	crowds []uint32 // articles
	best   Cite
	sure   graph.Confidence
	found  bool
	// earliest is the first citation, of the earliest article.
	earliest Cite
}

func newGathered() gathered {
	return gathered{summed: newSummed(), earliest: Cite{math.MaxInt, math.MaxInt}}
}

// gather takes in a statement, with those of its citations that count: one at least.
func (x *Index) gather(g *gathered, statement int, cites []Cite) {
	x.gatherCites(g, cites)
	marks := x.glances.row(cites[0].Citation).marks
	if marks&glanceUndated == 0 {
		g.date(uint32(statement)+1, uint32(statement)+1)
	}
	if marks&(glanceReviewed|glanceVoiced) != 0 {
		x.sumReview(&g.summed, x.statements.row(statement))
	}
	if marks&glanceBeside != 0 {
		g.crowds = append(g.crowds, x.statements.row(statement).article)
	} else {
		g.articles++
	}
}

// gatherCites takes in citations alone.
func (x *Index) gatherCites(g *gathered, cites []Cite) {
	for i, c := range cites {
		row := x.glances.row(c.Citation)
		if row.marks&glanceVoiced != 0 && (i == 0 || cites[i-1].Statement != c.Statement) {
			if speaker := x.statements.row(c.Statement).speaker; speaker != uint32(None) {
				g.voices = append(g.voices, speaker)
			}
		}
		x.sumCite(&g.summed, row, c.Citation)
		g.choose(c, row.sureness())
		g.open(c)
	}
}

// gatherStretch takes in a stretch.
func (x *Index) gatherStretch(g *gathered, number int) {
	p := &x.periodic
	s := p.stretches.row(number)
	g.kinds, g.modalities = g.kinds|s.kinds, g.modalities|s.modalities
	g.speakOf(s.phase, int(s.spoken))
	g.from, g.to, g.summed.end = min(g.from, s.from), max(g.to, s.to), min(g.summed.end, s.end)
	g.choose(Cite{int(s.statement), int(s.citation)}, x.glances.row(int(s.citation)).sureness())
	g.open(Cite{int(s.earliest), int(s.cited)})
	g.date(s.firstDated, s.lastDated)
	g.articles, g.confirmed, g.out = g.articles+s.articles, g.confirmed+s.confirmed, g.out+int(s.out)
	end := func(all int, first func(*stretchRow) uint32) int { return p.stretches.end(number, all, first) }
	g.times = p.valids.appendTo(g.times, int(s.valids), end(p.valids.rows, func(r *stretchRow) uint32 { return r.valids }))
	g.voices = p.speakers.appendTo(g.voices, int(s.speakers), end(p.speakers.rows, func(r *stretchRow) uint32 { return r.speakers }))
	g.crowds = p.crowds.appendTo(g.crowds, int(s.crowds), end(p.crowds.rows, func(r *stretchRow) uint32 { return r.crowds }))
}

// finishGathered sums up what was taken in.
func (x *Index) finishGathered(g *gathered) {
	x.sortLists(&g.summed)
	g.articles += uint32(len(g.crowded()))
	x.datesOf(&g.summed)
}

// datesOf gives the dates of the first and the last statement that has one.
func (x *Index) datesOf(s *summed) {
	if s.firstDated > 0 {
		s.first, s.last = x.dateOf(int(s.firstDated)-1), x.dateOf(int(s.lastDated)-1)
	}
}

// choose keeps the citation that was read most surely, of several that of the earliest article: see [Index.Best].
func (g *gathered) choose(c Cite, sure graph.Confidence) {
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

// date takes the first and the last statement that has a date.
func (g *summed) date(first, last uint32) {
	if first != 0 && (g.firstDated == 0 || first < g.firstDated) {
		g.firstDated = first
	}
	g.lastDated = max(g.lastDated, last)
}

// crowds tell how many statements of a fact under a polarity each article makes, of those that make several.
type crowds map[uint32]int

// crowdsOf counts them, by polarity.
func (x *Index) crowdsOf(f *Fact) (of [3]crowds) {
	for i := f.First; i < f.End; i++ {
		if row := x.statements.row(i); x.isBeside(i-1, row) || x.isBeside(i+1, row) {
			if of[row.polarity] == nil {
				of[row.polarity] = crowds{}
			}
			of[row.polarity][row.article]++
		}
	}
	return of
}

// settle counts the articles of which all statements are there, and leaves the others.
func (g *gathered) settle(all crowds) {
	slices.Sort(g.crowds)
	rest := g.crowds[:0]
	for list := g.crowds; len(list) > 0; {
		n := 1
		for n < len(list) && list[n] == list[0] {
			n++
		}
		if n == all[list[0]] {
			g.articles++
		} else {
			rest = append(rest, list[:n]...)
		}
		list = list[n:]
	}
	g.crowds = rest
}

// crowded gives the articles, each once.
func (g *gathered) crowded() []uint32 {
	slices.Sort(g.crowds)
	g.crowds = slices.Compact(g.crowds)
	return g.crowds
}

// distinctNodes sorts nodes, or origins, and leaves each once. Of many lists that have been put together, each is there many
// times: they are noted in a set of all nodes where that is smaller.
func distinctNodes[T uint32 | uint64](x *Index, keys []T) []T {
	if len(keys) > x.nodes.rows/64 {
		set, rest := newNumberSet(0, x.nodes.rows), keys[:0]
		for _, key := range keys {
			if uint64(key) >= Anonymous || !set.add(int(key)) {
				rest = append(rest, key)
			}
		}
		all := make([]T, 0, len(keys))
		for n := range set.all() {
			all = append(all, T(n))
		}
		slices.Sort(rest)
		keys = append(all, rest...)
	} else {
		slices.Sort(keys)
	}
	return slices.Compact(keys)
}
