package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"entente.example/graph"
)

// TestBadInput reads texts that are not as a newspaper prints them: what they say is read where it can be, and every
// quotation stands in the text where it is said to stand.
func TestBadInput(t *testing.T) {
	const backs, captured = "Iran backs Houthis affirmed", "March_23_Movement captured Goma affirmed"
	for _, tt := range []struct {
		name, text string
		want       []string // at least
	}{
		{"wire copy in capitals", "SANAA, JAN 5 - IRAN BACKS THE HOUTHIS, A SPOKESMAN FOR THE COALITION SAID. IN CONGO, M23 REBELS CAPTURED GOMA ON MONDAY.", []string{backs, captured}},
		{"a byte order mark", "\uFEFFIran backs the Houthis.", []string{backs}},
		{"zero-width spaces", "Ir\u200ban backs\u200b the Hou\u200dthis. M23\u200b captured\u2060 Goma.", []string{backs, captured}},
		{"soft hyphens", "Iran backs the Hou\u00adthis. M23 cap\u00adtured Go\u00adma.", []string{backs, captured}},
		{"no-break and thin spaces", "Iran\u00a0backs\u202fthe\u2009Houthis. M23\u00a0captured\u00a0Goma.", []string{backs, captured}},
		{"marks of direction", "\u202aIran backs the Houthis\u202c. \u200fM23\u200f captured \u2066Goma\u2069.", []string{backs, captured}},
		{"Arabic between", "Iran backs the Houthis (الحوثيون). حركة 23 مارس M23 captured Goma (غوما).", []string{backs, captured}},
		{"HTML", "<p>Iran <b>backs</b> the <a href=\"/houthis\">Houthis</a>.</p><p>M23 captured Goma.</p>", []string{backs, captured}},
		{"entities of HTML", "Iran&nbsp;backs the Houthis.&nbsp;M23 captured&nbsp;Goma.", []string{backs, captured}},
		{"lines of 40 letters", "Iran, its officials admitted,\nbacks\nthe Houthis. The M23 captured\nGoma on\nMonday.", []string{backs, captured}},
		{"Windows line ends", "Iran backs\r\nthe Houthis.\r\n\r\nM23 captured Goma.\r\n", []string{backs, captured}},
		{"a table", "Country\tGroup\tTroops\nIran\tHouthis\t1,200\nRwanda\tM23\t4,000\n\nIran backs the Houthis.", []string{backs}},
		{"a table drawn with bars", "| Iran | Houthis | 12 |\n|------|---------|----|\n| Rwanda | M23 | 4 |\n\nM23 captured Goma.", []string{captured}},
		{"nested quotes", "“He told us ‘they said “Iran backs the Houthis”’,” the mayor said. M23 captured Goma.", []string{captured}},
		{"quotes that never close", "\"Iran backs the Houthis. “M23 captured Goma.", []string{captured}},
		{"bytes that are no text", "\xff\xfe Iran backs the Houthis. \xc3( is broken. M23 captured Goma.", []string{captured}},
		{"control characters", "Iran backs\x00 the Houthis.\x07 M23 captured Goma.", []string{captured}},
		{"ten thousand words without a full stop", strings.Repeat("and the men went on and ", 2000) + "Iran backs the Houthis", nil},
		{"hundreds of insertions", "Iran backs the Houthis. Peru fled after the M23" + strings.Repeat(", however, in fact, by then", 300) + ", left Goma.", []string{backs}},
		{"nothing but commas", "Iran backs the Houthis. Peru fled after the M23" + strings.Repeat(" ,", 3000) + " left Goma.", []string{backs}},
		{"a million letters", strings.Repeat("x", 1<<20) + " Iran backs the Houthis.", nil},
		{"curly and straight", "Iran's army backs the Houthis. M23’s fighters captured Goma.", []string{captured}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			reading := reader(t).Read(graph.NewDocument("bad", tt.text, graph.Appearance{Published: "2025-01-30"}))
			found := map[string]bool{}
			for _, s := range reading.Statements {
				found[line(s)] = true
				for _, c := range s.Citations {
					if c.Span[1] > len(tt.text) || tt.text[c.Span[0]:c.Span[1]] != c.Sentence {
						t.Errorf("%s: %q is not what stands at %v", line(s), c.Sentence, c.Span)
					}
				}
			}
			for _, want := range tt.want {
				if !found[want] {
					t.Errorf("missing: %s, found %s", want, fmt.Sprint(found))
				}
			}
		})
	}
}
