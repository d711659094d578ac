package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// pageRoute is a page for people: a row in the table of pages. Each has an address of its own, and works without
// JavaScript, which makes it quicker to use.
type pageRoute struct {
	route
	// make fills the page in.
	make func(ctx context.Context, s *Server, p *page) error
	// name is that of its template.
	template string
}

// pages is the table of them.
func pages() []pageRoute {
	row := func(path, template string, make func(context.Context, *Server, *page) error, params ...string) pageRoute {
		return pageRoute{route: route{path: path, params: append(params, "tie", "view"), forms: true}, make: make, template: template}
	}
	changes := row("/changes", "changes", makeChanges, append(choosing(), "name")...)
	changes.compares = true
	return []pageRoute{
		row("/{$}", "overview", makeOverview, choosing()...),
		row("/name/{name}", "name", makeName, append(choosing(), "name", "asked")...),
		row("/ties", "ties", makeTies, append(choosing(), "relations", "limit", "cursor")...),
		row("/dyads", "dyads", makeDyads, append(choosing(), "name", "cursor")...),
		row("/control", "control", makeControl, choosing()...),
		changes,
		row("/why", "why", makeWhy, append(narrowing(), "subject", "relation", "object")...),
		row("/search", "search", makeSearch, "q"),
		row("/add", "add", func(_ context.Context, _ *Server, p *page) error { p.Title = "Add articles"; return nil }),
		row("/about", "about", func(_ context.Context, _ *Server, p *page) error { p.Title = "How to read this"; return nil }),
	}
}

// page is what the templates see.
type page struct {
	// Title heads the page; Path and Query are its address.
	Title, Path string
	Query       url.Values
	Template    string
	Assets      string
	Stats       Stats
	// Write says that articles can be added.
	Write bool
	// First and Last are the dates of the store's articles.
	First, Last graph.Valid
	Filter      filter
	Overview    queries.OverviewAnswer
	Entity      graph.Entity
	Ref         queries.Ref
	Picture     picture
	Groups      []tieGroup
	Ties        []tieView
	Dyads       []dyadView
	Control     queries.ControlAnswer
	Entries     []entryView
	// Compared says what changes are told of.
	Compared compared
	// Total is how many rows there are, Drawn how many of them are.
	Total, Drawn int
	Next         template.URL
	Why          *whyView
	LeftOut      queries.LeftOut
	// Denied is how many ties are left out because they are only denied.
	Denied int
	// Denials are the statements that a timeline leaves out for that.
	Denials  int
	Exports  []exportLink
	Found    queries.LikeAnswer
	Problem  *Problem
	call     *call
	redirect string
}

// tieGroup is a part of a name's ties.
type tieGroup struct {
	ID, Title string
	Ties      []tieView
	// Total is how many there are, of which Ties are the first.
	Total int
	// All is where all of them are, or empty where they are here.
	All template.URL
}

type exportLink struct {
	Name string
	Link template.URL
}

// page is the handler of a page.
func (s *Server) page(pr *pageRoute) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		err := s.showPage(w, r, pr)
		var p *Problem
		if err == nil {
			return nil
		}
		if !errors.As(err, &p) {
			p = problemOf(r.Context(), err)
		}
		if p.Status == statusClientGone {
			return p
		}
		if shown := s.showProblem(w, r, p); shown != nil {
			return shown
		}
		if p.Status >= http.StatusInternalServerError {
			return err
		}
		return nil
	}
}

func (s *Server) showPage(w http.ResponseWriter, r *http.Request, pr *pageRoute) error {
	path := map[string]string{}
	if v := r.PathValue("name"); v != "" {
		path["name"] = v
	}
	c, err := pr.readCall(r.URL.RawQuery, path)
	if err != nil {
		return err
	}
	c.opts.Outlets = s.config.Outlets
	stats, err := s.stats(r.Context())
	if err != nil {
		return err
	}
	revision, err := s.revisionFor(r.Context(), &pr.route, func(context.Context) (Stats, error) { return stats, nil })
	if err != nil {
		return err
	}
	key := answerKey(revision, s.config.Version+s.assets.hash, "page", r.URL)
	h := w.Header()
	h.Set("ETag", key)
	h.Set("Cache-Control", "no-cache")
	if matches(r.Header.Get("If-None-Match"), key) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	if answer, ok := s.cache.get(key); ok {
		answer.write(w, r)
		return nil
	}
	leave, err := s.enter(r.Context())
	if err != nil {
		return err
	}
	defer leave()
	ctx, cancel := context.WithTimeoutCause(r.Context(), s.config.Timeout, errQuestionTime)
	defer cancel()
	p := &page{Write: s.config.Reader != nil, Path: r.URL.Path, Query: r.URL.Query(), Template: pr.template, Stats: stats, call: c}
	p.Filter = filterOf(p)
	known, err := s.knownNow(ctx, stats.Revision)
	if err != nil {
		return problemAt(ctx, err)
	}
	p.First, p.Last = known.first, known.last
	if p.Filter.WarName, err = warName(c.opts.War); err != nil {
		return err
	}
	if err := s.resolvePlace(ctx, c); err != nil {
		return problemAt(ctx, err)
	}
	if err := pr.make(ctx, s, p); err != nil {
		return problemAt(ctx, err)
	}
	if p.redirect != "" {
		h.Del("ETag")
		http.Redirect(w, r, p.redirect, http.StatusSeeOther)
		return nil
	}
	answer, err := s.fill(p)
	if err != nil {
		return err
	}
	if now, err := s.revisionFor(ctx, &pr.route, s.freshStats); err == nil && now == revision {
		s.cache.put(key, answer)
	} else {
		h.Del("ETag") // a load came between
	}
	answer.write(w, r)
	return nil
}

// fill runs the page's template.
func (s *Server) fill(p *page) (rendered, error) {
	p.Assets, p.Write = s.assets.path, s.config.Reader != nil
	var b bytes.Buffer
	if err := s.assets.templates[p.Template].ExecuteTemplate(&b, "layout", p); err != nil {
		return rendered{}, fmt.Errorf("fill page %s: %w", p.Template, err)
	}
	return rendered{body: b.Bytes(), contentType: "text/html; charset=utf-8", total: -1}, nil
}

// showProblem is the page of what cannot be shown.
func (s *Server) showProblem(w http.ResponseWriter, r *http.Request, problem *Problem) error {
	stats, _ := s.stats(r.Context())
	p := &page{Title: problem.Title, Path: r.URL.Path, Query: url.Values{}, Template: "problem", Stats: stats, Problem: problem}
	answer, err := s.fill(p)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Del("ETag")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", answer.contentType)
	if problem.Status == http.StatusServiceUnavailable {
		h.Set("Retry-After", "1")
	}
	w.WriteHeader(problem.Status)
	_, _ = w.Write(answer.body)
	return nil
}

// With gives the page's address with a parameter set, or (empty) without it.
func (p *page) With(name, value string) template.URL {
	query := url.Values{}
	for key, values := range p.Query {
		query[key] = slices.Clone(values)
	}
	query.Del("cursor")
	query.Del("asked")
	if value == "" {
		query.Del(name)
	} else {
		query.Set(name, value)
	}
	return address(p.Path, query)
}

// Here is the page's address without any parameter.
func (p *page) Here() template.URL { return address(p.Path, nil) }

// LeavesOut reports whether anything on the matter is left out.
func (p *page) LeavesOut() bool { return p.Denied+p.Denials > 0 || p.LeftOut != queries.LeftOut{} }

func address(path string, query url.Values) template.URL {
	to := (&url.URL{Path: path}).EscapedPath()
	if name, ok := strings.CutPrefix(path, "/name/"); ok { // which may have a slash, as "TKP/ML"
		to = "/name/" + url.PathEscape(name)
	}
	if len(query) > 0 {
		to += "?" + query.Encode()
	}
	return template.URL(to) //nolint:gosec // made of escaped parts
}

// NameLink is the page of an entity, with the filters of this one.
func (p *page) NameLink(id graph.ID) template.URL {
	query := p.Filter.values()
	return address("/name/"+string(id), query)
}

// view makes ties ready to be shown on the page.
func (p *page) view(rows []queries.TieRow) []tieView {
	views := make([]tieView, len(rows))
	for i, row := range rows {
		views[i] = tieView{TieRow: row}
		views[i].link = string(p.With("tie", views[i].Key())) + "#evidence"
	}
	return views
}

// evidence fills in the sentences of the tie that is pointed at.
func (p *page) evidence(ctx context.Context, s *Server) error {
	return p.evidenceIn(ctx, s.store, p.Write)
}

// evidenceIn fills in the sentences of a store, with what it takes to judge them where they may be.
func (p *page) evidenceIn(ctx context.Context, s *store.Store, judge bool) error {
	if p.call.tie == "" {
		return nil
	}
	subject, relation, object, ok := readTieKey(p.call.tie)
	if !ok {
		return wrongParameter("tie", "%q is no tie: it has an id, a relation and an id", p.call.tie)
	}
	answer, err := queries.Why(ctx, s, subject, relation, object, p.call.opts)
	if err != nil {
		return err
	}
	v := viewWhy(answer, judge)
	if judge {
		if err := v.tellCopies(ctx, s); err != nil {
			return err
		}
	}
	v.Close = p.With("tie", "")
	p.Why = &v
	return nil
}

// exports are links to the API for what the page shows.
func (p *page) exports(path string, query url.Values) {
	for name, values := range p.Filter.values() {
		if _, ok := query[name]; !ok {
			query[name] = values
		}
	}
	for _, rt := range routes() {
		if rt.path != path {
			continue
		}
		for _, r := range rt.representations() {
			query.Set("format", r.name)
			p.Exports = append(p.Exports, exportLink{r.name, address(path, query)})
		}
	}
}

// filter is what the page's form narrows the ties by.
type filter struct {
	Kinds, Polarity                             map[string]bool
	Since, Until, At, MinSources, MinConfidence string
	War, WarName, Place, Only                   string
	// TakenIn are the parameters that take in what is left out otherwise.
	TakenIn                 []string
	On                      bool
	AllKinds, AllPolarities []string
	// unasked are the polarities that the page shows where none are asked for.
	unasked []graph.Polarity
}

func filterOf(p *page) filter {
	q := p.Query
	f := filter{
		Kinds: map[string]bool{}, Polarity: map[string]bool{}, Since: q.Get("since"), Until: q.Get("until"),
		MinSources: q.Get("minSources"), MinConfidence: q.Get("minConfidence"),
		At: q.Get("at"), War: q.Get("war"), Place: q.Get("place"), Only: q.Get("only"),
		AllKinds: stringsOf(graph.Kinds()), AllPolarities: stringsOf(graph.Polarities()), unasked: unaskedOn(p.Path),
	}
	for _, name := range []string{"retracted", "superseded", "rejected"} {
		if q.Get(name) == "true" {
			f.TakenIn = append(f.TakenIn, name)
		}
	}
	for _, kind := range p.call.opts.Kinds {
		f.Kinds[string(kind)] = true
	}
	shown := p.call.opts.Polarities
	if len(shown) == 0 {
		shown = f.unasked
	}
	for _, polarity := range shown {
		f.Polarity[string(polarity)] = true
	}
	f.On = len(f.values()) > 0
	return f
}

// unaskedOn gives the polarities that the page at a path shows unasked: what puts ties together rests on affirmed ones.
func unaskedOn(path string) []graph.Polarity {
	if path == "/control" || path == "/dyads" {
		return []graph.Polarity{graph.Affirmed}
	}
	return []graph.Polarity{graph.Affirmed, graph.Alleged}
}

// values are the filter's parameters, as far as they are set.
func (f filter) values() url.Values {
	values := url.Values{}
	for name, value := range map[string]string{
		"since": f.Since, "until": f.Until, "minSources": f.MinSources, "minConfidence": f.MinConfidence,
		"at": f.At, "war": f.War, "place": f.Place, "only": f.Only,
	} {
		if value != "" {
			values.Set(name, value)
		}
	}
	for _, name := range f.TakenIn {
		values.Set(name, "true")
	}
	if kinds := chosen(f.AllKinds, f.Kinds); len(kinds) > 0 {
		values.Set("kinds", strings.Join(kinds, ","))
	}
	if shown := chosen(f.AllPolarities, f.Polarity); !slices.Equal(shown, stringsOf(f.unasked)) && len(shown) > 0 {
		values.Set("polarity", strings.Join(shown, ","))
	}
	return values
}

func chosen(all []string, on map[string]bool) []string {
	var list []string
	for _, word := range all {
		if on[word] {
			list = append(list, word)
		}
	}
	return list
}

// tableOfTies is what the table of ties needs: the ties and the page, for its links.
type tableOfTies struct {
	Page *page
	Ties []tieView
}

// Rows makes a table of ties.
func (p *page) Rows(ties []tieView) tableOfTies { return tableOfTies{p, ties} }

// View makes the rows of an answer ready to be shown.
func (p *page) View(rows []queries.TieRow) []tieView { return p.view(rows) }

// FreeLink is where the free layout finds its ties.
func (p *page) FreeLink() template.URL {
	limit := maxLimit
	if p.Ref.ID == "" && p.call.view == "" {
		limit = overviewTies
	}
	return p.tiesLink("/v1/ties", "limit", strconv.Itoa(limit))
}

// overviewTies is how many ties the first page draws, unless all are asked for: those of most sources.
const overviewTies = 200

// DrawnLink is the picture that the server draws.
func (p *page) DrawnLink() template.URL { return p.tiesLink("/v1/graph", "format", "svg") }

func (p *page) tiesLink(path, name, value string) template.URL {
	query := p.Filter.values()
	query.Set(name, value)
	query.Set("relations", "backs,allied_with,fights,opposes")
	if p.Ref.ID != "" {
		query.Set("name", string(p.Ref.ID))
	}
	return address(path, query)
}

// drawing is what the template of a picture needs.
type drawing struct {
	Page    *page
	Picture picture
	Title   string
}

// Drawing makes a picture ready to be drawn on the page.
func (p *page) Drawing(picture picture, title string) drawing { return drawing{p, picture, title} }
