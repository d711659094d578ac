package extract_test

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/loader/extract"
)

// A plain clause tells the same tie wherever it stands: each tie of a file of testdata/carriers is put into each of the file's
// carrier sentences. Lines are
//
//	tie  SUBJECT | VERB PHRASE | Subject_ID predicate Object_ID
//	in   CARRIER with {S} for the subject and {V} for the verb phrase   => affirmed (if left out), alleged, denied or nothing
//
// A file of noun groups has "N" for the subject and {N} in its carriers.
func TestCarriers(t *testing.T) {
	files := os.DirFS("testdata/carriers")
	names, err := fs.Glob(files, "*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no carriers: %v", err)
	}
	r := reader(t)
	for _, name := range names {
		t.Run(strings.TrimSuffix(name, ".txt"), func(t *testing.T) {
			t.Parallel()
			ties, carriers := readCarriers(t, files, name)
			for _, c := range carriers {
				for _, tie := range ties {
					text := c.carry(tie)
					if got, extra := c.told(r, text, tie); got != c.want {
						t.Errorf("%s:%d: %s\n\tsays %s, want %s: %s %v", name, c.line, text, got, c.want, tie.tie, extra)
					}
				}
			}
		})
	}
}

// toldTie is a clause and the tie that it tells.
type toldTie struct{ subject, predicate, tie string }

// carrier is a sentence with room for a clause, and how the tie is said there.
type carrier struct {
	text, want string
	line       int
}

func readCarriers(t *testing.T, files fs.FS, name string) (ties []toldTie, carriers []carrier) {
	t.Helper()
	f, err := files.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		key, rest, _ := strings.Cut(strings.TrimSpace(lines.Text()), " ")
		switch key {
		case "", "#":
		case "tie":
			cells := strings.Split(rest, "|")
			if len(cells) != 3 {
				t.Fatalf("%s:%d: a tie has three cells: %q", name, n, rest)
			}
			ties = append(ties, toldTie{strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2])})
		case "in":
			text, want, ok := strings.Cut(rest, "=>")
			if !ok {
				want = "affirmed"
			}
			carriers = append(carriers, carrier{strings.TrimSpace(text), strings.TrimSpace(want), n})
		default:
			t.Fatalf("%s:%d: unknown line %q", name, n, key)
		}
	}
	if len(ties) == 0 || len(carriers) == 0 {
		t.Fatalf("%s: %d ties in %d carriers", name, len(ties), len(carriers))
	}
	return ties, carriers
}

// carry puts the clause into the sentence, without the capital of its article inside.
func (c carrier) carry(tie toldTie) string {
	text := c.text
	for hole, words := range map[string]string{"{S}": tie.subject, "{N}": tie.predicate} {
		before, after, ok := strings.Cut(text, hole)
		if !ok {
			continue
		}
		if opens := strings.TrimSpace(before); opens != "" && !strings.ContainsAny(opens[len(opens)-1:], ".:-_") {
			if rest, ok := strings.CutPrefix(words, "The "); ok {
				words = "the " + rest
			}
		}
		text = before + words + after
	}
	return strings.ReplaceAll(text, "{V}", tie.predicate)
}

// told gives how the text says the tie, "nothing" if it does not, and all that it says.
func (c carrier) told(r *extract.Reader, text string, tie toldTie) (got string, all []string) {
	got = "nothing"
	for _, s := range r.Read(graph.NewDocument("carrier", text, graph.Appearance{})).Statements {
		all = append(all, line(s))
		found := fmt.Sprintf("%s %s %s", s.Subject, s.Relation, s.Object)
		turned := fmt.Sprintf("%s %s %s", s.Object, s.Relation, s.Subject)
		if found == tie.tie || turned == tie.tie && slices.Contains([]graph.Relation{graph.Fights, graph.AlliedWith}, s.Relation) {
			got = string(s.Polarity)
		}
	}
	return got, all
}
