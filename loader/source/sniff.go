package source

import (
	"bytes"
	"regexp"
	"strings"
)

// sniffBytes is how much of a stream is looked at to tell what it is.
const sniffBytes = 4096

// packingOf tells compression and archives by their first bytes, or gives an empty string.
func packingOf(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return ".gz"
	case bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")):
		return ".zst"
	case bytes.HasPrefix(head, []byte("BZh")) && len(head) > 10 && bytes.Equal(head[4:10], []byte("\x31\x41\x59\x26\x53\x59")):
		return ".bz2"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")) && !bytes.Contains(head, []byte("[Content_Types].xml")) && !bytes.Contains(head, []byte("mimetypeapplication/")):
		return ".zip"
	case len(head) > 262 && bytes.Equal(head[257:262], []byte("ustar")):
		return ".tar"
	}
	return ""
}

// sniff tells the format of a stream by its first bytes. What it does not know is text, which says itself what it is
// not (see foreign).
func sniff(head []byte) format {
	name := "text"
	text := strings.TrimLeftFunc(sniffText(head), isInvisible)
	lower := strings.ToLower(text[:min(len(text), 1024)])
	line, _, _ := strings.Cut(text, "\n")
	begins := func(marks string) bool { return text != "" && strings.IndexByte(marks, text[0]) >= 0 } // for less than a pattern costs
	switch {
	case begins("<") && htmlStart.MatchString(lower):
		name = "html"
	case begins("[{") && jsonStart.MatchString(text):
		name = "json"
	case begins("<") && feedStart.MatchString(lower):
		name = "feed"
	case strings.HasPrefix(text, "%PDF-"):
		name = "pdf"
	case strings.HasPrefix(text, "WARC/"):
		name = "warc"
	case mboxStart.MatchString(text):
		name = "mbox"
	case isMail(text):
		name = "mail"
	case isHeaderRow(line, '\t'):
		name = "tsv"
	case isHeaderRow(line, ','), isHeaderRow(line, ';'):
		name = "csv"
	}
	f, _ := formatByName(name)
	return f
}

// sniffText decodes what may be cut in the middle of a character.
func sniffText(head []byte) string {
	if order, mark := utf16Order(head); order != nil {
		text, _ := decodeUTF16(head[:len(head)-(len(head)-mark)%2], order, mark)
		return text
	}
	return strings.ToValidUTF8(string(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))), "\uFFFD")
}

var (
	// htmlStart is how pages begin, behind comments and the declaration of XML.
	htmlStart = regexp.MustCompile(`^(?:<\?xml[^>]*>\s*|<!--(?s:.*?)-->\s*)*<(?:!doctype html|html|head|body)\b`)
	// feedStart is how feeds begin.
	feedStart = regexp.MustCompile(`^(?:<\?xml[^>]*>\s*|<\?[^>]*>\s*|<!--(?s:.*?)-->\s*|<!doctype[^>\[]*(?:\[(?s:.*?)\]\s*)?>\s*)*<(?:rss|feed|rdf:rdf)\b`)
	// mboxStart is the line before each message of a mailbox.
	mboxStart = regexp.MustCompile(`^From \S+.* \d{2}:\d{2}:\d{2} .*\d{4}\s`)
	// jsonStart is how JSON that holds articles begins: an object with a name, or a list of objects.
	jsonStart = regexp.MustCompile(`^(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.)*"\s*:|^\[\s*(?:\]\s*$|\[|"(?:[^"\\\n]|\\.)*"\s*[,\]]|-?\d+\s*[,\]])`)
)

// isHeaderRow reports whether a line is the head of a table of articles: it names the column of the text and another.
func isHeaderRow(line string, comma rune) bool {
	if line = strings.TrimSpace(line); !strings.ContainsRune(line, comma) || strings.HasSuffix(line, ".") {
		return false
	}
	columns := newColumns(splitRow(line, comma))
	return columns.has(fieldText) && columns.known() > 1
}

func splitRow(line string, comma rune) []string {
	cells := strings.Split(strings.TrimRight(line, "\r"), string(comma))
	for i, cell := range cells {
		cells[i] = strings.Trim(cell, `" `)
	}
	return cells
}
