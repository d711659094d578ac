package ties

import (
	"iter"
	"slices"
)

// Words are what each of the origins says.
func (s *Span) Words() []Word {
	words := s.words(true)
	for i := range words {
		words[i].Cite = s.x.CiteOf(&words[i])
	}
	return words
}

// Counts are Words without the lists of statements, and with citations that [Index.CiteOf] has to find.
func (s *Span) Counts() []Word { return s.words(false) }

func (s *Span) words(listed bool) []Word {
	read := s.x.Words(s.read.Cites)
	c, ok := s.claim()
	if !ok || len(s.members) == 0 {
		return read
	}
	whole, rows := s.set(), c.origins()
	words := make([]Word, 0, rows.len())
	for i := rows.first; i < rows.end; i++ {
		key := s.x.origins.row(i).key
		for len(read) > 0 && read[0].Origin < key {
			words, read = append(words, read[0]), read[1:]
		}
		w := s.x.word(key, s.x.saidIn(i, &whole), listed)
		if len(read) > 0 && read[0].Origin == key {
			w, read = w.with(&read[0], listed), read[1:]
		}
		if w.Count > 0 {
			words = append(words, w)
		}
	}
	return append(words, read...)
}

// saidIn gives the statements of an origin that are in a set, in their order.
func (x *Index) saidIn(origin int, set *numberSet) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		first, end := x.saidBy(origin)
		for _, said := range x.said.parts(first, end) {
			for _, n := range said {
				if set.has(int(n)) && !yield(n) {
					return
				}
			}
		}
	}
}

// word gives what an origin says in statements, but for the citation.
func (x *Index) word(origin uint64, statements iter.Seq[uint32], listed bool) Word {
	w, first, last := Word{Origin: origin, First: NoEnd}, uint32(0), uint32(0)
	for n := range statements {
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
	day := func(n uint32) uint32 { return x.Day(int(x.statements.row(int(n)).article)) }
	w.Cite, w.First = Cite{int(first), unfound}, day(first)
	if w.Last = day(last); w.Last != NoEnd {
		return w
	}
	w.Last = 0 // undated ones are the last
	for n := range statements {
		if d := day(n); d != NoEnd {
			w.Last = d
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
