package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente.example/loader/text"
	"entente.example/loader/text/parse"
)

// conllu writes sentences of word/tag pairs as CoNLL-U.
func conllu(sentences ...string) string {
	var b strings.Builder
	for _, s := range sentences {
		for i, field := range strings.Fields(s) {
			word, tag, _ := strings.Cut(field, "/")
			head, relation := 2, "dep" // all depend on the second word
			if i == 1 {
				head, relation = 0, "root"
			}
			fmt.Fprintf(&b, "%d\t%s\t_\tX\t%s\t_\t%d\t%s\t_\t_\n", i+1, word, tag, head, relation)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func writeFile(t *testing.T, path, content string) {
	t.Helper()
	var b bytes.Buffer
	if strings.HasSuffix(path, ".gz") {
		z := gzip.NewWriter(&b)
		if _, err := z.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	} else {
		b.WriteString(content)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	bank := conllu("The/DT army/NN left/VBD ./.", "Rebels/NNS fled/VBD ./.", "Chad/NNP sent/VBD rebels/NNS ./.", "The/DT army/NN fled/VBD ./.")
	for _, name := range []string{"en_ewt-train", "en_ewt-test", "en_pud"} {
		writeFile(t, filepath.Join(dir, name+".conllu.gz"), strings.Repeat(bank, 5))
	}
	writeWordNet(t, dir)
	var report [2]bytes.Buffer
	var models, parsers [2][]byte
	for i := range models {
		out, parser := filepath.Join(dir, fmt.Sprint("model", i)), filepath.Join(dir, fmt.Sprint("parser", i))
		if err := run(dir, dir, out, parser, "", 5, &report[i]); err != nil {
			t.Fatal(err)
		}
		var err error
		if models[i], err = os.ReadFile(out); err != nil {
			t.Fatal(err)
		}
		if parsers[i], err = os.ReadFile(parser); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(models[0], models[1]) || !bytes.Equal(parsers[0], parsers[1]) {
		t.Error("two runs made two models")
	}
	if !strings.Contains(report[0].String(), "EWT test                         75 of     75 tokens  100.00 %") {
		t.Errorf("report is\n%s", report[0].String())
	}
	if _, err := text.ReadTagger(bytes.NewReader(models[0])); err != nil {
		t.Error(err)
	}
	if !strings.Contains(report[0].String(), "EWT test                         75 tokens  UAS 100.00  LAS 100.00") {
		t.Errorf("report is\n%s", report[0].String())
	}
	if _, err := parse.Read(bytes.NewReader(parsers[0])); err != nil {
		t.Error(err)
	}
	if err := run(filepath.Join(dir, "none"), dir, filepath.Join(dir, "x"), "", "", 1, &report[0]); err == nil {
		t.Error("no error without treebanks")
	}
}

func writeWordNet(t *testing.T, dir string) {
	t.Helper()
	for name, content := range map[string]string{
		"data.noun": "  1 licence\n00000001 03 n 02 army 0 Army_corps 0 000 | soldiers\n", "noun.exc": "mice mouse\n",
		"data.verb": "00000001 03 v 03 seize 0 stop 0 carry 0 000 | take\n", "verb.exc": "stopped stop\nstopping stop\n",
		"index.verb": "  1 licence\nseize v 1 1 @ 1 3 00000001\nstop v 1 0 1 1 00000001\ncarry v 1 0 1 1 00000001\nabrade v 1 0 1 0 00000001\n",
		"data.adj":   "00000001 03 a 01 galore(ip) 0 000 | much\n", "adj.exc": "",
		"data.adv": "00000001 03 r 01 well 0 000 | so\n", "adv.exc": "",
	} {
		writeFile(t, filepath.Join(dir, name), content)
	}
}

func TestReadWordNet(t *testing.T) {
	dir := t.TempDir()
	writeWordNet(t, dir)
	words, err := readWordNet(dir)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{
		"army": "[NN]", "armies": "[NNS]", "seized": "[VBD]", "seizing": "[VBG]", "seizes": "[VBZ]", "stopped": "[VBD]",
		"carried": "[VBD]", "galore": "[JJ]", "well": "[RB]", "stoped": "[]", "Army_corps": "[]",
	} {
		if got := fmt.Sprint(words[word]); got != want {
			t.Errorf("%s: got %s, want %s", word, got, want)
		}
	}
}

func TestWriteEndings(t *testing.T) {
	dir := t.TempDir()
	writeWordNet(t, dir)
	var b bytes.Buffer
	if err := writeEndings(dir, &b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"ped,\n", "ied,y\n", "zing,ze\n"} {
		if !strings.Contains("\n"+b.String(), want[1:]) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "abrad") {
		t.Errorf("a verb that nobody uses is in\n%s", b.String())
	}
}

func TestReadCoNLLU(t *testing.T) {
	const in = "# text = We don't go -- ever\n" +
		"1\tWe\twe\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n" +
		"2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n" +
		"3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n" +
		"3.1\tever\tever\tADV\tRB\t_\t_\t_\t_\t_\n" +
		"4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n" +
		"5\t--\t--\tPUNCT\t,\t_\t4\tpunct\t_\t_\n"
	got, err := readCoNLLU(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	const want = "1 [{{0 2} We PRP} {{3 5} do VBP} {{5 8} n't RB} {{9 11} go VB} {{11 13} -- :}] [{3 nsubj} {3 aux} {3 advmod} {-1 root} {3 punct}]"
	if s := fmt.Sprint(len(got), got[0].tokens, got[0].arcs); s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
	for _, bad := range []string{"1\tWe\n", "x\tWe\t\t\t\t\t\t\t\t\n", "1-x\tWe\t\t\t\t\t\t\t\t\n"} {
		if _, err := readCoNLLU(strings.NewReader(bad)); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

func TestHyphenated(t *testing.T) {
	trees, err := readCoNLLU(strings.NewReader("1\tMali\t_\t_\tNNP\t_\t2\tnsubj\t_\t_\n2\thit\t_\t_\tVBD\t_\t0\troot\t_\t_\n" +
		"3\tlocal\t_\t_\tJJ\t_\t4\tamod\t_\t_\n4\trebels\t_\t_\tNNS\t_\t2\tobj\t_\t_\n"))
	if err != nil {
		t.Fatal(err)
	}
	const want = "[{{0 4} Mali NNP} {{5 8} hit VBD} {{9 13} Iran } {{13 14} - } {{14 20} backed } {{21 27} rebels NNS}] " +
		"[{1 nsubj} {-1 root} {4 obl:unmarked} {4 punct} {5 amod} {1 obj}]"
	got := hyphenated(trees[0], 2)
	if s := fmt.Sprint(got.tokens, got.arcs); s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
	if got := hyphenated(trees[0], 3); got.tokens != nil {
		t.Errorf("got %v", got)
	}
}

func TestVariants(t *testing.T) {
	trees, err := readCoNLLU(strings.NewReader(conllu("The/DT pro-Chad/JJ men/NNS left/VBD ./.")))
	if err != nil {
		t.Fatal(err)
	}
	words := func(i int) string {
		var all []string
		for _, v := range variants(trees[0], i) {
			for _, tok := range v.tokens {
				all = append(all, tok.Text+"/"+tok.Tag.String())
			}
		}
		return strings.Join(all, " ")
	}
	for i, want := range map[int]string{
		0: "THE/DT PRO/AFX -/HYPH CHAD/NNP MEN/NNS LEFT/VBD ./.",
		1: "Pro/AFX -/HYPH Chad/NNP Men/NNS Left/VBD",
		2: "",
		3: "The/DT Pro/AFX -/HYPH Chad/NNP Men/NNS Left/VBD ./.",
		7: "the/DT pro/AFX -/HYPH Chad/NNP men/NNS left/VBD ./.",
	} {
		if got := words(i); got != want {
			t.Errorf("variant %d: got %s, want %s", i, got, want)
		}
	}
}
