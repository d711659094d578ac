package ties

import "sort"

// ToldOf gives what citations tell that were read.
func (x *Index) ToldOf(cites []Cite) Told {
	var rows table[toldRow]
	told := x.toldBy(cites)
	addAll(&rows, told)
	return newTold(run[toldRow]{&rows, 0, rows.rows}, tellingsOf(told))
}

// Daily gives the days from one to another of which something is told, both included, each with the first citation that
// speaks of it alone.
func (t Told) Daily(from, to uint32) Told {
	t.seek(max(from, 1))
	t.rows.end = t.rows.first + sort.Search(t.rows.len(), func(i int) bool { return t.rows.table.row(t.rows.first+i).day > to })
	t.daily, t.undated = true, 0
	return t
}

// Days counts them, of what [Told.Daily] gave.
func (t Told) Days() int {
	days, before := 0, uint32(0)
	for _, rows := range t.rows.table.parts(t.rows.first, t.rows.end) {
		for i := range rows {
			if day := rows[i].day; day != before {
				days, before = days+1, day
			}
		}
	}
	return days
}

// Seek leaves out what is told of the days before one, and gives the first that is left, of what [Told.Daily] gave; false:
// nothing is.
func (t *Told) Seek(day uint32) (Telling, bool) {
	t.seek(day)
	if t.rows.len() == 0 {
		return Telling{}, false
	}
	return t.rows.table.row(t.rows.first).telling(), true
}

// seek leaves out the rows of the days before one, of which there are mostly few: it goes on in steps of twice the length.
func (t *Told) seek(day uint32) {
	first, table := t.rows.first, t.rows.table
	before, step := 0, 1
	for first+before < t.rows.end && table.row(first+before).day < day {
		before, step = before+step, 2*step
	}
	least := max(before-step/2, 0)
	most := min(before, t.rows.len())
	t.rows.first = first + least + sort.Search(most-least, func(i int) bool { return table.row(first+least+i).day >= day })
}

// Last gives the last day, of what [Told.Daily] gave; false: there is none.
func (t Told) Last() (Telling, bool) {
	if t.rows.len() == 0 {
		return Telling{}, false
	}
	return t.rows.table.row(t.before(t.rows.end)).telling(), true
}

func (r *toldRow) telling() Telling { return Telling{Cite{int(r.statement), int(r.citation)}, r.day} }

// FirstTold is the first day of which a citation speaks, see [Claim.FirstTold].
func (s *Span) FirstTold() uint32 {
	told, ok := s.told()
	if !ok {
		return s.passing().FirstTold()
	}
	for i := told.first; i < told.end; i++ {
		if row := told.table.row(i); s.passes(row) {
			return row.day
		}
	}
	return 0 // the file failed
}

// LastTold is the last day up to another of which a citation speaks, see [Claim.LastTold].
func (s *Span) LastTold(until uint32) (day uint32, cite Cite, ok bool) {
	told, ok := s.told()
	if !ok {
		return s.passing().LastTold(until)
	}
	n := sort.Search(told.len(), func(i int) bool { return told.table.row(told.first+i).day > until })
	for n--; n >= 0; n-- {
		row := told.table.row(told.first + n)
		if row.day == 0 {
			break
		}
		if s.passes(row) {
			return row.day, Cite{int(row.statement), int(row.citation)}, true
		}
	}
	return 0, Cite{}, false
}

// passes reports whether one of the citations that count by the standard rule passes that of the span.
func (s *Span) passes(row *toldRow) bool {
	return s.s.rule.missed(nil, s.s.x.glances.row(int(row.citation)), 0, int(row.citation)) == Passed
}

func (s *Span) passing() *Passing { return s.s.Passing(s.fact, polarities[s.polarity]) }

// told are the citations that count by the standard rule; false: more may count.
func (s *Span) told() (run[toldRow], bool) {
	c, ok := s.s.x.Sums(s.fact).Claim(polarities[s.polarity])
	if !ok || s.s.rule.MinConfidence < Standard().MinConfidence { // or the file failed
		return run[toldRow]{}, false
	}
	return list(c, &s.s.x.told, func(r *claimRow) uint32 { return r.told }), true
}
