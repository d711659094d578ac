package server

import (
	"cmp"
	"context"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/graph/actors"
	"entente.example/queries"
)

// longestRelation is how many words say a relation at most: "is a member of".
const longestRelation = 4

// overviewRows is how many rows each list of the first page has.
const overviewRows = 8

func makeOverview(ctx context.Context, s *Server, p *page) (err error) {
	p.Title = cmp.Or(p.Filter.WarName, "Who backs whom")
	if p.Overview, err = queries.Overview(ctx, s.store, p.call.opts, overviewRows); err != nil {
		return err
	}
	p.LeftOut, p.Total, p.Drawn = p.Overview.LeftOut, p.Overview.Between, p.Overview.Between
	if len(p.call.opts.Polarities) == 0 { // which the lists do not mind, and the picture does
		p.Denied = p.Overview.Denied
	}
	if p.call.view == "" {
		p.Drawn = min(p.Total, overviewTies)
	}
	p.exports("/v1/graph", url.Values{})
	return p.evidence(ctx, s)
}

func makeName(ctx context.Context, s *Server, p *page) error {
	id, err := s.resolve(ctx, &p.call.Respelt, "name", p.call.name, queries.WantAny)
	if err != nil {
		return err
	}
	if string(id) != p.call.name { // the address is that of the id
		p.redirect = nameAddress(id, p.Query, p.call.Respelt)
		return nil
	}
	if p.call.asked != "" {
		p.askedAs(ctx, s, id)
	}
	p.call.opts.Name = id
	answer, err := queries.Ties(ctx, s.store, p.call.opts)
	if err != nil {
		return err
	}
	if entity, err := s.store.Entity(ctx, id); err == nil {
		p.Entity = entity
	}
	p.Ref, p.Title, p.LeftOut, p.Denied = *answer.Name, answer.Name.Name, answer.LeftOut, answer.Denied
	ties := p.view(answer.Ties)
	p.Ties = ties
	p.Picture = layered(p.Ref, ties)
	p.Groups = grouped(id, ties)
	if p.call.view != "table" { // which is there for the tables
		p.cutGroups()
	}
	p.exports("/v1/graph", url.Values{"name": {string(id)}})
	if p.call.view == "timeline" {
		if err := p.timeline(ctx, s); err != nil {
			return err
		}
	}
	return p.evidence(ctx, s)
}

// shownRows is how many rows of a table are sent with a page that is not about the table: a browser takes a second for the
// thousands that a big patron has.
const shownRows = 100

// cutGroups leaves out what is beyond the first rows of each group, those of most sources.
func (p *page) cutGroups() {
	for i := range p.Groups {
		if g := &p.Groups[i]; g.Total > shownRows {
			g.Ties, g.All = g.Ties[:shownRows], p.With("view", "table")+template.URL("#"+g.ID)
		}
	}
}

// grouped sorts the ties of a name by what they are to it.
func grouped(id graph.ID, ties []tieView) []tieGroup {
	groups := []tieGroup{
		{ID: "patrons", Title: "Backers"},
		{ID: "clients", Title: "Clients"},
		{ID: "foes", Title: "Foes"},
		{ID: "allys", Title: "Allies"},
		{ID: "members", Title: "Leaders and members"},
		{ID: "places", Title: "Places"},
	}
	place := map[string]int{"patron": 0, "client": 1, "foe": 2, "ally": 3}
	for _, t := range ties {
		side, _ := sideOf(id, t)
		i, ok := place[side]
		if row, _ := t.Relation.Row(); !ok {
			i = 4
			if row.ObjectIsPlace {
				i = 5
			}
		}
		groups[i].Ties = append(groups[i].Ties, t)
	}
	var filled []tieGroup
	for _, g := range groups {
		if g.Total = len(g.Ties); g.Total > 0 {
			filled = append(filled, g)
		}
	}
	return filled
}

func makeTies(ctx context.Context, s *Server, p *page) error {
	p.Title = "All ties"
	switch p.Filter.Only {
	case "contested":
		p.Title = "Contested ties"
	case "ended":
		p.Title = "Ties that ended"
	}
	if p.call.limit == 0 {
		p.call.limit = defaultLimit
	}
	answer, err := queries.Ties(ctx, s.store, p.call.opts)
	if err != nil {
		return err
	}
	p.LeftOut, p.Denied = answer.LeftOut, answer.Denied
	offset := 0
	if p.call.cursor != nil {
		offset = p.call.cursor.Offset
	}
	cut, total := pageOf(answer, offset, p.call.limit)
	p.Total = total
	p.Ties = p.view(cut.(queries.TiesAnswer).Ties)
	if offset+p.call.limit < total {
		p.Next = p.With("cursor", cursor{offset + p.call.limit, p.Stats.Revision[:cursorRevision]}.String())
	}
	query := url.Values{}
	if p.Query.Has("relations") {
		query.Set("relations", p.Query.Get("relations"))
	}
	p.exports("/v1/ties", query)
	return p.evidence(ctx, s)
}

func makeWhy(ctx context.Context, s *Server, p *page) error {
	subject, object, err := s.resolveEnds(ctx, p.call)
	if err != nil {
		return err
	}
	answer, err := queries.Why(ctx, s.store, subject, p.call.relation, object, p.call.opts)
	if err != nil {
		return err
	}
	v := viewWhy(answer, p.Write)
	if p.Write {
		if err := v.tellCopies(ctx, s.store); err != nil {
			return err
		}
	}
	p.Why, p.Title = &v, answer.Subject.Name+" and "+answer.Object.Name
	p.Groups = nil
	p.exports("/v1/why", url.Values{"subject": {string(subject)}, "object": {string(object)}})
	return nil
}

// warName gives the name of a war.
func warName(id graph.ID) (string, error) {
	if id == "" {
		return "", nil
	}
	wars, err := actors.EmbeddedWars()
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(wars, func(w actors.War) bool { return w.ID == id })
	if i < 0 {
		return "", wrongParameter("war", "there is no war %q", string(id))
	}
	return wars[i].Name, nil
}

// makeSearch leads to the page of the name that was typed, or to that of the tie ("Iran backs Hezbollah"), or lists the names
// that it may mean.
func makeSearch(ctx context.Context, s *Server, p *page) error {
	p.Title = "Search"
	if p.call.typed == "" {
		return nil
	}
	id, err := s.resolve(ctx, &p.call.Respelt, "q", p.call.typed, queries.WantAny)
	if tie, ok := tieTyped(p.call.typed); err != nil && ok {
		p.redirect = string(address("/why", tie))
		return nil
	}
	if err == nil {
		p.redirect = nameAddress(id, nil, p.call.Respelt)
		return nil
	}
	known, readErr := s.knownNow(ctx, p.Stats.Revision)
	if readErr != nil {
		return readErr
	}
	if p.Found = known.names.Like(p.call.typed, 20); len(p.Found.Names) == 0 {
		return err
	}
	return nil
}

// tieTyped reads a tie as it is said, "Hezbollah is backed by Iran", as the question of why. Of several readings it takes the one
// with the longest words for the relation, from the left.
func tieTyped(typed string) (url.Values, bool) {
	words := strings.Fields(typed)
	for length := min(len(words)-2, longestRelation); length > 0; length-- {
		for i := 1; i+length < len(words); i++ {
			row, inverse, ok := graph.RelationSaid(strings.Join(words[i:i+length], " "))
			if !ok {
				continue
			}
			subject, object := strings.Join(words[:i], " "), strings.Join(words[i+length:], " ")
			if inverse {
				subject, object = object, subject
			}
			return url.Values{"subject": {subject}, "relation": {string(row.Relation)}, "object": {object}}, true
		}
	}
	return nil, false
}
