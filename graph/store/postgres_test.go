package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"entente.example/graph"
	"entente.example/graph/store"
	"entente.example/graph/store/postgrestest"
)

const (
	loaderVariable = "ENTENTE_TEST_LOAD_TO"
	partVariable   = "ENTENTE_TEST_PART"
)

// loaded are the articles of TestLoaders.
func loaded(n int) []graph.Reading { return crowd(n, 3, 300) }

// TestLoaderProcess is a loader of TestLoaders: it adds half of the articles, from one of their quarters on.
func TestLoaderProcess(t *testing.T) {
	address, part := os.Getenv(loaderVariable), os.Getenv(partVariable)
	if address == "" {
		t.Skip("this is for TestLoaders")
	}
	var n, quarter int
	if _, err := fmt.Sscan(part, &n, &quarter); err != nil {
		t.Fatal(err)
	}
	readings := loaded(n)
	readings = slices.Concat(readings, readings)[quarter*n/4:][:n/2]
	s, err := store.Open(t.Context(), address, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, chunk := range slices.Collect(slices.Chunk(readings, 125)) {
		if _, err := s.Add(t.Context(), chunk...); err != nil {
			t.Fatal(err)
		}
		fmt.Println("added", i+1)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	fmt.Println("done")
}

// loader is a running process of TestLoaderProcess.
type loader struct {
	cmd   *exec.Cmd
	lines chan string
	ended chan error
}

func startLoader(t *testing.T, address string, n, quarter int) *loader {
	t.Helper()
	l := &loader{cmd: exec.Command(os.Args[0], "-test.run=^TestLoaderProcess$"), lines: make(chan string, 1000), ended: make(chan error, 1)}
	l.cmd.Env = append(os.Environ(), loaderVariable+"="+address, fmt.Sprintf("%s=%d %d", partVariable, n, quarter))
	out, err := l.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	l.cmd.Stderr = os.Stderr
	if err := l.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.cmd.Process.Kill() })
	go func() {
		var said []string
		for line := bufio.NewScanner(out); line.Scan(); {
			said = append(said, line.Text())
			l.lines <- line.Text()
		}
		close(l.lines)
		err := l.cmd.Wait()
		if err == nil && !slices.Contains(said, "done") {
			err = errors.New("it did not come to its end")
		}
		if err != nil {
			err = fmt.Errorf("%w: %s", err, strings.Join(said, "\n"))
		}
		l.ended <- err
	}()
	return l
}

// await waits until the loader says that it has added so many chunks.
func (l *loader) await(t *testing.T, chunks int) {
	t.Helper()
	for line := range l.lines {
		if line == fmt.Sprint("added ", chunks) {
			return
		}
	}
	t.Fatalf("a loader ended before it had added %d chunks: %v", chunks, <-l.ended)
}

// TestLoaders has four processes load overlapping halves of the articles at once. One is killed and started again, the
// server is restarted: the dump is that of one embedded load.
func TestLoaders(t *testing.T) {
	n := 5000
	if testing.Short() || raceDetector {
		n = 1000
	}
	server := postgrestest.ForTest(t)
	address, err := server.Address()
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	var loaders []*loader
	for quarter := range 4 {
		loaders = append(loaders, startLoader(t, address, n, quarter))
	}
	loaders[1].await(t, 1)
	if err := loaders[1].cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-loaders[1].ended; err == nil {
		t.Error("a loader that was killed came to its end")
	}
	loaders[1] = startLoader(t, address, n, 1)
	loaders[1].await(t, 1) // a server that is down is none to begin with
	loaders[0].await(t, 2)
	if err := errors.Join(server.Stop(), server.Run()); err != nil {
		t.Fatal(err)
	}
	for i, l := range loaders {
		go func() {
			for range l.lines { // so that it can go on
			}
		}()
		if err := <-l.ended; err != nil {
			t.Errorf("loader %d: %v", i, err)
		}
	}
	t.Logf("loaded after %v", time.Since(began))
	s := mustOpen(t, address, store.Options{ReadOnly: true})
	one := memory(t)
	mustAdd(t, one, loaded(n)...)
	if want, got := dump(t, one), dump(t, s); want != got {
		t.Errorf("four loaders made something else of it: %d bytes rather than %d", len(got), len(want))
	}
	if revision(t, one) != revision(t, s) {
		t.Error("another revision")
	}
}

// TestServerErrors holds that what a server refuses is told apart, with advice, and without the password.
func TestServerErrors(t *testing.T) {
	address := postgres(t)
	change := func(change func(u *url.URL)) string {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		u.User = url.UserPassword(u.User.Username(), "secret")
		change(u)
		return u.String()
	}
	mustOpen(t, address, store.Options{}) // makes the tables
	for name, test := range map[string]struct {
		address  string
		readOnly bool
		want     error
	}{
		"empty":        {postgres(t), true, store.ErrNotFound},
		"no server":    {change(func(u *url.URL) { u.Host = "127.0.0.1:1" }), false, store.ErrUnreachable},
		"no database":  {change(func(u *url.URL) { u.Path = "/nowhere" }), false, store.ErrNotFound},
		"no such user": {change(func(u *url.URL) { u.User = url.UserPassword("nobody_known", "secret") }), false, store.ErrRefused},
		"no TLS":       {change(func(u *url.URL) { u.RawQuery = withoutMode(u.Query()) }), false, store.ErrRefused},
		"no address":   {"postgres://user:secret@host:not-a-port/db", false, store.ErrUnsupported},
		"no socket":    {"postgres:///db?host=/nowhere&password=secret", false, store.ErrUnreachable},
	} {
		_, err := store.Open(t.Context(), test.address, store.Options{ReadOnly: test.readOnly})
		var known *store.Error
		if !errors.Is(err, test.want) || !errors.As(err, &known) || known.Hint == "" {
			t.Errorf("%s: got %v", name, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the password is told: %v", name, err)
		}
	}
	s := mustOpen(t, address, store.Options{ReadOnly: true})
	if _, err := s.Add(t.Context(), reading("one", backs("A", "B"))); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("add: %v", err)
	}
}

// withoutMode leaves to the driver how the way to the server is to be kept from others.
func withoutMode(query url.Values) string {
	query.Del("sslmode")
	return query.Encode()
}

// TestServerDamage holds that a hand in the tables is found.
func TestServerDamage(t *testing.T) {
	for name, statement := range map[string]string{
		"a quad is gone":      `DELETE FROM quads WHERE horizon = (SELECT max(horizon) - 3 FROM quads)`,
		"a use is uncounted":  `UPDATE nodes SET refs = refs + 1 WHERE value_string = 'backs'`,
		"a word is another":   `UPDATE nodes SET value_string = 'air' WHERE value_string = 'weapons'`,
		"a node is no string": `UPDATE nodes SET value_string = NULL, value_int = 1 WHERE value_string = 'weapons'`,
	} {
		t.Run(name, func(t *testing.T) {
			address := postgres(t)
			s := mustOpenSpoilt(t, address, store.Options{})
			mustAdd(t, s, crowd(5, 4, 6)...)
			mustAdd(t, s, reading("one", backs("A", "B")))
			noProblems(t, s)
			if err := s.Exec(statement); err != nil {
				t.Fatal(err)
			}
			problems, err := s.Check(t.Context())
			if len(problems) == 0 && !errors.Is(err, store.ErrDamaged) {
				t.Errorf("nothing was found: %v", err)
			}
		})
	}
}

// TestRetries has a transaction fail by a conflict and by a broken connection, and expects it to be done all the same.
func TestRetries(t *testing.T) {
	address := postgres(t)
	s, other := mustOpen(t, address, store.Options{}), mustOpen(t, address, store.Options{})
	mustAdd(t, s, crowd(5, 3, 6)...)
	// Whoever writes now waits for a lock, and is thrown out of it.
	release, err := other.HoldLock()
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	go func() {
		_, err := s.Add(t.Context(), crowd(10, 3, 6)...)
		done <- err
	}()
	thrown := 0
	for thrown == 0 {
		if thrown, err = other.ThrowOutWaiting(); err != nil {
			t.Fatal(err)
		}
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	// Two that lock in opposite orders: the server stops one of them.
	if err := s.Deadlock(other); err != nil {
		t.Error(err)
	}
	fresh := memory(t)
	mustAdd(t, fresh, crowd(10, 3, 6)...)
	if diff := cmp.Diff(dump(t, fresh), dump(t, s)); diff != "" {
		t.Error(diff)
	}
	// Who does not want to wait any longer need not.
	release, err = other.HoldLock()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	began := time.Now()
	if _, err := s.Add(ctx, reading("late", backs("A", "B"))); !errors.Is(err, context.DeadlineExceeded) || time.Since(began) > 5*time.Second {
		t.Errorf("got %v after %v", err, time.Since(began))
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}
}

// TestLoadersScale measures 1, 2 and 4 loaders at once; it says how they compare, and holds only that none loses
// anything. It is long: ENTENTE_TEST_LONG asks for it.
func TestLoadersScale(t *testing.T) {
	if os.Getenv("ENTENTE_TEST_LONG") == "" {
		t.Skip("ENTENTE_TEST_LONG is not set")
	}
	const n = 4000
	var dumps []string
	for _, loaders := range []int{1, 2, 4} {
		address := postgres(t)
		stores := make([]*store.Store, loaders)
		for i := range stores {
			stores[i] = mustOpen(t, address, store.Options{})
		}
		readings := loaded(n)
		began := time.Now()
		done := make(chan error)
		for i, s := range stores {
			go func() {
				var err error
				for chunk := range slices.Chunk(readings[i*n/loaders:(i+1)*n/loaders], 125) {
					if _, addErr := s.Add(t.Context(), chunk...); addErr != nil {
						err = addErr
					}
				}
				done <- err
			}()
		}
		for range stores {
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
		took := time.Since(began)
		stats, err := stores[0].Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d loaders: %v, %s statements/s", loaders, took, strconv.Itoa(int(float64(stats.Statements)/took.Seconds())))
		dumps = append(dumps, dump(t, stores[0]))
	}
	if dumps[0] != dumps[1] || dumps[0] != dumps[2] {
		t.Error("the stores differ")
	}
}
