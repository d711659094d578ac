package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// withoutMarkup gives a text of the same length in which the tags and entities of HTML that were left in it are blank, and the numbers
// of footnotes, so that the rest is read as if they were not there and stays in its place.
func withoutMarkup(text string) string {
	if !strings.ContainsAny(text, "<&[") {
		return text
	}
	var blank []byte // a copy of text, made when the first tag is found
	for i := 0; i < len(text); i++ {
		n, with := 0, ""
		switch text[i] {
		case '<':
			n, with = tag(text[i:])
		case '&':
			n, with = entity(text[i:])
		case '[':
			n = footnote(text, i)
		}
		if n == 0 {
			continue
		}
		if blank == nil {
			blank = []byte(text)
		}
		for k := copy(blank[i:], with); k < n; k++ {
			blank[i+k] = ' '
		}
		i += n - 1
	}
	if blank == nil {
		return text
	}
	return string(blank)
}

// footnote gives the length of the mark of a footnote that stands at i, right behind what it is about, or 0: "[12]", "[a]", "[note 2]".
func footnote(text string, i int) int {
	if i == 0 || text[i-1] == ' ' || text[i-1] == '\n' || text[i-1] == '\t' {
		return 0
	}
	end := strings.IndexByte(text[i:min(len(text), i+len("[citation needed]"))], ']')
	if end < 2 {
		return 0
	}
	switch mark := text[i+1 : i+end]; {
	case mark == "citation needed", mark == "who?", mark == "when?", mark == "clarification needed":
	case len(mark) == 1 && mark[0] >= 'a' && mark[0] <= 'z':
	case strings.Trim(strings.TrimPrefix(strings.TrimPrefix(mark, "note "), "nb "), "0123456789") == "" && end < 10:
	default:
		return 0
	}
	return end + 1
}

// longestTag is how many bytes a tag may have; behind a "<" that begins a longer one stands what the author wrote.
const longestTag = 1000

// tag gives the length of the tag that text begins with, 0 if it begins with none, and what stands for it.
func tag(text string) (n int, with string) {
	if strings.HasPrefix(text, "<!--") {
		if end := strings.Index(text[:min(len(text), longestTag)], "-->"); end > 0 {
			return end + len("-->"), ""
		}
	}
	name := strings.TrimPrefix(text[1:min(len(text), longestTag)], "/")
	end := 0
	for end < len(name) && (name[end]|0x20 >= 'a' && name[end]|0x20 <= 'z' || name[end] >= '1' && name[end] <= '6') {
		end++
	}
	n = strings.IndexAny(text[1:min(len(text), longestTag)], "<>") + 1
	if n == 0 || text[n] != '>' || end == 0 || end > len("blockquote") {
		return 0, ""
	}
	switch strings.ToLower(name[:end]) {
	case "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u":
		return n + 1, ""
	case "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
		"header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul":
		return n + 1, "\n\n"
	}
	return 0, ""
}

// entity gives the length of the entity that text begins with, 0 if it begins with none that is known, and what stands
// for it.
func entity(text string) (n int, with string) {
	end := strings.IndexByte(text[:min(len(text), len("&thinsp;"))], ';')
	if end < 0 {
		return 0, ""
	}
	switch text[1:end] {
	case "nbsp", "thinsp", "ensp", "emsp", "shy", "zwnj", "zwj", "lrm", "rlm", "#160", "#xa0", "#xA0", "#13", "#10":
		return end + 1, ""
	case "amp":
		return end + 1, "&"
	case "quot", "ldquo", "rdquo", "#34", "#8220", "#8221":
		return end + 1, "\""
	case "apos", "lsquo", "rsquo", "#39", "#8216", "#8217":
		return end + 1, "'"
	case "mdash", "ndash", "#8211", "#8212":
		return end + 1, "–"
	case "hellip", "#8230":
		return end + 1, "…"
	}
	return 0, ""
}

// visible gives a word without the characters that nobody sees: soft hyphens, zero-width spaces, marks of direction.
func visible(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			if strings.ContainsFunc(word, isInvisible) {
				return strings.Map(func(r rune) rune {
					if isInvisible(r) {
						return -1
					}
					return r
				}, word)
			}
			break
		}
	}
	return word
}

func isInvisible(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r) }
