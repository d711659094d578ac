package ties

import "entente.example/graph"

// Span is what is said of a fact under one polarity in a time, as far as it counts by the [Standard] rule: whole stretches
// of statements, which are summed up, and those that were read.
type Span struct {
	x          *Index
	polarity   int
	first, end int // of the fact's statements
	from, to   uint32
	count      int
	hidden     int   // how many of those that were read may have been read wrongly
	whole      []int // the stretches
	members    []run[spanRow]
	read       Reading
	keys       []uint64  // the origins, and
	sum        *gathered // all else, once they are asked for
}

// find takes in what lies in a time, beside what was read, of the polarity's lanes from one on.
func (s *Span) find(row *periodRow, lane int) {
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
		span := spanOf{s, s.x.statements.reader(), s.x.citations.reader(), levels, run[spanRow]{&s.x.periodic.spans, int(of.first), int(of.first) + n}, lane < len(polarities)}
		span.visit(len(levels)-1, 0)
	}
	for _, members := range s.members {
		s.count += members.len()
	}
	s.count += len(s.read.Statements)
}

// level are stretches of one length: the number of the first, how many there are, of how many statements each.
type level struct{ first, count, each int }

// spanOf looks for what lies in a time.
type spanOf struct {
	*Span
	statements reader[statementRow]
	citations  reader[citationRow]
	levels     []level
	all        run[spanRow]
	isOne      bool // of each statement all citations speak of the same days
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
			switch span := members.table.row(n); {
			case span.from > s.to || span.to < s.from:
			case span.sure > 0:
				s.read.Statements = append(s.read.Statements, int(span.statement))
				s.read.Cites = append(s.read.Cites, Cite{int(span.statement), int(span.sure) - 1})
			default:
				s.look(int(span.statement))
			}
		}
	}
}

// look takes in a statement if some of its citations lie in the time and count, and notes it if some do that do not.
func (s *spanOf) look(statement int) {
	row, end := *s.statements.row(statement), s.x.citations.rows
	if statement+1 < s.x.statements.rows {
		end = int(s.statements.row(statement + 1).citations)
	}
	before, hidden, sure := len(s.read.Cites), false, row.review != 0 || row.polarity == deniedNumber
	for c := int(row.citations); c < end; c++ {
		switch {
		case !s.isOne && !s.x.isBetween(c, statement, s.from, s.to):
		case !sure && graph.Confidence(s.citations.row(c).confidence) < graph.LowConfidence:
			hidden = true
		default:
			s.read.Cites = append(s.read.Cites, Cite{statement, c})
		}
	}
	if len(s.read.Cites) > before {
		s.read.Statements = append(s.read.Statements, statement)
	} else if hidden {
		s.hidden++
	}
}

// Statements counts them.
func (s *Span) Statements() int { return s.count }

// Sources counts the origins.
func (s *Span) Sources() int { return len(s.Origins()) }

// Origins are the origins, see [Index.Origins]. None may change them.
func (s *Span) Origins() []uint64 {
	if s.keys == nil {
		var keys []uint64
		for _, number := range s.whole {
			keys = s.x.appendOrigins(keys, number)
		}
		for _, c := range s.read.Cites {
			keys = append(keys, s.x.Origin(c))
		}
		s.keys = distinctNodes(s.x, keys)
	}
	return s.keys
}

// Phase is the latest word on it, as a [Tally] has it.
func (s *Span) Phase() graph.Phase {
	if s.sum != nil {
		return phases[s.sum.phase]
	}
	last := newSummed()
	for _, number := range s.whole {
		row := s.x.periodic.stretches.row(number)
		last.speakOf(row.phase, int(row.spoken))
	}
	return s.x.phase(&last, s.read.Cites)
}

// Best is the citation to show, see [Index.Best].
func (s *Span) Best() Cite { return s.gathered().best }

// Earliest is the citation of the earliest article.
func (s *Span) Earliest() Cite {
	first := newGathered()
	for _, number := range s.whole {
		row := s.x.periodic.stretches.row(number)
		first.open(Cite{int(row.earliest), int(row.cited)})
	}
	for _, c := range s.read.Cites {
		first.open(c)
	}
	return first.earliest
}

// Tally is what the citations tell together.
func (s *Span) Tally() Tally { return s.x.tally(&s.gathered().summed) }

// gathered sums up the stretches and what was read.
func (s *Span) gathered() *gathered {
	if s.sum == nil {
		sum := newGathered()
		for _, number := range s.whole {
			s.x.gatherStretch(&sum, number)
		}
		for rest := s.read.Cites; len(rest) > 0; {
			statement, n := rest[0].Statement, 1
			for n < len(rest) && rest[n].Statement == statement {
				n++
			}
			s.x.gather(&sum, statement, rest[:n])
			rest = rest[n:]
		}
		s.x.finishGathered(&sum)
		s.sum = &sum
	}
	return s.sum
}

// isBetween reports whether a citation may speak of a day from one to another. A denial without a date may at any time.
func (x *Index) isBetween(citation, statement int, from, to uint32) bool {
	c := x.citations.row(citation)
	if c.from > c.to {
		return polarities[x.statements.row(statement).polarity] == graph.Denied
	}
	return c.from <= to && c.to >= from
}
