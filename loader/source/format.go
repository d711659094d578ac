package source

import (
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"entente.example/graph"
)

// format is a kind of file: the endings by which it is known, and how its documents are read.
type format struct {
	endings []string
	read    func(input) iter.Seq2[graph.Document, error]
}

// formats is the table of all formats. The first is that of inputs without a known ending.
func formats() []format {
	return []format{
		{endings: []string{".txt", ".text"}, read: single(readPlain)},
		{endings: []string{".md", ".markdown"}, read: single(readMarkdown)},
	}
}

// input is one file while it is read.
type input struct {
	// name is the document's: the file's without folder and ending; empty for standard input.
	name    string
	reader  io.Reader
	maxSize int64
	warn    func(text string)
}

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

// formatOf finds the format by a file's ending, which may be followed by .gz, and gives the name without both.
func formatOf(path string) (f format, name string, known bool) {
	name = filepath.Base(path)
	if ending := filepath.Ext(name); strings.EqualFold(ending, ".gz") {
		name = strings.TrimSuffix(name, ending)
	}
	ending := filepath.Ext(name)
	f, known = formatByEnding(ending)
	if known && len(name) > len(ending) {
		name = strings.TrimSuffix(name, ending)
	}
	return f, name, known
}

func formatByEnding(ending string) (format, bool) {
	all := formats()
	for _, f := range all {
		if slices.Contains(f.endings, strings.ToLower(ending)) {
			return f, true
		}
	}
	return all[0], false
}

// Endings lists the file name endings that are read inside folders, each of which may be followed by .gz.
func Endings() []string {
	var endings []string
	for _, f := range formats() {
		endings = append(endings, f.endings...)
	}
	return endings
}
