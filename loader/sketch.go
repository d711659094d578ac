package loader

import (
	"encoding/base64"
	"encoding/binary"
	"math"
	"strings"
	"unicode"
)

const (
	// sketchValues is how many values a sketch has.
	sketchValues = 32
	// shingleWords is how many words in a row are hashed together.
	shingleWords = 5
	// goldenRatio is SplitMix64's step from one seed to the next.
	goldenRatio = 0x9E3779B97F4A7C15
)

// Sketch gives the MinHash of a text, in the form that the package's documentation tells; empty for a text without words.
func Sketch(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	if len(words) == 0 {
		return ""
	}
	var least [sketchValues]uint32
	for i := range least {
		least[i] = math.MaxUint32
	}
	for first := range max(1, len(words)-shingleWords+1) {
		hash := hashWords(words[first:min(len(words), first+shingleWords)])
		for i := range least {
			least[i] = min(least[i], uint32(mix(hash+uint64(i+1)*goldenRatio)>>32))
		}
	}
	var data [4 * sketchValues]byte
	for i, value := range least {
		binary.BigEndian.PutUint32(data[4*i:], value)
	}
	return base64.RawURLEncoding.EncodeToString(data[:])
}

// hashWords is FNV-1a over the words, joined by blanks.
func hashWords(words []string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	hash := uint64(offset)
	for i, word := range words {
		if i > 0 {
			hash = (hash ^ ' ') * prime
		}
		for k := range len(word) {
			hash = (hash ^ uint64(word[k])) * prime
		}
	}
	return hash
}

// mix is the finalizer of SplitMix64, a permutation of the 64-bit numbers.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}
