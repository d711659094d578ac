package queries

import (
	"context"
	"fmt"

	"entente.example/graph"
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
	var articles []graph.Article
	for article, err := range s.Articles(ctx) {
		if err != nil {
			return StoriesAnswer{}, fmt.Errorf("stories: %w", err)
		}
		articles = append(articles, article)
	}
	answer := StoriesAnswer{Articles: len(articles), Stories: []Story{}}
	g := graph.Subgraph{Articles: articles}
	for _, copies := range graph.Stories(articles) {
		if len(copies) == 1 {
			continue
		}
		var story Story
		for _, article := range copies {
			story.Articles = append(story.Articles, articleRef(g, article.ID))
		}
		answer.Stories = append(answer.Stories, story)
	}
	return answer, nil
}
