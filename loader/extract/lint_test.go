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
	return withFile(t, "zz.frames", func([]byte) []byte { return []byte(more) })
}

// withFile makes a reader of the embedded rules with one file that is changed or added.
func withFile(t *testing.T, changed string, change func([]byte) []byte) (*extract.Reader, error) {
	t.Helper()
	rules := fstest.MapFS{}
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
	if rules[changed] == nil {
		rules[changed] = &fstest.MapFile{}
	}
	rules[changed] = &fstest.MapFile{Data: change(rules[changed].Data)}
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
	inspectCode(t, func(n ast.Node) bool {
		asked[strings.TrimPrefix(word(n), "@")] = true
		return true
	})
	rules, err := filepath.Glob("data/*.frames")
	rules = append(rules, "data/tags.txt")
	if err != nil || len(rules) == 0 {
		t.Fatalf("data/*.frames: %d files, %v", len(rules), err)
	}
	for _, file := range rules {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`[@+](\w+)`).FindAllStringSubmatch(string(content), -1) {
			asked[m[1]] = true
		}
	}
	for class := range classNames(t) {
		if !asked[class] {
			t.Errorf("nothing asks for the class %q", class)
		}
	}
}

// The code asks for no class that is not there: no word would be in it.
func TestClassesAreThere(t *testing.T) {
	known := classNames(t)
	inspectCode(t, func(n ast.Node) bool {
		for _, class := range classesAsked(n) {
			if !known[class] {
				t.Errorf("the code asks for the class %q, which is not there", class)
			}
		}
		return true
	})
}

// classNames gives the names of all classes.
func classNames(t *testing.T) map[string]bool {
	t.Helper()
	content, err := os.ReadFile("data/classes.txt")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^(\w+): `).FindAllStringSubmatch(string(content), -1) {
		names[m[1]] = true
	}
	if len(names) == 0 {
		t.Fatal("no class is found in classes.txt")
	}
	return names
}

// classesAsked gives the classes that the node names: in a call such as classes.has("force", lemma), or as "@force".
func classesAsked(n ast.Node) []string {
	var names []ast.Expr
	switch n := n.(type) {
	case *ast.BasicLit:
		if class, ok := strings.CutPrefix(word(n), "@"); ok && class != "" {
			return []string{class}
		}
	case *ast.CallExpr:
		method, ok := n.Fun.(*ast.SelectorExpr)
		if !ok {
			return nil
		}
		of, _ := method.X.(*ast.Ident)
		if field, ok := method.X.(*ast.SelectorExpr); ok {
			of = field.Sel
		}
		if of == nil || of.Name != "classes" && of.Name != "class" {
			return nil
		}
		switch method.Sel.Name {
		case "has", "kind", "entry":
			names = n.Args[:1]
		case "any":
			names = n.Args[1:]
		}
	}
	var classes []string
	for _, name := range names {
		if class := word(name); class != "" {
			classes = append(classes, class)
		}
	}
	return classes
}

// word gives the string of a literal, or "".
func word(n ast.Node) string {
	literal, ok := n.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return ""
	}
	word, _ := strconv.Unquote(literal.Value)
	return word
}

// inspectCode walks the package's code without its tests.
func inspectCode(t *testing.T, visit func(ast.Node) bool) {
	t.Helper()
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
		ast.Inspect(tree, visit)
	}
}

// The guide to the code tells where everything is.
func TestGuideNamesFiles(t *testing.T) {
	guide, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{"doc.go": true}
	for _, name := range regexp.MustCompile(`\b\w+\.go\b`).FindAllString(string(guide), -1) {
		named[name] = true
		if _, err := os.Stat(name); err != nil {
			t.Errorf("the guide names %s, which is not there", name)
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !strings.HasSuffix(file, "_test.go") && !named[file] {
			t.Errorf("the guide does not name %s", file)
		}
	}
}

// A rule for tags that cannot be read is an error with its line, one whose example it does not reach a problem.
func TestTagRules(t *testing.T) {
	tests := []struct{ row, fault, problem string }{
		{row: `the [frobnicates] => NNS  "Chad saw the [frobnicates]."`},
		{row: `{NAME} in? [frobnicates&!:verb-ahead] (ENDS|:name)&!EDGE => NNS  "Chad [frobnicates] Niger."`},
		{row: `[frobnicates]`, fault: "has no =>"},
		{row: `frobnicates => NN`, fault: "no word in brackets"},
		{row: `[one] [two] => NN`, fault: "two words in brackets"},
		{row: `[frobnicates] => XX`, fault: `unknown tag "XX"`},
		{row: `[@frobs] => NN`, fault: `unknown class "frobs"`},
		{row: `[@force/XX] => NN`, fault: `unknown form "XX"`},
		{row: `[:frobs] => NN`, fault: `unknown condition ":frobs"`},
		{row: `[(one|two] => NN`, fault: "stays open"},
		{row: `[one)] => NN`, fault: "left over"},
		{row: `[one&] => NN`, fault: "empty"},
		{row: `[Frobs] => NN`, fault: `"Frobs" is no tag`},
		{row: `[f*b] => NN`, fault: "no part of a word"},
		{row: `[*] => NN`, fault: "no part of a word"},
		{row: `[frobnicates] => NN`, problem: "no example"},
		{row: `[frobnicates] => NN  "Chad frobnicates."`, problem: "no word stands in brackets"},
		{row: `the [frobnicates] => NN  "Chad [frobnicates]."`, problem: "the rule does not fit"},
	}
	for _, tt := range tests {
		t.Run(tt.row, func(t *testing.T) {
			r, err := withFile(t, "tags.txt", func(rows []byte) []byte { return append(rows, "\n"+tt.row+"\n"...) })
			switch {
			case tt.fault != "":
				if err == nil || !strings.Contains(err.Error(), tt.fault) || !strings.HasPrefix(err.Error(), "tags.txt:") {
					t.Errorf("error %v, want one of tags.txt with %q", err, tt.fault)
				}
			case err != nil:
				t.Error(err)
			case tt.problem != "":
				if problems := r.Lint(); len(problems) != 1 || !strings.Contains(problems[0].Text, tt.problem) {
					t.Errorf("problems %v, want one with %q", problems, tt.problem)
				}
			}
		})
	}
}
