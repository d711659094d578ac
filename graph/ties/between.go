package ties

import (
	"slices"
	"sort"

	"entente.example/graph"
)

// Between is what counts of a fact by the [Standard] rule in a time.
type Between struct {
	spans [3]Span // by polarity
	left  Left
}

// SumsBetween gives what counts of a fact by the standard rule, of citations that may speak of a day from one to another,
// both included and the one not after the other. False says that the fact has few statements: read them.
func (x *Index) SumsBetween(fact int, from, to uint32) (*Between, bool) {
	return x.sumsBetween(fact, from, to, 0)
}

// LeftBetween counts the statements of a fact that do not count in a time, as [Index.SumsBetween] does, of which it reads
// only those whose citations speak of several times.
func (x *Index) LeftBetween(fact int, from, to uint32) (Left, bool) {
	b, ok := x.sumsBetween(fact, from, to, len(polarities))
	if !ok {
		return Left{}, false
	}
	return b.left, true
}

// sumsBetween is SumsBetween of the lanes from one on.
func (x *Index) sumsBetween(fact int, from, to uint32, lane int) (*Between, bool) {
	number := x.facts.row(fact).period
	if number == uint32(None) {
		return nil, false
	}
	f, row := x.Fact(fact), x.periods.row(int(number))
	several := x.periodic.several.slice(int(row.several), int(row.several+row.read))
	rule := InTime(from, to)
	readings, left := x.sift(&f, &rule, len(several), func(yield func(int) bool) {
		for _, i := range several {
			if !yield(int(i)) {
				return
			}
		}
	})
	b := &Between{left: left}
	b.left.Undated += int(row.undated)
	aside := row.aside
	for kind, count := range []*int{&b.left.Hidden, &b.left.Retracted, &b.left.Superseded, &b.left.Rejected} {
		n := row.asides[kind]
		*count += x.asideBetween(int(aside), int(n), from, to)
		aside += n
	}
	for i, p := range polarities {
		b.spans[i] = Span{x: x, polarity: i, first: f.First, end: f.End, from: from, to: to, read: *readings.Of(p)}
		b.spans[i].find(row, lane+i)
		b.left.Hidden += b.spans[i].hidden
	}
	return b, true
}

// InTime is the standard rule of citations that may speak of a day from one to another.
func InTime(from, to uint32) Rule {
	rule := Standard()
	rule.Bounded, rule.From, rule.To = true, from, to
	return rule
}

// Claim gives what counts under a polarity, or false where nothing does.
func (b *Between) Claim(p graph.Polarity) (*Span, bool) {
	s := &b.spans[slices.Index(polarities, p)]
	return s, s.count > 0
}

// Left counts the statements that do not count, of those in the time.
func (b *Between) Left() Left { return b.left }

// asideBetween counts statements that do not count by their days: all but those that end before the time or begin after it.
func (x *Index) asideBetween(first, n int, from, to uint32) int {
	before := sort.Search(n, func(i int) bool { return *x.periodic.asideTo.row(first + i) >= from })
	until := sort.Search(n, func(i int) bool { return *x.periodic.asideFrom.row(first + i) > to })
	return max(until-before, 0)
}
