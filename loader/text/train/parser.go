package main

import (
	"fmt"
	"io"
	"slices"

	"entente.example/loader/text"
	"entente.example/loader/text/parse"
)

// folds is into how many parts the sentences are cut so that each is tagged
// by a tagger that learned from the others: the parser must learn to live
// with as many wrong tags as it will meet.
const folds = 5

func trainParser(c *corpus, out string, rounds int, w io.Writer) error {
	var trainer parse.Trainer
	for fold := range folds {
		tagger := c.tagger(rounds, func(i int) bool { return i%folds == fold })
		for i := fold; i < len(c.learned); i += folds {
			t := c.learned[i]
			for _, v := range append(variants(t, i), cutPrefixes(t), hyphenated(t, i)) {
				if len(v.tokens) == 0 {
					continue
				}
				v = retagged(tagger, v)
				trainer.Add(v.tokens, v.arcs)
			}
		}
	}
	model := trainer.Train(rounds)
	tagger, err := text.EnglishTagger()
	if err != nil {
		return err
	}
	for _, s := range []struct {
		name      string
		sentences []tree
	}{
		{"EWT test", c.test},
		{"PUD second half", c.pudOther},
		{"PUD second half, CAPITALS", changed(c.pudOther, capitals)},
	} {
		heads, both, all := attachment(model, tagger, s.sentences)
		percent := 100 / float64(all)
		fmt.Fprintf(w, "%-28s %6d tokens  UAS %.2f  LAS %.2f\n", s.name, all, float64(heads)*percent, float64(both)*percent)
	}
	return write(out, func(w io.Writer) error {
		_, err := model.WriteTo(w)
		return err
	})
}

// hyphenated returns, of every seventh sentence, a copy whose first adjective
// right before its noun is a name and a participle ("Iran-backed"), which
// news have often and the treebanks hardly ever; it is empty for the others.
func hyphenated(t tree, i int) tree {
	names := [...]string{"Iran", "Turkey", "Russia", "US", "Saudi", "Rwanda", "Kremlin", "Islamist", "UN", "Qatar", "Ethiopia", "government"}
	participles := [...]string{"backed", "led", "backed", "trained", "funded", "controlled", "armed", "backed", "held", "aligned", "sponsored"}
	if i%7 != 2 {
		return tree{}
	}
	at := slices.IndexFunc(t.arcs, func(a parse.Arc) bool { return a.Relation == parse.Amod })
	if at < 0 || t.arcs[at].Head != at+1 || t.tokens[at].Tag != text.JJ || slices.ContainsFunc(t.arcs, func(a parse.Arc) bool { return a.Head == at }) {
		return tree{}
	}
	pick := i / 7
	word := t.tokens[at]
	var c tree
	c.tokens = slices.Clone(t.tokens[:at])
	for _, part := range []string{names[pick%len(names)], "-", participles[pick%len(participles)]} {
		end := word.Start + len(part)
		c.tokens = append(c.tokens, text.Token{Span: text.Span{Start: word.Start, End: end}, Text: part})
		word.Start = end
	}
	shift := word.Start - word.End
	for _, token := range t.tokens[at+1:] {
		token.Start += shift
		token.End += shift
		c.tokens = append(c.tokens, token)
	}
	for k, a := range t.arcs {
		if a.Head >= at {
			a.Head += 2
		}
		if k == at {
			c.arcs = append(c.arcs, parse.Arc{Head: at + 2, Relation: parse.OblUnmarked}, parse.Arc{Head: at + 2, Relation: parse.Punct})
		}
		c.arcs = append(c.arcs, a)
	}
	return c
}

// retagged returns a copy of a tree with the tags that the tagger gives.
func retagged(tagger *text.Tagger, t tree) tree {
	t.tokens = slices.Clone(t.tokens)
	tagger.Tag(t.tokens)
	return t
}

// attachment counts the tokens, punctuation included, that get the
// treebank's head, and those that get its relation too.
func attachment(m *parse.Model, tagger *text.Tagger, sentences []tree) (heads, both, all int) {
	var arcs []parse.Arc
	for _, gold := range sentences {
		arcs = m.Parse(retagged(tagger, gold).tokens, arcs[:0])
		for i, a := range arcs {
			if a.Head == gold.arcs[i].Head {
				heads++
				if a.Relation == gold.arcs[i].Relation {
					both++
				}
			}
		}
		all += len(arcs)
	}
	return heads, both, all
}
