package queries

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// GainsAnswer says what an actor gained and lost, in the order of the days.
type GainsAnswer struct {
	Name   Ref     `json:"name"`
	Gained []Claim `json:"gained"`
	Lost   []Loss  `json:"lost"`
	// OfClients is what those gained whom the name backs; Deployed is where its own forces are: deployed and not told to
	// have withdrawn since.
	OfClients []Claim `json:"ofClients"`
	Deployed  []Claim `json:"deployed"`
	// Earlier is how many more there are in the first three, of earlier days, than Options.Latest lets each of them have.
	Earlier int `json:"earlier,omitempty"`
	LeftOut
}

// Loss is a place that another took, or that was left.
type Loss struct {
	// To is who took it; null where it was left.
	To *Ref `json:"to"`
	Claim
}

// Gains finds the places that Options.Name gained and lost between Options.Since and Until, those that its clients took,
// and where its own forces are. A place is lost when it is left, or when another takes it who is not its client after it
// was held. In a claim, the actor is who acted. Unless polarities are asked for, only affirmed ties count. Options.Latest
// has it list the last of what was gained, of what was lost and of what clients took alone, so many of each. It ignores
// Options.At, Relations, Depth and Limit. Errors wrap ErrOption or come from the store.
func Gains(ctx context.Context, s *store.Store, opts Options) (GainsAnswer, error) {
	return ask(ctx, s, "gains", func(x *ties.Index) (GainsAnswer, error) { return gains(x, opts) })
}

func gains(x *ties.Index, opts Options) (GainsAnswer, error) {
	if opts.Name == "" {
		return GainsAnswer{}, fmt.Errorf("%w: gains need a name", ErrOption)
	}
	period := opts
	if err := period.complete(); err != nil {
		return GainsAnswer{}, err
	}
	from, to, _ := period.period()
	opts.Since, opts.Until, opts.At = "", "", "" // what was held before matters
	v, err := lookAt(x, opts)
	if err != nil {
		return GainsAnswer{}, err
	}
	answer := GainsAnswer{Name: v.refTo(opts.Name), Gained: []Claim{}, Lost: []Loss{}, OfClients: []Claim{}, Deployed: []Claim{}}
	who, ok := v.x.Node(opts.Name)
	if !ok {
		return answer, nil
	}
	if err := v.addTurns(&answer, v.tracks(who, to), from); err != nil {
		return GainsAnswer{}, err
	}
	if answer.Deployed, err = v.deployed(who, to); err != nil {
		return GainsAnswer{}, err
	}
	slices.SortStableFunc(answer.Deployed, func(a, b Claim) int { return cmp.Compare(a.Day, b.Day) })
	answer.LeftOut = v.left
	return answer, nil
}

// addTurns adds the last of what was gained, lost and taken by clients from a day on, in the order of the days.
func (v *view) addTurns(answer *GainsAnswer, all *tracks, from uint32) error {
	for _, taken := range []struct {
		by     []track
		claims *[]Claim
	}{{all.gains, &answer.Gained}, {all.ofClients, &answer.OfClients}} {
		turns, earlier := v.latestDays(taken.by, from, v.opts.Latest)
		answer.Earlier += earlier
		for _, e := range turns {
			claim, err := v.claim(e, ties.NoEnd)
			if err != nil {
				return err
			}
			*taken.claims = append(*taken.claims, claim)
		}
	}
	lost, earlier := all.losses(from, v.opts.Latest)
	answer.Earlier += earlier
	for _, e := range lost {
		claim, err := v.claim(e, ties.NoEnd)
		if err != nil {
			return err
		}
		loss := Loss{Claim: claim}
		if e.relation == graph.Captured {
			taker := v.ref(e.from)
			loss.To = &taker
		}
		answer.Lost = append(answer.Lost, loss)
	}
	return nil
}

// deployed gives the places to which one's own forces went and which they are not told to have left since.
func (v *view) deployed(who ties.Node, until uint32) ([]Claim, error) {
	latest := map[ties.Node]event{}
	for _, number := range v.around(who, graph.DeployedTo, graph.WithdrewFrom) {
		l, ok := v.linkOf(number)
		if !ok || l.from != who {
			continue
		}
		f := v.sift(number)
		last, ok := f.of(l.polarity).told().Daily(1, until).Last()
		if !ok {
			continue
		}
		best, ok := latest[l.to]
		if !ok || last.Day > best.day || last.Day == best.day && l.relation == graph.WithdrewFrom {
			latest[l.to] = event{&l, last.Day, last.Cite}
		}
	}
	claims := []Claim{}
	for _, place := range slices.Sorted(maps.Keys(latest)) {
		if latest[place].relation == graph.WithdrewFrom {
			continue
		}
		claim, err := v.claim(latest[place], ties.NoEnd)
		if err != nil {
			return nil, err
		}
		claims = append(claims, claim)
	}
	return claims, nil
}
