package export_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/goccy/go-graphviz"

	"entente.example/graph"
	"entente.example/graph/export"
)

// Graphviz itself reads and draws every picture without a word.
func TestDotDrawsWithoutWarning(t *testing.T) {
	dot := findDot(t)
	for name, g := range map[string]graph.Subgraph{
		"nothing": {}, "libya": libya(t), "10": warGraph(t, 10), "40": warGraph(t, 40), "120": warGraph(t, 120),
		"hostile": hostileGraph(t),
	} {
		for _, opts := range []export.Options{{}, allOptions()} {
			command := exec.Command(dot, "-Tsvg")
			command.Stdin = strings.NewReader(write(t, g, "dot", opts))
			var stderr bytes.Buffer
			command.Stderr = &stderr
			svg, err := command.Output()
			if err != nil || stderr.Len() > 0 {
				t.Errorf("%s: %v, %s", name, err, stderr.String())
			}
			if len(svg) == 0 {
				t.Errorf("%s: nothing was drawn", name)
			}
		}
	}
}

func findDot(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("dot")
	if err == nil {
		return path
	}
	if os.Getenv("CI") != "" {
		t.Fatal("dot is not installed, and CI must test with it: install graphviz")
	}
	t.Skip("SKIPPED: dot is not installed, so nothing shows that Graphviz can read our files; install graphviz")
	return ""
}

// allOptions ask for all polarities and relations.
func allOptions() export.Options {
	opts := export.Options{Polarities: graph.Polarities()}
	for _, row := range graph.Relations() {
		opts.Relations = append(opts.Relations, row.Relation)
	}
	return opts
}

func TestDOTShowsWhatIsAsked(t *testing.T) {
	const denial = `"Russia" -> "Libyan_National_Army" [label="denied"`
	plain := write(t, libya(t), "dot", export.Options{})
	if strings.Contains(plain, denial) {
		t.Error("a denied tie is drawn though nobody asked for it")
	}
	if !strings.Contains(plain, "denied by 1") {
		t.Error("the tie that is denied does not say so")
	}
	if strings.Contains(plain, "withdrew") || strings.Contains(plain, "Haftar") {
		t.Error("relations that make no picture are drawn")
	}
	all := write(t, libya(t), "dot", allOptions())
	for _, want := range []string{denial, `style=dotted`, `label="withdrew from"`, `label="leads"`} {
		if !strings.Contains(all, want) {
			t.Errorf("asked for everything, the drawing lacks %s", want)
		}
	}
}

// What each edge must look like, by what it says.
func TestDOTEdges(t *testing.T) {
	lines := strings.Split(write(t, libya(t), "dot", export.Options{}), "\n")
	for edge, wants := range map[string][]string{
		`"Turkey" -> "Government_of_National_Accord"`: {`label="air, troops"`, "style=solid", `color="#1d5fa8"`},
		`"United_Arab_Emirates" -> "Libyan_National_Army"`: {
			`label="claimed\nair"`, "style=dashed", "(alleged: claimed)",
		},
		`"Qatar" -> "Government_of_National_Accord"`:                {`label="funding\nended"`, `color="#9aa2ab"`},
		`"Government_of_National_Accord" -> "Libyan_National_Army"`: {"dir=none", "minlen=0", `color="#c4510e"`},
		`"Egypt" -> "United_Arab_Emirates"`:                         {"dir=none", `color="#23855a"`},
		`"Russia" -> "Libyan_National_Army"`: {
			"penwidth=1.9", "3 statements, 2 sources, 2020-01-01 to 2020-04-04", `1 statement against`,
			"“It is said that Russia backs Libyan National Army.”", `URL="https://news.example/0?a=1&amp;b=2"`,
		},
	} {
		line := ""
		for _, l := range lines {
			if strings.HasPrefix(l, "  "+edge+" ") {
				line = l
			}
		}
		for _, want := range wants {
			if !strings.Contains(line, want) {
				t.Errorf("%s lacks %s: %s", edge, want, line)
			}
		}
	}
}

// The head says from what the picture was made.
func TestDOTHead(t *testing.T) {
	got := write(t, libya(t), "dot", export.Options{Title: `Libya <&> "2020"`})
	for _, want := range []string{"Libya &lt;&amp;&gt; &quot;2020&quot;", "11 ties from 5 articles, 2020-01-01 to 2020-05-05"} {
		if !strings.Contains(got, want) {
			t.Errorf("the head lacks %q", want)
		}
	}
}

// hostileNames try to leave their place in one format or another.
func hostileNames() []string {
	return []string{
		`"]; evil -> node [label="x`, `back\slash\`, `\N \G \E \L`, "new\nline\r\ttab", `<b>bold</b> & &amp; &lt;script&gt;`,
		`=HYPERLINK("http://evil.example","x")`, "+1", "-1", "@SUM(A1)", "a> <b", "> <p> <o> .\n<s", "\u202egnp.exe",
		"]]>", "<!--", "'", "{|}^`", "%41", "\x00\x01\x7f", "\xff\xfe", "٠حزب الله", "国民军", strings.Repeat("long ", 80),
		"", " ", "node", "graph", "subgraph", "//", "#", "/* */", "\uFFFE\uFFFF", "a:b:c", "\\\"", "\\",
	}
}

// hostileGraph ties each hostile name to the next; its ids are raw, as no constructor would make them.
func hostileGraph(t testing.TB) graph.Subgraph {
	t.Helper()
	g := libya(t)
	names := hostileNames()
	for i, name := range names {
		next := names[(i+1)%len(names)]
		addRaw(&g, fmt.Sprintf("%d%s", i, name), fmt.Sprintf("%d%s", (i+1)%len(names), next), name)
	}
	g.Normalize()
	return g
}

// addRaw adds an article that says subject backs object in the given words.
func addRaw(g *graph.Subgraph, subject, object, words string) {
	document := graph.NewDocument("", subject+words+object, graph.Appearance{
		URL: "javascript:alert(1)//" + words, Publisher: words, Title: words,
	})
	g.Articles = append(g.Articles, document.Article)
	s := graph.Statement{
		Article: document.ID, Subject: graph.ID(subject), Relation: graph.Backs, Object: graph.ID(object),
		Polarity: graph.Affirmed, Citations: []graph.Citation{{Sentence: words}},
	}
	s.ID = graph.StatementID(s)
	g.Statements = append(g.Statements, s)
	for _, name := range []string{subject, object} {
		g.Entities = append(g.Entities, graph.Entity{ID: graph.ID(name), Name: name, Type: graph.ArmedGroup})
	}
}

func TestDOTLinksAreOfTheWeb(t *testing.T) {
	if got := write(t, hostileGraph(t), "dot", export.Options{}); strings.Contains(got, "javascript:") {
		t.Error("a javascript: address is a link")
	}
}

// Another reader of DOT finds the same nodes and edges.
func TestDOTReadBack(t *testing.T) {
	for name, g := range map[string]graph.Subgraph{"libya": libya(t), "120": warGraph(t, 120), "hostile": hostileGraph(t)} {
		text := write(t, g, "dot", allOptions())
		parsed, err := graphviz.ParseBytes([]byte(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		defer parsed.Close()
		ties := graph.Ties(g)
		ends := map[graph.ID]bool{}
		for _, tie := range ties {
			ends[tie.Subject], ends[tie.Object] = true, true
		}
		nodes, err := parsed.NodeNum()
		if err != nil || nodes != len(ends) {
			t.Errorf("%s: %d nodes, want %d (%v)", name, nodes, len(ends), err)
		}
		edges, err := parsed.EdgeNum()
		if err != nil || edges != len(ties) {
			t.Errorf("%s: %d edges, want %d (%v)", name, edges, len(ties), err)
		}
	}
}

// FuzzDOT writes any names and words and draws them: two nodes, one edge, no link, and every letter where it belongs.
func FuzzDOT(f *testing.F) {
	for i, name := range hostileNames() {
		f.Add(name, hostileNames()[(i+5)%len(hostileNames())], name)
	}
	f.Fuzz(func(t *testing.T, subject, object, words string) {
		subject, object, words = "s"+subject, "o"+object, "w"+words
		var g graph.Subgraph
		addRaw(&g, subject, object, words)
		drawing := drawn(t, g, export.Options{Title: words})
		titles, links := readSVG(t, drawing)
		if len(links) > 0 {
			t.Errorf("links %q", links)
		}
		want := []string{
			words, object + ": armed group", subject + ": armed group",
			subject + " backs " + object + " (affirmed) 1 statement, 1 source " + words,
		}
		for i, text := range want {
			want[i] = letters(text)
		}
		for i, title := range titles {
			titles[i] = letters(title)
		}
		slices.Sort(titles)
		slices.Sort(want)
		if !slices.Equal(titles, want) {
			t.Errorf("titles\n%q, want\n%q\n%s", titles, want, drawing)
		}
	})
}

// letters gives what of a text no escape may change.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, strings.ToValidUTF8(s, ""))
}
