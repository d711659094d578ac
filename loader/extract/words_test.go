package extract_test

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
)

// The words by which English tells who fights whom, and who attacks, takes, holds, enters and leaves a place: each line of
// testdata/words.txt is a sentence by itself and the ties that it tells.
func TestWords(t *testing.T) {
	f, err := os.Open("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, lines := reader(t), bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		text, ties, ok := strings.Cut(lines.Text(), " => ")
		if !ok || strings.HasPrefix(text, "#") {
			continue
		}
		var got []string
		ofWar := false
		for _, s := range r.Read(graph.NewDocument("words", text, graph.Appearance{})).Statements {
			tie := fmt.Sprintf("%s %s %s", s.Subject, s.Relation, s.Object)
			if s.Polarity != graph.Affirmed {
				tie += " " + string(s.Polarity)
			}
			got = append(got, tie)
			switch s.Relation {
			case graph.Fights, graph.Attacked, graph.Captured, graph.Controls, graph.DeployedTo, graph.WithdrewFrom:
				ofWar = true
			}
		}
		if ties == "nothing" {
			if ofWar {
				t.Errorf("words.txt:%d: %s\n\ttells %v, want nothing", n, text, got)
			}
			continue
		}
		for tie := range strings.SplitSeq(ties, "; ") {
			if !slices.Contains(got, tie) {
				t.Errorf("words.txt:%d: %s\n\ttells %v, want %s", n, text, got, tie)
			}
		}
	}
}
