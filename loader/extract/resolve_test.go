package extract_test

import (
	"slices"
	"testing"

	"entente.example/graph"
)

// Whom the words for an actor stand for: each text is read as an article of its own.
func TestResolve(t *testing.T) {
	tests := []struct {
		name, day, text string
		want, not       []string // statements as line gives them
	}{
		{
			name: "possessives of a copy that lost its apostrophes", day: "2016-10-30",
			text: "Syrias army captured Palmyra. Russias jets bombed Idlib.",
			want: []string{"Syria captured Palmyra affirmed", "Russia attacked Idlib affirmed"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := graph.NewDocument("test", test.text, graph.Appearance{Published: graph.Valid(test.day)})
			var found []string
			for _, s := range reader(t).Read(doc).Statements {
				found = append(found, line(s))
			}
			for _, want := range test.want {
				if !slices.Contains(found, want) {
					t.Errorf("missing: %s", want)
				}
			}
			for _, not := range test.not {
				if slices.Contains(found, not) {
					t.Errorf("wrong: %s", not)
				}
			}
			if t.Failed() {
				t.Logf("found: %q", found)
			}
		})
	}
}
