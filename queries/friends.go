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

// friendly are the relations by which one stands by another.
func friendly() []graph.Relation { return []graph.Relation{graph.Backs, graph.AlliedWith} }

// FriendsAnswer lists friends of friends: those with most friends in common first, then by id.
type FriendsAnswer struct {
	Name    Ref      `json:"name"`
	Friends []Friend `json:"friends"`
	LeftOut
}

// Friend is one to whom no tie is known, and the friends in common.
type Friend struct {
	Other Ref         `json:"other"`
	Via   []SharedRow `json:"via"`
}

// Friends finds the friends of the friends of Options.Name, by backs and allied_with in either direction, to whom the
// store knows no tie of any kind. In each row of Via, tieToA is the tie to the name. Unless polarities are asked for, only
// affirmed ties count; a direct tie counts under any. It ignores Options.Relations, Depth and Limit. Errors wrap ErrOption
// or come from the store.
func Friends(ctx context.Context, s *store.Store, opts Options) (FriendsAnswer, error) {
	return ask(ctx, s, "friends", func(x *ties.Index) (FriendsAnswer, error) { return friends(x, opts) })
}

func friends(x *ties.Index, opts Options) (FriendsAnswer, error) {
	if opts.Name == "" {
		return FriendsAnswer{}, fmt.Errorf("%w: friends need a name", ErrOption)
	}
	v, err := lookAt(x, opts)
	if err != nil {
		return FriendsAnswer{}, err
	}
	answer := FriendsAnswer{Name: v.refTo(opts.Name), Friends: []Friend{}}
	start, ok := v.x.Node(opts.Name)
	if !ok {
		return answer, nil
	}
	tied := map[ties.Node]bool{start: true}
	for _, number := range v.around(start) {
		f := v.x.Fact(number)
		tied[f.Subject], tied[f.Object] = true, true
	}
	via := map[ties.Node][]SharedRow{}
	for friend, first := range v.friendsOf(start) {
		for other, second := range v.friendsOf(friend) {
			if tied[other] {
				continue
			}
			row := SharedRow{Other: v.ref(friend), Sources: min(first.sources, second.sources)}
			if err := v.cite(cited{first, &row.A}, cited{second, &row.B}); err != nil {
				return FriendsAnswer{}, err
			}
			via[other] = append(via[other], row)
		}
	}
	for other, rows := range via {
		slices.SortFunc(rows, func(a, b SharedRow) int {
			return cmp.Or(-cmp.Compare(a.Sources, b.Sources), cmp.Compare(a.Other.ID, b.Other.ID))
		})
		answer.Friends = append(answer.Friends, Friend{v.ref(other), rows})
	}
	slices.SortFunc(answer.Friends, func(a, b Friend) int {
		return cmp.Or(-cmp.Compare(len(a.Via), len(b.Via)), cmp.Compare(a.Other.ID, b.Other.ID))
	})
	answer.LeftOut = v.left
	return answer, nil
}

// friendsOf gives the other ends of a node's friendly ties, each with the one of most sources.
func (v *view) friendsOf(n ties.Node) map[ties.Node]link {
	friends := map[ties.Node]link{}
	for _, number := range v.around(n, friendly()...) {
		l, ok := v.linkOf(number)
		if !ok {
			continue
		}
		if best, ok := friends[l.other(n)]; !ok || l.sources > best.sources || l.sources == best.sources && l.number < best.number {
			friends[l.other(n)] = l
		}
	}
	return friends
}

// DrawnAnswer lists who would be drawn in: by side (the victim's first), then the nearest, then by id.
type DrawnAnswer struct {
	Attacker Ref     `json:"attacker"`
	Victim   Ref     `json:"victim"`
	Drawn    []Drawn `json:"drawn"`
	LeftOut
}

// Drawn is one who stands by a side: the ties lead from it to the attacker or the victim.
type Drawn struct {
	Actor Ref `json:"actor"`
	// Side is "victim" or "attacker".
	Side string    `json:"side"`
	Ties []*TieRow `json:"ties"`
	// Both says that it stands by the other side too.
	Both bool `json:"both"`
	// Sources is how many the weakest tie has.
	Sources int `json:"sources"`
}

// DrawnIn finds who would be drawn in if one attacked another: those who back either of them or are allied with them, and
// those who stand by those, up to Options.Depth ties away. It tells who stands where, not what they would do. Unless
// polarities are asked for, only affirmed ties count. It ignores Options.Name, Relations and Limit. Errors wrap ErrOption
// or come from the store.
func DrawnIn(ctx context.Context, s *store.Store, attacker, victim graph.ID, opts Options) (DrawnAnswer, error) {
	return ask(ctx, s, "drawn in", func(x *ties.Index) (DrawnAnswer, error) { return drawnIn(x, attacker, victim, opts) })
}

func drawnIn(x *ties.Index, attacker, victim graph.ID, opts Options) (DrawnAnswer, error) {
	if attacker == "" || victim == "" || attacker == victim {
		return DrawnAnswer{}, fmt.Errorf("%w: one attacks another, not %q and %q", ErrOption, attacker, victim)
	}
	v, err := lookAt(x, opts)
	if err != nil {
		return DrawnAnswer{}, err
	}
	answer := DrawnAnswer{Attacker: v.refTo(attacker), Victim: v.refTo(victim), Drawn: []Drawn{}}
	a, okA := v.x.Node(attacker)
	b, okB := v.x.Node(victim)
	sides := []map[ties.Node][]link{{}, {}}
	for i, start := range []ties.Node{b, a} {
		if []bool{okB, okA}[i] {
			sides[i] = v.supporters(start, []ties.Node{a, b})
		}
	}
	for i, side := range sides {
		rows := []Drawn{}
		for _, n := range slices.Sorted(maps.Keys(side)) {
			_, both := sides[1-i][n]
			row := Drawn{Actor: v.ref(n), Side: []string{"victim", "attacker"}[i], Both: both, Sources: side[n][0].sources}
			for _, l := range side[n] {
				tie, err := v.cited(l)
				if err != nil {
					return DrawnAnswer{}, err
				}
				row.Ties, row.Sources = append(row.Ties, tie), min(row.Sources, l.sources)
			}
			rows = append(rows, row)
		}
		slices.SortStableFunc(rows, func(a, b Drawn) int { return cmp.Compare(len(a.Ties), len(b.Ties)) })
		answer.Drawn = append(answer.Drawn, rows...)
	}
	answer.LeftOut = v.left
	return answer, nil
}

// supporters gives those who stand by a node, each with the ties that lead from it there, fewest first.
func (v *view) supporters(start ties.Node, but []ties.Node) map[ties.Node][]link {
	found := map[ties.Node][]link{}
	edge := []ties.Node{start}
	for range v.opts.Depth {
		var beyond []ties.Node
		for _, n := range edge {
			for _, number := range v.around(n, friendly()...) {
				l, ok := v.linkOf(number)
				if !ok || l.relation == graph.Backs && l.from == n { // whom it backs need not stand by it
					continue
				}
				other := l.other(n)
				if _, seen := found[other]; seen || slices.Contains(but, other) {
					continue
				}
				found[other] = append([]link{l}, found[n]...)
				beyond = append(beyond, other)
			}
		}
		slices.Sort(beyond)
		edge = beyond
	}
	return found
}
