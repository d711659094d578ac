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
	clients := v.others(who, graph.Backs, true)
	places := v.heldBy(append(slices.Collect(maps.Keys(clients)), who)...)
	held := map[ties.Node][]event{}
	v.events(to, places, func(e event) { held[e.to] = append(held[e.to], e) })
	var turned turns
	for _, place := range slices.Sorted(maps.Keys(held)) {
		slices.SortFunc(held[place], event.compare)
		turned.add(held[place], who, clients, from)
	}
	if err := v.addTurns(&answer, &turned); err != nil {
		return GainsAnswer{}, err
	}
	if answer.Deployed, err = v.deployed(who, to); err != nil {
		return GainsAnswer{}, err
	}
	slices.SortStableFunc(answer.Deployed, func(a, b Claim) int { return cmp.Compare(a.Day, b.Day) })
	answer.LeftOut = v.left
	return answer, nil
}

// turns are the events by which an actor gained or lost places, or its clients gained some.
type turns struct{ gained, lost, ofClients []turn }

// turn is one of them; to is who took what was lost, or none.
type turn struct {
	event
	to ties.Node
}

// add adds those of a place, from a day on, of its events in their order.
func (all *turns) add(events []event, who ties.Node, clients map[ties.Node]link, from uint32) {
	holds, told := false, map[ties.Node]uint32{}
	for _, e := range events {
		_, ofClient := clients[e.from]
		again := told[e.from] == e.day && e.relation == graph.Captured // two texts on one capture
		var gains *[]turn
		to := ties.None
		held := holds
		switch {
		case e.from == who && e.relation == graph.Captured:
			gains, holds = &all.gained, true
		case e.from == who && e.relation == graph.Controls:
			holds = true
		case e.from == who:
			holds = false
		case e.relation == graph.Captured && ofClient:
			gains = &all.ofClients
		case e.relation == graph.Captured && holds:
			to, holds = e.from, false
		}
		if e.relation == graph.Captured {
			told[e.from] = e.day
		}
		lost := held && !holds
		switch {
		case e.day < from, gains != nil && again, gains == nil && !lost:
		case gains != nil:
			*gains = append(*gains, turn{e, to})
		default:
			all.lost = append(all.lost, turn{e, to})
		}
	}
}

// addTurns adds the claims of the last turns of each kind, in the order of their days.
func (v *view) addTurns(answer *GainsAnswer, all *turns) error {
	last := func(list []turn) []turn {
		slices.SortStableFunc(list, func(a, b turn) int { return cmp.Compare(a.day, b.day) })
		if over := len(list) - v.opts.Latest; v.opts.Latest > 0 && over > 0 {
			answer.Earlier += over
			return list[over:]
		}
		return list
	}
	for _, gains := range []struct {
		turns  []turn
		claims *[]Claim
	}{{all.gained, &answer.Gained}, {all.ofClients, &answer.OfClients}} {
		for _, c := range last(gains.turns) {
			claim, err := v.claim(c.event, ties.NoEnd)
			if err != nil {
				return err
			}
			*gains.claims = append(*gains.claims, claim)
		}
	}
	for _, c := range last(all.lost) {
		claim, err := v.claim(c.event, ties.NoEnd)
		if err != nil {
			return err
		}
		loss := Loss{Claim: claim}
		if c.to != ties.None {
			taker := v.ref(c.to)
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
		for _, cite := range f.of(l.polarity).cites() {
			e := event{&l, v.x.DayOf(cite), cite}
			if best, ok := latest[l.to]; e.day != 0 && e.day <= until && (!ok || e.day > best.day || e.day == best.day && e.relation == graph.WithdrewFrom) {
				latest[l.to] = e
			}
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
