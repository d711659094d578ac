package text

// Tagger gives tokens their part-of-speech tags: an averaged perceptron that
// goes through a sentence from left to right. Its weights are integers, so
// every machine tags alike. A Tagger is safe for concurrent use.
type Tagger struct {
	slots   []slot   // features by key: open addressing, a power of two
	mask    uint32   // len(slots) - 1
	weights []uint16 // tag and weight of the features: tag in the high byte, int8 in the low one
	always  words    // words, as they are written, that have one tag only
	classes words    // words in lower case: the set of tags they were seen with
}

// slot is a feature's place in the table.
type slot struct {
	key  uint32
	list uint32 // of its weights: first one's place times 64, plus how many; 0 is a free slot
}

// words maps hashes of words to small numbers.
type words struct {
	slots []wordSlot
	mask  uint32
}

type wordSlot struct{ hash, value uint32 }

// Tag sets the tag of each of the tokens, which should be those of one
// sentence. It allocates nothing.
func (t *Tagger) Tag(tokens []Token) {
	if len(tokens) == 0 {
		return
	}
	var (
		reader = newReader(t, tokens)
		keys   [templateCount]uint32
		t1, t2 Tag
	)
	for i := range tokens {
		tag := reader.window[2].fixed
		if tag == Untagged {
			reader.window.features(&keys, t1, t2)
			tag = t.best(&keys)
			if tag == NN && reader.window[2].isAcronym() {
				tag = NNP
			}
		}
		tokens[i].Tag = tag
		t1, t2 = tag, t1
		reader.next()
	}
}

// best returns the tag with the highest score, the lowest of several.
func (t *Tagger) best(keys *[templateCount]uint32) Tag {
	var scores [256]int32
	for _, k := range keys {
		for i := k & t.mask; t.slots[i].list != 0; i = (i + 1) & t.mask {
			if t.slots[i].key != k {
				continue
			}
			list := t.slots[i].list
			for _, w := range t.weights[list>>6 : list>>6+list&63] {
				scores[w>>8] += int32(int8(w))
			}
			break
		}
	}
	best := NN
	for tag := NN + 1; tag < tagCount; tag++ {
		if scores[tag] > scores[best] {
			best = tag
		}
	}
	return best
}

// get returns the value of a word's hash, 0 if it has none.
func (w *words) get(hash uint32) uint32 {
	for i := hash & w.mask; w.slots[i].value != 0; i = (i + 1) & w.mask {
		if w.slots[i].hash == hash {
			return w.slots[i].value
		}
	}
	return 0
}

// reader moves a window over the tokens of a sentence.
type reader struct {
	tagger *Tagger
	tokens []Token
	window window
	at     int // token in the last place of the window
	quotes openQuotes
	letter letterCase
}

func newReader(t *Tagger, tokens []Token) reader {
	r := reader{tagger: t, tokens: tokens, at: -1, letter: sentenceCase(tokens)}
	r.window[3], r.window[4] = edge(), edge()
	for range 3 {
		r.next()
	}
	return r
}

// next moves the window by one token.
func (r *reader) next() {
	copy(r.window[:], r.window[1:])
	r.at++
	f := &r.window[4]
	if r.at >= len(r.tokens) {
		*f = edge()
		return
	}
	f.analyse(r.tokens[r.at].Text, r.at == 0, r.letter)
	f.fixed = fixedTag(r.tokens, r.at, &r.quotes)
	if f.fixed == Untagged {
		f.fixed = Tag(r.tagger.always.get(f.exact))
	}
	if f.class = r.tagger.classes.get(f.lower); f.class == 0 {
		f.class = f.suffix | unknownClass
	}
}
