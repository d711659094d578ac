package server_test

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"entente.example/cmd/internal/server"
	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/loader/extract"
)

// TestNamesWithASlash follows every link of the page of a name with a slash in it, and those that lead there.
func TestNamesWithASlash(t *testing.T) {
	s, err := store.Open(t.Context(), "memory:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	reader, err := extract.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	docs := func(yield func(graph.Document, error) bool) {
		yield(graph.NewDocument("one", "Russia backs the TKP/ML in Turkey. The TKP/ML attacked Ankara.", graph.Appearance{Published: "2024-01-02"}), nil)
	}
	if _, err := loader.Load(t.Context(), s, reader, docs, loader.Options{}); err != nil {
		t.Fatal(err)
	}
	h := serve(t, s, server.Config{})
	const page = "/name/TKP%2FML"
	link := regexp.MustCompile(`(?:href|action)="(/[^"]*)`)
	toIt := false
	for _, from := range []string{"/", "/ties", page, page + "?view=table&since=2019", page + "?view=timeline"} {
		_, body := get(t, h.URL+from)
		for _, found := range link.FindAllStringSubmatch(string(body), -1) {
			to, _, _ := strings.Cut(html.UnescapeString(found[1]), "#")
			toIt = toIt || from == "/ties" && to == page
			if response, _ := get(t, h.URL+to); response.StatusCode != http.StatusOK {
				t.Errorf("%s leads to %s: %s", from, to, response.Status)
			}
		}
	}
	if !toIt {
		t.Error("no link leads to the name")
	}
	for _, path := range []string{"/search?q=TKP%2FML", "/name/tkp%2Fml"} {
		if response, _ := get(t, h.URL+path); response.Header.Get("Location") != page {
			t.Errorf("%s leads to %q", path, response.Header.Get("Location"))
		}
	}
	if response, body := get(t, h.URL+"/v1/entities/TKP%2FML"); response.StatusCode != http.StatusOK || !strings.Contains(string(body), `"TKP/ML"`) {
		t.Errorf("as JSON: %s %s", response.Status, body)
	}
}

// TestSearchForATie holds that a tie that is typed as it is said leads to the sentences that say so.
func TestSearchForATie(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	for typed, want := range map[string]string{
		"Turkey backs GNA":                       "/why?object=GNA&relation=backs&subject=Turkey",
		"the  GNA is backed by Turkey":           "/why?object=the+GNA&relation=backs&subject=Turkey",
		"Fayez al-Sarraj is a member of the GNA": "/why?object=the+GNA&relation=member_of&subject=Fayez+al-Sarraj",
		"Turkey":                                 "/name/Turkey",
		"backs Turkey":                           "",
		"Nobody opposes anybody":                 "/why?object=anybody&relation=opposes&subject=Nobody",
	} {
		response, _ := get(t, h.URL+"/search?q="+url.QueryEscape(typed))
		if got := response.Header.Get("Location"); got != want {
			t.Errorf("%q leads to %q, want %q", typed, got, want)
		}
		if typed == "Turkey backs GNA" {
			if _, body := get(t, h.URL+want); !strings.Contains(string(body), "Turkey-backed") {
				t.Errorf("no sentence at %s", want)
			}
		}
	}
}

// TestNothingThere holds that a browser is shown a page where there is nothing, and a program a problem.
func TestNothingThere(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	for accept, want := range map[string]string{"": "application/problem+json", "text/html,*/*;q=0.8": "text/html; charset=utf-8"} {
		response, body := get(t, h.URL+"/name/Turkey/", "Accept", accept)
		if got := response.Header.Get("Content-Type"); response.StatusCode != http.StatusNotFound || got != want || !strings.Contains(string(body), "there is nothing at /name/Turkey/") {
			t.Errorf("Accept %q: %s, %s: %s", accept, response.Status, got, body)
		}
	}
	if response, _ := get(t, h.URL+"/v1/nothing", "Accept", "text/html"); response.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("the API answers with a page")
	}
	_, body := get(t, h.URL+"/v1/backs?name=a;b")
	if !strings.Contains(string(body), `"detail": "the query cannot be read`) {
		t.Errorf("a query that cannot be read: %s", body)
	}
}
