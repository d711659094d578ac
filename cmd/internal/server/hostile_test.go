package server_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"entente.example/cmd/internal/server"
	"entente.example/graph"
	"entente.example/graph/store"
)

// attacks are names, titles and sentences that an article may bring, and that no browser may obey. Each would call
// pwned() if it got through.
func attacks() []string {
	return []string{
		`<script>pwned()</script>`,
		`"><img src=x onerror=pwned()>`,
		`'><svg onload=pwned()>`,
		`</title><script>pwned()</script>`,
		`</text></svg><script>pwned()</script>`,
		`javascript:pwned()`,
		`{{.Stats}} {{template "layout"}}`,
		`]]><script>pwned()</script>`,
		`--><script>pwned()</script>`,
		"`-pwned()-`${pwned()}",
		`\"); pwned(); //`,
		`<iframe srcdoc="<script>parent.pwned()</script>">`,
		`<a href="javascript:pwned()">click</a>`,
		"\u202Egnp.evil\u202C <b onmouseover=pwned()>",
		`&lt;script&gt;pwned()&lt;/script&gt;`,
		`<style>*{display:none}</style>`,
		`<meta http-equiv=refresh content="0;url=http://evil.example/">`,
		`<base href=http://evil.example/>`,
		`" style="position:fixed;inset:0" onfocus="pwned()" autofocus="`,
		`%3Cscript%3Epwned()%3C/script%3E`,
	}
}

// hostileStore holds a tie for each attack, which is everywhere where an article's words can be.
func hostileStore(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), "memory:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	patron := graph.Entity{ID: "Ruritania", Name: "Ruritania", Type: graph.State, IsState: true}
	for i, attack := range attacks() {
		sentence := "Ruritania arms " + attack + "."
		doc := graph.NewDocument("one", sentence+strings.Repeat(" x", i), graph.Appearance{
			URL: attack, Publisher: attack, Title: attack, Published: graph.Valid(fmt.Sprintf("2024-01-%02d", 1+i)),
		})
		doc.Archive = "javascript:pwned()"
		client := graph.Entity{ID: graph.UnknownID(attack, ""), Name: attack, Type: graph.ArmedGroup, Aliases: []graph.Alias{{Name: "alias " + attack}}}
		speaker := graph.Entity{ID: graph.UnknownID("speaker "+attack, ""), Name: "speaker " + attack, Type: graph.Person}
		reading := graph.Reading{Article: doc.Article, Entities: []graph.Entity{patron, client, speaker}}
		for _, relation := range []graph.Relation{graph.Backs, graph.Fights} {
			reading.Statements = append(reading.Statements, graph.Statement{
				Article: doc.ID, Subject: patron.ID, Relation: relation, Object: client.ID, Polarity: graph.Affirmed, Speaker: speaker.ID,
				Citations: []graph.Citation{{
					Sentence: sentence, Span: graph.Span{0, len(sentence)}, Rule: "<b>rule</b>", Extractor: "rules@1", Confidence: 90,
					Marks: graph.Marks{Subject: graph.Span{0, 9}, Trigger: graph.Span{10, 14}, Object: graph.Span{15, 15 + len(attack)}},
				}},
			})
		}
		reading.Normalize()
		if _, err := s.Add(t.Context(), reading); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// TestHostileWordsAreOnlyShown opens every page of a store of attacks in a browser: nothing runs, nothing is asked for
// elsewhere, and the words can be read.
func TestHostileWordsAreOnlyShown(t *testing.T) {
	h := serve(t, hostileStore(t), server.Config{Against: olderStore(t), AgainstName: attacks()[0]})
	b := browse(t, h.URL)
	pages := []string{"/", "/changes", "/changes?since=2020", "/ties", "/name/Ruritania", "/name/Ruritania?view=free", "/search?q=" + url.QueryEscape("script"), "/v1/graph?format=svg&relations=backs"}
	for i, attack := range attacks() {
		id := url.PathEscape(string(graph.UnknownID(attack, "")))
		pages = append(pages, "/search?q="+url.QueryEscape(attack))
		if i < 6 {
			pages = append(pages, "/name/"+id, "/why?subject=Ruritania&object="+id, "/name/"+id+"?tie="+url.QueryEscape(attack))
		}
	}
	for _, path := range pages {
		b.do(navigate(b.base + path))
		var ran bool
		b.do(evaluate(`typeof window.pwned === 'function' || document.querySelectorAll('main script, main iframe, main img:not([alt]), main style, main base, main meta').length > 0`, &ran))
		if ran {
			t.Errorf("%s has elements that an article brought", path)
		}
	}
	b.open("/name/Ruritania")
	b.shot("hostile")
	if text := b.text(`document.querySelector('#main').textContent`); !strings.Contains(text, `<script>pwned()</script>`) {
		t.Error("the words cannot be read")
	}
	if links := b.text(`[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), location.href).protocol).filter(p => !p.startsWith('http')).join(' ')`); links != "" {
		t.Errorf("links lead to %q", links)
	}
	b.open("/name/Ruritania?tie=" + url.QueryEscape("Ruritania backs "+string(graph.UnknownID(attacks()[0], ""))))
	if hrefs := b.text(`[...document.querySelectorAll('#evidence a')].map(a => a.getAttribute('href')).join(' ')`); strings.Contains(hrefs, "javascript:") {
		t.Errorf("the evidence links to %q", hrefs)
	}
	for _, complaint := range b.complaints {
		if strings.Contains(complaint, "pwned") || strings.Contains(complaint, "dialog") {
			t.Errorf("something ran: %s", complaint)
		}
	}
	for _, request := range b.requests {
		if !strings.HasPrefix(request, b.base+"/") && !strings.HasPrefix(request, "data:") {
			t.Errorf("a request left: %s", request)
		}
	}
}

// TestHostileWordsInTheAPI holds that JSON stays JSON and CSV has no formulas, whatever an article says.
func TestHostileWordsInTheAPI(t *testing.T) {
	h := serve(t, hostileStore(t), server.Config{})
	response, body := get(t, h.URL+"/v1/ties?limit=1000")
	if response.StatusCode != http.StatusOK || !json.Valid(body) {
		t.Errorf("%s, valid JSON: %v", response.Status, json.Valid(body))
	}
	for _, attack := range attacks() {
		text, _ := json.Marshal(attack)
		plain := strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&").Replace(string(text[1 : len(text)-1]))
		if !bytes.Contains(body, []byte(plain)) {
			t.Errorf("%s is not letter for letter", attack)
		}
	}
	for _, path := range []string{"/v1/ties?format=csv", "/v1/graph?format=csv"} {
		_, table := get(t, h.URL+path)
		for line := range strings.Lines(string(table)) {
			if strings.HasPrefix(line, "=") || strings.Contains(line, ",=") {
				t.Errorf("%s has a formula: %s", path, line)
			}
		}
	}
}

// FuzzParameters throws queries at every route: nothing may panic, and every answer is one of those described.
func FuzzParameters(f *testing.F) {
	s := seedStore(f)
	made, err := server.New(s, server.Config{Against: olderStore(f)})
	if err != nil {
		f.Fatal(err)
	}
	handler := made.Handler()
	for _, question := range server.Questions() {
		_, query, _ := strings.Cut(question.URL, "?")
		f.Add(query, "text/csv")
	}
	for _, query := range []string{
		"name=%00", "name=%ff%fe", "name=" + strings.Repeat("a", 2000), "limit=-1&cursor=%", "since=0000&until=9999", "kinds=,,,", "polarity=any,any",
		"since=2020-13-45", "minConfidence=1e9", "depth=4&name=Libya", "tie=a+b+c", "q=%F0%9F%92%A3", ";;;===&&&", "name=<script>", "cursor=e30",
	} {
		f.Add(query, "*/*;q=x,,/")
	}
	paths := []string{"/", "/ties", "/changes", "/why", "/search", "/name/LNA"}
	for _, question := range server.Questions() {
		path, _, _ := strings.Cut(question.URL, "?")
		paths = append(paths, path)
	}
	f.Fuzz(func(t *testing.T, query, accept string) {
		for _, path := range paths {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Host, r.URL.RawQuery = "localhost", query
			r.Header.Set("Accept", accept)
			w := &sink{header: http.Header{}}
			handler.ServeHTTP(w, r)
			switch w.status {
			case 0, 200, 300, 303, 304, 400, 404, 406, 410, 413:
			default:
				t.Errorf("%s?%s: %d", path, query, w.status)
			}
		}
	})
}

// sink is a response of which only the status is kept.
type sink struct {
	header http.Header
	status int
}

func (s *sink) Header() http.Header         { return s.header }
func (s *sink) WriteHeader(status int)      { s.status = status }
func (s *sink) Write(p []byte) (int, error) { return len(p), nil }
