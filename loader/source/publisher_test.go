package source_test

import (
	"strings"
	"testing"

	"entente.example/loader/source"
)

func TestPublishers(t *testing.T) {
	p, err := source.ReadPublishers(strings.NewReader("domain,name,owner,grade\nherald.example,The Herald,Ruritania,b\nlive.bbc.co.uk,BBC Live,,\n"), source.KnownPublishers())
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]string{
		"https://www.herald.example/1": "The Herald", "http://news.herald.example:8080/": "The Herald", "https://news.bbc.co.uk/a": "BBC",
		"https://live.bbc.co.uk/a": "BBC Live", "https://sub.unknown.co.uk/a": "unknown.co.uk", "https://10.0.0.1/a": "10.0.0.1",
		"ftp://herald.example": "", "": "", "https://[::1]/": "::1", "https://user.github.io/x": "user.github.io",
	} {
		if got, _ := p.At(address); got.Name != want {
			t.Errorf("At(%q) = %q, want %q", address, got.Name, want)
		}
	}
	if got, ok := p.Named("the herald"); !ok || got.Grade != "B" || got.Owner != "Ruritania" {
		t.Errorf("Named: %+v, %t", got, ok)
	}
	for table, want := range map[string]string{
		"": "EOF", "name\nx\n": "columns", "domain,name\nx y,Z\n": "line 2", "domain,name\na.example,\n": "has no name",
		"domain,name,grade\na.example,A,G\n": "A to F", "domain,name\na.example,A\nA.example,B\n": "two rows",
	} {
		if _, err := source.ReadPublishers(strings.NewReader(table), nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadPublishers(%q): %v, want %q", table, err, want)
		}
	}
}

// One outlet is one publisher, however an article came.
func TestPublisherOfDocuments(t *testing.T) {
	for record, want := range map[string]string{
		`"publisher":"reuters.com"`: "Reuters", `"publisher":"REUTERS"`: "Reuters", `"url":"https://www.reuters.com/x"`: "Reuters",
		`"publisher":"BBC News","url":"https://www.bbc.com/x"`: "BBC", `"publisher":"Reuters","url":"https://herald.example/x"`: "Reuters",
		`"publisher":"https://www.nytimes.com/"`: "The New York Times", `"publisher":"The Herald"`: "The Herald",
		`"source":"herald.example","url":"https://www.reuters.com/x"`: "Reuters",
	} {
		doc := one(t, "a.jsonl", `{"text":"Rebels left.",`+record+`}`)
		if got := doc.Publisher(); got != want {
			t.Errorf("%s: publisher %q, want %q", record, got, want)
		}
	}
}
