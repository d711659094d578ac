package extract_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"entente.example/graph"
)

// Whatever the text, a reading is valid and quotes it letter for letter.
func FuzzRead(f *testing.F) {
	f.Add(seed(f).Text)
	for _, text := range []string{
		"", "\x00", "Russia", "Russia-", "-backed", "Turkey-backed", "Turkey-backed-backed-backed forces",
		"RUSSIAN TROOPS ENTERED TSKHINVALI. THE GEORGIAN ARMY WITHDREW.", "\u202eRussia backs Syria\u202c", "Rus\u200bsia backs Iran.",
		"“Russia ‘backs “Iran”’”", "Iran, Iran, Iran and Iran back Iran.", "of of of Russia of of", "by by Iran , , , and and",
		"Russia\x1fbacks\x00Iran", "It backs it.", "The capital of the capital of Libya", "(((((((((Iran)))))",
		"Iran backs \xff\xfeSyria.", "A who who which that Iran", "not not not deny denied denying denies Iran backs Syria",
	} {
		f.Add(text)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := graph.NewDocument("fuzz", text, graph.Appearance{Published: "2020-05-28"})
		reading := r.Read(doc)
		known := map[graph.ID]bool{}
		for _, e := range reading.Entities {
			known[e.ID] = true
		}
		for _, s := range reading.Statements {
			if err := s.Validate(); err != nil {
				t.Error(err)
			}
			if !known[s.Subject] || !known[s.Object] || s.Speaker != "" && !known[s.Speaker] {
				t.Errorf("%s: an end or the speaker is no entity of the reading", line(s))
			}
			for _, c := range s.Citations {
				if c.Span[1] > len(text) || text[c.Span[0]:c.Span[1]] != c.Sentence {
					t.Errorf("%s: %q is not what stands at %v", line(s), c.Sentence, c.Span)
				}
			}
		}
		if again := r.Read(doc); fmt.Sprint(again) != fmt.Sprint(reading) {
			t.Error("a second reading differs")
		}
	})
}

// Ten times the text takes about ten times as long, also where it is hostile.
func TestGrowth(t *testing.T) {
	r := reader(t)
	for name, piece := range map[string]string{
		"no full stop": "Russia backs Iran and ",
		"commas":       "Russia, Iran, Syria, ",
		"brackets":     "(Iran (",
		"one letter":   "x",
		"hyphens":      "Turkey-backed-",
		"of":           "the forces of the army of ",
		"quotes":       "“Iran said ",
		"pronouns":     "it bombed Iran and their army, ",
		"news":         "Russia backs Syria. Its troops attacked Aleppo, he said. ",
	} {
		elapsed := func(bytes int) time.Duration {
			text := strings.Repeat(piece, bytes/len(piece))
			best := time.Hour
			for range 3 {
				start := time.Now()
				r.Read(graph.NewDocument("growth", text, graph.Appearance{}))
				best = min(best, time.Since(start))
			}
			return best
		}
		var small, large time.Duration
		for try := 0; try == 0 || try < 5 && large > 40*small+50*time.Millisecond; try++ { // others may need the processor
			small, large = elapsed(5_000), elapsed(50_000)
		}
		if large > 40*small+50*time.Millisecond {
			t.Errorf("%s: 5 kB take %v, 50 kB take %v", name, small, large)
		}
	}
}
