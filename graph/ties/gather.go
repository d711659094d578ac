package ties

import (
	"bytes"
	"cmp"
	"container/heap"
	"slices"
)

// looseStatement is a statement that has no place yet; its citations are the builder's, so many.
type looseStatement struct {
	statementRow
	subject, object, count uint32
	relation               uint8
	place                  place
	// number is that which the builder knows it by.
	number uint32
}

// place is where a statement goes, in the numbers of the index.
type place struct{ article, subject, object uint32 }

func (a *looseStatement) compare(b *looseStatement) int {
	return cmp.Or(
		cmp.Compare(a.place.subject, b.place.subject), cmp.Compare(a.relation, b.relation), cmp.Compare(a.place.object, b.place.object),
		cmp.Compare(a.polarity, b.polarity), cmp.Compare(a.place.article, b.place.article), bytes.Compare(a.id[:], b.id[:]),
		cmp.Compare(a.review, b.review), cmp.Compare(a.number, b.number),
	)
}

// sortStatements takes over those of the articles that are there, with their facts and citations. originals leads from
// those that reviewers wrote to those in whose place they stand.
func (b *Builder) sortStatements(x *Index, articles, nodes []uint32, originals map[int][]int) {
	places := map[int]uint32{}
	g := gathering{statements: paged[looseStatement](b.pager, b.file), citations: paged[citationRow](b.pager, b.file)}
	b.sortRuns(&g, articles, nodes)
	for s, citations := range g.merged() {
		fact := factRow{subject: s.place.subject, object: s.place.object, relation: s.relation, statements: uint32(x.statements.rows)}
		if n := x.facts.rows; n == 0 || x.facts.row(n-1).compare(fact) != 0 {
			x.facts.add(fact)
		}
		if s.review != 0 {
			places[int(s.number)] = uint32(x.statements.rows)
		}
		row := s.statementRow
		row.article, row.speaker = s.place.article, renumber(nodes, s.speaker)
		row.fact, row.citations = uint32(x.facts.rows-1), uint32(x.citations.rows)
		x.statements.add(row)
		for i := range int(s.count) {
			c := *citations.row(int(s.citations) + i)
			c.place, c.via = renumber(nodes, c.place), renumber(nodes, c.via)
			x.citations.add(c)
		}
	}
	g.statements.drop()
	g.citations.drop()
	var edits []editRow
	for number, list := range originals {
		for _, original := range list {
			edits = append(edits, editRow{places[number], places[original]})
		}
	}
	slices.SortFunc(edits, func(a, b editRow) int {
		return cmp.Or(cmp.Compare(a.statement, b.statement), cmp.Compare(a.original, b.original))
	})
	addAll(&x.edits, edits)
}

// gathering holds statements in sorted runs, each so long that it is sorted in memory, with their citations in the same
// order.
type gathering struct {
	statements table[looseStatement]
	citations  table[citationRow]
	// runs are the numbers of the first statements.
	runs []int
}

// runLength is how many statements are sorted in memory at a time: some ten megabytes, with their citations.
const runLength = 1 << 16

// sortRuns fills the runs with the builder's statements, each in its place.
func (b *Builder) sortRuns(g *gathering, articles, nodes []uint32) {
	length := cmp.Or(b.run, runLength)
	run := make([]looseStatement, 0, min(b.statements.rows, length))
	flush := func() {
		slices.SortFunc(run, func(a, b looseStatement) int { return a.compare(&b) })
		g.runs = append(g.runs, g.statements.rows)
		for _, s := range run {
			first := int(s.citations)
			s.citations = uint32(g.citations.rows)
			g.statements.add(s)
			for i := range int(s.count) {
				g.citations.add(*b.citations.row(first + i))
			}
		}
		run = run[:0]
	}
	for i := range b.statements.rows {
		s := *b.statements.row(i)
		if b.gone[s.article] {
			continue
		}
		s.number, s.place = uint32(i), place{articles[s.article], nodes[s.subject], nodes[s.object]}
		if run = append(run, s); len(run) == length {
			flush()
		}
	}
	flush()
}

// merged gives the statements in order, each with where its citations are; both are there until the next one comes.
func (g *gathering) merged() func(yield func(*looseStatement, *cursor[citationRow]) bool) {
	return func(yield func(*looseStatement, *cursor[citationRow]) bool) {
		var all runHeap
		for i, first := range g.runs {
			end := g.statements.rows
			if i+1 < len(g.runs) {
				end = g.runs[i+1]
			}
			if first < end {
				r := &sortedRun{statements: g.statements.cursor(), citations: g.citations.cursor(), at: first, end: end}
				r.first = r.statements.row(first)
				all = append(all, r)
			}
		}
		for heap.Init(&all); len(all) > 0; {
			r := all[0]
			if !yield(r.first, r.citations) {
				return
			}
			if r.at++; r.at == r.end {
				heap.Pop(&all)
				continue
			}
			r.first = r.statements.row(r.at)
			heap.Fix(&all, 0)
		}
	}
}

// sortedRun is what is left of a run.
type sortedRun struct {
	statements *cursor[looseStatement]
	citations  *cursor[citationRow]
	first      *looseStatement
	at, end    int
}

// runHeap are runs by their first statements.
type runHeap []*sortedRun

func (r runHeap) Len() int           { return len(r) }
func (r runHeap) Less(i, j int) bool { return r[i].first.compare(r[j].first) < 0 }
func (r runHeap) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *runHeap) Push(x any)        { *r = append(*r, x.(*sortedRun)) }
func (r *runHeap) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}
