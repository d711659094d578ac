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
	of    map[string][]string        // word, the classes that it is in
	sieve classSieve                 // of the words
	twice []Problem                  // words that stand twice in a class
}

// word is an entry of a class: the kind of support that it tells, if any, and whether it is a synonym that only
// machine-paraphrased text uses.
type word struct {
	kind string
	spun bool
}

// readClasses reads the form that classes.txt describes.
func readClasses(r io.Reader, name string) (*classes, error) {
	c := &classes{words: map[string]map[string]word{}, of: map[string][]string{}}
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
				c.of[form] = append(c.of[form], class)
				c.sieve.add(class, form)
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
	return c.sieve.passes(class, form) && slices.Contains(c.of[form], class)
}

// entry gives the word's entry in the class, if it has one.
func (c *classes) entry(class, form string) (word, bool) {
	if !c.sieve.passes(class, form) {
		return word{}, false
	}
	entry, ok := c.words[class][form]
	return entry, ok
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
		may |= classBit(class)
	}
	if c.sieve[at]&may == 0 {
		return false
	}
	for _, class := range c.of[form] {
		if slices.Contains(names, class) {
			return true
		}
	}
	return false
}
