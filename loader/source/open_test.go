package source_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/loader/source"
)

// tree writes files under a new folder and goes there, so that paths in errors are short.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// read collects what a sequence gives.
func read(t *testing.T, opts source.Options, paths ...string) (docs []graph.Document, errs []error) {
	t.Helper()
	for doc, err := range source.Open(t.Context(), paths, opts) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, doc)
	}
	return docs, errs
}

// one reads the only document of a text under that file name.
func one(t *testing.T, name, content string) graph.Document {
	t.Helper()
	tree(t, map[string]string{name: content})
	docs, errs := read(t, source.Options{}, name)
	if len(docs) != 1 || len(errs) != 0 {
		t.Fatalf("%d documents, errors %v", len(docs), errs)
	}
	return docs[0]
}

func names(docs []graph.Document) []string {
	var names []string
	for _, d := range docs {
		names = append(names, d.Name)
	}
	return names
}

func TestOpenOrder(t *testing.T) {
	tree(t, map[string]string{
		"news/b.txt": "Second.", "news/a/z.md": "First.", "news/c.text.gz": zipped(t, "Third."), "news/.hidden.txt": "No.",
		"news/.git/d.txt": "No.", "news/photo.jpg": "\xff\xd8", "extra": "Last.", "more-1.txt": "One.", "more-2.txt": "Two.",
	})
	if err := os.Symlink("b.txt", "news/link.txt"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("..", "news/circle"); err != nil {
		t.Fatal(err)
	}
	var skipped []string
	opts := source.Options{Stdin: strings.NewReader("Piped."), Skip: func(path string) { skipped = append(skipped, path) }}
	docs, errs := read(t, opts, "news", "extra", "more-*.txt", "-")
	if len(errs) != 0 {
		t.Error(errs)
	}
	piped := graph.ArticleID(graph.TextSHA256("Piped.")).String()
	if diff := cmp.Diff([]string{"z", "b", "c", "link", "extra", "more-1", "more-2", piped}, names(docs)); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	if docs[2].Text != "Third." {
		t.Errorf("text of the compressed file: %q", docs[2].Text)
	}
	if diff := cmp.Diff([]string{"news/.hidden.txt", "news/circle", "news/photo.jpg"}, skipped); diff != "" {
		t.Errorf("skipped (-want +got):\n%s", diff)
	}
}

func TestOpenBadInputs(t *testing.T) {
	tree(t, map[string]string{
		"good.txt": "Good.", "empty.txt": "", "blank.txt": " \n\u200b\n", "header.txt": "date 2020-05-28\n",
		"nul.txt": "Text\x00text", "control.txt": "\x01\x02\x03abcdef", "paper.pdf": "%PDF-1.7\x00",
		"broken.txt": "Caf\xc3\xa9 and caf\xe9", "cyrillic.txt": "\xcf\xf0\xe8\xe2\xe5\xf2", "half.txt": "\xff\xfea",
		"lone.txt": "\xff\xfea\x00\x00\xd8b\x00", "large.txt": strings.Repeat("a", 101), "bomb.txt.gz": zipped(t, strings.Repeat("a", 101)),
		"fits.txt": strings.Repeat("a", 100), "plain.txt.gz": "not compressed", "none.txt.gz": "", "cut.txt.gz": zipped(t, "Some text here.")[:20],
		"pictures/x.png": "\x89PNG",
	})
	if err := os.Symlink("loop.txt", "loop.txt"); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		path string
		want error
		text string // is in the message or the hint
	}{
		{"missing.txt", fs.ErrNotExist, "check the path"},
		{"missing-*.txt", fs.ErrNotExist, "no file matches"},
		{"[", filepath.ErrBadPattern, ""},
		{"empty.txt", source.ErrEmpty, ""},
		{"blank.txt", source.ErrEmpty, ""},
		{"header.txt", source.ErrEmpty, ""},
		{"none.txt.gz", source.ErrEmpty, ""},
		{"nul.txt", source.ErrBinary, "plain text"},
		{"control.txt", source.ErrBinary, ""},
		{"paper.pdf", source.ErrRecord, "PDF"},
		{"broken.txt", source.ErrEncoding, "byte 13 (0xe9)"},
		{"cyrillic.txt", source.ErrEncoding, "byte 0 (0xcf)"},
		{"half.txt", source.ErrEncoding, "byte 2"},
		{"lone.txt", source.ErrEncoding, "byte 4"},
		{"large.txt", source.ErrTooLarge, "100 bytes"},
		{"bomb.txt.gz", source.ErrTooLarge, ""},
		{"plain.txt.gz", source.ErrCompressed, ""},
		{"cut.txt.gz", source.ErrCompressed, ""},
		{"pictures", source.ErrNoArticles, "1 other files"},
		{"loop.txt", syscall.ELOOP, ""},
		{"-", nil, "no standard input"},
	}
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			docs, errs := read(t, source.Options{MaxSize: 100}, tt.path, "good.txt", "fits.txt")
			if diff := cmp.Diff([]string{"good", "fits"}, names(docs)); diff != "" {
				t.Errorf("what follows (-want +got):\n%s", diff)
			}
			if len(errs) != 1 {
				t.Fatalf("errors: %v", errs)
			}
			var e *source.Error
			if !errors.As(errs[0], &e) || e.Name != tt.path {
				t.Fatalf("%#v is not about %q", errs[0], tt.path)
			}
			if tt.want != nil && !errors.Is(errs[0], tt.want) {
				t.Errorf("%v is not %v", errs[0], tt.want)
			}
			if all := e.Error() + " " + e.Hint; !strings.Contains(all, tt.text) {
				t.Errorf("%q does not tell %q", all, tt.text)
			}
			if strings.Count(e.Error(), tt.path) > 1 && tt.path != "-" && tt.path != "[" {
				t.Errorf("%q tells the path twice", e.Error())
			}
		})
	}
}

func TestOpenPermission(t *testing.T) {
	tree(t, map[string]string{"secret/a.txt": "Text.", "closed.txt": "Text.", "open.txt": "Text."})
	for _, path := range []string{"secret", "closed.txt"} {
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(path, 0o755) })
	}
	if _, err := os.ReadFile("closed.txt"); err == nil {
		t.Skip("this user may read everything")
	}
	docs, errs := read(t, source.Options{}, ".")
	if len(docs) != 1 || len(errs) != 2 {
		t.Fatalf("%d documents, errors %v", len(docs), errs)
	}
	for _, err := range errs {
		if !errors.Is(err, fs.ErrPermission) {
			t.Error(err)
		}
	}
}

func TestOpenEncodings(t *testing.T) {
	tests := []struct{ name, raw, want string }{
		{"bom", "\xef\xbb\xbfThe mayor’s men", "The mayor’s men"},
		{"utf-16le", "\xff\xfeT\x00\x19\x20\x3d\xd8\x00\xde", "T’😀"},
		{"utf-16be", "\xfe\xff\x00T\x20\x19", "T’"},
		{"windows-1252", "The mayor\x92s men met Andr\xe9 there.", "The mayor’s men met André there."},
		{"line ends and invisible characters stay", "One.\r\nTwo\u200b.", "One.\r\nTwo\u200b."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var warnings []string
			opts := source.Options{Stdin: strings.NewReader(tt.raw), Warn: func(_, text string) { warnings = append(warnings, text) }}
			docs, errs := read(t, opts, "-")
			if len(errs) != 0 || docs[0].Text != tt.want {
				t.Errorf("got %q, errors %v", docs, errs)
			}
			if guessed := tt.name == "windows-1252"; guessed != (len(warnings) == 1) {
				t.Errorf("warnings: %v", warnings)
			}
		})
	}
}

func TestOpenFuture(t *testing.T) {
	tree(t, map[string]string{"a-2020-05-28.txt": "Text.", "b-2020-05-29.txt": "Text."})
	var warned []string
	opts := source.Options{Today: "2020-05-28", Warn: func(name, text string) { warned = append(warned, name+": "+text) }}
	docs, _ := read(t, opts, ".")
	if len(docs) != 2 || len(warned) != 1 || !strings.HasPrefix(warned[0], "b-2020-05-29.txt: ") {
		t.Errorf("%d documents, warnings %q", len(docs), warned)
	}
}

// silent never answers, like a terminal at which nobody types.
type silent struct{}

func (silent) Read([]byte) (int, error) { select {} }

func TestOpenCancelled(t *testing.T) {
	tree(t, map[string]string{"a.txt": "Text.", "b.txt": "Text.", "c.txt": "Text."})
	ctx, cancel := context.WithCancel(t.Context())
	var docs int
	var last error
	for _, err := range source.Open(ctx, []string{"."}, source.Options{}) {
		if last = err; err == nil {
			docs++
		}
		if docs == 2 {
			cancel()
		}
	}
	if docs != 2 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d documents, then %v", docs, last)
	}

	ctx, cancel = context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	for _, err := range source.Open(ctx, []string{"-"}, source.Options{Stdin: silent{}}) {
		last = err
	}
	if !errors.Is(last, context.DeadlineExceeded) {
		t.Errorf("waiting for input ended with %v", last)
	}
}

func TestOpenStops(t *testing.T) {
	tree(t, map[string]string{"a.txt": "Text.", "b.txt": "Text."})
	for range source.Open(t.Context(), []string{"missing", ".", "-"}, source.Options{}) {
		break // a sequence that went on would panic
	}
}

// TestFound holds that each document comes after its path.
func TestFound(t *testing.T) {
	tree(t, map[string]string{"news/b.txt": "Turkey backs the GNA.", "news/a.md": "Iran backs the Houthis.", "c.txt": ""})
	var paths []string
	opts := source.Options{Found: func(path string) { paths = append(paths, path) }}
	docs, errs := read(t, opts, "news", "c.txt")
	want := []string{filepath.Join("news", "a.md"), filepath.Join("news", "b.txt")}
	if diff := cmp.Diff(want, paths); diff != "" || len(docs) != 2 || len(errs) != 1 {
		t.Errorf("%d documents, errors %v, paths (-want +got):\n%s", len(docs), errs, diff)
	}
}

// What stands at an address is read as what the server says, else as what it seems to be.
func TestOpenAddress(t *testing.T) {
	pages := map[string]source.Fetched{
		"https://herald.example/a?id=1":   {"https://herald.example/2020/05/28/a", "text/html; charset=windows-1252", []byte("<p>Rebels left the caf\xe9.</p>")},
		"https://herald.example/feed":     {"https://herald.example/feed", "application/rss+xml", []byte(rss)},
		"https://herald.example/x.txt.gz": {"https://herald.example/x.txt.gz", "application/gzip", []byte(zipped(t, "Rebels came back."))},
		"https://herald.example/x.zip":    {"https://herald.example/x.zip", "application/zip", []byte(zipOf(t, "a.txt", "Rebels went."))},
	}
	opts := source.Options{Fetch: func(_ context.Context, address string) (source.Fetched, error) {
		page, ok := pages[address]
		if !ok {
			return page, errors.New("no page there")
		}
		return page, nil
	}}
	docs, errs := read(t, opts, "https://herald.example/a?id=1", "https://herald.example/feed", "https://herald.example/x.txt.gz", "https://herald.example/x.zip", "https://herald.example/gone")
	if len(docs) != 5 || len(errs) != 2 || !strings.Contains(errs[1].Error(), `read "https://herald.example/gone": no page there`) {
		t.Fatalf("%d documents, errors %v", len(docs), errs)
	}
	want := graph.Appearance{URL: "https://herald.example/2020/05/28/a", Publisher: "herald.example", Published: "2020-05-28"}
	if docs[0].Text != "Rebels left the café." || docs[0].Appearances[0] != want {
		t.Errorf("%q, %+v", docs[0].Text, docs[0].Appearances)
	}
	if docs[3].Text != "Rebels came back." || docs[3].URL() != "https://herald.example/x.txt.gz" {
		t.Errorf("%q, %+v", docs[3].Text, docs[3].Appearances)
	}
	_, errs = read(t, source.Options{}, "https://herald.example/a")
	if len(errs) != 1 || !strings.Contains(errs[0].Error(), "not read here") {
		t.Errorf("without a way to fetch: %v", errs)
	}
}
