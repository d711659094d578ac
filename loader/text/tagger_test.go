package text_test

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"entente.example/loader/text"
)

// tagged writes each token of doc with its tag.
func tagged(t *testing.T, doc string) string {
	t.Helper()
	tagger, err := text.EnglishTagger()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range text.Sentences(doc) {
		tagger.Tag(s.Tokens)
		for _, tok := range s.Tokens {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(tok.Text + "/" + tok.Tag.String())
		}
	}
	return b.String()
}

func TestEnglishTagger(t *testing.T) {
	tests := []struct{ doc, want string }{
		{"Egypt sent tanks to Benghazi.", "Egypt/NNP sent/VBD tanks/NNS to/IN Benghazi/NNP ./."},
		{"The rebels are backed by Iran.", "The/DT rebels/NNS are/VBP backed/VBN by/IN Iran/NNP ./."},
		{"They seized the town's airport.", "They/PRP seized/VBD the/DT town/NN 's/POS airport/NN ./."},
		{"Fighters took 5,000 rifles (1.5 tons).", "Fighters/NNS took/VBD 5,000/CD rifles/NNS (/-LRB- 1.5/CD tons/NNS )/-RRB- ./."},
		{`"We won," he said: 'They left'.`, `"/` + "``" + ` We/PRP won/VBD ,/, "/'' he/PRP said/VBD :/: '/` + "``" + ` They/PRP left/VBD '/'' ./.`},
		{"The fighters' base – near Sirte – took 12-15 shells, costing $5.", "The/DT fighters/NNS '/POS base/NN –/: near/IN Sirte/NNP –/: took/VBD 12/CD -/SYM 15/CD shells/NNS ,/, costing/VBG $/$ 5/CD ./."},
		{"The GNA besieged al-Watiya on 2020-05-18.", "The/DT GNA/NNP besieged/VBD al/NNP -/HYPH Watiya/NNP on/IN 2020-05-18/CD ./."},
		{"Russia Sends Fighters to Libya, Officials Say", "Russia/NNP Sends/VBZ Fighters/NNS to/IN Libya/NNP ,/, Officials/NNS Say/VBP"},
		{"TURKEY SENT DRONES TO THE GOVERNMENT", "TURKEY/NNP SENT/VBD DRONES/NNS TO/IN THE/DT GOVERNMENT/NN"},
		{"Turkey-backed troops", "Turkey/NNP -/HYPH backed/VBN troops/NNS"},
	}
	for _, tt := range tests {
		if got := tagged(t, tt.doc); got != tt.want {
			t.Errorf("tags\n got %s\nwant %s", got, tt.want)
		}
	}
}

func TestTagConcurrently(t *testing.T) {
	var group sync.WaitGroup
	want := tagged(t, "The army of Chad left the north.")
	for range 8 {
		group.Go(func() {
			if got := tagged(t, "The army of Chad left the north."); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
	group.Wait()
}

func BenchmarkReadTagger(b *testing.B) {
	tagger, err := text.EnglishTagger()
	if err != nil {
		b.Fatal(err)
	}
	var model bytes.Buffer
	if _, err := tagger.WriteTo(&model); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := text.ReadTagger(bytes.NewReader(model.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTag(b *testing.B) {
	tagger, err := text.EnglishTagger()
	if err != nil {
		b.Fatal(err)
	}
	doc := "The forces of the eastern commander, backed by Egypt and the U.A.E., withdrew from the town on June 5, a news agency reported. " +
		"The mayor said that fighters loyal to the internationally recognised government had shelled its airport, killing 12 civilians."
	sentences := text.Sentences(doc)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n = 0
		for _, s := range sentences {
			tagger.Tag(s.Tokens)
			n += len(s.Tokens)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func TestAlways(t *testing.T) {
	tagger, err := text.EnglishTagger()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]text.Tag{"The": text.DT, "He": text.PRP, "I": text.PRP, "record": text.Untagged, "Zxyab": text.Untagged} {
		if got := tagger.Always(word); got != want {
			t.Errorf("%s is always %q, want %q", word, got, want)
		}
	}
}
