package server

import (
	"context"
	"slices"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// structure is the part of the table of routes whose questions look at several ties together, or at several times.
func structure() []route {
	about := func(more ...string) []string { return slices.Concat([]string{"name"}, choosing(), more) }
	between := func(a, b string, more ...string) []string { return slices.Concat([]string{a, b}, choosing(), more) }
	return []route{
		{
			path: "/v1/fights", summary: "Who fights whom: all, or the enemies of one.",
			params: about(paging()...), example: "name=LNA",
			ask: anyName(queries.Fights), view: viewRelated(graph.Fights), whole: wholeOf(graph.Fights), answer: queries.TiesAnswer{},
		},
		{
			path: "/v1/dyads", summary: "Proxy dyads: patrons that face each other through clients that fight each other.",
			params: about(paging()...), ask: anyName(queries.Dyads), answer: queries.DyadsAnswer{},
		},
		{
			path: "/v1/triads", summary: "A patron, the client whom it backs, and whom the client fights.",
			params: about(paging()...), example: "name=LNA", ask: anyName(queries.Triads), answer: queries.TriadsAnswer{},
		},
		{
			path: "/v1/bothsides", summary: "Who backs two that fight each other.",
			params: about(paging()...), ask: anyName(queries.BothSides), answer: queries.BothSidesAnswer{},
		},
		{
			path: "/v1/switched", summary: "Who changed sides, and which support ended.",
			params: about(paging()...), ask: anyName(queries.Switched), answer: queries.SwitchedAnswer{},
		},
		{
			path: "/v1/contested", summary: "What is contradicted: ties that some affirm and others deny, places that several hold.",
			params: about(paging()...), ask: anyName(queries.Contested), answer: queries.ContestedAnswer{},
		},
		{
			path: "/v1/control", summary: "Who holds which place, as of a date.",
			params: about(paging()...), example: "at=2024-03", ask: anyName(queries.Control), answer: queries.ControlAnswer{},
		},
		{
			path: "/v1/gains", summary: "What an actor gained and lost in a period, what its clients took, where its own forces are.",
			params: about(paging()...), example: "name=LNA", ask: oneName(queries.Gains), answer: queries.GainsAnswer{},
		},
		{
			path: "/v1/changes", summary: "What is told up to until (or now) and was not up to since.",
			params: about(paging()...), example: "since=2021", ask: anyName(queries.Changes), answer: queries.ChangesAnswer{},
		},
		{
			path: "/v1/diff", summary: "What this store tells and the one beside it (serve --against) does not, and the other way round.",
			params: about(paging()...), compares: true, ask: askDiff, answer: queries.ChangesAnswer{},
		},
		{
			path: "/v1/friends", summary: "Friends of the friends of one, to whom no tie is known.",
			params: about(paging()...), example: "name=Egypt", ask: oneName(queries.Friends), answer: queries.FriendsAnswer{},
		},
		{
			path: "/v1/blocs", summary: "Camps of actors that stand together, triangles out of balance, and who stands between the camps.",
			params: slices.Concat(choosing(), []string{"limit"}), ask: askBlocs, answer: queries.BlocsAnswer{},
		},
		{
			path: "/v1/triadyears", summary: "Support by year, in the columns of the UCDP External Support Dataset.",
			params: about(paging()...), ask: anyName(queries.TriadYears), answer: queries.TriadYearsAnswer{},
		},
		{
			path: "/v1/sources", summary: "The origins of what is said, and how often each stands alone.",
			params: about(paging()...), ask: anyName(queries.Sources), answer: queries.SourcesAnswer{},
		},
		{
			path: "/v1/unknown", summary: "Names that no dictionary has.",
			params: slices.Concat(narrowing(), paging()), ask: anyName(queries.UnknownNames), answer: queries.UnknownNamesAnswer{},
		},
		{
			path: "/v1/timeline", summary: "What is said of a name, or of the ties between two, in the order of the days.",
			params: between("name", "with", append(paging(), "relations")...), example: "name=LNA", ask: askTimeline, answer: queries.TimelineAnswer{},
		},
		{
			path: "/v1/paths", summary: "The best-evidenced paths from one to another.",
			params: between("from", "to", "relations", "depth", "limit"), example: "from=Egypt&to=Russia", ask: askPaths, answer: queries.PathsAnswer{},
		},
		{
			path: "/v1/chains", summary: "Who supports whom through others: chains that begin or end at a name.",
			params: about("relations", "depth", "limit"), example: "name=LNA", ask: askChains, answer: queries.PathsAnswer{},
		},
		{
			path: "/v1/shared", summary: "The backers, clients, allies and enemies that two have in common.",
			params: between("a", "b", paging()...), example: "a=LNA&b=Sudan", ask: askShared, answer: queries.SharedAnswer{},
		},
		{
			path: "/v1/drawn", summary: "Who would be drawn in if one attacked another.",
			params: between("attacker", "victim", append(paging(), "depth")...), example: "attacker=LNA&victim=GNA", ask: askDrawn, answer: queries.DrawnAnswer{},
		},
		{
			path: "/v1/slant", summary: "What two sources say differently, by their ids in /v1/sources.",
			params: between("a", "b", paging()...), example: "a=Iran&b=United_States", ask: askSlant, answer: queries.SlantAnswer{},
		},
	}
}

// ask is the handler of a question.
type ask = func(ctx context.Context, s *Server, c *call) (any, error)

// anyName asks a question about a name, or about all.
func anyName[T any](question func(context.Context, *store.Store, queries.Options) (T, error)) ask {
	return func(ctx context.Context, s *Server, c *call) (any, error) {
		if err := s.resolveName(ctx, c, queries.WantAny); err != nil {
			return nil, err
		}
		return question(ctx, s.store, c.opts)
	}
}

// oneName asks a question that needs a name.
func oneName[T any](question func(context.Context, *store.Store, queries.Options) (T, error)) ask {
	return func(ctx context.Context, s *Server, c *call) (any, error) {
		if c.name == "" {
			return nil, wrongParameter("name", "whom is the question about?")
		}
		return anyName(question)(ctx, s, c)
	}
}

func askDiff(ctx context.Context, s *Server, c *call) (any, error) {
	if err := s.resolveCompared(ctx, c); err != nil {
		return nil, err
	}
	return queries.Diff(ctx, s.config.Against, s.store, c.opts)
}

func askTimeline(ctx context.Context, s *Server, c *call) (any, error) {
	if c.name == "" {
		return nil, wrongParameter("name", "whom is the question about?")
	}
	if err := s.resolveName(ctx, c, queries.WantAny); err != nil {
		return nil, err
	}
	names := []graph.ID{c.opts.Name}
	if c.with != "" {
		other, err := s.resolve(ctx, &c.Respelt, "with", c.with, queries.WantAny)
		if err != nil {
			return nil, err
		}
		names = append(names, other)
	}
	return queries.Timeline(ctx, s.store, names, c.opts)
}

func askPaths(ctx context.Context, s *Server, c *call) (any, error) {
	from, to, err := s.resolveEnds(ctx, c)
	if err != nil {
		return nil, err
	}
	c.opts.Limit = c.limit
	return queries.Paths(ctx, s.store, from, to, c.opts)
}

func askChains(ctx context.Context, s *Server, c *call) (any, error) {
	c.opts.Limit = c.limit
	return oneName(queries.Chains)(ctx, s, c)
}

func askBlocs(ctx context.Context, s *Server, c *call) (any, error) {
	if err := s.resolvePlace(ctx, c); err != nil {
		return nil, err
	}
	c.opts.Limit = c.limit
	return queries.Blocs(ctx, s.store, c.opts)
}

func askShared(ctx context.Context, s *Server, c *call) (any, error) {
	a, b, err := s.resolveEnds(ctx, c)
	if err != nil {
		return nil, err
	}
	return queries.Shared(ctx, s.store, a, b, c.opts)
}

func askDrawn(ctx context.Context, s *Server, c *call) (any, error) {
	attacker, victim, err := s.resolveEnds(ctx, c)
	if err != nil {
		return nil, err
	}
	return queries.DrawnIn(ctx, s.store, attacker, victim, c.opts)
}

func askSlant(ctx context.Context, s *Server, c *call) (any, error) {
	if c.subject == "" || c.object == "" {
		return nil, wrongParameter("a", "two sources are compared, by their ids")
	}
	if err := s.resolvePlace(ctx, c); err != nil {
		return nil, err
	}
	var ids [2]string
	for i, name := range []string{c.subject, c.object} {
		var err error
		if ids[i], err = queries.SourceNamed(ctx, s.store, name); err != nil {
			return nil, sourceProblem(c.ends[i], name, err)
		}
	}
	return queries.Slant(ctx, s.store, ids[0], ids[1], c.opts)
}
