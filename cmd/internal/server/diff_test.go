package server_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"entente.example/cmd/internal/server"
	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/loader/extract"
	"entente.example/loader/source"
	"entente.example/queries"
)

// olderStore holds one article of testdata and one that is nowhere else, of names that no dictionary has.
func olderStore(tb testing.TB) *store.Store {
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
	docs := source.Open(tb.Context(), []string{"../../../testdata/articles/yemen-2021-03-08.txt"}, source.Options{})
	if _, err := loader.Load(tb.Context(), s, reader, docs, loader.Options{}); err != nil {
		tb.Fatal(err)
	}
	addTie(tb, s, "Ruritania arms the Houthis.", "Ruritania", "Houthis")
	return s
}

// addTie stores an article of one sentence, by which one backs the other.
func addTie(tb testing.TB, s *store.Store, sentence string, patron, client graph.ID) {
	tb.Helper()
	doc := graph.NewDocument("one", sentence, graph.Appearance{Published: "2024-01-01"})
	reading := graph.Reading{Article: doc.Article, Entities: []graph.Entity{{ID: patron, Name: patron.Name(), Type: graph.State, IsState: true}, {ID: client, Name: client.Name(), Type: graph.ArmedGroup}}}
	reading.Statements = []graph.Statement{{
		Article: doc.ID, Subject: patron, Relation: graph.Backs, Object: client, Polarity: graph.Affirmed,
		Citations: []graph.Citation{{Sentence: sentence, Span: graph.Span{0, len(sentence)}, Rule: "rule", Extractor: "rules@1", Confidence: 90}},
	}}
	reading.Normalize()
	if _, err := s.Add(tb.Context(), reading); err != nil {
		tb.Fatal(err)
	}
}

// TestDiff holds that the server tells what the command does of two stores, that an answer which was kept is not given
// again when either store changes, and that no request chooses what is opened.
func TestDiff(t *testing.T) {
	now, before := seedStore(t), olderStore(t)
	h := serve(t, now, server.Config{Against: before, AgainstName: "last-week.db"})
	diff := func(query string) (queries.ChangesAnswer, string) {
		t.Helper()
		response, text := get(t, h.URL+"/v1/diff"+query)
		var answer queries.ChangesAnswer
		if err := json.Unmarshal(text, &answer); err != nil || response.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d %v: %s", query, response.StatusCode, err, text)
		}
		return answer, response.Header.Get("ETag")
	}
	want, err := queries.Diff(t.Context(), before, now, queries.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all, tag := diff("?limit=1000")
	if a, b := mustJSON(t, all), mustJSON(t, want); !bytes.Equal(a, b) || len(all.Changes) < 10 {
		t.Errorf("%d changes, want %d:\n%s\nand\n%s", len(all.Changes), len(want.Changes), a, b)
	}
	gone, _ := diff("?name=Ruritania") // of which only the other store knows
	if len(gone.Changes) != 1 || gone.Changes[0].What != queries.Gone || gone.Changes[0].Tie.Evidence.Sentence != "Ruritania arms the Houthis." {
		t.Errorf("of Ruritania: %+v", gone.Changes)
	}
	addTie(t, before, "Ruritania arms Hamas.", "Ruritania", "Hamas")
	if more, newTag := diff("?limit=1000"); len(more.Changes) != len(all.Changes)+1 || newTag == tag {
		t.Errorf("%d changes of %d, tags %s and %s", len(more.Changes), len(all.Changes), tag, newTag)
	}
	response, _ := get(t, h.URL+"/v1/diff?limit=1")
	next := response.Header.Get("Link")
	addTie(t, before, "Ruritania arms Fatah.", "Ruritania", "Fatah")
	address := next[strings.Index(next, "<")+1 : strings.Index(next, ">")]
	if response, _ := get(t, h.URL+address); response.StatusCode != http.StatusGone {
		t.Errorf("the cursor of an answer that is no more: %d", response.StatusCode)
	}
	for _, query := range []string{"against=/etc/passwd", "against=postgres://evil.example/x", "store=memory:", "before=../other.db", "name=../../etc/passwd", "place=file:///etc"} {
		if response, text := get(t, h.URL+"/v1/diff?"+query); response.StatusCode != http.StatusBadRequest && response.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d %.200s", query, response.StatusCode, text)
		}
	}
	off := serve(t, now, server.Config{})
	response, text := get(t, off.URL+"/v1/diff")
	var p server.Problem
	if err := json.Unmarshal(text, &p); err != nil || response.StatusCode != http.StatusForbidden || p.Type != "urn:entente:problem:off" || !strings.Contains(p.Detail, "--against") {
		t.Errorf("without another store: %d %s", response.StatusCode, text)
	}
}

func mustJSON(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestChangesPage holds what the page tells: against the other store, whose sentences it shows where this one has none,
// or after a date.
func TestChangesPage(t *testing.T) {
	now := seedStore(t)
	h := serve(t, now, server.Config{Against: olderStore(t), AgainstName: "last-week.db"})
	page := func(h, path string) string {
		t.Helper()
		response, text := get(t, h+path)
		if response.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d %s", path, response.StatusCode, text)
		}
		return string(text)
	}
	tie := url.QueryEscape("Ruritania backs Houthis")
	for path, wants := range map[string][]string{
		"/changes":                                {"against last-week.db (2 articles", ">New <", ">Told no more <", `href="/v1/diff?format=csv"`, "Ruritania arms the Houthis."},
		"/changes?tie=" + tie:                     {"As the other store has it", "<blockquote>"},
		"/changes?name=Ruritania":                 {"What changed about Ruritania", "1 change "},
		"/changes?since=2020":                     {"in what articles tell after 2020", `href="/changes">Against last-week.db`, "/v1/changes?format=csv&amp;since=2020"},
		"/changes?since=2020&name=nobody+at+all+": nil,
	} {
		if wants == nil {
			if response, _ := get(t, h.URL+path); response.StatusCode != http.StatusNotFound {
				t.Errorf("%s: %d", path, response.StatusCode)
			}
			continue
		}
		text := page(h.URL, path)
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", path, want)
			}
		}
	}
	alone := serve(t, now, server.Config{})
	if text := page(alone.URL, "/changes"); !strings.Contains(text, "in what articles tell after 20") || strings.Contains(text, "Against") {
		t.Error("without another store the page does not tell of the last month")
	}
	if text := page(alone.URL, "/changes?at=2020-05"); !strings.Contains(text, "after 2020-04-30, up to 2020-05") || !strings.Contains(text, "since=2020-04-30&amp;until=2020-05") {
		t.Error("the slider does not lead to what was new around its month")
	}
	if response, _ := get(t, alone.URL+"/changes?at=May"); response.StatusCode != http.StatusBadRequest {
		t.Errorf("a month that is none: %d", response.StatusCode)
	}
}
