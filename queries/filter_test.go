package queries_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/store"
	"entente.example/queries"
)

// TestFilters holds that what is counted at a glance answers as the statements do, of ties of many.
func TestFilters(t *testing.T) {
	s, err := store.Open(t.Context(), "memory:", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	random := rand.New(rand.NewPCG(7, 1))
	readings := slices.Collect(made.Readings(made.Size{Articles: 700, Wars: 1, States: 2, Publishers: 4, Seed: 7}))
	for i := range readings {
		unsettle(random, &readings[i])
	}
	if _, err := s.Add(t.Context(), readings...); err != nil {
		t.Fatal(err)
	}
	judge(t, random, s, readings[:200])
	checkGains(t, s)
	checkBrief(t, s)
	for _, opts := range []queries.Options{
		{Since: "2017"},
		{Until: "2016-02"},
		{Since: "2015-03", Until: "2018-05"},
		{At: "2016", Window: 30},
		{Since: "2017", Place: "Town_0_of_War_0"},
		{Since: "2016", Until: "2018", Place: "Province"},
		{Until: "2018", Polarities: graph.Polarities()},
		{Since: "2015", MinSources: 3},
		{MinConfidence: 75},
		{MinConfidence: 100},
		{MinConfidence: 52},
		{MinConfidence: -1, Polarities: graph.Polarities()},
		{MinConfidence: -1, Place: "Province"},
		{Since: "2031"},
		{Until: "1990"},
		{Place: "Town_0_of_War_0", Kinds: []graph.Kind{graph.Weapons}, MinConfidence: 75},
		{Kinds: graph.Kinds(), Polarities: []graph.Polarity{graph.Denied}},
		{At: "2016-05-03"},
		{MinConfidence: -1, Until: "2018"},
		{MinConfidence: 30, Rejected: true, Superseded: true},
		{Retracted: true, Polarities: graph.Polarities()},
		{Kinds: []graph.Kind{graph.Weapons, graph.Troops}},
		{Kinds: []graph.Kind{graph.Weapons}, MinConfidence: 60, Since: "2015-06", Polarities: graph.Polarities()},
		{Place: "Town_1_of_War_0", MinSources: 2},
		{Place: "Province", Kinds: []graph.Kind{graph.Troops}, Retracted: true},
	} {
		kept, read := filtered(t, s, opts), filtered(t, s, queries.FromStatements(opts))
		if kept != read {
			t.Errorf("%+v\n-statements +sums\n%s", opts, cmp.Diff(read, kept))
		}
	}
}

// filtered asks questions through options.
func filtered(t *testing.T, s *store.Store, opts queries.Options) string {
	t.Helper()
	var all []any
	var errs error
	add := func(answer any, err error) { all, errs = append(all, answer), errors.Join(errs, err) }
	for _, name := range []graph.ID{"State_0", "Group_0_of_War_0", "Town_0_of_War_0"} {
		opts.Name = name
		add(queries.Backs(t.Context(), s, opts))
		add(queries.Ties(t.Context(), s, opts))
		add(queries.Sources(t.Context(), s, opts))
		brief := opts
		brief.Brief = true
		add(queries.Sources(t.Context(), s, brief))
		add(queries.Dyads(t.Context(), s, opts))
		add(queries.Switched(t.Context(), s, opts))
		add(queries.Timeline(t.Context(), s, []graph.ID{name}, opts))
		latest := opts
		latest.Latest, latest.Most = 3, 4
		add(queries.Contested(t.Context(), s, latest))
		add(queries.Chains(t.Context(), s, opts))
		add(queries.Paths(t.Context(), s, name, "State_1", opts))
		add(queries.BothSides(t.Context(), s, opts))
		add(queries.Timeline(t.Context(), s, []graph.ID{name}, latest))
		if opts.At == "" {
			add(queries.Control(t.Context(), s, opts))
			add(queries.Gains(t.Context(), s, latest))
		}
		opts.Name = ""
		add(queries.Control(t.Context(), s, opts))
	}
	text, err := json.MarshalIndent(all, "", " ")
	if err = errors.Join(errs, err); err != nil {
		t.Fatal(err)
	}
	return string(text)
}
