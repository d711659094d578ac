package parse_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"entente.example/loader/text"
	"entente.example/loader/text/parse"
)

// train makes a model of a few sentences.
func train(t testing.TB) (*parse.Model, []byte) {
	t.Helper()
	var trainer parse.Trainer
	for range 4 { // often enough for features to count
		for _, l := range lessons() {
			trainer.Add(l.tokens, l.arcs)
		}
	}
	m := trainer.Train(5)
	var model bytes.Buffer
	if _, err := m.WriteTo(&model); err != nil {
		t.Fatal(err)
	}
	return m, model.Bytes()
}

type lesson struct {
	tokens []text.Token
	arcs   []parse.Arc
}

func lessons() []lesson {
	var all []lesson
	for _, s := range []string{
		"Mali/NNP/2/nsubj left/VBD/0/root Chad/NNP/2/obj ././/2/punct", "the/DT/2/det army/NN/3/nsubj fled/VBD/0/root",
		"the/DT/2/det army/NN/5/nsubj of/IN/4/case Chad/NNP/2/nmod left/VBD/0/root the/DT/7/det town/NN/5/obj",
		"what/WP/4/obj did/VBD/4/aux Mali/NNP/4/nsubj see/VB/0/root of/IN/6/case Chad/NNP/1/nmod", // arcs that cross
	} {
		var l lesson
		for field := range strings.FieldsSeq(s) {
			parts := strings.SplitN(strings.ReplaceAll(field, "//", "/"), "/", 4)
			var head int
			if _, err := fmt.Sscan(parts[2], &head); err != nil {
				panic(err)
			}
			tag, _ := text.ParseTag(parts[1])
			r, _ := parse.ParseRelation(parts[3])
			l.tokens = append(l.tokens, text.Token{Text: parts[0], Tag: tag})
			l.arcs = append(l.arcs, parse.Arc{Head: head - 1, Relation: r})
		}
		all = append(all, l)
	}
	return all
}

func TestTrainer(t *testing.T) {
	m, model := train(t)
	for _, l := range lessons()[:3] {
		if got := m.Parse(l.tokens, nil); !slices.Equal(got, l.arcs) {
			t.Errorf("%v: got %v, want %v", l.tokens, got, l.arcs)
		}
	}
	if _, again := train(t); !bytes.Equal(model, again) {
		t.Error("the same sentences gave another model")
	}
}

func TestRead(t *testing.T) {
	m, model := train(t)
	read, err := parse.Read(bytes.NewReader(model))
	if err != nil {
		t.Fatal(err)
	}
	tokens := sentences(t, "The rebels of Chad seized towns, and the army fled.")[0].Tokens
	if a, b := m.Parse(tokens, nil), read.Parse(tokens, nil); !slices.Equal(a, b) {
		t.Errorf("read model says %v, written one %v", b, a)
	}
	var again bytes.Buffer
	if _, err := read.WriteTo(&again); err != nil || !bytes.Equal(again.Bytes(), model) {
		t.Errorf("read model writes other bytes (error %v)", err)
	}
	for n := 0; n < len(model); n += 1 + n/3 {
		if _, err := parse.Read(bytes.NewReader(model[:n])); err == nil {
			t.Errorf("no error for the first %d of %d bytes", n, len(model))
		}
	}
	if _, err := parse.Read(io.MultiReader(bytes.NewReader(model), strings.NewReader("x"))); err == nil {
		t.Error("no error for a byte too many")
	}
	broken := errors.New("broken")
	if _, err := parse.Read(io.MultiReader(bytes.NewReader(model), failing{broken})); !errors.Is(err, broken) {
		t.Errorf("got error %v, want %v", err, broken)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// FuzzRead checks that a damaged model is refused or makes trees.
func FuzzRead(f *testing.F) {
	tokens := sentences(f, "The army of Chad left, \"he\" said -- twice.")[0].Tokens
	_, model := train(f)
	f.Add(uint32(30), byte(1))
	f.Add(uint32(len(model)-9), byte(255))
	f.Fuzz(func(t *testing.T, at uint32, b byte) {
		damaged := bytes.Clone(model)
		damaged[int(at)%len(damaged)] = b
		if m, err := parse.Read(bytes.NewReader(damaged)); err == nil {
			checkTree(t, tokens, m.Parse(tokens, nil))
		}
	})
}
