package svg

import (
	"bytes"
	"regexp"
)

var (
	// head is what Graphviz writes before the drawing: a document type, which keeps an SVG from standing in a page and
	// points parsers to another server, and comments.
	head = regexp.MustCompile(`(?s)<!DOCTYPE.*?>\n|<!--.*?-->\n`)
	// entry is a node, an edge or the whole graph: its name as the title, and a link with the tooltip. Graphviz escapes
	// < > and " in both, so that no text can end one early.
	entry = regexp.MustCompile(`<title>[^<]*</title>\n(<g id="[^"]*"><a)((?: [a-z:]+="[^"]*")*? xlink:title="([^"]*)")`)
	// link is one that leads somewhere.
	link = regexp.MustCompile(`<a xlink:href=`)
)

// titled makes a drawing fit for browsers: they show <title>, where Graphviz has a node's name, and not the tooltip,
// which it has in an attribute. Links open beside the drawing and tell the other side nothing.
func titled(svg []byte) []byte {
	svg = head.ReplaceAll(svg, nil)
	svg = bytes.ReplaceAll(svg, []byte(fontWritten), []byte(fontShown))
	svg = entry.ReplaceAll(svg, []byte("<title>$3</title>\n$1$2"))
	return link.ReplaceAll(svg, []byte(`<a target="_blank" rel="noopener noreferrer" xlink:href=`))
}
