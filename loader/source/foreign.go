package source

import (
	"encoding/json"
	"fmt"
	"regexp"
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
	case quad.MatchString(line):
		return ErrRDF
	case isJSON(text, line):
		what = "it is JSON"
	default:
		return nil
	}
	return fmt.Errorf("%w: %s", ErrBinary, what)
}

// quad is a line of N-Triples or N-Quads.
var quad = regexp.MustCompile(`^(?:<[^<>\s]+>|_:\S+) <[^<>\s]+> (?:<[^<>\s]+>|_:\S+|".*).* \.$`)

// isJSON reports whether the text is an object or a list, or whether its first line is one, as in JSON Lines.
func isJSON(text, line string) bool {
	if line == "" || line[0] != '{' && line[0] != '[' {
		return false
	}
	return json.Valid([]byte(line)) || json.Valid([]byte(text))
}
