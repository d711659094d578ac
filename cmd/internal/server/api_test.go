package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"entente.example/cmd/internal/server"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/loader/extract"
	"entente.example/loader/source"
	"entente.example/queries"
)

// seedStore loads the articles of testdata into a store in memory.
func seedStore(tb testing.TB) *store.Store { return storeOf(tb, "../../../testdata/articles") }

// storeOf loads the articles of a file or a folder into a store in memory.
func storeOf(tb testing.TB, path string) *store.Store {
	tb.Helper()
	s, err := store.Open(tb.Context(), "memory:", store.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	reader, err := extract.Embedded()
	if err != nil {
		tb.Fatal(err)
	}
	docs := source.Open(tb.Context(), []string{path}, source.Options{})
	if _, err := loader.Load(tb.Context(), s, reader, docs, loader.Options{}); err != nil {
		tb.Fatal(err)
	}
	return s
}

// serve starts a server of the store on a port of its own.
func serve(tb testing.TB, s *store.Store, config server.Config) *httptest.Server {
	tb.Helper()
	if config.DrawingCache == "" {
		config.DrawingCache = tb.TempDir()
	}
	made, err := server.New(s, config)
	if err != nil {
		tb.Fatal(err)
	}
	h := httptest.NewServer(made.Handler())
	tb.Cleanup(func() {
		h.Close()
		_ = made.Close(context.Background())
	})
	return h
}

// get asks and gives the response with its body.
func get(tb testing.TB, address string, headers ...string) (*http.Response, []byte) {
	tb.Helper()
	r, err := http.NewRequestWithContext(tb.Context(), http.MethodGet, address, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return send(tb, r, headers...)
}

func send(tb testing.TB, r *http.Request, headers ...string) (*http.Response, []byte) {
	tb.Helper()
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(r)
	if err != nil {
		tb.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		tb.Fatal(err)
	}
	return response, body
}

// conformance holds responses against the description of the API.
type conformance struct {
	doc     *openapi3.T
	base    string
	options *openapi3filter.Options
}

func newConformance(tb testing.TB, h *httptest.Server) conformance {
	tb.Helper()
	_, text := get(tb, h.URL+"/v1/openapi.yaml")
	doc, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		tb.Fatal(err)
	}
	doc.Servers = openapi3.Servers{{URL: h.URL}}
	return conformance{doc, h.URL, &openapi3filter.Options{
		IncludeResponseStatus: true, ExcludeRequestBody: true,
		ExcludeResponseBody: false, AuthenticationFunc: openapi3filter.NoopAuthenticationFunc,
	}}
}

// check asks, and validates request and response; a response that is no JSON is validated by its type alone.
func (c conformance) check(t *testing.T, address string, headers ...string) (*http.Response, []byte) {
	t.Helper()
	router, err := gorillamux.NewRouter(c.doc)
	if err != nil {
		t.Fatal(err)
	}
	response, body := get(t, address, headers...)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	found, params, err := router.FindRoute(r)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	options := *c.options
	kind, _, _ := strings.Cut(response.Header.Get("Content-Type"), ";")
	options.ExcludeResponseBody = kind != "application/json" && kind != "application/problem+json" // others have no schema
	in := &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: found, Options: &options}
	out := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: in, Status: response.StatusCode, Header: response.Header,
		Body: io.NopCloser(bytes.NewReader(body)), Options: &options,
	}
	if err := openapi3filter.ValidateResponse(t.Context(), out); err != nil {
		t.Errorf("%s: the response is not as described: %v", address, err)
	}
	return response, body
}

// TestEveryRouteInEveryFormat asks every question in every representation, by name and by header.
func TestEveryRouteInEveryFormat(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{Against: olderStore(t)})
	c := newConformance(t, h)
	asked := 0
	for _, route := range server.Questions() {
		for _, form := range route.Forms {
			address := h.URL + route.URL
			join := "?"
			if strings.Contains(address, "?") {
				join = "&"
			}
			byName, body := c.check(t, address+join+"format="+form.Name)
			byHeader, again := c.check(t, address, "Accept", form.MediaType)
			asked++
			if byName.StatusCode != http.StatusOK || byHeader.StatusCode != http.StatusOK {
				t.Errorf("%s as %s: %s, %s: %s", address, form.Name, byName.Status, byHeader.Status, body)
				continue
			}
			if !bytes.Equal(body, again) && !route.Ambiguous(form) {
				t.Errorf("%s: format=%s and Accept: %s give other bytes", address, form.Name, form.MediaType)
			}
			if got := byName.Header.Get("Content-Type"); !strings.HasPrefix(got, form.MediaType) {
				t.Errorf("%s as %s comes as %s", address, form.Name, got)
			}
			if len(body) == 0 && form.Name != "jsonl" { // which has a line a row, and may have none
				t.Errorf("%s as %s is empty", address, form.Name)
			}
			switch {
			case form.Name == "json" && !json.Valid(body):
				t.Errorf("%s is no JSON", address)
			case form.Name == "svg" && xml.Unmarshal(body, new(struct{})) != nil:
				t.Errorf("%s is no XML", address)
			}
		}
	}
	if asked < 30 {
		t.Errorf("only %d representations were asked for", asked)
	}
}

// TestAnswersAreThoseOfTheQuestions holds that the server adds nothing to what package queries answers.
func TestAnswersAreThoseOfTheQuestions(t *testing.T) {
	s := seedStore(t)
	h := serve(t, s, server.Config{})
	same := func(path string, want any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		encoder := json.NewEncoder(&b)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(want); err != nil {
			t.Fatal(err)
		}
		if _, body := get(t, h.URL+path); !bytes.Equal(body, b.Bytes()) {
			t.Errorf("%s answers\n%s\nand the question\n%s", path, body, b.Bytes())
		}
	}
	backs, err := queries.Backs(t.Context(), s, queries.Options{Name: "Libyan_National_Army"})
	same("/v1/backs?name=haftar%27s%20forces", backs, err)
	ties, err := queries.Ties(t.Context(), s, queries.Options{})
	same("/v1/ties", ties, err)
	why, err := queries.Why(t.Context(), s, "Iran", "backs", "Houthis", queries.Options{})
	same("/v1/why?subject=Tehran&object=Ansar+Allah&relation=backs", why, err)
}

// TestDeniedTiesAreShownOnDemand holds the worst mistake off: what is only denied is in no answer unasked.
func TestDeniedTiesAreShownOnDemand(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	for _, format := range []string{"json", "csv", "jsonl", "dot", "svg"} {
		for _, path := range []string{"/v1/backs", "/v1/ties"} {
			_, body := get(t, h.URL+path+"?format="+format+"&limit=1000")
			_, asked := get(t, h.URL+path+"?format="+format+"&limit=1000&polarity=denied")
			if bytes.Contains(body, []byte(`"polarity": "denied"`)) || bytes.Contains(body, []byte(",denied,")) {
				t.Errorf("%s as %s shows a denied tie unasked", path, format)
			}
			if !bytes.Contains(asked, []byte("denied")) {
				t.Errorf("%s as %s shows no denied tie that was asked for", path, format)
			}
		}
	}
}

// TestProblems holds status, kind and named parameter of what cannot be answered.
func TestProblems(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	for _, test := range []struct {
		path               string
		status             int
		kind, parameter    string
		candidate, allowed string
	}{
		{path: "/v1/backs?nmae=LNA", status: 400, kind: "parameters", parameter: "nmae"},
		{path: "/v1/backs?name=LNA&name=GNA", status: 400, kind: "parameters", parameter: "name"},
		{path: "/v1/backs?since=yesterday", status: 400, kind: "parameters", parameter: "since"},
		{path: "/v1/backs?since=2020&until=2019", status: 400, kind: "parameters", parameter: "until"},
		{path: "/v1/backs?kinds=love", status: 400, kind: "parameters", parameter: "kinds"},
		{path: "/v1/backs?polarity=maybe", status: 400, kind: "parameters", parameter: "polarity"},
		{path: "/v1/backs?minConfidence=2", status: 400, kind: "parameters", parameter: "minConfidence"},
		{path: "/v1/backs?minSources=-1", status: 400, kind: "parameters", parameter: "minSources"},
		{path: "/v1/backs?limit=0", status: 400, kind: "parameters", parameter: "limit"},
		{path: "/v1/backs?limit=1001", status: 400, kind: "parameters", parameter: "limit"},
		{path: "/v1/backs?cursor=x", status: 400, kind: "parameters", parameter: "cursor"},
		{path: "/v1/backs?format=pdf", status: 400, kind: "parameters", parameter: "format"},
		{path: "/v1/backs?name=%ff", status: 400, kind: "parameters", parameter: "name"},
		{path: "/v1/backs?retracted=perhaps", status: 400, kind: "parameters", parameter: "retracted"},
		{path: "/v1/backs?name=Libyan+National+Armee", status: 404, kind: "unknown-name", parameter: "name", candidate: "Libyan_National_Army"},
		{path: "/v1/backs?name=", status: 400, kind: "parameters", parameter: "name"},
		{path: "/v1/backs?place=", status: 400, kind: "parameters", parameter: "place"},
		{path: "/v1/slant?a=Iran&b=Nobody", status: 404, kind: "unknown-name", parameter: "b"},
		{path: "/v1/slant?a=Iran", status: 400, kind: "parameters", parameter: "a"},
		{path: "/v1/slant?a=Iran&b=Houthis&place=Xyzzyqwert", status: 404, kind: "unknown-name", parameter: "place"},
		{path: "/v1/blocs?place=Xyzzyqwert", status: 404, kind: "unknown-name", parameter: "place"},
		{path: "/v1/graph?depth=9", status: 400, kind: "parameters", parameter: "depth"},
		{path: "/v1/graph?relations=loves", status: 400, kind: "parameters", parameter: "relations"},
		{path: "/v1/why?subject=Russia", status: 400, kind: "parameters", parameter: "object"},
		{path: "/v1/why?subject=Russia&object=%3CRussia%3E", status: 400, kind: "parameters", parameter: "object"},
		{path: "/v1/why", status: 400, kind: "parameters", parameter: "subject"},
		{path: "/v1/articles/1", status: 400, kind: "parameters", parameter: "id"},
		{path: "/v1/articles/00000000-0000-0000-0000-000000000000", status: 404, kind: "not-found"},
		{path: "/v1/nothing", status: 404, kind: "not-found"},
		{path: "/v1/backs?cursor=eyJvIjoxLCJyIjoieCJ9", status: 410, kind: "cursor"},
	} {
		response, body := get(t, h.URL+test.path)
		var p server.Problem
		if err := json.Unmarshal(body, &p); err != nil {
			t.Fatalf("%s: %v: %s", test.path, err, body)
		}
		if response.StatusCode != test.status || p.Status != test.status || p.Type != "urn:entente:problem:"+test.kind {
			t.Errorf("%s: %s %s, want %d %s", test.path, response.Status, p.Type, test.status, test.kind)
		}
		if got := response.Header.Get("Content-Type"); got != "application/problem+json" {
			t.Errorf("%s comes as %s", test.path, got)
		}
		if test.parameter != "" && (len(p.Errors) == 0 || p.Errors[0].Parameter != test.parameter) {
			t.Errorf("%s names %v, want %s", test.path, p.Errors, test.parameter)
		}
		if test.candidate != "" && (len(p.Candidates) == 0 || string(p.Candidates[0].ID) != test.candidate) {
			t.Errorf("%s offers %v, want %s", test.path, p.Candidates, test.candidate)
		}
	}
}

// TestMethodsAndTypes holds 405 with Allow, 406, and that a representation is chosen by quality.
func TestMethodsAndTypes(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	r, _ := http.NewRequestWithContext(t.Context(), http.MethodDelete, h.URL+"/v1/backs", nil)
	if response, _ := send(t, r); response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("DELETE: %s, Allow %q", response.Status, response.Header.Get("Allow"))
	}
	r, _ = http.NewRequestWithContext(t.Context(), http.MethodHead, h.URL+"/v1/backs", nil)
	if response, body := send(t, r); response.StatusCode != http.StatusOK || len(body) > 0 || response.ContentLength < 100 {
		t.Errorf("HEAD: %s, %d bytes, length %d", response.Status, len(body), response.ContentLength)
	}
	for accept, want := range map[string]string{
		"": "application/json", "*/*": "application/json", "text/*": "text/csv; charset=utf-8",
		"image/svg+xml, */*;q=0.1": "image/svg+xml", "text/csv;q=0.5, application/n-quads": "application/n-quads",
		"application/json;q=0, */*": "text/csv; charset=utf-8", "nonsense,,": "application/problem+json", "application/pdf": "application/problem+json",
	} {
		response, _ := get(t, h.URL+"/v1/backs", "Accept", accept)
		if got := response.Header.Get("Content-Type"); got != want {
			t.Errorf("Accept: %s gives %s, want %s", accept, got, want)
		}
	}
}

// TestPages walks through all pages of an answer, which together are the whole.
func TestPages(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	var whole, page queries.TiesAnswer
	_, body := get(t, h.URL+"/v1/ties?limit=1000")
	if err := json.Unmarshal(body, &whole); err != nil {
		t.Fatal(err)
	}
	next, walked := "/v1/ties?limit=7&polarity=affirmed,alleged", 0
	for next != "" {
		response, body := get(t, h.URL+next)
		page = queries.TiesAnswer{}
		if err := json.Unmarshal(body, &page); err != nil {
			t.Fatalf("%s: %v", next, err)
		}
		for _, tie := range page.Ties {
			if want := whole.Ties[walked]; tie.Fact != want.Fact || tie.Polarity != want.Polarity {
				t.Fatalf("tie %d is %v, want %v", walked, tie, want)
			}
			walked++
		}
		next = ""
		if link := response.Header.Get("Link"); link != "" {
			next, _, _ = strings.Cut(strings.TrimPrefix(link, "<"), ">")
		}
	}
	if walked != len(whole.Ties) || walked < 20 {
		t.Errorf("the pages have %d ties, the whole %d", walked, len(whole.Ties))
	}
}

// TestUnchangedAnswersAreNotSentAgain holds the ETag: 304 until the store changes, and other tags for other forms.
func TestUnchangedAnswersAreNotSentAgain(t *testing.T) {
	s := seedStore(t)
	h := serve(t, s, server.Config{})
	first, body := get(t, h.URL+"/v1/backs?name=LNA")
	tag := first.Header.Get("ETag")
	if again, none := get(t, h.URL+"/v1/backs?name=LNA", "If-None-Match", `"other", W/`+tag); again.StatusCode != http.StatusNotModified || len(none) > 0 {
		t.Errorf("the same again: %s", again.Status)
	}
	if csv, _ := get(t, h.URL+"/v1/backs?name=LNA", "Accept", "text/csv"); csv.Header.Get("ETag") == tag {
		t.Error("CSV has the tag of JSON")
	}
	articles := s.Articles(t.Context())
	for article := range articles {
		if err := s.Remove(t.Context(), article.ID); err != nil {
			t.Fatal(err)
		}
	}
	time.Sleep(200 * time.Millisecond) // a change by others is seen within a tenth of a second
	if after, changed := get(t, h.URL+"/v1/backs?name=LNA", "If-None-Match", tag); after.StatusCode != http.StatusOK || bytes.Equal(body, changed) {
		t.Errorf("after a change: %s", after.Status)
	}
}

// TestOnlyItsOwnHost holds DNS rebinding off, and CORS.
func TestOnlyItsOwnHost(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{Hosts: []string{"desk.example"}, Origins: []string{"https://good.example"}})
	for host, want := range map[string]int{
		"localhost": 200, "LOCALHOST:8080": 200, "127.0.0.1:1": 200, "[::1]:8080": 200, "desk.example:80": 200,
		"evil.example": 421, "localhost.evil.example": 421, "127.0.0.1.evil.example:80": 421, "": 421,
	} {
		r, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, h.URL+"/v1/stats", nil)
		r.Host = host
		if host == "" {
			continue // net/http fills it in
		}
		if response, _ := send(t, r); response.StatusCode != want {
			t.Errorf("Host: %s: %s, want %d", host, response.Status, want)
		}
	}
	good, _ := get(t, h.URL+"/v1/stats", "Origin", "https://good.example")
	evil, _ := get(t, h.URL+"/v1/stats", "Origin", "https://evil.example")
	if good.Header.Get("Access-Control-Allow-Origin") != "https://good.example" || evil.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("CORS allows %q and %q", good.Header.Get("Access-Control-Allow-Origin"), evil.Header.Get("Access-Control-Allow-Origin"))
	}
	for header, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Content-Security-Policy": "default-src 'self'",
	} {
		if got := good.Header.Get(header); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q", header, got)
		}
	}
	plain, _ := get(t, serve(t, seedStore(t), server.Config{}).URL+"/v1/stats", "Origin", "https://good.example")
	if got := plain.Header.Get("Access-Control-Allow-Origin"); got != "" {
		t.Errorf("CORS is on unasked: %q", got)
	}
}

// TestHealthAndMetrics holds that metrics have patterns for labels and never paths.
func TestHealthAndMetrics(t *testing.T) {
	s := seedStore(t)
	var log bytes.Buffer
	h := serve(t, s, server.Config{Log: slog.New(slog.NewJSONHandler(&log, nil))})
	get(t, h.URL+"/v1/entities/LNA")
	get(t, h.URL+"/v1/entities/"+url.PathEscape("no such <b>name</b>"))
	for path, want := range map[string]string{"/healthz": "alive\n", "/readyz": "ready\n"} {
		if response, body := get(t, h.URL+path); response.StatusCode != http.StatusOK || string(body) != want {
			t.Errorf("%s: %s %q", path, response.Status, body)
		}
	}
	_, metrics := get(t, h.URL+"/metrics")
	for _, want := range []string{
		`entente_requests_total{code="200",route="GET /v1/entities/{name}"} 1`,
		`entente_requests_total{code="404",route="GET /v1/entities/{name}"} 1`,
		"entente_articles 6", "entente_statements ", "entente_request_seconds_bucket",
	} {
		if !bytes.Contains(metrics, []byte(want)) {
			t.Errorf("the metrics lack %s", want)
		}
	}
	if bytes.Contains(metrics, []byte("no such")) {
		t.Error("a path is a label")
	}
	if lines := bytes.Count(log.Bytes(), []byte("\n")); lines != 4 {
		t.Errorf("%d lines in the log:\n%s", lines, log.String())
	}
	_ = s.Close()
	if response, _ := get(t, h.URL+"/readyz"); response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("without a store it is %s", response.Status)
	}
}

// TestEveryPlaceIsLookedFor holds that each question which takes a place looks for it: one that does not would answer for
// the whole world.
func TestEveryPlaceIsLookedFor(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{Against: olderStore(t)})
	for _, route := range server.Questions() {
		if !route.Takes("place") {
			continue
		}
		join := "?"
		if strings.Contains(route.URL, "?") {
			join = "&"
		}
		for _, form := range route.Forms {
			address := route.URL + join + "place=Xyzzyqwert&format=" + form.Name
			if response, _ := get(t, h.URL+address); response.StatusCode != http.StatusNotFound {
				t.Errorf("%s: %s", address, response.Status)
			}
		}
	}
}
