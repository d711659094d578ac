package text

// Tagger gives tokens their part-of-speech tags: an averaged perceptron that
// goes through a sentence from left to right. Its weights are integers, so
// every machine tags alike. A Tagger is safe for concurrent use.
type Tagger struct {
	features table // features to lists of weights
	weights  weights
	always   table // words, as they are written, that have one tag only
	classes  table // words in lower case: the set of tags they were seen with
	edge     *card
	cards    cards
}

// Tag sets the tag of each of the tokens, which should be those of one
// sentence. It allocates nothing but what it keeps of words that are new to it.
func (t *Tagger) Tag(tokens []Token) {
	if len(tokens) == 0 {
		return
	}
	var (
		reader = newReader(t, tokens)
		keys   [jointCount]uint32
		t1, t2 Tag
	)
	for i := range tokens {
		tag := reader.fixed[2]
		if tag == Untagged {
			reader.window.jointKeys(&keys, t1, t2)
			tag = t.best(&reader.window, &keys)
			if tag == NN && reader.window[2].isAcronym() {
				tag = NNP
			}
		}
		tokens[i].Tag = tag
		t1, t2 = tag, t1
		reader.next()
	}
}

// Always returns the tag that the word has whatever stands around it, Untagged where that decides.
func (t *Tagger) Always(word string) Tag { return t.card(word, true, normalCase).tag }

// best returns the tag that the features of the word in the middle of a window speak for most.
func (t *Tagger) best(w *window, keys *[jointCount]uint32) Tag {
	var pairs [jointCount]uint64
	for i, key := range keys { // first all reads, which wait for memory side by side
		pairs[i] = t.features.pair(key)
	}
	var sum scores
	copy(sum[:], w[2].own[:])
	for _, list := range [...]uint32{w[0].beside[0], w[1].beside[1], w[3].beside[2], w[3].beside[3], w[4].beside[4]} {
		if list != 0 {
			sum.add(&t.weights, list)
		}
	}
	for i, pair := range pairs {
		if list := valueOf(pair, keys[i]); list != 0 { // most pairs of words are new to the model
			sum.add(&t.weights, list)
		}
	}
	return sum.best()
}

// reader moves a window over the tokens of a sentence.
type reader struct {
	tagger *Tagger
	tokens []Token
	window window
	fixed  [5]Tag // the tags that the words in the window have by their form, or always
	at     int    // token in the last place of the window
	quotes openQuotes
	letter letterCase
}

func newReader(t *Tagger, tokens []Token) reader {
	r := reader{tagger: t, tokens: tokens, at: -1, letter: sentenceCase(tokens)}
	r.window[3], r.window[4] = t.edge, t.edge
	for range 3 {
		r.next()
	}
	return r
}

// next moves the window by one token.
func (r *reader) next() {
	r.at++
	c, tag := r.tagger.edge, Untagged
	if r.at < len(r.tokens) {
		c = r.tagger.card(r.tokens[r.at].Text, r.at == 0, r.letter)
		if tag = fixedTag(r.tokens, r.at, &r.quotes); tag == Untagged {
			tag = c.tag
		}
	}
	w, f := &r.window, &r.fixed
	w[0], w[1], w[2], w[3], w[4] = w[1], w[2], w[3], w[4], c
	f[0], f[1], f[2], f[3], f[4] = f[1], f[2], f[3], f[4], tag
}
