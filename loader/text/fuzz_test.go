package text_test

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"entente.example/loader/text"
)

// FuzzSentences checks what holds for any bytes: spans are exact, ordered and
// inside the text, nothing visible is lost, and no sentence is overlong.
func FuzzSentences(f *testing.F) {
	for _, s := range []string{
		"Gen. Haftar's men left. They (all) fled!", "a\xff\xfe.\u200bB", "1. x\n2. y\n\n- z", "U.S.\u2028The", "...!?'\"''``",
		"x@y.com http://", "don't 's 'd'", "«a»„b“", "A.A.A.A. A.", "[1][2].[3] 5pm 5km", "re-\nre-a re-A", "\u0301.\u0301", "’’’", ". . .",
	} {
		f.Add(s)
	}
	f.Fuzz(checkSentences)
}

func checkSentences(t *testing.T, doc string) {
	end := 0
	for _, s := range text.Sentences(doc) {
		if len(s.Tokens) == 0 || len(s.Tokens) > 400 {
			t.Fatalf("sentence %v has %d tokens", s.Span, len(s.Tokens))
		}
		if s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %v does not span its tokens", s.Span)
		}
		for _, tok := range s.Tokens {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(doc) {
				t.Fatalf("token %v after offset %d of %d", tok.Span, end, len(doc))
			}
			if tok.Text != doc[tok.Start:tok.End] {
				t.Fatalf("token %v says %q, text %q", tok.Span, tok.Text, doc[tok.Start:tok.End])
			}
			if tok.Tag != text.Untagged {
				t.Fatalf("token %v is tagged %v", tok.Span, tok.Tag)
			}
			checkSkipped(t, doc[end:tok.Start])
			if strings.ContainsFunc(tok.Text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
				t.Fatalf("token %q has a space inside", tok.Text)
			}
			end = tok.End
		}
	}
	checkSkipped(t, doc[end:])
}

// checkSkipped fails if what is between two tokens is visible.
func checkSkipped(t *testing.T, gap string) {
	for i, r := range gap {
		_, size := utf8.DecodeRuneInString(gap[i:])
		if r == utf8.RuneError && size == 1 || !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			t.Fatalf("no token covers %q in %q", r, gap)
		}
	}
}

// TestGrowth takes texts that invite repeated scanning and checks that ten
// times the text takes about ten times as long.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const size = 200_000
	for _, unit := range []string{
		"word ", "a.", "a-", "re-", "Gen. ", "Gen.    ", "J. ", "''", "\"", "(", ").", "[1]", "a'", "a@", "1.", "...", "x\n", "- x\n", "\n",
		"a\u200b", "\u200b", "www.", "http://a", "a", ". ", "\xff", "«", "1:",
	} {
		run := func(n int) time.Duration {
			doc := strings.Repeat(unit, n/len(unit))
			start := time.Now()
			text.Sentences(doc)
			return time.Since(start)
		}
		small, large := run(size/10), run(size)
		for range 20 { // a busy machine is slow for a moment, not each time
			if large <= 40*small {
				break
			}
			small, large = max(small, run(size/10)), min(large, run(size))
		}
		if large > 40*small {
			t.Errorf("%q: %v for %d bytes, %v for %d", unit, small, size/10, large, size)
		}
	}
}

func BenchmarkSentences(b *testing.B) {
	doc := strings.Repeat("The forces of Gen. Haftar, backed by Egypt and the U.A.E., withdrew from Tarhuna on June 5, "+
		"Reuters reported. “They didn't resist,” the town's mayor said.\n\n", 40)
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n = 0
		for _, s := range text.Sentences(doc) {
			n += len(s.Tokens)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
