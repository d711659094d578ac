package queries

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/store"
)

// LeftOut counts the statements that an answer leaves out although they are on what was asked.
type LeftOut struct {
	// Hidden statements may have been read wrongly: their confidence is too low.
	Hidden int `json:"hidden"`
	// Undated statements could not be placed: a period was asked for, and neither they nor their article has a date.
	Undated int `json:"undated"`
	// Retracted statements are those of articles that their publisher has retracted.
	Retracted int `json:"retracted"`
	// Superseded statements are those of articles whose place a newer text at their address has taken.
	Superseded int `json:"superseded"`
}

// collect gives the statements that pass one of the filters and the options, with what they name. Polarities are not
// looked at: what is denied counts against what is shown.
func collect(ctx context.Context, s *store.Store, opts Options, filters ...store.Filter) (graph.Subgraph, LeftOut, error) {
	g, err := fetch(ctx, s, graph.Subgraph{}, filters...)
	left := opts.sift(&g)
	return g, left, err
}

// fetch adds to a subgraph the statements that pass one of the filters, with what they name.
func fetch(ctx context.Context, s *store.Store, g graph.Subgraph, filters ...store.Filter) (graph.Subgraph, error) {
	for _, filter := range filters {
		more, err := s.Subgraph(ctx, filter)
		if err != nil {
			return graph.Subgraph{}, err
		}
		g.Entities = append(g.Entities, more.Entities...)
		g.Articles = append(g.Articles, more.Articles...)
		g.Statements = append(g.Statements, more.Statements...)
	}
	g.Normalize()
	g.Entities = slices.CompactFunc(g.Entities, func(a, b graph.Entity) bool { return a.ID == b.ID })
	g.Articles = slices.CompactFunc(g.Articles, func(a, b graph.Article) bool { return a.ID == b.ID })
	g.Statements = slices.CompactFunc(g.Statements, func(a, b graph.Statement) bool { return a.ID == b.ID })
	return g, nil
}

// sift takes out the citations that do not pass the options, and the statements of which none is left.
func (o *Options) sift(g *graph.Subgraph) LeftOut {
	var left LeftOut
	var kept []graph.Statement
	for _, s := range g.Statements {
		article, _ := g.Article(s.Article)
		var passed []graph.Citation
		undated, hidden := false, false
		for _, c := range s.Citations {
			when := c.Valid
			if when == "" {
				when = article.Date()
			}
			switch {
			case !o.ofKind(s.Polarity, c):
			case !o.inPeriod(when):
				undated = undated || when == ""
			case c.Confidence < o.MinConfidence && s.Polarity != graph.Denied:
				hidden = true // a denial counts however sure its reading: better one too many than a denied tie as a fact
			default:
				passed = append(passed, c)
			}
		}
		switch {
		case len(passed) > 0 && article.Status == graph.Retracted && !o.Retracted:
			left.Retracted++
		case len(passed) > 0 && article.Successor != uuid.Nil && !o.Superseded:
			left.Superseded++
		case len(passed) > 0:
			s.Citations = passed
			kept = append(kept, s)
		case hidden:
			left.Hidden++
		case undated:
			left.Undated++
		}
	}
	g.Statements = kept
	return left
}

// prune takes out the entities and articles that no statement names.
func prune(g *graph.Subgraph) {
	articles, entities := map[uuid.UUID]bool{}, map[graph.ID]bool{}
	for _, s := range g.Statements {
		articles[s.Article] = true
		entities[s.Subject], entities[s.Object], entities[s.Speaker] = true, true, true
		for _, c := range s.Citations {
			entities[c.Place], entities[c.Via] = true, true
		}
	}
	g.Articles = slices.DeleteFunc(g.Articles, func(a graph.Article) bool { return !articles[a.ID] })
	g.Entities = slices.DeleteFunc(g.Entities, func(e graph.Entity) bool { return !entities[e.ID] })
}
