package queries_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/store"
	"entente.example/queries"
)

// A flipped byte in the file of the index changes no answer: it is found when it is read, and the index made anew.
func TestDamagedIndex(t *testing.T) {
	path := filepath.Join(t.TempDir(), "entente.db")
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), slices.Collect(made.Readings(made.Size{Articles: 60, Wars: 3, Seed: 2}))...); err != nil {
		t.Fatal(err)
	}
	want := answers(t, s, same)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(path, "ties-*"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	const flips = 40
	for i := range flips {
		at := len(whole) * i / flips
		spoilt := slices.Clone(whole)
		spoilt[at] ^= 0x10
		if err := os.WriteFile(files[0], spoilt, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(t.Context(), path, store.Options{ReadOnly: i%2 == 0})
		if err != nil {
			t.Fatal(err)
		}
		if got := answers(t, s, same); got != want {
			t.Errorf("with byte %d of %d flipped the answers differ", at, len(whole))
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func same(opts queries.Options) queries.Options { return opts }

// answers are those to several questions, as JSON, with options that are changed a little.
func answers(t *testing.T, s *store.Store, change func(queries.Options) queries.Options) string {
	t.Helper()
	var all []any
	add := func(answer any, err error) {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
		all = append(all, answer)
	}
	ctx, opts, everything := t.Context(), change(queries.Options{}), change(queries.Options{Polarities: graph.Polarities()})
	state, two := change(queries.Options{Name: "State_0"}), change(queries.Options{MinSources: 2})
	add(queries.Resolve(ctx, s, nil, "g0w0", queries.WantAny))
	add(queries.Backs(ctx, s, state))
	add(queries.Backs(ctx, s, two))
	add(queries.Backs(ctx, s, change(queries.Options{Only: []queries.Mark{queries.MarkContested}})))
	add(queries.Ties(ctx, s, everything))
	add(queries.Ties(ctx, s, change(queries.Options{Name: "Group_0_of_War_0"})))
	add(queries.Why(ctx, s, "State_0", "", "Group_0_of_War_0", opts))
	add(queries.Control(ctx, s, opts))
	add(queries.Control(ctx, s, change(queries.Options{At: "2020"})))
	add(queries.Control(ctx, s, change(queries.Options{Place: "Town_0_of_War_0"})))
	add(queries.Control(ctx, s, change(queries.Options{Place: "Town_1_of_War_0", At: "2019", Polarities: graph.Polarities()})))
	add(queries.Control(ctx, s, change(queries.Options{Place: "Province", At: "2018-05-01"})))
	add(queries.Control(ctx, s, change(queries.Options{Place: "Province", MinSources: 2})))
	add(queries.Ties(ctx, s, change(queries.Options{Place: "Town_0_of_War_0"})))
	for _, since := range []graph.Valid{"", "2017"} {
		add(queries.Gains(ctx, s, change(queries.Options{Name: "Group_0_of_War_0", Since: since})))
		add(queries.Gains(ctx, s, change(queries.Options{Name: "State_0", Since: since, Latest: 3})))
		add(queries.Control(ctx, s, change(queries.Options{Place: "Town_0_of_War_0", Since: since, Until: "2019-05"})))
		add(queries.Control(ctx, s, change(queries.Options{Place: "Province", Since: since, Polarities: graph.Polarities()})))
		add(queries.Control(ctx, s, change(queries.Options{Name: "Group_0_of_War_0", Until: "2017", At: ""})))
		add(queries.Contested(ctx, s, change(queries.Options{Name: "State_0", Since: since, Latest: 1, Most: 5})))
		add(queries.Sources(ctx, s, change(queries.Options{Name: "State_0", Since: since, Until: "2018"})))
	}
	add(queries.Paths(ctx, s, "State_0", "Group_0_of_War_1", opts))
	add(queries.Chains(ctx, s, state))
	add(queries.Dyads(ctx, s, opts))
	add(queries.Triads(ctx, s, everything))
	add(queries.Shared(ctx, s, "Group_0_of_War_0", "Group_2_of_War_0", opts))
	add(queries.BothSides(ctx, s, everything))
	add(queries.Friends(ctx, s, state))
	add(queries.DrawnIn(ctx, s, "Group_0_of_War_0", "Group_1_of_War_0", opts))
	add(queries.Timeline(ctx, s, []graph.ID{"Town_0_of_War_0"}, opts))
	for _, names := range [][]graph.ID{{"Town_0_of_War_0"}, {"Group_0_of_War_0"}, {"State_0", "Group_0_of_War_0"}} {
		for _, latest := range []int{1, 7, 40, 100_000} {
			add(queries.Timeline(ctx, s, names, change(queries.Options{Latest: latest})))
			add(queries.Timeline(ctx, s, names, change(queries.Options{Latest: latest, Since: "2017"})))
			add(queries.Timeline(ctx, s, names, change(queries.Options{Latest: latest, Polarities: []graph.Polarity{graph.Alleged}})))
		}
	}
	add(queries.Backs(ctx, s, change(queries.Options{Since: "2016", Until: "2018-05"})))
	for _, wide := range []queries.Options{
		{MinConfidence: -1},
		{MinConfidence: 45, Retracted: true},
		{MinConfidence: -1, Rejected: true, Superseded: true},
		{Rejected: true},
		{Retracted: true, Superseded: true},
		{MinConfidence: 70},
	} {
		wide.Latest, wide.Brief = 7, true
		add(queries.Timeline(ctx, s, []graph.ID{"Group_0_of_War_0"}, change(wide)))
		add(queries.Timeline(ctx, s, []graph.ID{"Town_0_of_War_0"}, change(wide)))
		add(queries.Ties(ctx, s, change(wide)))
		wide.Name = "State_0"
		add(queries.Sources(ctx, s, change(wide)))
		add(queries.Contested(ctx, s, change(wide)))
		wide.Brief, wide.Latest = false, 0
		add(queries.Sources(ctx, s, change(wide)))
		wide.Polarities = graph.Polarities()
		add(queries.Backs(ctx, s, change(wide)))
		add(queries.Gains(ctx, s, change(wide)))
		add(queries.Switched(ctx, s, change(wide)))
		wide.Name, wide.Place = "", "Town_0_of_War_0"
		add(queries.Control(ctx, s, change(wide)))
	}
	for _, until := range []graph.Valid{"", "2019-03"} {
		add(queries.Changes(ctx, s, change(queries.Options{Since: "2016-05", Until: until})))
		add(queries.Changes(ctx, s, change(queries.Options{Name: "State_0", Since: "2018", Until: until, MinSources: 2})))
	}
	add(queries.Switched(ctx, s, opts))
	add(queries.Contested(ctx, s, opts))
	add(queries.Sources(ctx, s, opts))
	add(queries.Slant(ctx, s, "Paper_0", "Paper_1", opts))
	add(queries.UnknownNames(ctx, s, opts))
	add(queries.Blocs(ctx, s, opts))
	add(queries.TriadYears(ctx, s, opts))
	add(queries.Overview(ctx, s, opts, 5))
	add(queries.Stories(ctx, s))
	g, left, err := queries.Subgraph(ctx, s, opts)
	add([]any{g, left}, err)
	text, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
