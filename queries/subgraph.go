package queries

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/ties"
)

// Subgraph gives the part of the graph to draw or to export: the ties that pass the options, around Options.Name or
// all, with the articles and entities that they name. Of a tie that is shown all statements are there, also those of
// other polarities, so that whoever draws it can tell that it is contested; a tie that is only denied is there if
// denied ones are asked for. What reviewers have rejected or replaced is Aside, with the verdicts on all of it, unless
// Options.Rejected lets it count. Errors wrap ErrOption or come from the store.
func Subgraph(ctx context.Context, s *store.Store, opts Options) (graph.Subgraph, LeftOut, error) {
	var left LeftOut
	g, err := ask(ctx, s, "subgraph", func(x *ties.Index) (g graph.Subgraph, err error) {
		g, left, err = subgraph(x, opts)
		return g, err
	})
	return g, left, err
}

func subgraph(x *ties.Index, opts Options) (graph.Subgraph, LeftOut, error) {
	v, err := look(x, opts)
	if err != nil {
		return graph.Subgraph{}, LeftOut{}, err
	}
	var shown []sifted
	if opts.Name == "" {
		v.facts(opts.Relations, func(f sifted) {
			if v.shown(&f) {
				shown = append(shown, f)
			}
		})
	} else {
		shown = v.reach()
	}
	g, err := v.subgraph(shown, nil)
	if err == nil && v.x.Reviewed() {
		err = v.addVerdicts(&g, shown, v.looked())
	}
	return g, v.left, err
}

// looked gives the facts that were looked at, in order.
func (v *view) looked() []int {
	var looked []int
	for number, is := range v.counted {
		if is {
			looked = append(looked, number)
		}
	}
	return looked
}

// addVerdicts adds the verdicts on the statements of facts, and those statements of the facts that were looked at which
// verdicts keep out.
func (v *view) addVerdicts(g *graph.Subgraph, shown []sifted, looked []int) error {
	verdicts, aside := map[uuid.UUID]graph.Verdict{}, map[int]bool{}
	add := func(statement int) error {
		list, err := v.x.Verdicts(statement)
		for _, verdict := range list {
			verdicts[verdict.ID] = verdict
		}
		return err
	}
	for i := range shown {
		for _, p := range graph.Polarities() {
			for _, statement := range shown[i].of(p).statements() {
				for _, original := range v.x.Originals(statement) {
					aside[original] = !v.opts.Rejected
				}
				if err := add(statement); err != nil {
					return err
				}
			}
		}
	}
	rule := v.rule()
	for _, number := range looked {
		if fact := v.x.Fact(number); !v.opts.Rejected {
			for i := fact.First; i < fact.End; i++ {
				if s := v.x.Statement(i); s.Review.Out() && v.x.Passes(rule, &fact, i) {
					aside[i] = true
				}
			}
		}
	}
	for i, is := range aside {
		if !is {
			continue
		}
		s, err := v.x.WholeStatement(i)
		if err == nil {
			err = add(i)
		}
		if err != nil {
			return err
		}
		g.Aside = append(g.Aside, s)
		v.addNamed(g, s)
	}
	for _, verdict := range verdicts {
		g.Verdicts = append(g.Verdicts, verdict)
	}
	g.Normalize()
	g.Entities = slices.CompactFunc(g.Entities, func(a, b graph.Entity) bool { return a.ID == b.ID })
	g.Articles = slices.CompactFunc(g.Articles, func(a, b graph.Article) bool { return a.ID == b.ID })
	return nil
}

// addNamed adds the article and the entities that a statement names, as far as the index has them.
func (v *view) addNamed(g *graph.Subgraph, s graph.Statement) {
	ids := []graph.ID{s.Subject, s.Object, s.Speaker}
	for _, c := range s.Citations {
		ids = append(ids, c.Place, c.Via)
	}
	for _, id := range ids {
		if n, ok := v.x.Node(id); ok {
			if e, ok := v.x.Entity(n); ok {
				g.Entities = append(g.Entities, e)
			}
		}
	}
	if number, ok := v.x.ArticleNumber(s.Article); ok {
		g.Articles = append(g.Articles, v.x.Article(number).Article)
	}
}

// reach gives the facts that are shown around the name, then those around its neighbours, and so on.
func (v *view) reach() []sifted {
	var shown []sifted
	start, ok := v.x.Node(v.opts.Name)
	if !ok {
		return nil
	}
	seen := map[int]bool{}
	reached := map[ties.Node]bool{start: true}
	edge := []ties.Node{start}
	for range v.opts.Depth {
		var beyond []ties.Node
		for _, n := range edge {
			for _, number := range v.around(n, v.opts.Relations...) {
				if seen[number] {
					continue
				}
				seen[number] = true
				f := v.sift(number)
				if !v.shown(&f) {
					continue
				}
				shown = append(shown, f)
				for _, end := range []ties.Node{f.Subject, f.Object} {
					if !reached[end] {
						reached[end] = true
						beyond = append(beyond, end)
					}
				}
			}
		}
		edge = beyond
	}
	return shown
}

// subgraph gives the statements of facts, as far as they pass, and what they name, but for what was given before.
func (v *view) subgraph(facts []sifted, before *given) (graph.Subgraph, error) {
	var g graph.Subgraph
	entities, articles := map[graph.ID]bool{}, map[int]bool{}
	for i := range facts {
		for _, p := range graph.Polarities() {
			c := facts[i].of(p)
			statements, err := v.whole(c)
			if err != nil {
				return graph.Subgraph{}, err
			}
			for n, statement := range statements {
				articles[v.x.Statement(c.statements()[n]).Article] = true
				for _, id := range []graph.ID{statement.Subject, statement.Object, statement.Speaker} {
					entities[id] = true
				}
				for _, c := range statement.Citations {
					entities[c.Place], entities[c.Via] = true, true
				}
			}
			g.Statements = append(g.Statements, statements...)
		}
	}
	for id := range entities {
		if n, ok := v.x.Node(id); ok && before.first(before.entity(n)) {
			if e, ok := v.x.Entity(n); ok {
				g.Entities = append(g.Entities, e)
			}
		}
	}
	for number := range articles {
		if before.first(before.article(number)) {
			g.Articles = append(g.Articles, v.x.Article(number).Article)
		}
	}
	v.addOutlets(&g)
	g.Normalize()
	return g, nil
}

// addOutlets tells what is known of the publishers and agencies of a subgraph.
func (v *view) addOutlets(g *graph.Subgraph) {
	names := map[graph.ID]string{}
	for _, a := range g.Articles {
		for _, p := range a.Appearances {
			names[graph.NewID(p.Publisher, "")] = p.Publisher
		}
		names[a.FirstPublisher] = v.refTo(a.FirstPublisher).Name
	}
	for _, s := range g.Statements {
		for _, c := range s.Citations {
			names[c.Via] = v.refTo(c.Via).Name
		}
	}
	for id, name := range names {
		if o := v.outlet(name); id != "" && o.Known() {
			o.ID, o.Name = id, name
			g.Outlets = append(g.Outlets, o)
		}
	}
}

// whole gives a claim's statements with those of their citations that pass.
func (v *view) whole(c *claim) ([]graph.Statement, error) {
	var statements []graph.Statement
	next, cites := 0, c.cites()
	for _, i := range c.statements() {
		s := v.x.Statement(i)
		fact := v.x.Fact(s.Fact)
		whole := graph.Statement{
			ID: s.ID, Article: v.x.Reference(s.Article).ID, Subject: v.x.ID(fact.Subject), Relation: fact.Relation,
			Object: v.x.ID(fact.Object), Polarity: s.Polarity, Modality: s.Modality, Speaker: v.x.ID(s.Speaker),
		}
		for ; next < len(cites) && cites[next].Statement == i; next++ {
			citation, err := v.x.Whole(cites[next].Citation)
			if err != nil {
				return nil, err
			}
			whole.Citations = append(whole.Citations, citation)
		}
		statements = append(statements, whole)
	}
	return statements, nil
}
