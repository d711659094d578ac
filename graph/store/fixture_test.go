package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/store/postgrestest"
)

// opener opens the same store each time: what was closed is there again, where it is one that stays.
type opener func(t testing.TB) *store.Store

// backends are the stores that must behave alike.
func backends() map[string]func(t testing.TB) opener {
	return map[string]func(testing.TB) opener{
		"leveldb": func(t testing.TB) opener {
			path := filepath.Join(t.TempDir(), "entente.db")
			return func(t testing.TB) *store.Store { return mustOpen(t, path, store.Options{}) }
		},
		"memory": func(testing.TB) opener {
			return func(t testing.TB) *store.Store { return mustOpen(t, "memory:", store.Options{}) }
		},
		"postgres": func(t testing.TB) opener {
			address := postgres(t)
			return func(t testing.TB) *store.Store { return mustOpen(t, address, store.Options{}) }
		},
		// The form of CockroachDB's addresses, against the server that there is.
		"cockroach": func(t testing.TB) opener {
			address := strings.Replace(postgres(t), "postgres://", "cockroach://", 1)
			return func(t testing.TB) *store.Store { return mustOpen(t, address, store.Options{}) }
		},
	}
}

// server is one PostgreSQL for all tests of the package.
var server struct {
	once   sync.Once
	folder string
	*postgrestest.Server
	err error
}

// postgres gives the address of an empty store in PostgreSQL, or skips the test.
func postgres(t testing.TB) string {
	t.Helper()
	server.once.Do(func() {
		if server.folder, server.err = os.MkdirTemp("", "postgres"); server.err == nil {
			server.Server, server.err = postgrestest.Start(server.folder)
		}
	})
	postgrestest.Require(t, server.err)
	address, err := server.Address()
	if err != nil {
		t.Fatal(err)
	}
	return address
}

func TestMain(m *testing.M) {
	code := m.Run()
	if server.Server != nil {
		_ = server.Stop()
	}
	_ = os.RemoveAll(server.folder)
	os.Exit(code)
}

// mustOpen opens a store which the test leaves whole: what is open at its end is checked.
func mustOpen(t testing.TB, address string, opts store.Options) *store.Store {
	t.Helper()
	s := mustOpenSpoilt(t, address, opts)
	t.Cleanup(func() {
		problems, err := s.Check(context.Background()) // that of the test has ended
		if err != nil && !errors.Is(err, store.ErrClosed) {
			t.Errorf("check: %v", err)
		}
		for _, p := range problems {
			t.Errorf("check: %s: %s", p.Node, p.What)
		}
	})
	return s
}

// mustOpenSpoilt opens a store in which the test damages something.
func mustOpenSpoilt(t testing.TB, address string, opts store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), address, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

func memory(t testing.TB) *store.Store { return mustOpen(t, "memory:", store.Options{}) }

// tie is a statement in short.
type tie struct {
	subject  graph.ID
	relation graph.Relation
	object   graph.ID
	polarity graph.Polarity
	modality graph.Modality
	speaker  graph.ID
}

func backs(subject, object graph.ID) tie {
	return tie{subject: subject, relation: graph.Backs, object: object, polarity: graph.Affirmed}
}

// reading makes a reading of the article with that text.
func reading(text string, ties ...tie) graph.Reading {
	doc := graph.NewDocument(text, text, graph.Appearance{URL: "https://news.example/" + text, Publisher: "The Gazette", Published: "2024-03-01"})
	doc.Extractor, doc.Language = "rules@1", "en"
	r := graph.Reading{Article: doc.Article}
	ids := map[graph.ID]bool{}
	for i, t := range ties {
		sentence := fmt.Sprintf("%s %s %s.", t.subject, t.relation, t.object)
		r.Statements = append(r.Statements, graph.Statement{
			Article: doc.ID, Subject: t.subject, Relation: t.relation, Object: t.object,
			Polarity: t.polarity, Modality: t.modality, Speaker: t.speaker,
			Citations: []graph.Citation{{
				Sentence: sentence, Span: graph.Span{100 * i, 100*i + len(sentence)},
				Kinds: []graph.Kind{graph.Weapons}, Valid: "2020-05", Phase: graph.Ongoing,
				Rule: "test", Extractor: "rules@1", Confidence: 80,
			}},
		})
		for _, id := range []graph.ID{t.subject, t.object, t.speaker} {
			if id != "" && !ids[id] {
				ids[id] = true
				r.Entities = append(r.Entities, graph.Entity{ID: id, Name: id.Name(), Type: graph.ArmedGroup})
			}
		}
	}
	r.Normalize()
	return r
}

// crowd makes many readings of random ties, the same each time.
func crowd(articles, tiesEach, entities int) []graph.Reading {
	random := rand.New(rand.NewPCG(1, 2))
	var readings []graph.Reading
	for i := range articles {
		var ties []tie
		for range tiesEach {
			a, b := random.IntN(entities), random.IntN(entities)
			if a == b {
				continue
			}
			row := graph.Relations()[random.IntN(len(graph.Relations()))]
			t := tie{subject: entityID(a), relation: row.Relation, object: entityID(b), polarity: graph.Polarities()[random.IntN(3)]}
			if t.polarity == graph.Alleged {
				t.modality = graph.Modalities()[random.IntN(6)]
			}
			if random.IntN(3) == 0 {
				t.speaker = entityID(random.IntN(entities))
			}
			ties = append(ties, t)
		}
		readings = append(readings, reading(fmt.Sprintf("article-%d", i), ties...))
	}
	return readings
}

func entityID(i int) graph.ID { return graph.NewID(fmt.Sprintf("Group %d", i), "") }

func mustAdd(t testing.TB, s *store.Store, readings ...graph.Reading) store.Change {
	t.Helper()
	change, err := s.Add(t.Context(), readings...)
	if err != nil {
		t.Fatal(err)
	}
	return change
}

func dump(t testing.TB, s *store.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func revision(t testing.TB, s *store.Store) string {
	t.Helper()
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return stats.Revision
}

func noProblems(t testing.TB, s *store.Store) {
	t.Helper()
	problems, err := s.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Node, p.What)
	}
}

func statements(t testing.TB, s *store.Store, f store.Filter) []graph.Statement {
	t.Helper()
	found := []graph.Statement{}
	for statement, err := range s.Statements(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, statement)
	}
	return found
}

func gizmo(t testing.TB, s *store.Store, script string) []map[string]any {
	t.Helper()
	var rows []map[string]any
	for row, err := range s.Gizmo(t.Context(), store.Query{Script: script}) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

// ids gives the id column of rows, sorted.
func ids(rows []map[string]any) []string {
	var column []string
	for _, row := range rows {
		column = append(column, fmt.Sprint(row["id"]))
	}
	slices.Sort(column)
	return column
}

// countdown is a context that ends after it was asked so often, by whichever goroutines.
type countdown struct {
	context.Context
	asked atomic.Int64
	left  int64
}

func (c *countdown) Err() error {
	if c.asked.Add(1) > c.left {
		return context.Canceled
	}
	return nil
}
