package ties

import (
	"cmp"
	"maps"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
)

// sortPlaces finds the facts of which citations name each place.
func (x *Index) sortPlaces() {
	named := map[placeRow]bool{}
	for i := range x.statements.rows {
		s := x.Statement(i)
		for n := s.First; n < s.End; n++ {
			if place := x.citations.row(n).place; place != uint32(None) {
				named[placeRow{place, uint32(s.Fact)}] = true
			}
		}
	}
	addAll(&x.byPlace, slices.SortedFunc(maps.Keys(named), func(a, b placeRow) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.fact, b.fact))
	}))
}

// findStories finds, for each article, the first of its story and the one that its origin is told from, by what they say
// whatever reviewers made of it.
func (x *Index) findStories() {
	type saying struct {
		article, start uint32
		what           uint64
	}
	says := make([]saying, 0, x.statements.rows)
	for i := range x.statements.rows {
		row := x.statements.row(i)
		if standings[row.review] == graph.Edited {
			continue // what a reviewer wrote makes no article a copy
		}
		what := saying{article: row.article, what: graph.SayingOf(row.fact, uint32(row.polarity), row.speaker)}
		if s := x.Statement(i); s.First < s.End {
			what.start = x.citations.row(s.First).start
		}
		says = append(says, what)
	}
	slices.SortStableFunc(says, func(a, b saying) int {
		return cmp.Or(cmp.Compare(a.article, b.article), cmp.Compare(a.start, b.start))
	})
	room, rest := make([]uint64, 0, len(says)), says
	tellings := make([]graph.Telling, x.articles.rows)
	for i := range x.articles.rows {
		row := x.articles.row(i)
		begin := len(room)
		for ; len(rest) > 0 && int(rest[0].article) == i; rest = rest[1:] {
			room = append(room, rest[0].what)
		}
		tellings[i] = graph.Telling{
			Article: row.id, Date: graph.Valid(x.texts.at(row.date)), Publisher: x.ID(Node(row.origin)), Sketch: x.sketchBytes(row),
			Says: room[begin:len(room):len(room)],
		}
	}
	stories := graph.Stories(tellings)
	x.stories = len(stories)
	for _, story := range stories {
		for _, n := range story.Articles {
			row := x.articles.row(n)
			row.story, row.original = uint32(story.Articles[0]), uint32(story.Original)
		}
	}
}

// findSuccessors finds the articles whose place a newer text at their address has taken.
func (x *Index) findSuccessors() {
	whole := func(i int) graph.Article {
		return graph.Article{ID: x.articles.row(i).id, Appearances: x.appearancesOf(i)}
	}
	newest := map[string]uint32{} // by addresses
	for i := range x.articles.rows {
		a := whole(i)
		for _, url := range a.Addresses() {
			if n, ok := newest[url]; !ok || a.Revises(whole(int(n)), url) {
				newest[url] = uint32(i)
			}
		}
	}
	for i := range x.articles.rows {
		numbers := map[uuid.UUID]uint32{uuid.Nil: uint32(None)}
		successor, _ := graph.SuccessorOf(whole(i), func(url string) (graph.Article, error) { // which gives no error
			a := whole(int(newest[url]))
			numbers[a.ID] = newest[url]
			return a, nil
		})
		x.articles.row(i).successor = numbers[successor]
	}
}
