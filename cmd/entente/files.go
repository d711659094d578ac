package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// errFolder is what is wrong with a folder where a file is to be read.
var errFolder = errors.New("it is a folder")

// openFile opens a file to be read. A folder is refused: it can be opened, and each system says in words of its own that
// it cannot be read.
func openFile(path string) (*os.File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		_ = file.Close()
		return nil, &fs.PathError{Op: "read", Path: path, Err: errFolder}
	}
	return file, nil
}

// writable complains of a file that cannot be put in place: its folder does not exist, which no system tells apart from
// the file, or takes no new file. What is no plain file (/dev/null, a pipe) is written as it is, and not tried.
func writable(path string) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	trial, err := os.CreateTemp(filepath.Dir(path), ".entente-*.tmp")
	if err == nil {
		return first(trial.Close(), os.Remove(trial.Name()))
	}
	return unwritable(path, err)
}

// unwritable tells of what kept a file from being made.
func unwritable(path string, err error) error {
	folder := filepath.Dir(path)
	f := &failure{code: exitFailed, err: fmt.Errorf("write %q: no file can be made in the folder %q: %w", path, folder, withoutPath(err))}
	if errors.Is(err, fs.ErrNotExist) {
		f.err = fmt.Errorf("write %q: the folder %q does not exist", path, folder)
	}
	f.hints = []string{"make the folder first, or name another one"}
	return f
}
