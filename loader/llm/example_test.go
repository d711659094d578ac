package llm_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"

	"entente.example/graph"
	"entente.example/loader/extract"
	"entente.example/loader/llm"
)

func Example() {
	// A server of one's own, which here always answers the same: one tie that the article states, one that it does not.
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `{"choices":[{"message":{"content":"{\"statements\":[`+
			`{\"quote\":\"Egypt trains the LNA.\",\"subject\":\"Egypt\",\"relation\":\"backs\",\"object\":\"LNA\",\"trigger\":\"trains\",\"polarity\":\"affirmed\",\"kinds\":[\"training\"]},`+
			`{\"quote\":\"Russia trains the LNA.\",\"subject\":\"Russia\",\"relation\":\"backs\",\"object\":\"LNA\",\"trigger\":\"trains\",\"polarity\":\"affirmed\",\"kinds\":[\"training\"]}]}"}}]}`)
	}))
	defer server.Close()

	rules, err := extract.Embedded()
	if err != nil {
		panic(err)
	}
	proposer, err := llm.New(rules, llm.Options{URL: server.URL + "/v1", Model: "any"})
	if err != nil {
		panic(err)
	}
	reading, err := proposer.ReadContext(context.Background(), graph.NewDocument("x", "Egypt trains the LNA.", graph.Appearance{}))
	if err != nil {
		panic(err)
	}
	for _, s := range reading.Statements {
		fmt.Println(s.Subject, s.Relation, s.Object, s.Kinds())
	}
	for _, d := range proposer.Dropped() {
		fmt.Println(d.Count, "dropped:", d.Reason)
	}
	// Output:
	// Egypt backs Libyan_National_Army [training]
	// 1 dropped: it quotes what the article does not say
}
