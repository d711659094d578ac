package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Citation is one place where an article makes a statement.
type Citation struct {
	// Sentence is the article's sentence, letter for letter: the whole of it, or a window of at most [MaxSentence]
	// bytes around the marks.
	Sentence string `json:"sentence"`
	// Span is where Sentence stands in the article's text, in bytes.
	Span Span `json:"span"`
	// Marks are the words for the ends and the tie, in bytes of Sentence.
	Marks Marks  `json:"marks"`
	Kinds []Kind `json:"kinds"`
	// Valid is when the tie held, as far as the text says.
	Valid Valid `json:"valid"`
	// Place is where, as far as the text says.
	Place ID    `json:"place"`
	Phase Phase `json:"phase"`
	// Via is the agency or paper that the article quotes.
	Via ID `json:"via,omitempty"`
	// Rule and Extractor name what read the sentence so: "backs.backed-by", "rules@1".
	Rule       string     `json:"rule"`
	Extractor  string     `json:"extractor"`
	Confidence Confidence `json:"confidence"`
}

// MaxSentence is the longest sentence that a citation quotes, in bytes.
const MaxSentence = 600

// Span is a half-open range of bytes. In JSON it is a pair.
type Span [2]int

// Len is the number of bytes in the span.
func (s Span) Len() int { return s[1] - s[0] }

// Marks point out the words of a citation's sentence. An end that the sentence does not name (it goes on from the
// sentence before) has an empty span.
type Marks struct {
	Subject Span `json:"subject"`
	Trigger Span `json:"trigger"`
	Object  Span `json:"object"`
}

// Mention gives the words of the sentence that the mark covers.
func (c Citation) Mention(mark Span) string {
	if mark[0] < 0 || mark[1] > len(c.Sentence) || mark[0] > mark[1] {
		return ""
	}
	return c.Sentence[mark[0]:mark[1]]
}

// Validate reports the first way in which the citation breaks the model, or nil.
func (c Citation) Validate() error {
	if c.Sentence == "" || len(c.Sentence) > MaxSentence || !utf8.ValidString(c.Sentence) {
		return fmt.Errorf("citation at %d: a sentence of %d bytes", c.Span[0], len(c.Sentence))
	}
	if c.Span.Len() != len(c.Sentence) || c.Span[0] < 0 {
		return fmt.Errorf("citation at %d: the span %v is not as long as its sentence", c.Span[0], c.Span)
	}
	for _, mark := range []Span{c.Marks.Subject, c.Marks.Trigger, c.Marks.Object} {
		if mark[0] < 0 || mark[0] > mark[1] || mark[1] > len(c.Sentence) {
			return fmt.Errorf("citation at %d: the mark %v is outside its sentence", c.Span[0], mark)
		}
	}
	for _, kind := range c.Kinds {
		if !slices.Contains(Kinds(), kind) {
			return fmt.Errorf("citation at %d: kind %q is unknown", c.Span[0], kind)
		}
	}
	if _, _, ok := c.Valid.Bounds(); !ok {
		return fmt.Errorf("citation at %d: date %q cannot be read", c.Span[0], c.Valid)
	}
	if c.Phase != "" && c.Phase != Started && c.Phase != Ongoing && c.Phase != Ended {
		return fmt.Errorf("citation at %d: phase %q is unknown", c.Span[0], c.Phase)
	}
	return nil
}

// Compare orders citations by where they stand, then by what they say.
func (c Citation) Compare(d Citation) int {
	return cmp.Or(
		cmp.Compare(c.Span[0], d.Span[0]), cmp.Compare(c.Span[1], d.Span[1]),
		compareSpans(c.Marks.Trigger, d.Marks.Trigger),
		compareSpans(c.Marks.Subject, d.Marks.Subject), compareSpans(c.Marks.Object, d.Marks.Object),
		strings.Compare(c.Rule, d.Rule), strings.Compare(c.Extractor, d.Extractor),
		slices.Compare(c.Kinds, d.Kinds),
		cmp.Compare(c.Valid, d.Valid), cmp.Compare(c.Phase, d.Phase), cmp.Compare(c.Place, d.Place),
		cmp.Compare(c.Via, d.Via), cmp.Compare(c.Confidence, d.Confidence),
	)
}

func compareSpans(a, b Span) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }

// Kind is a kind of support, in the terms of the UCDP External Support Dataset where it has one.
type Kind string

const (
	Troops       Kind = "troops"
	Weapons      Kind = "weapons"
	Materiel     Kind = "materiel"
	Training     Kind = "training"
	Funding      Kind = "funding"
	Intelligence Kind = "intelligence"
	Territory    Kind = "territory"
	Air          Kind = "air"
	Political    Kind = "political"
)

// Kinds lists all kinds of support.
func Kinds() []Kind {
	return []Kind{Troops, Weapons, Materiel, Training, Funding, Intelligence, Territory, Air, Political}
}

// Phase is where in its life a tie stands at the time that the text speaks of.
type Phase string

const (
	Started Phase = "started"
	Ongoing Phase = "ongoing"
	Ended   Phase = "ended"
)

// Confidence is the probability, in hundredths, that the text was read rightly. It says nothing about whether the tie
// is true. In JSON it is a number from 0 to 1.
type Confidence int

// LowConfidence is the bound under which answers leave a reading out, and say so.
const LowConfidence Confidence = 50

// String gives the confidence with two decimals: "0.93".
func (c Confidence) String() string { return fmt.Sprintf("%d.%02d", c/100, c%100) }

// MarshalJSON writes the confidence as a number.
func (c Confidence) MarshalJSON() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalJSON reads a number from 0 to 1, with at most two decimals.
func (c *Confidence) UnmarshalJSON(data []byte) error {
	whole, decimals, _ := strings.Cut(string(data), ".")
	if len(decimals) > 2 {
		return fmt.Errorf("confidence %s has more than two decimals", data)
	}
	n, err := strconv.Atoi(whole + (decimals + "00")[:2])
	if err != nil || n < 0 || n > 100 {
		return fmt.Errorf("confidence %s is not between 0 and 1", data)
	}
	*c = Confidence(n)
	return nil
}
