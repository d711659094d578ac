package queries

import (
	"cmp"
	"container/heap"
	"context"
	"fmt"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// PathsAnswer lists the paths between two entities, or the chains of support at one: those whose weakest tie has most
// sources first, then the shortest, then by the ids on the way.
type PathsAnswer struct {
	From  Ref    `json:"from"`
	To    *Ref   `json:"to"`
	Paths []Path `json:"paths"`
	// More says that there are more than Options.Limit.
	More bool `json:"more"`
	LeftOut
}

// Path leads from entity to entity over ties, each of which may point either way.
type Path struct {
	Entities []Ref     `json:"entities"`
	Ties     []*TieRow `json:"ties"`
	// Weakest is the place of the tie with the fewest sources, and Sources how many it has.
	Weakest int `json:"weakest"`
	Sources int `json:"sources"`
}

// DefaultPathDepth is how many ties a path or a chain has at most, where Options.Depth does not say.
const DefaultPathDepth = 4

// maxSteps is how many beginnings of paths are looked at; no answer of use comes near it.
const maxSteps = 500_000

// Paths finds the best-evidenced paths from one entity to another, over ties of Options.Relations (or all between
// actors) in either direction, of at most Options.Depth ties, at most Options.Limit of them. Unless polarities are asked
// for, only affirmed ties count. Errors wrap ErrOption or come from the store.
func Paths(ctx context.Context, s *store.Store, from, to graph.ID, opts Options) (PathsAnswer, error) {
	return ask(ctx, s, "paths", func(x *ties.Index) (PathsAnswer, error) { return paths(ctx, x, from, to, opts) })
}

func paths(ctx context.Context, x *ties.Index, from, to graph.ID, opts Options) (PathsAnswer, error) {
	if from == "" || to == "" || from == to {
		return PathsAnswer{}, fmt.Errorf("%w: a path has two ends, not %q and %q", ErrOption, from, to)
	}
	opts.Depth = cmp.Or(opts.Depth, DefaultPathDepth)
	v, err := lookSurely(x, opts)
	if err != nil {
		return PathsAnswer{}, err
	}
	target := v.refTo(to)
	answer := PathsAnswer{From: v.refTo(from), To: &target, Paths: []Path{}}
	start, okStart := v.x.Node(from)
	end, okEnd := v.x.Node(to)
	if okStart && okEnd {
		w := walk{view: v, ctx: ctx, reached: func(n ties.Node) bool { return n == end }}
		w.link()
		w.away = w.distances(end)
		if answer.Paths, answer.More, err = w.best(start); err != nil {
			return PathsAnswer{}, err
		}
	}
	answer.LeftOut = v.left
	return answer, nil
}

// Chains finds who supports whom through others: chains of at least two ties of Options.Relations (or backs alone), all in
// one direction, that begin at Options.Name or end there. See [Paths] for the other options.
func Chains(ctx context.Context, s *store.Store, opts Options) (PathsAnswer, error) {
	return ask(ctx, s, "chains", func(x *ties.Index) (PathsAnswer, error) { return chains(ctx, x, opts) })
}

func chains(ctx context.Context, x *ties.Index, opts Options) (PathsAnswer, error) {
	if opts.Name == "" {
		return PathsAnswer{}, fmt.Errorf("%w: chains need a name", ErrOption)
	}
	opts.Depth = cmp.Or(opts.Depth, DefaultPathDepth)
	if len(opts.Relations) == 0 {
		opts.Relations = []graph.Relation{graph.Backs}
	}
	v, err := lookSurely(x, opts)
	if err != nil {
		return PathsAnswer{}, err
	}
	answer := PathsAnswer{From: v.refTo(opts.Name), Paths: []Path{}}
	if start, ok := v.x.Node(opts.Name); ok {
		for _, backwards := range []bool{false, true} {
			w := walk{view: v, ctx: ctx, out: map[ties.Node][]link{}, chain: true, backwards: backwards}
			found, more, err := w.best(start)
			if err != nil {
				return PathsAnswer{}, err
			}
			answer.Paths = append(answer.Paths, found...)
			answer.More = answer.More || more
		}
		v.leaveRest(opts.Relations...)
	}
	slices.SortStableFunc(answer.Paths, func(a, b Path) int {
		return cmp.Or(-cmp.Compare(a.Sources, b.Sources), cmp.Compare(len(a.Ties), len(b.Ties)))
	})
	answer.LeftOut = v.left
	return answer, nil
}

// walk looks for paths, the best first: a way never gets better by going on, so what is complete when its turn comes is
// the best that is left.
type walk struct {
	*view
	ctx context.Context
	// out are the ties by which one can leave a node, sorted by where they lead.
	out map[ties.Node][]link
	// reached tells where a path ends; nil where each chain of two or more ties counts.
	reached func(ties.Node) bool
	// away is how many ties each node is from the end; nodes that are too far are not in it. Nil: it does not matter.
	away             map[ties.Node]int
	chain, backwards bool
}

// link collects all ties, in both directions.
func (w *walk) link() {
	w.out = map[ties.Node][]link{}
	for _, l := range w.links(w.opts.Relations...) {
		if row, _ := l.relation.Row(); row.ObjectIsPlace && len(w.opts.Relations) == 0 {
			continue
		}
		w.out[l.from] = append(w.out[l.from], l)
		w.out[l.to] = append(w.out[l.to], l)
	}
}

// leaving gives the ties by which one can leave a node. Those of a chain are looked up where it comes to them: few do.
func (w *walk) leaving(n ties.Node) []link {
	list, ok := w.out[n]
	if ok || !w.chain {
		return list
	}
	for _, number := range w.around(n, w.opts.Relations...) {
		if l, ok := w.linkOf(number); ok && (l.relation.Symmetric() || (l.from == n) != w.backwards) {
			list = append(list, l)
		}
	}
	w.out[n] = list
	return list
}

func (l link) other(n ties.Node) ties.Node {
	if l.from == n {
		return l.to
	}
	return l.from
}

// distances counts the ties between a node and all that are near enough.
func (w *walk) distances(end ties.Node) map[ties.Node]int {
	away := map[ties.Node]int{end: 0}
	edge := []ties.Node{end}
	for d := 1; d <= w.opts.Depth; d++ {
		var beyond []ties.Node
		for _, n := range edge {
			for _, l := range w.out[n] {
				if _, ok := away[l.other(n)]; !ok {
					away[l.other(n)] = d
					beyond = append(beyond, l.other(n))
				}
			}
		}
		edge = beyond
	}
	return away
}

// way is the beginning of a path.
type way struct {
	nodes   []ties.Node
	links   []link
	sources int // of the weakest
}

// ways is a heap of them, the best on top.
type ways []way

func (h ways) Len() int { return len(h) }
func (h ways) Less(i, j int) bool {
	return cmp.Or(
		-cmp.Compare(h[i].sources, h[j].sources), cmp.Compare(len(h[i].links), len(h[j].links)),
		slices.Compare(h[i].nodes, h[j].nodes), slices.CompareFunc(h[i].links, h[j].links, func(a, b link) int { return a.number - b.number }),
	) < 0
}
func (h ways) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *ways) Push(x any)   { *h = append(*h, x.(way)) }
func (h *ways) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

func (w *walk) best(start ties.Node) (found []Path, more bool, err error) {
	found = []Path{}
	open := &ways{{nodes: []ties.Node{start}, sources: int(^uint(0) >> 1)}}
	for steps := 0; open.Len() > 0; steps++ {
		if steps == maxSteps {
			return found, true, nil
		}
		if err := w.ctx.Err(); err != nil {
			return nil, false, err
		}
		way := heap.Pop(open).(way)
		last := way.nodes[len(way.nodes)-1]
		complete := w.chain && len(way.links) > 1 || w.reached != nil && w.reached(last)
		if complete {
			if len(found) == w.opts.Limit {
				return found, true, nil
			}
			path, err := w.path(way)
			if err != nil {
				return nil, false, err
			}
			found = append(found, path)
		}
		if w.reached != nil && complete || len(way.links) == w.opts.Depth {
			continue
		}
		for _, l := range w.leaving(last) {
			next := l.other(last)
			if slices.Contains(way.nodes, next) || !w.canReach(next, len(way.links)+1) {
				continue
			}
			heap.Push(open, way.with(next, l))
		}
	}
	return found, false, nil
}

// canReach reports whether the end can be reached from a node, so many ties having been used.
func (w *walk) canReach(n ties.Node, used int) bool {
	if w.away == nil {
		return true
	}
	d, ok := w.away[n]
	return ok && used+d <= w.opts.Depth
}

func (w way) with(next ties.Node, l link) way {
	return way{append(slices.Clone(w.nodes), next), append(slices.Clone(w.links), l), min(w.sources, l.sources)}
}

func (w *walk) path(found way) (Path, error) {
	if w.backwards {
		found.nodes, found.links = slices.Clone(found.nodes), slices.Clone(found.links)
		slices.Reverse(found.nodes)
		slices.Reverse(found.links)
	}
	p := Path{Sources: found.sources}
	for _, n := range found.nodes {
		p.Entities = append(p.Entities, w.ref(n))
	}
	for i, l := range found.links {
		tie, err := w.cited(l)
		if err != nil {
			return Path{}, err
		}
		if p.Ties = append(p.Ties, tie); l.sources == found.sources && len(p.Ties[p.Weakest].Sources) > l.sources {
			p.Weakest = i
		}
	}
	return p, nil
}
