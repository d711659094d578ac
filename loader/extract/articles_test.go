package extract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente.example/graph"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The articles of testdata give these statements and no others, each on these words. Who changes a rule sees here what
// it does to whole articles.
func TestArticles(t *testing.T) {
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	var got strings.Builder
	for _, file := range files { // Glob sorts
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		text, date := strings.TrimSpace(string(content)), name[len(name)-len("2006-01-02"):]
		text = strings.TrimSpace(strings.TrimPrefix(text, "date "+date))
		reading := reader(t).Read(graph.NewDocument(name, text, graph.Appearance{Published: graph.Valid(date)}))
		fmt.Fprintf(&got, "# %s\n", name)
		for _, s := range reading.Statements {
			fmt.Fprintln(&got, golden(s))
		}
		got.WriteString("\n")
	}
	const file = "testdata/articles.golden"
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n")
	for _, l := range gotLines {
		if !contains(wantLines, l) {
			t.Errorf("invented: %s", l)
		}
	}
	for _, l := range wantLines {
		if !contains(gotLines, l) {
			t.Errorf("missed:   %s", l)
		}
	}
}

// golden writes a statement with the words that it rests on.
func golden(s graph.Statement) string {
	fields := []string{line(s), string(s.Modality), string(s.Speaker)}
	for _, k := range s.Kinds() {
		fields = append(fields, string(k))
	}
	for _, v := range s.Valids() {
		fields = append(fields, string(v))
	}
	for _, p := range s.Phases() {
		fields = append(fields, string(p))
	}
	for _, c := range s.Citations {
		fields = append(fields, fmt.Sprintf("| %s [%s] %s", c.Mention(c.Marks.Subject), c.Mention(c.Marks.Trigger), c.Mention(c.Marks.Object)))
	}
	return strings.Join(strings.Fields(strings.Join(fields, " ")), " ")
}

func contains(lines []string, line string) bool {
	for _, l := range lines {
		if l == line {
			return true
		}
	}
	return false
}
