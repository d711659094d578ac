package store_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/syndtr/goleveldb/leveldb/storage"

	"entente.example/graph/store"
)

// faulty is a storage in which some tables can neither be written nor taken away.
type faulty struct {
	storage.Storage
	mu sync.Mutex
	// tables counts those that were begun; of those from the first faulty one on so many fail.
	tables, first, left int
	failed              chan struct{}
}

var errFaulty = errors.New("the disk fails")

func (f *faulty) Create(fd storage.FileDesc) (storage.Writer, error) {
	w, err := f.Storage.Create(fd)
	f.mu.Lock()
	defer f.mu.Unlock()
	if err != nil || fd.Type != storage.TypeTable {
		return w, err
	}
	if f.tables++; f.tables < f.first || f.left == 0 {
		return w, nil
	}
	f.left--
	return faultyWriter{w, f}, nil
}

func (f *faulty) Remove(fd storage.FileDesc) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.tables >= f.first && f.left > 0 {
		return errFaulty
	}
	return f.Storage.Remove(fd)
}

type faultyWriter struct {
	storage.Writer
	disk *faulty
}

func (w faultyWriter) Write([]byte) (int, error) {
	w.disk.failed <- struct{}{}
	return 0, errFaulty
}

func (w faultyWriter) Close() error { return errors.Join(w.Writer.Close(), errFaulty) }

// TestMergingFails holds that a merging of tables which fails is done again, and harms nothing.
func TestMergingFails(t *testing.T) {
	t.Parallel()
	const merged = 24 // so many are merged at once, of which two make a new store
	disk := &faulty{Storage: storage.NewMemStorage(), first: merged + 1, left: 2, failed: make(chan struct{}, 100)}
	s, err := store.OpenStorage(t.Context(), disk)
	if err != nil {
		t.Fatal(err)
	}
	readings := crowd(merged, 60, 20)
	for _, r := range readings[:merged-2] {
		mustAdd(t, s, r)
	}
	for range 2 {
		select {
		case <-disk.failed:
		case <-time.After(time.Minute):
			t.Fatal("nothing was merged")
		}
	}
	mustAdd(t, s, readings[merged-2:]...)
	noProblems(t, s)
	fresh := memory(t)
	mustAdd(t, fresh, readings...)
	if dump(t, s) != dump(t, fresh) {
		t.Error("the store is not as if nothing had failed")
	}
	if err := s.Close(); err != nil && !errors.Is(err, errFaulty) { // it may have failed to merge so far
		t.Error(err)
	}
	if s, err = store.OpenStorage(t.Context(), disk); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	noProblems(t, s)
}
