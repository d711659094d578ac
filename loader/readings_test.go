package loader_test

import (
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/loader"
)

// lines writes readings, one a line.
func lines(t testing.TB, readings ...graph.Reading) string {
	t.Helper()
	var b strings.Builder
	for _, r := range readings {
		if err := json.NewEncoder(&b).Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestLoadReadings(t *testing.T) {
	f := newFake()
	early, late := document("early", "Ruritania backs Front.", "2020-05-01"), document("late", "Ruritania backs Front.", "2020-05-28")
	read := func(doc graph.Document) graph.Reading {
		doc.Sketch = loader.Sketch(doc.Text)
		return f.Read(doc)
	}
	text := lines(t, read(late), read(document("other", "Ruritania backs Army.", "2020-05-02")), read(early)) + "{\n\n" + `{"predicate":"backs"}`
	s := memory(t)
	report, err := loader.LoadReadings(t.Context(), s, loader.ReadReadings(strings.NewReader(text)), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"line 4: ", "line 6: a statement without its article"} {
		if len(report.Failures) != 2 || !strings.Contains(report.Failures[i].Err.Error(), want) {
			t.Fatalf("failures %v", report.Failures)
		}
	}
	report.Failures = nil
	if diff := cmp.Diff(loader.Report{Articles: 2, New: 2, Copies: 1, Statements: 4, Changed: 1, Entities: 4}, report); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
	direct := memory(t)
	docs := sequence(late, document("other", "Ruritania backs Army.", "2020-05-02"), early)
	if _, err := loader.LoadWith(t.Context(), direct, f, docs, loader.Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(dump(t, direct), dump(t, s)); diff != "" {
		t.Errorf("another store than that of one load:\n%s", diff)
	}
	broken := iter.Seq2[graph.Reading, error](func(yield func(graph.Reading, error) bool) { yield(graph.Reading{}, errors.New("no pipe")) })
	if _, err := loader.LoadReadings(t.Context(), s, broken, loader.Options{}); err == nil {
		t.Error("an input that broke off is taken for its end")
	}
}

// FuzzReadReadings has any text be read or refused, and nothing that breaks the model be stored.
func FuzzReadReadings(f *testing.F) {
	fake := newFake()
	f.Add(lines(f, fake.Read(document("one", "Ruritania backs Front.", "2020-05-28"))))
	f.Add(`{"article":{"id":"not one"}}`)
	f.Add("{\"predicate\":\"backs\"}\n\n[]")
	f.Fuzz(func(t *testing.T, text string) {
		s := memory(t) // is checked at the end
		if _, err := loader.LoadReadings(t.Context(), s, loader.ReadReadings(strings.NewReader(text)), loader.Options{}); err != nil && !errors.Is(err, store.ErrInvalid) {
			t.Error(err)
		}
	})
}
