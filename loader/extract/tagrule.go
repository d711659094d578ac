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

// tagRules are the rows of tags.txt by the words and tags that they may change: of those that fit, the first one holds.
type tagRules struct {
	all    []*tagRule
	byTag  [64][]int // rules that no word is given for
	byWord map[string][]int
	words  sieve
}

// readTagRules reads the form that tags.txt describes.
func readTagRules(r io.Reader, name string, classes *classes) (*tagRules, error) {
	rules := &tagRules{byWord: map[string][]int{}}
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
	for _, w := range rule.word.words {
		if list := rs.byWord[w]; len(list) == 0 || list[len(list)-1] != at {
			rs.byWord[w] = append(list, at)
			rs.words.add(w)
		}
	}
	if rule.word.words != nil {
		return
	}
	for tag := range rs.byTag {
		if rule.word.tags&(1<<tag) != 0 {
			rs.byTag[tag] = append(rs.byTag[tag], at)
		}
	}
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
func (rs *tagRules) fitting(s *sentence, i int) *tagRule {
	byTag := rs.byTag[s.tokens[i].Tag]
	var byWord []int
	if rs.words.passes(s.lower[i]) {
		byWord = rs.byWord[s.lower[i]]
	}
	for len(byTag)+len(byWord) > 0 {
		var at int
		if len(byWord) == 0 || len(byTag) > 0 && byTag[0] < byWord[0] {
			at, byTag = byTag[0], byTag[1:]
		} else {
			at, byWord = byWord[0], byWord[1:]
		}
		if rule := rs.all[at]; rule.fits(s, i) {
			return rule
		}
	}
	return nil
}

// fits reports whether the word at i and its neighbours pass the tests: first the tags of the nearest are looked at and last
// the word itself, whose tests cost most.
func (rule *tagRule) fits(s *sentence, i int) bool {
	if len(rule.before) > 0 && !rule.before[0].mayBe(s, i-1) || len(rule.behind) > 0 && !rule.behind[0].mayBe(s, i+1) {
		return false
	}
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

// mayBe reports whether the token has one of the tags that pass the test, or need not be there.
func (step *tagStep) mayBe(s *sentence, i int) bool {
	return step.optional || step.tags&(1<<s.tagAt(i)) != 0
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
