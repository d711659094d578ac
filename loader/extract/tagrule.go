package extract

import (
	"bufio"
	"fmt"
	"io"
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

// tagRules are the rows of tags.txt: of those that fit a word, the first one holds. A word meets only those that give it or the
// word beside it, or else that its tag and the tag before it leave; what tag may stand behind it and how it may end is known without asking the rule.
type tagRules struct {
	all    []*tagRule
	wants  []tagWant        // what a rule wants at the least, in its place
	byTags [64][64][]uint16 // by the word's tag and the one before: the rules that give no word
	byWord map[string]*wordRules
	none   wordRules // what most words call
	words  sieve
}

// tagWant is what can be seen of a token without asking the rule.
type tagWant struct {
	behind uint64  // the tags that may stand behind the word, a bit each
	last   letters // the letters that the word may end with
}

// wordRules are the rules that give a word: as the one to retag, as the one before that, as the one behind it.
type wordRules struct{ at, before, behind []uint16 }

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
	at := uint16(len(rs.all))
	rs.all, rs.wants = append(rs.all, rule), append(rs.wants, tagWant{mayBe(rule.behind), rule.word.last})
	last := mayBe(rule.before)
	switch {
	case rule.word.words != nil:
		rs.addWords(rule.word.words, func(r *wordRules) *[]uint16 { return &r.at }, at)
	case len(rule.before) > 0 && !rule.before[0].optional && rule.before[0].words != nil:
		rs.addWords(rule.before[0].words, func(r *wordRules) *[]uint16 { return &r.before }, at)
	case len(rule.behind) > 0 && !rule.behind[0].optional && rule.behind[0].words != nil:
		rs.addWords(rule.behind[0].words, func(r *wordRules) *[]uint16 { return &r.behind }, at)
	default:
		for tag := range rs.byTags {
			for before := range rs.byTags[tag] {
				if rule.word.tags&(1<<tag) != 0 && last&(1<<before) != 0 {
					rs.byTags[tag][before] = append(rs.byTags[tag][before], at)
				}
			}
		}
	}
}

// addWords notes for each of the words that it calls the rule.
func (rs *tagRules) addWords(words []string, list func(*wordRules) *[]uint16, rule uint16) {
	for _, w := range words {
		of := rs.byWord[w]
		if of == nil {
			of = &wordRules{}
			rs.byWord[w] = of
			rs.words.add(w)
		}
		if calls := list(of); len(*calls) == 0 || (*calls)[len(*calls)-1] != rule {
			*calls = append(*calls, rule)
		}
	}
}

// calledBy gives the rules that give the word at i.
func (rs *tagRules) calledBy(s *sentence, i int) *wordRules {
	if i < len(s.lower) && rs.words.passes(s.lower[i]) {
		if called := rs.byWord[s.lower[i]]; called != nil {
			return called
		}
	}
	return &rs.none
}

// called are the rules that give the word before, the one to retag and the one behind.
type called struct{ before, at, behind *wordRules }

// window is before the first word of the sentence.
func (rs *tagRules) window(s *sentence) called {
	return called{at: &rs.none, behind: rs.calledBy(s, 0)}
}

// move goes on to the word at i, the next one.
func (c *called) move(rs *tagRules, s *sentence, i int) {
	c.before, c.at, c.behind = c.at, c.behind, rs.calledBy(s, i+1)
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
	lists := [...][]uint16{rs.byTags[s.tokens[i].Tag][s.tagAt(i-1)], words.at.at, words.before.before, words.behind.behind}
	behind, last := uint64(1)<<s.tagAt(i+1), lastLetter(s.lower[i])
	for {
		first := -1
		for k := range lists {
			if len(lists[k]) > 0 && (first < 0 || lists[k][0] < lists[first][0]) {
				first = k
			}
		}
		if first < 0 {
			return nil
		}
		at := lists[first][0]
		lists[first] = lists[first][1:]
		if want := &rs.wants[at]; want.behind&behind != 0 && want.last&last != 0 && rs.all[at].fits(s, i) {
			return rs.all[at]
		}
	}
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
