package source_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente.example/loader/source"
)

// A named file is read whatever its ending, so what was written for programs is told by how it begins.
func TestForeignIsNoArticle(t *testing.T) {
	tests := []struct {
		name, text string
		says       string // empty: it is an article
	}{
		{"XML", "\ufeff<?xml version=\"1.0\"?><invoice></invoice>", "XML"},
		{"rtf", `{\rtf1\ansi Iran backs the Houthis.}`, "RTF"},
		{"dump", "<Iran> <backs> <Houthis> <st:1> .\n<Iran> <name> \"Iran\" <actors> .\n", "RDF"},
		{"triples", "_:a <name> \"Iran\" .\n", "RDF"},
		{"TriG", "# A graph.\n@prefix e: <https://x/> .\ne:g { e:a e:b e:c }", "RDF"},
		{"TriG as we write it", "GRAPH <https://entente.example/id/actors> {\n", "RDF"},
		{"Turtle", "PREFIX e: <https://x/>\ne:a e:b e:c .", "RDF"},
		{"DOT", "digraph entente {\n a -> b }", "picture"},
		{"Mermaid", "---\ntitle: \"x\"\n---\nflowchart LR\n a --> b", "picture"},
		{"a graph in prose", "Graph of the week {1}: Iran backs the Houthis.", ""},
		{"a prefix in prose", "Prefix a name with <Iran>: it backs the Houthis.", ""},
		{"who said it", "It was said by 2 sources: Iran backs the Houthis.", ""},
		{"words in brackets", "[Editor's note] Iran backs the Houthis.", ""},
		{"words in braces", "{Updated} Iran backs the Houthis.", ""},
		{"a mark inside", "The page began with <html> and ended so.", ""},
		{"a bracket first", "<Reuters> Iran backs the Houthis. It denied that.", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.dat")
			if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
				t.Fatal(err)
			}
			for doc, err := range source.Open(t.Context(), []string{path}, source.Options{}) {
				switch {
				case test.says == "" && err != nil:
					t.Errorf("Open(%q) failed: %v", test.text, err)
				case test.says != "" && !errors.Is(err, source.ErrBinary):
					t.Errorf("Open(%q) gave %q, error %v; want ErrBinary", test.text, doc.Text, err)
				case test.says != "" && !strings.Contains(err.Error(), test.says):
					t.Errorf("Open(%q): %v; want one that says %s", test.text, err, test.says)
				}
			}
		})
	}
}
