package queries_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"entente.example/graph"
	"entente.example/graph/export"
	"entente.example/graph/made"
	"entente.example/graph/store"
	"entente.example/queries"
)

// FuzzSums holds that the sums in the index answer as the statements do from which they were made: however the store grew,
// with articles that were withdrawn, corrected, copied and removed, and with whatever reviewers said.
func FuzzSums(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		s, err := store.Open(t.Context(), "memory:", store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		random := rand.New(rand.NewPCG(seed, 1))
		readings := slices.Collect(made.Readings(made.Size{Articles: 40, Wars: 2, States: 3, Publishers: 4, Seed: seed}))
		for i := range readings {
			unsettle(random, &readings[i])
		}
		for len(readings) > 0 {
			n := min(len(readings), 1+random.IntN(30))
			if _, err := s.Add(t.Context(), readings[:n]...); err != nil {
				t.Fatal(err)
			}
			judge(t, random, s, readings[:n])
			if random.IntN(3) == 0 {
				if err := s.Remove(t.Context(), readings[0].Article.ID); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := s.Ties(t.Context()); err != nil { // what follows is built on this
				t.Fatal(err)
			}
			readings = readings[n:]
		}
		checkParts(t, s)
		checkContested(t, s)
		checkSources(t, s)
		checkGains(t, s)
		checkBrief(t, s)
		checkNamed(t, s)
		kept, read := answers(t, s, same), answers(t, s, queries.FromStatements)
		if kept != read {
			t.Errorf("-statements +sums\n%s", cmp.Diff(read, kept))
		}
	})
}

// unsettle gives an article what happens to articles, and its statements a second citation.
func unsettle(random *rand.Rand, r *graph.Reading) {
	first := &r.Article.Appearances[0]
	switch random.IntN(8) {
	case 0:
		r.Article.Status = graph.Retracted
	case 1:
		first.URL = "https://news.example/live" // of several, the newest stands there
	case 2:
		first.Publisher, first.Published = "", ""
	}
	for i := range r.Entities { // of which some lie in another, and some do not
		if e := &r.Entities[i]; e.Type == graph.Place && strings.HasSuffix(e.Name, "of War 0") && e.Name < "Town 4" {
			e.PartOf = "Province"
		}
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		if random.IntN(3) > 0 {
			continue
		}
		second := s.Citations[0]
		second.Span = graph.Span{second.Span[0] + 5000, second.Span[1] + 5000}
		second.Confidence = graph.Confidence(random.IntN(101))
		second.Phase = []graph.Phase{"", graph.Started, graph.Ongoing, graph.Ended}[random.IntN(4)]
		second.Valid = []graph.Valid{"", "2015", "2016-05/..", "../2017"}[random.IntN(4)]
		if random.IntN(2) == 0 {
			second.Via = "Agency"
		}
		if random.IntN(3) == 0 { // of other kinds, elsewhere
			second.Kinds = [][]graph.Kind{nil, {graph.Weapons}, {graph.Air, graph.Troops}}[random.IntN(3)]
			second.Place = []graph.ID{"", "Town_0_of_War_0", "Town_1_of_War_0"}[random.IntN(3)]
		}
		s.Citations = append(s.Citations, second)
	}
	r.Normalize()
}

// judge has reviewers say something of some statements.
func judge(t *testing.T, random *rand.Rand, s *store.Store, readings []graph.Reading) {
	t.Helper()
	for _, r := range readings {
		for _, statement := range r.Statements {
			v := graph.Verdict{Statement: statement.ID, By: []string{"Ana", "Ben"}[random.IntN(2)], On: "2024-01-01"}
			switch random.IntN(12) {
			case 0:
				v.Decision = graph.Accept
			case 1:
				v.Decision = graph.Reject
			case 2:
				instead := statement
				if instead.Modality = ""; instead.Polarity == graph.Denied {
					instead.Polarity = graph.Affirmed
				} else {
					instead.Polarity = graph.Denied
				}
				instead.Citations = slices.Clone(statement.Citations[:1])
				v.Decision, v.Replacement = graph.Edit, &instead
			default:
				continue
			}
			if _, err := s.Judge(t.Context(), nil, v); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// checkParts holds that a subgraph in parts is written as the whole is.
func checkParts(t *testing.T, s *store.Store) {
	t.Helper()
	for _, opts := range []queries.Options{
		{Polarities: graph.Polarities()},
		{Polarities: graph.Polarities(), Rejected: true, Retracted: true},
		{Name: "Group_0_of_War_0", Depth: 2},
		{Relations: []graph.Relation{graph.Backs, graph.Captured}, Since: "2017"},
	} {
		g, left, err := queries.Subgraph(t.Context(), s, opts)
		if err != nil {
			t.Fatal(err)
		}
		writing := export.Options{Polarities: opts.Polarities, Relations: opts.Relations}
		var formats []export.Format
		var parts []*export.Parts
		for _, format := range export.Formats() {
			if !format.InParts() {
				continue
			}
			p, err := export.NewParts(format, writing)
			if err != nil {
				t.Fatal(err)
			}
			formats, parts = append(formats, format), append(parts, p)
		}
		count := 0
		leftOfParts, err := queries.SubgraphParts(t.Context(), s, queries.InParts(opts, 7), func(part graph.Subgraph) (err error) {
			count++
			for _, p := range parts {
				err = errors.Join(err, p.Add(part))
			}
			return err
		})
		if err != nil || leftOfParts != left || count < 2 {
			t.Errorf("%+v: %d parts leave out %+v, not %+v: %v", opts, count, leftOfParts, left, err)
		}
		for i, format := range formats {
			var want, got strings.Builder
			err := errors.Join(export.Write(&want, g, format, writing), parts[i].Write(t.Context(), &got), parts[i].Close())
			if err != nil || got.String() != want.String() {
				t.Errorf("%s, %+v: %v\n-whole +parts\n%s", format.Name, opts, err, cmp.Diff(want.String(), got.String()))
			}
		}
	}
}

// checkContested holds that the ties that come one by one are those that come at once.
func checkContested(t *testing.T, s *store.Store) {
	t.Helper()
	for _, opts := range []queries.Options{{}, {Name: "Group_0_of_War_0"}, {Name: "Group_0_of_War_0", Latest: 1}, {MinSources: 2, Since: "2017"}, {Name: "State_0", Most: 2}, {Most: 3, Latest: 1}} {
		want, err := queries.Contested(t.Context(), s, opts)
		if err != nil {
			t.Fatal(err)
		}
		got, ties, err := queries.ContestedTies(t.Context(), s, opts)
		if err != nil {
			t.Fatal(err)
		}
		for tie, err := range ties {
			if err != nil {
				t.Fatal(err)
			}
			got.Ties = append(got.Ties, tie)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v: -at once +one by one\n%s", opts, diff)
		}
	}
}

// checkSources holds that each source has statements, of which one is shown, and is found by its id.
func checkSources(t *testing.T, s *store.Store) {
	t.Helper()
	answer, err := queries.Sources(t.Context(), s, queries.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range answer.Sources {
		if row.Statements != len(row.Said) || !slices.Contains(row.Said, row.Evidence.Statement) {
			t.Errorf("%s says %d statements, %v, and shows %s", row.ID, row.Statements, row.Said, row.Evidence.Statement)
		}
		if id, err := queries.SourceNamed(t.Context(), s, row.ID); err != nil || id != row.ID {
			t.Errorf("the source of id %s is %s, %v", row.ID, id, err)
		}
	}
}

// checkBrief holds that a brief answer is the whole one without the lists of statements.
func checkBrief(t *testing.T, s *store.Store) {
	t.Helper()
	for _, opts := range []queries.Options{{}, {Name: "State_0"}, {Name: "State_0", Since: "2016", Until: "2019-05"}, {Name: "State_0", Kinds: []graph.Kind{graph.Weapons}}} {
		brief := opts
		brief.Brief = true
		whole, err := queries.Sources(t.Context(), s, opts)
		got, errBrief := queries.Sources(t.Context(), s, brief)
		if err = errors.Join(err, errBrief); err != nil {
			t.Fatal(err)
		}
		for i := range whole.Sources {
			whole.Sources[i].Said, whole.Sources[i].Evidence = []uuid.UUID{}, queries.Evidence{}
		}
		if diff := cmp.Diff(whole, got); diff != "" {
			t.Errorf("%+v: -whole +brief\n%s", opts, diff)
		}
		backs, err := queries.Backs(t.Context(), s, opts)
		briefly, errBrief := queries.Backs(t.Context(), s, brief)
		if err = errors.Join(err, errBrief); err != nil {
			t.Fatal(err)
		}
		for _, rows := range [][]queries.BacksRow{backs.Backers, backs.Clients, backs.Pairs} {
			for i := range rows {
				rows[i].Statements, rows[i].Against = []uuid.UUID{}, []uuid.UUID{}
			}
		}
		if diff := cmp.Diff(backs, briefly); diff != "" {
			t.Errorf("%+v: -whole +brief\n%s", opts, diff)
		}
	}
}

// checkNamed holds that what is asked of a name is what is asked of all, but for what does not concern it.
func checkNamed(t *testing.T, s *store.Store) {
	t.Helper()
	for _, opts := range []queries.Options{{}, {Since: "2016", Until: "2019-05"}, {MinConfidence: -1}, {Kinds: []graph.Kind{graph.Weapons}}} {
		triads, err := queries.Triads(t.Context(), s, opts)
		both, errBoth := queries.BothSides(t.Context(), s, opts)
		switched, errSwitched := queries.Switched(t.Context(), s, opts)
		if err = errors.Join(err, errBoth, errSwitched); err != nil {
			t.Fatal(err)
		}
		for _, name := range []graph.ID{"State_0", "Group_0_of_War_0", "Group_3_of_War_0", "Nobody"} {
			named := opts
			named.Name = name
			ofName := func(refs ...queries.Ref) bool {
				return slices.ContainsFunc(refs, func(r queries.Ref) bool { return r.ID == name })
			}
			want := []any{
				slices.DeleteFunc(slices.Clone(triads.Triads), func(r queries.Triad) bool { return !ofName(r.Patron, r.Client, r.Target) }),
				slices.DeleteFunc(slices.Clone(both.Rows), func(r queries.BothSide) bool { return !ofName(r.Patron, r.ClientA, r.ClientB) }),
				slices.DeleteFunc(slices.Clone(switched.Switches), func(r queries.Switch) bool { return !ofName(r.Who, r.From, r.To) }),
				slices.DeleteFunc(slices.Clone(switched.Stopped), func(r queries.TieRow) bool { return !ofName(r.Subject, r.Object) }),
				triads.LeftOut, both.LeftOut, switched.LeftOut,
			}
			triadsOf, err := queries.Triads(t.Context(), s, named)
			bothOf, errBoth := queries.BothSides(t.Context(), s, named)
			switchedOf, errSwitched := queries.Switched(t.Context(), s, named)
			if err = errors.Join(err, errBoth, errSwitched); err != nil {
				t.Fatal(err)
			}
			got := []any{triadsOf.Triads, bothOf.Rows, switchedOf.Switches, switchedOf.Stopped, triadsOf.LeftOut, bothOf.LeftOut, switchedOf.LeftOut}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%+v: -of all +of the name\n%s", named, diff)
			}
		}
	}
}
