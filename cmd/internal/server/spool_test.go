package server_test

import (
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"

	"entente.example/cmd/internal/server"
	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/queries"
)

// An export of all is what the format writes of the whole, whether it is held in memory or in a temporary file, which goes
// when it is sent.
func TestLongExports(t *testing.T) {
	s, folder := seedStore(t), t.TempDir()
	t.Setenv("TMPDIR", folder)
	short, long := serve(t, s, server.Config{}), serve(t, s, server.WithSpool(server.Config{}, 1000))
	for path, opts := range map[string]queries.Options{
		"/v1/graph":                 {Polarities: graph.Polarities()},
		"/v1/graph?relations=backs": {Polarities: graph.Polarities(), Relations: []graph.Relation{graph.Backs}},
		"/v1/fights":                {Polarities: graph.Polarities(), Relations: []graph.Relation{graph.Fights}},
		"/v1/backs?since=2021":      {Polarities: graph.Polarities(), Relations: []graph.Relation{graph.Backs}, Since: "2021"},
	} {
		g, _, err := queries.Subgraph(t.Context(), s, opts)
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range export.Formats() {
			if !format.InParts() {
				continue
			}
			var want strings.Builder
			if err := export.Write(&want, g, format, export.Options{Relations: opts.Relations}); err != nil {
				t.Fatal(err)
			}
			with := path + "?format=" + format.Name
			if strings.Contains(path, "?") {
				with = path + "&format=" + format.Name
			}
			for _, h := range []string{short.URL, long.URL, long.URL} {
				r, body := get(t, h+with)
				if r.StatusCode != http.StatusOK || string(body) != want.String() {
					t.Errorf("%s: %s, %d bytes, not %d", with, r.Status, len(body), want.Len())
				}
				if r.Header.Get("Content-Length") != strconv.Itoa(want.Len()) || r.Header.Get("ETag") == "" {
					t.Errorf("%s: %v", with, r.Header)
				}
			}
			if again, _ := get(t, long.URL+with, "If-None-Match", "*"); again.StatusCode != http.StatusNotModified {
				t.Errorf("%s: %s for what the client has", with, again.Status)
			}
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("%d files are left: %v", len(left), err)
	}
}
