package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"entente.example/graph/actors"
	"entente.example/loader/extract"
)

// rulesFolder has the rules of extraction and the classes of words.
const rulesFolder = "../../loader/extract/data"

// TestDocsRulesAreRead puts the examples of docs/extraction.md, rows in ```csv NAME and rules in ```frames blocks, beside
// the rules and the dictionary, and holds that they are without fault and read what they say.
func TestDocsRulesAreRead(t *testing.T) {
	p := readPage(t, "docs/extraction.md")
	rows := fstest.MapFS{}
	for _, b := range p.blocks("csv") {
		_, name, _ := strings.Cut(b.info, " ")
		rows[name] = &fstest.MapFile{Data: []byte(p.text(b))}
	}
	rules := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(rulesFolder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(rulesFolder, name))
		rules[name] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var example string
	for _, b := range p.blocks("frames") {
		example += p.text(b) + "\n"
	}
	rules["example.frames"] = &fstest.MapFile{Data: []byte(example)}
	if len(rows) == 0 || example == "" {
		t.Fatalf("%s has no examples", p.path)
	}
	embedded, err := actors.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	dictionary, err := embedded.With(rows)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range dictionary.Lint() {
		if _, ours := rows[problem.File]; ours && !problem.Warning {
			t.Error(problem)
		}
	}
	reader, err := extract.New(dictionary, rules)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range reader.Lint() {
		if problem.File == "example.frames" {
			t.Error(problem)
		}
	}
}

// TestDocsExplainTheRules holds that docs/extraction.md explains every key, role, guard and test that the rules use.
func TestDocsExplainTheRules(t *testing.T) {
	explained := map[string]bool{}
	for _, line := range readPage(t, "docs/extraction.md").prose() {
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(line, -1) {
			for _, word := range strings.Fields(m[1]) {
				explained[word] = true
			}
		}
	}
	for what, word := range wordsOfRules(t) {
		if !explained[word] {
			t.Errorf("docs/extraction.md does not explain %s", what)
		}
	}
}

// prepositions are roles that need no explanation: a group stands behind them.
const prepositions = " across against alongside among around as at behind beside between by for from in inside into near off on onto over " +
	"to toward towards under upon with within "

// wordsOfRules gives what a writer of rules has to know, each with a description of where it stands. Classes are not among
// them: classes.txt explains those.
func wordsOfRules(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	files, err := filepath.Glob(filepath.Join(rulesFolder, "*.frames"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v", rulesFolder, err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(content)) {
			fields := strings.Fields(line)
			switch {
			case len(fields) == 0, strings.HasPrefix(line, "#"), strings.HasPrefix(line, "["):
			default:
				found["the key "+fields[0]] = fields[0]
				if fields[0] == "need" && len(fields) == 2 {
					found["the test "+fields[1]] = fields[1]
				}
				if fields[0] != "s" && fields[0] != "o" {
					continue
				}
				for _, slot := range fields[1:] {
					path, guard, guarded := strings.Cut(slot, ":")
					if guarded {
						found["the guard "+guard] = guard
					}
					for role := range strings.SplitSeq(path, ".") {
						if !strings.Contains(role, "_") && !strings.Contains(prepositions, " "+role+" ") {
							found["the role "+role] = role
						}
					}
				}
			}
		}
	}
	return found
}
