package main

import (
	"bytes"
	"io"
	"testing"
)

// TestBareWriter holds that no byte of a stranger's text commands the terminal, also where a character is written in
// parts, and that all else passes.
func TestBareWriter(t *testing.T) {
	const (
		text = "a\x1b]0;title\x07b\u009b31mc\x7f\u202Ed\u200Ee\r\xffЖ🙂\n\t“x”\xe2"
		want = "a�]0;title�b�31mc��d�e��Ж🙂\n\t“x”�"
	)
	for size := 1; size <= len(text); size++ {
		var got bytes.Buffer
		w := &bareWriter{w: &got}
		for rest := []byte(text); len(rest) > 0; {
			n := min(size, len(rest))
			if written, err := w.Write(rest[:n]); err != nil || written != n {
				t.Fatal(written, err)
			}
			rest = rest[n:]
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		if got.String() != want {
			t.Fatalf("%d bytes at a time: got %q, want %q", size, got.String(), want)
		}
	}
}

// TestExplainIsSafe holds that a sentence with commands for the terminal is explained without them.
func TestExplainIsSafe(t *testing.T) {
	var out bytes.Buffer
	args := []string{"explain", "Russia backs the LNA\x1b]0;title\x07 and \u009b2Jthe \u202EGNA."}
	if code := run(args, bytes.NewReader(nil), &out, io.Discard); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	if got := out.String(); got == "" || bytes.ContainsAny(out.Bytes(), "\x1b\x07\u009b\u202E") {
		t.Errorf("got %q", got)
	}
}

// endless is standard input that never ends.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

// TestExplainBoundsItsInput holds that explain takes no more memory than other commands for what is piped into it.
func TestExplainBoundsItsInput(t *testing.T) {
	var talk bytes.Buffer
	if code := run([]string{"explain"}, endless{}, io.Discard, &talk); code != exitPartly {
		t.Errorf("exit code %d, want %d", code, exitPartly)
	}
	if !bytes.Contains(talk.Bytes(), []byte("too large")) {
		t.Errorf("got %q", talk.String())
	}
}
