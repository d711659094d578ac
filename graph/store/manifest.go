package store

import (
	"sync"

	"github.com/syndtr/goleveldb/leveldb/storage"
)

// manifests is a storage that makes up for two faults of LevelDB's. It puts a manifest on disk before it is made the current
// one: LevelDB only writes it, and a failure of the power right after a store was opened could leave a current manifest
// without content. And it tells nothing of a file that was not closed or taken away well: where that is a table that a
// merging which failed leaves behind, LevelDB goes on to write to it when it tries again, and panics. What counts was
// synced before it is closed, and a file too many is taken away when the store is opened the next time.
type manifests struct {
	storage.Storage
	mu   sync.Mutex
	last storage.FileDesc
	w    storage.Writer
}

// Create remembers the last manifest.
func (m *manifests) Create(fd storage.FileDesc) (storage.Writer, error) {
	w, err := m.Storage.Create(fd)
	if err != nil {
		return nil, err
	}
	if fd.Type == storage.TypeManifest {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.last, m.w = fd, w
	}
	return closing{w}, nil
}

// Remove takes a file away, as far as that can be done now.
func (m *manifests) Remove(fd storage.FileDesc) error {
	_ = m.Storage.Remove(fd)
	return nil
}

// closing is a file that is closed without an error.
type closing struct{ storage.Writer }

func (c closing) Close() error {
	_ = c.Writer.Close()
	return nil
}

// SetMeta makes a manifest the current one.
func (m *manifests) SetMeta(fd storage.FileDesc) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.w != nil && m.last == fd {
		if err := m.w.Sync(); err != nil {
			return err
		}
		m.w = nil
	}
	return m.Storage.SetMeta(fd)
}
