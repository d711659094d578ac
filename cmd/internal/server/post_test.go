package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"

	"entente.example/cmd/internal/server"
	"entente.example/graph/store"
	"entente.example/loader"
	"entente.example/loader/extract"
	"entente.example/queries"
)

const token = "a token of many letters"

// writable is a server of an empty store that takes articles, and of scripts that do not run.
func writable(t *testing.T) (base string, s *store.Store) {
	t.Helper()
	s, err := store.Open(t.Context(), "memory:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	reader, err := extract.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	gizmo := func(_ context.Context, script string, limits queries.Limits) ([]map[string]any, bool, error) {
		if script == "fail" {
			return nil, false, errors.New("it failed")
		}
		return []map[string]any{{"id": "<Russia>", "limit": limits.MaxRows}}, true, nil
	}
	return serve(t, s, server.Config{Token: token, Reader: reader, Gizmo: gizmo}).URL, s
}

func postTo(t *testing.T, address, mediaType, body string, headers ...string) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", mediaType)
	r.Header.Set("Authorization", "Bearer "+token)
	return send(t, r, headers...)
}

// TestArticlesArePosted loads one text in each form, and each again: the second time nothing changes.
func TestArticlesArePosted(t *testing.T) {
	base, s := writable(t)
	for i, test := range []struct {
		mediaType, body     string
		articles, unchanged int
	}{
		{"text/plain", "date 2024-06-03\n\nIran has armed the Houthis, the United States said.", 1, 0},
		{"text/plain; charset=utf-8", "date 2024-06-03\n\nIran has armed the Houthis, the United States said.", 1, 1},
		{"application/json", `{"text":"Russia backs the Libyan National Army.","title":"One","published":"2020-01-01","publisher":"The Gazette"}`, 1, 0},
		{"application/json", `[{"text":"Russia backs the Libyan National Army.","title":"One","published":"2020-01-01","publisher":"The Gazette"}]`, 1, 1},
		{"application/x-ndjson", "{\"text\":\"Turkey backs the Government of National Accord.\"}\n{\"text\":\"Egypt backs the Libyan National Army.\"}\n", 2, 0},
		{"text/markdown", "---\ntitle: Two\n---\n\nRwanda backs the *M23*.", 1, 0},
		{"text/html", "<html><head><title>Three</title></head><body><article><h1>Three</h1>" + strings.Repeat("<p>Cuba backs the MPLA, which fights UNITA in the south of Angola, officials said on Monday.</p>", 6) + "</article></body></html>", 1, 0},
	} {
		response, body := postTo(t, base+"/v1/articles", test.mediaType, test.body)
		var report loader.Report
		_ = json.Unmarshal(bytes.ReplaceAll(body, []byte(`"failures": []`), []byte(`"failures": null`)), &report)
		if response.StatusCode != http.StatusOK || report.Articles != test.articles || report.Unchanged != test.unchanged {
			t.Errorf("%d %s: %s %s", i, test.mediaType, response.Status, body)
		}
	}
	stats, err := s.Stats(t.Context())
	if err != nil || stats.Articles != 6 {
		t.Errorf("%d articles in the store (%v)", stats.Articles, err)
	}
	if _, body := get(t, base+"/v1/backs?name=LNA"); !bytes.Contains(body, []byte(`"Russia"`)) {
		t.Errorf("what was posted is in no answer: %s", body)
	}
	response, body := postTo(t, base+"/v1/articles", "application/x-ndjson", "{\"text\":\"Qatar backs Hamas.\"}\n{broken\n")
	if response.StatusCode != http.StatusOK || !bytes.Contains(body, []byte(`"new": 1`)) || !bytes.Contains(body, []byte("not JSON")) {
		t.Errorf("a broken line: %s %s", response.Status, body)
	}
}

// TestExtractedIsNotStored holds that a preview stores nothing, and that its spans are in bytes of the text.
func TestExtractedIsNotStored(t *testing.T) {
	base, s := writable(t)
	_, body := postTo(t, base+"/v1/extract", "text/plain", "“Nobody” fled. Iran has armed the Houthis.")
	var answer server.ExtractAnswer
	if err := json.Unmarshal(body, &answer); err != nil || len(answer.Documents) != 1 || len(answer.Documents[0].Statements) != 1 {
		t.Fatalf("%v: %s", err, body)
	}
	document := answer.Documents[0]
	citation := document.Statements[0].Citations[0]
	if got := document.Text[citation.Span[0]:citation.Span[1]]; got != citation.Sentence {
		t.Errorf("the span has %q, the sentence is %q", got, citation.Sentence)
	}
	if stats, _ := s.Stats(t.Context()); stats.Articles != 0 {
		t.Errorf("%d articles are stored", stats.Articles)
	}
}

// TestPostsAreRefused holds tokens, origins, switches, media types and sizes.
func TestPostsAreRefused(t *testing.T) {
	base, _ := writable(t)
	off := serve(t, seedStore(t), server.Config{})
	for _, test := range []struct {
		name, address, mediaType, body string
		headers                        []string
		status                         int
		kind                           string
	}{
		{"no token", base + "/v1/articles", "text/plain", "x", []string{"Authorization", ""}, 401, "token"},
		{"another token", base + "/v1/articles", "text/plain", "x", []string{"Authorization", "Bearer " + token[:10]}, 401, "token"},
		{"another scheme", base + "/v1/query", "text/plain", "x", []string{"Authorization", "Basic " + token}, 401, "token"},
		{"another page", base + "/v1/articles", "text/plain", "x", []string{"Origin", "https://evil.example"}, 403, "origin"},
		{"another site", base + "/v1/query", "text/plain", "x", []string{"Sec-Fetch-Site", "cross-site"}, 403, "origin"},
		{"another host", base + "/v1/query", "text/plain", "x", []string{"Host", "evil.example"}, 421, "host"},
		{"a picture", base + "/v1/articles", "image/png", "x", nil, 415, "media-type"},
		{"a form", base + "/v1/articles", "application/x-www-form-urlencoded", "x", nil, 415, "media-type"},
		{"no type", base + "/v1/articles", "", "x", nil, 415, "media-type"},
		{"writing is off", off.URL + "/v1/articles", "text/plain", "x", nil, 403, "off"},
		{"reading is off", off.URL + "/v1/extract", "text/plain", "x", nil, 403, "off"},
		{"a big table", base + "/v1/compare", "text/csv", strings.Repeat("x", 5<<20), nil, 413, "too-large"},
		{"a table of another page", off.URL + "/v1/compare", "text/csv", "x", []string{"Origin", "https://evil.example"}, 403, "origin"},
		{"scripts are off", off.URL + "/v1/query", "text/plain", "x", nil, 403, "off"},
		{"no script", base + "/v1/query", "text/plain", "  ", nil, 400, "parameters"},
		{"too many rows", base + "/v1/query", "application/json", `{"script":"x","limit":1000000}`, nil, 400, "parameters"},
		{"too long", base + "/v1/query", "application/json", `{"script":"x","seconds":100000}`, nil, 400, "parameters"},
		{"an unknown field", base + "/v1/query", "application/json", `{"scrip":"x"}`, nil, 400, "body"},
		{"a script that fails", base + "/v1/query", "text/plain", "fail", nil, 422, "script"},
		{"a long script", base + "/v1/query", "text/plain", strings.Repeat("x", 2<<20), nil, 413, "too-large"},
	} {
		response, body := postTo(t, test.address, test.mediaType, test.body, test.headers...)
		var p server.Problem
		_ = json.Unmarshal(body, &p)
		if response.StatusCode != test.status || p.Type != "urn:entente:problem:"+test.kind {
			t.Errorf("%s: %s %s", test.name, response.Status, body)
		}
	}
	response, _ := get(t, base+"/v1/articles")
	if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "POST" {
		t.Errorf("GET: %s, Allow %q", response.Status, response.Header.Get("Allow"))
	}
	if response, body := postTo(t, base+"/v1/query", "text/plain", "g.V().all()"); response.StatusCode != http.StatusOK || !bytes.Contains(body, []byte(`"more": true`)) {
		t.Errorf("a script: %s %s", response.Status, body)
	}
}

// TestTableIsCompared compares a table that was coded by hand, which wants no token, with what a store tells.
func TestTableIsCompared(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	const table = "supporter,recipient,year,kinds\nRussia,LNA,2020,troops\nCuba,LNA,2020,\nNobody at all,LNA,2020,\nRussia,LNA,soon,\n"
	response, body := postTo(t, h.URL+"/v1/compare", "text/csv", table, "Authorization", "")
	var answer server.ComparedTable
	if err := json.Unmarshal(body, &answer); err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s %s: %v", response.Status, body, err)
	}
	if answer.Both != 1 || answer.OnlyThere != 1 || answer.KindsBoth != 1 || answer.OnlyHere == 0 {
		t.Errorf("%d in both, %d only here, %d only there, %d kinds", answer.Both, answer.OnlyHere, answer.OnlyThere, answer.KindsBoth)
	}
	if len(answer.Bad) != 2 || answer.Bad[0].Line != 4 || !strings.Contains(answer.Bad[0].Error, "Nobody at all") || answer.Bad[1].Line != 5 {
		t.Errorf("bad rows: %+v", answer.Bad)
	}
	for table, want := range map[string]string{"supporter,year\nRussia,2020\n": "no column recipient", "": "it is empty"} {
		if response, body := postTo(t, h.URL+"/v1/compare", "text/csv", table); response.StatusCode != http.StatusBadRequest || !bytes.Contains(body, []byte(want)) {
			t.Errorf("%q: %s %s", table, response.Status, body)
		}
	}
}

// TestManyPostAtOnce holds that loads at once lose nothing, and that questions are answered meanwhile.
func TestManyPostAtOnce(t *testing.T) {
	base, s := writable(t)
	var group sync.WaitGroup
	const n = 24
	for i := range n {
		group.Go(func() {
			body := fmt.Sprintf("Report %d. Russia backs the Libyan National Army, official number %d said.", i/2, i/2) // each text twice
			if response, text := postTo(t, base+"/v1/articles", "text/plain", body); response.StatusCode != http.StatusOK {
				t.Errorf("%s %s", response.Status, text)
			}
		})
		group.Go(func() {
			if response, text := get(t, base+"/v1/backs"); response.StatusCode != http.StatusOK && response.StatusCode != http.StatusServiceUnavailable {
				t.Errorf("%s %s", response.Status, text)
			}
		})
	}
	group.Wait()
	if stats, _ := s.Stats(t.Context()); stats.Articles != n/2 {
		t.Errorf("%d articles, want %d", stats.Articles, n/2)
	}
	if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("the store has problems: %v %v", problems, err)
	}
}

// TestPaste pastes an article on an empty store: its sentences light up, and it is loaded.
func TestPaste(t *testing.T) {
	base, s := writable(t)
	b := browse(t, base)
	b.look(1400, 1000, false)
	b.open("/")
	b.until(`document.querySelector('#text') !== null`)
	b.do(chromedp.SendKeys("#token", token, chromedp.ByQuery))
	b.do(chromedp.SendKeys("#text", "Iran has armed the Houthis for “years”, the United States said. Tehran denied arming the Houthis.", chromedp.ByQuery))
	b.until(`document.querySelectorAll('.lit mark').length >= 5 && document.querySelectorAll('.lit li').length === 2`)
	if got := b.text(`document.querySelector('.lit mark.subject').textContent`); got != "Iran" {
		t.Errorf("the first mark is %q", got)
	}
	b.shot("paste")
	b.do(chromedp.Click(".adding button.main", chromedp.ByQuery))
	b.until(`document.querySelectorAll('.patrons li').length === 1`)
	b.settle()
	b.shot("pasted")
	if stats, _ := s.Stats(t.Context()); stats.Articles != 1 {
		t.Errorf("%d articles are stored", stats.Articles)
	}
	// A file that is dropped on the field, and one that is chosen.
	b.open("/add")
	b.do(evaluate(`(() => {
		const files = new DataTransfer();
		files.items.add(new File(["Egypt backs the Libyan National Army."], "note.txt", {type: "text/plain"}));
		document.getElementById("text").dispatchEvent(new DragEvent("drop", {dataTransfer: files, bubbles: true, cancelable: true}));
	})()`, nil))
	b.until(`document.querySelector('.patrons') !== null || location.pathname === '/'`)
	b.settle()
	stats, err := s.Stats(t.Context())
	if err != nil || stats.Articles != 2 {
		t.Errorf("%d articles are stored after one was dropped: %v", stats.Articles, err)
	}
	chosen := filepath.Join(t.TempDir(), "chosen.md")
	if err := os.WriteFile(chosen, []byte("---\ntitle: Chosen\n---\nTurkey backs the Government of National Accord."), 0o600); err != nil {
		t.Fatal(err)
	}
	b.open("/add")
	b.do(chromedp.SetUploadFiles("#files", []string{chosen}, chromedp.ByQuery))
	b.until(`location.pathname === '/'`)
	b.settle()
	if stats, err := s.Stats(t.Context()); err != nil || stats.Articles != 3 {
		t.Errorf("%d articles are stored after one was chosen: %v", stats.Articles, err)
	}

	b.open("/add#token=" + strings.ReplaceAll(token, " ", "%20"))
	b.until(`location.hash === '' && document.querySelector('.token').hidden`)
	b.clean()
}
