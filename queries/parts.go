package queries

import (
	"cmp"
	"context"
	"errors"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// partStatements is about how many statements a part of a subgraph has.
const partStatements = 5_000

// SubgraphParts gives what [Subgraph] gives in parts, so that it needs no memory for all of it: each has the statements of
// some ties, with the verdicts on them, and those entities and articles which no part before had; but no outlets. Where
// there are verdicts a statement may come in two parts. Errors of part end it; others wrap ErrOption or come from the store.
func SubgraphParts(ctx context.Context, s *store.Store, opts Options, part func(graph.Subgraph) error) (LeftOut, error) {
	begun := false
	return ask(ctx, s, "subgraph", func(x *ties.Index) (LeftOut, error) {
		if begun {
			return LeftOut{}, errors.New("the index was damaged while it was read")
		}
		if err := x.Verify(); err != nil { // then another one is made, while nothing is given yet
			return LeftOut{}, err
		}
		begun = true
		v, err := look(x, opts)
		if err != nil {
			return LeftOut{}, err
		}
		err = v.parts(ctx, part)
		return v.left, err
	})
}

func (v *view) parts(ctx context.Context, part func(graph.Subgraph) error) error {
	numbers := func(yield func(int) bool) {
		for number := range v.x.Facts() {
			if isOneOf(v.x.Fact(number).Relation, v.opts.Relations) && !yield(number) {
				return
			}
		}
	}
	if v.opts.Name != "" {
		v.reach()
		looked := v.looked()
		numbers = func(yield func(int) bool) {
			for _, number := range looked {
				if !yield(number) {
					return
				}
			}
		}
	}
	before := &given{articles: make([]bool, v.x.Articles()), entities: make([]bool, v.x.Nodes())}
	var shown []sifted
	var looked []int
	statements := 0
	flush := func() error {
		if err := ctx.Err(); err != nil {
			return err
		}
		g, err := v.subgraph(shown, before)
		if err == nil && v.x.Reviewed() {
			err = v.addVerdicts(&g, shown, looked)
		}
		if err != nil {
			return err
		}
		shown, looked, statements, v.readings = nil, nil, 0, nil
		return part(g)
	}
	for number := range numbers {
		f := v.sift(number)
		looked = append(looked, number)
		if v.shown(&f) {
			shown = append(shown, f)
		}
		if statements += f.End - f.First; statements >= cmp.Or(v.opts.partStatements, partStatements) {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// given are the articles and entities that the parts of a subgraph had; nil: there is but one.
type given struct{ articles, entities []bool }

// article and entity give where it is noted that one was given.
func (g *given) article(n int) *bool {
	if g == nil {
		return nil
	}
	return &g.articles[n]
}

func (g *given) entity(n ties.Node) *bool {
	if g == nil {
		return nil
	}
	return &g.entities[n]
}

// first reports whether one was not given yet, and notes it.
func (*given) first(noted *bool) bool {
	if noted == nil {
		return true
	}
	is := !*noted
	*noted = true
	return is
}
