package source_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"entente.example/loader/source"
)

// tarOf packs pairs of names and contents.
func tarOf(t testing.TB, pairs ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		header := &tar.Header{Name: pairs[i], Mode: 0o600, Size: int64(len(pairs[i+1])), Typeflag: tar.TypeReg}
		if err := errors.Join(w.WriteHeader(header), second(w.Write([]byte(pairs[i+1])))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zipOf(t testing.TB, pairs ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		member, err := w.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(member, pairs[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstdOf(t testing.TB, text string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(text), nil))
}

func second(_ int, err error) error { return err }

func TestArchives(t *testing.T) {
	members := []string{
		"news/b.txt", "Two.", "news/a.jsonl", "{\"text\":\"Three.\"}\n{\"text\":\"Four.\"}\n", "news/c.txt.gz", zipped(t, "Five."),
		"news/.hidden.txt", "No.", "__MACOSX/x.txt", "No.", "photo.jpg", "No.", "./d.md", "# Six",
	}
	tree(t, map[string]string{
		"a.zip": zipOf(t, members...), "a.tar": tarOf(t, members...), "a.tar.gz": zipped(t, tarOf(t, members...)),
		"a.tgz": zipped(t, tarOf(t, members...)), "a.tar.zst": zstdOf(t, tarOf(t, members...)), "renamed": zstdOf(t, tarOf(t, members...)),
	})
	want := []string{"Two.", "Three.", "Four.", "Five.", "Six\n\n"}
	for _, path := range []string{"a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.zst", "renamed"} {
		t.Run(path, func(t *testing.T) {
			var found []string
			docs, errs := read(t, source.Options{Found: func(path string) { found = append(found, path) }}, path)
			var texts []string
			for _, doc := range docs {
				texts = append(texts, doc.Text)
			}
			if diff := cmp.Diff(want, texts); diff != "" || len(errs) > 0 {
				t.Errorf("errors %v, texts (-want +got):\n%s", errs, diff)
			}
			places := []string{path + "/news/b.txt", path + "/news/a.jsonl:1", path + "/news/a.jsonl:2", path + "/news/c.txt.gz", path + "/d.md"}
			if diff := cmp.Diff(places, found); diff != "" {
				t.Errorf("found (-want +got):\n%s", diff)
			}
		})
	}
	docs, _ := read(t, source.Options{}, ".") // in folders, too
	if len(docs) != 5*len(want) {
		t.Errorf("%d documents in the folder", len(docs))
	}
}

func TestArchivesBad(t *testing.T) {
	const most = 10_000
	bomb := strings.Repeat("a", 51*most)
	many := zipOf(t, "a.jsonl", strings.Repeat(" \n", 100*most), "b.txt", "Good.")
	tree(t, map[string]string{
		"climbs.zip": zipOf(t, "../../a.txt", "No.", "/b.txt", "No.", "c.txt", "Good."), "climbs.tar": tarOf(t, "../a.txt", "No.", "c.txt", "Good."),
		"nested.zip": zipOf(t, "b.zip", zipOf(t, "a.txt", "No."), "c.txt", "Good."), "nested.tar": tarOf(t, "b.tar", tarOf(t, "a.txt", "No."), "c.txt", "Good."),
		"bomb.zip": zipOf(t, "a.txt", bomb, "c.txt", "Good."), "bomb.jsonl.gz": zipped(t, bomb), "bomb.zst": zstdOf(t, bomb), "bomb2.zip": many,
		"empty.zip": zipOf(t), "none.zip": zipOf(t, "a.jpg", "x"), "cut.zip": zipOf(t, "a.txt", "Text.")[:40], "cut.tar": tarOf(t, "a.txt", strings.Repeat("a", 2000))[:1500],
		"cut.zst": zstdOf(t, strings.Repeat("Some text. ", 90))[:20], "noise.tar": strings.Repeat("x", 600), "twice": zipped(t, zipped(t, "a")), "docx": zipOf(t, "[Content_Types].xml", "<a/>"),
		"cut.jsonl.gz": zipped(t, strings.Repeat("{\"text\":\"Good.\"}\n", 1))[:30],
	})
	tests := []struct {
		path string
		good int
		errs []error
		text string
	}{
		{"climbs.zip", 1, []error{source.ErrArchive, source.ErrArchive}, "leads out of it"},
		{"climbs.tar", 1, []error{source.ErrArchive}, "leads out of it"},
		{"nested.zip", 1, []error{source.ErrArchive}, "an archive inside an archive"},
		{"nested.tar", 1, []error{source.ErrArchive}, ""},
		{"bomb.zip", 1, []error{source.ErrTooLarge}, ""},
		{"bomb.jsonl.gz", 0, []error{source.ErrTooLarge}, "decompresses to more than 200 times"},
		{"bomb.zst", 0, []error{source.ErrTooLarge}, ""},
		{"bomb2.zip", 0, []error{source.ErrTooLarge}, "decompresses"},
		{"empty.zip", 0, []error{source.ErrNoArticles}, ""},
		{"none.zip", 0, []error{source.ErrNoArticles}, "1 other files"},
		{"cut.zip", 0, []error{source.ErrCompressed}, ""},
		{"cut.tar", 0, []error{source.ErrCompressed, source.ErrCompressed}, ""},
		{"cut.zst", 0, []error{source.ErrCompressed}, ""},
		{"cut.jsonl.gz", 1, []error{source.ErrCompressed}, ""},
		{"noise.tar", 0, []error{source.ErrCompressed}, ""},
		{"twice", 0, []error{source.ErrCompressed}, "more than once"},
		{"docx", 0, []error{source.ErrBinary}, "Office"},
	}
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			docs, errs := read(t, source.Options{MaxSize: most}, tt.path)
			if len(docs) != tt.good || len(errs) != len(tt.errs) {
				t.Fatalf("%d documents, errors %v", len(docs), errs)
			}
			for i, err := range errs {
				var e *source.Error
				if !errors.Is(err, tt.errs[i]) || !errors.As(err, &e) || !strings.Contains(e.Error()+e.Hint, tt.text) {
					t.Errorf("%v is not %v with %q", err, tt.errs[i], tt.text)
				}
			}
		})
	}
}

// A ZIP archive can be read from its end only: one that comes through a pipe is kept in a temporary file meanwhile.
func TestPipedZIP(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary) // on Windows
	archive := zipOf(t, "a.txt", "One.", "b.md", "# Two")
	tree(t, map[string]string{"a.zip.gz": zipped(t, archive), "renamed": archive})
	for name, test := range map[string]struct {
		input string
		path  string
		good  int
		err   error
	}{
		"pipe": {archive, "-", 2, nil}, "compressed pipe": {zipped(t, archive), "-", 2, nil}, "compressed file": {"", "a.zip.gz", 2, nil},
		"renamed file": {"", "renamed", 2, nil}, "cut pipe": {archive[:len(archive)-30], "-", 0, source.ErrCompressed},
		"bomb": {zipOf(t, "a.jsonl", strings.Repeat(" \n", 1_000_000), "b.txt", "Good."), "-", 0, source.ErrTooLarge},
	} {
		docs, errs := read(t, source.Options{Stdin: io.MultiReader(strings.NewReader(test.input)), MaxSize: 10_000}, test.path)
		if len(docs) != test.good || (test.err == nil) != (len(errs) == 0) || test.err != nil && !errors.Is(errs[0], test.err) {
			t.Errorf("%s: %d documents, errors %v", name, len(docs), errs)
		}
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// FuzzArchive holds that no archive, in a file or through a pipe, ends in a panic or leaves a temporary file.
func FuzzArchive(f *testing.F) {
	f.Add(zipOf(f, "a.txt", "One.", "../b.txt", "Two."))
	f.Add(tarOf(f, "a.txt", "One.", "b.zip", zipOf(f, "c.txt", "Three.")))
	f.Add(zipOf(f, "a.jsonl", "{\"text\":\"One.\"}\n")[:60])
	f.Fuzz(func(t *testing.T, content string) {
		temporary := t.TempDir()
		t.Setenv("TMPDIR", temporary)
		for doc, err := range source.Open(t.Context(), []string{"-"}, source.Options{Stdin: strings.NewReader(content), MaxSize: 10_000}) {
			var e *source.Error
			if err == nil && doc.Text == "" || err != nil && !errors.As(err, &e) {
				t.Errorf("%q: %q, %v", content, doc.Text, err)
			}
		}
		if left, _ := os.ReadDir(temporary); len(left) > 0 {
			t.Errorf("%q left %v", content, left)
		}
	})
}
