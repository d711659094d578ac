package server

import (
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"
)

// handler answers a request, or says why it cannot.
type handler func(http.ResponseWriter, *http.Request) error

// Handler is all that the server answers.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	handle := func(pattern string, h handler) { mux.Handle(pattern, s.told(pattern, h)) }
	for i := range s.routes {
		rt := &s.routes[i]
		handle("GET "+rt.path, s.question(rt))
	}
	for i := range s.pages {
		handle("GET "+s.pages[i].path, s.page(&s.pages[i]))
	}
	foreign := http.NewCrossOriginProtection()
	foreign.SetDenyHandler(s.told("POST", func(http.ResponseWriter, *http.Request) error {
		return problem(http.StatusForbidden, "origin", "Another page asks", "only pages of this server may post")
	}))
	for _, p := range posts() {
		mux.Handle("POST "+p.path, foreign.Handler(s.told("POST "+p.path, s.posted(&p))))
	}
	handle("GET /assets/{hash}/{file...}", s.serveAsset)
	handle("GET /v1/openapi.yaml", serveOpenAPI)
	handle("GET /healthz", func(w http.ResponseWriter, _ *http.Request) error { return plainly(w, "alive\n") })
	handle("GET /readyz", s.ready)
	mux.Handle("GET /metrics", s.meter.handler())
	handle("/", func(w http.ResponseWriter, r *http.Request) error {
		p := noSuchPath(mux, r)
		if p.Status == http.StatusNotFound && isBrowser(r) {
			return s.showProblem(w, r, p)
		}
		return p
	})
	return s.guarded(mux)
}

// isBrowser reports whether somebody asks for a page, by a link that leads astray or a mistake in the address bar.
func isBrowser(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept"), "text/html") && !strings.HasPrefix(r.URL.Path, "/v1")
}

// noSuchPath tells apart a path that is not there and one that is asked in the wrong way.
func noSuchPath(mux *http.ServeMux, r *http.Request) *Problem {
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		other := r.Clone(r.Context())
		other.Method = method
		if _, pattern := mux.Handler(other); method != r.Method && pattern != "/" && pattern != "" {
			p := problem(http.StatusMethodNotAllowed, "method", "Method not allowed", "%s is asked with %s", r.URL.Path, method)
			allow := method
			if method == http.MethodGet {
				allow = "GET, HEAD"
			}
			p.header = map[string]string{"Allow": allow}
			return p
		}
	}
	return problem(http.StatusNotFound, "not-found", "Not found", "there is nothing at %s", r.URL.Path).
		hinted("/v1/openapi.yaml tells what there is")
}

func (s *Server) ready(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.freshStats(r.Context()); err != nil {
		return problem(http.StatusServiceUnavailable, "store", "Not ready", "the store cannot be read")
	}
	return plainly(w, "ready\n")
}

func plainly(w http.ResponseWriter, text string) error {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, err := w.Write([]byte(text))
	return err
}

// told makes an http.Handler of a handler: its error becomes a problem, and the request a line in the log and a count
// under the pattern of its route.
func (s *Server) told(pattern string, h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		seen := &watched{ResponseWriter: w}
		err := s.calmly(seen, r, h)
		if err != nil && !seen.begun {
			p := problemOf(r.Context(), err)
			p.write(seen, r)
			seen.status = p.Status
		}
		took := time.Since(began)
		s.meter.count(pattern, seen.code(), took)
		level, attributes := slog.LevelInfo, []slog.Attr{
			slog.String("id", requestID(r.Context())), slog.String("method", r.Method), slog.String("uri", r.URL.RequestURI()),
			slog.Int("status", seen.code()), slog.Int64("bytes", seen.bytes), slog.Duration("took", took.Round(time.Microsecond)),
		}
		if seen.code() >= http.StatusInternalServerError && seen.code() != http.StatusServiceUnavailable && err != nil {
			level = slog.LevelError
			attributes = append(attributes, slog.String("error", err.Error()))
		}
		s.log.LogAttrs(r.Context(), level, "request", attributes...)
	})
}

// calmly keeps a panic from ending more than its request.
func (s *Server) calmly(w http.ResponseWriter, r *http.Request, h handler) (err error) {
	defer func() {
		switch p := recover(); p {
		case nil:
		case http.ErrAbortHandler:
			panic(p)
		default:
			s.log.Error("panic", "id", requestID(r.Context()), "uri", r.URL.RequestURI(), "panic", p)
			err = errors.New("panic")
		}
	}()
	return h(w, r)
}

// watched notes what is written.
type watched struct {
	http.ResponseWriter
	begun  bool
	status int
	bytes  int64
}

func (w *watched) code() int {
	if w.status == 0 {
		return http.StatusOK
	}
	return w.status
}

// WriteHeader notes the status.
func (w *watched) WriteHeader(status int) {
	if !w.begun {
		w.begun, w.status = true, status
	}
	w.ResponseWriter.WriteHeader(min(status, 599))
}

// Write counts the bytes.
func (w *watched) Write(p []byte) (int, error) {
	w.begun = true
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController through.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }
