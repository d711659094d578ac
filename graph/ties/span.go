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
	read     []Cite
	near     []heardRow // what is heard of those that were read
	sources  int        // 0: they were not counted yet
	keys     []uint64   // the origins, and
	isSorted bool
	sum      *gathered // all else, once they are asked for
}

// stretch is one that counts as a whole. Of the shortest, members are the citations.
type stretch struct {
	number  int
	members run[spanRow]
}

// take takes in what was read.
func (s *Span) take(r *Reading) {
	s.count += len(r.Statements)
	s.read = r.Cites
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
	for ; lane < len(row.lanes); lane += len(polarities) {
		of := row.lanes[lane]
		n := int(of.count)
		if n == 0 {
			continue
		}
		levels := make([]level, 0, 8)
		for at, each := int(of.stretches), stretchLeast; ; each *= stretchFan {
			l := level{at, (n + each - 1) / each}
			levels = append(levels, l)
			if at += l.count; l.count == 1 {
				break
			}
		}
		span := spanOf{s, s.s.rule.From, s.s.rule.To, levels, int(of.end)}
		span.visit(len(levels)-1, 0)
	}
}

// level are stretches of one length: the number of the first, and how many there are.
type level struct{ first, count int }

// spanOf looks for what lies in a time.
type spanOf struct {
	*Span
	from, to uint32
	levels   []level
	end      int // of the lane's spans
}

// visit takes in what lies in the time of a stretch of a level.
func (s *spanOf) visit(number, i int) {
	l := s.levels[number]
	row := s.s.x.periodic.stretches.row(l.first + i)
	switch {
	case row.minFrom > s.to, row.maxTo < s.from:
	case row.maxFrom <= s.to && row.minTo >= s.from:
		s.count += int(row.count)
		whole := stretch{number: l.first + i}
		if number == 0 {
			whole.members = s.members(row, i)
		}
		s.whole = append(s.whole, whole)
	case number > 0:
		for child := i * stretchFan; child < min((i+1)*stretchFan, s.levels[number-1].count); child++ {
			s.visit(number-1, child)
		}
	default:
		s.look(s.members(row, i))
	}
}

// members are the spans of a shortest stretch.
func (s *spanOf) members(row *stretchRow, i int) run[spanRow] {
	l, end := s.levels[0], s.end
	if i+1 < l.count {
		end = int(s.s.x.periodic.stretches.row(l.first + i + 1).spans)
	}
	return run[spanRow]{&s.s.x.periodic.spans, int(row.spans), end}
}

// look takes in the statements of which some citations lie in the time and count, and notes those of which some do that do
// not.
func (s *spanOf) look(members run[spanRow]) {
	statement, near, hidden := None, len(s.near), false // near are the first of what is heard of the statement
	finish := func() {
		switch {
		case len(s.near) > near:
			s.count++
		case hidden:
			s.hidden++
		}
	}
	for _, rows := range members.table.parts(members.first, members.end) {
		for i := range rows {
			row := &rows[i]
			if row.statement != uint32(statement) {
				finish()
				statement, near, hidden = Node(row.statement), len(s.near), false
			}
			switch {
			case row.from > s.to || row.to < s.from:
			case row.citation&isUnsure != 0:
				hidden = true
			default:
				s.takeSpan(row, near)
			}
		}
	}
	finish()
}

// takeSpan takes in a citation; what is heard of its statement so far begins at near.
func (s *Span) takeSpan(row *spanRow, near int) {
	if !slices.ContainsFunc(s.near[near:], func(h heardRow) bool { return h.origin == row.origin }) {
		s.keepNear(newHeard(row.origin, row.day))
	}
	s.read = append(s.read, Cite{int(row.statement), int(row.citation)})
}

// eachHeard gives what is heard of it, of each origin in any number of pieces.
func (s *Span) eachHeard(yield func(heardRow)) {
	for _, part := range s.whole {
		eachMember(part.members, yield)
		s.s.x.eachHeard(part.number, yield)
	}
	for _, row := range s.near {
		yield(row)
	}
}

// eachMember gives what each origin of citations says in a statement.
func eachMember(members run[spanRow], yield func(heardRow)) {
	for i := members.first; i < members.end; i++ {
		row := members.table.row(i)
		isNew := row.citation&isUnsure == 0
		for n := i - 1; isNew && n >= members.first; n-- {
			before := members.table.row(n)
			if before.statement != row.statement {
				break
			}
			isNew = before.citation&isUnsure != 0 || before.origin != row.origin
		}
		if isNew {
			yield(newHeard(row.origin, row.day))
		}
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
func (s *Span) Phase() graph.Phase { return phases[s.lastWord().phase] }

// Spoken is the statement of whose phase it is, where there is one.
func (s *Span) Spoken() int { return s.lastWord().spoken }

// lastWord sums up no more than the phase, unless all is summed up.
func (s *Span) lastWord() *summed {
	if s.sum != nil {
		return &s.sum.summed
	}
	last := newSummed()
	for _, part := range s.whole {
		row := s.s.x.periodic.stretches.row(part.number)
		last.speakOf(row.phase, int(row.spoken))
	}
	s.s.x.phase(&last, s.read)
	return &last
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
	for _, c := range s.read {
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
		for rest := s.read; len(rest) > 0; {
			own := ofOne(rest)
			s.s.x.gather(&sum, own[0].Statement, own)
			rest = rest[len(own):]
		}
		s.s.x.finishGathered(&sum)
		s.sum = &sum
	}
	return s.sum
}
