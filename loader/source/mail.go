package source

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"golang.org/x/net/html/charset"

	"entente.example/graph"
)

// readMail reads one message, as programs for mail keep it (.eml), or a page that a browser kept as one (.mhtml).
func readMail(in input) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		raw, err := readAll(in.reader, wrapping*in.maxSize)
		if err == nil && isBlank(string(raw)) {
			err = ErrEmpty
		}
		if err != nil {
			yield(graph.Document{}, err)
			return
		}
		yield(mailDocument(in, raw))
	}
}

// readMailbox reads the messages of a mailbox in the format mbox. One that is too long or damaged is an error of its own.
func readMailbox(in input) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		lines := newLineReader(in.reader, wrapping*in.maxSize)
		box := mailbox{in: in, yield: yield}
		for {
			raw, number, err := lines.next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				box.broken = err
				if lines.broken {
					break
				}
				continue
			}
			if !box.line(raw, number) {
				return
			}
		}
		if box.flush() && !box.any {
			in.at("")
			yield(graph.Document{}, ErrEmpty)
		}
	}
}

// mailbox gathers the lines of one message at a time.
type mailbox struct {
	in      input
	yield   func(graph.Document, error) bool
	message bytes.Buffer
	began   int
	blank   bool // the line before was empty
	broken  error
	any     bool
}

// line takes a line, and reports whether to go on.
func (b *mailbox) line(raw []byte, number int) bool {
	if bytes.HasPrefix(raw, []byte("From ")) && (b.blank || b.began == 0) {
		if !b.flush() {
			return false
		}
		b.began, b.blank = number, false
		return true
	}
	if b.began == 0 {
		b.began = number
	}
	b.blank = len(bytes.TrimRight(raw, "\r\n")) == 0
	if quoted := bytes.TrimLeft(raw, ">"); len(quoted) < len(raw) && bytes.HasPrefix(quoted, []byte("From ")) {
		raw = raw[1:]
	}
	if int64(b.message.Len()+len(raw)) > wrapping*b.in.maxSize {
		b.broken = tooLarge(wrapping * b.in.maxSize)
		return true
	}
	b.message.Write(raw)
	return true
}

// flush hands on the message that was gathered.
func (b *mailbox) flush() bool {
	defer func() { b.message.Reset(); b.broken = nil }()
	if b.broken == nil && len(bytes.TrimSpace(b.message.Bytes())) == 0 {
		return true
	}
	b.any = true
	place := fmt.Sprintf(":%d", b.began)
	b.in.at(place)
	if b.broken != nil {
		return b.yield(graph.Document{}, b.broken)
	}
	doc, err := mailDocument(b.in, b.message.Bytes())
	if err == nil {
		doc.Name = b.in.name + place
	}
	return b.yield(doc, err)
}

// mailDocument makes the article of a message: its text, else the text of its page.
func mailDocument(in input, raw []byte) (graph.Document, error) {
	message, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return graph.Document{}, fmt.Errorf("%w: not a message: %w", ErrRecord, err)
	}
	var parts mailParts
	if err := parts.read(textproto.MIMEHeader(message.Header), message.Body, 0); err != nil {
		return graph.Document{}, fmt.Errorf("%w: %w", ErrRecord, err)
	}
	address := webAddress(message.Header.Get("Snapshot-Content-Location"))
	if address == "" {
		address = webAddress(parts.location)
	}
	known := facts{Appearance: graph.Appearance{Title: mailWords(message.Header.Get("Subject")), URL: address}}
	if date, err := mail.ParseDate(message.Header.Get("Date")); err == nil {
		known.Published = graph.Valid(date.Format("2006-01-02"))
	}
	if parts.html != nil && (parts.text == nil || address != "") {
		return mailPage(in, parts, known, address)
	}
	if from, err := mail.ParseAddress(message.Header.Get("From")); err == nil {
		_, domain, _ := strings.Cut(from.Address, "@")
		known.Publisher = domain
	}
	text, note, err := decode(parts.text)
	if err != nil {
		return graph.Document{}, err
	}
	if note != "" {
		in.warn(note)
	}
	in.name, known.Title = strings.TrimSpace(in.name), tidy(known.Title)
	return composeFacts(in, ownWords(text), known)
}

// ownWords gives the text of a message without that of the one that it answers, behind ">" or a line that says so, which are another's words
// of another day. A message of such lines alone passes them on: they are its text.
func ownWords(text string) string {
	lines := strings.Split(text, "\n")
	own := make([]string, 0, len(lines))
	for i, line := range lines {
		if strings.HasPrefix(line, "-----Original Message-----") {
			break
		}
		if quoted := strings.HasPrefix(line, ">"); quoted && (i == 0 || !strings.HasPrefix(lines[i-1], ">")) {
			own = withoutIntroduction(own)
		} else if !quoted {
			own = append(own, line)
		}
	}
	if words := strings.Join(own, "\n"); strings.TrimSpace(words) != "" {
		return words
	}
	for i, line := range lines {
		lines[i] = strings.TrimLeft(line, "> ")
	}
	return strings.Join(lines, "\n")
}

// withoutIntroduction drops the last line with words where it introduces a quotation: "On Monday, Anna Roe wrote:".
func withoutIntroduction(lines []string) []string {
	last := len(lines) - 1
	for last >= 0 && strings.TrimSpace(lines[last]) == "" {
		last--
	}
	if last >= 0 && strings.HasSuffix(strings.TrimSpace(lines[last]), "wrote:") {
		return lines[:last]
	}
	return lines
}

// mailPage makes the article of a page in a message: what the page says of itself comes first, but for the date on which
// a browser kept it, which tells nothing.
func mailPage(in input, parts mailParts, known facts, address string) (graph.Document, error) {
	doc, err := pageDocument(in, parts.html, "text/html; charset=utf-8", address)
	if err != nil || address != "" || len(doc.Appearances) != 1 {
		return doc, err
	}
	a := doc.Appearances[0]
	if a.Published == "" {
		a.Published, doc.DatedBy = known.Published, "metadata"
	}
	if a.Title == "" {
		a.Title = known.Title
	}
	doc.Appearances = nil
	doc.AddAppearances(a)
	return doc, nil
}

// mailParts are the first text and the first page of a message, in UTF-8 where their encoding is told.
type mailParts struct {
	text, html []byte
	location   string
}

// maxParts is how deep the parts of a message may lie in each other.
const maxParts = 10

func (p *mailParts) read(header textproto.MIMEHeader, body io.Reader, depth int) error {
	kind, parameters, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && depth < maxParts {
		reader := multipart.NewReader(body, parameters["boundary"])
		for {
			part, err := reader.NextRawPart()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				if p.text != nil || p.html != nil {
					return nil // what there is of it
				}
				return err
			}
			if err := p.read(part.Header, part, depth+1); err != nil {
				return err
			}
		}
	}
	disposition, _, _ := strings.Cut(header.Get("Content-Disposition"), ";")
	if strings.EqualFold(strings.TrimSpace(disposition), "attachment") {
		return nil
	}
	switch {
	case kind == "text/plain" && p.text == nil:
		p.text, err = mailBody(header, parameters, body)
	case kind == "text/html" && p.html == nil:
		p.location = header.Get("Content-Location")
		p.html, err = mailBody(header, parameters, body)
	default:
		return nil
	}
	return err
}

// mailBody decodes a part.
func mailBody(header textproto.MIMEHeader, parameters map[string]string, body io.Reader) ([]byte, error) {
	switch strings.ToLower(strings.TrimSpace(header.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	raw, err := io.ReadAll(body)
	if err != nil && len(raw) == 0 {
		return nil, err
	}
	if name := parameters["charset"]; name != "" {
		if encoding, _ := charset.Lookup(name); encoding != nil {
			if text, err := encoding.NewDecoder().Bytes(raw); err == nil {
				return text, nil
			}
		}
	}
	return raw, nil
}

// mailWords decodes a header with words in other alphabets.
func mailWords(s string) string {
	decoder := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if text, err := decoder.DecodeHeader(s); err == nil {
		s = text
	}
	return tidy(s)
}

// isMail reports whether a text begins as a message does.
func isMail(head string) bool {
	seen := map[string]bool{}
	lines := bufio.NewScanner(strings.NewReader(head))
	for lines.Scan() {
		line := lines.Text()
		if line == "" {
			break
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok && line[0] != ' ' && line[0] != '\t' {
			return false
		}
		seen[strings.ToLower(name)] = true
	}
	n := 0
	for _, name := range []string{"from", "to", "subject", "message-id", "mime-version", "received", "return-path", "content-type"} {
		if seen[name] {
			n++
		}
	}
	return n >= 3
}
