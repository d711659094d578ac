package queries

import (
	"context"
	"maps"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// ContestedAnswer lists what is contradicted: ties that some affirm or allege and others deny, those with most sources
// first; and places that several hold, or that one is denied to hold, by id.
type ContestedAnswer struct {
	Name   *Ref      `json:"name"`
	Ties   []WhyTie  `json:"ties"`
	Places []Holding `json:"places"`
	LeftOut
}

// Contested finds contradictions, of Options.Name or of all. It ignores Options.Polarities, Depth and Limit; MinSources is
// that of both sides. Errors wrap ErrOption or come from the store.
func Contested(ctx context.Context, s *store.Store, opts Options) (ContestedAnswer, error) {
	return ask(ctx, s, "contested", func(x *ties.Index) (ContestedAnswer, error) { return contested(x, opts) })
}

func contested(x *ties.Index, opts Options) (ContestedAnswer, error) {
	opts.Polarities = nil
	v, err := look(x, opts)
	if err != nil {
		return ContestedAnswer{}, err
	}
	answer := ContestedAnswer{Name: v.name(), Ties: []WhyTie{}, Places: []Holding{}}
	for f := range v.asked() {
		if !f.isSaid() || f.denied.count == 0 ||
			min(len(eitherOrigin(&f.affirmed, &f.alleged)), f.denied.sources()) < opts.MinSources {
			continue
		}
		tie, err := v.whyTie(&f)
		if err != nil {
			return ContestedAnswer{}, err
		}
		answer.Ties = append(answer.Ties, tie)
	}
	slices.SortStableFunc(answer.Ties, func(a, b WhyTie) int {
		return len(b.Sources) + len(b.DeniedBy) - len(a.Sources) - len(a.DeniedBy)
	})
	answer.LeftOut = v.left
	if !slices.ContainsFunc(territorial(), func(r graph.Relation) bool { return isOneOf(r, opts.Relations) }) {
		return answer, nil
	}
	opts.Polarities = []graph.Polarity{graph.Affirmed}
	if v, err = look(x, opts); err != nil {
		return ContestedAnswer{}, err
	}
	name, named := v.x.Node(opts.Name)
	held := v.lastWords(day(""), v.concerning(opts.Name))
	for _, place := range slices.Sorted(maps.Keys(held)) {
		if opts.Name != "" && (!named || place != name && !held[place].names(name)) {
			continue
		}
		holding, err := v.holding(place, held[place], day(""))
		if err != nil {
			return ContestedAnswer{}, err
		}
		if holding.Contested {
			answer.Places = append(answer.Places, holding)
		}
	}
	return answer, nil
}
