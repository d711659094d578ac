package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// writeEndings writes how the ending of a regular verb form becomes that of
// its base form: the shortest list of endings with which every regular form
// of WordNet's more common verbs gets its base form, if the longest ending that fits a
// form wins. An ending that starts with ^ is a whole word.
func writeEndings(dir string, w io.Writer) error {
	lemmas, err := readCommon(filepath.Join(dir, "index.verb"))
	if err != nil {
		return err
	}
	irregular, err := readIrregular(filepath.Join(dir, "verb.exc"))
	if err != nil {
		return err
	}
	root := &ending{next: make(map[byte]*ending)}
	taken := make(map[string]bool)
	for _, lemma := range slices.SortedFunc(maps.Keys(lemmas), func(a, b string) int {
		return cmp.Or(len(a)-len(b), strings.Compare(a, b))
	}) {
		for _, form := range regular(lemma, irregular[lemma]) {
			if !taken[form] {
				taken[form] = true
				root.add("^"+form, changeOf(form, lemma))
			}
		}
	}
	rules := root.rules("", change{}, nil)
	slices.SortFunc(rules, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	for _, r := range rules {
		if _, err := fmt.Fprintf(w, "%s,%s\n", r[0], r[1]); err != nil {
			return fmt.Errorf("write endings: %w", err)
		}
	}
	return nil
}

// readCommon reads the words of an index file that WordNet's sample of texts
// has at least once; verbs that nobody uses would only blow up the list.
func readCommon(path string) (map[string]bool, error) {
	lemmas := make(map[string]bool)
	err := eachLine(path, func(line string) error {
		fields := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(fields) < 4 {
			return nil // the licence at the top
		}
		pointers, err := strconv.Atoi(fields[3])
		if err != nil || len(fields) < 6+pointers {
			return fmt.Errorf("%q: %w", line, errFields)
		}
		if word := fields[0]; fields[5+pointers] != "0" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" {
			lemmas[word] = true
		}
		return nil
	})
	return lemmas, err
}

// regular returns the forms of a verb that end in -ed, -ing and -s.
func regular(lemma string, irregular []string) []string {
	l := make(lexicon)
	l.inflectVerb(lemma, irregular)
	if strings.HasSuffix(lemma, "l") { // travelled and traveled
		l.inflectVerb(lemma, nil)
	}
	var forms []string
	for _, f := range slices.Sorted(maps.Keys(l)) {
		if f == lemma || len(f) < 4 || !strings.HasPrefix(f, lemma[:min(2, len(lemma))]) {
			continue
		}
		if strings.HasSuffix(f, "ed") || strings.HasSuffix(f, "ing") || strings.HasSuffix(f, "s") {
			forms = append(forms, f)
		}
	}
	return forms
}

// change is how a form becomes its base form: letters to cut off its end and
// what comes in their place.
type change struct {
	cut  int
	with string
}

func changeOf(form, lemma string) change {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	return change{len(form) - n, lemma[n:]}
}

// ending is a node of a tree of forms read from their ends.
type ending struct {
	changes map[change]int
	next    map[byte]*ending
}

func (e *ending) add(form string, c change) {
	if e.changes == nil {
		e.changes = make(map[change]int)
	}
	e.changes[c]++
	if form == "" {
		return
	}
	last := form[len(form)-1]
	if e.next[last] == nil {
		e.next[last] = &ending{next: make(map[byte]*ending)}
	}
	e.next[last].add(form[:len(form)-1], c)
}

// rules appends the rules of the forms that end in suffix; above is the
// change that applies where there is none.
func (e *ending) rules(suffix string, above change, rules [][2]string) [][2]string {
	best := above
	for _, c := range slices.SortedFunc(maps.Keys(e.changes), func(a, b change) int {
		return cmp.Or(a.cut-b.cut, strings.Compare(a.with, b.with))
	}) {
		if e.changes[c] > e.changes[best] {
			best = c
		}
	}
	word := strings.TrimPrefix(suffix, "^")
	if best != above && best.cut <= len(word) {
		rules = append(rules, [2]string{suffix, word[:len(word)-best.cut] + best.with})
		above = best
	}
	for _, c := range slices.Sorted(maps.Keys(e.next)) {
		rules = e.next[c].rules(string(c)+suffix, above, rules)
	}
	return rules
}
