package server_test

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"entente.example/cmd/internal/server"
	"entente.example/graph/made"
	"entente.example/graph/store"
	"entente.example/queries"
)

// madeStore holds a made graph of so many articles.
func madeStore(tb testing.TB, address string, articles int) *store.Store {
	tb.Helper()
	s, err := store.Open(tb.Context(), address, store.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	for batch := range slices.Chunk(slices.Collect(made.Readings(made.Size{Articles: articles, Seed: 1})), 150) {
		if _, err := s.Add(tb.Context(), batch...); err != nil {
			tb.Fatal(err)
		}
	}
	return s
}

// live runs a server on a port of its own until the test ends, and gives its address; stop ends it and gives its error.
func live(t *testing.T, s *store.Store, config server.Config) (address string, stop func() error) {
	t.Helper()
	made, err := server.New(s, config)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- made.Serve(ctx, listener) }()
	stop = sync.OnceValue(func() error {
		cancel()
		return <-ended
	})
	t.Cleanup(func() { _ = stop() })
	return listener.Addr().String(), stop
}

// stuck is a script runner that works until its context ends or it is let go, and tells of both.
type stuck struct {
	begun, ended chan struct{}
	release      chan struct{}
}

func newStuck() stuck {
	return stuck{make(chan struct{}, 10), make(chan struct{}, 10), make(chan struct{})}
}

func (s stuck) run(ctx context.Context, _ string, _ queries.Limits) ([]map[string]any, bool, error) {
	s.begun <- struct{}{}
	select {
	case <-ctx.Done():
	case <-s.release:
	}
	s.ended <- struct{}{}
	return nil, false, ctx.Err()
}

// TestOneTooMany holds that a question which finds no place is sent away with Retry-After, that health is not asked to
// wait, and that a client who leaves gives its place back.
func TestOneTooMany(t *testing.T) {
	blocked := newStuck()
	h := serve(t, seedStore(t), server.Config{Questions: 1, Token: token, Gizmo: blocked.run})
	ctx, leave := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, h.URL+"/v1/query", strings.NewReader("g.V().all()"))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "text/plain")
	r.Header.Set("Authorization", "Bearer "+token)
	go func() {
		if response, err := http.DefaultClient.Do(r); err == nil {
			_ = response.Body.Close()
		}
	}()
	<-blocked.begun
	response, body := get(t, h.URL+"/v1/backs")
	if response.StatusCode != http.StatusServiceUnavailable || response.Header.Get("Retry-After") == "" || !strings.Contains(string(body), "urn:entente:problem:busy") {
		t.Errorf("one too many: %s %s", response.Status, body)
	}
	if response, _ := get(t, h.URL+"/healthz"); response.StatusCode != http.StatusOK {
		t.Errorf("health: %s", response.Status)
	}
	if response, body := get(t, h.URL+"/"); response.StatusCode != http.StatusServiceUnavailable || !strings.Contains(string(body), "<h1>Busy</h1>") {
		t.Errorf("the page: %s", response.Status)
	}
	leave()
	select {
	case <-blocked.ended:
	case <-time.After(10 * time.Second):
		t.Fatal("the client left, and its question goes on")
	}
	if response, _ := get(t, h.URL+"/v1/backs"); response.StatusCode != http.StatusOK {
		t.Errorf("after it left: %s", response.Status)
	}
}

// TestOutOfTime holds that a question that takes too long is ended and says so.
func TestOutOfTime(t *testing.T) {
	h := serve(t, seedStore(t), server.Config{Timeout: time.Nanosecond})
	response, body := get(t, h.URL+"/v1/backs")
	if response.StatusCode != http.StatusServiceUnavailable || !strings.Contains(string(body), "urn:entente:problem:time") {
		t.Errorf("%s %s", response.Status, body)
	}
}

// TestAThousandAtOnce asks a thousand questions together: each is answered or sent away, and then all goes on.
func TestAThousandAtOnce(t *testing.T) {
	address, stop := live(t, madeStore(t, "memory:", 300), server.Config{})
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1000}, Timeout: time.Minute}
	paths := []string{
		"/v1/backs?name=State_%d", "/name/Group_%d_of_War_1", "/v1/ties?limit=%d", "/v1/graph?format=dot&minSources=%d", "/v1/names?q=gro&limit=%d",
		"/v1/backs?name=Nobody_%d", "/v1/why?subject=State_%d&object=Group_1_of_War_1", "/?minSources=%d",
	}
	if response, body := get(t, "http://"+address+"/v1/names?q=state"); response.StatusCode != http.StatusOK { // the index is made
		t.Fatalf("%s %s", response.Status, body)
	}
	var answered, away atomic.Int64
	var group sync.WaitGroup
	for i := range 1000 {
		group.Go(func() {
			response, err := client.Get("http://" + address + fmt.Sprintf(paths[i%len(paths)], 1+i/len(paths))) //nolint:noctx // it has a limit
			if err != nil {
				t.Errorf("%d: %v", i, err)
				return
			}
			defer response.Body.Close()
			switch response.StatusCode {
			case http.StatusOK, http.StatusNotFound, http.StatusSeeOther:
				answered.Add(1)
			case http.StatusServiceUnavailable:
				away.Add(1)
			default:
				t.Errorf("%s: %s", response.Request.URL, response.Status)
			}
		})
	}
	group.Wait()
	if answered.Load() < 10 { // how many are depends on what else the machine does
		t.Errorf("only %d of 1000 were answered, %d sent away", answered.Load(), away.Load())
	}
	if response, _ := get(t, "http://"+address+"/v1/stats"); response.StatusCode != http.StatusOK {
		t.Errorf("afterwards: %s", response.Status)
	}
	client.CloseIdleConnections()
	if err := stop(); err != nil {
		t.Errorf("the end: %v", err)
	}
}

// TestSlowClients holds that clients who never finish their requests are hung up on, and keep nobody from being answered.
func TestSlowClients(t *testing.T) {
	address, _ := live(t, seedStore(t), server.Config{})
	var group sync.WaitGroup
	for i := range 200 {
		group.Go(func() {
			c, err := net.DialTimeout("tcp", address, 10*time.Second)
			if err != nil {
				t.Errorf("%d: %v", i, err)
				return
			}
			defer c.Close()
			_, _ = fmt.Fprintf(c, "GET /v1/backs HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
			_ = c.SetReadDeadline(time.Now().Add(20 * time.Second))
			line, err := bufio.NewReader(c).ReadString('\n')
			if netErr, ok := err.(net.Error); ok && netErr.Timeout() { //nolint:errorlint // of the very connection
				t.Errorf("%d is still connected: %q", i, line)
			}
		})
	}
	time.Sleep(100 * time.Millisecond)
	began := time.Now()
	if response, _ := get(t, "http://"+address+"/v1/backs?name=LNA"); response.StatusCode != http.StatusOK || time.Since(began) > 3*time.Second {
		t.Errorf("beside slow clients: %s after %s", response.Status, time.Since(began))
	}
	group.Wait()
}

// TestGraceful holds that an answer under way is finished when the server is told to end, and that nobody gets in after.
func TestGraceful(t *testing.T) {
	blocked := newStuck()
	address, stop := live(t, seedStore(t), server.Config{Token: token, Gizmo: blocked.run})
	done := make(chan int, 1)
	go func() {
		r, _ := http.NewRequest(http.MethodPost, "http://"+address+"/v1/query", strings.NewReader("x")) //nolint:noctx // it is let go
		r.Header.Set("Content-Type", "text/plain")
		r.Header.Set("Authorization", "Bearer "+token)
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			done <- 0
			return
		}
		_ = response.Body.Close()
		done <- response.StatusCode
	}()
	<-blocked.begun
	time.AfterFunc(200*time.Millisecond, func() { close(blocked.release) })
	if err := stop(); err != nil {
		t.Errorf("the end: %v", err)
	}
	if status := <-done; status != http.StatusOK {
		t.Errorf("the answer under way: %d", status)
	}
	if _, err := net.DialTimeout("tcp", address, time.Second); err == nil {
		t.Error("somebody still listens")
	}
}

// TestTwoThousandTies draws the biggest name of a made graph, and more than two thousand ties as a net and as a table.
func TestTwoThousandTies(t *testing.T) {
	s := madeStore(t, "memory:", 3300)
	h := serve(t, s, server.Config{})
	b := browse(t, h.URL)
	b.look(1400, 1000, false)
	b.open("/")
	b.shot("some-of-many")
	b.click(`a[href="/?view=free"]`)
	drawn := b.text(`String(document.querySelector('[data-free] [role="img"]').cy.edges().length)`)
	if len(drawn) < 4 || drawn < "2000" {
		t.Errorf("%s ties are drawn", drawn)
	}
	b.shot("many")
	b.open("/name/State_0")
	b.shot("big-name")
	b.until(`performance.getEntriesByName('first-contentful-paint').length > 0`)
	paint := b.text(`(() => { const p = performance.getEntriesByName('first-contentful-paint')[0]; return String(Math.round(p.startTime)) })()`)
	t.Logf("first paint of the biggest name after %s ms", paint)
	rows := func() string {
		return b.text(`String(document.querySelectorAll('.tables section:first-child tbody tr').length)`)
	}
	if got := rows(); got != "100" {
		t.Errorf("%s rows before all are asked for", got)
	}
	b.click(`.tables section:first-child a.button`)
	b.until(`new URL(location.href).searchParams.get('view') === 'table' && location.hash !== ''`)
	if got, all := rows(), b.text(`document.querySelector('.tables section:first-child .count').textContent`); got != all || got == "100" {
		t.Errorf("%s rows of %s", got, all)
	}
	b.open("/ties?limit=1000")
	if rows := b.text(`String(document.querySelectorAll('.ties tbody tr').length)`); rows != "1000" {
		t.Errorf("%s rows", rows)
	}
	b.click(`a[rel="next"]`)
	b.until(`new URL(location.href).searchParams.get('cursor') !== null`)
	b.clean()
}
