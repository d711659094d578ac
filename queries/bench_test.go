package queries_test

import (
	"path/filepath"
	"slices"
	"testing"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/store"
	"entente.example/queries"
)

// size is that of the graph which the targets are told for: 100,000 statements. With -short it is a tenth.
func size() made.Size {
	if testing.Short() {
		return made.Size{Articles: 2000, Seed: 1}
	}
	return made.Size{Articles: 20_000, Seed: 1}
}

// adjacency is the least that could answer: who backs whom, in maps of strings, without sentences, sources or options.
type adjacency struct {
	backers map[graph.ID][]graph.ID
	clients map[graph.ID][]graph.ID
	fights  map[graph.ID][]graph.ID
}

// dyads counts the fronts between patrons.
func (a adjacency) dyads() int {
	n := 0
	for from, enemies := range a.fights {
		for _, to := range distinct(enemies) {
			for _, p := range distinct(a.backers[from]) {
				for _, q := range distinct(a.backers[to]) {
					if p != q {
						n++
					}
				}
			}
		}
	}
	return n
}

// fill loads a made graph into a store on disk, and into maps.
func fill(b *testing.B, path string) (*store.Store, adjacency) {
	b.Helper()
	s, err := store.Open(b.Context(), path, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	a := adjacency{map[graph.ID][]graph.ID{}, map[graph.ID][]graph.ID{}, map[graph.ID][]graph.ID{}}
	for batch := range slices.Chunk(slices.Collect(made.Readings(size())), 150) {
		if _, err := s.Add(b.Context(), batch...); err != nil {
			b.Fatal(err)
		}
		for _, r := range batch {
			for _, st := range r.Statements {
				if st.Relation == graph.Fights && st.Polarity == graph.Affirmed {
					a.fights[st.Subject] = append(a.fights[st.Subject], st.Object)
				}
				if st.Relation == graph.Backs && st.Polarity == graph.Affirmed {
					a.backers[st.Object] = append(a.backers[st.Object], st.Subject)
					a.clients[st.Subject] = append(a.clients[st.Subject], st.Object)
				}
			}
		}
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	if s, err = store.Open(b.Context(), path, store.Options{ReadOnly: true}); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s, a
}

// distinct is what a plain map makes of a name: the other ends, each once.
func distinct(ids []graph.ID) []graph.ID {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// BenchmarkAnswers measures the questions on a made graph, warm, beside a plain map in memory: the ratio is what evidence,
// sources and options cost.
func BenchmarkAnswers(b *testing.B) {
	path := filepath.Join(b.TempDir(), "entente.db")
	s, plain := fill(b, path)
	hub, most := graph.ID(""), 0
	for id, clients := range plain.clients {
		if len(clients) > most {
			hub, most = id, len(clients)
		}
	}
	small := plain.clients[hub][0]
	ask := func(name string, question func() error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := question(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	ask("open", func() error {
		other, err := store.Open(b.Context(), path, store.Options{ReadOnly: true})
		if err != nil {
			return err
		}
		if _, err := other.Ties(b.Context()); err != nil {
			return err
		}
		return other.Close()
	})
	var sink int
	ask("map/backs hub", func() error { sink += len(distinct(plain.clients[hub])); return nil })
	ask("backs hub", func() error { return backs(b, s, queries.Options{Name: hub}) })
	ask("map/backs small", func() error { sink += len(distinct(plain.backers[small])); return nil })
	ask("backs small", func() error { return backs(b, s, queries.Options{Name: small}) })
	ask("map/backs all", func() error {
		for _, clients := range plain.clients {
			sink += len(distinct(clients))
		}
		return nil
	})
	ask("backs all", func() error { return backs(b, s, queries.Options{}) })
	ask("why", func() error {
		_, err := queries.Why(b.Context(), s, hub, graph.Backs, small, queries.Options{})
		return err
	})
	ask("fights", func() error { _, err := queries.Fights(b.Context(), s, queries.Options{}); return err })
	ask("map/dyads", func() error { sink += plain.dyads(); return nil })
	ask("dyads", func() error { _, err := queries.Dyads(b.Context(), s, queries.Options{}); return err })
	ask("path", func() error {
		_, err := queries.Paths(b.Context(), s, hub, "Group_3_of_War_1", queries.Options{Depth: 4})
		return err
	})
	ask("chains", func() error { _, err := queries.Chains(b.Context(), s, queries.Options{Name: hub}); return err })
	ask("control", func() error {
		_, err := queries.Control(b.Context(), s, queries.Options{Place: "Town_0_of_War_1", At: "2020"})
		return err
	})
	ask("timeline", func() error {
		_, err := queries.Timeline(b.Context(), s, []graph.ID{"Town_0_of_War_1"}, queries.Options{})
		return err
	})
	ask("switched", func() error { _, err := queries.Switched(b.Context(), s, queries.Options{}); return err })
	ask("contested", func() error { _, err := queries.Contested(b.Context(), s, queries.Options{}); return err })
	ask("changes", func() error { _, err := queries.Changes(b.Context(), s, queries.Options{Since: "2020"}); return err })
	ask("sources", func() error { _, err := queries.Sources(b.Context(), s, queries.Options{}); return err })
	ask("blocs", func() error { _, err := queries.Blocs(b.Context(), s, queries.Options{}); return err })
	ask("resolve", func() error {
		_, err := queries.Resolve(b.Context(), s, nil, "g3w1", queries.WantAny)
		return err
	})
}

func backs(b *testing.B, s *store.Store, opts queries.Options) error {
	_, err := queries.Backs(b.Context(), s, opts)
	return err
}
