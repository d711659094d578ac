package source

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"entente.example/graph"
)

// stream is what stands under one path: a file, standard input, or a member of an archive.
type stream struct {
	path   string
	name   fileName
	reader io.Reader
	// file is set where the bytes lie in a file that can be read in any order, as ZIP archives must be; size is how many.
	file io.ReaderAt
	size int64
	// page says where on the web the bytes were found, and as what; empty: not there.
	page Fetched
	// inside says that it is a member of an archive, which may hold no further archive.
	inside bool
}

// named reads what the user has named: where the name tells nothing, the first bytes do.
func (w *walk) named(s stream) bool {
	for _, packing := range s.name.packing {
		if packing == ".zip" || packing == ".tar" {
			return w.archive(s, packing)
		}
		next, err := w.unpack(s, packing)
		if err != nil {
			return w.fail(s.path, err)
		}
		s = next
	}
	f := s.name.format
	if !s.name.known && w.opts.Format != "" {
		chosen, ok := formatByName(w.opts.Format)
		if !ok {
			return w.fail(s.path, fmt.Errorf("format %q: %w", w.opts.Format, ErrUnknownFormat))
		}
		return w.documents(s, chosen)
	}
	if !s.name.known || f.name == "text" {
		return w.sniffed(s)
	}
	return w.documents(s, f)
}

// sniffed reads a stream whose first bytes tell what it is.
func (w *walk) sniffed(s stream) bool {
	for range 2 { // a compressed stream, and what is in it
		buffer := bufio.NewReaderSize(s.reader, sniffBytes)
		head, err := buffer.Peek(sniffBytes)
		if len(head) == 0 && err != nil && err != io.EOF {
			return w.fail(s.path, inflating(err))
		}
		s.reader = buffer
		packing := packingOf(head)
		if packing == "" {
			return w.documents(s, sniff(head))
		}
		if isArchive(packing) {
			return w.archive(s, packing)
		}
		if s, err = w.unpack(s, packing); err != nil {
			return w.fail(s.path, err)
		}
	}
	return w.fail(s.path, fmt.Errorf("%w: it is compressed more than once", ErrCompressed))
}

// documents reads one stream and hands its documents on.
func (w *walk) documents(s stream, f format) bool {
	place := ""
	warn := func(text string) {
		if w.opts.Warn != nil {
			w.opts.Warn(s.path+place, text)
		}
	}
	in := input{
		name: s.name.base, ending: s.name.ending, reader: s.reader, maxSize: w.opts.MaxSize, warn: warn,
		at: func(at string) { place = at }, publishers: w.opts.Publishers, page: s.page,
	}
	for doc, err := range f.read(in) {
		if err == nil && int64(len(doc.Text)) > w.opts.MaxSize {
			err = tooLarge(w.opts.MaxSize)
		}
		if err != nil {
			if !w.fail(s.path+place, err) {
				return false
			}
			continue
		}
		w.checkDates(doc, warn)
		if w.opts.Found != nil {
			w.opts.Found(s.path + place)
		}
		if !w.yield(doc, nil) {
			return false
		}
	}
	return true
}

// checkDates warns about dates that lie in the future.
func (w *walk) checkDates(doc graph.Document, warn func(string)) {
	for _, a := range doc.Appearances {
		if day, _, ok := a.Published.Bounds(); ok && w.opts.Today != "" && day > string(w.opts.Today) {
			warn(fmt.Sprintf("its date %s is in the future", a.Published))
		}
	}
}

// readerAt gives the stream's bytes in any order: where they come but once, out of a temporary file, which done takes
// away.
func (s stream) readerAt() (file io.ReaderAt, size int64, done func(), err error) {
	if s.file != nil {
		return s.file, s.size, func() {}, nil
	}
	kept, err := os.CreateTemp("", "entente-*.zip")
	if err != nil {
		return nil, 0, nil, err
	}
	done = func() {
		_ = kept.Close()
		_ = os.Remove(kept.Name())
	}
	if size, err = io.Copy(kept, io.LimitReader(s.reader, maxPiped+1)); err == nil && size > maxPiped {
		err = &Error{
			Name: s.path, Err: fmt.Errorf("%w: a ZIP archive of more than %d MB cannot come through a pipe", ErrTooLarge, maxPiped>>20),
			Hint: "name the file",
		}
	}
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return kept, size, done, nil
}

// maxPiped is the size of the largest ZIP archive that is read from a pipe.
const maxPiped = 2 << 30
