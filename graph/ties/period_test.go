package ties_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

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
	IDs     []uuid.UUID
	Origins []uint64
	Tally   ties.Tally
	Best    ties.Cite
	First   ties.Cite
	Words   []ties.Word
	Phase   graph.Phase
}

// inTime is the rule of a time alone.
func inTime(x *ties.Index, from, to uint32) *ties.Rule {
	rule := ties.Standard()
	rule.Narrow = func(_ *ties.Fact, _ int, denial bool, citation int) ties.Missed {
		switch c := x.Citation(citation); {
		case !c.Dated() && denial:
			return ties.Passed
		case !c.Dated():
			return ties.Undated
		case c.From > to, c.To < from:
			return ties.Elsewhere
		}
		return ties.Passed
	}
	return &rule
}

func between(x *ties.Index, fact int, from, to uint32) (found map[graph.Polarity]sums, left ties.Left, ok bool) {
	b, ok := x.SumsBetween(fact, from, to)
	if !ok {
		return nil, ties.Left{}, false
	}
	found = map[graph.Polarity]sums{}
	for _, p := range graph.Polarities() {
		if s, ok := b.Claim(p); ok {
			claim, ok := x.Sums(fact).Claim(p)
			if !ok { // the file failed
				continue
			}
			told, want := x.ToldBetween(claim.Told(), from, to, s), x.ToldBetween(claim.Told(), from, to, nil)
			if told.Tellings() != want.Tellings() || told.Undated() != want.Undated() {
				return map[graph.Polarity]sums{}, b.Left(), true
			}
			phase := s.Phase() // before all is summed up
			found[p] = sums{s.IDs(), s.Origins(), s.Tally(), s.Best(), s.Earliest(), s.Words(), phase}
			if s.Statements() != len(found[p].IDs) || s.Sources() != len(found[p].Origins) {
				found[p] = sums{}
			}
		}
	}
	return found, b.Left(), true
}

// FuzzSumsBetween holds that sums by time are those of the statements.
func FuzzSumsBetween(f *testing.F) {
	for seed := range uint64(4) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		x := crowded(600, seed)
		random := rand.New(rand.NewPCG(seed, 3))
		day := func() uint32 {
			return 20120101 + uint32(random.IntN(13))*10_000 + uint32(random.IntN(12))*100 + uint32(random.IntN(30))
		}
		summed := 0
		for range 30 {
			from := day()
			to := max(from, day())
			switch random.IntN(4) {
			case 0:
				from = 0
			case 1:
				to = ties.NoEnd
			}
			for fact := range x.Facts() {
				got, left, ok := between(x, fact, from, to)
				if !ok {
					continue
				}
				summed++
				readings, wantLeft := x.Sift(fact, inTime(x, from, to))
				want := map[graph.Polarity]sums{}
				for _, p := range graph.Polarities() {
					r := readings.Of(p)
					if len(r.Statements) == 0 {
						continue
					}
					s := sums{Origins: x.Origins(r.Cites), Tally: x.Tally(r), Best: x.Best(r.Cites), First: r.Cites[0], Words: x.Words(r.Cites), Phase: x.Tally(r).Phase}
					for _, i := range r.Statements {
						s.IDs = append(s.IDs, x.StatementID(i))
					}
					want[p] = s
				}
				if diff := cmp.Diff(want, got); diff != "" || left != wantLeft {
					t.Fatalf("fact %d from %d to %d: left out %+v, not %+v\n-statements +sums\n%s", fact, from, to, left, wantLeft, diff)
				}
			}
		}
		if summed == 0 {
			t.Error("no fact has sums by time")
		}
	})
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

// Damage to sums by time is noticed, or does no harm.
func TestDamagedPeriods(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ties")
	x := crowded(300, 1)
	if err := x.Save(path); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read := func(x *ties.Index) (all []map[graph.Polarity]sums) {
		for fact := range x.Facts() {
			for _, to := range []uint32{20161231, ties.NoEnd} {
				if found, _, ok := between(x, fact, 20160101, to); ok {
					all = append(all, found)
				}
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
		t.Error("no damage met the sums")
	}
}
