package graph

import (
	"cmp"
	"slices"
)

// sayings are the things that articles say, by numbers in the order of those which the caller knows them by.
type sayings struct {
	known []uint64
	// said is by how many articles each is said, first the day on which it was at first, or noDay.
	said, first []int32
}

// byFacts joins those that say the same.
func (f *storyFinder) byFacts() {
	s := f.sayings()
	c := chains{last: make([]int, len(s.said)), links: make([]link, 1)}
	for i, day := range f.days {
		if day == noDay {
			continue
		}
		says := s.numbers(nil, f.tellings.Says(int(f.number[i])))
		if len(says) < retoldLeast {
			continue
		}
		c.leave(day - retoldDays)
		now := &retelling{article: int32(i), day: day, says: says}
		now.sketch, now.sketched = f.sketch(int32(i))
		for _, what := range s.telling(says) {
			n := 0
			for other := range c.of(what) {
				if n == mostCompared || other.day < day-retoldDays {
					break
				}
				n++
				since := other.day - retoldDays
				if f.groups.of(now.article) != f.groups.of(other.article) && s.retold(now, other, since) {
					f.groups.join(now.article, other.article)
				}
			}
			c.add(what, now)
		}
	}
}

// sayings numbers what the articles say.
func (f *storyFinder) sayings() sayings {
	var s sayings
	const least = 1 << 16
	sorted := 0
	compact := func() {
		slices.Sort(s.known)
		s.known = slices.Compact(s.known)
		sorted = len(s.known)
	}
	for _, n := range f.number {
		if s.known = append(s.known, f.tellings.Says(int(n))...); len(s.known) > 2*sorted+least {
			compact()
		}
	}
	compact()
	s.known = slices.Clip(s.known)
	s.said, s.first = make([]int32, len(s.known)), make([]int32, len(s.known))
	for i := range s.first {
		s.first[i] = noDay
	}
	var says []int32
	for i, n := range f.number {
		says = s.numbers(says[:0], f.tellings.Says(int(n)))
		for _, what := range says {
			s.said[what]++
			if day := f.days[i]; day != noDay && (s.first[what] == noDay || day < s.first[what]) {
				s.first[what] = day
			}
		}
	}
	return s
}

// numbers appends those of what an article says, each once, in the order of the text.
func (s *sayings) numbers(to []int32, says []uint64) []int32 {
	begin := len(to)
	for _, what := range says {
		n, _ := slices.BinarySearch(s.known, what)
		if number := int32(n); !slices.Contains(to[begin:], number) {
			to = append(to, number)
		}
	}
	return to
}

// telling gives the rarest things that an article says, so many that every article that says the same to retoldShare
// has one of them among its own. (Chaudhuri, Ganti and Kaushik, A Primitive Operator for Similarity Joins, 2006.)
func (s *sayings) telling(says []int32) []int32 {
	rarest := slices.SortedFunc(slices.Values(says), func(a, b int32) int {
		return cmp.Or(cmp.Compare(s.said[a], s.said[b]), cmp.Compare(a, b))
	})
	return rarest[:len(says)-(retoldShare*len(says)+99)/100+1]
}

// retelling is an article that may tell another one again.
type retelling struct {
	article, day int32
	says         []int32
	sketch       sketch
	sketched     bool
}

// retold reports whether one article tells the other again; what was not said before a day was new.
func (s *sayings) retold(i, j *retelling, since int32) bool {
	a, b := i.says, j.says
	if min(len(a), len(b))*100 < retoldShare*max(len(a), len(b)) {
		return false
	}
	words := 0
	if i.sketched && j.sketched {
		words = i.sketch.shared(&j.sketch)
	}
	if words < retoldValues && min(len(a), len(b)) < retoldNews {
		return false // the cheapest look: most end here
	}
	shared, news := 0, 0
	for _, what := range a {
		if slices.Contains(b, what) {
			shared++
			if s.first[what] >= since {
				news++
			}
		}
	}
	all := len(a) + len(b) - shared
	if shared*100 < retoldShare*all || words < retoldValues && news < retoldNews {
		return false
	}
	order := inSameOrder(a, b)
	return words >= retoldValues && order >= retoldLeast && 100*words/sketchValues+100*order/(all+1) >= retoldSum ||
		news >= retoldNews && order*100 >= retoldOrder*all
}

// inSameOrder is the length of the longest sequence that both lists hold.
func inSameOrder(a, b []int32) int {
	above, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for i := range a {
		for j := range b {
			if a[i] == b[j] {
				row[j+1] = above[j] + 1
			} else {
				row[j+1] = max(row[j], above[j+1])
			}
		}
		above, row = row, above
	}
	return above[len(b)]
}

// chains lead to those who say a thing, the latest first, as far back as one that comes now may tell them again.
type chains struct {
	// last are the first links by what is said. Links are numbered on and on; those before begin are gone, and 0 is none.
	last       []int
	links      []link
	begin, old int // so many of the links are too old
}

type link struct {
	by     *retelling
	before int
}

// leave forgets those before a day.
func (c *chains) leave(day int32) {
	for c.old < len(c.links) && (c.links[c.old].by == nil || c.links[c.old].by.day < day) {
		c.old++
	}
	if c.old > len(c.links)/2 {
		c.links = append([]link(nil), c.links[c.old:]...)
		c.begin, c.old = c.begin+c.old, 0
	}
}

// of gives those who say a thing, no matter when, as far as they are not forgotten.
func (c *chains) of(what int32) func(yield func(*retelling) bool) {
	return func(yield func(*retelling) bool) {
		for at := c.last[what]; at >= max(c.begin, 1); at = c.links[at-c.begin].before {
			if !yield(c.links[at-c.begin].by) {
				return
			}
		}
	}
}

func (c *chains) add(what int32, by *retelling) {
	c.links = append(c.links, link{by, c.last[what]})
	c.last[what] = c.begin + len(c.links) - 1
}
