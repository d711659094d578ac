package graph

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"slices"
	"time"

	"github.com/google/uuid"
)

// Telling is what of an article shows whether it is a copy: when it came, in which words, and what it says.
type Telling struct {
	Article   uuid.UUID
	Date      Valid
	Publisher ID
	// Sketch is that of the article, or the bytes that it stands for.
	Sketch string
	// Says are numbers that stand for what it says, in the order of the text: the same for the same fact under the same
	// polarity by the same speaker.
	Says []uint64
}

// NewTelling makes that of an article with its statements.
func NewTelling(a Article, statements []Statement) Telling {
	t := Telling{Article: a.ID, Date: a.Date(), Publisher: NewID(a.Publisher(), ""), Sketch: a.Sketch}
	start := func(s Statement) int {
		if len(s.Citations) == 0 {
			return 0
		}
		return s.Citations[0].Span[0]
	}
	inOrder := slices.Clone(statements)
	slices.SortFunc(inOrder, func(a, b Statement) int {
		return cmp.Or(cmp.Compare(start(a), start(b)), slices.Compare(a.ID[:], b.ID[:]))
	})
	for _, s := range inOrder {
		hash := fnv.New64a()
		fact := s.Fact()
		hash.Write(fact[:])
		hash.Write([]byte(s.Polarity + "\x1f"))
		hash.Write([]byte(s.Speaker))
		t.Says = append(t.Says, hash.Sum64())
	}
	return t
}

// Story is a set of articles that are copies of each other, syndicated, updated or spun. Numbers are those of the
// tellings that it was made of.
type Story struct {
	// Articles are sorted by date, undated ones last, then by id.
	Articles []int
	// Original is the one whose publisher is the origin of them all: the earliest that names one, else the earliest.
	Original int
}

const (
	// copyValues is how many values the sketches of copies share: 80 per cent.
	copyValues = 26
	// retoldDays is within how many days a story is told again in other words.
	retoldDays = 3
	// retoldShare is which part of all that two articles say both must say, in hundredths, and retoldLeast how many things
	// in the same order.
	retoldShare, retoldLeast = 50, 2
	// retoldSum is what must come together, in hundredths: the share of the sketch, of which at least retoldValues values,
	// and the share of what both say in the same order, of all that they say and one thing more, lest two things be
	// all. Reporters who saw the same, or quote the same mayor, order things otherwise and come to less.
	retoldSum, retoldValues = 80, 2
	// retoldNews is how many things both must say of which nobody spoke before, where no words are the same, and
	// retoldOrder which part of all they must say in the same order.
	retoldNews, retoldOrder = 5, 90
	// mostCompared bounds how many articles of one kind an article is compared with, the latest first.
	mostCompared = 200
)

// Stories groups articles that are copies of each other, and copies of copies. Two are copies where
//
//   - their sketches agree in 80 per cent; or
//   - they came within three days of each other, and so much of what they say, in the same order, and of their words is
//     the same that both shares add up to 80 per cent; or
//   - they came within three days, in other words altogether, and say the same in the same order, five things or more
//     of which nobody spoke before.
//
// The latter two find what was spun or updated. What a rewriter put into another order is not told from what a second
// reporter saw.
//
// Each article stands in one story, that of an article which is no copy has it alone. Stories are sorted by their first
// article. Time and memory grow little faster than the number of articles.
func Stories(tellings []Telling) []Story {
	f := newStoryFinder(tellings)
	f.byWords()
	f.byFacts()
	var stories []Story
	place := map[int]int{}
	for i, t := range f.tellings {
		n, ok := place[f.groups.of(i)]
		if !ok {
			n = len(stories)
			place[f.groups.of(i)] = n
			stories = append(stories, Story{Original: f.number[i]})
		}
		s := &stories[n]
		if s.Articles = append(s.Articles, f.number[i]); tellings[s.Original].Publisher == "" && t.Publisher != "" {
			s.Original = f.number[i]
		}
	}
	return stories
}

// storyFinder joins articles to stories.
type storyFinder struct {
	// tellings are in the order of their dates, each article once; number is that which the caller knows each by.
	tellings []*Telling
	number   []int
	sketches []*sketch
	groups   groups
}

func newStoryFinder(tellings []Telling) *storyFinder {
	f := &storyFinder{}
	for i := range tellings {
		f.number = append(f.number, i)
	}
	days := make([]string, len(tellings))
	for i, t := range tellings {
		days[i] = firstDay(t.Date)
	}
	slices.SortFunc(f.number, func(i, j int) int {
		return cmp.Or(cmp.Compare(days[i], days[j]), bytes.Compare(tellings[i].Article[:], tellings[j].Article[:]))
	})
	f.number = slices.CompactFunc(f.number, func(i, j int) bool { return tellings[i].Article == tellings[j].Article })
	for _, n := range f.number {
		f.tellings = append(f.tellings, &tellings[n])
		f.sketches = append(f.sketches, parseSketch(tellings[n].Sketch))
	}
	f.groups = newGroups(len(f.tellings))
	return f
}

// byWords joins those whose sketches agree.
func (f *storyFinder) byWords() {
	var list []int32
	for i, s := range f.sketches {
		if s != nil {
			list = append(list, int32(i))
		}
	}
	// One of many equal sketches is compared with the rest: a story that went round the world stays cheap.
	f.sortBySketch(list, 0, sketchValues)
	list = slices.CompactFunc(list, func(i, j int32) bool {
		if *f.sketches[i] != *f.sketches[j] {
			return false
		}
		f.groups.join(int(i), int(j))
		return true
	})
	for n := range sketchValues / bandValues {
		f.sortBySketch(list, n*bandValues, bandValues)
		for first, end := 0, 0; first < len(list); first = end {
			for end = first + 1; end < len(list) && f.sketches[list[first]].band(n) == f.sketches[list[end]].band(n); end++ {
				f.join(list[end], latest(list[first:end]))
			}
		}
	}
}

// join joins an article with those whose sketches agree with its own.
func (f *storyFinder) join(i int32, others []int32) {
	for _, j := range others {
		if f.groups.of(int(i)) != f.groups.of(int(j)) && f.sketches[i].shared(f.sketches[j]) >= copyValues {
			f.groups.join(int(i), int(j))
		}
	}
}

// sortBySketch sorts articles by so many values of their sketches from one on, then by their dates.
func (f *storyFinder) sortBySketch(list []int32, from, values int) {
	slices.SortFunc(list, func(i, j int32) int {
		return cmp.Or(slices.Compare(f.sketches[i][from:from+values], f.sketches[j][from:from+values]), cmp.Compare(i, j))
	})
}

// latest gives the last of a list, as many as an article is compared with.
func latest(list []int32) []int32 { return list[max(0, len(list)-mostCompared):] }

// sayings are the things that articles say, by numbers in the order of those which the caller knows them by.
type sayings struct {
	// of are those of each article, each once, in the order of the text.
	of [][]int32
	// said is by how many articles each is said, first the day on which it was at first, or noDay.
	said, first []int32
}

// sayings numbers what the articles say.
func (f *storyFinder) sayings(days []int) sayings {
	var known []uint64
	for _, t := range f.tellings {
		known = append(known, t.Says...)
	}
	all := len(known)
	slices.Sort(known)
	known = slices.Compact(known)
	s := sayings{of: make([][]int32, len(f.tellings)), said: make([]int32, len(known)), first: make([]int32, len(known))}
	for i := range s.first {
		s.first[i] = noDay
	}
	room := make([]int32, 0, all)
	for i, t := range f.tellings {
		begin := len(room)
		for _, what := range t.Says {
			n, _ := slices.BinarySearch(known, what)
			if number := int32(n); !slices.Contains(room[begin:], number) {
				room = append(room, number)
				s.said[n]++
				if days[i] != noDay && (s.first[n] == noDay || days[i] < int(s.first[n])) {
					s.first[n] = int32(days[i])
				}
			}
		}
		s.of[i] = room[begin:len(room):len(room)]
	}
	return s
}

// byFacts joins those that say the same.
func (f *storyFinder) byFacts() {
	days := make([]int, len(f.tellings))
	for i, t := range f.tellings {
		days[i] = dayNumber(t.Date)
	}
	s := f.sayings(days)
	// Who says a thing is in a chain, the latest first: last is its first link, and the link 0 is none.
	type link struct{ article, before int32 }
	last, chain := make([]int32, len(s.said)), make([]link, 1)
	for i := range f.tellings {
		if days[i] == noDay || len(s.of[i]) < retoldLeast {
			continue
		}
		for _, what := range s.telling(i) {
			at := last[what]
			for n := 0; n < mostCompared && at != 0; n, at = n+1, chain[at].before {
				j := int(chain[at].article)
				since := days[j] - retoldDays
				if days[j] < days[i]-retoldDays {
					break
				}
				if f.groups.of(i) != f.groups.of(j) && f.retold(i, j, &s, since) {
					f.groups.join(i, j)
				}
			}
			chain = append(chain, link{int32(i), last[what]})
			last[what] = int32(len(chain) - 1)
		}
	}
}

// telling gives the rarest things that an article says, so many that every article that says the same to retoldShare
// has one of them among its own. (Chaudhuri, Ganti and Kaushik, A Primitive Operator for Similarity Joins, 2006.)
func (s *sayings) telling(i int) []int32 {
	says := s.of[i]
	rarest := slices.SortedFunc(slices.Values(says), func(a, b int32) int {
		return cmp.Or(cmp.Compare(s.said[a], s.said[b]), cmp.Compare(a, b))
	})
	return rarest[:len(says)-(retoldShare*len(says)+99)/100+1]
}

// retold reports whether one article tells the other again; what was not said before a day was new.
func (f *storyFinder) retold(i, j int, s *sayings, since int) bool {
	a, b := s.of[i], s.of[j]
	if min(len(a), len(b))*100 < retoldShare*max(len(a), len(b)) {
		return false
	}
	words := 0
	if f.sketches[i] != nil && f.sketches[j] != nil {
		words = f.sketches[i].shared(f.sketches[j])
	}
	if words < retoldValues && min(len(a), len(b)) < retoldNews {
		return false // the cheapest look: most end here
	}
	shared, news := 0, 0
	for _, what := range a {
		if slices.Contains(b, what) {
			shared++
			if int(s.first[what]) >= since {
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

// noDay is the number of no day.
const noDay = -1

// dayNumber counts the days from the year 1 to a date, or gives noDay where it is not one day.
func dayNumber(date Valid) int {
	first, last, ok := date.Bounds()
	if !ok || first == "" || first != last {
		return noDay
	}
	day, err := time.Parse(time.DateOnly, first)
	if err != nil {
		return noDay
	}
	return int(day.Unix()/86_400) + 719_162
}

// SayingOf is a number that stands for what is said, as in [Telling], of numbers for fact, polarity and speaker.
func SayingOf(fact, polarity, speaker uint32) uint64 {
	var key [12]byte
	binary.BigEndian.PutUint32(key[:], fact)
	binary.BigEndian.PutUint32(key[4:], polarity)
	binary.BigEndian.PutUint32(key[8:], speaker)
	hash := fnv.New64a()
	hash.Write(key[:])
	return hash.Sum64()
}

// firstDay is the first day of a date, or what sorts after every day.
func firstDay(date Valid) string {
	first, _, ok := date.Bounds()
	if !ok || first == "" {
		return "~" // after every digit
	}
	return first
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
