package queries_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/store"
	"entente.example/queries"
)

// network is a small random graph, held in the plainest way: which affirmed ties there are, and by how many papers.
type network struct {
	names []graph.ID
	ties  map[[3]string]map[string]bool // subject, relation, object: papers
}

// randomNetwork makes a graph of few names and its store. Some ties are denied or doubtful too, which must not matter.
func randomNetwork(t *testing.T, random *rand.Rand) (network, *store.Store) {
	t.Helper()
	n := network{ties: map[[3]string]map[string]bool{}}
	for i := range 3 + random.IntN(5) {
		n.names = append(n.names, graph.ID(string(rune('A'+i))))
	}
	relations := []graph.Relation{graph.Backs, graph.Backs, graph.Backs, graph.Fights, graph.Fights, graph.AlliedWith}
	var readings []graph.Reading
	for i := range 1 + random.IntN(4) {
		paper := fmt.Sprintf("Paper %d", random.IntN(3))
		doc := graph.NewDocument(fmt.Sprint(i), fmt.Sprint(random.Uint64()), graph.Appearance{Publisher: paper, Published: "2020"})
		r := graph.Reading{Article: doc.Article}
		for range random.IntN(12) {
			a, b := n.names[random.IntN(len(n.names))], n.names[random.IntN(len(n.names))]
			if a == b {
				continue
			}
			relation := relations[random.IntN(len(relations))]
			polarity, confidence := graph.Affirmed, graph.Confidence(90)
			switch random.IntN(8) {
			case 0:
				polarity = graph.Denied
			case 1:
				confidence = 30
			}
			s := graph.Statement{
				Article: doc.ID, Subject: a, Relation: relation, Object: b, Polarity: polarity,
				Citations: []graph.Citation{{Sentence: "x", Span: graph.Span{0, 1}, Rule: "test", Confidence: confidence}},
			}
			r.Statements = append(r.Statements, s)
			if a, b = relation.Order(a, b); polarity == graph.Affirmed && confidence > 50 {
				key := [3]string{string(a), string(relation), string(b)}
				if n.ties[key] == nil {
					n.ties[key] = map[string]bool{}
				}
				n.ties[key][paper] = true
			}
		}
		for _, id := range n.names {
			r.Entities = append(r.Entities, graph.Entity{ID: id, Name: string(id), Type: graph.ArmedGroup})
		}
		r.Normalize()
		readings = append(readings, r)
	}
	return n, newStore(t, readings...)
}

// sources is how many papers affirm a tie, whichever way it is given; 0 where it has a direction, the other one.
func (n network) sources(a graph.ID, relation graph.Relation, b graph.ID) int {
	a, b = relation.Order(a, b)
	return len(n.ties[[3]string{string(a), string(relation), string(b)}])
}

func (n network) has(a graph.ID, relation graph.Relation, b graph.ID) bool {
	return n.sources(a, relation, b) > 0
}

// dyads, in the plainest way: all patrons, all clients.
func (n network) dyads() []string {
	var found []string
	for _, a := range n.names {
		for _, b := range n.names {
			for _, x := range n.names {
				for _, y := range n.names {
					if a < b && a != y && b != x && x != y && n.has(a, graph.Backs, x) && n.has(b, graph.Backs, y) && n.has(x, graph.Fights, y) {
						found = append(found, fmt.Sprint(a, b, x, y, min(n.sources(a, graph.Backs, x), n.sources(b, graph.Backs, y), n.sources(x, graph.Fights, y))))
					}
				}
			}
		}
	}
	return sorted(found)
}

func (n network) triads() []string {
	var found []string
	for _, p := range n.names {
		for _, c := range n.names {
			for _, t := range n.names {
				if p != t && n.has(p, graph.Backs, c) && n.has(c, graph.Fights, t) {
					found = append(found, fmt.Sprint(p, c, t))
				}
			}
		}
	}
	return sorted(found)
}

func (n network) bothSides() []string {
	var found []string
	for _, p := range n.names {
		for _, x := range n.names {
			for _, y := range n.names {
				if x < y && n.has(p, graph.Backs, x) && n.has(p, graph.Backs, y) && n.has(x, graph.Fights, y) {
					found = append(found, fmt.Sprint(p, x, y))
				}
			}
		}
	}
	return sorted(found)
}

func (n network) friendly(a, b graph.ID) bool {
	return n.has(a, graph.Backs, b) || n.has(b, graph.Backs, a) || n.has(a, graph.AlliedWith, b)
}

// paths walks every way between two names that meets nobody twice.
func (n network) paths(a, b graph.ID, depth int) []string {
	var found []string
	var walk func(at graph.ID, seen []graph.ID, sources int)
	walk = func(at graph.ID, seen []graph.ID, sources int) {
		if at == b {
			found = append(found, fmt.Sprint(len(seen)-1, " ", seen, sources))
			return
		}
		if len(seen) > depth {
			return
		}
		for _, next := range n.names {
			if slices.Contains(seen, next) {
				continue
			}
			ways := []int{n.sources(at, graph.Backs, next), n.sources(next, graph.Backs, at), n.sources(at, graph.Fights, next), n.sources(at, graph.AlliedWith, next)}
			for _, way := range ways {
				if way > 0 {
					walk(next, append(slices.Clone(seen), next), min(sources, way))
				}
			}
		}
	}
	walk(a, []graph.ID{a}, 1000)
	return sorted(found)
}

// chains walks along all support from a name, or against it.
func (n network) chains(a graph.ID, depth int) []string {
	var found []string
	for _, backwards := range []bool{false, true} {
		var walk func(seen []graph.ID)
		walk = func(seen []graph.ID) {
			if len(seen) > 2 {
				chain := slices.Clone(seen)
				if backwards {
					slices.Reverse(chain)
				}
				found = append(found, fmt.Sprint(chain))
			}
			if len(seen) > depth {
				return
			}
			last := seen[len(seen)-1]
			for _, next := range n.names {
				from, to := last, next
				if backwards {
					from, to = next, last
				}
				if !slices.Contains(seen, next) && n.has(from, graph.Backs, to) {
					walk(append(slices.Clone(seen), next))
				}
			}
		}
		walk([]graph.ID{a})
	}
	return sorted(found)
}

func sorted(list []string) []string {
	if list == nil {
		return []string{}
	}
	slices.Sort(list)
	return list
}

func entities(refs []queries.Ref) []graph.ID {
	var ids []graph.ID
	for _, r := range refs {
		ids = append(ids, r.ID)
	}
	return ids
}

// FuzzStructure compares the structural answers with the plainest way to find them, on random small graphs.
func FuzzStructure(f *testing.F) {
	for seed := range uint64(60) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		random := rand.New(rand.NewPCG(seed, 1))
		n, s := randomNetwork(t, random)
		same := func(question string, want, got []string, err error) {
			t.Helper()
			if err != nil {
				t.Fatalf("%s: %v", question, err)
			}
			if diff := cmp.Diff(want, sorted(got)); diff != "" {
				t.Errorf("%s of %v: %s", question, n.ties, diff)
			}
		}
		compareDyads(t, n, s, same)
		a, b := n.names[0], n.names[1+random.IntN(len(n.names)-1)]
		comparePaths(t, n, s, a, b, same)
		compareNeighbours(t, n, s, a, b, same)
	})
}

type comparison func(question string, want, got []string, err error)

func compareDyads(t *testing.T, n network, s *store.Store, same comparison) {
	var got []string
	dyads, err := queries.Dyads(t.Context(), s, queries.Options{})
	for i, d := range dyads.Dyads {
		if i > 0 && dyads.Dyads[i-1].Sources < d.Sources {
			t.Errorf("dyad %d has more sources than the one before", i)
		}
		if (d.Direct != nil) != n.has(d.A.ID, graph.Fights, d.B.ID) {
			t.Errorf("%s and %s fight directly: %v", d.A.ID, d.B.ID, d.Direct)
		}
		for _, f := range d.Fronts {
			got = append(got, fmt.Sprint(d.A.ID, d.B.ID, f.ClientA.ID, f.ClientB.ID, f.Sources))
		}
	}
	same("dyads", n.dyads(), got, err)
	got = nil
	triads, err := queries.Triads(t.Context(), s, queries.Options{})
	for _, r := range triads.Triads {
		got = append(got, fmt.Sprint(r.Patron.ID, r.Client.ID, r.Target.ID))
	}
	same("triads", n.triads(), got, err)
	got = nil
	both, err := queries.BothSides(t.Context(), s, queries.Options{})
	for _, r := range both.Rows {
		got = append(got, fmt.Sprint(r.Patron.ID, r.ClientA.ID, r.ClientB.ID))
	}
	same("both sides", n.bothSides(), got, err)
}

func comparePaths(t *testing.T, n network, s *store.Store, a, b graph.ID, same comparison) {
	var got []string
	opts := queries.Options{Depth: 3, Limit: 1_000_000}
	paths, err := queries.Paths(t.Context(), s, a, b, opts)
	for i, p := range paths.Paths {
		if i > 0 && paths.Paths[i-1].Sources < p.Sources {
			t.Errorf("path %d is better than the one before", i)
		}
		if len(p.Ties[p.Weakest].Sources) != p.Sources {
			t.Errorf("path %d: the weakest tie is not %d", i, p.Weakest)
		}
		got = append(got, fmt.Sprint(len(p.Ties), " ", entities(p.Entities), p.Sources))
	}
	same("paths", n.paths(a, b, 3), got, err)
	got = nil
	opts.Name = a
	chains, err := queries.Chains(t.Context(), s, opts)
	for _, p := range chains.Paths {
		got = append(got, fmt.Sprint(entities(p.Entities)))
	}
	same("chains", n.chains(a, 3), got, err)
}

func compareNeighbours(t *testing.T, n network, s *store.Store, a, b graph.ID, same comparison) {
	var want, got []string
	shared, err := queries.Shared(t.Context(), s, a, b, queries.Options{})
	for _, other := range n.names {
		for part, is := range map[string]bool{
			"backer": n.has(other, graph.Backs, a) && n.has(other, graph.Backs, b),
			"client": n.has(a, graph.Backs, other) && n.has(b, graph.Backs, other),
			"ally":   n.has(a, graph.AlliedWith, other) && n.has(b, graph.AlliedWith, other),
			"enemy":  n.has(a, graph.Fights, other) && n.has(b, graph.Fights, other),
		} {
			if is {
				want = append(want, part+" "+string(other))
			}
		}
	}
	for part, rows := range map[string][]queries.SharedRow{
		"backer": shared.Backers, "client": shared.Clients, "ally": shared.Allies, "enemy": shared.Enemies,
	} {
		for _, row := range rows {
			got = append(got, part+" "+string(row.Other.ID))
		}
	}
	same("shared", sorted(want), got, err)

	want, got = nil, nil
	friends, err := queries.Friends(t.Context(), s, queries.Options{Name: a})
	ties, tiesErr := queries.Ties(t.Context(), s, queries.Options{Name: a, Polarities: graph.Polarities(), MinConfidence: -1})
	if tiesErr != nil {
		t.Fatal(tiesErr)
	}
	for _, other := range n.names {
		tied := slices.ContainsFunc(ties.Ties, func(t queries.TieRow) bool { return t.Subject.ID == other || t.Object.ID == other })
		via := slices.ContainsFunc(n.names, func(friend graph.ID) bool { return n.friendly(a, friend) && n.friendly(friend, other) })
		if other != a && via && !tied {
			want = append(want, string(other))
		}
	}
	for _, friend := range friends.Friends {
		got = append(got, strings.TrimSpace(string(friend.Other.ID)))
	}
	same("friends", sorted(want), got, err)
}

// FuzzCamps compares the camps with the best of all partitions.
func FuzzCamps(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		n, s := randomNetwork(t, rand.New(rand.NewPCG(seed, 2)))
		answer, err := queries.Blocs(t.Context(), s, queries.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if want := n.leastFrustration(); answer.Frustration != want || !answer.Exact || answer.Bound != want {
			t.Errorf("frustration %d (bound %d, exact %v) of %v, want %d", answer.Frustration, answer.Bound, answer.Exact, n.ties, want)
		}
	})
}

// leastFrustration tries every partition.
func (n network) leastFrustration() int {
	weight := func(a, b graph.ID) int {
		return n.sources(a, graph.Backs, b) + n.sources(b, graph.Backs, a) + n.sources(a, graph.AlliedWith, b) - n.sources(a, graph.Fights, b)
	}
	least := 1 << 30
	camps := make([]int, len(n.names))
	var try func(i, used int)
	try = func(i, used int) {
		if i < len(camps) {
			for camp := range used + 1 {
				camps[i] = camp
				try(i+1, max(used, camp+1))
			}
			return
		}
		cost := 0
		for a := range camps {
			for b := range a {
				w := weight(n.names[a], n.names[b])
				if w > 0 != (camps[a] == camps[b]) {
					cost += max(w, -w)
				}
			}
		}
		least = min(least, cost)
	}
	try(0, 0)
	return least
}

// The bound of what is not solved exactly is never above what was found.
func TestLargeCamps(t *testing.T) {
	s := newStore(t, slices.Collect(made.Readings(made.Size{Articles: 150, Seed: 5}))...)
	answer, err := queries.Blocs(t.Context(), s, queries.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if answer.Exact || answer.Bound > answer.Frustration || answer.Frustration == 0 || len(answer.Camps) < 10 {
		t.Errorf("frustration %d, bound %d, exact %v, %d camps", answer.Frustration, answer.Bound, answer.Exact, len(answer.Camps))
	}
}
