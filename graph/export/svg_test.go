package export_test

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"sync"
	"testing"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/graph/export/svg"
)

// cacheDir keeps Graphviz prepared for the tests of one run.
var cacheDir = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "entente-export-test")
	if err != nil {
		panic(err)
	}
	return dir
})

var renderer = sync.OnceValues(func() (*svg.Renderer, error) {
	return svg.Open(context.Background(), cacheDir())
})

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(cacheDir())
	os.Exit(code)
}

func layout(t testing.TB) func(io.Writer, []byte) error {
	t.Helper()
	r, err := renderer()
	if err != nil {
		t.Fatal(err)
	}
	return func(w io.Writer, dot []byte) error { return r.Draw(context.Background(), w, dot) }
}

func drawn(t testing.TB, g graph.Subgraph, opts export.Options) string {
	t.Helper()
	opts.Layout = layout(t)
	return write(t, g, "svg", opts)
}

// readSVG reads a drawing as XML, and gives its titles and the addresses of its links.
func readSVG(t *testing.T, drawing string) (titles, links []string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(drawing))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return titles, links
		}
		if err != nil {
			t.Fatalf("not XML: %v\n%s", err, drawing)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, attribute := range start.Attr {
			if attribute.Name.Local == "href" {
				links = append(links, attribute.Value)
			}
		}
		if start.Name.Local == "title" {
			var title string
			if err := decoder.DecodeElement(&title, &start); err != nil {
				t.Fatal(err)
			}
			titles = append(titles, title)
		}
	}
}

// A pointer over a line shows the sentence, and a click leads to the article.
func TestSVGCarriesTheEvidence(t *testing.T) {
	titles, links := readSVG(t, drawn(t, libya(t), export.Options{Polarities: graph.Polarities()}))
	for _, want := range []string{
		"Russia backs Libyan National Army (denied)\n1 statement, 1 source, 2020-03-03\n3 statements against\n" +
			"“Mismari denied that any Russians fight beside the army.”",
		"United Arab Emirates backs Libyan National Army (alleged: claimed)\n1 statement, 1 source, 2020-03-03\n" +
			"“It is said that United Arab Emirates backs Libyan National Army.”",
		"Sham Legion: armed group",
		"Who backs whom",
	} {
		found := false
		for _, title := range titles {
			found = found || title == want
		}
		if !found {
			t.Errorf("no title %q in %q", want, titles)
		}
	}
	for _, link := range links {
		if !strings.HasPrefix(link, "https://news.example/") || !strings.HasSuffix(link, "?a=1&b=2") {
			t.Errorf("link %q", link)
		}
	}
	if len(links) == 0 {
		t.Error("no tie leads to its article")
	}
}

func TestSVGOfHostileText(t *testing.T) {
	_, links := readSVG(t, drawn(t, hostileGraph(t), allOptions()))
	for _, link := range links {
		if !strings.HasPrefix(link, "https://") {
			t.Errorf("link %q", link)
		}
	}
}
