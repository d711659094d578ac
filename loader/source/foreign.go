package source

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// foreign reports text that was written for programs: read as an article, its marks would be words and its records
// would count as one more voice for what they quote. Only signs at the very start count, for an article may show marks.
func foreign(text string) error {
	text = strings.TrimLeftFunc(text, isInvisible)
	line, _, _ := strings.Cut(text[:min(len(text), 100_000)], "\n")
	line = strings.TrimSpace(line)
	lower := strings.ToLower(line)
	what := ""
	switch {
	case strings.HasPrefix(line, "%PDF-"):
		what = "it is a PDF"
	case strings.HasPrefix(line, `{\rtf`):
		what = "it is RTF"
	case strings.HasPrefix(lower, "<!doctype html"), strings.HasPrefix(lower, "<html"):
		what = "it is HTML"
	case strings.HasPrefix(line, "<?xml"):
		what = "it is XML"
	case quad.MatchString(line), turtle.MatchString(text):
		return ErrRDF
	case picture.MatchString(text):
		what = "it is a picture for Graphviz or Mermaid"
	case isOwn(text):
		return ErrOwn
	case isJSON(text, line):
		what = "it is JSON"
	default:
		return nil
	}
	return fmt.Errorf("%w: %s", ErrBinary, what)
}

// quad is a line of N-Triples or N-Quads.
var quad = regexp.MustCompile(`^(?:<[^<>\s]+>|_:\S+) <[^<>\s]+> (?:<[^<>\s]+>|_:\S+|".*).* \.$`)

// turtle is how Turtle and TriG begin, behind comments.
var turtle = regexp.MustCompile(`^(?:\s+|#[^\n]*\n)*(?:@(?:prefix|base)\s[^\n]*<[^>\s]*>|(?i:prefix\s+[\w-]*:\s*<|base\s+<|graph\s+(?:<[^>\s]+>|\S+:\S+)\s*\{)|<[^>\s]+>\s*\{)`)

// picture is how DOT and Mermaid begin, the latter perhaps behind a title.
var picture = regexp.MustCompile(`^(?:(?:strict\s+)?(?:di)?graph(?:\s+(?:\w+|"[^"\n]*"))?\s*\{|(?:---\n(?:[^\n]*\n){1,5}?---\n)?\s*(?:flowchart|graph)\s+(?:LR|RL|TB|TD|BT)\b)`)

// own are the signs of what entente writes for people, near the beginning: the header of a table, the heading of a list
// of sentences. Each is looked for only where its cue stands, which few articles have, for that took as long as to read some.
var own = []struct {
	cue  string
	sign *regexp.Regexp
}{
	{"| | from | tie | to | polarity |", regexp.MustCompile(`(?m)^\| \| from \| tie \| to \| polarity \|`)},
	{"sentence |", regexp.MustCompile(`\A\|(?: [a-z]+ \|)+ sentence \|\s*\n\| ---`)},
	{" source", regexp.MustCompile(`(?m)^(?:### )?(?:Said|Denied) by \d+ sources?: `)},
	{"  ", regexp.MustCompile(`(?m)^(?:[a-z]+\.?  +){3,}(?:sentence|first|last)\s*$`)},
}

// isOwn reports whether a text is an answer or a report that entente wrote.
func isOwn(text string) bool {
	text = text[:min(len(text), 4096)]
	lines := strings.SplitAfterN(text, "\n", 11)
	head := strings.Join(lines[:min(len(lines), 10)], "")
	if newColumns(splitRow(strings.TrimSpace(lines[0]), ',')).isOwnTable() {
		return true
	}
	for _, o := range own {
		if strings.Contains(head, o.cue) && o.sign.MatchString(head) {
			return true
		}
	}
	return false
}

// ownPage is the sign of a page that entente wrote.
const ownPage = `<meta name="generator" content="entente">`

// isOwnTable reports whether the columns are those of a table that entente wrote: a sentence, and what it says.
func (c columns) isOwnTable() bool {
	says := func(name string) bool { return slices.Contains(c, name) }
	return says("sentence") && slices.ContainsFunc([]string{"polarity", "patron", "supporter", "extname", "denials"}, says)
}

// isOwn reports whether a record is a statement or a row of an answer that entente wrote.
func (r record) isOwn() bool {
	_, statement := r["predicate"]
	_, evidence := r["evidence"]
	_, polarity := r["polarity"]
	return polarity && (statement || evidence)
}

// isJSON reports whether the text is an object or a list, or whether its first line is one, as in JSON Lines.
func isJSON(text, line string) bool {
	if line == "" || line[0] != '{' && line[0] != '[' {
		return false
	}
	return json.Valid([]byte(line)) || json.Valid([]byte(text))
}
