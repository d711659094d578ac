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
	decoded := slices.Clone(tellings)
	for i := range decoded {
		decoded[i].Sketch = sketchBytes(decoded[i].Sketch)
	}
	f := newStoryFinder(listed(decoded))
	f.find()
	var stories []Story
	place := map[int32]int{}
	for i, number := range f.number {
		n, ok := place[f.groups.of(int32(i))]
		if !ok {
			n = len(stories)
			place[f.groups.of(int32(i))] = n
			stories = append(stories, Story{Original: int(number)})
		}
		s := &stories[n]
		if s.Articles = append(s.Articles, int(number)); tellings[s.Original].Publisher == "" && tellings[number].Publisher != "" {
			s.Original = int(number)
		}
	}
	return stories
}

// Tellings are those of more articles than there is memory for, by their numbers from 0 on. What a method gives is there
// until it is asked again. They are asked for in the order of dates and ids, several times over: so it is well to have them
// in that order.
type Tellings interface {
	Len() int
	// About gives an article's id and date, and whether its publisher is known.
	About(i int) (article uuid.UUID, date Valid, published bool)
	// Sketch and Says are those of [Telling].
	Sketch(i int) string
	Says(i int) []uint64
}

// Copy tells of an article the numbers of the first of its story and of the original; both are its own where it is none.
type Copy struct{ First, Original int32 }

// Copies is [Stories] of articles, each once, of which it holds no more than some numbers in memory, of all that was said
// at all a few more, and all of those of three days. It gives what it finds of each, and how many stories there are.
func Copies(tellings Tellings) (copies []Copy, stories int) {
	f := newStoryFinder(tellings)
	f.find()
	copies = make([]Copy, tellings.Len())
	for i, number := range f.number {
		root := f.groups.of(int32(i))
		first := f.number[root]
		if root == int32(i) {
			stories++
			copies[number] = Copy{number, number}
			continue
		}
		original := &copies[first].Original
		if _, _, published := tellings.About(int(*original)); !published {
			if _, _, published := tellings.About(int(number)); published {
				*original = number
			}
		}
		copies[number].First = first
	}
	for i := range copies {
		copies[i].Original = copies[copies[i].First].Original
	}
	return copies, stories
}

// listed are tellings in memory.
type listed []Telling

func (l listed) Len() int { return len(l) }

func (l listed) About(i int) (uuid.UUID, Valid, bool) {
	return l[i].Article, l[i].Date, l[i].Publisher != ""
}

func (l listed) Sketch(i int) string { return l[i].Sketch }

func (l listed) Says(i int) []uint64 { return l[i].Says }

// storyFinder joins articles to stories.
type storyFinder struct {
	tellings Tellings
	// number leads from the order of their dates, each article once, to the numbers by which the caller knows them.
	number []int32
	// days are their days in that order, or noDay.
	days   []int32
	groups groups
}

func newStoryFinder(tellings Tellings) *storyFinder {
	f := &storyFinder{tellings: tellings, number: make([]int32, tellings.Len()), days: make([]int32, tellings.Len())}
	for i := range f.number {
		f.number[i] = int32(i)
		_, date, _ := tellings.About(i)
		f.days[i] = firstDay(date)
	}
	id := func(i int32) uuid.UUID {
		article, _, _ := tellings.About(int(i))
		return article
	}
	slices.SortFunc(f.number, func(i, j int32) int {
		if c := cmp.Compare(f.days[i], f.days[j]); c != 0 {
			return c
		}
		a, b := id(i), id(j)
		return cmp.Or(bytes.Compare(a[:], b[:]), cmp.Compare(i, j))
	})
	f.number = slices.CompactFunc(f.number, func(i, j int32) bool { return id(i) == id(j) })
	f.days = make([]int32, len(f.number))
	for i, n := range f.number {
		_, date, _ := tellings.About(int(n))
		f.days[i] = dayNumber(date)
	}
	f.groups = newGroups(len(f.number))
	return f
}

func (f *storyFinder) find() {
	f.byWords()
	f.byFacts()
}

// sketch gives that of an article, or false where it has none.
func (f *storyFinder) sketch(i int32) (sketch, bool) {
	return parseSketch(f.tellings.Sketch(int(f.number[i])))
}

// noDay is the number of no day.
const noDay = -1

// dayNumber counts the days from the year 1 to a date, or gives noDay where it is not one day.
func dayNumber(date Valid) int32 {
	first, last, ok := date.Bounds()
	if !ok || first == "" || first != last {
		return noDay
	}
	day, err := time.Parse(time.DateOnly, first)
	if err != nil {
		return noDay
	}
	return int32(day.Unix()/86_400 + 719_162)
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

// firstDay is the first day of a date as a number like 20200528, or one after all days.
func firstDay(date Valid) int32 {
	first, _, ok := date.Bounds()
	if !ok || len(first) != len(time.DateOnly) {
		return int32(1<<31 - 1)
	}
	var n int32
	for _, c := range []byte(first) {
		if c != '-' {
			n = 10*n + int32(c-'0')
		}
	}
	return n
}

// groups are disjoint sets of numbers, each known by its smallest.
type groups []int32

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = int32(i)
	}
	return g
}

func (g groups) of(i int32) int32 {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g groups) join(i, j int32) {
	i, j = g.of(i), g.of(j)
	g[max(i, j)] = min(i, j)
}
