package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"entente.example/loader/text"
)

func main() {
	dir := flag.String("treebank", "", "folder with the treebanks' .conllu.gz files")
	wordnet := flag.String("wordnet", "", "folder with WordNet's data and exc files")
	out := flag.String("o", "", "file to write the tagger's model to, if any")
	parser := flag.String("parser", "", "file to write the parser's model to, if any")
	endings := flag.String("endings", "", "file to write the endings of regular verbs to, if any")
	rounds := flag.Int("rounds", 10, "how often to go through the sentences")
	flag.Parse()
	if *dir == "" || *wordnet == "" || *out == "" && *parser == "" && *endings == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*dir, *wordnet, *out, *parser, *endings, *rounds, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train: error:", err)
		os.Exit(1)
	}
}

// run writes the files that have a name, and to w how good the models are.
func run(dir, wordnet, tagger, parser, endings string, rounds int, w io.Writer) error {
	if endings != "" {
		if err := write(endings, func(w io.Writer) error { return writeEndings(wordnet, w) }); err != nil {
			return err
		}
	}
	if tagger == "" && parser == "" {
		return nil
	}
	c, err := readCorpus(dir, wordnet)
	if err != nil {
		return err
	}
	if tagger != "" {
		if err := trainTagger(c, tagger, rounds, w); err != nil {
			return err
		}
	}
	if parser != "" {
		return trainParser(c, parser, rounds, w)
	}
	return nil
}

// corpus is what there is to learn from and to report on.
type corpus struct {
	words          lexicon
	learned        []tree
	test, pudOther []tree
}

func readCorpus(dir, wordnet string) (*corpus, error) {
	words, err := readWordNet(wordnet)
	if err != nil {
		return nil, err
	}
	ewt, err := readTreebank(filepath.Join(dir, "en_ewt-train.conllu.gz"))
	if err != nil {
		return nil, err
	}
	test, err := readTreebank(filepath.Join(dir, "en_ewt-test.conllu.gz"))
	if err != nil {
		return nil, err
	}
	pud, err := readTreebank(filepath.Join(dir, "en_pud.conllu.gz"))
	if err != nil {
		return nil, err
	}
	half := len(pud) / 2
	return &corpus{words: words, learned: append(ewt, pud[:half]...), test: test, pudOther: pud[half:]}, nil
}

// tagger learns from the sentences but for those that without holds back.
func (c *corpus) tagger(rounds int, without func(i int) bool) *text.Tagger {
	var trainer text.Trainer
	for i, t := range c.learned {
		if without(i) {
			continue
		}
		trainer.Add(cutPrefixes(t).tokens)
		for _, variant := range variants(t, i) {
			trainer.Add(variant.tokens)
		}
	}
	for word, tags := range c.words {
		trainer.Know(word, tags...)
	}
	return trainer.Train(rounds)
}

func trainTagger(c *corpus, out string, rounds int, w io.Writer) error {
	tagger := c.tagger(rounds, func(int) bool { return false })
	for _, s := range []struct {
		name      string
		sentences []tree
	}{
		{"EWT test", c.test},
		{"PUD second half", c.pudOther},
		{"PUD second half, Title Case", changed(c.pudOther, titled)},
		{"PUD second half, headlines", changed(c.pudOther, headline)},
		{"PUD second half, CAPITALS", changed(c.pudOther, capitals)},
	} {
		right, all := score(tagger, s.sentences)
		fmt.Fprintf(w, "%-28s %6d of %6d tokens  %.2f %%\n", s.name, right, all, 100*float64(right)/float64(all))
	}
	return write(out, func(w io.Writer) error {
		_, err := tagger.WriteTo(w)
		return err
	})
}

// score counts the tokens to which the tagger gives the treebank's tag.
func score(t *text.Tagger, sentences []tree) (right, all int) {
	for _, gold := range sentences {
		tokens := slices.Clone(gold.tokens)
		t.Tag(tokens)
		for i := range tokens {
			if tokens[i].Tag == gold.tokens[i].Tag {
				right++
			}
		}
		all += len(tokens)
	}
	return right, all
}

// write lets f write to a temporary file and renames it to path.
func write(path string, f func(io.Writer) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	if err = errors.Join(f(file), file.Chmod(0o644), file.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err = os.Rename(file.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}
