package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"entente.example/graph"
)

// readWARC reads the pages of an archive of the web: what servers answered, and texts that were taken out of it (WET).
// Pictures, requests and errors are passed over. https://iipc.github.io/warc-specifications/
func readWARC(in input) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		w := warcReader{in: in, reader: bufio.NewReaderSize(in.reader, 64<<10)}
		seen := false
		for {
			w.count++
			w.in.at(fmt.Sprintf(":%d", w.count))
			header, length, err := w.header()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				yield(graph.Document{}, err)
				return
			}
			block := &io.LimitedReader{R: w.reader, N: length}
			doc, found, err := w.record(header, block)
			if found {
				seen = true
				if !yield(doc, err) {
					return
				}
			}
			if _, err := io.Copy(io.Discard, block); err != nil {
				yield(graph.Document{}, inflating(err))
				return
			}
			if block.N > 0 {
				yield(graph.Document{}, fmt.Errorf("%w: the archive breaks off", ErrCompressed))
				return
			}
		}
		if !seen {
			in.at("")
			yield(graph.Document{}, fmt.Errorf("%w: an archive without pages", ErrEmpty))
		}
	}
}

type warcReader struct {
	in     input
	reader *bufio.Reader
	count  int
}

// header reads the head of the next record, and how long its block is.
func (w *warcReader) header() (textproto.MIMEHeader, int64, error) {
	for { // empty lines stand between records
		start, err := w.reader.Peek(2)
		if len(start) == 0 {
			if err == nil || errors.Is(err, io.EOF) {
				return nil, 0, io.EOF
			}
			return nil, 0, inflating(err)
		}
		if start[0] != '\r' && start[0] != '\n' {
			break
		}
		_, _ = w.reader.Discard(1)
	}
	var head bytes.Buffer
	for {
		line, err := w.reader.ReadSlice('\n')
		if err != nil {
			if errors.Is(err, io.EOF) || errors.Is(err, bufio.ErrBufferFull) {
				err = fmt.Errorf("%w: not a record of WARC", ErrRecord)
			}
			return nil, 0, inflating(err)
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			break
		}
		if head.Write(line); head.Len() > 64<<10 {
			return nil, 0, fmt.Errorf("%w: not a record of WARC", ErrRecord)
		}
	}
	version, fields, _ := bytes.Cut(head.Bytes(), []byte("\n"))
	if !bytes.HasPrefix(version, []byte("WARC/")) {
		return nil, 0, fmt.Errorf("%w: not a record of WARC", ErrRecord)
	}
	header, err := textproto.NewReader(bufio.NewReader(io.MultiReader(bytes.NewReader(fields), strings.NewReader("\r\n")))).ReadMIMEHeader()
	if err != nil {
		return nil, 0, fmt.Errorf("%w: not a record of WARC: %w", ErrRecord, err)
	}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, 0, fmt.Errorf("%w: a record of WARC without its length", ErrRecord)
	}
	return header, length, nil
}

// record gives the article of a record, where it holds one.
func (w *warcReader) record(header textproto.MIMEHeader, block io.Reader) (doc graph.Document, found bool, err error) {
	address := webAddress(strings.Trim(header.Get("WARC-Target-URI"), "<>"))
	in := w.in
	in.name = address
	switch kind, _, _ := mime.ParseMediaType(header.Get("Content-Type")); header.Get("WARC-Type") {
	case "response":
		return w.response(in, address, block)
	case "resource":
		if kind != "text/html" && kind != "application/xhtml+xml" {
			return doc, false, nil
		}
		raw, err := readAll(block, wrapping*in.maxSize)
		if err != nil {
			return doc, true, err
		}
		doc, err = addressed(in, raw, header.Get("Content-Type"), address)
		return doc, true, err
	case "conversion":
		if kind != "text/plain" {
			return doc, false, nil
		}
		raw, err := readAll(block, in.maxSize)
		if err != nil {
			return doc, true, err
		}
		text, _, err := decode(raw)
		if err != nil {
			return doc, true, err
		}
		in.name = ""
		doc, err = composeFacts(in, text, facts{Appearance: graph.Appearance{URL: address, Published: dateOfAddress(address)}})
		if err == nil && address != "" {
			doc.Name = address
		}
		return doc, true, err
	}
	return doc, false, nil
}

// response gives the page that a server answered with.
func (w *warcReader) response(in input, address string, block io.Reader) (doc graph.Document, found bool, err error) {
	answer, err := http.ReadResponse(bufio.NewReader(block), nil)
	if err != nil {
		return doc, false, nil // of another protocol, such as DNS
	}
	defer answer.Body.Close()
	kind, _, _ := mime.ParseMediaType(answer.Header.Get("Content-Type"))
	if answer.StatusCode != http.StatusOK || kind != "text/html" && kind != "application/xhtml+xml" {
		return doc, false, nil
	}
	var body io.Reader = answer.Body
	if strings.EqualFold(answer.Header.Get("Content-Encoding"), "gzip") {
		if body, err = gzip.NewReader(body); err != nil {
			return doc, true, fmt.Errorf("%w: %w", ErrCompressed, err)
		}
	}
	raw, err := readAll(body, wrapping*in.maxSize)
	if err != nil {
		return doc, true, err
	}
	doc, err = addressed(in, raw, answer.Header.Get("Content-Type"), address)
	return doc, true, err
}

// addressed makes the article of a page that goes by its address.
func addressed(in input, raw []byte, contentType, address string) (graph.Document, error) {
	in.name = ""
	doc, err := pageDocument(in, raw, contentType, address)
	if err == nil && address != "" {
		doc.Name = address
	}
	return doc, err
}
