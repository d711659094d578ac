package text

import (
	"cmp"
	"maps"
	"slices"
)

// Trainer makes a Tagger from sentences whose tags are known. The same
// sentences in the same order give the same Tagger on every machine.
type Trainer struct {
	sentences [][]Token
	known     map[uint32]uint64 // tags, as bits, of the words told to Know
	weights   map[uint32]*weightList
	step      int64
}

// weightList is the weights of a feature while it is being learned.
type weightList struct {
	seen    int // how often the feature was met in the first round
	weights []weight
}

type weight struct {
	tag   Tag
	now   int32
	sum   int64 // of now over all steps up to since
	since int64
}

// What makes a word one that always has its tag, and one whose tags are known.
const (
	minAlways = 12
	minClass  = 8
)

// weightScale is by how much averaged weights are multiplied before they are
// rounded; minSeen is how often a feature must occur to be kept.
const (
	weightScale = 6
	minSeen     = 2
)

// Add gives the trainer a sentence to learn from; it keeps the tokens.
func (tr *Trainer) Add(tokens []Token) {
	if len(tokens) > 0 {
		tr.sentences = append(tr.sentences, tokens)
	}
}

// Know tells the trainer which tags a word in lower case may have. It counts
// for words that are rare or missing in the sentences.
func (tr *Trainer) Know(word string, tags ...Tag) {
	if tr.known == nil {
		tr.known = make(map[uint32]uint64)
	}
	var f form
	f.analyse(word, false, normalCase)
	for _, t := range tags {
		tr.known[f.lower] |= 1 << t
	}
}

// Train goes through the sentences so many times, each time in another order,
// and returns what it learned.
func (tr *Trainer) Train(rounds int) *Tagger {
	t := newTagger(tr.unambiguous(), tr.ambiguity(), nil)
	tr.weights = make(map[uint32]*weightList)
	tr.step = 0
	order := make([]int, len(tr.sentences))
	for i := range order {
		order[i] = i
	}
	random := uint64(1)
	for round := range rounds {
		for i := len(order) - 1; i > 0; i-- { // the shuffle of Fisher and Yates
			random = random*6364136223846793005 + 1442695040888963407
			j := int((random >> 33) % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			tr.learn(t, tr.sentences[i], round == 0)
		}
	}
	return newTagger(t.always, t.classes, tr.average())
}

// learn tags a sentence and corrects the weights after each mistake.
func (tr *Trainer) learn(t *Tagger, tokens []Token, first bool) {
	var (
		r      = newReader(t, tokens)
		keys   [templateCount]uint32
		t1, t2 Tag
	)
	for i := range tokens {
		tag := r.fixed[2]
		if tag == Untagged {
			r.window.keys(&keys, t1, t2)
			tag = tr.guess(&keys, first)
			tr.step++
			if gold := tokens[i].Tag; tag != gold {
				for _, k := range keys {
					tr.weights[k].change(gold, 1, tr.step)
					tr.weights[k].change(tag, -1, tr.step)
				}
			}
		}
		t1, t2 = tag, t1
		r.next()
	}
}

// guess returns the tag with the highest score so far.
func (tr *Trainer) guess(keys *[templateCount]uint32, first bool) Tag {
	var scores [tagCount]int32
	for _, k := range keys {
		list := tr.weights[k]
		if list == nil {
			list = &weightList{}
			tr.weights[k] = list
		}
		if first {
			list.seen++
		}
		for i := range list.weights {
			scores[list.weights[i].tag] += list.weights[i].now
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

func (l *weightList) change(tag Tag, by int32, step int64) {
	for i := range l.weights {
		w := &l.weights[i]
		if w.tag == tag {
			w.sum += int64(w.now) * (step - w.since)
			w.now += by
			w.since = step
			return
		}
	}
	l.weights = append(l.weights, weight{tag: tag, now: by, since: step})
}

// average returns the rounded averages of the weights over all steps.
func (tr *Trainer) average() map[uint32][]uint16 {
	features := make(map[uint32][]uint16, len(tr.weights))
	for k, list := range tr.weights {
		if list.seen < minSeen {
			continue
		}
		var packed []uint16
		for _, w := range list.weights {
			sum := (w.sum + int64(w.now)*(tr.step-w.since)) * weightScale * 2
			q := (sum + tr.step) / (2 * tr.step)
			if sum < 0 {
				q = (sum - tr.step) / (2 * tr.step)
			}
			q = max(min(q, 127), -127)
			if q != 0 {
				packed = append(packed, uint16(w.tag)<<8|uint16(uint8(int8(q))))
			}
		}
		if len(packed) > 0 {
			features[k] = packed
		}
	}
	return features
}

// counts is how often words have which tag.
type counts map[uint32]*[tagCount]int

func (c counts) add(word uint32, tag Tag) {
	n := c[word]
	if n == nil {
		n = new([tagCount]int)
		c[word] = n
	}
	n[tag]++
}

// count counts the tags of the words whose form alone does not give it.
func (tr *Trainer) count() (exact, lower counts) {
	exact, lower = make(counts), make(counts)
	none := newTagger(table{}, table{}, nil)
	for _, tokens := range tr.sentences {
		r := newReader(none, tokens)
		for i := range tokens {
			if f := r.window[2]; r.fixed[2] == Untagged {
				exact.add(f.exact, tokens[i].Tag)
				lower.add(f.lower, tokens[i].Tag)
			}
			r.next()
		}
	}
	return exact, lower
}

// unambiguous returns the frequent words that have the same tag at least 399
// times in 400.
func (tr *Trainer) unambiguous() table {
	exact, _ := tr.count()
	values := make(map[uint32]uint32)
	for word, n := range exact {
		total, best := 0, NN
		for tag, k := range n {
			total += k
			if k > n[best] {
				best = Tag(tag)
			}
		}
		if total >= minAlways && (total-n[best])*400 <= total {
			values[word] = uint32(best)
		}
	}
	return newTable(values)
}

// ambiguity returns, of each word that is not rare, a hash of the tags that
// it has at least once in ten times, the most frequent one first.
func (tr *Trainer) ambiguity() table {
	_, lower := tr.count()
	values := make(map[uint32]uint32)
	for word, tags := range tr.known {
		values[word] = fold(hashSeed^tags)>>16 | 1<<17
	}
	for word, n := range lower {
		total, best := 0, NN
		for tag, k := range n {
			total += k
			if k > n[best] {
				best = Tag(tag)
			}
		}
		if total < minClass {
			continue
		}
		h := uint64(hashSeed)
		h = (h ^ uint64(best)) * hashPrime
		for tag, k := range n {
			if k*10 >= total && Tag(tag) != best {
				h = (h ^ uint64(tag)) * hashPrime
			}
		}
		values[word] = fold(h)>>16 | 1<<16
	}
	return newTable(renumber(values))
}

// renumber replaces the values by small numbers from 2 on (1 is the edge of
// a sentence), the most frequent one first.
func renumber(values map[uint32]uint32) map[uint32]uint32 {
	frequency := make(map[uint32]int)
	for _, v := range values {
		frequency[v]++
	}
	order := slices.SortedFunc(maps.Keys(frequency), func(a, b uint32) int {
		return cmp.Or(frequency[b]-frequency[a], cmp.Compare(a, b))
	})
	numbers := make(map[uint32]uint32, len(order))
	for i, v := range order {
		numbers[v] = uint32(i) + 2
	}
	for word, v := range values {
		values[word] = numbers[v]
	}
	return values
}
