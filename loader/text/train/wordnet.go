package main

import (
	"bufio"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"entente.example/loader/text"
)

// lexicon is which tags a word in lower case may have.
type lexicon map[string][]text.Tag

func (l lexicon) add(word string, tags ...text.Tag) {
	for _, t := range tags {
		if !slices.Contains(l[word], t) {
			l[word] = append(l[word], t)
		}
	}
}

// readWordNet reads the words of WordNet's data files in dir and derives
// their inflected forms, with the irregular ones from the .exc files.
func readWordNet(dir string) (lexicon, error) {
	l := make(lexicon)
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		lemmas, err := readLemmas(filepath.Join(dir, "data."+part))
		if err != nil {
			return nil, err
		}
		irregular, err := readIrregular(filepath.Join(dir, part+".exc"))
		if err != nil {
			return nil, err
		}
		for _, lemma := range slices.Sorted(maps.Keys(lemmas)) {
			l.inflect(part, lemma, irregular[lemma])
		}
	}
	return l, nil
}

// readLemmas reads the single words in lower case of a data file.
func readLemmas(path string) (map[string]bool, error) {
	lemmas := make(map[string]bool)
	err := eachLine(path, func(line string) error {
		if strings.HasPrefix(line, " ") {
			return nil // the licence at the top
		}
		fields := strings.Fields(line)
		if len(fields) < 6 {
			return fmt.Errorf("%q: %w", line, errFields)
		}
		n, err := strconv.ParseUint(fields[3], 16, 8)
		if err != nil || len(fields) < 4+2*int(n) {
			return fmt.Errorf("%q: %w", line, errFields)
		}
		for i := range int(n) {
			word, _, _ := strings.Cut(fields[4+2*i], "(") // a marker of position
			if len(word) > 1 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" {
				lemmas[word] = true
			}
		}
		return nil
	})
	return lemmas, err
}

// readIrregular reads an .exc file: base form to irregular forms.
func readIrregular(path string) (map[string][]string, error) {
	forms := make(map[string][]string)
	err := eachLine(path, func(line string) error {
		fields := strings.Fields(line)
		for _, base := range fields[min(1, len(fields)):] {
			forms[base] = append(forms[base], fields[0])
		}
		return nil
	})
	return forms, err
}

func eachLine(path string, f func(string) error) (err error) {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read WordNet: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if err := f(in.Text()); err != nil {
			return fmt.Errorf("read WordNet: %s: %w", path, err)
		}
	}
	return in.Err()
}

// inflect adds a lemma and its forms.
func (l lexicon) inflect(part, lemma string, irregular []string) {
	switch part {
	case "noun":
		l.add(lemma, text.NN)
		if len(irregular) == 0 {
			irregular = []string{withS(lemma)}
		}
		for _, f := range irregular {
			l.add(f, text.NNS)
		}
	case "verb":
		l.inflectVerb(lemma, irregular)
	case "adj":
		l.add(lemma, text.JJ)
		for _, f := range irregular {
			if strings.HasSuffix(f, "st") {
				l.add(f, text.JJS)
			} else {
				l.add(f, text.JJR)
			}
		}
	case "adv":
		l.add(lemma, text.RB)
	}
}

func (l lexicon) inflectVerb(lemma string, irregular []string) {
	l.add(lemma, text.VB)
	l.add(withS(lemma), text.VBZ)
	past, ing := false, false
	for _, f := range irregular {
		switch {
		case strings.HasSuffix(f, "ing"):
			l.add(f, text.VBG)
			ing = true
		case strings.HasSuffix(f, "s"):
			l.add(f, text.VBZ)
		default:
			l.add(f, text.VBD)
			past = true
		}
	}
	stem := strings.TrimSuffix(lemma, "e")
	if !ing && (strings.HasSuffix(lemma, "ee") || strings.HasSuffix(lemma, "ye") || strings.HasSuffix(lemma, "oe")) {
		l.add(lemma+"ing", text.VBG)
	} else if !ing {
		l.add(stem+"ing", text.VBG)
	}
	if n := len(stem); !past && n > 1 && stem == lemma && stem[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(stem[n-2])) {
		l.add(stem[:n-1]+"ied", text.VBD)
	} else if !past {
		l.add(stem+"ed", text.VBD)
	}
}

// withS adds the s of plurals and of the third person.
func withS(word string) string {
	n := len(word)
	switch {
	case strings.HasSuffix(word, "y") && n > 1 && !strings.ContainsRune("aeiou", rune(word[n-2])):
		return word[:n-1] + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "z"),
		strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "sh"):
		return word + "es"
	}
	return word + "s"
}
