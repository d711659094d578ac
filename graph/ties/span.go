package ties

import (
	"slices"

	"entente.example/graph"
)

// Span is what counts of a fact under one polarity by a rule, see [Scanner.Sums]: whole stretches of statements, which are
// summed up, and those that were read.
type Span struct {
	s        *Scanner
	fact     int
	polarity int
	count    int
	hidden   int // how many of those that were read may have been read wrongly
	whole    []stretch
	read     Reading
	near     []heardRow // what is heard of those that were read
	sources  int        // 0: they were not counted yet
	keys     []uint64   // the origins, and
	isSorted bool
	sum      *gathered // all else, once they are asked for
}

// stretch is one that counts as a whole. Of the shortest, members are the statements.
type stretch struct {
	number  int
	members run[spanRow]
}

// take takes in what was read.
func (s *Span) take(r *Reading) {
	s.count += len(r.Statements)
	s.read = *r
	for rest := r.Cites; len(rest) > 0; {
		own := ofOne(rest)
		s.s.x.eachSaying(own[0].Statement, own, s.keepNear)
		rest = rest[len(own):]
	}
}

func (s *Span) keepNear(row heardRow) { s.near = append(s.near, row) }

// ofOne gives the first of the citations that are of one statement.
func ofOne(cites []Cite) []Cite {
	n := 1
	for n < len(cites) && cites[n].Statement == cites[0].Statement {
		n++
	}
	return cites[:n]
}

// find takes in what lies in a time, of the polarity's lanes from one on.
func (s *Span) find(row *periodRow, lane int) {
	x := s.s.x
	for ; lane < len(row.lanes); lane += len(polarities) {
		of := row.lanes[lane]
		n := int(of.count)
		if n == 0 {
			continue
		}
		levels := make([]level, 0, 8)
		for at, each := int(of.stretches), stretchLeast; ; each *= stretchFan {
			l := level{at, (n + each - 1) / each, each}
			levels = append(levels, l)
			if at += l.count; l.count == 1 {
				break
			}
		}
		span := spanOf{
			s, s.s.rule.From, s.s.rule.To, x.statements.reader(), x.glances.reader(), levels,
			run[spanRow]{&x.periodic.spans, int(of.first), int(of.first) + n}, lane < len(polarities),
		}
		span.visit(len(levels)-1, 0)
	}
}

// level are stretches of one length: the number of the first, how many there are, of how many statements each.
type level struct{ first, count, each int }

// spanOf looks for what lies in a time.
type spanOf struct {
	*Span
	from, to   uint32
	statements reader[statementRow]
	glances    reader[glanceRow]
	levels     []level
	all        run[spanRow]
	isOne      bool // of each statement all citations speak of the same days
}

// visit takes in what lies in the time of a stretch of a level.
func (s *spanOf) visit(number, i int) {
	l := s.levels[number]
	row := s.s.x.periodic.stretches.row(l.first + i)
	members := s.all
	members.first += i * l.each
	members.end = min(members.first+l.each, members.end)
	switch {
	case row.minFrom > s.to, row.maxTo < s.from:
	case row.maxFrom <= s.to && row.minTo >= s.from:
		s.count += members.len()
		if number > 0 {
			members = run[spanRow]{}
		}
		s.whole = append(s.whole, stretch{l.first + i, members})
	case number > 0:
		for child := i * stretchFan; child < min((i+1)*stretchFan, s.levels[number-1].count); child++ {
			s.visit(number-1, child)
		}
	default:
		for n := members.first; n < members.end; n++ {
			switch span := members.table.row(n); {
			case span.from > s.to || span.to < s.from:
			case span.sure > 0:
				s.count++
				s.read.Statements = append(s.read.Statements, int(span.statement))
				s.read.Cites = append(s.read.Cites, Cite{int(span.statement), int(span.sure) - 1})
				s.keepNear(newHeard(span.origin, span.day))
			default:
				s.look(int(span.statement))
			}
		}
	}
}

// look takes in a statement if some of its citations lie in the time and count, and notes it if some do that do not.
func (s *spanOf) look(statement int) {
	row, end := *s.statements.row(statement), s.s.x.citations.rows
	if statement+1 < s.s.x.statements.rows {
		end = int(s.statements.row(statement + 1).citations)
	}
	before, hidden, sure := len(s.read.Cites), false, row.review != 0 || row.polarity == deniedNumber
	for c := int(row.citations); c < end; c++ {
		switch g := s.glances.row(c); {
		case !s.isOne && !g.isBetween(s.from, s.to):
		case !sure && graph.Confidence(g.confidence) < graph.LowConfidence:
			hidden = true
		default:
			s.read.Cites = append(s.read.Cites, Cite{statement, c})
		}
	}
	if own := s.read.Cites[before:]; len(own) > 0 {
		s.count++
		s.read.Statements = append(s.read.Statements, statement)
		s.s.x.eachSaying(statement, own, s.keepNear)
	} else if hidden {
		s.hidden++
	}
}

// eachHeard gives what is heard of it, of each origin in any number of pieces.
func (s *Span) eachHeard(yield func(heardRow)) {
	x := s.s.x
	for _, part := range s.whole {
		for i := part.members.first; i < part.members.end; i++ {
			if m := part.members.table.row(i); m.sure > 0 {
				yield(newHeard(m.origin, m.day))
			} else {
				x.eachSaying(int(m.statement), x.passing(nil, int(m.statement)), yield)
			}
		}
		x.eachHeard(part.number, yield)
	}
	for _, row := range s.near {
		yield(row)
	}
}

// Statements counts them.
func (s *Span) Statements() int { return s.count }

// Sources counts the origins.
func (s *Span) Sources() int {
	if s.sources == 0 {
		s.sources = len(s.unsorted())
	}
	return s.sources
}

// unsorted gives the origins.
func (s *Span) unsorted() []uint64 {
	if s.keys == nil {
		s.s.turn++
		s.eachHeard(func(row heardRow) {
			if s.s.isNew(row.origin) {
				s.keys = append(s.keys, saidBy(row.origin))
			}
		})
	}
	return s.keys
}

// Origins are the origins, see [Index.Origins]. None may change them.
func (s *Span) Origins() []uint64 {
	if s.unsorted(); !s.isSorted {
		slices.Sort(s.keys)
		s.isSorted = true
	}
	return s.keys
}

// AppendCounts appends what each of the origins says, without the lists of statements and the citations.
func (s *Span) AppendCounts(words []Word) []Word {
	s.s.begin()
	s.eachHeard(s.s.hear)
	for _, h := range s.s.heard() {
		words = append(words, Word{Origin: saidBy(h.origin), Count: int(h.count), First: h.first, Last: h.last})
	}
	return words
}

// Phase is the latest word on it, as a [Tally] has it.
func (s *Span) Phase() graph.Phase {
	if s.sum != nil {
		return phases[s.sum.phase]
	}
	last := newSummed()
	for _, part := range s.whole {
		row := s.s.x.periodic.stretches.row(part.number)
		last.speakOf(row.phase, int(row.spoken))
	}
	return s.s.x.phase(&last, s.read.Cites)
}

// Best is the citation to show, see [Index.Best].
func (s *Span) Best() Cite { return s.gathered().best }

// Earliest is the citation of the earliest article.
func (s *Span) Earliest() Cite {
	first := newGathered()
	for _, part := range s.whole {
		row := s.s.x.periodic.stretches.row(part.number)
		first.open(Cite{int(row.earliest), int(row.cited)})
	}
	for _, c := range s.read.Cites {
		first.open(c)
	}
	return first.earliest
}

// Tally is what the citations tell together.
func (s *Span) Tally() Tally { return s.s.x.tally(&s.gathered().summed) }

// gathered sums up the stretches and what was read.
func (s *Span) gathered() *gathered {
	if s.sum == nil {
		sum := newGathered()
		for _, part := range s.whole {
			s.s.x.gatherStretch(&sum, part.number)
		}
		for rest := s.read.Cites; len(rest) > 0; {
			own := ofOne(rest)
			s.s.x.gather(&sum, own[0].Statement, own)
			rest = rest[len(own):]
		}
		s.s.x.finishGathered(&sum)
		s.sum = &sum
	}
	return s.sum
}

// isBetween reports whether a citation may speak of a day from one to another. A denial without a date may at any time.
func (g *glanceRow) isBetween(from, to uint32) bool {
	if g.from > g.to {
		return uint8(g.marks&glancePolarity) == deniedNumber
	}
	return g.from <= to && g.to >= from
}
