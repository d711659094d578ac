package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// What can be wrong with an input, besides the errors of the file system (fs.ErrNotExist, fs.ErrPermission).
var (
	// ErrEmpty says that an input has no text, or none beside its header.
	ErrEmpty = errors.New("no text")
	// ErrBinary says that an input is something else than an article: a picture, an Office document, RDF.
	ErrBinary = errors.New("not a text")
	// ErrRDF says that an input, which is no text either, is one of quads, perhaps a dump of a store.
	ErrRDF = fmt.Errorf("%w: it is RDF, perhaps a dump of a store", ErrBinary)
	// ErrOwn says that an input is no article, but an answer, a report or a table that entente wrote: read as one, it would
	// count as another voice for what it quotes.
	ErrOwn = errors.New("no article: entente wrote it, of what articles say")
	// ErrEncoding says that the bytes of an input are of no known encoding; the first wrong one is named.
	ErrEncoding = errors.New("unknown encoding")
	// ErrTooLarge says that a text is larger than Options.MaxSize.
	ErrTooLarge = errors.New("too large")
	// ErrNoArticles says that a folder or an archive holds no file of a known format.
	ErrNoArticles = errors.New("no articles in it")
	// ErrArchive says that an archive, or a member of it, is not read for what it is.
	ErrArchive = errors.New("archive not read")
	// ErrRecord says that a record in a file (a line of JSON, a row of a table) cannot be read as an article.
	ErrRecord = errors.New("no article")
	// ErrCompressed says that an input cannot be decompressed.
	ErrCompressed = errors.New("damaged compression")
)

// Error tells which input could not be read, why, and what to do about it.
type Error struct {
	// Name is the path as it was given or found, or "-" for standard input.
	Name string
	Err  error
	// Hint is advice for the user, or empty.
	Hint string
}

// Error gives the input's name and what is wrong with it.
func (e *Error) Error() string { return fmt.Sprintf("read %q: %v", e.Name, e.Err) }

// Unwrap gives what is wrong.
func (e *Error) Unwrap() error { return e.Err }

// newError wraps what went wrong with an input, with the advice that fits.
func newError(name string, err error) *Error {
	var known *Error
	if errors.As(err, &known) {
		if known.Name == "" { // a reader knows the advice, and not the path
			return &Error{Name: name, Err: known.Err, Hint: known.Hint}
		}
		return known
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err // it would name the path again
	}
	return &Error{Name: name, Err: err, Hint: hint(err)}
}

func hint(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "check the path"
	case errors.Is(err, fs.ErrPermission):
		return "ask its owner for the right to read it"
	case errors.Is(err, ErrEmpty):
		return "leave it out, or look at how it was made"
	case errors.Is(err, ErrEncoding):
		return "save it as UTF-8"
	case errors.Is(err, ErrOwn):
		return "load the articles themselves; entente import merges another store's graph"
	case errors.Is(err, ErrRDF):
		return "entente restore makes a store of a dump; entente import merges another store's graph"
	case errors.Is(err, ErrBinary):
		return "save it as plain text in UTF-8"
	case errors.Is(err, ErrTooLarge):
		return "split it into its articles"
	case errors.Is(err, ErrCompressed):
		return "make the file again, or fetch it again"
	}
	return ""
}

// notText tells what a file that is no text seems to be.
func notText(raw []byte) error {
	kinds := []struct{ magic, name string }{
		{"%PDF-", "it is a PDF"},
		{"PK\x03\x04", "it is a ZIP archive or an Office document"},
		{"\xd0\xcf\x11\xe0", "it is an old Office document"},
		{"\x1f\x8b", "it is compressed with gzip, and its name does not end in .gz"},
		{"\x89PNG", "it is a picture"},
		{"\xff\xd8\xff", "it is a picture"},
		{"GIF8", "it is a picture"},
	}
	for _, kind := range kinds {
		if bytes.HasPrefix(raw, []byte(kind.magic)) {
			return fmt.Errorf("%w: %s", ErrBinary, kind.name)
		}
	}
	return ErrBinary
}

// readAll reads a whole text, and at most one byte more than it may have.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, inflating(err)
	case int64(len(raw)) > limit:
		return nil, tooLarge(limit)
	}
	return raw, nil
}

func tooLarge(limit int64) error {
	return fmt.Errorf("%w: more than %d bytes", ErrTooLarge, limit)
}

// impatient ends reads when the context ends, also those that wait for a terminal or a pipe. A read that was given up
// goes on in the background until the other side answers; its bytes are lost.
type impatient struct {
	ctx    context.Context
	reader io.Reader
}

func (r impatient) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	done := make(chan result, 1)
	buffer := make([]byte, len(p))
	go func() {
		n, err := r.reader.Read(buffer)
		done <- result{n, err}
	}()
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case got := <-done:
		return copy(p, buffer[:got.n]), got.err
	}
}
