package export_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/export"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// write gives the subgraph in a format, and fails the test on any error.
func write(t testing.TB, g graph.Subgraph, format string, opts export.Options) string {
	t.Helper()
	f, err := export.ByName(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := export.Write(&b, g, f, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// passOn is a layout for tests that are about what goes into one.
func passOn(w io.Writer, dot []byte) error {
	_, err := w.Write(dot)
	return err
}

func TestGolden(t *testing.T) {
	for name, format := range map[string]string{
		"libya.csv": "csv", "libya.dot": "dot", "libya.json": "json", "libya.nq": "nquads", "libya.svg": "svg",
		"libya.cyjs": "cytoscape", "libya.ftm": "ftm", "libya.geojson": "geojson", "libya.gexf": "gexf", "libya.graphml": "graphml",
		"libya.html": "html", "libya.jsonld": "jsonld", "libya.md": "md", "libya.mmd": "mermaid", "libya.nodes.csv": "nodes",
		"libya.triads.csv": "triads", "libya.trig": "trig", "libya.ttl": "turtle",
	} {
		t.Run(name, func(t *testing.T) {
			opts := export.Options{Title: "Libya, 2020", Layout: layout(t)}
			got := write(t, libya(t), format, opts)
			path := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs; see the change with go test -update and git diff", path)
			}
		})
	}
}

// The order in which a store gives the parts must not show.
func TestSameBytesInAnyOrder(t *testing.T) {
	sorted := warGraph(t, 120)
	mixed := graph.Subgraph{
		Entities: slices.Clone(sorted.Entities), Articles: slices.Clone(sorted.Articles),
		Statements: slices.Clone(sorted.Statements),
	}
	slices.Reverse(mixed.Entities)
	slices.Reverse(mixed.Articles)
	slices.Reverse(mixed.Statements)
	before := slices.Clone(mixed.Statements)
	for _, f := range export.Formats() {
		opts := export.Options{Layout: passOn, Raster: passOn}
		if write(t, sorted, f.Name, opts) != write(t, mixed, f.Name, opts) {
			t.Errorf("%s depends on the order of the subgraph", f.Name)
		}
	}
	if !slices.EqualFunc(before, mixed.Statements, func(a, b graph.Statement) bool { return a.ID == b.ID }) {
		t.Error("Write sorted its caller's statements")
	}
}

func TestFormats(t *testing.T) {
	seen := map[string]string{}
	for _, f := range export.Formats() {
		for _, key := range append([]string{f.Name, f.MediaType}, f.Extensions...) {
			if other, ok := seen[key]; ok && !(key == "text/csv" && other == "csv") {
				t.Errorf("%s and %s share %q", f.Name, other, key)
			}
			if seen[key] == "" {
				seen[key] = f.Name
			}
		}
		if got, err := export.ByName(strings.ToUpper(f.Name)); err != nil || got.Name != f.Name {
			t.Errorf("ByName(%q) = %q, %v", f.Name, got.Name, err)
		}
	}
	if _, err := export.ByName("docx"); !errors.Is(err, export.ErrUnknownFormat) || !strings.Contains(err.Error(), "csv, cytoscape, dot") {
		t.Errorf("error %q does not list the formats", err)
	}
}

func TestWriteRefuses(t *testing.T) {
	dot, _ := export.ByName("dot")
	svg, _ := export.ByName("svg")
	broken := errors.New("no layout today")
	for name, test := range map[string]struct {
		format export.Format
		opts   export.Options
		want   string
	}{
		"unknown polarity": {dot, export.Options{Polarities: []graph.Polarity{"sure"}}, `polarity "sure" is unknown`},
		"unknown relation": {dot, export.Options{Relations: []graph.Relation{"likes"}}, `relation "likes" is unknown`},
		"no format":        {export.Format{Name: "x"}, export.Options{}, "unknown format"},
		"no layout":        {svg, export.Options{}, "Options.Layout"},
		"broken layout":    {svg, export.Options{Layout: func(io.Writer, []byte) error { return broken }}, broken.Error()},
	} {
		err := export.Write(io.Discard, libya(t), test.format, test.opts)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q in it", name, err, test.want)
		}
	}
}

// A writer that fails (a full disk, a closed pipe) is reported by every format.
func TestWriteReportsTheWriter(t *testing.T) {
	full := errors.New("disk full")
	for _, f := range export.Formats() {
		err := export.Write(failing{full}, libya(t), f, export.Options{Layout: passOn, Raster: passOn})
		if !errors.Is(err, full) {
			t.Errorf("%s: error %v, want %v", f.Name, err, full)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// Nothing found is a well-formed nothing.
func TestEmpty(t *testing.T) {
	for format, want := range map[string]string{
		"csv":    "Source,Target,Type,",
		"dot":    "digraph",
		"json":   `"statements": []`,
		"nquads": "",
	} {
		if got := write(t, graph.Subgraph{}, format, export.Options{}); !strings.Contains(got, want) {
			t.Errorf("%s of nothing is %q", format, got)
		}
	}
}
