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
	number := x.facts.row(fact).period
	if number == uint32(None) {
		return Past{}, false
	}
	row, polarity := x.periods.row(int(number)), slices.Index(polarities, p)
	first := int(row.pasts[polarity])
	n := sort.Search(int(row.pastCounts[polarity]), func(i int) bool { return x.periodic.pasts.row(first+i).day > day })
	if n == 0 {
		return Past{}, true
	}
	last := x.periodic.pasts.row(first + n - 1)
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

// keepPasts notes what the articles tell of a fact, day by day.
func (x *Index) keepPasts(row *periodRow, readings *Readings) {
	pasts := &x.periodic.pasts
	for number, p := range polarities {
		row.pasts[number] = uint32(pasts.rows)
		sum := newSummed()
		for _, c := range readings.Of(p).Cites {
			day := x.Day(int(x.statements.row(c.Statement).article))
			if day == NoEnd {
				break
			}
			cited := x.citations.row(c.Citation)
			sum.kinds |= cited.kinds
			sum.speakOf(cited.phase, c.Statement)
			now := pastRow{day: day, kinds: sum.kinds, phase: sum.phase}
			if row.pastCounts[number] == 0 {
				pasts.add(now)
				row.pastCounts[number]++
				continue
			}
			switch last := pasts.row(pasts.rows - 1); {
			case last.day == day:
				*last = now
			case last.kinds != now.kinds || last.phase != now.phase:
				pasts.add(now)
				row.pastCounts[number]++
			}
		}
	}
}
