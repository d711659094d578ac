package ties

import (
	"cmp"
	"slices"
	"sort"

	"entente.example/graph"
)

// Passing is what passes a rule of a fact under a polarity, under which something must. What is asked of it is found by going
// through the fact's citations at a glance.
type Passing struct {
	s        *Scanner
	fact     int
	f        Fact
	polarity int
	// sum is what the citations tell together, once that is asked for.
	sum *passed
}

// passed is what citations tell together, with their origins.
type passed struct {
	summed
	origins        []uint64
	best, earliest Cite
	found          bool
	// surest is the sureness of the best, see [Index.Best].
	surest graph.Confidence
}

// Passing gives what passes of a fact under a polarity.
func (s *Scanner) Passing(fact int, p graph.Polarity) *Passing {
	return &Passing{s: s, fact: fact, f: s.x.Fact(fact), polarity: slices.Index(polarities, p)}
}

// each gives the citations that pass, in their order, each with whether it is the first of its statement that does. It ends
// where it is told to.
func (p *Passing) each(yield func(row *glanceRow, citation int, first bool) bool) {
	x, rule := p.s.x, &p.s.rule
	begin, end := x.glancesOf(p.fact)
	polarity := func(i int) int { return int(x.glances.row(begin+i).marks & glancePolarity) }
	n := end - begin
	end = begin + sort.Search(n, func(i int) bool { return polarity(i) > p.polarity })
	begin += sort.Search(n, func(i int) bool { return polarity(i) >= p.polarity })
	lens, leaves, article, last := rule.lens(p.polarity), rule.leaves(), 0, None
	for at, rows := range x.glances.parts(begin, end) {
		for i := range rows {
			row := &rows[i]
			if row.marks&leaves != 0 {
				continue
			}
			if rule.Narrow != nil {
				article = int(x.statements.row(int(row.statement)).article)
			}
			if lens.sees(row) || rule.missed(&p.f, row, article, at+i) == Passed {
				if !yield(row, at+i, row.statement != uint32(last)) {
					return
				}
				last = Node(row.statement)
			}
		}
	}
}

// summed sums up the citations.
func (p *Passing) summed() *passed {
	if p.sum != nil {
		return p.sum
	}
	x := p.s.x
	t := &passed{summed: newSummed()}
	statements, article := x.statements.reader(), None
	p.s.turn++
	p.each(func(row *glanceRow, citation int, first bool) bool {
		if first {
			if row.marks&glanceUndated == 0 {
				t.date(row.statement+1, row.statement+1)
			}
			isNew := true
			if row.marks&(glanceReviewed|glanceBeside|glanceVoiced) != 0 {
				statement := statements.row(int(row.statement))
				x.sumReview(&t.summed, statement)
				isNew = statement.article != uint32(article) // those of an article stand together
				article = Node(statement.article)
				if n := statement.speaker; n < uint32(len(p.s.spoken)) && p.s.spoken[n] != p.s.turn {
					p.s.spoken[n] = p.s.turn
					t.voices = append(t.voices, n)
				}
			}
			if isNew {
				t.articles++
			}
		}
		x.sumCite(&t.summed, row, citation)
		if p.s.isNew(row.origin) {
			t.origins = append(t.origins, saidBy(row.origin))
		}
		t.choose(row, citation)
		return true
	})
	x.sortLists(&t.summed)
	x.datesOf(&t.summed)
	slices.Sort(t.origins)
	p.sum = t
	return t
}

// choose takes the first of the citations, and the first of those that are surest.
func (t *passed) choose(row *glanceRow, citation int) {
	c, sureness := Cite{int(row.statement), citation}, row.sureness()
	if !t.found {
		t.earliest = c
	}
	if !t.found || sureness > t.surest {
		t.best, t.surest = c, sureness
	}
	t.found = true
}

// Origins are the origins, see [Index.Origins]. None may change them.
func (p *Passing) Origins() []uint64 { return p.summed().origins }

// Phase is the latest word on it, as a [Tally] has it.
func (p *Passing) Phase() graph.Phase { return phases[p.summed().phase] }

// Spoken is the statement of whose phase it is, where there is one.
func (p *Passing) Spoken() int { return p.summed().spoken }

// Tally is what the citations tell together.
func (p *Passing) Tally() Tally { return p.s.x.tally(&p.summed().summed) }

// Earliest is the citation of the earliest article.
func (p *Passing) Earliest() (first Cite) {
	if p.sum != nil {
		return p.sum.earliest
	}
	p.each(func(row *glanceRow, citation int, _ bool) bool {
		first = Cite{int(row.statement), citation}
		return false
	})
	return first
}

// Best is the citation to show, see [Index.Best].
func (p *Passing) Best() Cite { return p.summed().best }

// AppendCounts appends what each of the origins says, without the lists of statements.
func (p *Passing) AppendCounts(words []Word) []Word {
	before := len(words)
	var last []uint32 // of the statements of each
	p.s.turn++
	p.each(func(row *glanceRow, citation int, _ bool) bool {
		m := p.s.met(row.origin)
		if m.turn != p.s.turn {
			*m = met{p.s.turn, uint32(len(last))}
			last = append(last, uint32(None))
			words = append(words, Word{Origin: saidBy(row.origin), Cite: Cite{int(row.statement), citation}})
		}
		if last[m.place] != row.statement {
			last[m.place] = row.statement
			words[before+int(m.place)].Count++
		}
		return true
	})
	for i, n := range last {
		w := &words[before+i]
		w.First, w.Last = p.s.x.daysOf([]uint32{uint32(w.Cite.Statement), n})
		if w.First != NoEnd && w.Last == w.First && n != uint32(w.Cite.Statement) && p.s.x.dayTold(n) == NoEnd {
			w.Last = p.lastDay(w.Origin)
		}
	}
	slices.SortFunc(words[before:], func(a, b Word) int { return cmp.Compare(a.Origin, b.Origin) })
	return words
}

// lastDay is the day of the last article with a date that an origin speaks in.
func (p *Passing) lastDay(origin uint64) (last uint32) {
	p.each(func(row *glanceRow, _ int, _ bool) bool {
		if saidBy(row.origin) != origin {
			return true
		}
		day := p.s.x.dayTold(row.statement)
		if day != NoEnd { // the undated ones are the last
			last = day
		}
		return day != NoEnd
	})
	return last
}

// FirstTold is the first day of which a citation speaks, see [Claim.FirstTold].
func (p *Passing) FirstTold() uint32 {
	first := NoEnd
	p.each(func(row *glanceRow, _ int, _ bool) bool {
		first = min(first, p.s.x.dayOf(row, p.f.Relation))
		return first > 0
	})
	return first
}

// LastTold is the last day up to another of which a citation speaks, see [Claim.LastTold].
func (p *Passing) LastTold(until uint32) (day uint32, cite Cite, ok bool) {
	p.each(func(row *glanceRow, citation int, _ bool) bool {
		if d := p.s.x.dayOf(row, p.f.Relation); d != 0 && d <= until && (!ok || d >= day) {
			day, cite, ok = d, Cite{int(row.statement), citation}, true
		}
		return true
	})
	return day, cite, ok
}

// Recent are the tellings of the last days among those of many facts, see [Latest].
type Recent struct {
	// Tellings counts all, Undated the citations that speak of no day.
	Tellings, Undated int
	most, room        int
	// last are those of the last days so far, of which the ones before since need not be looked at.
	last  []Telling
	since uint32
}

// NewRecent is to find so many, or those that share a day with the first one of so many.
func NewRecent(most int) *Recent { return &Recent{most: most, room: 4 * most} }

// Add takes in what passes of a fact under a polarity; at a place, if it is not None.
func (r *Recent) Add(p *Passing, place Node) {
	var days []uint32 // of which the statement speaks
	p.each(func(row *glanceRow, citation int, first bool) bool {
		if first {
			days = days[:0]
		}
		if place != None && row.site != uint32(place) {
			return true
		}
		day := p.s.x.dayOf(row, p.f.Relation)
		if day == 0 {
			r.Undated++
			return true
		}
		if row.marks&glanceOnly == 0 {
			if slices.Contains(days, day) {
				return true
			}
			days = append(days, day)
		}
		if r.Tellings++; day >= r.since {
			r.last = append(r.last, Telling{Cite{int(row.statement), citation}, day})
			if len(r.last) >= r.room {
				r.cut()
				r.room = max(4*r.most, 2*len(r.last)) // many may share a day
			}
		}
		return true
	})
}

// cut leaves out those of earlier days than the first one of so many.
func (r *Recent) cut() {
	if len(r.last) <= r.most {
		return
	}
	slices.SortFunc(r.last, func(a, b Telling) int { return cmp.Compare(b.Day, a.Day) })
	r.since = r.last[r.most-1].Day
	end := r.most
	for end < len(r.last) && r.last[end].Day == r.since {
		end++
	}
	r.last = r.last[:end]
}

// Latest gives them, in no order.
func (r *Recent) Latest() []Telling {
	r.cut()
	return r.last
}
