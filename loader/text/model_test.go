package text_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"entente.example/loader/text"
)

// lesson is a few sentences with tags, enough for a tagger of a tiny language.
func lesson(t testing.TB) [][]text.Token {
	t.Helper()
	var all [][]text.Token
	for _, line := range []string{
		"The/DT army/NN left/VBD ./.", "The/DT rebels/NNS fled/VBD ./.", "Chad/NNP sent/VBD the/DT army/NN ./.",
		"Mali/NNP left/VBD the/DT town/NN ./.", "The/DT town/NN fell/VBD ./.", "Rebels/NNS seized/VBD the/DT town/NN ./.",
	} {
		var tokens []text.Token
		at := 0
		for _, field := range strings.Fields(line) {
			word, name, _ := strings.Cut(field, "/")
			tag, ok := text.ParseTag(name)
			if !ok {
				t.Fatalf("no tag %q", name)
			}
			tokens = append(tokens, text.Token{Span: text.Span{Start: at, End: at + len(word)}, Text: word, Tag: tag})
			at += len(word) + 1
		}
		for range 4 { // often enough for features to count
			all = append(all, tokens)
		}
	}
	return all
}

func train(t testing.TB) (*text.Tagger, []byte) {
	t.Helper()
	var trainer text.Trainer
	for _, tokens := range lesson(t) {
		trainer.Add(tokens)
	}
	tagger := trainer.Train(5)
	var model bytes.Buffer
	if _, err := tagger.WriteTo(&model); err != nil {
		t.Fatal(err)
	}
	return tagger, model.Bytes()
}

func TestTrainer(t *testing.T) {
	tagger, model := train(t)
	for _, gold := range lesson(t) {
		tokens := append([]text.Token(nil), gold...)
		tagger.Tag(tokens)
		for i := range tokens {
			if tokens[i].Tag != gold[i].Tag {
				t.Errorf("%s in %v: got %v, want %v", tokens[i].Text, gold, tokens[i].Tag, gold[i].Tag)
			}
		}
	}
	if _, again := train(t); !bytes.Equal(model, again) {
		t.Error("the same sentences gave another model")
	}
}

func TestReadTagger(t *testing.T) {
	tagger, model := train(t)
	read, err := text.ReadTagger(bytes.NewReader(model))
	if err != nil {
		t.Fatal(err)
	}
	const doc = "The rebels of Chad seized towns, and the army fled."
	a, b := text.Sentences(doc)[0].Tokens, text.Sentences(doc)[0].Tokens
	tagger.Tag(a)
	read.Tag(b)
	if fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("read tagger says %v, written one %v", b, a)
	}
	var again bytes.Buffer
	if _, err := read.WriteTo(&again); err != nil || !bytes.Equal(again.Bytes(), model) {
		t.Errorf("read tagger writes other bytes (error %v)", err)
	}
	for n := range len(model) {
		if _, err := text.ReadTagger(bytes.NewReader(model[:n])); err == nil {
			t.Errorf("no error for the first %d of %d bytes", n, len(model))
		}
	}
	if _, err := text.ReadTagger(io.MultiReader(bytes.NewReader(model), strings.NewReader("x"))); err == nil {
		t.Error("no error for a byte too many")
	}
	broken := errors.New("broken")
	if _, err := text.ReadTagger(io.MultiReader(bytes.NewReader(model), failing{broken})); !errors.Is(err, broken) {
		t.Errorf("got error %v, want %v", err, broken)
	}
}

// TestEnglishModel looks at all of the model that [text.EnglishTagger] opens without looking.
func TestEnglishModel(t *testing.T) {
	model, err := os.ReadFile("english.model")
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := text.ReadTagger(bytes.NewReader(model))
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if _, err := tagger.WriteTo(&again); err != nil || !bytes.Equal(again.Bytes(), model) {
		t.Errorf("the model is written as other bytes (error %v)", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// FuzzReadTagger checks that a damaged model is refused or works.
func FuzzReadTagger(f *testing.F) {
	_, model := train(f)
	f.Add(model)
	f.Add(model[:len(model)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		tagger, err := text.ReadTagger(bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, s := range text.Sentences("The army of Chad left, \"he\" said -- twice.") {
			tagger.Tag(s.Tokens)
		}
	})
}

// FuzzTag checks that every token of any text gets a tag.
func FuzzTag(f *testing.F) {
	tagger, err := text.EnglishTagger()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"a", "\xff’s '' \"", strings.Repeat("é", 60), "RUSSIA BACKS HAFTAR", "--- @x 1.", "İİİ\u200bİ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		for _, s := range text.Sentences(doc) {
			tagger.Tag(s.Tokens)
			for _, tok := range s.Tokens {
				if tok.Tag == text.Untagged || tok.Tag.String() == "" {
					t.Fatalf("%q has tag %d", tok.Text, tok.Tag)
				}
			}
		}
	})
}

func TestTagAllocates(t *testing.T) {
	tagger, err := text.EnglishTagger()
	if err != nil {
		t.Fatal(err)
	}
	tokens := text.Sentences("The forces of Gen. Haftar, backed by Egypt’s army, withdrew \"in haste\" from Tarhuna.")[0].Tokens
	if n := testing.AllocsPerRun(100, func() { tagger.Tag(tokens) }); n != 0 {
		t.Errorf("Tag allocates %v times", n)
	}
	tagger.Tag(nil)
}

func TestParseTag(t *testing.T) {
	for tag := text.NN; tag.String() != ""; tag++ {
		if got, ok := text.ParseTag(tag.String()); !ok || got != tag {
			t.Errorf("ParseTag(%q) = %v, %v", tag.String(), got, ok)
		}
	}
	for _, s := range []string{"", "nn", "XX"} {
		if got, ok := text.ParseTag(s); ok {
			t.Errorf("ParseTag(%q) = %v", s, got)
		}
	}
	if s := text.Tag(255).String(); s != "" {
		t.Errorf("Tag(255) is %q", s)
	}
	for tag, want := range map[text.Tag]string{text.PRPS: "PRP$", text.WPS: "WP$", text.OpenBracket: "-LRB-", text.CloseQuote: "''", text.Comma: ",", text.HYPH: "HYPH"} {
		if tag.String() != want {
			t.Errorf("tag %d is %q, want %q", tag, tag, want)
		}
	}
}

func ExampleTagger_Tag() {
	tagger, err := text.EnglishTagger()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range text.Sentences("Turkey-backed forces seized the airbase.") {
		tagger.Tag(s.Tokens)
		for _, t := range s.Tokens {
			fmt.Print(t.Text, "/", t.Tag, " ")
		}
	}
	// Output: Turkey/NNP -/HYPH backed/VBN forces/NNS seized/VBD the/DT airbase/NN ./.
}
