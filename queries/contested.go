package queries

import (
	"context"
	"iter"
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
	// Others is how many ties more there are, of fewer sources, than Options.Most lets it have.
	Others int `json:"others,omitempty"`
	LeftOut
}

// Contested finds contradictions, of Options.Name or of all. It ignores Options.Polarities, Depth and Limit; MinSources is
// that of both sides, Options.Most bounds how many ties it lists. Errors wrap ErrOption or come from the store.
func Contested(ctx context.Context, s *store.Store, opts Options) (ContestedAnswer, error) {
	return ask(ctx, s, "contested", func(x *ties.Index) (ContestedAnswer, error) {
		answer, contested, err := contested(x, opts)
		if err != nil {
			return ContestedAnswer{}, err
		}
		for tie, err := range contested {
			if err != nil {
				return ContestedAnswer{}, err
			}
			answer.Ties = append(answer.Ties, tie)
		}
		return answer, nil
	})
}

// ContestedTies is [Contested] for more ties than there is memory: the answer has none, and the sequence gives them one
// by one, once or as often as it is asked. The store must not be written to meanwhile. Errors of the sequence end it; they
// come from the index.
func ContestedTies(ctx context.Context, s *store.Store, opts Options) (ContestedAnswer, iter.Seq2[WhyTie, error], error) {
	var each iter.Seq2[WhyTie, error]
	answer, err := ask(ctx, s, "contested", func(x *ties.Index) (answer ContestedAnswer, err error) {
		few := opts.Name != "" && opts.Latest > 0 // so few that they can be held
		if !few {
			if err := x.Verify(); err != nil { // then another one is made, while nothing is given yet
				return answer, err
			}
		}
		answer, each, err = contested(x, opts)
		if few && err == nil {
			each, err = hold(each)
		}
		return answer, err
	})
	return answer, each, err
}

// hold gives what a sequence gave.
func hold(each iter.Seq2[WhyTie, error]) (iter.Seq2[WhyTie, error], error) {
	var held []WhyTie
	for tie, err := range each {
		if err != nil {
			return nil, err
		}
		held = append(held, tie)
	}
	return func(yield func(WhyTie, error) bool) {
		for _, tie := range held {
			if !yield(tie, nil) {
				return
			}
		}
	}, nil
}

func contested(x *ties.Index, opts Options) (ContestedAnswer, iter.Seq2[WhyTie, error], error) {
	opts.Polarities = nil
	v, err := look(x, opts)
	if err != nil {
		return ContestedAnswer{}, nil, err
	}
	answer := ContestedAnswer{Name: v.name(), Ties: []WhyTie{}, Places: []Holding{}}
	each, others := v.contradicted()
	answer.Others, answer.LeftOut = others, v.left
	if slices.ContainsFunc(territorial(), func(r graph.Relation) bool { return isOneOf(r, opts.Relations) }) {
		answer.Places, err = contestedPlaces(x, opts)
	}
	return answer, each, err
}

// contradicted finds the ties that some affirm or allege and others deny, and gives them one by one: those of most sources,
// as many as are asked for. It tells how many others there are.
func (v *view) contradicted() (each iter.Seq2[WhyTie, error], others int) {
	type found struct {
		number, sources int
		sifted          *sifted // nil: again
	}
	var all []found
	for f := range v.asked() {
		if v.opts.Name == "" {
			v.readings = nil // one after the other, so that not all of them are held
		}
		if !f.isSaid() || f.denied.count == 0 {
			continue
		}
		said, denied := len(eitherOrigin(&f.affirmed, &f.alleged)), f.denied.sources()
		if min(said, denied) < v.opts.MinSources {
			continue
		}
		one := found{number: f.number, sources: said + denied}
		if v.opts.Name != "" {
			held := f
			one.sifted = &held
		}
		all = append(all, one)
	}
	slices.SortStableFunc(all, func(a, b found) int { return b.sources - a.sources })
	if most := v.opts.Most; most > 0 && len(all) > most {
		all, others = all[:most], len(all)-most
	}
	return func(yield func(WhyTie, error) bool) {
		for _, one := range all {
			f := one.sifted
			if f == nil {
				v.readings = nil
				again := v.sift(one.number)
				f = &again
			}
			tie, err := v.whyTie(f)
			if err == nil {
				err = v.x.Err()
			}
			if !yield(tie, err) || err != nil {
				return
			}
		}
	}, others
}

// contestedPlaces gives the places that several hold, or that one is denied to hold.
func contestedPlaces(x *ties.Index, opts Options) ([]Holding, error) {
	opts.Polarities = []graph.Polarity{graph.Affirmed}
	v, err := look(x, opts)
	if err != nil {
		return nil, err
	}
	places := []Holding{}
	name, named := v.x.Node(opts.Name)
	held := v.lastWords(day(""), v.concerning(opts.Name))
	for _, place := range slices.Sorted(maps.Keys(held)) {
		if opts.Name != "" && (!named || place != name && !held[place].names(name)) {
			continue
		}
		if !v.isContested(held[place], day("")) {
			continue
		}
		holding, err := v.holding(place, held[place], day(""), !v.opts.Brief)
		if err != nil {
			return nil, err
		}
		places = append(places, holding)
	}
	return places, nil
}
