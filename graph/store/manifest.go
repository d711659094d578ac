package store

import (
	"sync"

	"github.com/syndtr/goleveldb/leveldb/storage"
)

// manifests is a storage that puts a manifest on disk before it is made the current one. LevelDB 1.0.0 only writes it:
// a failure of the power right after a store was opened could leave a current manifest without content.
type manifests struct {
	storage.Storage
	mu   sync.Mutex
	last storage.FileDesc
	w    storage.Writer
}

// Create remembers the last manifest.
func (m *manifests) Create(fd storage.FileDesc) (storage.Writer, error) {
	w, err := m.Storage.Create(fd)
	if err == nil && fd.Type == storage.TypeManifest {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.last, m.w = fd, w
	}
	return w, err
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
