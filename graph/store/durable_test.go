package store_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/syndtr/goleveldb/leveldb/storage"

	"entente.example/graph"
	"entente.example/graph/store"
)

// forgetful is a storage that keeps, at a crash, of each file only what was synced, and a random part of what was
// written after that, and that can be made to crash in the middle of a write.
type forgetful struct {
	mu     sync.Mutex
	random *rand.Rand
	files  map[storage.FileDesc]*forgetfulFile
	meta   storage.FileDesc
	// left is how many writes and syncs go well before the power fails; less than 0: all of them.
	left int
	off  bool
}

type forgetfulFile struct {
	data   []byte
	synced int
}

var errPower = errors.New("the power failed")

func newForgetful(random *rand.Rand) *forgetful {
	return &forgetful{random: random, files: map[storage.FileDesc]*forgetfulFile{}, left: -1}
}

// crash gives the storage as it is found afterwards.
func (f *forgetful) crash() *forgetful {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.off = true
	next := newForgetful(f.random)
	next.meta = f.meta
	for fd, file := range f.files {
		kept := file.synced + f.random.IntN(len(file.data)-file.synced+1)
		if kept > 0 || f.random.IntN(2) == 0 {
			next.files[fd] = &forgetfulFile{slices.Clone(file.data[:kept]), kept}
		}
	}
	return next
}

// step counts down to the failure. f.mu is held.
func (f *forgetful) step() error {
	if f.left == 0 {
		f.off = true
	}
	if f.off {
		return errPower
	}
	f.left--
	return nil
}

func (f *forgetful) Lock() (storage.Locker, error) { return unlocked{}, nil }

type unlocked struct{}

func (unlocked) Unlock() {}

func (f *forgetful) Log(string) {}

func (f *forgetful) SetMeta(fd storage.FileDesc) error { // LevelDB's own file storage syncs here
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.step(); err != nil {
		return err
	}
	f.meta = fd
	return nil
}

func (f *forgetful) GetMeta() (storage.FileDesc, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.meta == (storage.FileDesc{}) {
		return f.meta, os.ErrNotExist
	}
	return f.meta, nil
}

func (f *forgetful) List(types storage.FileType) ([]storage.FileDesc, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var found []storage.FileDesc
	for fd := range f.files {
		if fd.Type&types != 0 {
			found = append(found, fd)
		}
	}
	return found, nil
}

func (f *forgetful) Open(fd storage.FileDesc) (storage.Reader, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	file, ok := f.files[fd]
	if !ok {
		return nil, os.ErrNotExist
	}
	return struct {
		*bytes.Reader
		io.Closer
	}{bytes.NewReader(file.data), io.NopCloser(nil)}, nil
}

func (f *forgetful) Create(fd storage.FileDesc) (storage.Writer, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.step(); err != nil {
		return nil, err
	}
	file := &forgetfulFile{}
	f.files[fd] = file
	return forgetfulWriter{f, file}, nil
}

func (f *forgetful) Remove(fd storage.FileDesc) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.step(); err != nil {
		return err
	}
	delete(f.files, fd)
	return nil
}

func (f *forgetful) Rename(before, after storage.FileDesc) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.step(); err != nil {
		return err
	}
	f.files[after] = f.files[before]
	delete(f.files, before)
	return nil
}

func (f *forgetful) Close() error { return nil }

type forgetfulWriter struct {
	storage *forgetful
	file    *forgetfulFile
}

func (w forgetfulWriter) Write(b []byte) (int, error) {
	w.storage.mu.Lock()
	defer w.storage.mu.Unlock()
	if err := w.storage.step(); err != nil {
		return 0, err
	}
	w.file.data = append(w.file.data, b...)
	return len(b), nil
}

func (w forgetfulWriter) Sync() error {
	w.storage.mu.Lock()
	defer w.storage.mu.Unlock()
	if err := w.storage.step(); err != nil {
		return err
	}
	w.file.synced = len(w.file.data)
	return nil
}

func (w forgetfulWriter) Close() error { return nil }

// TestSynced holds that what was reported as written outlives a failure of the power at any moment, and that a store
// opens and is whole after it.
func TestSynced(t *testing.T) {
	readings := crowd(60, 3, 12)
	for i := range 12 { // LevelDB waits for a second before it gives up
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			crashes := untilWritten(t, rand.New(rand.NewPCG(7, uint64(i))), readings[5*i:5*i+5])
			t.Logf("%d crashes", crashes)
			if crashes == 0 {
				t.Error("no crash")
			}
		})
	}
}

// untilWritten writes the readings to a disk whose power fails ever again, and tells how often that was.
func untilWritten(t *testing.T, random *rand.Rand, readings []graph.Reading) (crashes int) {
	disk := newForgetful(random)
	for reported := 0; ; crashes++ {
		s, err := store.OpenStorage(t.Context(), disk)
		if err == nil {
			noProblems(t, s)
			for i, r := range readings[:reported] {
				if _, err := s.Article(t.Context(), r.Article.ID); err != nil {
					t.Fatalf("after %d crashes, article %d of %d is lost: %v", crashes, i, reported, err)
				}
			}
			disk.mu.Lock()
			disk.left = random.IntN(8)
			disk.mu.Unlock()
			for reported < len(readings) && err == nil {
				if _, err = s.Add(t.Context(), readings[reported]); err == nil {
					reported++
				}
			}
		}
		if err != nil && !errors.Is(err, errPower) {
			t.Fatalf("after %d crashes: %v", crashes, err)
		}
		if err == nil {
			fresh := memory(t)
			mustAdd(t, fresh, readings...)
			if dump(t, s) != dump(t, fresh) {
				t.Error("the store is not as if nothing had happened")
			}
			if err := s.Close(); err != nil && !errors.Is(err, errPower) {
				t.Error(err)
			}
			return crashes
		}
		after := disk.crash()
		if s != nil {
			_ = s.Close() // of what is off
		}
		disk = after
	}
}

// TestForgetfulStorage holds that the storage of TestSynced would find a store that does not sync: it loses what was
// only written.
func TestForgetfulStorage(t *testing.T) {
	disk := newForgetful(rand.New(rand.NewPCG(1, 1)))
	lost := 0
	for i := range 20 {
		w, err := disk.Create(storage.FileDesc{Type: storage.TypeTable, Num: int64(i)})
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte("synced"))
		if err := w.Sync(); err != nil {
			t.Fatal(err)
		}
		w.Write([]byte("not synced"))
	}
	for _, file := range disk.crash().files {
		if !bytes.HasPrefix(file.data, []byte("synced")) {
			t.Errorf("%q is left", file.data)
		}
		if len(file.data) < len("syncednot synced") {
			lost++
		}
	}
	if lost == 0 {
		t.Error("it forgot nothing")
	}
}

// TestKilled kills a process 200 times at random moments of a load, and looks each time whether the store opens and is
// whole, and has the articles that the process had reported.
func TestKilled(t *testing.T) {
	t.Parallel()
	kills := 200
	if testing.Short() {
		kills = 20
	}
	const each = 10 // of one store, so that it stays small enough to be looked through each time
	var reports atomic.Int64
	t.Run("stores", func(t *testing.T) {
		for n := range kills / each {
			t.Run(strconv.Itoa(n), func(t *testing.T) {
				t.Parallel()
				random := rand.New(rand.NewPCG(9, uint64(n)))
				path := filepath.Join(t.TempDir(), "entente.db")
				for range each {
					reports.Add(int64(killWriter(t, path, random)))
				}
			})
		}
	})
	if reports.Load() < int64(kills/2) {
		t.Errorf("only %d articles were reported before %d kills", reports.Load(), kills)
	}
}

// killWriter kills a writer at a random moment, looks through the store, and tells how many articles it had reported.
func killWriter(t *testing.T, path string, random *rand.Rand) int {
	t.Helper()
	cmd, out := startWriter(t, path)
	after, moment := random.IntN(3), time.Duration(random.IntN(8_000))*time.Microsecond
	var reported []uuid.UUID
	for line := bufio.NewScanner(out); ; {
		if len(reported) == after {
			time.AfterFunc(moment, func() { cmd.Process.Kill() })
		}
		if !line.Scan() {
			break
		}
		if id, err := uuid.Parse(line.Text()); err == nil {
			reported = append(reported, id)
		}
	}
	cmd.Wait()
	s := mustOpen(t, path, store.Options{})
	noProblems(t, s)
	for _, id := range reported {
		if _, err := s.Article(t.Context(), id); err != nil {
			t.Error(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return len(reported)
}

const writerVariable = "ENTENTE_TEST_WRITE_TO"

// startWriter starts a process that writes to the store, and tells which articles it has written, until it is killed.
func startWriter(t *testing.T, path string) (*exec.Cmd, io.Reader) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestWriterProcess$")
	cmd.Env = append(os.Environ(), writerVariable+"="+path)
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	out := bufio.NewReader(pipe)
	if line, err := out.ReadString('\n'); err != nil || line != "ready\n" {
		t.Fatalf("the writer said %q, %v", line, err)
	}
	return cmd, out
}

// TestWriterProcess is the process that startWriter starts.
func TestWriterProcess(t *testing.T) {
	path := os.Getenv(writerVariable)
	if path == "" {
		t.Skip("this is for startWriter")
	}
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout.WriteString("ready\n")
	for round := 0; ; round++ {
		for _, r := range crowd(30, 3, 20) {
			r.Article.Extractor = time.Now().String() // each time something else: old quads go, new ones come
			if _, err := s.Add(t.Context(), r); err != nil {
				t.Fatal(err)
			}
			os.Stdout.WriteString(r.Article.ID.String() + "\n")
		}
	}
}

// TestReadersBesideWriter has eight readers ask while a writer writes. Each of their answers is of one moment.
func TestReadersBesideWriter(t *testing.T) {
	t.Parallel()
	lasts := 5 * time.Second
	if os.Getenv("ENTENTE_TEST_LONG") != "" {
		lasts = time.Minute
	}
	s := mustOpen(t, filepath.Join(t.TempDir(), "entente.db"), store.Options{})
	// Each version of the article has as many statements as its extractor's number says.
	versions := make([]graph.Reading, 8)
	for i := range versions {
		var ties []tie
		for j := range i + 1 {
			ties = append(ties, backs("Hub", entityID(100*i+j)))
		}
		versions[i] = reading("the same text", ties...)
		versions[i].Article.Extractor = fmt.Sprintf("rules@%d", i+1)
	}
	mustAdd(t, s, versions[0])
	end := time.Now().Add(lasts)
	var group sync.WaitGroup
	answers := make([]int, 8)
	for reader := range answers {
		group.Go(func() {
			for time.Now().Before(end) && !t.Failed() {
				g, err := s.Subgraph(t.Context(), store.Filter{Article: versions[0].Article.ID})
				if err != nil {
					t.Error(err)
					return
				}
				if n := len(g.Statements); n == 0 || slices.IndexFunc(versions, func(v graph.Reading) bool { return len(v.Statements) == n }) < 0 {
					t.Errorf("%d statements", n)
				}
				first := g.Statements[0].Object
				for _, st := range g.Statements {
					if len(st.Object) != len(first) && !strings.HasPrefix(string(st.Object), "Group_") {
						t.Errorf("statements of two versions: %s, %s", first, st.Object)
					}
				}
				rows, err := count(s, t, `g.V("<Hub>").out("<backs>").all()`)
				if err != nil || rows == 0 || rows > len(versions) {
					t.Errorf("a script found %d rows, %v", rows, err)
				}
				answers[reader]++
			}
		})
	}
	writes := 0
	for time.Now().Before(end) && !t.Failed() {
		mustAdd(t, s, versions[writes%len(versions)])
		writes++
	}
	group.Wait()
	if writes < 10 || slices.Min(answers) < 10 {
		t.Errorf("%d writes, answers %v", writes, answers)
	}
}

func count(s *store.Store, t *testing.T, script string) (rows int, err error) {
	for _, err := range s.Gizmo(t.Context(), store.Query{Script: script}) {
		if err != nil {
			return rows, err
		}
		rows++
	}
	return rows, nil
}

// TestCancelledSoon holds that a long question ends within 100 ms of its context.
func TestCancelledSoon(t *testing.T) {
	s := memory(t)
	var ties []tie
	for i := range 800 {
		ties = append(ties, backs("Hub", entityID(i)))
	}
	mustAdd(t, s, reading("hub", ties...))
	for name, ask := range map[string]func(ctx context.Context) error{
		"statements": func(ctx context.Context) (failed error) {
			for _, err := range s.Statements(ctx, store.Filter{Subject: "Hub"}) {
				failed = err
			}
			return failed
		},
		"subgraph": func(ctx context.Context) error { _, err := s.Subgraph(ctx, store.Filter{}); return err },
		"check":    func(ctx context.Context) error { _, err := s.Check(ctx); return err },
		"dump":     func(ctx context.Context) error { return s.Dump(ctx, io.Discard) },
	} {
		t.Run(name, func(t *testing.T) {
			soonest := time.Hour
			for range 5 { // the machine may be busy with other tests
				ctx, cancel := context.WithCancel(t.Context())
				var ended time.Time
				time.AfterFunc(2*time.Millisecond, func() { ended = time.Now(); cancel() })
				err := ask(ctx)
				<-ctx.Done()
				if !errors.Is(err, context.Canceled) {
					t.Fatalf("got %v: it was over too soon to be stopped", err)
				}
				soonest = min(soonest, time.Since(ended))
			}
			if soonest > 100*time.Millisecond {
				t.Errorf("it went on for %v", soonest)
			}
		})
	}
}
