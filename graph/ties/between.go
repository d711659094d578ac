package ties

import (
	"slices"
	"sort"

	"entente.example/graph"
)

// Spans are what counts of a fact by a rule, by polarity, put together from sums that the index keeps.
type Spans struct {
	of   [3]Span
	left Left
}

// Sums gives what counts of a fact by the rule. False says that the fact has few statements, or that the index has no sums
// for such a rule: count them. It has them for the standard rule in a time, for one that asks besides for kinds, or
// for places, and for others that ask for nothing but another confidence, in steps of five hundredths.
func (s *Scanner) Sums(fact int) (*Spans, bool) {
	row, ok := s.period(fact)
	if !ok || row.summed == 0 {
		return nil, false
	}
	spans, readings := s.spans(fact, row)
	for i, p := range polarities {
		spans.of[i].take(readings.Of(p))
	}
	spans.find(s, fact, row, 0)
	return spans, true
}

// LeftOut counts the statements of a fact that do not count, as [Scanner.Sums] does, of which it looks at as few as it can.
func (s *Scanner) LeftOut(fact int) (Left, bool) {
	if classes, ok := s.classes(fact); ok && classes.read == 0 {
		counts, _ := s.countClasses(classes)
		return counts.Left, true
	}
	row, ok := s.period(fact)
	if !ok {
		return Left{}, false
	}
	spans, _ := s.spans(fact, row)
	spans.find(s, fact, row, len(polarities)) // of the lanes before, none is left out
	return spans.left, true
}

// period gives what is kept of a fact by time, or false where the index has no sums for the rule or for the fact.
func (s *Scanner) period(fact int) (*periodRow, bool) {
	number := int(s.x.facts.row(fact).period)
	if s.kept == keptByNothing || number >= s.x.periods.rows { // None, or the file failed
		return nil, false
	}
	return s.x.periods.row(number), true
}

// spans reads the statements of a fact that no sums tell of.
func (s *Scanner) spans(fact int, row *periodRow) (*Spans, Readings) {
	spans := new(Spans)
	for i := range polarities {
		spans.of[i] = Span{s: s, fact: fact, polarity: i}
	}
	several, read := row.several, row.read
	if classes, ok := s.classes(fact); ok {
		several, read = classes.several, classes.read
	}
	if read == 0 {
		return spans, Readings{}
	}
	f := s.x.Fact(fact)
	readings, left := s.x.sift(&f, &s.rule, int(read), func(yield func(int) bool) {
		for _, i := range s.x.periodic.several.slice(int(several), int(several+read)) {
			if !yield(int(i)) {
				return
			}
		}
	})
	spans.left = left
	return spans, readings
}

// find takes in the sums that the rule asks for: by classes, or by time from a lane of each polarity on.
func (b *Spans) find(s *Scanner, fact int, row *periodRow, lane int) {
	if classes, ok := s.classes(fact); ok {
		b.findClasses(s, classes)
	} else {
		b.findTime(s, row, lane)
	}
}

// findTime takes in what lies in the time of the rule.
func (b *Spans) findTime(s *Scanner, row *periodRow, lane int) {
	b.left.Undated += int(row.undated)
	aside := row.aside
	for kind, count := range []*int{&b.left.Hidden, &b.left.Retracted, &b.left.Superseded, &b.left.Rejected} {
		n := row.asides[kind]
		*count += s.x.asideBetween(int(aside), int(n), s.rule.From, s.rule.To)
		aside += n
	}
	for i := range polarities {
		b.of[i].find(row, lane+i)
		b.left.Hidden += b.of[i].hidden
	}
}

// findClasses takes in the classes that the rule asks for.
func (b *Spans) findClasses(s *Scanner, of classesRow) {
	for _, rows := range s.x.periodic.classes.parts(int(of.first), int(of.first+of.count)) {
		for i := range rows {
			row := &rows[i]
			if !row.takes(&s.rule, s.kept, &b.left) || row.stretch == uint32(None) || row.polarity >= uint32(len(b.of)) {
				continue
			}
			span := &b.of[row.polarity]
			span.whole = append(span.whole, stretch{number: int(row.stretch)})
			span.count += int(row.count)
			if s.kept == keptBySureness { // those of surer classes came before
				span.sources = int(row.sources)
			}
		}
	}
}

// InTime is the standard rule of citations that may speak of a day from one to another.
func InTime(from, to uint32) Rule {
	rule := Standard()
	rule.Bounded, rule.From, rule.To = true, from, to
	return rule
}

// Claim gives what counts under a polarity, or false where nothing does.
func (b *Spans) Claim(p graph.Polarity) (*Span, bool) {
	s := &b.of[slices.Index(polarities, p)]
	return s, s.count > 0
}

// Left counts the statements that do not count, of those that were asked for.
func (b *Spans) Left() Left { return b.left }

// asideBetween counts statements that do not count by their days: all but those that end before the time or begin after it.
func (x *Index) asideBetween(first, n int, from, to uint32) int {
	before := sort.Search(n, func(i int) bool { return *x.periodic.asideTo.row(first + i) >= from })
	until := sort.Search(n, func(i int) bool { return *x.periodic.asideFrom.row(first + i) > to })
	return max(until-before, 0)
}
