package export_test

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/graph/made"
)

// The report is a page that fetches and runs nothing, whatever articles say.
func TestReportIsSelfContained(t *testing.T) {
	for name, g := range graphs(t) {
		opts := everything()
		opts.Layout, opts.Title = layout(t), `<script>alert("title")</script>`
		text := write(t, g, "html", opts)
		for node := range allNodes(t, text) {
			switch node.Data {
			case "script", "iframe", "object", "embed", "img", "link", "base", "form":
				t.Errorf("%s: a <%s>", name, node.Data)
			}
			for _, a := range node.Attr {
				if strings.HasPrefix(a.Key, "on") || (a.Key == "href" || a.Key == "src") && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://") {
					t.Errorf("%s: <%s %s=%q>", name, node.Data, a.Key, a.Val)
				}
			}
		}
		plain := visible(t, text)
		for _, s := range g.Statements {
			if sentence := s.Citations[0].Sentence; name == "libya" && !strings.Contains(plain, sentence) {
				t.Errorf("%s: the sentence %q is not on the page", name, sentence)
			}
		}
	}
}

func allNodes(t *testing.T, text string) func(func(*html.Node) bool) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(*html.Node) bool) {
		for node := range root.Descendants() {
			if node.Type == html.ElementNode && !yield(node) {
				return
			}
		}
	}
}

func visible(t *testing.T, text string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for node := range root.Descendants() {
		if node.Type == html.TextNode {
			b.WriteString(node.Data)
		}
	}
	return b.String()
}

// Markdown holds each sentence, and no mark of an article makes a link or a tag.
func TestMarkdownOfHostileText(t *testing.T) {
	text := write(t, hostileGraph(t), "md", everything())
	for line := range strings.Lines(text) {
		unescaped := strings.NewReplacer(`\\`, "", `\<`, "", `\[`, "", `\|`, "").Replace(line)
		if strings.Contains(unescaped, "<script") || strings.Contains(unescaped, "javascript:alert") && strings.Contains(unescaped, "](") {
			t.Errorf("line %q", line)
		}
	}
}

// A sentence in which two rules found a tie stands once, with what both found, and can be cited where its article has no
// title.
func TestReportsQuoteASentenceOnce(t *testing.T) {
	text := "Turkey armed and trained the fighters of the Legion."
	document := graph.NewDocument("", text, graph.Appearance{Published: "2020-05-28"})
	document.Status = graph.Retracted
	s := graph.Statement{Article: document.ID, Subject: "Turkey", Relation: graph.Backs, Object: "Legion", Polarity: graph.Affirmed}
	for i, kind := range []graph.Kind{graph.Weapons, graph.Training} {
		s.Citations = append(s.Citations, graph.Citation{
			Sentence: text, Span: graph.Span{0, len(text)}, Kinds: []graph.Kind{kind}, Confidence: graph.Confidence(70 + 10*i),
			Marks: graph.Marks{Subject: graph.Span{0, 6}, Trigger: graph.Span{7, 12}, Object: graph.Span{25, 37 + 5*i}},
		})
	}
	s.ID = graph.StatementID(s)
	g := graph.Subgraph{Articles: []graph.Article{document.Article}, Statements: []graph.Statement{s}}
	for format, text := range map[string]string{
		"md": write(t, g, "md", export.Options{}), "html": visible(t, write(t, g, "html", export.Options{})),
	} {
		if got := strings.Count(text, " trained the "); got != 1 {
			t.Errorf("%s: the sentence stands there %d times", format, got)
		}
		for _, want := range []string{"affirmed, training, weapons, confidence 0.80", "article " + document.ID.String(), "2020-05-28, retracted"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q:\n%s", format, want, text)
			}
		}
	}
}

// What copies say again is no second account, and reports do not look as if it were.
func TestReportsTellCopies(t *testing.T) {
	g := newGraph(t, libyaClaims()...)
	for i := range g.Articles[1:] {
		g.Articles[i+1].CopyOf = g.Articles[0].ID
	}
	for _, format := range []string{"md", "html"} {
		if text := write(t, g, format, export.Options{}); !strings.Contains(text, ", a copy of an earlier article") {
			t.Errorf("%s tells of no copy:\n%s", format, text)
		}
		if text := write(t, newGraph(t, libyaClaims()...), format, export.Options{}); strings.Contains(text, "a copy of") {
			t.Errorf("%s tells of a copy where there is none", format)
		}
	}
}

// A private person who is named as a speaker is nowhere in what is written with RedactPersons.
func TestRedactPersons(t *testing.T) {
	sentence := "Rupert Hentzau, a baker, said that Russia arms the army; Hentzau saw it."
	claims := append(libyaClaims(), claim{subject: "Russia", relation: graph.Backs, object: "Libyan National Army", speaker: "~Rupert Hentzau", sentence: sentence, article: 5})
	g := newGraph(t, claims...)
	for _, f := range export.Formats() {
		opts := everything()
		opts.Raster = passOn
		if !f.Picture && f.Name != "nodes" && f.Name != "geojson" && f.Name != "triads" && !strings.Contains(write(t, g, f.Name, opts), "Hentzau") && f.Whole {
			t.Errorf("%s lacks the speaker without redaction", f.Name)
		}
		opts.RedactPersons = true
		if got := write(t, g, f.Name, opts); strings.Contains(got, "Hentzau") || strings.Contains(got, "Rupert") {
			t.Errorf("%s names the speaker", f.Name)
		}
	}
	opts := everything()
	opts.RedactPersons = true
	if got := write(t, g, "json", opts); !strings.Contains(got, "~Person_1") || !strings.Contains(got, "______________, a baker, said that Russia arms the army; _______ saw it.") ||
		!strings.Contains(got, "Ahmed_Mismari") {
		t.Error("the redaction is not as it should be")
	}
	if before, after := graph.Ties(g), graph.Ties(libya(t)); len(before) != len(after) {
		t.Errorf("%d ties and %d", len(before), len(after))
	}
}

// TestRedactPersonsEverywhere holds that a name is hidden however it is written, also in headings, titles, addresses and
// outlets, and nothing else is.
func TestRedactPersonsEverywhere(t *testing.T) {
	sentence := "RUPERT HENTZAU, a baker in Hentzauland, said that Russia arms the army; Rupert  Hentzau's wife and a hentzau saw it, Mali too."
	claims := append(libyaClaims(), claim{subject: "Russia", relation: graph.Backs, object: "Libyan National Army", speaker: "~Rupert al-Hentzau", sentence: sentence, article: 5})
	g := newGraph(t, claims...)
	g.Entities = append(g.Entities, graph.Entity{
		ID: "~Rupert_al-Hentzau", Name: "Rupert al-Hentzau", Type: graph.Person, Aliases: []graph.Alias{{Name: "Rupert Hentzau"}, {Name: "Ru Li"}},
	})
	for i := range g.Articles {
		a := &g.Articles[i]
		a.Archive = "https://archive.example/2020/https://news.example/rupert-hentzau-says"
		a.Appearances = []graph.Appearance{
			{URL: "https://news.example/2020/rupert-hentzau-says?id=1", Title: "Hentzau: “arms”", Publisher: "Rupert Hentzau’s diary"},
			{URL: "https://other.example/hentzau_s-word", Title: "Ru Li", Publisher: "Other"},
		}
	}
	g.Outlets = []graph.Outlet{{ID: graph.UnknownID("Rupert Hentzau’s diary", ""), Name: "Rupert Hentzau’s diary", Owner: "R. Hentzau"}}
	for _, f := range export.Formats() {
		opts := everything()
		opts.Raster, opts.RedactPersons, opts.Title = passOn, true, "What Rupert Hentzau says"
		got := write(t, g, f.Name, opts)
		for _, leak := range []string{"Rupert", "RUPERT", "rupert", "HENTZAU", "Hentzau:", "Hentzau’", "Hentzau'", "R. Hentzau", "hentzau_", "hentzau-", "Ru Li"} {
			if strings.Contains(got, leak) {
				t.Errorf("%s has %q", f.Name, leak)
			}
		}
	}
	opts := everything()
	opts.RedactPersons = true
	got := write(t, g, "json", opts)
	for _, want := range []string{
		"______________, a baker in Hentzauland, said that Russia arms the army; _______________'s wife and a hentzau saw it, Mali too.",
		`"https://news.example/"`, `"https://archive.example/"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("json lacks %q", want)
		}
	}
}

// manyTies is a graph of so many ties, each of one statement.
func manyTies(n int) graph.Subgraph {
	var g graph.Subgraph
	for i := range n {
		addRaw(&g, fmt.Sprintf("Patron_%d", i%100), fmt.Sprintf("Client_%d", i), fmt.Sprintf("Patron %d arms client %d, officials said.", i%100, i))
	}
	g.Normalize()
	g.Entities = slices.CompactFunc(g.Entities, func(a, b graph.Entity) bool { return a.ID == b.ID })
	return g
}

// BenchmarkFormats writes 10,000 ties in each format.
func BenchmarkFormats(b *testing.B) {
	g := manyTies(10_000)
	for _, f := range export.Formats() {
		if f.Name == "svg" || f.Name == "png" {
			continue
		}
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				if err := export.Write(io.Discard, g, f, export.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkQuads writes 100,000 statements, and tells how many quads a second.
func BenchmarkQuads(b *testing.B) {
	var g graph.Subgraph
	for r := range made.Readings(made.Size{Articles: 20_000, Seed: 1}) {
		g.Articles, g.Entities, g.Statements = append(g.Articles, r.Article), append(g.Entities, r.Entities...), append(g.Statements, r.Statements...)
	}
	g.Normalize()
	g.Entities = slices.CompactFunc(g.Entities, func(a, b graph.Entity) bool { return a.ID == b.ID })
	for _, name := range []string{"nquads", "trig"} {
		b.Run(name, func(b *testing.B) {
			f, err := export.ByName(name)
			if err != nil {
				b.Fatal(err)
			}
			var w lines
			for b.Loop() {
				if err := export.Write(&w, g, f, export.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(g.Statements)), "statements")
			if name == "nquads" {
				b.ReportMetric(float64(w)/b.Elapsed().Seconds(), "quads/s")
			}
		})
	}
}

// lines counts line breaks.
type lines int

func (n *lines) Write(p []byte) (int, error) {
	*n += lines(bytes.Count(p, []byte("\n")))
	return len(p), nil
}
