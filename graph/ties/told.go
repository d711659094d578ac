package ties

import (
	"cmp"
	"container/heap"
	"slices"
	"sort"

	"entente.example/graph"
)

// Told are citations that count by the [Standard] rule, in the order of the days of which they speak, see [Index.DayOf].
type Told struct {
	rows              run[toldRow]
	tellings, undated int
	// daily says that the first telling of a day stands for all of it.
	daily bool
}

// Telling is the first citation by which a statement speaks of a day.
type Telling struct {
	Cite
	Day uint32
}

// Told gives those of a claim.
func (c Claim) Told() Told {
	return newTold(list(c, &c.x.told, func(r *claimRow) uint32 { return r.told }), c.x.claims.row(c.row).tellings)
}

func newTold(rows run[toldRow], tellings uint32) Told {
	undated := sort.Search(rows.len(), func(i int) bool { return rows.table.row(rows.first+i).day > 0 })
	return Told{rows: rows, tellings: int(tellings), undated: undated}
}

// ToldAt gives those that name a place, of facts that do not end there, under a polarity.
func (x *Index) ToldAt(place Node, p graph.Polarity) Told {
	want := thereRow{place: uint32(place), polarity: uint32(slices.Index(polarities, p))}
	i, ok := sort.Find(x.there.rows, func(i int) int { return want.compare(*x.there.row(i)) })
	if !ok {
		return Told{}
	}
	row := x.there.row(i)
	end := x.there.end(i, x.toldThere.rows, func(r *thereRow) uint32 { return r.told })
	return newTold(run[toldRow]{&x.toldThere, int(row.told), end}, row.tellings)
}

// Tellings counts the statements and days: a statement is one for each day of which it speaks.
func (t Told) Tellings() int { return t.tellings }

// Undated counts the citations that speak of no day.
func (t Told) Undated() int { return t.undated }

// Latest gives the tellings of the last days of all of the lists, so many of them or those that share a day with the
// first one of so many. They are in no order.
func Latest(lists []Told, most int) []Telling {
	var last latest
	for _, t := range lists {
		if end := t.before(t.rows.end); end >= t.rows.first {
			last = append(last, latestTold{t, end, t.rows.table.row(end).day})
		}
	}
	heap.Init(&last)
	var all []Telling
	for len(last) > 0 && (len(all) < most || last[0].day == all[len(all)-1].Day) {
		t := &last[0]
		all = append(all, t.rows.table.row(t.at).telling())
		if t.at = t.before(t.at); t.at < t.rows.first {
			heap.Pop(&last)
			continue
		}
		t.day = t.rows.table.row(t.at).day
		heap.Fix(&last, 0)
	}
	return all
}

// before gives the last telling before a row, or a row before the first.
func (t Told) before(at int) int {
	for at--; at >= t.rows.first; at-- {
		row := t.rows.table.row(at)
		if row.day == 0 {
			break
		}
		if !t.repeated(at) {
			return at
		}
	}
	return t.rows.first - 1
}

// repeated reports whether the row before it is of the same statement and day, or, daily, of the same day.
func (t Told) repeated(at int) bool {
	if at == t.rows.first {
		return false
	}
	row, before := t.rows.table.row(at), t.rows.table.row(at-1)
	return row.day == before.day && (t.daily || row.statement == before.statement)
}

// repeats reports whether a row is of the same statement and day as the one before it.
func (r *toldRow) repeats(before *toldRow) bool {
	return r.day == before.day && r.statement == before.statement
}

// latestTold is a list that was read from its end: at is the last telling that was not, and day is its day.
type latestTold struct {
	Told
	at  int
	day uint32
}

// latest are a heap by their days, the last first.
type latest []latestTold

func (l latest) Len() int           { return len(l) }
func (l latest) Less(i, j int) bool { return l[i].day > l[j].day }
func (l latest) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }
func (l *latest) Push(x any)        { *l = append(*l, x.(latestTold)) }
func (l *latest) Pop() any {
	last := (*l)[len(*l)-1]
	*l = (*l)[:len(*l)-1]
	return last
}

// toldBy sorts citations by the days of which they speak.
func (x *Index) toldBy(cites []Cite) []toldRow {
	told := make([]toldRow, len(cites))
	for i, c := range cites {
		told[i] = toldRow{x.DayOf(c), uint32(c.Statement), uint32(c.Citation)}
	}
	slices.SortFunc(told, toldRow.compare)
	return told
}

func (r toldRow) compare(other toldRow) int {
	return cmp.Or(cmp.Compare(r.day, other.day), cmp.Compare(r.citation, other.citation))
}

// tellingsOf counts the tellings of sorted rows.
func tellingsOf(told []toldRow) uint32 {
	var n uint32
	for i := range told {
		if told[i].day > 0 && (i == 0 || !told[i].repeats(&told[i-1])) {
			n++
		}
	}
	return n
}

// placedRow is what is told at a place under a polarity.
type placedRow struct {
	place, polarity uint32
	told            toldRow
}

func (r *placedRow) compare(other *placedRow) int {
	return cmp.Or(cmp.Compare(r.place, other.place), cmp.Compare(r.polarity, other.polarity), r.told.compare(other.told))
}

func (r thereRow) compare(other thereRow) int {
	return cmp.Or(cmp.Compare(r.place, other.place), cmp.Compare(r.polarity, other.polarity))
}

// notePlaced notes the citations of a fact that name a place at which it does not end.
func (x *Index) notePlaced(there *sorter[placedRow], fact int, readings *Readings) {
	f := x.facts.row(fact)
	for number, p := range polarities {
		for _, c := range readings.Of(p).Cites {
			if place := x.citations.row(c.Citation).place; place != uint32(None) && place != f.subject && place != f.object {
				there.add(placedRow{place, uint32(number), toldRow{x.DayOf(c), uint32(c.Statement), uint32(c.Citation)}})
			}
		}
	}
}

// keepPlaced keeps them side by side.
func (x *Index) keepPlaced(there *sorter[placedRow]) {
	var now thereRow
	var before toldRow
	rows := 0
	flush := func() {
		if rows > 0 {
			x.there.add(now)
		}
	}
	for row := range there.sorted() {
		if rows == 0 || row.place != now.place || row.polarity != now.polarity {
			flush()
			now, rows = thereRow{place: row.place, polarity: row.polarity, told: uint32(x.toldThere.rows)}, 0
		}
		if row.told.day > 0 && (rows == 0 || !row.told.repeats(&before)) {
			now.tellings++
		}
		x.toldThere.add(row.told)
		before, rows = row.told, rows+1
	}
	flush()
}
