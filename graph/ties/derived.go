package ties

import (
	"cmp"
	"hash/maphash"
	"slices"
	"unsafe"

	"github.com/google/uuid"

	"entente.example/graph"
)

// sortPlaces finds the facts of which citations name each place.
func (x *Index) sortPlaces() {
	named := newSorter(x.statements.pager, x.file, func(a, b *placeRow) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.fact, b.fact))
	})
	statements, next, citations := x.statements.cursor(), x.statements.cursor(), x.citations.cursor()
	places, fact := map[uint32]bool{}, uint32(0)
	for i := range x.statements.rows {
		row, end := statements.row(i), x.citations.rows
		if i+1 < x.statements.rows {
			end = int(next.row(i + 1).citations)
		}
		if row.fact != fact {
			clear(places)
			fact = row.fact
		}
		for n := int(row.citations); n < end; n++ {
			if place := citations.row(n).place; place != uint32(None) && !places[place] {
				places[place] = true
				named.add(placeRow{place, fact})
			}
		}
	}
	for row := range named.sorted() {
		x.byPlace.add(*row)
	}
}

// saying is what an article says, in the place where it does.
type saying struct {
	what           uint64
	article, start uint32
}

// findStories finds, for each article, the first of its story and the one that its origin is told from, by what they say
// whatever reviewers made of it.
func (x *Index) findStories() {
	t := tellings{x: x, says: paged[uint64](x.statements.pager, x.file), first: make([]uint32, x.articles.rows+1), last: -1}
	all := newSorter(x.statements.pager, x.file, func(a, b *saying) int {
		return cmp.Or(cmp.Compare(a.article, b.article), cmp.Compare(a.start, b.start))
	})
	statements, citations := x.statements.cursor(), x.citations.cursor()
	for i := range x.statements.rows {
		row := statements.row(i)
		if standings[row.review] == graph.Edited {
			continue // what a reviewer wrote makes no article a copy
		}
		what := saying{what: graph.SayingOf(row.fact, uint32(row.polarity), row.speaker), article: row.article}
		if int(row.citations) < x.citations.rows {
			what.start = citations.row(int(row.citations)).start
		}
		all.add(what)
	}
	for s := range all.sorted() {
		t.says.add(s.what)
		t.first[s.article+1]++
	}
	for i := range x.articles.rows {
		t.first[i+1] += t.first[i]
	}
	t.saysAt, t.sketches = t.says.cursor(), x.sketches.cursor()
	copies, stories := graph.Copies(&t)
	t.says.drop()
	x.stories = stories
	for i, c := range copies {
		row := x.articles.row(i)
		row.story, row.original = uint32(c.First), uint32(c.Original)
	}
}

// tellings are those of the articles, see [graph.Tellings].
type tellings struct {
	x        *Index
	says     table[uint64]
	first    []uint32 // of what each article says
	saysAt   *cursor[uint64]
	sketches *cursor[sketch]
	last     int // sketch
	room     []uint64
	sketch   sketch
}

func (t *tellings) Len() int { return t.x.articles.rows }

func (t *tellings) About(i int) (uuid.UUID, graph.Valid, bool) {
	row := t.x.articles.row(i)
	return row.id, graph.Valid(t.x.texts.at(row.date)), row.origin != uint32(None)
}

func (t *tellings) Sketch(i int) string {
	number := int(t.x.articles.row(i).sketch) - 1
	if number < 0 {
		return ""
	}
	if number == t.last+1 { // one after the other
		t.sketch = *t.sketches.row(number)
	} else {
		t.sketch = t.x.sketches.peek(number)
	}
	t.last = number
	return unsafe.String(&t.sketch[0], len(t.sketch))
}

func (t *tellings) Says(i int) []uint64 {
	t.room = t.room[:0]
	for n := int(t.first[i]); n < int(t.first[i+1]); n++ {
		t.room = append(t.room, *t.saysAt.row(n))
	}
	return t.room
}

// findSuccessors finds the articles whose place a newer text at their address has taken. Most stand where no other ever
// stood, which is told by numbers that addresses are hashed to.
func (x *Index) findSuccessors() {
	whole := func(i uint32) graph.Article {
		return graph.Article{ID: x.articles.row(int(i)).id, Appearances: x.appearancesOf(int(i))}
	}
	sharing := x.sharingAddresses()
	newest := map[string]uint32{} // by addresses
	for _, i := range sharing {
		a := whole(i)
		for _, url := range a.Addresses() {
			if n, ok := newest[url]; !ok || a.Revises(whole(n), url) {
				newest[url] = i
			}
		}
	}
	for i := range x.articles.rows {
		x.articles.row(i).successor = uint32(None)
	}
	for _, i := range sharing {
		numbers := map[uuid.UUID]uint32{uuid.Nil: uint32(None)}
		successor, _ := graph.SuccessorOf(whole(i), func(url string) (graph.Article, error) { // which gives no error
			a := whole(newest[url])
			numbers[a.ID] = newest[url]
			return a, nil
		})
		x.articles.row(int(i)).successor = numbers[successor]
	}
}

// sharingAddresses gives the articles that have an address in common with another, and perhaps some more, sorted.
func (x *Index) sharingAddresses() []uint32 {
	type standing struct {
		address uint64
		article uint32
	}
	var all []standing
	seed, appearances, texts := maphash.MakeSeed(), x.appearances.cursor(), x.texts.cursor()
	for i := range x.articles.rows {
		end := x.articles.end(i, x.appearances.rows, func(r *articleRow) uint32 { return r.appearances })
		for n := int(x.articles.row(i).appearances); n < end; n++ {
			if url := appearances.row(n).url; url != 0 {
				all = append(all, standing{maphash.String(seed, texts.at(url)), uint32(i)})
			}
		}
	}
	slices.SortFunc(all, func(a, b standing) int {
		return cmp.Or(cmp.Compare(a.address, b.address), cmp.Compare(a.article, b.article))
	})
	var sharing []uint32
	for first, end := 0, 0; first < len(all); first = end {
		for end = first + 1; end < len(all) && all[end].address == all[first].address; end++ { //nolint:revive // it counts
		}
		if all[first].article != all[end-1].article {
			for _, s := range all[first:end] {
				sharing = append(sharing, s.article)
			}
		}
	}
	slices.Sort(sharing)
	return slices.Compact(sharing)
}
