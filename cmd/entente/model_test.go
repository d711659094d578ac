package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"

	"github.com/rogpeppe/go-internal/testscript"
)

// serveModel VARIABLE: starts a server whose language model says of each article that Egypt trains the LNA, and, as it may
// happen, that Russia does; the variable is its address.
func serveModel(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: model VARIABLE")
	}
	tie := func(patron string) map[string]any {
		return map[string]any{
			"quote": patron + " trains the LNA.", "subject": patron, "relation": "backs", "object": "the LNA", "trigger": "trains",
			"polarity": "affirmed", "modality": nil, "speaker": nil, "kinds": []string{"training"},
		}
	}
	content, err := json.Marshal(map[string]any{"statements": []any{tie("Egypt"), tie("Russia")}})
	ts.Check(err)
	answer, err := json.Marshal(map[string]any{"choices": []any{map[string]any{"message": map[string]any{"content": string(content)}}}})
	ts.Check(err)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		_, _ = w.Write(answer)
	}))
	ts.Defer(server.Close)
	ts.Setenv(args[0], server.URL+"/v1")
}
