package queries

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"entente.example/graph/store"
)

// StoriesAnswer lists the stories of which the store has more than one article.
type StoriesAnswer struct {
	// Articles counts all of the store, copies and others.
	Articles int `json:"articles"`
	// Stories are sorted by the date of their first article.
	Stories []Story `json:"stories"`
}

// Story is a set of articles that are copies of each other (see [graph.Stories]), the earliest first.
type Story struct {
	Articles []ArticleRef `json:"articles"`
}

// Stories finds the articles that are copies of each other, of the whole store. Errors come from the store.
func Stories(ctx context.Context, s *store.Store) (StoriesAnswer, error) {
	v, err := look(ctx, s, Options{})
	if err != nil {
		return StoriesAnswer{}, fmt.Errorf("stories: %w", err)
	}
	copies := map[int][]int{}
	for a := range v.x.Articles() { // in the order of their dates
		if story := v.x.Article(a).Story; story != a {
			copies[story] = append(copies[story], a)
		}
	}
	answer := StoriesAnswer{Articles: v.x.Articles(), Stories: []Story{}}
	for _, first := range slices.Sorted(maps.Keys(copies)) {
		story := Story{Articles: []ArticleRef{v.article(first)}}
		for _, a := range copies[first] {
			story.Articles = append(story.Articles, v.article(a))
		}
		answer.Stories = append(answer.Stories, story)
	}
	return answer, nil
}
