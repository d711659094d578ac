package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
	"gonum.org/v1/gonum/graph/formats/cytoscapejs"
	"gonum.org/v1/gonum/graph/formats/gexf12"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/graph/trig"
)

// These tests give what was written to readers that others wrote.

// missing skips a test whose reader is not here; where all must be, it fails.
func missing(t *testing.T, what, hint string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("%s is missing: %s", what, hint)
	}
	t.Skipf("SKIPPED: %s is missing: %s", what, hint)
}

// run gives the text to a program of somebody else, and gives what it prints.
func run(t *testing.T, input, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		missing(t, program, "make test installs it")
	}
	cmd := exec.CommandContext(t.Context(), path, args...)
	cmd.Stdin = strings.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, stderr.String())
	}
	return string(out)
}

// python runs a program in Python that needs a module; Debian's python3 has those of its packages.
func python(t *testing.T, input, module, program string) string {
	t.Helper()
	for _, path := range []string{"python3", "/usr/bin/python3"} {
		check := exec.CommandContext(t.Context(), path, "-c", "import "+module)
		check.Dir = t.TempDir()
		if check.Run() == nil {
			return run(t, input, path, "-c", program)
		}
	}
	missing(t, "Python's "+module, "apt-get install python3-"+module)
	return ""
}

// graphs are those that each reader is given: one of everything, a large one, a hostile one, and an empty one.
func graphs(t *testing.T) map[string]graph.Subgraph {
	return map[string]graph.Subgraph{"libya": libya(t), "wars": warGraph(t, 120), "hostile": hostileGraph(t), "empty": {}}
}

// allTies gives the ties of all polarities and relations, and how many entities stand at their ends.
func allTies(g graph.Subgraph) (ties []graph.Tie, ends int) {
	ids := map[graph.ID]bool{}
	ties = graph.Ties(g)
	for _, t := range ties {
		ids[t.Subject], ids[t.Object] = true, true
	}
	return ties, len(ids)
}

func everything() export.Options {
	opts := allOptions()
	opts.Layout = passOn
	return opts
}

func TestGEXFReadBack(t *testing.T) {
	for name, g := range graphs(t) {
		text := write(t, g, "gexf", everything())
		run(t, text, "xmllint", "--noout", "-")
		read := readGEXF(t, text)
		ties, ends := allTies(g)
		if len(read.Graph.Nodes.Nodes) != ends || len(read.Graph.Edges.Edges) != len(ties) {
			t.Errorf("%s: %d nodes and %d edges, want %d and %d", name, len(read.Graph.Nodes.Nodes), len(read.Graph.Edges.Edges), ends, len(ties))
		}
		if read.Graph.TimeFormat != "date" || read.Graph.Mode != "dynamic" {
			t.Errorf("%s: mode %q, time in %q", name, read.Graph.Mode, read.Graph.TimeFormat)
		}
		nodes := map[string]bool{}
		for _, n := range read.Graph.Nodes.Nodes {
			nodes[n.ID] = true
		}
		titles := map[string]string{}
		for _, class := range read.Graph.Attributes {
			for _, a := range class.Attributes {
				if class.Class == "edge" {
					titles[a.ID] = a.Title
				}
			}
		}
		for i, e := range read.Graph.Edges.Edges {
			if !nodes[e.Source] || !nodes[e.Target] || e.ID != fmt.Sprint(i) {
				t.Errorf("%s: edge %s from %q to %q", name, e.ID, e.Source, e.Target)
			}
			if e.Start > e.End && e.End != "" {
				t.Errorf("%s: edge %s ends before it starts: %s, %s", name, e.ID, e.Start, e.End)
			}
			told := map[string]string{}
			for _, a := range e.AttValues.AttValues {
				told[titles[a.For]] = a.Value
			}
			if told["polarity"] != string(ties[i].Polarity) || told["against"] != fmt.Sprint(len(ties[i].Against)) || letters(told["sentence"]) != letters(ties[i].Sentence) {
				t.Errorf("%s: edge %s tells %v of %+v", name, e.ID, told, ties[i])
			}
		}
	}
}

// readGEXF reads with a reader of GEXF 1.2, whose names are those of 1.3 but for the namespace.
func readGEXF(t *testing.T, text string) gexf12.Content {
	t.Helper()
	var read gexf12.Content
	if err := xml.Unmarshal([]byte(strings.Replace(text, "http://gexf.net/1.3", "http://www.gexf.net/1.2draft", 1)), &read); err != nil {
		t.Fatal(err)
	}
	return read
}

// The timeline of Gephi shows a tie from its date on, and to its end where it has one.
func TestGEXFTimes(t *testing.T) {
	text := write(t, libya(t), "gexf", everything())
	read := readGEXF(t, text)
	want := map[string][2]string{
		"Turkey backs Government_of_National_Accord":        {"2019-11-01", ""},           // a text says since when
		"Libyan_National_Army withdrew from Tripoli":        {"2020-05-01", "2020-05-31"}, // an event of a month
		"Qatar backs Government_of_National_Accord":         {"2020-04-04", "2020-04-04"}, // over, says the article
		"Libyan_National_Army fights":                       {},
		"Wagner_Group backs Libyan_National_Army":           {"2020-02-02", ""},
		"Russia backs (alleged: suspected) Wagner_Group":    {"2020-02-02", ""},
		"United_Arab_Emirates backs (alleged: claimed) LNA": {},
	}
	found := 0
	for _, e := range read.Graph.Edges.Edges {
		times, ok := want[e.Source+" "+e.Label+" "+e.Target]
		if !ok {
			continue
		}
		found++
		if times != [2]string{e.Start, e.End} {
			t.Errorf("%s %s %s: from %q to %q, want %q", e.Source, e.Label, e.Target, e.Start, e.End, times)
		}
	}
	if found != 5 {
		t.Errorf("%d of 5 ties were found", found)
	}
}

func TestGraphMLReadBack(t *testing.T) {
	const program = `
import sys, io, json, networkx as nx
g = nx.read_graphml(io.BytesIO(sys.stdin.buffer.read()), force_multigraph=True)
print(json.dumps([g.number_of_nodes(), [d for _, _, d in g.edges(data=True)]]))`
	for name, g := range graphs(t) {
		text := write(t, g, "graphml", everything())
		run(t, text, "xmllint", "--noout", "-")
		var read []json.RawMessage
		if err := json.Unmarshal([]byte(python(t, text, "networkx", program)), &read); err != nil {
			t.Fatal(err)
		}
		var nodes int
		var edges []struct {
			Polarity, Sentence string
			Against            int
			Confidence         float64
			Directed           bool
		}
		if err := errors.Join(json.Unmarshal(read[0], &nodes), json.Unmarshal(read[1], &edges)); err != nil {
			t.Fatal(err)
		}
		ties, ends := allTies(g)
		if nodes != ends || len(edges) != len(ties) {
			t.Errorf("%s: %d nodes and %d edges, want %d and %d", name, nodes, len(edges), ends, len(ties))
		}
		for _, e := range edges {
			if e.Polarity == "" || e.Confidence < 0 || e.Confidence > 1 {
				t.Errorf("%s: edge %+v", name, e)
			}
		}
	}
}

func TestCytoscapeReadBack(t *testing.T) {
	for name, g := range graphs(t) {
		text := write(t, g, "cytoscape", everything())
		var read cytoscapejs.GraphNodeEdge
		if err := json.Unmarshal([]byte(text), &read); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		ties, ends := allTies(g)
		if len(read.Elements.Nodes) != ends || len(read.Elements.Edges) != len(ties) {
			t.Errorf("%s: %d nodes and %d edges, want %d and %d", name, len(read.Elements.Nodes), len(read.Elements.Edges), ends, len(ties))
		}
		for i, e := range read.Elements.Edges {
			if e.Data.Source != strings.ToValidUTF8(string(ties[i].Subject), "\uFFFD") && name != "hostile" || e.Data.Attributes["polarity"] != string(ties[i].Polarity) {
				t.Errorf("%s: edge %d: %+v", name, i, e.Data)
			}
		}
	}
}

// rdflibProgram prints what RDFLib reads, as sorted N-Quads or N-Triples.
const rdflibProgram = `
import sys, rdflib
g = rdflib.ConjunctiveGraph()
g.parse(data=sys.stdin.buffer.read().decode('utf-8'), format='%[1]s')
out = g.serialize(format='%[2]s')
lines = [l for l in out.split('\n') if l.strip()]
sys.stdout.buffer.write(('\n'.join(lines if '%[2]s' == 'trig' else sorted(lines))).encode('utf-8'))`

// small are the graphs without the large one, for readers that take their time.
func small(t *testing.T) map[string]graph.Subgraph {
	all := graphs(t)
	delete(all, "wars")
	return all
}

func rdflib(t *testing.T, text, from, to string) []string {
	t.Helper()
	out := python(t, text, "rdflib", fmt.Sprintf(rdflibProgram, from, to))
	return strings.Split(strings.TrimSpace(out), "\n")
}

// TriG is the same as N-Quads: RDFLib reads the one, the store's parser the other and what RDFLib makes of the one.
func TestTriGReadBack(t *testing.T) {
	for name, g := range small(t) {
		canonical := func(text string) []string {
			var lines []string
			for _, q := range readQuads(t, text) {
				lines = append(lines, q.String())
			}
			slices.Sort(lines)
			return lines
		}
		want := canonical(write(t, g, "nquads", everything()))
		got := canonical(strings.TrimSpace(strings.Join(rdflib(t, write(t, g, "trig", everything()), "trig", "nquads"), "\n")))
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d quads, want the %d of N-Quads", name, len(got), len(want))
		}
		// RDFLib writes TriG with prefixes, commas and quotes of its own.
		rewritten := strings.Join(rdflib(t, write(t, g, "trig", everything()), "trig", "trig"), "\n")
		if got := canonical(fromTriG(t, rewritten)); !slices.Equal(got, want) {
			t.Errorf("%s: %d quads of RDFLib's TriG, want the %d of N-Quads", name, len(got), len(want))
		}
	}
}

// TriG is read back as the very quads of N-Quads.
func TestTriGBack(t *testing.T) {
	for name, g := range graphs(t) {
		quads := strings.Split(fromTriG(t, write(t, g, "trig", everything())), "\n")
		slices.Sort(quads)
		want := strings.Split(write(t, g, "nquads", everything()), "\n")
		slices.Sort(want)
		if !slices.Equal(quads, want) {
			t.Errorf("%s: %d quads, want %d", name, len(quads), len(want))
		}
	}
}

func fromTriG(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	if err := trig.ToNQuads(&b, strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Turtle and JSON-LD are the same triples, read by two readers.
func TestTurtleAndJSONLDReadBack(t *testing.T) {
	for name, g := range small(t) {
		turtle := rdflib(t, write(t, g, "turtle", everything()), "turtle", "nt")
		linked := rdflib(t, write(t, g, "jsonld", everything()), "json-ld", "nt")
		if !slices.Equal(turtle, linked) {
			t.Errorf("%s: Turtle has %d triples, JSON-LD %d", name, len(turtle), len(linked))
		}
		var document any
		if err := json.Unmarshal([]byte(write(t, g, "jsonld", everything())), &document); err != nil {
			t.Fatal(err)
		}
		options := ld.NewJsonLdOptions("")
		options.Format = "application/n-quads"
		quads, err := ld.NewJsonLdProcessor().ToRDF(document, options)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if n := strings.Count(quads.(string), "\n"); name != "empty" && n != len(turtle) {
			t.Errorf("%s: a second reader of JSON-LD finds %d triples, want %d", name, n, len(turtle))
		}
		for _, s := range g.Statements { // no denial under the plain name
			plain := fmt.Sprintf("<%s%s> <%s%s> <%s%s> .", base, s.Subject, base, s.Relation, base, s.Object)
			affirmed := slices.ContainsFunc(g.Statements, func(o graph.Statement) bool {
				return o.Fact() == s.Fact() && o.Polarity == graph.Affirmed
			})
			if name == "libya" && slices.Contains(turtle, plain) != affirmed {
				t.Errorf("%s: affirmed %t", plain, affirmed)
			}
		}
	}
}

// ftmRequired are the properties that FollowTheMoney's schemata ask for, or that a link cannot do without.
var ftmRequired = map[string][]string{
	"PublicBody": {"name"}, "Organization": {"name"}, "Company": {"name"}, "Person": {"name"}, "LegalEntity": {"name"},
	"Address": {"full"}, "UnknownLink": {"subject", "object", "role"}, "Article": {"title"}, "Mention": {"document", "name", "resolved"},
}

func TestFtMReadBack(t *testing.T) {
	for name, g := range graphs(t) {
		text := write(t, g, "ftm", everything())
		ids, links := map[string]bool{}, 0
		type entity struct {
			ID, Schema string
			Properties map[string][]string
		}
		var all []entity
		for line := range strings.Lines(run(t, text, "jq", "-c", ".")) {
			var e entity
			if err := json.Unmarshal([]byte(line), &e); err != nil {
				t.Fatal(err)
			}
			if ids[e.ID] {
				t.Errorf("%s: two entities are %s", name, e.ID)
			}
			ids[e.ID] = true
			all = append(all, e)
		}
		for _, e := range all {
			required, ok := ftmRequired[e.Schema]
			for _, property := range required {
				// A name of nothing but signs that nobody sees is none.
				ok = ok && (len(e.Properties[property]) > 0 || name == "hostile" && (property == "name" || property == "full"))
			}
			if !ok {
				t.Errorf("%s: %s lacks something: %+v", name, e.Schema, e)
			}
			for _, property := range []string{"subject", "object", "document", "resolved"} {
				for _, id := range e.Properties[property] {
					if !ids[id] && name != "hostile" {
						t.Errorf("%s: %s of %s is not there: %s", name, property, e.ID, id)
					}
				}
			}
			if e.Schema == "UnknownLink" {
				links++
			}
		}
		if ties, _ := allTies(g); links != len(ties) {
			t.Errorf("%s: %d links, want %d", name, links, len(ties))
		}
	}
}

func TestGeoJSONReadBack(t *testing.T) {
	g := libya(t)
	for i, e := range g.Entities {
		if e.ID == "Tripoli" {
			g.Entities[i].Latitude, g.Entities[i].Longitude = "32.887", "+13.191"
		}
	}
	text := write(t, g, "geojson", export.Options{})
	got := run(t, text, "jq", "-c", ".type, (.features[] | [.geometry.type, .geometry.coordinates, .properties.subject, .properties.predicate, .properties.start])")
	want := "\"FeatureCollection\"\n[\"Point\",[13.191,32.887],\"Libyan National Army\",\"withdrew_from\",\"2020-05-01\"]\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := run(t, write(t, graph.Subgraph{}, "geojson", export.Options{}), "jq", "-c", ".features"); got != "[]\n" {
		t.Errorf("nothing is %s", got)
	}
}

func rows(t *testing.T, text string) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var found []map[string]string
	for _, row := range all[1:] {
		cells := map[string]string{}
		for i, cell := range row {
			cells[all[0][i]] = cell
		}
		found = append(found, cells)
	}
	return found
}

// The two tables of Gephi fit together.
func TestNodesGoWithEdges(t *testing.T) {
	g := libya(t)
	ids := map[string]bool{}
	for _, node := range rows(t, write(t, g, "nodes", everything())) {
		ids[node["Id"]] = true
	}
	for _, edge := range rows(t, write(t, g, "csv", everything())) {
		if !ids[edge["Source"]] || !ids[edge["Target"]] {
			t.Errorf("%s or %s is no node", edge["Source"], edge["Target"])
		}
	}
}

func TestTriads(t *testing.T) {
	found := map[string]map[string]string{}
	for _, row := range rows(t, write(t, libya(t), "triads", export.Options{})) {
		found[row["year"]+" "+row["supporter"]+" > "+row["recipient"]+" / "+row["opponent"]] = row
	}
	turkey := found["2019 Turkey > Government of National Accord / Libyan National Army"]
	if turkey["support_troops"] != "1" || turkey["support_air"] != "1" || turkey["support_weapons"] != "0" || turkey["alleged"] != "0" {
		t.Errorf("Turkey in 2019: %v", turkey)
	}
	if found["2020 Turkey > Government of National Accord / Libyan National Army"] == nil {
		t.Errorf("support that goes on in 2020 is missing: %v", found)
	}
	if row := found["2020 United Arab Emirates > Libyan National Army / Government of National Accord"]; row["alleged"] != "1" {
		t.Errorf("the Emirates: %v", row)
	}
	if row := found["2020 Russia > Libyan National Army / Government of National Accord"]; row["denials"] != "1" {
		t.Errorf("Russia: %v", row)
	}
	if row := found["2020 Russia > Wagner Group / "]; row["support_unknown"] != "1" || row["alleged"] != "1" {
		t.Errorf("Wagner: %v", row)
	}
}
