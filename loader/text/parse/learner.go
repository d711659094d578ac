package parse

import (
	"cmp"
	"slices"
)

// learner is a linear model while it is being learned.
type learner struct {
	classes int
	closed  bool // features that are not in places count for nothing
	places  map[uint32]int32
	entries []entry
	now     []int32 // weights: classes of them an entry that has some
	sum     []int64 // of the changes, each times the step it was made in
	total   []int32 // scores, reused
	step    int64
}

// entry is a feature that was met.
type entry struct {
	key     uint32
	seen    int32 // how often, in the first round
	weights int32 // where they start, 0 if it has none
}

func newLearner(classes int) learner {
	return learner{
		classes: classes, places: make(map[uint32]int32), total: make([]int32, classes),
		now: make([]int32, classes), sum: make([]int64, classes),
		entries: make([]entry, 1), // one that never has weights
	}
}

// kept returns the features that get a place in a table of that size.
func (l *learner) kept(buckets int) []feature {
	t := newTable(make([]byte, bucketSize<<buckets))
	features := l.average()
	return slices.DeleteFunc(features, func(f feature) bool { return !t.put(f.key, [3]byte{}) })
}

// only returns a learner that has learned nothing and looks at nothing but
// the features.
func (l *learner) only(features []feature) learner {
	n := newLearner(l.classes)
	n.closed = true
	for _, f := range features {
		n.places[f.key] = int32(len(n.entries))
		n.entries = append(n.entries, entry{key: f.key, seen: minSeen})
	}
	return n
}

// find sets places to where the entries of the features are.
func (l *learner) find(keys []uint32, places []int32, count bool) {
	for i, k := range keys {
		p, ok := l.places[k]
		if !ok && !l.closed {
			p = int32(len(l.entries))
			l.places[k] = p
			l.entries = append(l.entries, entry{key: k})
		}
		if count {
			l.entries[p].seen++
		}
		places[i] = p
	}
}

func (l *learner) scores(places []int32) []int32 {
	clear(l.total)
	for _, p := range places {
		if at := int(l.entries[p].weights); at != 0 {
			for c, w := range l.now[at : at+l.classes] {
				l.total[c] += w
			}
		}
	}
	return l.total
}

func (l *learner) change(places []int32, class int, by int32) {
	for _, p := range places {
		if p == 0 {
			continue
		}
		e := &l.entries[p]
		if e.weights == 0 {
			e.weights = int32(len(l.now))
			for range l.classes {
				l.now = append(l.now, 0)
				l.sum = append(l.sum, 0)
			}
		}
		i := int(e.weights) + class
		l.now[i] += by
		l.sum[i] += int64(by) * l.step
	}
}

// feature is a feature with its averaged weights.
type feature struct {
	key     uint32
	weights []int8
	most    int32 // the largest of the weights, without sign
}

// By how much averaged weights are multiplied before they are rounded, how
// far from 0 they must be then to be kept, and how often a feature must occur.
const (
	scale   = 2
	minimum = 2
	minSeen = 2
)

// average returns the features seen often enough with the averages of their
// weights over all steps, scaled and rounded, the heaviest first.
func (l *learner) average() []feature {
	var features []feature
	for _, e := range l.entries {
		if e.seen < minSeen || e.weights == 0 {
			continue
		}
		f := feature{key: e.key, weights: make([]int8, l.classes)}
		for c := range l.classes {
			i := int(e.weights) + c
			v := (int64(l.now[i])*l.step - l.sum[i]) * scale * 2
			q := (v + l.step) / (2 * l.step)
			if v < 0 {
				q = (v - l.step) / (2 * l.step)
			}
			w := max(min(q, 127), -127)
			f.weights[c] = int8(w)
			f.most = max(f.most, int32(max(w, -w)))
		}
		if f.most > 0 {
			features = append(features, f)
		}
	}
	slices.SortFunc(features, func(a, b feature) int {
		return cmp.Or(cmp.Compare(b.most, a.most), cmp.Compare(a.key, b.key))
	})
	return features
}
