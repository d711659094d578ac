package graph

import (
	"encoding/base64"
	"encoding/binary"
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

// band is a run of a sketch's values, and which one.
type band struct {
	n      int
	values [bandValues]uint32
}

// parseSketch reads a sketch, or the bytes of one; it gives nil where it is empty or of another form.
func parseSketch(text string) *sketch {
	data := []byte(text)
	if len(data) != 4*sketchValues {
		var err error
		data, err = base64.RawURLEncoding.DecodeString(strings.TrimRight(text, "="))
		if err != nil || len(data) != 4*sketchValues {
			return nil
		}
	}
	var s sketch
	for i := range s {
		s[i] = binary.BigEndian.Uint32(data[4*i:])
	}
	return &s
}

func (s *sketch) band(n int) band {
	return band{n, [bandValues]uint32(s[n*bandValues:])}
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
	x, y := parseSketch(a.Sketch), parseSketch(b.Sketch)
	if x == nil || y == nil {
		return 0, false
	}
	return x.shared(y) * 100 / sketchValues, true
}
