package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "entente.example"

// layout lists the packages, and what each may import of the others, so that imports point one way.
func layout() map[string][]string {
	return map[string][]string{
		"graph":                    nil,
		"graph/actors":             {"graph"},
		"graph/ties":               {"graph"},
		"graph/made":               {"graph"},
		"graph/processor":          nil, // for measurements
		"graph/trig":               nil,
		"graph/lines":              nil,
		"graph/store":              {"graph", "graph/lines", "graph/ties"},
		"graph/store/postgrestest": nil, // for tests

		"graph/export":      {"graph", "graph/lines"},
		"graph/export/svg":  nil,
		"loader/text":       nil,
		"loader/text/train": {"loader/text"},
		"loader/fetch":      nil,
		"loader/dataset":    {"graph"},
		"loader/source":     {"graph"},
		"loader/extract":    {"graph", "graph/actors", "loader/text"},
		"loader/llm":        {"graph", "loader/extract", "loader/text"},
		"loader/eval":       {"graph"},
		"loader":            {"graph", "graph/store"},
		"queries":           {"graph", "graph/actors", "graph/store", "graph/ties"},
		"cmd/internal/server": {
			"graph", "graph/actors", "graph/export", "graph/export/svg", "graph/store",
			"loader", "loader/extract", "loader/source", "queries",
		},
		"cmd/entente": {
			"cmd/internal/server", "graph", "graph/actors", "graph/export", "graph/export/svg", "graph/store", "graph/trig",
			"loader", "loader/dataset", "loader/eval", "loader/extract", "loader/fetch", "loader/llm", "loader/source", "queries",
		},
	}
}

// alone lists modules of others that only some packages may import.
func alone() map[string][]string {
	return map[string][]string{
		"github.com/cayleygraph":        {"graph/store"},
		"github.com/hidal-go":           {"graph/store"},
		"github.com/syndtr/goleveldb":   {"graph/store"},
		"github.com/lib/pq":             {"graph/store", "graph/store/postgrestest"},
		"github.com/tetratelabs/wazero": {"graph/export/svg"},
		"github.com/spf13":              {"cmd/entente"},
		"gonum.org":                     {"queries"},
		"github.com/jedib0t":            {"cmd/entente"},
		"golang.org/x/term":             {"cmd/entente"},
		"codeberg.org/readeck":          {"loader/source"},
		"golang.org/x/net":              {"loader/source"},
		"github.com/ledongthuc":         {"loader/source"},
		"github.com/prometheus":         {"cmd/internal/server"},
	}
}

// listed is what go list tells of a package.
type listed struct {
	ImportPath   string
	Name         string
	Dir          string
	Standard     bool
	Imports      []string
	Deps         []string
	GoFiles      []string
	TestGoFiles  []string
	XTestGoFiles []string
}

// list runs go list, and gives the packages in its order.
func list(t *testing.T, args ...string) []listed {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", append([]string{"list", "-json=ImportPath,Name,Dir,Standard,Imports,Deps,GoFiles,TestGoFiles,XTestGoFiles"}, args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var packages []listed
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

func ours(path string) (string, bool) { return strings.CutPrefix(path, module+"/") }

func isIn(path, tree string) bool { return path == tree || strings.HasPrefix(path, tree+"/") }

// TestImportsPointOneWay holds the layout.
func TestImportsPointOneWay(t *testing.T) {
	allowed := layout()
	for _, p := range list(t, module+"/...") {
		name, _ := ours(p.ImportPath)
		may, known := allowed[name]
		if !known {
			t.Errorf("package %s has no row in the layout", name)
		}
		for _, path := range p.Imports {
			if other, ok := ours(path); ok && !slices.Contains(may, other) {
				t.Errorf("%s imports %s", name, other)
			}
			for tree, owners := range alone() {
				if isIn(path, tree) && !slices.Contains(owners, name) {
					t.Errorf("%s imports %s, which only %s may", name, path, strings.Join(owners, ", "))
				}
			}
			if name == "graph" && isOfOthers(path) && path != "github.com/google/uuid" && !isIn(path, "golang.org/x/text") {
				t.Errorf("graph imports %s", path)
			}
			if isIn(name, "loader/text") && isOfOthers(path) {
				t.Errorf("%s imports %s", name, path)
			}
		}
	}
}

// isOfOthers reports whether a path is neither the standard library's nor ours: its first part has a dot.
func isOfOthers(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ".") && first != module
}

// TestExtractLinksLittle holds that who reads statements from a string links no database, no parser of HTML, no network.
func TestExtractLinksLittle(t *testing.T) {
	for _, p := range list(t, module+"/loader/extract") {
		for _, path := range p.Deps {
			if path == "net/http" || path == "database/sql" {
				t.Errorf("%s links %s", p.ImportPath, path)
			}
			for tree := range alone() {
				if isIn(path, tree) {
					t.Errorf("%s links %s", p.ImportPath, path)
				}
			}
		}
	}
}

// TestEachPackageSaysWhatItIs holds that there is a doc.go with the package's comment, that nothing runs before main, and
// that each library has an example.
func TestEachPackageSaysWhatItIs(t *testing.T) {
	for _, p := range list(t, module+"/...") {
		comments := 0
		for _, file := range p.GoFiles {
			parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, file), nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			if parsed.Doc != nil {
				comments++
				if file != "doc.go" {
					t.Errorf("%s: the comment on the package stands in %s", p.ImportPath, file)
				}
			}
			for _, d := range parsed.Decls {
				if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "init" && f.Recv == nil {
					t.Errorf("%s: %s has an init", p.ImportPath, file)
				}
			}
		}
		if comments != 1 {
			t.Errorf("%s: %d comments on the package", p.ImportPath, comments)
		}
		if p.Name != "main" && !hasExample(t, p) {
			t.Errorf("%s has no example", p.ImportPath)
		}
	}
}

// hasExample reports whether a test of the package is an example that runs: one that tells no output is only compiled.
func hasExample(t *testing.T, p listed) bool {
	t.Helper()
	for _, file := range slices.Concat(p.TestGoFiles, p.XTestGoFiles) {
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, file), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(doc.Examples(parsed), func(e *doc.Example) bool { return e.Output != "" }) {
			return true
		}
	}
	return false
}

// TestFilesAreShort holds that no file of Go has more than 500 lines.
func TestFilesAreShort(t *testing.T) {
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		text, err := os.ReadFile(path)
		if lines := bytes.Count(text, []byte("\n")); lines > 500 {
			t.Errorf("%s has %d lines", filepath.ToSlash(path), lines)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
