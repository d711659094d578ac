package text

import (
	"unicode"
	"unicode/utf8"
)

// letterCase is how a sentence uses capitals.
type letterCase uint8

const (
	normalCase letterCase = iota
	titleCase             // Russia Backs Haftar in Libya
	upperCase             // RUSSIA BACKS HAFTAR
)

// sentenceCase looks at the words of a sentence that start with a letter.
func sentenceCase(tokens []Token) letterCase {
	upper, title, lower := 0, 0, 0
	for i := range tokens {
		s := tokens[i].Text
		if len(s) == 0 || !isLetter(firstRune(s)) {
			continue
		}
		switch {
		case !isUpper(firstRune(s)):
			if len(s) > 2 && !isSmallWord(s) {
				lower++
			}
		case len(s) > 1 && isAllUpper(s):
			upper++
		default:
			title++
		}
	}
	switch {
	case upper >= 3 && upper > 3*(lower+title):
		return upperCase
	case upper+title >= 3 && lower == 0 && title > upper:
		return titleCase
	}
	return normalCase
}

// isSmallWord reports whether word is one that titles leave in lower case.
func isSmallWord(word string) bool {
	switch word {
	case "the", "and", "for", "with", "from", "but", "nor", "over", "into", "after", "amid", "than", "that", "n't", "n’t":
		return true
	}
	return false
}

func isAllUpper(s string) bool {
	for _, r := range s {
		if isLower(r) {
			return false
		}
	}
	return true
}

// maxNorm is how many bytes of a word the features look at: the first and
// last ones of a longer word.
const maxNorm = 48

// form is what the features need to know of one word.
type form struct {
	exact  uint32 // hash of the word as it is written
	lower  uint32 // hash of the word in lower case, digits as 0
	suffix uint32 // last three bytes of it
	longer uint32 // last four bytes
	prefix uint32 // first three bytes
	shape  uint32 // letter case, digits and the like
	class  uint32 // which tags the word is known to have
}

// Bits of a shape.
const (
	shapeCapital = 1 << iota
	shapeUpper
	shapeDigit
	shapeHyphen
	shapePoint
	shapeForeign
	shapeLong
	shapeFirst
	shapeTitleCase
	shapeUpperCase
	shapeEdge
)

// unknownClass is the bit that marks a class as made from a word's ending.
const unknownClass = 1 << 31

// edge stands before the first and behind the last word.
func edge() form { return form{lower: 1, suffix: 1, longer: 1, prefix: 1, shape: shapeEdge, class: 1} }

// analyse sets everything of f but class.
func (f *form) analyse(word string, first bool, c letterCase) {
	var buf [maxNorm + utf8.UTFMax]byte
	n, shape, letters, capitals := 0, uint32(0), 0, 0
	exact := uint64(hashSeed)
	for i := 0; i < len(word); {
		r, size := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(word[i:])
		}
		i += size
		exact = (exact ^ uint64(r)) * hashPrime
		switch {
		case r >= 'a' && r <= 'z':
			letters++
		case r >= 'A' && r <= 'Z':
			letters++
			capitals++
			r += 'a' - 'A'
		case r >= '0' && r <= '9':
			shape |= shapeDigit
			r = '0'
		case r == '-':
			shape |= shapeHyphen
		case r == '.':
			shape |= shapePoint
		case r == '’':
			r = '\''
		case r >= utf8.RuneSelf:
			if isFormat(r) {
				continue
			}
			shape |= shapeForeign
			letters++
			if unicode.IsUpper(r) {
				capitals++
				r = unicode.ToLower(r)
			}
		}
		if capitals == 1 && letters == 1 {
			shape |= shapeCapital
		}
		if n+utf8.RuneLen(max(r, 0)) > maxNorm { // keep the first half and the last bytes
			n = maxNorm/2 + copy(buf[maxNorm/2:], buf[n-maxNorm/4:n])
		}
		n += utf8.EncodeRune(buf[n:], r)
	}
	if letters > 1 && letters == capitals {
		shape |= shapeUpper
	}
	if letters > 12 {
		shape |= shapeLong
	}
	if first {
		shape |= shapeFirst
	}
	switch c {
	case titleCase:
		shape |= shapeTitleCase
	case upperCase:
		shape |= shapeUpperCase
	}
	b := buf[:n]
	*f = form{exact: fold(exact), lower: hashBytes(b), shape: shape, prefix: pack(b[:min(n, 3)])}
	f.suffix, f.longer = pack(b[max(n-3, 0):]), pack(b[max(n-4, 0):])
}

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func hashBytes(b []byte) uint32 {
	h := uint64(hashSeed)
	for _, c := range b {
		h = (h ^ uint64(c)) * hashPrime
	}
	return fold(h)
}

func fold(h uint64) uint32 {
	h ^= h >> 29
	h *= 0x9E3779B97F4A7C15
	return uint32(h >> 32)
}

// pack returns up to four bytes as a number.
func pack(b []byte) uint32 {
	v := uint32(0)
	for _, c := range b {
		v = v<<8 | uint32(c)
	}
	return v
}

// written is the word as it is written, in lower case where the sentence's
// capitals mean nothing.
func (f *form) written() uint32 {
	if f.shape&(shapeUpperCase|shapeTitleCase) != 0 {
		return f.lower
	}
	return f.exact
}

// isAcronym reports whether the word, not known otherwise, is one like LNA in
// a sentence that is not all capitals.
func (f *form) isAcronym() bool {
	const acronym = shapeUpper | shapeCapital
	return f.class&unknownClass != 0 && f.shape&(acronym|shapeDigit|shapeUpperCase) == acronym
}

// key hashes a feature: its template's number and up to three values.
func key(template, a, b, c uint32) uint32 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9E3779B97F4A7C15
	h ^= h>>32 ^ uint64(template)<<56
	h = (h ^ uint64(c)) * 0xD6E8FEB86659FD93
	return uint32(h >> 32)
}

// The features of a word are of three sorts: those of the word alone, those that
// each of its neighbours adds alone, and those that join several words or tags.
const (
	ownCount    = 8
	besideCount = 5
	jointCount  = 14
)

// ownKeys sets keys to the features that the word alone has.
func (f *form) ownKeys(keys *[ownCount]uint32) {
	*keys = [ownCount]uint32{
		key(1, f.lower, 0, 0),
		key(2, f.suffix, f.shape&(shapeCapital|shapeUpperCase|shapeTitleCase), 0),
		key(3, f.longer, 0, 0),
		key(4, f.prefix, 0, 0),
		key(5, f.shape, 0, 0),
		key(21, f.suffix&0xFFFF, f.shape, 0),
		key(26, f.written(), 0, 0),
		key(27, f.class, f.shape, 0),
	}
}

// besideKeys sets keys to the features that the word adds to others: to the one
// two places to the right of it, one to the right, one to the left (two of
// them), two to the left.
func (f *form) besideKeys(keys *[besideCount]uint32) {
	*keys = [besideCount]uint32{
		key(25, f.lower, 0, 0),
		key(10, f.lower, 0, 0),
		key(12, f.lower, 0, 0),
		key(13, f.suffix, 0, 0),
		key(14, f.lower, 0, 0),
	}
}

// window is the word to be tagged and its neighbours: window[2] is the word.
type window [5]*card

// jointKeys sets keys to the features of the word in the middle of w that it
// has from others too, among them its left neighbours, whose tags are t1 (next
// to it) and t2.
func (w *window) jointKeys(keys *[jointCount]uint32, t1, t2 Tag) {
	p2, p1, f, n1, n2 := w[0], w[1], w[2], w[3], w[4]
	a, b := uint32(t1), uint32(t2)
	const capitals = shapeCapital | shapeUpper | shapeEdge | shapeDigit
	around := p1.shape&capitals<<16 | n1.shape&capitals
	*keys = [jointCount]uint32{
		key(6, f.shape, around, a),
		key(7, a, b, 0),
		key(8, a, f.lower, 0),
		key(9, a, f.suffix, 0),
		key(11, p2.lower, p1.lower, 0),
		key(15, f.class, a, b),
		key(16, f.class, n1.class, 0),
		key(17, f.class, n1.class, n2.class),
		key(18, a, n1.class, f.class),
		key(19, p1.lower, f.lower, 0),
		key(20, f.lower, n1.lower, 0),
		key(22, p1.lower, n1.lower, 0),
		key(23, f.class, p1.class, p2.class),
		key(24, n1.suffix, f.class, n1.shape&capitals),
	}
}

// templateCount is the number of features of a word.
const templateCount = ownCount + besideCount + jointCount

// keys sets keys to all features of the word in the middle of w.
func (w *window) keys(keys *[templateCount]uint32, t1, t2 Tag) {
	w[2].ownKeys((*[ownCount]uint32)(keys[:]))
	var all [besideCount]uint32
	for i, neighbour := range [besideCount]*card{w[0], w[1], w[3], w[3], w[4]} {
		neighbour.besideKeys(&all)
		keys[ownCount+i] = all[i]
	}
	w.jointKeys((*[jointCount]uint32)(keys[ownCount+besideCount:]), t1, t2)
}
