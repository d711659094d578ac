package extract_test

import (
	"errors"
	"strings"
	"testing"

	"entente.example/graph"
)

// Explain tells what became of each frame that fired: the statement, or why there is none.
func TestExplain(t *testing.T) {
	r := reader(t)
	for text, want := range map[string]string{
		"Turkey armed Hezbollah.": "=> Turkey backs Hezbollah kinds=weapons (backs.support)",
		"Israel claimed that Turkey armed Hamas. Turkey did arm Hamas.": "dropped: only alleged here, and said to be so elsewhere in the article",
		"Turkish fighters support Hezbollah.":                           "dropped: nationals of a state that the article does not make act",
	} {
		var b strings.Builder
		doc := graph.NewDocument("one", text, graph.Appearance{Published: "2020-05-28"})
		if err := r.Explain(&b, doc); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q: no %q in\n%s", text, want, b.String())
		}
	}
}

// What is explained to become a statement is one, and the other way round.
func TestExplainAgrees(t *testing.T) {
	r, doc := reader(t), seed(t)
	var b strings.Builder
	if err := r.Explain(&b, doc); err != nil {
		t.Fatal(err)
	}
	explained := map[string]bool{}
	for _, line := range strings.Split(b.String(), "\n") {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "=> "); ok {
			explained[strings.Join(strings.Fields(rest)[:3], " ")] = true
		}
	}
	read := map[string]bool{}
	for _, s := range r.Read(doc).Statements {
		tie := string(s.Subject) + " " + string(s.Relation) + " " + string(s.Object)
		read[tie] = true
		if !explained[tie] {
			t.Errorf("%s is read and not explained", tie)
		}
	}
	for tie := range explained {
		if !read[tie] {
			t.Errorf("%s is explained and not read", tie)
		}
	}
}

// failing is a writer that fails.
type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestExplainError(t *testing.T) {
	full := errors.New("no space left")
	if err := reader(t).Explain(failing{full}, graph.NewDocument("one", "Turkey armed Hezbollah.", graph.Appearance{})); !errors.Is(err, full) {
		t.Errorf("got %v, want the error of the writer", err)
	}
}
