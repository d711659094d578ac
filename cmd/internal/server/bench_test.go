package server_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"entente.example/cmd/internal/server"
	"entente.example/graph/store"
)

// connections is how many clients ask at once.
const connections = 100

// BenchmarkBacks asks who backs whom for a thousand names, over connections of a hundred clients, on a made graph of
// 100,000 statements (-short: a tenth). floor is a handler that returns the same bytes and does nothing else: what the
// machine and net/http can do at all.
func BenchmarkBacks(b *testing.B) {
	articles := 20_000
	if testing.Short() {
		articles = 2000
	}
	path := filepath.Join(b.TempDir(), "bench.db")
	if err := madeStore(b, path, articles).Close(); err != nil {
		b.Fatal(err)
	}
	s, err := store.Open(b.Context(), path, store.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	names := namesOf(b, s, 1000)
	made, err := server.New(s, server.Config{Questions: connections})
	if err != nil {
		b.Fatal(err)
	}
	h := httptest.NewServer(made.Handler())
	defer h.Close()
	addresses := make([]string, len(names))
	for i, name := range names {
		addresses[i] = h.URL + "/v1/backs?name=" + name
	}
	// The first time each name is asked for, its answer is made.
	cold := time.Now()
	tags, bodies := make([]string, len(addresses)), make([][]byte, len(addresses))
	for i, address := range addresses {
		response, body := get(b, address)
		if response.StatusCode != http.StatusOK {
			b.Fatalf("%s: %s", address, response.Status)
		}
		tags[i], bodies[i] = response.Header.Get("ETag"), body
	}
	perCold := time.Since(cold) / time.Duration(len(addresses))
	floor := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var i int
		_, _ = fmt.Sscanf(r.URL.Path, "/%d", &i)
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(bodies[i])
	}))
	defer floor.Close()
	floors := make([]string, len(addresses))
	for i := range floors {
		floors[i] = fmt.Sprintf("%s/%d", floor.URL, i)
	}
	for _, mode := range []struct {
		name      string
		addresses []string
		tags      []string
		status    int
	}{
		{"floor", floors, nil, http.StatusOK}, {"answers", addresses, nil, http.StatusOK}, {"unchanged", addresses, tags, http.StatusNotModified},
	} {
		b.Run(mode.name, func(b *testing.B) {
			hammer(b, mode.addresses, mode.tags, mode.status)
			if mode.name == "answers" {
				b.ReportMetric(float64(perCold.Microseconds())/1000, "ms/first")
			}
		})
	}
}

// namesOf gives ids of those who back or are backed.
func namesOf(b *testing.B, s *store.Store, most int) []string {
	b.Helper()
	x, err := s.Ties(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	var names []string
	for f := range x.Facts() {
		fact := x.Fact(f)
		if id := string(x.ID(fact.Subject)); fact.Relation == "backs" && !slices.Contains(names, id) {
			names = append(names, id)
		}
		if id := string(x.ID(fact.Object)); fact.Relation == "backs" && !slices.Contains(names, id) {
			names = append(names, id)
		}
	}
	return names[:min(most, len(names))]
}

// hammer asks b.N times in all, round and round, and reports the rate and the time that 99 of 100 requests stay under.
func hammer(b *testing.B, addresses, tags []string, want int) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections}}
	defer client.CloseIdleConnections()
	var next, wrong atomic.Int64
	var mu sync.Mutex
	var times []time.Duration
	var bytes atomic.Int64
	b.ResetTimer()
	began := time.Now()
	var group sync.WaitGroup
	for range connections {
		group.Go(func() {
			var mine []time.Duration
			for {
				n := next.Add(1) - 1
				if n >= int64(b.N) {
					break
				}
				i := int(n) % len(addresses)
				r, _ := http.NewRequest(http.MethodGet, addresses[i], nil) //nolint:noctx // of this process
				if tags != nil {
					r.Header.Set("If-None-Match", tags[i])
				}
				start := time.Now()
				response, err := client.Do(r)
				if err != nil {
					wrong.Add(1)
					continue
				}
				n, _ = io.Copy(io.Discard, response.Body)
				_ = response.Body.Close()
				mine = append(mine, time.Since(start))
				bytes.Add(n)
				if response.StatusCode != want {
					wrong.Add(1)
				}
			}
			mu.Lock()
			defer mu.Unlock()
			times = append(times, mine...)
		})
	}
	group.Wait()
	took := time.Since(began)
	b.StopTimer()
	if wrong.Load() > 0 {
		b.Errorf("%d of %d were not answered with %d", wrong.Load(), b.N, want)
	}
	slices.Sort(times)
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(b.N)/took.Seconds(), "requests/s")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "ms/p99")
	b.ReportMetric(float64(bytes.Load())/float64(b.N), "B/answer")
	b.ReportMetric(float64(memory.HeapInuse+memory.StackInuse)/(1<<20), "MB")
}
