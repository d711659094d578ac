package queries

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// BlocsAnswer says into which camps the actors fall, and what does not fit.
type BlocsAnswer struct {
	// Actors counts those that were looked at, Pairs the pairs of them with a tie.
	Actors int `json:"actors"`
	Pairs  int `json:"pairs"`
	// Camps are sorted: the largest first, then by the id of their first member. An actor without a friend is none.
	Camps []Camp `json:"camps"`
	// Frustration is the sum of what does not fit: sources of hostile ties within a camp and of friendly ones between
	// two. No partition has less than Bound. Exact says that none has less than Frustration.
	Frustration int  `json:"frustration"`
	Bound       int  `json:"bound"`
	Exact       bool `json:"exact"`
	// Unbalanced are triangles of two friendly ties and a hostile one, those with the best-evidenced weakest tie first: of
	// them the first of Triangles.
	Unbalanced []Triangle `json:"unbalanced"`
	Triangles  int        `json:"triangles"`
	// Flips are the pairs whose change of sign would restore most balance.
	Flips []Flip `json:"flips"`
	// Brokers stand between others on the paths of friendly ties, and Balance tells how it was from year to year.
	Brokers []Broker      `json:"brokers"`
	Balance []BalanceYear `json:"balance"`
	LeftOut
}

// Camp is a set of actors who stand together, sorted by id.
type Camp struct {
	Members []Ref `json:"members"`
	// Statements are those by which they stand together: one for each pair, of its best-evidenced tie.
	Statements []uuid.UUID `json:"statements"`
}

// Triangle are three actors of whom two stand against each other while the third stands by both: a lead, or a mistake.
type Triangle struct {
	Friend Ref `json:"friend"`
	A      Ref `json:"a"`
	B      Ref `json:"b"`
	// TieToA and TieToB are friendly, Hostile is between A and B.
	TieToA  *TieRow `json:"tieToA"`
	TieToB  *TieRow `json:"tieToB"`
	Hostile *TieRow `json:"hostile"`
	// Sources is how many the weakest tie has: where that is 1 and the others have more, it may be a mistake.
	Sources int `json:"sources"`
}

// Flip is a pair whose tie would restore balance if it had the other sign: an error, or a tension.
type Flip struct {
	Tie *TieRow `json:"tie"`
	// Restores is how many triangles more would be balanced.
	Restores int `json:"restores"`
}

// Broker is an actor between others.
type Broker struct {
	Ref
	// Friends counts its friends, Between is its betweenness on the graph of friendly ties: the number of pairs that reach
	// each other by the shortest way through it. https://doi.org/10.2307/3033543
	Friends int     `json:"friends"`
	Between float64 `json:"between"`
	// Statements are one for each friend, of the best-evidenced tie.
	Statements []uuid.UUID `json:"statements"`
}

// BalanceYear says how many triangles there were in the articles of a year, and how many were balanced.
type BalanceYear struct {
	Year      int `json:"year"`
	Triangles int `json:"triangles"`
	Balanced  int `json:"balanced"`
}

// MostActors is how many actors are partitioned at most: the most cited ones.
const MostActors = 300

// Blocs parts the most cited actors into camps so that as little as possible does not fit: friendly ties (backs,
// allied_with, leads, member_of) within camps, hostile ones (fights, opposes) between them, each weighing its sources; of
// a pair with both, the difference. There may be any number of camps: the enemy of an enemy need not be a friend.
// Connected parts of at most twelve actors are solved exactly; larger ones by merging the camps that gain most and moving
// single actors while that helps, with a bound from disjoint unbalanced triangles. Unless polarities are asked for, only
// affirmed ties count; denied ones never do. Options.Limit is that of the lists. It ignores Options.Name, Relations and Depth. Errors wrap
// ErrOption or come from the store.
func Blocs(ctx context.Context, s *store.Store, opts Options) (BlocsAnswer, error) {
	return ask(ctx, s, "blocs", func(x *ties.Index) (BlocsAnswer, error) { return blocs(ctx, x, opts) })
}

func blocs(ctx context.Context, x *ties.Index, opts Options) (BlocsAnswer, error) {
	v, err := lookAt(x, opts)
	if err != nil {
		return BlocsAnswer{}, err
	}
	g := v.signed(MostActors)
	camps, frustration, exact := g.partition()
	answer := BlocsAnswer{
		Actors: len(g.actors), Pairs: len(g.pairs), Camps: []Camp{}, Frustration: frustration, Exact: exact, Bound: frustration,
	}
	if !exact {
		answer.Bound = g.bound()
	}
	members, bonds := map[int][]ties.Node{}, map[int][]uuid.UUID{}
	for i, camp := range camps {
		members[camp] = append(members[camp], g.actors[i])
	}
	for _, p := range g.pairs {
		if camp := camps[p.a]; p.weight > 0 && camp == camps[p.b] {
			bonds[camp] = append(bonds[camp], v.proof(p))
		}
	}
	for camp, nodes := range members {
		if len(nodes) > 1 {
			answer.Camps = append(answer.Camps, Camp{v.refs(nodes), notNil(bonds[camp])})
		}
	}
	slices.SortFunc(answer.Camps, func(a, b Camp) int {
		return cmp.Or(-cmp.Compare(len(a.Members), len(b.Members)), cmp.Compare(a.Members[0].ID, b.Members[0].ID))
	})
	if answer.Unbalanced, answer.Triangles, err = v.unbalanced(g); err != nil {
		return BlocsAnswer{}, err
	}
	if answer.Flips, err = v.flips(g); err != nil {
		return BlocsAnswer{}, err
	}
	answer.Brokers = v.brokers(g)
	answer.Balance = v.balance(g)
	answer.LeftOut = v.left
	return answer, ctx.Err()
}

// proof is the statement that is shown for a pair's best-evidenced tie.
func (v *view) proof(p pair) uuid.UUID {
	f := v.sift(p.best.number)
	return v.x.Statement(f.of(p.best.polarity).best().Statement).ID
}

// pair is what two actors are to each other: the sources of friendly ties less those of hostile ones, and the
// best-evidenced tie of that sign.
type pair struct {
	a, b   int
	weight int
	best   link
	// years are the signs that the articles of each year give.
	years map[int]int
}

// signed is a graph of friends and enemies.
type signed struct {
	actors []ties.Node
	pairs  []pair
	// at gives the place of a pair, by its ends in either order; next the ends of each actor's pairs, sorted.
	at   map[[2]int]int
	next [][]int
}

// signed collects the ties with a sign among the most cited actors.
func (v *view) signed(most int) *signed {
	signs := map[graph.Relation]int{}
	var relations []graph.Relation
	for _, row := range graph.Relations() {
		if row.Sign != 0 && !row.ObjectIsPlace {
			signs[row.Relation] = row.Sign
			relations = append(relations, row.Relation)
		}
	}
	links := v.links(relations...)
	cited := map[ties.Node]int{}
	for _, l := range links {
		cited[l.from] += l.sources
		cited[l.to] += l.sources
	}
	g := &signed{at: map[[2]int]int{}}
	g.actors = slices.SortedFunc(maps.Keys(cited), func(a, b ties.Node) int {
		return cmp.Or(-cmp.Compare(cited[a], cited[b]), cmp.Compare(a, b))
	})
	g.actors = g.actors[:min(most, len(g.actors))]
	slices.Sort(g.actors)
	joined := map[[2]int]*pair{}
	for _, l := range links {
		a, okA := slices.BinarySearch(g.actors, l.from)
		b, okB := slices.BinarySearch(g.actors, l.to)
		if !okA || !okB {
			continue
		}
		key := [2]int{min(a, b), max(a, b)}
		if joined[key] == nil {
			joined[key] = &pair{a: key[0], b: key[1], years: map[int]int{}}
		}
		joined[key].add(v, l, signs[l.relation])
	}
	for _, key := range slices.SortedFunc(maps.Keys(joined), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }) {
		p := joined[key]
		if p.weight == 0 || signs[p.best.relation]*p.weight < 0 {
			p.best = v.bestOf(links, signs, g, *p)
		}
		if p.weight != 0 {
			g.at[key], g.at[[2]int{key[1], key[0]}] = len(g.pairs), len(g.pairs)
			g.pairs = append(g.pairs, *p)
		}
	}
	g.next = make([][]int, len(g.actors))
	for _, p := range g.pairs {
		g.next[p.a] = append(g.next[p.a], p.b)
		g.next[p.b] = append(g.next[p.b], p.a)
	}
	for _, ends := range g.next {
		slices.Sort(ends)
	}
	return g
}

func (p *pair) add(v *view, l link, sign int) {
	if p.weight += sign * l.sources; l.sources > p.best.sources {
		p.best = l
	}
	f := v.sift(l.number)
	for _, i := range f.of(l.polarity).statements() {
		if day := v.x.Day(v.x.Statement(i).Article); day != ties.NoEnd {
			p.years[int(day/10_000)] += sign
		}
	}
}

// bestOf gives the tie of most sources that has the sign of a pair.
func (v *view) bestOf(links []link, signs map[graph.Relation]int, g *signed, p pair) link {
	var best link
	for _, l := range links {
		ends := [2]ties.Node{g.actors[p.a], g.actors[p.b]}
		same := l.from == ends[0] && l.to == ends[1] || l.from == ends[1] && l.to == ends[0]
		if same && signs[l.relation]*p.weight > 0 && l.sources > best.sources {
			best = l
		}
	}
	return best
}

// weight is that of the tie between two actors; 0 where there is none.
func (g *signed) weight(a, b int) int {
	if i, ok := g.at[[2]int{a, b}]; ok {
		return g.pairs[i].weight
	}
	return 0
}
