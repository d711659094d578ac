package text

import (
	"encoding/binary"
	"math/bits"
)

// scores are the scores of all tags, in lanes of 16 bits: that of tag t is lane t/2%4 of word t/8*2+t%2. No score of
// a word's features reaches the bounds of a lane, so that lanes are added by words, and what a negative weight borrows
// from the lane above is given back when a start above zero is there for each. The last two words are never used.
type scores [16]uint64

// start is the score that a word's tags begin with. 27 features take at most 127 each off it, or add at most 255.
const start = 0x1000_1000_1000_1000

// denseWords is how many words hold a weight of eight bits for each tag.
const denseWords = 7

// A feature's weights are told by a number, whose lowest three bits say how:
const (
	rowList  = iota // a weight for each tag: the rest is the number of the row, from one on
	pairList        // two weights: the rest is both, a weight's eight bits over its tag's lane
	minList  = 3    // to maxList, so many weights: the rest is where the first one stands
	maxList  = 7
)

// laneBits is how many bits tell a lane.
const laneBits = 6

// weights are the weights of features that have not just two.
type weights struct {
	sparse []byte // lane and int8, two bytes each
	dense  []byte // rows of a byte for each tag, 128 higher than the weight
}

// lane returns the place of a tag's score: the word times four, and the lane in it.
func (t Tag) lane() byte { return byte(t/8*2+t%2)*4 + byte(t/2%4) }

// tagOf returns the tag whose score has that place.
func tagOf(lane byte) Tag { return Tag(lane/8*8 + lane%4*2 + lane/4%2) }

// add adds the weights of a list, if there is one.
func (s *scores) add(w *weights, list uint32) {
	switch n := list & 7; n {
	case pairList:
		s.addOne(list>>3, list>>(3+laneBits))
		s.addOne(list>>(3+laneBits+8), list>>(3+laneBits+8+laneBits))
	case rowList:
		if list != 0 {
			s.addRow((*tagRow)(w.dense[(list>>3-1)*uint32(len(tagRow{})):]))
		}
	default:
		first := list >> 3 * 2
		for pairs := w.sparse[first : first+2*n]; len(pairs) >= 2; pairs = pairs[2:] {
			s.addOne(uint32(pairs[0]), uint32(pairs[1]))
		}
	}
}

// addOne adds the lowest eight bits of weight, with their sign, to the lane that the lowest bits of lane tell.
func (s *scores) addOne(lane, weight uint32) {
	s[lane>>2%16] += uint64(int64(int8(weight))) << (lane & 3 * 16)
}

// tagRow is a weight for each tag, 128 higher than it is.
type tagRow [denseWords * 8]byte

func (s *scores) addRow(b *tagRow) {
	const even = 0x00FF_00FF_00FF_00FF
	for i := range denseWords {
		eight := binary.LittleEndian.Uint64(b[i*8 : i*8+8])
		s[2*i] += eight & even
		s[2*i+1] += eight >> 8 & even
	}
}

// The highest bit and the lowest one of each lane, and the lanes of the last two words that are some tag's.
const (
	laneTops   = 0x8000_8000_8000_8000
	laneUnits  = 0x0001_0001_0001_0001
	lastTags   = tagCount - 8*(denseWords-1) // how many tags the last two words hold
	lastEvens  = 1<<((lastTags+1)/2*16) - 1
	lastOdds   = 1<<(lastTags/2*16) - 1
	firstEvens = ^uint64(0xFFFF) // all but that of Untagged
)

// best returns the tag with the highest score, the lowest of several. It compares four scores at once: none reaches the
// highest bit of its lane.
func (s *scores) best() Tag {
	s[0] &= firstEvens
	s[2*denseWords-2] &= lastEvens
	s[2*denseWords-1] &= lastOdds
	most := s[0]
	for _, word := range s[1 : 2*denseWords] {
		higher := ((most | laneTops) - word) & laneTops // where most is not below word
		keep := higher<<1 - higher>>15
		most = most&keep | word&^keep
	}
	highest := max(most&0xFFFF, most>>16&0xFFFF, most>>32&0xFFFF, most>>48)
	for i := 0; i < 2*denseWords; i += 2 {
		even := ^((s[i] ^ highest*laneUnits | laneTops) - laneUnits) & laneTops // where a lane is the highest
		odd := ^((s[i+1] ^ highest*laneUnits | laneTops) - laneUnits) & laneTops
		if even|odd != 0 {
			first := Tag(2 * (bits.TrailingZeros64(even|odd) / 16))
			if even>>(8*first)&0x8000 == 0 {
				first++
			}
			return Tag(4*i) + first
		}
	}
	return NN
}
