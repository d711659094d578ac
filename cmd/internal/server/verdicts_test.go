package server_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"entente.example/cmd/internal/server"
	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// judge has a reviewer say the same of statements.
func judge(t *testing.T, s *store.Store, decision graph.Decision, statements ...uuid.UUID) {
	t.Helper()
	for _, id := range statements {
		v := graph.Verdict{Statement: id, Decision: decision, By: "Mary <b>Stone</b>", On: "2024-05-01", Note: "\"<script>alert(1)</script>\"\nno"}
		if _, err := s.Judge(t.Context(), nil, v); err != nil {
			t.Fatal(err)
		}
	}
}

// TestVerdicts holds that the API and the page leave out what a reviewer has rejected, say how many, and show it when
// asked; that an answer that was kept is not given again; and that a note is text.
func TestVerdicts(t *testing.T) {
	s := seedStore(t)
	h := serve(t, s, server.Config{})
	backs := func(query string) (answer queries.BacksAnswer, tag string) {
		t.Helper()
		response, text := get(t, h.URL+"/v1/backs"+query)
		if err := json.Unmarshal(text, &answer); err != nil || response.StatusCode != http.StatusOK {
			t.Fatalf("%d %v: %s", response.StatusCode, err, text)
		}
		return answer, response.Header.Get("ETag")
	}
	before, tag := backs("")
	victim, kept := before.Pairs[0], before.Pairs[1]
	judge(t, s, graph.Reject, victim.Statements...)
	judge(t, s, graph.Accept, kept.Statements...)
	time.Sleep(200 * time.Millisecond) // the store's figures may be a tenth of a second old
	after, newTag := backs("")
	if len(after.Pairs) != len(before.Pairs)-1 || after.Rejected != len(victim.Statements) || newTag == tag {
		t.Errorf("%d pairs of %d, %d rejected, tags %s and %s", len(after.Pairs), len(before.Pairs), after.Rejected, tag, newTag)
	}
	for _, row := range after.Pairs {
		if row.Fact == victim.Fact && row.Polarity == victim.Polarity {
			t.Errorf("%v stands", row.Statements)
		}
		if row.Fact == kept.Fact && row.Polarity == kept.Polarity && (row.Reviewed != len(kept.Statements) || row.Evidence.Review != graph.Accepted) {
			t.Errorf("what was accepted is not marked: %+v", row)
		}
	}
	if all, _ := backs("?rejected=true"); len(all.Pairs) != len(before.Pairs) || all.Rejected != 0 {
		t.Errorf("asked for: %d pairs, %d left out", len(all.Pairs), all.Rejected)
	}
	why := "/v1/why?subject=" + string(victim.Patron.ID) + "&object=" + string(victim.Client.ID)
	if _, text := get(t, h.URL+why+"&rejected=true"); !strings.Contains(string(text), `"by": "Mary <b>Stone</b>"`) {
		t.Errorf("why does not show the verdicts: %s", text)
	}
	if response, text := get(t, h.URL+"/v1/backs?rejected=true&format=svg"); response.StatusCode != http.StatusBadRequest {
		t.Errorf("a picture of what was rejected: %d %.100s", response.StatusCode, text)
	}
	_, text := get(t, h.URL+"/ties?rejected=true&tie="+strings.ReplaceAll(string(victim.Patron.ID)+" backs "+string(victim.Client.ID), " ", "+"))
	if strings.Contains(string(text), "<script>alert") || strings.Contains(string(text), "<b>Stone") {
		t.Error("the page runs a note")
	}
	if !strings.Contains(string(text), "status rejected") {
		t.Error("the page does not mark what was rejected")
	}
	if _, text := get(t, h.URL+"/ties"); !strings.Contains(string(text), "that reviewers rejected or replaced") {
		t.Error("the page does not say how many were rejected")
	}
}
