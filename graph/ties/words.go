package ties

import (
	"cmp"
	"slices"
)

// Word is what one origin says of a fact under one polarity.
type Word struct {
	Origin uint64
	// Statements are its own, of which there are Count, Cite its citation of the first of them.
	Statements []uint32
	Count      int
	Cite       Cite
	// First and Last are the days of its first and last article; where none is dated, First is NoEnd.
	First, Last uint32
}

// Words give what each origin of the citations, which are of one fact and polarity, says, sorted by the origins.
func (x *Index) Words(cites []Cite) []Word {
	cites = inOrder(cites)
	const places = 31 // bits for the place among the citations, below those of an origin
	keys, glances, count := make([]uint64, len(cites)), x.glances.reader(), 0
	for i, c := range cites {
		keys[i] = saidBy(glances.row(c.Citation).origin)<<places | uint64(i)
	}
	slices.Sort(keys)
	for i, key := range keys {
		if i == 0 || key>>places != keys[i-1]>>places {
			count++
		}
	}
	words, statements := make([]Word, 0, count), make([]uint32, 0, len(cites))
	for len(keys) > 0 {
		origin, own := keys[0]>>places, statements[len(statements):]
		w := Word{Origin: origin, Cite: cites[keys[0]&(1<<places-1)]}
		for ; len(keys) > 0 && keys[0]>>places == origin; keys = keys[1:] {
			if n := uint32(cites[keys[0]&(1<<places-1)].Statement); len(own) == 0 || own[len(own)-1] != n {
				own = append(own, n)
			}
		}
		statements = statements[:len(statements)+len(own)]
		w.Statements, w.Count = slices.Clip(own), len(own)
		w.First, w.Last = x.daysOf(own)
		words = append(words, w)
	}
	return words
}

// inOrder gives citations sorted by their numbers.
func inOrder(cites []Cite) []Cite {
	if slices.IsSortedFunc(cites, func(a, b Cite) int { return cmp.Compare(a.Citation, b.Citation) }) {
		return cites
	}
	keys, sorted := make([]uint64, len(cites)), make([]Cite, len(cites))
	for i, c := range cites {
		keys[i] = uint64(c.Citation)<<32 | uint64(c.Statement)
	}
	slices.Sort(keys)
	for i, key := range keys {
		sorted[i] = Cite{int(key & (1<<32 - 1)), int(key >> 32)}
	}
	return sorted
}

// daysOf gives the days of the first and the last article of statements, which are in the order of their articles, the
// undated ones last; where none is dated, first is NoEnd.
func (x *Index) daysOf(statements []uint32) (first, last uint32) {
	switch first = x.dayTold(statements[0]); {
	case first == NoEnd:
		return first, 0
	case len(statements) == 1:
		return first, first
	}
	for _, n := range slices.Backward(statements) {
		if last = x.dayTold(n); last != NoEnd {
			break
		}
	}
	return first, last
}

// dayTold is the day of a statement's article.
func (x *Index) dayTold(statement uint32) uint32 {
	return x.Day(int(x.statements.row(int(statement)).article))
}
