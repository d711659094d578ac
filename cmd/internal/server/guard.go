package server

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// contentPolicy lets the page load what the server itself serves, and nothing else.
const contentPolicy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// requestKey is the key of a request's id in its context.
type requestKey struct{}

func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// guarded turns away requests that are meant for another host, and tells browsers what not to do.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = r.WithContext(context.WithValue(r.Context(), requestKey{}, strconv.FormatUint(s.requests.Add(1), 10)))
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		if !s.isHost(r.Host) {
			s.told("host", func(http.ResponseWriter, *http.Request) error {
				return problem(http.StatusMisdirectedRequest, "host", "Not this host", "this server is not %q", r.Host).
					hinted("ask for http://127.0.0.1 or http://localhost, or start the server with --host")
			}).ServeHTTP(w, r)
			return
		}
		if s.share(w, r) {
			return
		}
		if len(s.config.Origins) == 0 {
			h.Set("Cross-Origin-Resource-Policy", "same-origin")
		}
		next.ServeHTTP(w, r)
	})
}

// isHost reports whether the header Host is one that the server may be asked by. A page of strangers can make its own
// name lead here (DNS rebinding), but it cannot make itself an address or localhost.
func (s *Server) isHost(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	if name == "localhost" || slices.ContainsFunc(s.config.Hosts, func(known string) bool { return strings.EqualFold(known, name) }) {
		return true
	}
	_, err := netip.ParseAddr(name)
	return err == nil
}

// share lets pages of the origins that were named read the API. It reports whether the request was one that asks so.
func (s *Server) share(w http.ResponseWriter, r *http.Request) bool {
	if len(s.config.Origins) == 0 {
		return false
	}
	h := w.Header()
	h.Add("Vary", "Origin")
	origin := r.Header.Get("Origin")
	if origin == "" || !slices.Contains(s.config.Origins, origin) {
		return false
	}
	h.Set("Access-Control-Allow-Origin", origin)
	h.Set("Access-Control-Expose-Headers", "ETag, Link, Total-Count, Taken-For, Retry-After")
	if r.Method != http.MethodOptions || r.Header.Get("Access-Control-Request-Method") == "" {
		return false
	}
	h.Set("Access-Control-Allow-Methods", "GET, HEAD")
	h.Set("Access-Control-Max-Age", "600")
	w.WriteHeader(http.StatusNoContent)
	return true
}
