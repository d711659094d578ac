package export

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// printable makes text fit to be shown on one line: white space is collapsed, invalid UTF-8 replaced, and what XML
// forbids or what turns the direction of the text around it (a way to disguise a name) is dropped.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == 0xFFFE, r == 0xFFFF,
			r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
	return strings.Join(strings.Fields(s), " ")
}

// cut shortens text to at most n characters, the last of which says that something is missing.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n-1])) + "…"
}

// wrap breaks text at blanks into lines of about width characters.
func wrap(s string, width int) []string {
	var lines []string
	line, length := "", 0
	for _, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		if length > 0 && length+1+n > width {
			lines = append(lines, line)
			line, length = "", 0
		}
		if length > 0 {
			line += " "
			length++
		}
		line += word
		length += n
	}
	return append(lines, line)
}

// safeIRI percent-encodes what the grammar of RDF does not allow in an IRI. Ids made by package graph have none of it;
// ids that came from elsewhere may.
func safeIRI(s string) string {
	const forbidden = "<>\"{}|^`\\"
	if !strings.ContainsFunc(s, func(r rune) bool {
		return r <= 0x20 || r == 0x7F || r == utf8.RuneError || strings.ContainsRune(forbidden, r)
	}) {
		return s
	}
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, string(utf8.RuneError)) {
		if r <= 0x20 || r == 0x7F || strings.ContainsRune(forbidden, r) {
			fmt.Fprintf(&b, "%%%02X", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// safeLink gives the address back if it is one of the web, else nothing: an article's "javascript:" must not become
// something to click on.
func safeLink(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return safeIRI(address)
}
