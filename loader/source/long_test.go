package source_test

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"entente.example/loader/source"
)

// filler gives so many bytes of one letter.
type filler struct{ left int }

func (f *filler) Read(p []byte) (int, error) {
	if f.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), f.left)
	for i := range p[:n] {
		p[i] = 'a'
	}
	f.left -= n
	return n, nil
}

// A line or a cell of half a gigabyte is one error, takes no memory of its size, and the rest is read.
func TestLongLine(t *testing.T) {
	const long = 512 << 20
	for format, parts := range map[string][2]string{
		"jsonl": {"{\"text\":\"One.\"}\n{\"text\":\"", "\"}\n{\"text\":\"Two.\"}\n"},
		"csv":   {"title,text\na,One.\nb,", "\nc,Two.\n"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		in := io.MultiReader(strings.NewReader(parts[0]), &filler{long}, strings.NewReader(parts[1]))
		docs, errs := read(t, source.Options{Stdin: in, Format: format}, "-")
		runtime.ReadMemStats(&after)
		if len(errs) != 1 || !errors.Is(errs[0], source.ErrTooLarge) || len(docs) < 1 || docs[0].Text != "One." {
			t.Errorf("%s: %d documents, errors %v", format, len(docs), errs)
		}
		if format == "jsonl" && len(docs) != 2 {
			t.Errorf("%s: the line after it was not read", format)
		}
		if grown := int64(after.Sys) - int64(before.Sys); grown > 100<<20 {
			t.Errorf("%s: the memory grew by %d MB", format, grown>>20)
		}
	}
}
