package server_test

import (
	"html"
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
		{"what has ended", "/name/National_Liberation_Front_of_Angola?view=timeline", `<ol class="timeline">`, "</ol>", "National Liberation Front of Angola ended"},
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
