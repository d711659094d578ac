package server_test

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"

	"entente.example/cmd/internal/server"
	"entente.example/graph"
	"entente.example/graph/store"
)

// A store, served: who backs whom, as CSV.
func Example() {
	ctx := context.Background()
	s, err := store.Open(ctx, "memory:", store.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()
	doc := graph.NewDocument("one", "Ruritania arms the Northern Front.", graph.Appearance{Publisher: "The Gazette"})
	if _, err := s.Add(ctx, graph.Reading{Article: doc.Article}); err != nil {
		log.Fatal(err)
	}
	made, err := server.New(s, server.Config{})
	if err != nil {
		log.Fatal(err)
	}
	h := httptest.NewServer(made.Handler())
	defer h.Close()
	response, err := http.Get(h.URL + "/v1/stats?format=csv")
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	fmt.Printf("%s %.37s\n", response.Status, body)
	// Output: 200 OK articles,statements,entities,revision
}
