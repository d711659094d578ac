package export_test

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"entente.example/graph"
	"entente.example/graph/export"
)

const base = "https://entente.example/id/"

// readQuads reads N-Quads with the parser that the store uses.
func readQuads(t *testing.T, text string) []quad.Quad {
	t.Helper()
	reader := nquads.NewReader(strings.NewReader(text), false)
	defer reader.Close()
	var quads []quad.Quad
	for {
		q, err := reader.ReadQuad()
		if errors.Is(err, io.EOF) {
			return quads
		}
		if err != nil {
			t.Fatalf("quad %d: %v\n%s", len(quads)+1, err, text)
		}
		quads = append(quads, q)
	}
}

func TestNQuads(t *testing.T) {
	g := libya(t)
	text := write(t, g, "nquads", export.Options{})
	if lines := strings.SplitAfter(text, "\n"); !slices.IsSorted(lines[:len(lines)-1]) {
		t.Error("the quads are not sorted")
	}
	quads := readQuads(t, text)
	for _, q := range quads {
		for _, value := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			if iri, ok := value.(quad.IRI); ok && !strings.HasPrefix(string(iri), base) {
				t.Errorf("%s is not absolute", iri)
			}
		}
	}
	for _, s := range g.Statements {
		node, article := quad.IRI(base+"st:"+s.ID.String()), quad.IRI(base+"art:"+s.Article.String())
		tie := quad.Quad{
			Subject: quad.IRI(s.Subject.IRI()), Predicate: quad.IRI(base + s.Predicate()),
			Object: quad.IRI(s.Object.IRI()), Label: node,
		}
		if !slices.Contains(quads, tie) {
			t.Errorf("no tie %s", tie)
		}
		polarity := quad.Quad{Subject: node, Predicate: quad.IRI(base + "polarity"), Object: quad.String(s.Polarity), Label: article}
		if !slices.Contains(quads, polarity) {
			t.Errorf("no %s", polarity)
		}
		if got := citationsOf(t, quads, node); !slices.EqualFunc(got, s.Citations, equalCitations) {
			t.Errorf("citations of %s: %v, want %v", s.ID, got, s.Citations)
		}
	}
	// The plainest query must never take a denial for a fact.
	denied := 0
	for _, q := range quads {
		if q.Predicate == quad.IRI(base+"backs_denied") {
			denied++
		}
	}
	if denied != 1 {
		t.Errorf("%d denied ties under backs_denied, want 1", denied)
	}
}

func citationsOf(t *testing.T, quads []quad.Quad, node quad.Value) []graph.Citation {
	t.Helper()
	var citations []graph.Citation
	for _, q := range quads {
		if q.Subject != node || q.Predicate != quad.IRI(base+"citation") {
			continue
		}
		var c graph.Citation
		if err := json.Unmarshal([]byte(q.Object.(quad.String)), &c); err != nil {
			t.Fatal(err)
		}
		citations = append(citations, c)
	}
	return citations
}

func equalCitations(a, b graph.Citation) bool { return a.Sentence == b.Sentence && a.Compare(b) == 0 }

// A name that looks like a statement's id must not add to what is known of the statement.
func TestNQuadsKeepsNamesApart(t *testing.T) {
	g := libya(t)
	node := "st:" + g.Statements[0].ID.String()
	before := strings.Count(write(t, g, "nquads", export.Options{}), "<"+base+node+">")
	addRaw(&g, node, "Chad", "A name.")
	g.Normalize()
	if after := strings.Count(write(t, g, "nquads", export.Options{}), "<"+base+node+">"); after != before {
		t.Errorf("the statement stands in %d places, and in %d after a group has taken its id as a name", before, after)
	}
}

// An entity comes with all that the dictionary knows of it.
func TestNQuadsOfAnEntity(t *testing.T) {
	g := graph.Subgraph{Entities: []graph.Entity{{
		ID: "Houthis", Name: "Houthis", Type: graph.ArmedGroup, Country: "Yemen", Existed: "1994/..", Wikidata: "Q866956",
		Aliases: []graph.Alias{{Name: "Ansar Allah"}, {Name: "Believing Youth", When: "1992/2004"}},
	}}}
	want := []string{
		`<alias> "Ansar Allah"`, `<alias> "{\"name\":\"Believing Youth\",\"when\":\"1992/2004\"}"`, `<country> <Yemen>`,
		`<existed> "1994/.."`, `<name> "Houthis"`, `<type> "armed_group"`, `<wikidata> "Q866956"`,
	}
	got := strings.ReplaceAll(write(t, g, "nquads", export.Options{}), base, "")
	if want := "<Houthis> " + strings.Join(want, " <actors> .\n<Houthis> ") + " <actors> .\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestNQuadsOfHostileText(t *testing.T) {
	readQuads(t, write(t, hostileGraph(t), "nquads", export.Options{}))
}

// FuzzNQuads writes any names and words, and reads as many quads back, with the words whole.
func FuzzNQuads(f *testing.F) {
	for i, name := range hostileNames() {
		f.Add(name, hostileNames()[(i+5)%len(hostileNames())], name)
	}
	f.Fuzz(func(t *testing.T, subject, object, words string) {
		var g graph.Subgraph
		addRaw(&g, "s"+subject, "o"+object, words)
		text := write(t, g, "nquads", export.Options{})
		quads := readQuads(t, text)
		if lines := strings.Count(text, "\n"); len(quads) != lines {
			t.Fatalf("%d quads on %d lines:\n%s", len(quads), lines, text)
		}
		ties := 0
		for _, q := range quads {
			if q.Predicate == quad.IRI(base+"backs") {
				ties++
			}
			if q.Predicate == quad.IRI(base+"citation") {
				var c graph.Citation
				if err := json.Unmarshal([]byte(q.Object.(quad.String)), &c); err != nil {
					t.Fatal(err)
				}
				if want := strings.ToValidUTF8(words, "\uFFFD"); letters(c.Sentence) != letters(want) {
					t.Errorf("sentence %q, want %q", c.Sentence, want)
				}
			}
		}
		if ties != 1 {
			t.Errorf("%d ties, want 1:\n%s", ties, text)
		}
	})
}
