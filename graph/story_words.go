package graph

import (
	"cmp"
	"slices"
)

// banded is an article by a band of its sketch.
type banded struct {
	band    [2]uint64
	article int32
}

func (a banded) compare(b banded) int {
	return cmp.Or(cmp.Compare(a.band[0], b.band[0]), cmp.Compare(a.band[1], b.band[1]), cmp.Compare(a.article, b.article))
}

// byWords joins those whose sketches agree.
func (f *storyFinder) byWords() {
	// One of many equal sketches is compared with the rest: a story that went round the world stays cheap.
	same := make([]bool, len(f.number))
	list := f.banded(nil, 0, same)
	for run := range sameBand(list) {
		f.joinSame(run, same)
	}
	for n := range sketchValues / bandValues {
		list = f.banded(list[:0], n, same)
		for run := range sameBand(list) {
			f.joinAlike(run)
		}
	}
}

// banded lists the articles by a band, all but those whose sketch is the same as another's.
func (f *storyFinder) banded(list []banded, n int, same []bool) []banded {
	for i := range int32(len(f.number)) {
		if same[i] {
			continue
		}
		if s, ok := f.sketch(i); ok {
			list = append(list, banded{s.band(n), i})
		}
	}
	slices.SortFunc(list, banded.compare)
	return list
}

// sameBand gives those of a sorted list that have the band of others, together with these.
func sameBand(list []banded) func(yield func([]banded) bool) {
	return func(yield func([]banded) bool) {
		for first, end := 0, 0; first < len(list); first = end {
			for end = first + 1; end < len(list) && list[first].band == list[end].band; end++ { //nolint:revive // it counts
			}
			if end-first > 1 && !yield(list[first:end]) {
				return
			}
		}
	}
}

// joinSame joins those of a band whose sketches are the same, and marks all but the first.
func (f *storyFinder) joinSame(run []banded, same []bool) {
	seen := make(map[sketch]int32, len(run))
	for _, b := range run {
		s, _ := f.sketch(b.article)
		if first, ok := seen[s]; ok {
			f.groups.join(first, b.article)
			same[b.article] = true
		} else {
			seen[s] = b.article
		}
	}
}

// joinAlike joins those of a band whose sketches agree, each with the latest before it.
func (f *storyFinder) joinAlike(run []banded) {
	sketches := make([]sketch, min(len(run), mostCompared)) // of the latest, in turns
	for at, b := range run {
		s, _ := f.sketch(b.article)
		for n := max(0, at-mostCompared); n < at; n++ {
			other := run[n].article
			if f.groups.of(b.article) != f.groups.of(other) && s.shared(&sketches[n%mostCompared]) >= copyValues {
				f.groups.join(b.article, other)
			}
		}
		sketches[at%mostCompared] = s
	}
}
