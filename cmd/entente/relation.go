package main

import (
	"errors"
	"slices"
	"strings"

	"entente.example/graph"
)

// relationNamed finds a relation by its name, also with spaces for underscores.
func relationNamed(name string) (graph.Relation, error) {
	relation := graph.Relation(strings.ReplaceAll(strings.ToLower(name), " ", "_"))
	if _, ok := relation.Row(); ok {
		return relation, nil
	}
	f := wrongUse("relation %q is unknown", name)
	if near := nearest(string(relation), relationNames()); near != "" {
		f.hints = append(f.hints, "did you mean "+near+"?")
	}
	f.hints = append(f.hints, "the relations are "+joined(relationNames()))
	return "", f
}

func relationNames() []string {
	var names []string
	for _, row := range graph.Relations() {
		names = append(names, string(row.Relation))
	}
	return names
}

// relationHint says what to ask about a relation and the names at both ends.
func relationHint(word, a, b string) string {
	row, inverse, _ := graph.RelationSaid(word)
	if inverse {
		a, b = b, a
	}
	return "entente why " + quotedWord(a) + " " + string(row.Relation) + " " + quotedWord(b) + " shows the sentences that say so"
}

// misplacedRelation gives the failure of a question about two ends its reason, where a relation stands in the place of an
// end, and the question as it is meant.
func misplacedRelation(args []string, err error) error {
	var known *failure
	i := slices.IndexFunc(args, func(arg string) bool { _, _, ok := graph.RelationSaid(arg); return ok })
	if !errors.As(err, &known) || i < 0 || len(args) == 3 && i == 1 {
		return err
	}
	names := slices.Delete(slices.Clone(args), i, i+1)
	if len(names) == 1 {
		names = slices.Insert(names, i, "NAME")
	}
	f := wrongUse("%q is a relation, and no name: it stands between two names", args[i])
	f.hints = []string{relationHint(args[i], names[0], names[1])}
	return f
}

// quotedWord gives a word of a command line, in quotes where a shell would take it for several.
func quotedWord(word string) string {
	if strings.ContainsAny(word, " \t'\"$&;<>|*?()\\`") {
		return quoted(word)
	}
	return word
}
