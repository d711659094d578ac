package trig

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// Error says what is wrong with a text, and on which line.
type Error struct {
	Line int
	Err  error
}

// Error gives the line and what is wrong on it.
func (e *Error) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap gives what is wrong.
func (e *Error) Unwrap() error { return e.Err }

// ErrUnsupported says that a text has what this package does not read.
var ErrUnsupported = errors.New("blank nodes in brackets and collections are not read")

const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// ToNQuads reads TriG and writes its quads as N-Quads, in their order; doubles stay. What is no TriG is an [*Error];
// others come from r and w.
func ToNQuads(w io.Writer, r io.Reader) error {
	out := bufio.NewWriter(w)
	d := &decoder{scanner: scanner{r: bufio.NewReader(r), line: 1}, w: out, prefixes: map[string]string{}}
	err := d.document()
	switch {
	case d.failed != nil:
		err = d.failed
	case err != nil && d.broken != nil:
		err = d.broken
	case err != nil:
		err = &Error{d.line, err}
	}
	if err != nil {
		return fmt.Errorf("read TriG: %w", err)
	}
	return out.Flush()
}

// decoder turns tokens into quads.
type decoder struct {
	scanner
	w        *bufio.Writer
	failed   error // of w
	base     *url.URL
	prefixes map[string]string
	// graph is that in which triples stand; empty: none.
	graph string
}

func (d *decoder) document() error {
	for {
		t, err := d.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if err := d.block(t); err != nil {
			return unexpectedEnd(err)
		}
		if d.failed != nil {
			return d.failed
		}
	}
}

// unexpectedEnd names the end of a text where more must come.
func unexpectedEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return errors.New("the text ends in the middle")
	}
	return err
}

// block reads a directive, a graph, or triples outside of one.
func (d *decoder) block(t token) error {
	word := strings.ToLower(t.text)
	switch {
	case t.kind == tokenAt && word == "prefix", t.kind == tokenWord && word == "prefix":
		return d.prefix(t.kind == tokenAt)
	case t.kind == tokenAt && word == "base", t.kind == tokenWord && word == "base":
		return d.setBase(t.kind == tokenAt)
	case t.kind == tokenWord && word == "graph":
		t, err := d.next()
		if err != nil {
			return err
		}
		label, err := d.node(t)
		if err != nil {
			return err
		}
		if t, err = d.next(); err != nil {
			return err
		}
		if !t.is("{") {
			return fmt.Errorf("%q stands where { must", t.text)
		}
		return d.inGraph(label)
	case t.is("{"):
		return d.inGraph("")
	}
	subject, err := d.node(t)
	if err != nil {
		return err
	}
	if t, err = d.next(); err != nil {
		return err
	}
	if t.is("{") {
		return d.inGraph(subject)
	}
	end, err := d.about(subject, t)
	if err == nil && !end.is(".") {
		err = fmt.Errorf("%q stands where a dot must", end.text)
	}
	return err
}

func (d *decoder) prefix(dot bool) error {
	name, err := d.next()
	if err != nil {
		return err
	}
	short, local, _ := strings.Cut(name.text, ":")
	if name.kind != tokenName || local != "" {
		return fmt.Errorf("%q is no prefix", name.text)
	}
	iri, err := d.next()
	if err != nil {
		return err
	}
	if iri.kind != tokenIRI {
		return fmt.Errorf("%q stands where an IRI must", iri.text)
	}
	if d.prefixes[short], err = d.resolve(iri.text); err != nil {
		return err
	}
	return d.dot(dot)
}

func (d *decoder) setBase(dot bool) error {
	iri, err := d.next()
	if err != nil {
		return err
	}
	text := iri.text
	if text, err = d.resolve(text); err != nil || iri.kind != tokenIRI {
		return fmt.Errorf("%q is no base", iri.text)
	}
	if d.base, err = url.Parse(text); err != nil {
		return fmt.Errorf("%q is no base", iri.text)
	}
	return d.dot(dot)
}

func (d *decoder) dot(wanted bool) error {
	if !wanted {
		return nil
	}
	t, err := d.next()
	if err == nil && !t.is(".") {
		err = fmt.Errorf("%q stands where a dot must", t.text)
	}
	return err
}

// inGraph reads the triples up to the closing brace.
func (d *decoder) inGraph(label string) error {
	d.graph = label
	defer func() { d.graph = "" }()
	t, err := d.next()
	for err == nil && !t.is("}") {
		var subject string
		if subject, err = d.node(t); err != nil {
			return err
		}
		if t, err = d.next(); err != nil {
			return err
		}
		if t, err = d.about(subject, t); err != nil {
			return err
		}
		switch {
		case t.is("."):
			t, err = d.next()
		case !t.is("}"):
			return fmt.Errorf("%q stands where a dot or } must", t.text)
		}
	}
	return err
}

// about reads what is said of a subject, from the token of the first predicate on, and gives the token behind it.
func (d *decoder) about(subject string, t token) (token, error) {
	for {
		predicate := "<" + rdf + "type>"
		if t.kind != tokenWord || t.text != "a" {
			var err error
			if predicate, err = d.iri(t); err != nil {
				return t, err
			}
		}
		for comma := true; comma; comma = t.is(",") {
			object, err := d.object()
			if err != nil {
				return t, err
			}
			d.write(subject, predicate, object)
			if t, err = d.next(); err != nil {
				return t, err
			}
		}
		if !t.is(";") && !t.is(".") && !t.is("}") {
			return t, fmt.Errorf("%q stands where a comma, a semicolon or a dot must", t.text)
		}
		for t.is(";") { // there may be several
			var err error
			if t, err = d.next(); err != nil {
				return t, err
			}
		}
		if t.is(".") || t.is("}") {
			return t, nil
		}
	}
}

func (d *decoder) write(subject, predicate, object string) {
	line := subject + " " + predicate + " " + object
	if d.graph != "" {
		line += " " + d.graph
	}
	if _, err := d.w.WriteString(line + " .\n"); err != nil {
		d.failed = err
	}
}

// node gives an IRI or a blank node as N-Quads has it.
func (d *decoder) node(t token) (string, error) {
	if t.kind == tokenBlank {
		return t.text, nil
	}
	return d.iri(t)
}

func (d *decoder) iri(t token) (string, error) {
	var err error
	text := t.text
	switch {
	case t.kind == tokenIRI:
		text, err = d.resolve(text)
	case t.kind == tokenName:
		short, local, _ := strings.Cut(text, ":")
		long, ok := d.prefixes[short]
		if !ok {
			return "", fmt.Errorf("the prefix %q is not declared", short)
		}
		text = long + local
	case t.is("["), t.is("("):
		return "", ErrUnsupported
	default:
		return "", fmt.Errorf("%q stands where an IRI must", t.text)
	}
	if err == nil && strings.ContainsFunc(text, forbidden) {
		err = fmt.Errorf("the IRI %q has a character that none may have", text)
	}
	return "<" + text + ">", err
}

// resolve makes an IRI absolute.
func (d *decoder) resolve(text string) (string, error) {
	if strings.Contains(text, ":") || d.base == nil { // the store says what it thinks of one that is not
		return text, nil
	}
	u, err := d.base.Parse(text)
	if err != nil {
		return "", fmt.Errorf("the IRI %q is none", text)
	}
	return u.String(), nil
}

func (d *decoder) object() (string, error) {
	t, err := d.next()
	if err != nil {
		return "", err
	}
	switch {
	case t.kind == tokenNumber:
		kind := "integer"
		if strings.ContainsAny(t.text, "eE") {
			kind = "double"
		} else if strings.Contains(t.text, ".") {
			kind = "decimal"
		}
		return `"` + t.text + `"^^<http://www.w3.org/2001/XMLSchema#` + kind + ">", nil
	case t.kind == tokenWord && (t.text == "true" || t.text == "false"):
		return `"` + t.text + `"^^<http://www.w3.org/2001/XMLSchema#boolean>`, nil
	case t.kind != tokenString:
		return d.node(t)
	}
	literal := quote(t.text)
	switch mark, err := d.behindString(); {
	case err != nil:
		return "", err
	case mark == "@":
		tag, err := d.run(isTag)
		if err == nil && tag == "" {
			err = errors.New("a language is missing")
		}
		return literal + "@" + tag, err
	case mark == "^^":
		t, err := d.next()
		if err != nil {
			return "", err
		}
		kind, err := d.iri(t)
		return literal + "^^" + kind, err
	}
	return literal, nil
}

// quote writes a text as a literal of N-Quads.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r >= '\b' && r <= '\r' && r != '\v':
			b.WriteByte('\\')
			b.WriteByte("btn-fr"[r-'\b'])
		case r < 0x20 || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
