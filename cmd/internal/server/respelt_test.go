package server_test

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"entente.example/cmd/internal/server"
	"entente.example/loader/extract"
	"entente.example/queries"
)

// TestNamesThatAreSpeltOtherwise holds that an answer tells with whom a name was taken for, and no answer else.
func TestNamesThatAreSpeltOtherwise(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	c := newConformance(t, h)
	for path, want := range map[string]string{
		"/v1/backs?name=Turkeyy":                                     "name=Turkey",
		"/v1/backs?name=Turkeyy&format=csv":                          "name=Turkey",
		"/v1/graph?name=Turkeyy&format=dot":                          "name=Turkey",
		"/v1/ties?name=Turkeyy&place=Libbya&limit=1":                 "name=Turkey&place=Libya_%28territory%29",
		"/v1/why?subject=Turkeyy&object=GNA":                         "subject=Turkey",
		"/v1/paths?from=Turkeyy&to=LNA":                              "from=Turkey",
		"/v1/shared?a=LNA&b=Turkeyy":                                 "b=Turkey",
		"/v1/timeline?name=LNA&with=Turkeyy":                         "with=Turkey",
		"/v1/entities/Turkeyy":                                       "name=Turkey",
		"/v1/backs?name=Haftar%27s+forces":                           "",
		"/v1/backs?name=Turkey":                                      "",
		"/v1/why?subject=Tehran&object=Ansar+Allah&relation=opposes": "",
	} {
		response, body := c.check(t, h.URL+path)
		if got := response.Header.Get("Taken-For"); response.StatusCode != http.StatusOK || got != want {
			t.Errorf("%s: %s, Taken-For %q, want %q", path, response.Status, got, want)
		}
		var told server.Respelt
		if response.Header.Get("Content-Type") != "application/json" {
			continue
		}
		if err := json.Unmarshal(body, &told); err != nil {
			t.Errorf("%s: %v in %s", path, err, body)
		}
		if names := strings.Count(want, "="); len(told.TakenFor) != names || strings.Contains(string(body), "takenFor") != (names > 0) {
			t.Errorf("%s tells of %v", path, told.TakenFor)
		}
	}
}

// TestPageOfANameThatIsSpeltOtherwise holds that the page says so, only where it is so, and loses the word on its links.
func TestPageOfANameThatIsSpeltOtherwise(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{})
	for _, path := range []string{"/name/Turkeyy", "/search?q=Turkeyy"} {
		response, _ := get(t, h.URL+path)
		if to := response.Header.Get("Location"); to != "/name/Turkey?asked=Turkeyy" {
			t.Errorf("%s leads to %q", path, to)
		}
	}
	for path, want := range map[string]bool{
		"/name/Turkey?asked=Turkeyy": true, "/name/Turkey?asked=Russia": false, "/name/Turkey?asked=%3Cb%3E": false,
		"/why?subject=Turkeyy&object=GNA": true, "/name/Turkey": false, "/dyads?name=Turkeyy": true, "/ties?place=Turkeyy": true,
	} {
		response, body := get(t, h.URL+path)
		if got := strings.Contains(string(body), "There is no “Turkeyy”: it was taken for"); response.StatusCode != http.StatusOK || got != want {
			t.Errorf("%s: %s, tells of it: %v, want %v", path, response.Status, got, want)
		}
		if strings.Contains(string(body), "asked=") {
			t.Errorf("%s has links with what was typed", path)
		}
	}
}

// TestScriptsAndTablesOverHTTP holds that entity() finds names in scripts here as on the command line, and that what was
// taken for another name is told of them, of tables and of edits.
func TestScriptsAndTablesOverHTTP(t *testing.T) {
	s := seedStore(t)
	gizmo := func(_ context.Context, script string, _ queries.Limits) ([]map[string]any, bool, error) {
		return []map[string]any{{"script": script}}, false, nil
	}
	reader, err := extract.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	base := serve(t, s, server.Config{Token: token, Reader: reader, Gizmo: gizmo}).URL
	edit := `{"decision":"edit","statements":["` + statementOf(t, base) + `"],"by":"Mary","set":{"object":"Turkeyy"}}`
	for _, test := range []struct{ path, mediaType, body, want string }{
		{"/v1/query", "text/plain", `g.V(entity("LNA")).all()`, `"LNA\":\"\\u003cLibyan_National_Army\\u003e\"`},
		{"/v1/query", "text/plain", `g.V(entity("Turkeyy")).all()`, `"takenFor": [`},
		{"/v1/query", "text/plain", `g.V(entity("Xyzzyqwert")).all()`, `"parameter": "script"`},
		{"/v1/compare", "text/csv", "year,supporter,recipient\n2020,Turkeyy,GNA\n", `"takenFor": [`},
		{"/v1/verdicts", "application/json", edit, `"takenFor": [`},
	} {
		if _, body := postTo(t, base+test.path, test.mediaType, test.body); !strings.Contains(string(body), test.want) {
			t.Errorf("%s with %s lacks %s: %s", test.path, test.body, test.want, body)
		}
	}
}

// statementOf gives the id of a statement that Russia backs the Libyan National Army.
func statementOf(t *testing.T, base string) string {
	t.Helper()
	_, body := get(t, base+"/v1/why?subject=Russia&relation=backs&object=LNA")
	var answer queries.WhyAnswer
	if err := json.Unmarshal(body, &answer); err != nil {
		t.Fatal(err)
	}
	return answer.Ties[0].For[0].Statement.String()
}
