package extract

import "strings"

// wordPairs are entries of classes and rules that are several words of the text, joined by underscores: "prime_minister".
type wordPairs struct {
	whole  map[string]string // itself by itself
	firsts sieve             // of what stands before an underscore
}

// add adds the form if it is several words.
func (p *wordPairs) add(form string) {
	if p.whole == nil {
		p.whole = map[string]string{}
	}
	for i := range len(form) {
		if form[i] == '_' {
			p.firsts.add(form[:i])
			p.whole[form] = form
		}
	}
}

// begins reports whether the word may be the first of an entry.
func (p *wordPairs) begins(word string) bool { return p.firsts.passes(word) }

// join gives the entry that the two make, or "".
func (p *wordPairs) join(first, second string) string {
	if !p.begins(first) {
		return ""
	}
	var buf [64]byte
	joined := append(append(append(buf[:0], first...), '_'), second...)
	return p.whole[string(joined)]
}

// joinWords collects the words of all classes and rules that are two words of the text.
func (r *Reader) joinWords() {
	add := func(form string) {
		if strings.Count(form, "_") == 1 {
			r.twoWords.add(form)
		}
	}
	for _, class := range r.classes.words {
		for form := range class {
			add(form)
		}
	}
	for _, table := range []map[string][]trigger{r.frames.nouns, r.frames.adjs, r.frames.roles} {
		for form := range table {
			add(form)
		}
	}
}
