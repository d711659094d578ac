package ties

import (
	"math/bits"
	"slices"
	"sort"

	"github.com/google/uuid"

	"entente.example/graph"
)

// Between is what counts of a fact by the [Standard] rule in a time.
type Between struct {
	spans [3]*Span // by polarity
	left  Left
}

// SumsBetween gives what counts of a fact by the standard rule, of citations that may speak of a day from one to another,
// both included and the one not after the other. False says that the fact has few statements: read them.
func (x *Index) SumsBetween(fact int, from, to uint32) (b Between, ok bool) {
	number := x.facts.row(fact).period
	if number == uint32(None) {
		return b, false
	}
	f, row := x.Fact(fact), x.periods.row(int(number))
	several := x.periodic.several.slice(int(row.several), int(row.several+row.read))
	rule := x.inTime(from, to)
	readings, left := x.sift(&f, &rule, len(several), func(yield func(int) bool) {
		for _, i := range several {
			if !yield(int(i)) {
				return
			}
		}
	})
	b.left = left
	b.left.Undated += int(row.undated)
	aside := row.aside
	for kind, count := range []*int{&b.left.Hidden, &b.left.Retracted, &b.left.Superseded, &b.left.Rejected} {
		n := row.asides[kind]
		*count += x.asideBetween(int(aside), int(n), from, to)
		aside += n
	}
	for i, p := range polarities {
		b.spans[i] = x.span(&f, row, i, from, to, readings.Of(p))
	}
	return b, true
}

// inTime is the standard rule of citations that may speak of a day from one to another.
func (x *Index) inTime(from, to uint32) Rule {
	rule := Standard()
	rule.Narrow = func(_ *Fact, s *Statement, citation int) Missed {
		switch c := x.citations.row(citation); {
		case c.from > c.to && s.Polarity != graph.Denied:
			return Undated
		case c.from <= c.to && (c.from > to || c.to < from):
			return Elsewhere
		}
		return Passed
	}
	return rule
}

// Claim gives what counts under a polarity, or false where nothing does.
func (b Between) Claim(p graph.Polarity) (*Span, bool) {
	s := b.spans[slices.Index(polarities, p)]
	return s, s.count > 0
}

// Left counts the statements that do not count, of those in the time.
func (b Between) Left() Left { return b.left }

// asideBetween counts statements that do not count by their days: all but those that end before the time or begin after it.
func (x *Index) asideBetween(first, n int, from, to uint32) int {
	before := sort.Search(n, func(i int) bool { return *x.periodic.asideTo.row(first + i) >= from })
	until := sort.Search(n, func(i int) bool { return *x.periodic.asideFrom.row(first + i) > to })
	return max(until-before, 0)
}

// Span is what is said of a fact under one polarity in a time, as far as it counts by the [Standard] rule: whole stretches
// of statements, which are summed up, and those that were read.
type Span struct {
	x          *Index
	first, end int // of the fact's statements
	count      int
	whole      []int // the stretches
	members    []run[uint32]
	read       Reading
	several    int       // how many of those that were read first are of several times or days
	cites      []Cite    // of those
	sum        *gathered // once it is asked for, as all is
	all        []int     // the statements in their order
}

func (x *Index) span(f *Fact, row *periodRow, polarity int, from, to uint32, several *Reading) *Span {
	s := &Span{x: x, first: f.First, end: f.End, read: *several, several: len(several.Statements), cites: several.Cites}
	n := int(row.counts[polarity])
	var levels []level
	for at, each := int(row.stretches[polarity]), stretchLeast; n > 0; each *= stretchFan {
		l := level{at, (n + each - 1) / each, each}
		levels = append(levels, l)
		if at += l.count; l.count == 1 {
			break
		}
	}
	if n > 0 {
		span := spanOf{s, levels, run[uint32]{&x.periodic.spans, int(row.spans[polarity]), int(row.spans[polarity]) + n}, from, to}
		span.visit(len(levels)-1, 0)
	}
	for _, members := range s.members {
		s.count += members.len()
	}
	s.count += len(s.read.Statements)
	return s
}

// level are stretches of one length: the number of the first, how many there are, of how many statements each.
type level struct{ first, count, each int }

// spanOf looks for what lies in a time.
type spanOf struct {
	*Span
	levels   []level
	all      run[uint32]
	from, to uint32
}

// visit takes in what lies in the time of a stretch of a level.
func (s *spanOf) visit(number, i int) {
	l := s.levels[number]
	row := s.x.periodic.stretches.row(l.first + i)
	members := s.all
	members.first += i * l.each
	members.end = min(members.first+l.each, members.end)
	switch {
	case row.minFrom > s.to, row.maxTo < s.from:
	case row.maxFrom <= s.to && row.minTo >= s.from:
		s.whole, s.members = append(s.whole, l.first+i), append(s.members, members)
	case number > 0:
		for child := i * stretchFan; child < min((i+1)*stretchFan, s.levels[number-1].count); child++ {
			s.visit(number-1, child)
		}
	default:
		for n := members.first; n < members.end; n++ {
			s.look(int(*members.table.row(n)))
		}
	}
}

// look takes in a statement if it lies in the time, as all its citations then do.
func (s *spanOf) look(statement int) {
	first := int(s.x.statements.row(statement).citations)
	if !s.x.isBetween(first, statement, s.from, s.to) {
		return
	}
	s.read.Statements = append(s.read.Statements, statement)
	end := s.x.statements.end(statement, s.x.citations.rows, func(r *statementRow) uint32 { return r.citations })
	for c := first; c < end; c++ {
		s.read.Cites = append(s.read.Cites, Cite{statement, c})
	}
}

// Statements counts them.
func (s *Span) Statements() int { return s.count }

// IDs are those of the statements, the earliest article's first.
func (s *Span) IDs() []uuid.UUID {
	numbers := s.numbers()
	ids := make([]uuid.UUID, len(numbers))
	for i, n := range numbers {
		ids[i] = s.x.statements.row(n).id
	}
	return ids
}

// Sources counts the origins.
func (s *Span) Sources() int { return len(s.gathered().keys) }

// Origins are the origins, see [Index.Origins].
func (s *Span) Origins() []uint64 { return slices.Clone(s.gathered().keys) }

// Best is the citation to show, see [Index.Best].
func (s *Span) Best() Cite { return s.gathered().best }

// Earliest is the citation of the earliest article.
func (s *Span) Earliest() Cite { return s.gathered().earliest }

// tellings counts the statements and days of which they speak, and the citations that speak of none.
func (s *Span) tellings() (tellings, undated int) {
	told := s.x.toldBy(s.cites)
	for _, row := range told {
		if row.day > 0 {
			break
		}
		undated++
	}
	return s.count - s.several + int(tellingsOf(told)), undated
}

// Tally is what the citations tell together.
func (s *Span) Tally() Tally {
	sum := s.gathered().summed
	s.x.sumStatements(&sum, s.numbers())
	return s.x.tally(&sum)
}

// gathered sums up the stretches and what was read.
func (s *Span) gathered() *gathered {
	if s.sum == nil {
		sum := newGathered()
		for _, number := range s.whole {
			s.x.gatherStretch(&sum, number)
		}
		s.x.gather(&sum, s.read.Cites)
		s.x.finishSum(&sum.summed)
		sum.sources()
		s.sum = &sum
	}
	return s.sum
}

// numbers gives the statements in their order.
func (s *Span) numbers() []int {
	if s.all != nil {
		return s.all
	}
	set := make([]uint64, (s.end-s.first+63)/64)
	note := func(n int) {
		if n -= s.first; n >= 0 && n < s.end-s.first { // else the file failed
			set[n/64] |= 1 << (n % 64)
		}
	}
	for _, members := range s.members {
		for _, n := range members.all() {
			note(int(n))
		}
	}
	for _, n := range s.read.Statements {
		note(n)
	}
	numbers := make([]int, 0, s.count)
	for i, word := range set {
		for ; word != 0; word &= word - 1 {
			numbers = append(numbers, s.first+64*i+bits.TrailingZeros64(word))
		}
	}
	s.all = numbers
	return numbers
}
