package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// SharedAnswer says what two entities have in common. Each list is sorted: the best-evidenced first, then by id.
type SharedAnswer struct {
	A Ref `json:"a"`
	B Ref `json:"b"`
	// Backers back both, Clients are backed by both, Allies are allied with both, Enemies fight both.
	Backers []SharedRow `json:"backers"`
	Clients []SharedRow `json:"clients"`
	Allies  []SharedRow `json:"allies"`
	Enemies []SharedRow `json:"enemies"`
	LeftOut
}

// SharedRow is a third entity, with the ties to both.
type SharedRow struct {
	Other Ref     `json:"other"`
	A     *TieRow `json:"tieToA"`
	B     *TieRow `json:"tieToB"`
	// Sources is how many the weaker tie has.
	Sources int `json:"sources"`
}

// Shared finds the backers, clients, allies and enemies that two entities share. Unless polarities are asked for, only
// affirmed ties count. It ignores Options.Name, Relations, Depth and Limit. Errors wrap ErrOption or come from the store.
func Shared(ctx context.Context, s *store.Store, a, b graph.ID, opts Options) (SharedAnswer, error) {
	return ask(ctx, s, "shared", func(x *ties.Index) (SharedAnswer, error) { return shared(x, a, b, opts) })
}

func shared(x *ties.Index, a, b graph.ID, opts Options) (SharedAnswer, error) {
	if a == "" || b == "" || a == b {
		return SharedAnswer{}, fmt.Errorf("%w: two entities share something, not %q and %q", ErrOption, a, b)
	}
	v, err := lookSurely(x, opts)
	if err != nil {
		return SharedAnswer{}, err
	}
	answer := SharedAnswer{A: v.refTo(a), B: v.refTo(b)}
	nodeA, okA := v.x.Node(a)
	nodeB, okB := v.x.Node(b)
	for _, part := range []struct {
		rows     *[]SharedRow
		relation graph.Relation
		outward  bool
	}{
		{&answer.Backers, graph.Backs, false},
		{&answer.Clients, graph.Backs, true},
		{&answer.Allies, graph.AlliedWith, true},
		{&answer.Enemies, graph.Fights, true},
	} {
		*part.rows = []SharedRow{}
		if okA && okB {
			if *part.rows, err = v.common(nodeA, nodeB, part.relation, part.outward); err != nil {
				return SharedAnswer{}, err
			}
		}
	}
	answer.LeftOut = v.left
	return answer, nil
}

// common gives those to whom both have a tie: outward from the two, or towards them.
func (v *view) common(a, b ties.Node, relation graph.Relation, outward bool) ([]SharedRow, error) {
	ofA, ofB := v.others(a, relation, outward), v.others(b, relation, outward)
	rows := []SharedRow{}
	for other, toA := range ofA {
		toB, ok := ofB[other]
		if !ok {
			continue
		}
		row := SharedRow{Other: v.ref(other), Sources: min(toA.sources, toB.sources)}
		var err error
		if row.A, err = v.cited(toA); err != nil {
			return nil, err
		}
		if row.B, err = v.cited(toB); err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b SharedRow) int {
		return cmp.Or(-cmp.Compare(a.Sources, b.Sources), cmp.Compare(a.Other.ID, b.Other.ID))
	})
	return rows, nil
}

// others gives the other ends of a node's ties that are shown: those that lead outward, or those that come in.
func (v *view) others(n ties.Node, relation graph.Relation, outward bool) map[ties.Node]link {
	others := map[ties.Node]link{}
	for _, number := range v.around(n, relation) {
		f := v.x.Fact(number)
		if !relation.Symmetric() && (f.Subject == n) != outward {
			continue
		}
		if l, ok := v.linkOf(number); ok {
			others[l.other(n)] = l
		}
	}
	return others
}

// linkOf gives a fact as a link, or false where it is not shown.
func (v *view) linkOf(number int) (link, bool) {
	f := v.sift(number)
	for _, polarity := range graph.Polarities() {
		if c := f.of(polarity); v.shows(polarity, c) {
			return link{number, f.Subject, f.Object, f.Relation, polarity, c.sources()}, true
		}
	}
	return link{}, false
}

// BothSidesAnswer lists those who back two that fight each other: the best-evidenced first, then by ids.
type BothSidesAnswer struct {
	Name *Ref       `json:"name"`
	Rows []BothSide `json:"rows"`
	LeftOut
}

// BothSide is one who backs both of two that fight each other.
type BothSide struct {
	Patron  Ref      `json:"patron"`
	ClientA Ref      `json:"clientA"`
	ClientB Ref      `json:"clientB"`
	BacksA  *TieRow  `json:"backsA"`
	BacksB  *TieRow  `json:"backsB"`
	Fights  *TieRow  `json:"fights"`
	Wars    []WarRef `json:"wars"`
	Sources int      `json:"sources"`
}

// BothSides finds who backs two that fight each other, at any time or in the period that is asked for: all, or those of
// Options.Name. Unless polarities are asked for, only affirmed ties count. It ignores Options.Relations, Depth and Limit.
// Errors wrap ErrOption or come from the store.
func BothSides(ctx context.Context, s *store.Store, opts Options) (BothSidesAnswer, error) {
	return ask(ctx, s, "both sides", func(x *ties.Index) (BothSidesAnswer, error) { return bothSides(x, opts) })
}

func bothSides(x *ties.Index, opts Options) (BothSidesAnswer, error) {
	v, err := lookSurely(x, opts)
	if err != nil {
		return BothSidesAnswer{}, err
	}
	answer := BothSidesAnswer{Name: v.name(), Rows: []BothSide{}}
	name, named := v.x.Node(opts.Name)
	fights, stands := v.sides(graph.Backs)
	backers := v.backers(stands)
	for _, fight := range v.linksOf(fights, graph.Fights) {
		for _, a := range backers[fight.from] {
			for _, b := range backers[fight.to] {
				if a.from != b.from || opts.Name != "" && (!named || !slices.Contains([]ties.Node{a.from, a.to, b.to}, name)) {
					continue
				}
				row := BothSide{
					Patron: v.ref(a.from), ClientA: v.ref(a.to), ClientB: v.ref(b.to),
					Sources: min(a.sources, b.sources, fight.sources),
				}
				if err := v.cite(cited{a, &row.BacksA}, cited{b, &row.BacksB}, cited{fight, &row.Fights}); err != nil {
					return BothSidesAnswer{}, err
				}
				if row.Wars, err = v.warsOf(fight); err != nil {
					return BothSidesAnswer{}, err
				}
				answer.Rows = append(answer.Rows, row)
			}
		}
	}
	slices.SortFunc(answer.Rows, func(a, b BothSide) int {
		return cmp.Or(
			-cmp.Compare(a.Sources, b.Sources), cmp.Compare(a.Patron.ID, b.Patron.ID),
			cmp.Compare(a.ClientA.ID, b.ClientA.ID), cmp.Compare(a.ClientB.ID, b.ClientB.ID),
		)
	})
	answer.LeftOut = v.left
	return answer, nil
}

// cited is a link, and where what is said of it goes.
type cited struct {
	link link
	tie  **TieRow
}

// cite looks up what is said of links.
func (v *view) cite(list ...cited) (err error) {
	for _, c := range list {
		if *c.tie, err = v.cited(c.link); err != nil {
			return err
		}
	}
	return nil
}
