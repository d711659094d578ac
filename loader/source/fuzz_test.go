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

// fuzz reads whatever bytes as one input of a format: they give documents in valid UTF-8 or errors, one of them at least,
// the same each time.
func fuzz(f *testing.F, format string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		once := func() (docs []graph.Document, errs []error) {
			return read(t, source.Options{Stdin: bytes.NewReader(raw), Format: format, Today: "2020-01-01", MaxSize: 1 << 16}, "-")
		}
		docs, errs := once()
		if n := len(docs) + len(errs); n == 0 || n > 1 && (format == "txt" || format == "md" || format == "html") {
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

func FuzzHTML(f *testing.F) {
	fuzz(f, "html", page, "<p>a", "<script>x</script>", "<html lang=xx><title>&lt;</title><pre>a\n b</pre>", "<svg><title>a</svg><table><tr><td>b<td>c",
		`<script type="application/ld+json">[{"@type":["NewsArticle"],"headline":["a"],"publisher":[{"name":1}]}]</script>b`)
}

func FuzzLines(f *testing.F) {
	fuzz(f, "jsonl", `{"text":"a"}`+"\n{\n", `{"content":{"rendered":"<p>a<p>b"},"date":20200528}`, `{"articles":[{"body":"a"},1]}`, "\xff\xfe{\x00")
}

func FuzzJSON(f *testing.F) {
	fuzz(f, "json", `[{"text":"a"},{"text":["b","c"]},2`, `{"response":{"docs":[{"lead_paragraph":"a"}]}}`, `{"articles":[`, `{"_source":{"text":"a"}}`, `{"text":"a"} {"text":"b"}`, "[[[[[")
}

func FuzzTable(f *testing.F) {
	fuzz(f, "csv", "title,text\na,b\n\"c\nd\",e\n", "text;url\na;b", "text\ta.b\n\"", "\xff\xfet\x00e\x00x\x00t\x00\n\x00a\x00")
}

// FuzzSniffed reads whatever bytes as what they seem to be, archives among them.
func FuzzSniffed(f *testing.F) {
	for _, seed := range []string{page, `[{"text":"a"}]`, "title,text\na,b", "plain", "PK\x03\x04", "\x1f\x8b", "\x28\xb5\x2f\xfd\x00", "BZh91AY&SY"} {
		f.Add([]byte(seed))
	}
	f.Add([]byte(tarOf(f, "a.txt", "Text.", "../b.txt", "Text.")))
	f.Fuzz(func(t *testing.T, raw []byte) {
		docs, errs := read(t, source.Options{Stdin: bytes.NewReader(raw), MaxSize: 1 << 16}, "-")
		if len(docs)+len(errs) == 0 {
			t.Error("neither a document nor an error")
		}
	})
}
