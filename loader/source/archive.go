package source

import (
	"archive/tar"
	"archive/zip"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// unpack gives what is in a compressed stream.
func (w *walk) unpack(s stream, packing string) (stream, error) {
	packed := &counted{reader: s.reader}
	var open io.Reader
	var err error
	switch packing {
	case ".gz":
		open, err = gzip.NewReader(packed)
	case ".bz2":
		open = bzip2.NewReader(packed)
	case ".zst":
		open, err = zstd.NewReader(packed, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(zstdMemory), zstd.WithDecoderLowmem(true))
	}
	if err != nil {
		if packed.n == 0 && errors.Is(err, io.EOF) {
			return s, ErrEmpty
		}
		if ended := w.ctx.Err(); ended != nil {
			return s, ended
		}
		return s, fmt.Errorf("%w: %w", ErrCompressed, err)
	}
	s.reader = &guard{reader: open, most: bombTexts * w.opts.MaxSize, packed: func() int64 { return packed.n }}
	s.file, s.size = nil, 0
	return s, nil
}

const (
	// zstdMemory is the largest window that a zstd stream may ask for.
	zstdMemory = 128 << 20
	// bombTexts and bombRatio tell a bomb: more comes out than so many of the largest texts, and so many times what went
	// in. News in JSON shrink to a tenth.
	bombTexts = 50
	bombRatio = 200
)

// counted counts what is read.
type counted struct {
	reader io.Reader
	n      int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.reader.Read(p)
	c.n += int64(n)
	return n, err
}

// guard ends a stream that decompresses to far more than articles do.
type guard struct {
	reader io.Reader
	n      int64
	most   int64
	packed func() int64
}

func (g *guard) isBomb() bool { return g.n > g.most && g.n > bombRatio*g.packed() }

func (g *guard) Read(p []byte) (int, error) {
	n, err := g.reader.Read(p)
	g.n += int64(n)
	if g.isBomb() {
		return 0, fmt.Errorf("%w: it decompresses to more than %d times its size", ErrTooLarge, bombRatio)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = inflating(err)
	}
	return n, err
}

// inflating marks the errors of decompression, whose types are not kin.
func inflating(err error) error {
	switch {
	case errors.Is(err, ErrCompressed), errors.Is(err, ErrTooLarge):
		return err
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF),
		errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrFormat), errors.Is(err, tar.ErrHeader),
		errors.Is(err, zstd.ErrMagicMismatch), errors.Is(err, zstd.ErrCRCMismatch), errors.Is(err, zstd.ErrWindowSizeExceeded),
		strings.HasPrefix(err.Error(), "flate: "), strings.HasPrefix(err.Error(), "bzip2 "):
		return fmt.Errorf("%w: %w", ErrCompressed, err)
	}
	return err
}

// archive reads the members of an archive, in their order, as those of a folder.
func (w *walk) archive(s stream, packing string) bool {
	if s.inside {
		return w.fail(s.path, &Error{
			Name: s.path, Err: fmt.Errorf("%w: an archive inside an archive", ErrArchive), Hint: "unpack the outer one",
		})
	}
	var found tally
	more := false
	if packing == ".zip" {
		more = w.zip(s, &found)
	} else {
		more = w.tar(s, &found)
	}
	if !more || found.files > 0 || found.failed > 0 {
		return more
	}
	return w.fail(s.path, noArticles(s.path, found))
}

func (w *walk) zip(s stream, found *tally) bool {
	file, size, done, err := s.readerAt()
	if err != nil {
		found.failed++
		return w.fail(s.path, err)
	}
	defer done()
	archive, err := zip.NewReader(file, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		found.failed++
		return w.fail(s.path, fmt.Errorf("%w: %w", ErrCompressed, err))
	}
	spent := int64(0) // over all members: a bomb may have thousands that share their bytes
	for _, member := range archive.File {
		if member.Mode().IsDir() {
			continue
		}
		inner, ok := w.member(s, member.Name, member.Mode(), found)
		if !ok {
			return false
		}
		if inner.path == "" {
			continue
		}
		content, err := member.Open()
		if err != nil {
			found.failed++
			if !w.fail(inner.path, fmt.Errorf("%w: %w", ErrCompressed, err)) {
				return false
			}
			continue
		}
		g := &guard{reader: content, n: spent, most: bombTexts * w.opts.MaxSize, packed: func() int64 { return size }}
		inner.reader = g
		more := w.named(inner)
		_ = content.Close()
		if spent = g.n; !more || g.isBomb() { // which has been said
			return more
		}
	}
	return true
}

func (w *walk) tar(s stream, found *tally) bool {
	archive := tar.NewReader(s.reader)
	for {
		header, err := archive.Next()
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			found.failed++
			return w.fail(s.path, inflating(err))
		case header.Typeflag == tar.TypeDir || header.Typeflag == tar.TypeXGlobalHeader:
			continue
		}
		inner, ok := w.member(s, header.Name, header.FileInfo().Mode(), found)
		if !ok {
			return false
		}
		if inner.path == "" {
			continue
		}
		inner.reader = archive
		if !w.named(inner) {
			return false
		}
	}
}

// member decides about a member of an archive as about an entry of a folder: its stream has a path where it is to be
// read. It reports whether to go on.
func (w *walk) member(s stream, name string, mode fs.FileMode, found *tally) (stream, bool) {
	clean := strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "./")
	if !fs.ValidPath(clean) {
		found.failed++
		return stream{}, w.fail(s.path, &Error{
			Name: s.path, Err: fmt.Errorf("%w: the path %q leads out of it", ErrArchive, name), Hint: "do not unpack it, either",
		})
	}
	inner := stream{path: s.path + "/" + clean, name: parseName(clean), inside: true}
	if isHidden(clean) || !inner.name.known || !mode.IsRegular() {
		found.skipped++
		if w.opts.Skip != nil {
			w.opts.Skip(inner.path)
		}
		return stream{}, true
	}
	found.files++
	return inner, true
}

// isHidden reports whether a part of the path begins with a dot, or is what macOS puts into archives.
func isHidden(name string) bool {
	for part := range strings.SplitSeq(path.Clean(name), "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	return false
}
