package server_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/uuid"

	"entente.example/cmd/internal/server"
	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// wire is a report that several papers have.
const wire = `Turkey has armed the GNA with drones, and the skies over the capital have been loud since. Russia has sent weapons to
the LNA, an official said, and dozens of trucks were seen on the coastal road. Egypt may have funded the Houthis, who hold two
towns near the border and guard the road to the south. Nobody has counted the dead, and the hospitals have run out of blood.`

// papers loads the report into a server as several papers printed it, of each of which so many statements are told as
// judged in a copy, and gives the statement that each has of a tie.
func papers(t *testing.T, base string, s *store.Store, judged int, names ...string) func(subject graph.ID) []uuid.UUID {
	t.Helper()
	for i, name := range names {
		article, _ := json.Marshal(map[string]string{"text": "Printed by " + name + ". " + wire, "publisher": name, "published": fmt.Sprintf("2020-05-%02d", 10+i)})
		response, body := postTo(t, base+"/v1/articles", "application/json", string(article))
		if response.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d %s", name, response.StatusCode, body)
		}
		var loaded struct{ JudgedCopies []uuid.UUID }
		if err := json.Unmarshal(body, &loaded); err != nil || len(loaded.JudgedCopies) != judged {
			t.Errorf("%s: %d statements are told of as judged in a copy, not %d: %s", name, len(loaded.JudgedCopies), judged, body)
		}
	}
	return func(subject graph.ID) []uuid.UUID {
		answer, err := queries.Ties(t.Context(), s, queries.Options{Name: subject, Rejected: true, Polarities: graph.Polarities()})
		if err != nil || len(answer.Ties) == 0 {
			t.Fatalf("%d ties of %s, %v", len(answer.Ties), subject, err)
		}
		return answer.Ties[0].Statements
	}
}

// said posts a judgement.
func said(t *testing.T, base string, status int, judgement map[string]any) server.JudgedAnswer {
	t.Helper()
	body, err := json.Marshal(judgement)
	if err != nil {
		t.Fatal(err)
	}
	response, text := postTo(t, base+"/v1/verdicts", "application/json", string(body))
	var answer server.JudgedAnswer
	if err := json.Unmarshal(text, &answer); err != nil || response.StatusCode != status {
		t.Fatalf("%v: %d %s", judgement, response.StatusCode, text)
	}
	return answer
}

// TestVerdictsArePosted judges a statement with its copies, and takes that back as one.
func TestVerdictsArePosted(t *testing.T) {
	base, s := writable(t)
	of := papers(t, base, s, 0, "The Gazette", "The Herald")
	turkey, russia := of("Turkey"), of("Russia")
	if len(turkey) != 2 || len(russia) != 2 {
		t.Fatalf("%v, %v", turkey, russia)
	}
	backs := func() string {
		t.Helper()
		_, body := get(t, base+"/v1/backs?format=csv")
		return string(body)
	}
	answer := said(t, base, 200, map[string]any{"by": "Mary  Stone", "on": "2024-05-01", "decision": "reject", "statements": turkey[:1], "copies": true, "note": "<b>no</b>"})
	if len(answer.Verdicts) != 2 || answer.Verdicts[0].By != "Mary Stone" || len(answer.Copies) != 1 || answer.Copies[0].Statement != turkey[1] || answer.Copies[0].OtherWords {
		t.Errorf("%+v", answer)
	}
	if text := backs(); strings.Contains(text, "Turkey") || !strings.Contains(text, "Russia") {
		t.Errorf("after a rejection of all copies: %s", text)
	}
	answer = said(t, base, 200, map[string]any{"by": "Mary Stone", "decision": "edit", "statements": russia[:1], "copies": true, "set": map[string]string{"object": "the GNA", "kinds": "troops"}})
	if text := backs(); len(answer.Verdicts) != 2 || strings.Contains(text, "Libyan_National_Army") || !strings.Contains(text, "Russia,Government_of_National_Accord") {
		t.Errorf("after an edit of all copies: %+v\n%s", answer, text)
	}
	papers(t, base, s, 2, "The Post") // which comes later, and is not judged by itself
	if text := backs(); !strings.Contains(text, "Turkey") {
		t.Errorf("a later copy was judged: %s", text)
	}
	if _, text := get(t, base+"/why?subject=Turkey&object=Government_of_National_Accord"); strings.Count(string(text), "judged in a copy, not here: reject, Mary Stone, 2024-05-01") != 1 {
		t.Errorf("the page does not tell of the copy that waits:\n%s", text)
	}
	rows, err := queries.Review(t.Context(), s, queries.ReviewOptions{Doubts: []queries.Doubt{queries.JudgedCopy}})
	if err != nil || len(rows) != 2 {
		t.Errorf("%d copies to judge, want those of Turkey and of Russia; %v", len(rows), err)
	}
	answer = said(t, base, 200, map[string]any{"by": "Mary Stone", "decision": "undo", "statements": turkey[1:], "copies": true})
	if len(answer.Undone) != 2 || len(answer.Verdicts) != 0 {
		t.Errorf("taken back: %+v", answer)
	}
	answer = said(t, base, 200, map[string]any{"by": "Mary Stone", "decision": "accept", "statements": turkey[:1]})
	if len(answer.Verdicts) != 1 || len(answer.Copies) != 0 {
		t.Errorf("without copies: %+v", answer)
	}
}

// TestVerdictsThatAreRefused holds that who may not judge does not, and that nothing is written of what is wrong.
func TestVerdictsThatAreRefused(t *testing.T) {
	base, s := writable(t)
	turkey := papers(t, base, s, 0, "The Gazette")("Turkey")
	reading := serve(t, s, server.Config{Token: token})
	good := fmt.Sprintf(`{"by":"Mary","decision":"reject","statements":[%q]}`, turkey[0])
	if response, _ := postTo(t, reading.URL+"/v1/verdicts", "application/json", good); response.StatusCode != http.StatusForbidden {
		t.Errorf("a server that only reads: %d", response.StatusCode)
	}
	for name, headers := range map[string][]string{
		"no token": {"Authorization", ""}, "another token": {"Authorization", "Bearer guess"}, "another page": {"Origin", "https://evil.example"},
		"a form": {"Content-Type", "application/x-www-form-urlencoded"},
	} {
		if response, body := postTo(t, base+"/v1/verdicts", "application/json", good, headers...); response.StatusCode < 401 || response.StatusCode > 415 {
			t.Errorf("%s: %d %s", name, response.StatusCode, body)
		}
	}
	id := turkey[0].String()
	for body, parameter := range map[string]string{
		`{"decision":"reject","statements":["` + id + `"]}`:                                                        "by",
		`{"by":"_ ","decision":"reject","statements":["` + id + `"]}`:                                              "by",
		`{"by":"` + strings.Repeat("m", 200) + `","decision":"reject","statements":["` + id + `"]}`:                "by",
		`{"by":"Mary","on":"yesterday","decision":"reject","statements":["` + id + `"]}`:                           "on",
		`{"by":"Mary","note":"` + strings.Repeat("m", 5000) + `","decision":"reject","statements":["` + id + `"]}`: "note",
		`{"by":"Mary","decision":"burn","statements":["` + id + `"]}`:                                              "decision",
		`{"by":"Mary","decision":"reject","statements":[]}`:                                                        "statements",
		`{"by":"Mary","decision":"reject","statements":["00000000-0000-0000-0000-000000000001"]}`:                  "statements",
		`{"by":"Mary","decision":"reject","statements":["` + id + `","00000000-0000-0000-0000-000000000001"]}`:     "statements",
		`{"by":"Mary","decision":"undo","statements":["` + id + `"]}`:                                              "statements",
		`{"by":"Mary","decision":"edit","statements":["` + id + `"]}`:                                              "set",
		`{"by":"Mary","decision":"reject","statements":["` + id + `"],"set":{"object":"LNA"}}`:                     "set",
		`{"by":"Mary","decision":"edit","statements":["` + id + `"],"set":{"weapon":"drone"}}`:                     "set",
		`{"by":"Mary","decision":"edit","statements":["` + id + `"],"set":{"polarity":"alleged"}}`:                 "set",
		`{"by":"Mary","decision":"edit","statements":["` + id + `"],"set":{"subject":"Turkey"}}`:                   "set",
		`{"by":"Mary","decision":"reject","statements":["` + id + `"],"store":"/etc/passwd"}`:                      "",
		`{"by":"Mary","decision":"reject","statements":["../../etc/passwd"]}`:                                      "",
		`[]`: "", `{`: "", ``: "",
	} {
		response, text := postTo(t, base+"/v1/verdicts", "application/json", body)
		var p server.Problem
		if err := json.Unmarshal(text, &p); err != nil || response.StatusCode != http.StatusBadRequest {
			t.Errorf("%.120s: %d %s", body, response.StatusCode, text)
			continue
		}
		if parameter != "" && (len(p.Errors) != 1 || p.Errors[0].Parameter != parameter) {
			t.Errorf("%.120s names %v, want %s", body, p.Errors, parameter)
		}
	}
	body := `{"by":"Mary","decision":"edit","statements":["` + id + `"],"set":{"object":"<script>pwned()</script>\n\"}"}}`
	if response, text := postTo(t, base+"/v1/verdicts", "application/json", body); response.StatusCode != http.StatusNotFound {
		t.Errorf("a name that nobody has: %d %s", response.StatusCode, text)
	}
	for v, err := range s.Verdicts(t.Context()) {
		t.Errorf("written: %+v, %v", v, err)
	}
}

// TestJudgeOnThePage rejects a statement and its copy where their sentences stand, and takes it back there.
func TestJudgeOnThePage(t *testing.T) {
	base, s := writable(t)
	papers(t, base, s, 0, "The Gazette", "The Herald")("Turkey")
	b := browse(t, base)
	b.look(1400, 1000, false)
	b.open("/ties?rejected=true&tie=" + url.QueryEscape("Turkey backs Government_of_National_Accord"))
	b.click(`.account details:has(.judge) summary`)
	b.do(
		chromedp.SendKeys(`.judge input[name=by]`, "Mary Stone", chromedp.ByQuery), chromedp.SendKeys(`.judge input[name=note]`, "<b>no</b>", chromedp.ByQuery),
		chromedp.SendKeys(`.judge input[name=token]`, "a wrong one", chromedp.ByQuery), chromedp.Click(`.judge input[name=copies]`, chromedp.ByQuery),
		chromedp.Click(`.judge button[value=reject]`, chromedp.ByQuery),
	)
	b.until(`document.querySelector('.judge .said.warn')?.textContent.includes('Authorization')`)
	b.shot("judge")
	b.do(
		chromedp.Evaluate(`document.querySelector('.judge input[name=token]').value = `+fmt.Sprintf("%q", token), nil),
		chromedp.Click(`.judge button[value=reject]`, chromedp.ByQuery),
	)
	b.until(`document.querySelectorAll('.account.out').length === 2`)
	if text := b.text(`document.querySelector('.account.out .review').textContent`); !strings.Contains(text, "reject: Mary Stone") || !strings.Contains(text, "<b>no</b>") {
		t.Errorf("the verdict is shown as %q", text)
	}
	b.shot("judged")
	b.click(`.account details:has(.judge) summary`)
	b.do(chromedp.Click(`.judge input[name=copies]`, chromedp.ByQuery), chromedp.Click(`.judge button[value=undo]`, chromedp.ByQuery))
	b.until(`document.querySelectorAll('.account').length === 2 && document.querySelectorAll('.account.out').length === 0`)
	for v, err := range s.Verdicts(t.Context()) {
		t.Errorf("stands: %+v, %v", v, err)
	}
}
