package text

import (
	_ "embed" // the tables of word forms
	"math/bits"
	"strings"
	"sync"
)

//go:embed irregular.csv
var irregularCSV string

//go:embed endings.csv
var endingsCSV string

// wordForms holds the tables behind Lemma.
type wordForms struct {
	irregular [4]formTable      // by class: form to base form
	whole     formTable         // regular verb forms that no ending tells, to base form
	endings   map[string]string // ending of a regular verb form to that of the base form
	lengths   [1 << 8]uint64    // by the last letter of an ending: a bit for each length that endings have
}

// formTable maps forms to base forms. Few words are in one, and those that are not are mostly told by their first and
// last letters and their length alone.
type formTable struct {
	bases map[string]string
	may   [1 << 10]uint64 // by the first and the last letter: a bit for each length
}

func (t *formTable) add(form, base string) {
	if t.bases == nil {
		t.bases = map[string]string{}
	}
	t.bases[form] = base
	at, bit := formPlace(form)
	t.may[at] |= bit
}

// base gives the base form of a form that is in the table.
func (t *formTable) base(form string) (string, bool) {
	if at, bit := formPlace(form); t.may[at]&bit == 0 {
		return "", false
	}
	base, ok := t.bases[form]
	return base, ok
}

// formPlace gives where a form's bit is.
func formPlace(form string) (at int, bit uint64) {
	n := len(form)
	if n == 0 {
		return 0, 1
	}
	return int(form[0]&31)<<5 | int(form[n-1]&31), 1 << (n & 63)
}

// Classes of words that are inflected alike.
const (
	verbClass = iota
	nounClass
	adjectiveClass
	adverbClass
)

var forms = sync.OnceValue(func() *wordForms {
	f := &wordForms{endings: make(map[string]string)}
	classes := map[string]int{"verb": verbClass, "noun": nounClass, "adjective": adjectiveClass, "adverb": adverbClass}
	for line := range strings.Lines(irregularCSV) {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), ",")
		base, list, _ := strings.Cut(rest, ",")
		class, ok := classes[name]
		if !ok {
			continue // the header
		}
		for _, form := range strings.Fields(list) {
			f.irregular[class].add(form, base)
		}
	}
	for line := range strings.Lines(endingsCSV) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), ",")
		if form, ok := strings.CutPrefix(from, "^"); ok {
			f.whole.add(form, to)
			continue
		}
		f.endings[from] = to
		if from != "" {
			f.lengths[from[len(from)-1]] |= 1 << len(from)
		}
	}
	return f
})

// Lemma returns the base form, in lower case, of a word that has the given
// tag: seize for seized, army for armies, large for larger. A noun keeps the
// plural that is all it has (arms, headquarters), a participle tagged as an
// adjective is left as it is, and so is every word of another class.
func Lemma(word string, tag Tag) string {
	if !isPlain(word) {
		word = strings.ReplaceAll(strings.ToLower(word), "’", "'")
	}
	f := forms()
	switch tag {
	case VBD, VBN, VBG, VBZ, VBP, VB, MD:
		return f.verb(word, tag)
	case NNS, NNPS:
		return f.plural(word)
	case JJR, JJS:
		return f.comparative(word, adjectiveClass)
	case RB:
		if word == "n't" {
			return "not"
		}
	case RBR, RBS:
		return f.comparative(word, adverbClass)
	}
	return word
}

// verb returns the base form of a verb's form.
func (f *wordForms) verb(word string, tag Tag) string {
	switch {
	case word == "'d" && tag == MD:
		return "will"
	case word == "'d":
		return "have"
	case tag == VB && word != "ai":
		return word // lay, found and saw are verbs of their own
	}
	if base, ok := f.irregular[verbClass].base(word); ok && (tag != VBP || base == "be" || base == "have") {
		return base
	}
	if prefix, rest, ok := strings.Cut(word, "-"); ok && isPrefix(prefix) { // re-took
		if base, ok := f.irregular[verbClass].base(rest); ok {
			return prefix + "-" + base
		}
	}
	if tag == VBP || tag == MD || !inflected(word) {
		return word
	}
	if base, ok := f.whole.base(word); ok {
		return base
	}
	for left := f.lengths[word[len(word)-1]] & (1<<(min(len(word), 62)+1) - 1); left != 0; { // the longest first
		n := bits.Len64(left) - 1
		if to, ok := f.endings[word[len(word)-n:]]; ok {
			return word[:len(word)-n] + to
		}
		left &^= 1 << n
	}
	return word
}

// isPlain reports whether the word is of the letters from a to z alone.
func isPlain(word string) bool {
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// inflected reports whether word has an ending of a verb behind a stem.
func inflected(word string) bool {
	switch {
	case strings.HasSuffix(word, "ing"):
		return strings.ContainsAny(word[:len(word)-3], "aeiouy")
	case strings.HasSuffix(word, "ed"):
		return len(word) > 3
	}
	return len(word) > 2 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss")
}

// plural returns the singular of a plural.
func (f *wordForms) plural(word string) string {
	if base, ok := f.irregular[nounClass].base(word); ok {
		return base
	}
	for _, m := range [...]string{"men", "women", "children", "wives"} { // gunmen, servicewomen
		if stem, ok := strings.CutSuffix(word, m); ok && len(stem) > 1 {
			base, _ := f.irregular[nounClass].base(m)
			return stem + base
		}
	}
	switch {
	case len(word) < 3 || !strings.HasSuffix(word, "s") || strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "us") || strings.HasSuffix(word, "is"):
		return singularOfUs(word)
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case hasAnySuffix(word, "sses", "shes", "ches", "xes", "zzes", "oes"):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "uses") && !hasAnySuffix(word, "auses", "ouses", "euses", "muses", "fuses", "xcuses", "ccuses", "cluses") && len(word) > 6:
		return word[:len(word)-2] // viruses, but houses and abuses
	case word == "buses":
		return "bus"
	}
	return strings.TrimSuffix(word[:len(word)-1], "'")
}

// singularOfUs leaves police, crisis and press as they are; the plurals of
// names that end so are plain (Emiratis).
func singularOfUs(word string) string {
	if stem, ok := strings.CutSuffix(word, "is"); ok && len(word) > 5 && !hasAnySuffix(word, "sis", "xis", "ris", "pis") {
		return stem + "i"
	}
	return word
}

// comparative returns the positive of a comparative or superlative.
func (f *wordForms) comparative(word string, class int) string {
	if base, ok := f.irregular[class].base(word); ok {
		return base
	}
	stem, ok := strings.CutSuffix(word, "est")
	if !ok {
		if stem, ok = strings.CutSuffix(word, "er"); !ok {
			return word
		}
	}
	if len(stem) < 3 {
		return word
	}
	if y, ok := strings.CutSuffix(stem, "i"); ok {
		return y + "y"
	}
	if n := len(stem); stem[n-1] == stem[n-2] && !hasAnySuffix(stem, "ll", "ss", "ff", "ee") {
		return stem[:n-1]
	}
	if hasAnySuffix(stem, "pl", "bl", "tl", "dl", "v", "c", "u") {
		return stem + "e"
	}
	return stem
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
