package server

import (
	"context"
	"fmt"
	"html/template"
	"net/url"
	"slices"

	"entente.example/graph"
	"entente.example/queries"
)

// dyadView is a proxy dyad as the page draws it: two patrons that face each other through their clients.
type dyadView struct {
	queries.Dyad
	Picture picture
}

// shownDyads and shownFronts are how many are drawn on a page, and in a drawing.
const (
	shownDyads  = 10
	shownFronts = 4
)

func makeDyads(ctx context.Context, s *Server, p *page) error {
	p.Title = "Proxy dyads"
	if err := s.resolveName(ctx, p.call, queries.WantAny); err != nil {
		return err
	}
	answer, err := queries.Dyads(ctx, s.store, p.call.opts)
	if err != nil {
		return err
	}
	p.LeftOut = answer.LeftOut
	offset := 0
	if p.call.cursor != nil {
		offset = p.call.cursor.Offset
	}
	cut, total := pageOf(answer, offset, shownDyads)
	for _, d := range cut.(queries.DyadsAnswer).Dyads {
		p.Dyads = append(p.Dyads, dyadView{d, p.facing(d)})
	}
	p.Total = total
	if offset+shownDyads < total {
		p.Next = p.With("cursor", cursor{offset + shownDyads, p.Stats.Revision[:cursorRevision]}.String())
	}
	query := url.Values{}
	if p.call.name != "" {
		p.Title = "Proxy dyads of " + answer.Name.Name
		query.Set("name", p.call.name)
	}
	p.exports("/v1/dyads", query)
	return p.evidence(ctx, s)
}

// facing lays out a dyad: a patron on each side, and between them their clients, a row for each front.
func (p *page) facing(d queries.Dyad) picture {
	const (
		row     = 76
		clientA = 362
		clientB = pictureWidth - clientA - cardWidth
		right   = pictureWidth - cardWidth
	)
	fronts := d.Fronts[:min(shownFronts, len(d.Fronts))]
	pic := picture{Width: pictureWidth, Height: row*len(fronts) + 8}
	middle := 4 + (row*len(fronts)-row)/2 + (row-cardHeight)/2
	if d.Direct != nil {
		middle += row / 2
		pic.Height += row / 2
	}
	card := func(x, y int, ref queries.Ref, center bool) {
		node := pictureNode{X: x, Y: y, W: cardWidth, H: cardHeight, Ref: ref, Look: lookOf(ref), Center: center}
		node.write(22)
		pic.Nodes = append(pic.Nodes, node)
	}
	line := func(t *queries.TieRow, path string, x, y int) {
		if t == nil {
			return
		}
		l := pictureLine{Tie: p.view([]queries.TieRow{*t})[0], Path: path}
		l.Width = strokeOf(l.Tie)
		l.label(x, y, true)
		pic.Lines = append(pic.Lines, l)
	}
	from := middle + cardHeight/2
	for i, f := range fronts {
		y := 4 + row*i + (row-cardHeight)/2
		if d.Direct != nil {
			y += row / 2
		}
		at := y + cardHeight/2
		turn := (cardWidth + clientA) / 2
		line(f.BacksA, fmt.Sprintf("M%d %d C%d %d %d %d %d %d", cardWidth, from, turn, from, turn, at, clientA-2, at), turn, (from+at)/2)
		turn = (clientB + cardWidth + right) / 2
		line(f.BacksB, fmt.Sprintf("M%d %d C%d %d %d %d %d %d", right, from, turn, from, turn, at, clientB+cardWidth+2, at), turn, (from+at)/2)
		line(f.Fights, fmt.Sprintf("M%d %d H%d", clientA+cardWidth, at, clientB), pictureWidth/2, at)
		card(clientA, y, f.ClientA, false)
		card(clientB, y, f.ClientB, false)
	}
	if d.Direct != nil {
		line(d.Direct, fmt.Sprintf("M%d %d C%d %d %d %d %d %d", cardWidth/2, middle, cardWidth/2, 8, cardWidth, 18, cardWidth+60, 18)+
			fmt.Sprintf(" H%d C%d %d %d %d %d %d", right-60, right, 18, right+cardWidth/2, 8, right+cardWidth/2, middle), pictureWidth/2, 18)
	}
	card(0, middle, d.A, true)
	card(right, middle, d.B, true)
	return pic
}

func makeControl(ctx context.Context, s *Server, p *page) error {
	p.Title = "Who holds what"
	answer, err := queries.Control(ctx, s.store, p.call.opts)
	if err != nil {
		return err
	}
	p.LeftOut, p.Control = answer.LeftOut, answer
	p.exports("/v1/control", url.Values{})
	return p.evidence(ctx, s)
}

// FrontTies are the ties of a front.
func (p *page) FrontTies(f queries.Front) []tieView {
	return p.view([]queries.TieRow{*f.BacksA, *f.Fights, *f.BacksB})
}

// Claims are all words on a place, those that it is held before those that it was.
func (p *page) Claims(h queries.Holding) []queries.Claim { return slices.Concat(h.Holders, h.Former) }

// ClaimLink is where the sentences of a claim on a place are.
func (p *page) ClaimLink(c queries.Claim) tieView { return p.view([]queries.TieRow{*c.Tie})[0] }

// timeline fills in what is said of the page's name, in the order of the days.
func (p *page) timeline(ctx context.Context, s *Server) error {
	answer, err := queries.Timeline(ctx, s.store, []graph.ID{p.Ref.ID}, p.call.opts)
	if err != nil {
		return err
	}
	if len(p.call.opts.Polarities) == 0 { // denials are shown when they are asked for, here too
		all := len(answer.Entries)
		answer.Entries = slices.DeleteFunc(answer.Entries, func(e queries.Entry) bool { return e.Polarity == graph.Denied })
		p.Denials, p.Denied = all-len(answer.Entries), 0
	}
	p.Total = len(answer.Entries)
	if len(answer.Entries) > maxEntries {
		answer.Entries = answer.Entries[len(answer.Entries)-maxEntries:]
	}
	for i := len(answer.Entries) - 1; i >= 0; i-- { // the latest first
		e := answer.Entries[i]
		tie := tieView{TieRow: queries.TieRow{Subject: e.Subject, Relation: e.Relation, Object: e.Object}}
		tie.Polarity = e.Polarity
		p.Entries = append(p.Entries, entryView{e, tie.Look(), tie.Key(), p.With("tie", tie.Key()) + "#evidence"})
	}
	return nil
}

// maxEntries is how many entries of a timeline a page shows; the API has all.
const maxEntries = 300

// entryView is a statement on the timeline.
type entryView struct {
	queries.Entry
	Look, Key string
	Link      template.URL
}

// Verb is the label of the relation.
func (e entryView) Verb() string { return verbOf(e.Relation) }

// Status says whether it affirms, alleges or denies, and how an allegation is meant.
func (e entryView) Status() string {
	if e.Modality != "" {
		return string(e.Polarity) + ": " + string(e.Modality)
	}
	return string(e.Polarity)
}
