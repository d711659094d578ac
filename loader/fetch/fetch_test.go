package fetch_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"entente.example/loader/fetch"
)

// host is a server with pages of all sorts.
func host(t *testing.T, robots string) (*httptest.Server, *atomic.Int64) {
	t.Helper()
	asked := new(atomic.Int64)
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, r *http.Request) {
		if robots == "" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, robots)
	})
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if !strings.HasPrefix(r.UserAgent(), "entente") {
			t.Errorf("user agent %q", r.UserAgent())
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<p>Rebels left.</p>")
	})
	mux.HandleFunc("/tired", func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1) == 1 {
			http.Error(w, "later", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprint(w, "now")
	})
	mux.HandleFunc("/broken", func(w http.ResponseWriter, r *http.Request) { asked.Add(1); http.Error(w, "no", http.StatusBadGateway) })
	mux.HandleFunc("/large", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, strings.Repeat("a", 2000)) })
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s, asked
}

func TestGet(t *testing.T) {
	client := fetch.Client{AllowPrivate: true, Pause: time.Millisecond, MaxSize: 1000, Timeout: time.Second}
	tests := []struct {
		name, robots, path string
		want               error // nil: a page
		asked              int64
	}{
		{"a page", "", "/page", nil, 1},
		{"a redirect", "", "/moved", nil, 1},
		{"a host that is tired for a moment", "", "/tired", nil, 2},
		{"a host that stays broken", "", "/broken", fetch.ErrStatus, 2},
		{"no page", "", "/nothing", fetch.ErrStatus, 0},
		{"a circle", "", "/circle", fetch.ErrStatus, 0},
		{"a redirect to a file", "", "/file", fetch.ErrStatus, 0},
		{"a large page", "", "/large", fetch.ErrTooLarge, 0},
		{"no time", "", "/slow", context.DeadlineExceeded, 0},
		{"robots.txt for all", "User-agent: *\nDisallow: /", "/page", fetch.ErrRobots, 0},
		{"robots.txt for others", "User-agent: other\nDisallow: /", "/page", nil, 1},
		{"robots.txt that names us", "User-agent: *\nDisallow: /\n\nUser-agent: entente\nDisallow: /x", "/page", nil, 1},
		{"robots.txt with an exception", "User-agent: *\nDisallow: /\nAllow: /p*e$", "/page", nil, 1},
		{"robots.txt with a longer rule", "User-agent: *\nAllow: /\nDisallow: /pag # not this", "/page", fetch.ErrRobots, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, asked := host(t, tt.robots)
			page, err := client.Get(t.Context(), s.URL+tt.path)
			if tt.want == nil && (err != nil || len(page.Body) == 0) || tt.want != nil && !errors.Is(err, tt.want) && !(tt.want == context.DeadlineExceeded && err != nil) {
				t.Errorf("%+v, %v, want %v", page, err, tt.want)
			}
			if asked.Load() != tt.asked {
				t.Errorf("asked %d times, want %d", asked.Load(), tt.asked)
			}
			if tt.path == "/moved" && !strings.HasSuffix(page.Address, "/page") {
				t.Errorf("found at %s", page.Address)
			}
		})
	}
}

// Neither a name nor a number nor a redirect leads to a machine of the house.
func TestGetPrivate(t *testing.T) {
	s, asked := host(t, "")
	for _, address := range []string{
		s.URL + "/page", strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/page", "http://[::1]:80/", "http://10.1.2.3/",
		"http://169.254.169.254/latest/meta-data", "http://192.168.1.1/", "http://100.64.0.1/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/",
		"http://[fd00::1]/", "http://[64:ff9b::7f00:1]/",
	} {
		if _, err := (fetch.Client{Timeout: time.Second, Pause: time.Millisecond}).Get(t.Context(), address); err == nil || !errors.Is(err, fetch.ErrPrivate) && !strings.Contains(err.Error(), "unreachable") {
			t.Errorf("%s: %v", address, err)
		}
	}
	if asked.Load() > 0 {
		t.Error("a private page was asked for")
	}
	for _, address := range []string{"ftp://a.example/", "a.example", "http://", "http://%zz"} {
		if _, err := (fetch.Client{}).Get(t.Context(), address); !errors.Is(err, fetch.ErrStatus) {
			t.Errorf("%s: %v", address, err)
		}
	}
}
