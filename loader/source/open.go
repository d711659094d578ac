package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"mime"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"entente.example/graph"
)

// DefaultMaxSize is the largest text that is read unless the options say otherwise, in bytes. A book has one or two
// million; taking a text apart takes up to some hundred times its size in memory.
const DefaultMaxSize = 2 << 20

// Options say how inputs are read. The zero value reads files.
type Options struct {
	// Stdin is what the path "-" stands for; nil: there is none.
	Stdin io.Reader
	// Format is the name of the format, or an ending of it ("md"), that standard input and named files of unknown endings
	// have; empty: it is told by their first bytes.
	Format string
	// Today is the day after which a date of publication is warned about; empty: none is.
	Today graph.Valid
	// MaxSize is the largest text in bytes, after decompression; 0: DefaultMaxSize.
	MaxSize int64
	// Fetch gets what stands at an address of the web; nil: addresses are refused.
	Fetch func(ctx context.Context, address string) (Fetched, error)
	// Publishers name the outlets by the addresses of their articles; nil: those of the package.
	Publishers *Publishers
	// Warn is called with what is odd about an input that can be read, before its document comes; nil: never.
	Warn func(name, text string)
	// Found is called with the path of each document, as it was given or found, before the document comes; nil: never.
	// Where a file holds many, the place follows: "dump.jsonl:12", "news.zip/a.html".
	Found func(path string)
	// Taken is called with how many bytes were taken from files, of all that [Size] counts; nil: never.
	Taken func(n int64)
	// Skip is called with each file of a folder that is not read since it is hidden or of no known ending; nil: never.
	Skip func(path string)
}

// Fetched is what stood at an address: where it was found in the end, and what the server said that it is.
type Fetched struct {
	Address, ContentType string
	Body                 []byte
}

// Open gives the documents of the paths: files, folders (with the folders in them, in the order of names), patterns
// such as "news/*.txt", addresses ("https://..."), and "-" for standard input. A file that is named is read whatever its ending; inside folders
// and archives only those of [Endings] are.
//
// An input that cannot be read is an [*Error] beside a document that has only a name, and the sequence goes on. When
// the context ends, its error is the last element.
func Open(ctx context.Context, paths []string, opts Options) iter.Seq2[graph.Document, error] {
	if opts.MaxSize <= 0 {
		opts.MaxSize = DefaultMaxSize
	}
	if opts.Publishers == nil {
		opts.Publishers = KnownPublishers()
	}
	return func(yield func(graph.Document, error) bool) {
		w := &walk{ctx: ctx, opts: opts, yield: yield}
		for _, path := range paths {
			if !w.path(path) {
				return
			}
		}
	}
}

// walk is one run over the paths. Its methods report whether to go on.
type walk struct {
	ctx   context.Context
	opts  Options
	yield func(graph.Document, error) bool
}

func (w *walk) path(path string) bool {
	if path == "-" {
		return w.stdin()
	}
	if isWebAddress(path) {
		return w.address(path)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?["):
		return w.glob(path)
	case err != nil:
		return w.fail(path, err)
	case info.IsDir():
		return w.root(path)
	}
	return w.file(path)
}

// address reads what stands at an address.
func (w *walk) address(path string) bool {
	if w.opts.Fetch == nil {
		return w.fail(path, &Error{Name: path, Err: errors.New("addresses are not read here"), Hint: "fetch the page, and name the file"})
	}
	got, err := w.opts.Fetch(w.ctx, path)
	if err != nil {
		return w.fail(path, err)
	}
	kind, _, _ := mime.ParseMediaType(got.ContentType)
	s := stream{path: path, reader: bytes.NewReader(got.Body), file: bytes.NewReader(got.Body), size: int64(len(got.Body))}
	if u, err := url.Parse(got.Address); err == nil {
		s.name = parseName(u.Path)
	}
	if kind != "text/html" && kind != "application/xhtml+xml" {
		s.name.format, s.name.known = formats()[0], len(s.name.packing) > 0
		s.page = Fetched{Address: got.Address}
		return w.named(s)
	}
	s.page = got
	page, _ := formatByName("html")
	return w.documents(s, page)
}

// glob reads what a pattern stands for, where the shell has not done so.
func (w *walk) glob(pattern string) bool {
	matches, err := filepath.Glob(pattern)
	switch {
	case err != nil:
		return w.fail(pattern, err)
	case len(matches) == 0:
		return w.fail(pattern, &Error{
			Name: pattern, Err: fmt.Errorf("no file matches: %w", fs.ErrNotExist), Hint: "check the path",
		})
	}
	for _, match := range matches { // Glob sorts inside each folder
		info, err := os.Stat(match)
		next := w.file
		if err == nil && info.IsDir() {
			next = w.root
		}
		if !next(match) {
			return false
		}
	}
	return true
}

// root reads a folder that was named, and complains where there is nothing in it.
func (w *walk) root(path string) bool {
	var found tally
	if !w.folder(path, &found) {
		return false
	}
	if found.files > 0 || found.failed > 0 {
		return true
	}
	return w.fail(path, noArticles(path, found))
}

func noArticles(path string, found tally) error {
	hint := "articles end in " + strings.Join(Endings(), ", ")
	if found.skipped > 0 {
		hint += fmt.Sprintf("; %d other files were skipped", found.skipped)
	}
	return &Error{Name: path, Err: ErrNoArticles, Hint: hint}
}

// tally counts what a folder holds.
type tally struct{ files, skipped, failed int }

func (w *walk) folder(path string, found *tally) bool {
	entries, err := os.ReadDir(path) // sorted
	if err != nil {
		found.failed++
		if !w.fail(path, err) {
			return false
		}
	}
	for _, entry := range entries {
		inner := filepath.Join(path, entry.Name())
		hidden := strings.HasPrefix(entry.Name(), ".")
		if entry.IsDir() {
			if !hidden && !w.folder(inner, found) {
				return false
			}
			continue
		}
		if hidden || !parseName(inner).known || !isFile(inner, entry) {
			found.skipped++
			if w.opts.Skip != nil {
				w.opts.Skip(inner)
			}
			continue
		}
		found.files++
		if !w.file(inner) {
			return false
		}
	}
	return true
}

// isFile reports whether the entry is a file or a link that does not lead to something else: links to folders may run
// in circles, and a pipe would wait for ever. A link that leads nowhere is a file that cannot be read.
func isFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

func (w *walk) stdin() bool {
	if w.opts.Stdin == nil {
		return w.fail("-", &Error{Name: "-", Err: errors.New("there is no standard input"), Hint: "name files or folders"})
	}
	return w.named(stream{path: "-", reader: impatient{w.ctx, w.opts.Stdin}})
}

func (w *walk) file(path string) bool {
	if err := w.ctx.Err(); err != nil {
		return w.fail(path, err)
	}
	file, err := openPatiently(w.ctx, path)
	if err != nil {
		return w.fail(path, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return w.fail(path, err)
	}
	s := stream{path: path, reader: taking{file, w.opts.Taken}, name: parseName(path)}
	if info.Mode().IsRegular() {
		s.file, s.size = file, info.Size()
	} else {
		s.reader = impatient{w.ctx, file}
	}
	return w.named(s)
}

// taking tells how many bytes are read. A ZIP archive is read otherwise, and not counted.
type taking struct {
	reader io.Reader
	taken  func(int64)
}

func (t taking) Read(p []byte) (int, error) {
	n, err := t.reader.Read(p)
	if t.taken != nil {
		t.taken(int64(n))
	}
	return n, err
}

// Size counts the bytes of the files that Open would read for the paths, as far as they can be told beforehand: not
// those of standard input, of addresses and in ZIP archives, for which it reports false.
func Size(paths []string) (bytes int64, known bool) {
	known = true
	for _, path := range paths {
		err := filepath.WalkDir(path, func(inner string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			hidden := strings.HasPrefix(entry.Name(), ".") && inner != path
			switch {
			case entry.IsDir() && hidden:
				return fs.SkipDir
			case entry.IsDir(), hidden, inner != path && !Reads(inner):
				return nil
			}
			info, err := os.Stat(inner)
			if err != nil || !info.Mode().IsRegular() || slices.Contains(parseName(inner).packing, ".zip") {
				known = false
				return nil //nolint:nilerr // it will be told when it is read
			}
			bytes += info.Size()
			return nil
		})
		known = known && err == nil
	}
	return bytes, known
}

// openPatiently opens a file, or gives up when the context ends: a pipe opens only when somebody writes into it.
func openPatiently(ctx context.Context, path string) (*os.File, error) {
	if info, err := os.Stat(path); err != nil || info.Mode().IsRegular() {
		return os.Open(path)
	}
	type result struct {
		file *os.File
		err  error
	}
	opened := make(chan result)
	go func() {
		file, err := os.Open(path)
		select {
		case opened <- result{file, err}:
		case <-ctx.Done():
			if err == nil {
				_ = file.Close()
			}
		}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case got := <-opened:
		return got.file, got.err
	}
}

// fail hands on what is wrong with an input; when the context has ended, that is what is wrong.
func (w *walk) fail(name string, err error) bool {
	if ended := w.ctx.Err(); ended != nil {
		w.yield(graph.Document{}, ended)
		return false
	}
	return w.yield(graph.Document{Name: name}, newError(name, err))
}
