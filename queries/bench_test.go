package queries_test

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"entente.example/graph"
	"entente.example/graph/made"
	"entente.example/graph/store"
	"entente.example/queries"
)

// sizes are those of the graphs that are asked, in statements. The targets are told for 100,000; with -short it is a tenth.
func sizes() []string {
	if named := strings.Fields(os.Getenv("ENTENTE_BENCH_STATEMENTS")); len(named) > 0 {
		return named
	}
	if testing.Short() {
		return []string{"10000"}
	}
	return []string{"100000"}
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

// readings are those of a made graph of so many statements.
func readings(b *testing.B, size string) iter.Seq[graph.Reading] {
	b.Helper()
	statements := 0
	if _, err := fmt.Sscan(size, &statements); err != nil {
		b.Fatal(err)
	}
	return made.Readings(made.Size{Articles: statements / 5, Seed: 1})
}

// open opens a store on disk with a made graph, which it makes where the folder does not have it.
func open(b *testing.B, folder, size string) *store.Store {
	b.Helper()
	path := filepath.Join(folder, size+".db")
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		load(b, path, readings(b, size))
	}
	s, err := store.Open(b.Context(), path, store.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s
}

// fill opens such a store, and gives its graph in maps too.
func fill(b *testing.B, folder, size string) (*store.Store, adjacency) {
	b.Helper()
	a := adjacency{map[graph.ID][]graph.ID{}, map[graph.ID][]graph.ID{}, map[graph.ID][]graph.ID{}}
	for r := range readings(b, size) {
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
	return open(b, folder, size), a
}

// load makes a store of readings, under another name until it is complete.
func load(b *testing.B, path string, readings iter.Seq[graph.Reading]) {
	b.Helper()
	s, err := store.Open(b.Context(), path+".new", store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	var batch []graph.Reading
	add := func() {
		if _, err := s.Add(b.Context(), batch...); err != nil {
			b.Fatal(err)
		}
		batch = batch[:0]
	}
	for r := range readings {
		if batch = append(batch, r); len(batch) == 1000 {
			add()
		}
	}
	add()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		b.Fatal(err)
	}
}

// distinct is what a plain map makes of a name: the other ends, each once.
func distinct(ids []graph.ID) []graph.ID {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// BenchmarkAnswers measures the questions on a made graph, warm, beside a plain map in memory: the ratio is what evidence,
// sources and options cost.
//
// ENTENTE_BENCH_STATEMENTS names other sizes than 100000, such as "100000 1000000", ENTENTE_BENCH_STORES a folder that
// keeps the stores for the next run: the greater one takes minutes to make.
func BenchmarkAnswers(b *testing.B) {
	folder := os.Getenv("ENTENTE_BENCH_STORES")
	if folder == "" {
		folder = b.TempDir()
	}
	for _, size := range sizes() {
		b.Run(size, func(b *testing.B) { benchmarkAnswers(b, folder, size) })
	}
}

func benchmarkAnswers(b *testing.B, folder, size string) {
	s, plain := fill(b, folder, size)
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
		other, err := store.Open(b.Context(), filepath.Join(folder, size+".db"), store.Options{ReadOnly: true})
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
	ask("why latest", func() error { // as a terminal has it
		_, err := queries.Why(b.Context(), s, hub, graph.Backs, small, queries.Options{Latest: 100})
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
	ask("control of a group", func() error {
		_, err := queries.Control(b.Context(), s, queries.Options{Name: small})
		return err
	})
	ask("gains", func() error { _, err := queries.Gains(b.Context(), s, queries.Options{Name: small}); return err })
	ask("backs since", func() error { return backs(b, s, queries.Options{Name: small, Since: "2020"}) })
	ask("sources of a group", func() error { _, err := queries.Sources(b.Context(), s, queries.Options{Name: small}); return err })
	ask("timeline", func() error {
		_, err := queries.Timeline(b.Context(), s, []graph.ID{"Town_0_of_War_1"}, queries.Options{})
		return err
	})
	ask("timeline latest", func() error {
		_, err := queries.Timeline(b.Context(), s, []graph.ID{"Town_0_of_War_1"}, queries.Options{Latest: 500})
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
