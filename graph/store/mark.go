package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// mark is a file beside a database that tells how many changes were written to it. LevelDB takes a
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

// set replaces the mark, in one step. Digits in the place of as many digits are not synced: they are in one sector, which
// a failure of the power leaves as it is or was, and an older mark than the database is no harm.
func (m mark) set(writes int) (err error) {
	if m.path == "" {
		return nil
	}
	text := strconv.Itoa(writes) + "\n"
	if info, err := os.Lstat(m.path); err == nil && info.Mode().IsRegular() && info.Size() == int64(len(text)) {
		return overwrite(m.path, text)
	}
	next := m.path + ".new"
	file, err := os.Create(next)
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	if err := os.Rename(next, m.path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(m.path))
}

func overwrite(path, text string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	return errors.Join(err, file.Close())
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
