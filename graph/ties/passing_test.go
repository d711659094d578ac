package ties_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/ties"
)

// crowded makes an index of few ties with many statements, of articles to which everything happens.
func crowded(articles int, seed uint64) *ties.Index {
	random := rand.New(rand.NewPCG(seed, 2))
	b := ties.NewBuilder()
	for r := range made.Readings(made.Size{Articles: articles, Wars: 1, States: 2, Publishers: 5, Seed: seed}) {
		first := &r.Article.Appearances[0]
		switch random.IntN(12) {
		case 0:
			r.Article.Status = graph.Retracted
		case 1:
			first.URL = "https://news.example/live"
		case 2:
			first.Publisher, first.Published = "", ""
		case 3:
			first.Published = graph.Valid(first.Published[:4])
		}
		for i := range r.Statements {
			s := &r.Statements[i]
			s.Citations[0].Valid = []graph.Valid{"", "", "", "2015", "2016-05/..", "../2017"}[random.IntN(6)]
			if random.IntN(4) == 0 {
				second := s.Citations[0]
				second.Span = graph.Span{second.Span[0] + 5000, second.Span[1] + 5000}
				second.Confidence = graph.Confidence(random.IntN(101))
				second.Phase = []graph.Phase{"", graph.Started, graph.Ongoing, graph.Ended}[random.IntN(4)]
				if random.IntN(2) == 0 {
					second.Valid, second.Via = "2018-03", "Agency"
				}
				if random.IntN(3) == 0 {
					second.Kinds = [][]graph.Kind{nil, {graph.Weapons}, {graph.Air, graph.Troops}}[random.IntN(3)]
				}
				if random.IntN(3) == 0 {
					second.Place = []graph.ID{"", "Town_0_of_War_0", "Town_1_of_War_0"}[random.IntN(3)]
				}
				s.Citations = append(s.Citations, second)
			}
			v := graph.Verdict{Statement: s.ID, By: "Ana", On: "2024-01-01"}
			switch random.IntN(15) {
			case 0:
				v.Decision = graph.Accept
			case 1:
				v.Decision = graph.Reject
			case 2:
				instead := *s
				instead.Polarity, instead.Modality, instead.Citations = graph.Denied, "", slices.Clone(s.Citations[:1])
				v.Decision, v.Replacement = graph.Edit, &instead
			default:
				continue
			}
			v.ID = graph.VerdictID(v.Statement, v.By)
			b.Verdict(v)
		}
		r.Normalize()
		for _, e := range r.Entities {
			b.Entity(e)
		}
		b.Article(r.Article, r.Statements)
	}
	return b.Finish("r")
}

// sums is what is told of a fact under one polarity.
type sums struct {
	Count             ties.Count
	Origins           []uint64
	Tally             ties.Tally
	Best, First       ties.Cite
	Words             []ties.Word
	FirstTold         uint32
	LastTold          ties.Telling
	IsTold            bool
	Latest            []ties.Telling
	Tellings, Undated int
}

// passing gives what a scanner tells of what passes of a fact.
func passing(s *ties.Scanner, fact int) (found map[graph.Polarity]sums, left ties.Left) {
	found = map[graph.Polarity]sums{}
	counts := s.Count(fact)
	for i, p := range graph.Polarities() {
		if counts.By[i].Statements == 0 {
			continue
		}
		first := s.Passing(fact, p).Earliest() // before all is summed up
		all := s.Passing(fact, p)
		day, cite, told := all.LastTold(20171231)
		recent := ties.NewRecent(5)
		recent.Add(all, ties.None)
		found[p] = sums{
			Count: counts.By[i], Origins: all.Origins(), Tally: all.Tally(), Best: all.Best(), First: first, Words: all.AppendCounts(nil),
			FirstTold: all.FirstTold(), LastTold: ties.Telling{Cite: cite, Day: day}, IsTold: told,
			Latest: sorted(recent.Latest()), Tellings: recent.Tellings, Undated: recent.Undated,
		}
		if found[p].First != all.Earliest() || found[p].Tally.Phase != all.Phase() {
			return nil, ties.Left{}
		}
	}
	return found, counts.Left
}

// read gives the same of what was read.
func read(x *ties.Index, rule *ties.Rule, fact int) (found map[graph.Polarity]sums, left ties.Left) {
	found = map[graph.Polarity]sums{}
	readings, left := x.Sift(fact, rule)
	for _, p := range graph.Polarities() {
		r := readings.Of(p)
		if len(r.Statements) == 0 {
			continue
		}
		s := sums{
			Origins: x.Origins(r.Cites), Tally: x.Tally(r), Best: x.Best(r.Cites), First: r.Cites[0], Words: x.Words(r.Cites), FirstTold: ties.NoEnd,
		}
		s.Count = ties.Count{Statements: len(r.Statements), Sources: len(s.Origins)}
		for i := range s.Words {
			s.Words[i].Statements = nil
		}
		for _, c := range r.Cites {
			day := x.DayOf(c)
			if s.FirstTold = min(s.FirstTold, day); day != 0 && day <= 20171231 && day >= s.LastTold.Day {
				s.LastTold, s.IsTold = ties.Telling{Cite: c, Day: day}, true
			}
		}
		told := x.ToldOf(r.Cites)
		s.Latest, s.Tellings, s.Undated = sorted(ties.Latest([]ties.Told{told}, 5)), told.Tellings(), told.Undated()
		found[p] = s
	}
	return found, left
}

func sorted(tellings []ties.Telling) []ties.Telling {
	slices.SortFunc(tellings, func(a, b ties.Telling) int { return a.Cite.Citation - b.Cite.Citation })
	return tellings
}

// FuzzPassing holds that what is told at a glance is what the statements tell, by whatever rule.
func FuzzPassing(f *testing.F) {
	for seed := range uint64(4) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		x := crowded(600, seed)
		random := rand.New(rand.NewPCG(seed, 3))
		for range 30 {
			rule := anyRule(x, random)
			if random.IntN(2) == 0 {
				rule = keptRule(x, random)
			}
			s := x.Scanner(&rule)
			for fact := range x.Facts() {
				want, wantLeft := read(x, &rule, fact)
				got, left := passing(s, fact)
				if alone, ok := s.LeftOut(fact); ok && alone != wantLeft {
					t.Fatalf("fact %d by %+v: left out %+v, not %+v", fact, rule, alone, wantLeft)
				}
				if diff := cmp.Diff(want, got); diff != "" || left != wantLeft {
					t.Fatalf("fact %d by %+v: left out %+v, not %+v\n-statements +glances\n%s", fact, rule, left, wantLeft, diff)
				}
			}
		}
	})
}

// anyRule makes one up.
func anyRule(x *ties.Index, random *rand.Rand) ties.Rule {
	one := func(of int) bool { return random.IntN(of) == 0 }
	day := func() uint32 {
		return 20120101 + uint32(random.IntN(13))*10_000 + uint32(random.IntN(12))*100 + uint32(random.IntN(30))
	}
	rule := ties.Rule{
		MinConfidence: []graph.Confidence{-1, 0, 30, 50, 50, 75}[random.IntN(6)], Retracted: one(4), Superseded: one(4), Rejected: one(4),
	}
	if one(2) {
		rule.Bounded, rule.From, rule.To = true, day(), ties.NoEnd
		if one(2) {
			rule.To = max(rule.From, day())
		}
		if one(3) {
			rule.From = 0
		}
	}
	if one(3) {
		rule.Kinds = ties.KindsOf([]graph.Kind{graph.Weapons, graph.Troops}[:1+random.IntN(2)])
	}
	if one(3) {
		rule.Inside = x.Places(func(n ties.Node) bool { return n%3 > 0 })
	}
	if one(4) {
		rule.Narrow = func(_ *ties.Fact, article int, _ bool, citation int) ties.Missed {
			if (article+citation)%5 == 0 {
				return ties.Unplaced
			}
			return ties.Passed
		}
	}
	return rule
}

// keptRule makes up one that the index may have sums for.
func keptRule(x *ties.Index, random *rand.Rand) ties.Rule {
	rule := ties.Standard()
	switch random.IntN(4) {
	case 3:
		rule.Inside = x.Places(func(n ties.Node) bool { return int(n)%3 > random.IntN(2) })
	case 0:
		if any := anyRule(x, random); any.Bounded {
			return ties.InTime(any.From, any.To)
		}
	case 1:
		rule.Kinds = ties.KindsOf([][]graph.Kind{{graph.Weapons}, {graph.Troops}, {graph.Troops, graph.Weapons}, {graph.Air}, graph.Kinds()}[random.IntN(5)])
	default:
		rule.MinConfidence = []graph.Confidence{-1, 0, 5, 30, 45, 50, 55, 75, 90, 95, 100, 105}[random.IntN(12)]
	}
	return rule
}

// FuzzKeptSums holds that the sums by time, kinds, place and confidence tell what is told at a glance.
func FuzzKeptSums(f *testing.F) {
	for seed := range uint64(2) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		x := crowded(2000, seed)
		random := rand.New(rand.NewPCG(seed, 5))
		summed := map[bool]int{}
		for range 40 {
			rule := keptRule(x, random)
			s := x.Scanner(&rule)
			for fact := range x.Facts() {
				b, ok := s.Sums(fact)
				if !ok {
					continue
				}
				summed[rule.Bounded]++
				want, wantLeft := passing(s, fact)
				if left, _ := s.LeftOut(fact); left != wantLeft || b.Left() != wantLeft {
					t.Fatalf("fact %d by %+v: left out %+v and %+v, not %+v", fact, rule, left, b.Left(), wantLeft)
				}
				got := map[graph.Polarity]sums{}
				for _, p := range graph.Polarities() {
					if span, ok := b.Claim(p); ok {
						got[p] = spanning(t, span, want[p])
					}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("fact %d by %+v\n-glances +sums\n%s", fact, rule, diff)
				}
			}
		}
		if summed[false] == 0 || summed[true] == 0 {
			t.Error("no fact has sums by time, or none by what else there is")
		}
	})
}

// spanning gives what a span tells, and of what it does not, what is told at a glance.
func spanning(t *testing.T, span *ties.Span, glances sums) sums {
	t.Helper()
	phase, sources := span.Phase(), span.Sources() // before all is summed up
	day, cite, told := span.LastTold(20171231)
	all := sums{
		Count: ties.Count{Statements: span.Statements(), Sources: sources}, Origins: span.Origins(), Tally: span.Tally(), Best: span.Best(),
		First: span.Earliest(), FirstTold: span.FirstTold(), LastTold: ties.Telling{Cite: cite, Day: day}, IsTold: told,
		Words: span.AppendCounts(nil), Latest: glances.Latest, Tellings: glances.Tellings, Undated: glances.Undated,
	}
	for i := range min(len(all.Words), len(glances.Words)) {
		all.Words[i].Cite = glances.Words[i].Cite
	}
	if phase != all.Tally.Phase {
		t.Fatalf("phase %q, then %q", phase, all.Tally.Phase)
	}
	return all
}

// FuzzSaidBy holds that what was said by a day is what the statements of the articles up to it say.
func FuzzSaidBy(f *testing.F) {
	for seed := range uint64(4) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		x := crowded(600, seed)
		random := rand.New(rand.NewPCG(seed, 4))
		told := 0
		for range 30 {
			day := 20130101 + uint32(random.IntN(12))*10_000 + uint32(random.IntN(12))*100 + uint32(random.IntN(30))
			if random.IntN(6) == 0 {
				day = ties.NoEnd
			}
			rule, all := ties.Standard(), true
			rule.Narrow = func(_ *ties.Fact, article int, _ bool, _ int) ties.Missed {
				if on := x.Day(article); on == ties.NoEnd || on > day {
					all = false
					return ties.Elsewhere
				}
				return ties.Passed
			}
			for fact := range x.Facts() {
				all = true
				readings, _ := x.Sift(fact, &rule)
				if got := x.ToldBy(fact, day); got != all {
					t.Fatalf("fact %d by %d: all of it %t, not %t", fact, day, got, all)
				}
				for _, p := range graph.Polarities() {
					got, ok := x.SaidBy(fact, p, day)
					if !ok {
						continue
					}
					told++
					want := ties.Past{}
					if r := readings.Of(p); len(r.Statements) > 0 {
						tally := x.Tally(r)
						want = ties.Past{Said: true, Kinds: tally.Kinds, Phase: tally.Phase}
					}
					if got != want {
						t.Fatalf("fact %d by %d, %s: %+v, not %+v", fact, day, p, got, want)
					}
				}
			}
		}
		if told == 0 {
			t.Error("of no fact it is kept what was said by a day")
		}
	})
}

// Damage to what is looked at is noticed, or does no harm.
func TestDamagedGlances(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ties")
	x := crowded(300, 1)
	if err := x.Save(path); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read := func(x *ties.Index) (all []any) {
		for _, rule := range []ties.Rule{{MinConfidence: 70}, {Rejected: true, Kinds: ties.KindsOf([]graph.Kind{graph.Weapons})}} {
			s := x.Scanner(&rule)
			for fact := range x.Facts() {
				found, left := passing(s, fact)
				all = append(all, found, left)
			}
		}
		return all
	}
	want, noticed := read(x), 0
	for i := 0; i < len(whole); i += 1 + len(whole)/500 {
		spoilt := slices.Clone(whole)
		spoilt[i] ^= 4
		if err := os.WriteFile(path, spoilt, 0o600); err != nil {
			t.Fatal(err)
		}
		x, err := ties.Open(path, "r")
		if err != nil {
			continue // it is noticed
		}
		got := read(x)
		if x.Err() != nil {
			noticed++
		} else if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("byte %d of %d changed unnoticed: %s", i, len(whole), diff)
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if noticed == 0 {
		t.Error("no damage met the glances")
	}
}

// Kinds that none but unsure citations name add no sources to those of the others, and take none.
func TestUnsureClass(t *testing.T) {
	b := ties.NewBuilder()
	for r := range made.Readings(made.Size{Articles: 400, Wars: 1, States: 2, Publishers: 5, Seed: 1}) {
		for i := range r.Statements {
			c := &r.Statements[i].Citations[0]
			c.Kinds, c.Place, c.Confidence = []graph.Kind{graph.Weapons}, "Town_1_of_War_0", 90
			if i%3 == 0 {
				c.Kinds, c.Place, c.Confidence = []graph.Kind{graph.Funding}, "Town_0_of_War_0", 20
			}
		}
		b.Article(r.Article, r.Statements)
	}
	x := b.Finish("r")
	for _, kinds := range [][]graph.Kind{{graph.Weapons}, {graph.Funding}, {graph.Weapons, graph.Funding}} {
		rule, there := ties.Standard(), ties.Standard()
		rule.Kinds = ties.KindsOf(kinds)
		there.Inside = x.Places(func(ties.Node) bool { return true })
		for fact := range x.Facts() {
			for _, rule := range []ties.Rule{rule, there} {
				want, wantLeft := read(x, &rule, fact)
				got, left := passing(x.Scanner(&rule), fact)
				if diff := cmp.Diff(want, got); diff != "" || left != wantLeft {
					t.Fatalf("fact %d by %+v: left out %+v, not %+v\n-statements +glances\n%s", fact, rule, left, wantLeft, diff)
				}
			}
		}
	}
}
