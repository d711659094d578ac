package server

import (
	"cmp"
	"context"
	"net/url"
	"time"

	"entente.example/graph"
	"entente.example/queries"
)

// compared says with what the page of changes compares.
type compared struct {
	// Since is the day up to which articles are those of before; empty: the other store is. Until is the last day of now.
	Since, Until graph.Valid
	// Other is the name of the other store, if there is one, and Stats what it holds.
	Other string
	Stats Stats
	// Total counts the changes.
	Total int
}

// makeChanges shows what is told now and was not before: in the other store, where the server has one and no date is
// given, else in the articles up to a date, by default a month before the last article or before the moment asked for.
func makeChanges(ctx context.Context, s *Server, p *page) error {
	p.Title = "What changed"
	if err := s.resolveCompared(ctx, p.call); err != nil {
		return err
	}
	if p.call.opts.Name != "" {
		p.Title += " about " + p.call.opts.Name.Name()
	}
	if s.config.Against != nil {
		other, err := s.config.Against.Stats(ctx)
		if err != nil {
			return err
		}
		p.Compared.Other = s.config.AgainstName
		p.Compared.Stats = Stats{Articles: other.Articles, Statements: other.Statements}
	}
	answer, err := p.changes(ctx, s)
	if err != nil {
		return err
	}
	p.LeftOut, p.Compared.Total, p.Groups = answer.LeftOut, len(answer.Changes), p.byChange(answer.Changes)
	// The sentences are all there are: a tie that is told of now for the first time may be of long ago.
	p.call.opts.Since, p.call.opts.Until = "", ""
	if err := p.evidence(ctx, s); err != nil || p.Why == nil || len(p.Why.Ties) > 0 || s.config.Against == nil {
		return err
	}
	if err := p.evidenceIn(ctx, s.config.Against, false); err != nil {
		return err
	}
	p.Why.Before = len(p.Why.Ties) > 0
	return nil
}

// changes asks what changed, and notes with what it compares.
func (p *page) changes(ctx context.Context, s *Server) (queries.ChangesAnswer, error) {
	opts, query := p.call.opts, url.Values{}
	if opts.Name != "" {
		query.Set("name", string(opts.Name))
	}
	if s.config.Against != nil && opts.Since == "" {
		p.exports("/v1/diff", query)
		return queries.Diff(ctx, s.config.Against, s.store, opts)
	}
	if opts.Since == "" {
		if opts.At != "" {
			opts.Until, query["at"] = opts.At, nil
			query.Set("until", string(opts.Until))
		}
		opts.Since, opts.At = before(cmp.Or(opts.Until, p.Last)), ""
		query.Set("since", string(opts.Since))
	}
	p.Compared.Since, p.Compared.Until = opts.Since, opts.Until
	p.exports("/v1/changes", query)
	return queries.Changes(ctx, s.store, opts)
}

// before gives the day before a month or a year, and that a month before a day; where there is no date, the first of days.
func before(v graph.Valid) graph.Valid {
	first, last, _ := v.Bounds()
	day, err := time.Parse(time.DateOnly, first)
	switch {
	case err != nil:
		return "0001-01-01"
	case first == last:
		day = day.AddDate(0, -1, 0)
	default:
		day = day.AddDate(0, 0, -1)
	}
	return graph.Valid(day.Format(time.DateOnly))
}

// byChange groups changes by what they are, in the order of [queries.ChangeKinds].
func (p *page) byChange(changes []queries.Change) []tieGroup {
	titles := map[queries.ChangeKind]string{
		queries.Appeared: "New", queries.Gone: "Told no more", queries.Confirmed: "Confirmed, alleged before", queries.NewlyDenied: "Denied for the first time",
		queries.Over: "Ended", queries.Resumed: "Going on again", queries.MoreKinds: "New kinds of support",
	}
	var groups []tieGroup
	for _, what := range queries.ChangeKinds() {
		g := tieGroup{ID: string(what), Title: titles[what]}
		for _, change := range changes {
			if change.What != what {
				continue
			}
			if g.Total++; g.Total > shownRows {
				continue
			}
			row := *change.Tie
			if what == queries.MoreKinds {
				row.Kinds = change.Kinds
			}
			g.Ties = append(g.Ties, p.view([]queries.TieRow{row})...)
		}
		if g.Total > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}
