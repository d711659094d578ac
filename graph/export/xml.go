package export

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"unicode/utf8"
)

// xmlWriter writes elements. Names of elements and attributes are the caller's; values are escaped.
type xmlWriter struct {
	b     bytes.Buffer
	depth int
}

func newXMLWriter() *xmlWriter {
	var x xmlWriter
	x.b.WriteString(xml.Header)
	return &x
}

// open begins an element with pairs of attributes and values; attributes without a value are left out.
func (x *xmlWriter) open(name string, pairs ...string) { x.tag(name, ">", pairs); x.depth++ }

// empty writes an element without content.
func (x *xmlWriter) empty(name string, pairs ...string) { x.tag(name, "/>", pairs) }

func (x *xmlWriter) tag(name, end string, pairs []string) {
	x.b.WriteString(strings.Repeat(" ", x.depth) + "<" + name)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			fmt.Fprintf(&x.b, ` %s="%s"`, pairs[i], xmlText(pairs[i+1]))
		}
	}
	x.b.WriteString(end + "\n")
}

// text writes an element that holds only text.
func (x *xmlWriter) text(name, content string, pairs ...string) {
	x.tag(name, ">", pairs)
	x.b.Truncate(x.b.Len() - 1)
	fmt.Fprintf(&x.b, "%s</%s>\n", xmlText(content), name)
}

func (x *xmlWriter) close(name string) {
	x.depth--
	x.b.WriteString(strings.Repeat(" ", x.depth) + "</" + name + ">\n")
}

// xmlText escapes a text, and drops what XML has no way to write.
func xmlText(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, string(utf8.RuneError)) {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\n', r == '\t', r == '\r':
			fmt.Fprintf(&b, "&#%d;", r)
		case r < 0x20, r == 0xFFFE, r == 0xFFFF:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
