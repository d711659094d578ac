package source

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"entente.example/graph"
)

// cutFrontMatter takes the block of keys and values off the head of a Markdown text: lines "key: value" between two
// lines "---", or "key = value" between "+++". Keys that say nothing about the article are left out.
func cutFrontMatter(in input, text string) (facts, string) {
	body := strings.TrimLeftFunc(text, isInvisible)
	first, rest, _ := strings.Cut(body, "\n")
	fence := strings.TrimSpace(first)
	separator := map[string]string{"---": ":", "+++": "="}[fence]
	if separator == "" {
		return facts{}, text
	}
	var told facts
	for {
		line, after, more := strings.Cut(rest, "\n")
		rest = after
		if end := strings.TrimSpace(line); end == fence || end == "..." {
			return told, rest
		}
		if !more { // it was a rule across the page
			return facts{}, text
		}
		key, value, found := strings.Cut(line, separator)
		if found && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t") {
			told.set(in, strings.ToLower(strings.TrimSpace(key)), unquote(value))
		}
	}
}

// set sets the field that a key of front matter stands for. The first of several counts.
func (told *facts) set(in input, key, value string) {
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
	case "status":
		status, ok := parseStatus(value)
		switch {
		case !ok:
			in.warn(fmt.Sprintf("the status %q in its front matter is neither %s nor %s", value, graph.Corrected, graph.Retracted))
		case told.status == "":
			told.status = status
		}
		return
	case "language", "lang":
		told.language = languageTag(value)
		return
	case "archive", "archive_url":
		if value != "" && !isWebAddress(value) {
			in.warn(fmt.Sprintf("the archive %q in its front matter is no address of the web (https://...)", value))
			return
		}
		field = &told.archive
	default:
		return
	}
	if *field == "" {
		*field = value
	}
}

// parseStatus reads what became of an article. That it is published, or a draft, is what many programs that write front
// matter say of every page, and tells nothing here.
func parseStatus(value string) (graph.ArticleStatus, bool) {
	switch status := graph.ArticleStatus(strings.ToLower(value)); status {
	case graph.Corrected, graph.Retracted:
		return status, true
	case "", "published", "publish", "draft":
		return "", true
	}
	return "", false
}

func isWebAddress(value string) bool {
	address, err := url.Parse(value)
	return err == nil && (address.Scheme == "http" || address.Scheme == "https") && address.Host != ""
}

// unquote gives a value of front matter without its quotes or, where it has none, without a comment. A value of which
// quotes hold only the beginning has none: "Proxy" war.
func unquote(value string) string {
	value = strings.TrimSpace(value)
	if text, rest, ok := cutQuoted(value); ok && (strings.TrimSpace(rest) == "" || strings.HasPrefix(rest, " #")) {
		return tidy(text)
	}
	value, _, _ = strings.Cut(value, " #")
	return tidy(value)
}

// cutQuoted cuts off what stands in quotes at the head of a value, as YAML has them: in double ones a backslash escapes,
// in single ones a quote is written twice.
func cutQuoted(value string) (text, rest string, ok bool) {
	switch {
	case strings.HasPrefix(value, `"`):
		if quoted, err := strconv.QuotedPrefix(value); err == nil {
			text, err = strconv.Unquote(quoted)
			return text, value[len(quoted):], err == nil
		}
		return strings.Cut(value[1:], `"`) // its backslashes escape nothing
	case strings.HasPrefix(value, "'"):
		const twice = "\x00"
		text, rest, ok = strings.Cut(strings.ReplaceAll(value[1:], "''", twice), "'")
		return strings.ReplaceAll(text, twice, "'"), rest, ok
	}
	return "", value, false
}
