package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente.example/graph"
)

func exampleListing() listing {
	return listing{
		columns: []column{{name: "patron"}, {name: "sentence", long: true}},
		rows: [][]string{
			{"=Turkey", "A sentence, with \"marks\" | and a\nline break that goes on for longer than a terminal is wide."},
			{"روسيا", "Short."},
		},
	}
}

// TestListingOnATerminal holds that a terminal cuts the long column to its width, or puts it under its row, and nothing
// else does.
func TestListingOnATerminal(t *testing.T) {
	l := exampleListing()
	render := func(s screen) string {
		var b bytes.Buffer
		if err := l.write(&b, "table", s); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	const sentence = `A sentence, with "marks" | and a line break that goes on for longer than a terminal is wide.`
	for name, test := range map[string]struct{ got, want string }{
		"pipe": {render(screen{}), "patron   sentence\n=Turkey  " + sentence + "\nروسيا    Short.\n"},
		"wide": {render(screen{terminal: true, width: 200}), "patron   sentence\n=Turkey  " + sentence + "\nروسيا    Short.\n"},
		"cut": {
			render(screen{terminal: true, width: 60}),
			"patron   sentence\n=Turkey  " + sentence[:50] + "…\nروسيا    Short.\n",
		},
		"under": {
			render(screen{terminal: true, width: 30}),
			"patron\n=Turkey\n  " + sentence[:27] + "…\nروسيا\n  Short.\n",
		},
	} {
		if test.got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, test.got, test.want)
		}
	}
}

// TestListingWithoutRoom holds that no line is wider than the terminal, and nothing is lost: names of columns are shortened
// first, then the last columns go under their row.
func TestListingWithoutRoom(t *testing.T) {
	l := listing{
		columns: []column{{name: "patron"}, {name: "articles", short: "art."}, {name: "first"}, {name: "last"}, {name: "sentence", long: true}},
		rows:    [][]string{{"Turkey", "12", "2020-05-28", "2021", "It sent arms."}, {"Iran", "1", "2019", "", "It denies it."}},
	}
	for width, want := range map[int]string{
		42: "patron  articles  first       last\n" + "Turkey  12        2020-05-28  2021\n  It sent arms.\n" +
			"Iran    1         2019\n  It denies it.\n",
		32: "\x1b[1mpatron  art.  first       last\x1b[0m\n" + "Turkey  12    2020-05-28  2021\n  It sent arms.\n" +
			"Iran    1     2019\n  It denies it.\n",
		22: "patron  art.\n" + "Turkey  12\n  first 2020-05-28\n  last 2021\n  It sent arms.\n" +
			"Iran    1\n  first 2019\n  It denies it.\n",
	} {
		if got := l.render(screen{terminal: true, width: width, color: width == 32}); got != want {
			t.Errorf("width %d: got\n%s\nwant\n%s", width, got, want)
		}
	}
}

func TestListingFormats(t *testing.T) {
	for format, want := range map[string]string{
		"csv": "patron,sentence\n" +
			`'=Turkey,"A sentence, with ""marks"" | and a line break that goes on for longer than a terminal is wide."` + "\n" +
			"روسيا,Short.\n",
		"md": "| patron | sentence |\n| --- | --- |\n" +
			`| =Turkey | A sentence, with "marks" \| and a line break that goes on for longer than a terminal is wide. |` + "\n" +
			"| روسيا | Short. |\n",
	} {
		var got bytes.Buffer
		if err := exampleListing().write(&got, format, screen{}); err != nil {
			t.Fatal(err)
		}
		if got.String() != want {
			t.Errorf("%s: got\n%s\nwant\n%s", format, got.String(), want)
		}
	}
}

func TestOneLine(t *testing.T) {
	for text, want := range map[string]string{
		" a\nb\tc ":          "a b c",
		"\x1b[31mred\x1b[0m": "\uFFFD[31mred\uFFFD[0m",
		"a\u202Eb":           "a\uFFFDb",
		"a\u0085b\u2028c":    "a\uFFFDb\uFFFDc",
		"Ṣanʿāʾ 🙂 روسيا":     "Ṣanʿāʾ 🙂 روسيا",
	} {
		if got := oneLine(text); got != want {
			t.Errorf("oneLine(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestMarked(t *testing.T) {
	c := graph.RecordCitation{Sentence: "Turkey-backed *forces* fled."}
	mark := func(words string) graph.Span {
		at := strings.Index(c.Sentence, words)
		return graph.Span{at, at + len(words)}
	}
	c.Marks = graph.Marks{Subject: mark("Turkey"), Trigger: mark("backed"), Object: mark("Turkey-backed *forces*")}
	for want, p := range map[string]*page{
		"[Turkey-backed *forces*] fled.":             {},
		`**Turkey-backed \*forces\*** fled.`:         {markdown: true},
		"\x1b[4mTurkey-backed *forces*\x1b[0m fled.": {screen: screen{color: true}},
	} {
		if got := p.marked(c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	c.Marks.Object = mark("*forces*")
	if got, want := (&page{}).marked(c), "[Turkey]-[backed] [*forces*] fled."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	c.Marks = graph.Marks{Subject: graph.Span{5, 99}}
	if got := (&page{}).marked(c); got != c.Sentence {
		t.Errorf("a mark beyond the sentence: got %q", got)
	}
}

// TestOutputIsWholeOrNot holds that a failure leaves the old file, and nothing beside it.
func TestOutputIsWholeOrNot(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.txt")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := output{path: path}
	if err := o.writeFile(func(w io.Writer) error {
		_, _ = w.Write([]byte("half"))
		return os.ErrInvalid
	}); err == nil {
		t.Error("the failure got lost")
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("the file is %q", got)
	}
	if err := o.writeFile(func(w io.Writer) error {
		_, err := w.Write([]byte("new"))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "new" {
		t.Errorf("the file is %q", got)
	}
	if files, _ := filepath.Glob(filepath.Join(folder, "*")); len(files) != 1 {
		t.Errorf("there are %v", files)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestNearest(t *testing.T) {
	names := relationNames()
	for word, want := range map[string]string{"becks": "backs", "capturd": "captured", "xyzzy": "", "backs": "backs"} {
		if got := nearest(word, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
