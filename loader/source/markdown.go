package source

import (
	"regexp"
	"strings"

	"entente.example/graph"
)

// readMarkdown reads an article in Markdown: front matter tells about it, marks are taken off, and the first
// heading is the title.
func readMarkdown(in input, text string) (graph.Document, error) {
	known, body := cutFrontMatter(in, text)
	body, title := stripMarkdown(body)
	if known.Title == "" {
		known.Title = tidy(title)
	}
	return composeFacts(in, body, known)
}

// stripMarkdown gives the text of a Markdown source as a reader sees it, without code and pictures, and its first heading
// where the text begins with one.
func stripMarkdown(source string) (text, title string) {
	b := blocks{labels: map[string]bool{}}
	for line := range strings.Lines(source) {
		b.line(strings.TrimRight(line, "\r\n"))
	}
	text = newInline(b.out.String(), b.labels).strip()
	if b.title != "" {
		title = newInline(b.title, b.labels).strip()
	}
	return text, title
}

var (
	heading    = regexp.MustCompile(`^ {0,3}#{1,6}(?:[ \t]+|$)`)
	underline  = regexp.MustCompile(`^ {0,3}(?:=+|-+)[ \t]*$`)
	rule       = regexp.MustCompile(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	fence      = regexp.MustCompile("^ {0,3}(```+|~~~+)")
	quoteMark  = regexp.MustCompile(`^ {0,3}>[ \t]?`)
	bullet     = regexp.MustCompile(`^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?`)
	numbering  = regexp.MustCompile(`^[ \t]*(\d{1,2})[.)][ \t]+`)
	definition = regexp.MustCompile(`^ {0,3}\[([^\]^][^\]]*)\]:[ \t]*\S`)
	footnote   = regexp.MustCompile(`^ {0,3}\[\^[^\]]+\]:[ \t]*`)
	tableRule  = regexp.MustCompile(`^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$`)
)

// blocks takes the marks of blocks off, line by line.
type blocks struct {
	out    strings.Builder
	labels map[string]bool // of link definitions
	title  string
	code   string // the fence that ends the code, where there is code
	list   bool   // the line before belongs to a list
	last   string // the line before, empty where it ended a block
	any    bool   // some line has come out
}

func (b *blocks) line(line string) {
	for quoteMark.MatchString(line) {
		line = line[len(quoteMark.FindString(line)):]
	}
	if m := fence.FindStringSubmatch(line); m != nil || b.code != "" {
		b.fenced(line, m)
		return
	}
	switch m := numbering.FindStringSubmatch(line); {
	case strings.TrimSpace(line) == "":
		b.end()
	case heading.MatchString(line):
		b.heading(strings.TrimRight(strings.TrimSpace(line[len(heading.FindString(line)):]), "# \t"))
	case b.last != "" && !b.list && underline.MatchString(line):
		if b.title == "" && strings.TrimSpace(b.out.String()) == strings.TrimSpace(b.last) {
			b.title = b.last
		}
		b.end()
	case rule.MatchString(line), tableRule.MatchString(line):
		b.end()
	case footnote.MatchString(line):
		b.end()
		b.emit(line[len(footnote.FindString(line)):])
	case definition.MatchString(line) && b.last == "":
		b.labels[label(definition.FindStringSubmatch(line)[1])] = true
	case bullet.MatchString(line):
		b.end()
		b.emit(line[len(bullet.FindString(line)):])
		b.list = true
	// A line of a paragraph may begin with a number by chance, so only the first of a list may stand in one.
	case m != nil && (b.last == "" || b.list || m[1] == "1"):
		b.end()
		b.emit(line[len(m[0]):])
		b.list = true
	default:
		b.emit(line)
	}
}

// fenced goes through code, which is no prose.
func (b *blocks) fenced(line string, m []string) {
	switch {
	case b.code == "":
		b.end()
		b.code = m[1]
	case m != nil && strings.HasPrefix(m[1], b.code) && strings.TrimSpace(line) == m[1]:
		b.code = ""
	}
}

func (b *blocks) heading(line string) {
	b.end()
	if line == "" {
		return
	}
	if !b.any {
		b.title = line
	}
	b.emit(line)
	b.end()
}

func (b *blocks) emit(line string) {
	line = strings.TrimLeft(line, " \t")
	// Two blanks at the end break the line, which the line's end does anyway.
	line = strings.TrimRight(line, " \t")
	b.out.WriteString(line)
	b.out.WriteByte('\n')
	b.last, b.any = line, true
}

// end ends a block with an empty line.
func (b *blocks) end() {
	if b.last != "" {
		b.out.WriteByte('\n')
	}
	b.last, b.list = "", false
}

// label brings the label of a link into the form in which labels are compared.
func label(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
