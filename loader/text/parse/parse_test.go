package parse_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"entente.example/loader/text"
	"entente.example/loader/text/parse"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func embedded(t testing.TB) *parse.Model {
	t.Helper()
	m, err := parse.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// sentences returns the tagged sentences of doc.
func sentences(t testing.TB, doc string) []text.Sentence {
	t.Helper()
	tagger, err := text.EnglishTagger()
	if err != nil {
		t.Fatal(err)
	}
	all := text.Sentences(doc)
	for _, s := range all {
		tagger.Tag(s.Tokens)
	}
	return all
}

// checkTree fails if the arcs are not one tree over the tokens.
func checkTree(t testing.TB, tokens []text.Token, arcs []parse.Arc) {
	t.Helper()
	if len(arcs) != len(tokens) {
		t.Fatalf("%d arcs for %d tokens", len(arcs), len(tokens))
	}
	roots := 0
	for i, a := range arcs {
		if a.Head < -1 || a.Head >= len(tokens) || a.Relation.String() == "" {
			t.Fatalf("token %d has arc %v", i, a)
		}
		if (a.Head == -1) != (a.Relation == parse.Root) {
			t.Fatalf("token %d has arc %v", i, a)
		}
		if a.Head == -1 {
			roots++
		}
		up, steps := i, 0
		for ; up >= 0 && steps <= len(arcs); steps++ {
			up = arcs[up].Head
		}
		if up >= 0 {
			t.Fatalf("token %d depends on itself", i)
		}
	}
	if len(tokens) > 0 && roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}

func TestParse(t *testing.T) {
	m := embedded(t)
	const path = "testdata/trees.txt"
	golden, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for block := range strings.SplitSeq(strings.TrimSpace(string(golden)), "\n\n") {
		line, _, _ := strings.Cut(block, "\n")
		doc := strings.TrimPrefix(line, "# ")
		fmt.Fprintf(&b, "# %s\n", doc)
		for _, s := range sentences(t, doc) {
			arcs := m.Parse(s.Tokens, nil)
			checkTree(t, s.Tokens, arcs)
			for i, a := range arcs {
				head := "-"
				if a.Head >= 0 {
					head = s.Tokens[a.Head].Text
				}
				fmt.Fprintf(&b, "%-16s %-14s %s\n", s.Tokens[i].Text, a.Relation, head)
			}
		}
		b.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != string(golden) {
		t.Errorf("trees differ from %s (-update rewrites it):\n%s", path, b.String())
	}
}

// TestArcs holds what has to be right whatever the model: who does what to
// whom in plain sentences.
func TestArcs(t *testing.T) {
	m := embedded(t)
	for _, tt := range []struct{ doc, want string }{
		{"Egypt sent tanks to the rebels.", "Egypt<nsubj<sent tanks<obj<sent rebels<obl<sent to<case<rebels"},
		{"The rebels are backed by Iran.", "rebels<nsubj:pass<backed are<aux:pass<backed Iran<obl<backed by<case<Iran"},
		{"The army of Chad seized the town.", "army<nsubj<seized Chad<nmod<army of<case<Chad town<obj<seized"},
		{"Russia and Turkey armed the militia.", "Russia<nsubj<armed Turkey<conj<Russia and<cc<Turkey militia<obj<armed"},
		{"Fighters who were trained in Sudan shelled the airport.", "Fighters<nsubj<shelled who<nsubj:pass<trained trained<acl:relcl<Fighters airport<obj<shelled"},
		{"The minister said that Qatar supported the group.", "minister<nsubj<said supported<ccomp<said Qatar<nsubj<supported that<mark<supported group<obj<supported"},
		{"Iran-backed rebels seized the port.", "rebels<nsubj<seized backed<amod<rebels Iran<obl:unmarked<backed"},
		{"Kenya did not support the rebels.", "Kenya<nsubj<support did<aux<support not<advmod<support rebels<obj<support"},
		{"Iran's support for the movement grew.", "Iran<nmod:poss<support 's<case<Iran support<nsubj<grew"},
	} {
		s := sentences(t, tt.doc)[0]
		arcs := m.Parse(s.Tokens, nil)
		var got []string
		for i, a := range arcs {
			if a.Head >= 0 {
				got = append(got, s.Tokens[i].Text+"<"+a.Relation.String()+"<"+s.Tokens[a.Head].Text)
			}
		}
		for want := range strings.FieldsSeq(tt.want) {
			if !slices.Contains(got, want) {
				t.Errorf("%s: no %s in %v", tt.doc, want, got)
			}
		}
	}
}

// TestAnyTokens parses what is no sentence.
func TestAnyTokens(t *testing.T) {
	m := embedded(t)
	for _, tokens := range [][]text.Token{
		nil,
		{{}},
		{{Text: ""}, {Text: "\xff", Tag: 255}},
		slices.Repeat([]text.Token{{Text: "(", Tag: text.OpenBracket}}, 1000),
		slices.Repeat([]text.Token{{Text: "of", Tag: text.IN}, {Text: "Mali", Tag: text.NNP}}, 1000),
	} {
		checkTree(t, tokens, m.Parse(tokens, nil))
	}
}

func TestParseAppends(t *testing.T) {
	m := embedded(t)
	tokens := sentences(t, "Mali left.")[0].Tokens
	first := parse.Arc{Head: 7, Relation: parse.Obj}
	arcs := m.Parse(tokens, []parse.Arc{first})
	if len(arcs) != 4 || arcs[0] != first || !slices.Equal(arcs[1:], m.Parse(tokens, nil)) {
		t.Errorf("got %v", arcs)
	}
}

func TestParseAllocates(t *testing.T) {
	m := embedded(t)
	tokens := sentences(t, "The forces of Gen. Haftar, backed by Egypt’s army, withdrew \"in haste\" from Tarhuna.")[0].Tokens
	dst := make([]parse.Arc, 0, len(tokens))
	if n := testing.AllocsPerRun(100, func() { dst = m.Parse(tokens, dst[:0]) }); n != 0 {
		t.Errorf("Parse allocates %v times", n)
	}
}

func TestRelations(t *testing.T) {
	n := 0
	for r := parse.Dep; r.String() != ""; r++ {
		if got, ok := parse.ParseRelation(r.String()); !ok || got != r {
			t.Errorf("ParseRelation(%q) = %v, %v", r.String(), got, ok)
		}
		n++
	}
	if n > 64 {
		t.Errorf("%d relations, and sets of them are 64 bits", n)
	}
	for s, want := range map[string]parse.Relation{"obl:agent": parse.Obl, "nsubj:outer": parse.Nsubj, "orphan": parse.Dep, "flat:foreign": parse.Flat} {
		if got, ok := parse.ParseRelation(s); !ok || got != want {
			t.Errorf("ParseRelation(%q) = %v, %v, want %v", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "subject", ":nsubj", "NSUBJ"} {
		if got, ok := parse.ParseRelation(s); ok {
			t.Errorf("ParseRelation(%q) = %v", s, got)
		}
	}
	if s := parse.Relation(200).String(); s != "" {
		t.Errorf("Relation(200) is %q", s)
	}
}

// FuzzParse checks that the tokens of any text, with any tags, are one tree.
func FuzzParse(f *testing.F) {
	m := embedded(f)
	for _, s := range []string{"a", "\xff’s '' \"", "RUSSIA BACKS HAFTAR", "--- @x 1.", "(((", "He said: \"No.\" of of of", "İİİ\u200bİ"} {
		f.Add(s, uint8(0))
		f.Add(s, uint8(7))
	}
	f.Fuzz(func(t *testing.T, doc string, shift uint8) {
		for _, s := range sentences(t, doc) {
			for i := range s.Tokens {
				s.Tokens[i].Tag += text.Tag(shift)
			}
			arcs := m.Parse(s.Tokens, nil)
			checkTree(t, s.Tokens, arcs)
			if again := m.Parse(s.Tokens, nil); !slices.Equal(arcs, again) {
				t.Fatalf("parsed as %v, then as %v", arcs, again)
			}
		}
	})
}

func ExampleModel_Parse() {
	tagger, err := text.EnglishTagger()
	if err != nil {
		fmt.Println(err)
		return
	}
	parser, err := parse.Embedded()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range text.Sentences("The rebels are backed by Iran.") {
		tagger.Tag(s.Tokens)
		for i, arc := range parser.Parse(s.Tokens, nil) {
			head := "-"
			if arc.Head >= 0 {
				head = s.Tokens[arc.Head].Text
			}
			fmt.Println(s.Tokens[i].Text, arc.Relation, head)
		}
	}
	// Output:
	// The det rebels
	// rebels nsubj:pass backed
	// are aux:pass backed
	// backed root -
	// by case Iran
	// Iran obl backed
	// . punct backed
}

func BenchmarkParse(b *testing.B) {
	m := embedded(b)
	all := sentences(b, "The forces of the eastern commander, backed by Egypt and the U.A.E., withdrew from the town on June 5, a news agency reported. "+
		"The mayor said that fighters loyal to the internationally recognised government had shelled its airport, killing 12 civilians.")
	var arcs []parse.Arc
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n = 0
		for _, s := range all {
			arcs = m.Parse(s.Tokens, arcs[:0])
			n += len(arcs)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
