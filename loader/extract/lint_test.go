package extract_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"entente.example/graph/actors"
	"entente.example/loader/extract"
)

// withRules makes a reader of the embedded rules and some more.
func withRules(t *testing.T, more string) (*extract.Reader, error) {
	t.Helper()
	rules := fstest.MapFS{"zz.frames": &fstest.MapFile{Data: []byte(more)}}
	own := os.DirFS("data")
	names, err := fs.Glob(own, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(own, name)
		if err != nil {
			t.Fatal(err)
		}
		rules[name] = &fstest.MapFile{Data: content}
	}
	dictionary, err := actors.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return extract.New(dictionary, rules)
}

// Lint reports what is wrong with a rule, and nothing where nothing is.
func TestLint(t *testing.T) {
	const good = "verb  frobnicate\ns  subj:actor\no  obj:actor\n"
	const example = `test  "Turkey frobnicates Hezbollah." => Turkey backs Hezbollah` + "\n"
	tests := []struct {
		name, rule string
		want       string // part of the one problem; none for no problem
	}{
		{"good", good + example, ""},
		{"no test", good, "has no test"},
		{"one end", "verb  frobnicate\ns  subj:actor\n" + `test  "Turkey frobnicates." => nothing`, "one end only"},
		{"missing", good + `test  "Turkey frobnicates Hezbollah." => Turkey backs Hezbollah denied`, "missing:  Turkey backs Hezbollah denied"},
		{"invented", good + `test  "Turkey frobnicates Hezbollah." => nothing`, "invented: Turkey backs Hezbollah"},
		{"role", "verb  frobnicate\ns  subj:actor subject:actor\no  obj:actor\n" + example, `role "subject"`},
		{"inner role", "verb  frobnicate\ns  subj:actor obj.for.owner:actor\no  obj:actor\n" + example, `role "for.owner"`},
		{"preposition", "verb  frobnicate\ns  subj:actor\no  obj:actor in_praise_of:actor\n" + example, `role "in_praise_of"`},
		{"need", good + "need  obj-green\n" + `test  "Turkey frobnicates Hezbollah." => nothing`, `needs "obj-green"`},
		{"need without words", good + "need  obj\n" + `test  "Turkey frobnicates Hezbollah." => nothing`, "no word at all"},
		{"class", good + "need  obj @nonsense\n" + `test  "Turkey frobnicates Hezbollah." => nothing`, "no class"},
		{"word twice", "verb  frobnicate frobnicate\ns  subj:actor\no  obj:actor\n" + example, "called twice"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, err := withRules(t, "[backs.more]\n"+test.rule)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range r.Lint() {
				got = append(got, p.String())
			}
			switch text := strings.Join(got, "\n"); {
			case test.want == "" && text != "":
				t.Errorf("got %s, want no problem", text)
			case test.want != "" && (len(got) != 1 || !strings.HasPrefix(text, "zz.frames:") || !strings.Contains(text, test.want)):
				t.Errorf("got %q, want one problem of zz.frames with %q", text, test.want)
			}
		})
	}
}

// What the rules cannot mean is an error that tells where.
func TestNewErrors(t *testing.T) {
	for rules, want := range map[string]string{
		"[likes.much]\n":                       `zz.frames:1: rule "likes.much" begins with no relation`,
		"verb  back\n":                         `zz.frames:1: "verb" before any rule`,
		"[backs.more]\nverbs  back\n":          `zz.frames:2: "verbs" is none of`,
		"[backs.more]\n\ns  subj:hero\n":       `zz.frames:3: slot "subj:hero"`,
		"[backs.more]\nkind  cutlery\n":        `zz.frames:2: kind "cutlery"`,
		"[backs.more]\nphase  soon\n":          `zz.frames:2: phase "soon"`,
		"[backs.more]\nowner  nobody\n":        `zz.frames:2: owner "nobody"`,
		"[backs.more]\nowner  unit\n":          `zz.frames:2: owner "unit" is that of rule`,
		"[backs.more]\nconf  2\n":              "zz.frames:2: ",
		"[backs.more]\nverb  @nonsense\n":      `zz.frames:2: there is no class "nonsense"`,
		"[backs.more]\ntest  Turkey backs X\n": "zz.frames:2: test",
		"[backs.more]\n[backs.more]\n":         `zz.frames:2: rule "backs.more" stands twice`,
		"[backs.support]\nverb  back\n":        `zz.frames:1: rule "backs.support" stands twice`,
	} {
		if _, err := withRules(t, rules); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got error %v, want %q", rules, err, want)
		}
	}
}

// Every class is asked for by a rule or by the code.
func TestClassesAreUsed(t *testing.T) {
	asked := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if word, err := strconv.Unquote(literal.Value); err == nil {
					asked[strings.TrimPrefix(word, "@")] = true
				}
			}
			return true
		})
	}
	rules, err := filepath.Glob("data/*.frames")
	if err != nil || len(rules) == 0 {
		t.Fatalf("data/*.frames: %d files, %v", len(rules), err)
	}
	for _, file := range rules {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`@(\w+)`).FindAllStringSubmatch(string(content), -1) {
			asked[m[1]] = true
		}
	}
	content, err := os.ReadFile("data/classes.txt")
	if err != nil {
		t.Fatal(err)
	}
	classes := regexp.MustCompile(`(?m)^(\w+): `).FindAllStringSubmatch(string(content), -1)
	if len(classes) == 0 {
		t.Fatal("no class is found in classes.txt")
	}
	for _, m := range classes {
		if !asked[m[1]] {
			t.Errorf("nothing asks for the class %q", m[1])
		}
	}
}
