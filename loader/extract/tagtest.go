package extract

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"entente.example/loader/text"
)

// tagTest is a test of a token. Most fail by the tag alone.
type tagTest struct {
	tags  uint64                        // those that may pass, a bit each
	holds func(s *sentence, i int) bool // what else it asks of a token that has one of them, or nil
	words []string                      // all that pass, if the test gives words
	exact bool                          // any of the words passes
	last  letters                       // that a word may end with to pass
}

// letters are letters from a to z, a bit each, and a bit for all else.
type letters uint32

const (
	letterCount = 27
	allLetters  = ^letters(0)
)

// lastLetter gives the number of the letter that a word in lower case ends with.
func lastLetter(word string) int {
	if n := len(word); n > 0 && word[n-1] >= 'a' && word[n-1] <= 'z' {
		return int(word[n-1] - 'a')
	}
	return letterCount - 1
}

func (t *tagTest) passes(s *sentence, i int) bool {
	return t.tags&(1<<s.tagAt(i)) != 0 && (t.holds == nil || t.holds(s, i))
}

const allTags = ^uint64(0)

// readTagTest reads a test: atoms joined by & and |, of which & binds more, with ! for not and parentheses.
func readTagTest(field string, classes *classes) (tagTest, error) {
	p := tagParser{rest: field, classes: classes}
	test, err := p.either()
	if err == nil && p.rest != "" {
		err = fmt.Errorf("%q is left over of %q", p.rest, field)
	}
	return test, err
}

type tagParser struct {
	rest    string
	classes *classes
}

func (p *tagParser) either() (tagTest, error) {
	test, err := p.all()
	for err == nil && p.skip("|") {
		var other tagTest
		if other, err = p.all(); err == nil {
			test = test.or(other)
		}
	}
	return test, err
}

func (p *tagParser) all() (tagTest, error) {
	test, err := p.single()
	for err == nil && p.skip("&") {
		var other tagTest
		if other, err = p.single(); err == nil {
			test = test.and(other)
		}
	}
	return test, err
}

func (p *tagParser) single() (tagTest, error) {
	switch {
	case p.skip("!"):
		test, err := p.single()
		return test.not(), err
	case p.skip("("):
		test, err := p.either()
		if err == nil && !p.skip(")") {
			err = fmt.Errorf("a parenthesis stays open before %q", p.rest)
		}
		return test, err
	}
	end := strings.IndexAny(p.rest, "&|)")
	if end < 0 {
		end = len(p.rest)
	}
	atom := p.rest[:end]
	p.rest = p.rest[end:]
	return p.atom(atom)
}

func (p *tagParser) skip(mark string) bool {
	rest, ok := strings.CutPrefix(p.rest, mark)
	p.rest = rest
	return ok
}

func (t tagTest) or(o tagTest) tagTest {
	if t.exact && o.exact {
		return givenWords(append(slices.Clone(t.words), o.words...))
	}
	either := tagTest{tags: t.tags | o.tags, last: t.last | o.last}
	if t.words != nil && o.words != nil {
		either.words = append(slices.Clone(t.words), o.words...)
	}
	if t.holds != nil || o.holds != nil {
		either.holds = func(s *sentence, i int) bool { return t.passes(s, i) || o.passes(s, i) }
	}
	return either
}

func (t tagTest) and(o tagTest) tagTest {
	both := tagTest{tags: t.tags & o.tags, holds: t.holds, words: t.words, last: t.last & o.last}
	if both.words == nil {
		both.words = o.words
	}
	switch {
	case t.holds == nil:
		both.holds = o.holds
	case o.holds != nil:
		both.holds = func(s *sentence, i int) bool { return t.holds(s, i) && o.holds(s, i) }
	}
	return both
}

func (t tagTest) not() tagTest {
	if t.holds == nil {
		return tagTest{tags: ^t.tags, last: allLetters}
	}
	return tagTest{tags: allTags, last: allLetters, holds: func(s *sentence, i int) bool { return !t.passes(s, i) }}
}

// atom reads a tag or a group of tags in capitals, @class, :condition, or a word with or without a *. A class and a
// condition may say behind a slash in which form the word is looked up: @force/NNS, :verb/VBD; /* is the one that it has.
func (p *tagParser) atom(atom string) (tagTest, error) {
	if tags, ok := tagSet(atom); ok {
		return tagTest{tags: tags, last: allLetters}, nil
	}
	key, form, _ := strings.Cut(atom, "/")
	switch {
	case atom == "":
		return tagTest{}, fmt.Errorf("a test is empty")
	case atom == "EDGE":
		return tagTest{tags: 1 << text.Period, last: allLetters, holds: func(s *sentence, i int) bool { return i < 0 || i >= len(s.tokens) }}, nil
	case key[0] == '@':
		return p.inClass(strings.Split(key[1:], "+"), form)
	case key[0] == ':' && len(key) > 1:
		lemma, err := readForm(form)
		if knows, ok := tagLookups[key[1:]]; ok {
			return inside(func(s *sentence, i int) bool { return knows(s.doc.reader, lemma(s, i)) }), err
		}
		if holds, ok := tagConditions[key[1:]]; ok && form == "" {
			return inside(holds), nil
		}
		return tagTest{}, fmt.Errorf("unknown condition %q", atom)
	case strings.Contains(atom, "*"):
		return readTagEnds(atom)
	case strings.ToLower(atom) != atom:
		return tagTest{}, fmt.Errorf("%q is no tag", atom)
	}
	return givenWords([]string{atom}), nil
}

// givenWords tests whether the word is one of those.
func givenWords(words []string) tagTest {
	test := inside(func(s *sentence, i int) bool { return slices.Contains(words, s.lower[i]) })
	test.words, test.exact, test.last = words, true, 0
	for _, word := range words {
		test.last |= 1 << lastLetter(word)
	}
	return test
}

// inClass tests whether the word is in one of the classes.
func (p *tagParser) inClass(names []string, form string) (tagTest, error) {
	lemma, err := readForm(form)
	if err != nil {
		return tagTest{}, err
	}
	test := inside(func(s *sentence, i int) bool { return p.classes.any(lemma(s, i), names...) })
	for _, name := range names {
		if !p.classes.known(name) {
			return tagTest{}, fmt.Errorf("unknown class %q", name)
		}
		if form == "" {
			test.words = slices.AppendSeq(test.words, maps.Keys(p.classes.words[name]))
		}
	}
	return test, nil
}

// readTagEnds reads "*ed", "un*" and "*-*".
func readTagEnds(atom string) (tagTest, error) {
	part := strings.Trim(atom, "*")
	switch {
	case part == "" || strings.Contains(part, "*"):
		return tagTest{}, fmt.Errorf("%q is no part of a word", atom)
	case atom == "*"+part:
		test := inside(func(s *sentence, i int) bool { return strings.HasSuffix(s.lower[i], part) })
		test.last = 1 << lastLetter(part)
		return test, nil
	case atom == part+"*":
		return inside(func(s *sentence, i int) bool { return strings.HasPrefix(s.lower[i], part) }), nil
	}
	return inside(func(s *sentence, i int) bool { return strings.Contains(s.lower[i], part) }), nil
}

// inside makes a test of a condition that only a token of the sentence can meet.
func inside(holds func(s *sentence, i int) bool) tagTest {
	return tagTest{tags: allTags, last: allLetters, holds: func(s *sentence, i int) bool {
		return i >= 0 && i < len(s.tokens) && holds(s, i)
	}}
}

// readForm gives how a word is looked up: as it stands, in the base form that it has if it is of the tag, or in that of its own tag.
func readForm(form string) (func(s *sentence, i int) string, error) {
	switch form {
	case "":
		return func(s *sentence, i int) string { return s.lower[i] }, nil
	case "*":
		return (*sentence).lemma, nil
	}
	tag, ok := text.ParseTag(form)
	if !ok {
		return nil, fmt.Errorf("unknown form %q", form)
	}
	return func(s *sentence, i int) string {
		if men, ok := strings.CutSuffix(s.lower[i], "men"); ok && tag == text.NNS {
			return men + "man"
		}
		return text.Lemma(s.lower[i], tag)
	}, nil
}

// tagSet gives the tags that the name of a tag or of a group of them means.
func tagSet(name string) (tags uint64, ok bool) {
	of := func(list ...text.Tag) (tags uint64) {
		for _, t := range list {
			tags |= 1 << t
		}
		return tags
	}
	nouns := of(text.NN, text.NNS, text.NNP, text.NNPS)
	verbs := of(text.VB, text.VBD, text.VBN, text.VBG, text.VBZ, text.VBP)
	switch name {
	case "ANY":
		return allTags, true
	case "NOUN":
		return nouns, true
	case "NAME":
		return of(text.NNP, text.NNPS), true
	case "VERB":
		return verbs, true
	case "ACTS":
		return of(text.VBD, text.VBZ, text.VBP, text.MD), true
	case "OTHER":
		return ^(nouns | verbs | of(text.JJ)), true
	case "ENDS":
		return of(text.Period, text.Comma, text.IN, text.TO, text.CC, text.Colon), true
	}
	tag, ok := text.ParseTag(name)
	return 1 << tag, ok
}
