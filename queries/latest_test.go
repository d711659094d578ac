package queries_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/store"
	"entente.example/queries"
)

// The latest of an answer are its end, whatever counts, and the rest is counted.
func TestLatest(t *testing.T) {
	s, err := store.Open(t.Context(), "memory:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	readings := slices.Collect(made.Readings(made.Size{Articles: 400, Wars: 2, States: 3, Publishers: 4, Seed: 3}))
	if _, err := s.Add(t.Context(), readings...); err != nil {
		t.Fatal(err)
	}
	for _, opts := range []queries.Options{
		{}, {Since: "2018"}, {MinConfidence: -1}, {Rejected: true, Retracted: true}, {Place: "Town_0_of_War_0"},
	} {
		for _, most := range []int{1, 2, 7, 50, 1000} {
			t.Run(fmt.Sprintf("%+v/%d", opts, most), func(t *testing.T) { checkLatest(t, s, opts, most) })
		}
	}
}

// What is contested is told in brief without the lists that are not read, and is else the same.
func TestBriefContested(t *testing.T) {
	s, err := store.Open(t.Context(), "memory:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	readings := slices.Collect(made.Readings(made.Size{Articles: 400, Wars: 2, States: 3, Publishers: 4, Seed: 3}))
	if _, err := s.Add(t.Context(), readings...); err != nil {
		t.Fatal(err)
	}
	former := 0
	for _, opts := range []queries.Options{{}, {Since: "2018"}, {Name: "Group_0_of_War_0"}, {Name: "Town_0_of_War_0", Until: "2020"}} {
		contested := func(opts queries.Options) queries.ContestedAnswer {
			return answered(t, func(ctx context.Context) (queries.ContestedAnswer, error) { return queries.Contested(ctx, s, opts) })
		}
		want := contested(opts)
		opts.Brief = true
		got := contested(opts)
		for i := range want.Places {
			former += len(want.Places[i].Former)
			want.Places[i].Former = []queries.Claim{}
			for _, c := range want.Places[i].Holders {
				c.Tie.Statements, c.Tie.Against = []uuid.UUID{}, []uuid.UUID{}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v:\n-whole +brief\n%s", opts, diff)
		}
	}
	if former == 0 {
		t.Error("nobody held any of the places before")
	}
}

func checkLatest(t *testing.T, s *store.Store, opts queries.Options, most int) {
	latest := opts
	latest.Latest = most
	why := func(opts queries.Options) queries.WhyAnswer {
		return answered(t, func(ctx context.Context) (queries.WhyAnswer, error) {
			return queries.Why(ctx, s, "State_0", "", "Group_0_of_War_0", opts)
		})
	}
	want, got := why(opts), why(latest)
	if len(want.Ties) == 0 {
		t.Fatal("nothing is said at all")
	}
	for i := range want.Ties {
		tie := &want.Ties[i]
		all := len(tie.For) + len(tie.Against)
		tie.For = slices.Concat(tailOf(tie.For, graph.Affirmed, most), tailOf(tie.For, graph.Alleged, most))
		tie.Against = slices.Concat([]queries.Account{}, tailOf(tie.Against, graph.Denied, most))
		tie.Earlier = all - len(tie.For) - len(tie.Against)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, name := range []graph.ID{"State_0", "Group_0_of_War_0"} {
		gains := func(opts queries.Options) queries.GainsAnswer {
			opts.Name = name
			return answered(t, func(ctx context.Context) (queries.GainsAnswer, error) { return queries.Gains(ctx, s, opts) })
		}
		want, got := gains(opts), gains(latest)
		want.Earlier = lastOf(&want.Gained, most) + lastOf(&want.OfClients, most) + lastOf(&want.Lost, most)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	for _, names := range [][]graph.ID{{"Group_0_of_War_0"}, {"Town_0_of_War_0"}, {"State_0", "Group_0_of_War_0"}} {
		timeline := func(opts queries.Options) queries.TimelineAnswer {
			return answered(t, func(ctx context.Context) (queries.TimelineAnswer, error) {
				return queries.Timeline(ctx, s, names, opts)
			})
		}
		want, got := timeline(opts), timeline(latest)
		want.Earlier = max(len(want.Entries)-most, 0)
		want.Entries = want.Entries[want.Earlier:]
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

// lastOf leaves the last of a list, and gives how many others there were.
func lastOf[T any](list *[]T, most int) int {
	over := max(len(*list)-most, 0)
	*list = (*list)[over:]
	return over
}

func answered[T any](t *testing.T, ask func(context.Context) (T, error)) T {
	t.Helper()
	answer, err := ask(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// tailOf gives the last accounts of a polarity, so many.
func tailOf(list []queries.Account, p graph.Polarity, most int) []queries.Account {
	list = slices.DeleteFunc(slices.Clone(list), func(a queries.Account) bool { return a.Polarity != p })
	return list[max(len(list)-most, 0):]
}
