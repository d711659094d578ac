package server

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/queries"
)

// route is a question that the API answers: a row in the table of routes.
type route struct {
	// path is a pattern of net/http under GET; what stands in braces is a parameter.
	path, summary string
	params        []string
	// example is a query, or the end of a path, that gives an answer from testdata/articles.
	example string
	// ask gives the answer, which JSON shows as it is.
	ask ask
	// view says which part of the graph an answer draws or exports; nil: none. A bare one has no answer of its own: its
	// JSON and CSV are those of the export.
	view func(ctx context.Context, s *Server, c *call) (graph.Subgraph, error)
	bare bool
	// whole prepares the call for an export of all that view gives where no name is given; nil: there is none.
	whole func(ctx context.Context, s *Server, c *call) error
	// compares says that the answer hangs on the store beside this one, too.
	compares bool
	// forms says that the parameters come from a form, whose empty fields are none.
	forms bool
	// answer is a zero answer, for the schema.
	answer any
}

// narrowing are the parameters that leave out a part of the statements, choosing also those that choose among ties.
func narrowing() []string {
	return []string{"since", "until", "at", "window", "place", "war", "kinds", "minConfidence", "retracted", "superseded", "rejected"}
}

func choosing() []string { return append(narrowing(), "polarity", "only", "minSources") }

// paging are the parameters of answers that come in pages.
func paging() []string { return []string{"limit", "cursor"} }

// routes is the table of questions, in the order of the documentation.
func routes() []route {
	table := []route{
		{
			path: "/v1/backs", summary: "Who backs whom: all pairs, or the backers and the clients of one actor.",
			params: slices.Concat([]string{"name", "backers"}, choosing(), paging()), example: "name=LNA",
			ask: askBacks, view: viewRelated(graph.Backs), whole: wholeOf(graph.Backs), answer: queries.BacksAnswer{},
		},
		{
			path: "/v1/ties", summary: "Ties of every relation: all, or those of one actor or place.",
			params: slices.Concat([]string{"name", "relations"}, choosing(), paging()), example: "name=Houthis",
			ask: askTies, view: viewRelated(), whole: wholeOf(), answer: queries.TiesAnswer{},
		},
		{
			path: "/v1/why", summary: "The statements for and against a tie, each with its sentences.",
			params: slices.Concat([]string{"subject", "relation", "object"}, narrowing(), paging()), example: "subject=Russia&object=LNA",
			ask: askWhy, view: viewBetween, answer: queries.WhyAnswer{},
		},
		{
			path: "/v1/graph", summary: "The graph, or the part of it around a name, as a picture or for other programs.",
			params:  slices.Concat([]string{"name", "relations", "depth", "title"}, choosing()),
			example: "name=Houthis", view: viewAround, whole: wholeOf(), bare: true,
		},
		{
			path: "/v1/names", summary: "The entities that a name which is still being typed may mean.",
			params: []string{"q", "limit"}, example: "q=haf", ask: askNames, answer: queries.LikeAnswer{},
		},
		{
			path: "/v1/entities/{name}", summary: "An actor or a place, with its aliases.",
			params: []string{"name"}, example: "LNA", ask: askEntity, answer: graph.Entity{},
		},
		{
			path: "/v1/articles/{id}", summary: "An article: where and when it appeared. Its text is not stored.",
			params: []string{"id"}, example: "9bcf797e-529c-5249-b7c1-5da2cb20ab48", ask: askArticle, answer: graph.Article{},
		},
		{
			path: "/v1/stories", summary: "Articles that are copies of each other.",
			params: paging(), ask: askStories, answer: queries.StoriesAnswer{},
		},
		{
			path: "/v1/overview", summary: "What there is to see first: wars, the biggest patrons, what is new, what is contested.",
			params: append(narrowing(), "minSources", "limit"), ask: askOverview, answer: queries.OverviewAnswer{},
		},
		{
			path: "/v1/stats", summary: "How much the store holds, and its revision.", ask: askStats, answer: Stats{},
		},
	}
	table = append(table, structure()...)
	for i := range table {
		table[i].params = append(table[i].params, "format")
	}
	return table
}

func (rt *route) takes(name string) bool { return slices.Contains(rt.params, name) }

// ends are the names of the parameters of the two ends.
func (rt *route) ends() [2]string {
	for _, pair := range [][2]string{{"from", "to"}, {"a", "b"}, {"attacker", "victim"}} {
		if rt.takes(pair[0]) {
			return pair
		}
	}
	return [2]string{"subject", "object"}
}

// paged reports whether the answer comes in pages.
func (rt *route) paged() bool { return rt.takes("cursor") }

func askBacks(ctx context.Context, s *Server, c *call) (any, error) {
	if err := s.resolveName(ctx, c, queries.WantActor); err != nil {
		return nil, err
	}
	return queries.Backs(ctx, s.store, c.opts)
}

func askTies(ctx context.Context, s *Server, c *call) (any, error) {
	if err := s.resolveName(ctx, c, queries.WantAny); err != nil {
		return nil, err
	}
	return queries.Ties(ctx, s.store, c.opts)
}

func askWhy(ctx context.Context, s *Server, c *call) (any, error) {
	subject, object, err := s.resolveEnds(ctx, c)
	if err != nil {
		return nil, err
	}
	return queries.Why(ctx, s.store, subject, c.relation, object, c.opts)
}

func askNames(ctx context.Context, s *Server, c *call) (any, error) {
	revision, err := s.revision(ctx)
	if err != nil {
		return nil, err
	}
	known, err := s.knownNow(ctx, revision)
	if err != nil {
		return nil, err
	}
	return known.names.Like(c.typed, c.limit), nil
}

func askEntity(ctx context.Context, s *Server, c *call) (any, error) {
	id, err := s.resolve(ctx, &c.Respelt, "name", c.name, queries.WantAny)
	if err != nil {
		return nil, err
	}
	return s.store.Entity(ctx, id)
}

func askArticle(ctx context.Context, s *Server, c *call) (any, error) {
	id, err := uuid.Parse(c.id)
	if err != nil {
		return nil, wrongParameter("id", "%q is no id of an article", c.id)
	}
	return s.store.Article(ctx, id)
}

func askStories(ctx context.Context, s *Server, _ *call) (any, error) {
	return queries.Stories(ctx, s.store)
}

func askOverview(ctx context.Context, s *Server, c *call) (any, error) {
	if err := s.resolvePlace(ctx, c); err != nil {
		return nil, err
	}
	return queries.Overview(ctx, s.store, c.opts, c.limit)
}

func askStats(ctx context.Context, s *Server, _ *call) (any, error) { return s.stats(ctx) }

// wholeOf prepares a call for all that viewRelated gives.
func wholeOf(relations ...graph.Relation) func(context.Context, *Server, *call) error {
	return func(ctx context.Context, s *Server, c *call) error {
		if len(relations) > 0 {
			c.opts.Relations = relations
		}
		return s.resolvePlace(ctx, c)
	}
}

// viewRelated gives the part of the graph that an answer on these relations is about; none are all.
func viewRelated(relations ...graph.Relation) func(context.Context, *Server, *call) (graph.Subgraph, error) {
	return func(ctx context.Context, s *Server, c *call) (graph.Subgraph, error) {
		if len(relations) > 0 {
			c.opts.Relations = relations
		}
		return viewAround(ctx, s, c)
	}
}

func viewAround(ctx context.Context, s *Server, c *call) (graph.Subgraph, error) {
	if err := s.resolveName(ctx, c, queries.WantAny); err != nil {
		return graph.Subgraph{}, err
	}
	g, _, err := queries.Subgraph(ctx, s.store, c.opts)
	return g, err
}

// viewBetween gives the ties between the two ends of why, denied ones too: whoever asks why is to see both sides.
func viewBetween(ctx context.Context, s *Server, c *call) (graph.Subgraph, error) {
	subject, object, err := s.resolveEnds(ctx, c)
	if err != nil {
		return graph.Subgraph{}, err
	}
	c.opts.Name, c.opts.Polarities = subject, graph.Polarities()
	if c.relation != "" {
		c.opts.Relations = []graph.Relation{c.relation}
	}
	g, _, err := queries.Subgraph(ctx, s.store, c.opts)
	g.Statements = slices.DeleteFunc(g.Statements, func(st graph.Statement) bool { return st.Subject != object && st.Object != object })
	return g, err
}
