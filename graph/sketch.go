package graph

import (
	"encoding/base64"
	"strings"
)

// A sketch is 32 MinHash values of 32 bits each, in base64url. The share of values in which two sketches agree
// estimates how much of their articles' word sequences is the same.
const (
	sketchValues = 32
	// bandValues is how many values in a row two sketches must have in common before they are compared at all: a copy
	// of 80 per cent has such a band in 49 of 50 cases, two articles on one event in 1 of 20.
	bandValues = 4
)

type sketch [sketchValues]uint32

// parseSketch reads a sketch, or the bytes of one; it reports false where it is empty or of another form.
func parseSketch(text string) (s sketch, ok bool) {
	if text = sketchBytes(text); text == "" {
		return s, false
	}
	for i := range s {
		s[i] = uint32(text[4*i])<<24 | uint32(text[4*i+1])<<16 | uint32(text[4*i+2])<<8 | uint32(text[4*i+3])
	}
	return s, true
}

// sketchBytes gives the bytes of a sketch, of its text or of themselves, or nothing.
func sketchBytes(text string) string {
	if len(text) == 4*sketchValues {
		return text
	}
	data, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(text, "="))
	if err != nil || len(data) != 4*sketchValues {
		return ""
	}
	return string(data)
}

// band is a run of a sketch's values, by its number.
func (s *sketch) band(n int) [2]uint64 {
	v := s[n*bandValues:]
	return [2]uint64{uint64(v[0])<<32 | uint64(v[1]), uint64(v[2])<<32 | uint64(v[3])}
}

// shared counts the values in which two sketches agree.
func (s *sketch) shared(other *sketch) int {
	shared := 0
	for i := range s {
		if s[i] == other[i] {
			shared++
		}
	}
	return shared
}

// AlikeInWords estimates which share of their word sequences two articles have in common, in hundredths, of their
// sketches; it reports false where one has none.
func AlikeInWords(a, b Article) (int, bool) {
	x, ok := parseSketch(a.Sketch)
	y, also := parseSketch(b.Sketch)
	if !ok || !also {
		return 0, false
	}
	return x.shared(&y) * 100 / sketchValues, true
}
