package source

import (
	"fmt"
	"strings"

	"entente.example/graph"
)

// cutFrontMatter takes the block of keys and values off the head of a Markdown text: lines "key: value" between two
// lines "---", or "key = value" between "+++". Keys that say nothing about the appearance are left out.
func cutFrontMatter(in input, text string) (graph.Appearance, string) {
	body := strings.TrimLeftFunc(text, isInvisible)
	first, rest, _ := strings.Cut(body, "\n")
	fence := strings.TrimSpace(first)
	separator := map[string]string{"---": ":", "+++": "="}[fence]
	if separator == "" {
		return graph.Appearance{}, text
	}
	var told graph.Appearance
	for {
		line, after, more := strings.Cut(rest, "\n")
		rest = after
		if end := strings.TrimSpace(line); end == fence || end == "..." {
			return told, rest
		}
		if !more { // it was a rule across the page
			return graph.Appearance{}, text
		}
		key, value, found := strings.Cut(line, separator)
		if found && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t") {
			setField(in, &told, strings.ToLower(strings.TrimSpace(key)), unquote(value))
		}
	}
}

// setField sets the field of an appearance that a key of front matter stands for. The first of several counts.
func setField(in input, told *graph.Appearance, key, value string) {
	var field *string
	switch key {
	case "title", "headline":
		field = &told.Title
	case "url", "link", "canonical", "canonical_url":
		field = &told.URL
	case "publisher", "source", "site", "outlet":
		field = &told.Publisher
	case "date", "published", "published_at", "publish_date", "pubdate":
		date, ok := parseDate(value)
		switch {
		case !ok && value != "":
			in.warn(fmt.Sprintf("the date %q in its front matter cannot be read", value))
		case told.Published == "":
			told.Published = date
		}
		return
	default:
		return
	}
	if *field == "" {
		*field = value
	}
}

// unquote gives a value of front matter without its quotes or, where it has none, without a comment.
func unquote(value string) string {
	value = strings.TrimSpace(value)
	if len(value) >= 2 && (value[0] == '"' || value[0] == '\'') {
		if end := strings.IndexByte(value[1:], value[0]); end >= 0 {
			return tidy(value[1 : 1+end])
		}
	}
	value, _, _ = strings.Cut(value, " #")
	return tidy(value)
}
