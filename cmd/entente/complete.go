package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"entente.example/graph"
	"entente.example/graph/store"
)

// completeNames completes up to so many arguments with the names of the store's entities.
func completeNames(most int) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) >= most {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return namesLike(cmd, begun), cobra.ShellCompDirectiveNoFileComp
	}
}

// namesLike gives the ids and short names of the store's entities that begin so, case aside. Completion never complains:
// where there is no store, nothing is completed.
func namesLike(cmd *cobra.Command, begun string) []cobra.Completion {
	address, _ := cmd.Flags().GetString("store")
	flag := storeFlag{address}
	var names []cobra.Completion
	add := func(name, what string) {
		if len(name) >= len(begun) && strings.EqualFold(name[:len(begun)], begun) {
			names = append(names, cobra.CompletionWithDesc(name, what))
		}
	}
	ctx := context.WithoutCancel(cmd.Context())
	_ = flag.withStore(ctx, store.Options{ReadOnly: true}, func(s *store.Store) error {
		for e, err := range s.Entities(ctx) {
			if err != nil {
				return err
			}
			add(string(e.ID), oneLine(e.Name)+", "+string(e.Type))
			for _, alias := range e.Aliases {
				if !strings.ContainsAny(alias.Name, " \t\n") {
					add(oneLine(alias.Name), oneLine(e.Name))
				}
			}
		}
		return nil
	})
	return names
}

// completeArticles completes arguments with the ids of the store's articles.
func completeArticles(cmd *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	address, _ := cmd.Flags().GetString("store")
	flag := storeFlag{address}
	var ids []cobra.Completion
	_ = flag.withStore(context.WithoutCancel(cmd.Context()), store.Options{ReadOnly: true}, func(s *store.Store) error {
		for a, err := range s.Articles(cmd.Context()) {
			if err != nil {
				return err
			}
			if id := a.ID.String(); strings.HasPrefix(id, strings.ToLower(begun)) {
				ids = append(ids, cobra.CompletionWithDesc(id, strings.TrimSpace(strings.TrimPrefix(titled(a), id))))
			}
		}
		return nil
	})
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// relationsLike gives the relations that begin so.
func relationsLike(begun string) []cobra.Completion {
	var names []cobra.Completion
	for _, row := range graph.Relations() {
		if strings.HasPrefix(string(row.Relation), begun) {
			names = append(names, cobra.CompletionWithDesc(string(row.Relation), row.Label))
		}
	}
	return names
}
