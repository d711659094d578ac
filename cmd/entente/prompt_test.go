package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/term"
)

// keyboard is a terminal on which somebody types, and what stands on it.
type keyboard struct {
	io.Reader
	bytes.Buffer
}

func (k *keyboard) Read(p []byte) (int, error) { return k.Reader.Read(p) }

// typing gives the scripts that a prompt runs when somebody types so, and what it shows.
func typing(t *testing.T, keys string) (scripts []string, shown string) {
	t.Helper()
	k := &keyboard{Reader: newKeys(strings.NewReader(keys))}
	p := prompt{
		terminal: term.NewTerminal(k, promptText),
		run: func(_ context.Context, script string) (string, error) {
			scripts = append(scripts, script)
			if script == "bad" {
				return "", &failure{code: exitFailed, err: errors.New("no\nsuch step"), hints: []string{"try another"}}
			}
			return "row\n", nil
		},
		complete: func(begun string, node bool) []string {
			var names []string
			for _, name := range []string{"Libya", "Libyan_National_Army", "LNA", "backs"} {
				if len(name) >= len(begun) && strings.EqualFold(name[:len(begun)], begun) && (node || name != "backs") {
					names = append(names, name)
				}
			}
			return names
		},
	}
	lines, err := openHistory("", nil)
	if err != nil {
		t.Fatal(err)
	}
	p.terminal.History = lines
	if err := p.loop(t.Context()); err != nil {
		t.Fatal(err)
	}
	return scripts, k.String()
}

func TestPrompt(t *testing.T) {
	for name, test := range map[string]struct {
		keys string
		want []string
		show string
	}{
		"lines":          {"one\rtwo\r", []string{"one", "two"}, "row"},
		"empty":          {"\r  \r", nil, ""},
		"help":           {"help\r?\rone\r", []string{"one"}, "who backs LNA"},
		"end":            {"one\rquit\rtwo\r", []string{"one"}, ""},
		"history":        {"one\r\x1b[A\r", []string{"one", "one"}, ""},
		"more lines":     {"one\\\rtwo\r", []string{"one\ntwo"}, promptMore},
		"error":          {"bad\rone\r", []string{"bad", "one"}, "error: no such step\r\nhint: try another"},
		"name":           {"g.V(entity(\"ln\t)).all()\r", []string{`g.V(entity("LNA")).all()`}, ""},
		"node":           {"g.V(\"<libyan\t).all()\r", []string{`g.V("<Libyan_National_Army>").all()`}, ""},
		"relation":       {"g.V().out(\"<ba\t)\r", []string{`g.V().out("<backs>")`}, ""},
		"several":        {"g.V(\"<lib\t\t>\")\r", []string{`g.V("<Libya>")`}, "Libya  Libyan_National_Army"},
		"outside quotes": {"g.V(lib\t)\r", []string{"g.V(lib)"}, ""},
		"a text":         {"g.V(\"lib\t\")\r", []string{`g.V("lib")`}, ""},
		"given up":       {"on\x03two\r", []string{"two"}, "^C"},
		"lines given up": {"one\\\rtw\x03three\r", []string{"three"}, "^C"},
		"not recalled":   {"one\r\x03\x1b[A\r", []string{"one", "one"}, ""},
		"nobody":         {"g.V(\"<Xy\t>\")\r", []string{`g.V("<Xy>")`}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			scripts, shown := typing(t, test.keys)
			if !slices.Equal(scripts, test.want) || !strings.Contains(shown, test.show) {
				t.Errorf("ran %q, want %q; shown %q", scripts, test.want, shown)
			}
		})
	}
}

// Ctrl-C ends what runs, and not the session: what was typed after it is the next line.
func TestKeys(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	k := newKeys(r)
	go io.WriteString(w, "forgotten\x03next\r")
	k.during(t.Context(), func(ctx context.Context) { <-ctx.Done() })
	for want := range slices.Values([]byte("next\r")) {
		var got [1]byte
		if _, err := k.Read(got[:]); err != nil || got[0] != want {
			t.Fatalf("%q, %v, not %q", got, err, want)
		}
	}
	k.during(t.Context(), func(ctx context.Context) {
		if ctx.Err() != nil {
			t.Error("nobody has given up what runs")
		}
	})
}
