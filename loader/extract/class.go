package extract

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// classes are the word classes of classes.txt: force, government, place, say and so on. A word may be in several.
type classes struct {
	words map[string]map[string]word // class, word
	sieve classSieve                 // of the words
	lists [1 << 14]*member           // of the words by their letters
	twice []Problem                  // words that stand twice in a class
}

// member is a word and the classes that it is in. Rules ask for it so often that a map would be slow.
type member struct {
	form    string
	may     uint64 // the bits of the classes
	classes []string
	next    *member // of the same list
}

// join notes that the word is in the class.
func (c *classes) join(class, form string) {
	c.sieve.add(class, form)
	m, at := c.member(form), memberAt(form)
	if m == nil {
		m = &member{form: form, next: c.lists[at]}
		c.lists[at] = m
	}
	m.may |= wordBit(class)
	m.classes = append(m.classes, class)
}

// memberAt gives the list that the word is in, if it is in one.
func memberAt(form string) uint32 { return (*sieve)(nil).at(form) >> 2 }

// member gives what is known of the word, or nil.
func (c *classes) member(form string) *member {
	m := c.lists[memberAt(form)]
	for m != nil && m.form != form {
		m = m.next
	}
	return m
}

// word is an entry of a class: the kind of support that it tells, if any, and whether it is a synonym that only
// machine-paraphrased text uses.
type word struct {
	kind string
	spun bool
}

// readClasses reads the form that classes.txt describes.
func readClasses(r io.Reader, name string) (*classes, error) {
	c := &classes{words: map[string]map[string]word{}}
	var current map[string]word
	var class string
	scanner := bufio.NewScanner(r)
	for line := 1; scanner.Scan(); line++ {
		text := scanner.Text()
		if text = strings.TrimSpace(text); text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if head, rest, ok := strings.Cut(text, ": "); ok {
			current, class = map[string]word{}, head
			if c.words[class] != nil {
				return nil, fmt.Errorf("%s:%d: class %q stands twice", name, line, class)
			}
			c.words[class], text = current, rest
		}
		if current == nil {
			return nil, fmt.Errorf("%s:%d: words before any class", name, line)
		}
		for _, field := range strings.Fields(text) {
			form, entry := readWord(field)
			if _, ok := current[form]; ok {
				c.twice = append(c.twice, Problem{name, line, fmt.Sprintf("%q stands twice in its class", form)})
			} else {
				c.join(class, form)
			}
			current[form] = entry
		}
	}
	return c, scanner.Err()
}

// readWord takes apart "drive~" and "missile:weapons".
func readWord(field string) (string, word) {
	form, kind, _ := strings.Cut(field, ":")
	form, spun := strings.CutSuffix(form, "~")
	return form, word{kind: kind, spun: spun}
}

// has reports whether the word (base form) is in the class.
func (c *classes) has(class, form string) bool {
	if !c.sieve.passes(class, form) {
		return false
	}
	m := c.member(form)
	return m != nil && m.may&wordBit(class) != 0 && slices.Contains(m.classes, class)
}

// entry gives the word's entry in the class, if it has one.
func (c *classes) entry(class, form string) (word, bool) {
	if !c.has(class, form) {
		return word{}, false
	}
	return c.words[class][form], true
}

// kind gives what the word's entry in the class tells behind the colon, or "".
func (c *classes) kind(class, form string) string {
	entry, _ := c.entry(class, form)
	return entry.kind
}

// known reports whether there is such a class.
func (c *classes) known(class string) bool { return c.words[class] != nil }

// any reports whether the word is in one of the classes.
func (c *classes) any(form string, names ...string) bool {
	at, may := c.sieve.at(form), uint64(0)
	for _, class := range names {
		may |= wordBit(class)
	}
	if c.sieve[at]&may == 0 {
		return false
	}
	m := c.member(form)
	if m == nil || m.may&may == 0 {
		return false
	}
	for _, class := range m.classes {
		if slices.Contains(names, class) {
			return true
		}
	}
	return false
}

// amongWords reports whether the word is one of the words or in one of the classes.
func (s *sentence) amongWords(word string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		class, ok := strings.CutPrefix(w, "@")
		return w == word || ok && s.doc.reader.classes.has(class, word)
	})
}

// headIn reports whether the head of the noun group, or of one of its conjuncts, is one of the words or classes; of a name
// any of its words may be it.
func (s *sentence) headIn(g *group, words []string) bool {
	if g.conjuncts != nil {
		return slices.ContainsFunc(g.conjuncts, func(c *group) bool { return s.headIn(c, words) })
	}
	for o := g; o != nil; o = o.of {
		n := s.headName(o)
		for _, w := range words {
			class, ok := strings.CutPrefix(w, "@")
			switch {
			case ok && s.doc.reader.classes.has(class, o.lemma):
				return class != "support" || !s.humane(o) && !s.merit(o)
			case class == "support" && ok && s.worth(o) != "":
				return true
			case w == o.lemma, !ok && n != nil && slices.Contains(s.lower[n.first:n.last], w):
				return true // "the Alliance of Sahel States"
			}
		}
	}
	return false
}
