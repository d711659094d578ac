package queries_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/queries"
)

// turned is what is told of a place on a day.
type turned struct {
	day      string
	relation graph.Relation
	by       graph.ID
}

// checkGains holds what an actor gained and lost against what the timelines of the places tell, gone through day by day.
func checkGains(t *testing.T, s *store.Store) {
	t.Helper()
	for _, name := range []graph.ID{"Group_0_of_War_0", "Group_1_of_War_1", "State_0"} {
		for _, since := range []string{"", "2017-01-01"} {
			want := plainGains(t, s, name, since)
			for _, latest := range []int{0, 1, 3} {
				answer, err := queries.Gains(t.Context(), s, queries.Options{Name: name, Since: graph.Valid(since), Latest: latest})
				if err != nil {
					t.Fatal(err)
				}
				var got [3][]string
				for _, c := range answer.Gained {
					got[0] = append(got[0], wordsOf(c))
				}
				for _, l := range answer.Lost {
					if (l.To == nil) != (l.Tie.Relation == graph.WithdrewFrom) || l.To != nil && l.To.ID != l.Actor.ID {
						t.Errorf("lost to %v by %s", l.To, wordsOf(l.Claim))
					}
					got[1] = append(got[1], wordsOf(l.Claim))
				}
				for _, c := range answer.OfClients {
					got[2] = append(got[2], wordsOf(c))
				}
				earlier := 0
				for i := range want {
					shown := want[i]
					if over := len(shown) - latest; latest > 0 && over > 0 {
						shown, earlier = shown[over:], earlier+over
					}
					if !slices.Equal(got[i], shown) {
						t.Errorf("%s since %q, latest %d, list %d\ngot  %q\nwant %q", name, since, latest, i, got[i], shown)
					}
				}
				if answer.Earlier != earlier {
					t.Errorf("%s since %q, latest %d: %d earlier, want %d", name, since, latest, answer.Earlier, earlier)
				}
			}
		}
	}
}

func wordsOf(c queries.Claim) string {
	return fmt.Sprint(c.Day, " ", c.Tie.Object.ID, " ", c.Tie.Relation, " ", c.Actor.ID)
}

// plainGains gives what an actor gained, what it lost and what its clients took, from a day on.
func plainGains(t *testing.T, s *store.Store, name graph.ID, since string) (all [3][]string) {
	t.Helper()
	backs, err := queries.Backs(t.Context(), s, queries.Options{Name: name, Polarities: []graph.Polarity{graph.Affirmed}})
	if err != nil {
		t.Fatal(err)
	}
	clients := map[graph.ID]bool{}
	for _, row := range backs.Clients {
		clients[row.Client.ID] = true
	}
	for _, place := range placesTold(t, s) {
		holds, took := false, map[turned]bool{}
		for _, e := range placeTold(t, s, place) {
			list, held := -1, holds
			switch own := e.by == name; {
			case own && e.relation == graph.Captured:
				list, holds = 0, true
			case own && e.relation == graph.Controls:
				holds = true
			case own:
				list, holds = 1, false
			case e.relation == graph.Captured && clients[e.by]:
				list = 2
			case e.relation == graph.Captured:
				list, holds = 1, false
			}
			if list < 0 || list == 1 && !held || list != 1 && took[e] || e.day < since {
				took[e] = true
				continue
			}
			took[e] = true
			all[list] = append(all[list], fmt.Sprint(e.day, " ", place, " ", e.relation, " ", e.by))
		}
	}
	for _, list := range all {
		slices.SortStableFunc(list, func(a, b string) int { return strings.Compare(a[:len("2006-01-02")], b[:len("2006-01-02")]) })
	}
	return all
}

// placesTold gives the places that anybody took, held or left, sorted.
func placesTold(t *testing.T, s *store.Store) (places []graph.ID) {
	t.Helper()
	answer, err := queries.Ties(t.Context(), s, queries.Options{
		Relations: []graph.Relation{graph.Captured, graph.Controls, graph.WithdrewFrom}, Polarities: []graph.Polarity{graph.Affirmed},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, tie := range answer.Ties {
		places = append(places, tie.Object.ID)
	}
	slices.Sort(places)
	return slices.Compact(places)
}

// placeTold gives what is affirmed of a place, by the days; on one, who left it is told first.
func placeTold(t *testing.T, s *store.Store, place graph.ID) (told []turned) {
	t.Helper()
	answer, err := queries.Timeline(t.Context(), s, []graph.ID{place}, queries.Options{
		Relations: []graph.Relation{graph.Captured, graph.Controls, graph.WithdrewFrom}, Polarities: []graph.Polarity{graph.Affirmed},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range answer.Entries {
		if e.Object.ID == place {
			told = append(told, turned{e.Day, e.Relation, e.Subject.ID})
		}
	}
	slices.SortStableFunc(told, func(a, b turned) int {
		left := func(e turned) int {
			if e.relation == graph.WithdrewFrom {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(left(a), left(b)), cmp.Compare(a.by, b.by), cmp.Compare(a.relation, b.relation))
	})
	return told
}
