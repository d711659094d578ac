package ties

import (
	"slices"
	"sort"
)

// Words are what each of the origins says.
func (s *Span) Words() []Word {
	words := s.words(nil, true)
	for i := range words {
		words[i].Cite = s.x.CiteOf(&words[i])
	}
	return words
}

// AppendCounts appends what each of the origins says, without the lists of statements, and with citations that
// [Index.CiteOf] has to find.
func (s *Span) AppendCounts(words []Word) []Word { return s.words(words, false) }

func (s *Span) words(words []Word, listed bool) []Word {
	read := s.x.Words(s.read.Cites)
	c, ok := s.claim()
	if !ok || len(s.members) == 0 {
		return append(words, read...)
	}
	whole, dated := s.set(), s.isDated()
	words = slices.Grow(words, c.Sources())
	c.eachSaying(func(row *originRow, said []uint32) {
		for len(read) > 0 && read[0].Origin < row.key {
			words, read = append(words, read[0]), read[1:]
		}
		w := s.x.word(row, said, &whole, listed, dated)
		if len(read) > 0 && read[0].Origin == row.key {
			w, read = w.with(&read[0], listed), read[1:]
		}
		if w.Count > 0 {
			words = append(words, w)
		}
	})
	return append(words, read...)
}

// isDated reports whether the articles of all statements have a date: the last is of one that has.
func (s *Span) isDated() bool {
	polarity := func(i int) int { return int(s.x.statements.row(s.first + i).polarity) }
	end := sort.Search(s.end-s.first, func(i int) bool { return polarity(i) > s.polarity })
	return end > 0 && s.x.Day(int(s.x.statements.row(s.first+end-1).article)) != NoEnd
}

// word gives what an origin says in statements of a set, but for the citation. Where all are dated, the days of its first
// and its last article are known if they are of the set.
func (x *Index) word(row *originRow, said []uint32, set *numberSet, listed, dated bool) Word {
	w, first, last := Word{Origin: row.key, First: NoEnd}, uint32(0), uint32(0)
	for _, n := range said {
		if !set.has(int(n)) {
			continue
		}
		if w.Count == 0 {
			first = n
		}
		w.Count, last = w.Count+1, n
		if listed {
			w.Statements = append(w.Statements, n)
		}
	}
	if w.Count == 0 {
		return w
	}
	w.Cite, w.First, w.Last = Cite{int(first), unfound}, row.first, row.last
	day := func(n uint32) uint32 { return x.Day(int(x.statements.row(int(n)).article)) }
	if first != said[0] {
		w.First = day(first)
	}
	if dated && last == said[len(said)-1] {
		return w
	}
	if w.Last = day(last); w.Last == NoEnd { // undated ones are the last
		w.Last = 0
		for _, n := range said {
			if d := day(n); d != NoEnd && set.has(int(n)) {
				w.Last = d
			}
		}
	}
	return w
}

// unfound is the number of a citation that nobody has looked for yet.
const unfound = -1

// CiteOf gives the citation of what an origin says.
func (x *Index) CiteOf(w *Word) Cite {
	if w.Cite.Citation != unfound {
		return w.Cite
	}
	for _, c := range x.passing(nil, w.Cite.Statement) {
		if x.Origin(c) == w.Origin {
			return c
		}
	}
	return Cite{w.Cite.Statement, int(x.statements.row(w.Cite.Statement).citations)} // the file failed
}

// with joins what an origin says in other statements.
func (w Word) with(other *Word, listed bool) Word {
	if w.Count == 0 {
		return *other
	}
	if other.Cite.Statement < w.Cite.Statement {
		w.Cite = other.Cite
	}
	w.Count, w.First, w.Last = w.Count+other.Count, min(w.First, other.First), max(w.Last, other.Last)
	if listed {
		w.Statements = append(w.Statements, other.Statements...)
		slices.Sort(w.Statements)
	}
	return w
}
