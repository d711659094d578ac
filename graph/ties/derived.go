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
		start uint32
		what  uint64
	}
	says := make([][]saying, x.articles.rows)
	for i := range x.statements.rows {
		row := x.statements.row(i)
		if standings[row.review] == graph.Edited {
			continue // what a reviewer wrote makes no article a copy
		}
		what := saying{what: graph.SayingOf(row.fact, uint32(row.polarity), row.speaker)}
		if s := x.Statement(i); s.First < s.End {
			what.start = x.citations.row(s.First).start
		}
		says[row.article] = append(says[row.article], what)
	}
	tellings := make([]graph.Telling, x.articles.rows)
	for i := range x.articles.rows {
		row := x.articles.row(i)
		tellings[i] = graph.Telling{
			Article: row.id, Date: graph.Valid(x.texts.at(row.date)), Publisher: x.ID(Node(row.origin)), Sketch: x.sketch(row),
		}
		slices.SortStableFunc(says[i], func(a, b saying) int { return cmp.Compare(a.start, b.start) })
		for _, what := range says[i] {
			tellings[i].Says = append(tellings[i].Says, what.what)
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
	newest := map[string]graph.Article{}
	all := make([]graph.Article, x.articles.rows)
	for i := range all {
		all[i] = graph.Article{ID: x.articles.row(i).id, Appearances: x.appearancesOf(i)}
		for _, url := range all[i].Addresses() {
			if a, ok := newest[url]; !ok || all[i].Revises(a, url) {
				newest[url] = all[i]
			}
		}
	}
	at := func(url string) (graph.Article, error) { return newest[url], nil }
	for i := range all {
		x.articles.row(i).successor = uint32(None)
		if id, _ := graph.SuccessorOf(all[i], at); id != uuid.Nil { // no error: at gives none
			x.articles.row(i).successor = uint32(x.byID()[id])
		}
	}
}
