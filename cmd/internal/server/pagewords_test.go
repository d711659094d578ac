package server_test

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"entente.example/cmd/internal/server"
)

var markup = regexp.MustCompile(`<[^>]*>`)

// wordsOf gives the part of a page between two texts in words, without markup.
func wordsOf(t *testing.T, page, from, to string) string {
	t.Helper()
	_, after, found := strings.Cut(page, from)
	part, _, ended := strings.Cut(after, to)
	if !found || !ended {
		t.Fatalf("no %q with %q after it", from, to)
	}
	return strings.Join(strings.Fields(html.UnescapeString(markup.ReplaceAllString(part, " "))), " ")
}

// TestPageIsNoSurerThanTheText holds that the pages date, doubt and prove things as the commands do.
func TestPageIsNoSurerThanTheText(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	for _, tt := range []struct{ name, path, from, to, want string }{
		{"a year is no day", "/control", ">Bunagana</a>", "</tr>", "March 23 Movement 2022 The M23"},
		{"who left it has a date and a sentence", "/control", ">Masisi</a>", "</tr>", "Burundi 2024-02-18 Burundi"},
		{"what is claimed is no fact", "/control?polarity=affirmed&polarity=alleged", ">Bakhmut</a>", "</tr>", "Wagner Group alleged: claimed 2023-05-21"},
		{"a year on the timeline", "/name/Bunagana?view=timeline", `<ol class="timeline">`, "</ol>", "2022 March 23 Movement captured Bunagana"},
		{"the date of the article alone", "/name/MPLA?view=timeline", `<ol class="timeline">`, "</ol>", "1976-02-10 (article) "},
		{"denials on the timeline are left out, and told to be", "/name/Iran?view=timeline", `<div class="stage">`, "</ol>", "Left out: 1 denial ( show )."},
		{"denials on the timeline that were asked for", "/name/Iran?view=timeline&polarity=denied", `<div class="stage">`, "</ol>", "Iran backs Houthis denied"},
		{"how many articles the filters leave is not said", "/?until=2000", "<h1>", "</p>", "of 6 articles, what the filters leave, from 1976-02-10 to 1976-02-10."},
		{"what has ended", "/name/National_Liberation_Front_of_Angola?view=timeline", `<ol class="timeline">`, "</ol>", "National Liberation Front of Angola ended"},
		{"what is contested is not new without a doubt", "/?kinds=weapons", "<h2>New</h2>", "</section>", "Iran backs Houthis denied by 1"},
		{"what is contested and only alleged", "/", "<h2>Contested</h2>", "</section>", "United Arab Emirates backs Rapid Support Forces alleged: claimed said by 1, denied by United Arab Emirates"},
		{"what a patron denies", "/", "<h2>Biggest patrons</h2>", "</section>", "Rwanda backs March 23 Movement (contested)"},
		{"whose the sides of a war are", "/", "<h2>Wars", "</section>", "on the sides that the dictionary has them on"},
		{"what is only denied is left out, and told to be", "/name/Rapid_Support_Forces", `<div class="stage">`, `<div class="tables">`, "Left out: 1 tie that is only denied ( show )."},
		{"a filter that leaves nothing", "/?until=1900", "<h2>Contested</h2>", "</main>", "Nothing contested here. New Nothing with a date here."},
		{"the ties of a dyad", "/dyads", `<ul class="fronts">`, `</main>`, "South Africa backs UNITA denied by 1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, body := get(t, h.URL+tt.path)
			if got := wordsOf(t, string(body), tt.from, tt.to); !strings.Contains(got, tt.want) {
				t.Errorf("%q is not in %q", tt.want, got)
			}
		})
	}
}

// TestPageWithoutATie holds that a page does not say of a name or a tie that nothing is told of it where something is denied.
func TestPageWithoutATie(t *testing.T) {
	article := filepath.Join(t.TempDir(), "algiers-2024-07-30.txt")
	if err := os.WriteFile(article, []byte("Algeria has never armed the Polisario Front, its foreign minister said."), 0o600); err != nil {
		t.Fatal(err)
	}
	h := serve(t, storeOf(t, article), server.Config{})
	for path, want := range map[string]string{
		"/name/Algeria":                          "Nothing but denials is told of Algeria.",
		"/name/Algeria?kinds=troops":             "Nothing is told of Algeria with these filters.",
		"/name/Tunisia":                          "Nothing is told of Tunisia.",
		"/?tie=Algeria+backs+Tunisia":            "No sentence says so.",
		"/?tie=Algeria+backs+Tunisia&since=2020": "No sentence is left by the filters.",
	} {
		_, body := get(t, h.URL+path)
		if got := wordsOf(t, string(body), "<main", "</main>"); !strings.Contains(got, want) {
			t.Errorf("%s: %q is not in %q", path, want, got)
		}
	}
}

// TestPageFiltersAreThoseShown holds that the boxes of the filter are ticked as the page was asked, that applying them
// unchanged asks the same, and that what is taken along is what is shown.
func TestPageFiltersAreThoseShown(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	alleged := regexp.MustCompile(`value="alleged" checked`)
	for path, ticked := range map[string]bool{
		"/": true, "/ties": true, "/control": false, "/dyads": false, "/control?polarity=affirmed&polarity=alleged": true,
	} {
		if _, body := get(t, h.URL+path); alleged.Match(body) != ticked {
			t.Errorf("%s: alleged is ticked: %v, want %v", path, !ticked, ticked)
		}
	}
	_, body := get(t, h.URL+"/control?polarity=affirmed&polarity=alleged&rejected=true")
	page := html.UnescapeString(string(body))
	for _, want := range []string{"/v1/control?format=csv&polarity=affirmed%2Calleged&rejected=true", `name="rejected" value="true"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
