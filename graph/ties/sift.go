package ties

import (
	"iter"
	"slices"
	"sort"

	"entente.example/graph"
)

// Rule says what counts in an answer.
type Rule struct {
	// MinConfidence is that of the least sure reading that counts. A denial counts however sure its reading is, better one
	// too many than a denied tie as a fact, and so does what a reviewer has looked at.
	MinConfidence graph.Confidence
	// Retracted and Superseded let articles count that were withdrawn, or whose place a newer text has taken; Rejected
	// statements that reviewers rejected or put others in the place of.
	Retracted, Superseded, Rejected bool
	// Kinds are those of which a citation names one; 0: any. A denial that names none denies them all.
	Kinds Kinds
	// Bounded lets citations count alone that may speak of a day between From and To, and denials without a date.
	Bounded  bool
	From, To uint32
	// Inside are the places of which one must be the [Index.Site] of a citation, see [Index.Places]; nil: any. A denial counts
	// also where it tells no place.
	Inside *Places
	// Narrow judges a citation of an article's statement by what else is asked for; nil: it asks for everything.
	Narrow func(f *Fact, article int, denial bool, citation int) Missed
}

// Standard is the rule of answers that are asked for nothing else: that by which an index keeps [Claim].
func Standard() Rule { return Rule{MinConfidence: graph.LowConfidence} }

// Missed is why a citation does not count. Of several, the greater one is told.
type Missed int

const (
	// Passed citations count.
	Passed Missed = iota
	// Elsewhere is not what was asked for, Unplaced on no known place, Undated without a date.
	Elsewhere
	Unplaced
	Undated
	// Hidden may have been read wrongly.
	Hidden
)

// Left counts statements that do not count.
type Left struct {
	Hidden, Undated, Unplaced, Retracted, Superseded, Rejected int
}

// Reading are the statements of a fact under one polarity that count, in the order of their articles, and those of their
// citations that do.
type Reading struct {
	Statements []int
	Cites      []Cite
}

// Cite is a citation of a statement, by their numbers.
type Cite struct{ Statement, Citation int }

// Readings are those of a fact, by polarity.
type Readings struct{ Affirmed, Alleged, Denied Reading }

// Of gives those under a polarity.
func (r *Readings) Of(p graph.Polarity) *Reading {
	switch p {
	case graph.Affirmed:
		return &r.Affirmed
	case graph.Alleged:
		return &r.Alleged
	}
	return &r.Denied
}

// Sift reads the statements of a fact, and counts those that the rule leaves out.
func (x *Index) Sift(fact int, rule *Rule) (Readings, Left) {
	f := x.Fact(fact)
	return x.sift(&f, rule, f.End-f.First, func(yield func(int) bool) {
		for i := f.First; i < f.End && yield(i); i++ { //nolint:revive // yield is the body
		}
	})
}

// sift is Sift of some statements of a fact, in their order.
func (x *Index) sift(f *Fact, rule *Rule, count int, numbers iter.Seq[int]) (r Readings, left Left) {
	statements, glances := x.statements.reader(), x.glances.reader()
	for i := range numbers {
		row := statements.row(i)
		c := r.Of(polarities[row.polarity])
		if c.Cites == nil {
			c.Statements, c.Cites = make([]int, 0, count), make([]Cite, 0, count)
		}
		count--
		before := len(c.Cites)
		missed, end := Passed, x.citations.rows
		if i+1 < x.statements.rows {
			end = int(statements.row(i + 1).citations)
		}
		for n := int(row.citations); n < end; n++ {
			if why := rule.missed(f, glances.row(n), int(row.article), n); why != Passed {
				missed = max(missed, why)
			} else {
				c.Cites = append(c.Cites, Cite{i, n})
			}
		}
		if len(c.Cites) == before {
			left.count(missed)
		} else if (row.aside != 0 || row.review != 0) && x.leavesOut(rule, f, i, row, &left) {
			c.Cites = c.Cites[:before]
		} else {
			c.Statements = append(c.Statements, i)
		}
	}
	return r, left
}

// Latest reads the last statements of a fact under a polarity that count, so many at most, and no more than that takes.
func (x *Index) Latest(fact int, p graph.Polarity, rule *Rule, most int) Reading {
	f := x.Fact(fact)
	number := uint8(slices.Index(polarities, p))
	polarity := func(i int) uint8 { return x.statements.row(f.First + i).polarity }
	first := f.First + sort.Search(f.End-f.First, func(i int) bool { return polarity(i) >= number })
	end := f.First + sort.Search(f.End-f.First, func(i int) bool { return polarity(i) > number })
	for count := 2 * most; ; count *= 2 {
		begin := max(first, end-count)
		readings, _ := x.sift(&f, rule, end-begin, func(yield func(int) bool) {
			for i := begin; i < end && yield(i); i++ { //nolint:revive // yield is the body
			}
		})
		r := readings.Of(p)
		if over := len(r.Statements) - most; over > 0 {
			r.Statements = r.Statements[over:]
			cite := slices.IndexFunc(r.Cites, func(c Cite) bool { return c.Statement == r.Statements[0] })
			r.Cites = r.Cites[cite:]
		}
		if len(r.Statements) == most || begin == first {
			return *r
		}
	}
}

// Passes reports whether a citation of a statement passes the rule, whatever became of its article and reading.
func (x *Index) Passes(rule *Rule, f *Fact, statement int) bool {
	row := x.statements.row(statement)
	for c := int(row.citations); c < x.citationsEnd(statement); c++ {
		if rule.missed(f, x.glances.row(c), int(row.article), c) == Passed {
			return true
		}
	}
	return false
}

// PassingOf gives the citations of a statement that pass the rule, whatever became of its article and reading.
func (x *Index) PassingOf(rule *Rule, statement int) (cites []Cite) {
	row := x.statements.row(statement)
	f := x.Fact(int(row.fact))
	for c := int(row.citations); c < x.citationsEnd(statement); c++ {
		if rule.missed(&f, x.glances.row(c), int(row.article), c) == Passed {
			cites = append(cites, Cite{statement, c})
		}
	}
	return cites
}

// leavesOut reports whether a statement does not count for what became of it, and counts that.
func (x *Index) leavesOut(rule *Rule, f *Fact, number int, row *statementRow, left *Left) bool {
	switch {
	case !rule.Rejected && standings[row.review].Out():
		if number+1 == f.End || x.statements.row(number+1).id != row.id { // else it is there, as a reviewer wrote it
			left.Rejected++
		}
	case !rule.Retracted && row.aside&asideRetracted != 0:
		left.Retracted++
	case !rule.Superseded && row.aside&asideSuperseded != 0:
		left.Superseded++
	default:
		return false
	}
	return true
}

func (l *Left) count(missed Missed) {
	switch missed {
	case Hidden:
		l.Hidden++
	case Undated:
		l.Undated++
	case Unplaced:
		l.Unplaced++
	}
}
