package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
)

type removeOptions struct {
	store storeFlag
}

func newRemoveCommand() *cobra.Command {
	var opts removeOptions
	cmd := &cobra.Command{
		Use:   "remove ARTICLE...",
		Short: "Take articles and their statements out of the store",
		Long: `remove takes articles and what they say out of the store. An article is named by its id, which "entente why" shows, or
by its first eight digits or more. Where one of them is unknown or stands for several articles, nothing is removed.`,
		Example: `  entente remove ab52d414-d5a8-56d1-bc4e-e26bdc1380bd
  entente remove ab52d414 9bcf797e`,
		Args:              arguments(1, -1, "ids of articles"),
		ValidArgsFunction: completeArticles,
		RunE:              func(cmd *cobra.Command, args []string) error { return runRemove(cmd.Context(), cmd, opts, args) },
	}
	opts.store.register(cmd)
	return cmd
}

func runRemove(ctx context.Context, cmd *cobra.Command, opts removeOptions, names []string) error {
	var articles []graph.Article
	// Reading comes first: opened for writing, a store that is not there would be made.
	err := opts.store.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) (err error) {
		articles, err = articlesNamed(ctx, s, names)
		return err
	})
	if err != nil {
		return err
	}
	return opts.store.withStore(ctx, store.Options{}, func(s *store.Store) error {
		talk := talkOf(cmd)
		stats, err := s.Stats(ctx)
		if err != nil {
			return err
		}
		for _, a := range articles {
			before := stats.Statements
			if err := s.Remove(ctx, a.ID); err != nil {
				return err
			}
			if stats, err = s.Stats(ctx); err != nil {
				return err
			}
			talk.say("removed article %s: %s gone", titled(a), count(before-stats.Statements, "statement"))
		}
		talk.say("store %s: %s", quoted(opts.store.shown()), contents(stats))
		return nil
	})
}

// minDigits is the least number of digits by which an article can be named.
const minDigits = 8

// articlesNamed finds the articles whose ids begin so, each once.
func articlesNamed(ctx context.Context, s *store.Store, names []string) ([]graph.Article, error) {
	begun := make([]string, len(names))
	for i, name := range names {
		digits := strings.ToLower(strings.ReplaceAll(name, "-", ""))
		if len(digits) < minDigits || len(digits) > 2*len(uuid.UUID{}) || strings.Trim(digits, "0123456789abcdef") != "" {
			f := wrongUse("%q is neither the id of an article nor its first %d digits or more", name, minDigits)
			f.hints = []string{"entente why shows the ids of articles"}
			return nil, f
		}
		begun[i] = digits
	}
	found := make([][]graph.Article, len(names))
	for a, err := range s.Articles(ctx) {
		if err != nil {
			return nil, err
		}
		id := strings.ReplaceAll(a.ID.String(), "-", "")
		for i, digits := range begun {
			if strings.HasPrefix(id, digits) {
				found[i] = append(found[i], a)
			}
		}
	}
	var articles []graph.Article
	for i, name := range names {
		switch {
		case len(found[i]) == 0:
			return nil, &failure{
				code: exitName, err: fmt.Errorf("no article of the store has the id %q", name),
				hints: []string{"entente why shows the ids of articles"},
			}
		case len(found[i]) > 1:
			f := &failure{code: exitName, err: fmt.Errorf("%q may mean %s", name, count(len(found[i]), "article"))}
			for _, a := range found[i] {
				f.hints = append(f.hints, "say "+titled(a))
			}
			return nil, f
		}
		if !slices.ContainsFunc(articles, func(a graph.Article) bool { return a.ID == found[i][0].ID }) {
			articles = append(articles, found[i][0])
		}
	}
	return articles, nil
}

// titled gives the id of an article, its title and its date, as far as they are known.
func titled(a graph.Article) string {
	text := a.ID.String()
	if title := a.Title(); title != "" {
		text += " “" + oneLine(title) + "”"
	}
	if date := a.Date(); date != "" {
		text += " of " + string(date)
	}
	return text
}
