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
)

// conllu writes sentences of word/tag pairs as CoNLL-U.
func conllu(sentences ...string) string {
	var b strings.Builder
	for _, s := range sentences {
		for i, field := range strings.Fields(s) {
			word, tag, _ := strings.Cut(field, "/")
			fmt.Fprintf(&b, "%d\t%s\t_\tX\t%s\t_\t0\t_\t_\t_\n", i+1, word, tag)
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
	var models [2][]byte
	for i := range models {
		out := filepath.Join(dir, fmt.Sprint("model", i))
		if err := run(dir, dir, out, 5, &report[i]); err != nil {
			t.Fatal(err)
		}
		var err error
		if models[i], err = os.ReadFile(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(models[0], models[1]) {
		t.Error("two runs made two models")
	}
	if !strings.Contains(report[0].String(), "EWT test                         75 of     75 tokens  100.00 %") {
		t.Errorf("report is\n%s", report[0].String())
	}
	if _, err := text.ReadTagger(bytes.NewReader(models[0])); err != nil {
		t.Error(err)
	}
	if err := run(filepath.Join(dir, "none"), dir, filepath.Join(dir, "x"), 1, &report[0]); err == nil {
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
		"1\tWe\twe\tPRON\tPRP\t_\t_\t_\t_\t_\n" +
		"2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"2\tdo\tdo\tAUX\tVBP\t_\t_\t_\t_\t_\n" +
		"3\tn't\tnot\tPART\tRB\t_\t_\t_\t_\t_\n" +
		"3.1\tever\tever\tADV\tRB\t_\t_\t_\t_\t_\n" +
		"4\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\tSpaceAfter=No\n" +
		"5\t--\t--\tPUNCT\t,\t_\t_\t_\t_\t_\n"
	got, err := readCoNLLU(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	const want = "[[{{0 2} We PRP} {{3 5} do VBP} {{5 8} n't RB} {{9 11} go VB} {{11 13} -- :}]]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v\nwant %v", got, want)
	}
	for _, bad := range []string{"1\tWe\n", "x\tWe\t\t\t\t\t\t\t\t\n", "1-x\tWe\t\t\t\t\t\t\t\t\n"} {
		if _, err := readCoNLLU(strings.NewReader(bad)); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}

func TestVariants(t *testing.T) {
	tokens, err := readCoNLLU(strings.NewReader(conllu("The/DT pro-Chad/JJ men/NNS left/VBD ./.")))
	if err != nil {
		t.Fatal(err)
	}
	words := func(i int) string {
		var all []string
		for _, v := range variants(tokens[0], i) {
			for _, tok := range v {
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
