package source

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"golang.org/x/net/html/charset"

	"entente.example/graph"
)

// readFeed reads the items of a feed: RSS, RDF or Atom, kept as a file.
func readFeed(in input) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		f := feedReader{in: in, yield: yield, budget: &ration{reader: in.reader, most: wrapping * in.maxSize}}
		f.decoder = xml.NewDecoder(f.budget)
		f.decoder.Strict, f.decoder.Entity = false, xml.HTMLEntity
		f.decoder.CharsetReader = charset.NewReaderLabel
		if err := f.read(); err != nil && !errors.Is(err, errStopped) {
			in.at("")
			yield(graph.Document{}, err)
		}
	}
}

// feedReader goes through a feed. Entities that a feed defines for itself are not expanded.
type feedReader struct {
	in      input
	decoder *xml.Decoder
	budget  *ration
	yield   func(graph.Document, error) bool
	// title is the feed's own, which names the outlet where no address does.
	title string
	count int
}

func (f *feedReader) read() error {
	for depth := 0; ; {
		token, err := f.decoder.Token()
		if errors.Is(err, io.EOF) {
			if f.count == 0 {
				return fmt.Errorf("%w: a feed without items", ErrEmpty)
			}
			return nil
		}
		if err != nil {
			return xmlError(err)
		}
		switch element := token.(type) {
		case xml.StartElement:
			depth++
			switch {
			case element.Name.Local == "item" || element.Name.Local == "entry":
				if err := f.item(); err != nil {
					return err
				}
				depth--
				f.budget.used = 0
			case element.Name.Local == "title" && f.title == "" && f.count == 0:
				text, err := f.text(element)
				if err != nil {
					return err
				}
				f.title = plainTitle(text)
				depth--
			}
		case xml.EndElement:
			depth--
		}
	}
}

func xmlError(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("%w: not XML: line %d: %s", ErrRecord, syntax.Line, syntax.Msg)
	}
	return err
}

// media is the namespace of pictures and films, whose titles and descriptions are not the item's.
const media = "http://search.yahoo.com/mrss/"

// item reads an item, whose start has been read, and hands its article on.
func (f *feedReader) item() error {
	f.count++
	place := fmt.Sprintf(":%d", f.count)
	fields := map[string]any{}
	for {
		token, err := f.decoder.Token()
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = fmt.Errorf("%w: the feed breaks off", ErrRecord)
			}
			return xmlError(err)
		}
		switch element := token.(type) {
		case xml.StartElement:
			if err := f.field(fields, element); err != nil {
				return err
			}
		case xml.EndElement:
			f.in.at(place)
			doc, err := f.document(fields, place)
			if !f.yield(doc, err) {
				return errStopped
			}
			return nil
		}
	}
}

// field reads one element of an item. The first of a name counts.
func (f *feedReader) field(fields map[string]any, element xml.StartElement) error {
	text, err := f.text(element)
	if err != nil {
		return err
	}
	name := strings.ToLower(element.Name.Local)
	if name == "link" {
		kind := ""
		for _, a := range element.Attr {
			switch a.Name.Local {
			case "href":
				text = a.Value
			case "rel":
				kind = a.Value
			}
		}
		if kind != "" && kind != "alternate" {
			return nil
		}
	}
	if element.Name.Space == media || strings.TrimSpace(text) == "" || fields[name] != nil {
		return nil
	}
	fields[name] = text
	return nil
}

// text gives the text inside an element, that of elements in it marked as HTML.
func (f *feedReader) text(start xml.StartElement) (string, error) {
	var inner struct {
		Text string `xml:",chardata"`
		XML  string `xml:",innerxml"`
	}
	if err := f.decoder.DecodeElement(&inner, &start); err != nil {
		if errors.Is(err, io.EOF) {
			err = fmt.Errorf("%w: the feed breaks off", ErrRecord)
		}
		return "", xmlError(err)
	}
	if strings.TrimSpace(inner.Text) == "" && strings.Contains(inner.XML, "<") {
		return inner.XML, nil
	}
	return inner.Text, nil
}

func (f *feedReader) document(fields map[string]any, place string) (graph.Document, error) {
	r := record{}
	take := func(field string, names ...string) {
		for _, name := range names {
			if text, ok := fields[name].(string); ok {
				r[field] = strings.TrimSpace(text)
				return
			}
		}
	}
	take("text", "encoded", "content", "description", "summary")
	take("title", "title")
	take("url", "link", "origlink", "guid", "id")
	take("published", "pubdate", "published", "date", "issued", "created", "updated")
	take("language", "language")
	if text, ok := r["text"].(string); ok && strings.ContainsAny(text, "<&") {
		r["text"] = plainOf(text)
	}
	if address, _ := r["url"].(string); webAddress(address) == "" {
		r["publisher"] = f.title
	}
	return r.document(f.in, place)
}
