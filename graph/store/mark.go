package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// mark is a file beside a database that tells how many changes were written to it, synced after each. LevelDB takes a
// damaged end of its own journals for what a crash left of a write, and opens the store as it was before: by the mark
// that is told from a store that has lost nothing. The zero mark keeps nothing.
type mark struct{ path string }

// markName is the name of the mark in a store's folder.
const markName = "WRITES"

// get reads the mark; without one it is 0.
func (m mark) get() (int, error) {
	if m.path == "" {
		return 0, nil
	}
	text, err := os.ReadFile(m.path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(string(text), "\n"))
	if err != nil || string(text) != strconv.Itoa(n)+"\n" {
		return 0, damaged("its file %s holds %q", markName, text)
	}
	return n, nil
}

// set replaces the mark, in one step.
func (m mark) set(writes int) (err error) {
	if m.path == "" {
		return nil
	}
	next := m.path + ".new"
	file, err := os.Create(next)
	if err != nil {
		return err
	}
	_, err = file.WriteString(strconv.Itoa(writes) + "\n")
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	if err := os.Rename(next, m.path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(m.path))
}

// syncFolder puts the names in a folder on disk, where the system can.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return nil //nolint:nilerr // Windows opens no folders
	}
	_ = folder.Sync() // some file systems do not know how
	return folder.Close()
}
