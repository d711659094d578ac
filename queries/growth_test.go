package queries_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"

	"entente.example/graph"
	"entente.example/graph/processor"
	"entente.example/graph/store"
	"entente.example/queries"
)

// named is a question about one name, asked as a terminal asks it.
type named struct {
	name string
	ask  func(ctx context.Context, s *store.Store, opts queries.Options) (rows int, err error)
}

const (
	hub   = graph.ID("State_0") // backs most
	other = graph.ID("State_1")
	small = graph.ID("Group_0_of_War_1")
	town  = graph.ID("Town_0_of_War_1")
)

// of asks a question about a name.
func of[T any](id graph.ID, question func(context.Context, *store.Store, queries.Options) (T, error), rows func(T) int) func(context.Context, *store.Store, queries.Options) (int, error) {
	return func(ctx context.Context, s *store.Store, opts queries.Options) (int, error) {
		opts.Name = id
		answer, err := question(ctx, s, opts)
		return rows(answer), err
	}
}

// aboutOneName are the questions whose time must not grow as the store does.
func aboutOneName() []named {
	all := []named{
		{"path", func(ctx context.Context, s *store.Store, opts queries.Options) (int, error) {
			a, err := queries.Paths(ctx, s, hub, "Group_3_of_War_1", opts)
			return len(a.Paths), err
		}},
		{"shared", func(ctx context.Context, s *store.Store, opts queries.Options) (int, error) {
			a, err := queries.Shared(ctx, s, hub, other, opts)
			return len(a.Backers) + len(a.Clients) + len(a.Allies) + len(a.Enemies), err
		}},
		{"drawn", func(ctx context.Context, s *store.Store, opts queries.Options) (int, error) {
			opts.Depth = 2
			a, err := queries.DrawnIn(ctx, s, hub, small, opts)
			return len(a.Drawn), err
		}},
		{"why", func(ctx context.Context, s *store.Store, opts queries.Options) (int, error) {
			a, err := queries.Why(ctx, s, hub, graph.Backs, small, opts)
			return len(a.Ties), err
		}},
		{"control town", func(ctx context.Context, s *store.Store, opts queries.Options) (int, error) {
			opts.Place = town
			a, err := queries.Control(ctx, s, opts)
			return len(a.Places), err
		}},
		{"timeline town", timelineOf(town)},
	}
	for _, who := range []struct {
		name string
		id   graph.ID
	}{{"state", hub}, {"group", small}} {
		for _, q := range []named{
			{"backs", of(who.id, queries.Backs, func(a queries.BacksAnswer) int { return len(a.Backers) + len(a.Clients) })},
			{"ties", of(who.id, queries.Ties, func(a queries.TiesAnswer) int { return len(a.Ties) })},
			{"sources", of(who.id, queries.Sources, func(a queries.SourcesAnswer) int { return len(a.Sources) })},
			{"contested", func(ctx context.Context, s *store.Store, opts queries.Options) (int, error) {
				opts.Name, opts.Latest = who.id, 1 // more is not shown
				a, err := queries.Contested(ctx, s, opts)
				return len(a.Ties) + a.Others, err
			}},
			{"timeline", timelineOf(who.id)},
			{"dyads", of(who.id, queries.Dyads, func(a queries.DyadsAnswer) int { return len(a.Dyads) })},
			{"triads", of(who.id, queries.Triads, func(a queries.TriadsAnswer) int { return len(a.Triads) })},
			{"both sides", of(who.id, queries.BothSides, func(a queries.BothSidesAnswer) int { return len(a.Rows) })},
			{"switched", of(who.id, queries.Switched, func(a queries.SwitchedAnswer) int { return len(a.Switches) + len(a.Stopped) })},
			{"chains", of(who.id, queries.Chains, func(a queries.PathsAnswer) int { return len(a.Paths) })},
			{"friends", of(who.id, queries.Friends, func(a queries.FriendsAnswer) int { return len(a.Friends) })},
			{"control", of(who.id, queries.Control, func(a queries.ControlAnswer) int { return len(a.Places) })},
			{"gains", of(who.id, queries.Gains, func(a queries.GainsAnswer) int { return len(a.Gained) + len(a.Lost) })},
		} {
			all = append(all, named{q.name + " " + who.name, q.ask})
		}
	}
	return all
}

func timelineOf(id graph.ID) func(context.Context, *store.Store, queries.Options) (int, error) {
	return func(ctx context.Context, s *store.Store, opts queries.Options) (int, error) {
		a, err := queries.Timeline(ctx, s, []graph.ID{id}, opts)
		return len(a.Entries) + a.Earlier, err
	}
}

type filter struct {
	name string
	opts queries.Options
}

// filters are those that a question may have, each alone.
func filters() []filter {
	return []filter{
		{"none", queries.Options{}},
		{"since", queries.Options{Since: "2020"}},
		{"until", queries.Options{Until: "2017-05"}},
		{"between", queries.Options{Since: "2016-03", Until: "2018-07-14"}},
		{"at", queries.Options{At: "2019-05-17"}},
		{"confidence-all", queries.Options{MinConfidence: -1}},
		{"confidence-.7", queries.Options{MinConfidence: 70}},
		{"polarity-any", queries.Options{Polarities: graph.Polarities()}},
		{"kind", queries.Options{Kinds: []graph.Kind{graph.Weapons}}},
		{"place", queries.Options{Place: town}},
		{"sources-3", queries.Options{MinSources: 3}},
		{"retracted", queries.Options{Retracted: true}},
		{"rejected", queries.Options{Rejected: true}},
		{"ended", queries.Options{Only: []queries.Mark{queries.MarkEnded}}},
	}
}

// BenchmarkGrowth measures questions about one name in two stores of ENTENTE_BENCH_STATEMENTS, in processor time, warm, the
// least of several: how many times longer do they take in the greater one?
func BenchmarkGrowth(b *testing.B) {
	folder := os.Getenv("ENTENTE_BENCH_STORES")
	if folder == "" {
		folder = b.TempDir()
	}
	var stores []*store.Store
	for _, size := range sizes() {
		stores = append(stores, open(b, folder, size))
	}
	for _, q := range aboutOneName() {
		for _, f := range filters() {
			opts := f.opts
			opts.Brief, opts.Latest, opts.Most = true, 100, 100
			b.Run(q.name+"/"+f.name, func(b *testing.B) {
				var took []time.Duration
				for i, s := range stores {
					least, rows := leastTime(b, func() (int, error) { return q.ask(b.Context(), s, opts) })
					took = append(took, least)
					b.ReportMetric(float64(least.Microseconds())/1000, sizes()[i]+"-ms")
					b.ReportMetric(float64(rows), sizes()[i]+"-rows")
				}
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(float64(took[len(took)-1])/float64(took[0]), "times")
			})
		}
	}
}

// leastTime is how long a question takes at least. What is too short to be measured is asked several times at once.
func leastTime(b *testing.B, question func() (int, error)) (least time.Duration, rows int) {
	b.Helper()
	least = time.Hour
	many := 1
	ask := func() time.Duration {
		runtime.GC()
		before := used(b)
		for range many {
			n, err := question()
			if err != nil && !errors.Is(err, queries.ErrOption) {
				b.Fatal(fmt.Errorf("ask: %w", err))
			}
			rows = n
		}
		return used(b) - before
	}
	ask()
	for ask() < 4*time.Millisecond && many < 1<<12 {
		many *= 2
	}
	for range 5 {
		least = min(least, ask()/time.Duration(many))
	}
	return least, rows
}

// used is how long this process has used processors.
func used(b *testing.B) time.Duration {
	b.Helper()
	t, err := processor.Time()
	if err != nil {
		b.Fatal(err)
	}
	return t
}
