package queries

import (
	"context"
	"maps"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
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
	Articles []StoryArticle `json:"articles"`
}

// StoryArticle is one of the articles of a story.
type StoryArticle struct {
	ArticleRef
	// SameWords is about how much of its runs of words it shares with the first, in hundredths; null where one of them has
	// no sketch. Where it is little, the two say the same things on the same days.
	SameWords *int `json:"sameWords"`
}

// Stories finds the articles that are copies of each other, of the whole store. Errors come from the store.
func Stories(ctx context.Context, s *store.Store) (StoriesAnswer, error) {
	return ask(ctx, s, "stories", stories)
}

func stories(x *ties.Index) (StoriesAnswer, error) {
	v, err := look(x, Options{})
	if err != nil {
		return StoriesAnswer{}, err
	}
	copies := map[int][]int{}
	for a := range v.x.Articles() { // in the order of their dates
		if story := v.x.Story(a); story != a {
			copies[story] = append(copies[story], a)
		}
	}
	answer := StoriesAnswer{Articles: v.x.Articles(), Stories: []Story{}}
	for _, first := range slices.Sorted(maps.Keys(copies)) {
		var story Story
		for _, a := range append([]int{first}, copies[first]...) {
			article := StoryArticle{ArticleRef: v.article(a)}
			if share, ok := graph.AlikeInWords(v.x.Article(first).Article, v.x.Article(a).Article); ok {
				article.SameWords = &share
			}
			story.Articles = append(story.Articles, article)
		}
		answer.Stories = append(answer.Stories, story)
	}
	return answer, nil
}
