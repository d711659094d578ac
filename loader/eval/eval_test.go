package eval_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"entente.example/graph"
	"entente.example/loader/eval"
)

func readGold(t testing.TB, path string) []eval.Article {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	gold, err := eval.ReadGold(file)
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// records reads statements from a file.
func records(t testing.TB, path string) iter.Seq[graph.Record] {
	return func(yield func(graph.Record) bool) {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		for record, err := range eval.ReadRecords(file) {
			if err != nil {
				t.Fatal(err)
			}
			if !yield(record) {
				return
			}
		}
	}
}

func score(t testing.TB, gold []eval.Article, predicted iter.Seq[graph.Record], opts eval.Options) (errors, figures string) {
	t.Helper()
	result, err := eval.Score(gold, predicted, opts)
	if err != nil {
		t.Fatal(err)
	}
	var a, b bytes.Buffer
	if err := result.WriteErrors(&a); err != nil {
		t.Fatal(err)
	}
	if err := result.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	return a.String(), b.String()
}

var texts = fstest.MapFS{
	"one.txt": {Data: []byte("Ruritania arms and pays the Blues, but it does not back the Guard. The Blues fight the Guard.")},
	"two.txt": {Data: []byte("Duval, who leads the Red Column, left.")},
}

func TestScore(t *testing.T) {
	errors, figures := score(t, readGold(t, "testdata/gold.jsonl"), records(t, "testdata/statements.jsonl"), eval.Options{Texts: texts})
	wantErrors := `one	miss	Ruritania | backs | Black Guard | denied	it does not back the Guard
one	miss	Blue Front | captured | Strelsau | alleged	said to have taken Strelsau
one	false	Ruritania | backs | Black Guard | affirmed	it does not back the Guard
one	false	Strelsau | captured | Blue Front | alleged	invented
`
	if diff := cmp.Diff(wantErrors, errors); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	wantFigures := `predicate backs: P 0.500 R 0.500 F1 0.500 (gold 2)
predicate fights: P 1.000 R 1.000 F1 1.000 (gold 1)
predicate captured: P 0.000 R 0.000 F1 0.000 (gold 1)
predicate leads: P 1.000 R 1.000 F1 1.000 (gold 1)
polarity affirmed: P 0.750 R 1.000 F1 0.857 (gold 3)
polarity denied: P 0.000 R 0.000 F1 0.000 (gold 1)
polarity alleged: P 0.000 R 0.000 F1 0.000 (gold 1)
polarity right on facts found: 0.800
kinds of support on facts found: P 0.500 R 0.500 F1 0.500
evidence not letter for letter in its article: 1 of 6
only denied in the gold, shown as affirmed: 1
    one | Ruritania | backs | Black Guard
statements of articles that are not in the gold: 1
without polarity: P 0.800 R 0.800 F1 0.800
all: P 0.600 R 0.600 F1 0.600 over 2 articles
`
	if diff := cmp.Diff(wantFigures, figures); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
}

// A mention does not help, nor does a second name for an entity that has one.
func TestScoreStrict(t *testing.T) {
	gold := []eval.Article{{
		Doc: "one", Entities: map[string][]string{"Blue Front": {"Blues", "Front"}, "Ruritania": nil},
		Facts: []eval.Fact{
			{Subject: "Ruritania", Relation: graph.Backs, Object: "Blue Front", Polarity: graph.Affirmed},
			{Subject: "Blue Front", Relation: graph.Fights, Object: "Ruritania", Polarity: graph.Affirmed},
			{Subject: "Ruritania", Relation: graph.AlliedWith, Object: "Blue Front", Polarity: graph.Affirmed},
		},
	}}
	record := func(s string, relation graph.Relation, o, mention string) graph.Record {
		return graph.Record{Doc: "one", Subject: graph.End{Name: s}, Predicate: relation, Object: graph.End{Name: o, Mention: mention}}
	}
	predicted := func(yield func(graph.Record) bool) {
		_ = yield(record("Ruritania", graph.Backs, "Blues", "")) &&
			yield(record("Ruritania", graph.Fights, "Front", "")) && // Blues and Front are equally common, Blues comes first
			yield(record("Ruritania", graph.AlliedWith, "Azure", "Blues"))
	}
	for strict, want := range map[bool]eval.Tally{false: {Hits: 3}, true: {Hits: 1, False: 2, Missed: 2}} {
		result, err := eval.Score(gold, predicted, eval.Options{Strict: strict})
		if diff := cmp.Diff(want, result.All); diff != "" || err != nil {
			t.Errorf("strict %v (-want +got), %v:\n%s", strict, err, diff)
		}
	}
}

func TestScoreBootstrap(t *testing.T) {
	gold, predicted := readGold(t, "testdata/gold.jsonl"), records(t, "testdata/statements.jsonl")
	var results []eval.Result
	for range 2 {
		result, err := eval.Score(gold, predicted, eval.Options{Bootstrap: 1000})
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, result)
	}
	if diff := cmp.Diff(results[0], results[1]); diff != "" {
		t.Errorf("the second run differs:\n%s", diff)
	}
	// Of two articles, with F1 of 0.5 and 1, some draws have one of them alone.
	if r := results[0]; r.Low != 0.5 || r.High != 1 || r.Draws != 1000 {
		t.Errorf("%d draws: %v to %v", r.Draws, r.Low, r.High)
	}
}

func TestScoreErrors(t *testing.T) {
	if _, err := eval.Score(readGold(t, "testdata/gold.jsonl"), records(t, "testdata/statements.jsonl"), eval.Options{Texts: fstest.MapFS{}}); err == nil {
		t.Error("the texts are missing, and nobody minds")
	}
	if _, err := eval.ReadGold(strings.NewReader("{}\n\n{\"doc\": 1}\n")); err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("gold: %v", err)
	}
	n := 0
	var last error
	for _, err := range eval.ReadRecords(strings.NewReader("{\"doc\":\"a\"}\n{\n{}")) {
		n, last = n+1, err
	}
	if n != 2 || last == nil || !strings.Contains(last.Error(), "line 2") {
		t.Errorf("statements: %d elements, then %v", n, last)
	}
}

func TestScoreNothing(t *testing.T) {
	_, figures := score(t, nil, func(func(graph.Record) bool) {}, eval.Options{Bootstrap: 10})
	if !strings.HasSuffix(figures, "all: P 0.000 R 0.000 F1 0.000 over 0 articles\n") {
		t.Error(figures)
	}
}

// The figures are those of the script that came with the gold. ENTENTE_GOLD is a folder with that script, score.py, and
// with gold in dev.jsonl and dev/.
func TestScoreLikeScript(t *testing.T) {
	folder := os.Getenv("ENTENTE_GOLD")
	if folder == "" {
		t.Skip("ENTENTE_GOLD is not set: the figures are not compared with score.py")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no python3, and CI compares the figures with score.py")
		}
		t.Skip("SKIPPED: there is no python3: the figures are not compared with score.py")
	}
	gold := filepath.Join(folder, "dev.jsonl")
	predicted := filepath.Join(t.TempDir(), "statements.jsonl")
	if err := os.WriteFile(predicted, madeUp(t, readGold(t, gold)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, strict := range []bool{false, true} {
		for _, dir := range []string{"", filepath.Join(folder, "dev")} {
			args := []string{filepath.Join(folder, "score.py"), gold, predicted, "--errors"}
			opts := eval.Options{Strict: strict}
			if strict {
				args = append(args, "--strict")
			}
			if dir != "" {
				args = append(args, "--texts", dir)
				opts.Texts = newlines{os.DirFS(dir)}
			}
			command := exec.Command(python, args...)
			command.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8")
			want, err := command.Output()
			if err != nil {
				t.Fatal(err)
			}
			errors, figures := score(t, readGold(t, gold), records(t, predicted), opts)
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(errors+figures, "\n")); diff != "" {
				t.Errorf("strict %v, texts %q (-script +ours):\n%s", strict, dir, diff)
			}
		}
	}
}

// newlines gives files with all line ends as \n, as Python reads them.
type newlines struct{ fs.FS }

func (n newlines) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(n.FS, name)
	return bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n")), err
}

// madeUp makes statements out of the gold, in which every sort of mistake occurs.
func madeUp(t *testing.T, gold []eval.Article) []byte {
	t.Helper()
	var b bytes.Buffer
	n := 0
	for _, article := range gold {
		for _, f := range article.Facts {
			n++
			for _, r := range variants(n, article, f) {
				line, err := json.Marshal(r)
				if err != nil {
					t.Fatal(err)
				}
				line = bytes.Replace(line, []byte(`"polarity":"",`), nil, 1) // left out, it means affirmed
				b.Write(append(line, '\n'))
			}
		}
	}
	return b.Bytes()
}

func variants(n int, article eval.Article, f eval.Fact) []graph.Record {
	r := graph.Record{
		Doc: article.Doc, Subject: graph.End{Name: f.Subject, Mention: "the " + f.Subject + "’s"}, Predicate: f.Relation,
		Object: graph.End{Name: f.Object, Mention: strings.ToUpper(f.Object)}, Polarity: f.Polarity, Kinds: f.Kinds, Evidence: f.Evidence,
	}
	if aliases := article.Entities[f.Object]; len(aliases) > 0 {
		r.Object.Name = aliases[n%len(aliases)]
	}
	second := r
	switch n % 11 {
	case 0:
		return nil
	case 1:
		r.Polarity = graph.Polarities()[n/11%3]
	case 2:
		r.Subject, r.Object = r.Object, r.Subject
	case 3:
		r.Predicate = graph.Relations()[n/11%11].Relation
	case 4:
		r.Object.Name = fmt.Sprintf("Nobody-%d's", n)
	case 5:
		r.Object.Name, r.Object.Mention = "Nobody", ""
		second.Evidence = "said otherwise"
		return []graph.Record{r, second, r}
	case 6:
		r.Kinds = graph.Kinds()[n%9:]
	case 7:
		r.Evidence = "invented"
		second.Object.Name = f.Object
		return []graph.Record{second, r}
	case 8:
		r.Doc = "folder/" + r.Doc + ".txt"
	case 9:
		r.Doc += "-other"
	case 10:
		r.Polarity = ""
	}
	return []graph.Record{r}
}

func TestReliability(t *testing.T) {
	gold := []eval.Article{{
		Doc: "one", Entities: map[string][]string{"Blue Front": {"Blues"}, "Ruritania": nil},
		Facts: []eval.Fact{{Subject: "Ruritania", Relation: graph.Backs, Object: "Blue Front", Polarity: graph.Affirmed}},
	}}
	predicted := func(yield func(graph.Record) bool) {
		for _, r := range []graph.Record{
			{Predicate: graph.Backs, Confidence: 91},
			{Predicate: graph.Backs, Confidence: 95},
			{Predicate: graph.Fights, Confidence: 60},
			{Predicate: graph.Opposes}, // of somebody who tells no confidence
		} {
			r.Doc, r.Subject, r.Object = "one", graph.End{Name: "Ruritania"}, graph.End{Name: "Blues"}
			if !yield(r) {
				return
			}
		}
	}
	result, err := eval.Score(gold, predicted, eval.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := eval.Reliability{
		Bands: []eval.Band{{From: 0.6, Statements: 1, Said: 0.6, Right: 0}, {From: 0.9, Statements: 2, Said: 0.93, Right: 1}},
		Brier: (0.36 + 0.0081 + 0.0025) / 3, BrierConstant: 2.0 / 9,
	}
	if diff := cmp.Diff(want, result.Reliability, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
		t.Errorf("reliability (-want +got):\n%s", diff)
	}
}

func TestNamesInDictionary(t *testing.T) {
	opts := eval.Options{Known: func(name string) bool { return name == "Ruritania" || name == "the Blues" || name == "Blues" }}
	_, figures := score(t, readGold(t, "testdata/gold.jsonl"), records(t, "testdata/statements.jsonl"), opts)
	want := `ends in the dictionary, one: P 0.500 R 0.333 F1 0.400 (gold 3)
ends in the dictionary, both: P 1.000 R 1.000 F1 1.000 (gold 1)
ends in the dictionary, none: P 0.500 R 1.000 F1 0.667 (gold 1)
`
	if !strings.Contains(figures, want) {
		t.Errorf("wanted\n%samong\n%s", want, figures)
	}
}
