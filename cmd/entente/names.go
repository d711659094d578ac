package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/graph/store"
	"entente.example/queries"
)

// maxCandidates is how many candidates an unknown name is answered with.
const maxCandidates = 5

// resolve finds the id of the entity that a name on the command line means.
func resolve(ctx context.Context, s *store.Store, name string, want queries.Want) (graph.ID, error) {
	entity, err := resolveEntity(ctx, s, name, want)
	return entity.ID, err
}

// finder finds the ids of the names in a script.
func finder(ctx context.Context, s *store.Store) func(name string) (graph.ID, error) {
	return func(name string) (graph.ID, error) { return resolve(ctx, s, name, queries.WantAny) }
}

// resolveEntity finds the entity that a name means. The dictionary is read only where the store has no such name: reading
// it takes longer than most answers. A name that is spelt otherwise than any that is known is told with whom it was taken
// for, so that nobody reads the answer as one about somebody else.
func resolveEntity(ctx context.Context, s *store.Store, name string, want queries.Want) (graph.Entity, error) {
	entity, err := queries.Resolve(ctx, s, nil, name, want)
	var unknown *queries.UnknownNameError
	if errors.As(err, &unknown) {
		var dictionary *actors.Dictionary
		if dictionary, err = actors.Embedded(); err != nil {
			return graph.Entity{}, err
		}
		entity, err = queries.Resolve(ctx, s, dictionary, name, want)
		if err == nil && queries.Respelt(dictionary, name) {
			warnOnce(ctx, fmt.Sprintf("%q was taken for %s", name, describe(entity)))
		}
	}
	if err != nil {
		return graph.Entity{}, nameFailure(name, err)
	}
	return entity, nil
}

// nameFailure gives the candidates of an unknown or ambiguous name as hints.
func nameFailure(name string, err error) error {
	var unknown *queries.UnknownNameError
	var ambiguous *queries.AmbiguousNameError
	_, _, relation := graph.RelationSaid(name)
	switch {
	case errors.As(err, &unknown) && relation:
		f := wrongUse("%q is a relation, and no name", name)
		f.hints = []string{relationHint(name, "A", "B")}
		return f
	case errors.As(err, &unknown):
		f := &failure{code: exitName, err: fmt.Errorf("no actor or place is called %q", name)}
		for _, near := range unknown.Near {
			f.hints = append(f.hints, "did you mean "+describe(near)+"?")
		}
		if len(f.hints) == 0 {
			f.hints = []string{"entente actors lists the dictionary"}
		}
		return f
	case errors.As(err, &ambiguous):
		f := &failure{code: exitName, err: fmt.Errorf("%q may mean %d entities", name, len(ambiguous.Candidates))}
		for _, candidate := range ambiguous.Candidates {
			f.hints = append(f.hints, "say "+describe(candidate))
		}
		return f
	}
	return err
}

// describe gives the id of an entity, by which it can be asked for, and what it is.
func describe(e graph.Entity) string {
	text := fmt.Sprintf("%q (%s", string(e.ID), e.Type)
	if e.Name != e.ID.Name() {
		text += ", " + e.Name
	}
	if e.Country != "" && e.Country != e.ID {
		text += ", " + e.Country.Name()
	}
	return text + ")"
}

// flagNames lists the long names of a command's flags.
func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	cmd.InheritedFlags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}
