package text

import "sync/atomic"

// card is what the tagger works out of a word alone, kept for the next time that it meets the word: news has few words
// that it says often. A card that is in the table is never changed.
//
// What tells whether it is the word's, and what its neighbours need of it, stands first and together: looking at a card
// waits for memory, as there are more of them than a processor keeps at hand.
type card struct {
	word   [maxCard]byte
	length uint8
	first  bool
	letter letterCase
	tag    Tag // the one that the word always has, or Untagged
	form
	beside [besideCount]uint32    // lists of weights that it adds to its neighbours: see besideKeys
	own    [2 * denseWords]uint64 // the scores: sum of start and of the features that no other word has a part in
}

// maxCard is how many bytes a word has at most whose card is kept, cardCount how many are kept, a power of two.
const (
	maxCard   = 24
	cardCount = 1 << 15
)

// cards keeps the cards of the words met last, each in the place that its letters give or, once another word took that, in the
// one beside it. Which are there makes tagging faster or slower, never different.
type cards [cardCount]atomic.Pointer[card]

// card gives the card of a word.
func (t *Tagger) card(word string, first bool, letter letterCase) *card {
	if len(word) > maxCard {
		return t.newCard(word, first, letter)
	}
	h := uint64(letter)<<1 | 1
	if first {
		h |= 1 << 3
	}
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * hashPrime
	}
	at := fold(h) % cardCount
	place, beside := &t.cards[at], &t.cards[at^1]
	c := place.Load()
	if c.is(word, first, letter) {
		return c
	}
	if other := beside.Load(); other.is(word, first, letter) {
		return other
	}
	beside.Store(c)
	c = t.newCard(word, first, letter)
	place.Store(c)
	return c
}

// is reports whether the card, if there is one, is that of the word.
func (c *card) is(word string, first bool, letter letterCase) bool {
	return c != nil && string(c.word[:c.length]) == word && c.first == first && c.letter == letter
}

func (t *Tagger) newCard(word string, first bool, letter letterCase) *card {
	c := &card{first: first, letter: letter}
	c.length = uint8(copy(c.word[:], word))
	c.analyse(word, first, letter)
	c.tag = Tag(t.always.get(c.exact))
	if c.class = t.classes.get(c.lower); c.class == 0 {
		c.class = c.suffix | unknownClass
	}
	t.fill(c)
	return c
}

// edgeCard is what stands before the first and behind the last word.
func (t *Tagger) edgeCard() *card {
	c := &card{form: edge()}
	t.fill(c)
	return c
}

// fill looks the features up that the word alone has.
func (t *Tagger) fill(c *card) {
	var own [ownCount]uint32
	c.ownKeys(&own)
	c.besideKeys(&c.beside)
	var pairs [ownCount + besideCount]uint64 // first all reads, which wait for memory side by side
	for i, key := range own {
		pairs[i] = t.features.pair(key)
	}
	for i, key := range c.beside {
		pairs[ownCount+i] = t.features.pair(key)
	}
	var sum scores
	for i := range sum {
		sum[i] = start
	}
	for i, key := range own {
		sum.add(&t.weights, valueOf(pairs[i], key))
	}
	copy(c.own[:], sum[:])
	for i, key := range c.beside {
		c.beside[i] = valueOf(pairs[ownCount+i], key)
	}
}
