package source_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/loader/source"
)

// fuzz reads whatever bytes as one input of a format: they give one document in valid UTF-8 or one error, the same each
// time.
func fuzz(f *testing.F, format string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		once := func() (docs []graph.Document, errs []error) {
			return read(t, source.Options{Stdin: bytes.NewReader(raw), Format: format, Today: "2020-01-01"}, "-")
		}
		docs, errs := once()
		if len(docs)+len(errs) != 1 {
			t.Fatalf("%d documents, errors %v", len(docs), errs)
		}
		var known *source.Error
		for _, err := range errs {
			if !errors.As(err, &known) {
				t.Errorf("%v is no *Error", err)
			}
		}
		for _, doc := range docs {
			if !utf8.ValidString(doc.Text) || strings.TrimSpace(doc.Text) == "" {
				t.Errorf("text %q", doc.Text)
			}
			for _, a := range doc.Appearances {
				if _, _, ok := a.Published.Bounds(); !ok || !utf8.ValidString(a.Title+a.Publisher+a.URL) || strings.ContainsAny(a.Title+a.Publisher+a.URL, "\n\r\x00") {
					t.Errorf("appearance %#v", a)
				}
			}
		}
		again, _ := once()
		if diff := cmp.Diff(docs, again); diff != "" {
			t.Errorf("the second reading differs:\n%s", diff)
		}
	})
}

func FuzzPlain(f *testing.F) {
	fuzz(f, "txt", " date 2020-05-28 Rebels left.", "Title\n\nSTRELSAU, May 28, 2020 (Reuters) - They left.", "\xff\xfea\x00", "\xef\xbb\xbfa", "caf\xe9 au lait, no more than one", "\x00")
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, "md", "---\ntitle: A\ndate: 2020-05-28\n---\n# A\n\n*b* [c](d) `e` <f> &amp; \\*", "[[[]](a)](b)", "``a`b```", "> - 1. x\n~~~\ny", "Title\n===\n|-|\n", "![a][b]\n\n[b]: c")
}
