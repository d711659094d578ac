package source

import (
	"errors"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"entente.example/graph"
)

// format is a kind of file: the name that --from-format takes, the endings by which it is known, and how its documents
// are read.
type format struct {
	name    string
	endings []string
	read    func(input) iter.Seq2[graph.Document, error]
}

// formats is the table of all formats. The first is that of texts that look like nothing else.
func formats() []format {
	return []format{
		{name: "text", endings: []string{".txt", ".text"}, read: single(readPlain)},
		{name: "markdown", endings: []string{".md", ".markdown"}, read: single(readMarkdown)},
		{name: "html", endings: []string{".html", ".htm", ".xhtml"}, read: readPage},
		{name: "jsonl", endings: []string{".jsonl", ".ndjson"}, read: readLines},
		{name: "json", endings: []string{".json"}, read: readJSON},
		{name: "csv", endings: []string{".csv"}, read: readTable},
		{name: "tsv", endings: []string{".tsv", ".tab"}, read: readTable},
		{name: "feed", endings: []string{".rss", ".atom", ".rdf", ".xml"}, read: readFeed},
		{name: "mail", endings: []string{".eml", ".mhtml", ".mht"}, read: readMail},
		{name: "mbox", endings: []string{".mbox"}, read: readMailbox},
		{name: "warc", endings: []string{".warc", ".wet"}, read: readWARC},
		{name: "pdf", endings: []string{".pdf"}, read: readPDF},
	}
}

// input is one file, or one member of an archive, while it is read.
type input struct {
	// name is the document's: the file's without folder and ending; empty for standard input.
	name string
	// ending is the file's own, in lower case, or empty.
	ending  string
	reader  io.Reader
	maxSize int64
	warn    func(text string)
	// at notes where in the file the next document, or error, stands (":12"), for those who look for it.
	at         func(place string)
	publishers *Publishers
	// page is where on the web a single page was found.
	page Fetched
}

// wrapping is how many times larger than its text a document may be before its text is taken out of it.
const wrapping = 8

// single makes the reader of a format whose files hold one article each.
func single(read func(in input, text string) (graph.Document, error)) func(input) iter.Seq2[graph.Document, error] {
	return func(in input) iter.Seq2[graph.Document, error] {
		return func(yield func(graph.Document, error) bool) {
			yield(readSingle(in, read))
		}
	}
}

func readSingle(in input, read func(input, string) (graph.Document, error)) (graph.Document, error) {
	raw, err := readAll(in.reader, in.maxSize)
	if err != nil {
		return graph.Document{}, err
	}
	text, note, err := decode(raw)
	if err != nil {
		return graph.Document{}, err
	}
	if err := foreign(text); err != nil {
		return graph.Document{}, err
	}
	if note != "" {
		in.warn(note)
	}
	return read(in, text)
}

func readPlain(in input, text string) (graph.Document, error) {
	return compose(in, text, graph.Appearance{})
}

// fileName is what the name of a file says about how to read it.
type fileName struct {
	// base is the name without folder and endings.
	base string
	// packing are the endings of compression and archives, the outermost first: ".gz", ".tar".
	packing []string
	// ending is that of the format, in lower case, or empty.
	ending string
	format format
	// known says that the name tells a format or an archive.
	known bool
}

// packings are the endings of compression and archives, and what they are short for.
func packings() map[string][]string {
	return map[string][]string{
		".gz": {".gz"}, ".zst": {".zst"}, ".bz2": {".bz2"}, ".zip": {".zip"}, ".tar": {".tar"},
		".tgz": {".gz", ".tar"},
	}
}

func parseName(path string) fileName {
	name := fileName{base: filepath.Base(path)}
	for {
		ending := strings.ToLower(filepath.Ext(name.base))
		packing, ok := packings()[ending]
		if !ok || len(ending) == len(name.base) {
			break
		}
		name.packing = append(name.packing, packing...)
		name.base = name.base[:len(name.base)-len(ending)]
	}
	if n := len(name.packing); n > 0 && isArchive(name.packing[n-1]) {
		name.known = true
		return name
	}
	name.ending = strings.ToLower(filepath.Ext(name.base))
	name.format, name.known = formatByEnding(name.ending)
	if name.known && len(name.base) > len(name.ending) {
		name.base = name.base[:len(name.base)-len(name.ending)]
	}
	return name
}

func isArchive(ending string) bool { return ending == ".zip" || ending == ".tar" }

func formatByEnding(ending string) (format, bool) {
	all := formats()
	for _, f := range all {
		if slices.Contains(f.endings, strings.ToLower(ending)) {
			return f, true
		}
	}
	return all[0], false
}

// formatByName finds a format by its name or by an ending without the dot.
func formatByName(name string) (format, bool) {
	for _, f := range formats() {
		if strings.EqualFold(f.name, name) || slices.Contains(f.endings, "."+strings.ToLower(name)) {
			return f, true
		}
	}
	return format{}, false
}

// KnownFormat reports whether a name, or an ending without the dot, is that of a format.
func KnownFormat(name string) bool {
	_, ok := formatByName(name)
	return ok
}

// ErrUnknownFormat says that Options.Format names none.
var ErrUnknownFormat = errors.New("unknown format")

// Reads reports whether a file of that name is read inside folders.
func Reads(path string) bool { return parseName(path).known }

// Endings lists the file name endings that are read inside folders and archives.
func Endings() []string {
	var endings []string
	for _, f := range formats() {
		endings = append(endings, f.endings...)
	}
	return endings
}

// EndingsOf lists the endings of the format of that name.
func EndingsOf(name string) []string {
	f, _ := formatByName(name)
	return f.endings
}

// Packings lists the endings of compression and archives: each may follow one of [Endings], those of archives may stand
// alone.
func Packings() []string { return []string{".gz", ".zst", ".bz2", ".zip", ".tar", ".tgz"} }

// Formats lists the names of the formats.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}
