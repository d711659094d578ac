package trig_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cayleygraph/quad/nquads"

	"entente.example/graph/trig"
)

func nquadsOf(text string) (string, error) {
	var b bytes.Buffer
	err := trig.ToNQuads(&b, strings.NewReader(text))
	return b.String(), err
}

func TestToNQuads(t *testing.T) {
	const p = "@prefix : <http://x/> .\nPREFIX y: <http://y/>\n"
	for name, test := range map[string]struct{ text, want string }{
		"empty":               {" # nothing\n", ""},
		"graph":               {p + "GRAPH :g { :s :p :o . }", "<http://x/s> <http://x/p> <http://x/o> <http://x/g> .\n"},
		"without the word":    {p + ":g{:s :p :o}", "<http://x/s> <http://x/p> <http://x/o> <http://x/g> .\n"},
		"no graph":            {p + "{ :s :p :o } :s y:p <http://z#a> .", "<http://x/s> <http://x/p> <http://x/o> .\n<http://x/s> <http://y/p> <http://z#a> .\n"},
		"lists":               {p + ":g { :s :p :o, :q ;; a :t ; . :s2 :p 1 }", "<http://x/s> <http://x/p> <http://x/o> <http://x/g> .\n<http://x/s> <http://x/p> <http://x/q> <http://x/g> .\n<http://x/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://x/t> <http://x/g> .\n<http://x/s2> <http://x/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> <http://x/g> .\n"},
		"strings":             {p + `:s :p "a\"\n\u00e9\\", 'b"', """c"" "d""", '''''' .`, "<http://x/s> <http://x/p> \"a\\\"\\n\u00e9\\\\\" .\n<http://x/s> <http://x/p> \"b\\\"\" .\n<http://x/s> <http://x/p> \"c\\\"\\\" \\\"d\" .\n<http://x/s> <http://x/p> \"\" .\n"},
		"language and type":   {p + `:s :p "a"@en-GB, "b"^^:t, "c"^^<http://t> .`, "<http://x/s> <http://x/p> \"a\"@en-GB .\n<http://x/s> <http://x/p> \"b\"^^<http://x/t> .\n<http://x/s> <http://x/p> \"c\"^^<http://t> .\n"},
		"numbers":             {p + ":s :p 1.5, -2e+3, .5, true.", "<http://x/s> <http://x/p> \"1.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n<http://x/s> <http://x/p> \"-2e+3\"^^<http://www.w3.org/2001/XMLSchema#double> .\n<http://x/s> <http://x/p> \".5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n<http://x/s> <http://x/p> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n"},
		"names":               {p + `:a.b :p\,q :st%3Ax, :art:1, _:b1 .`, "<http://x/a.b> <http://x/p,q> <http://x/st%3Ax> .\n<http://x/a.b> <http://x/p,q> <http://x/art:1> .\n<http://x/a.b> <http://x/p,q> _:b1 .\n"},
		"base":                {"@base <http://x/a/> .\n<s> <../p> <#o> .", "<http://x/a/s> <http://x/p> <http://x/a/#o> .\n"},
		"comment":             {p + ":s :p <http://x/#o> # . }\n .", "<http://x/s> <http://x/p> <http://x/#o> .\n"},
		"letters of any kind": {p + ":日本 :p :Ж .", "<http://x/日本> <http://x/p> <http://x/Ж> .\n"},
	} {
		if got, err := nquadsOf(test.text); got != test.want || err != nil {
			t.Errorf("%s: got %q, %v; want %q", name, got, err, test.want)
		}
	}
}

func TestWrong(t *testing.T) {
	const p = "@prefix : <http://x/> .\n\n"
	for text, want := range map[string]string{
		p + ":s :p": "line 3: the text ends in the middle", p + ":g { :s :p :o": "ends in the middle", p + ":s :p [ :q 1 ] .": "brackets", p + ":s :p ( 1 ) .": "collections",
		p + "z:s :p :o .": `prefix "z" is not declared`, p + ":s :p \"a\nb\" .": "ends with its line", p + ":s :p :o :q .": "a comma, a semicolon or a dot",
		p + ":s :p <a b> .": "stands in an IRI", p + `:s :p "\q" .`: "no escape", p + `:s :p <\u0020> .`: "stands in an IRI", p + ":s \"p\" :o .": "where an IRI must",
		p + ":s :p \"a\xff\" .": "no UTF-8", "@prefix : .": "where an IRI must", p + "GRAPH :g :s .": "where { must", p + ":s :p \"a\"@ .": "language", p + `:s :p "\uD800" .`: "no character",
		"~": "stands where nothing",
	} {
		_, err := nquadsOf(text)
		var at *trig.Error
		if err == nil || !errors.As(err, &at) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
	if err := trig.ToNQuads(io.Discard, iotest.ErrReader(io.ErrClosedPipe)); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("a reader that fails: %v", err)
	}
	if err := trig.ToNQuads(brokenPipe{}, strings.NewReader(p+strings.Repeat(":s :p :o .\n", 10_000))); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("a writer that fails: %v", err)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// FuzzToNQuads holds that what is read without complaint is N-Quads by somebody else's parser, a quad a line.
func FuzzToNQuads(f *testing.F) {
	f.Add("@prefix : <http://x/> . :g { :s :p :o, 'a\\n'@en ; a 1.5 }")
	f.Add(`@base <http://x/> . GRAPH <g> { <s> <p> """a""b""" } `)
	f.Add("_:a <p> <> .")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := nquadsOf(text)
		if err != nil {
			return
		}
		for line := range strings.Lines(got) {
			if strings.Contains(line, "_:") || strings.Contains(line, "<>") || strings.Contains(line, "%") {
				continue // that parser knows fewer labels than there are
			}
			if _, err := nquads.Parse(strings.TrimSpace(line)); err != nil {
				t.Errorf("%q: %q: %v", text, line, err)
			}
		}
	})
}
