package graph

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"slices"
	"strings"
)

// A sketch is 32 MinHash values of 32 bits each, in base64url. The share of values in which two sketches agree
// estimates how much of their articles' word sequences is the same.
const (
	sketchValues = 32
	// bandValues is how many values in a row two sketches must have in common before they are compared at all: a copy
	// of 80 per cent has such a band in 49 of 50 cases, two articles on one event in 1 of 20.
	bandValues = 4
	// copyValues is how many values copies share: 80 per cent.
	copyValues = 26
)

// Stories groups the articles that are copies of each other, syndicated or spun: those whose sketches agree in 80 per
// cent, and the copies of copies. Each article stands in one story; one without a sketch that can be read is a story
// of its own. Articles of a story are sorted by date, undated ones last, then by id; stories by their first article.
func Stories(articles []Article) [][]Article {
	sorted := slices.Clone(articles)
	slices.SortFunc(sorted, compareByDate)
	sorted = slices.CompactFunc(sorted, func(a, b Article) bool { return a.ID == b.ID })
	groups := newGroups(len(sorted))
	sketches := make([]*sketch, len(sorted))
	same := map[sketch]int{}
	bands := map[band][]int{}
	for i, a := range sorted {
		if sketches[i] = parseSketch(a.Sketch); sketches[i] == nil {
			continue
		}
		// One of many equal sketches is compared with the rest: a story that went round the world stays cheap.
		if first, ok := same[*sketches[i]]; ok {
			groups.join(i, first)
			continue
		}
		same[*sketches[i]] = i
		for n := range sketchValues / bandValues {
			key := sketches[i].band(n)
			for _, j := range bands[key] {
				if groups.of(i) != groups.of(j) && sketches[i].isCopyOf(sketches[j]) {
					groups.join(i, j)
				}
			}
			bands[key] = append(bands[key], i)
		}
	}
	var stories [][]Article
	place := map[int]int{}
	for i, a := range sorted {
		n, ok := place[groups.of(i)]
		if !ok {
			n = len(stories)
			place[groups.of(i)] = n
			stories = append(stories, nil)
		}
		stories[n] = append(stories[n], a)
	}
	return stories
}

// compareByDate puts the earliest article first, undated ones last.
func compareByDate(a, b Article) int {
	return cmp.Or(cmp.Compare(a.firstDay(), b.firstDay()), slices.Compare(a.ID[:], b.ID[:]))
}

// firstDay is the first day on which the article may have appeared, or what sorts after every day.
func (a Article) firstDay() string {
	first, _, ok := a.Date().Bounds()
	if !ok || first == "" {
		return "~" // after every digit
	}
	return first
}

type sketch [sketchValues]uint32

// band is a run of a sketch's values, and which one.
type band struct {
	n      int
	values [bandValues]uint32
}

// parseSketch reads a sketch, or gives nil where it is empty or of another form.
func parseSketch(text string) *sketch {
	data, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(text, "="))
	if err != nil || len(data) != 4*sketchValues {
		return nil
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

func (s *sketch) isCopyOf(other *sketch) bool {
	shared := 0
	for i := range s {
		if s[i] == other[i] {
			shared++
		}
	}
	return shared >= copyValues
}

// groups are disjoint sets of numbers, each known by its smallest.
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g groups) of(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g groups) join(i, j int) {
	i, j = g.of(i), g.of(j)
	g[max(i, j)] = min(i, j)
}
