package store_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
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

// untilWritten writes the readings to a disk whose power fails ever again, takes every second one out again, and tells how
// often the power failed. What was reported to be there is there, what was reported to be gone is gone.
func untilWritten(t *testing.T, random *rand.Rand, readings []graph.Reading) (crashes int) {
	disk := newForgetful(random)
	for reported := 0; ; crashes++ {
		s, err := store.OpenStorage(t.Context(), disk)
		if err == nil {
			noProblems(t, s)
			for i, r := range readings {
				_, err := s.Article(t.Context(), r.Article.ID)
				switch goes := len(readings) + i; {
				case i%2 == 0 && reported > goes && !errors.Is(err, store.ErrNoArticle):
					t.Fatalf("after %d crashes, article %d is there again: %v", crashes, i, err)
				case reported > i && (i%2 > 0 || reported < goes) && err != nil:
					t.Fatalf("after %d crashes, article %d of %d is lost: %v", crashes, i, reported, err)
				}
			}
			disk.mu.Lock()
			disk.left = random.IntN(8)
			disk.mu.Unlock()
			for reported < 2*len(readings) && err == nil {
				if err = addOrRemove(t, s, readings, reported); err == nil {
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
			for i := range readings {
				if err := addOrRemove(t, fresh, readings, len(readings)+i); err != nil {
					t.Fatal(err)
				}
			}
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

// addOrRemove makes a change of so many: it puts each reading in, and then takes every second one out, which may have
// happened just before the power failed.
func addOrRemove(t *testing.T, s *store.Store, readings []graph.Reading, change int) error {
	if change < len(readings) {
		_, err := s.Add(t.Context(), readings[change])
		return err
	}
	goes := change - len(readings)
	if goes%2 > 0 {
		return nil
	}
	if err := s.Remove(t.Context(), readings[goes].Article.ID); !errors.Is(err, store.ErrNoArticle) {
		return err
	}
	return nil
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
