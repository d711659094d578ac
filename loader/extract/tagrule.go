package extract

import (
	"bufio"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"strings"

	"entente.example/graph"
	"entente.example/loader/text"
)

// tagFile is the file of the rules for tags, in the folder of rules.
const tagFile = "tags.txt"

// tagRule is a row of tags.txt: it gives a word another tag where its neighbours fit, in the manner of E. Brill,
// "Transformation-Based Error-Driven Learning and Natural Language Processing" (1995).
type tagRule struct {
	tag      text.Tag
	word     tagTest
	before   []tagStep // from the word to the left
	behind   []tagStep // from the word to the right
	examples []string  // sentences with the word in brackets
	line     int
}

// retagged tells of a token which rule gave it another tag than the one that it had.
type retagged struct {
	token int
	had   text.Tag
	by    *tagRule
}

// tagStep is what the next token to the left or right must be.
type tagStep struct {
	tagTest
	optional bool // it may be missing
	name     bool // it is a whole name, tested at the token that is nearest to the word
}

// tagRules are the rows of tags.txt: of those that fit a word, the first one holds. A word meets only those that its tag, its last
// letter and the tags beside it leave, and of those that give words only what the word itself or one beside it calls.
type tagRules struct {
	all    []*tagRule
	blocks []ruleBlock
	byWord map[string]*wordRules
	none   wordRules // what most words call
	words  sieve
}

// ruleBlock tells of 64 rules, a bit each, what can be seen of a word without asking them.
type ruleBlock struct {
	wordless     uint64 // those that give no word
	remote       uint64 // those that give one further off
	tag          [64]uint64
	before, next [64]uint64 // by the tags on both sides
	last         [letterCount]uint64
}

// ruleBits are rules, a bit each, in blocks of 64; blocks at the end in which there are none may be missing.
type ruleBits []uint64

func (b *ruleBits) add(rule int) {
	for len(*b) <= rule/64 {
		*b = append(*b, 0)
	}
	(*b)[rule/64] |= 1 << (rule % 64)
}

func (b ruleBits) block(k int) uint64 {
	if k < len(b) {
		return b[k]
	}
	return 0
}

// wordRules are the rules that give a word: as the one to retag, as the one before that, as the one behind it, or further off.
type wordRules struct{ at, before, behind, remote ruleBits }

// readTagRules reads the form that tags.txt describes.
func readTagRules(r io.Reader, name string, classes *classes) (*tagRules, error) {
	rules := &tagRules{byWord: map[string]*wordRules{}}
	scanner := bufio.NewScanner(r)
	for line := 1; scanner.Scan(); line++ {
		row := strings.TrimSpace(scanner.Text())
		if row == "" || strings.HasPrefix(row, "#") {
			continue
		}
		rule, err := readTagRule(row, classes)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		rule.line = line
		rules.add(rule)
	}
	return rules, scanner.Err()
}

func (rs *tagRules) add(rule *tagRule) {
	at := len(rs.all)
	rs.all = append(rs.all, rule)
	if at/64 == len(rs.blocks) {
		rs.blocks = append(rs.blocks, ruleBlock{})
	}
	block, bit := &rs.blocks[at/64], uint64(1)<<(at%64)
	before, behind := mayBe(rule.before), mayBe(rule.behind)
	for tag := range block.tag {
		block.tag[tag] |= bit * (rule.word.tags >> tag & 1)
		block.before[tag] |= bit * (before >> tag & 1)
		block.next[tag] |= bit * (behind >> tag & 1)
	}
	for letter := range block.last {
		block.last[letter] |= bit * uint64(rule.word.last>>letter&1)
	}
	switch {
	case rule.word.words != nil:
		rs.addWords(rule.word.words, func(r *wordRules) *ruleBits { return &r.at }, at)
	case len(rule.before) > 0 && !rule.before[0].optional && rule.before[0].words != nil:
		rs.addWords(rule.before[0].words, func(r *wordRules) *ruleBits { return &r.before }, at)
	case len(rule.behind) > 0 && !rule.behind[0].optional && rule.behind[0].words != nil:
		rs.addWords(rule.behind[0].words, func(r *wordRules) *ruleBits { return &r.behind }, at)
	default:
		if words := slices.Concat(rule.before, rule.behind); slices.ContainsFunc(words, tagStep.asksWord) {
			block.remote |= bit
			rs.addWords(words[slices.IndexFunc(words, tagStep.asksWord)].words, func(r *wordRules) *ruleBits { return &r.remote }, at)
			return
		}
		block.wordless |= bit
	}
}

// asksWord reports whether there must be one of some words.
func (step tagStep) asksWord() bool { return !step.optional && step.words != nil }

// addWords notes for each of the words that it calls the rule.
func (rs *tagRules) addWords(words []string, list func(*wordRules) *ruleBits, rule int) {
	for _, w := range words {
		of := rs.byWord[w]
		if of == nil {
			of = &wordRules{}
			rs.byWord[w] = of
			rs.words.add(w)
		}
		list(of).add(rule)
	}
}

// calledBy gives the rules that give the word at i.
func (rs *tagRules) calledBy(s *sentence, i int) *wordRules {
	if rs.words.passes(s.lower[i]) {
		if called := rs.byWord[s.lower[i]]; called != nil {
			return called
		}
	}
	return &rs.none
}

// called are the rules that give the word before, the one to retag and the one behind, and those that give any of the sentence further off.
type called struct {
	before, at, behind *wordRules
	remote             ruleBits
	words              []*wordRules // of all words
}

// window is before the first word of the sentence.
func (rs *tagRules) window(s *sentence) called {
	a := s.doc.arena
	a.called, a.remote = a.called[:0], a.remote[:0]
	for i := range s.lower {
		of := rs.calledBy(s, i)
		a.called = append(a.called, of)
		for k, block := range of.remote {
			if k == len(a.remote) {
				a.remote = append(a.remote, 0)
			}
			a.remote[k] |= block
		}
	}
	c := called{at: &rs.none, remote: a.remote, words: a.called}
	c.behind = c.next(rs, 0)
	return c
}

// move goes on to the word at i, the next one.
func (c *called) move(rs *tagRules, i int) {
	c.before, c.at, c.behind = c.at, c.behind, c.next(rs, i+1)
}

func (c *called) next(rs *tagRules, i int) *wordRules {
	if i < len(c.words) {
		return c.words[i]
	}
	return &rs.none
}

// mayBe gives the tags that the nearest token may have, a bit each.
func mayBe(steps []tagStep) uint64 {
	if len(steps) == 0 || steps[0].optional {
		return allTags
	}
	return steps[0].tags
}

// readTagRule reads a row: tests of the tokens, that of the word in brackets, "=>", the tag, and examples in quotes.
func readTagRule(row string, classes *classes) (*tagRule, error) {
	row, examples, _ := strings.Cut(row, ` "`)
	pattern, tag, ok := strings.Cut(row, "=>")
	if !ok {
		return nil, fmt.Errorf("row %q has no =>", row)
	}
	rule := &tagRule{}
	if rule.tag, ok = text.ParseTag(strings.TrimSpace(tag)); !ok {
		return nil, fmt.Errorf("unknown tag %q", strings.TrimSpace(tag))
	}
	for part := range strings.SplitSeq(examples, `"`) {
		if part = strings.TrimSpace(part); part != "" {
			rule.examples = append(rule.examples, part)
		}
	}
	var before []tagStep
	found := false
	for field := range strings.FieldsSeq(pattern) {
		inner, focus := strings.CutPrefix(field, "[")
		if focus {
			inner, focus = strings.CutSuffix(inner, "]")
		}
		step, err := readTagStep(inner, classes)
		switch {
		case err != nil:
			return nil, err
		case focus && found:
			return nil, fmt.Errorf("row %q has two words in brackets", row)
		case focus:
			rule.word, found = step.tagTest, true
		case found:
			rule.behind = append(rule.behind, step)
		default:
			before = append([]tagStep{step}, before...)
		}
	}
	if !found {
		return nil, fmt.Errorf("row %q has no word in brackets", row)
	}
	rule.before = before
	return rule, nil
}

func readTagStep(field string, classes *classes) (step tagStep, err error) {
	if inner, ok := strings.CutPrefix(field, "{"); ok {
		field, step.name = strings.TrimSuffix(inner, "}"), true
		if field == "" {
			field = "ANY"
		}
	} else if inner, ok := strings.CutSuffix(field, "?"); ok && inner != "" {
		field, step.optional = inner, true
	}
	step.tagTest, err = readTagTest(field, classes)
	return step, err
}

// fitting gives the first rule that fits the word at i, or nil.
func (rs *tagRules) fitting(s *sentence, i int, words *called) *tagRule {
	tag, before, next, last := s.tokens[i].Tag, s.tagAt(i-1), s.tagAt(i+1), lastLetter(s.lower[i])
	for k := range rs.blocks {
		b := &rs.blocks[k]
		left := b.tag[tag] & b.before[before] & b.next[next] & b.last[last]
		if left == 0 {
			continue
		}
		for left &= b.wordless | b.remote&words.remote.block(k) | words.at.at.block(k) | words.before.before.block(k) | words.behind.behind.block(k); left != 0; left &= left - 1 {
			if rule := rs.all[k*64+bits.TrailingZeros64(left)]; rule.fits(s, i) {
				return rule
			}
		}
	}
	return nil
}

// fits reports whether the neighbours of the word at i pass the tests, and then the word itself, whose tests cost most.
func (rule *tagRule) fits(s *sentence, i int) bool {
	return leads(s, i-1, rule.before, -1) && leads(s, i+1, rule.behind, 1) && rule.word.passes(s, i)
}

// leads reports whether the tokens from the one at on, in the direction, pass the tests of the steps.
func leads(s *sentence, at int, steps []tagStep, direction int) bool {
	for k := range steps {
		next := at + direction
		if steps[k].name {
			n := s.nameAt(max(at, 0))
			if direction < 0 {
				n = s.nameBefore(at + 1)
			}
			if n == nil {
				return false
			}
			if next = n.last; direction < 0 {
				next = n.first - 1
			}
		}
		switch {
		case steps[k].passes(s, at):
			at = next
		case !steps[k].optional:
			return false
		}
	}
	return true
}

// tagAt gives the tag of a token; what stands before the first and behind the last ends a sentence.
func (s *sentence) tagAt(i int) text.Tag {
	if i < 0 || i >= len(s.tokens) {
		return text.Period
	}
	return s.tokens[i].Tag
}

// misfits reads the examples of the rules and tells those whose word the rule does not retag.
func (r *Reader) misfits() []Problem {
	var problems []Problem
	for _, rule := range r.tagRules.all {
		if len(rule.examples) == 0 {
			problems = append(problems, Problem{tagFile, rule.line, "the rule has no example"})
		}
		for _, e := range rule.examples {
			if fault := r.retags(rule, e); fault != "" {
				problems = append(problems, Problem{tagFile, rule.line, fmt.Sprintf("%q: %s", e, fault)})
			}
		}
	}
	return problems
}

// retags reads an example, with the word in brackets, and tells what is wrong with it for the rule, if anything is.
func (r *Reader) retags(rule *tagRule, example string) (fault string) {
	before, rest, ok := strings.Cut(example, "[")
	word, behind, closed := strings.Cut(rest, "]")
	if !ok || !closed {
		return "no word stands in brackets"
	}
	d := r.open(graph.NewDocument("example", before+word+behind, graph.Appearance{Published: exampleDate}))
	d.traced = true
	for _, s := range d.analyse() {
		for _, t := range s.retagged {
			switch {
			case s.tokens[t.token].Start != len(before):
			case t.by == rule:
				return ""
			default:
				return fmt.Sprintf("the rule of line %d comes first", t.by.line)
			}
		}
		for i := range s.tokens {
			if s.tokens[i].Start == len(before) {
				fault = fmt.Sprintf("the rule does not fit, the tags are %s/%s %s/%s %s", s.wordAt(i-1), s.tagAt(i-1), s.words[i], s.tagAt(i), s.tagAt(i+1))
			}
		}
	}
	return fault
}

func (s *sentence) wordAt(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i]
}
