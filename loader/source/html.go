package source

import (
	"bytes"
	"fmt"
	"iter"
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"entente.example/graph"
)

// pageElements is from how many elements a page is too large to find its text.
const pageElements = 100_000

// readPage reads a page of the web: its main text, without what stands around it, and what it tells of itself.
func readPage(in input) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		raw, err := readAll(in.reader, wrapping*in.maxSize)
		if err == nil && isBlank(string(raw)) {
			err = ErrEmpty
		}
		if err != nil {
			yield(graph.Document{}, err)
			return
		}
		yield(pageDocument(in, raw, in.page.ContentType, in.page.Address))
	}
}

// pageDocument makes the article of a page, which was found at the address; contentType is what the server said of it.
func pageDocument(in input, raw []byte, contentType, address string) (graph.Document, error) {
	text, err := pageText(in, raw, contentType)
	if err != nil {
		return graph.Document{}, err
	}
	if strings.Contains(text[:min(len(text), 4096)], ownPage) {
		return graph.Document{}, ErrOwn
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return graph.Document{}, fmt.Errorf("%w: %w", ErrRecord, err)
	}
	told := readMeta(root)
	if told.URL == "" {
		told.URL = webAddress(address)
	}
	if told.Published == "" {
		told.Published = dateOfAddress(told.URL)
	}
	main, err := mainText(root, told.URL)
	if err != nil {
		return graph.Document{}, err
	}
	return composeFacts(in, main, told)
}

// pageText decodes a page: by its byte order mark, by what the server or the page says, else as any text.
func pageText(in input, raw []byte, contentType string) (string, error) {
	if order, _ := utf16Order(raw); order == nil && !utf8.Valid(raw) {
		if bytes.IndexByte(raw, 0) >= 0 {
			return "", notText(raw)
		}
		if encoding, _, told := charset.DetermineEncoding(raw, contentType); told || declares(raw) {
			if text, err := encoding.NewDecoder().Bytes(raw); err == nil {
				return string(text), nil
			}
		}
	}
	text, note, err := decode(raw)
	if note != "" {
		in.warn(note)
	}
	return text, err
}

// declares reports whether the page names its encoding.
func declares(raw []byte) bool {
	return bytes.Contains(bytes.ToLower(raw[:min(len(raw), 1024)]), []byte("charset"))
}

// mainText gives the main text of a page; where none stands out, all of its text but scripts, menus and forms.
func mainText(root *html.Node, address string) (text string, err error) {
	defer func() { // a page is hostile, and the library that reads it is not ours
		if p := recover(); p != nil {
			text, err = "", fmt.Errorf("%w: its text cannot be found: %v", ErrRecord, p)
		}
	}()
	page, _ := url.Parse(address)
	parser := readability.NewParser()
	parser.MaxElemsToParse = pageElements
	parser.DisableJSONLD = true
	article, err := parser.ParseDocument(root, page)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrRecord, err)
	}
	if article.Node != nil {
		text = textOfNode(article.Node)
	}
	if isBlank(text) {
		text = textOfNode(root)
	}
	if isBlank(text) {
		return "", fmt.Errorf("%w: a page without text (it may need scripts to show it)", ErrEmpty)
	}
	return text, nil
}

// textOfNode gives the text below a node, with an empty line between blocks.
func textOfNode(root *html.Node) string {
	w := textWriter{}
	w.walk(root, 0)
	return strings.TrimSpace(w.b.String())
}

// textWriter writes text as a reader of the page sees it.
type textWriter struct {
	b     strings.Builder
	blank bool // a blank is due before the next word
	lines int  // so many line breaks are due
}

// maxDepth is how deep elements are followed.
const maxDepth = 1000

func (w *textWriter) walk(n *html.Node, depth int) {
	if depth > maxDepth {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if isSilent(n) {
			return
		}
		if n.DataAtom == atom.Br {
			w.lines = max(w.lines, 1)
			return
		}
	}
	block := n.Type == html.ElementNode && isBlock(n.DataAtom)
	if block {
		w.lines = 2
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.walk(child, depth+1)
	}
	switch {
	case block:
		w.lines = 2
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		w.blank = true
	}
}

func (w *textWriter) text(s string) {
	for len(s) > 0 {
		i := strings.IndexFunc(s, isSpace)
		word := s
		if i >= 0 {
			word = s[:i]
		}
		if word != "" {
			switch {
			case w.b.Len() == 0:
			case w.lines > 0:
				w.b.WriteString("\n\n"[:min(w.lines, 2)])
			case w.blank:
				w.b.WriteByte(' ')
			}
			w.b.WriteString(word)
			w.blank, w.lines = false, 0
		}
		if i < 0 {
			return
		}
		w.blank = true
		_, size := utf8.DecodeRuneInString(s[i:])
		s = s[i+size:]
	}
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' || r == '\u00a0'
}

// isSilent reports whether an element holds no text of the article.
func isSilent(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Nav, atom.Form, atom.Button, atom.Select,
		atom.Iframe, atom.Svg, atom.Math, atom.Object, atom.Figure, atom.Footer, atom.Textarea, atom.Video, atom.Audio, atom.Canvas:
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true" {
			return true
		}
	}
	return false
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Article, atom.Section, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol,
		atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Tr, atom.Blockquote, atom.Pre, atom.Header, atom.Aside, atom.Main,
		atom.Hr, atom.Figcaption, atom.Body, atom.Address, atom.Details, atom.Summary, atom.Center, atom.Title:
		return true
	}
	return false
}

// hasMarkup reports whether the text of a record is HTML.
func hasMarkup(text string) bool { return markup.MatchString(text) }

// plainOf gives the text of a fragment of HTML.
func plainOf(fragment string) string {
	context := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(fragment), context)
	if err != nil {
		return fragment
	}
	for _, n := range nodes {
		context.AppendChild(n)
	}
	return textOfNode(context)
}

// plainTitle gives a title without marks and entities, which feeds and records keep.
func plainTitle(title string) string {
	if strings.ContainsAny(title, "<&") {
		title = plainOf(title)
	}
	return tidy(title)
}
