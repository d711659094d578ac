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
// A carrier that wants other forms of the verb has {B} for the base ("send arms"), {G} for the gerund, {P} for the participle
// behind "had" and {Z} for the present, and the ties of its file have these four as cells behind the past. What is wanted may
// tell more, "alleged claimed by Norway", and leave a choice, "denied or nothing"; who rejects a claim leaves both.
//
// A file of noun groups has "N" for the subject and {N} in its carriers. A file of forms of the clause has
//
//	verb  SUBJECT | BASE PRESENT PAST PARTICIPLE GERUND | OBJECT | Subject_ID predicate Object_ID
//
// and {S}, {O}, {do}, {does}, {did}, {done}, {doing} in its carriers.
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
					if got, extra := told(r, text, tie); !c.wants(got) {
						t.Errorf("%s:%d: %s\n\tsays %q, want %s: %s %v", name, c.line, text, got, c.want, tie.tie, extra)
					}
				}
			}
		})
	}
}

// toldTie is a clause and the tie that it tells; the verb phrase is there in its past and, for some files, in other forms.
type toldTie struct {
	subject, tie string
	forms        []string
	// holes are what the carriers of a file of forms have room for.
	holes map[string]string
}

// formHoles are the holes for the forms of a verb phrase, in the order of the cells.
var formHoles = []string{"{V}", "{B}", "{G}", "{P}", "{Z}"}

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
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			last := len(cells) - 1
			if last != 2 && last != 1+len(formHoles) {
				t.Fatalf("%s:%d: a tie has three cells, or %d: %q", name, n, 2+len(formHoles), rest)
			}
			ties = append(ties, toldTie{subject: cells[0], tie: cells[last], forms: cells[1:last]})
		case "verb":
			tie, err := readForms(rest)
			if err != nil {
				t.Fatalf("%s:%d: %v", name, n, err)
			}
			ties = append(ties, tie)
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

// readForms reads a verb in its forms with subject and object.
func readForms(line string) (toldTie, error) {
	cells := strings.Split(line, "|")
	if len(cells) != 4 {
		return toldTie{}, fmt.Errorf("a verb has four cells: %q", line)
	}
	forms := strings.Fields(cells[1])
	if len(forms) != 5 {
		return toldTie{}, fmt.Errorf("a verb has five forms: %q", line)
	}
	doing := strings.ToUpper(forms[4][:1]) + forms[4][1:]
	return toldTie{tie: strings.TrimSpace(cells[3]), holes: map[string]string{
		"{S}": strings.TrimSpace(cells[0]), "{O}": strings.TrimSpace(cells[2]),
		"{do}": forms[0], "{does}": forms[1], "{did}": forms[2], "{done}": forms[3], "{doing}": forms[4], "{Doing}": doing,
	}}, nil
}

// carry puts the clause into the sentence, without the capital of its article inside, with a capital where it opens it.
func (c carrier) carry(tie toldTie) string {
	text := c.text
	if tie.holes != nil {
		for hole, words := range tie.holes {
			text = strings.ReplaceAll(text, hole, words)
		}
		return strings.ToUpper(text[:1]) + text[1:]
	}
	for hole, words := range map[string]string{"{S}": tie.subject, "{N}": tie.forms[0]} {
		before, after, ok := strings.Cut(text, hole)
		if !ok {
			continue
		}
		if opens := strings.TrimSpace(before); opens != "" && !strings.ContainsAny(opens[len(opens)-1:], ".:-_") {
			if rest, ok := strings.CutPrefix(words, "The "); ok {
				words = "the " + rest
			}
		} else if words != "" {
			words = strings.ToUpper(words[:1]) + words[1:]
		}
		text = before + words + after
	}
	for i, form := range tie.forms {
		text = strings.ReplaceAll(text, formHoles[i], form)
	}
	return text
}

// wants reports whether what a text tells of a tie is one of the choices, or both a claim and its denial where both are.
func (c carrier) wants(got []string) bool {
	choices := strings.Split(c.want, " or ")
	fits := func(one string) bool {
		return slices.ContainsFunc(choices, func(choice string) bool {
			choice, speaker, _ := strings.Cut(choice, " by ")
			return strings.HasPrefix(one+" ", choice+" ") && (speaker == "" || strings.HasSuffix(one, " by "+speaker))
		})
	}
	switch len(got) {
	case 0:
		return slices.Contains(choices, "nothing")
	case 1:
		return fits(got[0])
	}
	return len(got) == 2 && strings.HasPrefix(got[0], "alleged") && strings.HasPrefix(got[1], "denied") && fits(got[0]) && fits(got[1])
}

// told gives how the text says the tie, "alleged claimed by Norway", sorted, and all that it says.
func told(r *extract.Reader, text string, tie toldTie) (got, all []string) {
	for _, s := range r.Read(graph.NewDocument("carrier", text, graph.Appearance{})).Statements {
		all = append(all, line(s))
		found := fmt.Sprintf("%s %s %s", s.Subject, s.Relation, s.Object)
		turned := fmt.Sprintf("%s %s %s", s.Object, s.Relation, s.Subject)
		if found == tie.tie || turned == tie.tie && slices.Contains([]graph.Relation{graph.Fights, graph.AlliedWith}, s.Relation) {
			how := string(s.Polarity)
			if s.Modality != "" {
				how += " " + string(s.Modality)
			}
			if s.Speaker != "" {
				how += " by " + string(s.Speaker)
			}
			got = append(got, how)
		}
	}
	slices.Sort(got)
	return got, all
}
