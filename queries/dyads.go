package queries

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// DyadsAnswer lists proxy dyads: those with the best-evidenced front first, then those with more fronts, then by ids.
type DyadsAnswer struct {
	Name  *Ref   `json:"name"`
	Dyads []Dyad `json:"dyads"`
	LeftOut
}

// Dyad are two patrons that face each other through clients that fight each other. A's id comes before B's.
type Dyad struct {
	A Ref `json:"a"`
	B Ref `json:"b"`
	// Direct is the tie by which the two also fight each other themselves; null where none is known.
	Direct *TieRow `json:"direct"`
	// Fronts are the pairs of clients, the best-evidenced first.
	Fronts []Front  `json:"fronts"`
	Wars   []WarRef `json:"wars"`
	// Sources is how many the best front's weakest tie has.
	Sources int `json:"sources"`
}

// Front is where two patrons face each other: A backs one client, B the other, and the two fight.
type Front struct {
	ClientA Ref      `json:"clientA"`
	ClientB Ref      `json:"clientB"`
	BacksA  *TieRow  `json:"backsA"`
	BacksB  *TieRow  `json:"backsB"`
	Fights  *TieRow  `json:"fights"`
	Wars    []WarRef `json:"wars"`
	Sources int      `json:"sources"`
}

// front is one before its evidence is looked up.
type front struct{ a, fights, b link }

func (f front) sources() int { return min(f.a.sources, f.fights.sources, f.b.sources) }

// Dyads finds the patrons that face each other through clients that fight each other: all of them, or those of which
// Options.Name is a patron or a client. Nobody faces himself, and nobody is counted as the patron of one side whom the
// other side fights. Unless polarities are asked for, only affirmed ties count. It ignores Options.Relations and Depth.
// Errors wrap ErrOption or come from the store.
func Dyads(ctx context.Context, s *store.Store, opts Options) (DyadsAnswer, error) {
	return ask(ctx, s, "dyads", func(x *ties.Index) (DyadsAnswer, error) { return dyads(ctx, x, opts) })
}

func dyads(ctx context.Context, x *ties.Index, opts Options) (DyadsAnswer, error) {
	v, err := lookSurely(x, opts)
	if err != nil {
		return DyadsAnswer{}, err
	}
	fights, stands := v.sides(graph.Backs)
	backers := v.backers(stands)
	name, named := v.x.Node(opts.Name)
	fronts := map[[2]ties.Node][]front{}
	for _, fight := range v.linksOf(fights, graph.Fights) {
		for _, a := range backers[fight.from] {
			for _, b := range backers[fight.to] {
				if a.from == b.from || a.from == fight.to || b.from == fight.from {
					continue
				}
				if opts.Name != "" && (!named || !slices.Contains([]ties.Node{a.from, b.from, fight.from, fight.to}, name)) {
					continue
				}
				f := front{a, fight, b}
				if b.from < a.from {
					f.a, f.b = b, a
				}
				key := [2]ties.Node{f.a.from, f.b.from}
				fronts[key] = append(fronts[key], f)
			}
		}
	}
	answer := DyadsAnswer{Name: v.name(), Dyads: []Dyad{}}
	for _, key := range slices.SortedFunc(maps.Keys(fronts), func(a, b [2]ties.Node) int { return slices.Compare(a[:], b[:]) }) {
		if err := ctx.Err(); err != nil {
			return DyadsAnswer{}, err
		}
		d, err := v.dyad(key, fronts[key])
		if err != nil {
			return DyadsAnswer{}, err
		}
		if d.Direct, err = v.fight(key); err != nil {
			return DyadsAnswer{}, err
		}
		answer.Dyads = append(answer.Dyads, d)
	}
	slices.SortStableFunc(answer.Dyads, func(a, b Dyad) int {
		return cmp.Or(-cmp.Compare(a.Sources, b.Sources), -cmp.Compare(len(a.Fronts), len(b.Fronts)))
	})
	answer.LeftOut = v.left
	return answer, nil
}

// fight gives the tie by which two fight each other, or nil where none is shown.
func (v *view) fight(ends [2]ties.Node) (*TieRow, error) {
	number, ok := v.x.Find(ends[0], graph.Fights, ends[1])
	if !ok {
		return nil, nil
	}
	l, ok := v.linkOf(number)
	if !ok {
		return nil, nil
	}
	return v.cited(l)
}

// backers gives the ties of those who back each client, sorted by their ids, of those that matter; nil: all do.
func (v *view) backers(matters func(*ties.Fact) bool) map[ties.Node][]link {
	backers := map[ties.Node][]link{}
	for _, l := range v.linksOf(matters, graph.Backs) {
		if v.opts.Backers == "" || v.x.IsState(l.from) == (v.opts.Backers == States) {
			backers[l.to] = append(backers[l.to], l)
		}
	}
	return backers
}

func (v *view) dyad(patrons [2]ties.Node, fronts []front) (Dyad, error) {
	slices.SortStableFunc(fronts, func(f, g front) int {
		return cmp.Or(-cmp.Compare(f.sources(), g.sources()), cmp.Compare(f.a.to, g.a.to), cmp.Compare(f.b.to, g.b.to))
	})
	d := Dyad{A: v.ref(patrons[0]), B: v.ref(patrons[1]), Wars: []WarRef{}, Sources: fronts[0].sources()}
	for _, f := range fronts {
		one := Front{ClientA: v.ref(f.a.to), ClientB: v.ref(f.b.to), Sources: f.sources()}
		var err error
		for _, end := range []struct {
			link link
			tie  **TieRow
		}{{f.a, &one.BacksA}, {f.fights, &one.Fights}, {f.b, &one.BacksB}} {
			if *end.tie, err = v.cited(end.link); err != nil {
				return Dyad{}, err
			}
		}
		if one.Wars, err = v.warsOf(f.fights); err != nil {
			return Dyad{}, err
		}
		d.Wars = append(d.Wars, one.Wars...)
		d.Fronts = append(d.Fronts, one)
	}
	slices.SortFunc(d.Wars, func(a, b WarRef) int { return cmp.Compare(a.ID, b.ID) })
	d.Wars = slices.Compact(d.Wars)
	return d, nil
}

// TriadsAnswer lists triads: the best-evidenced first, then by the ids of patron, client and target.
type TriadsAnswer struct {
	Name   *Ref    `json:"name"`
	Triads []Triad `json:"triads"`
	LeftOut
}

// Triad is a patron, the client whom it backs, and the target whom the client fights.
type Triad struct {
	Patron Ref      `json:"patron"`
	Client Ref      `json:"client"`
	Target Ref      `json:"target"`
	Backs  *TieRow  `json:"backs"`
	Fights *TieRow  `json:"fights"`
	Wars   []WarRef `json:"wars"`
	// Sources is how many the weaker of the two ties has.
	Sources int `json:"sources"`
}

// Triads finds the patrons of those who fight somebody: all, or those with Options.Name as patron, client or target. The
// target is never the patron. See [Dyads] for the options.
func Triads(ctx context.Context, s *store.Store, opts Options) (TriadsAnswer, error) {
	return ask(ctx, s, "triads", func(x *ties.Index) (TriadsAnswer, error) { return triads(x, opts) })
}

func triads(x *ties.Index, opts Options) (TriadsAnswer, error) {
	v, err := lookSurely(x, opts)
	if err != nil {
		return TriadsAnswer{}, err
	}
	fights, stands := v.sides(graph.Backs)
	backers := v.backers(stands)
	name, named := v.x.Node(opts.Name)
	answer := TriadsAnswer{Name: v.name(), Triads: []Triad{}}
	add := func(backs, fights link, target ties.Node) error {
		if backs.from == target || opts.Name != "" && (!named || name != backs.from && name != backs.to && name != target) {
			return nil
		}
		t := Triad{
			Patron: v.ref(backs.from), Client: v.ref(backs.to), Target: v.ref(target), Sources: min(backs.sources, fights.sources),
		}
		var err error
		if t.Backs, err = v.cited(backs); err != nil {
			return err
		}
		if t.Fights, err = v.cited(fights); err != nil {
			return err
		}
		t.Wars, err = v.warsOf(fights)
		answer.Triads = append(answer.Triads, t)
		return err
	}
	for _, fight := range v.linksOf(fights, graph.Fights) {
		for _, ends := range [][2]ties.Node{{fight.from, fight.to}, {fight.to, fight.from}} {
			for _, backs := range backers[ends[0]] {
				if err := add(backs, fight, ends[1]); err != nil {
					return TriadsAnswer{}, err
				}
			}
		}
	}
	slices.SortFunc(answer.Triads, func(a, b Triad) int {
		return cmp.Or(
			-cmp.Compare(a.Sources, b.Sources), cmp.Compare(a.Patron.ID, b.Patron.ID),
			cmp.Compare(a.Client.ID, b.Client.ID), cmp.Compare(a.Target.ID, b.Target.ID),
		)
	})
	answer.LeftOut = v.left
	return answer, nil
}
