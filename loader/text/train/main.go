package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"entente.example/loader/text"
)

func main() {
	dir := flag.String("treebank", "", "folder with the treebanks' .conllu.gz files")
	wordnet := flag.String("wordnet", "", "folder with WordNet's data and exc files")
	out := flag.String("o", "", "file to write the model to")
	endings := flag.String("endings", "", "file to write the endings of regular verbs to, if any")
	rounds := flag.Int("rounds", 10, "how often to go through the sentences")
	flag.Parse()
	if *dir == "" || *wordnet == "" || *out == "" {
		flag.Usage()
		os.Exit(2)
	}
	if *endings != "" {
		if err := write(*endings, func(w io.Writer) error { return writeEndings(*wordnet, w) }); err != nil {
			fmt.Fprintln(os.Stderr, "train: error:", err)
			os.Exit(1)
		}
	}
	if err := run(*dir, *wordnet, *out, *rounds, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train: error:", err)
		os.Exit(1)
	}
}

// set is sentences under the name to report them by.
type set struct {
	name      string
	sentences [][]text.Token
}

func run(dir, wordnet, out string, rounds int, w io.Writer) error {
	words, err := readWordNet(wordnet)
	if err != nil {
		return err
	}
	ewt, err := readTreebank(filepath.Join(dir, "en_ewt-train.conllu.gz"))
	if err != nil {
		return err
	}
	test, err := readTreebank(filepath.Join(dir, "en_ewt-test.conllu.gz"))
	if err != nil {
		return err
	}
	pud, err := readTreebank(filepath.Join(dir, "en_pud.conllu.gz"))
	if err != nil {
		return err
	}
	half := len(pud) / 2
	var trainer text.Trainer
	learned := append(ewt, pud[:half]...)
	for i, tokens := range learned {
		trainer.Add(cutPrefixes(tokens))
		for _, variant := range variants(tokens, i) {
			trainer.Add(variant)
		}
	}
	for word, tags := range words {
		trainer.Know(word, tags...)
	}
	tagger := trainer.Train(rounds)
	for _, s := range []set{
		{"EWT test", test},
		{"PUD second half", pud[half:]},
		{"PUD second half, Title Case", changed(pud[half:], titled)},
		{"PUD second half, headlines", changed(pud[half:], headline)},
		{"PUD second half, CAPITALS", changed(pud[half:], capitals)},
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
func score(t *text.Tagger, sentences [][]text.Token) (right, all int) {
	for _, gold := range sentences {
		tokens := append([]text.Token(nil), gold...)
		t.Tag(tokens)
		for i := range tokens {
			if tokens[i].Tag == gold[i].Tag {
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
