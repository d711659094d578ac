package server

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/queries"
)

// rendered is an answer ready to be sent.
type rendered struct {
	body        []byte
	contentType string
	// long has the body in place of body where it is in a file: for one answer, which closes it.
	long *spool
	// link is the header Link, or empty; total is how many rows there are in all, or -1.
	link  string
	total int
	// takenFor is the header Taken-For, or empty.
	takenFor string
}

// errQuestionTime is the cause by which a question's context ends that took too long.
var errQuestionTime = errors.New("out of time")

// question is the handler of a route: it tells what the client has already, gives what was rendered before, and else
// asks.
func (s *Server) question(rt *route) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		path := map[string]string{}
		for _, name := range rt.params {
			if v := r.PathValue(name); v != "" {
				path[name] = v
			}
		}
		c, err := rt.readCall(r.URL.RawQuery, path)
		if err != nil {
			return err
		}
		c.opts.Outlets = s.config.Outlets
		if rt.compares && s.config.Against == nil {
			return problem(http.StatusForbidden, "off", "Switched off", "there is no store to compare with; start the server with --against STORE")
		}
		form, err := rt.choose(c.format, r.Header.Get("Accept"))
		if err != nil {
			return err
		}
		revision, err := s.revisionFor(r.Context(), rt, s.stats)
		if err != nil {
			return err
		}
		key := answerKey(revision, s.config.Version, form.name, r.URL)
		h := w.Header()
		h.Set("ETag", key)
		h.Set("Cache-Control", "no-cache") // keep it, and ask whether it is still so
		h.Add("Vary", "Accept")
		if matches(r.Header.Get("If-None-Match"), key) {
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
		answer, ok := s.cache.get(key)
		if !ok {
			if answer, err = s.work(r, rt, c, form, revision); err != nil {
				return err
			}
			defer answer.long.Close() //nolint:errcheck // it is a copy
			switch now, err := s.revisionFor(r.Context(), rt, s.freshStats); {
			case err != nil || now != revision:
				h.Del("ETag") // a load came between
			case answer.long == nil:
				s.cache.put(key, answer)
			}
		}
		answer.write(w, r)
		return nil
	}
}

// answerKey tells apart all answers that may differ; it is the ETag.
func answerKey(revision, version, form string, u *url.URL) string {
	hash := sha256.New()
	fmt.Fprintf(hash, "%s\n%s\n%s\n%s\n%s", revision, version, form, u.EscapedPath(), u.RawQuery)
	return `"` + base64.RawURLEncoding.EncodeToString(hash.Sum(nil)[:18]) + `"`
}

// matches reports whether a header If-None-Match names the tag.
func matches(header, tag string) bool {
	for given := range strings.SplitSeq(header, ",") {
		if given = strings.TrimPrefix(strings.TrimSpace(given), "W/"); given == tag || given == "*" {
			return true
		}
	}
	return false
}

func (a rendered) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.contentType)
	size := int64(len(a.body))
	if a.long != nil {
		size = a.long.size
	}
	h.Set("Content-Length", strconv.FormatInt(size, 10))
	if a.link != "" {
		h.Set("Link", a.link)
	}
	if a.takenFor != "" {
		h.Set("Taken-For", a.takenFor)
	}
	if a.total >= 0 {
		h.Set("Total-Count", strconv.Itoa(a.total))
	}
	switch {
	case r.Method == http.MethodHead:
	case a.long != nil:
		_, _ = io.Copy(w, io.NewSectionReader(a.long.file, 0, size)) // who sees less than the length knows that some is missing
	default:
		_, _ = w.Write(a.body)
	}
}

// slotTime is how long a question waits for its turn before it is sent away.
const slotTime = time.Second

// work asks the question, when its turn comes and within its time, and renders the answer.
func (s *Server) work(r *http.Request, rt *route, c *call, form representation, revision string) (rendered, error) {
	leave, err := s.enter(r.Context())
	if err != nil {
		return rendered{}, err
	}
	defer leave()
	ctx, cancel := context.WithTimeoutCause(r.Context(), s.config.Timeout, errQuestionTime)
	defer cancel()
	answer, err := s.render(ctx, rt, c, form, r.URL, revision)
	if err != nil {
		return rendered{}, problemAt(ctx, err)
	}
	answer.takenFor = c.header()
	return answer, nil
}

// problemAt makes a problem of an error while the context of the question is at hand. What is nobody's fault is logged.
func problemAt(ctx context.Context, err error) error {
	p := problemOf(ctx, err)
	if p.Status == http.StatusInternalServerError {
		return errors.Join(p, err)
	}
	return p
}

// enter takes one of the places for questions, or says that all are taken.
func (s *Server) enter(ctx context.Context) (leave func(), err error) {
	timer := time.NewTimer(slotTime)
	defer timer.Stop()
	select {
	case s.slots <- struct{}{}:
		return func() { <-s.slots }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-timer.C:
		s.meter.refused.Inc()
		return nil, problem(http.StatusServiceUnavailable, "busy", "Busy", "%d questions are being answered", s.config.Questions).
			hinted("ask again in a second")
	}
}

func (s *Server) render(ctx context.Context, rt *route, c *call, form representation, u *url.URL, revision string) (rendered, error) {
	if form.format != nil {
		return s.renderGraph(ctx, rt, c, *form.format)
	}
	if c.limit == 0 {
		c.limit = defaultLimit
	}
	answer, err := rt.ask(ctx, s, c)
	if err != nil {
		return rendered{}, err
	}
	done := rendered{contentType: form.mediaType, total: -1}
	if rt.paged() {
		if done.link, done.total, err = turnTo(&answer, c, u, revision); err != nil {
			return rendered{}, err
		}
	}
	var b bytes.Buffer
	switch form.name {
	case "csv":
		done.contentType += "; charset=utf-8"
		err = tableOf(answer).writeCSV(&b)
	case "jsonl":
		err = writeLines(&b, answer)
	default:
		if err = writeJSON(&b, answer); err == nil {
			err = c.appendTo(&b)
		}
	}
	done.body = b.Bytes()
	return done, err
}

// turnTo cuts an answer to the page that is asked for.
func turnTo(answer *any, c *call, u *url.URL, revision string) (link string, total int, err error) {
	offset := 0
	if c.cursor != nil {
		if c.cursor.Revision != revision[:cursorRevision] {
			return "", 0, problem(http.StatusGone, "cursor", "The store has changed", "the cursor is of an answer that is no more").
				hinted("ask again from the first page")
		}
		offset = c.cursor.Offset
	}
	*answer, total = pageOf(*answer, offset, c.limit)
	if offset+c.limit < total {
		query := u.Query()
		query.Set("cursor", cursor{offset + c.limit, revision[:cursorRevision]}.String())
		link = fmt.Sprintf("<%s?%s>; rel=\"next\"", u.EscapedPath(), query.Encode())
	}
	return link, total, nil
}

// cursorRevision is how many digits of the revision a cursor has.
const cursorRevision = 16

// renderGraph draws or exports the part of the graph that the answer is about.
func (s *Server) renderGraph(ctx context.Context, rt *route, c *call, format export.Format) (rendered, error) {
	if format.Whole && len(c.opts.Polarities) == 0 {
		c.opts.Polarities = graph.Polarities()
	}
	if c.opts.Rejected {
		return rendered{}, wrongParameter("rejected", "what reviewers have rejected is not drawn as a tie").
			hinted("nquads, trig and json have it beside the verdicts")
	}
	if rt.whole != nil && c.name == "" && format.InParts() {
		return s.renderParts(ctx, rt, c, format)
	}
	g, err := rt.view(ctx, s, c)
	if err != nil {
		return rendered{}, err
	}
	opts := export.Options{Title: c.title, Polarities: c.opts.Polarities, Relations: c.opts.Relations}
	opts.Layout = func(w io.Writer, dot []byte) error { return s.drawTo(ctx, w, dot) }
	if format.Name == "svg" && len(g.Statements) > maxDrawn {
		return rendered{}, problem(http.StatusRequestEntityTooLarge, "too-many", "Too many to draw",
			"%d statements are more than the %d that are drawn", len(g.Statements), maxDrawn).
			hinted("narrow it by name, relations, kinds or minSources, or take another format")
	}
	var b bytes.Buffer
	if err := export.Write(&b, g, format, opts); err != nil {
		return rendered{}, err
	}
	return rendered{body: b.Bytes(), contentType: typeOf(format), total: -1}, nil
}

func typeOf(format export.Format) string {
	if strings.HasPrefix(format.MediaType, "text/") {
		return format.MediaType + "; charset=utf-8"
	}
	return format.MediaType
}

// renderParts exports the whole graph part by part, as there may be more of it than there is memory.
func (s *Server) renderParts(ctx context.Context, rt *route, c *call, format export.Format) (_ rendered, err error) {
	if err := rt.whole(ctx, s, c); err != nil {
		return rendered{}, err
	}
	parts, err := export.NewParts(format, export.Options{Polarities: c.opts.Polarities, Relations: c.opts.Relations})
	if err != nil {
		return rendered{}, err
	}
	body := &spool{room: s.config.spoolRoom}
	defer func() {
		err = errors.Join(err, parts.Close())
		if err != nil || body.file == nil {
			_ = body.Close()
		}
	}()
	if _, err := queries.SubgraphParts(ctx, s.store, c.opts, parts.Add); err != nil {
		return rendered{}, err
	}
	if err := parts.Write(ctx, body); err != nil {
		return rendered{}, err
	}
	done := rendered{body: body.memory.Bytes(), contentType: typeOf(format), total: -1}
	if body.file != nil {
		done.long = body
	}
	return done, nil
}

// maxDrawn is the most statements of a picture; Graphviz takes a second for a thousand ties, and longer the more.
const maxDrawn = 5000

// writeJSON writes as the command does.
func writeJSON(b *bytes.Buffer, value any) error {
	encoder := json.NewEncoder(b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

func writeLines(b *bytes.Buffer, answer any) error {
	encoder := json.NewEncoder(b)
	encoder.SetEscapeHTML(false)
	for _, list := range listsOf(answer) {
		for i := range list.value.Len() {
			if err := encoder.Encode(list.value.Index(i).Interface()); err != nil {
				return err
			}
		}
	}
	if len(listsOf(answer)) == 0 {
		return encoder.Encode(answer)
	}
	return nil
}
