package ties

import (
	"slices"
	"sort"

	"entente.example/graph"
)

// pastRow is what the articles up to a day tell of a fact under a polarity, by the [Standard] rule: which kinds so far, and
// the latest word on the phase. There is one for each day on which this changes.
type pastRow struct {
	day   uint32
	kinds uint16
	phase uint8
	_     uint8
}

// pastsRow bounds those of a fact, by polarity.
type pastsRow struct{ first, count [3]uint32 }

// pastLeast is how many statements a fact has of which it is kept what was said by which day.
const pastLeast = 64

// Past is what articles up to a day tell of a fact under a polarity.
type Past struct {
	// Said says that one of them does.
	Said  bool
	Kinds Kinds
	Phase graph.Phase
}

// SaidBy gives what the articles up to a day tell of a fact under a polarity, by the standard rule; those that are not dated
// tell nothing. False says that the fact has few statements: read them.
func (x *Index) SaidBy(fact int, p graph.Polarity, day uint32) (Past, bool) {
	number := int(x.facts.row(fact).past)
	if number >= x.pasts.rows { // None, or the file failed
		return Past{}, false
	}
	row, polarity := x.pasts.row(number), slices.Index(polarities, p)
	first := int(row.first[polarity])
	n := sort.Search(int(row.count[polarity]), func(i int) bool { return x.past.row(first+i).day > day })
	if n == 0 {
		return Past{}, true
	}
	last := x.past.row(first + n - 1)
	return Past{Said: true, Kinds: Kinds(last.kinds), Phase: phases[last.phase]}, true
}

// ToldBy reports whether all articles that tell of a fact are dated, and none later than a day.
func (x *Index) ToldBy(fact int, day uint32) bool {
	f := x.Fact(fact)
	for i := f.End - 1; i >= f.First; {
		row := x.statements.row(i)
		if told := x.Day(int(row.article)); told == NoEnd || told > day {
			return false
		}
		// those of one polarity are in the order of their articles, the undated ones last
		before := sort.Search(i-f.First, func(n int) bool { return x.statements.row(f.First+n).polarity >= row.polarity })
		i = f.First + before - 1
	}
	return true
}

// keepPast notes what the articles tell of a fact of many statements, day by day.
func (x *Index) keepPast(fact int, readings *Readings) {
	f := x.Fact(fact)
	x.facts.row(fact).past = uint32(None)
	if f.End-f.First < pastLeast {
		return
	}
	var row pastsRow
	for number, p := range polarities {
		row.first[number] = uint32(x.past.rows)
		sum := newSummed()
		for _, c := range readings.Of(p).Cites {
			day := x.Day(int(x.statements.row(c.Statement).article))
			if day == NoEnd {
				break
			}
			cited := x.glances.row(c.Citation)
			sum.kinds |= cited.kinds
			sum.speakOf(cited.phase, c.Statement)
			now := pastRow{day: day, kinds: sum.kinds, phase: sum.phase}
			if row.count[number] == 0 {
				x.past.add(now)
				row.count[number]++
				continue
			}
			switch last := x.past.row(x.past.rows - 1); {
			case last.day == day:
				*last = now
			case last.kinds != now.kinds || last.phase != now.phase:
				x.past.add(now)
				row.count[number]++
			}
		}
	}
	x.facts.row(fact).past = uint32(x.pasts.rows)
	x.pasts.add(row)
}
